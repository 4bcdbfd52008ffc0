//! What the store and the journal hold, made one again: after a crash they differ.

use super::fault::Fault;
use super::kept::{Heard, Kept, Unreadable};
use super::keys::{ASIDE, MARK, ROOT, aside, mark, versioned};
use super::ledger::{Ledger, Unseen};
use super::migrate::bring_up;
use super::records::{self, Record, Write};
use super::shelf::Shelf;
use super::{Row, Stamp, Store, StoreError};
use crate::analysis::Dispute;
use crate::annotation::{DisputeId, Disputes, ReadBy};
use crate::exchange::read_record;
use std::collections::{BTreeMap, BTreeSet};

/// Milliseconds for which the journal holds a record that the store has too: far longer than a browser
/// takes to write its store to disk, which may be minutes when much is written.
const HELD: u64 = 24 * 60 * 60 * 1000;

/// The work of one start.
pub(super) struct Reunion<'s, S> {
    shelf: &'s Shelf<S>,
    now: u64,
    ledger: Ledger,
    kept: Kept,
    /// The records by key, first as the store has them, then as they are.
    records: BTreeMap<String, String>,
    /// What the store did not give before, so that it is new now.
    unseen: Unseen,
    /// What the store is to be given that the journal has.
    missing: Vec<Row>,
    /// What both are to be given.
    made: Vec<Row>,
    /// Keys of records that an older version wrote, by those under which they are now.
    raised: BTreeMap<String, String>,
}

impl<'s, S: Store> Reunion<'s, S> {
    /// `ledger` is what is known already.
    pub fn new(shelf: &'s Shelf<S>, ledger: Ledger, now: u64) -> Self {
        let mut ledger = Ledger { newer: false, store: None, journal: None, ..ledger };
        let unseen = std::mem::take(&mut ledger.unseen);
        Reunion {
            shelf,
            now,
            ledger,
            kept: Kept::default(),
            records: BTreeMap::new(),
            unseen,
            missing: Vec::new(),
            made: Vec::new(),
            raised: BTreeMap::new(),
        }
    }

    /// What the store holds by itself.
    pub fn of_store(mut self) -> (Ledger, Kept) {
        self.read_store();
        self.read_records();
        self.gather_disputes();
        (self.ledger, self.kept)
    }

    /// What store and journal hold together, and what of it the store had not. What the store lacks is given
    /// to it, what the journal lacks is left for [`Keeper::settle`](super::Keeper::settle).
    pub fn with_journal(
        mut self,
        journal: Result<Vec<(String, String)>, StoreError>,
    ) -> (Ledger, Kept, Vec<Heard>) {
        let marks = self.read_store();
        self.compare(marks, journal);
        let changed = self.changed();
        self.read_records();
        self.gather_disputes();
        self.mend();
        (self.ledger, self.kept, changed)
    }

    /// What the store lacked, and all that it holds where it could not be read before.
    fn changed(&self) -> Vec<Heard> {
        let lacked = self.missing.iter().map(|row| (&row.key, row.value.as_deref()));
        let held = self
            .records
            .iter()
            .filter(|(key, _)| self.unseen.holds(key))
            .map(|(key, value)| (key, Some(value.as_str())));
        let heard = |(key, value): (&String, Option<&str>)| {
            let record = records::read(versioned(key)?.1, value).ok()?;
            Some(Heard { record, lost: None })
        };
        lacked.chain(held).filter_map(heard).collect()
    }

    /// Reads the store; gives what the journal may lack, by the marks, each row without its value.
    fn read_store(&mut self) -> BTreeMap<String, Row> {
        let mut marks = BTreeMap::new();
        match self.everything() {
            Ok(stored) => {
                for (key, value) in stored {
                    match key.strip_prefix(MARK) {
                        Some(path) => {
                            let stamp = Stamp::parse(&value).unwrap_or_default();
                            let key = format!("{ROOT}{path}");
                            marks.insert(key.clone(), Row { key, value: None, stamp, seen: stamp });
                        }
                        None => drop(self.records.insert(key, value)),
                    }
                }
            }
            Err(error) => {
                self.ledger.store = Some(error);
                self.ledger.unseen = Unseen::AllBut(BTreeSet::new());
            }
        }
        marks
    }

    /// What the store gives of ours. What it does not give, asked twice, is noted, as long as it gives
    /// anything.
    fn everything(&mut self) -> Result<Vec<(String, String)>, StoreError> {
        let store = &self.shelf.store;
        let (mut given, mut refused) = (Vec::new(), BTreeMap::new());
        for key in store.keys()?.into_iter().filter(|key| key.starts_with(ROOT)) {
            match store.get(&key).or_else(|_| store.get(&key)) {
                Ok(value) => given.extend(value.map(|value| (key, value))),
                Err(error) => drop(refused.insert(key, error)),
            }
        }
        match refused.first_key_value() {
            Some((_, error)) if given.is_empty() => return Err(error.clone()),
            Some(_) => self.ledger.unseen = Unseen::These(refused.into_keys().collect()),
            None => {}
        }
        Ok(given)
    }

    /// Decides for each record which of the two has it as it was last.
    fn compare(
        &mut self,
        mut marks: BTreeMap<String, Row>,
        journal: Result<Vec<(String, String)>, StoreError>,
    ) {
        let entries = journal.unwrap_or_else(|error| {
            self.ledger.journal = Some(error);
            Vec::new()
        });
        for (key, entry) in entries {
            match read_record::<Row>(&entry) {
                Ok(row) if row.key == key => self.compare_one(row, &mut marks),
                _ => self.move_aside(key, entry),
            }
        }
        // What is marked still is later in the store, or nowhere but in the store.
        for (key, row) in marks {
            self.ledger.last = self.ledger.last.max(row.stamp.at);
            let value = self.records.get(&key).cloned();
            self.ledger.unjournaled.insert(key, Row { value, ..row });
        }
    }

    fn compare_one(&mut self, row: Row, marks: &mut BTreeMap<String, Row>) {
        self.ledger.last = self.ledger.last.max(row.stamp.at);
        let later = |stamp: &Stamp| *stamp > row.stamp;
        if marks.get(&row.key).is_some_and(|marked| later(&marked.stamp))
            || self.ledger.latest.get(&row.key).is_some_and(later)
        {
            return;
        }
        if marks.remove(&row.key).is_some() {
            let _ = self.shelf.store.remove(&mark(&row.key));
        }
        let stored = self.records.get(&row.key);
        if stored == row.value.as_ref() {
            if self.now.saturating_sub(row.stamp.at) > HELD {
                self.ledger.entries.push((row.key, None));
            }
            return;
        }
        if let Some(value) = stored.cloned()
            && let Err(fault) = self.read(&row.key, &value)
        {
            self.unreadable(&row.key, value, fault);
        }
        match row.value.clone() {
            Some(value) => drop(self.records.insert(row.key.clone(), value)),
            None => drop(self.records.remove(&row.key)),
        }
        self.missing.push(row);
    }

    fn read_records(&mut self) {
        let records = std::mem::take(&mut self.records);
        for (key, value) in &records {
            let newer = versioned(key).is_some_and(|(version, _)| version > self.shelf.version());
            self.ledger.newer |= newer;
            match self.read(key, value) {
                Ok((path, value, record)) => {
                    let current = self.shelf.key(&path);
                    if !newer && current != *key {
                        if records.contains_key(&current) {
                            continue;
                        }
                        self.give_both(Write { path, value: Some(value) });
                        self.raised.insert(current, key.clone());
                    }
                    self.kept.take(record);
                }
                // What a newer version writes is not broken because this one cannot read it.
                Err(_) if newer => {}
                Err(fault) => self.unreadable(key, value.clone(), fault),
            }
        }
        if let Unseen::These(refused) = &self.ledger.unseen {
            let missing = refused.iter().filter(|key| !key.starts_with(MARK) && !records.contains_key(*key));
            let unreadable =
                |key: &String| Unreadable { key: key.clone(), value: String::new(), fault: Fault::Refused };
            self.kept.unreadable.extend(missing.map(unreadable));
        }
    }

    /// Once in the life of a store, gives the disputes that only articles carry records of their own: before
    /// there were such records, a dispute was kept with the articles that were read by it alone. Not twice,
    /// or one that the reader has removed since would come back.
    fn gather_disputes(&mut self) {
        if self.kept.settings.disputes_gathered || self.kept.articles.is_empty() {
            return;
        }
        let carried = self.kept.articles.iter().filter_map(|article| match &article.arrangement.read_by {
            Some(ReadBy::Dispute(dispute)) => Some((**dispute).clone()),
            _ => None,
        });
        let built_in = Dispute::washington_baghdad();
        let mut disputes = Disputes::new(self.kept.disputes.iter().cloned());
        for dispute in carried.filter(|dispute| *dispute != built_in).collect::<Vec<_>>() {
            if disputes.get(&dispute.name).is_none() {
                self.give_both(records::dispute(&dispute));
                disputes.adopt(DisputeId::of(&dispute.name), Some(dispute.clone()));
                self.kept.disputes.push(dispute);
            }
        }
        self.kept.settings.disputes_gathered = true;
        // Settings that could not be read wait until the reader sets something.
        let write = records::settings(&self.kept.settings);
        let key = self.shelf.key(&write.path);
        if !self.ledger.unreadable.contains_key(&key) && !self.ledger.unseen.holds(&key) {
            self.give_both(write);
        }
    }

    /// A record that neither the store nor the journal has.
    fn give_both(&mut self, write: Write) {
        let stamp = self.ledger.stamp(self.now, self.shelf.tab);
        let row = Row { key: self.shelf.key(&write.path), value: write.value, stamp, seen: stamp };
        self.made.push(row);
    }

    /// Gives the store what it lacks.
    fn mend(&mut self) {
        if self.ledger.newer {
            return;
        }
        for row in std::mem::take(&mut self.missing) {
            self.shelf.put_or_owe(&mut self.ledger, &row);
        }
        for row in std::mem::take(&mut self.made) {
            self.shelf.write(&mut self.ledger, row);
        }
        for (current, old) in std::mem::take(&mut self.raised) {
            if !self.ledger.owed.contains_key(&current) {
                let _ = self.shelf.store.remove(&old);
                self.ledger.entries.push((old, None));
            }
        }
    }

    /// A record as this version has it: its path and value, and what they say.
    fn read(&self, key: &str, value: &str) -> Result<(String, String, Record), Fault> {
        if key.starts_with(ASIDE) {
            return Err(Fault::Aside);
        }
        let (version, path) = versioned(key).ok_or(Fault::Stranger)?;
        let (path, value) = bring_up(self.shelf.steps, version, path, value.to_owned())?;
        let record = records::read(&path, Some(&value))?;
        Ok((path, value, record))
    }

    fn unreadable(&mut self, key: &str, value: String, fault: Fault) {
        self.ledger.unreadable.insert(key.to_owned(), value.clone());
        self.kept.unreadable.push(Unreadable { key: key.to_owned(), value, fault });
    }

    /// Moves an entry of the journal that cannot be read out of the way of what is written next.
    fn move_aside(&mut self, key: String, entry: String) {
        if !key.starts_with(ASIDE) {
            let moved = aside(&key, self.ledger.stamp(self.now, self.shelf.tab));
            self.ledger.entries.push((moved, Some(entry.clone())));
            self.ledger.entries.push((key.clone(), None));
        }
        self.kept.unreadable.push(Unreadable { key, value: entry, fault: Fault::Aside });
    }
}
