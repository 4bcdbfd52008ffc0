//! New versions of the page. `assets/page/boot.js` looks after the worker that keeps the page; what the two
//! have to tell each other are events at the window.

use super::dom;
use crate::page::state::Message;
use web_sys::Event;
use yew::Callback;

/// Tells when a new version is here and waits.
pub fn hear_of_new(say: Callback<Message>) {
    if let Some(window) = dom::window() {
        dom::hear(&window, "version-waits", move |_: Event| say.emit(Message::VersionWaits));
    }
}

/// Leaves this version for the new one.
pub fn take() {
    if let (Some(window), Ok(event)) = (dom::window(), Event::new("take-version")) {
        let _ = window.dispatch_event(&event);
    }
}
