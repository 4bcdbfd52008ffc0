//! The search in the article.

use super::fields::{modes, told, use_focus};
use super::icon::Icon;
use crate::page::browser::locale;
use crate::page::state::{Find, Message};
use crate::page::words::Language;
use yew::prelude::*;

/// The element that says why there is nothing to find.
const WRONG: &str = "search-wrong";

#[derive(Properties, PartialEq)]
pub struct Props {
    pub language: Language,
    pub say: Callback<Message>,
    pub find: Find,
}

#[component(Search)]
pub fn search(props: &Props) -> Html {
    let words = props.language.words();
    let field = use_node_ref();
    use_focus(&field, "search");
    let typed = told::<InputEvent>(props.say.reform(Message::Find));
    let key = {
        let say = props.say.clone();
        move |event: KeyboardEvent| {
            if event.code() == "Enter" {
                say.emit(Message::FindNext(!event.shift_key()));
            }
        }
    };
    let step = |forward: bool| props.say.reform(move |_: MouseEvent| Message::FindNext(forward));
    let close = props.say.reform(|_: MouseEvent| Message::OpenFind(false));
    let number = |n: usize| locale::number(props.language, n);
    let count = match props.find.found.len() {
        _ if props.find.error.is_some() => String::new(),
        0 if props.find.query.trim().is_empty() => String::new(),
        0 => words.search_none.to_owned(),
        all => format!("{} / {}", number(props.find.current + 1), number(all)),
    };
    html! {
        <search class="find">
            <input id="search" ref={field} type="search" dir="auto" aria-label={words.search}
                placeholder={words.search_placeholder} value={props.find.query.clone()}
                aria-invalid={props.find.error.map(|_| "true")} aria-describedby={props.find.error.map(|_| WRONG)} oninput={typed} onkeydown={key} />
            { modes(words, props.find.mode, props.say.reform(Message::FindMode)) }
            <output>{ count }</output>
            <button class="plain" title={words.search_previous} aria-label={words.search_previous} onclick={step(false)}>{ Icon::Up.draw() }</button>
            <button class="plain" title={words.search_next} aria-label={words.search_next} onclick={step(true)}>{ Icon::Down.draw() }</button>
            <button class="plain" title={words.close} aria-label={words.close} onclick={close}>{ Icon::Close.draw() }</button>
            if let Some(error) = props.find.error {
                <p id={WRONG} class="wrong" role="alert">{ words.pattern_error(error, number) }</p>
            }
        </search>
    }
}
