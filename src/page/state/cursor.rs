//! The reading cursor: going through the text by word and sentence, and selecting with the keyboard.
//!
//! A [`Cursor`] is a unit of the text (a word, a sentence, a claim) and, where the reader has extended it,
//! the edge to which the selection reaches from there. All is counted in the text's own order, so that a
//! line of Arabic, Latin and numbers is gone through as it is read.

use crate::text::{Byte, Document, Span, TokenKind};

/// What the cursor goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A word or a number.
    Word,
    /// A sentence.
    Sentence,
}

/// Where the reader is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The unit that the cursor stands on, from which a selection reaches.
    pub anchor: Span,
    /// How far the selection reaches: before the anchor's start, or from the anchor's end on.
    edge: Byte,
}

impl Cursor {
    /// A cursor on a unit, nothing selected.
    pub fn on(unit: Span) -> Self {
        Cursor { anchor: unit, edge: unit.end }
    }

    /// A cursor on the first word of the text.
    pub fn at_first(document: &Document) -> Option<Self> {
        first(document, Unit::Word, |_| true).map(Cursor::on)
    }

    /// What is selected; none where the cursor only stands on its unit.
    pub fn selection(self) -> Option<Span> {
        (self.edge != self.anchor.end).then(|| self.reach())
    }

    fn reach(self) -> Span {
        if self.edge < self.anchor.start {
            Span::new(self.edge, self.anchor.end)
        } else {
            Span::new(self.anchor.start, self.edge.max(self.anchor.end))
        }
    }

    /// The cursor on the next unit, or the one before; the same at the text's ends.
    pub fn step(self, document: &Document, unit: Unit, forward: bool) -> Self {
        let reach = self.reach();
        let next = if forward {
            first(document, unit, |span| span.start >= reach.end)
        } else {
            last(document, unit, |span| span.start < reach.start)
        };
        next.map_or(self, Cursor::on)
    }

    /// The selection's edge moved by a unit, forward or back; the anchor stays selected.
    pub fn extend(self, document: &Document, unit: Unit, forward: bool) -> Self {
        let Span { start, end } = self.anchor;
        let before = self.edge < start;
        let edge = match (forward, before) {
            (true, true) => first(document, unit, |span| span.start > self.edge)
                .map_or(end, |span| if span.start < start { span.start } else { end }),
            (true, false) => first(document, unit, |span| span.end > self.edge).map_or(self.edge, |s| s.end),
            (false, false) if self.edge > end => {
                last(document, unit, |span| span.end < self.edge).map_or(end, |span| span.end.max(end))
            }
            (false, _) => {
                let from = if before { self.edge } else { start };
                last(document, unit, |span| span.start < from).map_or(self.edge, |span| span.start)
            }
        };
        Cursor { edge, ..self }
    }
}

/// The cursor from which a selection made otherwise goes on: it reaches from its first word to its end.
pub fn within(document: &Document, selection: Span) -> Cursor {
    let word = first(document, Unit::Word, |span| span.end > selection.start);
    let word = word.filter(|word| selection.contains(*word)).unwrap_or(selection);
    Cursor { anchor: Span::new(selection.start, word.end), edge: selection.end }
}

/// `selection` grown to whole words at both ends.
pub fn whole_words(document: &Document, selection: Span) -> Span {
    let tokens = document.tokens().list();
    let at = tokens.partition_point(|token| token.span.end <= selection.start);
    let start = tokens.get(at).filter(|token| is_word(token.kind) && token.span.start < selection.start);
    let at = tokens.partition_point(|token| token.span.start < selection.end);
    let end = at.checked_sub(1).and_then(|at| tokens.get(at));
    let end = end.filter(|token| is_word(token.kind) && token.span.end > selection.end);
    Span::new(
        start.map_or(selection.start, |token| token.span.start),
        end.map_or(selection.end, |token| token.span.end),
    )
}

fn is_word(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Word | TokenKind::Number)
}

/// The first unit for which `fits` holds, given that it holds for all after it.
fn first(document: &Document, unit: Unit, fits: impl Fn(Span) -> bool) -> Option<Span> {
    match unit {
        Unit::Word => {
            let tokens = document.tokens().list();
            let at = tokens.partition_point(|token| !fits(token.span));
            tokens.get(at..)?.iter().find(|token| is_word(token.kind)).map(|token| token.span)
        }
        Unit::Sentence => {
            let sentences = document.sentences();
            sentences.get(sentences.partition_point(|span| !fits(*span))).copied()
        }
    }
}

/// The last unit for which `fits` holds, given that it holds for all before it.
fn last(document: &Document, unit: Unit, fits: impl Fn(Span) -> bool) -> Option<Span> {
    match unit {
        Unit::Word => {
            let tokens = document.tokens().list();
            let at = tokens.partition_point(|token| fits(token.span));
            tokens.get(..at)?.iter().rev().find(|token| is_word(token.kind)).map(|token| token.span)
        }
        Unit::Sentence => {
            let sentences = document.sentences();
            sentences.get(sentences.partition_point(|span| fits(*span)).checked_sub(1)?).copied()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "أعلنت شركة Apple في 9 يناير خطة. نفت لندن ذلك.\n\nقال «وزير» آخر.";

    fn at(document: &Document, word: &str) -> Cursor {
        let start = document.text().find(word).unwrap();
        Cursor::on(Span::of(start..start + word.len()))
    }

    #[test]
    fn the_cursor_goes_by_word_and_sentence_through_lines_of_two_directions() {
        let document = Document::new(TEXT);
        for (from, unit, forward, to) in [
            ("شركة", Unit::Word, true, "Apple"),
            ("Apple", Unit::Word, true, "في"),
            ("في", Unit::Word, true, "9"),
            ("9", Unit::Word, false, "في"),
            ("خطة", Unit::Word, true, "نفت"),
            ("ذلك", Unit::Word, true, "قال"),
            ("آخر", Unit::Word, false, "وزير"),
            ("آخر", Unit::Word, true, "آخر"),
            ("شركة", Unit::Sentence, true, "نفت لندن ذلك."),
            ("لندن", Unit::Sentence, false, "نفت لندن ذلك."),
            ("نفت", Unit::Sentence, false, "أعلنت شركة Apple في 9 يناير خطة."),
            ("ذلك", Unit::Sentence, true, "قال «وزير» آخر."),
        ] {
            let cursor = at(&document, from).step(&document, unit, forward);
            assert_eq!(document.slice(cursor.anchor), to, "from {from}");
            assert_eq!(cursor.selection(), None);
        }
    }

    #[test]
    fn selections_grow_shrink_and_turn_round_their_word() {
        let document = Document::new(TEXT);
        let mut cursor = at(&document, "لندن");
        let (on, back) = ((Unit::Word, true), (Unit::Word, false));
        for ((unit, forward), selected) in [
            (on, Some("لندن ذلك")),
            (on, Some("لندن ذلك.\n\nقال")),
            (back, Some("لندن ذلك")),
            (back, None),
            (back, Some("نفت لندن")),
            (back, Some("خطة. نفت لندن")),
            (on, Some("نفت لندن")),
            (on, None),
            ((Unit::Sentence, true), Some("لندن ذلك.")),
            ((Unit::Sentence, false), None),
            ((Unit::Sentence, false), Some("نفت لندن")),
        ] {
            cursor = cursor.extend(&document, unit, forward);
            assert_eq!(cursor.selection().map(|span| document.slice(span)), selected);
        }
    }

    #[test]
    fn a_selection_made_with_the_mouse_goes_on_from_where_it_ends() {
        let document = Document::new(TEXT);
        let start = TEXT.find("شركة").unwrap();
        let cursor = within(&document, Span::of(start..start + "شركة Apple".len()));
        assert_eq!(cursor.selection().map(|span| document.slice(span)), Some("شركة Apple"));
        let cursor = cursor.extend(&document, Unit::Word, true);
        assert_eq!(cursor.selection().map(|span| document.slice(span)), Some("شركة Apple في"));
    }

    #[test]
    fn selections_snap_to_words() {
        let document = Document::new(TEXT);
        for (part, whole) in [
            ("كة App", "شركة Apple"),
            ("شركة", "شركة"),
            ("زير", "وزير"),
            ("«وز", "«وزير"),
            (" في 9 ينا", " في 9 يناير"),
            ("خطة. ن", "خطة. نفت"),
        ] {
            let start = TEXT.find(part).unwrap();
            let span = whole_words(&document, Span::of(start..start + part.len()));
            assert_eq!(document.slice(span), whole);
        }
    }
}
