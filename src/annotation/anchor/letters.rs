//! The letters of a text, for finding words again however they are spelt, spaced and punctuated.
//!
//! Only letters and digits remain, folded as everywhere ([`fold_char`]);
//! spaces, quotation marks and punctuation, which editors change freely, are left out. Each letter knows
//! where it stands in the source.

use crate::text::Span;
use crate::text::letters::{fold_char, is_silent};

/// One letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letter {
    /// The folded letter.
    pub letter: char,
    /// Where it stands in the source, the marks on it included.
    pub source: Span,
    /// Whether a word begins with it.
    pub begins: bool,
    /// Where it stands in [`Letters::text`].
    byte: usize,
}

/// The letters of a text in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Letters {
    pub list: Vec<Letter>,
    text: String,
}

impl Letters {
    /// Reads `source` in one pass.
    pub fn new(source: &str) -> Self {
        let mut letters = Letters::default();
        let mut begins = true;
        for (start, character) in source.char_indices() {
            let end = start + character.len_utf8();
            if is_silent(character) {
                if let Some(last) = letters.list.last_mut().filter(|_| !begins) {
                    last.source.end = end.into();
                }
                continue;
            }
            let mut any = false;
            for letter in spelt(character) {
                any = true;
                let byte = letters.text.len();
                letters.text.push(letter);
                let source = Span::of(start..end);
                letters.list.push(Letter { letter, source, begins: std::mem::take(&mut begins), byte });
            }
            begins |= !any;
        }
        letters
    }

    /// Where `wanted` occurs, as ranges of [`Letters::list`].
    pub fn occurrences(&self, wanted: &Letters) -> impl Iterator<Item = std::ops::Range<usize>> {
        let length = wanted.list.len();
        self.text.match_indices(&wanted.text).map(move |(byte, _)| {
            let start = self.list.partition_point(|letter| letter.byte < byte);
            start..start + length
        })
    }

    /// The letters alone.
    pub fn chars(&self) -> Vec<char> {
        self.list.iter().map(|letter| letter.letter).collect()
    }

    /// The source of a range of letters; empty at the start where the range is.
    pub fn source(&self, range: std::ops::Range<usize>) -> Span {
        match self.list.get(range) {
            Some([first, .., last]) => first.source.join(last.source),
            Some([only]) => only.source,
            _ => Span::default(),
        }
    }
}

/// What a character comes to: nothing for punctuation and spaces.
fn spelt(character: char) -> impl Iterator<Item = char> {
    fold_char(character).filter(|letter| letter.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spelling_spacing_and_punctuation_fall_away() {
        for (source, letters) in [
            ("قـال: «نَعَم»", "قالنعم"),
            ("ﻣﺤﻤﺪ", "محمد"),
            ("ﻻ إله", "لااله"),
            ("٩ يناير/كانون", "9ينايركانون"),
            ("ﻲﺀﻱ", "يءي"),
        ] {
            assert_eq!(Letters::new(source).text, letters, "{source}");
        }
    }

    #[test]
    fn a_letter_knows_its_place_and_its_marks() {
        let letters = Letters::new("\u{64e}نَعَم، ﻻ");
        let places: Vec<_> = letters.list.iter().map(|l| (l.source.range(), l.begins)).collect();
        assert_eq!(places, [(2..6, true), (6..10, false), (10..12, false), (15..18, true), (15..18, false)]);
    }

    proptest! {
        #[test]
        fn places_lie_on_boundaries_in_order(source in "\\PC{0,100}") {
            let letters = Letters::new(&source);
            for pair in letters.list.windows(2) {
                prop_assert!(pair[0].source.start <= pair[1].source.start);
            }
            for letter in &letters.list {
                prop_assert!(source.get(letter.source.range()).is_some());
            }
        }
    }
}
