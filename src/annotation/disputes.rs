//! The disputes that the reader keeps, whether or not an article is read by one of them. An article carries
//! a copy of the one by which it is read, so that neither a change made elsewhere nor its removal from here
//! changes how it is read.

use super::{Change, DocumentId};
use crate::analysis::Dispute;
use crate::order::gather;
use std::collections::BTreeMap;

/// The name of a dispute's record: the SHA-256 of what it is called. So each name is there once.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DisputeId(pub String);

impl DisputeId {
    /// The id of a dispute of this name.
    pub fn of(name: &str) -> Self {
        DisputeId(DocumentId::of(name).0)
    }
}

/// The disputes that are kept, each name once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Disputes(BTreeMap<DisputeId, Dispute>);

impl Disputes {
    /// These disputes.
    pub fn new(kept: impl IntoIterator<Item = Dispute>) -> Self {
        Disputes(gather(kept.into_iter().map(|dispute| (DisputeId::of(&dispute.name), dispute))))
    }

    /// The one of that name.
    pub fn get(&self, name: &str) -> Option<&Dispute> {
        self.0.get(&DisputeId::of(name))
    }

    /// All of them, in the order of their names.
    pub fn by_name(&self) -> Vec<&Dispute> {
        let by_name: BTreeMap<&str, &Dispute> = gather(self.0.values().map(|one| (one.name.as_str(), one)));
        by_name.into_values().collect()
    }

    /// The change that keeps a dispute in place of the one that has its name; none where it is kept already.
    pub fn keeping(&self, dispute: &Dispute) -> Option<Change> {
        let before = self.get(&dispute.name);
        (before != Some(dispute)).then(|| Change::Dispute {
            before: before.cloned().map(Box::new),
            after: Some(Box::new(dispute.clone())),
        })
    }

    /// The change that removes the dispute of that name; none where there is none.
    pub fn removing(&self, name: &str) -> Option<Change> {
        let before = Box::new(self.get(name)?.clone());
        Some(Change::Dispute { before: Some(before), after: None })
    }

    /// Makes a change, where it is about a dispute that is as the change found it; whether it did.
    pub fn make(&mut self, change: &Change) -> bool {
        let Change::Dispute { before, after } = change else { return false };
        let Some(name) = before.as_ref().or(after.as_ref()).map(|dispute| dispute.name.clone()) else {
            return false;
        };
        let as_found = self.get(&name) == before.as_deref();
        if as_found {
            self.adopt(DisputeId::of(&name), after.as_deref().cloned());
        }
        as_found
    }

    /// Takes in what another tab did to a dispute; none where it was removed.
    pub fn adopt(&mut self, id: DisputeId, now: Option<Dispute>) {
        match now {
            Some(dispute) => drop(self.0.insert(id, dispute)),
            None => drop(self.0.remove(&id)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Party;

    fn dispute(name: &str, party: &str) -> Dispute {
        Dispute {
            name: name.into(),
            parties: vec![Party::new("a", party), Party::new("b", "ب")],
            ..Dispute::default()
        }
    }

    #[test]
    fn each_name_is_kept_once_and_in_order() {
        let mut kept = Disputes::new([dispute("ن", "أ"), dispute("ج", "أ")]);
        assert!(kept.keeping(&dispute("ن", "أ")).is_none(), "it is kept already");
        let change = kept.keeping(&dispute("ن", "ت")).unwrap();
        assert!(kept.make(&change));
        assert_eq!(kept.by_name(), [&dispute("ج", "أ"), &dispute("ن", "ت")]);
        assert!(kept.make(&kept.removing("ن").unwrap()));
        assert!(kept.removing("ن").is_none() && kept.by_name().len() == 1);
    }

    #[test]
    fn a_change_of_what_is_otherwise_by_now_is_not_made() {
        let mut kept = Disputes::new([dispute("ن", "أ")]);
        let stale = kept.keeping(&dispute("ن", "ت")).unwrap();
        kept.adopt(DisputeId::of("ن"), Some(dispute("ن", "ث")));
        assert!(!kept.make(&stale));
        assert_eq!(kept.get("ن"), Some(&dispute("ن", "ث")));
    }
}
