//! Keeping records in a store and a journal, and bringing them back.
//!
//! A writing goes into the store at once, with a *mark* beside it that says when, and then into the journal;
//! when it is there, the mark goes. So at the next start it is known, of a record that differs between the
//! two, which is the later: the store's where a mark is later than the journal's row, else the journal's.

use super::kept::{Heard, Kept};
use super::keys::{mark, versioned};
use super::ledger::{Ledger, Standing};
use super::migrate::{STEPS, Step};
use super::records::{self, Write};
use super::reunion::Reunion;
use super::shelf::Shelf;
use super::{Journal, Row, Store, StoreError};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::Future;
use std::rc::Rc;

/// Reads and writes the records.
#[derive(Debug)]
pub struct Keeper<S, J> {
    shelf: Shelf<S>,
    journal: J,
    ledger: Rc<RefCell<Ledger>>,
}

impl<S: Store + Clone, J: Journal> Keeper<S, J> {
    /// Keeps records in `store` and `journal`; `tab` is a number that no other tab has.
    pub fn new(store: S, journal: J, tab: u32) -> Self {
        Keeper::with_steps(store, journal, tab, STEPS)
    }

    fn with_steps(store: S, journal: J, tab: u32, steps: &'static [Step]) -> Self {
        // Nothing is written before everything has been read once.
        let ledger = Ledger { newer: true, ..Ledger::default() };
        Keeper { shelf: Shelf { store, tab, steps }, journal, ledger: Rc::new(RefCell::new(ledger)) }
    }

    /// Reads the store, which is there at once; [`Keeper::reunite`] brings what only the journal has. What
    /// cannot be read is set aside. `now` is in milliseconds since 1970.
    pub fn load(&mut self, now: u64) -> Kept {
        let (ledger, kept) = Reunion::new(&self.shelf, Ledger::default(), now).of_store();
        *self.ledger.borrow_mut() = ledger;
        kept
    }

    /// What the journal holds, for [`Keeper::reunite`].
    pub fn read_journal(
        &self,
    ) -> impl Future<Output = Result<Vec<(String, String)>, StoreError>> + use<S, J> {
        self.journal.read()
    }

    /// Puts right what a crash left different between the store and the journal: everything that was kept,
    /// and the records that the store had not, or not as they were last. What the journal lacks it is given
    /// by [`Keeper::settle`].
    pub fn reunite(
        &mut self,
        journal: Result<Vec<(String, String)>, StoreError>,
        now: u64,
    ) -> (Kept, Vec<Heard>) {
        let ledger = std::mem::take(&mut *self.ledger.borrow_mut());
        let (ledger, kept, changed) = Reunion::new(&self.shelf, ledger, now).with_journal(journal);
        *self.ledger.borrow_mut() = ledger;
        (kept, changed)
    }

    /// Puts records into the store, and what it still owes of earlier ones; gives their rows, for other tabs
    /// to hear. They are safe when [`Keeper::settle`] has ended.
    pub fn write(&mut self, writes: Vec<Write>, now: u64) -> Vec<Row> {
        let mut ledger = self.ledger.borrow_mut();
        if ledger.newer {
            return Vec::new();
        }
        let rows: Vec<Row> = writes.into_iter().map(|write| self.row(&mut ledger, write, now)).collect();
        let mut owed = std::mem::take(&mut ledger.owed);
        if !rows.is_empty() || !owed.is_empty() {
            ledger.store = None;
        }
        // What goes makes room for what comes.
        let (gone, come): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|row| row.value.is_none());
        for row in gone.into_iter().chain(come) {
            owed.remove(&row.key);
            self.shelf.write(&mut ledger, row.clone());
        }
        for (key, row) in owed {
            match ledger.store {
                Some(_) => drop(ledger.owed.insert(key, row)),
                None => self.shelf.write(&mut ledger, row),
            }
        }
        rows
    }

    /// Puts into the journal what it has not been given, and says where everything stands then.
    pub fn settle(&self) -> impl Future<Output = Standing> + use<S, J> {
        let mut ledger = self.ledger.borrow_mut();
        let idle = ledger.newer;
        let rows = if idle { BTreeMap::new() } else { std::mem::take(&mut ledger.unjournaled) };
        let others = if idle { Vec::new() } else { std::mem::take(&mut ledger.entries) };
        let entries: Vec<_> = rows.values().map(Row::entry).chain(others).collect();
        let writing = (!entries.is_empty()).then(|| self.journal.write(entries));
        let (ledger, store) = (Rc::clone(&self.ledger), self.shelf.store.clone());
        async move {
            let Some(writing) = writing else { return ledger.borrow().standing() };
            let written = writing.await;
            let mut ledger = ledger.borrow_mut();
            for (key, row) in rows {
                if written.is_err() {
                    ledger.unjournaled.entry(key).or_insert(row);
                } else if store.get(&mark(&key)).is_ok_and(|m| m == Some(row.stamp.to_string())) {
                    let _ = store.remove(&mark(&key));
                }
            }
            ledger.journal = written.err();
            ledger.standing()
        }
    }

    /// Takes in what other tabs wrote. Of two writings of a record the later stays; where that is the one
    /// made here, the store is given it again.
    pub fn hear(&mut self, rows: Vec<Row>) -> Vec<Heard> {
        let mut ledger = self.ledger.borrow_mut();
        rows.into_iter().filter_map(|row| self.hear_one(&mut ledger, row)).collect()
    }

    /// Where everything stands.
    pub fn standing(&self) -> Standing {
        self.ledger.borrow().standing()
    }

    fn hear_one(&self, ledger: &mut Ledger, row: Row) -> Option<Heard> {
        let (version, path) = versioned(&row.key)?;
        if version > self.shelf.version() {
            ledger.newer = true;
            return None;
        }
        let record = records::read(path, row.value.as_deref()).ok()?;
        ledger.last = ledger.last.max(row.stamp.at);
        if ledger.latest.get(&row.key).is_some_and(|latest| *latest > row.stamp) {
            // The other tab's may have come into the stores after it.
            if let Some(later) = ledger.written.get(&row.key).cloned() {
                self.shelf.write(ledger, later);
            }
            return None;
        }
        ledger.latest.insert(row.key.clone(), row.stamp);
        ledger.owed.remove(&row.key);
        ledger.unjournaled.remove(&row.key);
        let before = ledger.written.get(&row.key).cloned();
        if before.is_some() {
            ledger.written.insert(row.key.clone(), row.clone());
            self.shelf.write(ledger, row.clone());
        }
        let unseen =
            |own: &Row| own.stamp.tab == self.shelf.tab && row.seen < own.stamp && own.value != row.value;
        let lost = before.filter(unseen).and_then(|own| records::read(path, own.value.as_deref()).ok());
        Some(Heard { record, lost })
    }

    fn row(&self, ledger: &mut Ledger, write: Write, now: u64) -> Row {
        let key = self.shelf.key(&write.path);
        let stamp = ledger.stamp(now, self.shelf.tab);
        let seen = ledger.latest.insert(key.clone(), stamp).unwrap_or_default();
        let row = Row { key: key.clone(), value: write.value, stamp, seen };
        ledger.written.insert(key, row.clone());
        row
    }
}

#[cfg(test)]
mod tests {
    use super::super::keys::ASIDE;
    use super::super::{MemoryJournal, MemoryStore, Record, Settings};
    use super::*;
    use crate::annotation::{Annotation, AnnotationId, Article, Content, Edit, EditKind, Target, Timestamp};
    use crate::text::{Document, Span};
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    /// What a future gives that never waits.
    fn now<T>(work: impl Future<Output = T>) -> T {
        match pin!(work).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(done) => done,
            Poll::Pending => panic!("it waits"),
        }
    }

    type Tab = Keeper<MemoryStore, MemoryJournal>;

    fn load(keeper: &mut Tab, time: u64) -> Kept {
        keeper.load(time);
        let (mut kept, _) = keeper.reunite(now(keeper.read_journal()), time);
        kept.standing = now(keeper.settle());
        kept
    }

    fn open(store: &MemoryStore, journal: &MemoryJournal) -> (Tab, Kept) {
        let mut keeper = Keeper::new(store.clone(), journal.clone(), 1);
        let kept = load(&mut keeper, 1000);
        (keeper, kept)
    }

    fn article() -> Article {
        Article::new("قال الوزير")
    }

    fn note(words: &str) -> Annotation {
        let document = Document::new(&article().text);
        Annotation {
            id: AnnotationId("urn:uuid:1".into()),
            created: Timestamp("2024-01-09T08:00:00Z".into()),
            modified: Timestamp("2024-01-09T08:00:00Z".into()),
            target: Target::new(&document, Span::of(0..6)),
            content: Content::Note,
            note: words.into(),
            tags: vec!["وسم".into()],
            judgement: None,
            other: serde_json::Map::new(),
        }
    }

    fn adding(words: &str) -> Vec<Write> {
        records::edit(&article().id, &Edit::add(note(words)))
    }

    fn deleting() -> Vec<Write> {
        records::edit(&article().id, &Edit::delete(note("")))
    }

    fn key() -> String {
        format!("mawqif/1/annotation/{}/urn:uuid:1", article().id.0)
    }

    fn notes(kept: &Kept) -> Vec<&str> {
        kept.annotations.values().flatten().map(|annotation| annotation.note.as_str()).collect()
    }

    #[test]
    fn what_is_saved_is_loaded_and_leaves_no_mark() {
        let (store, journal) = Default::default();
        let (mut keeper, _) = open(&store, &journal);
        keeper.write(vec![records::article(&article())], 2000);
        keeper.write(adding("ملاحظة"), 2000);
        assert_eq!(store.records().len(), 4, "two records and two marks");
        assert_eq!(now(keeper.settle()), Standing::Both);
        assert_eq!(store.records().len(), 2);
        let (_, kept) = open(&store, &journal);
        assert_eq!(kept.articles, [article()]);
        assert_eq!(kept.annotations.get(&article().id).map(Vec::as_slice), Some([note("ملاحظة")].as_slice()));
        assert!(kept.unreadable.is_empty() && kept.standing == Standing::Both);
    }

    #[test]
    fn nothing_is_written_before_everything_was_read() {
        let store = MemoryStore::default();
        let mut keeper = Keeper::new(store.clone(), MemoryJournal::default(), 1);
        keeper.write(adding("ملاحظة"), 2000);
        assert!(store.records().is_empty());
    }

    #[test]
    fn after_a_crash_the_later_of_store_and_journal_is_loaded() {
        // The store has lost what the journal has.
        let (store, journal) = Default::default();
        let (mut keeper, _) = open(&store, &journal);
        keeper.write(adding("أولى"), 2000);
        now(keeper.settle());
        let early = store.records();
        keeper.write(adding("ثانية"), 2001);
        now(keeper.settle());
        let store = MemoryStore::with(early);
        let (mut keeper, kept) = open(&store, &journal);
        assert_eq!(notes(&kept), ["ثانية"]);
        // The journal has not got what the store has.
        keeper.write(adding("ثالثة"), 2002);
        let (mut keeper, kept) = open(&store, &journal);
        assert_eq!(notes(&kept), ["ثالثة"]);
        // A deletion is such a writing too.
        keeper.write(deleting(), 2003);
        let (keeper, kept) = open(&store, &journal);
        assert!(notes(&kept).is_empty());
        drop(keeper);
        let store = MemoryStore::with([(
            key(),
            records::edit(&article().id, &Edit::add(note("ثالثة")))[0].value.clone().unwrap(),
        )]);
        assert!(notes(&open(&store, &journal).1).is_empty(), "the journal remembers the deletion");
    }

    #[test]
    fn what_is_written_before_the_journal_is_read_stays() {
        let (store, journal) = Default::default();
        let (mut keeper, _) = open(&store, &journal);
        keeper.write(adding("قبل"), 2000);
        now(keeper.settle());
        // The store has lost it, and the reader writes while the journal is read.
        for (time, blocked) in [(3000, None), (4000, Some(StoreError::Blocked))] {
            let store = MemoryStore::default();
            store.fail_writes(blocked);
            let mut keeper = Keeper::new(store, journal.clone(), 2);
            assert!(notes(&keeper.load(time)).is_empty());
            keeper.write(adding("الآن"), time);
            let (_, changed) = keeper.reunite(now(keeper.read_journal()), time + 1);
            assert_eq!(changed, []);
            now(keeper.settle());
            assert!(journal.entries()[&key()].contains("الآن"));
        }
    }

    #[test]
    fn what_only_the_journal_has_is_told() {
        let (store, journal) = Default::default();
        let (mut keeper, _) = open(&store, &journal);
        keeper.write(adding("قبل"), 2000);
        now(keeper.settle());
        let mut keeper = Keeper::new(MemoryStore::default(), journal.clone(), 2);
        keeper.load(3000);
        let (kept, changed) = keeper.reunite(now(keeper.read_journal()), 3001);
        assert_eq!((notes(&kept), changed.len()), (vec!["قبل"], 1));
    }

    #[test]
    fn the_journal_lets_go_of_what_the_store_has_had_for_a_day() {
        let (store, journal) = Default::default();
        let (mut keeper, _) = open(&store, &journal);
        keeper.write(adding("ملاحظة"), 2000);
        now(keeper.settle());
        let mut next_day = Keeper::new(store.clone(), journal.clone(), 2);
        load(&mut next_day, 2000 + 23 * 3_600_000);
        assert_eq!(journal.entries().len(), 1);
        load(&mut next_day, 2000 + 25 * 3_600_000);
        assert!(journal.entries().is_empty());
        assert_eq!(notes(&open(&store, &journal).1), ["ملاحظة"]);
    }

    #[test]
    fn what_cannot_be_read_is_set_aside_and_never_written_over() {
        let records = [
            ("mawqif/1/annotation/x/urn:1".to_owned(), "{broken".to_owned()),
            ("mawqif/1/document/x".to_owned(), "{}".to_owned()),
            ("mawqif/1/settings".to_owned(), "[".to_owned()),
            ("mawqif/1/strange".to_owned(), "?".to_owned()),
            ("other/key".to_owned(), "not ours".to_owned()),
        ];
        let store = MemoryStore::with(records.clone());
        let (mut keeper, kept) = open(&store, &MemoryJournal::default());
        let keys: Vec<&str> = kept.unreadable.iter().map(|u| u.key.as_str()).collect();
        assert_eq!(keys, records[..4].iter().map(|(key, _)| key).collect::<Vec<_>>());
        assert!(records.iter().all(|(key, value)| store.records().get(key) == Some(value)));
        keeper.write(vec![records::settings(&Settings::default())], 2000);
        let aside = |(key, value): (&String, &String)| key.starts_with(ASIDE) && value == "[";
        assert!(store.records().iter().any(aside), "{:?}", store.records());
    }

    #[test]
    fn a_broken_entry_of_the_journal_is_set_aside() {
        let (store, _) = <(MemoryStore, MemoryJournal)>::default();
        let journal = MemoryJournal::with([(key(), "{half".to_owned())]);
        let (mut keeper, kept) = open(&store, &journal);
        assert_eq!(kept.unreadable.len(), 1);
        keeper.write(adding("ملاحظة"), 2000);
        now(keeper.settle());
        assert!(journal.entries().values().any(|entry| entry == "{half"));
        let (_, kept) = open(&store, &journal);
        assert_eq!((notes(&kept), kept.unreadable.len()), (vec!["ملاحظة"], 1));
    }

    #[test]
    fn newer_data_is_read_where_it_can_be_and_never_written_over() {
        let value = adding("لاحقة")[0].value.clone().unwrap();
        let newer = key().replace("mawqif/1", "mawqif/2");
        let records = [(newer, value), ("mawqif/2/unheard/of".to_owned(), "?".to_owned())];
        let store = MemoryStore::with(records);
        let before = store.records();
        let (mut keeper, kept) = open(&store, &MemoryJournal::default());
        assert_eq!((notes(&kept), kept.unreadable.len()), (vec!["لاحقة"], 0));
        assert_eq!(kept.standing, Standing::Nowhere(StoreError::Newer));
        assert!(keeper.write(adding("هذه"), 2000).is_empty());
        assert_eq!(now(keeper.settle()), Standing::Nowhere(StoreError::Newer));
        assert_eq!(store.records(), before);
    }

    #[test]
    fn a_full_store_leaves_the_journal_as_a_reserve_until_there_is_room() {
        let (store, journal) = Default::default();
        let (mut keeper, _) = open(&store, &journal);
        store.limit(Some(0));
        keeper.write(adding("ملاحظة"), 2000);
        assert_eq!(now(keeper.settle()), Standing::Reserve(StoreError::Full));
        let (mut keeper, kept) = open(&store, &journal);
        assert_eq!((notes(&kept), &kept.standing), (vec!["ملاحظة"], &Standing::Reserve(StoreError::Full)));
        store.limit(None);
        keeper.write(Vec::new(), 2001);
        assert_eq!(now(keeper.settle()), Standing::Both);
        assert_eq!(store.records().len(), 1);
    }

    #[test]
    fn each_of_the_two_serves_alone_and_without_both_it_is_said() {
        for (store_fault, journal_fault, standing, loaded) in [
            (Some(StoreError::Blocked), None, Standing::JournalOnly, true),
            (None, Some(StoreError::Blocked), Standing::StoreOnly, true),
            (
                Some(StoreError::Blocked),
                Some(StoreError::Blocked),
                Standing::Nowhere(StoreError::Blocked),
                false,
            ),
        ] {
            let (store, journal) = <(MemoryStore, MemoryJournal)>::default();
            store.fail_reads(store_fault.clone());
            store.fail_writes(store_fault);
            journal.fail(journal_fault);
            let (mut keeper, kept) = open(&store, &journal);
            assert_eq!(kept.standing, standing);
            keeper.write(adding("ملاحظة"), 2000);
            assert_eq!(now(keeper.settle()), standing);
            let (_, kept) = open(&store, &journal);
            assert_eq!(notes(&kept).len(), usize::from(loaded), "{standing:?}");
            // When both are there again, each is given what it lacks.
            store.fail_reads(None);
            store.fail_writes(None);
            journal.fail(None);
            let (_, kept) = open(&store, &journal);
            assert_eq!((notes(&kept).len(), kept.standing.clone()), (usize::from(loaded), Standing::Both));
            assert_eq!(journal.entries().len() + store.records().len(), 2 * usize::from(loaded));
        }
    }

    #[test]
    fn of_two_tabs_the_later_edit_stays_and_the_other_is_known() {
        let (store, journal) = <(MemoryStore, MemoryJournal)>::default();
        let (mut one, mut other) =
            (Keeper::new(store.clone(), journal.clone(), 1), Keeper::new(store.clone(), journal, 2));
        load(&mut one, 1000);
        load(&mut other, 1000);
        let first = one.write(adding("من الأولى"), 2000);
        let second = other.write(adding("من الثانية"), 2001);
        // Neither had seen the other's: the earlier one is the loser.
        let heard = one.hear(second);
        let lost = heard[0].lost.clone();
        assert!(matches!(lost, Some(Record::Annotation(_, _, Some(a))) if a.note == "من الأولى"));
        assert!(other.hear(first).is_empty());
        // One that has seen the other's is no conflict.
        let third = one.write(adding("بعد ذلك"), 2002);
        assert_eq!(other.hear(third)[0].lost, None);
        assert!(store.get(&key()).unwrap().unwrap().contains("بعد ذلك"));
    }

    #[test]
    fn records_of_an_older_version_are_brought_up_and_then_removed() {
        let steps: &'static [Step] = &[|path, value| match path.strip_prefix("remark/") {
            Some(rest) => Ok((format!("annotation/{rest}"), value.replace("Remark", "Annotation"))),
            None => Ok((path.to_owned(), value.to_owned())),
        }];
        let old = adding("قديمة")[0].value.clone().unwrap().replace("Annotation", "Remark");
        let old_key = key().replace("annotation", "remark");
        let store = MemoryStore::with([(old_key, old), ("mawqif/1/broken".to_owned(), "?".to_owned())]);
        let mut keeper = Keeper::with_steps(store.clone(), MemoryJournal::default(), 1, steps);
        let kept = load(&mut keeper, 2000);
        assert_eq!((notes(&kept), kept.unreadable.len()), (vec!["قديمة"], 1));
        let keys: Vec<String> = store.records().into_keys().collect();
        assert_eq!(keys, ["mawqif/1/broken".to_owned(), key().replace("mawqif/1", "mawqif/2")]);
    }

    #[test]
    fn an_annotation_that_becomes_a_judgement_has_one_record() {
        use crate::annotation::{Decision, Judgement};
        let judged = Annotation {
            judgement: Some(Judgement { decision: Decision::Accepted, suggested: note("").target }),
            ..note("")
        };
        let edit = Edit::one(EditKind::Change, Some(note("")), Some(judged));
        let writes = records::edit(&article().id, &edit);
        assert_eq!(writes.iter().map(|write| write.value.is_some()).collect::<Vec<_>>(), [false, true]);
    }
}
