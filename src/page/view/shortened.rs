//! Words that are shown cut where there is little room.

use crate::text::visible;

/// Whole words of a text, no more than so many code points, with what would hide some of them shown.
pub fn shortened(words: &str, most: usize) -> String {
    let words = visible(words);
    match words.char_indices().nth(most) {
        Some((end, _)) => {
            let cut = words.get(..end).unwrap_or_default();
            format!("{}…", cut.rsplit_once(' ').map_or(cut, |(whole, _)| whole))
        }
        None => words.into_owned(),
    }
}
