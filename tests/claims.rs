//! Who claims what in short texts, a line a case, as `support/marked.rs` has them. A case is right when exactly its
//! claims are found.

#![allow(clippy::unwrap_used, reason = "a test that fails says so by panicking")]

#[macro_use]
#[path = "support/marked.rs"]
#[allow(dead_code, reason = "other tests mark other things")]
mod marked;

use mawqif::analysis::analyze;
use mawqif::text::Document;
use std::path::Path;

files!(Claims in "claims": verbs, subjects, direct, frames, nothing, extents, headlines);

/// Names of the lexicon that are no speakers in either gender, or by a part of the name: it may get less.
const SILENT: usize = 34;

#[test]
fn whoever_the_lexicon_names_can_speak() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon/data");
    let (mut asked, mut silent) = (0, Vec::new());
    for table in ["organisations.tsv", "bodies.tsv", "countries.tsv"] {
        let rows = std::fs::read_to_string(data.join(table)).unwrap();
        let rows = rows.lines().filter(|row| !row.starts_with('#'));
        for name in rows.flat_map(|row| row.split('\t').next().unwrap_or("").split('|')) {
            asked += 1;
            if !["قال", "قالت"].iter().any(|verb| speaks(verb, name)) {
                silent.push(name.to_owned());
            }
        }
    }
    assert!(asked > 2000, "{asked}");
    assert!(silent.len() <= SILENT, "{} of {asked}: {}", silent.len(), silent.join("، "));
}

/// Whether the name is whole the speaker of what the verb reports.
fn speaks(verb: &str, name: &str) -> bool {
    let document = Document::new(&format!("{verb} {name} إن الطريق مفتوح."));
    let found = analyze(&document, None, None);
    found.claims.iter().any(|claim| claim.speaker.as_ref().is_some_and(|speaker| speaker.text == name))
}
