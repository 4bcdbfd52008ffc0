//! W3C Web Annotation collections in JSON-LD: what is downloaded, kept and taken in again.
//!
//! The model: <https://www.w3.org/TR/annotation-model/>. Notes are `TextualBody`s with the purpose
//! `commenting` (§3.2.4, §3.3.5), tags `tagging`; targets carry a `TextQuoteSelector` (§4.2.4) and a
//! `TextPositionSelector` (§4.2.5) in code points. What the standard has no word for stands under our own
//! terms: `mawqif:claim`, `mawqif:entity`, `mawqif:judgement`.
//!
//! Whatever another program wrote that we would write otherwise is kept in [`Annotation::other`](crate::annotation::Annotation::other) and
//! written again as it came, as long as the reader has not changed what it says.

mod own;
mod read;
mod write;

pub(super) use read::{is_hash, is_iri, read_claim, read_quote};
pub use read::{read, read_annotation};
pub use write::{write, write_annotation, write_collection};

const ANNO: &str = "http://www.w3.org/ns/anno.jsonld";
/// What the name of a collection of ours begins with; the hash of its text follows.
const COLLECTION: &str = "urn:mawqif:collection:";
/// What the name of a text begins with; its hash follows.
pub(super) const TEXT: &str = "urn:sha256:";
const TERMS: &str = "https://mawqif.invalid/ns#";
