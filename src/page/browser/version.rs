//! New versions of the page. `assets/page/boot.js` looks after the worker that keeps the page; what the two
//! have to tell each other are events at the window.

use super::dom;
use crate::page::state::Message;
use web_sys::Event;
use yew::Callback;

/// Tells when a new version is here and waits, and asks whether one does already.
pub fn hear_of_new(say: Callback<Message>) {
    if let Some(window) = dom::window() {
        dom::hear(&window, "version-waits", move |_: Event| say.emit(Message::VersionWaits));
    }
    tell("version-asked");
}

/// Leaves this version for the new one.
pub fn take() {
    tell("take-version");
}

fn tell(name: &str) {
    if let (Some(window), Ok(event)) = (dom::window(), Event::new(name)) {
        let _ = window.dispatch_event(&event);
    }
}
