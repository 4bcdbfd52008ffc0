//! What the scorer sees of a word: its letters, what the lexicon and the rules say, and its neighbours.

use super::super::names::{Name, Names};
use super::super::traits::Traits;
use super::BUCKETS;
use crate::analysis::EntityKind;
use crate::lexicon::Table;
use crate::text::{Span, TokenKind};
use std::collections::HashMap;

/// One word and its features.
pub struct Observation {
    /// The word's index in the reading.
    pub index: usize,
    /// The word without its particles.
    pub span: Span,
    /// The buckets of its features.
    pub features: Vec<u16>,
}

/// The document as runs of words between which no name can continue: marks, numbers and function words
/// end a run.
pub fn observe(names: &Names) -> Vec<Vec<Observation>> {
    let context = Context {
        elsewhere: elsewhere(names),
        classes: (0..names.reading.len()).map(|index| class(names, index)).collect(),
        spellings: Spellings::new(names),
    };
    let mut runs = Vec::new();
    let mut run = Vec::new();
    for index in 0..names.reading.len() {
        if can_be_named(names, index) {
            run.push(Observation {
                index,
                span: names.reading.span(index, 1),
                features: features(names, index, &context),
            });
        } else if !run.is_empty() {
            runs.push(std::mem::take(&mut run));
        }
    }
    if !run.is_empty() {
        runs.push(run);
    }
    runs
}

fn can_be_named(names: &Names, index: usize) -> bool {
    names.at(index).is_some()
        || names.traits(index).has(Traits::WORD) && !names.traits(index).has(Traits::FUNCTION)
}

/// What is known of the whole text, once for all its words.
struct Context<'r> {
    /// See [`elsewhere`].
    elsewhere: HashMap<&'r str, u8>,
    /// See [`class`].
    classes: Vec<u8>,
    spellings: Spellings<'r>,
}

/// The kinds of the names, longer than a word, in which each stem stands somewhere in the document.
fn elsewhere<'r>(names: &'r Names) -> HashMap<&'r str, u8> {
    let mut kinds: HashMap<&str, u8> = HashMap::new();
    for name in names.all().iter().filter(|name| name.words > 1) {
        for index in name.first..name.end() {
            *kinds.entry(names.reading.stem(index)).or_default() |= 1 << number(name.kind);
        }
    }
    kinds
}

fn number(kind: EntityKind) -> u8 {
    match kind {
        EntityKind::Person => 1,
        EntityKind::Organisation => 2,
        EntityKind::Place => 3,
        _ => 4,
    }
}

/// The bucket of a feature: of the number of its template and what the template holds.
fn bucket(template: u32, parts: &[&[u8]]) -> u16 {
    let mut hash = 0x811c_9dc5u32 ^ template.wrapping_mul(0x9e37_79b9);
    for part in parts {
        for byte in *part {
            hash = (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
        }
        hash = (hash ^ 0x1f).wrapping_mul(0x0100_0193);
    }
    ((hash ^ (hash >> 16)) as usize % BUCKETS) as u16
}

/// The places beside a word at which the scorer looks.
const BESIDE: [isize; 4] = [-2, -1, 1, 2];

/// The features that a spelling alone decides. They take most letters to make, and a text says the same
/// words again and again: each is made once.
struct Spelling {
    /// Of the word itself.
    own: Vec<u16>,
    /// Of a word beside which it stands, at each place of [`BESIDE`].
    beside: [Vec<u16>; 4],
}

impl Spelling {
    fn new(word: &str) -> Self {
        let mut own = vec![bucket(2, &[word.as_bytes()])];
        for letters in 1..=4 {
            let template = 7 + 2 * letters as u32;
            own.extend(front(word, letters).map(|part| bucket(template, &[part.as_bytes()])));
            own.extend(back(word, letters).map(|part| bucket(template + 1, &[part.as_bytes()])));
        }
        let letters = word.chars().count().min(12) as u8;
        let latin = u8::from(word.starts_with(|c: char| c.is_ascii_alphabetic()));
        own.push(bucket(23, &[&[letters, latin]]));
        let next_to = |template: u32| {
            let parts = [front(word, 2), back(word, 2), back(word, 3)];
            let parts = (template..).zip(parts);
            parts.filter_map(|(template, part)| Some(bucket(template, &[part?.as_bytes()])))
        };
        let mut beside = [3, 4, 5, 6].map(|template| vec![bucket(template, &[word.as_bytes()])]);
        beside[1].extend(next_to(17));
        beside[2].extend(next_to(20));
        Spelling { own, beside }
    }
}

/// The spellings of a text, and which each word has.
struct Spellings<'r> {
    numbers: HashMap<&'r str, u32>,
    list: Vec<Spelling>,
    /// For each word that of [`stem_or_kind`].
    words: Vec<u32>,
}

impl<'r> Spellings<'r> {
    fn new(names: &'r Names) -> Self {
        let mut spellings = Spellings { numbers: HashMap::new(), list: Vec::new(), words: Vec::new() };
        for index in 0..names.reading.len() {
            let number = spellings.number(stem_or_kind(names, index));
            spellings.words.push(number);
        }
        for end in ["", END] {
            spellings.number(end);
        }
        spellings
    }

    fn number(&mut self, word: &'r str) -> u32 {
        let next = self.list.len() as u32;
        let number = *self.numbers.entry(word).or_insert(next);
        if number == next {
            self.list.push(Spelling::new(word));
        }
        number
    }

    /// What stands at a place, before the text ([`None`]) or after it.
    fn at(&self, index: Option<usize>) -> Option<&Spelling> {
        let number = match index {
            Some(index) => self.words.get(index).or_else(|| self.numbers.get(END)),
            None => self.numbers.get(""),
        };
        self.list.get(*number? as usize)
    }
}

fn features(names: &Names, index: usize, context: &Context) -> Vec<u16> {
    let reading = names.reading;
    let mut all = Vec::with_capacity(64);
    let stem = reading.stem(index);
    let at = |offset: isize| index.checked_add_signed(offset);
    let neighbour = |offset: isize| at(offset).map_or("", |index| stem_or_kind(names, index));
    let traits_at = |offset: isize| at(offset).map_or(0, |index| names.traits(index).bits()).to_le_bytes();
    all.push(bucket(1, &[]));
    match context.spellings.at(Some(index)).filter(|_| reading.kind(index) == TokenKind::Word) {
        Some(spelling) => all.extend(&spelling.own),
        None => all.extend(Spelling::new(stem).own),
    }
    for (place, offset) in BESIDE.into_iter().enumerate() {
        let beside = context.spellings.at(at(offset)).and_then(|spelling| spelling.beside.get(place));
        all.extend(beside.into_iter().flatten());
    }
    all.push(bucket(7, &[neighbour(-1).as_bytes(), stem.as_bytes()]));
    all.push(bucket(8, &[stem.as_bytes(), neighbour(1).as_bytes()]));
    for (template, offset) in (24..).zip([-2, -1, 0, 1, 2]) {
        all.push(bucket(template, &[&traits_at(offset)]));
    }
    all.push(bucket(29, &[&traits_at(-1), &traits_at(0)]));
    all.push(bucket(30, &[&traits_at(0), &traits_at(1)]));
    all.push(bucket(31, &[&traits_at(-1), &traits_at(0), &traits_at(1)]));
    let traits = names.traits(index).bits();
    all.extend((0..16).filter(|bit| traits & (1 << bit) != 0).map(|bit| bucket(32 + bit, &[])));
    let rules: [[u8; 2]; 3] =
        [-1, 0, 1].map(|offset| at(offset).map_or([0, 0], |index| rule_tag(names, index)));
    for (template, rule) in (48..).zip(&rules) {
        all.push(bucket(template, &[rule]));
    }
    all.push(bucket(51, &[&rules[0], &rules[1], &rules[2]]));
    all.push(bucket(52, &[&rules[1], &traits_at(0)]));
    all.push(bucket(53, &[&rules[1], &traits_at(-1)]));
    if let Some(name) = names.at(index) {
        let place = [u8::from(name.first == index), name.words.min(6) as u8];
        all.push(bucket(54, &[name.rule.as_bytes(), &place]));
        all.push(bucket(55, &[name.rule.as_bytes(), &place, &traits_at(0)]));
        let first = reading.stem(name.first);
        all.push(bucket(56, &[name.rule.as_bytes(), &place[..1], first.as_bytes()]));
    }
    let seen = [context.elsewhere.get(stem).copied().unwrap_or_default()];
    all.push(bucket(57, &[&seen]));
    all.push(bucket(58, &[&seen, &rules[1], &traits_at(0)]));
    let class = |offset: isize| {
        [at(offset).and_then(|index| context.classes.get(index)).copied().unwrap_or_default()]
    };
    for (template, offset) in (59..).zip(BESIDE) {
        all.push(bucket(template, &[&class(offset)]));
    }
    all.push(bucket(63, &[&class(-1), &traits_at(0)]));
    all.push(bucket(64, &[&class(1), &traits_at(0)]));
    all
}

/// What stands beyond the text's end, and for a line's end in it.
const END: &str = "\n";

/// The stem, or for what is no word its kind and mark.
fn stem_or_kind<'r>(names: &'r Names, index: usize) -> &'r str {
    match names.reading.kind(index) {
        TokenKind::Number => "0",
        TokenKind::Break => END,
        _ => names.reading.stem(index),
    }
}

/// What the rules say: the kind of name, and whether it begins here.
fn rule_tag(names: &Names, index: usize) -> [u8; 2] {
    names.at(index).map_or([0, 0], |name: &Name| [number(name.kind), 1 + u8::from(name.first == index)])
}

/// What a neighbour is to a name: a title, an office, a reporting verb, a head of places or organisations.
fn class(names: &Names, index: usize) -> u8 {
    let is = |table| names.reading.single(index, table).is_some();
    u8::from(is(Table::Honorifics))
        | u8::from(is(Table::Offices)) << 1
        | u8::from(is(Table::CueVerbs)) << 2
        | u8::from(is(Table::PlaceHeads)) << 3
        | u8::from(is(Table::OrganisationHeads)) << 4
        | u8::from(names.is_quote(index)) << 5
}

/// The first letters of a word that has more.
fn front(word: &str, letters: usize) -> Option<&str> {
    word.char_indices().nth(letters).map(|(end, _)| &word[..end])
}

/// The last letters of a word that has more.
fn back(word: &str, letters: usize) -> Option<&str> {
    let (start, _) = word.char_indices().rev().nth(letters.checked_sub(1)?)?;
    (start > 0).then(|| &word[start..])
}
