//! A small learned scorer beside the rules: how likely each word is part of a person's, organisation's or
//! place's name.
//!
//! The rules and the lexicon stand alone; the scorer only doubts what rests on little and adds what they
//! do not know (`judge.rs`). It is a linear chain over the words of a sentence: each word has features
//! (`features.rs`: its letters, what the lexicon and the rules say of it and its neighbours), each feature
//! a weight for each tag (`weights.rs`), and the chain gives each tag's probability (`chain.rs`).
//!
//! The weights in `weights.bin` are learned from ANERcorp by `cargo xtask train` (see `README.md` beside
//! it for source and licence).

mod chain;
mod features;
mod weights;

pub use chain::{Chain, Steps, Transitions};
pub use features::Observation;
pub use weights::{BUCKETS, Weights};

use super::names::Names;
use super::rules;
use crate::analysis::steps::{Pace, at_once};
use crate::analysis::{EntityKind, Reading};
use crate::text::Document;

/// How many tags there are.
pub const TAGS: usize = 7;

/// No part of a name.
pub const OUTSIDE: usize = 0;

/// The kinds that are scored.
pub const KINDS: [EntityKind; 3] = [EntityKind::Person, EntityKind::Organisation, EntityKind::Place];

/// The tag of a name's first word, or of a later one.
pub fn tag(kind: EntityKind, first: bool) -> usize {
    let number = KINDS.iter().position(|k| *k == kind);
    number.map_or(OUTSIDE, |number| 1 + 2 * number + usize::from(!first))
}

/// The kind that a tag belongs to, and whether it opens a name; none for [`OUTSIDE`].
pub fn kind_of(tag: usize) -> Option<(EntityKind, bool)> {
    let number = tag.checked_sub(1)?;
    Some((*KINDS.get(number / 2)?, number.is_multiple_of(2)))
}

/// The words of a document as the scorer sees them, for whoever trains it.
pub fn observe(document: &Document) -> Vec<Vec<Observation>> {
    features::observe(&at_once(rules::by_rules(&Reading::new(document))), &Vec::new())
}

/// For each word the probability of each tag.
pub async fn score(names: &Names<'_, '_>) -> Vec<[f32; TAGS]> {
    let weights = Weights::learned();
    let steps = Steps::new(&weights.transitions);
    let mut found = vec![CERTAINLY_OUTSIDE; names.reading.len()];
    let observed = features::observe(names, &weights.none());
    let mut pace = Pace::default();
    for run in observed {
        pace.at(run.first().map_or(0, |word| word.index)).await;
        let emissions: Vec<[f32; TAGS]> = run.iter().map(|word| word.features.emission()).collect();
        let chain = Chain::new(&emissions, &steps);
        for (word, probabilities) in run.iter().zip(chain.marginals()) {
            if let Some(slot) = found.get_mut(word.index) {
                *slot = probabilities;
            }
        }
    }
    found
}

/// A name as the scorer sees it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Guess {
    /// Its first word.
    pub first: usize,
    /// How many words it has.
    pub words: usize,
    /// What it names.
    pub kind: EntityKind,
    /// How likely its least likely word belongs to it.
    pub probability: f32,
}

/// The names that follow from the likeliest tag of each word.
pub fn guesses(probabilities: &[[f32; TAGS]]) -> Vec<Guess> {
    let mut found: Vec<Guess> = Vec::new();
    for (index, row) in probabilities.iter().enumerate() {
        let likeliest = row.iter().enumerate().max_by(|one, other| one.1.total_cmp(other.1));
        let Some((tag, probability)) = likeliest else { continue };
        let Some((kind, opens)) = kind_of(tag) else { continue };
        match found.last_mut() {
            Some(last) if !opens && last.kind == kind && last.first + last.words == index => {
                last.words += 1;
                last.probability = last.probability.min(*probability);
            }
            _ => found.push(Guess { first: index, words: 1, kind, probability: *probability }),
        }
    }
    found
}

const CERTAINLY_OUTSIDE: [f32; TAGS] = [1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];
