//! The fields of an item; each change is kept as it is made.

use super::Shared;
use super::card::act_name;
use super::verdict::VerdictFields;
use crate::analysis::{Act, Analysis, EntityKind, IssueId, PartyId};
use crate::annotation::{Content, Item};
use crate::page::state::{Field, Message};
use crate::page::words::Language;
use crate::text::Document;
use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub language: Language,
    pub say: Callback<Message>,
    pub item: Item,
    pub analysis: Shared<Analysis>,
    pub items: Shared<Vec<Item>>,
    pub document: Shared<Document>,
}

const ACTS: [Act; 6] = [Act::Affirm, Act::Deny, Act::Condemn, Act::Demand, Act::Warn, Act::Promise];
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
            let acts = ACTS.map(|act| (act_name(act).to_owned(), words.act(act).to_owned()));
            let sides = props.analysis.parties.iter().map(|party| (party.id.0.clone(), party.name.clone()));
            let issues = props.analysis.contests.iter().map(|c| (c.issue.0.clone(), c.question.clone()));
            let side = claim.side.as_ref().map_or("", |side| &side.0);
            let issue = claim.issue.as_ref().map_or("", |issue| &issue.0);
            html! { <>
                <label><span>{ words.speaker }</span>
                    <input name="speaker" dir="auto" lang="ar" value={claim.speaker.clone()} oninput={speaker(props)} /></label>
                { select(props, "side", words.side, side, with_none(words.no_side, sides), |v| Field::Side(id(v).map(PartyId))) }
                { select(props, "act", words.act, act_name(claim.act), acts.to_vec(), |v| {
                    Field::Act(ACTS.into_iter().find(|act| act_name(*act) == v).unwrap_or(Act::Affirm))
                }) }
                { select(props, "issue", words.issue, issue, with_none(words.no_issue, issues), |v| Field::Issue(id(v).map(IssueId))) }
                <VerdictFields language={props.language} say={props.say.clone()} own={props.item.key.clone()} claim={claim.clone()}
                    items={props.items.clone()} document={props.document.clone()} />
            </> }
        }
        Content::Entity(entity) => {
            let kinds = KINDS.map(|kind| (format!("{kind:?}"), words.entity(kind).to_owned()));
            select(props, "kind", words.kind, &format!("{:?}", entity.kind), kinds.to_vec(), |v| {
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

fn id(value: String) -> Option<String> {
    (!value.is_empty()).then_some(value)
}

fn with_none(none: &str, options: impl Iterator<Item = (String, String)>) -> Vec<(String, String)> {
    std::iter::once((String::new(), none.to_owned())).chain(options).collect()
}

fn select(
    props: &Props,
    name: &'static str,
    label: &'static str,
    chosen: &str,
    options: Vec<(String, String)>,
    field: fn(String) -> Field,
) -> Html {
    let say = props.say.clone();
    let change = move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            say.emit(Message::Set(field(select.value())));
        }
    };
    html! {
        <label><span>{ label }</span>
            <select {name} onchange={change}>{ for options.into_iter().map(|(value, name)| {
                // Parties and questions are named in Arabic whatever the interface speaks.
                let lang = name.starts_with(|c: char| ('\u{600}'..='\u{6ff}').contains(&c)).then_some("ar");
                html! { <option selected={value == chosen} value={value.clone()} {lang}>{ name }</option> }
            }) }</select></label>
    }
}
