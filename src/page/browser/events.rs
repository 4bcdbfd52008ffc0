//! What happens outside the components: keys, selections, scrolling, sizes, leaving the page.

use super::{article, dom, menus};
use crate::page::shortcuts::{Keys, Place, Shortcut};
use crate::page::state::Message;
use crate::text::Span;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Event, KeyboardEvent};
use yew::Callback;

/// Tells of keys, of scrolling and of the window's size as long as the page lives.
pub fn listen(say: Callback<Message>, scrolled: Teller) {
    let (Some(document), Some(window)) = (dom::document(), dom::window()) else { return };
    let (tell, tell_paper) = (say.clone(), say.clone());
    dom::hear(&document, "keydown", move |event: KeyboardEvent| {
        if event.code() == "Escape" && !event.is_composing() && menus::close_with(&event) {
            event.prevent_default();
        } else if let Some(shortcut) = shortcut(&event) {
            event.prevent_default();
            tell.emit(shortcut.does.clone());
        }
    });
    dom::hear(&window, "resize", move |_: Event| say.emit(Message::Resized));
    for (event, printing) in [("beforeprint", true), ("afterprint", false)] {
        let tell = tell_paper.clone();
        dom::hear(&window, event, move |_: Event| tell.emit(Message::OnPaper(printing)));
    }
    dom::hear(&window, "scroll", move |_: Event| scrolled.tell());
}

/// Tells of what comes at every frame: when that is drawn, then for a while no more than once in the while, and where
/// the window leaps on by more than its height in it, when it rests. What is drawn of a large article reaches a
/// window's height beyond the window, and drawing it at each frame would hold the scrolling up; and before the browser
/// has set the words of a place, each of them would be set by itself to be measured.
#[derive(Clone)]
pub struct Teller(Rc<Telling>);

struct Telling {
    say: Callback<Message>,
    message: Message,
    pause: Cell<Pause>,
}

#[derive(Clone, Copy, PartialEq)]
enum Pause {
    Over,
    Lasts,
    /// And there was something to tell in it.
    Missed,
}

impl Teller {
    /// Milliseconds between two tellings.
    const PAUSE: i32 = 250;

    /// Tells this and nothing else.
    pub fn new(say: Callback<Message>, message: Message) -> Self {
        Teller(Rc::new(Telling { say, message, pause: Cell::new(Pause::Over) }))
    }

    /// Tells it, now or later.
    pub fn tell(&self) {
        if self.0.pause.get() != Pause::Over {
            return self.0.pause.set(Pause::Missed);
        }
        self.0.pause.set(Pause::Lasts);
        self.wait();
        let teller = self.clone();
        dom::when_drawn(move || teller.0.say.emit(teller.0.message.clone()));
    }

    fn wait(&self) {
        let (teller, (top, height)) = (self.clone(), place_of_window());
        dom::after(Self::PAUSE, move || {
            if (place_of_window().0 - top).abs() > height {
                teller.0.pause.set(Pause::Missed);
                teller.wait();
            } else if teller.0.pause.replace(Pause::Over) == Pause::Missed {
                teller.tell();
            }
        });
    }
}

/// How far the window is scrolled, and its height, in CSS pixels.
fn place_of_window() -> (f64, f64) {
    let Some(window) = dom::window() else { return (0.0, 0.0) };
    let height = window.inner_height().ok().and_then(|height| height.as_f64());
    (window.scroll_y().unwrap_or(0.0), height.unwrap_or(0.0))
}

/// Tells when an element gets another size: the reader's own spacing of letters, or a face that came late.
pub fn watch_size(id: &str, say: Callback<Message>) {
    let Some(element) = dom::element(id) else { return };
    let resized = Teller::new(say, Message::Resized);
    let heard = Closure::<dyn Fn()>::new(move || resized.tell());
    if let Ok(observer) = web_sys::ResizeObserver::new(heard.as_ref().unchecked_ref()) {
        observer.observe(&element);
    }
    heard.forget();
}

/// Lets the browser ask before a page is left that has something to lose, and tells when it is left.
pub fn leaving(say: Callback<Message>, at_risk: Rc<Cell<bool>>) {
    let Some(window) = dom::window() else { return };
    dom::hear(&window, "beforeunload", move |event: Event| {
        if at_risk.get() {
            event.prevent_default();
        }
    });
    dom::hear(&window, "pagehide", move |_: Event| say.emit(Message::Leaving));
}

fn shortcut(event: &KeyboardEvent) -> Option<&'static Shortcut> {
    // Alt belongs to the browser and to the keyboard's third level; a word in the making to the input method.
    if event.alt_key() || event.is_composing() {
        return None;
    }
    let code = event.code();
    let all = crate::page::shortcuts::SHORTCUTS.iter().flat_map(|shortcut| shortcut.keys);
    let code = all.map(|keys| keys.code).find(|known| *known == code)?;
    let pressed = Keys { code, control: event.ctrl_key() || event.meta_key(), shift: event.shift_key() };
    Shortcut::of(pressed, place(), !dom::root_has("data-letter-keys"))
}

/// Where the reader is. In the text he is when he came there with the keyboard, stands there with the
/// cursor, or has selected words: after a mere click the arrow keys scroll the page as everywhere.
fn place() -> Place {
    let Some(active) = dom::document().and_then(|document| document.active_element()) else {
        return Place::Page;
    };
    if matches!(active.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT") {
        return Place::Field;
    }
    if active.closest("button, a, summary").is_ok_and(|control| control.is_some()) {
        return Place::Control;
    }
    let Some(text) = dom::element(article::TEXT) else { return Place::Page };
    let came = text.matches(":focus-visible").unwrap_or(false);
    let selection = || dom::window()?.get_selection().ok()?.filter(|selection| !selection.is_collapsed());
    let selected =
        || selection().and_then(|s| s.anchor_node()).is_some_and(|node| text.contains(Some(&node)));
    if came || text.has_attribute("data-cursor") || selected() { Place::Text } else { Place::Page }
}

/// So long after the last change a selection is done, in milliseconds.
const QUIET: i32 = 300;

/// Hears of selections until it is dropped.
pub struct Selections {
    document: Document,
    names: [&'static str; 4],
    heard: Closure<dyn Fn(Event)>,
    // Kept for the timer that may still call it.
    _quiet: Rc<Closure<dyn Fn()>>,
}

/// Tells what is selected whenever that changes, and when the reader has done selecting: some time after
/// the last change, and not while a pointer is held down.
pub fn selections(
    say: Callback<Message>,
    selected: impl Fn() -> Option<Span> + 'static,
) -> Option<Selections> {
    let document = dom::document()?;
    let held = Rc::new(Cell::new(false));
    let timer = Cell::new(None);
    let quiet = {
        let (say, held) = (say.clone(), Rc::clone(&held));
        Rc::new(Closure::<dyn Fn()>::new(move || {
            if !held.get() {
                say.emit(Message::Selected);
            }
        }))
    };
    let later = Rc::clone(&quiet);
    let heard = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        match event.type_().as_str() {
            "pointerdown" => return held.set(true),
            "selectionchange" => say.emit(Message::Select(selected())),
            _ => held.set(false),
        }
        let Some(window) = dom::window() else { return };
        if let Some(timer) = timer.take() {
            window.clear_timeout_with_handle(timer);
        }
        let callback = (*later).as_ref().unchecked_ref();
        timer.set(window.set_timeout_with_callback_and_timeout_and_arguments_0(callback, QUIET).ok());
    });
    let names = ["selectionchange", "pointerdown", "pointerup", "pointercancel"];
    for name in names {
        let _ = document.add_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
    }
    Some(Selections { document, names, heard, _quiet: quiet })
}

impl Drop for Selections {
    fn drop(&mut self) {
        for name in self.names {
            let _ =
                self.document.remove_event_listener_with_callback(name, self.heard.as_ref().unchecked_ref());
        }
    }
}
