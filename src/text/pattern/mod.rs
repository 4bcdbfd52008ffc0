//! Regular expressions over the folded view of a text: a pattern finds its words in every spelling.
//!
//! All ways through a pattern are followed at once, letter by letter (`machine`), so that a search costs at
//! most the text's length times the pattern's, and where even that is much it is given up. Why no crate does
//! it is told in `docs/decisions/regular-expressions.md`.
//!
//! Understood are letters, `.`, `[…]`, `[^…]`, `(…)`, `(?:…)`, `|`, `*`, `+`, `?`, `{m,n}`, their lazy forms,
//! `^` and `$` (the ends of a paragraph), `\b`, `\B`, `\d`, `\w`, `\s` and their opposites. Letters of the
//! pattern are folded as the text is.

mod machine;
mod parse;

use super::fold::Folded;
use super::offset::Span;
use machine::{Exhausted, Program};

/// A regular expression, ready to search with.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern(Program);

/// Why a pattern cannot be searched with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    /// Something is wrong at this character, counted from 1.
    #[error("{1} at character {0}")]
    At(usize, PatternFault),
    /// It has more than [`MAX_LENGTH`] characters.
    #[error("longer than {MAX_LENGTH} characters")]
    TooLong,
    /// Its repetitions make it too large.
    #[error("its repetitions make it too large")]
    TooLarge,
    /// The search took too many steps and was given up.
    #[error("the search takes too long")]
    TooSlow,
}

/// What may be wrong at a place of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PatternFault {
    /// A bracket that nothing closes.
    #[error("a bracket that is not closed")]
    Unclosed,
    /// A bracket that nothing opened.
    #[error("a bracket that was not opened")]
    Unopened,
    /// A repetition of nothing.
    #[error("nothing to repeat")]
    NothingToRepeat,
    /// A repetition whose numbers are none, or the wrong way round.
    #[error("a repetition with wrong numbers")]
    Repetition,
    /// A range whose end comes before its start.
    #[error("a range the wrong way round")]
    Range,
    /// A `\` or `(?` before what it means nothing with.
    #[error("an unknown escape")]
    Escape,
    /// Brackets within brackets within brackets.
    #[error("too many brackets within each other")]
    Depth,
}

/// The most characters of a pattern.
pub const MAX_LENGTH: usize = 500;

/// The most steps of a search, one of them a place of the pattern at a letter of the text: the blink of an
/// eye, for hundreds of articles.
const MAX_STEPS: usize = 20_000_000;

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// Where it is not one, or is too large.
    pub fn new(pattern: &str) -> Result<Self, PatternError> {
        if pattern.chars().count() > MAX_LENGTH {
            return Err(PatternError::TooLong);
        }
        Ok(Pattern(Program::new(&parse::parse(pattern)?)?))
    }

    /// Where the pattern stands in a text, in order, no two places over each other; never across the end of
    /// a paragraph, and never nowhere.
    ///
    /// # Errors
    /// Where the search takes too long.
    pub fn find(&self, folded: &Folded) -> Result<Vec<Span>, PatternError> {
        let mut found = Vec::new();
        let mut steps = MAX_STEPS;
        let mut start = 0;
        for line in folded.text().split_inclusive('\n') {
            let words = line.trim_end_matches(['\n', '\r']);
            let here = self.0.find(words, &mut steps).map_err(|Exhausted| PatternError::TooSlow)?;
            found.extend(here.into_iter().map(|range| folded.source(start + range.start..start + range.end)));
            start += line.len();
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;
    use proptest::prelude::*;

    #[track_caller]
    fn finds(pattern: &str, text: &str, expected: &[&str]) {
        let found = Pattern::new(pattern).unwrap().find(&Folded::new(text)).unwrap();
        let words: Vec<&str> = found.iter().map(|span| span.of_text(text)).collect();
        assert_eq!(words, expected, "{pattern}");
    }

    #[test]
    fn words_are_found_by_pattern_in_every_spelling() {
        finds(
            r"\bو?ال[أإا]م[ري]+كي[ةه]\b",
            "القوات الأمريكيّة والامريكية لا الأمريكيين",
            &["الأمريكيّة", "والامريكية"],
        );
        finds(r"\d{4}", "بين ٢٠٢٣ و2024 و12", &["٢٠٢٣", "2024"]);
        finds(r"[أ-ي]+\s\w+", "قال الوَزير.", &["قال الوَزير"]);
        finds("^قال|ذلك$", "قال ذلك\nقال ذلك قال", &["قال", "ذلك", "قال"]);
        finds("«[^»]+»", "قال «نعم» ثم “لا”", &["«نعم»", "“لا”"]);
        finds("نف(ت|ى) .*?ها?", "نفت أنها لها", &["نفت أنها"]);
        finds("[^\\w\\s]", "أ، ب!", &["،", "!"]);
        finds(r"\D\d\D", "قبل 5 سنوات و12", &[" 5 "]);
        finds(r"\S+\W\S+", "لا، نعم", &["لا، نعم"]);
        finds("a|B", "Ab", &["A", "b"]);
        finds("مُـحَمَّد", "محمد", &["محمد"]);
        finds("x*", "لا شيء", &[]);
    }

    #[test]
    fn a_wrong_pattern_says_where_and_why() {
        use PatternFault::{Depth, Escape, NothingToRepeat, Range, Repetition, Unclosed, Unopened};
        let deep = "(".repeat(60);
        for (pattern, at, fault) in [
            ("قال(", 4, Unclosed),
            ("قال)", 4, Unopened),
            ("[ا-", 1, Unclosed),
            ("*ا", 1, NothingToRepeat),
            ("ا|+", 3, NothingToRepeat),
            ("ا{3,1}", 2, Repetition),
            ("ا{س}", 2, Repetition),
            ("[ي-ا]", 2, Range),
            (r"ا\ق", 2, Escape),
            ("ا\\", 2, Escape),
            ("(?=ا)", 1, Escape),
            (deep.as_str(), 51, Depth),
        ] {
            assert_eq!(Pattern::new(pattern), Err(PatternError::At(at, fault)), "{pattern}");
        }
        assert_eq!(Pattern::new(&"ا".repeat(MAX_LENGTH + 1)), Err(PatternError::TooLong));
        assert_eq!(Pattern::new("((ا{99}){99}){99}"), Err(PatternError::TooLarge));
        assert!(Pattern::new(&"(ا)".repeat(60)).is_ok(), "groups side by side are not deep");
    }

    #[test]
    fn what_hangs_other_engines_ends_here() {
        let text = "a".repeat(5_000);
        let found = Pattern::new("(a+)+b").unwrap().find(&Folded::new(&text));
        assert!(found == Ok(Vec::new()) || found == Err(PatternError::TooSlow));
        let many = "a".repeat(200_000);
        let pattern = Pattern::new("a|[^b]*b").unwrap();
        assert_eq!(pattern.find(&Folded::new(&format!("{text}b"))).map(|found| found.len()), Ok(5_001));
        assert_eq!(Pattern::new("[^b]*b|a").unwrap().find(&Folded::new(&many)), Err(PatternError::TooSlow));
    }

    proptest! {
        #[test]
        fn no_pattern_panics(pattern in "[ab\\[\\](){}|*+?^$.\\\\dwsb\\-,0-9اة]{0,24}", text in "[ab اة\n9]{0,40}") {
            if let Ok(pattern) = Pattern::new(&pattern) {
                let _ = pattern.find(&Folded::new(&text));
            }
        }

        #[test]
        fn what_is_found_is_what_the_regex_crate_finds(
            pattern in "([abو]|[.]|\\[[abو]{1,3}\\]|\\[\\^ab\\]|\\([abو]\\|[abو.]{1,2}\\)|\\\\b|\\\\w|\\\\W|\\\\s|\\^|\\$|[abو][*+?]\\??|[abو]\\{1,2\\}){1,5}",
            text in "[abcو \n،]{0,30}",
        ) {
            let text = fold(&text);
            let other = regex::RegexBuilder::new(&pattern).multi_line(true).build().unwrap();
            let mut start = 0;
            let mut expected = Vec::new();
            for line in text.split_inclusive('\n') {
                let words = line.trim_end_matches('\n');
                let found = other.find_iter(words).filter(|found| !found.is_empty());
                expected.extend(found.map(|found| Span::of(start + found.start()..start + found.end())));
                start += line.len();
            }
            let found = Pattern::new(&pattern).unwrap().find(&Folded::new(&text)).unwrap();
            prop_assert_eq!(found, expected, "{} in {:?}", pattern, text);
        }
    }
}
