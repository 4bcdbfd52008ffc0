//! How well an analysis agrees with a gold standard: precision, recall and F1 of what it found.
//!
//! Used by the test `figures` and by `cargo xtask score`. Both sides come in the format of
//! `exchange::analysis_json`; offsets are code points.
//!
//! | figure | right is |
//! | --- | --- |
//! | entity | exact span and type; `entity.TYPE` for one type |
//! | entity_value | a date or quantity with span, type and value, of those that have a value in the gold |
//! | claim | the spans overlap by half (intersection over union), one to one |
//! | attribution, side, act | a matched claim with the right speaker (a word in common), side, act |
//! | contest | a pair of claims that are set against each other |

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;

/// An analysed article, of which only what is scored is read.
#[derive(Deserialize)]
pub struct Analysis {
    /// The day of publication.
    pub date: Option<String>,
    entities: Vec<Entity>,
    claims: Vec<Claim>,
    #[serde(default)]
    contests: Vec<Contest>,
}

#[derive(Deserialize)]
struct Entity {
    start: u32,
    end: u32,
    r#type: String,
    value: Option<serde_json::Value>,
}

#[derive(Deserialize)]
struct Claim {
    id: String,
    start: u32,
    end: u32,
    side: Option<String>,
    speaker: Option<String>,
    act: Option<String>,
}

#[derive(Deserialize)]
struct Contest {
    positions: BTreeMap<String, Vec<String>>,
}

/// Counts of one figure, pooled over articles.
#[derive(Clone, Copy, Default)]
pub struct Tally {
    right: usize,
    gold: usize,
    found: usize,
}

impl Tally {
    /// How much of what was found is right, in percent.
    pub fn precision(self) -> f64 {
        percent(self.right, self.found)
    }

    /// How much of the gold was found, in percent.
    pub fn recall(self) -> f64 {
        percent(self.right, self.gold)
    }

    /// The harmonic mean of the two.
    pub fn f1(self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }
}

fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 }
}

/// The figures over all articles added so far.
#[derive(Default)]
pub struct Scores {
    articles: usize,
    rows: BTreeMap<(usize, String), Tally>,
}

/// The figures in the order in which they are shown.
const ORDER: [&str; 7] = ["entity", "entity_value", "claim", "attribution", "side", "act", "contest"];

impl Scores {
    /// Adds one article.
    pub fn add(&mut self, gold: &Analysis, found: &Analysis) {
        self.articles += 1;
        self.add_entities(gold, found);
        self.add_claims(gold, found);
    }

    /// A figure by its name; all zero where there is none.
    pub fn figure(&self, name: &str) -> Tally {
        self.rows.get(&key(name)).copied().unwrap_or_default()
    }

    fn count(&mut self, name: &str, right: usize, gold: usize, found: usize) {
        let tally = self.rows.entry(key(name)).or_default();
        tally.right += right;
        tally.gold += gold;
        tally.found += found;
    }

    fn add_entities(&mut self, gold: &Analysis, found: &Analysis) {
        let keys = |analysis: &Analysis| -> BTreeSet<(u32, u32, String)> {
            analysis.entities.iter().map(|e| (e.start, e.end, e.r#type.clone())).collect()
        };
        let (gold_keys, found_keys) = (keys(gold), keys(found));
        self.count("entity", gold_keys.intersection(&found_keys).count(), gold_keys.len(), found_keys.len());
        let types: BTreeSet<&String> = gold_keys.union(&found_keys).map(|key| &key.2).collect();
        for of_type in types {
            let count = |keys: &BTreeSet<(u32, u32, String)>| keys.iter().filter(|k| k.2 == *of_type).count();
            let right = gold_keys.intersection(&found_keys).filter(|k| k.2 == *of_type).count();
            self.count(&format!("entity.{of_type}"), right, count(&gold_keys), count(&found_keys));
        }
        let values = |analysis: &Analysis| -> BTreeMap<(u32, u32, String), String> {
            let valued = analysis.entities.iter().filter(|e| !e.value.as_ref().is_none_or(|v| v.is_null()));
            valued.map(|e| ((e.start, e.end, e.r#type.clone()), shown(e.value.as_ref()))).collect()
        };
        let (gold_values, found_values) = (values(gold), values(found));
        let right = gold_values.iter().filter(|(key, value)| found_values.get(*key) == Some(value)).count();
        self.count("entity_value", right, gold_values.len(), gold_values.len());
    }

    fn add_claims(&mut self, gold: &Analysis, found: &Analysis) {
        let matched = matched(&gold.claims, &found.claims);
        let pairs: Vec<(&Claim, &Claim)> =
            matched.iter().filter_map(|(g, f)| Some((gold.claims.get(*g)?, found.claims.get(*f)?))).collect();
        let sides = sides(&pairs);
        let side = |claim: &Claim| claim.side.as_deref().and_then(|side| sides.get(side).copied().flatten());
        let (golden, given) = (gold.claims.len(), found.claims.len());
        let right = |fits: &dyn Fn(&Claim, &Claim) -> bool| pairs.iter().filter(|(g, f)| fits(g, f)).count();
        self.count("claim", pairs.len(), golden, given);
        self.count("attribution", right(&|g, f| same_speaker(g, f)), golden, given);
        self.count("side", right(&|g, f| g.side.as_deref() == side(f)), golden, given);
        self.count("act", right(&|g, f| g.act == f.act), golden, given);
        let gold_ids = gold.claims.iter().enumerate().map(|(i, c)| (c.id.as_str(), i)).collect();
        let back: HashMap<usize, usize> = matched.iter().map(|(g, f)| (*f, *g)).collect();
        // Claims that match none keep a number of their own, beyond those of the gold.
        let number = |index: usize| back.get(&index).copied().unwrap_or(golden + index);
        let found_ids = found.claims.iter().enumerate().map(|(i, c)| (c.id.as_str(), number(i))).collect();
        let (golden, given) = (opposed(gold, &gold_ids), opposed(found, &found_ids));
        self.count("contest", golden.intersection(&given).count(), golden.len(), given.len());
    }
}

fn key(name: &str) -> (usize, String) {
    let head = name.split('.').next().unwrap_or(name);
    let place = ORDER.iter().position(|known| *known == head).unwrap_or(ORDER.len());
    (place, name.to_owned())
}

impl fmt::Display for Scores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:18} {:>9} {:>7} {:>7}   {} articles", "", "precision", "recall", "F1", self.articles)?;
        for ((_, name), t) in &self.rows {
            let Tally { right, gold, found } = t;
            let (p, r, f1) = (t.precision(), t.recall(), t.f1());
            writeln!(f, "{name:18} {p:9.1} {r:7.1} {f1:7.1}   {right} right of {gold}, {found} found")?;
        }
        Ok(())
    }
}

fn shown(value: Option<&serde_json::Value>) -> String {
    match value {
        Some(serde_json::Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
        None => String::new(),
    }
}

/// Claims of the two sides that mean the same, best fit first: pairs of indices.
fn matched(gold: &[Claim], found: &[Claim]) -> Vec<(usize, usize)> {
    let mut fits: Vec<(f64, usize, usize)> = Vec::new();
    for (g, golden) in gold.iter().enumerate() {
        for (f, given) in found.iter().enumerate() {
            let common = f64::from(golden.end.min(given.end)) - f64::from(golden.start.max(given.start));
            let around = f64::from(golden.end.max(given.end)) - f64::from(golden.start.min(given.start));
            if common > 0.0 && common / around >= 0.5 {
                fits.push((common / around, g, f));
            }
        }
    }
    fits.sort_by(|a, b| b.partial_cmp(a).unwrap_or(std::cmp::Ordering::Equal));
    let (mut golden, mut given) = (BTreeSet::new(), BTreeSet::new());
    let free = |(_, g, f): &(f64, usize, usize)| {
        let free = !golden.contains(g) && !given.contains(f);
        if free {
            golden.insert(*g);
            given.insert(*f);
        }
        free
    };
    let mut free = free;
    fits.into_iter().filter(|fit| free(fit)).map(|(_, g, f)| (g, f)).collect()
}

/// Which side of the gold each found side is, one to one, the best fit first: an analysis may name the
/// parties its own way.
fn sides<'a>(pairs: &[(&'a Claim, &'a Claim)]) -> HashMap<&'a str, Option<&'a str>> {
    struct Votes<'a> {
        gold: Option<&'a str>,
        found: Option<&'a str>,
        count: f64,
    }
    let mut votes: Vec<Votes> = Vec::new();
    for (gold, found) in pairs {
        let (gold, found) = (gold.side.as_deref(), found.side.as_deref());
        let count = if gold == found { 1.5 } else { 1.0 };
        match votes.iter_mut().find(|votes| votes.gold == gold && votes.found == found) {
            Some(votes) => votes.count += count,
            None => votes.push(Votes { gold, found, count }),
        }
    }
    votes.sort_by(|a, b| b.count.total_cmp(&a.count));
    let mut sides = HashMap::new();
    let mut taken = BTreeSet::new();
    for Votes { gold, found, .. } in votes {
        let Some(found) = found else { continue };
        if !sides.contains_key(found) && taken.insert(gold) {
            sides.insert(found, gold);
        }
    }
    sides
}

/// Whether the speakers have a word in common, the article and و, ف before it aside; none is like none.
fn same_speaker(gold: &Claim, found: &Claim) -> bool {
    let (golden, given) = (words(gold.speaker.as_deref()), words(found.speaker.as_deref()));
    if golden.is_empty() || given.is_empty() { golden == given } else { !golden.is_disjoint(&given) }
}

fn words(text: Option<&str>) -> BTreeSet<String> {
    let letters = |c: char| match c {
        '\u{64b}'..='\u{652}' | '\u{670}' | '\u{640}' => None,
        'أ' | 'إ' | 'آ' => Some('ا'),
        'ى' => Some('ي'),
        'ة' => Some('ه'),
        other => Some(other),
    };
    let text: String = text.unwrap_or("").chars().filter_map(letters).collect();
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty());
    words.map(|word| without_article(word).to_owned()).collect()
}

fn without_article(word: &str) -> &str {
    let joined = word.strip_prefix(['و', 'ف']).and_then(strip_article);
    joined.or_else(|| strip_article(word)).unwrap_or(word)
}

fn strip_article(word: &str) -> Option<&str> {
    word.strip_prefix("ال").or_else(|| word.strip_prefix("لل"))
}

/// The pairs of claims that stand against each other, by their numbers, the smaller first.
fn opposed(analysis: &Analysis, numbers: &HashMap<&str, usize>) -> BTreeSet<(usize, usize)> {
    let mut pairs = BTreeSet::new();
    for contest in &analysis.contests {
        let known = |ids: &Vec<String>| -> Vec<usize> {
            ids.iter().filter_map(|id| numbers.get(id.as_str()).copied()).collect()
        };
        let positions: Vec<Vec<usize>> = contest.positions.values().map(known).collect();
        for (index, position) in positions.iter().enumerate() {
            for other in positions.iter().skip(index + 1).flatten() {
                let against = position.iter().filter(|claim| *claim != other);
                pairs.extend(against.map(|claim| (*claim.min(other), *claim.max(other))));
            }
        }
    }
    pairs
}
