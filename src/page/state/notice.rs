//! What the page has to say to the reader.

use crate::analysis::Dispute;
use crate::annotation::{Annotation, Conflict, DocumentId};
use crate::exchange::{FormatError, Problem};
use crate::storage::Standing;

/// Something said, until the reader waves it away.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// What.
    pub said: Said,
}

/// What may be said; worded in `words`.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// Where what the reader did stands, where it is not in both stores.
    Standing(Standing),
    /// So many records could not be read; they were left alone.
    Unreadable(usize),
    /// Another tab has written over this annotation without having seen it.
    Overwritten(DocumentId, Box<Annotation>),
    /// Another tab has written over this dispute without having seen it.
    DisputeOverwritten(Box<Dispute>),
    /// This dispute was removed from those that are kept.
    DisputeRemoved(Box<Dispute>),
    /// This article was deleted with its annotations.
    Removed(DocumentId, String),
    /// A file could not be taken in, and why.
    BadFile(String, FormatError),
    /// So many articles were added to the library, files opened together.
    Added(usize),
    /// Files opened together that could not be, each with what is wrong.
    NotOpened(Vec<Said>),
    /// A file could not be opened, and why.
    Unread(String, Problem),
    /// A file is not text that can be read.
    NotText(String),
    /// A file has no words in it.
    EmptyText(String),
    /// The page's address carries a text that cannot be read at this character, counted from 1.
    BadAddress(usize),
    /// A file belongs to an article that is not here and not in the file.
    UnknownArticle(String),
    /// What taking a file in did: added, changed, skipped.
    Imported(usize, usize, usize),
    /// So many annotations found no place in the format of the file that was handed out.
    LeftOut(usize),
    /// The edit does not fit any more.
    Conflict(Conflict),
    /// The next claim that the reader marks belongs to an issue with this question.
    MarkClaim(String),
    /// The browser cannot draw marks; a plainer way is used.
    NoHighlights,
    /// A new version of the page is here and waits.
    NewVersion,
}

impl Notice {
    /// Says it.
    pub fn new(said: Said) -> Self {
        Notice { said }
    }

    /// Whether something went wrong.
    pub fn is_error(&self) -> bool {
        use Standing::{Both, JournalOnly, StoreOnly};
        !matches!(
            self.said,
            Said::Imported(..)
                | Said::Added(_)
                | Said::LeftOut(_)
                | Said::MarkClaim(_)
                | Said::NewVersion
                | Said::Overwritten(..)
                | Said::DisputeOverwritten(_)
                | Said::DisputeRemoved(_)
                | Said::Removed(..)
                | Said::Standing(Both | JournalOnly | StoreOnly)
        )
    }
}
