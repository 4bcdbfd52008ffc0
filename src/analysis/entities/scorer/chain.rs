//! The probabilities of tags along a run of words: a linear-chain conditional random field.

use super::{OUTSIDE, TAGS, kind_of};

/// What it weighs that one tag follows another; the last row is for the beginning.
pub type Transitions = [[f32; TAGS]; TAGS + 1];

/// `exp` of the transitions, zero where a tag cannot follow: the same for all runs of a text.
pub struct Steps(Transitions);

impl Steps {
    /// The steps for these transitions.
    pub fn new(transitions: &Transitions) -> Self {
        let mut steps = transitions.map(|row| row.map(f32::exp));
        for (from, row) in steps.iter_mut().enumerate() {
            for (to, step) in row.iter_mut().enumerate() {
                if !follows(from, to) {
                    *step = 0.0;
                }
            }
        }
        Steps(steps)
    }
}

/// The forward and backward sums over one run of words.
pub struct Chain<'s> {
    /// `exp` of each word's scores, the largest taken out.
    potentials: Vec<[f32; TAGS]>,
    steps: &'s Transitions,
    forward: Vec<[f32; TAGS]>,
    backward: Vec<[f32; TAGS]>,
}

impl<'s> Chain<'s> {
    /// Sums over all ways to tag words with these scores; linear in their number.
    pub fn new(emissions: &[[f32; TAGS]], Steps(steps): &'s Steps) -> Self {
        let potentials: Vec<[f32; TAGS]> = emissions
            .iter()
            .map(|scores| {
                let most = scores.iter().copied().fold(f32::MIN, f32::max);
                scores.map(|score| (score - most).exp())
            })
            .collect();
        let mut forward = Vec::with_capacity(potentials.len());
        let mut last: Option<[f32; TAGS]> = None;
        for potential in &potentials {
            let mut sums = match last {
                None => steps[TAGS],
                Some(last) => {
                    let mut sums = [0.0; TAGS];
                    for (before, row) in last.iter().zip(steps) {
                        for (sum, step) in sums.iter_mut().zip(row) {
                            *sum += before * step;
                        }
                    }
                    sums
                }
            };
            for (sum, potential) in sums.iter_mut().zip(potential) {
                *sum *= potential;
            }
            normalize(&mut sums);
            forward.push(sums);
            last = Some(sums);
        }
        let mut backward = vec![[1.0; TAGS]; potentials.len()];
        for index in (1..potentials.len()).rev() {
            let mut after = [0.0; TAGS];
            for (tag, slot) in after.iter_mut().enumerate() {
                *slot = (0..TAGS)
                    .map(|to| steps[tag][to] * potentials[index][to] * backward[index][to])
                    .sum::<f32>();
            }
            normalize(&mut after);
            backward[index - 1] = after;
        }
        Chain { potentials, steps, forward, backward }
    }

    /// The probability of each tag of each word.
    pub fn marginals(&self) -> impl Iterator<Item = [f32; TAGS]> + '_ {
        self.forward.iter().zip(&self.backward).map(|(forward, backward)| {
            let mut both = *forward;
            for (one, other) in both.iter_mut().zip(backward) {
                *one *= other;
            }
            normalize(&mut both);
            both
        })
    }

    /// The probability that `from` stands at the word before `index` and `to` at it, for each pair.
    pub fn pairs(&self, index: usize) -> [[f32; TAGS]; TAGS] {
        let mut pairs = [[0.0; TAGS]; TAGS];
        let mut total = 0.0;
        for (from, row) in pairs.iter_mut().enumerate() {
            for (to, slot) in row.iter_mut().enumerate() {
                *slot = self.forward[index - 1][from]
                    * self.steps[from][to]
                    * self.potentials[index][to]
                    * self.backward[index][to];
                total += *slot;
            }
        }
        pairs.map(|row| row.map(|value| if total > 0.0 { value / total } else { 0.0 }))
    }
}

/// Whether a tag can follow another: a name's later word follows a word of its kind.
fn follows(from: usize, to: usize) -> bool {
    match kind_of(to) {
        Some((kind, false)) => from != OUTSIDE && kind_of(from).is_some_and(|(before, _)| before == kind),
        _ => true,
    }
}

fn normalize(values: &mut [f32; TAGS]) {
    let sum: f32 = values.iter().sum();
    if sum > 0.0 {
        for value in values.iter_mut() {
            *value /= sum;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All ways to tag, one by one.
    fn brute(emissions: &[[f32; TAGS]], transitions: &Transitions) -> Vec<[f32; TAGS]> {
        let mut sums = vec![[0.0; TAGS]; emissions.len()];
        let ways = TAGS.pow(emissions.len() as u32);
        for way in 0..ways {
            let tags: Vec<usize> = (0..emissions.len()).map(|i| way / TAGS.pow(i as u32) % TAGS).collect();
            let mut before = TAGS;
            let mut score = 0.0;
            for (index, tag) in tags.iter().enumerate() {
                if !follows(before, *tag) {
                    score = f32::NEG_INFINITY;
                }
                score += emissions[index][*tag] + transitions[before][*tag];
                before = *tag;
            }
            for (index, tag) in tags.iter().enumerate() {
                sums[index][*tag] += score.exp();
            }
        }
        sums.iter_mut().for_each(normalize);
        sums
    }

    #[test]
    fn marginals_are_the_sums_over_all_ways() {
        let value = |seed: usize| ((seed * 2_654_435_761) % 1000) as f32 / 400.0 - 1.2;
        let emissions: Vec<[f32; TAGS]> =
            (0..4).map(|i| std::array::from_fn(|t| value(i * 31 + t + 1))).collect();
        let transitions: Transitions =
            std::array::from_fn(|from| std::array::from_fn(|to| value(from * 17 + to * 5 + 3)));
        let steps = Steps::new(&transitions);
        let chain = Chain::new(&emissions, &steps);
        for (found, expected) in chain.marginals().zip(brute(&emissions, &transitions)) {
            for (one, other) in found.iter().zip(expected) {
                assert!((one - other).abs() < 1e-4, "{one} {other}");
            }
        }
        let pairs: f32 = chain.pairs(2).iter().flatten().sum();
        assert!((pairs - 1.0).abs() < 1e-4);
    }
}
