//! Names of places, organisations and persons by their words, as the rules find them one after the other.

use super::traits::{self, Traits};
use crate::analysis::{EntityKind, Reading};
use crate::lexicon::Table;
use crate::text::TokenKind;

/// A name by its words.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// Its first word.
    pub first: usize,
    /// How many words it has.
    pub words: usize,
    /// What it names.
    pub kind: EntityKind,
    /// ISO 3166-1 code of its country, if known.
    pub country: Option<&'static str>,
    /// The rule that found it.
    pub rule: &'static str,
    /// The words that the rule rests on: their first and number.
    pub basis: (usize, usize),
}

impl Name {
    /// The word after its last.
    pub fn end(&self) -> usize {
        self.first + self.words
    }
}

/// The document with what has been found so far.
pub struct Names<'r, 'd> {
    /// The words.
    pub reading: &'r Reading<'d>,
    traits: Vec<Traits>,
    names: Vec<Name>,
    /// For each word the longest name that covers it.
    cover: Vec<Option<u32>>,
}

impl<'r, 'd> Names<'r, 'd> {
    /// The document, nothing found yet.
    pub fn new(reading: &'r Reading<'d>) -> Self {
        let cover = vec![None; reading.len()];
        Names { reading, traits: traits::of(reading), names: Vec::new(), cover }
    }

    /// What the word can be; nothing beyond the ends.
    pub fn traits(&self, index: usize) -> Traits {
        self.traits.get(index).copied().unwrap_or_default()
    }

    /// What the word before can be.
    pub fn before(&self, index: usize) -> Traits {
        index.checked_sub(1).map_or(Traits::default(), |before| self.traits(before))
    }

    /// The word after the whole name of somebody whom public life knows, if that begins with the word.
    pub fn end_of_known(&self, first: usize) -> Option<usize> {
        let (words, _) = self.reading.longest(first, Table::OfficeHolders).filter(|(words, _)| *words > 1)?;
        Some(first + words)
    }

    /// The name that covers the word.
    pub fn at(&self, index: usize) -> Option<&Name> {
        let name = (*self.cover.get(index)?)?;
        self.names.get(name as usize)
    }

    /// The name that begins at the word.
    pub fn beginning(&self, index: usize) -> Option<&Name> {
        self.at(index).filter(|name| name.first == index)
    }

    /// All names so far.
    pub fn all(&self) -> &[Name] {
        &self.names
    }

    /// Whether a word without particles stands there and continues the phrase before it.
    pub fn continues(&self, index: usize) -> bool {
        let traits = self.traits(index);
        traits.has(Traits::WORD) && !traits.has(Traits::JOINED)
    }

    /// Adds a name; it covers its words from now on where it is longer than what covered them.
    pub fn add(&mut self, name: Name) {
        let number = self.names.len() as u32;
        for index in name.first..name.end() {
            let longer = self.at(index).is_none_or(|old| old.words <= name.words);
            if let (true, Some(slot)) = (longer, self.cover.get_mut(index)) {
                *slot = Some(number);
            }
        }
        self.names.push(name);
    }

    /// Takes back the names that lie inside these words and are of this kind.
    pub fn remove_inside(&mut self, first: usize, end: usize, kinds: &[EntityKind]) {
        for index in first..end {
            let inside = self.at(index).is_some_and(|name| {
                name.first >= first && name.end() <= end && kinds.contains(&name.kind) && name.words > 0
            });
            let slot = self.cover.get_mut(index);
            if let (true, Some(slot)) = (inside, slot) {
                if let Some(name) = slot.and_then(|number| self.names.get_mut(number as usize)) {
                    name.kind = EntityKind::Date;
                }
                *slot = None;
            }
        }
    }

    /// Takes these names instead of all so far.
    pub fn replace(&mut self, names: Vec<Name>) {
        self.names.clear();
        self.cover.fill(None);
        for name in names {
            self.add(name);
        }
    }

    /// Whether the word is a quotation mark.
    pub fn is_quote(&self, index: usize) -> bool {
        self.reading.kind(index) == TokenKind::Quote
    }

    /// The first quotation mark from the word on, within so many words: what closes a name in marks.
    pub fn closing(&self, from: usize, within: usize) -> Option<usize> {
        (from..from + within).find(|index| self.is_quote(*index))
    }

    /// The country of an adjective of nationality at the word.
    pub fn nationality(&self, index: usize) -> Option<&'static str> {
        use crate::lexicon::{Table, field};
        let sense = self.reading.single(index, Table::Nationalities)?;
        Some(field(sense, 0)).filter(|code| !code.is_empty())
    }
}
