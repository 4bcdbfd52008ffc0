//! The forms of common words, wide rather than exact: they only say that a word is no name.
//!
//! Nouns: حكومة → الحكومة، حكومته، حكومات. Adjectives: جديد → الجديدة، جديدون. Verbs: قال → قالت،
//! قالوا; يقول → تقول، يقولون، سيقول.

use super::Take;

const PRONOUNS: [&str; 8] = ["ه", "ها", "هم", "هما", "ي", "نا", "ك", "كم"];

/// The forms of a word of a class; the number is its class: 0 noun, 1 adjective, 2 verb.
///
/// # Errors
/// The row names no class.
pub fn forms(spelling: &str, class: &str, take: &mut Take) -> Result<(), &'static str> {
    match class {
        "noun" => noun(spelling, &mut |parts| take(parts, 0)),
        "adjective" => adjective(spelling, &mut |parts| take(parts, 1)),
        "verb" => verb(spelling, &mut |parts| take(parts, 2)),
        _ => return Err("the second column is no class: noun, adjective, verb"),
    }
    Ok(())
}

/// Noun: with article, pronouns, the accusative alif; ending in ‹ة› its plural in ‹ات› too.
fn noun(stem: &str, take: &mut dyn FnMut([&str; 3])) {
    take([stem, "", ""]);
    take(["ال", stem, ""]);
    let root = stem.strip_suffix('ة');
    let (base, joint) = root.map_or((stem, ""), |root| (root, "ت"));
    for pronoun in PRONOUNS {
        take([base, joint, pronoun]);
    }
    let endings = if root.is_some() { ["تان", "تين", "ات"] } else { ["ان", "ين", "ون"] };
    for ending in endings {
        take([base, ending, ""]);
        take(["ال", base, ending]);
    }
    if root.is_none() {
        take([stem, "ا", ""]);
    }
}

/// Adjective: both genders, all numbers, with and without the article.
fn adjective(stem: &str, take: &mut dyn FnMut([&str; 3])) {
    for ending in ["", "ا", "ة", "ات", "ون", "ين", "ان", "تان", "تين"] {
        take([stem, ending, ""]);
        take(["ال", stem, ending]);
    }
}

/// Verb, past or present as given: the third persons, with objects.
fn verb(stem: &str, take: &mut dyn FnMut([&str; 3])) {
    take([stem, "", ""]);
    if let Some(root) = stem.strip_prefix('ي').filter(|_| stem.chars().count() > 3) {
        for prefix in ["ي", "ت", "ن", "أ", "سي", "ست", "سن", "سأ"] {
            for ending in ["", "ون", "وا", "ان", "ن", "ه", "ها", "هم"] {
                take([prefix, root, ending]);
            }
        }
        return;
    }
    let root = stem.strip_suffix(['ى', 'ا']).unwrap_or(stem);
    for ending in ["ت", "وا", "ا", "تا", "نا", "ن"] {
        take([root, ending, ""]);
    }
    for object in ["ه", "ها", "هم", "ته", "تها", "تهم"] {
        take([stem, object, ""]);
    }
}
