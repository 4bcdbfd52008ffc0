//! The forms of common words, wide rather than exact: they only say that a word is no name.
//!
//! Nouns: حكومة → الحكومة، حكومته، حكومات. Adjectives: جديد → الجديدة، جديدون. Verbs: قال → قالت،
//! قالوا; يقول → تقول، يقولون، سيقول.

use super::Form;

const PRONOUNS: &[&str] = &["ه", "ها", "هم", "هما", "ي", "نا", "ك", "كم"];

/// The forms of a word of a class; the number is its class: 0 noun, 1 adjective, 2 verb.
pub fn forms(spelling: &str, class: &str) -> Result<Vec<Form>, String> {
    match class {
        "noun" => Ok(noun(spelling).into_iter().map(|form| (form, 0)).collect()),
        "adjective" => Ok(adjective(spelling).into_iter().map(|form| (form, 1)).collect()),
        "verb" => Ok(verb(spelling).into_iter().map(|form| (form, 2)).collect()),
        _ => Err(format!("‘{class}’ is no class: noun, adjective, verb")),
    }
}

/// Noun: with article, pronouns, the accusative alif; ending in ‹ة› its plural in ‹ات› too.
fn noun(stem: &str) -> Vec<String> {
    let mut found = vec![stem.to_owned(), format!("ال{stem}")];
    match stem.strip_suffix('ة') {
        Some(root) => {
            let pronouns = PRONOUNS.iter().map(|pronoun| format!("{root}ت{pronoun}"));
            found.extend(pronouns);
            for ending in ["تان", "تين", "ات"] {
                found.extend([format!("{root}{ending}"), format!("ال{root}{ending}")]);
            }
        }
        None => {
            found.extend(PRONOUNS.iter().map(|pronoun| format!("{stem}{pronoun}")));
            found.push(format!("{stem}ا"));
            for ending in ["ان", "ين", "ون"] {
                found.extend([format!("{stem}{ending}"), format!("ال{stem}{ending}")]);
            }
        }
    }
    found
}

/// Adjective: both genders, all numbers, with and without the article.
fn adjective(stem: &str) -> Vec<String> {
    let endings = ["", "ا", "ة", "ات", "ون", "ين", "ان", "تان", "تين"];
    endings.iter().flat_map(|ending| [format!("{stem}{ending}"), format!("ال{stem}{ending}")]).collect()
}

/// Verb, past or present as given: the third persons, with objects.
fn verb(stem: &str) -> Vec<String> {
    let mut found = vec![stem.to_owned()];
    match stem.strip_prefix('ي').filter(|_| stem.chars().count() > 3) {
        Some(root) => {
            for prefix in ["ي", "ت", "ن", "أ", "سي", "ست", "سن", "سأ"] {
                let endings = ["", "ون", "وا", "ان", "ن", "ه", "ها", "هم"];
                found.extend(endings.iter().map(|ending| format!("{prefix}{root}{ending}")));
            }
        }
        None => {
            let root = stem.strip_suffix(['ى', 'ا']).unwrap_or(stem);
            for ending in ["ت", "وا", "ا", "تا", "نا", "ن"] {
                found.push(format!("{root}{ending}"));
            }
            for object in ["ه", "ها", "هم", "ته", "تها", "تهم"] {
                found.push(format!("{stem}{object}"));
            }
        }
    }
    found
}
