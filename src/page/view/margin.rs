//! The margin: claims and the reader's own annotations level with their words, and the names in a list
//! beside. It is also what a screen reader reads of the marks.

use super::Shared;
use super::card::{Card, answers, names_others};
use super::icon::Icon;
use crate::analysis::Analysis;
use crate::annotation::{Board, Content, Item};
use crate::page::state::{Message, Tab};
use crate::page::words::Language;
use crate::text::Document;
use std::ops::Range;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub language: Language,
    pub say: Callback<Message>,
    pub items: Shared<Vec<Rc<Item>>>,
    /// Which of the items are near what the reader sees; the others have no card.
    pub drawn: Range<usize>,
    pub analysis: Shared<Analysis>,
    pub document: Shared<Document>,
    pub board: Shared<Board>,
    pub focus: Option<AttrValue>,
    pub editing: Option<AttrValue>,
    pub tab: Tab,
    /// Whether the names are drawn.
    pub named: bool,
    pub sheet: bool,
    /// Whether the engine has not read the text to its end.
    pub reading: bool,
}

#[component(Margin)]
pub fn margin(props: &Props) -> Html {
    let words = props.language.words();
    let tab = |tab: Tab, name: &'static str, list: &'static str| {
        let show = props.say.reform(move |_: MouseEvent| Message::Show(tab));
        html! {
            <button aria-controls={list} aria-pressed={(props.tab == tab).to_string()} onclick={show}>{ name }</button>
        }
    };
    let drawn = drawn(props);
    let list = |names: bool| {
        let drawn = drawn.iter().filter_map(|index| props.items.get(*index));
        drawn.filter(move |item| matches!(item.content, Content::Entity(_)) == names).map(|item| {
            let is = |key: &Option<AttrValue>| key.as_deref() == Some(&item.key);
            let (focused, edited) = (is(&props.focus), is(&props.editing));
            html! {
                <Card key={item.key.clone()} language={props.language} say={props.say.clone()}
                    item={Shared::of(item)} others={(edited || names_others(item)).then(|| (props.items.clone(), props.board.clone()))} analysis={props.analysis.clone()} document={props.document.clone()}
                    answers={answers(&props.board, item)} {focused} {edited} />
            }
        })
    };
    let shut = props.say.reform(|_: MouseEvent| Message::LetGo);
    let any =
        |names: bool| props.items.iter().any(|item| matches!(item.content, Content::Entity(_)) == names);
    let nothing = match props.tab {
        Tab::Claims => (!any(false)).then_some(if props.reading { words.reading } else { words.no_claims }),
        Tab::Names => (!any(true)).then_some(if props.reading { words.reading } else { words.no_names }),
    };
    html! {
        <aside id="margin" class={classes!("margin", props.focus.is_some().then_some("chosen"), props.sheet.then_some("open"))} aria-label={words.margin}>
            <h2 class="unseen">{ words.margin }</h2>
            <div class="tabs" role="group" aria-label={words.lists}>
                { tab(Tab::Claims, words.tab_claims, "claims") }
                { tab(Tab::Names, words.tab_names, "names") }
                <button class="plain shut" aria-label={words.close_sheet} title={words.close_sheet} onclick={shut}>{ Icon::Close.draw() }</button>
            </div>
            <ol id="claims" class="claims" aria-label={words.tab_claims} hidden={props.tab != Tab::Claims}>{ for list(false) }</ol>
            if let Some(nothing) = nothing { <p class="empty">{ nothing }</p> }
            <ol id="names" class="names scrolls" aria-label={words.tab_names} hidden={props.tab != Tab::Names}>{ for list(true).filter(|_| props.named) }</ol>
        </aside>
    }
}

/// The places of the items that have a card: those near what the reader sees, and what he has chosen or edits.
fn drawn(props: &Props) -> Vec<usize> {
    let mut drawn: Vec<usize> = props.drawn.clone().collect();
    for key in [&props.focus, &props.editing].into_iter().flatten() {
        let at = props.items.iter().position(|item| item.key == **key);
        if let Some((at, Err(place))) = at.map(|at| (at, drawn.binary_search(&at))) {
            drawn.insert(place, at);
        }
    }
    drawn
}
