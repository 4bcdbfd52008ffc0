//! Keeping what the reader does, between the page's state and the browser's stores.

use crate::page::browser::supply;
use crate::page::state::{Effect, Message};
use crate::storage::browser::{Channel, IndexedDb, LocalStore};
use crate::storage::{Keeper, Kept, Row, Write, records, usage};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// The keeper with the wire to other tabs.
pub struct Keeping {
    keeper: Rc<RefCell<Keeper<LocalStore, IndexedDb>>>,
    channel: Channel,
    /// How many writings wait for the journal to be read; none when it has been.
    early: Rc<Cell<Option<usize>>>,
    say: Callback<Message>,
}

impl Keeping {
    /// Reads the store, which is there at once; what the journal holds comes as [`Message::Reunited`].
    pub fn start(say: Callback<Message>) -> (Keeping, Kept) {
        let mut keeper = Keeper::new(LocalStore, IndexedDb::default(), supply::tab());
        let kept = keeper.load(supply::milliseconds());
        let keeper = Rc::new(RefCell::new(keeper));
        let early = Rc::new(Cell::new(Some(0)));
        let channel = {
            let (keeper, early, say) = (Rc::clone(&keeper), Rc::clone(&early), say.clone());
            Channel::open(move |rows| hear(&keeper, rows, early.get().is_none(), &say))
        };
        let keeping = Keeping { keeper, channel, early, say };
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
    pub fn writes(effect: Effect) -> Result<Vec<Write>, Effect> {
        match effect {
            Effect::Save(document, edit) => Ok(records::edit(&document, &edit)),
            Effect::SaveArticle(article) => Ok(vec![records::article(&article)]),
            Effect::ForgetArticle(id) => Ok(vec![records::without_article(&id)]),
            Effect::SaveSettings(settings) => Ok(vec![records::settings(&settings)]),
            Effect::Flush => Ok(Vec::new()),
            other => Err(other),
        }
    }

    /// Writes at once, tells the other tabs, and says [`Message::Kept`] when it is on the disk.
    pub fn keep(&self, writes: Vec<Write>) {
        self.write(writes);
        if let Some(waiting) = self.early.get() {
            self.early.set(Some(waiting + 1));
            return;
        }
        let settled = self.keeper.borrow().settle();
        let say = self.say.clone();
        spawn_local(async move { say.emit(Message::Kept(settled.await)) });
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
