//! The bar on top: the name, the places, whether all is kept, and the tools.

use super::icon::Icon;
use crate::page::browser::files;
use crate::page::state::{ARCHIVE, Message, Panel, Saving};
use crate::page::words::Language;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub language: Language,
    pub say: Callback<Message>,
    pub saving: Saving,
    pub undo: bool,
    pub redo: bool,
    /// Whether the page is dark, by choice or by the system.
    pub dark: bool,
    pub searching: bool,
    pub panel: Option<Panel>,
    /// Whether the board of many articles is shown, where one is open.
    pub archive: Option<bool>,
    /// Takes the files that are chosen to be opened.
    pub files: Callback<Event>,
}

#[component(Bar)]
pub fn bar(props: &Props) -> Html {
    let words = props.language.words();
    let say = |message: Message| {
        let say = props.say.clone();
        move |_: MouseEvent| say.emit(message.clone())
    };
    let is_open = |panel: Panel| (props.panel == Some(panel)).to_string();
    let opens = |panel: Panel| say(Message::Open((props.panel != Some(panel)).then_some(panel)));
    let (state, kept, place) = match props.saving {
        Saving::Saved => ("saved", words.saved, words.saved_here),
        Saving::Saving => ("saving", words.saving, ""),
        Saving::Entrusted => ("saving", words.entrusted, words.disk_unsure),
        Saving::Failed => ("failed", words.not_saved, ""),
    };
    let (theme, theme_icon, theme_name) = if props.dark {
        ("light", Icon::Sun, words.theme_light)
    } else {
        ("dark", Icon::Moon, words.theme_dark)
    };
    let other = props.language.other();
    html! {
        <header id="bar" class="bar">
            <strong class="brand">{ words.name }</strong>
            <nav class="places" aria-label={words.places}>
                <a href="#article" onclick={go(props, "article")}>{ words.to_article }</a>
                <a href="#board" onclick={go(props, "board")}>{ words.to_board }</a>
                if let Some(shown) = props.archive {
                    <a href="#archive" aria-current={shown.then_some("true")} onclick={go(props, ARCHIVE)}>{ words.to_archive }</a>
                }
            </nav>
            <span id="save-state" class="save-state" role="status" data-state={state}><span>{ kept }</span><span class="place">{ place }</span></span>
            <div class="tools" role="group" aria-label={words.tools}>
                <button id="undo" class="plain" title={words.undo} aria-label={words.undo} disabled={!props.undo}
                    onclick={say(Message::Undo)}>{ Icon::Undo.draw() }</button>
                <button id="redo" class="plain" title={words.redo} aria-label={words.redo} disabled={!props.redo}
                    onclick={say(Message::Redo)}>{ Icon::Redo.draw() }</button>
                <button class="plain" title={words.search} aria-label={words.search} data-opens="search"
                    aria-expanded={props.searching.to_string()} onclick={say(Message::OpenFind(!props.searching))}>
                    { Icon::Search.draw() }</button>
                // What is needed rarely, where there is little room, is shown by this.
                <details class="rest"><summary title={words.more_tools} aria-label={words.more_tools}>{ Icon::More.draw() }</summary></details>
                <button id="theme" class="plain rare" title={theme_name} aria-label={theme_name}
                    onclick={say(Message::Theme(theme))}>{ theme_icon.draw() }</button>
                <button class="plain rare" title={words.settings} aria-label={words.settings} data-opens="settings"
                    aria-expanded={is_open(Panel::Settings)} onclick={opens(Panel::Settings)}>{ Icon::Type.draw() }</button>
                <button class="plain rare" title={words.help} aria-label={words.help} data-opens="help"
                    aria-expanded={is_open(Panel::Help)} onclick={opens(Panel::Help)}>{ Icon::Keys.draw() }</button>
                <button id="language" class="quiet" lang={other.tag()} onclick={say(Message::Speak(other))}>
                    { if other == Language::English { "English" } else { "العربية" } }</button>
                <button class="quiet" data-opens="articles" title={words.open_hint} aria-expanded={is_open(Panel::Opening)}
                    onclick={opens(Panel::Opening)}>{ words.open }</button>
                <input id={FILES} type="file" hidden={true} multiple={true} accept=".txt,.md,.html,.htm,.json,.jsonld,.jsonl,.ann,text/plain,text/html"
                    onchange={props.files.clone()} />
                <label class="quiet button rare" title={words.import_hint}>
                    <span>{ words.import }</span>
                    <input id="import" class="file" type="file" accept=".json,.jsonld,.jsonl,.ann,application/json,application/ld+json"
                        onchange={files::taking(&props.say, |file, bytes| Message::Import { file, bytes })} />
                </label>
                <button class="quiet rare" data-opens="export" title={words.export_hint} aria-expanded={is_open(Panel::Export)}
                    onclick={opens(Panel::Export)}>{ words.export }</button>
                <button id="download" class="filled" title={words.download_hint} onclick={say(Message::Download)}>
                    { words.download }</button>
            </div>
        </header>
    }
}

/// The input that takes files with articles; the panel for opening has the button that presses it.
pub const FILES: &str = "open";

fn go(props: &Props, place: &'static str) -> impl Fn(MouseEvent) + use<> {
    let say = props.say.clone();
    move |event: MouseEvent| {
        event.prevent_default();
        say.emit(Message::GoTo(place));
    }
}
