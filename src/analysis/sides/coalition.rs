//! Countries that the text counts together and that speak as one: «السعودية والإمارات والبحرين ومصر», then «قالت
//! الدول الأربع». They are one party, and whoever speaks for one of them speaks for it.

use super::ground::Ground;
use super::stand::{Stand, Standing, place};
use crate::analysis::{Claim, Particles};
use crate::lexicon::{self, Table};
use crate::order::gather;
use std::collections::BTreeSet;

/// The number by which the party goes among the text's groups.
pub const COALITION: u32 = u32::MAX;

/// A coalition of the text.
pub struct Coalition {
    members: BTreeSet<&'static str>,
    /// As the text counts them: «الدول الأربع».
    pub name: String,
}

impl Coalition {
    /// The first that speaks in one of the claims and whose members the text lists.
    pub fn find(ground: &Ground, claims: &[Claim]) -> Option<Coalition> {
        claims.iter().find_map(|claim| {
            let (count, name) = counted(ground, claim)?;
            Some(Coalition { members: listed(ground, count)?, name })
        })
    }

    /// For whom a claim's speaker stands, if for the coalition.
    pub fn speaks(&self, ground: &Ground, claim: &Claim, known: Option<&Standing>) -> Option<Standing> {
        match known {
            Some(known) => self.instead(known),
            None => counted(ground, claim)
                .filter(|(count, _)| *count == self.members.len())
                .map(|(_, name)| Standing::new(Stand::Group(COALITION), "side-coalition", name)),
        }
    }

    /// For a member of it, the coalition.
    pub fn instead(&self, known: &Standing) -> Option<Standing> {
        let Stand::Country(code) = known.stand else { return None };
        let member = self.members.contains(code);
        member.then(|| known.instead(Stand::Group(COALITION), "side-coalition"))
    }
}

/// «الدول الأربع» as a claim's speaker: how many, and the words.
fn counted(ground: &Ground, claim: &Claim) -> Option<(usize, String)> {
    let speaker = claim.speaker.as_ref()?;
    let first = ground.tokens(speaker.span).start;
    let number =
        ground.reading.single(first + 1, Table::Numbers).filter(|_| ground.reading.stem(first) == "الدول")?;
    let count = lexicon::field(number, 0).parse().ok().filter(|count| (3..12).contains(count))?;
    Some((count, ground.words(first..first + 2)))
}

/// The first list of exactly so many countries, joined by و.
fn listed(ground: &Ground, count: usize) -> Option<BTreeSet<&'static str>> {
    let reading = ground.reading;
    let mut run: Vec<&'static str> = Vec::new();
    let (mut index, mut next) = (0, 0);
    while index < reading.len() {
        let Some((words, Stand::Country(code))) = place(reading, index) else {
            index += 1;
            continue;
        };
        let and = reading.word(index).is_some_and(|word| word.particles.has(Particles::AND));
        if !(and && index == next) {
            if run.len() == count {
                break;
            }
            run.clear();
        }
        run.push(code);
        index += words;
        next = index;
    }
    let members: BTreeSet<_> = gather(run);
    (members.len() == count).then_some(members)
}
