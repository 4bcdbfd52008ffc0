//! The forms a lemma takes, one paradigm a file, and which table uses which.
//!
//! To let a new table inflect, add an arm to [`forms`]; to add a paradigm, add a file with one function
//! from a spelling (and the row's fields) to its forms.

mod article;
mod common;
mod nisba;
mod office;
mod verb;

use crate::letters::fold;
use crate::stem::light_stem;

/// A surface form and its number within the paradigm (0 is the lemma itself).
pub type Form = (String, u16);

/// All forms of `spelling` in `table`; an error says what is wrong with the row.
pub fn forms(table: &str, spelling: &str, fields: &[&str]) -> Result<Vec<Form>, String> {
    if spelling.trim().is_empty() {
        return Err("the first column is empty".into());
    }
    match table {
        "common" => common::forms(spelling, fields.first().copied().unwrap_or_default()),
        "cue_verbs" => verb::forms(spelling, fields),
        "nationalities" | "peoples" => nisba::forms(spelling),
        "offices" => Ok(office::forms(spelling)),
        "organisation_heads" | "place_heads" => Ok(article::forms(spelling)),
        "topics" => Ok(vec![(light_stem(&fold(spelling)).to_owned(), 0)]),
        _ => Ok(vec![(spelling.to_owned(), 0)]),
    }
}
