//! Nouns that are wanted with and without the article, and nothing else: جيش → الجيش.

use super::Form;

/// The bare form (0) and the one with the article (1).
pub fn forms(spelling: &str) -> Vec<Form> {
    vec![(spelling.to_owned(), 0), (format!("ال{spelling}"), 1)]
}
