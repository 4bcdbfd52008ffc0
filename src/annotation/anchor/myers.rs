//! Approximate search by bit vectors: the edit distance of a pattern to every stretch of a text, 64 rows of
//! the table at a time.
//!
//! G. Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic programming",
//! JACM 46 (1999); blocks for long patterns and the search anchored at the text's start as in H. Hyyrö,
//! "A bit-vector algorithm for computing Levenshtein and Damerau edit distances" (2003).

use crate::order::HashMap;

/// A pattern made ready for search.
pub(super) struct Pattern {
    length: usize,
    /// For each letter the rows at which it stands, a word a block.
    rows: HashMap<char, Box<[u64]>>,
    none: Box<[u64]>,
}

/// Where a match may begin.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Begin {
    /// Anywhere in the text.
    Anywhere,
    /// At the text's start alone.
    AtStart,
}

/// One block of a column: where its rows go up and where they go down.
#[derive(Clone, Copy)]
struct Block {
    up: u64,
    down: u64,
}

const ROWS: usize = 64;

impl Pattern {
    /// Prepares a pattern; an empty one is at distance 0 everywhere.
    pub fn new(letters: &[char]) -> Self {
        let none = vec![0; letters.len().div_ceil(ROWS)].into_boxed_slice();
        let mut rows: HashMap<char, Box<[u64]>> = HashMap::default();
        for (row, letter) in letters.iter().enumerate() {
            let bits = rows.entry(*letter).or_insert_with(|| none.clone());
            if let Some(block) = bits.get_mut(row / ROWS) {
                *block |= 1 << (row % ROWS);
            }
        }
        Pattern { length: letters.len(), rows, none }
    }

    /// For each letter of `text` the least distance of the pattern to a stretch that ends with it.
    pub fn distances<'p>(
        &'p self,
        text: impl Iterator<Item = char> + 'p,
        begin: Begin,
    ) -> impl Iterator<Item = usize> + 'p {
        let mut column = vec![Block { up: !0, down: 0 }; self.none.len()];
        let mut distance = self.length;
        text.map(move |letter| {
            let rows = self.rows.get(&letter).unwrap_or(&self.none);
            let mut step = if begin == Begin::Anywhere { 0 } else { 1 };
            for (index, (block, equal)) in column.iter_mut().zip(rows).enumerate() {
                let last = if index + 1 == rows.len() { (self.length - 1) % ROWS } else { ROWS - 1 };
                step = block.advance(*equal, step, last);
            }
            distance = distance.saturating_add_signed(step);
            distance
        })
    }

    /// The least distance of the pattern to a beginning of `text`, the empty one included.
    pub fn distance_to_beginning(&self, text: impl Iterator<Item = char>) -> usize {
        self.distances(text, Begin::AtStart).min().unwrap_or(self.length).min(self.length)
    }
}

impl Block {
    /// Goes on by a letter: `step` is what the row above changes by, given back what row `last` does.
    fn advance(&mut self, mut equal: u64, step: isize, last: usize) -> isize {
        let vertical = equal | self.down;
        if step < 0 {
            equal |= 1;
        }
        let horizontal = ((equal & self.up).wrapping_add(self.up) ^ self.up) | equal;
        let mut up = self.down | !(horizontal | self.up);
        let mut down = self.up & horizontal;
        let out = (up >> last & 1) as isize - (down >> last & 1) as isize;
        up <<= 1;
        down <<= 1;
        if step < 0 {
            down |= 1;
        } else if step > 0 {
            up |= 1;
        }
        self.up = down | !(vertical | up);
        self.down = up & vertical;
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The same by the whole table.
    fn table(pattern: &[char], text: &[char], begin: Begin) -> Vec<usize> {
        let mut column: Vec<usize> = (0..=pattern.len()).collect();
        text.iter()
            .enumerate()
            .map(|(j, letter)| {
                let mut diagonal =
                    std::mem::replace(&mut column[0], if begin == Begin::Anywhere { 0 } else { j + 1 });
                for i in 1..column.len() {
                    let best = (diagonal + usize::from(pattern[i - 1] != *letter))
                        .min(column[i] + 1)
                        .min(column[i - 1] + 1);
                    diagonal = std::mem::replace(&mut column[i], best);
                }
                column[pattern.len()]
            })
            .collect()
    }

    proptest! {
        #[test]
        fn bit_vectors_say_what_the_table_says(pattern in "[ab ]{1,200}", text in "[abc ]{0,300}") {
            let (p, t): (Vec<char>, Vec<char>) = (pattern.chars().collect(), text.chars().collect());
            for begin in [Begin::Anywhere, Begin::AtStart] {
                let found: Vec<usize> = Pattern::new(&p).distances(t.iter().copied(), begin).collect();
                prop_assert_eq!(found, table(&p, &t, begin));
            }
        }
    }

    #[test]
    fn an_empty_pattern_is_everywhere() {
        let nothing = Pattern::new(&[]);
        assert_eq!(nothing.distance_to_beginning("نص".chars()), 0);
        assert_eq!(nothing.distances("نص".chars(), Begin::Anywhere).collect::<Vec<_>>(), [0, 0]);
    }
}
