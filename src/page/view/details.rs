//! What is known of the open article, to be corrected.

use super::fields::line;
use super::panel::PanelFrame;
use crate::analysis::Date;
use crate::page::state::{Detail, Message};
use crate::page::words::Language;
use web_sys::HtmlInputElement;
use yew::prelude::*;

pub struct Props {
    pub language: Language,
    pub say: Callback<Message>,
    pub title: AttrValue,
    pub source: AttrValue,
    pub address: AttrValue,
    pub date: Option<Date>,
}

pub fn details(props: &Props) -> Html {
    let words = props.language.words();
    let write = |detail: fn(String) -> Detail| props.say.reform(move |value| Message::Correct(detail(value)));
    let say = props.say.clone();
    let dated = move |event: Event| {
        // A date that is half typed is none, and takes none away.
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>()
            && !input.validity().bad_input()
        {
            say.emit(Message::Correct(Detail::Date(input.value().parse().ok())));
        }
    };
    html! {
        <PanelFrame name="details" title={words.details} language={props.language} say={props.say.clone()}>
            <div class="fields">
                { line("title", words.title, &props.title, write(Detail::Title)) }
                { line("source", words.source, &props.source, write(Detail::Source)) }
                { line("address", words.address, &props.address, write(Detail::Address)) }
                <label><span>{ words.published }</span>
                    <input name="date" type="date" max="9999-12-31" value={props.date.map(|date| date.to_string()).unwrap_or_default()} onchange={dated} /></label>
            </div>
            <p class="hint">{ words.details_hint }</p>
        </PanelFrame>
    }
}
