//! Spellings in little room: a byte a letter, and of each spelling only what follows the letters that it
//! shares with the one before.
//!
//! Sorted and packed so, the tables compress to a third of what their inflected forms would. The build
//! script packs with this same file, which uses nothing but `std`.

/// Ends a row. Lower bytes end a spelling and say how many letters of it the next one keeps.
const ROW: u8 = 0x1f;

/// Packs the spellings of each row; within a row they should be sorted.
///
/// # Errors
/// The first letter that is neither Arabic nor printable ASCII.
#[cfg_attr(not(test), allow(dead_code, reason = "the build script alone packs"))]
pub fn pack<'s, Row: IntoIterator<Item = &'s str>>(
    rows: impl IntoIterator<Item = Row>,
) -> Result<Vec<u8>, char> {
    let mut packed = Vec::new();
    for row in rows {
        let mut last: Option<&str> = None;
        for spelling in row {
            let same = |last: &str| spelling.chars().zip(last.chars()).take_while(|(a, b)| a == b).count();
            let kept = last.map(|last| same(last).min(usize::from(ROW) - 1));
            packed.extend(kept.map(|kept| kept as u8));
            for letter in spelling.chars().skip(kept.unwrap_or(0)) {
                packed.push(byte(letter).ok_or(letter)?);
            }
            last = Some(spelling);
        }
        packed.push(ROW);
    }
    Ok(packed)
}

/// The packed spellings, one after another, each with the number of its row, from 0.
pub struct Spellings<'p> {
    packed: std::slice::Iter<'p, u8>,
    row: usize,
    spelling: String,
    /// So many letters of the spelling the next one keeps, and so many rows lie between the two.
    kept: usize,
    rows: usize,
}

impl<'p> Spellings<'p> {
    /// Those of a packed table.
    pub fn new(packed: &'p [u8]) -> Self {
        Spellings { packed: packed.iter(), row: 0, spelling: String::new(), kept: 0, rows: 0 }
    }

    /// The next one.
    pub fn read(&mut self) -> Option<(usize, &str)> {
        let end = self.spelling.char_indices().nth(self.kept).map_or(self.spelling.len(), |(index, _)| index);
        self.spelling.truncate(end);
        self.row += self.rows;
        for byte in self.packed.by_ref() {
            if *byte > ROW {
                self.spelling.push(letter(*byte));
                continue;
            }
            let ends = *byte == ROW;
            (self.kept, self.rows) = if ends { (0, 1) } else { (usize::from(*byte), 0) };
            return Some((self.row, &self.spelling));
        }
        None
    }
}

/// The byte of a letter: ASCII as it is, Arabic from 0x81; none for any other.
#[cfg_attr(not(test), allow(dead_code, reason = "the build script alone packs"))]
pub fn byte(letter: char) -> Option<u8> {
    match letter {
        ' '..='~' => Some(letter as u8),
        'ء'..='ي' => Some(0x80 + (letter as u32 - 0x620) as u8),
        _ => None,
    }
}

fn letter(byte: u8) -> char {
    let code = u32::from(byte);
    let code = if byte < 0x80 { code } else { code - 0x80 + 0x620 };
    char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn what_is_packed_comes_out_again(
            rows in proptest::collection::vec(proptest::collection::btree_set("[ء-ي a-z'.-]{1,40}", 1..5), 0..8)
        ) {
            let packed = pack(rows.iter().map(|row| row.iter().map(String::as_str))).unwrap();
            let mut out: Vec<BTreeSet<String>> = vec![BTreeSet::new(); rows.len()];
            let mut spellings = Spellings::new(&packed);
            while let Some((row, spelling)) = spellings.read() {
                prop_assert!(out[row].insert(spelling.to_owned()));
            }
            prop_assert_eq!(out, rows);
        }
    }

    #[test]
    fn what_no_arabic_or_ascii_word_has_is_named() {
        assert_eq!(pack([["été"]]), Err('é'));
    }
}
