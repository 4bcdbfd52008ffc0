//! Nothing that was called saved is lost: crashes at any moment, two tabs, full and broken stores, and
//! records of every version.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test that fails says so by panicking")]

use mawqif::analysis::{Dispute, Party};
use mawqif::annotation::{
    Annotation, AnnotationId, Article, Content, DocumentId, Edit, EditKind, Target, Timestamp,
};
use mawqif::storage::{
    Heard, Keeper, Kept, MemoryJournal, MemoryStore, Record, Row, Settings, Standing, StoreError, Write,
    records,
};
use mawqif::text::{Document, Span};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

type Tab = Keeper<MemoryStore, MemoryJournal>;

/// What a future gives that never waits.
fn now<T>(work: impl Future<Output = T>) -> T {
    match std::pin::pin!(work).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => done,
        Poll::Pending => panic!("it waits"),
    }
}

/// Reads store and journal, as the page does at its start.
fn load(keeper: &mut Tab, time: u64) -> Kept {
    keeper.load(time);
    let (mut kept, _) = keeper.reunite(now(keeper.read_journal()), time);
    kept.standing = now(keeper.settle());
    kept
}

fn open(store: &MemoryStore, journal: &MemoryJournal, time: u64) -> (Tab, Kept) {
    let mut keeper = Keeper::new(store.clone(), journal.clone(), 1);
    let kept = load(&mut keeper, time);
    (keeper, kept)
}

const TEXT: &str = "قال الوزير إن الوضع هادئ.";

fn note(id: usize, words: &str) -> Annotation {
    Annotation {
        id: AnnotationId(format!("urn:test:{id}")),
        created: Timestamp("2024-01-09T08:00:00Z".into()),
        modified: Timestamp("2024-01-09T08:00:00Z".into()),
        target: Target::new(&Document::new(TEXT), Span::of(0..6)),
        content: Content::Note,
        note: words.into(),
        tags: Vec::new(),
        judgement: None,
        other: serde_json::Map::new(),
    }
}

/// What is written when annotation `id` becomes a note with these words, or goes.
fn writes(id: usize, words: Option<&str>) -> Vec<Write> {
    let edit = match words {
        Some(words) => Edit::one(EditKind::Change, None, Some(note(id, words))),
        None => Edit::delete(note(id, "")),
    };
    records::edit(&DocumentId::of(TEXT), &edit)
}

fn notes(kept: &Kept) -> BTreeMap<String, String> {
    let all = kept.annotations.values().flatten();
    all.map(|annotation| (annotation.id.0.clone(), annotation.note.clone())).collect()
}

// ---- crashes -----------------------------------------------------------------------------------------

/// What happens to a browser.
#[derive(Clone, Debug)]
enum Event {
    /// The reader gives a record new words, or deletes it.
    Write(usize, bool),
    /// The journal completes the writing that has waited longest.
    Complete,
    /// The browser is killed: the store is as it was so many writings ago.
    Kill(usize),
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        4 => (0usize..3, prop::bool::weighted(0.8)).prop_map(|(id, words)| Event::Write(id, words)),
        3 => Just(Event::Complete),
        1 => (0usize..12).prop_map(Event::Kill),
    ]
}

/// A browser with what its disk held at every moment.
struct Machine {
    store: MemoryStore,
    journal: MemoryJournal,
    tab: Tab,
    waiting: VecDeque<Pin<Box<dyn Future<Output = Standing>>>>,
    disk: Vec<BTreeMap<String, String>>,
    time: u64,
    /// What each record has been since it was last surely kept, the sure state first.
    history: BTreeMap<String, Vec<Option<String>>>,
}

impl Machine {
    fn new() -> Self {
        let (store, journal) = <(MemoryStore, MemoryJournal)>::default();
        let (tab, _) = open(&store, &journal, 1000);
        let disk = vec![store.records()];
        Machine { store, journal, tab, waiting: VecDeque::new(), disk, time: 1000, history: BTreeMap::new() }
    }

    fn suffer(&mut self, event: Event) {
        match event {
            Event::Write(id, words) => {
                // The clock may stand still.
                self.time += u64::from(self.disk.len().is_multiple_of(3));
                let words = words.then(|| format!("{}", self.disk.len()));
                self.tab.write(writes(id, words.as_deref()), self.time);
                let history = self.history.entry(format!("urn:test:{id}")).or_insert_with(|| vec![None]);
                history.push(words);
                self.disk.push(self.store.records());
                self.waiting.push_back(Box::pin(self.tab.settle()));
            }
            Event::Complete => {
                if let Some(work) = self.waiting.pop_front() {
                    assert_eq!(now(work), Standing::Both);
                    self.disk.push(self.store.records());
                }
                if self.waiting.is_empty() {
                    // The page says `saved` now.
                    self.history.values_mut().for_each(|states| drop(states.drain(..states.len() - 1)));
                }
            }
            Event::Kill(back) => {
                self.disk.truncate(self.disk.len().saturating_sub(back).max(1));
                self.waiting.clear();
                self.store = MemoryStore::with(self.disk.last().cloned().unwrap());
                let (tab, kept) = open(&self.store, &self.journal, self.time);
                self.tab = tab;
                self.disk.push(self.store.records());
                self.check(&kept);
            }
        }
    }

    /// Each record is as it was when it was last surely kept, or later.
    fn check(&mut self, kept: &Kept) {
        assert_eq!((kept.unreadable.len(), &kept.standing), (0, &Standing::Both));
        let notes = notes(kept);
        for (id, states) in &mut self.history {
            let is = notes.get(id).cloned();
            assert!(states.contains(&is), "{id} is {is:?}, it was {states:?}");
            *states = vec![is];
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]
    #[test]
    fn what_was_called_saved_outlives_a_crash_at_any_moment(events in prop::collection::vec(event(), 1..60)) {
        let mut machine = Machine::new();
        events.into_iter().for_each(|event| machine.suffer(event));
        machine.suffer(Event::Kill(5));
    }
}

// ---- two tabs ----------------------------------------------------------------------------------------

/// A tab with what its reader sees, and what the other has told it that it has not heard yet.
struct Side {
    tab: Tab,
    sees: BTreeMap<String, String>,
    told: VecDeque<Vec<Row>>,
}

impl Side {
    /// Hears one message; gives the words that it says were written over.
    fn hear(&mut self) -> Option<String> {
        let rows = self.told.pop_front()?;
        let mut lost = None;
        for heard in self.tab.hear(rows) {
            let Heard { record: Record::Annotation(_, id, annotation), lost: over } = heard else { panic!() };
            match annotation {
                Some(annotation) => drop(self.sees.insert(id.0, annotation.note)),
                None => drop(self.sees.remove(&id.0)),
            }
            if let Some(Record::Annotation(_, _, Some(annotation))) = over {
                lost = Some(annotation.note);
            }
        }
        lost
    }
}

/// Both tabs edit the same few annotations, hearing of each other late; of every edit it is known where it
/// went: it stands, somebody who saw it wrote over it, or its writer is told that it was lost.
fn interleave(edits: Vec<(bool, usize, usize)>) {
    let (store, journal) = <(MemoryStore, MemoryJournal)>::default();
    let mut sides = [1, 2].map(|number| {
        let mut tab = Keeper::new(store.clone(), journal.clone(), number);
        load(&mut tab, 1000);
        Side { tab, sees: BTreeMap::new(), told: VecDeque::new() }
    });
    let mut accounted = BTreeSet::new();
    let count = edits.len();
    for (turn, (second, id, hears)) in edits.into_iter().enumerate() {
        let (me, other) = (usize::from(second), usize::from(!second));
        for _ in 0..hears {
            accounted.extend(sides[me].hear());
        }
        let words = turn.to_string();
        accounted.extend(sides[me].sees.insert(format!("urn:test:{id}"), words.clone()));
        let rows = sides[me].tab.write(writes(id, Some(&words)), 1000 + turn as u64 / 4);
        sides[other].told.push_back(rows);
        assert_eq!(now(sides[me].tab.settle()), Standing::Both);
    }
    for side in &mut sides {
        while !side.told.is_empty() {
            accounted.extend(side.hear());
        }
        now(side.tab.settle());
    }
    let [one, two] = &sides;
    assert_eq!(one.sees, two.sees);
    assert_eq!(notes(&open(&store, &journal, 9000).1), one.sees);
    accounted.extend(one.sees.values().cloned());
    let lost: Vec<usize> = (0..count).filter(|turn| !accounted.contains(&turn.to_string())).collect();
    assert!(lost.is_empty(), "lost: {lost:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]
    #[test]
    fn of_the_edits_of_two_tabs_none_is_lost(
        edits in prop::collection::vec((any::<bool>(), 0usize..4, 0usize..4), 1..40)
    ) {
        interleave(edits);
    }
}

#[test]
fn of_a_thousand_interleaved_edits_none_is_lost() {
    interleave((0..1000).map(|turn: usize| (turn.is_multiple_of(3), turn * 7 % 11, turn % 4)).collect());
}

// ---- faults ------------------------------------------------------------------------------------------

fn dispute() -> Dispute {
    let parties = vec![Party::new("a", "أ"), Party::new("b", "ب")];
    Dispute { name: "ن".into(), parties, ..Dispute::default() }
}

/// Settings of a page whose disputes have records of their own.
fn settled() -> Settings {
    Settings { disputes_gathered: true, ..Settings::default() }
}

/// A store and a journal with three notes, an article, a dispute and the settings.
fn furnished() -> (MemoryStore, MemoryJournal) {
    let (store, journal) = <(MemoryStore, MemoryJournal)>::default();
    let (mut tab, _) = open(&store, &journal, 1000);
    let mut all = vec![records::article(&Article::new(TEXT)), records::settings(&settled())];
    all.push(records::dispute(&dispute()));
    all.extend((0..3).flat_map(|id| writes(id, Some("ملاحظة"))));
    tab.write(all, 1000);
    assert_eq!(now(tab.settle()), Standing::Both);
    (store, journal)
}

#[test]
fn a_store_that_fills_up_at_any_writing_loses_nothing() {
    let whole: usize = {
        let units = |text: &String| text.encode_utf16().count();
        furnished().0.records().iter().map(|(key, value)| units(key) + units(value)).sum()
    };
    for room in (0..whole * 2).step_by(97) {
        let (store, journal) = <(MemoryStore, MemoryJournal)>::default();
        store.limit(Some(room));
        let (mut tab, _) = open(&store, &journal, 1000);
        let mut told = false;
        for turn in 0..6 {
            tab.write(writes(turn % 3, Some(&turn.to_string())), 1000);
            told |= now(tab.settle()) == Standing::Reserve(StoreError::Full);
        }
        assert!(told || room > whole / 2, "{room}");
        // After a crash, too.
        let (_, kept) = open(&store, &journal, 1000);
        let expected =
            [("0", "3"), ("1", "4"), ("2", "5")].map(|(id, w)| (format!("urn:test:{id}"), w.to_owned()));
        assert_eq!(notes(&kept), BTreeMap::from(expected), "{room}");
    }
}

#[test]
fn a_store_that_refuses_from_any_moment_on_loses_nothing() {
    for moment in 0..6 {
        let (store, journal) = furnished();
        let (mut tab, _) = open(&store, &journal, 1000);
        for turn in 0..6 {
            if turn == moment {
                store.fail_writes(Some(StoreError::Blocked));
                store.fail_reads(Some(StoreError::Blocked));
            }
            tab.write(writes(turn % 3, Some(&turn.to_string())), 1000);
            let standing = now(tab.settle());
            assert_eq!(standing, if turn < moment { Standing::Both } else { Standing::JournalOnly });
        }
        store.fail_writes(None);
        store.fail_reads(None);
        let (_, kept) = open(&store, &journal, 1000);
        assert_eq!(notes(&kept).into_values().collect::<Vec<_>>(), ["3", "4", "5"]);
    }
}

#[test]
fn what_a_store_takes_and_forgets_is_not_called_saved() {
    let (store, journal) = furnished();
    let (mut tab, _) = open(&store, &journal, 1000);
    store.forget(true);
    let rows = tab.write(writes(0, Some("أخرى")), 1000);
    assert_eq!(now(tab.settle()), Standing::Reserve(StoreError::Lost(rows[0].key.clone())));
    let (_, kept) = open(&store, &journal, 2000);
    assert_eq!(notes(&kept)["urn:test:0"], "أخرى", "the journal has it");
    store.forget(false);
    let (_, kept) = open(&store, &MemoryJournal::default(), 3000);
    assert_eq!(notes(&kept)["urn:test:0"], "ملاحظة", "and the store what it had");
    tab.write(Vec::new(), 4000);
    assert_eq!(now(tab.settle()), Standing::Both);
}

/// What a page shows that has heard what was changed since it began.
fn shown(first: &Kept, changed: &[Heard]) -> usize {
    let new = changed.iter().filter(|heard| matches!(heard.record, Record::Annotation(_, _, Some(_))));
    notes(first).len().max(new.count())
}

/// One reading fails, each in turn: at the start, and while all is written anew that was there and a note
/// more. What was there stands afterwards, or was set aside as it was; where the page did not show it, the
/// page knew that something was wrong.
fn one_reading_fails(journal_holds: bool, all_from_then: bool) {
    for moment in 0.. {
        let (store, whole) = furnished();
        let before = store.records();
        let journal = if journal_holds { whole } else { MemoryJournal::default() };
        store.fail_one_read(moment);
        let mut tab = Keeper::new(store.clone(), journal.clone(), 1);
        let first = tab.load(2000);
        if all_from_then && store.has_failed() {
            store.fail_reads(Some(StoreError::Blocked));
        }
        let (_, changed) = tab.reunite(now(tab.read_journal()), 2000);
        let standing = now(tab.settle());
        assert!(shown(&first, &changed) == 3 || standing != Standing::Both, "{moment}");
        store.fail_reads(None);
        let mut all: Vec<Write> = (0..4).flat_map(|id| writes(id, Some("أخرى"))).collect();
        all.push(records::settings(&Settings { theme: "dark".into(), ..settled() }));
        tab.write(all, 3000);
        now(tab.settle());
        let failed = store.has_failed();
        let (_, kept) = open(&store, &journal, 4000);
        assert_eq!(notes(&kept).into_values().collect::<Vec<_>>(), ["أخرى"; 4], "{moment}");
        assert_eq!((kept.articles.len(), kept.settings.theme.as_str()), (1, "dark"), "{moment}");
        // What nobody had seen was not written over.
        if failed && shown(&first, &changed) < 3 {
            let after = store.records();
            for (key, value) in before {
                assert!(after.values().any(|kept| *kept == value), "{moment}: {key}");
            }
        }
        if !failed {
            assert!(moment > 10, "every reading has failed once");
            return;
        }
    }
}

#[test]
fn any_reading_of_the_store_may_fail_and_nothing_is_lost() {
    for (journal_holds, all_from_then) in [(false, false), (true, false), (false, true), (true, true)] {
        one_reading_fails(journal_holds, all_from_then);
    }
}

/// One record is never given: all others are shown and kept, that one is listed and stays as it is.
#[test]
fn a_record_that_the_store_never_gives_hides_no_other() {
    let all = furnished().0.records();
    for (refused, value) in &all {
        for journal_holds in [false, true] {
            let (store, whole) = furnished();
            let journal = if journal_holds { whole } else { MemoryJournal::default() };
            store.refuse(Some(refused.clone()));
            let mut tab = Keeper::new(store.clone(), journal.clone(), 1);
            let count = |kept: &Kept| notes(kept).len() + kept.articles.len() + kept.disputes.len();
            let here = all.len() - 1 - usize::from(!refused.ends_with("settings"));
            let first = tab.load(2000);
            assert_eq!(count(&first), here, "{refused}");
            let listed = |kept: &Kept| kept.unreadable.iter().map(|one| one.key.clone()).collect::<Vec<_>>();
            assert_eq!(listed(&first), std::slice::from_ref(refused));
            let (kept, _) = tab.reunite(now(tab.read_journal()), 2000);
            now(tab.settle());
            // What the journal has of it is shown.
            assert_eq!(count(&kept), if journal_holds { all.len() - 1 } else { here }, "{refused}");
            assert_eq!(listed(&kept).is_empty(), journal_holds, "{refused}");
            // What is written to others is saved, and nothing is written over it.
            tab.write(writes(7, Some("جديدة")), 3000);
            let path = refused.strip_prefix("mawqif/1/").unwrap().to_owned();
            assert_eq!(now(tab.settle()), if journal_holds { Standing::JournalOnly } else { Standing::Both });
            tab.write(vec![Write { path, value: Some("{}".into()) }], 4000);
            assert_eq!(now(tab.settle()), Standing::JournalOnly);
            assert_eq!(store.records().get(refused), Some(value), "{refused}");
            // When the store gives it again, it is set aside before it is written over.
            store.refuse(None);
            tab.write(Vec::new(), 5000);
            assert_eq!(now(tab.settle()), Standing::Both);
            assert!(store.records().values().any(|kept| kept == value), "{refused}");
        }
    }
}

#[test]
fn a_journal_that_cannot_be_read_at_the_start_loses_nothing() {
    let (store, journal) = furnished();
    journal.fail(Some(StoreError::Blocked));
    let mut tab = Keeper::new(store.clone(), journal.clone(), 1);
    let first = tab.load(2000);
    let (kept, _) = tab.reunite(now(tab.read_journal()), 2000);
    assert_eq!((notes(&first).len(), notes(&kept).len()), (3, 3));
    assert_eq!(now(tab.settle()), Standing::StoreOnly);
    journal.fail(None);
    tab.write(writes(3, Some("رابعة")), 3000);
    assert_eq!(now(tab.settle()), Standing::Both);
    assert_eq!(notes(&open(&store, &journal, 4000).1).len(), 4);
}

/// Values that no record may have.
const WRONG: [&str; 8] =
    ["", "null", "[]", "{}", "1", "\"x\"", "true", "{\"type\":\"Annotation\",\"id\":[]}"];

#[test]
fn a_broken_record_is_set_aside_alone_and_its_bytes_stay() {
    let (whole, _) = furnished();
    for (key, value) in whole.records() {
        let cuts = value.char_indices().map(|(at, _)| value[..at].to_owned()).step_by(13);
        for broken in cuts.chain(WRONG.map(str::to_owned)) {
            let (store, _) = furnished();
            mawqif::storage::Store::set(&store, &key, &broken).unwrap();
            // Settings may be without any setting.
            let fine = key.ends_with("settings") && serde_json::from_str::<Settings>(&broken).is_ok();
            let (mut tab, kept) = open(&store, &MemoryJournal::default(), 1000);
            let annotations = kept.annotations.values().map(Vec::len).sum::<usize>();
            let count = annotations + kept.articles.len() + kept.disputes.len();
            let lost = usize::from(!key.ends_with("settings"));
            assert_eq!((count, kept.unreadable.len()), (5 - lost, usize::from(!fine)), "{key}: {broken}");
            // Writing the record anew keeps what was there.
            let path = key.strip_prefix("mawqif/1/").unwrap().to_owned();
            tab.write(vec![Write { path, value: Some(value.clone()) }], 2000);
            assert!(fine || store.records().values().any(|kept| *kept == broken), "{key}: {broken}");
        }
    }
}

#[test]
fn a_broken_record_that_the_journal_holds_is_restored_and_its_bytes_stay() {
    for (key, value) in furnished().0.records() {
        let (store, journal) = furnished();
        let broken = &value[..value.floor_char_boundary(value.len() / 2)];
        mawqif::storage::Store::set(&store, &key, broken).unwrap();
        let (_, kept) = open(&store, &journal, 1000);
        assert_eq!((notes(&kept).len(), kept.articles.len(), kept.unreadable.len()), (3, 1, 1), "{key}");
        let stored = store.records();
        assert_eq!(stored.get(&key), Some(&value));
        assert!(stored.values().any(|kept| kept == broken));
    }
}

// ---- versions ----------------------------------------------------------------------------------------

/// Each version has a file with its records as it wrote them, which this one reads whole.
#[test]
fn records_of_every_version_are_read() {
    for version in 1..=records::VERSION {
        let file = format!("{}/tests/stored/{version}.json", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(&file).unwrap_or_else(|e| panic!("{file}: {e}"));
        let stored: BTreeMap<String, String> = serde_json::from_str(&text).unwrap();
        let store = MemoryStore::with(stored.clone());
        let (_, kept) = open(&store, &MemoryJournal::default(), 1000);
        assert_eq!(kept.unreadable, [], "{file}");
        assert_eq!(kept.standing, Standing::Both);
        let annotations: Vec<&Annotation> = kept.annotations.values().flatten().collect();
        assert_eq!(kept.articles.len() + annotations.len() + 1, stored.len(), "{file}");
        assert!(annotations.iter().any(|annotation| annotation.note == "من يرأسها؟"));
        assert!(annotations.iter().any(|annotation| annotation.judgement.is_some()));
        assert_eq!(kept.settings.theme, "dark");
    }
}

/// Before disputes had records they were kept with the articles that are read by them alone.
#[test]
fn disputes_that_only_articles_carried_get_records_of_their_own_once() {
    let text = include_str!("stored/1-disputes-in-articles.json");
    let (store, journal) = (
        MemoryStore::with(serde_json::from_str::<BTreeMap<String, String>>(text).unwrap()),
        MemoryJournal::default(),
    );
    let names = |kept: &Kept| kept.disputes.iter().map(|one| one.name.clone()).collect::<Vec<_>>();
    // The page shows them before the journal is read, and nothing is written yet.
    let mut early = Keeper::new(store.clone(), journal.clone(), 2);
    assert_eq!(names(&early.load(1000)), ["الجزر"]);
    let (mut tab, kept) = open(&store, &journal, 1000);
    assert_eq!((names(&kept), kept.articles.len(), kept.unreadable.len()), (vec!["الجزر".to_owned()], 4, 0));
    assert_eq!(kept.settings.theme, "dark");
    let islands = records::dispute(&kept.disputes[0]);
    let record = |store: &MemoryStore| store.records().get(&format!("mawqif/1/{}", islands.path)).cloned();
    assert_eq!(record(&store), islands.value);
    assert!(journal.entries().values().any(|row| row.contains("أنقرة")));
    assert!(!store.records().keys().any(|key| key.starts_with("mawqif/ahead/")), "the journal has them");
    // One that the reader removes does not come back with the articles that still carry it.
    tab.write(vec![Write { value: None, ..islands.clone() }], 2000);
    now(tab.settle());
    let (_, kept) = open(&store, &journal, 3000);
    assert_eq!((names(&kept), record(&store)), (Vec::new(), None));
}
