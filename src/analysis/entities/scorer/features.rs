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

/// Collects features of one word: each is the number of its template and what the template holds.
struct Collector {
    features: Vec<u16>,
    template: u32,
}

impl Collector {
    /// The next template's feature.
    fn add(&mut self, parts: &[&[u8]]) {
        self.template += 1;
        let mut hash = 0x811c_9dc5u32 ^ self.template.wrapping_mul(0x9e37_79b9);
        for part in parts {
            for byte in *part {
                hash = (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
            }
            hash = (hash ^ 0x1f).wrapping_mul(0x0100_0193);
        }
        self.features.push(((hash ^ (hash >> 16)) as usize % BUCKETS) as u16);
    }

    /// The next template has no feature here.
    fn skip(&mut self) {
        self.template += 1;
    }
}

fn features(names: &Names, index: usize, context: &Context) -> Vec<u16> {
    let reading = names.reading;
    let mut all = Collector { features: Vec::with_capacity(48), template: 0 };
    let stem = reading.stem(index);
    let at = |offset: isize| index.checked_add_signed(offset);
    let neighbour = |offset: isize| at(offset).map_or("", |index| stem_or_kind(names, index));
    let traits_at = |offset: isize| at(offset).map_or(0, |index| names.traits(index).bits()).to_le_bytes();
    all.add(&[]);
    all.add(&[stem.as_bytes()]);
    for offset in [-2, -1, 1, 2] {
        all.add(&[neighbour(offset).as_bytes()]);
    }
    all.add(&[neighbour(-1).as_bytes(), stem.as_bytes()]);
    all.add(&[stem.as_bytes(), neighbour(1).as_bytes()]);
    for letters in 1..=4 {
        for part in [front(stem, letters), back(stem, letters)] {
            match part {
                Some(part) => all.add(&[part.as_bytes()]),
                None => all.skip(),
            }
        }
    }
    for offset in [-1, 1] {
        for part in [front(neighbour(offset), 2), back(neighbour(offset), 2), back(neighbour(offset), 3)] {
            match part {
                Some(part) => all.add(&[part.as_bytes()]),
                None => all.skip(),
            }
        }
    }
    let letters = stem.chars().count().min(12) as u8;
    let latin = u8::from(stem.starts_with(|c: char| c.is_ascii_alphabetic()));
    all.add(&[&[letters, latin]]);
    for offset in [-2, -1, 0, 1, 2] {
        all.add(&[&traits_at(offset)]);
    }
    all.add(&[&traits_at(-1), &traits_at(0)]);
    all.add(&[&traits_at(0), &traits_at(1)]);
    all.add(&[&traits_at(-1), &traits_at(0), &traits_at(1)]);
    let traits = names.traits(index).bits();
    for bit in 0..16 {
        if traits & (1 << bit) != 0 { all.add(&[]) } else { all.skip() }
    }
    let rules: [[u8; 2]; 3] =
        [-1, 0, 1].map(|offset| at(offset).map_or([0, 0], |index| rule_tag(names, index)));
    for rule in &rules {
        all.add(&[rule]);
    }
    all.add(&[&rules[0], &rules[1], &rules[2]]);
    all.add(&[&rules[1], &traits_at(0)]);
    all.add(&[&rules[1], &traits_at(-1)]);
    match names.at(index) {
        Some(name) => {
            let place = [u8::from(name.first == index), name.words.min(6) as u8];
            all.add(&[name.rule.as_bytes(), &place]);
            all.add(&[name.rule.as_bytes(), &place, &traits_at(0)]);
            all.add(&[name.rule.as_bytes(), &place[..1], reading.stem(name.first).as_bytes()]);
        }
        None => {
            all.skip();
            all.skip();
            all.skip();
        }
    }
    let seen = [context.elsewhere.get(stem).copied().unwrap_or_default()];
    all.add(&[&seen]);
    all.add(&[&seen, &rules[1], &traits_at(0)]);
    let class = |offset: isize| {
        [at(offset).and_then(|index| context.classes.get(index)).copied().unwrap_or_default()]
    };
    for offset in [-2, -1, 1, 2] {
        all.add(&[&class(offset)]);
    }
    all.add(&[&class(-1), &traits_at(0)]);
    all.add(&[&class(1), &traits_at(0)]);
    all.features
}

/// The stem, or for what is no word its kind and mark.
fn stem_or_kind<'r>(names: &'r Names, index: usize) -> &'r str {
    match names.reading.kind(index) {
        TokenKind::Number => "0",
        TokenKind::Break => "\n",
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
