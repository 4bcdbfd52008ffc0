//! `localStorage`, every access of which may throw.

use super::reason;
use crate::storage::{Store, StoreError};
use web_sys::Storage;

/// The page's `localStorage`; fetched anew at each access, since a browser may withdraw it.
#[derive(Clone, Copy, Debug, Default)]
pub struct LocalStore;

fn storage() -> Result<Storage, StoreError> {
    let storage = web_sys::window().map(|window| window.local_storage());
    storage.and_then(Result::ok).flatten().ok_or(StoreError::Blocked)
}

impl Store for LocalStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        storage()?.get_item(key).map_err(|_| StoreError::Blocked)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        storage()?.set_item(key, value).map_err(reason)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        storage()?.remove_item(key).map_err(|_| StoreError::Blocked)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let storage = storage()?;
        let length = storage.length().map_err(|_| StoreError::Blocked)?;
        (0..length)
            .filter_map(|index| storage.key(index).map_err(|_| StoreError::Blocked).transpose())
            .collect()
    }
}
