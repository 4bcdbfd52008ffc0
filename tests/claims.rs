//! Who claims what in short texts, a line a case.
//!
//! The files of `tests/claims` hold the text with each claim in braces, with its act, its speaker and, after
//! `<`, who carried it: `قال الوزير إن {الاجتماع ناجح|affirm الوزير}`. A speaker that the text does not name is
//! left out; `¶` stands for a paragraph's end; a line with `#` says what the cases below it are about. A case
//! is right when exactly these claims are found.

#![allow(clippy::unwrap_used, reason = "a test that fails says so by panicking")]

use mawqif::analysis::{Analysis, analyze};
use mawqif::text::Document;
use std::fmt::Write;
use std::path::Path;

/// The text of a case without its marks.
fn plain(case: &str) -> String {
    let mut text = String::new();
    let mut label = false;
    for character in case.chars() {
        match character {
            '{' => {}
            '|' => label = true,
            '}' => label = false,
            '¶' => text.push('\n'),
            _ if label => {}
            _ => text.push(character),
        }
    }
    text.replace(" \n ", "\n")
}

/// The text with the claims of an analysis marked as a case marks them.
fn marked(document: &Document, analysis: &Analysis) -> String {
    let mut out = String::new();
    let text = document.text();
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        let ends = analysis.claims.iter().rev().filter(|claim| claim.span.end.index() == at);
        for claim in ends {
            write!(out, "|{}", format!("{:?}", claim.act).to_lowercase()).unwrap();
            for (sign, named) in [("", &claim.speaker), ("< ", &claim.via)] {
                if let Some(named) = named {
                    write!(out, " {sign}{}", named.text).unwrap();
                }
            }
            out.push('}');
        }
        for _ in analysis.claims.iter().filter(|claim| claim.span.start.index() == at) {
            out.push('{');
        }
        match character {
            '\n' => out.push_str(" ¶ "),
            _ => out.push(character),
        }
    }
    out.trim_end().to_owned()
}

/// Compares every case of a file; tells all that fail at once.
#[track_caller]
fn check(file: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/claims").join(file);
    let cases = std::fs::read_to_string(path).unwrap();
    let mut wrong = String::new();
    let mut count = 0;
    for case in cases.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let document = Document::new(&plain(case));
        let found = marked(&document, &analyze(&document, None, None));
        count += 1;
        if found != case {
            write!(wrong, "\nexpected {case}\n   found {found}\n").unwrap();
        }
    }
    assert!(count > 0, "{file} holds no case");
    assert!(wrong.is_empty(), "{file}{wrong}");
}

macro_rules! files {
    ($($name:ident),*) => {$(
        #[test]
        fn $name() {
            check(concat!(stringify!($name), ".txt"));
        }
    )*};
}

files!(verbs, subjects, direct, frames, nothing, extents, headlines);
