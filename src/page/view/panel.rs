//! The frame of whatever opens above the article: a title, a way to close it, and the reader brought there.

use super::fields::use_focus;
use super::icon::Icon;
use crate::page::state::Message;
use crate::page::words::Language;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The panel's name, which the control that opens it carries as `data-opens`.
    pub name: &'static str,
    pub title: &'static str,
    pub language: Language,
    pub say: Callback<Message>,
    pub children: Html,
}

#[component(PanelFrame)]
pub fn panel_frame(props: &Props) -> Html {
    let words = props.language.words();
    let heading = use_node_ref();
    use_focus(&heading, props.name);
    let close = props.say.reform(|_: MouseEvent| Message::Open(None));
    let title = format!("panel-{}", props.name);
    html! {
        <section class="panel" role="dialog" aria-labelledby={title.clone()} data-panel={props.name}>
            <div class="head"><h2 id={title} ref={heading} tabindex="-1">{ props.title }</h2>
                <button class="plain" data-action="close" aria-label={words.close} title={words.close} onclick={close}>{ Icon::Close.draw() }</button>
            </div>
            { props.children.clone() }
        </section>
    }
}
