//! Nouns that are wanted with and without the article, and nothing else: جيش → الجيش.

use super::Take;

/// The bare form (0) and the one with the article (1).
pub fn forms(spelling: &str, take: &mut Take) {
    take([spelling, "", ""], 0);
    take(["ال", spelling, ""], 1);
}
