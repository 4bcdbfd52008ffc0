//! What can be done with a claim and with an issue, behind a small «…».

use crate::analysis::{Analysis, IssueId, PartyId};
use crate::annotation::{Board, Content, Item};
use crate::page::state::{Arrange, Message};
use crate::page::view::Shared;
use crate::page::view::fields::{chosen, issues, line, parties, select, with_none};
use crate::page::view::foreign::foreign;
use crate::page::words::Language;
use crate::text::Document;
use std::collections::BTreeSet;
use web_sys::Element;
use yew::prelude::*;

/// The value of the choice that makes a new issue.
const NEW: &str = "+";

/// The frame of both. What stands in it is made when it is opened: each menu names all issues, so that the
/// menus of many claims together would be far more than the claims.
fn menu(name: &'static str, open: &UseStateHandle<bool>, inside: impl FnOnce() -> Html) -> Html {
    // What is done in it is not choosing what it stands on.
    let within = |event: MouseEvent| event.stop_propagation();
    html! {
        <details class="menu" onclick={within} ontoggle={toggling(open)}>
            <summary class="plain" title={name} aria-label={name}>{ "…" }</summary>
            if **open { <div class="editor">{ inside() }</div> }
        </details>
    }
}

/// Keeps whether a `<details>` is open.
pub fn toggling(open: &UseStateHandle<bool>) -> Callback<Event> {
    let open = open.clone();
    Callback::from(move |event: Event| {
        if let Some(details) = event.target_dyn_into::<Element>() {
            open.set(details.has_attribute("open"));
        }
    })
}

#[derive(Properties, PartialEq)]
pub struct ClaimProps {
    pub language: Language,
    pub say: Callback<Message>,
    pub board: Shared<Board>,
    pub analysis: Shared<Analysis>,
    pub item: Shared<Item>,
}

/// Moving a claim to another issue or side.
#[component(ClaimMenu)]
pub fn claim_menu(props: &ClaimProps) -> Html {
    let open = use_state(|| false);
    menu(props.language.words().claim_menu, &open, || in_claim_menu(props))
}

fn in_claim_menu(props: &ClaimProps) -> Html {
    let words = props.language.words();
    let (item, Content::Claim(claim)) = (&props.item, &props.item.content) else { return Html::default() };
    let issue = claim.issue.as_ref().map_or("", |issue| &issue.0);
    let side = claim.side.as_ref().map_or("", |side| &side.0);
    let all = with_none(words.no_issue, issues(&props.board, words));
    let all = all.chain([(NEW.to_owned(), words.new_issue.to_owned())]);
    let to_issue = props.say.reform({
        let key = item.key.clone();
        move |value: String| {
            Message::Arrange(if value == NEW {
                Arrange::Split(vec![key.clone()])
            } else {
                Arrange::Move(key.clone(), chosen(value).map(IssueId))
            })
        }
    });
    let to_side = props.say.reform({
        let key = item.key.clone();
        move |value: String| Message::Arrange(Arrange::Side(key.clone(), chosen(value).map(PartyId)))
    });
    html! { <>
        { select("issue", words.move_issue, issue, all, to_issue) }
        { select("side", words.move_side, side, with_none(words.no_side, parties(&props.analysis.parties)), to_side) }
    </> }
}

#[derive(Properties, PartialEq)]
pub struct IssueProps {
    pub language: Language,
    pub say: Callback<Message>,
    pub board: Shared<Board>,
    pub document: Shared<Document>,
    pub issue: IssueId,
}

/// Wording, merging and splitting an issue, and adding a claim to it.
#[component(IssueMenu)]
pub fn issue_menu(props: &IssueProps) -> Html {
    let open = use_state(|| false);
    let picked = use_state(BTreeSet::<String>::new);
    menu(props.language.words().issue_menu, &open, || in_issue_menu(props, &picked))
}

fn in_issue_menu(props: &IssueProps, picked: &UseStateHandle<BTreeSet<String>>) -> Html {
    let words = props.language.words();
    let Some(row) = props.board.row(&props.issue) else { return Html::default() };
    let claims: Vec<&Item> = row.claims().collect();
    let arrange = |what: fn(IssueId, String) -> Arrange| {
        let issue = props.issue.clone();
        props.say.reform(move |value: String| Message::Arrange(what(issue.clone(), value)))
    };
    let others = issues(&props.board, words).filter(|(issue, _)| *issue != props.issue.0);
    let add = {
        let issue = props.issue.clone();
        props.say.reform(move |_: MouseEvent| Message::Arrange(Arrange::AddTo(issue.clone())))
    };
    let chosen: Vec<String> =
        claims.iter().map(|item| item.key.clone()).filter(|key| picked.contains(key)).collect();
    let split = {
        let (say, chosen, picked) = (props.say.clone(), chosen.clone(), picked.clone());
        move |_: MouseEvent| {
            picked.set(BTreeSet::new());
            say.emit(Message::Arrange(Arrange::Split(chosen.clone())));
        }
    };
    html! { <>
        { line("question", words.question, &row.question, arrange(Arrange::Word)) }
        { select("merge", words.merge, "", with_none(words.merge_none, others),
            arrange(|issue, into| if into.is_empty() { Arrange::Merge(issue.clone(), issue) } else { Arrange::Merge(issue, IssueId(into)) })) }
        <fieldset>
            <legend>{ words.split }</legend>
            { for claims.iter().map(|item| pick(picked, &item.key, item.words(&props.document))) }
            <button class="quiet" data-action="split" disabled={chosen.is_empty()} onclick={split}>{ words.split_do }</button>
        </fieldset>
        <button class="quiet" data-action="add" onclick={add}>{ words.add_claim }</button>
    </> }
}

/// A claim that can be picked for the new issue.
fn pick(picked: &UseStateHandle<BTreeSet<String>>, key: &str, quote: &str) -> Html {
    let change = {
        let (picked, key) = (picked.clone(), key.to_owned());
        move |_: Event| {
            let mut next = (*picked).clone();
            if !next.remove(&key) {
                next.insert(key.clone());
            }
            picked.set(next);
        }
    };
    html! {
        <label class="check" key={key.to_owned()}><input type="checkbox" checked={picked.contains(key)} onchange={change} />
            <span lang="ar" dir="rtl">{ foreign(quote) }</span></label>
    }
}
