//! A store in memory, for tests and for browsers that keep nothing.

use super::{Store, StoreError};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// A map, and what should go wrong with it.
#[derive(Debug, Default)]
pub struct MemoryStore {
    map: RefCell<BTreeMap<String, String>>,
    fault: RefCell<Option<StoreError>>,
}

impl MemoryStore {
    /// A store that holds `records`.
    pub fn with<'r>(records: impl IntoIterator<Item = (&'r str, &'r str)>) -> Self {
        let map = records.into_iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
        MemoryStore { map: RefCell::new(map), fault: RefCell::new(None) }
    }

    /// From now on every write fails so, or none.
    pub fn fail_writes(&self, fault: Option<StoreError>) {
        *self.fault.borrow_mut() = fault;
    }

    fn writable(&self) -> Result<(), StoreError> {
        self.fault.borrow().clone().map_or(Ok(()), Err)
    }
}

impl Store for MemoryStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.map.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.writable()?;
        self.map.borrow_mut().insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.writable()?;
        self.map.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.map.borrow().keys().cloned().collect())
    }
}
