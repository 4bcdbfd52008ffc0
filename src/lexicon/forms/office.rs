//! Offices: رئيس → الرئيس، رئيسة، الرئيسة، رئيسها، رئيسهم.

use super::Take;

/// The forms of an office; a phrase of several words takes the article on its first word alone.
/// 1 with the article.
pub fn forms(spelling: &str, take: &mut Take) {
    take([spelling, "", ""], 0);
    if spelling.starts_with("ال") {
        return;
    }
    take(["ال", spelling, ""], 1);
    if spelling.contains(' ') || spelling.ends_with(['ة', 'ي']) {
        return;
    }
    take([spelling, "ة", ""], 0);
    take(["ال", spelling, "ة"], 1);
    for ending in ["ه", "ها", "هم", "ي", "نا", "ا"] {
        take([spelling, ending, ""], 0);
    }
}
