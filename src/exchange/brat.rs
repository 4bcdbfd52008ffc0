//! The standoff files of brat: <https://brat.nlplab.org/standoff.html>.
//!
//! The `.ann` file has a line an annotation; the text lies beside it in a `.txt` file, and the labels in
//! `annotation.conf`. Positions are code points. What brat has no place for (a speaker, a side, our id) is
//! a note of its own kind: `#3`, `speaker T1`, `البنتاغون`.

use super::collection::Collection;
use super::file::File;
use super::incoming::{Incoming, Told};
use super::json::{FormatError, Problem};
use super::labels;
use super::outgoing::Outgoing;
use super::w3c::is_iri;
use crate::annotation::{Annotation, AnnotationId};
use crate::order::{HashMap, gather};
use crate::text::{CodePoint, Span};
use std::collections::BTreeSet;

/// Writes the `.ann` file.
pub(super) fn write(outgoing: &Outgoing) -> Result<String, FormatError> {
    let (_, document) = outgoing.text()?;
    let (mut lines, mut notes) = (String::new(), 0);
    for (index, (annotation, span, points)) in outgoing.standing().enumerate() {
        let id = format!("T{}", index + 1);
        let label = type_name(&labels::label(annotation));
        // A span over a line's end is told in parts, as brat demands.
        let places = parts(document.slice(span), points.start.0);
        let words: Vec<&str> = document.slice(span).lines().filter(|line| !line.is_empty()).collect();
        lines.push_str(&format!("{id}\t{label} {places}\t{}\n", words.join(" ")));
        let mut note = |kind: &str, text: &str| {
            notes += 1;
            lines.push_str(&format!("#{notes}\t{kind} {id}\t{}\n", one_line(text)));
        };
        if !annotation.note.is_empty() {
            note("AnnotatorNotes", &annotation.note);
        }
        for (name, value) in labels::fields(&annotation.content) {
            note(name, &value);
        }
        annotation.tags.iter().for_each(|tag| note("tag", tag));
        note("iri", &annotation.id.0);
    }
    for (index, (from, to, link)) in outgoing.links().into_iter().enumerate() {
        let relation = labels::word(&link.relation);
        lines.push_str(&format!("R{}\t{relation} Arg1:T{} Arg2:T{}\n", index + 1, from + 1, to + 1));
    }
    Ok(lines)
}

/// The text, and the labels as brat wants them declared.
pub(super) fn beside(outgoing: &Outgoing) -> Vec<File> {
    let Ok((article, _)) = outgoing.text() else { return Vec::new() };
    let used: BTreeSet<String> =
        gather(outgoing.standing().map(|(annotation, ..)| type_name(&labels::label(annotation))));
    let entities: String = used.iter().map(|label| format!("{label}\n")).collect();
    let relations: String = ["supports", "contradicts", "repeats"]
        .iter()
        .map(|relation| format!("{relation}\tArg1:<ENTITY>, Arg2:<ENTITY>\n"))
        .collect();
    let conf = format!(
        "[entities]\n{entities}\n[relations]\n{relations}<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n\n[events]\n\n[attributes]\n"
    );
    let file = |ending, name, text: String| {
        let bytes = text.into_bytes();
        File { ending, name, media_type: "text/plain", bytes }
    };
    vec![file("txt", None, article.text.clone()), file("conf", Some("annotation.conf"), conf)]
}

/// A label without the characters that end one.
fn type_name(label: &str) -> String {
    label.chars().map(|c| if c.is_alphanumeric() || c == '-' { c } else { '_' }).collect()
}

fn parts(words: &str, start: u32) -> String {
    let mut at = start;
    let mut parts = Vec::new();
    for line in words.split('\n') {
        let length = line.trim_end_matches('\r').chars().count() as u32;
        if length > 0 {
            parts.push(format!("{at} {}", at + length));
        }
        at += line.chars().count() as u32 + 1;
    }
    parts.join(";")
}

/// Line ends written as brat writes them, so that a note stays a line.
fn one_line(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r")
}

fn many_lines(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let meant = characters.next_if(|next| character == '\\' && matches!(next, 'n' | 'r' | '\\'));
        plain.push(match meant {
            Some('n') => '\n',
            Some('r') => '\r',
            _ => character,
        });
    }
    plain
}

/// Whether a file that begins with this line is an `.ann` file.
pub(super) fn begins(line: &str) -> bool {
    let id = line.split('\t').next().unwrap_or("");
    let number = id.strip_prefix(['T', 'E', 'R', 'A', 'M', 'N', '#']);
    line.contains('\t') && number.is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
}

/// Reads an `.ann` file; the text is not in it.
///
/// # Errors
/// The line that is no annotation, and why.
pub(super) fn read(text: &str) -> Result<Collection, FormatError> {
    let mut incoming = Incoming::new("brat", None);
    let mut places: HashMap<&str, usize> = HashMap::default();
    // Notes and relations may stand before what they are about.
    let mut later = Vec::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let path = (number + 1).to_string();
        let columns: Vec<&str> = line.splitn(3, '\t').collect();
        let (id, what) = match columns.as_slice() {
            [id, what, ..] => (*id, *what),
            _ => return Err(FormatError::new(path, Problem::Expected("columns with tabs between them"))),
        };
        let rest = columns.get(2).copied().unwrap_or("");
        match id.chars().next() {
            Some('T') => {
                let (label, place) = text_bound(what).ok_or_else(|| {
                    FormatError::new(path.clone(), Problem::Expected("a label with start and end"))
                })?;
                incoming.add(&Told { id: None, place, words: Some(rest), label }, &path)?;
                places.insert(id, incoming.len() - 1);
            }
            Some('#' | 'R' | 'A' | 'M') => later.push((id, what, rest)),
            // Events stand on a text-bound annotation, which is taken; N and * say nothing that we know.
            Some('E' | 'N' | '*') => {}
            _ => return Err(FormatError::new(path, Problem::Unknown(id.to_owned()))),
        }
    }
    let place = |id: &str| places.get(id).copied();
    // Links are told by these names.
    for (_, what, rest) in later.iter().filter(|(_, _, rest)| is_iri(rest)) {
        if let Some(index) = what.strip_prefix("iri ").and_then(place) {
            incoming.rename(index, AnnotationId((*rest).to_owned()));
        }
    }
    for (id, what, rest) in later {
        let mut words = what.split_whitespace();
        let kind = words.next().unwrap_or("");
        if id.starts_with('R') {
            let argument = |word: Option<&str>| place(word?.split_once(':')?.1);
            let (from, to) = (argument(words.next()), argument(words.next()));
            incoming.link(from, to, kind);
            continue;
        }
        let Some(annotation) = words.next().and_then(place).and_then(|index| incoming.get_mut(index)) else {
            continue;
        };
        let text = many_lines(rest);
        if id.starts_with('#') {
            told(annotation, kind, &text);
        } else {
            let value = words.next().map(|value| format!("={value}")).unwrap_or_default();
            annotation.tags.push(format!("{kind}{value}"));
        }
    }
    Ok(incoming.collection())
}

fn told(annotation: &mut Annotation, kind: &str, text: &str) {
    match kind {
        "AnnotatorNotes" => {
            let apart = if annotation.note.is_empty() { "" } else { "\n" };
            annotation.note.extend([apart, text]);
        }
        // The label of a highlight is its first tag, without what brat does not take in labels.
        "tag" => match annotation.tags.first_mut() {
            Some(first) if *first == type_name(text) => *first = text.to_owned(),
            _ => annotation.tags.push(text.to_owned()),
        },
        field => labels::set(&mut annotation.content, field, text),
    }
}

/// Label and place of `PER 0 5`; of `PER 0 5;8 10` the stretch from the first part to the last.
fn text_bound(what: &str) -> Option<(&str, Span<CodePoint>)> {
    let (label, places) = what.split_once(' ')?;
    let mut whole: Option<Span<CodePoint>> = None;
    for part in places.split(';') {
        let (start, end) = part.trim().split_once(' ')?;
        let (start, end) = (start.parse().ok()?, end.trim().parse().ok()?);
        if end < start {
            return None;
        }
        let part = Span::new(CodePoint(start), CodePoint(end));
        whole = Some(whole.map_or(part, |whole| whole.join(part)));
    }
    Some((label, whole?))
}
