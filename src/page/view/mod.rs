//! The state drawn with Yew, a part of the page in each file: a component where it is drawn anew by itself or keeps
//! something, else a function, which weighs a kilobyte less. `app` holds the state and does what it asks for, `parts`
//! has the parts in their order. Nothing is decided here.
//!
//! What is large is passed as [`Shared`], so that a component draws itself anew only when it changed.

mod app;
mod archive;
mod arrival;
mod article;
mod bar;
mod board;
mod card;
mod details;
mod dispute;
mod edition;
mod editor;
mod export;
mod facts;
mod fields;
mod foreign;
mod help;
mod icon;
mod keeping;
mod legend;
mod library;
mod margin;
mod notices;
mod opening;
mod panel;
mod parts;
mod search;
mod settings;
mod shortened;
mod taking;
mod toolbar;
mod tour;
mod verdict;
mod why;

use super::browser::dom;
use super::state::side_style;
use crate::analysis::{Analysis, PartyId};
use crate::annotation::Item;
use crate::text::Document;
use std::ops::Deref;
use std::rc::Rc;

/// Starts the page, when the browser has answered what came while the program was made, in the element `app`;
/// where there is none, in the body.
pub fn start() {
    dom::later(|| match dom::element("app") {
        Some(root) => drop(yew::Renderer::<app::App>::with_root(root.into()).render()),
        None => drop(yew::Renderer::<app::App>::new().render()),
    });
}

/// Something large, the same as long as it is the same one.
#[derive(Debug)]
struct Shared<T>(Rc<T>);

impl<T> Shared<T> {
    fn of(shared: &Rc<T>) -> Self {
        Shared(Rc::clone(shared))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Shared(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// Where an item begins and ends in its text, in code points, as its element says (`data-start`, `data-end`).
fn ends(item: &Item, document: &Document) -> [Option<String>; 2] {
    let points = item.span.map(|span| document.offsets().code_points(span));
    [points.map(|points| points.start.0.to_string()), points.map(|points| points.end.0.to_string())]
}

/// The class of whatever has the colour of a side, as `styles/tokens.css` has it.
fn side_class(analysis: &Analysis, side: Option<&PartyId>) -> String {
    format!("side-{}", side_style(analysis, side) + 1)
}
