//! The browser's stores, and the wire between its tabs.

mod channel;
mod journal;
mod local;

pub use channel::Channel;
pub use journal::IndexedDb;
pub use local::LocalStore;
