//! The board: claims of the parties facing each other, a row an issue.

mod chart;
mod filter;
mod menus;

use super::foreign::foreign;
use super::why::why;
use super::{Shared, ends, side_class};
use crate::analysis::{Act, Analysis, Contest, Evidence, Opposition, Party};
use crate::annotation::{Board, ClaimFields, Content, Row, Stated};
use crate::page::browser::{layout, locale};
use crate::page::state::{Filter, Message, Panel};
use crate::page::words::{Language, Words};
use crate::text::Document;
use chart::Chart;
use menus::{ClaimMenu, IssueMenu};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub language: Language,
    pub say: Callback<Message>,
    pub analysis: Shared<Analysis>,
    pub document: Shared<Document>,
    pub board: Shared<Board>,
    pub filter: Filter,
    /// How many claims one under the other are drawn.
    pub room: usize,
    /// Whether the engine has not read the text to its end.
    pub reading: bool,
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
    let columns = |count: usize| format!("columns-{}", count.clamp(1, 4));
    let mut room = props.room;
    let facing_rows = rows_in(props, contested, &mut room);
    let other_rows = rows_in(props, unanswered, &mut room);
    // A list of their own: among others without a key all would be made anew when there is one more.
    let drawn = |rows: &[(&Row, usize)], columns: usize| -> Html {
        rows.iter().map(|(row, claims)| self::row(props, row, columns, *claims)).collect()
    };
    html! {
        <section id="board" class="board" tabindex="-1" aria-labelledby="board-title">
            <h2 id="board-title">{ words.board }</h2>
            <p class="of-board"><button class="quiet" data-opens="dispute" aria-expanded={props.disputing.to_string()}
                onclick={dispute}>{ words.dispute }</button></p>
            if contested.is_empty() && unanswered.is_empty() {
                <p class="empty">{ if props.reading { words.reading } else { words.board_empty } }</p>
            } else {
                { filter::bar(props) }
                <Chart language={props.language} analysis={props.analysis.clone()} board={props.board.clone()} />
                if !facing_rows.is_empty() {
                    <div class={columns(*facing)}>
                        { heads(props, *facing) }
                        { drawn(&facing_rows, *facing) }
                    </div>
                }
                if !other_rows.is_empty() {
                    <div class={classes!("unanswered", columns(parties.len()))}>
                        <h3 class="question">{ words.unanswered }</h3>
                        if parties.len() > *facing || contested.is_empty() { { heads(props, parties.len()) } }
                        { drawn(&other_rows, parties.len()) }
                    </div>
                }
                if room == 0 { { turning_page(words, &props.say) } }
                if facing_rows.is_empty() && other_rows.is_empty() { <p class="empty" role="status">{ words.filter_empty }</p> }
            }
        </section>
    }
}

/// What stands at the end of a board of which there is more than is drawn.
pub fn turning_page(words: &Words, say: &Callback<Message>) -> Html {
    let more = say.reform(|_: MouseEvent| Message::MoreOfBoard);
    html! { <p id={layout::MORE_OF_BOARD} class="of-board"><button class="quiet" data-action="more" onclick={more}>{ words.board_more }</button></p> }
}

/// The claims of a cell that the filter lets through.
fn shown<'p>(props: &'p Props, cell: &'p [Stated]) -> impl Iterator<Item = (&'p Stated, &'p ClaimFields)> {
    cell.iter().filter_map(|stated| match &stated.item.content {
        Content::Claim(claim) if props.filter.fits(claim) => Some((stated, claim)),
        _ => None,
    })
}

/// The rows for which there is room, each with how many claims of each of its cells are drawn; what room there
/// is left.
fn rows_in<'p>(props: &Props, rows: &'p [Row], room: &mut usize) -> Vec<(&'p Row, usize)> {
    let mut drawn = Vec::new();
    for row in rows {
        let longest = row.cells.iter().map(|cell| shown(props, cell).take(*room).count()).max().unwrap_or(0);
        *room -= longest;
        if longest > 0 {
            drawn.push((row, longest));
        }
    }
    drawn
}

/// The names of the first parties over their columns.
fn heads(props: &Props, columns: usize) -> Html {
    let Board { parties, contested, unanswered, .. } = &*props.board;
    let head = |(column, party): (usize, &Party)| {
        let side = side_class(&props.analysis, Some(&party.id));
        let cells = contested.iter().chain(unanswered).filter_map(|row| row.cells.get(column));
        let claims = cells.map(|cell| shown(props, cell).count()).sum();
        html! {
            <div class={classes!("party", side)} key={party.id.0.clone()}>
                <h3 lang="ar" dir="auto">{ foreign(&party.name) }</h3>
                <span>{ locale::counted(props.language, &props.language.words().claims, claims) }</span>
            </div>
        }
    };
    html! { <div class="parties">{ for parties.iter().enumerate().take(columns).map(head) }</div> }
}

/// A row with the first so many claims of each cell.
fn row(props: &Props, row: &Row, columns: usize, claims: usize) -> Html {
    let words = props.language.words();
    let question = if row.question.is_empty() { words.unworded } else { &row.question };
    html! {
        <section class="issue" key={row.issue.as_ref().map_or_else(String::new, |issue| issue.0.clone())}
            data-issue={row.issue.as_ref().map(|issue| issue.0.clone())}>
            if let Some(issue) = &row.issue {
                <header class="asks">
                    <h3 class={classes!("question", row.question.is_empty().then_some("unworded"))} lang="ar" dir="rtl">{ foreign(question) }</h3>
                    <IssueMenu language={props.language} say={props.say.clone()} board={props.board.clone()}
                        document={props.document.clone()} issue={issue.clone()} />
                </header>
            }
            <div class="facing">
                { for row.cells.iter().take(columns).enumerate().map(|(column, cell)| {
                    let party = props.board.parties.get(column);
                    html! { <ol class="cell" key={column} aria-label={party.map(|party| foreign(&party.name))}>
                        { for shown(props, cell).take(claims).map(|(stated, fields)| claim(props, stated, fields)) }
                    </ol> }
                }) }
                if let Some(opposition) = row.opposition {
                    <span class="opposition">{ words.opposition(opposition, turned(row, opposition)) }</span>
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
fn turned(row: &Row, opposition: Opposition) -> bool {
    let does = |act: Act| {
        let claims = row.cells.first().into_iter().flatten();
        claims
            .filter(|stated| matches!(&stated.item.content, Content::Claim(claim) if claim.act == act))
            .count()
    };
    match opposition {
        Opposition::AffirmDeny => does(Act::Deny) > 0,
        Opposition::CondemnJustify => does(Act::Condemn) == 0,
        Opposition::DemandRefuse => does(Act::Demand) == 0,
        Opposition::Accounts => false,
    }
}

fn claim(props: &Props, Stated { item, day }: &Stated, fields: &ClaimFields) -> Html {
    let words = props.language.words();
    let [start, end] = ends(item, &props.document);
    let side = side_class(&props.analysis, fields.side.as_ref());
    let choose = props.say.reform({
        let key = item.key.clone();
        move |_: MouseEvent| Message::Choose(key.clone())
    });
    let speaker = if fields.speaker.is_empty() { words.unnamed } else { &fields.speaker };
    html! {
        <li key={item.key.clone()} class={classes!("position", side)} data-key={item.key.clone()} data-kind="claim"
            data-start={start} data-end={end}
            data-side={fields.side.as_ref().map(|side| side.0.clone())} data-act={fields.act.name()}
            data-issue={fields.issue.as_ref().map(|issue| issue.0.clone())}
            aria-current={(props.focus.as_deref() == Some(&item.key)).then_some("true")} onclick={choose.clone()}>
            <button class="quote" lang="ar" dir="rtl" title={words.jump} onclick={choose}>{ foreign(item.words(&props.document)) }</button>
            <div class="by"><span lang="ar" dir="auto">{ foreign(speaker) }</span><span>{ " · " }</span><span>{ words.act(fields.act) }</span>
                if let Some(day) = day { <span>{ " · " }</span><time datetime={day.to_string()}>{ locale::day(props.language, *day) }</time> }
                <ClaimMenu language={props.language} say={props.say.clone()} board={props.board.clone()}
                    analysis={props.analysis.clone()} item={Shared::of(item)} />
            </div>
        </li>
    }
}
