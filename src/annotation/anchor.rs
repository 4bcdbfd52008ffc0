//! Finding an annotation's words in the text again: a ladder from the surest to the loosest.

use super::model::Target;
use crate::text::{Document, Folded, Span};

/// Where a target stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// At its position.
    Exact(Span),
    /// The same words elsewhere, the only ones with that context.
    Moved(Span),
    /// Words like them, or several of them: the reader should look.
    Uncertain(Span),
    /// Nowhere.
    Orphan,
}

impl Anchor {
    /// The span, if it stands anywhere.
    pub fn span(self) -> Option<Span> {
        match self {
            Anchor::Exact(span) | Anchor::Moved(span) | Anchor::Uncertain(span) => Some(span),
            Anchor::Orphan => None,
        }
    }
}

/// Finds `target` in `document`: at its position, else the same words by context, else the same words in
/// another spelling.
pub fn resolve(document: &Document, target: &Target) -> Anchor {
    let at_position = document.offsets().from_code_points(target.position);
    let exact = target.quote.exact.as_str();
    if exact.is_empty() {
        return Anchor::Orphan;
    }
    if document.slice(at_position) == exact {
        return Anchor::Exact(at_position);
    }
    let text = document.text();
    let found = text.match_indices(exact).map(|(index, _)| Span::of(index..index + exact.len()));
    if let Some(anchor) = best(text, target, at_position, found) {
        return anchor;
    }
    let folded = Folded::new(text);
    let wanted = crate::text::fold(exact);
    if wanted.is_empty() {
        return Anchor::Orphan;
    }
    let found =
        folded.text().match_indices(&wanted).map(|(index, _)| folded.source(index..index + wanted.len()));
    best(text, target, at_position, found).unwrap_or(Anchor::Orphan)
}

/// Of several places the one whose surroundings agree most, then the one nearest to the old position.
fn best(text: &str, target: &Target, old: Span, found: impl Iterator<Item = Span>) -> Option<Anchor> {
    let mut scored: Vec<(usize, u32, Span)> = found
        .map(|span| {
            let before = text.get(..span.start.index()).unwrap_or("");
            let after = text.get(span.end.index()..).unwrap_or("");
            let agree = common(before.chars().rev(), target.quote.prefix.chars().rev())
                + common(after.chars(), target.quote.suffix.chars());
            (agree, span.start.0.abs_diff(old.start.0), span)
        })
        .collect();
    scored.sort_by_key(|(agree, distance, _)| (std::cmp::Reverse(*agree), *distance));
    let (agree, _, span) = *scored.first()?;
    let rival = scored.get(1).is_some_and(|(other, _, _)| *other == agree);
    Some(if rival { Anchor::Uncertain(span) } else { Anchor::Moved(span) })
}

fn common(left: impl Iterator<Item = char>, right: impl Iterator<Item = char>) -> usize {
    left.zip(right).take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_found_where_they_moved_to() {
        let old = Document::new("قال الوزير إن الاجتماع ناجح");
        let span = Span::of(old.text().find("الاجتماع").unwrap()..old.text().find(" ناجح").unwrap());
        let target = Target::new(&old, span);
        for (text, expected) in [
            ("قال الوزير إن الاجتماع ناجح", "exact"),
            ("عاجل: قال الوزير إن الاجتماع ناجح", "moved"),
            ("قال الوزير إن الاجتمَاع ناجح", "moved"),
            ("الاجتماع الاجتماع", "uncertain"),
            ("قال الوزير", "orphan"),
        ] {
            let got = match resolve(&Document::new(text), &target) {
                Anchor::Exact(_) => "exact",
                Anchor::Moved(_) => "moved",
                Anchor::Uncertain(_) => "uncertain",
                Anchor::Orphan => "orphan",
            };
            assert_eq!(got, expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn described_then_matched_is_the_same_span(text in "\\PC{1,80}", a in 0usize..80, b in 0usize..80) {
            let bounds: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
            let (a, b) = (bounds[a % bounds.len()], bounds[b % bounds.len()]);
            let span = Span::of(a.min(b)..a.max(b));
            prop_assume!(!span.is_empty());
            let document = Document::new(&text);
            prop_assert_eq!(resolve(&document, &Target::new(&document, span)), Anchor::Exact(span));
        }
    }
}
