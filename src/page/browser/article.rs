//! The article's text in the page: laying it, and finding words at a place and places of words.
//!
//! Each paragraph is an element with the whole text in it; Yew never touches what is inside, so that a
//! translator or an extension that rewrites it does no harm. Characters that hide text are shown as a sign. Places are measured as the browser counts
//! them, in UTF-16 units from the paragraph's start, whatever nodes the text is in.

use super::dom;
use crate::text::{Byte, Document, Span, Utf16, visible};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node, Range};

/// The element that holds the paragraphs.
pub const TEXT: &str = "article-text";

/// From so many bytes on a text is long: the browser sets only the paragraphs that are near the window, and takes
/// the others to be as high as their letters make likely.
const LONG: usize = 60_000;

/// Puts the paragraphs of `document` into the article.
pub fn lay(document: &Document) {
    let (Some(page), Some(text)) = (dom::document(), dom::element(TEXT)) else { return };
    text.set_text_content(None);
    let long = document.text().len() > LONG;
    let _ = text.toggle_attribute_with_force("data-long", long);
    for paragraph in document.paragraphs() {
        let Ok(element) = page.create_element("p") else { continue };
        let words = document.slice(*paragraph);
        element.set_text_content(Some(&visible(words)));
        // For `first.js`, which does not know the text.
        let start = document.offsets().code_points(*paragraph).start;
        let _ = element.set_attribute("data-start", &start.0.to_string());
        if let Some(element) = element.dyn_ref::<HtmlElement>().filter(|_| long) {
            let letters = words.chars().count();
            let _ = element.style().set_property("--letters", &letters.to_string());
        }
        let _ = text.append_child(&element);
    }
}

/// What is selected in the article: from the first selected letter to the last, without spaces round them.
pub fn selected(document: &Document) -> Option<Span> {
    let selection = dom::window()?.get_selection().ok()??;
    if selection.is_collapsed() || selection.range_count() == 0 {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let text: Element = dom::element(TEXT)?.into();
    if !range.intersects_node(&text).ok()? {
        return None;
    }
    let inside = |node: Option<Node>| node.is_some_and(|node| text.contains(Some(&node)));
    let whole = document.text().len();
    let start = match (range.start_container().ok(), range.start_offset().ok()) {
        (Some(node), Some(offset)) if inside(Some(node.clone())) => byte(document, &text, &node, offset)?,
        _ => Byte(0),
    };
    let end = match (range.end_container().ok(), range.end_offset().ok()) {
        (Some(node), Some(offset)) if inside(Some(node.clone())) => byte(document, &text, &node, offset)?,
        _ => Byte(whole as u32),
    };
    trim(document, Span::new(start, end))
}

fn trim(document: &Document, span: Span) -> Option<Span> {
    let words = document.slice(span);
    let start = span.start.index() + (words.len() - words.trim_start().len());
    let length = words.trim().len();
    (length > 0).then(|| Span::of(start..start + length))
}

/// The byte of the text under a point of the window.
pub fn at_point(document: &Document, x: f32, y: f32) -> Option<Byte> {
    let page = dom::document()?;
    let position = page.caret_position_from_point(x, y)?;
    let text: Element = dom::element(TEXT)?.into();
    let node = position.offset_node()?;
    text.contains(Some(&node)).then(|| byte(document, &text, &node, position.offset())).flatten()
}

/// The byte at an offset of a node inside the article.
fn byte(document: &Document, text: &Element, node: &Node, offset: u32) -> Option<Byte> {
    let offsets = document.offsets();
    if text.is_same_node(Some(node)) {
        // Between paragraphs: before the one with that number.
        let paragraph = document.paragraphs().get(offset as usize);
        return Some(paragraph.map_or(Byte(document.text().len() as u32), |paragraph| paragraph.start));
    }
    let mut paragraph = node.clone();
    while !paragraph.parent_node()?.is_same_node(Some(text)) {
        paragraph = paragraph.parent_node()?;
    }
    let mut index = 0;
    let mut before = paragraph.previous_sibling();
    while let Some(sibling) = before {
        index += 1;
        before = sibling.previous_sibling();
    }
    let span = *document.paragraphs().get(index)?;
    let range = dom::document()?.create_range().ok()?;
    range.set_start(&paragraph, 0).ok()?;
    range.set_end(node, offset).ok()?;
    let units: String = range.to_string().into();
    let units = units.encode_utf16().count() as u32;
    let byte = offsets.from_utf16(Utf16(offsets.to_utf16(span.start).0 + units));
    Some(byte.min(span.end))
}

/// The words of `span` as ranges, one a paragraph.
pub fn ranges(document: &Document, span: Span) -> Vec<Range> {
    let (Some(page), Some(text)) = (dom::document(), dom::element(TEXT)) else { return Vec::new() };
    let paragraphs = document.paragraphs();
    let first = paragraphs.partition_point(|paragraph| paragraph.end <= span.start);
    let mut ranges = Vec::new();
    for (index, paragraph) in paragraphs.iter().enumerate().skip(first) {
        if paragraph.start >= span.end {
            break;
        }
        let part = Span::new(span.start.max(paragraph.start), span.end.min(paragraph.end));
        let Some(element) = text.children().item(index as u32) else { break };
        ranges.extend(range(&page, document, &element, *paragraph, part));
    }
    ranges
}

fn range(
    page: &web_sys::Document,
    document: &Document,
    element: &Element,
    paragraph: Span,
    part: Span,
) -> Option<Range> {
    let offsets = document.offsets();
    let origin = offsets.to_utf16(paragraph.start).0;
    let units = offsets.utf16(part);
    let range = page.create_range().ok()?;
    let (node, offset) = place(element, units.start.0 - origin)?;
    range.set_start(&node, offset).ok()?;
    let (node, offset) = place(element, units.end.0 - origin)?;
    range.set_end(&node, offset).ok()?;
    Some(range)
}

/// The text node and the offset in it, so many UTF-16 units into an element.
fn place(element: &Node, units: u32) -> Option<(Node, u32)> {
    let mut left = units;
    let mut last = None;
    let mut pending = vec![element.clone()];
    while let Some(node) = pending.pop() {
        if let Some(text) = node.dyn_ref::<web_sys::Text>() {
            let length = text.length();
            if left <= length {
                return Some((node, left));
            }
            left -= length;
            last = Some((node, length));
        } else {
            let children = node.child_nodes();
            pending.extend((0..children.length()).rev().filter_map(|index| children.item(index)));
        }
    }
    last
}

/// The rectangle of the first line of `span`, and the bottom of its last, in pixels of the window.
pub fn extent(document: &Document, span: Span) -> Option<Extent> {
    let ranges = ranges(document, span);
    let first = ranges.first()?.get_client_rects()?.item(0)?;
    let last = ranges.last()?.get_bounding_client_rect();
    Some(Extent { left: first.left(), right: first.right(), top: first.top(), bottom: last.bottom() })
}

/// Where words stand in the window, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// The first line's left edge.
    pub left: f64,
    /// The first line's right edge.
    pub right: f64,
    /// The first line's top.
    pub top: f64,
    /// The last line's bottom.
    pub bottom: f64,
}

/// Makes `span` the browser's selection, if it is not yet.
pub fn select(document: &Document, span: Span) {
    let ranges = ranges(document, span);
    let (Some(first), Some(last)) = (ranges.first(), ranges.last()) else { return };
    let selection = dom::window().and_then(|window| window.get_selection().ok().flatten());
    let Some(selection) = selection.filter(|_| selected(document) != Some(span)) else { return };
    if let (Ok(start), Ok(from), Ok(end), Ok(to)) =
        (first.start_container(), first.start_offset(), last.end_container(), last.end_offset())
    {
        let _ = selection.set_base_and_extent(&start, from, &end, to);
    }
}

/// Takes the browser's selection back.
pub fn deselect() {
    if let Some(selection) = dom::window().and_then(|window| window.get_selection().ok().flatten()) {
        let _ = selection.remove_all_ranges();
    }
}
