//! The names of a chosen dispute, found in the text.

use super::stand::{Stand, Standing};
use crate::analysis::{Dispute, NameKind, Reading};
use crate::order::{HashMap, sort_by};
use crate::text::{fold, light_stem};

/// No name of a party is longer than this in words; keeps a hostile file from costing more.
const LONGEST: usize = 10;

/// Every name of every party, and which country is whose.
#[derive(Debug, Default)]
pub struct Names {
    /// By the first word, the rest of the words with party and kind, longest first.
    phrases: HashMap<String, Vec<(Vec<String>, usize, NameKind)>>,
    adjectives: HashMap<String, usize>,
    countries: HashMap<String, usize>,
}

impl Names {
    /// The names of a dispute.
    pub fn new(dispute: &Dispute) -> Self {
        let mut names = Names::default();
        for (index, party) in dispute.parties.iter().enumerate() {
            for code in &party.countries {
                names.countries.entry(code.clone()).or_insert(index);
            }
            for (kind, _, name) in party.names() {
                if kind == NameKind::Adjective {
                    names.adjectives.entry(light_stem(&fold(name)).to_owned()).or_insert(index);
                    continue;
                }
                let folded = fold(name);
                let mut words = folded.split_whitespace().map(str::to_owned);
                if let Some(first) = words.next() {
                    let rest: Vec<_> = words.take(LONGEST).collect();
                    names.phrases.entry(first).or_default().push((rest, index, kind));
                }
            }
        }
        for rests in names.phrases.values_mut() {
            sort_by(rests, |a, b| (b.0.len(), &a.0, a.1).cmp(&(a.0.len(), &b.0, b.1)));
        }
        names
    }

    /// The longest name that begins at a token, with its number of words.
    pub fn at(&self, reading: &Reading, index: usize) -> Option<(usize, Standing)> {
        let word = reading.stem(index);
        if word.is_empty() {
            return None;
        }
        for (rest, party, kind) in self.phrases.get(word).into_iter().flatten() {
            let fits = rest.iter().enumerate().all(|(i, word)| reading.folded(index + 1 + i) == word);
            if fits {
                let rule = match kind {
                    NameKind::Official => "side-official",
                    NameKind::Institution => "side-institution",
                    NameKind::Ally => "side-ally",
                    _ => "side-name",
                };
                let words = rest.len() + 1;
                let text = reading.document().slice(reading.span(index, words)).to_owned();
                return Some((words, Standing::new(Stand::Party(*party), rule, text)));
            }
        }
        // Without a dispute there are none, and every word is asked.
        let adjectives = Some(&self.adjectives).filter(|adjectives| !adjectives.is_empty())?;
        let party = *adjectives.get(light_stem(word))?;
        Some((1, Standing::new(Stand::Party(party), "side-adjective", word)))
    }

    /// The party of a country instead of the country, where it has one.
    pub fn of(&self, stand: Stand) -> Stand {
        match stand {
            Stand::Country(code) => self.countries.get(code).map_or(stand, |party| Stand::Party(*party)),
            other => other,
        }
    }
}
