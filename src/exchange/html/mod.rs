//! The report: one page that shows the article with its marks, the board, the claims and the reader's
//! notes, for whoever does not have the program. No script, nothing from elsewhere; it prints well.
//!
//! It shows what the page shows: what was found and not rejected, and what the reader made of it. Every
//! word of the article and of the reader goes through [`text`].

mod cards;
mod marked;
mod words;

pub(super) use words::rating;

use super::json::FormatError;
use super::outgoing::Outgoing;
use crate::analysis::{Analysis, PartyId, analyze};
use crate::annotation::{
    Article, Board, Content, Item, Row, Stated, Workspace, board, is_web_address, items,
};
use crate::order::HashMap;
use crate::text::{Document, is_hiding};
use std::rc::Rc;

/// The style sheet, in the page itself.
const STYLE: &str = include_str!("report.css");

/// What the report is drawn from.
struct Report<'r> {
    document: &'r Document,
    analysis: Analysis,
    /// Everything that stands, in the text's order.
    items: Vec<Rc<Item>>,
    /// The place of each among them, by its key.
    places: HashMap<String, usize>,
    board: Board,
}

/// Writes the report.
pub(super) fn write(outgoing: &Outgoing) -> Result<String, FormatError> {
    let (article, document) = outgoing.text()?;
    // What the reader chose stands in the article itself.
    let chosen = article.dispute();
    let dispute = if article.arrangement.read_by.is_some() { chosen.as_ref() } else { outgoing.dispute };
    let analysis = analyze(document, dispute, article.date);
    let workspace = Workspace::new(article.clone(), outgoing.collection.annotations.iter().cloned());
    let mut items = items(document, &analysis, &workspace);
    items.retain(|item| item.stands());
    let board = board(document, &analysis, &items, dispute, &article.arrangement);
    let places = items.iter().enumerate().map(|(index, item)| (item.key.clone(), index)).collect();
    let report = Report { document, analysis, items, places, board };
    // A text that begins with its headline has it there, with its marks.
    let headlined = article.opens_with_its_title();
    let title = text(&article.title);
    let heading = if headlined { String::new() } else { format!("<h1 dir=\"auto\">{title}</h1>\n") };
    Ok(format!(
        "<!doctype html>\n<html lang=\"ar\" dir=\"rtl\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <header>\n{heading}{about}{key}</header>\n\
         <main>\n<article>\n{marked}</article>\n{board}{cards}</main>\n\
         <footer><p>{footer}</p></footer>\n</body>\n</html>\n",
        about = about(article),
        key = key(&report),
        marked = marked::article(&report, headlined),
        board = board_section(&report),
        cards = cards::sections(&report),
        footer = words::FOOTER,
    ))
}

/// The text as HTML: nothing in it is markup, and characters that would hide or turn text round are shown.
fn text(plain: &str) -> String {
    let mut html = String::with_capacity(plain.len());
    for character in plain.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            hiding if is_hiding(hiding) => {
                html.push_str(&format!("<span class=\"control\">U+{:04X}</span>", u32::from(hiding)));
            }
            '\n' | '\t' => html.push(character),
            control if control.is_control() => html.push('\u{fffd}'),
            plain => html.push(plain),
        }
    }
    html
}

/// An address as a link where it is one of the web, else as text.
fn address(address: &str) -> String {
    let shown = text(address);
    if is_web_address(address) {
        format!("<a href=\"{shown}\" rel=\"noreferrer noopener\" dir=\"ltr\">{shown}</a>")
    } else {
        format!("<span dir=\"auto\">{shown}</span>")
    }
}

fn about(article: &Article) -> String {
    let mut parts = Vec::new();
    if !article.source.is_empty() {
        parts.push(format!("<span dir=\"auto\">{}</span>", text(&article.source)));
    }
    if let Some(date) = article.date {
        parts.push(format!("<time datetime=\"{date}\">{}</time>", words::date(date)));
    }
    if !article.address.is_empty() {
        parts.push(address(&article.address));
    }
    if parts.is_empty() { String::new() } else { format!("<p class=\"about\">{}</p>\n", parts.join(" · ")) }
}

/// What the marks mean.
fn key(report: &Report) -> String {
    let parties = report.board.parties.iter().map(|party| {
        let style = style(&report.analysis, Some(&party.id));
        format!("<li><span class=\"{style}\">{}</span></li>", text(&party.name))
    });
    let own = report.items.iter().any(|item| matches!(item.content, Content::Highlight | Content::Note));
    let own = own.then(|| format!("<li><span class=\"own\">{}</span></li>", words::OWN));
    let entries: String = parties.chain(own).collect();
    if entries.is_empty() { entries } else { format!("<ul class=\"key\">{entries}</ul>\n") }
}

/// The class of a side: the first, second and third party each have their own, all others one.
fn style(analysis: &Analysis, side: Option<&PartyId>) -> &'static str {
    let place = side.and_then(|side| analysis.parties.iter().position(|party| party.id == *side));
    match place {
        Some(0) => "side-1",
        Some(1) => "side-2",
        Some(2) => "side-3",
        _ => "side-0",
    }
}

fn board_section(report: &Report) -> String {
    let board = &report.board;
    if board.contested.is_empty() {
        return String::new();
    }
    let rows: String = board.contested.iter().map(|row| board_row(report, row)).collect();
    format!("<section class=\"board\">\n<h2>{}</h2>\n{rows}</section>\n", words::BOARD)
}

fn board_row(report: &Report, row: &Row) -> String {
    let mut cells = String::new();
    for (party, cell) in report.board.parties.iter().zip(&row.cells) {
        if cell.is_empty() {
            continue;
        }
        let style = style(&report.analysis, Some(&party.id));
        let claim = |Stated { item, .. }: &Stated| {
            let index = report.places.get(&item.key)?;
            let words = item.words(report.document);
            let (speaker, act) = cards::speaker_and_act(item);
            Some(format!(
                "<li><p class=\"who\">{speaker} <small>{act}</small></p>\
                 <blockquote><a href=\"#t{index}\">{}</a></blockquote></li>",
                text(words)
            ))
        };
        let claims: String = cell.iter().filter_map(claim).collect();
        cells.push_str(&format!(
            "<div class=\"cell {style}\"><h4>{}</h4><ul>{claims}</ul></div>",
            text(&party.name)
        ));
    }
    format!(
        "<div class=\"row\"><h3 dir=\"auto\">{}</h3><div class=\"cells\">{cells}</div></div>\n",
        text(&row.question)
    )
}
