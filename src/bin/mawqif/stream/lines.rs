//! Lines of a length that fits into memory, with their numbers.

use std::io::{BufRead, Read, Result};

/// A line of the input.
pub struct Line {
    /// Which line of the input, from 1, empty ones counted.
    pub number: u64,
    /// What is in it, without its end; the beginning alone where it is too long.
    pub bytes: Vec<u8>,
    /// Whether it is longer than what is read of a line.
    pub cut: bool,
}

/// The lines of an input that are not empty.
pub struct Lines<R> {
    input: R,
    longest: usize,
    number: u64,
}

impl<R: BufRead> Lines<R> {
    /// Reads from its beginning, of each line at most `longest` bytes.
    pub fn new(input: R, longest: usize) -> Self {
        Lines { input, longest, number: 0 }
    }

    /// The next line; none at the end.
    pub fn next(&mut self) -> Result<Option<Line>> {
        loop {
            let mut bytes = Vec::new();
            let most = self.longest as u64 + 1;
            if self.input.by_ref().take(most).read_until(b'\n', &mut bytes)? == 0 {
                return Ok(None);
            }
            self.number += 1;
            let cut = bytes.len() > self.longest && !bytes.ends_with(b"\n");
            if cut {
                self.input.skip_until(b'\n')?;
            }
            // Some programs mark a file as UTF-8 by this character.
            if self.number == 1 && bytes.starts_with("\u{feff}".as_bytes()) {
                bytes.drain(.."\u{feff}".len());
            }
            if !bytes.iter().all(u8::is_ascii_whitespace) {
                bytes.truncate(bytes.trim_ascii_end().len());
                return Ok(Some(Line { number: self.number, bytes, cut }));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONGEST: usize = 100;

    fn read(input: &[u8]) -> Vec<(u64, usize, bool)> {
        let mut lines = Lines::new(input, LONGEST);
        std::iter::from_fn(|| lines.next().unwrap())
            .map(|line| (line.number, line.bytes.len(), line.cut))
            .collect()
    }

    #[test]
    fn empty_lines_are_counted_and_left_out() {
        assert_eq!(read(b"\xef\xbb\xbfa\n\n \r\nbc\r\nd"), [(1, 1, false), (4, 2, false), (5, 1, false)]);
        assert_eq!(read(b""), []);
    }

    #[test]
    fn a_line_too_long_is_cut_and_the_next_is_whole() {
        let longest = "x".repeat(LONGEST);
        let input = format!("{longest}\n{longest}yyy\nz\n{longest}y");
        let expected = [(1, LONGEST, false), (2, LONGEST + 1, true), (3, 1, false), (4, LONGEST + 1, true)];
        assert_eq!(read(input.as_bytes()), expected);
    }
}
