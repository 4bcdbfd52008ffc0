//! Lists of words that are asked of nearly every word of a text.

/// A list of folded words. Most words that are not in it are told by one look at a few of their bytes, so
/// that asking costs next to nothing.
pub struct Words {
    list: &'static [&'static str],
    /// A bit for each mark that a word of the list leaves.
    marks: [u64; MARKS / 64],
}

/// How many marks there are; a list of a hundred words leaves a twentieth of them.
const MARKS: usize = 2048;

impl Words {
    /// The list, made when the program is compiled.
    pub const fn new(list: &'static [&'static str]) -> Self {
        let mut marks = [0; MARKS / 64];
        let mut index = 0;
        while index < list.len() {
            let mark = mark(list[index].as_bytes());
            marks[mark / 64] |= 1 << (mark % 64);
            index += 1;
        }
        Words { list, marks }
    }

    /// Whether the word is one of them.
    pub fn contains(&self, word: &str) -> bool {
        let mark = mark(word.as_bytes());
        self.marks[mark / 64] & (1 << (mark % 64)) != 0 && self.list.contains(&word)
    }
}

/// The length and three letters. Of the two bytes of an Arabic letter the second, at an odd place, tells it
/// from others.
const fn mark(word: &[u8]) -> usize {
    let length = word.len();
    if length < 2 {
        return length;
    }
    let (first, middle, last) = (word[1], word[(length / 2 - 1) | 1], word[length - 1]);
    (length * 5 + first as usize + middle as usize * 11 + last as usize * 37) % MARKS
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    static LIST: Words = Words::new(&["في", "من", "الي", "و", "", "abc", "بعدما"]);

    proptest! {
        #[test]
        fn holds_its_own_words_and_no_others(word in "[فيمنالوبعد]{0,5}|[abc]{0,3}|\\PC{0,4}") {
            prop_assert_eq!(LIST.contains(&word), LIST.list.contains(&word.as_str()));
        }
    }

    #[test]
    fn each_word_is_found() {
        assert!(LIST.list.iter().all(|word| LIST.contains(word)));
    }
}
