//! What opens closes again: a menu with Escape and with a click elsewhere, a panel with a click elsewhere (its
//! Escape is a shortcut); the reader is brought back to what opened it.

use super::dom;
use crate::page::state::Message;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, Node};
use yew::Callback;

const OPEN_MENU: &str = "details.menu[open]";

/// Closes them as long as the page lives.
pub fn close_by_themselves(say: Callback<Message>) {
    let Some(document) = dom::document() else { return };
    dom::hear_first(&document, "click", |event: Event| {
        let place = event.target().and_then(|target| target.dyn_into::<Node>().ok());
        for menu in dom::all(OPEN_MENU).iter().filter(|menu| !menu.contains(place.as_ref())) {
            close(menu);
        }
    });
    // Only when the article has heard of the click: what closes may move what was clicked on.
    dom::hear(&document, "click", move |event: Event| {
        let place = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        // By reading on a panel is left, not by a button of the bar, nor by the one that opens it.
        let within = |selector: &str| place.as_ref()?.closest(selector).ok().flatten();
        if within(".room, #board, #archive").is_some() && within("[data-opens]").is_none() {
            say.emit(Message::Elsewhere);
        }
    });
}

/// Closes the menu that a key was pressed in, or else the last that is open; whether there was one.
pub fn close_with(event: &KeyboardEvent) -> bool {
    let within = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let within = within.and_then(|place| place.closest("details[open]").ok().flatten());
    let menu = within.and_then(|menu| menu.dyn_into::<HtmlElement>().ok());
    let Some(menu) = menu.or_else(|| dom::all(OPEN_MENU).pop()) else { return false };
    close(&menu);
    if let Ok(Some(summary)) = menu.query_selector("summary")
        && let Ok(summary) = summary.dyn_into::<HtmlElement>()
    {
        let _ = summary.focus();
    }
    true
}

fn close(menu: &HtmlElement) {
    let _ = menu.remove_attribute("open");
}
