//! Lam and alef are one sign: where a mark begins or ends in its middle, browsers draw half of it.

use super::letters::is_silent;
use super::{Byte, Span};

/// The span widened so that it begins and ends in no lam-alef: that of «إيران» in «لإيران» from the lam on.
pub fn whole_ligatures(text: &str, span: Span) -> Span {
    if span.is_empty() {
        return span;
    }
    let start = around(text, span.start).map_or(span.start, |whole| whole.start);
    let end = around(text, span.end).map_or(span.end, |whole| whole.end);
    Span::new(start, end)
}

/// The lam-alef in whose middle a position stands; marks on the lam may stand between the two.
fn around(text: &str, at: Byte) -> Option<Span> {
    let (before, after) = text.split_at_checked(at.index())?;
    let is_letter = |(_, c): &(usize, char)| !is_silent(*c) || *c == 'ـ';
    let (lam, _) = before.char_indices().rev().find(is_letter).filter(|(_, c)| *c == 'ل')?;
    let (alef, letter) = after.char_indices().find(is_letter)?;
    let end = at.index() + alef + letter.len_utf8();
    matches!(letter, 'ا' | 'أ' | 'إ' | 'آ' | 'ٱ').then(|| Span::of(lam..end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn no_mark_begins_or_ends_within_a_lam_alef() {
        for (text, part, whole) in [
            ("الموالية لإيران في", "إيران", "لإيران"),
            ("لَإيران", "إيران", "لَإيران"),
            ("قال", "ال", "ال"),
            ("سلام", "سل", "سلا"),
            ("سلام", "ام", "لام"),
            ("لـإيران", "إيران", "إيران"),
            ("للعراق", "عراق", "عراق"),
            ("سلام", "", ""),
        ] {
            let at = text.find(part).unwrap();
            let found = whole_ligatures(text, Span::of(at..at + part.len()));
            assert_eq!(found.of_text(text), whole, "{part} in {text}");
        }
    }

    proptest! {
        #[test]
        fn a_widened_span_holds_the_span_and_stays(text in "[لاإأم َـ]{0,12}|\\PC{0,8}", from: usize, to: usize) {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let (from, to) = (places[from % places.len()], places[to % places.len()]);
            let span = Span::of(from.min(to)..from.max(to));
            let whole = whole_ligatures(&text, span);
            prop_assert!(whole.contains(span) && text.get(whole.range()).is_some());
            prop_assert_eq!(whole_ligatures(&text, whole), whole);
        }
    }
}
