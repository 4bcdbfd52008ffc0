//! What is found in the project's own articles, all of it, before and after a change.
//!
//! `MAWQIF_WRITE=1 cargo test --test articles` keeps in the target folder what is found now, as `support/marked.rs`
//! marks it, with the contests; after a change `cargo test --test articles` tells line by line what is found
//! otherwise. Where nothing was kept there is nothing to tell. What should be found is in `tests/articles/gold`.

#![allow(clippy::unwrap_used, reason = "a test that fails says so by panicking")]

#[path = "support/marked.rs"]
#[allow(dead_code, reason = "other tests mark other things")]
mod marked;

use marked::{Marks, marked};
use mawqif::analysis::{Analysis, analyze};
use mawqif::text::Document;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// So many words of a claim tell which it is.
const TELLING: usize = 5;

#[test]
fn what_is_found_is_what_was_found() {
    let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join("articles");
    let writes = std::env::var_os("MAWQIF_WRITE").is_some();
    fs::create_dir_all(&kept).unwrap();
    let mut changed = String::new();
    for text in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles/texts")).unwrap() {
        let text = text.unwrap().path();
        let document = Document::new(&fs::read_to_string(&text).unwrap());
        let found = found(&document, &analyze(&document, None, None));
        let kept = kept.join(text.file_name().unwrap());
        if writes {
            fs::write(&kept, found).unwrap();
        } else if let Ok(before) = fs::read_to_string(&kept) {
            let (before, now): (Vec<_>, Vec<_>) = (before.lines().collect(), found.lines().collect());
            let name = text.file_stem().unwrap().to_string_lossy();
            for line in before.iter().filter(|line| !now.contains(line)) {
                write!(changed, "\n{name} - {line}").unwrap();
            }
            for line in now.iter().filter(|line| !before.contains(line)) {
                write!(changed, "\n{name} + {line}").unwrap();
            }
        }
    }
    assert!(changed.is_empty(), "{changed}");
}

/// The article with everything that is found in it.
fn found(document: &Document, analysis: &Analysis) -> String {
    let mut out = marked(document, analysis, Marks::Everything);
    out.push('\n');
    for contest in &analysis.contests {
        write!(out, "\n{} ({:?})\n", contest.question, contest.opposition).unwrap();
        for position in &contest.positions {
            write!(out, "    {}:", position.party.0).unwrap();
            for claim in position.claims.iter().map(|index| &analysis.claims[*index]) {
                let words: Vec<&str> = document.slice(claim.span).split_whitespace().take(TELLING).collect();
                write!(out, " {} …", words.join(" ")).unwrap();
            }
            out.push('\n');
        }
    }
    out
}
