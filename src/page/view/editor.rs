//! The fields of an item; each change is kept as it is made.

use super::Shared;
use super::card::act_name;
use super::fields::{chosen, select, with_none};
use super::verdict::VerdictFields;
use crate::analysis::{Act, Analysis, EntityKind, IssueId, PartyId};
use crate::annotation::{Board, Content, Item};
use crate::page::state::{Field, Message};
use crate::page::words::Language;
use crate::text::Document;
use std::rc::Rc;
use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub language: Language,
    pub say: Callback<Message>,
    pub item: Item,
    pub analysis: Shared<Analysis>,
    pub board: Shared<Board>,
    pub items: Shared<Vec<Rc<Item>>>,
    pub document: Shared<Document>,
}

const KINDS: [EntityKind; 5] =
    [EntityKind::Person, EntityKind::Organisation, EntityKind::Place, EntityKind::Date, EntityKind::Quantity];

#[component(Editor)]
pub fn editor(props: &Props) -> Html {
    let words = props.language.words();
    let first = use_node_ref();
    use_effect_with((), {
        let first = first.clone();
        move |()| drop(first.cast::<HtmlElement>().map(|field| field.focus()))
    });
    let set = |field: fn(String) -> Field| {
        let say = props.say.clone();
        move |event: InputEvent| {
            let typed = event
                .target_dyn_into::<HtmlInputElement>()
                .map(|input| input.value())
                .or_else(|| event.target_dyn_into::<HtmlTextAreaElement>().map(|area| area.value()));
            if let Some(typed) = typed {
                say.emit(Message::Set(field(typed)));
            }
        }
    };
    let within = |event: MouseEvent| event.stop_propagation();
    html! {
        <div class="editor" onclick={within}>
            { fields(props) }
            <label><span>{ words.note }</span>
                <textarea ref={first} name="note" rows="3" dir="auto" placeholder={words.note_placeholder}
                    value={props.item.note.clone()} oninput={set(Field::Note)} /></label>
            <label><span>{ words.tags }</span>
                <input name="tags" dir="auto" value={props.item.tags.join("، ")} onchange={tags(props)} /></label>
        </div>
    }
}

/// Tags are taken when the field is left: a comma in the making is no tag.
fn tags(props: &Props) -> impl Fn(Event) + use<> {
    let say = props.say.clone();
    move |event: Event| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
        let value = input.value();
        let tags = value.split(['،', ',']).map(str::trim).filter(|tag| !tag.is_empty());
        say.emit(Message::Set(Field::Tags(tags.map(str::to_owned).collect())));
    }
}

fn fields(props: &Props) -> Html {
    let words = props.language.words();
    match &props.item.content {
        Content::Claim(claim) => {
            let acts = Act::ALL.map(|act| (act_name(act).to_owned(), words.act(act).to_owned()));
            let sides = props.analysis.parties.iter().map(|party| (party.id.0.clone(), party.name.clone()));
            let issues =
                props.board.issues.iter().map(|(issue, question)| (issue.0.clone(), question.clone()));
            let side = claim.side.as_ref().map_or("", |side| &side.0);
            let issue = claim.issue.as_ref().map_or("", |issue| &issue.0);
            html! { <>
                <label><span>{ words.speaker }</span>
                    <input name="speaker" dir="auto" lang="ar" value={claim.speaker.clone()} oninput={speaker(props)} /></label>
                { choice(props, "side", words.side, side, with_none(words.no_side, sides), |v| Field::Side(chosen(v).map(PartyId))) }
                { choice(props, "act", words.act, act_name(claim.act), acts.to_vec(), |v| {
                    Field::Act(Act::ALL.into_iter().find(|act| act_name(*act) == v).unwrap_or(Act::Affirm))
                }) }
                { choice(props, "issue", words.issue, issue, with_none(words.no_issue, issues), |v| Field::Issue(chosen(v).map(IssueId))) }
                <VerdictFields language={props.language} say={props.say.clone()} own={props.item.key.clone()} claim={claim.clone()}
                    items={props.items.clone()} document={props.document.clone()} />
            </> }
        }
        Content::Entity(entity) => {
            let kinds = KINDS.map(|kind| (format!("{kind:?}"), words.entity(kind).to_owned()));
            choice(props, "kind", words.kind, &format!("{:?}", entity.kind), kinds.to_vec(), |v| {
                Field::Kind(
                    KINDS.into_iter().find(|kind| format!("{kind:?}") == v).unwrap_or(EntityKind::Person),
                )
            })
        }
        Content::Highlight | Content::Note => Html::default(),
    }
}

fn speaker(props: &Props) -> impl Fn(InputEvent) + use<> {
    let say = props.say.clone();
    move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            say.emit(Message::Set(Field::Speaker(input.value())));
        }
    }
}

fn choice(
    props: &Props,
    name: &'static str,
    label: &'static str,
    chosen: &str,
    options: impl IntoIterator<Item = (String, String)>,
    field: fn(String) -> Field,
) -> Html {
    select(name, label, chosen, options, props.say.reform(move |value| Message::Set(field(value))))
}
