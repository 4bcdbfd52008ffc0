//! The keyboard's focus is never lost: where its element goes, the reader is brought to what stands nearest.

use super::{article, dom};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

/// So many elements are remembered.
const REMEMBERED: usize = 12;

/// Where the focus has been, the latest last.
#[derive(Clone, Debug, Default)]
pub struct Focus(Rc<RefCell<Vec<HtmlElement>>>);

impl Focus {
    /// Follows the focus as long as the page lives.
    pub fn follow() -> Self {
        let focus = Focus::default();
        let been = Rc::clone(&focus.0);
        let Some(document) = dom::document() else { return focus };
        dom::hear(&document, "focusin", move |event: Event| {
            let Some(element) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok())
            else {
                return;
            };
            let mut been = been.borrow_mut();
            been.retain(|other| other.is_connected() && *other != element);
            if been.len() >= REMEMBERED {
                been.remove(0);
            }
            been.push(element);
        });
        focus
    }

    /// Finds the focus a new place where its element has gone. Called when the page has been drawn.
    pub fn keep(&self) {
        let Some(last) = self.0.borrow().last().cloned() else { return };
        let active = dom::document().and_then(|document| document.active_element());
        let elsewhere = active.is_some_and(|active| active.tag_name() != "BODY" && takes_focus(&active));
        if elsewhere || takes_focus(&last) {
            return;
        }
        let before = self.0.borrow().iter().rev().skip(1).find(|other| takes_focus(other)).cloned();
        let place = card_again(&last).or_else(|| other_direction(&last)).or(before);
        if let Some(place) = place.or_else(|| dom::element(article::TEXT)) {
            let _ = place.focus();
        }
    }
}

fn takes_focus(element: &Element) -> bool {
    let drawn = element.get_client_rects().length() > 0;
    element.is_connected() && drawn && !element.has_attribute("disabled")
}

/// Of a card that was drawn anew or deleted: the same button of the card in its place, else its quotation.
fn card_again(lost: &Element) -> Option<HtmlElement> {
    let card = lost.closest(".card").ok().flatten()?;
    let start = dom::number(&card, "data-start")?;
    let names = card.get_attribute("data-kind").as_deref() == Some("entity");
    let cards = dom::all(if names { "#names > .card" } else { "#claims > .card" });
    let near = cards.into_iter().filter(|card| takes_focus(card));
    let near =
        near.min_by_key(|card| dom::number(card, "data-start").map_or(u32::MAX, |s| s.abs_diff(start)))?;
    let action = lost.get_attribute("data-action").filter(|action| action != "delete" && action != "done");
    let same =
        action.and_then(|action| near.query_selector(&format!("[data-action={action}]")).ok().flatten());
    same.or_else(|| near.query_selector("[data-action=edit], .quote").ok().flatten())?.dyn_into().ok()
}

/// Nothing more to undo: then there is something to redo, and the other way round.
fn other_direction(lost: &Element) -> Option<HtmlElement> {
    let other = match lost.id().as_str() {
        "undo" => "redo",
        "redo" => "undo",
        _ => return None,
    };
    dom::element(other).filter(|other| takes_focus(other))
}
