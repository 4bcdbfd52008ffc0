//! What can happen on the page.

use super::archive::Sought;
use super::cursor::Unit;
use super::filter::Filter;
use super::find::Mode;
use super::marks::Layer;
use super::revision::Revise;
use crate::analysis::{Act, Date, EntityKind, IssueId, PartyId};
use crate::annotation::{AnnotationId, ContentKind, DocumentId, Link, Rating, ReadBy, Relation};
use crate::exchange::{Format, Problem};
use crate::page::words::{Digits, Language};
use crate::storage::{Heard, Kept, Standing};
use crate::text::Span;
use std::ops::Range;

/// One thing that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// The reader selected words of the article, or nothing any more.
    Select(Option<Span>),
    /// The reader has done selecting.
    Selected,
    /// The reading cursor goes on to the next unit, or back to the one before.
    Move(Unit, bool),
    /// The selection reaches further by a unit, or less far.
    Extend(Unit, bool),
    /// What is at the reading cursor is chosen; what is chosen already is edited.
    OpenHere,
    /// The chosen item is edited.
    EditChosen,
    /// The chosen item's annotation is deleted.
    DeleteChosen,
    /// The reader pointed at a byte of the article.
    Point(crate::text::Byte),
    /// The reader chose an item in the margin or on the board.
    Choose(String),
    /// The reader let go of the chosen item.
    LetGo,
    /// The next claim in the text, or the one before.
    NextClaim(bool),
    /// The selected words become an annotation.
    Mark(ContentKind),
    /// A suggestion is right.
    Accept(String),
    /// A suggestion is wrong.
    Reject(String),
    /// An item is to be edited.
    Edit(String),
    /// Editing is over.
    Done,
    /// A field of the edited item has a new value.
    Set(Field),
    /// The edited claim does this to another one, by its key; a suggestion is thereby accepted.
    Link(Relation, String),
    /// An annotation is deleted; a judged suggestion is unjudged again.
    Delete(String),
    /// The reader arranges the board.
    Arrange(Arrange),
    /// The article is read by other parties.
    ReadBy(ReadBy),
    /// The dispute by which it is read is changed.
    Revise(Revise),
    /// A file with a dispute is taken in.
    TakeDispute {
        /// Its name.
        file: String,
        /// What is in it.
        bytes: Vec<u8>,
    },
    /// The kept dispute of this name is removed.
    RemoveDispute(String),
    /// The dispute is wanted as a file.
    DownloadDispute,
    /// The board shows what fits a filter.
    Filter(Filter),
    /// The last edit is taken back.
    Undo,
    /// The edit taken back last is made again.
    Redo,
    /// A layer of marks is switched on or off.
    Switch(Layer),
    /// The margin shows another list.
    Show(Tab),
    /// More claims are drawn of the board that is shown.
    MoreOfBoard,
    /// The reader looks at the board of many articles.
    Browse(Browse),
    /// The interface speaks another language.
    Speak(Language),
    /// Light, dark, or as the system has it where empty.
    Theme(&'static str),
    /// The search is opened or closed.
    OpenFind(bool),
    /// Other words are searched for.
    Find(String),
    /// What is searched for is meant otherwise.
    FindMode(Mode),
    /// The next place found, or the one before.
    FindNext(bool),
    /// A panel is shown in place of the one before, or none any more.
    Open(Option<Panel>),
    /// The reader clicked on the article, the margin or the board: a panel in which nothing is in the making
    /// closes.
    Elsewhere,
    /// A setting has a new value.
    Adjust(Setting),
    /// The first visit's next step is shown, or none after the last.
    TourOn,
    /// The first visit's steps are skipped.
    TourEnd,
    /// A text is opened as an article.
    OpenText {
        /// The text.
        text: String,
        /// The file that it came from, if any.
        file: Option<String>,
    },
    /// A file with annotations has come: what it would add and change is shown.
    Import {
        /// Its name.
        file: String,
        /// What is in it.
        bytes: Vec<u8>,
    },
    /// A file with an article is opened.
    OpenFile {
        /// Its name.
        file: String,
        /// What is in it.
        bytes: Vec<u8>,
    },
    /// The page's address carries a text, in percent escapes, that is opened as an article.
    OpenAddress(String),
    /// So many files were chosen or dropped to be opened.
    FilesCame(usize),
    /// A file could not be read, and why.
    Unread {
        /// Its name.
        file: String,
        /// What is wrong with it.
        problem: Problem,
    },
    /// No more of the files that came are opened.
    StopOpening,
    /// An article of the shelf is opened.
    Take(DocumentId),
    /// An article is opened at a place that the search over the library found.
    TakeAt(DocumentId, Span),
    /// The library is searched for something.
    SearchLibrary(String, Mode),
    /// What the library still has to find out goes on.
    GoOn,
    /// An article is about to be renamed, or none any more.
    Rename(Option<DocumentId>),
    /// An article has another title.
    NameArticle(DocumentId, String),
    /// What is known of the open article is corrected.
    Correct(Detail),
    /// The browser's store holds so many UTF-16 units.
    Used(usize),
    /// Another text has come for the open article: what moves in it is shown.
    Renew(String),
    /// An uncertain annotation of the new text is right, or is not.
    ConfirmMove(AnnotationId, bool),
    /// The new text takes the open article's place.
    RenewNow,
    /// An uncertain annotation stands where it was found.
    ConfirmPlace(String),
    /// What the file that was looked at would do is done.
    TakeIn,
    /// The annotations are wanted as a file.
    Download,
    /// They are wanted in a format.
    Export(Format),
    /// The unreadable records are wanted as a file.
    DownloadUnreadable,
    /// A notice is waved away.
    Dismiss(usize),
    /// A writing ended, and everything stands so.
    Kept(Standing),
    /// Everything stands so, though nothing was written here.
    Stands(Standing),
    /// The journal has been read: everything that was kept, what of it the store had not, and where it
    /// stands.
    Reunited(Box<Kept>, Vec<Heard>, Standing),
    /// Other tabs have written.
    Heard(Vec<Heard>),
    /// A new version of the page is here and waits.
    VersionWaits,
    /// The new version takes this one's place, once all is saved.
    TakeVersion,
    /// What the page is about to lose is to be kept now if it can be.
    Leaving,
    /// An article is deleted with its annotations.
    RemoveArticle(DocumentId),
    /// What a notice says was lost is brought back.
    Restore(usize),
    /// The browser cannot draw marks.
    NoHighlights,
    /// The window has another size.
    Resized,
    /// The page was scrolled.
    Scrolled,
    /// The engine reads on in a long text.
    ReadOn,
    /// At its start the page draws the next part of it.
    DrawOn,
    /// These items are in the window, or no more than its height away from it.
    InView(Range<usize>),
    /// The page is going to be printed, or has been.
    OnPaper(bool),
    /// The reader wants to be where he was: the innermost of editor, panel, search, choice is closed.
    Escape,
    /// The chosen suggestion is right, or wrong.
    JudgeChosen(bool),
    /// Bring the reader to an element, by its id.
    GoTo(&'static str),
}

/// What the reader does on the board.
#[derive(Clone, Debug, PartialEq)]
pub enum Arrange {
    /// A claim belongs to another issue, or to none.
    Move(String, Option<IssueId>),
    /// Claims become an issue of their own.
    Split(Vec<String>),
    /// A claim belongs to another side, or to none.
    Side(String, Option<PartyId>),
    /// All claims of the first issue belong to the second.
    Merge(IssueId, IssueId),
    /// An issue's question is worded; where empty, it is the issue's own again.
    Word(IssueId, String),
    /// The next claim that the reader marks belongs to an issue.
    AddTo(IssueId),
}

/// What the reader does with the board of many articles.
#[derive(Clone, Debug, PartialEq)]
pub enum Browse {
    /// It shows what he seeks.
    Seek(Sought),
    /// All is told of a statement, or no more.
    Tell(usize),
    /// All statements of an issue are drawn, or again only the first.
    Whole(usize),
    /// The article opens in which a statement stands, at its words.
    Show(usize),
    /// It is closed.
    Close,
}

/// Something known of an article with its new value.
#[derive(Clone, Debug, PartialEq)]
pub enum Detail {
    /// Its title; where empty, the text's first words.
    Title(String),
    /// Where it was published.
    Source(String),
    /// Its address on the web.
    Address(String),
    /// When it was published.
    Date(Option<Date>),
}

/// A field of an annotation with its new value.
#[derive(Clone, Debug, PartialEq)]
pub enum Field {
    /// Who says it.
    Speaker(String),
    /// The party it stands for.
    Side(Option<PartyId>),
    /// What is done with it.
    Act(Act),
    /// What it is about.
    Issue(Option<IssueId>),
    /// What is named.
    Kind(EntityKind),
    /// The reader's words.
    Note(String),
    /// The reader's tags.
    Tags(Vec<String>),
    /// Whether a claim holds; none takes the verdict back.
    Rating(Option<Rating>),
    /// Why.
    Reasoning(String),
    /// What the verdict rests on.
    Sources(Vec<String>),
    /// How a claim stands to others.
    Links(Vec<Link>),
}

impl Field {
    /// The field's name: changes of one field that follow each other are one edit.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Field::Speaker(_) => "speaker",
            Field::Side(_) => "side",
            Field::Act(_) => "act",
            Field::Issue(_) => "issue",
            Field::Kind(_) => "kind",
            Field::Note(_) => "note",
            Field::Tags(_) => "tags",
            Field::Rating(_) => "rating",
            Field::Reasoning(_) => "reasoning",
            Field::Sources(_) => "sources",
            Field::Links(_) => "links",
        }
    }
}

/// What opens above the article; one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// The library, and opening articles.
    Opening,
    /// What is known of the open article.
    Details,
    /// The reader's settings.
    Settings,
    /// The shortcuts.
    Help,
    /// The formats that annotations can be taken away in.
    Export,
    /// What a file would add and change.
    Import,
    /// The dispute by which the article is read.
    Dispute,
    /// What moves in a new text of the article.
    Edition,
}

impl Panel {
    /// Whether nothing that the reader does in it is lost when it closes by itself.
    pub fn closes_by_itself(self) -> bool {
        !matches!(self, Panel::Opening | Panel::Import | Panel::Edition | Panel::Dispute)
    }

    /// Its name, which the control that opens it carries as `data-opens`.
    pub fn name(self) -> &'static str {
        match self {
            Panel::Opening => "articles",
            Panel::Details => "details",
            Panel::Settings => "settings",
            Panel::Help => "help",
            Panel::Export => "export",
            Panel::Import => "import",
            Panel::Dispute => "dispute",
            Panel::Edition => "edition",
        }
    }
}

/// One of the reader's settings with its new value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Percent by which letters are larger than usual.
    TextSize(i16),
    /// Percent by which lines stand further apart.
    Leading(i16),
    /// Percent by which lines are longer.
    Measure(i16),
    /// The digits of the Arabic interface.
    Digits(Digits),
    /// Selections grow to whole words.
    WholeWords(bool),
    /// Selections leave out joined particles.
    BareWords(bool),
    /// Shortcuts of a single letter work.
    LetterKeys(bool),
    /// All of these as they were at first, and the theme as the system has it.
    AsAtFirst,
}

/// The margin's lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// Claims and the reader's own annotations.
    #[default]
    Claims,
    /// Names, dates and figures.
    Names,
}
