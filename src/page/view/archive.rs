//! The board of many articles: who says what on each question, how often, since when and in which outlets.

use super::board::turning_page;
use super::facts::joined;
use super::fields::{chosen, select, told, with_none};
use super::foreign::foreign;
use crate::exchange::{GatheredPosition, Tally};
use crate::page::browser::locale;
use crate::page::state::{
    ARCHIVE, Archive, Browse, GatheredCell, GatheredRow, Message, NEUTRAL, Sought, TOLD,
};
use crate::page::words::{Language, fill};
use yew::prelude::*;

#[derive(Clone, Copy)]
pub struct Props<'p> {
    pub language: Language,
    pub say: &'p Callback<Message>,
    pub archive: &'p Archive,
}

pub fn archive_view(props: Props) -> Html {
    let words = props.language.words();
    let board = &props.archive.board;
    let counted = |forms, count| locale::counted(props.language, forms, count);
    let facts = [
        Some(counted(&words.library_articles, board.articles)),
        board.days.map(|days| locale::days(props.language, days)),
        (board.errors > 0).then(|| counted(&words.archive_errors, board.errors)),
    ];
    html! {
        <main id={ARCHIVE} class="board archive" tabindex="-1" aria-labelledby="archive-title">
            <h1 id="archive-title" lang={(!board.name.is_empty()).then_some("ar")} dir="auto">{ if board.name.is_empty() { words.archive_title.into() } else { foreign(&board.name) } }</h1>
            { facts_line(&facts) }
            if !board.sources.is_empty() {
                <p class="facts">{ span(words.outlets) }{ names(props.language, &board.sources, OUTLETS) }</p>
            }
            <p class="of-board hint">{ words.archive_hint }</p>
            <p class="of-board">{ button(props, "quiet", "close-archive", None, Browse::Close, words.archive_close) }</p>
            { filter(props) }
            if !board.name.is_empty() {
                <div class="columns-2"><div class="parties">{ for board.parties.iter().take(2).enumerate().map(|(column, party)| html! {
                    <div class={format!("party side-{}", column + 1)}>
                        <h2 lang="ar" dir="auto">{ foreign(&party.name) }</h2>
                        { span(&in_articles(props.language, party.claims, party.articles)) }
                    </div>
                }) }</div></div>
            }
            // By themselves: else the filter would be made anew, with who writes in it, where they are more or fewer.
            <div>{ for props.archive.rows.iter().map(|row| self::row(props, row)) }</div>
            if props.archive.rows.is_empty() { <p class="empty" role="status">{ words.filter_empty }</p> }
            if props.archive.more { { turning_page(words, props.say) } }
        </main>
    }
}

/// Outlets of all articles that are named.
const OUTLETS: usize = 12;
/// Speakers and outlets of a statement that are named before the reader asks for all.
const NAMED: usize = 3;

fn browse(props: Props, what: Browse) -> Callback<MouseEvent> {
    props.say.reform(move |_: MouseEvent| Message::Browse(what.clone()))
}

/// A button; where it opens something, with whether that is open.
fn button(
    props: Props,
    class: &'static str,
    action: &'static str,
    open: Option<bool>,
    what: Browse,
    words: &str,
) -> Html {
    let expanded = open.map(|open| if open { "true" } else { "false" });
    html! { <button {class} data-action={action} aria-expanded={expanded} onclick={browse(props, what)}>{ words }</button> }
}

fn span(words: &str) -> Html {
    html! { <span>{ words }</span> }
}

fn facts_line(facts: &[Option<String>]) -> Html {
    html! { <p class="facts">{ joined(facts) }</p> }
}

fn in_articles(language: Language, claims: usize, articles: usize) -> String {
    let words = language.words();
    let articles = locale::counted(language, &words.in_articles, articles);
    format!("{} {articles}", locale::counted(language, &words.claims, claims))
}

/// The first names, with how often each came where that is not once, and how many more there are.
fn names(language: Language, tally: &Tally, most: usize) -> Html {
    let number = |n: usize| locale::number(language, n);
    let mut all = String::new();
    for (name, times) in tally.iter().take(most) {
        all.push_str(if all.is_empty() { "" } else { "، " });
        all.push_str(name);
        if *times > 1 {
            all.push_str(&format!(" ({})", number(*times)));
        }
    }
    if tally.len() > most {
        all.push_str(&format!(" +{}", number(tally.len() - most)));
    }
    html! { <span lang="ar" dir="auto">{ foreign(&all) }</span> }
}

fn filter(props: Props) -> Html {
    let words = props.language.words();
    let sought = &props.archive.sought;
    let seek = |change: fn(&mut Sought, String)| {
        let before = sought.clone();
        props.say.reform(move |value: String| {
            let mut sought = before.clone();
            change(&mut sought, value);
            Message::Browse(Browse::Seek(sought))
        })
    };
    let parties = props.archive.board.parties.iter().enumerate();
    let parties = parties.map(|(place, party)| (place.to_string(), party.name.clone()));
    let party = sought.party.map(|place| place.to_string()).unwrap_or_default();
    let choose = seek(|sought, value| sought.party = chosen(value).and_then(|place| place.parse().ok()));
    let typed = told::<InputEvent>(seek(|sought, value| sought.words = value));
    html! {
        <div class="filter" role="group" aria-label={words.filter}>
            { select("party", words.side, &party, with_none(words.filter_all, parties), choose) }
            <label class="wide"><span>{ words.archive_words }</span>
                <input type="search" name="archive-words" dir="auto" value={sought.words.clone()} oninput={typed} /></label>
            if !sought.is_open() {
                { button(props, "plain", "open-filter", None, Browse::Seek(Sought::default()), words.filter_open) }
            }
        </div>
    }
}

fn row(props: Props, row: &GatheredRow) -> Html {
    let words = props.language.words();
    let Some(issue) = props.archive.board.issues.get(row.issue) else { return Html::default() };
    let facts = [
        Some(locale::counted(props.language, &words.library_articles, issue.articles)),
        (issue.contests > 0).then(|| locale::counted(props.language, &words.contests, issue.contests)),
        issue.days.map(|days| locale::days(props.language, days)),
    ];
    let asked = !issue.question.is_empty();
    let whole = || fill(words.archive_whole, &[&locale::number(props.language, row.fitting)]);
    let whole = if row.whole { words.archive_few.to_owned() } else { whole() };
    html! {
        <section class="issue" key={row.issue}>
            <h2 class={classes!("question", (!asked).then_some("unworded"))} lang={asked.then_some("ar")} dir={asked.then_some("rtl")}>
                { if asked { foreign(&issue.question) } else { words.no_question.into() } }</h2>
            { facts_line(&facts) }
            <div class={format!("columns-{}", row.cells.len().min(2))}><div class="facing">
                { for row.cells.iter().enumerate().map(|(column, cell)| match cell {
                    Some(cell) => issue.positions.get(cell.position).map_or_else(Html::default, |it| self::cell(props, column, cell, it)),
                    None => html! { <p class="cell silent" key={column}>{ if props.archive.sought.is_open() { words.silent } else { "" } }</p> },
                }) }
            </div></div>
            if row.cut || row.whole {
                <p class="of-board">{ button(props, "quiet", "whole", Some(row.whole), Browse::Whole(row.issue), &whole) }</p>
            }
        </section>
    }
}

/// What a party says on an issue.
fn cell(props: Props, column: usize, cell: &GatheredCell, position: &GatheredPosition) -> Html {
    let words = props.language.words();
    let party = position.party.and_then(|party| props.archive.board.parties.get(party));
    let style = if party.is_some() { column.min(NEUTRAL) + 1 } else { NEUTRAL + 1 };
    let mut acts = Vec::new();
    for (act, times) in &position.acts {
        acts.push(Some(format!("{} {}", words.act(*act), locale::number(props.language, *times))));
    }
    html! {
        <div class={classes!("cell", format!("side-{style}"), party.is_none().then_some("unsided"))} key={column}>
            <div class="voice">
                <h3 lang={party.map(|_| "ar")} dir="auto">{ party.map_or_else(|| words.unsided.into(), |party| foreign(&party.name)) }</h3>
                { span(&in_articles(props.language, position.times, position.articles)) }
                { span(&joined(&acts)) }
            </div>
            <ol>{ for cell.statements.iter().map(|number| statement(props, *number, style)) }</ol>
        </div>
    }
}

fn statement(props: Props, number: usize, style: usize) -> Html {
    let words = props.language.words();
    let Some(statement) = props.archive.board.statements.get(number) else { return Html::default() };
    let is_told = props.archive.told == Some(number);
    let most = if is_told { usize::MAX } else { NAMED };
    html! {
        <li key={number} id={is_told.then_some(TOLD)} tabindex={is_told.then_some("-1")} class={format!("position side-{style}")} data-act={statement.act.name()}>
            if props.archive.place(number).is_some() {
                <button class="quote" lang="ar" dir="rtl" title={words.jump_away} onclick={browse(props, Browse::Show(number))}>{ foreign(&statement.text) }</button>
            } else {
                <p class="quote" lang="ar" dir="rtl">{ foreign(&statement.text) }</p>
            }
            <p class="by">
                if statement.speakers.is_empty() { { span(words.unnamed) } } else { { names(props.language, &statement.speakers, most) } }
                { span(words.act(statement.act)) }
            </p>
            <p class="by">
                { button(props, "plain", "tell", Some(is_told), Browse::Tell(number), &locale::counted(props.language, &words.times, statement.times)) }
                if let Some(days) = statement.days { { span(&locale::days(props.language, days)) } }
                if !statement.sources.is_empty() { { names(props.language, &statement.sources, most) } }
            </p>
            if is_told { <p class="by">{ span(words.archive_ids) }<bdi>{ foreign(&statement.first.join(" · ")) }</bdi></p> }
        </li>
    }
}
