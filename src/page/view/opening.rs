//! The panel for opening articles: paste, choose a file, or take one from the shelf.

use super::bar;
use super::panel::PanelFrame;
use crate::annotation::DocumentId;
use crate::page::browser::dom;
use crate::page::state::Message;
use crate::page::words::Language;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub language: Language,
    pub say: Callback<Message>,
    pub shelf: Vec<(DocumentId, String)>,
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
    let close = props.say.reform(|_: MouseEvent| Message::Open(None));
    html! {
        <PanelFrame name="articles" title={words.opening} {close} close_name={words.close}>
            <textarea ref={area} rows="6" dir="auto" aria-label={words.paste} placeholder={words.paste} />
            <div class="row">
                <button class="filled" data-action="open-text" onclick={paste}>{ words.paste_open }</button>
                <button class="quiet" data-action="renew-text" onclick={renew}>{ words.edition_open }</button>
                <button class="quiet" data-action="choose-file" onclick={|_: MouseEvent| dom::press(bar::FILES)}>
                    { words.choose_file }</button>
            </div>
            if !props.shelf.is_empty() {
                <h3>{ words.shelf }</h3>
                <ul class="shelf">{ for props.shelf.iter().map(|(id, title)| {
                    let take = props.say.reform({ let id = id.clone(); move |_: MouseEvent| Message::Take(id.clone()) });
                    html! { <li key={id.0.clone()}><button class="plain" lang="ar" dir="auto" onclick={take}>{ title }</button></li> }
                }) }</ul>
            }
        </PanelFrame>
    }
}
