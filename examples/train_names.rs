//! Learns the weights of the scorer of names: `cargo xtask train TOKENS [--aside FIFTH]`.
//!
//! TOKENS is a corpus of a token and its tag a line (BIO), TOKENS' sentences end with a token `.`; 25 of
//! them make a document, as in the shared evaluation. With `--aside N` (0 to 4) every fifth document is
//! left out, so that the scorer can be measured on it. The same input gives the same weights.

use mawqif::analysis::scorer::{
    BUCKETS, Chain, Guess, KINDS, Observation, Steps, TAGS, Transitions, Weights, guesses, observe, tag,
};
use mawqif::text::{CodePoint, Document, Span};
use std::collections::HashSet;
use std::error::Error;

/// Times that all documents are gone through.
const ROUNDS: usize = 12;
/// How fast weights move (FTRL-Proximal, McMahan et al. 2013).
const ALPHA: f32 = 0.3;
const BETA: f32 = 1.0;
/// How strongly weights are drawn to exactly zero: what earns less is left out of the file.
const L1: f32 = 20.0;
/// How strongly large weights are drawn back.
const L2: f32 = 0.3;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (tokens, output, aside) = match arguments.as_slice() {
        [tokens, output] => (tokens, output, None),
        [tokens, output, option, number] if option == "--aside" => {
            (tokens, output, Some(number.parse::<usize>()?))
        }
        _ => return Err("train_names TOKENS OUTPUT [--aside FIFTH]".into()),
    };
    let corpus = std::fs::read_to_string(tokens)?;
    let (mut taught, mut kept) = (Vec::new(), Vec::new());
    for (index, document) in documents(&corpus).enumerate() {
        let part = if aside.is_some_and(|fifth| index % 5 == fifth) { &mut kept } else { &mut taught };
        part.extend(runs(&document));
    }
    let mut learner = Learner::new();
    let mut order: Vec<usize> = (0..taught.len()).collect();
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for round in 0..ROUNDS {
        for index in (1..order.len()).rev() {
            order.swap(index, random.below(index + 1));
        }
        let loss: f64 = order.iter().map(|index| learner.learn(&taught[*index])).sum();
        println!("round {round}: loss {:.4} a run", loss / taught.len() as f64);
    }
    let bytes = learner.write();
    report(&Weights::read(&bytes), &kept);
    println!("{} runs, {} bytes", taught.len(), bytes.len());
    std::fs::write(output, bytes)?;
    Ok(())
}

/// How many names of the runs are found exactly.
fn report(weights: &Weights, runs: &[Run]) {
    let (mut right, mut gold, mut got) = (0, 0, 0);
    let steps = Steps::new(&weights.transitions);
    for run in runs {
        let emissions: Vec<[f32; TAGS]> = run.words.iter().map(|w| weights.emission(&w.features)).collect();
        let found: Vec<[f32; TAGS]> = Chain::new(&emissions, &steps).marginals().collect();
        let sure =
            run.tags.iter().map(|tag| std::array::from_fn(|t| f32::from(t == *tag))).collect::<Vec<_>>();
        let place = |guess: &Guess| (guess.first, guess.words, guess.kind);
        let (expected, found): (HashSet<_>, HashSet<_>) =
            (guesses(&sure).iter().map(place).collect(), guesses(&found).iter().map(place).collect());
        right += expected.intersection(&found).count();
        gold += expected.len();
        got += found.len();
    }
    if !runs.is_empty() {
        let (precision, recall) = (share(right, got), share(right, gold));
        println!("on the part aside: {right} right of {gold}, {got} found: P {precision:.1} R {recall:.1}");
    }
}

fn share(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

/// Words in a row with their features and tags.
struct Run {
    words: Vec<Observation>,
    tags: Vec<usize>,
}

/// The documents of a corpus: tokens with their tags.
fn documents(corpus: &str) -> impl Iterator<Item = Vec<(&str, &str)>> {
    let mut lines = corpus.lines().filter_map(|line| {
        let mut parts = line.split_whitespace();
        Some((parts.next()?, parts.next()?))
    });
    std::iter::from_fn(move || {
        let mut document = Vec::new();
        let mut sentences = 0;
        for (token, tag) in lines.by_ref() {
            document.push((token, tag));
            sentences += usize::from(token == ".");
            if sentences == 25 {
                break;
            }
        }
        (!document.is_empty()).then_some(document)
    })
}

/// A document's text, as the shared evaluation joins tokens, and what the scorer sees of it.
fn runs(tokens: &[(&str, &str)]) -> Vec<Run> {
    let mut text = String::new();
    let mut starts = Vec::new();
    let mut length = 0;
    for (token, _) in tokens {
        let closes = token.starts_with(['.', ',', '،', '؛', ';', ':', '!', '?', '؟', ')', '»', ']']);
        if !text.is_empty() && !closes && !text.ends_with(['(', '«', '[']) {
            text.push(' ');
            length += 1;
        }
        starts.push(CodePoint(length));
        text.push_str(token);
        length += token.chars().count() as u32;
    }
    let document = Document::new(&text);
    let place = |span: Span| {
        let start = document.offsets().to_code_point(span.start);
        starts.partition_point(|token| *token <= start).saturating_sub(1)
    };
    let runs = observe(&document).into_iter().map(|words| {
        let mut last = None;
        let tags = words.iter().map(|word| {
            let token = place(word.span);
            let (begins, kind) = tokens[token].1.split_once('-').unwrap_or(("O", ""));
            let number = KINDS.iter().zip(["PERS", "ORG", "LOC"]).find(|(_, name)| *name == kind);
            // A token that is several words to us continues the name.
            let first = begins == "B" && last != Some(token);
            last = Some(token);
            number.map_or(0, |(kind, _)| tag(*kind, first))
        });
        let mut tags: Vec<usize> = tags.collect();
        mend(&mut tags);
        Run { words, tags }
    });
    runs.collect()
}

/// Where a run begins within a name, its first word opens the name.
fn mend(tags: &mut [usize]) {
    let mut before = 0;
    for tag in tags {
        let later = *tag > 0 && tag.is_multiple_of(2);
        if later && before != *tag && before + 1 != *tag {
            *tag -= 1;
        }
        before = *tag;
    }
}

/// Weights that are learned, one run at a time.
struct Learner {
    /// For each bucket and tag the sums of FTRL-Proximal.
    features: Vec<[Coordinate; TAGS]>,
    steps: [[Coordinate; TAGS]; TAGS + 1],
}

#[derive(Clone, Copy, Default)]
struct Coordinate {
    z: f32,
    n: f32,
}

impl Coordinate {
    fn weight(self, l1: f32) -> f32 {
        if self.z.abs() <= l1 {
            return 0.0;
        }
        -(self.z - self.z.signum() * l1) / ((BETA + self.n.sqrt()) / ALPHA + L2)
    }

    fn push(&mut self, gradient: f32, l1: f32) {
        let squared = gradient * gradient;
        let sigma = ((self.n + squared).sqrt() - self.n.sqrt()) / ALPHA;
        self.z += gradient - sigma * self.weight(l1);
        self.n += squared;
    }
}

impl Learner {
    fn new() -> Self {
        let none = Coordinate::default();
        Learner { features: vec![[none; TAGS]; BUCKETS], steps: [[none; TAGS]; TAGS + 1] }
    }

    fn transitions(&self) -> Transitions {
        self.steps.map(|row| row.map(|step| step.weight(0.0)))
    }

    /// One step down the gradient; the loss before it.
    fn learn(&mut self, run: &Run) -> f64 {
        let emissions: Vec<[f32; TAGS]> = run
            .words
            .iter()
            .map(|word| {
                let mut sums = [0.0; TAGS];
                for feature in &word.features {
                    for (sum, coordinate) in sums.iter_mut().zip(&self.features[usize::from(*feature)]) {
                        *sum += coordinate.weight(L1);
                    }
                }
                sums
            })
            .collect();
        let steps = Steps::new(&self.transitions());
        let chain = Chain::new(&emissions, &steps);
        let mut loss = 0.0;
        for ((word, tag), marginals) in run.words.iter().zip(&run.tags).zip(chain.marginals()) {
            loss -= f64::from(marginals[*tag].max(1e-9)).ln();
            for (number, probability) in marginals.into_iter().enumerate() {
                let gradient = probability - f32::from(number == *tag);
                if gradient.abs() > 1e-4 {
                    for feature in &word.features {
                        self.features[usize::from(*feature)][number].push(gradient, L1);
                    }
                }
            }
        }
        for index in 1..run.tags.len() {
            let pairs = chain.pairs(index);
            for (from, row) in pairs.iter().enumerate() {
                for (to, probability) in row.iter().enumerate() {
                    let here = run.tags[index - 1] == from && run.tags[index] == to;
                    self.steps[from][to].push(probability - f32::from(here), 0.0);
                }
            }
        }
        loss
    }

    fn write(&self) -> Vec<u8> {
        let column = |tag: usize| self.features.iter().map(|row| row[tag].weight(L1)).collect();
        Weights::write(&std::array::from_fn(column), &self.transitions())
    }
}

/// A small generator with a fixed seed (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound as u64) as usize
    }
}
