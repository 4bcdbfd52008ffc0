//! All that the page knows, and the one function that changes it: [`State::update`].
//!
//! No browser: what has to be done outside comes back as [`Effect`]s, ids and times come in through
//! [`Supply`].

mod archive;
mod arrival;
mod choice;
mod cursor;
mod desk;
mod draft;
mod edition;
mod effect;
mod filter;
mod find;
mod library;
mod marks;
mod message;
mod nearby;
mod notice;
mod revision;
mod stage;
mod taking;
#[cfg(test)]
mod testing;
mod update;

pub use archive::{ARCHIVE, Archive, GatheredCell, GatheredRow, Place, Sought, TOLD};
pub use arrival::{Arrival, Arriving};
pub use choice::{Choice, Origin};
pub use cursor::{Cursor, Unit};
pub use desk::{Desk, NEUTRAL, side_style};
pub use edition::Edition;
pub use effect::{Effect, Supply};
pub use filter::Filter;
pub use find::{Find, Mode, Wanted};
pub use library::{Counts, Entry, Hit, Hits, Library, Progress};
pub use marks::{Layer, Mark, layers, marks};
pub use message::{Arrange, Browse, Detail, Field, Message, Panel, Setting, Tab};
pub use notice::{Notice, Said};
pub use revision::{Revise, Unsound, list, names_of};
use stage::Growth;
pub use stage::Stage;
pub use taking::Taking;

use super::words::{Digits, Language};
use crate::analysis::IssueId;
use crate::annotation::{Annotation, Article, Disputes, DocumentId, Workspace};
use crate::order::{gather, take};
use crate::storage::{Kept, Settings, Standing, Unreadable};
use crate::text::Span;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Up to so many items all are drawn, wherever the window is.
pub const ALL_DRAWN: usize = 300;
/// The items that are taken to be near the window of an article that is just opened, as long as nobody has looked.
const NOT_SCROLLED: Range<usize> = 0..50;
/// So many claims one under the other the board draws at first, and more each time.
const ROOM: usize = 40;

/// Everything the page knows.
#[derive(Debug)]
pub struct State {
    /// What the reader has set.
    pub settings: Settings,
    /// The interface's language.
    pub language: Language,
    /// The open article.
    pub desk: Desk,
    /// How much of the page is drawn.
    pub stage: Stage,
    /// What has come of that of which there may be much.
    growth: Growth,
    /// The other articles, with all that was done to them in this visit.
    pub shelf: BTreeMap<DocumentId, Workspace>,
    /// Kept annotations whose article is not there: its record is broken, or the browser does not give it.
    strays: BTreeMap<DocumentId, Vec<Annotation>>,
    /// The disputes that are kept to be chosen for any article.
    pub disputes: Disputes,
    /// The item that article, margin and board show as chosen, by its key.
    pub focus: Option<String>,
    /// What the reader has selected in the article.
    pub selection: Option<Span>,
    /// Where the reader is with the keyboard.
    pub cursor: Option<Cursor>,
    /// The item that is being edited, by its key.
    pub editing: Option<String>,
    /// Which of the margin's lists is shown.
    pub tab: Tab,
    /// Whether the margin's list is open where the margin is a sheet.
    pub sheet: bool,
    /// The items in the window or no more than its height away from it, where they are many.
    pub in_view: Range<usize>,
    /// Whether the page is being printed.
    pub on_paper: bool,
    /// The search in the article.
    pub find: Find,
    /// All articles, and the search over them.
    pub library: Library,
    /// Files that are being opened, where they are several.
    pub files: Option<Taking>,
    /// What the board shows.
    pub filter: Filter,
    /// How many claims one under the other the board draws; more as the reader comes to its end.
    pub board_room: usize,
    /// The board of many articles that is open.
    pub archive: Option<Archive>,
    /// Whether it stands in the place of the article.
    in_archive: bool,
    /// The dispute in the making, as long as it cannot be worked with.
    pub unsound: Option<Unsound>,
    /// The issue to which the next claim that the reader marks belongs.
    pub adding: Option<IssueId>,
    /// The panel that is shown.
    pub panel: Option<Panel>,
    /// The file that waits to be taken in.
    pub arrival: Option<Arrival>,
    /// The new text that waits to take the open article's place.
    pub edition: Option<Edition>,
    /// The step at which the first visit's explanation is, from 0.
    pub tour: Option<usize>,
    /// What the page has to say.
    pub notices: Vec<Notice>,
    /// Where everything stands that was written.
    pub standing: Standing,
    /// Writings that have not ended.
    in_flight: usize,
    /// Whether [`Message::ReadOn`] has been asked for.
    reads_on: bool,
    /// Whether the reader wants the new version of the page.
    taking: bool,
    /// Whether something was edited since everything was kept last.
    unkept: bool,
    /// The articles that have a record.
    recorded: BTreeSet<DocumentId>,
    /// The articles deleted in this visit, the last one last.
    bin: Vec<Workspace>,
    /// What undo and redo are about, where it is the deletion or the name of an article.
    turn: Option<Turn>,
    /// Records that could not be read.
    pub unreadable: Vec<Unreadable>,
    /// The field whose last change the next one goes on with.
    typing: Option<(String, &'static str)>,
}

/// Whether what the reader did is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// All of it.
    Saved,
    /// Being written.
    Saving,
    /// The browser has taken all of it and gives it back, and does not say when it is on the disk.
    Entrusted,
    /// Not all of it.
    Failed,
}

/// The last thing done, where it was not done to the open article.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Turn {
    /// This article was deleted.
    Removed(DocumentId),
    /// Its deletion was taken back.
    BroughtBack(DocumentId),
    /// This article, which is not open, was renamed.
    Renamed(DocumentId),
    /// That was taken back.
    NamedBack(DocumentId),
    /// A file was taken in that is about more than the open article.
    TakenIn(Brought),
    /// That was taken back.
    HandedBack(Brought),
}

/// What a file brought.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Brought {
    /// The articles that were changed, each by one edit.
    changed: Vec<DocumentId>,
    /// The articles that came with it.
    new: Vec<DocumentId>,
    /// The article that was open before, and the one that was open after.
    open: [DocumentId; 2],
}

impl State {
    /// The state at the page's start, out of what was kept.
    pub fn new(mut kept: Kept, browser_language: Language) -> Self {
        let recorded = gather(kept.articles.iter().map(|article| article.id.clone()));
        let mut shelf = shelf(&mut kept);
        let seed = Article::seed();
        let open = kept.settings.open.clone().filter(|id| shelf.contains_key(id)).unwrap_or(seed.id);
        let workspace = shelf.remove(&open).unwrap_or_else(|| Workspace::new(Article::seed(), []));
        let mut notices = Vec::new();
        if kept.standing != Standing::Both {
            notices.push(Notice::new(Said::Standing(kept.standing.clone())));
        }
        if !kept.unreadable.is_empty() {
            notices.push(Notice::new(Said::Unreadable(kept.unreadable.len())));
        }
        // Whatever is kept from now on says that the explanation has been shown.
        let toured = std::mem::replace(&mut kept.settings.toured, true);
        State {
            language: spoken(&kept.settings, browser_language),
            tour: (!toured).then_some(0),
            settings: kept.settings,
            desk: Desk::begin(workspace),
            stage: Stage::Reading,
            growth: Growth::default(),
            reads_on: false,
            shelf,
            strays: kept.annotations,
            disputes: Disputes::new(kept.disputes),
            focus: None,
            selection: None,
            cursor: None,
            editing: None,
            tab: Tab::Claims,
            sheet: false,
            in_view: NOT_SCROLLED,
            on_paper: false,
            find: Find::default(),
            library: Library::default(),
            files: None,
            filter: Filter::default(),
            board_room: ROOM,
            archive: None,
            in_archive: false,
            unsound: None,
            adding: None,
            panel: None,
            arrival: None,
            edition: None,
            notices,
            standing: kept.standing,
            in_flight: 0,
            taking: false,
            unkept: false,
            recorded,
            bin: Vec::new(),
            turn: None,
            unreadable: kept.unreadable,
            typing: None,
        }
    }

    /// The last step of the first visit's explanation, from 0.
    pub const LAST_STEP: usize = 2;

    /// Whether marks of a layer are shown.
    pub fn shows(&self, layer: &Layer) -> bool {
        !self.settings.hidden.contains(&layer.key())
    }
}

/// The language that the settings name, or else `otherwise`, with their digits.
fn spoken(settings: &Settings, otherwise: Language) -> Language {
    Language::of(&settings.language).unwrap_or(otherwise).with(Digits::of(&settings.digits))
}

/// The kept articles with their annotations, which are taken from `kept`. Those of the seed need no kept
/// article.
fn shelf(kept: &mut Kept) -> BTreeMap<DocumentId, Workspace> {
    let mut articles: BTreeMap<DocumentId, Article> =
        gather(kept.articles.drain(..).map(|article| (article.id.clone(), article)));
    let seed = Article::seed();
    articles.entry(seed.id.clone()).or_insert(seed);
    let with = |(id, article): (DocumentId, Article)| {
        let annotations: Vec<Annotation> = take(&mut kept.annotations, &id);
        (id, Workspace::new(article, annotations))
    };
    gather(articles.into_iter().map(with))
}
