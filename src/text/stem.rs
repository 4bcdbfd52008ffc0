//! A light stemmer: what is left of a word without article, particles and endings.
//!
//! Good for telling whether two claims speak of the same, not for grammar. The build script compiles the
//! lexicon of themes with this same file, so it uses nothing but `std`.

/// The stem of a word that has been read: its particles are off already, so that only the article and one
/// ending go; at least three letters of it stay (two where the article was all there was to take).
///
/// `السد` → `سد`; `سفينه`, `سفينتي` → `سفين`; `سلاحهم` → `سلاح`.
pub fn bare_stem(word: &str) -> &str {
    without_ending(bare(word))
}

/// A folded word without its article.
pub fn bare(word: &str) -> &str {
    word.strip_prefix("ال").filter(|rest| rest.chars().count() >= 2).unwrap_or(word)
}

/// Particles and article before a word, longest first. A lone letter comes off only a long word.
const FRONT: &[&str] = &[
    "وبال", "فبال", "وكال", "ولل", "فلل", "وال", "فال", "بال", "كال", "لل", "ال", "وس", "و", "ف", "ب", "ل",
    "س",
];

/// Endings, longest first: dual, plural, feminine, belonging, pronouns.
const BACK: &[&str] = &[
    "ياتها", "ياتهم", "اتها", "اتهم", "هما", "اته", "تها", "تهم", "تنا", "تين", "تان", "يون", "يين", "تي",
    "نا", "هم", "ها", "ات", "ون", "ين", "ان", "يه", "ته", "وا", "ه", "ي", "ا",
];

/// The light stem of a folded word; at least three letters of it stay.
///
/// `الانسحاب`, `انسحابها` → `انسحاب`; `العراقيين`, `عراقيه` → `عراق`; `والقوات` → `قوات`.
pub fn light_stem(word: &str) -> &str {
    let mut stem = word;
    for front in FRONT {
        let left = if front.chars().count() >= 2 && *front != "وس" { 3 } else { 4 };
        if let Some(rest) = stem.strip_prefix(front).filter(|rest| rest.chars().count() >= left) {
            stem = rest;
            break;
        }
    }
    without_ending(stem)
}

fn without_ending(stem: &str) -> &str {
    let long = |rest: &&str| rest.chars().count() >= 3;
    BACK.iter().find_map(|back| stem.strip_suffix(back).filter(long)).unwrap_or(stem)
}

/// Letters that measures of the verb put before the root, longest first.
const MEASURES: &[&str] = &["است", "مست", "يست", "تست", "ان", "من", "ين", "تن", "م", "ت", "ي", "ا", "ن"];

/// A key that words of one root mostly share: the stem without the letters of its measure and without weak
/// letters: `سحب`, `انسحاب` → `سحب`; `نشر`, `انتشار` → `نشر`; `هجوم`, `هاجم`, `هجمات` → `هجم`.
pub fn root_key(stem: &str) -> String {
    let long = |text: &str| text.chars().count() >= 3;
    let mut eighth: Vec<char> = stem.chars().collect();
    if let ['ا', first, 'ت', _, _, ..] = eighth.as_slice()
        && *first != 'س'
    {
        // افتعل: its ت stands after the first letter of the root.
        eighth.drain(2..3);
        eighth.drain(..1);
        return strong(eighth);
    }
    let rest = MEASURES.iter().find_map(|front| stem.strip_prefix(front).filter(|rest| long(rest)));
    strong(rest.unwrap_or(stem).chars().collect())
}

/// The letters without the weak ones after the first, where more than three are there.
fn strong(mut letters: Vec<char>) -> String {
    if letters.len() > 3 {
        let mut first = true;
        letters.retain(|letter| std::mem::take(&mut first) || !matches!(letter, 'ا' | 'و' | 'ي'));
    }
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_kind_share_their_stem() {
        for (stem, words) in [
            ("انسحاب", &["الانسحاب", "انسحابها", "بالانسحاب", "وانسحاب"][..]),
            ("عراق", &["العراقيين", "عراقيه", "العراقي", "عراقيون"]),
            ("ضرب", &["ضربات", "الضربات", "ضرباتها"]),
            ("حكوم", &["حكومه", "والحكومه", "حكومتها", "للحكومه"]),
            // An article comes off where three letters stay, a lone letter where four do.
            ("بلد", &["البلد", "للبلد", "بلد"]),
            ("ولد", &["ولد"]),
            ("سام", &["سام"]),
            ("وسام", &["وسام"]),
            ("يعلن", &["وسيعلن"]),
        ] {
            for word in words {
                assert_eq!(light_stem(word), stem, "{word}");
            }
        }
    }

    #[test]
    fn words_of_one_root_share_their_key() {
        for (key, words) in [
            ("سحب", &["سحب", "انسحاب", "انسحب"][..]),
            ("نشر", &["نشر", "انتشار"]),
            ("هجم", &["هجوم", "هاجم", "هجمات", "مهاجمه"]),
        ] {
            for word in words {
                assert_eq!(root_key(light_stem(word)), key, "{word}");
            }
        }
    }

    #[test]
    fn words_that_are_read_keep_their_first_letters() {
        for (stem, words) in [
            ("سفين", &["سفينه", "السفينه", "سفينتي"][..]),
            ("سد", &["سد", "السد"]),
            ("سلاح", &["سلاح", "السلاح", "سلاحهم"]),
            ("فلبين", &["فلبيني", "الفلبينيه"]),
        ] {
            for word in words {
                assert_eq!(bare_stem(word), stem, "{word}");
            }
        }
    }

    #[test]
    fn short_and_odd_words_stay() {
        for word in ["", "و", "ال", "في", "abc", "ـ"] {
            assert_eq!((light_stem(word), bare_stem(word)), (word, word));
        }
    }
}
