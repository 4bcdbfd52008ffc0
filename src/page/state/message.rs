//! What can happen on the page.

use super::marks::Layer;
use crate::analysis::{Act, EntityKind, IssueId, PartyId};
use crate::annotation::{ContentKind, DocumentId};
use crate::page::words::Language;
use crate::storage::StoreError;
use crate::text::Span;

/// One thing that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// The reader selected words of the article, or nothing any more.
    Select(Option<Span>),
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
    /// An annotation is deleted; a judged suggestion is unjudged again.
    Delete(String),
    /// The last edit is taken back.
    Undo,
    /// The edit taken back last is made again.
    Redo,
    /// A layer of marks is switched on or off.
    Switch(Layer),
    /// The margin shows another list.
    Show(Tab),
    /// The interface speaks another language.
    Speak(Language),
    /// Light, dark, or as the system has it where empty.
    Theme(&'static str),
    /// The search is opened or closed.
    OpenFind(bool),
    /// Other words are searched for.
    Find(String),
    /// The next place found, or the one before.
    FindNext(bool),
    /// The panel for opening articles is shown or not.
    Opening(bool),
    /// A text is opened as an article.
    OpenText {
        /// The text.
        text: String,
        /// The file that it came from, if any.
        file: Option<String>,
    },
    /// A file with annotations is taken in.
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
    /// An article of the shelf is opened.
    Take(DocumentId),
    /// The annotations are wanted as a file.
    Download,
    /// The unreadable records are wanted as a file.
    DownloadUnreadable,
    /// A notice is waved away.
    Dismiss(usize),
    /// Writing ended.
    Kept(Result<(), StoreError>),
    /// The browser cannot draw marks.
    NoHighlights,
    /// The window has another size.
    Resized,
    /// The reader wants to be where he was: the innermost of editor, panel, search, choice is closed.
    Escape,
    /// The chosen suggestion is right, or wrong.
    JudgeChosen(bool),
    /// Bring the reader to an element, by its id.
    GoTo(&'static str),
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
        }
    }
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
