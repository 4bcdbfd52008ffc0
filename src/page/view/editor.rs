//! The fields of an item; each change is kept as it is made.

use super::Shared;
use super::fields::{acts, chosen, issues, line, parties, select, told, use_focus, with_none};
use super::verdict::VerdictFields;
use crate::analysis::{Act, Analysis, EntityKind, IssueId, PartyId};
use crate::annotation::{Board, Content, Item};
use crate::page::state::{Field, Message, list};
use crate::page::words::Language;
use crate::text::Document;
use std::rc::Rc;
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

#[component(Editor)]
pub fn editor(props: &Props) -> Html {
    let words = props.language.words();
    let first = use_node_ref();
    use_focus(&first, "note");
    // Tags are taken when the field is left: a comma in the making is no tag.
    let tags = props.say.reform(|typed: String| Message::Set(Field::Tags(list(&typed))));
    let within = |event: MouseEvent| event.stop_propagation();
    html! {
        <div class="editor" onclick={within}>
            { fields(props) }
            <label><span>{ words.note }</span>
                <textarea ref={first} name="note" rows="3" dir="auto" placeholder={words.note_placeholder}
                    value={props.item.note.clone()} oninput={written(props, Field::Note)} /></label>
            { line("tags", words.tags, &props.item.tags.join("، "), tags) }
        </div>
    }
}

fn fields(props: &Props) -> Html {
    let words = props.language.words();
    match &props.item.content {
        Content::Claim(claim) => {
            let side = claim.side.as_ref().map_or("", |side| &side.0);
            let issue = claim.issue.as_ref().map_or("", |issue| &issue.0);
            html! { <>
                <label><span>{ words.speaker }</span>
                    <input name="speaker" dir="auto" lang="ar" value={claim.speaker.clone()} oninput={written(props, Field::Speaker)} /></label>
                { choice(props, "side", words.side, side, with_none(words.no_side, parties(&props.analysis.parties)), |v| Field::Side(chosen(v).map(PartyId))) }
                { choice(props, "act", words.act, claim.act.name(), acts(words), |v| Field::Act(Act::named(&v).unwrap_or(Act::Affirm))) }
                { choice(props, "issue", words.issue, issue, with_none(words.no_issue, issues(&props.board, words)), |v| Field::Issue(chosen(v).map(IssueId))) }
                <VerdictFields language={props.language} say={props.say.clone()} own={props.item.key.clone()} claim={claim.clone()}
                    items={props.items.clone()} document={props.document.clone()} />
            </> }
        }
        Content::Entity(entity) => {
            let kinds = EntityKind::ALL.map(|kind| (kind.name().to_owned(), words.entity(kind).to_owned()));
            choice(props, "kind", words.kind, entity.kind.name(), kinds, |v| {
                Field::Kind(EntityKind::named(&v).unwrap_or(EntityKind::Person))
            })
        }
        Content::Highlight | Content::Note => Html::default(),
    }
}

/// Sets a field to what is written, as it is written.
fn written(props: &Props, field: fn(String) -> Field) -> Callback<InputEvent> {
    told(props.say.reform(move |typed| Message::Set(field(typed))))
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
