//! Marks drawn over the text without touching it, by the CSS Custom Highlight API; by plain `<mark>`
//! elements where a browser lacks it.
//!
//! The registry is maplike and a highlight setlike (<https://www.w3.org/TR/css-highlight-api-1/>), so
//! they are called as a map and a set.

use super::{article, dom};
use crate::page::state::Mark;
use crate::text::{Document, Span, whole_ligatures};
use js_sys::{Array, Function, Map, Reflect};
use std::cmp::Reverse;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Range;

/// What is drawn, so that only what changed is drawn anew.
#[derive(Default)]
pub struct Highlights {
    drawn: Vec<Drawn>,
    /// The marks drawn as elements, where the browser has no highlights.
    in_elements: Vec<(Mark, Vec<Span>)>,
    /// Whether it is known if paragraphs inherit their marks.
    asked: bool,
}

/// One name with its ranges.
struct Drawn {
    /// The browser's highlight.
    highlight: js_sys::Set,
    /// Each span in the text's order with its ranges.
    spans: Vec<(Span, Vec<Range>)>,
}

impl Highlights {
    /// Draws `marks`; says whether the browser can. Ranges are made and dropped for spans that came and went,
    /// the others stay.
    pub fn draw(&mut self, document: &Document, mut marks: Vec<(Mark, Vec<Span>)>) -> bool {
        for span in marks.iter_mut().flat_map(|(_, spans)| spans) {
            *span = whole_ligatures(document.text(), *span);
        }
        let Some(registry) = registry() else {
            if self.in_elements != marks {
                in_elements(document, &marks);
                self.in_elements = marks;
            }
            return false;
        };
        for (level, (mark, spans)) in marks.into_iter().enumerate() {
            if self.drawn.len() == level {
                let Some(highlight) = highlight(level) else { return false };
                registry.set(&JsValue::from_str(mark.name()), &highlight);
                self.drawn.push(Drawn { highlight: highlight.unchecked_into(), spans: Vec::new() });
            }
            if let Some(drawn) = self.drawn.get_mut(level) {
                drawn.become_spans(document, spans);
            }
        }
        true
    }

    /// Forgets what is drawn, because the text was laid anew.
    pub fn forget(&mut self) {
        let asked = self.asked || find_inheritance();
        *self = Highlights { asked, ..Highlights::default() };
    }
}

impl Drawn {
    fn become_spans(&mut self, document: &Document, spans: Vec<Span>) {
        let place = |span: Span| (span.start, Reverse(span.end));
        let mut old = std::mem::take(&mut self.spans).into_iter().peekable();
        for span in spans {
            while let Some((_, ranges)) = old.next_if(|(known, _)| place(*known) < place(span)) {
                self.drop_ranges(&ranges);
            }
            let kept = old.next_if(|(known, _)| *known == span);
            self.spans.push(kept.unwrap_or_else(|| {
                let ranges = article::ranges(document, span);
                ranges.iter().for_each(|range| drop(self.highlight.add(range)));
                (span, ranges)
            }));
        }
        old.for_each(|(_, ranges)| self.drop_ranges(&ranges));
    }

    fn drop_ranges(&self, ranges: &[Range]) {
        ranges.iter().for_each(|range| _ = self.highlight.delete(range));
    }
}

/// Finds out whether a paragraph inherits its marks' styles from the whole text, as the standard has it and Firefox
/// 153 has not, and tells `marks.css`. Else a browser makes each paragraph styles of its own for each kind of mark,
/// which takes most of the time in which a long text is laid. Without a paragraph there is nobody to ask.
fn find_inheritance() -> bool {
    let paragraph = dom::element(article::TEXT).and_then(|text| text.first_element_child());
    let (Some(app), Some(paragraph)) = (dom::element("app"), paragraph) else { return false };
    let _ = app.set_attribute(INHERITED, "");
    let style = dom::window()
        .and_then(|it| it.get_computed_style_with_pseudo_elt(&paragraph, "::highlight(own)").ok()?);
    let line = style.and_then(|style| style.get_property_value("text-decoration-line").ok());
    if line.as_deref() != Some("underline") {
        let _ = app.remove_attribute(INHERITED);
    }
    true
}

const INHERITED: &str = "data-inherited";

fn registry() -> Option<Map> {
    let css = Reflect::get(&js_sys::global(), &"CSS".into()).ok()?;
    let registry = Reflect::get(&css, &"highlights".into()).ok()?;
    (!registry.is_undefined()).then(|| registry.unchecked_into())
}

/// An empty highlight; the higher its level, the later it is drawn.
fn highlight(level: usize) -> Option<JsValue> {
    let make: Function = Reflect::get(&js_sys::global(), &"Highlight".into()).ok()?.dyn_into().ok()?;
    let highlight = Reflect::construct(&make, &Array::new()).ok()?;
    Reflect::set(&highlight, &"priority".into(), &JsValue::from_f64(level as f64)).ok()?;
    Some(highlight)
}

/// Each paragraph as text and `<mark>` elements, one class a mark.
fn in_elements(document: &Document, marks: &[(Mark, Vec<Span>)]) {
    let (Some(page), Some(text)) = (dom::document(), dom::element(article::TEXT)) else { return };
    for (index, paragraph) in document.paragraphs().iter().enumerate() {
        let Some(element) = text.children().item(index as u32) else { return };
        let mut edges = vec![paragraph.start, paragraph.end];
        let here: Vec<(Mark, Span)> = marks
            .iter()
            .flat_map(|(mark, spans)| spans.iter().map(move |span| (*mark, *span)))
            .filter(|(_, span)| span.overlaps(*paragraph))
            .collect();
        edges.extend(
            here.iter().flat_map(|(_, span)| [span.start.max(paragraph.start), span.end.min(paragraph.end)]),
        );
        edges.sort_unstable();
        edges.dedup();
        element.set_text_content(None);
        for pair in edges.windows(2) {
            let &[start, end] = pair else { continue };
            let part = Span::new(start, end);
            let names: Vec<&str> =
                here.iter().filter(|(_, span)| span.contains(part)).map(|(mark, _)| mark.name()).collect();
            let node = page.create_text_node(document.slice(part));
            if names.is_empty() {
                let _ = element.append_child(&node);
            } else if let Ok(wrap) = page.create_element("mark") {
                wrap.set_class_name(&names.join(" "));
                let _ = wrap.append_child(&node);
                let _ = element.append_child(&wrap);
            }
        }
    }
}
