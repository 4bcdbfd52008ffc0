//! Stores in memory that fail as a browser's may, for tests.

use super::{Journal, Store, StoreError};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::{Future, ready};
use std::rc::Rc;

/// A map, and what goes wrong with it; clones are one store.
#[derive(Clone, Debug, Default)]
pub struct MemoryStore(Rc<RefCell<Inside>>);

#[derive(Debug, Default)]
struct Inside {
    map: BTreeMap<String, String>,
    writes: Option<StoreError>,
    reads: Option<StoreError>,
    /// How many more readings go well before one fails.
    one_read: Option<usize>,
    /// The key whose readings all fail.
    refused: Option<String>,
    room: Option<usize>,
    /// Whether what is written is taken and forgotten.
    forgets: bool,
}

impl MemoryStore {
    /// A store that holds `records`.
    pub fn with<K: Into<String>, V: Into<String>>(records: impl IntoIterator<Item = (K, V)>) -> Self {
        let map = records.into_iter().map(|(key, value)| (key.into(), value.into())).collect();
        MemoryStore(Rc::new(RefCell::new(Inside { map, ..Inside::default() })))
    }

    /// From now on every write fails so, or none.
    pub fn fail_writes(&self, fault: Option<StoreError>) {
        self.0.borrow_mut().writes = fault;
    }

    /// From now on every reading fails so, or none.
    pub fn fail_reads(&self, fault: Option<StoreError>) {
        self.0.borrow_mut().reads = fault;
    }

    /// One reading fails, after so many others; all after it go well again. Whether it has failed yet is told
    /// by [`MemoryStore::has_failed`].
    pub fn fail_one_read(&self, after: usize) {
        self.0.borrow_mut().one_read = Some(after);
    }

    /// From now on every reading of this key fails, or of none.
    pub fn refuse(&self, key: Option<String>) {
        self.0.borrow_mut().refused = key;
    }

    /// Whether the reading that was to fail has failed.
    pub fn has_failed(&self) -> bool {
        self.0.borrow().one_read.is_none()
    }

    /// From now on what is written is taken without a word and is not there, or is again.
    pub fn forget(&self, forgets: bool) {
        self.0.borrow_mut().forgets = forgets;
    }

    /// From now on there is room for so many UTF-16 units, keys included.
    pub fn limit(&self, room: Option<usize>) {
        self.0.borrow_mut().room = room;
    }

    /// What is in it.
    pub fn records(&self) -> BTreeMap<String, String> {
        self.0.borrow().map.clone()
    }

    fn failing(fault: &Option<StoreError>) -> Result<(), StoreError> {
        fault.clone().map_or(Ok(()), Err)
    }
}

impl Inside {
    /// A reading begins, and fails where it is to fail.
    fn read(&mut self) -> Result<(), StoreError> {
        MemoryStore::failing(&self.reads)?;
        match self.one_read {
            Some(0) => {
                self.one_read = None;
                Err(StoreError::Blocked)
            }
            Some(more) => {
                self.one_read = Some(more - 1);
                Ok(())
            }
            None => Ok(()),
        }
    }
}

impl Store for MemoryStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        let mut inside = self.0.borrow_mut();
        inside.read()?;
        if inside.refused.as_deref() == Some(key) {
            return Err(StoreError::Blocked);
        }
        Ok(inside.map.get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        let mut inside = self.0.borrow_mut();
        Self::failing(&inside.writes)?;
        let units = |text: &str| text.encode_utf16().count();
        let others = inside.map.iter().filter(|(other, _)| *other != key);
        let used: usize = others.map(|(key, value)| units(key) + units(value)).sum();
        if inside.room.is_some_and(|room| used + units(key) + units(value) > room) {
            return Err(StoreError::Full);
        }
        if inside.forgets {
            return Ok(());
        }
        inside.map.insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        let mut inside = self.0.borrow_mut();
        Self::failing(&inside.writes)?;
        inside.map.remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let mut inside = self.0.borrow_mut();
        inside.read()?;
        Ok(inside.map.keys().cloned().collect())
    }
}

/// A journal in memory; clones are one journal.
#[derive(Clone, Debug, Default)]
pub struct MemoryJournal {
    entries: Rc<RefCell<BTreeMap<String, String>>>,
    fault: Rc<RefCell<Option<StoreError>>>,
}

impl MemoryJournal {
    /// A journal that holds `entries`.
    pub fn with(entries: impl IntoIterator<Item = (String, String)>) -> Self {
        let journal = MemoryJournal::default();
        journal.entries.borrow_mut().extend(entries);
        journal
    }

    /// From now on everything fails so, or nothing.
    pub fn fail(&self, fault: Option<StoreError>) {
        *self.fault.borrow_mut() = fault;
    }

    /// What is in it.
    pub fn entries(&self) -> BTreeMap<String, String> {
        self.entries.borrow().clone()
    }

    fn failing(&self) -> Result<(), StoreError> {
        self.fault.borrow().clone().map_or(Ok(()), Err)
    }
}

impl Journal for MemoryJournal {
    fn read(&self) -> impl Future<Output = Result<Vec<(String, String)>, StoreError>> + use<> {
        ready(self.failing().map(|()| self.entries().into_iter().collect()))
    }

    fn write(
        &self,
        entries: Vec<(String, Option<String>)>,
    ) -> impl Future<Output = Result<(), StoreError>> + use<> {
        let journal = self.clone();
        // Written when it is waited for: until then a crash loses it, as it does in a browser.
        async move {
            journal.failing()?;
            let mut map = journal.entries.borrow_mut();
            for (key, value) in entries {
                match value {
                    Some(value) => drop(map.insert(key, value)),
                    None => drop(map.remove(&key)),
                }
            }
            Ok(())
        }
    }
}
