//! What can be done with selected words.

use crate::annotation::ContentKind;
use crate::page::state::Message;
use crate::page::words::Language;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub language: Language,
    pub say: Callback<Message>,
}

#[component(Toolbar)]
pub fn toolbar(props: &Props) -> Html {
    let words = props.language.words();
    let actions = [
        ("claim", words.mark_claim, ContentKind::Claim),
        ("entity", words.mark_entity, ContentKind::Entity),
        ("highlight", words.mark_highlight, ContentKind::Highlight),
        ("note", words.mark_note, ContentKind::Note),
    ];
    // A press must not take the selection away before the click is there.
    let hold = |event: MouseEvent| event.prevent_default();
    html! {
        <div id="toolbar" class="toolbar" role="toolbar" aria-label={words.selection} onmousedown={hold}>
            { for actions.into_iter().map(|(action, name, kind)| {
                let mark = props.say.reform(move |_: MouseEvent| Message::Mark(kind));
                html! { <button data-action={action} onclick={mark}>{ name }</button> }
            }) }
        </div>
    }
}
