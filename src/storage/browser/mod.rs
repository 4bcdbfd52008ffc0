//! The browser's stores, and the wire between its tabs: what the traits of the folder above come to in a
//! browser, and nothing that decides. Each call may be refused, which is an error and no panic.

mod channel;
mod journal;
mod local;

pub use channel::Channel;
pub use journal::IndexedDb;
pub use local::LocalStore;

use super::StoreError;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

/// What an access threw.
fn reason(error: JsValue) -> StoreError {
    error.dyn_into().map_or(StoreError::Blocked, named)
}

fn named(error: DomException) -> StoreError {
    match error.name().as_str() {
        "QuotaExceededError" => StoreError::Full,
        // The database has a newer form.
        "VersionError" => StoreError::Newer,
        _ => StoreError::Blocked,
    }
}
