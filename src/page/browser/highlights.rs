//! Marks drawn over the text without touching it, by the CSS Custom Highlight API; by plain `<mark>`
//! elements where a browser lacks it.
//!
//! The registry is maplike and a highlight setlike (<https://www.w3.org/TR/css-highlight-api-1/>), so
//! they are called as a map and a set.

use super::{article, dom};
use crate::page::state::Mark;
use crate::text::{Document, Span};
use js_sys::{Array, Function, Map, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// What is drawn, so that only what changed is drawn anew.
#[derive(Debug, Default)]
pub struct Highlights {
    drawn: Vec<(Mark, Vec<Span>)>,
}

impl Highlights {
    /// Draws `marks`, each name that changed; says whether the browser can.
    pub fn draw(&mut self, document: &Document, marks: Vec<(Mark, Vec<Span>)>) -> bool {
        if self.drawn == marks {
            return true;
        }
        let Some(registry) = registry() else {
            in_elements(document, &marks);
            self.drawn = marks;
            return false;
        };
        for (level, (mark, spans)) in marks.iter().enumerate() {
            if self.drawn.get(level).is_some_and(|(_, drawn)| drawn == spans) {
                continue;
            }
            let ranges: Array = spans.iter().flat_map(|span| article::ranges(document, *span)).collect();
            if let Some(highlight) = highlight(&ranges, level) {
                registry.set(&JsValue::from_str(mark.name()), &highlight);
            }
        }
        self.drawn = marks;
        true
    }

    /// Forgets what is drawn, because the text was laid anew.
    pub fn forget(&mut self) {
        self.drawn.clear();
    }
}

fn registry() -> Option<Map> {
    let css = Reflect::get(&js_sys::global(), &"CSS".into()).ok()?;
    let registry = Reflect::get(&css, &"highlights".into()).ok()?;
    (!registry.is_undefined()).then(|| registry.unchecked_into())
}

fn highlight(ranges: &Array, level: usize) -> Option<JsValue> {
    let make: Function = Reflect::get(&js_sys::global(), &"Highlight".into()).ok()?.dyn_into().ok()?;
    let highlight = Reflect::construct(&make, &Array::new()).ok()?;
    let set: &js_sys::Set = highlight.unchecked_ref();
    ranges.for_each(&mut |range, _, _| drop(set.add(&range)));
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
