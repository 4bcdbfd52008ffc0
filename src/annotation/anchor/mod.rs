//! Finding an annotation's words again in a text that has changed: a ladder from the surest step to the
//! loosest, each with a confidence.
//!
//! 1. **Position**: the words and what surrounds them stand where they stood.
//! 2. **Quote**: the same words elsewhere; several such places are told apart by context, then by position.
//! 3. **Folded**: the same letters in another spelling, spacing or punctuation.
//! 4. **Approximate**: letters like them between surroundings like theirs ([`myers`], [`align`]).
//!
//! What fits nowhere well enough is an orphan: a wrong place is worse than none, since the reader would not
//! look for it.

mod align;
mod letters;
mod myers;
mod wanted;

use super::model::{Quote, Target};
use crate::order::sort_by_key;
use crate::text::letters::is_silent;
use crate::text::{Document, Span};
use letters::Letters;
use std::cell::OnceCell;
use std::cmp::Reverse;
use std::ops::Range;
use wanted::Wanted;

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

/// The step of the ladder on which a target was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Where it stood.
    Position,
    /// The same words.
    Quote,
    /// The same letters.
    Folded,
    /// Letters like them.
    Approximate,
    /// Nothing was found.
    Nowhere,
}

/// An anchor, how it was found and how sure it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placement {
    /// Where the target stands.
    pub anchor: Anchor,
    /// How it was found.
    pub step: Step,
    /// From 0 (an orphan) to 1 (unchanged).
    pub confidence: f32,
}

impl Placement {
    const ORPHAN: Placement = Placement { anchor: Anchor::Orphan, step: Step::Nowhere, confidence: 0.0 };
}

/// Finds `target` in `document`; for many targets of one text make a [`Finder`].
pub fn resolve(document: &Document, target: &Target) -> Anchor {
    Finder::new(document).place(target).anchor
}

/// Finds the targets of one text; the text's letters are read once, when first needed.
pub struct Finder<'d> {
    document: &'d Document,
    letters: OnceCell<Letters>,
}

/// A place where the words stand, and what speaks for it.
struct Candidate {
    span: Span,
    /// Letters of the context near by that stand there too.
    near: usize,
    /// The same for the context beyond the paragraph.
    far: usize,
    /// Whether it begins and ends with words where the quote does.
    whole: bool,
}

/// The share of the context's letters that must agree for the words to be surely these. Unrelated Arabic
/// text agrees in about a third, text of which every tenth word was changed in four fifths.
const SURE_CONTEXT: f32 = 0.6;
/// The share from which the reader is asked.
const POSSIBLE_CONTEXT: f32 = 0.5;
/// Letters of a quote that hardly occur twice by chance: about four words.
const TELLING_LETTERS: usize = 24;
/// Letters by which the context of one place must agree better than that of another to tell them apart.
const MARGIN: usize = 3;

impl<'d> Finder<'d> {
    /// A finder for `document`.
    pub fn new(document: &'d Document) -> Self {
        Finder { document, letters: OnceCell::new() }
    }

    fn letters(&self) -> &Letters {
        self.letters.get_or_init(|| Letters::new(self.document.text()))
    }

    /// Finds a target.
    pub fn place(&self, target: &Target) -> Placement {
        if target.quote.exact.is_empty() {
            return Placement::ORPHAN;
        }
        let old = self.document.offsets().from_code_points(target.position);
        if self.unchanged(target, old) {
            return Placement { anchor: Anchor::Exact(old), step: Step::Position, confidence: 1.0 };
        }
        let wanted = Wanted::new(&target.quote);
        let quoted = self.best(&wanted, old, Step::Quote, self.quoted(&target.quote));
        if let Some(sure) = quoted.filter(|p| matches!(p.anchor, Anchor::Exact(_) | Anchor::Moved(_))) {
            return sure;
        }
        let folded = self.best(&wanted, old, Step::Folded, self.folded(&wanted));
        if let Some(sure) = folded.filter(|p| matches!(p.anchor, Anchor::Moved(_))) {
            return sure;
        }
        let approximate = self.approximate(&wanted);
        let found = quoted.into_iter().chain(folded).chain(approximate);
        found.max_by(|a, b| a.confidence.total_cmp(&b.confidence)).unwrap_or(Placement::ORPHAN)
    }

    /// Whether words and surroundings stand at `old` as they did.
    fn unchanged(&self, target: &Target, old: Span) -> bool {
        let text = self.document.text();
        let before = text.get(..old.start.index()).unwrap_or("");
        let after = text.get(old.end.index()..).unwrap_or("");
        self.document.slice(old) == target.quote.exact
            && before.ends_with(&target.quote.prefix)
            && after.starts_with(&target.quote.suffix)
    }

    /// The places of the very words; not where the last letter has got a mark, which belongs to it.
    fn quoted(&self, quote: &Quote) -> impl Iterator<Item = (Span, Range<usize>)> {
        let text = self.document.text();
        let marked = |text: &str| text.starts_with(is_silent);
        let was_marked = marked(&quote.suffix);
        text.match_indices(&quote.exact)
            .map(|(start, found)| Span::of(start..start + found.len()))
            .filter(move |span| was_marked || !text.get(span.end.index()..).is_some_and(marked))
            .map(|span| {
                let list = &self.letters().list;
                let first = list.partition_point(|letter| letter.source.start < span.start);
                (span, first..list.partition_point(|letter| letter.source.start < span.end))
            })
    }

    /// The places of the same letters.
    fn folded(&self, wanted: &Wanted) -> impl Iterator<Item = (Span, Range<usize>)> {
        let any = (!wanted.quote.is_empty()).then(|| self.letters().occurrences(&wanted.letters));
        any.into_iter().flatten().map(|range| {
            let span = wanted.with_edges(self.document.text(), self.letters().source(range.clone()));
            (span, range)
        })
    }

    /// Of several places the one whose surroundings agree most, then the one nearest to the old position;
    /// none where even its surroundings speak against it.
    fn best(
        &self,
        wanted: &Wanted,
        old: Span,
        step: Step,
        places: impl Iterator<Item = (Span, Range<usize>)>,
    ) -> Option<Placement> {
        let list = &self.letters().list;
        let candidate = |(span, range): (Span, Range<usize>)| {
            let whole = wanted.cuts_no_word(list, &range);
            let (near, far) = wanted.agreement(list, range);
            Candidate { span, near, far, whole }
        };
        let mut candidates: Vec<Candidate> = places.map(candidate).collect();
        sort_by_key(&mut candidates, |c| {
            (Reverse(c.near), Reverse(c.far), c.span.start.0.abs_diff(old.start.0))
        });
        let first = candidates.first()?;
        let rival = candidates
            .get(1)
            .filter(|other| first.near < other.near + MARGIN && first.far < other.far + MARGIN);
        let context = wanted.share(first.near);
        let alone = wanted.quote.len() >= TELLING_LETTERS && candidates.len() == 1;
        let sure = context >= SURE_CONTEXT || alone;
        if !sure && context < POSSIBLE_CONTEXT {
            return None;
        }
        let loss = if step == Step::Quote { 0.01 } else { 0.05 };
        let (anchor, ceiling) = match rival {
            Some(_) => (Anchor::Uncertain(first.span), 0.5),
            None if !sure || !first.whole => (Anchor::Uncertain(first.span), 0.6),
            None if first.span == old && step == Step::Quote => (Anchor::Exact(first.span), 1.0),
            None => (Anchor::Moved(first.span), 1.0),
        };
        let confidence = ceiling * (1.0 - loss) * (0.7 + 0.3 * context);
        Some(Placement { anchor, step, confidence })
    }

    /// The place of letters like those wanted.
    fn approximate(&self, wanted: &Wanted) -> Option<Placement> {
        let found = align::find(&self.letters().list, wanted)?;
        let span = wanted.with_edges(self.document.text(), self.letters().source(found.range));
        let confidence = 0.6 * found.similarity;
        Some(Placement { anchor: Anchor::Uncertain(span), step: Step::Approximate, confidence })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn name(placement: Placement) -> String {
        format!("{:?}", placement.step)
    }

    #[test]
    fn words_are_found_where_they_moved_to() {
        let old = Document::new("قال الوزير إن الاجتماع ناجح وإن الاجتماع القادم قريب");
        let span = Span::of(old.text().find("الاجتماع").unwrap()..old.text().find(" ناجح").unwrap());
        let target = Target::new(&old, span);
        for (text, step, words) in [
            ("قال الوزير إن الاجتماع ناجح وإن الاجتماع القادم قريب", "Position", "الاجتماع"),
            ("عاجل: قال الوزير إن الاجتماع ناجح وإن الاجتماع القادم", "Quote", "الاجتماع"),
            ("«قـال الوزير إنّ الاجتمَاع ناجح»\nوإن الاجتماع قريب", "Folded", "الاجتمَاع"),
            ("قال الوزير إن الاجتماغ ناجح وإن الإجتماع القادم قريب", "Approximate", "الاجتماغ"),
            ("قال الوزير", "Nowhere", ""),
            ("وصف الخبراء الاجتماع بأنه عابر", "Nowhere", ""),
        ] {
            let document = Document::new(text);
            let placement = Finder::new(&document).place(&target);
            let found = placement.anchor.span().map_or("", |span| document.slice(span));
            assert_eq!((name(placement).as_str(), found), (step, words), "{text}");
        }
    }

    #[test]
    fn a_long_passage_with_a_word_taken_out_is_found_whole() {
        let text = crate::annotation::Article::seed().text;
        let old = Document::new(&text);
        let [(begin, _), (middle, _), (after, _), (end, _)] =
            [300, 700, 712, 1100].map(|nth| text.char_indices().nth(nth).unwrap());
        let passage = Span::of(begin..end);
        let new = Document::new(&format!("عاجل\n{}{}", &text[..middle], &text[after..]));
        let found = resolve(&new, &Target::new(&old, passage)).span().map(|span| new.slice(span));
        assert_eq!(found, Some(format!("{}{}", &text[begin..middle], &text[after..end]).as_str()));
    }

    #[test]
    fn a_part_of_another_word_is_uncertain() {
        let old = Document::new("قال إن الاجتماع ناجح");
        let span = Span::of(old.text().find("الاجتماع").unwrap()..old.text().find(" ناجح").unwrap());
        let new = Document::new("قال إن الاجتماعات ناجح");
        assert!(matches!(resolve(&new, &Target::new(&old, span)), Anchor::Uncertain(_)));
    }

    #[test]
    fn places_in_paragraphs_alike_are_told_apart_by_those_beside_them() {
        let text = "صدر البيان الأول عن المياه\nأكد الوزير ذلك أمام المجلس\nثم تحدث عن الزراعة\n\
            صدر البيان الثاني عن الطرق\nأكد الوزير ذلك أمام المجلس\nثم تحدث عن الصناعة";
        let old = Document::new(text);
        let new = Document::new(&format!("عاجل\n{text}"));
        for (at, words) in text.match_indices("الوزير ذلك") {
            let span = Span::of(at..at + words.len());
            let moved = at + "عاجل\n".len();
            let there = Span::of(moved..moved + words.len());
            assert_eq!(resolve(&new, &Target::new(&old, span)), Anchor::Moved(there));
        }
    }

    #[test]
    fn places_that_nothing_tells_apart_are_uncertain() {
        let old = Document::new("نعم");
        let target = Target::new(&old, Span::of(0..6));
        let new = Document::new("لا نعم لا نعم لا");
        assert!(matches!(resolve(&new, &target), Anchor::Uncertain(_)));
    }

    proptest! {
        #[test]
        fn described_then_matched_is_the_same_span(text in "\\PC{1,80}", a in 0usize..80, b in 0usize..80) {
            let bounds: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
            let a = a % (bounds.len() - 1);
            let b = a + 1 + b % (bounds.len() - 1 - a);
            let span = Span::of(bounds[a]..bounds[b]);
            let document = Document::new(&text);
            prop_assert_eq!(resolve(&document, &Target::new(&document, span)), Anchor::Exact(span));
        }

        #[test]
        fn any_target_is_placed_on_boundaries_or_nowhere(
            text in "[ab قال،\n]{0,80}", exact in "[ab قال،]{1,20}", prefix in "[ab قال\n]{0,10}", at in 0u32..90
        ) {
            let document = Document::new(&text);
            let position = Span::new(crate::text::CodePoint(at), crate::text::CodePoint(at + 3));
            let target = Target { quote: Quote { exact, prefix, suffix: String::new() }, position };
            let placement = Finder::new(&document).place(&target);
            if let Some(span) = placement.anchor.span() {
                prop_assert!(text.get(span.range()).is_some() && !span.is_empty());
            }
            prop_assert!((0.0..=1.0).contains(&placement.confidence));
        }
    }
}
