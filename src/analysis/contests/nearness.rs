//! How near two claims lie to each other: how likely it is that they are on one question.

use super::bags::{Bag, Rare};
use super::pairs::Pairs;
use crate::analysis::Act;
use std::collections::BTreeMap;

/// How much each sign counts for two claims being on one question: log odds, as a logistic regression over the
/// pairs of claims of fifty articles with a gold standard has them, once with the claims and sides that the engine
/// finds, once with those of the gold. What was tried and tells nothing more on articles not seen: a table of
/// concepts with their opposites, quantities, who names whom, the words of the paragraph.
mod weight {
    /// Of any two claims.
    pub const ANY: f32 = 1.38;
    /// By the logarithm of how many claims the article has, up to [`super::MANY`].
    pub const MANY: f32 = -0.59;
    /// For each act of the two, whether such claims are contested at all; warnings are as likely as not.
    pub const AFFIRM: f32 = 0.24;
    pub const DENY: f32 = 0.45;
    pub const CONDEMN: f32 = 0.56;
    pub const DEMAND: f32 = -0.11;
    pub const PROMISE: f32 = -0.72;
    /// For each of the two, by the share of the article's claims that come before it.
    pub const LATE: f32 = -1.16;
    /// Of two parties, both denying.
    pub const BOTH_DENY: f32 = -0.58;
    /// Of two parties, both asking, or one asking and one condemning.
    pub const BOTH_ASK: f32 = -0.65;
    /// Of two parties with none heard between, the second is led in as an answer.
    pub const ANSWER: f32 = 1.02;
    /// Of two parties with none heard between, the second denies.
    pub const DENIAL: f32 = 0.67;
    /// By the logarithm of the claims from one to the other, of two parties and of one.
    pub const CLAIMS: [f32; 2] = [0.36, -0.28];
    /// By the logarithm of the paragraphs from one to the other, and one more, of two parties and of one.
    pub const PARAGRAPHS: [f32; 2] = [-0.91, -0.22];
    /// In one paragraph.
    pub const PARAGRAPH: f32 = 0.43;
    /// By the logarithm of the words, and one more, that the writer says himself between the two.
    pub const TOLD: f32 = -0.22;
    /// For each that stands in the headline.
    pub const HEADLINE: f32 = 0.48;
    /// Next to each other, the second begins with or is short with a demonstrative.
    pub const POINTS_BACK: f32 = 0.98;
    /// Next or nearly, one too short to say what it is about («الرواية الصينية»).
    pub const SHORT: f32 = 0.62;
    /// For each theme in common, up to three.
    pub const THEME: f32 = 0.59;
    /// Both have themes, and none in common.
    pub const OTHER_THEMES: f32 = -0.32;
    /// By how much their names are alike (the cosine).
    pub const NAMES: f32 = 0.44;
    /// By how rare the rarest root is that they have in common, as the logarithm of one in so many claims.
    pub const ROOT: f32 = 0.22;
    /// One says or is led in by a word whose root leads in the other.
    pub const LED: f32 = 0.3;
    /// One of them of nobody.
    pub const NOBODY: f32 = -1.28;
}

/// Of more claims than this it tells nothing more how many there are.
const MANY: usize = 32;

/// A claim of no more tokens does not say what it is about.
const SHORT: usize = 4;

/// What holds of any two claims of an article.
#[derive(Clone, Copy)]
pub struct Article {
    any: f32,
    /// For each of the two, by its place.
    late: f32,
}

impl Article {
    /// That of all these claims.
    pub fn of(bags: &[Bag]) -> Self {
        Article {
            any: weight::ANY + weight::MANY * (bags.len().clamp(1, MANY) as f32).ln(),
            late: weight::LATE / bags.len().max(1) as f32,
        }
    }
}

/// The log odds of each two of some bags of an article being on one question.
pub fn of_pairs(article: Article, bags: &[Bag]) -> Pairs<f32> {
    let common = common(bags);
    let mut pairs = Pairs::new(bags.len());
    for (i, a) in bags.iter().enumerate() {
        for (j, b) in bags.iter().enumerate().skip(i + 1) {
            let places = article.late * (a.place + b.place) as f32;
            pairs.set(i, j, article.any + places + of(a, b, common.get(i, j)));
        }
    }
    pairs
}

/// How near two bags of one article lie, the first before the second: the log odds of their being on one question,
/// but for what is told by the article and by their places in it.
fn of(a: &Bag, b: &Bag, common: Common) -> f32 {
    let (apart, paragraphs) = (b.place - a.place, b.paragraph.abs_diff(a.paragraph));
    let one_party = a.party.is_some() && a.party == b.party;
    let by_party = |weights: [f32; 2]| if one_party { weights[1] } else { weights[0] };
    let mut near = contested(a.act) + contested(b.act);
    near += by_party(weight::CLAIMS) * (apart as f32).ln()
        + by_party(weight::PARAGRAPHS) * (paragraphs as f32).ln_1p();
    near += weight::TOLD * (b.told.saturating_sub(a.told) as f32).ln_1p();
    if paragraphs == 0 {
        near += weight::PARAGRAPH;
    }
    near += weight::HEADLINE * [a, b].iter().filter(|bag| bag.paragraph == 0).count() as f32;
    if apart == 1 && b.points_back {
        near += weight::POINTS_BACK;
    }
    if apart <= 2 && a.length.min(b.length) <= SHORT {
        near += weight::SHORT;
    }
    let themes = (a.theme_bits & b.theme_bits).count_ones().min(3);
    near += weight::THEME * themes as f32;
    if themes == 0 && a.theme_bits != 0 && b.theme_bits != 0 {
        near += weight::OTHER_THEMES;
    }
    near += weight::NAMES * common.names + weight::ROOT * common.root;
    near += if common.led { weight::LED } else { 0.0 };
    if a.party != b.party {
        near += match (a.act, b.act) {
            (Act::Deny, Act::Deny) => weight::BOTH_DENY,
            (Act::Demand, Act::Demand | Act::Condemn) | (Act::Condemn, Act::Demand) => weight::BOTH_ASK,
            _ => 0.0,
        };
    }
    if a.party.is_none() || b.party.is_none() {
        near += weight::NOBODY;
    } else if b.other == Some(a.place) {
        near += if b.answers { weight::ANSWER } else { 0.0 };
        near += if b.act == Act::Deny { weight::DENIAL } else { 0.0 };
    }
    near
}

/// Whether claims of an act are contested.
fn contested(act: Act) -> f32 {
    match act {
        Act::Affirm => weight::AFFIRM,
        Act::Deny => weight::DENY,
        Act::Condemn => weight::CONDEMN,
        Act::Warn => 0.0,
        Act::Demand => weight::DEMAND,
        Act::Promise => weight::PROMISE,
    }
}

/// What the words of two claims have in common.
#[derive(Clone, Copy, Debug, Default)]
struct Common {
    /// How much their names are alike: the cosine.
    names: f32,
    /// How rare the rarest root in common is.
    root: f32,
    /// Whether a root in common leads one of them in.
    led: bool,
}

/// What each two bags have in common. Most pairs have few keys in common, so that each key is brought to those
/// that have it.
fn common(bags: &[Bag]) -> Pairs<Common> {
    let mut table: Pairs<Common> = Pairs::new(bags.len());
    for_each_shared(
        bags,
        |bag| &bag.roots,
        |i, j, [rarity, _]| {
            let known = table.get(i, j);
            table.set(i, j, Common { root: known.root.max(rarity), ..known });
        },
    );
    for_each_shared(
        bags,
        |bag| &bag.led,
        |i, j, leads| {
            if leads != [0.0; 2] {
                table.set(i, j, Common { led: true, ..table.get(i, j) });
            }
        },
    );
    let norms: Vec<f32> =
        bags.iter().map(|bag| bag.referents.iter().map(|(_, r)| r * r).sum::<f32>().sqrt()).collect();
    for_each_shared(
        bags,
        |bag| &bag.referents,
        |i, j, [rarity, _]| {
            let known = table.get(i, j);
            let norm = norms.get(i).copied().unwrap_or(0.0) * norms.get(j).copied().unwrap_or(0.0);
            let names = if norm == 0.0 { 0.0 } else { rarity * rarity / norm };
            table.set(i, j, Common { names: known.names + names, ..known });
        },
    );
    table
}

/// Calls with each two bags that share a key, the first first, and what it weighs in each.
fn for_each_shared(
    bags: &[Bag],
    keys: for<'b> fn(&'b Bag) -> &'b Rare,
    mut with: impl FnMut(usize, usize, [f32; 2]),
) {
    let mut holders: BTreeMap<u32, Vec<(usize, f32)>> = BTreeMap::new();
    for (index, bag) in bags.iter().enumerate() {
        for (key, rarity) in keys(bag) {
            holders.entry(*key).or_default().push((index, *rarity));
        }
    }
    for holders in holders.values() {
        for (place, (i, rarity)) in holders.iter().enumerate() {
            for (j, other) in holders.iter().skip(place + 1) {
                with(*i, *j, [*rarity, *other]);
            }
        }
    }
}
