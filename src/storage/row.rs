//! A record's state with its moment, as it is journaled and told to other tabs.

use serde::{Deserialize, Serialize};
use std::fmt;

/// When a record was written, such that of two writings one is always the later.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Stamp {
    /// Milliseconds since 1970, or a little more where the clock stood still or went back.
    pub at: u64,
    /// The tab that wrote, which decides between writings of one millisecond.
    pub tab: u32,
}

impl fmt::Display for Stamp {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}-{}", self.at, self.tab)
    }
}

impl Stamp {
    /// Reads what [`Display`](fmt::Display) wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let (at, tab) = text.split_once('-')?;
        Some(Stamp { at: at.parse().ok()?, tab: tab.parse().ok()? })
    }
}

/// What a record became.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The record's key in the store.
    pub key: String,
    /// Its value; none where it was deleted.
    pub value: Option<String>,
    /// When.
    pub stamp: Stamp,
    /// The writing that the writer had seen last, zero where none in his visit: whoever has written since
    /// was not seen by him.
    pub seen: Stamp,
}

impl Row {
    /// The row as an entry of the journal.
    pub fn entry(&self) -> (String, Option<String>) {
        (self.key.clone(), Some(serde_json::to_string(self).unwrap_or_default()))
    }
}
