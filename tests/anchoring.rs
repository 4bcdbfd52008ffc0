//! Quotes are found again in rewritten texts, and only where they are: the figures that hold.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that fails says so by panicking")]

#[path = "support/rewrite.rs"]
mod rewrite;

use mawqif::annotation::{Anchor, Finder, Target};
use mawqif::text::{Document, Span};
use rewrite::{Dice, Rewritten};

/// A quote of a text, in code points.
struct Drawn {
    text: usize,
    start: usize,
    end: usize,
}

/// What became of the quotes of one rewriting.
#[derive(Debug, Default)]
struct Tally {
    quotes: usize,
    /// Sure, and the very place.
    exact: usize,
    /// Uncertain, at the right place (half of both in common).
    uncertain: usize,
    /// Sure, at the right place, not to the letter.
    near: usize,
    wrong: usize,
    orphans: usize,
}

impl Tally {
    fn count(&mut self, anchor: Anchor, truth: Option<Span>) {
        self.quotes += 1;
        let sure = matches!(anchor, Anchor::Exact(_) | Anchor::Moved(_));
        match (anchor.span(), truth) {
            (None, _) => self.orphans += 1,
            (Some(span), Some(truth)) if sure && span == truth => self.exact += 1,
            (Some(span), Some(truth)) if like(span, truth) && sure => self.near += 1,
            (Some(span), Some(truth)) if like(span, truth) => self.uncertain += 1,
            _ => self.wrong += 1,
        }
    }

    fn share(&self, part: usize) -> f64 {
        100.0 * part as f64 / self.quotes as f64
    }
}

fn like(a: Span, b: Span) -> bool {
    let common = a.end.0.min(b.end.0).saturating_sub(a.start.0.max(b.start.0)) as usize;
    2 * common >= a.len() && 2 * common >= b.len()
}

/// The shipped article, and the development articles where they are beside the checkout.
fn texts() -> Vec<String> {
    let mut texts = vec![include_str!("../assets/pentagon-iraq.txt").to_owned()];
    let folder = std::env::var("MAWQIF_TEXTS").unwrap_or_else(|_| "../shared/evaluation/texts".into());
    let mut files: Vec<_> =
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|f| f.path()).collect();
    files.sort();
    texts.extend(files.iter().filter_map(|file| std::fs::read_to_string(file).ok()));
    let shipped = texts.first().cloned();
    let mut all = texts.split_off(1);
    all.retain(|text| Some(text) != shipped.as_ref());
    texts.extend(all);
    texts
}

/// 300 quotes of 5 to 200 characters of the first text and 60 of each other, two thirds of them whole words, the rest cut anywhere.
fn drawn(texts: &[String]) -> Vec<Drawn> {
    let mut dice = Dice::new(6);
    let mut quotes = Vec::new();
    for (text, source) in texts.iter().enumerate() {
        let chars: Vec<char> = source.chars().collect();
        while quotes.len() < 300 + 60 * text {
            let longest = [12, 40, 200][dice.below(3)];
            let length = 5 + dice.below(longest - 4);
            let mut start = dice.below(chars.len().saturating_sub(length).max(1));
            let mut end = (start + length).min(chars.len());
            let space = |at: &usize| chars[*at].is_whitespace();
            if !dice.one_in(3) {
                start = (0..start).rev().find(space).map_or(0, |at| at + 1);
                end = (end..chars.len()).find(space).unwrap_or(chars.len());
            }
            let edges = [chars[start], chars[end - 1]];
            if (5..=200).contains(&(end - start)) && !edges.iter().any(|c| c.is_whitespace()) {
                quotes.push(Drawn { text, start, end });
            }
        }
    }
    quotes
}

/// Runs all quotes through a rewriting; with `MAWQIF_SHOW` set the misses are printed.
/// A quote across paragraphs that part from each other stands nowhere: `split` leaves such quotes out.
fn run(name: &str, split: bool, rewriting: impl Fn(&Rewritten, &Drawn) -> Rewritten) -> Tally {
    let texts = texts();
    let mut tally = Tally::default();
    let documents: Vec<Document> = texts.iter().map(|text| Document::new(text)).collect();
    for quote in drawn(&texts) {
        let document = &documents[quote.text];
        let points = Span::new(quote.start as u32, quote.end as u32);
        let points = Span::new(mawqif::text::CodePoint(points.start), mawqif::text::CodePoint(points.end));
        let target = Target::new(document, document.offsets().from_code_points(points));
        let crosses = target.quote.exact.contains('\n');
        if split && crosses {
            continue;
        }
        let new = rewriting(&Rewritten::new(&texts[quote.text]), &quote);
        let truth = new.place(quote.start, quote.end);
        let rewritten = Document::new(&new.text());
        let placement = Finder::new(&rewritten).place(&target);
        let before = (tally.exact, tally.uncertain);
        tally.count(placement.anchor, truth);
        if before == (tally.exact, tally.uncertain) && std::env::var_os("MAWQIF_SHOW").is_some() {
            let slice = |span: Option<Span>| span.map(|s| rewritten.slice(s).to_owned());
            println!(
                "{name}: {:?}\n   {placement:?}\n   {:?}\n   {:?}",
                target.quote,
                slice(placement.anchor.span()),
                slice(truth)
            );
        }
    }
    println!(
        "{name:20} {:5} quotes  exact {:6.2} %  near {:5.2}  uncertain {:5.2}  wrong {:5.2}  orphans {:6.2}",
        tally.quotes,
        tally.share(tally.exact),
        tally.share(tally.near),
        tally.share(tally.uncertain),
        tally.share(tally.wrong),
        tally.share(tally.orphans)
    );
    tally
}

#[test]
fn benign_rewritings_lose_nothing() {
    type Rewriting = fn(&Rewritten) -> Rewritten;
    let rewritings: [(&str, Rewriting); 10] = [
        ("unchanged", Rewritten::clone),
        ("diacritics", rewrite::diacritics),
        ("tatweel", rewrite::tatweel),
        ("presentation forms", rewrite::presentation_forms),
        ("digits", rewrite::digits),
        ("quotation marks", rewrite::quotation_marks),
        ("spaces", rewrite::spaces),
        ("spelling", rewrite::spelling),
        ("moved paragraphs", rewrite::moved_paragraphs),
        ("everything", rewrite::everything),
    ];
    for (name, rewriting) in rewritings {
        let tally = run(name, name == "moved paragraphs" || name == "everything", |text, _| rewriting(text));
        assert!(tally.share(tally.exact) >= 99.0, "{name}: {tally:?}");
        assert!(tally.share(tally.wrong) <= 0.2, "{name}: {tally:?}");
    }
}

#[test]
fn what_was_deleted_is_nowhere() {
    let tally = run("deleted", false, |text, quote| rewrite::without_paragraph(text, quote.start, quote.end));
    assert!(tally.share(tally.quotes - tally.orphans) <= 2.0, "{tally:?}");
}

#[test]
fn changed_words_are_found_or_given_up() {
    let texts = texts();
    let words: Vec<&str> = texts.iter().flat_map(|text| text.split_whitespace()).collect();
    let seeds = std::env::var("MAWQIF_SEEDS").ok().and_then(|n| n.parse().ok()).unwrap_or(2);
    for seed in 7..7 + seeds {
        let tally = run("changed words", false, |text, quote| {
            rewrite::changed_words(text, &words, seed * 100 + quote.start as u64)
        });
        let right = tally.exact + tally.near + tally.uncertain;
        assert!(tally.share(right) >= 88.0, "{tally:?}");
        assert!(tally.share(tally.wrong) <= 1.0, "{tally:?}");
    }
}
