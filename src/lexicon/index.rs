//! Every form of every lemma by its spelling, made from the packed tables when a word is first looked up.
//!
//! A spelling is known by 64 bits that are computed while its letters are read, so that looking up copies
//! nothing; a test holds that no two forms of the lexicon share theirs.

use super::Sense;
use crate::text::letters::fold_char;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A folded spelling as far as it was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Key(u64);

impl Key {
    /// The key of a spelling that goes on with `letter`.
    pub fn then(self, letter: char) -> Self {
        Key((self.0.rotate_left(5) ^ u64::from(letter)).wrapping_mul(0x517c_c1b7_2722_0a95))
    }
}

/// What is known of one spelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its first reading; none where it only begins a phrase of several words.
    pub sense: Option<Sense>,
    /// Twice the place of its next reading in [`Index::further`], counted from 1, 0 where there is none; and one more
    /// where a phrase of several words begins with it. So an entry with its key takes 16 bytes.
    next: u32,
}

impl Entry {
    /// Whether a phrase of several words begins with it.
    pub fn goes_on(self) -> bool {
        self.next & 1 == 1
    }

    /// The place of its next reading.
    fn next(self) -> Option<usize> {
        (self.next as usize / 2).checked_sub(1)
    }

    fn set_next(&mut self, place: usize) {
        self.next = (self.next & 1) | ((place as u32 + 1) * 2);
    }
}

/// All forms.
pub struct Index {
    first: HashMap<Key, Entry, BuildHasherDefault<Spread>>,
    further: Vec<Entry>,
}

impl Index {
    /// One without forms, with room for about so many.
    pub fn with_room(size: usize) -> Self {
        let first = HashMap::with_capacity_and_hasher(size, BuildHasherDefault::default());
        Index { first, further: Vec::new() }
    }

    /// What is known of a spelling.
    pub fn get(&self, key: Key) -> Option<Entry> {
        self.first.get(&key).copied()
    }

    /// The reading after this one.
    pub fn after(&self, entry: Entry) -> Option<Entry> {
        self.further.get(entry.next()?).copied()
    }

    /// Adds a form, given in three parts that are read as one, with a reading; «مسؤول» is written «مسئول» too.
    pub fn add(&mut self, parts: [&str; 3], sense: Sense) {
        let (mut key, mut otherwise) = (Key::default(), None::<Key>);
        let (mut before, mut last) = (Key::default(), ' ');
        for letter in parts.into_iter().flat_map(str::chars).flat_map(fold_char) {
            if letter == ' ' {
                self.entry(key).next |= 1;
                if let Some(otherwise) = otherwise {
                    self.entry(otherwise).next |= 1;
                }
            }
            otherwise = match otherwise {
                Some(otherwise) => Some(otherwise.then(letter)),
                None => (last == 'و' && letter == 'و').then(|| before.then('ي').then('و')),
            };
            (before, last) = (key, letter);
            key = key.then(letter);
        }
        self.add_reading(key, sense);
        if let Some(otherwise) = otherwise {
            self.add_reading(otherwise, sense);
        }
    }

    fn add_reading(&mut self, key: Key, sense: Sense) {
        let entry = self.entry(key);
        let Some(first) = entry.sense else {
            entry.sense = Some(sense);
            return;
        };
        let (mut known, mut next, mut last) = (first == sense, entry.next(), None);
        while let Some((at, further)) = next.and_then(|at| Some((at, self.further.get(at)?))) {
            known |= further.sense == Some(sense);
            last = Some(at);
            next = further.next();
        }
        if known {
            return;
        }
        let added = self.further.len();
        self.further.push(Entry { sense: Some(sense), next: 0 });
        match last.and_then(|at| self.further.get_mut(at)) {
            Some(last) => last.set_next(added),
            None => self.entry(key).set_next(added),
        }
    }

    fn entry(&mut self, key: Key) -> &mut Entry {
        self.first.entry(key).or_insert(Entry { sense: None, next: 0 })
    }
}

/// A key is as good as random but for its low bits, which the table goes by.
#[derive(Default)]
struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64(u64::from(*byte)));
    }

    fn write_u64(&mut self, key: u64) {
        self.0 ^= key ^ (key >> 32);
    }
}
