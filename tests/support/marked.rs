//! A text with what was found in it, marked so that a reader of Arabic can judge it.
//!
//! Claims stand in braces with their act, their speaker and, after `<`, who carried them:
//! `قال الوزير إن {الاجتماع ناجح|affirm الوزير}`. A speaker that the text does not name is left out. Names, dates and
//! quantities stand in brackets with their kind and value: `[السبت|DATE =2024-01-06]`. Where everything is marked,
//! both have their side after `@`.

use mawqif::analysis::{Analysis, Claim, Entity, Value, analyze};
use mawqif::text::{Document, Span};
use std::fmt::Write;
use std::path::Path;

/// What is marked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Marks {
    /// Claims, without sides.
    Claims,
    /// Names, dates and quantities, without sides.
    Names,
    /// All that is found but for contests.
    Everything,
}

/// The text of a document with what an analysis found in it.
pub fn marked(document: &Document, analysis: &Analysis, marks: Marks) -> String {
    let sided = marks == Marks::Everything;
    let mut found: Vec<(Span, [char; 2], String)> = Vec::new();
    for claim in analysis.claims.iter().filter(|_| marks != Marks::Names) {
        found.push((claim.span, ['{', '}'], of_claim(claim, sided)));
    }
    for entity in analysis.entities.iter().filter(|_| marks != Marks::Claims) {
        found.push((entity.span, ['[', ']'], of_entity(entity, sided)));
    }
    let mut out = String::new();
    let text = document.text();
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        for (_, [_, close], label) in found.iter().rev().filter(|(span, ..)| span.end.index() == at) {
            write!(out, "|{label}{close}").unwrap();
        }
        for (_, [open, _], _) in found.iter().filter(|(span, ..)| span.start.index() == at) {
            out.push(*open);
        }
        out.push(character);
    }
    out.trim_end().to_owned()
}

fn of_claim(claim: &Claim, sided: bool) -> String {
    let mut label = claim.act.name().to_owned();
    for (sign, named) in [("", &claim.speaker), ("< ", &claim.via)] {
        if let Some(named) = named {
            write!(label, " {sign}{}", named.text).unwrap();
        }
    }
    if let Some(side) = claim.side.as_ref().filter(|_| sided) {
        write!(label, " @{}", side.0).unwrap();
    }
    label
}

fn of_entity(entity: &Entity, sided: bool) -> String {
    let mut label = entity.kind.name().to_owned();
    if let Some(side) = entity.side.as_ref().filter(|_| sided) {
        write!(label, " @{}", side.0).unwrap();
    }
    match &entity.value {
        Some(Value::Number(number)) => write!(label, " ={number}").unwrap(),
        Some(Value::Iso(moment)) => write!(label, " ={moment}").unwrap(),
        None => {}
    }
    label
}

/// A test for each file of a folder of `tests`, in which the same is marked.
#[allow(unused_macros, reason = "not every test has such files")]
macro_rules! files {
    ($marks:ident in $folder:literal: $($name:ident),*) => {$(
        #[test]
        fn $name() {
            marked::check(concat!($folder, "/", stringify!($name), ".txt"), marked::Marks::$marks);
        }
    )*};
}

/// Compares every case of a file of `tests`, a line each, with what is found in its text; tells all that fail at
/// once. `¶` stands for a paragraph's end, a line with `#` says what the cases below it are about.
#[track_caller]
pub fn check(file: &str, marks: Marks) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(file);
    let cases = std::fs::read_to_string(path).unwrap();
    let mut wrong = String::new();
    let mut count = 0;
    for case in cases.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let document = Document::new(&plain(case));
        let found = marked(&document, &analyze(&document, None, None), marks).replace('\n', " ¶ ");
        count += 1;
        if found != case {
            write!(wrong, "\nexpected {case}\n   found {found}\n").unwrap();
        }
    }
    assert!(count > 0, "{file} holds no case");
    assert!(wrong.is_empty(), "{file}{wrong}");
}

/// The text of a case without its marks.
fn plain(case: &str) -> String {
    let mut text = String::new();
    let mut label = false;
    for character in case.chars() {
        match character {
            '{' | '[' => {}
            '|' => label = true,
            '}' | ']' => label = false,
            '¶' => text.push('\n'),
            _ if label => {}
            _ => text.push(character),
        }
    }
    text.replace(" \n ", "\n")
}
