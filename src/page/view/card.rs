//! One item of the margin: a claim with its speaker, act and side, a name, or the reader's own words.

use super::editor::Editor;
use super::foreign::foreign;
use super::icon::Icon;
use super::shortened::shortened;
use super::verdict::VerdictShown;
use super::why::why;
use super::{Shared, ends, side_class};
use crate::analysis::{Analysis, Evidence};
use crate::annotation::{Board, Content, Decision, Item, Status};
use crate::page::browser::locale;
use crate::page::state::Message;
use crate::page::words::Language;
use crate::text::Document;
use std::rc::Rc;
use yew::prelude::*;

/// What a card that names other claims looks them up in: all items, and the board.
pub type Others = (Shared<Vec<Rc<Item>>>, Shared<Board>);

#[derive(Properties, PartialEq)]
pub struct Props {
    pub language: Language,
    pub say: Callback<Message>,
    pub item: Shared<Item>,
    /// All items and the board, where the card names others: each edit of any of them then draws it anew.
    pub others: Option<Others>,
    pub analysis: Shared<Analysis>,
    pub document: Shared<Document>,
    /// How many claims of other parties answer it.
    pub answers: usize,
    pub focused: bool,
    pub edited: bool,
}

#[component(Card)]
pub fn card(props: &Props) -> Html {
    let item = &*props.item;
    let words = props.language.words();
    let [start, end] = ends(item, &props.document);
    let (kind, class) = match &item.content {
        Content::Claim(claim) => ("claim", side_class(&props.analysis, claim.side.as_ref())),
        Content::Entity(_) => ("entity", "entity".to_owned()),
        Content::Highlight | Content::Note => ("note", "own".to_owned()),
    };
    let claim = match &item.content {
        Content::Claim(claim) => Some(claim),
        _ => None,
    };
    let choose = props.say.reform({
        let key = item.key.clone();
        move |_: MouseEvent| Message::Choose(key.clone())
    });
    let rejected = !item.stands();
    html! {
        <li class={classes!("card", class, (item.status == Status::Own).then_some("made"), rejected.then_some("rejected"))}
            data-key={item.key.clone()} data-kind={kind}
            data-start={start} data-end={end}
            data-side={claim.and_then(|c| c.side.as_ref()).map(|side| side.0.clone())}
            data-act={claim.map(|c| c.act.name())}
            data-issue={claim.and_then(|c| c.issue.as_ref()).map(|issue| issue.0.clone())}
            aria-current={props.focused.then_some("true")} onclick={choose.clone()}>
            { head(props, item) }
            <button class="quote" lang="ar" dir="rtl" title={words.jump} onclick={choose}>{ quote(props, item) }</button>
            if let Some(claim) = claim.filter(|c| !c.via.is_empty()) {
                <p class="via"><span>{ words.via }</span>{ " " }<span lang="ar" dir="auto">{ foreign(&claim.via) }</span></p>
            }
            if let Some(claim) = claim.filter(|_| props.focused) {
                <p class="via"><span>{ words.cue }{ ": " }</span><span lang="ar" dir="auto">{ foreign(&claim.cue) }</span><span>{ " · " }{ words.form(claim.form) }</span></p>
            }
            if props.focused { { why(props.language, evidence(props, item)) } }
            if let Some((claim, (items, _))) = claim.zip(props.others.clone()).filter(|_| !props.edited) {
                <VerdictShown language={props.language} say={props.say.clone()} claim={claim.clone()} {items} document={props.document.clone()} />
            }
            if let Some((items, board)) = props.others.clone().filter(|_| props.edited) {
                <Editor language={props.language} say={props.say.clone()} item={item.clone()} analysis={props.analysis.clone()}
                    {board} {items} document={props.document.clone()} />
            } else if !item.note.is_empty() || !item.tags.is_empty() {
                <div class="note" dir="auto"><b dir="auto">{ words.note }</b>{ " " }<span>{ foreign(&item.note) }</span>
                    { for item.tags.iter().map(|tag| html! { <span class="tag">{ foreign(tag) }</span> }) }</div>
            }
            <footer>
                <span class="answers">if props.answers > 0 { { locale::counted(props.language, &words.answered_by, props.answers) } }</span>
                <span class="actions">{ actions(props, item) }</span>
            </footer>
        </li>
    }
}

fn head(props: &Props, item: &Item) -> Html {
    let words = props.language.words();
    let state = match item.status {
        _ if item.span.is_none() => Some(words.orphan),
        _ if item.uncertain => Some(words.uncertain),
        Status::Judged(Decision::Accepted) => Some(words.accepted),
        Status::Judged(Decision::Corrected) => Some(words.corrected),
        Status::Judged(Decision::Rejected) => Some(words.rejected),
        Status::Suggested | Status::Own => None,
    };
    let (name, kind) = match &item.content {
        Content::Claim(claim) if claim.speaker.is_empty() => (words.unnamed, words.act(claim.act)),
        Content::Claim(claim) => (claim.speaker.as_str(), words.act(claim.act)),
        Content::Entity(entity) => ("", words.entity(entity.kind)),
        Content::Highlight => ("", words.mark_highlight),
        Content::Note => ("", words.mark_note),
    };
    html! {
        <header>
            if !name.is_empty() { <b class="speaker" lang="ar" dir="auto">{ foreign(name) }</b> }
            if let Some(state) = state { <small class="state">{ state }</small> }
            <span class="act">{ kind }</span>
        </header>
    }
}

/// Why the engine found the item; nothing of what the reader marked.
fn evidence<'p>(props: &'p Props, item: &Item) -> &'p [Evidence] {
    let Some(finding) = item.finding else { return &[] };
    match &item.content {
        Content::Claim(_) => props.analysis.claims.get(finding).map_or(&[], |claim| &claim.evidence),
        Content::Entity(_) => {
            props.analysis.entities.get(finding).map_or(&[], |entity| std::slice::from_ref(&entity.evidence))
        }
        Content::Highlight | Content::Note => &[],
    }
}

/// Code points of a quotation that a card shows.
const SHOWN: usize = 140;

fn quote(props: &Props, item: &Item) -> String {
    shortened(item.words(&props.document), SHOWN)
}

/// Whether the card of `item` names other items.
pub fn names_others(item: &Item) -> bool {
    matches!(&item.content, Content::Claim(claim) if claim.verdict.is_some() || !claim.links.is_empty())
}

/// How many claims of other parties answer this one.
pub fn answers(board: &Board, item: &Item) -> usize {
    let Content::Claim(claim) = &item.content else { return 0 };
    let (Some(side), Some(issue)) = (&claim.side, &claim.issue) else { return 0 };
    let row = board.contested.iter().find(|row| row.issue.as_ref() == Some(issue));
    row.map_or(0, |row| {
        let cells = row.cells.iter().zip(&board.parties);
        cells.filter(|(_, party)| party.id != *side).map(|(cell, _)| cell.len()).sum()
    })
}

fn actions(props: &Props, item: &Item) -> Html {
    let words = props.language.words();
    let button = |action: &'static str, name: &'static str, icon: Icon, message: Message| {
        let act = props.say.reform(move |event: MouseEvent| {
            event.stop_propagation();
            message.clone()
        });
        html! {
            <button class="plain" data-action={action} title={name} aria-label={name} onclick={act}>{ icon.draw() }<span>{ name }</span></button>
        }
    };
    let key = || item.key.clone();
    let confirm = button("confirm", words.confirm, Icon::Accept, Message::ConfirmPlace(key()));
    let accept = button("accept", words.accept, Icon::Accept, Message::Accept(key()));
    let reject = button("reject", words.reject, Icon::Close, Message::Reject(key()));
    let edit = if props.edited {
        button("done", words.done, Icon::Accept, Message::Done)
    } else {
        button("edit", words.edit, Icon::Edit, Message::Edit(key()))
    };
    let actions = match item.status {
        Status::Suggested if props.edited => edit,
        Status::Suggested => html! { <>{ accept }{ edit }{ reject }</> },
        Status::Judged(decision) => html! { <>
            if decision == Decision::Rejected { { accept } }
            { edit }
            { button("delete", words.unjudge, Icon::Restore, Message::Delete(key())) }
            if decision != Decision::Rejected { { reject } }
        </> },
        Status::Own => {
            html! { <>{ edit }{ button("delete", words.delete, Icon::Delete, Message::Delete(key())) }</> }
        }
    };
    html! { <>if item.uncertain { { confirm } }{ actions }</> }
}
