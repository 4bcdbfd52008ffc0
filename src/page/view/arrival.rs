//! What a file would do, before it does it.

use super::foreign::foreign;
use super::panel::PanelFrame;
use super::shortened::shortened;
use crate::page::browser::locale;
use crate::page::state::{Arriving, Message};
use crate::page::words::{Language, fill};
use yew::prelude::*;

pub struct Props {
    pub language: Language,
    pub say: Callback<Message>,
    pub file: AttrValue,
    pub articles: Vec<Arriving>,
}

pub fn arrival_view(props: &Props) -> Html {
    let words = props.language.words();
    let close = props.say.reform(|_: MouseEvent| Message::Open(None));
    let take_in = props.say.reform(|_: MouseEvent| Message::TakeIn);
    html! {
        <PanelFrame name="import" title={words.arrival} language={props.language} say={props.say.clone()}>
            <p class="hint" dir="auto">{ foreign(&props.file) }</p>
            { for props.articles.iter().map(|article| arriving(props.language, article)) }
            <div class="row">
                <button class="filled" data-action="take-in" onclick={take_in}>{ words.take_in }</button>
                <button class="quiet" data-action="cancel" onclick={close}>{ words.cancel }</button>
            </div>
        </PanelFrame>
    }
}

/// Code points of an annotation's words that are shown.
const SHOWN: usize = 90;

fn arriving(language: Language, article: &Arriving) -> Html {
    let words = language.words();
    let number = |n: usize| locale::number(language, n);
    let (added, changed, skipped) = (number(article.added), number(article.changed), number(article.skipped));
    html! {
        <section>
            <h3><span lang="ar" dir="auto">{ foreign(&article.title) }</span>
                if article.new { <small>{ " · " }{ words.arrival_new }</small> }</h3>
            <p data-added={article.added.to_string()} data-changed={article.changed.to_string()} data-skipped={article.skipped.to_string()}>
                { fill(words.arrival_counts, &[&added, &changed, &skipped]) }</p>
            if article.details { <p>{ words.arrival_details }</p> }
            if article.nowhere > 0 { <p>{ fill(words.arrival_nowhere, &[&number(article.nowhere)]) }</p> }
            <ul class="arriving">{ for article.words.iter().map(|(quote, new)| html! {
                <li><small>{ if *new { words.arrival_added } else { words.arrival_changed } }</small>
                    <span lang="ar" dir="auto">{ shortened(quote, SHOWN) }</span></li>
            }) }</ul>
        </section>
    }
}
