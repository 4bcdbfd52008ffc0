//! The disputes that the reader may choose from.

use super::State;
use crate::analysis::Dispute;

/// One of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The dispute.
    pub dispute: Dispute,
    /// Where it comes from.
    pub origin: Origin,
    /// Whether the article is read by it.
    pub chosen: bool,
}

/// Where a dispute comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It is kept, and can be removed.
    Kept,
    /// It is built in.
    BuiltIn,
    /// The open article alone carries it: it was removed, or kept otherwise, since the article is read by it.
    Article,
}

impl State {
    /// The disputes to choose from: those kept and the one that is built in, each name once, and the one by
    /// which the article is read where it is none of these.
    pub fn choices(&self) -> Vec<Choice> {
        let kept = self.disputes.by_name().into_iter().cloned().map(|dispute| (dispute, Origin::Kept));
        let mut known: Vec<(Dispute, Origin)> = kept.collect();
        let built_in = Dispute::washington_baghdad();
        if self.disputes.get(&built_in.name).is_none() {
            known.insert(0, (built_in, Origin::BuiltIn));
        }
        let read_by = self.desk.dispute.as_ref();
        if let Some(own) = read_by.filter(|own| known.iter().all(|(dispute, _)| dispute != *own)) {
            known.insert(0, (own.clone(), Origin::Article));
        }
        let choice = |(dispute, origin): (Dispute, Origin)| {
            let chosen = read_by == Some(&dispute);
            Choice { dispute, origin, chosen }
        };
        known.into_iter().map(choice).collect()
    }
}
