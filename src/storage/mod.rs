//! What is kept and how, so that nothing the reader did is lost.
//!
//! Each record has a key of its own in a [`Store`] (the browser's `localStorage`): an annotation, a judgement,
//! an article, the settings. A browser writes that store to disk only seconds later, so each record is also
//! put into a [`Journal`] (IndexedDB with strict durability) before the page says that it is saved. The
//! [`Keeper`] does both, puts right at the next start what a crash has left different, and settles what two
//! tabs do to the same record. What cannot be read is set aside and reported, never deleted and never
//! overwritten.
//!
//! The record's form is [`exchange`](crate::exchange)'s; nothing here draws, and all but `browser` is tried with
//! stores in memory.

#[cfg(feature = "page")]
pub mod browser;
mod fault;
mod keeper;
mod kept;
mod keys;
mod ledger;
mod memory;
mod migrate;
pub mod records;
mod reunion;
mod row;
mod shelf;
pub mod usage;

pub use fault::Fault;
pub use keeper::Keeper;
pub use kept::{Heard, Kept, Unreadable};
pub use ledger::Standing;
pub use memory::{MemoryJournal, MemoryStore};
pub use records::{Record, Settings, Write};
pub use row::{Row, Stamp};

use std::future::Future;

/// A store of strings by key, written at once.
pub trait Store {
    /// The value of `key`, if there is one.
    ///
    /// # Errors
    /// Where the store cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;
    /// Sets `key` to `value`; where it fails the old value stays.
    ///
    /// # Errors
    /// Where the store is full or cannot be written.
    fn set(&self, key: &str, value: &str) -> Result<(), StoreError>;
    /// Removes `key`.
    ///
    /// # Errors
    /// Where the store cannot be written.
    fn remove(&self, key: &str) -> Result<(), StoreError>;
    /// All keys, in no order.
    ///
    /// # Errors
    /// Where the store cannot be read.
    fn keys(&self) -> Result<Vec<String>, StoreError>;
}

/// A store of strings by key, which is slower and sure: what it says is written is on the disk.
pub trait Journal {
    /// All entries, in no order.
    ///
    /// # Errors
    /// Where the journal cannot be read.
    fn read(&self) -> impl Future<Output = Result<Vec<(String, String)>, StoreError>> + use<Self>;
    /// Writes all entries or none; an entry without a value is dropped.
    ///
    /// # Errors
    /// Where they could not be written, and nothing is then; or where something else was read back.
    fn write(
        &self,
        entries: Vec<(String, Option<String>)>,
    ) -> impl Future<Output = Result<(), StoreError>> + use<Self>;
}

/// Why something could not be kept or read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The browser refuses its storage.
    #[error("the browser refuses its storage")]
    Blocked,
    /// There is no room left.
    #[error("the browser's storage is full")]
    Full,
    /// What was read back is not what was written.
    #[error("what was written to {0} did not come back")]
    Lost(String),
    /// A newer version of the program has written here; this one only reads.
    #[error("a newer version of Mawqif has written here")]
    Newer,
}
