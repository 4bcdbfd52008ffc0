//! The panel of formats: each takes the annotations of the open article away.

use super::panel::PanelFrame;
use crate::exchange::Format;
use crate::page::state::Message;
use crate::page::words::Language;
use yew::prelude::*;

pub struct Props {
    pub language: Language,
    pub say: Callback<Message>,
}

pub fn export(props: &Props) -> Html {
    let words = props.language.words();
    html! {
        <PanelFrame name="export" title={words.export} language={props.language} say={props.say.clone()}>
            <p class="hint">{ words.export_hint }</p>
            <ul class="formats">{ for Format::ALL.into_iter().map(|format| {
                let take = props.say.reform(move |_: MouseEvent| Message::Export(format));
                html! { <li key={format.name()}><button class="quiet" data-action="export" data-format={format.name()} onclick={take}>{ words.format(format) }</button></li> }
            }) }</ul>
        </PanelFrame>
    }
}
