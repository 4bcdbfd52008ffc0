//! How far the opening of several files has come, and the way to stop it.

use crate::page::browser::locale;
use crate::page::state::{Message, Taking};
use crate::page::words::{Language, fill};
use yew::prelude::*;

pub struct Props {
    pub language: Language,
    pub say: Callback<Message>,
    pub taking: Taking,
}

pub fn taking_view(props: &Props) -> Html {
    let words = props.language.words();
    let Taking { total, done, .. } = props.taking;
    let number = |n: usize| locale::number(props.language, n);
    let stop = props.say.reform(|_: MouseEvent| Message::StopOpening);
    html! {
        <section id="taking" class="panel taking" aria-labelledby="taking-name">
            <label id="taking-name" for="taken">{ fill(words.taking, &[&number(done), &number(total)]) }</label>
            <progress id="taken" max={total.to_string()} value={done.to_string()}></progress>
            <button class="quiet" data-action="stop" onclick={stop}>{ words.stop }</button>
        </section>
    }
}
