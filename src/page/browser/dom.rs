//! Small ways into the page's document.

use crate::analysis::Party;
use crate::page::words::Language;
use crate::storage::Settings;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::convert::FromWasmAbi;
use web_sys::{Document, Element, EventTarget, HtmlElement, Window};

/// The window.
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// The page's document.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// The root element.
fn root() -> Option<HtmlElement> {
    document()?.document_element()?.dyn_into().ok()
}

/// Hears of an event as long as the page lives.
pub fn hear<E: FromWasmAbi + 'static>(target: &EventTarget, event: &str, heard: impl Fn(E) + 'static) {
    listen(target, event, false, heard);
}

/// Hears of an event as [`hear`] does, before any element within does, and also where one of them keeps it to
/// itself.
pub fn hear_first<E: FromWasmAbi + 'static>(target: &EventTarget, event: &str, heard: impl Fn(E) + 'static) {
    listen(target, event, true, heard);
}

fn listen<E: FromWasmAbi + 'static>(
    target: &EventTarget,
    event: &str,
    first: bool,
    heard: impl Fn(E) + 'static,
) {
    let heard = Closure::<dyn Fn(E)>::new(heard);
    let callback = heard.as_ref().unchecked_ref();
    let _ = target.add_event_listener_with_callback_and_bool(event, callback, first);
    heard.forget();
}

/// Does something when the page has answered what came before.
pub fn later(what: impl FnOnce() + 'static) {
    after(0, what);
}

/// Does something when the browser has drawn the page as it is now; of a page that nobody sees it draws nothing.
pub fn when_drawn(what: impl FnOnce() + 'static) {
    if document().is_none_or(|document| document.hidden()) {
        return later(what);
    }
    let drawn = Closure::once_into_js(move || later(what));
    if let Some(window) = window() {
        let _ = window.request_animation_frame(drawn.unchecked_ref());
    }
}

/// Does something after so many milliseconds.
pub fn after(milliseconds: i32, what: impl FnOnce() + 'static) {
    let what = Closure::once_into_js(what);
    if let Some(window) = window() {
        let what = what.unchecked_ref();
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(what, milliseconds);
    }
}

/// Sets an attribute of the root element, or takes it off.
pub fn set_root(name: &str, set: bool) {
    let Some(root) = root() else { return };
    let _ = if set { root.set_attribute(name, "") } else { root.remove_attribute(name) };
}

/// The element with that id.
pub fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Presses an element, as a click would.
pub fn press(id: &str) {
    if let Some(element) = element(id) {
        element.click();
    }
}

/// All elements that fit the selector.
pub fn all(selector: &str) -> Vec<HtmlElement> {
    let Some(list) = document().and_then(|document| document.query_selector_all(selector).ok()) else {
        return Vec::new();
    };
    (0..list.length()).filter_map(|index| list.item(index)?.dyn_into().ok()).collect()
}

/// A number in a `data-` attribute.
pub fn number(element: &Element, name: &str) -> Option<u32> {
    element.get_attribute(name)?.parse().ok()
}

/// Whether the window is as the media query says.
pub fn matches(query: &str) -> bool {
    window().and_then(|window| window.match_media(query).ok().flatten()).is_some_and(|media| media.matches())
}

/// Whether the page is dark, by the chosen theme or else by the system's.
pub fn is_dark(theme: &str) -> bool {
    match theme {
        "" => matches("(prefers-color-scheme: dark)"),
        theme => theme == "dark",
    }
}

/// Says on the root element which language, theme and type the page has, and in the window's title what it
/// shows.
pub fn dress(language: Language, settings: &Settings, title: &str) {
    if let Some(document) = document().filter(|document| document.title() != title) {
        document.set_title(title);
    }
    let Some(root) = root() else { return };
    set(&root, "lang", language.tag());
    set(&root, "dir", language.direction());
    set(&root, "data-theme", &settings.theme);
    for colour in all("meta[data-scheme]") {
        let scheme = colour.get_attribute("data-scheme").unwrap_or_default();
        let media = match settings.theme.as_str() {
            "" => format!("(prefers-color-scheme: {scheme})"),
            theme if theme == scheme => "all".to_owned(),
            _ => "not all".to_owned(),
        };
        set(&colour, "media", &media);
    }
    for (name, more) in [
        ("--text-scale", settings.text_size),
        ("--leading-scale", settings.leading),
        ("--measure-scale", settings.measure),
    ] {
        let percent = i32::from(more) + 100;
        style(&root, name, &percent.to_string());
    }
    set(&root, "data-letter-keys", if settings.no_letter_keys { "off" } else { "" });
}

/// Gives an attribute its value, or takes it off where that is empty. One that has it is left alone: a browser
/// finds the styles of all that is within anew even for the same value.
fn set(element: &Element, name: &str, value: &str) {
    if element.get_attribute(name).unwrap_or_default() == value {
        return;
    }
    let _ =
        if value.is_empty() { element.remove_attribute(name) } else { element.set_attribute(name, value) };
}

/// Gives a property of the element's own style its value, or takes it off where that is empty; one that has it is
/// left alone, as with [`set`].
pub fn style(element: &HtmlElement, name: &str, value: &str) {
    let style = element.style();
    if style.get_property_value(name).unwrap_or_default() == value {
        return;
    }
    let _ = if value.is_empty() {
        style.remove_property(name).map(drop)
    } else {
        style.set_property(name, value)
    };
}

/// The colours that the style sheet gives to the first parties by itself.
const PALETTE: [&str; 3] = ["#1d4f9c", "#8a4a06", "#5b5f66"];

/// Gives the first parties the colours that their dispute names: as text within the lightness that the
/// theme can be read with, and as a tint of the card.
pub fn paint(parties: &[Party]) {
    let Some(root) = root() else { return };
    for (place, name) in ["--first", "--second", "--third"].into_iter().enumerate() {
        let colour = parties.get(place).and_then(|party| party.colour.as_ref());
        let (text, tint) = match colour.filter(|colour| PALETTE.get(place) != Some(&colour.as_str())) {
            Some(colour) => (
                format!("oklch(from {colour} clamp(var(--darkest), l, var(--lightest)) c h)"),
                format!("color-mix(in oklab, {colour} 14%, var(--card))"),
            ),
            None => Default::default(),
        };
        style(&root, name, &text);
        style(&root, &format!("{name}-tint"), &tint);
    }
}

/// Whether the root element has that attribute.
pub fn root_has(name: &str) -> bool {
    root().is_some_and(|root| root.has_attribute(name))
}

/// Whether an article stands there from before the program ran.
pub fn is_covered() -> bool {
    document()
        .is_some_and(|document| document.query_selector("#first .text").is_ok_and(|text| text.is_some()))
}

/// Shows the page in place of what stood there until its program ran.
pub fn uncover() {
    if let Some(first) = element("first") {
        first.remove();
    }
    if let Some(page) = element("app") {
        let _ = page.remove_attribute("hidden");
    }
}

/// Says that the article is shown and the page answers.
pub fn ready() {
    if let Some(body) = document().and_then(|document| document.body()) {
        let _ = body.set_attribute("data-ready", "true");
        let _ = body.remove_attribute("aria-busy");
    }
}

/// Brings the reader to an element.
pub fn go_to(id: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view();
        let _ = element.focus();
    }
}
