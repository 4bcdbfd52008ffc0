//! The whole page: it holds the state, has it drawn by `parts`, and does what the state asks for.

use super::foreign::foreign;
use super::keeping::Keeping;
use super::parts::{self, Given};
use crate::annotation::DocumentId;
use crate::page::browser::focus::Focus;
use crate::page::browser::highlights::Highlights;
use crate::page::browser::{address, article, dom, events, files, layout, locale, menus, supply, version};
use crate::page::state::{ALL_DRAWN, Effect, Message, Stage, State, marks};
use crate::page::words::Language;
use crate::storage::records;
use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;
use yew::prelude::*;

/// So many milliseconds the engine reads before the page may answer.
const MOMENT: u64 = 4;

/// Hears of all that happens to the page.
fn listen(say: &Callback<Message>, scrolled: events::Teller, at_risk: Rc<Cell<bool>>, files: &files::Queue) {
    events::listen(say.clone(), scrolled);
    version::hear_of_new(say.clone());
    events::leaving(say.clone(), at_risk);
    files.take_dropped(say);
    menus::close_by_themselves(say.clone());
}

/// The page.
pub struct App {
    state: State,
    /// How the parts of the page tell what happened. They are given the same ones each time, for a part is drawn
    /// anew where it is given something else.
    say: Callback<Message>,
    take_files: Callback<Event>,
    /// Tells that other words may be in the window.
    scrolled: events::Teller,
    keeping: Keeping,
    /// Whether the browser is to ask before the page is left.
    at_risk: Rc<Cell<bool>>,
    /// Whether all that was kept is here: what a crash left in the journal comes a moment after the rest.
    ready: bool,
    /// Files that wait to be opened.
    files: files::Queue,
    supply: supply::Browser,
    highlights: Highlights,
    focus: Focus,
    /// The article whose text is laid.
    laid: Option<DocumentId>,
    /// Whether the page is seen, and not what stands there before the program has something to show.
    uncovered: bool,
    /// Whether something was done since marks and cards were placed that may move them.
    moved: bool,
    /// Done when the page has been drawn.
    pending: Vec<Effect>,
}

impl Component for App {
    type Message = Message;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let say = context.link().callback(|message: Message| message);
        let (keeping, kept) = Keeping::start(say.clone());
        let at_risk = Rc::new(Cell::new(false));
        let files = files::Queue::default();
        let scrolled = events::Teller::new(say.clone(), Message::Scrolled);
        {
            let (say, scrolled) = (say.clone(), scrolled.clone());
            let (at_risk, files) = (Rc::clone(&at_risk), files.clone());
            dom::later(move || listen(&say, scrolled, at_risk, &files));
        }
        App {
            scrolled,
            take_files: files.taking(&say),
            say,
            files,
            state: State::new(kept, Language::default()),
            keeping,
            at_risk,
            ready: false,
            supply: supply::Browser,
            highlights: Highlights::default(),
            focus: Focus::follow(),
            laid: None,
            uncovered: false,
            moved: true,
            pending: Vec::new(),
        }
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        if matches!(message, Message::Select(None) | Message::Selected) && self.state.selection.is_none() {
            return false;
        }
        // How all is kept is said in the bar, and moves nothing.
        let still = matches!(&message, Message::Kept(standing) | Message::Stands(standing) if *standing == self.state.standing);
        let message = match message {
            Message::Scrolled if layout::wants_more_of_board() => Message::MoreOfBoard,
            Message::Scrolled => match self.in_view() {
                Some(items) => Message::InView(items),
                None => return false,
            },
            message => message,
        };
        if message == Message::ReadOn {
            let read = self.reads_on(context);
            self.moved |= read;
            return read;
        }
        if message == Message::OpenFind(true) {
            self.state.find.from = layout::begin_of_view(&self.state.desk.document);
        }
        let looked = matches!(message, Message::InView(_)).then(|| self.state.drawn());
        let ready = matches!(message, Message::Reunited(..));
        self.happens(context, message);
        if ready {
            self.ready = true;
            // Not before: the article that the address carries may be here already, with annotations.
            if let Some(text) = address::take_text() {
                self.happens(context, Message::OpenAddress(text));
            }
            address::texts(self.say.reform(Message::OpenAddress));
        }
        let draws = looked.is_none_or(|drawn| drawn != self.state.drawn());
        self.moved |= draws && !still;
        draws
    }

    fn view(&self, _: &Context<Self>) -> Html {
        if self.state.stage == Stage::Reading {
            return Html::default();
        }
        parts::page(Given { state: &self.state, say: &self.say, take_files: &self.take_files })
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        if first {
            self.say_later(Message::ReadOn);
            let language = self.state.language;
            dom::later(move || locale::make(language));
        }
        if self.state.stage == Stage::Reading {
            return;
        }
        self.dress();
        self.lay();
        if self.state.stage == Stage::Whole {
            self.finish(context);
        }
    }
}

impl App {
    /// Gives the whole page what it is called, its language and how the reader likes it, and the parties' colours.
    fn dress(&self) {
        let state = &self.state;
        let archive = state.archive.as_ref().filter(|_| state.shows_archive());
        let words = state.language.words();
        let shown = match archive.map(|archive| archive.board.name.as_str()) {
            Some("") => words.archive_title,
            Some(name) => name,
            None => &state.desk.article().title,
        };
        let title = format!("{shown} · {}", words.name);
        dom::dress(state.language, &state.settings, &foreign(&title));
        dom::paint(&state.desk.analysis.parties);
    }

    /// Lays the article's text, where it is another one.
    fn lay(&mut self) {
        let id = &self.state.desk.article().id;
        if self.laid.as_ref() != Some(id) {
            article::lay(&self.state.desk.document);
            self.highlights.forget();
            self.laid = Some(id.clone());
        }
    }

    /// What is done when all parts of the page are drawn: marks and places, and what waited for them.
    fn finish(&mut self, context: &Context<Self>) {
        let state = &self.state;
        let document = &state.desk.document;
        let uncovers = !self.uncovered;
        // What the reader saw last stays until there is as much to see.
        if uncovers && state.desk.is_reading() && dom::is_covered() {
            return;
        }
        if uncovers {
            dom::uncover();
            self.uncovered = true;
        }
        // Nothing of an article is placed that is not shown; when it is again, something has been done.
        let moved = std::mem::take(&mut self.moved) && !state.shows_archive();
        if moved {
            if !self.highlights.draw(document, marks(state)) && uncovers {
                context.link().send_message(Message::NoHighlights);
            }
            layout::place(document, state.selection);
        }
        for effect in std::mem::take(&mut self.pending) {
            match effect {
                Effect::ShowWords(span) => layout::show_words(document, span),
                Effect::ShowCard(key) => layout::show_card(&key),
                Effect::GoTo(id) => dom::go_to(id),
                _ => {}
            }
        }
        self.focus.keep();
        if moved && self.state.desk.items.len() > ALL_DRAWN {
            self.scrolled.tell();
        }
        if layout::wants_more_of_board() {
            context.link().send_message(Message::MoreOfBoard);
        }
        if uncovers {
            events::watch_size(article::TEXT, self.say.clone());
        }
        if self.ready {
            dom::ready();
        }
    }

    /// Lets the engine read for a moment; there is something new to draw when it has come to the end.
    fn reads_on(&mut self, context: &Context<Self>) -> bool {
        let begin = supply::milliseconds();
        loop {
            let mut effects = self.state.update(Message::ReadOn, &mut self.supply);
            let reading = self.state.desk.is_reading();
            let at_once = reading && supply::milliseconds() < begin + MOMENT;
            effects.retain(|effect| !(at_once && *effect == Effect::ReadOn));
            effects.into_iter().for_each(|effect| self.carry_out(context, effect));
            if !at_once {
                return !reading;
            }
        }
    }

    /// The items in the window or near it, where there are too many to draw all.
    fn in_view(&self) -> Option<Range<usize>> {
        let desk = &self.state.desk;
        (desk.items.len() > ALL_DRAWN && !self.state.shows_archive())
            .then(|| layout::in_view(&desk.document, &desk.items))
    }

    /// Changes the state by what happened and does what it asks for.
    fn happens(&mut self, context: &Context<Self>, message: Message) {
        let effects = self.state.update(message, &mut self.supply);
        let mut writes = None;
        for effect in effects {
            match Keeping::writes(effect) {
                Ok(more) => writes.get_or_insert_with(Vec::new).extend(more),
                Err(other) => self.carry_out(context, other),
            }
        }
        if let Some(writes) = writes {
            self.state.writing();
            self.keeping.keep(writes);
        }
        self.at_risk.set(self.state.at_risk());
    }

    /// Tells itself something when the page has answered what came before.
    fn say_later(&self, message: Message) {
        let say = self.say.clone();
        dom::later(move || say.emit(message));
    }

    fn carry_out(&mut self, context: &Context<Self>, effect: Effect) {
        match effect {
            Effect::Download { name, file } => {
                files::download(&format!("{name}-{}.{}", supply::today(), file.ending), &file);
            }
            Effect::Deselect => article::deselect(),
            Effect::GoOn => self.say_later(Message::GoOn),
            Effect::ReadOn => self.say_later(Message::ReadOn),
            Effect::DrawOn => {
                let say = self.say.clone();
                dom::when_drawn(move || say.emit(Message::DrawOn));
            }
            Effect::Visited(settings) => self.keeping.keep_quietly(vec![records::settings(&settings)]),
            Effect::Measure => {
                if let Some(used) = self.keeping.used() {
                    context.link().send_message(Message::Used(used));
                }
            }
            Effect::ReadNext => self.files.read_next(self.say.clone()),
            Effect::DropFiles => self.files.clear(),
            Effect::TakeVersion => version::take(),
            Effect::SelectWords(span) => article::select(&self.state.desk.document, span),
            other => self.pending.push(other),
        }
    }
}
