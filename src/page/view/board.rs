//! The board: claims of the parties facing each other, a row an issue.

mod chart;
mod filter;
mod menus;

use super::Shared;
use super::card::act_name;
use super::foreign::foreign;
use super::why::why;
use crate::analysis::{Act, Analysis, Contest, Evidence, Opposition, Party};
use crate::annotation::{Board, ClaimFields, Content, Item, Row, voices};
use crate::page::browser::locale;
use crate::page::state::{Filter, Message, Panel, side_style};
use crate::page::words::Language;
use crate::text::Document;
use chart::chart;
use menus::{IssueMenu, claim_menu};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub language: Language,
    pub say: Callback<Message>,
    pub items: Shared<Vec<Rc<Item>>>,
    pub analysis: Shared<Analysis>,
    pub document: Shared<Document>,
    pub board: Shared<Board>,
    pub filter: Filter,
    /// Whether the panel of the dispute is open.
    pub disputing: bool,
    pub focus: Option<AttrValue>,
}

#[component(BoardView)]
pub fn board_view(props: &Props) -> Html {
    let words = props.language.words();
    let Board { parties, facing, contested, unanswered, .. } = &*props.board;
    let dispute = props.say.reform({
        let open = props.disputing;
        move |_: MouseEvent| Message::Open((!open).then_some(Panel::Dispute))
    });
    let voices = voices(&props.analysis, &props.items);
    let columns = |count: usize| format!("columns-{}", count.clamp(1, 4));
    let shown = |rows: &[Row]| rows.iter().any(|row| shows(props, row));
    html! {
        <section id="board" class="board" tabindex="-1" aria-labelledby="board-title">
            <h2 id="board-title">{ words.board }</h2>
            <p class="of-board"><button class="quiet" data-opens="dispute" aria-expanded={props.disputing.to_string()}
                onclick={dispute}>{ words.dispute }</button></p>
            if contested.is_empty() && unanswered.is_empty() {
                <p class="empty">{ words.board_empty }</p>
            } else {
                { filter::bar(props, &voices) }
                { chart(props, &voices) }
                if shown(contested) {
                    <div class={columns(*facing)}>
                        { heads(props, *facing) }
                        { for contested.iter().filter(|row| shows(props, row)).map(|row| self::row(props, row, *facing)) }
                    </div>
                }
                if shown(unanswered) {
                    <div class={classes!("unanswered", columns(parties.len()))}>
                        <h3 class="question">{ words.unanswered }</h3>
                        if parties.len() > *facing || contested.is_empty() { { heads(props, parties.len()) } }
                        { for unanswered.iter().filter(|row| shows(props, row)).map(|row| self::row(props, row, parties.len())) }
                    </div>
                }
                if !shown(contested) && !shown(unanswered) { <p class="empty" role="status">{ words.filter_empty }</p> }
            }
        </section>
    }
}

/// The claims of a cell that the filter lets through.
fn shown<'p>(
    props: &'p Props,
    cell: &'p [usize],
) -> impl Iterator<Item = (usize, &'p Item, &'p ClaimFields)> {
    cell.iter().filter_map(|index| {
        let item = props.items.get(*index)?;
        match &item.content {
            Content::Claim(claim) if props.filter.fits(claim) => Some((*index, &**item, claim)),
            _ => None,
        }
    })
}

fn shows(props: &Props, row: &Row) -> bool {
    row.cells.iter().any(|cell| shown(props, cell).next().is_some())
}

/// The names of the first parties over their columns.
fn heads(props: &Props, columns: usize) -> Html {
    let Board { parties, contested, unanswered, .. } = &*props.board;
    let head = |(column, party): (usize, &Party)| {
        let style = side_style(&props.analysis, Some(&party.id)) + 1;
        let cells = contested.iter().chain(unanswered).filter_map(|row| row.cells.get(column));
        let claims = cells.map(|cell| shown(props, cell).count()).sum();
        html! {
            <div class={format!("party side-{style}")} key={party.id.0.clone()}>
                <h3 lang="ar" dir="auto">{ foreign(&party.name) }</h3>
                <span>{ locale::counted(props.language, &props.language.words().claims, claims) }</span>
            </div>
        }
    };
    html! { <div class="parties">{ for parties.iter().enumerate().take(columns).map(head) }</div> }
}

fn row(props: &Props, row: &Row, columns: usize) -> Html {
    let words = props.language.words();
    let question = if row.question.is_empty() { words.unworded } else { &row.question };
    html! {
        <section class="issue" key={row.issue.as_ref().map_or_else(String::new, |issue| issue.0.clone())}
            data-issue={row.issue.as_ref().map(|issue| issue.0.clone())}>
            if let Some(issue) = &row.issue {
                <header class="asks">
                    <h3 class={classes!("question", row.question.is_empty().then_some("unworded"))} lang="ar" dir="rtl">{ foreign(question) }</h3>
                    <IssueMenu language={props.language} say={props.say.clone()} board={props.board.clone()}
                        issue={issue.clone()} question={AttrValue::from(row.question.clone())} claims={claims(props, row)} />
                </header>
            }
            <div class="facing">
                { for row.cells.iter().take(columns).enumerate().map(|(column, cell)| {
                    let party = props.board.parties.get(column);
                    html! { <ol class="cell" key={column} aria-label={party.map(|party| foreign(&party.name))}>
                        { for shown(props, cell).map(|(index, item, fields)| claim(props, index, item, fields)) }
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

/// The claims of a row by key and words.
fn claims(props: &Props, row: &Row) -> Vec<(String, String)> {
    let items = row.cells.iter().flatten().filter_map(|index| props.items.get(*index));
    items.map(|item| (item.key.clone(), item.words(&props.document).to_owned())).collect()
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

fn claim(props: &Props, index: usize, item: &Item, fields: &ClaimFields) -> Html {
    let words = props.language.words();
    let points = item.span.map(|span| props.document.offsets().code_points(span));
    let place = |point: Option<u32>| point.map(|point| point.to_string());
    let style = side_style(&props.analysis, fields.side.as_ref()) + 1;
    let choose = props.say.reform({
        let key = item.key.clone();
        move |_: MouseEvent| Message::Choose(key.clone())
    });
    let speaker = if fields.speaker.is_empty() { words.unnamed } else { &fields.speaker };
    let day = props.board.days.get(&index);
    html! {
        <li key={item.key.clone()} class={format!("position side-{style}")} data-key={item.key.clone()} data-kind="claim"
            data-start={place(points.map(|p| p.start.0))} data-end={place(points.map(|p| p.end.0))}
            data-side={fields.side.as_ref().map(|side| side.0.clone())} data-act={act_name(fields.act)}
            data-issue={fields.issue.as_ref().map(|issue| issue.0.clone())}
            aria-current={(props.focus.as_deref() == Some(&item.key)).then_some("true")} onclick={choose.clone()}>
            <button class="quote" lang="ar" dir="rtl" title={words.jump} onclick={choose}>{ foreign(item.words(&props.document)) }</button>
            <div class="by"><span lang="ar" dir="auto">{ foreign(speaker) }</span><span>{ " · " }</span><span>{ words.act(fields.act) }</span>
                if let Some(day) = day { <span>{ " · " }</span><time datetime={day.to_string()}>{ locale::day(props.language, *day) }</time> }
                { claim_menu(props, item, fields) }
            </div>
        </li>
    }
}
