//! The page's own address, which may carry an article: `#text=`, and the text in percent escapes.

use super::dom;
use wasm_bindgen::JsValue;
use web_sys::Event;
use yew::Callback;

/// The text that the address carries, as it is written there. It is taken out of the address, so that
/// loading the page anew, or keeping its address, does not open it again.
pub fn take_text() -> Option<String> {
    let window = dom::window()?;
    let address = window.location().href().ok()?;
    let (bare, text) = address.split_once("#text=")?;
    let history = window.history().ok()?;
    let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(bare));
    Some(text.to_owned())
}

/// Tells of every text that the address comes to carry, as long as the page lives.
pub fn texts(say: Callback<String>) {
    let Some(window) = dom::window() else { return };
    dom::hear(&window, "hashchange", move |_: Event| {
        if let Some(text) = take_text() {
            say.emit(text);
        }
    });
}
