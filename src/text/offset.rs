//! Offsets and spans, each unit a type of its own.
//!
//! Inside the engine every position is a [`Byte`] of the UTF-8 text. Files and interfaces count
//! [`CodePoint`]s, browsers count [`Utf16`] units. [`OffsetTable`] is the one place that converts
//! between them; no bare `usize` crosses a layer.
//!
//! ```
//! use mawqif::text::{Byte, CodePoint, OffsetTable, Utf16};
//! let table = OffsetTable::new("أ😀ب");
//! assert_eq!(table.to_code_point(Byte(6)), CodePoint(2));
//! assert_eq!(table.to_utf16(Byte(6)), Utf16(3));
//! assert_eq!(table.from_code_point(CodePoint(2)), Byte(6));
//! ```

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A position in bytes of the UTF-8 text; always on a `char` boundary where it comes from this crate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Byte(pub u32);

/// A position in Unicode code points, the unit of every file and interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CodePoint(pub u32);

/// A position in UTF-16 units, the unit of the browser's strings and ranges.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Utf16(pub u32);

impl Byte {
    /// The offset as an index into a `&str`.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl From<usize> for Byte {
    /// Texts are at most 4 GiB (the page refuses far smaller ones), so the offset always fits.
    fn from(index: usize) -> Self {
        Byte(u32::try_from(index).unwrap_or(u32::MAX))
    }
}

/// A half-open stretch `[start, end)` of a text, in the unit `U` (bytes unless said otherwise).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span<U = Byte> {
    /// The first position inside.
    pub start: U,
    /// The first position after.
    pub end: U,
}

impl<U: Copy + Ord> Span<U> {
    /// The span from `start` to `end`; an end before the start gives an empty span at `start`.
    pub fn new(start: U, end: U) -> Self {
        Span { start, end: end.max(start) }
    }

    /// Whether nothing is inside.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside (or is equal).
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the position lies inside.
    pub fn contains_position(self, position: U) -> bool {
        self.start <= position && position < self.end
    }

    /// Whether the two share at least one position.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span around both.
    pub fn join(self, other: Self) -> Self {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

impl Span<Byte> {
    /// A span from `usize` bounds, as slices and iterators give them.
    pub fn of(range: Range<usize>) -> Self {
        Span::new(range.start.into(), range.end.into())
    }

    /// The span as a range for slicing.
    pub fn range(self) -> Range<usize> {
        self.start.index()..self.end.index()
    }

    /// Its length in bytes.
    pub fn len(self) -> usize {
        (self.end.0 - self.start.0) as usize
    }

    /// The stretch of `text` it covers; empty where it does not fit `text`.
    pub fn of_text(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }
}

/// Converts offsets of one text between bytes, code points and UTF-16 units.
///
/// A checkpoint every few bytes (`STRIDE`); a conversion is a search among them and a walk of at most one
/// stride. Positions outside the text are clamped to its end, positions inside a character to its start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OffsetTable {
    text: Box<str>,
    checkpoints: Vec<Checkpoint>,
}

/// Bytes between two checkpoints: 12 bytes of table for 64 of text.
const STRIDE: usize = 64;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Checkpoint {
    byte: u32,
    code_point: u32,
    utf16: u32,
}

impl Checkpoint {
    fn step(self, character: char) -> Self {
        Checkpoint {
            byte: self.byte + character.len_utf8() as u32,
            code_point: self.code_point + 1,
            utf16: self.utf16 + character.len_utf16() as u32,
        }
    }
}

impl OffsetTable {
    /// Builds the table in one pass over `text`.
    pub fn new(text: &str) -> Self {
        let mut checkpoints = vec![Checkpoint::default()];
        let mut at = Checkpoint::default();
        let mut next = STRIDE;
        for character in text.chars() {
            if at.byte as usize >= next {
                checkpoints.push(at);
                next = at.byte as usize + STRIDE;
            }
            at = at.step(character);
        }
        OffsetTable { text: text.into(), checkpoints }
    }

    /// The text the table belongs to.
    pub fn text(&self) -> &str {
        &self.text
    }

    fn locate(&self, unit: impl Fn(Checkpoint) -> u32, position: u32) -> Checkpoint {
        let index = self.checkpoints.partition_point(|c| unit(*c) <= position).saturating_sub(1);
        let mut at = self.checkpoints.get(index).copied().unwrap_or_default();
        for character in self.text.get(at.byte as usize..).unwrap_or("").chars() {
            let next = at.step(character);
            if unit(next) > position {
                break;
            }
            at = next;
        }
        at
    }

    /// Code points before the byte offset.
    pub fn to_code_point(&self, byte: Byte) -> CodePoint {
        CodePoint(self.locate(|c| c.byte, byte.0).code_point)
    }

    /// UTF-16 units before the byte offset.
    pub fn to_utf16(&self, byte: Byte) -> Utf16 {
        Utf16(self.locate(|c| c.byte, byte.0).utf16)
    }

    /// The byte offset of the code point.
    pub fn from_code_point(&self, code_point: CodePoint) -> Byte {
        Byte(self.locate(|c| c.code_point, code_point.0).byte)
    }

    /// The byte offset of the UTF-16 unit.
    pub fn from_utf16(&self, utf16: Utf16) -> Byte {
        Byte(self.locate(|c| c.utf16, utf16.0).byte)
    }

    /// A byte span in code points.
    pub fn code_points(&self, span: Span) -> Span<CodePoint> {
        Span::new(self.to_code_point(span.start), self.to_code_point(span.end))
    }

    /// A byte span in UTF-16 units.
    pub fn utf16(&self, span: Span) -> Span<Utf16> {
        Span::new(self.to_utf16(span.start), self.to_utf16(span.end))
    }

    /// A span of code points in bytes.
    pub fn from_code_points(&self, span: Span<CodePoint>) -> Span {
        Span::new(self.from_code_point(span.start), self.from_code_point(span.end))
    }

    /// A span of UTF-16 units in bytes.
    pub fn from_utf16_span(&self, span: Span<Utf16>) -> Span {
        Span::new(self.from_utf16(span.start), self.from_utf16(span.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn two_spans_overlap_where_they_share_a_position() {
        for (one, other, overlap, inside) in [
            (2..6, 4..8, true, false),
            (2..6, 5..6, true, true),
            (2..6, 2..6, true, true),
            // Side by side they share nothing.
            (2..6, 6..8, false, false),
            (2..6, 0..2, false, false),
            (2..6, 8..9, false, false),
        ] {
            let (one, other) = (Span::of(one), Span::of(other));
            assert_eq!(one.overlaps(other), overlap, "{one:?} {other:?}");
            assert_eq!(other.overlaps(one), overlap, "{one:?} {other:?}");
            assert_eq!(one.contains(other), inside, "{one:?} {other:?}");
        }
        assert_eq!(Span::of(2..6).join(Span::of(8..9)), Span::of(2..9));
        assert_eq!(Span::of(2..6).len(), 4);
        let within = [1, 2, 5, 6].map(|byte| Span::of(2..6).contains_position(Byte(byte)));
        assert_eq!(within, [false, true, true, false]);
    }

    #[test]
    fn a_span_is_the_same_words_in_each_unit() {
        let text = "لا 𞤀 خطط";
        let table = OffsetTable::new(text);
        let start = text.find('𞤀').unwrap();
        let span = Span::of(start..text.len());
        assert_eq!(table.code_points(span), Span::new(CodePoint(3), CodePoint(8)));
        assert_eq!(table.utf16(span), Span::new(Utf16(3), Utf16(9)));
        assert_eq!(table.from_code_points(table.code_points(span)).of_text(text), "𞤀 خطط");
        assert_eq!(table.from_utf16_span(table.utf16(span)).of_text(text), "𞤀 خطط");
    }

    proptest! {
        #[test]
        fn every_boundary_round_trips(text in "\\PC{0,300}") {
            let table = OffsetTable::new(&text);
            let boundaries = text.char_indices().map(|(i, _)| i).chain([text.len()]);
            for (code_point, byte) in boundaries.enumerate() {
                let byte = Byte::from(byte);
                prop_assert_eq!(table.to_code_point(byte), CodePoint(code_point as u32));
                prop_assert_eq!(table.from_code_point(table.to_code_point(byte)), byte);
                prop_assert_eq!(table.from_utf16(table.to_utf16(byte)), byte);
            }
        }

        #[test]
        fn any_number_gives_a_boundary(text in "\\PC{0,100}", n in any::<u32>()) {
            let table = OffsetTable::new(&text);
            prop_assert!(text.is_char_boundary(table.from_code_point(CodePoint(n)).index()));
            prop_assert!(text.is_char_boundary(table.from_utf16(Utf16(n)).index()));
        }
    }
}
