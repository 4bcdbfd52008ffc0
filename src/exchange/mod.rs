//! What goes out of Mawqif and comes in: one file a format.
//!
//! Foreign shapes stop here: the serde types of other formats live in their file and nowhere else. No
//! browser, no storage.

pub mod analysis_json;
pub mod import;
mod json;
mod time;
pub mod w3c;

pub use json::{FormatError, Problem};
pub use time::to_utc;
