//! Texts of any length out of the project's own articles, the same at every run.

#![allow(clippy::unwrap_used, reason = "a benchmark that cannot read its articles says so by panicking")]

use std::fs;
use std::path::Path;

/// About so many bytes of news: the paragraphs of `tests/articles` in an order that a seed gives, all of them
/// once before any comes again.
pub fn news(bytes: usize) -> String {
    let mut paragraphs = paragraphs();
    let mut random = Random(1);
    let mut text = String::with_capacity(bytes + 4096);
    while text.len() < bytes {
        random.shuffle(&mut paragraphs);
        for paragraph in &paragraphs {
            if text.len() >= bytes {
                break;
            }
            text.push_str(paragraph);
            text.push('\n');
        }
    }
    text.truncate(text.floor_char_boundary(bytes));
    text
}

fn paragraphs() -> Vec<String> {
    // Benchmarks of other packages include this file too.
    let places = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let folder =
        places.map(|place| place.join("tests/articles/texts")).find(|folder| folder.is_dir()).unwrap();
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let texts: Vec<String> = files.iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    let lines = texts.iter().flat_map(|text| text.lines());
    lines.filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
}

/// Numbers that look random: a linear congruential generator (Knuth's MMIX).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % limit
    }

    fn shuffle<T>(&mut self, list: &mut [T]) {
        for end in (1..list.len()).rev() {
            list.swap(end, self.below(end + 1));
        }
    }
}
