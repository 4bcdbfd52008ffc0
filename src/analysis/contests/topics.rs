//! Claims grouped by what they are about.
//!
//! Two claims lie near each other by what they have in common, themes of `topics.tsv`, names, a rare root, and by
//! the course of the text: an article goes from one question to the next, so that claims of one paragraph or with
//! little told between them are mostly on one, and its headline's are on the main one; who is led in by «لكن» or
//! «في المقابل», or denies, answers the party heard just before; the later a claim comes, the less it is answered,
//! and what only asks or promises is answered by nobody. The nearest groups are joined (average linkage) until none
//! are near enough.
//!
//! Long articles are grouped in stretches of [`STRETCH`] claims, so that time grows with their number.

use crate::analysis::steps::pause;
use crate::analysis::{Act, Claim, Entity, EntityKind, PartyId, Reading};
use crate::lexicon::{self, Table};
use crate::order::{gather, sort, sort_by_key};
use crate::text::{Byte, Span, TokenKind, Words, bare_stem, root_key};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Claims grouped at a time.
const STRETCH: usize = 192;

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
    /// How much the nearest pair of two groups counts against the average of all.
    pub const NEAREST: f32 = 0.05;
    /// Groups farther from each other stay apart.
    pub const APART: f32 = -1.5;
}

/// Of more claims than this it tells nothing more how many there are.
const MANY: usize = 32;

/// A pair of claims of two parties speaks for their contest where it is likelier than this to be on one question.
const LIKELY: f32 = 0.15;

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
    /// Its place among the bags.
    place: usize,
    /// The place of the claim of another party that was heard last before it.
    other: Option<usize>,
    /// Whether it is led in as an answer.
    answers: bool,
    /// The roots of what leads it in, of weight one, and of what it says, of none.
    led: Rare,
    /// How many words the writer has said himself before it.
    told: usize,
    paragraph: usize,
    /// Its tokens.
    length: usize,
    points_back: bool,
    /// Its side among all parties, by number.
    pub party: Option<u32>,
    /// The stems of all its words, with the words as they stand in the text.
    pub stems: Vec<(String, String)>,
    /// The stems of those that are no part of a name.
    subject: Vec<String>,
    /// The roots of these, and how rare each is among the claims.
    roots: Rare,
    themes: BTreeSet<&'static str>,
    /// The themes, a bit each.
    theme_bits: u128,
    /// The names in it, by what they are known by.
    entities: BTreeSet<String>,
    /// The same by number, and how rare each is among the claims.
    referents: Rare,
}

/// Keys by number, each with how rare it is: the logarithm of one in so many claims.
type Rare = Vec<(u32, f32)>;

impl Bag {
    /// A claim's bag without its words.
    fn new(reading: &Reading, claim: &Claim, index: usize) -> Self {
        let paragraphs = reading.document().paragraphs();
        Bag {
            claim: index,
            side: claim.side.clone(),
            act: claim.act,
            place: 0,
            other: None,
            answers: false,
            led: Vec::new(),
            told: 0,
            paragraph: paragraphs.partition_point(|span| span.end <= claim.cue.span.start),
            length: 0,
            points_back: false,
            party: None,
            stems: Vec::new(),
            subject: Vec::new(),
            roots: Vec::new(),
            themes: BTreeSet::new(),
            theme_bits: 0,
            entities: BTreeSet::new(),
            referents: Vec::new(),
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
    let mut roots = Numbers::default();
    let mut referents = Numbers::default();
    let mut themes = Numbers::default();
    // The number of each stem's root: a text says the same words again and again.
    let mut of_stems: HashMap<String, u32> = HashMap::new();
    let mut bags: Vec<Bag> = Vec::with_capacity(claims.len());
    let mut course = Course::default();
    for index in order {
        let Some(claim) = claims.get(index) else { continue };
        let mut bag = words(reading, entities, claim, index);
        bag.party = claim.side.as_ref().map(|side| {
            let next = parties.len() as u32;
            *parties.entry(side).or_insert(next)
        });
        bag.place = bags.len();
        bag.other = course.hear(bag.party, bag.place);
        let leading = course.leading(reading, claim);
        bag.answers = answers(reading, claim, leading.clone());
        let leading: Vec<&str> = gather(leading.filter_map(|at| content_word(reading, at)));
        bag.told = course.told(reading, claim.span);
        let mut root = |stem: &str| match of_stems.get(stem) {
            Some(known) => *known,
            None => {
                let new = roots.of(&root_key(stem));
                of_stems.insert(stem.to_owned(), new);
                new
            }
        };
        let own: BTreeSet<u32> = gather(bag.subject.iter().map(|stem| root(stem)));
        let leading = leading.into_iter().map(|stem| (root(stem), 1.0));
        bag.led = gather(leading.chain(own.iter().map(|root| (*root, 0.0))));
        bag.roots = roots.held(own);
        let own: BTreeSet<u32> = gather(bag.entities.iter().map(|name| referents.of(name)));
        bag.referents = referents.held(own);
        bag.theme_bits = bag.themes.iter().fold(0, |bits, theme| bits | 1 << (themes.of(theme) % u128::BITS));
        bags.push(bag);
    }
    let all = bags.len() as f32 + 1.0;
    for bag in &mut bags {
        for (keys, numbers) in [(&mut bag.roots, &roots), (&mut bag.referents, &referents)] {
            for (key, rarity) in keys {
                *rarity = (all / numbers.holders(*key)).ln();
            }
        }
    }
    bags
}

/// How the text goes from claim to claim.
#[derive(Default)]
struct Course {
    /// The claims heard last, each with its party: the last of all, and the last of another party than that.
    heard: [Option<(u32, usize)>; 2],
    /// The first token behind all claims so far.
    end: usize,
    /// The writer's own words up to there.
    told: usize,
}

impl Course {
    /// Hears a claim of a party; gives the last claim of another.
    fn hear(&mut self, party: Option<u32>, place: usize) -> Option<usize> {
        let party = party?;
        let [last, before] = self.heard;
        let (other, kept) = match last {
            Some((heard, _)) if heard == party => (before, before),
            _ => (last, last),
        };
        self.heard = [Some((party, place)), kept];
        other.map(|(_, place)| place)
    }

    /// The words that lead a claim in: of its sentence, behind the claim before.
    fn leading<'r>(
        &self,
        reading: &'r Reading,
        claim: &Claim,
    ) -> impl Iterator<Item = usize> + Clone + use<'r> {
        let words = reading.words();
        let token = |at: Byte| words.partition_point(|word| word.span.end <= at);
        let start = token(claim.span.start);
        let first = claim.cue.span.start.min(claim.span.start);
        let sentence = reading.document().sentence_at(first).map_or(0, |sentence| token(sentence.start));
        let leading = sentence.max(self.end.min(token(first))).min(start)..start;
        leading.filter(|at| words.get(*at).is_some_and(|word| word.kind == TokenKind::Word))
    }

    /// How many words the writer has said himself up to a claim, which the course then has behind it.
    fn told(&mut self, reading: &Reading, claim: Span) -> usize {
        let words = reading.words();
        let start = words.partition_point(|word| word.span.end <= claim.start);
        let between = words.get(self.end..start).unwrap_or(&[]);
        self.told += between.iter().filter(|word| word.kind == TokenKind::Word).count();
        self.end = self.end.max(words.partition_point(|word| word.span.start < claim.end));
        self.told
    }
}

/// Whether a claim is led in as an answer, or its cue is a word of answering.
fn answers(reading: &Reading, claim: &Claim, mut leading: impl Iterator<Item = usize>) -> bool {
    let cue = reading.words().partition_point(|word| word.span.end <= claim.cue.span.start);
    let leads = |at: usize| ANSWERS.contains(reading.stem(at)) || LEADS.contains(reading.stem(at));
    ANSWERS.contains(reading.stem(cue)) || leading.by_ref().take(3).any(leads)
}

/// The stem of a word that tells of what is spoken, in what leads a claim in.
fn content_word<'r>(reading: &'r Reading, at: usize) -> Option<&'r str> {
    let word = reading.stem(at);
    let stem = bare_stem(word);
    let tells = stem.len() >= 6 && reading.single(at, Table::Function).is_none() && !is_empty_word(word);
    tells.then_some(stem)
}

/// Words of replying.
static ANSWERS: Words = Words::new(&["رد", "ردا", "ردت", "ردوا", "يرد", "ترد", "رده", "ردها"]);

/// Words that lead in who says otherwise: «لكن», «في المقابل», «من جانبها», «غير أن», «إلا أن», «أما … ف».
static LEADS: Words = Words::new(&[
    "لكن", "لكنه", "لكنها", "لكنهم", "غير", "بيد", "اما", "بينما", "فيما", "حين", "المقابل", "مقابل", "الا",
    "جانبه", "جانبها", "جانبهم", "جهته", "جهتها", "جهتهم", "دوره", "دورها", "دورهم", "خلافا", "عكس",
]);

/// Keys by number, and how many claims hold each.
#[derive(Default)]
struct Numbers {
    of: HashMap<String, u32>,
    holders: Vec<u32>,
}

impl Numbers {
    fn of(&mut self, key: &str) -> u32 {
        if let Some(number) = self.of.get(key) {
            return *number;
        }
        let number = self.holders.len() as u32;
        self.of.insert(key.to_owned(), number);
        self.holders.push(0);
        number
    }

    /// The keys of a claim, as held by it; how rare they are is known when all claims are.
    fn held(&mut self, keys: BTreeSet<u32>) -> Rare {
        for key in &keys {
            if let Some(count) = self.holders.get_mut(*key as usize) {
                *count += 1;
            }
        }
        keys.into_iter().map(|key| (key, 0.0)).collect()
    }

    fn holders(&self, key: u32) -> f32 {
        self.holders.get(key as usize).copied().unwrap_or(1).max(1) as f32
    }
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

/// Bags that are about the same.
pub struct Group {
    /// Their indices, in the text's order.
    pub bags: Vec<usize>,
    /// The two parties that stand against each other most, by number; none where fewer than two speak.
    pub between: Option<(u32, u32)>,
}

/// Groups of bags that are about the same.
pub async fn group(bags: &[Bag]) -> Vec<Group> {
    let prior = weight::ANY + weight::MANY * (bags.len().clamp(1, MANY) as f32).ln();
    let late = weight::LATE / bags.len().max(1) as f32;
    let mut groups = Vec::new();
    let mut start = 0;
    for stretch in bags.chunks(STRETCH) {
        groups.extend(join(start, stretch, prior, late));
        start += stretch.len();
        pause().await;
    }
    groups
}

/// How near two bags of one article lie, the first before the second: the log odds of their being on one question,
/// but for what is told by the article and by their places in it.
fn nearness(a: &Bag, b: &Bag, common: Common) -> f32 {
    let (apart, paragraphs) = (b.place - a.place, b.paragraph.abs_diff(a.paragraph));
    let one_party = a.party.is_some() && a.party == b.party;
    let of = |weights: [f32; 2]| if one_party { weights[1] } else { weights[0] };
    let mut near = contested(a.act) + contested(b.act);
    near += of(weight::CLAIMS) * (apart as f32).ln() + of(weight::PARAGRAPHS) * (paragraphs as f32).ln_1p();
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

/// Whether the acts alone set two claims against each other.
pub fn acts_oppose(a: Act, b: Act) -> bool {
    let one = |x: Act, y: Act| {
        matches!((x, y), (Act::Affirm | Act::Demand | Act::Condemn, Act::Deny) | (Act::Condemn, Act::Affirm))
    };
    one(a, b) || one(b, a)
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
fn common(bags: &[Bag]) -> Table2<Common> {
    let mut table: Table2<Common> = Table2::new(bags.len());
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
fn for_each_shared(bags: &[Bag], keys: impl Fn(&Bag) -> &Rare, mut with: impl FnMut(usize, usize, [f32; 2])) {
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

/// The groups of one stretch: agglomerative, each group remembering its nearest, so that the whole takes
/// about the square of the stretch.
fn join(start: usize, bags: &[Bag], prior: f32, late: f32) -> Vec<Group> {
    let count = bags.len();
    let common = common(bags);
    let mut table = Table2::new(count);
    let mut pairs = Table2::new(count);
    for (i, a) in bags.iter().enumerate() {
        for (j, b) in bags.iter().enumerate().skip(i + 1) {
            let near = prior + late * (a.place + b.place) as f32 + nearness(a, b, common.get(i, j));
            table.set(i, j, Cell { sum: near, most: near });
            pairs.set(i, j, near);
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
        if near < weight::APART || j >= count {
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
    }
    sort(&mut groups);
    let with_parties = |group: Vec<usize>| Group {
        between: between(bags, &group, &pairs),
        bags: group.into_iter().map(|index| start + index).collect(),
    };
    groups.into_iter().map(with_parties).collect()
}

/// The two parties of a group for whose contest its pairs of claims speak most.
fn between(bags: &[Bag], group: &[usize], pairs: &Table2<f32>) -> Option<(u32, u32)> {
    let mut spoken: BTreeMap<(u32, u32), f32> = BTreeMap::new();
    let party = |index: &usize| bags.get(*index).and_then(|bag| bag.party);
    for (place, i) in group.iter().enumerate() {
        let Some(one) = party(i) else { continue };
        for j in group.iter().skip(place + 1) {
            let Some(other) = party(j).filter(|other| *other != one) else { continue };
            let likely = 1.0 / (1.0 + (-pairs.get(*i, *j)).exp());
            *spoken.entry((one.min(other), one.max(other))).or_insert(0.0) += likely - LIKELY;
        }
    }
    let most = |best: Option<((u32, u32), f32)>, (parties, speaks): ((u32, u32), f32)| match best {
        Some((_, most)) if most >= speaks => best,
        _ => Some((parties, speaks)),
    };
    spoken.into_iter().fold(None, most).map(|(parties, _)| parties)
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
