//! The first visit's explanation: three steps above the article, which can be skipped and never come back.

use crate::page::browser::locale;
use crate::page::state::{Message, State};
use crate::page::words::{Language, fill};
use yew::prelude::*;

pub struct Props {
    pub language: Language,
    pub say: Callback<Message>,
    pub step: usize,
}

pub fn tour(props: &Props) -> Html {
    let words = props.language.words();
    let (title, text) = match props.step {
        0 => (words.tour_marks, words.tour_marks_text),
        1 => (words.tour_select, words.tour_select_text),
        _ => (words.tour_board, words.tour_board_text),
    };
    let last = props.step == State::LAST_STEP;
    let number = |step: usize| locale::number(props.language, step);
    let count = fill(words.tour_count, &[&number(props.step + 1), &number(State::LAST_STEP + 1)]);
    let on = props.say.reform(|_: MouseEvent| Message::TourOn);
    let end = props.say.reform(|_: MouseEvent| Message::TourEnd);
    html! {
        <section id="tour" class="tour" aria-label={words.tour} data-step={(props.step + 1).to_string()}>
            <div aria-live="polite">
                <h2>{ title }</h2>
                <p>{ text }</p>
            </div>
            <div class="row">
                <span class="count">{ count }</span>
                if !last { <button class="plain" data-action="skip" onclick={end}>{ words.tour_skip }</button> }
                <button class="quiet" data-action="next" onclick={on}>{ if last { words.tour_done } else { words.tour_next } }</button>
            </div>
        </section>
    }
}
