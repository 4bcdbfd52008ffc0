//! The store as records are put into it: read back, marked, and never over what nobody has read.

use super::keys::{aside, key, mark};
use super::ledger::Ledger;
use super::migrate::{Step, version};
use super::{Row, Store, StoreError};

/// The store, and who writes what form of records into it.
#[derive(Debug)]
pub(super) struct Shelf<S> {
    pub store: S,
    /// A number that no other tab has.
    pub tab: u32,
    /// From the first version of records to the one that is written.
    pub steps: &'static [Step],
}

impl<S: Store> Shelf<S> {
    /// The version of records that is written.
    pub fn version(&self) -> usize {
        version(self.steps)
    }

    /// The key under which a record is now.
    pub fn key(&self, path: &str) -> String {
        key(self.version(), path)
    }

    /// Puts a row into the store, marked as what the journal does not have yet.
    pub fn write(&self, ledger: &mut Ledger, row: Row) {
        if self.put_or_owe(ledger, &row) {
            // Where there is no room for the mark, a crash before the journal has the row would undo it.
            let _ = self.store.set(&mark(&row.key), &row.stamp.to_string());
        }
        ledger.unjournaled.insert(row.key.clone(), row);
    }

    /// Puts a row into the store; whether it is there.
    pub fn put_or_owe(&self, ledger: &mut Ledger, row: &Row) -> bool {
        let done = match ledger.store {
            // What is refused once is refused to all.
            Some(StoreError::Blocked) => Err(StoreError::Blocked),
            _ => self.put(ledger, row),
        };
        done.map_err(|error| {
            ledger.store = Some(error);
            ledger.owed.insert(row.key.clone(), row.clone());
        })
        .is_ok()
    }

    /// Puts a row into the store and reads it back.
    fn put(&self, ledger: &mut Ledger, row: &Row) -> Result<(), StoreError> {
        self.spare(ledger, row)?;
        match &row.value {
            Some(value) => self.store.set(&row.key, value)?,
            None => self.store.remove(&row.key)?,
        }
        let back = self.store.get(&row.key)?;
        if back == row.value { Ok(()) } else { Err(StoreError::Lost(row.key.clone())) }
    }

    /// Sets aside what a row would write over, where nobody has read it.
    fn spare(&self, ledger: &mut Ledger, row: &Row) -> Result<(), StoreError> {
        let set_aside = |value: &str| self.store.set(&aside(&row.key, row.stamp), value);
        if let Some(value) = ledger.unreadable.get(&row.key) {
            set_aside(value)?;
            ledger.unreadable.remove(&row.key);
        }
        if ledger.unseen.holds(&row.key) {
            if let Some(value) = self.store.get(&row.key)?.filter(|value| Some(value) != row.value.as_ref()) {
                set_aside(&value)?;
            }
            ledger.unseen.see(&row.key);
        }
        Ok(())
    }
}
