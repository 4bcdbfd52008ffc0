//! The frame of whatever opens above the article: a title, a way to close it, and the reader brought there.

use super::icon::Icon;
use web_sys::HtmlElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The panel's name, which the control that opens it carries as `data-opens`.
    pub name: &'static str,
    pub title: &'static str,
    pub close_name: &'static str,
    pub close: Callback<MouseEvent>,
    pub children: Html,
}

#[component(PanelFrame)]
pub fn panel_frame(props: &Props) -> Html {
    let heading = use_node_ref();
    use_effect_with(props.name, {
        let heading = heading.clone();
        move |_| drop(heading.cast::<HtmlElement>().map(|heading| heading.focus()))
    });
    let title = format!("panel-{}", props.name);
    html! {
        <section class="panel" role="dialog" aria-labelledby={title.clone()} data-panel={props.name}>
            <div class="head"><h2 id={title} ref={heading} tabindex="-1">{ props.title }</h2>
                <button class="plain" data-action="close" aria-label={props.close_name} title={props.close_name} onclick={props.close.clone()}>{ Icon::Close.draw() }</button>
            </div>
            { props.children.clone() }
        </section>
    }
}
