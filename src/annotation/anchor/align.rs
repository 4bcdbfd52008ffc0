//! The loosest step: quote and context together are searched for approximately, then laid side by side
//! with what was found to see where the quote begins and ends.

use super::letters::Letter;
use super::myers::{Begin, Pattern};
use super::wanted::Wanted;
use std::ops::Range;

/// A place found approximately.
pub(super) struct Found {
    /// The letters that stand for the quote.
    pub range: Range<usize>,
    /// How like quote and context are to it, 0 to 1.
    pub similarity: f32,
}

/// Letters of a quote that are searched for at once; of a longer one both ends are searched for, so that
/// the time grows with the text alone.
const PIECE: usize = 256;
/// The least likeness of quote and context together.
const LIKE: f32 = 0.62;
/// The least likeness of the quote itself.
const QUOTE_LIKE: f32 = 0.5;
/// How much likelier than any other place it must be.
const CLEARER: f32 = 0.08;

/// The best place, if it is good and no other nearly as good.
pub(super) fn find(text: &[Letter], wanted: &Wanted) -> Option<Found> {
    let quote = wanted.quote.as_slice();
    if quote.is_empty() {
        return None;
    }
    let found = if quote.len() <= 2 * PIECE {
        piece(text, &wanted.before, quote, &wanted.after)?
    } else {
        let head = piece(text, &wanted.before, quote.get(..PIECE)?, &[])?;
        let tail = piece(text, &[], quote.get(quote.len() - PIECE..)?, &wanted.after)?;
        let length = tail.range.end.checked_sub(head.range.start)?;
        if length < quote.len() / 2 || length > quote.len() * 2 {
            return None;
        }
        Found { range: head.range.start..tail.range.end, similarity: head.similarity.min(tail.similarity) }
    };
    let range = snap(text, found.range, wanted.whole);
    (!range.is_empty()).then_some(Found { range, ..found })
}

fn piece(text: &[Letter], before: &[char], quote: &[char], after: &[char]) -> Option<Found> {
    let whole: Vec<char> = before.iter().rev().chain(quote).chain(after).copied().collect();
    let pattern = Pattern::new(&whole);
    let distances: Vec<usize> =
        pattern.distances(text.iter().map(|letter| letter.letter), Begin::Anywhere).collect();
    let (end, distance) = distances.iter().copied().enumerate().min_by_key(|(_, distance)| *distance)?;
    let like = |distance: usize| 1.0 - distance as f32 / whole.len() as f32;
    let rival = distances.iter().enumerate().filter(|(at, _)| at.abs_diff(end) > whole.len() / 2);
    let rival = rival.map(|(_, distance)| like(*distance)).fold(0.0, f32::max);
    let similarity = like(distance);
    if similarity < LIKE || similarity < rival + CLEARER {
        return None;
    }
    // The stretch that matches is no longer than the pattern and the letters put in.
    let from = (end + 1).saturating_sub(whole.len() + distance);
    let stretch: Vec<char> = text.get(from..=end)?.iter().map(|letter| letter.letter).collect();
    let cuts = lay_beside(&whole, &stretch, [before.len(), before.len() + quote.len()]);
    let [start, stop] = cuts;
    let words = text.get(from + start.at..from + stop.at)?;
    let errors = stop.errors - start.errors;
    let quote_like = 1.0 - errors as f32 / quote.len().max(words.len()).max(1) as f32;
    (quote_like >= QUOTE_LIKE).then_some(Found { range: from + start.at..from + stop.at, similarity })
}

/// Where a row of the pattern falls in the stretch, and the errors up to there.
#[derive(Clone, Copy, Default)]
struct Cut {
    at: usize,
    errors: usize,
}

/// Lays the pattern beside the end of `stretch` at least cost and gives where its `rows` fall.
fn lay_beside(pattern: &[char], stretch: &[char], rows: [usize; 2]) -> [Cut; 2] {
    let width = stretch.len() + 1;
    let mut table: Vec<u32> = Vec::with_capacity((pattern.len() + 1) * width);
    // The match may begin anywhere in the stretch.
    table.extend(std::iter::repeat_n(0, width));
    for (row, wanted) in pattern.iter().enumerate() {
        let mut left = row as u32 + 1;
        table.push(left);
        for (column, letter) in stretch.iter().enumerate() {
            let above = row * width + column;
            let diagonal = table.get(above).copied().unwrap_or_default() + u32::from(letter != wanted);
            let up = table.get(above + 1).copied().unwrap_or_default() + 1;
            left = diagonal.min(up).min(left + 1);
            table.push(left);
        }
    }
    let cost = |row: usize, column: usize| table.get(row * width + column).copied().unwrap_or(u32::MAX);
    let (mut row, mut column) = (pattern.len(), stretch.len());
    let mut cuts = [Cut::default(); 2];
    loop {
        for (cut, wanted) in cuts.iter_mut().zip(rows) {
            if row == wanted {
                *cut = Cut { at: column, errors: cost(row, column) as usize };
            }
        }
        if row == 0 {
            return cuts;
        }
        let here = cost(row, column);
        let same = column > 0 && pattern.get(row - 1) == stretch.get(column - 1);
        if column > 0 && here == cost(row - 1, column - 1) + u32::from(!same) {
            (row, column) = (row - 1, column - 1);
        } else if here == cost(row - 1, column) + 1 {
            row -= 1;
        } else {
            column = column.saturating_sub(1);
        }
    }
}

/// Moves edges that fell inside words to the nearest edge of a word where the quote's edges were such.
fn snap(text: &[Letter], range: Range<usize>, (start_whole, end_whole): (bool, bool)) -> Range<usize> {
    let is_edge = |at: usize| text.get(at).is_none_or(|letter| letter.begins);
    let nearest = |at: usize| {
        let back = (0..=at).rev().find(|index| is_edge(*index)).unwrap_or(0);
        let on = (at..=text.len()).find(|index| is_edge(*index)).unwrap_or(text.len());
        if at - back <= on - at { back } else { on }
    };
    let start = if start_whole { nearest(range.start) } else { range.start };
    let end = if end_whole { nearest(range.end) } else { range.end };
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    use super::super::letters::Letters;
    use super::*;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn rows_fall_where_the_pattern_lies_cheapest() {
        for (pattern, stretch, rows, expected) in [
            ("abcd", "xabcd", [1, 3], [(2, 0), (4, 0)]),
            // A letter put in, one left out, one changed.
            ("abcd", "xabycd", [1, 3], [(2, 0), (5, 1)]),
            ("abcd", "xabd", [2, 3], [(3, 0), (3, 1)]),
            ("abcd", "xaycd", [1, 2], [(2, 0), (3, 1)]),
            // Nothing is left of the stretch before the pattern's first letters.
            ("abc", "c", [0, 2], [(0, 0), (0, 2)]),
        ] {
            let cuts = lay_beside(&chars(pattern), &chars(stretch), rows);
            assert_eq!(cuts.map(|cut| (cut.at, cut.errors)), expected, "{pattern} beside {stretch}");
        }
    }

    #[test]
    fn edges_go_to_the_nearest_edge_of_a_word_where_the_quote_had_one() {
        let letters = Letters::new("abcd efgh");
        for (range, whole, expected) in [
            (1..7, (true, true), 0..8),
            (3..5, (true, true), 4..4),
            (1..7, (false, false), 1..7),
            (1..7, (true, false), 0..7),
            // As far from one as from the other: the one before.
            (2..6, (true, true), 0..4),
        ] {
            assert_eq!(snap(&letters.list, range.clone(), whole), expected, "{range:?}");
        }
    }

    #[test]
    fn what_changed_round_a_quote_is_no_fault_of_the_quote() {
        let [before, quote, after] = ["hgfedcba", "mnopqrst", "uvwxyz"].map(chars);
        for (text, expected) in [
            ("abcdefghmnopqrstuvwxyz", Some(8..16)),
            ("abXXXfghmnoYqrstuvwxyz", Some(8..16)),
            // The quote itself is another.
            ("abcdefghmYYYYYstuvwxyz", None),
            // Another place is nearly as good.
            ("abcdefghmnopqrstuvwxyz-----------abcdefghmnoYqrstuvwxyz", None),
        ] {
            let letters = Letters::new(text);
            let found = piece(&letters.list, &before, &quote, &after);
            assert_eq!(found.map(|found| found.range), expected, "{text}");
        }
    }
}
