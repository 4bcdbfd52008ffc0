//! Who says what: reporting words, the content that follows them, and whose it is.
//!
//! The text is read once from left to right, as a `scene`, by the `finder`. At each reporting word (`cue`, `cues`), of
//! which there are `verbs` and `masdars`, its subject is looked for (`subjects`), a source that a noun phrase names (`sources`, by `phrase`, `heads`, `persons`, `nouns`
//! and `unlisted`), past what stands `between`, the content that it introduces or governs (`content`, `frames`,
//! `extent`); what it does with it is decided last (`acts`). What is somebody's without a verb of his is `attributed`;
//! words that only pass on what others said are in `carriers`, allegations that a verb behind them has brought in `allegations`. Words inside quoted speech
//! (`quotes`) report nothing of their own.

mod acts;
mod allegations;
mod attributed;
mod between;
mod carriers;
mod content;
mod cue;
mod cues;
mod extent;
mod finder;
mod frames;
mod heads;
mod masdars;
mod nouns;
mod persons;
mod phrase;
mod quotes;
mod scene;
mod sources;
mod subjects;
mod unlisted;
mod verbs;
mod words;

use super::steps::{Pace, pause};
use super::{Claim, Entity, Reading};
use crate::order::sort_by_key;
use finder::{Finder, OF_ITSELF};
use scene::Scene;

/// All claims of the document, in its order; sides and issues are found later.
pub async fn find(reading: &Reading<'_>, entities: &[Entity]) -> Vec<Claim> {
    let mut finder = Finder::new(Scene::new(reading, entities));
    pause().await;
    let (mut index, mut pace) = (0, Pace::default());
    while index < reading.len() {
        pace.at(index).await;
        index = finder.at(index).max(index + 1);
    }
    let mut found = finder.found;
    sort_by_key(&mut found, |claim| (claim.span.start, std::cmp::Reverse(claim.span.end)));
    found.dedup_by(|a, b| a.span == b.span);
    found
}

/// The claim as it was found, before sides and issues were.
pub fn of_nobody(claim: &Claim) -> Claim {
    let evidence = claim.evidence.iter().take(OF_ITSELF).cloned().collect();
    Claim { side: None, issue: None, evidence, ..claim.clone() }
}
