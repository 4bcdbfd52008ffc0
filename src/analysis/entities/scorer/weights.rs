//! The weights of features, learned and compiled in.
//!
//! The file: the transitions, a byte each; for each tag the number of weights (two bytes), their buckets
//! as gaps (a byte each, 255 standing for 255 without a weight), their values (a byte each). All values are
//! sixteenths.

use super::TAGS;
use super::chain::Transitions;
use std::sync::OnceLock;

/// Features are hashed into so many buckets.
pub const BUCKETS: usize = 1 << 16;

/// A weight of one is stored as so much.
const SCALE: f32 = 16.0;

/// A bucket's weights are added up in one instruction where there are as many as a power of two; the last is zero.
const LANES: usize = TAGS.next_power_of_two();

/// What each feature says for each tag.
pub struct Weights {
    /// For each bucket the weight of each tag, in sixteenths.
    table: Vec<[i8; LANES]>,
    /// What it weighs that a tag follows another.
    pub transitions: Transitions,
}

impl Weights {
    /// The weights compiled in.
    pub fn learned() -> &'static Weights {
        static WEIGHTS: OnceLock<Weights> = OnceLock::new();
        WEIGHTS.get_or_init(|| Weights::read(include_bytes!("weights.bin")))
    }

    /// The score of each tag for a word with these features.
    pub fn emission(&self, features: &[u16]) -> [f32; TAGS] {
        let mut sum = self.none();
        features.iter().for_each(|feature| sum.see(*feature));
        sum.emission()
    }

    /// The sum of no feature.
    pub fn none(&self) -> Sum<'_> {
        Sum { weights: self, tags: [0; LANES] }
    }

    /// Reads what [`Weights::write`] wrote; bytes that are missing are weights of zero.
    pub fn read(bytes: &[u8]) -> Weights {
        let mut rest = bytes.iter().copied();
        let mut transitions = [[0.0; TAGS]; TAGS + 1];
        for value in transitions.iter_mut().flatten() {
            *value = f32::from(rest.next().unwrap_or_default() as i8) / SCALE;
        }
        let mut table = vec![[0; LANES]; BUCKETS];
        for tag in 0..TAGS {
            let count =
                u16::from_le_bytes([rest.next().unwrap_or_default(), rest.next().unwrap_or_default()]);
            let mut at = 0;
            let mut buckets = Vec::with_capacity(usize::from(count));
            while buckets.len() < usize::from(count) {
                let Some(gap) = rest.next() else { break };
                at += usize::from(gap);
                if gap < u8::MAX {
                    buckets.push(at);
                }
            }
            for bucket in buckets {
                let value = rest.next().unwrap_or_default() as i8;
                if let Some(slot) = table.get_mut(bucket).and_then(|row| row.get_mut(tag)) {
                    *slot = value;
                }
            }
        }
        Weights { table, transitions }
    }

    /// The file for weights given as numbers, for each tag a slice of [`BUCKETS`]; those that round to zero
    /// are left out.
    pub fn write(weights: &[Vec<f32>; TAGS], transitions: &Transitions) -> Vec<u8> {
        let byte = |value: f32| (value * SCALE).round().clamp(-127.0, 127.0) as i8;
        let mut bytes: Vec<u8> = transitions.iter().flatten().map(|value| byte(*value) as u8).collect();
        for column in weights {
            let kept: Vec<(usize, i8)> = column
                .iter()
                .map(|value| byte(*value))
                .enumerate()
                .filter(|(_, value)| *value != 0)
                .collect();
            bytes.extend((kept.len() as u16).to_le_bytes());
            let mut last = 0;
            for (bucket, _) in &kept {
                let mut gap = bucket - last;
                while gap >= usize::from(u8::MAX) {
                    bytes.push(u8::MAX);
                    gap -= usize::from(u8::MAX);
                }
                bytes.push(gap as u8);
                last = *bucket;
            }
            bytes.extend(kept.iter().map(|(_, value)| *value as u8));
        }
        bytes
    }
}

/// How features are taken in: whoever learns their weights keeps their buckets, whoever knows these adds them up.
pub trait Seen: Clone {
    /// Takes in the feature of a bucket.
    fn see(&mut self, bucket: u16);

    /// Takes in what was taken in elsewhere.
    fn see_all(&mut self, other: &Self);
}

impl Seen for Vec<u16> {
    fn see(&mut self, bucket: u16) {
        self.push(bucket);
    }

    fn see_all(&mut self, other: &Self) {
        self.extend(other);
    }
}

/// What features say together.
#[derive(Clone)]
pub struct Sum<'w> {
    weights: &'w Weights,
    /// Of each tag, in sixteenths: a word has some eighty features, of 127 at most.
    tags: [i16; LANES],
}

impl Sum<'_> {
    /// The score of each tag.
    pub fn emission(&self) -> [f32; TAGS] {
        std::array::from_fn(|tag| f32::from(self.tags[tag]) / SCALE)
    }
}

impl Seen for Sum<'_> {
    fn see(&mut self, bucket: u16) {
        if let Some(row) = self.weights.table.get(usize::from(bucket)) {
            for (sum, weight) in self.tags.iter_mut().zip(row) {
                *sum += i16::from(*weight);
            }
        }
    }

    fn see_all(&mut self, other: &Self) {
        for (sum, more) in self.tags.iter_mut().zip(other.tags) {
            *sum += more;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut weights: [Vec<f32>; TAGS] = std::array::from_fn(|_| vec![0.0; BUCKETS]);
        for (tag, bucket, value) in [(0, 0, 1.5), (0, 255, -2.0), (0, 65_535, 3.0), (6, 600, 0.25)] {
            weights[tag][bucket] = value;
        }
        let mut transitions = [[0.0; TAGS]; TAGS + 1];
        transitions[TAGS][2] = -1.25;
        let read = Weights::read(&Weights::write(&weights, &transitions));
        assert_eq!(read.transitions, transitions);
        assert_eq!(read.emission(&[0])[0], 1.5);
        assert_eq!(read.emission(&[255, 65_535])[0], 1.0);
        assert_eq!(read.emission(&[600])[6], 0.25);
    }

    #[test]
    fn a_broken_file_gives_weights_of_zero() {
        assert_eq!(Weights::read(&[1, 2, 3]).emission(&[7]), [0.0; TAGS]);
    }
}
