//! The folded view of a text, for matching only, with an exact map back.

use super::letters::fold_char;
use super::offset::Span;
use std::ops::Range;

/// A text with spelling differences taken out (see [`fold_char`]), and where each piece came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// For each byte of the folded text, the byte offset of the source character it came from;
    /// one more entry for the end.
    sources: Vec<u32>,
}

impl Folded {
    /// Folds `source` in one pass.
    pub fn new(source: &str) -> Self {
        let mut text = String::with_capacity(source.len());
        let mut sources = Vec::with_capacity(source.len() + 1);
        for (offset, character) in source.char_indices() {
            for folded in fold_char(character) {
                text.push(folded);
                sources.resize(text.len(), offset as u32);
            }
        }
        sources.push(source.len() as u32);
        Folded { text, sources }
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The source span of a range of folded bytes: from the first character's start to the start of
    /// whatever follows the last, so that marks on it stay with it; a ligature is never cut.
    pub fn source(&self, range: Range<usize>) -> Span {
        let last = self.sources.len() - 1;
        let at = |index: usize| self.sources.get(index.min(last)).copied().unwrap_or_default();
        let mut end = range.end;
        while range.end > range.start && end < last && at(end) == at(range.end - 1) {
            end += 1;
        }
        Span::of(at(range.start) as usize..at(end) as usize)
    }
}

/// Where in `source` the letter after so many bytes of its folded view begins, silent marks on the letters
/// before it passed with them; none where no letter follows.
pub fn after_folded(source: &str, bytes: usize) -> Option<usize> {
    let mut passed = 0;
    let mut letters = source.char_indices().filter_map(|(offset, character)| {
        let length: usize = fold_char(character).map(char::len_utf8).sum();
        (length > 0).then_some((offset, length))
    });
    let next = letters.find(|(_, length)| {
        let begins = passed >= bytes;
        passed += length;
        begins
    });
    next.map(|(offset, _)| offset)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::letters::fold;
    use proptest::prelude::*;

    #[test]
    fn spelling_differences_fold_away() {
        for (source, folded) in [
            ("الأمريكيّة", "الامريكيه"),
            ("مثَّل", "مثل"),
            ("لـ«كتائب»", "ل\"كتايب\""),
            ("٢٠٢٤", "2024"),
            ("إلى", "الي"),
            ("ﻻ ﻣﺤﻤﺪ ﷲ", "لا محمد الله"),
            ("\u{202b}أ\u{200f}ب\u{202c}", "اب"),
        ] {
            assert_eq!(Folded::new(source).text(), folded);
        }
    }

    #[test]
    fn folded_letters_are_found_again_where_they_came_from() {
        for (source, folded, found) in [
            ("اب", "ا", "ا"),
            ("اب", "ب", "ب"),
            // Marks stay with the letter before them.
            ("مثَّل", "ث", "ثَّ"),
            ("لـِ«كتائب»", "ل", "لـِ"),
            // A ligature is never cut.
            ("ﻻ م", "ل", "ﻻ"),
            ("ﻻ م", "ا", "ﻻ"),
            ("ﻻ م", "لا", "ﻻ"),
            ("ﻻ م", "ا م", "ﻻ م"),
        ] {
            let whole = Folded::new(source);
            let start = whole.text().find(folded).unwrap();
            let span = whole.source(start..start + folded.len());
            assert_eq!(span.of_text(source), found, "{folded} in {source}");
        }
    }

    #[test]
    fn marks_are_passed_with_their_letters() {
        for (source, bytes, rest) in [
            ("وَبغداد", 2, Some("بغداد")),
            ("لـإيران", 2, Some("إيران")),
            ("\u{200f}وصل", 0, Some("وصل")),
            ("ﻻمس", 2, Some("مس")),
            ("لـ", 2, None),
            ("ـ", 0, None),
        ] {
            assert_eq!(after_folded(source, bytes).and_then(|offset| source.get(offset..)), rest, "{source}");
        }
    }

    proptest! {
        #[test]
        fn folded_positions_lie_on_boundaries(source in "[\\PC\u{fb50}-\u{feff}]{0,200}") {
            let folded = Folded::new(&source);
            for (index, character) in folded.text().char_indices() {
                let span = folded.source(index..index + character.len_utf8());
                prop_assert!(source.is_char_boundary(span.start.index()) && source.is_char_boundary(span.end.index()));
                prop_assert!(!span.is_empty());
            }
            prop_assert_eq!(fold(folded.text()), folded.text());
        }
    }
}
