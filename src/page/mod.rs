//! The page: what it shows and what it does.
//!
//! `state` is the pure half: all that the page knows, and one function that changes it; it is tested
//! natively. `words` is the one table of the interface's words. `view` draws the state with Yew, `browser`
//! holds the edges where the browser is called; both need the feature `page`. Nothing here analyses,
//! parses or keeps: the layers below do.

#[cfg(feature = "page")]
mod browser;
pub mod shortcuts;
pub mod state;
#[cfg(feature = "page")]
mod view;
pub mod words;

#[cfg(feature = "page")]
pub use view::start;
