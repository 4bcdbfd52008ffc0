//! What goes out of Mawqif and comes in: one file a format.
//!
//! Foreign shapes stop here: the serde types of other formats live in their file and nowhere else. No
//! browser, no storage.

pub mod analysis_json;
mod brat;
mod check;
mod claim_review;
mod collection;
mod csv;
pub mod dispute;
mod doccano;
mod encoding;
mod escapes;
mod file;
mod formats;
mod gathering;
mod html;
mod html_article;
mod hypothesis;
pub mod import;
mod inception;
mod incoming;
mod json;
mod label_studio;
mod labels;
mod outgoing;
mod time;
pub mod w3c;
mod zip;

pub use check::{Fault, Flaw, Report, check};
pub use collection::{Collection, MAX_ANNOTATIONS, MAX_ARTICLES, MAX_BYTES};
pub use encoding::decode;
pub use escapes::unescape;
pub use file::File;
pub use formats::{Export, Format, export, read, text_of};
pub use gathering::{
    Days, Gathered, GatheredIssue, GatheredParty, GatheredPosition, GatheredStatement, Gathering, Tally,
    is_gathered, read as read_gathered,
};
pub use html_article::html_article;
pub(crate) use json::read_record;
pub use json::{FormatError, Problem};
pub use time::to_utc;
