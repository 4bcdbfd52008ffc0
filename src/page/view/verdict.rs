//! What the reader found out about a claim, and how it stands to others: shown on its card, and as fields of
//! its editor.

use super::Shared;
use super::fields::{lines, select, told, with_none};
use super::foreign::foreign;
use super::icon::Icon;
use super::shortened::shortened;
use crate::annotation::{ClaimFields, Content, Item, Link, Rating, Relation, is_web_address};
use crate::page::state::{Field, Message};
use crate::page::words::Language;
use crate::text::Document;
use std::rc::Rc;
use yew::prelude::*;

const RATINGS: [(&str, Rating); 3] =
    [("supported", Rating::Supported), ("refuted", Rating::Refuted), ("unproven", Rating::Unproven)];
const RELATIONS: [(&str, Relation); 3] = [
    ("supports", Relation::Supports),
    ("contradicts", Relation::Contradicts),
    ("repeats", Relation::Repeats),
];

#[derive(Properties, PartialEq)]
pub struct ShownProps {
    pub language: Language,
    pub say: Callback<Message>,
    pub claim: ClaimFields,
    pub items: Shared<Vec<Rc<Item>>>,
    pub document: Shared<Document>,
}

#[component(VerdictShown)]
pub fn verdict_shown(props: &ShownProps) -> Html {
    let words = props.language.words();
    html! { <>
        if let Some(verdict) = &props.claim.verdict {
            <div class="verdict"><b data-rating={name_of(&RATINGS, verdict.rating)}>{ words.rating(verdict.rating) }</b>
                if !verdict.reasoning.is_empty() { <p dir="auto">{ foreign(&verdict.reasoning) }</p> }
                <ul>{ for verdict.sources.iter().map(|source| html! { <li>{ address(source) }</li> }) }</ul>
            </div>
        }
        { for props.claim.links.iter().map(|link| html! {
            <p class="linked" data-relation={name_of(&RELATIONS, link.relation)}><b>{ words.relation(link.relation) }</b>{ other(props.language, &props.say, link, &props.items, &props.document) }</p>
        }) }
    </> }
}

/// A source: a link only where the address is one of the web.
fn address(source: &str) -> Html {
    let within = |event: MouseEvent| event.stop_propagation();
    if is_web_address(source) {
        html! { <a href={source.to_owned()} target="_blank" rel="noreferrer noopener" dir="ltr" onclick={within}>{ foreign(source) }</a> }
    } else {
        html! { <span dir="auto">{ foreign(source) }</span> }
    }
}

/// The claim at a link's other end, to go to.
fn other(
    language: Language,
    say: &Callback<Message>,
    link: &Link,
    items: &[Rc<Item>],
    document: &Document,
) -> Html {
    match items.iter().find(|item| item.annotation.as_ref() == Some(&link.claim)) {
        Some(item) => {
            let go = say.reform({
                let key = item.key.clone();
                move |event: MouseEvent| {
                    event.stop_propagation();
                    Message::Choose(key.clone())
                }
            });
            html! { <button class="plain" lang="ar" dir="rtl" onclick={go}>{ foreign(&called(item, document)) }</button> }
        }
        None => html! { <span>{ language.words().gone }</span> },
    }
}

/// Code points of a claim's words that name it.
const SHOWN: usize = 60;

/// What a claim is called where another one names it: its speaker and first words.
fn called(item: &Item, document: &Document) -> String {
    let words = shortened(item.words(document), SHOWN);
    match &item.content {
        Content::Claim(claim) if !claim.speaker.is_empty() => format!("{}: {words}", claim.speaker),
        _ => words,
    }
}

#[derive(Properties, PartialEq)]
pub struct FieldsProps {
    pub language: Language,
    pub say: Callback<Message>,
    /// The key of the claim that is edited.
    pub own: String,
    pub claim: ClaimFields,
    pub items: Shared<Vec<Rc<Item>>>,
    pub document: Shared<Document>,
}

#[component(VerdictFields)]
pub fn verdict_fields(props: &FieldsProps) -> Html {
    let words = props.language.words();
    let verdict = props.claim.verdict.as_ref();
    let chosen = verdict.map_or("", |verdict| name_of(&RATINGS, verdict.rating));
    let ratings = RATINGS.iter().map(|(name, rating)| ((*name).to_owned(), words.rating(*rating).to_owned()));
    let rate = props.say.reform(|value: String| Message::Set(Field::Rating(named(&RATINGS, &value))));
    let reason = told(props.say.reform(|typed| Message::Set(Field::Reasoning(typed))));
    // Sources are taken when the field is left: a link in the making is none.
    let cite = props.say.reform(|typed: String| {
        let sources = typed.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned);
        Message::Set(Field::Sources(sources.collect()))
    });
    html! { <>
        { select("rating", words.verdict, chosen, with_none(words.no_verdict, ratings), rate) }
        if let Some(verdict) = verdict {
            <label><span>{ words.reasoning }</span>
                <textarea name="reasoning" rows="2" dir="auto" value={verdict.reasoning.clone()} oninput={reason} /></label>
            { lines("sources", words.sources, &verdict.sources.join("\n"), cite) }
        }
        <Links language={props.language} say={props.say.clone()} own={props.own.clone()} claim={props.claim.clone()}
            items={props.items.clone()} document={props.document.clone()} />
    </> }
}

/// Links to other claims, each with a way to remove it, and a new one.
#[component(Links)]
fn links(props: &FieldsProps) -> Html {
    let words = props.language.words();
    let relation = use_state(|| Relation::Supports);
    let relate = {
        let relation = relation.clone();
        told(Callback::from(move |name: String| {
            if let Some(chosen) = named(&RELATIONS, &name) {
                relation.set(chosen);
            }
        }))
    };
    let link = {
        let relation = *relation;
        told(props.say.reform(move |key| Message::Link(relation, key)))
    };
    let others =
        props.items.iter().filter(|item| item.is_claim() && item.span.is_some() && item.key != props.own);
    html! { <>
        { for props.claim.links.iter().enumerate().map(|(index, link)| {
            let mut rest = props.claim.links.clone();
            rest.remove(index);
            let unlink = props.say.reform(move |_: MouseEvent| Message::Set(Field::Links(rest.clone())));
            html! { <p class="linked"><b>{ words.relation(link.relation) }</b>{ other(props.language, &props.say, link, &props.items, &props.document) }
                <button class="plain" data-action="unlink" title={words.unlink} aria-label={words.unlink} onclick={unlink}>{ Icon::Close.draw() }</button></p> }
        }) }
        <label><span>{ words.links }</span>
            <select name="relation" aria-label={words.link_relation} onchange={relate}>{ for RELATIONS.iter().map(|(name, one)| html! {
                <option value={*name} selected={one == &*relation}>{ words.relation(*one) }</option>
            }) }</select></label>
        <select name="link" aria-label={words.link_claim} onchange={link}>
            <option value="" selected=true>{ words.link_claim }</option>
            { for others.map(|item| html! { <option value={item.key.clone()} lang="ar">{ foreign(&called(item, &props.document)) }</option> }) }
        </select>
    </> }
}

fn named<T: Copy>(names: &[(&str, T)], name: &str) -> Option<T> {
    names.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
}

fn name_of<T: PartialEq>(names: &[(&'static str, T)], value: T) -> &'static str {
    names.iter().find(|(_, known)| *known == value).map_or("", |(name, _)| name)
}
