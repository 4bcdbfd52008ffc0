//! What the lexicon uses of the library's text layer: the same files, so that build and program agree.

#[allow(dead_code, reason = "shared with the library, which uses all of it")]
#[path = "../src/text/letters.rs"]
pub mod letters;

#[path = "../src/text/presentation.rs"]
mod presentation;

#[allow(dead_code, reason = "shared with the library, which uses all of it")]
#[path = "../src/text/stem.rs"]
mod stem;

pub use letters::fold;
pub use stem::{bare_stem, root_key};
