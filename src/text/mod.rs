//! Arabic text: offsets and their units, folding, tokens, sentences, the document.
//!
//! What lives here knows letters but no names: no lexicon, no annotation, no browser. Everything is a
//! pure function of the text, linear in its length, and never fails.

mod document;
mod fold;
mod hiding;
pub mod letters;
mod ligature;
mod number;
mod offset;
mod pattern;
mod presentation;
mod sentence;
mod stem;
mod word;
mod words;

pub use document::Document;
pub use fold::{Folded, after_folded};
pub use hiding::{is_hiding, visible};
pub use letters::fold;
pub use ligature::whole_ligatures;
pub use number::decimal;
pub use offset::{Byte, CodePoint, OffsetTable, Span, Utf16};
pub use pattern::{MAX_LENGTH as MAX_PATTERN, Pattern, PatternError, PatternFault};
pub use stem::{bare, bare_stem, light_stem, root_key};
pub use word::{Token, TokenKind, Tokens};
pub use words::Words;
