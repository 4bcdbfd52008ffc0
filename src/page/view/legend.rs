//! The legend: what is marked, how often, and a switch for each.

use super::foreign::foreign;
use super::{Shared, side_class};
use crate::analysis::Analysis;
use crate::page::browser::locale;
use crate::page::state::{Layer, Message};
use crate::page::words::Language;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub language: Language,
    pub say: Callback<Message>,
    pub analysis: Shared<Analysis>,
    pub layers: Vec<(Layer, usize, bool)>,
}

#[component(Legend)]
pub fn legend(props: &Props) -> Html {
    let words = props.language.words();
    html! {
        <div id="legend" class="legend" role="group" aria-label={words.legend}>
            { for props.layers.iter().map(|(layer, count, on)| {
                let (name, class) = name(props, layer);
                let switch = props.say.reform({ let layer = layer.clone(); move |_: MouseEvent| Message::Switch(layer.clone()) });
                html! {
                    <button key={layer.key()} class={class} data-layer={layer.key()} aria-pressed={on.to_string()} onclick={switch}>
                        <span class="sample" lang={matches!(layer, Layer::Party(_)).then_some("ar")}>{ name }</span>
                        <span class="count">{ locale::number(props.language, *count) }</span>
                    </button>
                }
            }) }
        </div>
    }
}

fn name(props: &Props, layer: &Layer) -> (AttrValue, String) {
    let words = props.language.words();
    let (name, class) = match layer {
        Layer::Party(id) => {
            let party = props.analysis.parties.iter().find(|party| party.id == *id);
            let name = party.map_or_else(|| id.0.clone(), |party| party.name.clone());
            return (foreign(&name), side_class(&props.analysis, Some(id)));
        }
        Layer::Unsided => (words.unsided, "side-4"),
        Layer::Names => (words.names, "name"),
        Layer::Places => (words.place_names, "place"),
        Layer::Figures => (words.figures, "figure"),
        Layer::Own => (words.own, "own"),
    };
    (name.into(), class.into())
}
