//! What of this visit's writings is where.

use super::{Row, Stamp, StoreError};
use std::collections::{BTreeMap, BTreeSet};

/// Where everything stands that the reader did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// In the store and in the journal.
    #[default]
    Both,
    /// In the store alone: the browser has no journal, and a crash may take the last seconds.
    StoreOnly,
    /// In the journal alone: the browser refuses the store.
    JournalOnly,
    /// Some of it is only in the journal, which is there for crashes and not for good.
    Reserve(StoreError),
    /// Some of it is nowhere but in the page.
    Nowhere(StoreError),
}

/// What a [`Keeper`](super::Keeper) knows, shared with the writings that are under way.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    /// The latest moment written or heard of.
    pub last: u64,
    /// The latest writing of each record in this visit, here or in another tab.
    pub latest: BTreeMap<String, Stamp>,
    /// The records that this tab has written, each as it was written last, here or in another tab.
    pub written: BTreeMap<String, Row>,
    /// What the store does not have.
    pub owed: BTreeMap<String, Row>,
    /// What the journal has not been given.
    pub unjournaled: BTreeMap<String, Row>,
    /// Other entries for the journal: what it need not hold any longer, and what was set aside.
    pub entries: Vec<(String, Option<String>)>,
    /// Records that could not be read, which must not be written over.
    pub unreadable: BTreeMap<String, String>,
    /// What the store may hold that nobody has seen, since it could not be read at the start.
    pub unseen: Unseen,
    /// What is wrong with the store.
    pub store: Option<StoreError>,
    /// What is wrong with the journal.
    pub journal: Option<StoreError>,
    /// Whether a newer version has written here: nothing must be written then.
    pub newer: bool,
}

/// Records that the store may hold and that nobody has seen.
#[derive(Debug, Default)]
pub(super) enum Unseen {
    /// There is none.
    #[default]
    Nothing,
    /// These, each of which the store did not give.
    These(BTreeSet<String>),
    /// All but these, which were written since: the store gave nothing at all.
    AllBut(BTreeSet<String>),
}

impl Unseen {
    /// Whether the store may hold under that key what nobody has seen.
    pub fn holds(&self, key: &str) -> bool {
        match self {
            Unseen::Nothing => false,
            Unseen::These(keys) => keys.contains(key),
            Unseen::AllBut(keys) => !keys.contains(key),
        }
    }

    /// Says that what the store holds under that key has been seen.
    pub fn see(&mut self, key: &str) {
        match self {
            Unseen::Nothing => {}
            Unseen::These(keys) => drop(keys.remove(key)),
            Unseen::AllBut(keys) => drop(keys.insert(key.to_owned())),
        }
    }
}

impl Ledger {
    /// The moment of a writing: now, and later than all that was written before.
    pub fn stamp(&mut self, now: u64, tab: u32) -> Stamp {
        self.last = now.max(self.last.saturating_add(1));
        Stamp { at: self.last, tab }
    }

    pub fn standing(&self) -> Standing {
        if self.newer {
            return Standing::Nowhere(StoreError::Newer);
        }
        // One record that the store does not give is told by itself.
        let unseen = matches!(self.unseen, Unseen::AllBut(_)).then_some(StoreError::Blocked);
        match (self.store.clone().or(unseen), &self.journal) {
            (None, None) => Standing::Both,
            (None, Some(_)) => Standing::StoreOnly,
            (Some(StoreError::Blocked), None) => Standing::JournalOnly,
            (Some(error), None) => Standing::Reserve(error),
            (Some(error), Some(_)) => Standing::Nowhere(error),
        }
    }
}
