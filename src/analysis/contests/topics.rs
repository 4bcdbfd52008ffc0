//! Claims grouped by what they are about.
//!
//! Each claim is a bag of keys: stems, root keys, names and the themes of `topics.tsv`, weighted by how few
//! of the article's claims have them, so that words in all claims count little. Two claims lie near each
//! other by the keys in common and by the course of the text: next to each other, in one paragraph, one
//! speaker going on, an answer («هذا الاقتراح») after what it answers, opposed acts of two parties. The
//! nearest groups are joined (average linkage) until none are near enough or few are left.
//!
//! Long articles are grouped in stretches of [`STRETCH`] claims, so that time grows with their number.

use crate::analysis::steps::pause;
use crate::analysis::{Act, Claim, Entity, EntityKind, PartyId, Reading};
use crate::lexicon::{self, Table};
use crate::order::gather;
use crate::order::{sort, sort_by_key};
use crate::text::{Byte, Words, bare_stem, root_key};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Claims grouped at a time.
const STRETCH: usize = 192;

/// How much each sign of nearness counts. Set on seventeen articles with a gold standard, for a score that
/// stays while all weights are jittered, not for the best one: what counts is the order of size.
mod weight {
    /// A stem in common.
    pub const STEM: f32 = 0.2;
    /// A root in common.
    pub const ROOT: f32 = 0.15;
    /// A theme in common.
    pub const THEME: f32 = 3.0;
    /// A name in common.
    pub const NAME: f32 = 0.3;
    /// Next to each other in the text.
    pub const NEXT: f32 = 0.3;
    /// And of one party: it goes on.
    pub const GOES_ON: f32 = 0.3;
    /// And of two parties: it answers.
    pub const ANSWERS: f32 = 0.1;
    /// And the second begins with or is short with a demonstrative.
    pub const POINTS_BACK: f32 = 0.4;
    /// In one paragraph.
    pub const PARAGRAPH: f32 = 0.15;
    /// Of two parties, with opposed acts.
    pub const OPPOSED: f32 = 0.05;
    /// Of two parties, next or nearly, one too short to say what it is about («الرواية الصينية»).
    pub const SHORT: f32 = 0.3;
    /// Of two parties, one naming the other.
    pub const NAMES: f32 = 0.05;
    /// Of two parties that speak of each other in the article.
    pub const ADVERSARIES: f32 = 0.05;
    /// One of them of nobody.
    pub const NOBODY: f32 = -0.2;
    /// How much the nearest pair of two groups counts against the average of all.
    pub const NEAREST: f32 = 0.05;
    /// Groups farther from each other stay apart.
    pub const APART: f32 = 0.15;
    /// An article has so many questions for its claims at least; with fewer groups nothing more is joined.
    pub const QUESTIONS: f32 = 0.18;
}

/// A claim of no more tokens does not say what it is about.
const SHORT: usize = 4;

/// What grouping needs to know of one claim.
#[derive(Debug)]
pub struct Bag {
    /// Its index among the claims.
    pub claim: usize,
    /// Its side.
    pub side: Option<PartyId>,
    act: Act,
    paragraph: usize,
    /// Its tokens.
    length: usize,
    points_back: bool,
    /// Its keys with their weights, by key.
    keys: Vec<(u32, f32)>,
    norm: f32,
    /// Its side among all parties, by number.
    party: Option<u32>,
    /// The parties that it names, by number.
    names: BTreeSet<u32>,
    /// The stems of all its words, with the words as they stand in the text.
    pub stems: Vec<(String, String)>,
    /// The stems of those that are no part of a name.
    subject: Vec<String>,
    /// Its themes.
    themes: BTreeSet<&'static str>,
    /// The names in it, by what they are known by.
    entities: BTreeSet<String>,
}

impl Bag {
    /// A claim's bag without its words.
    fn new(reading: &Reading, claim: &Claim, index: usize) -> Self {
        let paragraphs = reading.document().paragraphs();
        Bag {
            claim: index,
            side: claim.side.clone(),
            act: claim.act,
            paragraph: paragraphs.partition_point(|span| span.end <= claim.cue.span.start),
            length: 0,
            points_back: false,
            keys: Vec::new(),
            norm: 0.0,
            party: None,
            names: BTreeSet::new(),
            stems: Vec::new(),
            subject: Vec::new(),
            themes: BTreeSet::new(),
            entities: BTreeSet::new(),
        }
    }
}

/// The claims as bags, in the text's order.
pub fn bags(reading: &Reading, entities: &[Entity], claims: &[Claim]) -> Vec<Bag> {
    let mut order: Vec<usize> = (0..claims.len()).collect();
    sort_by_key(&mut order, |index| {
        claims.get(*index).map(|claim| (claim.span.start, claim.span.end, claim.cue.span.start))
    });
    let mut parties: HashMap<&PartyId, u32> = HashMap::new();
    let mut numbers: HashMap<String, u32> = HashMap::new();
    // The numbers of each stem's own key and its root's: a text says the same words again and again.
    let mut of_stems: HashMap<String, [u32; 2]> = HashMap::new();
    let mut holders: Vec<u32> = Vec::new();
    let mut bags: Vec<Bag> = Vec::with_capacity(claims.len());
    for index in order {
        let Some(claim) = claims.get(index) else { continue };
        let mut bag = words(reading, entities, claim, index);
        let mut party = |id| {
            let next = parties.len() as u32;
            *parties.entry(id).or_insert(next)
        };
        bag.party = claim.side.as_ref().map(&mut party);
        bag.names = gather(named(entities, claim).map(party));
        let mut keys: BTreeMap<u32, f32> = BTreeMap::new();
        let mut number = |key: String| {
            let next = numbers.len() as u32;
            *numbers.entry(key).or_insert(next)
        };
        for stem in &bag.subject {
            let [stem, root] = match of_stems.get(stem) {
                Some(known) => *known,
                None => {
                    let new = [number(format!("s{stem}")), number(format!("r{}", root_key(stem)))];
                    of_stems.insert(stem.clone(), new);
                    new
                }
            };
            keys.insert(stem, weight::STEM);
            keys.insert(root, weight::ROOT);
        }
        for theme in &bag.themes {
            keys.insert(number(format!("t{theme}")), weight::THEME);
        }
        for name in &bag.entities {
            keys.insert(number(format!("n{name}")), weight::NAME);
        }
        holders.resize(numbers.len(), 0);
        for key in keys.keys() {
            if let Some(count) = holders.get_mut(*key as usize) {
                *count += 1;
            }
        }
        bag.keys = keys.into_iter().collect();
        bags.push(bag);
    }
    let all = bags.len() as f32 + 1.0;
    for bag in &mut bags {
        for (key, weight) in &mut bag.keys {
            let holders = holders.get(*key as usize).copied().unwrap_or(1).max(1) as f32;
            *weight *= (all / holders).ln();
        }
        bag.norm = bag.keys.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
    }
    bags
}

/// What a claim says: its content words, and the names in it. Dates tell nothing of a subject.
fn words(reading: &Reading, entities: &[Entity], claim: &Claim, index: usize) -> Bag {
    let tokens = reading.words();
    let start = tokens.partition_point(|word| word.span.end <= claim.span.start);
    let end = tokens.partition_point(|word| word.span.start < claim.span.end).max(start);
    let mut bag = Bag { length: end - start, ..Bag::new(reading, claim, index) };
    let mut pointing = None;
    let mut entities = entities.iter().skip(entities.partition_point(|e| e.span.start < claim.span.start));
    let mut next = entities.next();
    let mut named = Byte::default();
    for at in start..end {
        let Some(token) = tokens.get(at) else { break };
        while let Some(entity) = next.filter(|entity| entity.span.start < token.span.end) {
            if entity.kind != EntityKind::Quantity && entity.span.start >= named {
                named = entity.span.end;
                bag.entities.extend(name(entity));
            }
            next = entities.next();
        }
        let word = reading.stem(at);
        if is_demonstrative(word) && pointing.is_none() {
            pointing = Some(at - start);
        }
        let numeric = !word.chars().any(|c| c.is_alphabetic());
        let stem = bare_stem(word);
        if numeric
            || stem.chars().count() < 2
            || reading.single(at, Table::Function).is_some()
            || is_empty_word(word)
            || is_empty_word(stem)
        {
            continue;
        }
        bag.stems.push((stem.to_owned(), reading.document().slice(reading.span(at, 1)).to_owned()));
        if let Some(sense) = reading.single(at, Table::Nationalities) {
            bag.entities.insert(format!("c{}", lexicon::field(sense, 0)));
        } else if token.span.start >= named {
            bag.themes.extend(themes(stem));
            bag.subject.push(stem.to_owned());
        }
    }
    bag.points_back = pointing.is_some_and(|at| at == 0 || bag.length < 6);
    bag
}

/// The themes of a stem: its own, else, where it may be a verb of the present or of a woman or a body
/// (ينسحب، استهدفت), its root's.
fn themes(stem: &str) -> Vec<&'static str> {
    let of = |key: &str| -> Vec<&'static str> {
        let Some(found) = lexicon::lookup(key) else { return Vec::new() };
        let senses = found.senses().filter(|sense| sense.table == Table::Topics);
        senses.map(|sense| lexicon::field(sense, 0)).collect()
    };
    let own = of(&format!("~{stem}"));
    let future = stem.strip_prefix('س').filter(|rest| rest.starts_with(['ي', 'ت', 'ن']));
    let verb = future.unwrap_or(stem);
    let feminine = verb.strip_suffix('ت').filter(|rest| rest.chars().count() >= 3);
    if !own.is_empty() || !(verb.starts_with(['ي', 'ت']) || feminine.is_some()) {
        return own;
    }
    let root = root_key(feminine.unwrap_or(verb));
    if root.chars().count() < 3 { own } else { of(&format!("~~{root}")) }
}

/// What a name in a claim is known by: the country for which it stands, else its referent; dates by nothing.
fn name(entity: &Entity) -> Option<String> {
    match (entity.kind, entity.country) {
        (EntityKind::Date, _) => None,
        (_, Some(code)) if entity.side.is_some() => Some(format!("c{code}")),
        _ => Some(format!("e{}", entity.referent)),
    }
}

/// The parties whose names stand in the claim.
fn named<'e>(entities: &'e [Entity], claim: &Claim) -> impl Iterator<Item = &'e PartyId> {
    let first = entities.partition_point(|entity| entity.span.start < claim.span.start);
    let end = claim.span.end;
    let inside = entities.iter().skip(first).take_while(move |entity| entity.span.start < end);
    inside.filter_map(|entity| entity.side.as_ref())
}

fn is_demonstrative(word: &str) -> bool {
    matches!(word, "هذا" | "هذه" | "ذلك" | "تلك" | "هولاء" | "بذلك" | "لذلك")
}

/// Words that tell nothing of what a claim is about, beside the function words of the lexicon.
fn is_empty_word(word: &str) -> bool {
    static EMPTY: Words = Words::new(&[
        "كان", "كانت", "يكون", "تكون", "قد", "لقد", "ليس", "ليست", "لست", "اي", "ايه", "كل", "بعض", "جميع",
        "غير", "عدم", "اكثر", "اقل", "احد", "احدي", "اخر", "اخري", "جديد", "جديده", "شان", "امس", "اليوم",
        "غدا", "الان", "يجب", "يمكن", "بد", "لابد", "سبب", "سوف", "نحن", "انا", "بلاد", "بلاده", "بلادها",
        "خصوصا", "خاصه", "جدا", "فقط", "ايضا", "حال",
    ]);
    EMPTY.contains(word)
}

/// Groups of bags (indices into `bags`) that are about the same, each in the text's order.
pub async fn group(bags: &[Bag]) -> Vec<Vec<usize>> {
    let adversaries = adversaries(bags);
    let mut groups = Vec::new();
    let mut start = 0;
    for stretch in bags.chunks(STRETCH) {
        groups.extend(join(start, stretch, &adversaries));
        start += stretch.len();
        pause().await;
    }
    groups
}

/// How often two parties name each other; the lower number first.
type Adversaries = BTreeMap<(u32, u32), u32>;

/// How often two parties name each other in their claims.
fn adversaries(bags: &[Bag]) -> Adversaries {
    let mut counts = BTreeMap::new();
    for bag in bags {
        let Some(side) = bag.party else { continue };
        for other in bag.names.iter().copied().filter(|other| *other != side) {
            *counts.entry((side.min(other), side.max(other))).or_insert(0) += 1;
        }
    }
    counts
}

/// How near two bags of one article lie, the first before the second, `apart` claims between, whose keys
/// are so much `alike`.
fn nearness(a: &Bag, b: &Bag, alike: f32, apart: usize, adversaries: &Adversaries) -> f32 {
    let mut near = alike;
    let next = apart == 1;
    if next {
        near += weight::NEXT;
        if b.points_back {
            near += weight::POINTS_BACK;
        }
    }
    if a.paragraph == b.paragraph {
        near += weight::PARAGRAPH;
    }
    if a.party == b.party {
        if next {
            near += weight::GOES_ON;
        }
        return near;
    }
    if next {
        near += weight::ANSWERS;
    }
    if acts_oppose(a.act, b.act) {
        near += weight::OPPOSED;
    }
    let (Some(one), Some(other)) = (a.party, b.party) else { return near + weight::NOBODY };
    if apart <= 2 && a.length.min(b.length) <= SHORT {
        near += weight::SHORT;
    }
    if a.names.contains(&other) || b.names.contains(&one) {
        near += weight::NAMES;
    }
    let named = adversaries.get(&(one.min(other), one.max(other))).copied().unwrap_or(0);
    near + weight::ADVERSARIES * (named.min(2) as f32) / 2.0
}

/// Whether the acts alone set two claims against each other.
pub fn acts_oppose(a: Act, b: Act) -> bool {
    let one = |x: Act, y: Act| {
        matches!((x, y), (Act::Affirm | Act::Demand | Act::Condemn, Act::Deny) | (Act::Condemn, Act::Affirm))
    };
    one(a, b) || one(b, a)
}

/// How much the keys of each two bags are alike (the cosine), the first of the two in the rows. Most pairs
/// have few keys in common, so that each key is brought to those that have it.
fn alike(bags: &[Bag]) -> Table2<f32> {
    let mut holders: BTreeMap<u32, Vec<(usize, f32)>> = BTreeMap::new();
    for (index, bag) in bags.iter().enumerate() {
        for (key, weight) in &bag.keys {
            holders.entry(*key).or_default().push((index, weight * weight));
        }
    }
    let mut table = Table2::new(bags.len());
    for holders in holders.values() {
        for (place, (i, weight)) in holders.iter().enumerate() {
            for (j, _) in holders.iter().skip(place + 1) {
                table.set(*i, *j, table.get(*i, *j) + weight);
            }
        }
    }
    for (i, a) in bags.iter().enumerate() {
        for (j, b) in bags.iter().enumerate().skip(i + 1) {
            let norm = a.norm * b.norm;
            table.set(i, j, if norm == 0.0 { 0.0 } else { table.get(i, j) / norm });
        }
    }
    table
}

/// The groups of one stretch: agglomerative, each group remembering its nearest, so that the whole takes
/// about the square of the stretch.
fn join(start: usize, bags: &[Bag], adversaries: &Adversaries) -> Vec<Vec<usize>> {
    let count = bags.len();
    let alike = alike(bags);
    let mut table = Table2::new(count);
    for (i, a) in bags.iter().enumerate() {
        for (j, b) in bags.iter().enumerate().skip(i + 1) {
            let near = nearness(a, b, alike.get(i, j), j - i, adversaries);
            table.set(i, j, Cell { sum: near, most: near });
        }
    }
    let mut groups: Vec<Vec<usize>> = (0..count).map(|index| vec![index]).collect();
    let mut alive: Vec<usize> = (0..count).collect();
    let link = |table: &Table2<Cell>, groups: &[Vec<usize>], i: usize, j: usize| {
        let size = |x: usize| groups.get(x).map_or(1, Vec::len) as f32;
        let cell = table.get(i, j);
        (1.0 - weight::NEAREST) * cell.sum / (size(i) * size(j)) + weight::NEAREST * cell.most
    };
    let best = |table: &Table2<Cell>, groups: &[Vec<usize>], alive: &[usize], i: usize| {
        let others = alive.iter().copied().filter(|j| *j != i).map(|j| (link(table, groups, i, j), j));
        others.fold((f32::MIN, usize::MAX), |best, next| if next.0 > best.0 { next } else { best })
    };
    let mut nearest: Vec<(f32, usize)> = (0..count).map(|i| best(&table, &groups, &alive, i)).collect();
    loop {
        let found = alive.iter().filter_map(|i| Some((nearest.get(*i)?.0, *i)));
        let (near, i) =
            found.fold((f32::MIN, usize::MAX), |best, next| if next.0 > best.0 { next } else { best });
        let Some((_, j)) = nearest.get(i).copied() else { break };
        let few = alive.len() as f32 <= weight::QUESTIONS * count as f32;
        if few || near < weight::APART || j >= count {
            break;
        }
        let (keep, gone) = (i.min(j), i.max(j));
        alive.retain(|x| *x != gone);
        for other in alive.iter().copied().filter(|x| *x != keep) {
            let (a, b) = (table.get(keep, other), table.get(gone, other));
            table.set(keep, other, Cell { sum: a.sum + b.sum, most: a.most.max(b.most) });
        }
        let moved = groups.get_mut(gone).map(std::mem::take).unwrap_or_default();
        if let Some(group) = groups.get_mut(keep) {
            group.extend(moved);
        }
        for x in alive.iter().copied() {
            let stale = x == keep || nearest.get(x).is_some_and(|(_, to)| *to == keep || *to == gone);
            let now = if stale {
                best(&table, &groups, &alive, x)
            } else {
                let link = link(&table, &groups, x, keep);
                let was = nearest.get(x).copied().unwrap_or((f32::MIN, usize::MAX));
                if link > was.0 { (link, keep) } else { was }
            };
            if let Some(slot) = nearest.get_mut(x) {
                *slot = now;
            }
        }
    }
    let mut groups: Vec<Vec<usize>> = groups.into_iter().filter(|group| !group.is_empty()).collect();
    for group in &mut groups {
        sort(group);
        group.iter_mut().for_each(|index| *index += start);
    }
    sort(&mut groups);
    groups
}

/// Nearness between two groups.
#[derive(Clone, Copy, Debug, Default)]
struct Cell {
    /// Over all pairs.
    sum: f32,
    /// Of the nearest pair.
    most: f32,
}

/// A symmetric table.
struct Table2<T> {
    count: usize,
    cells: Vec<T>,
}

impl<T: Copy + Default> Table2<T> {
    fn new(count: usize) -> Self {
        Table2 { count, cells: vec![T::default(); count * count] }
    }

    fn get(&self, i: usize, j: usize) -> T {
        self.cells.get(i.min(j) * self.count + i.max(j)).copied().unwrap_or_default()
    }

    fn set(&mut self, i: usize, j: usize, cell: T) {
        if let Some(slot) = self.cells.get_mut(i.min(j) * self.count + i.max(j)) {
            *slot = cell;
        }
    }
}
