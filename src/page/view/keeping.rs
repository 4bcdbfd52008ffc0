//! Keeping what the reader does, between the page's state and the browser's stores.

use crate::annotation::{DocumentId, Edit};
use crate::page::browser::{dom, supply};
use crate::page::state::{Effect, Message};
use crate::storage::browser::{Channel, IndexedDb, LocalStore};
use crate::storage::{Keeper, Kept, Row, Write, records, usage};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// The keeper with the wire to other tabs.
#[derive(Clone)]
pub struct Keeping {
    keeper: Rc<RefCell<Keeper<LocalStore, IndexedDb>>>,
    channel: Rc<Channel>,
    /// What is not written yet.
    queue: Rc<RefCell<VecDeque<Piece>>>,
    /// How many writings wait for the journal to be read; none when it has been.
    early: Rc<Cell<Option<usize>>>,
    say: Callback<Message>,
}

/// A piece of what is to be written.
pub enum Piece {
    /// Records.
    Records(Vec<Write>),
    /// Some changes of an article, made records of when they are written.
    Changes(DocumentId, Edit),
    /// What was given to be kept together ends here.
    End,
}

/// So many changes are written at once: more of them together would take longer than a reader may wait for an answer.
const AT_ONCE: usize = 100;

impl Keeping {
    /// Reads the store, which is there at once; what the journal holds comes as [`Message::Reunited`].
    pub fn start(say: Callback<Message>) -> (Keeping, Kept) {
        let mut keeper = Keeper::new(LocalStore, IndexedDb::default(), supply::tab());
        let kept = keeper.load(supply::milliseconds());
        let keeper = Rc::new(RefCell::new(keeper));
        let early = Rc::new(Cell::new(Some(0)));
        let channel = {
            let (keeper, early, say) = (Rc::clone(&keeper), Rc::clone(&early), say.clone());
            Rc::new(Channel::open(move |rows| hear(&keeper, rows, early.get().is_none(), &say)))
        };
        let keeping = Keeping { keeper, channel, queue: Rc::default(), early, say };
        keeping.read_journal();
        (keeping, kept)
    }

    fn read_journal(&self) {
        let (keeper, early, say) = (Rc::clone(&self.keeper), Rc::clone(&self.early), self.say.clone());
        spawn_local(async move {
            let reading = keeper.borrow().read_journal();
            let entries = reading.await;
            let (kept, changed) = keeper.borrow_mut().reunite(entries, supply::milliseconds());
            let settled = keeper.borrow().settle();
            let waiting = early.take().unwrap_or_default();
            let standing = settled.await;
            say.emit(Message::Reunited(Box::new(kept), changed, standing.clone()));
            (0..waiting).for_each(|_| say.emit(Message::Kept(standing.clone())));
        });
    }

    /// The UTF-16 units that the store holds, where it can be read.
    pub fn used(&self) -> Option<usize> {
        usage::used(&LocalStore).ok()
    }

    /// What an effect writes; the effect itself where it writes nothing.
    pub fn writes(effect: Effect) -> Result<Vec<Piece>, Effect> {
        let record = |write| Ok(vec![Piece::Records(vec![write])]);
        match effect {
            Effect::Save(document, edit) => {
                let mut changes = edit.changes.into_iter().peekable();
                let mut pieces = Vec::new();
                while changes.peek().is_some() {
                    let some = Edit { kind: edit.kind, changes: changes.by_ref().take(AT_ONCE).collect() };
                    pieces.push(Piece::Changes(document.clone(), some));
                }
                Ok(pieces)
            }
            Effect::SaveArticle(article) => record(records::article(&article)),
            Effect::ForgetArticle(id) => record(records::without_article(&id)),
            Effect::SaveSettings(settings) => record(records::settings(&settings)),
            Effect::Flush => Ok(Vec::new()),
            other => Err(other),
        }
    }

    /// Writes, tells the other tabs, and says [`Message::Kept`] when it is on the disk: at once, or where it is much,
    /// piece by piece between what the reader does. Nothing to write means that the page is left: what waits is
    /// written then.
    pub fn keep(&self, pieces: Vec<Piece>) {
        let leaves = pieces.is_empty();
        let idle = self.queue.borrow().is_empty();
        self.queue.borrow_mut().extend(pieces.into_iter().chain([Piece::End]));
        // Before the journal is read nobody knows how the store will be put right by it.
        if leaves || self.early.get().is_some() {
            while self.write_next() {}
        } else if idle {
            self.write_on();
        }
    }

    fn write_on(&self) {
        if self.write_next() {
            let keeping = self.clone();
            dom::later(move || keeping.write_on());
        }
    }

    /// Writes some of what waits; whether there is more.
    fn write_next(&self) -> bool {
        let mut writes = Vec::new();
        let mut ended = false;
        while !ended && writes.len() < AT_ONCE {
            match self.queue.borrow_mut().pop_front() {
                Some(Piece::Records(records)) => writes.extend(records),
                Some(Piece::Changes(document, edit)) => writes.extend(records::edit(&document, &edit)),
                Some(Piece::End) => ended = true,
                None => return false,
            }
        }
        self.write(writes);
        if let Some(waiting) = self.early.get() {
            self.early.set(Some(waiting + usize::from(ended)));
        } else {
            let settled = self.keeper.borrow().settle();
            let say = self.say.clone();
            spawn_local(async move {
                let standing = settled.await;
                if ended {
                    say.emit(Message::Kept(standing));
                }
            });
        }
        !self.queue.borrow().is_empty()
    }

    /// Writes at once and tells the other tabs; the page says nothing of it. Only when the journal has been read.
    pub fn keep_quietly(&self, writes: Vec<Write>) {
        self.write(writes);
        let settled = self.keeper.borrow().settle();
        spawn_local(async move { drop(settled.await) });
    }

    fn write(&self, writes: Vec<Write>) {
        let rows = self.keeper.borrow_mut().write(writes, supply::milliseconds());
        self.channel.tell(&rows);
    }
}

/// Takes in what another tab wrote.
fn hear(
    keeper: &Rc<RefCell<Keeper<LocalStore, IndexedDb>>>,
    rows: Vec<Row>,
    reunited: bool,
    say: &Callback<Message>,
) {
    let heard = keeper.borrow_mut().hear(rows);
    say.emit(Message::Heard(heard));
    if reunited {
        let settled = keeper.borrow().settle();
        let say = say.clone();
        spawn_local(async move { say.emit(Message::Stands(settled.await)) });
    }
}
