//! The edges where the browser is called: nothing else in the page names its interfaces.
//!
//! Every call may fail or find nothing; then nothing happens, and nothing here panics.

pub mod address;
pub mod article;
pub mod dom;
pub mod events;
pub mod files;
pub mod focus;
pub mod highlights;
pub mod layout;
pub mod locale;
pub mod menus;
pub mod supply;
pub mod version;
