//! The article with its marks: the text cut where a mark begins or ends, each piece in one element, so that
//! overlapping marks need no nesting and no letter leaves its word.

use super::cards::has_card;
use super::{Report, style, text};
use crate::annotation::{Content, Item};
use crate::order::sort;
use crate::text::{Span, whole_ligatures};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// A mark among those that cover a piece: the innermost is the last of a set.
type Covering = BTreeSet<(u32, Reverse<u32>, usize)>;

/// The paragraphs of the article; with `headlined` the first is the headline.
pub(super) fn article(report: &Report, headlined: bool) -> String {
    let source = report.document.text();
    let mut events: Vec<(u32, bool, usize)> = Vec::new();
    for (index, item) in report.items.iter().enumerate() {
        if let Some(span) = drawn(report, item).filter(|span| !span.is_empty()) {
            events.push((span.start.0, true, index));
            events.push((span.end.0, false, index));
        }
    }
    sort(&mut events);
    let mut events = events.into_iter().peekable();
    let (mut shown, mut names) = (Covering::new(), Covering::new());
    // The place of a mark in the text is where it first shows.
    let mut named = vec![false; report.items.len()];
    let mut html = String::with_capacity(source.len() * 2);
    for (place, paragraph) in report.document.paragraphs().iter().enumerate() {
        let element = if headlined && place == 0 { "h1" } else { "p" };
        html.push_str(&format!("<{element}>"));
        let mut at = paragraph.start.0;
        while at < paragraph.end.0 {
            while let Some((_, begins, index)) = events.next_if(|(place, ..)| *place <= at) {
                step(report, begins, index, &mut shown, &mut names);
            }
            let next = events.peek().map_or(paragraph.end.0, |(place, ..)| (*place).min(paragraph.end.0));
            let piece = source.get(at as usize..next as usize).unwrap_or("");
            put_piece(report, piece, &shown, &names, &mut named, &mut html);
            at = next;
        }
        html.push_str(&format!("</{element}>\n"));
    }
    html
}

/// Where an item's mark is drawn: an element that began within a lam-alef would break it.
fn drawn(report: &Report, item: &Item) -> Option<Span> {
    item.span.map(|span| whole_ligatures(report.document.text(), span))
}

/// A mark begins or ends: it is among those that cover what follows, or no longer.
fn step(report: &Report, begins: bool, index: usize, shown: &mut Covering, names: &mut Covering) {
    let Some(item) = report.items.get(index) else { return };
    let Some(span) = drawn(report, item) else { return };
    let key = (span.start.0, Reverse(span.end.0), index);
    let set = if has_card(item) { shown } else { names };
    if begins {
        set.insert(key)
    } else {
        set.remove(&key)
    };
}

fn put_piece(
    report: &Report,
    piece: &str,
    shown: &Covering,
    names: &Covering,
    named: &mut [bool],
    html: &mut String,
) {
    let words = text(piece);
    let words = if names.is_empty() { words } else { format!("<span class=\"name\">{words}</span>") };
    let Some((_, _, index)) = shown.last() else {
        html.push_str(&words);
        return;
    };
    // All that begin here get their place, so that every card can lead to its words.
    let mut places = String::new();
    for (_, _, index) in shown.iter().rev() {
        match named.get_mut(*index) {
            Some(known) if !*known => {
                *known = true;
                places.push_str(&format!("<span id=\"t{index}\"></span>"));
            }
            _ => break,
        }
    }
    let class = report.items.get(*index).map_or("own", |item| match &item.content {
        Content::Claim(claim) => style(&report.analysis, claim.side.as_ref()),
        _ => "own",
    });
    html.push_str(&format!("{places}<a class=\"{class}\" href=\"#c{index}\">{words}</a>"));
}
