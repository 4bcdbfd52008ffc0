//! A page without a browser, for the tests of the state.

use super::{Effect, Message, Stage, State, Supply};
use crate::annotation::{Annotation, AnnotationId, ContentKind, Item, Timestamp};
use crate::page::words::Language;
use crate::storage::Kept;
use crate::text::Span;

/// Ids and times one after another.
#[derive(Default)]
pub struct Counter(u32);

impl Supply for Counter {
    fn id(&mut self) -> AnnotationId {
        self.0 += 1;
        AnnotationId(format!("urn:test:{}", self.0))
    }

    fn now(&mut self) -> Timestamp {
        self.0 += 1;
        Timestamp(format!("2024-01-10T08:{:02}:00Z", self.0))
    }
}

pub struct Page {
    pub state: State,
    supply: Counter,
    pub effects: Vec<Effect>,
}

impl Page {
    pub fn new() -> Self {
        Page::of(Kept::default())
    }

    /// A page with what was kept.
    pub fn of(kept: Kept) -> Self {
        let mut page = Page {
            state: State::new(kept, Language::default()),
            supply: Counter::default(),
            effects: Vec::new(),
        };
        page.reads();
        while page.state.stage != Stage::Whole {
            page.does(Message::DrawOn);
        }
        page
    }

    /// A page on which the reader has marked some words.
    pub fn worked() -> Self {
        let mut page = Page::new();
        // Its ids are no other page's.
        page.supply.0 = 30;
        page.does(Message::Select(Some(Span::of(7..13)))).does(Message::Mark(ContentKind::Highlight));
        page
    }

    /// Something happens, and all is drawn that is asked for after it.
    pub fn does(&mut self, message: Message) -> &mut Self {
        self.begins(message);
        while let Some(draws) = self.effects.iter().position(|effect| *effect == Effect::DrawOn) {
            self.effects.remove(draws);
            self.effects.extend(self.state.update(Message::DrawOn, &mut self.supply));
        }
        self
    }

    /// Something happens.
    pub fn begins(&mut self, message: Message) -> &mut Self {
        self.effects = self.state.update(message, &mut self.supply);
        self
    }

    /// The engine reads the text to its end.
    pub fn reads(&mut self) -> &mut Self {
        while self.state.desk.is_reading() {
            self.does(Message::ReadOn);
        }
        self
    }

    pub fn annotations(&self) -> Vec<Annotation> {
        self.state.desk.workspace().annotations().values().cloned().collect()
    }

    pub fn first_claim(&self) -> String {
        let claim = |item: &&Item| item.is_claim();
        self.state.desk.items().find(claim).unwrap().key.clone()
    }
}
