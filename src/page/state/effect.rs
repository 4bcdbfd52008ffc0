//! What the page asks of the browser, and what the browser gives.

use crate::annotation::{AnnotationId, Article, DocumentId, Edit, Timestamp};
use crate::exchange::File;
use crate::storage::Settings;
use crate::text::Span;

/// Something to be done outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Write what an edit of this article's annotations changed.
    Save(DocumentId, Edit),
    /// Write an article.
    SaveArticle(Box<Article>),
    /// Delete an article's record.
    ForgetArticle(DocumentId),
    /// Write the settings.
    SaveSettings(Settings),
    /// Write the settings as they are at a first visit, of which nothing is said: the reader has done nothing.
    Visited(Settings),
    /// Write what could not be written before.
    Flush,
    /// Let the page answer, then go on with [`Message::GoOn`](super::Message::GoOn).
    GoOn,
    /// Let the page answer, then have the engine read on with [`Message::ReadOn`](super::Message::ReadOn).
    ReadOn,
    /// Let the page answer, then draw the next part of it with [`Message::DrawOn`](super::Message::DrawOn).
    DrawOn,
    /// Measure what the store holds.
    Measure,
    /// Let the page answer, then read the next of the files that came.
    ReadNext,
    /// Forget the files that came and were not read.
    DropFiles,
    /// Hand the reader a file.
    Download {
        /// Its name without the date, which goes before the ending.
        name: &'static str,
        /// What is in it.
        file: File,
    },
    /// Bring these words of the article into view.
    ShowWords(Span),
    /// Bring the card of this item into view.
    ShowCard(String),
    /// Bring the reader to an element, by its id.
    GoTo(&'static str),
    /// Make these words the browser's selection.
    SelectWords(Span),
    /// Take the browser's own selection back.
    Deselect,
    /// Leave this version of the page for the new one.
    TakeVersion,
}

/// What only the outside can give.
pub trait Supply {
    /// A name that no annotation has had.
    fn id(&mut self) -> AnnotationId;
    /// The moment, in UTC.
    fn now(&mut self) -> Timestamp;
}
