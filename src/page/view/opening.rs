//! Opening articles: paste a text, or choose files.

use super::bar;
use crate::page::browser::dom;
use crate::page::state::Message;
use crate::page::words::Language;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub language: Language,
    pub say: Callback<Message>,
}

#[component(Opening)]
pub fn opening(props: &Props) -> Html {
    let words = props.language.words();
    let area = use_node_ref();
    let with_text = |message: fn(String) -> Message| {
        let (say, area) = (props.say.clone(), area.clone());
        move |_: MouseEvent| {
            if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                say.emit(message(area.value()));
            }
        }
    };
    let paste = with_text(|text| Message::OpenText { text, file: None });
    let renew = with_text(Message::Renew);
    html! {
        <>
            <h3>{ words.open_new }</h3>
            <textarea ref={area} rows="4" dir="auto" aria-label={words.paste} placeholder={words.paste} />
            <div class="row">
                <button class="filled" data-action="open-text" onclick={paste}>{ words.paste_open }</button>
                <button class="quiet" data-action="renew-text" onclick={renew}>{ words.edition_open }</button>
                <button class="quiet" data-action="choose-file" onclick={|_: MouseEvent| dom::press(bar::FILES)}>
                    { words.choose_file }</button>
            </div>
            <p class="hint">{ words.files_hint }</p>
        </>
    }
}
