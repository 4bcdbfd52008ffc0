//! What the scorer sees of a word: its letters, what the lexicon and the rules say, and its neighbours.

use super::super::names::{Name, Names};
use super::super::traits::Traits;
use super::weights::{BUCKETS, Seen};
use crate::analysis::EntityKind;
use crate::lexicon::Table;
use crate::order::HashMap;
use crate::text::{Span, TokenKind};

/// One word and its features.
pub struct Observation<S = Vec<u16>> {
    /// The word's index in the reading.
    pub index: usize,
    /// The word without its particles.
    pub span: Span,
    /// Its features, as they were taken in.
    pub features: S,
}

/// The document as runs of words between which no name can continue: marks, numbers and function words
/// end a run. Their features are added to `none`.
pub fn observe<S: Seen>(names: &Names, none: &S) -> Vec<Vec<Observation<S>>> {
    let context = Context {
        elsewhere: elsewhere(names),
        classes: (0..names.reading.len()).map(|index| class(names, index)).collect(),
        spellings: Spellings::new(names, none),
    };
    let mut runs = Vec::new();
    let mut run = Vec::new();
    for index in 0..names.reading.len() {
        if can_be_named(names, index) {
            run.push(Observation {
                index,
                span: names.reading.span(index, 1),
                features: features(names, index, &context, none.clone()),
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
struct Context<'r, S> {
    /// See [`elsewhere`].
    elsewhere: HashMap<&'r str, u8>,
    /// See [`class`].
    classes: Vec<u8>,
    spellings: Spellings<'r, S>,
}

/// The kinds of the names, longer than a word, in which each stem stands somewhere in the document.
fn elsewhere<'r>(names: &'r Names) -> HashMap<&'r str, u8> {
    let mut kinds: HashMap<&str, u8> = HashMap::default();
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
struct Spelling<S> {
    /// Of the word itself.
    own: S,
    /// Of a word beside which it stands, at each place of [`BESIDE`].
    beside: [S; 4],
}

impl<S: Seen> Spelling<S> {
    fn new(word: &str, none: &S) -> Self {
        let see = |seen: &mut S, template: u32, part: Option<&str>| {
            if let Some(part) = part {
                seen.see(bucket(template, &[part.as_bytes()]));
            }
        };
        let mut own = none.clone();
        see(&mut own, 2, Some(word));
        for letters in 1..=4 {
            let template = 7 + 2 * letters as u32;
            see(&mut own, template, front(word, letters));
            see(&mut own, template + 1, back(word, letters));
        }
        let letters = word.chars().count().min(12) as u8;
        let latin = u8::from(word.starts_with(|c: char| c.is_ascii_alphabetic()));
        own.see(bucket(23, &[&[letters, latin]]));
        let mut beside = [none; 4].map(S::clone);
        for (seen, template) in beside.iter_mut().zip(3..) {
            see(seen, template, Some(word));
        }
        let [_, before, after, _] = &mut beside;
        for (place, part) in (0..).zip([front(word, 2), back(word, 2), back(word, 3)]) {
            see(before, 17 + place, part);
            see(after, 20 + place, part);
        }
        Spelling { own, beside }
    }
}

/// The spellings of a text, and which each word has.
struct Spellings<'r, S> {
    numbers: HashMap<&'r str, u32>,
    list: Vec<Spelling<S>>,
    /// For each word that of [`stem_or_kind`].
    words: Vec<u32>,
}

impl<'r, S: Seen> Spellings<'r, S> {
    fn new(names: &'r Names, none: &S) -> Self {
        let mut spellings = Spellings { numbers: HashMap::default(), list: Vec::new(), words: Vec::new() };
        for index in 0..names.reading.len() {
            let number = spellings.number(stem_or_kind(names, index), none);
            spellings.words.push(number);
        }
        for end in ["", END] {
            spellings.number(end, none);
        }
        spellings
    }

    fn number(&mut self, word: &'r str, none: &S) -> u32 {
        let next = self.list.len() as u32;
        let number = *self.numbers.entry(word).or_insert(next);
        if number == next {
            self.list.push(Spelling::new(word, none));
        }
        number
    }

    /// What stands at a place, before the text ([`None`]) or after it.
    fn at(&self, index: Option<usize>) -> Option<&Spelling<S>> {
        let number = match index {
            Some(index) => self.words.get(index).or_else(|| self.numbers.get(END)),
            None => self.numbers.get(""),
        };
        self.list.get(*number? as usize)
    }
}

fn features<S: Seen>(names: &Names, index: usize, context: &Context<S>, none: S) -> S {
    let reading = names.reading;
    let stem = reading.stem(index);
    let at = |offset: isize| index.checked_add_signed(offset);
    let neighbour = |offset: isize| at(offset).map_or("", |index| stem_or_kind(names, index));
    let traits_at = |offset: isize| at(offset).map_or(0, |index| names.traits(index).bits()).to_le_bytes();
    let mut all = none.clone();
    all.see(bucket(1, &[]));
    match context.spellings.at(Some(index)).filter(|_| reading.kind(index) == TokenKind::Word) {
        Some(spelling) => all.see_all(&spelling.own),
        None => all.see_all(&Spelling::new(stem, &none).own),
    }
    for (place, offset) in BESIDE.into_iter().enumerate() {
        if let Some(beside) = context.spellings.at(at(offset)).and_then(|it| it.beside.get(place)) {
            all.see_all(beside);
        }
    }
    all.see(bucket(7, &[neighbour(-1).as_bytes(), stem.as_bytes()]));
    all.see(bucket(8, &[stem.as_bytes(), neighbour(1).as_bytes()]));
    for (template, offset) in (24..).zip([-2, -1, 0, 1, 2]) {
        all.see(bucket(template, &[&traits_at(offset)]));
    }
    all.see(bucket(29, &[&traits_at(-1), &traits_at(0)]));
    all.see(bucket(30, &[&traits_at(0), &traits_at(1)]));
    all.see(bucket(31, &[&traits_at(-1), &traits_at(0), &traits_at(1)]));
    let traits = names.traits(index).bits();
    for bit in (0..16).filter(|bit| traits & (1 << bit) != 0) {
        all.see(bucket(32 + bit, &[]));
    }
    let rules: [[u8; 2]; 3] =
        [-1, 0, 1].map(|offset| at(offset).map_or([0, 0], |index| rule_tag(names, index)));
    for (template, rule) in (48..).zip(&rules) {
        all.see(bucket(template, &[rule]));
    }
    all.see(bucket(51, &[&rules[0], &rules[1], &rules[2]]));
    all.see(bucket(52, &[&rules[1], &traits_at(0)]));
    all.see(bucket(53, &[&rules[1], &traits_at(-1)]));
    if let Some(name) = names.at(index) {
        let place = [u8::from(name.first == index), name.words.min(6) as u8];
        all.see(bucket(54, &[name.rule.as_bytes(), &place]));
        all.see(bucket(55, &[name.rule.as_bytes(), &place, &traits_at(0)]));
        let first = reading.stem(name.first);
        all.see(bucket(56, &[name.rule.as_bytes(), &place[..1], first.as_bytes()]));
    }
    let seen = [context.elsewhere.get(stem).copied().unwrap_or_default()];
    all.see(bucket(57, &[&seen]));
    all.see(bucket(58, &[&seen, &rules[1], &traits_at(0)]));
    let class = |offset: isize| {
        [at(offset).and_then(|index| context.classes.get(index)).copied().unwrap_or_default()]
    };
    for (template, offset) in (59..).zip(BESIDE) {
        all.see(bucket(template, &[&class(offset)]));
    }
    all.see(bucket(63, &[&class(-1), &traits_at(0)]));
    all.see(bucket(64, &[&class(1), &traits_at(0)]));
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
