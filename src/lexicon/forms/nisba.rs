//! Adjectives of belonging: عراقي → العراقي، عراقية، عراقيون، عراقيين، عراقيتان، عراقيات …
//!
//! Written with ‹ي› they inflect by suffix; a broken plural (أكراد، عرب، روس) stands after a slash:
//! `روسي/روس`, and is given the article as well. A form's number is a bit set: 1 with the article,
//! 2 feminine, 4 plural, 8 dual.

use super::Take;

/// With the article.
const DEFINITE: u8 = 1;
/// Feminine.
const FEMININE: u8 = 2;
/// Plural.
const PLURAL: u8 = 4;
/// Dual.
const DUAL: u8 = 8;

/// The endings of an adjective in ‹ي› and what they say.
const ENDINGS: &[(&str, u8)] = &[
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
///
/// # Errors
/// The spelling does not end in ‹ي›.
pub fn forms(spelling: &str, take: &mut Take) -> Result<(), &'static str> {
    let mut parts = spelling.split('/');
    let stem = parts.next().unwrap_or_default();
    if !stem.ends_with('ي') {
        return Err("the first column does not end in ‹ي›");
    }
    // كوري شمالي: each word inflects; جنوب أفريقي: the last one alone, the article before the first.
    let compound = stem.contains(' ') && stem.split(' ').all(|word| word.ends_with('ي'));
    for (ending, form) in ENDINGS {
        if compound {
            let joined = |glue: &str| stem.replace(' ', glue);
            take([&joined(&format!("{ending} ")), ending, ""], *form);
            take(["ال", &joined(&format!("{ending} ال")), ending], form | DEFINITE);
        } else {
            take([stem, ending, ""], *form);
            take(["ال", stem, ending], form | DEFINITE);
        }
    }
    for plural in parts {
        take([plural, "", ""], PLURAL);
        take(["ال", plural, ""], PLURAL | DEFINITE);
    }
    Ok(())
}
