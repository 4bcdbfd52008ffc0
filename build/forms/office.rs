//! Offices: رئيس → الرئيس، رئيسة، الرئيسة، رئيسها، رئيسهم.

use super::Form;

/// The forms of an office; a phrase of several words takes the article on its first word alone.
/// 1 with the article.
pub fn forms(spelling: &str) -> Vec<Form> {
    let mut found = vec![(spelling.to_owned(), 0)];
    if spelling.starts_with("ال") {
        return found;
    }
    found.push((format!("ال{spelling}"), 1));
    if spelling.contains(' ') {
        return found;
    }
    if !spelling.ends_with(['ة', 'ي']) {
        found.extend([(format!("{spelling}ة"), 0), (format!("ال{spelling}ة"), 1)]);
        found.extend(["ه", "ها", "هم", "ي", "نا", "ا"].map(|ending| (format!("{spelling}{ending}"), 0)));
    }
    found
}
