//! W3C Web Annotation collections in JSON-LD: what is downloaded, kept and taken in again.
//!
//! The model: <https://www.w3.org/TR/annotation-model/>. Notes are `TextualBody`s with the purpose
//! `commenting` (§3.2.4, §3.3.5), tags `tagging`; targets carry a `TextQuoteSelector` (§4.2.4) and a
//! `TextPositionSelector` (§4.2.5) in code points. What the standard has no word for stands under our own
//! terms: `mawqif:claim`, `mawqif:entity`, `mawqif:judgement`.
//!
//! Whatever another program wrote that we would write otherwise is kept in [`Annotation::other`] and
//! written again as it came, as long as the reader has not changed what it says.

mod read;
mod write;

pub use read::{read, read_annotation};
pub use write::{write, write_annotation, write_collection};

use crate::annotation::{Annotation, Article, DocumentId};

/// The most bytes of a file that is taken in.
pub const MAX_BYTES: usize = 64_000_000;
/// The most annotations of a file that are taken in.
pub const MAX_ANNOTATIONS: usize = 200_000;

const ANNO: &str = "http://www.w3.org/ns/anno.jsonld";
const TERMS: &str = "https://mawqif.invalid/ns#";

/// An article with annotations as read from a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Collection {
    /// The article, where the file carries its text.
    pub article: Option<Article>,
    /// The id of the text that the annotations are about, where the file tells.
    pub document: Option<DocumentId>,
    /// The annotations.
    pub annotations: Vec<Annotation>,
}
