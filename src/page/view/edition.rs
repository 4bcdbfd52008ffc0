//! What becomes of the annotations in a new text of the open article, before it is taken.

use super::fields::ticked;
use super::panel::PanelFrame;
use super::shortened::shortened;
use crate::annotation::{Fate, Moving};
use crate::page::browser::locale;
use crate::page::state::{Edition, Message};
use crate::page::words::{Language, Words};
use yew::prelude::*;

pub struct Props {
    pub language: Language,
    pub say: Callback<Message>,
    pub edition: Edition,
}

pub fn edition_view(props: &Props) -> Html {
    let words = props.language.words();
    let close = props.say.reform(|_: MouseEvent| Message::Open(None));
    let renew = props.say.reform(|_: MouseEvent| Message::RenewNow);
    let of = |fate: Fate| props.edition.moving.iter().filter(move |one| one.fate == fate);
    let group = |fate: Fate| {
        let count = of(fate).count();
        html! {
            if count > 0 {
                <h3>{ fate_name(words, fate) }{ ": " }{ locale::number(props.language, count) }</h3>
                if fate != Fate::Stays {
                    <ul class="arriving" data-fate={format!("{fate:?}").to_ascii_lowercase()}>{ for of(fate).map(|one| moving(props, one)) }</ul>
                }
            }
        }
    };
    html! {
        <PanelFrame name="edition" title={words.edition} language={props.language} say={props.say.clone()}>
            { for [Fate::Uncertain, Fate::Orphan, Fate::Moved, Fate::Stays].into_iter().map(group) }
            <p class="hint">{ words.edition_hint }</p>
            <div class="row">
                <button class="filled" data-action="renew" onclick={renew}>{ words.renew }</button>
                <button class="quiet" data-action="cancel" onclick={close}>{ words.cancel }</button>
            </div>
        </PanelFrame>
    }
}

fn fate_name(words: &Words, fate: Fate) -> &'static str {
    match fate {
        Fate::Stays => words.fate_stays,
        Fate::Moved => words.fate_moved,
        Fate::Uncertain => words.fate_uncertain,
        Fate::Orphan => words.fate_orphan,
    }
}

/// Code points of the words that are shown.
const SHOWN: usize = 90;

fn moving(props: &Props, one: &Moving) -> Html {
    let there = one.span.map(|span| shortened(span.of_text(&props.edition.article.text), SHOWN));
    let confirm = ticked(props.say.reform({
        let id = one.id.clone();
        move |checked| Message::ConfirmMove(id.clone(), checked)
    }));
    let moved = there.filter(|there| one.fate == Fate::Uncertain && *there != one.words);
    html! {
        <li>
            if one.fate == Fate::Uncertain {
                <label class="check"><input type="checkbox" checked={props.edition.confirmed.contains(&one.id)} onchange={confirm} />
                    <span>{ props.language.words().confirm }</span></label>
            }
            <span lang="ar" dir="auto">{ shortened(&one.words, SHOWN) }</span>
            if let Some(moved) = moved { <span>{ "←" }</span><span lang="ar" dir="auto">{ moved }</span> }
        </li>
    }
}
