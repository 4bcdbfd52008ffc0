//! How much of the browser's store is used.

use super::{Store, StoreError};

/// The UTF-16 units, keys included, that browsers let one site keep in `localStorage`.
pub const QUOTA: usize = 5 * 1024 * 1024;

/// The UTF-16 units that a store holds, keys included.
///
/// # Errors
/// Where the store cannot be read.
pub fn used(store: &impl Store) -> Result<usize, StoreError> {
    let units = |text: &str| text.encode_utf16().count();
    store.keys()?.iter().try_fold(0, |sum, key| {
        let value = store.get(key)?.unwrap_or_default();
        Ok(sum + units(key) + units(&value))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::MemoryStore;

    #[test]
    fn keys_and_values_count_in_utf16() {
        let store = MemoryStore::default();
        store.set("a", "قال").unwrap();
        store.set("ب", "😀").unwrap();
        assert_eq!(used(&store), Ok(7));
    }
}
