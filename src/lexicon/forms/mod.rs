//! The forms a lemma takes, one paradigm a file, and which table uses which.
//!
//! To let a new table inflect, add an arm to [`forms`]; to add a paradigm, add a file with one function
//! that gives a spelling's forms. The build script proves with this same module that each row has its
//! forms; the program makes them when it first looks a word up, which takes less time than loading them.

mod article;
mod common;
mod nisba;
mod office;
mod verb;

use crate::text::{bare_stem, fold, root_key};

/// Takes a form: its spelling in three parts that are read as one, and its number within the paradigm (0 is
/// the lemma itself).
pub type Take<'t> = dyn FnMut([&str; 3], u8) + 't;

/// Gives all forms of `spelling`, a lemma of `table` whose row has these `fields`.
///
/// # Errors
/// What is wrong with the row.
pub fn forms(table: &str, spelling: &str, fields: &str, take: &mut Take) -> Result<(), &'static str> {
    if spelling.trim().is_empty() {
        return Err("the first column is empty");
    }
    match table {
        "common" => return common::forms(spelling, fields, take),
        "cue_verbs" => return verb::forms(spelling, fields, take),
        "nationalities" | "peoples" => return nisba::forms(spelling, take),
        "offices" => office::forms(spelling, take),
        "organisation_heads" | "place_heads" => article::forms(spelling, take),
        // By its stem and, for verbs, by its root; marked, so that neither is taken for a word.
        "topics" => {
            let word = fold(spelling);
            let stem = bare_stem(&word);
            take(["~", stem, ""], 0);
            take(["~~", &root_key(stem), ""], 1);
        }
        _ => take([spelling, "", ""], 0),
    }
    Ok(())
}
