//! The panel of the dispute: who stands against whom, and on what. Each change is read by at once.

use super::fields::{line, lines, select, told};
use super::foreign::foreign;
use super::icon::Icon;
use super::panel::PanelFrame;
use crate::analysis::{Dispute, DisputeError, Issue, NameKind, Party};
use crate::annotation::ReadBy;
use crate::page::browser::files;
use crate::page::state::{Choice, Message, Origin, Revise, names_of};
use crate::page::words::{Language, fill};
use yew::prelude::*;

pub struct Props {
    pub language: Language,
    pub say: Callback<Message>,
    /// The dispute as it stands in the panel.
    pub dispute: Dispute,
    /// What is wrong with it, if it is not read by for that reason.
    pub error: Option<DisputeError>,
    /// Whether the article is read by the parties found in its text.
    pub as_found: bool,
    /// The disputes to choose from.
    pub choices: Vec<Choice>,
}

/// The value of the choice of the parties found.
const FOUND: &str = "";

pub fn dispute_panel(props: &Props) -> Html {
    let words = props.language.words();
    let download = props.say.reform(|_: MouseEvent| Message::DownloadDispute);
    html! {
        <PanelFrame name="dispute" title={words.dispute} language={props.language} say={props.say.clone()}>
            <div class="fields">
                { chooser(props) }
                { line("name", words.dispute_name, &props.dispute.name, revise(props, Revise::Name)) }
            </div>
            if let Some(kept) = props.choices.iter().find(|choice| choice.chosen && choice.origin == Origin::Kept) {
                <div class="row">{ remover(props, kept) }</div>
            }
            if let Some(error) = &props.error {
                <p class="fault" role="alert" dir="auto">{ foreign(&fill(words.dispute_fault, &[&error.path, &words.dispute_fault(&error.fault)])) }</p>
            }
            { for props.dispute.parties.iter().enumerate().map(|(at, party)| self::party(props, at, party)) }
            <div class="row">{ button(props, "add-party", words.add_party, Revise::AddParty) }</div>
            { for props.dispute.issues.iter().enumerate().map(|(at, issue)| self::issue(props, at, issue)) }
            <div class="row">
                { button(props, "add-issue", words.add_issue, Revise::AddIssue) }
                <label class="quiet button"><span>{ words.dispute_in }</span>
                    <input id="import-dispute" class="file" type="file" accept=".json,application/json" onchange={files::taking(&props.say, |file, bytes| Message::TakeDispute { file, bytes })} /></label>
                <button class="quiet" data-action="download-dispute" onclick={download}>{ words.dispute_out }</button>
            </div>
        </PanelFrame>
    }
}

/// The choice of what the article is read by. Its values are places in the list: two disputes may have one
/// name, where the article carries another state of one that is kept.
fn chooser(props: &Props) -> Html {
    let words = props.language.words();
    let option = |(at, choice): (usize, &Choice)| {
        let name = &choice.dispute.name;
        let here = choice.origin == Origin::Article;
        (at.to_string(), if here { fill(words.dispute_here, &[name]) } else { name.clone() })
    };
    let known = props.choices.iter().enumerate().map(option);
    let options = std::iter::once((FOUND.to_owned(), words.as_in_text.to_owned())).chain(known);
    let chosen = props.choices.iter().position(|choice| choice.chosen).filter(|_| !props.as_found);
    let choose = {
        let choices = props.choices.clone();
        props.say.reform(move |at: String| {
            let choice = at.parse().ok().and_then(|at: usize| choices.get(at));
            Message::ReadBy(choice.map_or(ReadBy::Text, |one| ReadBy::Dispute(Box::new(one.dispute.clone()))))
        })
    };
    select("read-by", words.read_by, &chosen.map_or(FOUND.to_owned(), |at| at.to_string()), options, choose)
}

/// Takes a kept dispute out of the list.
fn remover(props: &Props, kept: &Choice) -> Html {
    let name = kept.dispute.name.clone();
    let press = props.say.reform(move |_: MouseEvent| Message::RemoveDispute(name.clone()));
    let words = props.language.words();
    html! { <button class="quiet" data-action="remove-dispute" onclick={press}>{ words.dispute_remove }</button> }
}

fn revise(props: &Props, change: impl Fn(String) -> Revise + 'static) -> Callback<String> {
    props.say.reform(move |typed| Message::Revise(change(typed)))
}

fn button(props: &Props, action: &'static str, name: &'static str, change: Revise) -> Html {
    let press = props.say.reform(move |_: MouseEvent| Message::Revise(change.clone()));
    html! { <button class="quiet" data-action={action} onclick={press}>{ name }</button> }
}

/// The title of a party or an issue, with the button that takes it away.
fn legend(props: &Props, title: &str, action: &'static str, change: Revise) -> Html {
    let words = props.language.words();
    let press = props.say.reform(move |_: MouseEvent| Message::Revise(change.clone()));
    let name = foreign(&format!("{} {title}", words.delete));
    html! {
        <legend><span lang="ar" dir="auto">{ foreign(title) }</span>
            <button class="plain" data-action={action} title={name.clone()} aria-label={name} onclick={press}>{ Icon::Delete.draw() }</button></legend>
    }
}

fn party(props: &Props, at: usize, party: &Party) -> Html {
    let words = props.language.words();
    let title = if party.name.is_empty() { words.new_party } else { &party.name };
    let kinds = [
        (NameKind::Alias, "aliases", words.aliases),
        (NameKind::Adjective, "adjectives", words.adjectives),
        (NameKind::Institution, "institutions", words.institutions),
        (NameKind::Official, "officials", words.officials),
        (NameKind::Ally, "allies", words.allies),
    ];
    let names = kinds.map(|(kind, name, label)| {
        lines(
            name,
            label,
            &names_of(party, kind).join("، "),
            revise(props, move |typed| Revise::Names(at, kind, typed)),
        )
    });
    let paint = told::<Event>(revise(props, move |typed| Revise::Colour(at, Some(typed))));
    html! {
        <fieldset class="of-dispute" data-party={party.id.0.clone()} key={party.id.0.clone()}>
            { legend(props, title, "remove-party", Revise::RemoveParty(at)) }
            <div class="fields">
                { line("party-name", words.party_name, &party.name, revise(props, move |typed| Revise::Names(at, NameKind::Name, typed))) }
                { line("countries", words.countries, &party.countries.join(", "), revise(props, move |typed| Revise::Countries(at, typed))) }
                { for names }
                <label><span>{ words.colour }</span>
                    <input name="colour" type="color" value={party.colour.clone().unwrap_or_else(|| "#5b5f66".to_owned())} onchange={paint} /></label>
            </div>
        </fieldset>
    }
}

fn issue(props: &Props, at: usize, issue: &Issue) -> Html {
    let words = props.language.words();
    let title = if issue.question.is_empty() { words.new_issue } else { &issue.question };
    html! {
        <fieldset class="of-dispute" data-issue={issue.id.0.clone()} key={issue.id.0.clone()}>
            { legend(props, title, "remove-issue", Revise::RemoveIssue(at)) }
            <div class="fields">
                { line("asks", words.issue_question, &issue.question, revise(props, move |typed| Revise::Ask(at, typed))) }
                { lines("issue-words", words.issue_words, &issue.words.join("، "), revise(props, move |typed| Revise::Words(at, typed))) }
            </div>
        </fieldset>
    }
}
