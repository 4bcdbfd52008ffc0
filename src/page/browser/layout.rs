//! Places that only the browser knows: margin cards level with their words, the strip, the toolbar.
//!
//! All is read first and written after, so that the browser lays the page out once.

use super::article::{self, Extent};
use super::dom;
use crate::annotation::Item;
use crate::text::{Byte, CodePoint, Document, Span};
use std::ops::Range;
use std::rc::Rc;
use web_sys::HtmlElement;

/// Below this width the margin is a sheet and nothing is placed beside the text.
pub const NARROW: &str = "(max-width: 62rem)";
/// Words nearer to the window's top, in pixels, may be under the bar and the search.
const UNDER_BAR: f64 = 130.0;
/// Pixels between two cards.
const GAP: f64 = 10.0;

/// Places everything that stands beside words of the article.
pub fn place(document: &Document, selection: Option<Span>) {
    place_cards(document);
    place_strip(document);
    if let Some(extent) = selection.and_then(|span| article::extent(document, span)) {
        place_toolbar(extent);
    }
}

fn extent(document: &Document, element: &HtmlElement) -> Option<Extent> {
    let start = dom::number(element, "data-start")?;
    let end = dom::number(element, "data-end")?;
    let span = document.offsets().from_code_points(Span::new(CodePoint(start), CodePoint(end)));
    article::extent(document, span)
}

struct Card {
    element: HtmlElement,
    wanted: f64,
    height: f64,
    chosen: bool,
}

fn place_cards(document: &Document) {
    let Some(list) = dom::element("claims") else { return };
    let cards = dom::all("#claims > .card");
    if dom::matches(NARROW) {
        for card in &cards {
            dom::style(card, "inset-block-start", "");
        }
        dom::style(&list, "--reach", "");
        return;
    }
    let origin = list.get_bounding_client_rect().top();
    let cards: Vec<Card> = cards
        .into_iter()
        .map(|element| Card {
            wanted: extent(document, &element).map_or(f64::MAX, |e| e.top - origin),
            height: element.get_bounding_client_rect().height(),
            chosen: element.get_attribute("aria-current").is_some(),
            element,
        })
        .collect();
    let tops = level(
        &cards.iter().map(|c| (c.wanted, c.height)).collect::<Vec<_>>(),
        cards.iter().position(|c| c.chosen),
    );
    let mut bottom = 0.0_f64;
    for (card, top) in cards.iter().zip(&tops) {
        dom::style(&card.element, "inset-block-start", &pixels(*top));
        bottom = bottom.max(top + card.height);
    }
    dom::style(&list, "--reach", &pixels(bottom));
}

/// The tops of cards with these wanted tops and heights, in order and without overlap: as near to what is
/// wanted as going down allows; the chosen one exactly, with those before it moved up.
fn level(cards: &[(f64, f64)], chosen: Option<usize>) -> Vec<f64> {
    let mut tops: Vec<f64> = Vec::with_capacity(cards.len());
    let mut free = 0.0_f64;
    for (wanted, height) in cards {
        let top = if *wanted == f64::MAX { free } else { wanted.max(free) };
        tops.push(top);
        free = top + height + GAP;
    }
    let Some(chosen) = chosen else { return tops };
    let Some((wanted, _)) = cards.get(chosen).copied().filter(|(wanted, _)| *wanted != f64::MAX) else {
        return tops;
    };
    let mut limit = f64::MAX;
    for (index, (_, height)) in cards.iter().enumerate().take(chosen + 1).rev() {
        let Some(top) = tops.get_mut(index) else { continue };
        *top = if index == chosen { wanted.max(0.0) } else { top.min(limit - height - GAP) };
        limit = *top;
    }
    // Cards that would stand above the list push all others down again.
    let mut free = 0.0_f64;
    for (top, (_, height)) in tops.iter_mut().zip(cards) {
        *top = top.max(free);
        free = *top + height + GAP;
    }
    tops
}

/// Whole pixels: a fraction is not seen, and writing one would carry the standard library's decimals in.
fn pixels(length: f64) -> String {
    format!("{}px", length.round() as i32)
}

fn place_strip(document: &Document) {
    let Some(strip) = dom::element("strip") else { return };
    let origin = strip.get_bounding_client_rect().top();
    let parts: Vec<(HtmlElement, Option<Extent>)> = dom::all("#strip > *")
        .into_iter()
        .map(|element| {
            let extent = extent(document, &element);
            (element, extent)
        })
        .collect();
    for (element, extent) in parts {
        let Some(extent) = extent else { continue };
        dom::style(&element, "inset-block-start", &pixels(extent.top - origin));
        dom::style(&element, "block-size", &pixels((extent.bottom - extent.top).max(4.0)));
    }
}

fn place_toolbar(extent: Extent) {
    let (Some(toolbar), Some(window)) = (dom::element("toolbar"), dom::window()) else { return };
    let own = toolbar.get_bounding_client_rect();
    let width = window.inner_width().ok().and_then(|w| w.as_f64()).unwrap_or(0.0);
    let height = window.inner_height().ok().and_then(|h| h.as_f64()).unwrap_or(0.0);
    let middle = f64::midpoint(extent.left, extent.right) - own.width() / 2.0;
    let left = middle.min(width - own.width() - 8.0).max(8.0);
    let above = extent.top - own.height() - 8.0;
    let below = extent.bottom + 8.0;
    let bar = dom::element("bar").map_or(0.0, |bar| bar.get_bounding_client_rect().bottom());
    let top = if above > bar { above } else { below.min(height - own.height() - 8.0) };
    dom::style(&toolbar, "--left", &pixels(left));
    dom::style(&toolbar, "--top", &pixels(top));
}

/// The first paragraph that does not end above a line of the window, found by halves; behind the last one where all
/// do. By the elements themselves: for where its words stand the browser would have to set a paragraph, which it
/// leaves undone as long as nobody sees it.
fn paragraph_at(document: &Document, line: f64) -> usize {
    let paragraphs = document.paragraphs().len();
    let Some(text) = dom::element(article::TEXT) else { return paragraphs };
    let elements = text.children();
    let mut numbers = 0..paragraphs;
    while !numbers.is_empty() {
        let middle = numbers.start.midpoint(numbers.end);
        let bottom = elements.item(middle as u32).map(|element| element.get_bounding_client_rect().bottom());
        if bottom.is_some_and(|bottom| bottom < line) {
            numbers.start = middle + 1;
        } else {
            numbers.end = middle;
        }
    }
    numbers.start
}

/// A paragraph of no more items than this is taken whole, so that it need not be set.
const WHOLE: usize = 100;

/// The items whose words begin in the window or no more than its height above or below it, and those beside them in
/// the same paragraphs. Those without a place stand last, and belong to the end of the text.
pub fn in_view(document: &Document, items: &[Rc<Item>]) -> Range<usize> {
    let height = dom::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or(0.0);
    let before = |place: Byte| items.partition_point(|item| item.span.is_some_and(|span| span.start < place));
    let above = |line: f64, whole: fn(Range<usize>) -> usize| {
        let paragraph = document.paragraphs().get(paragraph_at(document, line));
        let here = paragraph.map_or(items.len()..items.len(), |it| before(it.start)..before(it.end));
        if here.len() <= WHOLE {
            return whole(here);
        }
        let begins = |item: &Rc<Item>| item.span.and_then(|span| article::extent(document, span));
        let within = items.get(here.clone()).unwrap_or_default();
        here.start + within.partition_point(|item| begins(item).is_some_and(|extent| extent.top < line))
    };
    let (start, end) = (above(-height, |here| here.start), above(2.0 * height, |here| here.end));
    let placed = items.get(end).is_some_and(|item| item.span.is_some());
    start..if placed { end } else { items.len() }
}

/// Where the first paragraph begins that is in the window.
pub fn begin_of_view(document: &Document) -> Byte {
    let paragraph = document.paragraphs().get(paragraph_at(document, UNDER_BAR));
    paragraph.map_or(Byte(0), |paragraph| paragraph.start)
}

/// The element after the last claim of the board that is drawn, where there are more.
pub const MORE_OF_BOARD: &str = "board-more";

/// Whether the reader comes to the end of what is drawn of the board.
pub fn wants_more_of_board() -> bool {
    let height = dom::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or(0.0);
    let place = dom::element(MORE_OF_BOARD).map(|end| end.get_bounding_client_rect());
    // What is not shown at all has no height.
    place.is_some_and(|place| place.height() > 0.0 && place.top() < 2.0 * height)
}

/// Brings words into view, if they are not.
pub fn show_words(document: &Document, span: Span) {
    let (Some(window), Some(extent)) = (dom::window(), article::extent(document, span)) else { return };
    let height = window.inner_height().ok().and_then(|h| h.as_f64()).unwrap_or(0.0);
    // A third from the top is where a reader looks; the sheet of a narrow window covers its lower half.
    let seen = if dom::matches(NARROW) { height * 0.55 } else { height - 40.0 };
    if extent.top < UNDER_BAR || extent.bottom > seen {
        window.scroll_by_with_x_and_y(0.0, extent.top - height / 3.0);
    }
}

/// Brings an item's card into view, where the margin scrolls by itself.
pub fn show_card(key: &str) {
    for card in dom::all("#margin [data-key]") {
        if card.get_attribute("data-key").as_deref() == Some(key) {
            let list = card.closest(".scrolls").ok().flatten();
            if let Some(list) = list {
                let offset = card.get_bounding_client_rect().top() - list.get_bounding_client_rect().top();
                list.set_scroll_top(list.scroll_top() + offset as i32 - 40);
            }
        }
    }
}
