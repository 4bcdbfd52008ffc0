//! The board: claims of the parties facing each other, a row an issue.

use super::Shared;
use super::card::act_name;
use super::why::why;
use crate::analysis::{Act, Analysis, Contest, Evidence, Opposition, Party};
use crate::annotation::{Board, Content, Item, Row};
use crate::page::browser::locale;
use crate::page::state::{Message, side_style};
use crate::page::words::Language;
use crate::text::Document;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub language: Language,
    pub say: Callback<Message>,
    pub items: Shared<Vec<Item>>,
    pub analysis: Shared<Analysis>,
    pub document: Shared<Document>,
    pub board: Shared<Board>,
    pub focus: Option<AttrValue>,
}

#[component(BoardView)]
pub fn board_view(props: &Props) -> Html {
    let words = props.language.words();
    let Board { parties, facing, contested, unanswered } = &*props.board;
    let columns = |count: usize| format!("columns-{}", count.clamp(1, 4));
    html! {
        <section id="board" class="board" tabindex="-1" aria-labelledby="board-title">
            <h2 id="board-title">{ words.board }</h2>
            if contested.is_empty() && unanswered.is_empty() {
                <p class="empty">{ words.board_empty }</p>
            } else {
                if *facing > 0 {
                    <div class={columns(*facing)}>
                        { heads(props, 0..*facing) }
                        { for contested.iter().map(|row| self::row(props, row, *facing)) }
                    </div>
                }
                if !unanswered.is_empty() {
                    <div class={classes!("unanswered", columns(parties.len()))}>
                        <h3 class="question">{ words.unanswered }</h3>
                        if parties.len() > *facing { { heads(props, 0..parties.len()) } }
                        { self::row(props, unanswered, parties.len()) }
                    </div>
                }
            }
        </section>
    }
}

/// The names of parties over their columns.
fn heads(props: &Props, columns: std::ops::Range<usize>) -> Html {
    let Board { parties, contested, unanswered, .. } = &*props.board;
    let head = |(column, party): (usize, &Party)| {
        let style = side_style(&props.analysis, Some(&party.id)) + 1;
        let cells = contested.iter().chain([unanswered]).filter_map(|row| row.cells.get(column));
        let claims = cells.map(Vec::len).sum();
        html! {
            <div class={format!("party side-{style}")} key={party.id.0.clone()}>
                <h3 lang="ar" dir="auto">{ &party.name }</h3>
                <span>{ locale::counted(props.language, &props.language.words().claims, claims) }</span>
            </div>
        }
    };
    let shown = parties.iter().enumerate().take(columns.end).skip(columns.start);
    html! { <div class="parties">{ for shown.map(head) }</div> }
}

fn row(props: &Props, row: &Row, columns: usize) -> Html {
    let words = props.language.words();
    html! {
        <section class="issue" data-issue={row.issue.as_ref().map(|issue| issue.0.clone())}>
            if row.issue.is_some() {
                <h3 class="question" lang="ar" dir="rtl">{ &row.question }</h3>
            }
            <div class="facing">
                { for row.cells.iter().take(columns).enumerate().map(|(column, cell)| {
                    let party = props.board.parties.get(column);
                    html! { <ol class="cell" key={column} aria-label={party.map(|party| party.name.clone())}>
                        { for cell.iter().filter_map(|index| props.items.get(*index)).map(|item| claim(props, item)) }
                    </ol> }
                }) }
                if let Some(opposition) = row.opposition {
                    <span class="opposition">{ words.opposition(opposition, turned(props, row, opposition)) }</span>
                }
            </div>
            { why(props.language, contest(props, row)) }
        </section>
    }
}

/// What the engine says of a row's question.
fn contest<'p>(props: &'p Props, row: &Row) -> Option<&'p Evidence> {
    let of_row = |contest: &&Contest| row.issue.as_ref() == Some(&contest.issue);
    props.analysis.contests.iter().find(of_row).map(|contest| &contest.evidence)
}

/// Whether the second side does what the opposition names first.
fn turned(props: &Props, row: &Row, opposition: Opposition) -> bool {
    let does = |act: Act| {
        let claims = row.cells.first().into_iter().flatten().filter_map(|index| props.items.get(*index));
        claims.filter(|item| matches!(&item.content, Content::Claim(claim) if claim.act == act)).count()
    };
    match opposition {
        Opposition::AffirmDeny => does(Act::Deny) > 0,
        Opposition::CondemnJustify => does(Act::Condemn) == 0,
        Opposition::DemandRefuse => does(Act::Demand) == 0,
        Opposition::Accounts => false,
    }
}

fn claim(props: &Props, item: &Item) -> Html {
    let Content::Claim(fields) = &item.content else { return Html::default() };
    let words = props.language.words();
    let points = item.span.map(|span| props.document.offsets().code_points(span));
    let place = |point: Option<u32>| point.map(|point| point.to_string());
    let style = side_style(&props.analysis, fields.side.as_ref()) + 1;
    let choose = props.say.reform({
        let key = item.key.clone();
        move |_: MouseEvent| Message::Choose(key.clone())
    });
    let quote = item.span.map(|span| props.document.slice(span)).unwrap_or_default();
    let speaker = if fields.speaker.is_empty() { words.unnamed } else { &fields.speaker };
    html! {
        <li key={item.key.clone()} class={format!("position side-{style}")} data-kind="claim"
            data-start={place(points.map(|p| p.start.0))} data-end={place(points.map(|p| p.end.0))}
            data-side={fields.side.as_ref().map(|side| side.0.clone())} data-act={act_name(fields.act)}
            data-issue={fields.issue.as_ref().map(|issue| issue.0.clone())}
            aria-current={(props.focus.as_deref() == Some(&item.key)).then_some("true")} onclick={choose.clone()}>
            <button class="quote" lang="ar" dir="rtl" title={words.jump} onclick={choose}>{ quote }</button>
            <p class="by"><span lang="ar" dir="auto">{ speaker }</span><span>{ " · " }</span><span>{ words.act(fields.act) }</span></p>
        </li>
    }
}
