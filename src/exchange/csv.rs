//! A table for spreadsheets: a row an annotation, UTF-8 with a byte order mark so that Excel shows Arabic,
//! [RFC 4180](https://www.rfc-editor.org/rfc/rfc4180) quoting, and no cell that a spreadsheet would compute.

use super::labels;
use super::outgoing::{Mark, Outgoing};
use crate::annotation::{Content, Verdict};
use crate::text::decimal;

const COLUMNS: [&str; 22] = [
    "id", "kind", "start", "end", "text", "speaker", "cue", "act", "form", "side", "issue", "via", "value",
    "decision", "rating", "reasoning", "sources", "links", "note", "tags", "created", "modified",
];

/// Writes the table.
pub(super) fn write(outgoing: &Outgoing) -> String {
    let mut table = String::from('\u{feff}');
    put_row(&mut table, COLUMNS.map(str::to_owned));
    for mark in &outgoing.marks {
        put_row(&mut table, row(mark));
    }
    table
}

fn row(mark: &Mark) -> [String; 22] {
    let annotation = mark.annotation;
    let fields = labels::fields(&annotation.content);
    let claim = match &annotation.content {
        Content::Claim(claim) => Some(claim),
        _ => None,
    };
    let verdict = claim.and_then(|claim| claim.verdict.as_ref());
    let text = |text: &str| guarded(text);
    let cell = |column: &str| -> String {
        match column {
            "id" => text(&annotation.id.0),
            "kind" => match &annotation.content {
                Content::Claim(_) => "claim".into(),
                Content::Entity(entity) => labels::word(&entity.kind),
                Content::Highlight => "highlight".into(),
                Content::Note => "note".into(),
            },
            "start" => mark.points.map(|points| points.start.0.to_string()).unwrap_or_default(),
            "end" => mark.points.map(|points| points.end.0.to_string()).unwrap_or_default(),
            "text" => text(&annotation.target.quote.exact),
            "act" => claim.map(|claim| labels::word(&claim.act)).unwrap_or_default(),
            "decision" => {
                annotation.judgement.as_ref().map(|j| labels::word(&j.decision)).unwrap_or_default()
            }
            "rating" => verdict.map(|verdict| labels::word(&verdict.rating)).unwrap_or_default(),
            "reasoning" => text(verdict.map_or("", |verdict| verdict.reasoning.as_str())),
            "sources" => text(&verdict.map(|Verdict { sources, .. }| sources.join("\n")).unwrap_or_default()),
            "links" => text(&claim.map(links).unwrap_or_default()),
            "note" => text(&annotation.note),
            "tags" => text(&annotation.tags.join("، ")),
            "created" => text(&annotation.created.0),
            "modified" => text(&annotation.modified.0),
            name => text(fields.iter().find(|(field, _)| *field == name).map_or("", |(_, value)| value)),
        }
    };
    COLUMNS.map(cell)
}

fn links(claim: &crate::annotation::ClaimFields) -> String {
    let lines = claim.links.iter().map(|link| format!("{} {}", labels::word(&link.relation), link.claim.0));
    lines.collect::<Vec<_>>().join("\n")
}

fn put_row(table: &mut String, cells: [String; 22]) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            table.push(',');
        }
        if cell.contains([',', '"', '\n', '\r', ';', '\t']) {
            table.push('"');
            table.push_str(&cell.replace('"', "\"\""));
            table.push('"');
        } else {
            table.push_str(cell);
        }
    }
    table.push_str("\r\n");
}

/// The text as a cell that no spreadsheet computes: one that begins like a formula gets an apostrophe
/// before it. A number is none.
fn guarded(text: &str) -> String {
    let begins = |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠');
    // Spreadsheets look past spaces and what is not seen.
    let seen = text.trim_start_matches(|c: char| {
        (c.is_whitespace() && !matches!(c, '\t' | '\r'))
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    });
    let number = decimal(text.strip_prefix('+').unwrap_or(text)).is_some();
    if seen.starts_with(begins) && !number { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn formulas_are_words() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("+966", "+966"),
            ("+966 أخبار", "'+966 أخبار"),
            ("-قال", "'-قال"),
            ("-2.5", "-2.5"),
            ("@سؤال", "'@سؤال"),
            (" =cmd|' /C calc'!A0", "' =cmd|' /C calc'!A0"),
            ("\u{200f}=1", "'\u{200f}=1"),
            ("\t=1", "'\t=1"),
            ("＝1+1", "'＝1+1"),
            ("قال = نعم", "قال = نعم"),
        ] {
            assert_eq!(guarded(text), cell);
        }
    }
}
