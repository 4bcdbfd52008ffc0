//! The sheet of shortcuts, made from their table.

use super::panel::PanelFrame;
use crate::page::shortcuts::{Group, Keys, SHORTCUTS};
use crate::page::state::Message;
use crate::page::words::Language;
use yew::prelude::*;

pub struct Props {
    pub language: Language,
    pub say: Callback<Message>,
}

pub fn help(props: &Props) -> Html {
    let words = props.language.words();
    html! {
        <PanelFrame name="help" title={words.help} language={props.language} say={props.say.clone()}>
            <p class="hint">{ words.help_hint }</p>
            <div class="shortcuts">{ for Group::ALL.into_iter().map(|group| html! {
                <section>
                    <h3>{ group.heading(words) }</h3>
                    <dl>{ for SHORTCUTS.iter().filter(|shortcut| shortcut.group == group).map(|shortcut| html! {
                        <div><dt>{ (shortcut.says)(words) }</dt><dd dir="ltr">{ keys(shortcut.keys) }</dd></div>
                    }) }</dl>
                </section>
            }) }</div>
        </PanelFrame>
    }
}

/// The keys' caps; keys that are written alike once.
fn keys(keys: &[Keys]) -> Html {
    let mut all: Vec<Vec<&'static str>> = keys.iter().map(|keys| keys.caps()).collect();
    all.dedup();
    all.into_iter()
        .map(|caps| html! { <span class="keys">{ for caps.into_iter().map(|cap| html! { <kbd>{ cap }</kbd> }) }</span> })
        .collect()
}
