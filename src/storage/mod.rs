//! What is kept and how: records behind a small [`Store`] trait, one key an annotation.
//!
//! Keys and values are as `mawqif/1/…` below; a value that cannot be read is set aside and reported, never
//! deleted and never overwritten. The browser's store lives in `browser`, one in memory beside it.

#[cfg(feature = "page")]
pub mod browser;
mod keeper;
mod memory;

pub use keeper::{Keeper, Kept, Settings, Unreadable};
pub use memory::MemoryStore;

/// A store of strings by key.
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
