//! The document as the search for claims sees it: words, which entity begins and ends where, which
//! quotation marks belong together, where sentences begin and end.

use crate::analysis::sides::{Kinds, kinds};
use crate::analysis::{Entity, EntityKind, Reading, Reference};
use crate::order::{HashMap, HashSet};
use crate::text::{TokenKind, bare};
use std::ops::Range;

/// Tokens of a headline at most.
pub const HEADLINE: usize = 26;

/// Words before a person's name in which his office may stand.
const INTRODUCTION: usize = 8;

/// Everything known of a document before claims are looked for. Positions are token indices.
pub struct Scene<'a> {
    pub reading: &'a Reading<'a>,
    pub entities: &'a [Entity],
    /// For each token the outermost entity that begins there, and the token after it.
    starts: Vec<Option<(u32, u32)>>,
    /// The last words of persons' names.
    surnames: HashSet<&'a str>,
    /// Where each person is named first with an office, by referent.
    introduced: HashMap<u32, usize>,
    /// For each quotation mark its partner.
    partners: Vec<Option<u32>>,
    /// For each token the first of its sentence and the one after its last.
    sentences: Vec<(u32, u32)>,
}

impl<'a> Scene<'a> {
    pub fn new(reading: &'a Reading<'a>, entities: &'a [Entity]) -> Self {
        let len = reading.len();
        let mut scene = Scene {
            reading,
            entities,
            starts: vec![None; len + 1],
            surnames: HashSet::default(),
            introduced: HashMap::default(),
            partners: super::quotes::pair(reading),
            sentences: vec![(0, 0); len + 1],
        };
        scene.place_entities();
        scene.place_sentences();
        scene
    }

    fn place_entities(&mut self) {
        for (number, entity) in self.entities.iter().enumerate() {
            let Range { start: first, end: last } = self.reading.tokens(entity.span);
            let longer = |slot: &Option<(u32, u32)>| {
                slot.and_then(|(n, _)| self.entities.get(n as usize))
                    .is_none_or(|other| other.span.len() < entity.span.len())
            };
            if entity.kind == EntityKind::Person {
                if !self.introduced.contains_key(&entity.referent)
                    && self.offices_before(first).next().is_some()
                {
                    self.introduced.insert(entity.referent, first);
                }
                if last > first + 1 {
                    self.surnames.insert(self.reading.stem(last - 1));
                }
            }
            if let Some(slot) = self.starts.get_mut(first).filter(|slot| longer(slot)) {
                *slot = Some((number as u32, last as u32));
            }
        }
    }

    fn place_sentences(&mut self) {
        let words = self.reading.words();
        for span in self.reading.document().sentences() {
            let first = words.partition_point(|word| word.span.start < span.start);
            let last = words.partition_point(|word| word.span.start < span.end);
            for slot in self.sentences.iter_mut().take(last).skip(first) {
                *slot = (first as u32, last as u32);
            }
        }
    }

    pub fn stem(&self, index: usize) -> &str {
        self.reading.stem(index)
    }

    pub fn folded(&self, index: usize) -> &str {
        self.reading.folded(index)
    }

    /// The word as it is written: «آلية», which folded is «إليه».
    pub fn written(&self, index: usize) -> &str {
        self.reading.word(index).map_or("", |word| self.reading.document().slice(word.span))
    }

    pub fn kind(&self, index: usize) -> TokenKind {
        self.reading.kind(index)
    }

    pub fn is_word(&self, index: usize) -> bool {
        self.kind(index) == TokenKind::Word
    }

    pub fn is_comma(&self, index: usize) -> bool {
        self.kind(index) == TokenKind::Mark && matches!(self.folded(index), "،" | "," | ";")
    }

    /// The token, or, where it is a comma, the one after it.
    pub fn past_comma(&self, index: usize) -> usize {
        if self.is_comma(index) { index + 1 } else { index }
    }

    /// The first token of the sentence.
    pub fn sentence_start(&self, index: usize) -> usize {
        self.sentences.get(index).map_or(index, |s| s.0 as usize)
    }

    /// The token after the sentence.
    pub fn sentence_end(&self, index: usize) -> usize {
        self.sentences.get(index).map_or(index, |s| (s.1 as usize).max(index))
    }

    /// Whether the token stands in a headline: a short line of its own without a full stop.
    pub fn is_headline(&self, index: usize) -> bool {
        let (start, end) = (self.sentence_start(index), self.sentence_end(index));
        // «إغلاق مصنع في هاله.. النقابة تتحدث عن "خيانة" والشركة تنفي»: the second part of a headline.
        let alone = start == 0 || self.kind(start - 1) == TokenKind::Break || self.is_dots(start - 1);
        let unended = self.kind(end) == TokenKind::Break && self.folded(end.saturating_sub(1)) != ".";
        alone && unended && end - start <= HEADLINE
    }

    /// «..», with which headlines part their sentences.
    pub fn is_dots(&self, index: usize) -> bool {
        matches!(self.folded(index), ".." | "..." | "…")
            || self.folded(index) == "." && index > 0 && self.folded(index - 1) == "."
    }

    /// The token that closes a parenthesis that opens here, within so many tokens.
    pub fn parenthesis(&self, open: usize, within: usize) -> Option<usize> {
        (self.folded(open) == "(").then(|| (open..open + within).find(|at| self.folded(*at) == ")"))?
    }

    /// The closing mark of a quotation that opens here.
    pub fn closing(&self, index: usize) -> Option<usize> {
        let partner = (*self.partners.get(index)?)? as usize;
        (partner > index).then_some(partner)
    }

    /// The opening mark of a quotation that closes here.
    pub fn opening(&self, index: usize) -> Option<usize> {
        let partner = (*self.partners.get(index)?)? as usize;
        (partner < index).then_some(partner)
    }

    /// The named entity (person, organisation, place) that begins here and the token after it.
    pub fn name_at(&self, index: usize) -> Option<(&'a Entity, usize)> {
        let (entity, next) = self.entity_at(index)?;
        is_name(entity).then_some((entity, next))
    }

    /// The person whose name begins here and the token after it.
    pub fn person_at(&self, index: usize) -> Option<(&'a Entity, usize)> {
        self.name_at(index).filter(|(entity, _)| entity.kind == EntityKind::Person)
    }

    /// The place whose name begins here and the token after it.
    pub fn place_at(&self, index: usize) -> Option<(&'a Entity, usize)> {
        self.name_at(index).filter(|(entity, _)| entity.kind == EntityKind::Place)
    }

    /// Whether the word is part of a person's name.
    pub fn is_in_person(&self, index: usize) -> bool {
        (index.saturating_sub(4)..=index).any(|at| self.person_at(at).is_some_and(|(_, next)| next > index))
    }

    /// Whether the word is definite: by its article, or as a name.
    pub fn is_definite(&self, index: usize) -> bool {
        self.name_at(index).is_some() || self.reading.word(index).is_some_and(|word| word.definite)
    }

    /// Whether the word is the last of a person's name somewhere in the document.
    pub fn is_surname(&self, index: usize) -> bool {
        self.surnames.contains(self.stem(index))
    }

    /// Whether «الوزير» or «الرئيس» at the token is not the office by which the text introduced the person.
    pub fn is_of_another_office(&self, token: usize, person: &Entity) -> bool {
        let office = bare(self.stem(token));
        let telling = self.is_definite(token) && matches!(office, "وزير" | "وزيره" | "رييس" | "رييسه");
        let Some(first) = self.introduced.get(&person.referent).filter(|first| telling && **first < token)
        else {
            return false;
        };
        let mut offices = self.offices_before(*first);
        let Some(known) = offices.next() else { return false };
        known != office && offices.all(|word| word != office)
    }

    /// The offices right before a person's name.
    fn offices_before(&self, name: usize) -> impl Iterator<Item = &'a str> {
        let reading = self.reading;
        let near = (name.saturating_sub(INTRODUCTION)..name).rev();
        near.take_while(move |at| !matches!(reading.kind(*at), TokenKind::Break | TokenKind::Mark))
            .map(move |at| bare(reading.stem(at)))
            .filter(|word| kinds(word).any(Kinds::OFFICE))
    }

    /// The token after a date that begins here.
    pub fn date_at(&self, index: usize) -> Option<usize> {
        let (entity, next) = self.entity_at(index)?;
        (entity.kind == EntityKind::Date).then_some(next)
    }

    fn entity_at(&self, index: usize) -> Option<(&'a Entity, usize)> {
        let (number, next) = (*self.starts.get(index)?)?;
        Some((self.entities.get(number as usize)?, next as usize))
    }

    /// The words from the stem of `from` to before `to`.
    pub fn reference(&self, from: usize, to: usize) -> Reference {
        let span = self.reading.span(from, to.saturating_sub(from).max(1));
        Reference { span, text: self.reading.name(span) }
    }

    pub fn entity_reference(&self, entity: &Entity) -> Reference {
        Reference { span: entity.span, text: self.reading.name(entity.span) }
    }
}

fn is_name(entity: &Entity) -> bool {
    matches!(entity.kind, EntityKind::Person | EntityKind::Organisation | EntityKind::Place)
}
