//! The browser's stores.

mod local;

pub use local::LocalStore;
