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

use crate::text::{fold, light_stem};

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
        "topics" => take([light_stem(&fold(spelling)), "", ""], 0),
        _ => take([spelling, "", ""], 0),
    }
    Ok(())
}
