//! Why something was found, behind a small «لماذا؟».

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
            <ul>{ for reasons.into_iter().map(|reason| html! { <li dir="auto">{ reason }</li> }) }</ul>
        </details>
    }
}
