//! Why something was found, behind a small «لماذا؟».

use super::foreign::{foreign, is_arabic};
use crate::analysis::Evidence;
use crate::page::words::{Language, reason};
use yew::prelude::*;

/// The reasons as a list that opens; nothing where there are none.
pub fn why<'e>(language: Language, evidence: impl IntoIterator<Item = &'e Evidence>) -> Html {
    let reasons: Vec<String> = evidence.into_iter().filter_map(|e| reason(language, e)).collect();
    if reasons.is_empty() {
        return Html::default();
    }
    // Opening it is not choosing the card that it stands on.
    let within = |event: MouseEvent| event.stop_propagation();
    html! {
        <details class="why" onclick={within}>
            <summary>{ language.words().why }</summary>
            <ul>{ for reasons.into_iter().map(|reason| html! { <li dir="auto">{ with_arabic(&foreign(&reason)) }</li> }) }</ul>
        </details>
    }
}

/// A sentence of either language with its stretches of Arabic said to be Arabic.
fn with_arabic(sentence: &str) -> Html {
    let mut parts: Vec<(bool, &str)> = Vec::new();
    let mut rest = sentence;
    while let Some(first) = rest.chars().next() {
        let end =
            rest.find(|c: char| c.is_alphabetic() && is_arabic(c) != is_arabic(first)).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        parts.push((is_arabic(first), part));
        rest = after;
    }
    parts
        .into_iter()
        .map(|(arabic, part)| html! { <span lang={arabic.then_some("ar")}>{ part }</span> })
        .collect()
}
