//! Adjectives of belonging: عراقي → العراقي، عراقية، عراقيون، عراقيين، عراقيتان، عراقيات …
//!
//! Written with ‹ي› they inflect by suffix; a broken plural (أكراد، عرب، روس) stands after a slash:
//! `روسي/روس`, and is given the article as well. A form's number is a bit set: 1 with the article,
//! 2 feminine, 4 plural, 8 dual.

use super::Form;

/// With the article.
const DEFINITE: u16 = 1;
/// Feminine.
const FEMININE: u16 = 2;
/// Plural.
const PLURAL: u16 = 4;
/// Dual.
const DUAL: u16 = 8;

/// The endings of an adjective in ‹ي› and what they say.
const ENDINGS: &[(&str, u16)] = &[
    ("", 0),
    ("ا", 0),
    ("ة", FEMININE),
    ("ون", PLURAL),
    ("ين", PLURAL),
    ("ان", DUAL),
    ("تان", FEMININE | DUAL),
    ("تين", FEMININE | DUAL),
    ("ات", FEMININE | PLURAL),
];

/// All forms of an adjective, the accusative ‹عراقيا› among them.
pub fn forms(spelling: &str) -> Result<Vec<Form>, String> {
    let mut parts = spelling.split('/');
    let stem = parts.next().unwrap_or_default();
    if !stem.ends_with('ي') {
        return Err(format!("‘{stem}’ does not end in ‹ي›"));
    }
    let words: Vec<&str> = stem.split(' ').collect();
    let compound = words.iter().all(|word| word.ends_with('ي'));
    let mut found = Vec::new();
    for (ending, form) in ENDINGS {
        // كوري شمالي: each word inflects; جنوب أفريقي: the last one alone, the article before the first.
        let inflected = |article: &str| {
            let each = words.iter().enumerate().map(|(index, word)| {
                let last = index + 1 == words.len();
                let article = if compound || index == 0 { article } else { "" };
                format!("{article}{word}{}", if compound || last { ending } else { "" })
            });
            each.collect::<Vec<_>>().join(" ")
        };
        found.push((inflected(""), *form));
        found.push((inflected("ال"), form | DEFINITE));
    }
    for plural in parts {
        found.push((plural.to_owned(), PLURAL));
        found.push((format!("ال{plural}"), PLURAL | DEFINITE));
    }
    Ok(found)
}
