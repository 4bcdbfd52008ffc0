//! A reader at the page: a browser of its own, the release page served to it, and the reader's hands.
//!
//! `cargo xtask test` builds the page and says in `MAWQIF_DIST` where it lies.

mod archive;
mod browser;
mod driver;
mod hands;
mod picture;
mod reader;
mod server;

pub use archive::{gathered, open_archive};
pub use browser::{Browser, Kind, Options};
pub use hands::Point;
pub use picture::{Picture, differ, with_few_colours};
pub use reader::{Reader, Result};
pub use server::built;
