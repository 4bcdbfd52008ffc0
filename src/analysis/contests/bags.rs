//! What grouping needs to know of the claims: of what each speaks, and where it stands in the course of the text.

use crate::analysis::{Act, Claim, Entity, EntityKind, PartyId, Reading};
use crate::lexicon::{self, Table};
use crate::order::{HashMap, gather, sort_by_key};
use crate::text::{Byte, Span, TokenKind, Words, bare_stem, root_key};
use std::collections::BTreeSet;

/// One claim.
#[derive(Debug)]
pub struct Bag<'r> {
    /// Its index among the claims.
    pub claim: usize,
    /// Its side.
    pub side: Option<PartyId>,
    /// What is done in it.
    pub act: Act,
    /// Its place among the bags.
    pub place: usize,
    /// The place of the claim of another party that was heard last before it.
    pub other: Option<usize>,
    /// Whether it is led in as an answer.
    pub answers: bool,
    /// The roots of what leads it in, of weight one, and of what it says, of none.
    pub led: Rare,
    /// How many words the writer has said himself before it.
    pub told: usize,
    /// The number of its cue's paragraph, from 0.
    pub paragraph: usize,
    /// Its tokens.
    pub length: usize,
    /// Whether it begins with a demonstrative, or is short with one.
    pub points_back: bool,
    /// Its side among all parties, by number.
    pub party: Option<u32>,
    /// The stems of all its words, with the words as they stand in the text.
    pub stems: Vec<(&'r str, &'r str)>,
    /// The stems of those that are no part of a name.
    subject: Vec<&'r str>,
    /// The roots of these, and how rare each is among the claims.
    pub roots: Rare,
    /// The themes of these, a bit each.
    pub theme_bits: u128,
    /// The names in it, by what they are known by.
    entities: BTreeSet<String>,
    /// The same by number, and how rare each is among the claims.
    pub referents: Rare,
}

/// Keys by number, each with how rare it is: the logarithm of one in so many claims.
pub type Rare = Vec<(u32, f32)>;

impl<'r> Bag<'r> {
    /// A claim's bag without its words.
    fn new(reading: &'r Reading, claim: &Claim, index: usize) -> Self {
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
            theme_bits: 0,
            entities: BTreeSet::new(),
            referents: Vec::new(),
        }
    }
}

/// The claims as bags, in the text's order.
pub fn bags<'r>(reading: &'r Reading, entities: &[Entity], claims: &[Claim]) -> Vec<Bag<'r>> {
    let mut order: Vec<usize> = (0..claims.len()).collect();
    sort_by_key(&mut order, |index| {
        claims.get(*index).map(|claim| (claim.span.start, claim.span.end, claim.cue.span.start))
    });
    let mut parties: HashMap<&str, u32> = HashMap::default();
    let mut roots = Numbers::default();
    let mut referents = Numbers::default();
    let mut themes = Numbers::default();
    // The number of each stem's root and its themes: a text says the same words again and again.
    let mut of_stems: HashMap<&str, (u32, u128)> = HashMap::default();
    let mut bags: Vec<Bag> = Vec::with_capacity(claims.len());
    let mut course = Course::default();
    for index in order {
        let Some(claim) = claims.get(index) else { continue };
        let mut bag = words(reading, entities, claim, index);
        bag.party = claim.side.as_ref().map(|side| {
            let next = parties.len() as u32;
            *parties.entry(side.0.as_str()).or_insert(next)
        });
        bag.place = bags.len();
        bag.other = course.hear(bag.party, bag.place);
        let leading = course.leading(reading, claim);
        bag.answers = answers(reading, claim, leading.clone());
        let leading: Vec<&str> = gather(leading.filter_map(|at| content_word(reading, at)));
        bag.told = course.told(reading, claim.span);
        let mut told = |stem| {
            *of_stems.entry(stem).or_insert_with(|| {
                let bits = self::themes(stem).into_iter().map(|theme| 1 << (themes.of(theme) % u128::BITS));
                (roots.of(&root_key(stem)), bits.fold(0, |all, bit| all | bit))
            })
        };
        let own: BTreeSet<u32> = gather(bag.subject.iter().map(|stem| told(*stem).0));
        bag.theme_bits = bag.subject.iter().fold(0, |bits, stem| bits | told(*stem).1);
        let leading = leading.into_iter().map(|stem| (told(stem).0, 1.0));
        bag.led = gather(leading.chain(own.iter().map(|root| (*root, 0.0))));
        bag.roots = roots.held(own);
        let own: BTreeSet<u32> = gather(bag.entities.iter().map(|name| referents.of(name)));
        bag.referents = referents.held(own);
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

/// How many claims each party has, by number.
pub fn heard(bags: &[Bag]) -> Vec<usize> {
    let mut heard: Vec<usize> = Vec::new();
    for party in bags.iter().filter_map(|bag| bag.party) {
        let party = party as usize;
        heard.resize(heard.len().max(party + 1), 0);
        if let Some(times) = heard.get_mut(party) {
            *times += 1;
        }
    }
    heard
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
        let start = reading.token(claim.span.start);
        let first = claim.cue.span.start.min(claim.span.start);
        let sentence = reading.document().sentence_at(first).map_or(0, |it| reading.token(it.start));
        let leading = sentence.max(self.end.min(reading.token(first))).min(start)..start;
        leading.filter(|at| words.get(*at).is_some_and(|word| word.kind == TokenKind::Word))
    }

    /// How many words the writer has said himself up to a claim, which the course then has behind it.
    fn told(&mut self, reading: &Reading, claim: Span) -> usize {
        let said = reading.tokens(claim);
        let between = reading.words().get(self.end..said.start).unwrap_or(&[]);
        self.told += between.iter().filter(|word| word.kind == TokenKind::Word).count();
        self.end = self.end.max(said.end);
        self.told
    }
}

/// Whether a claim is led in as an answer, or its cue is a word of answering.
fn answers(reading: &Reading, claim: &Claim, mut leading: impl Iterator<Item = usize>) -> bool {
    let cue = reading.token(claim.cue.span.start);
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
fn words<'r>(reading: &'r Reading, entities: &[Entity], claim: &Claim, index: usize) -> Bag<'r> {
    let said = reading.tokens(claim.span);
    let mut bag = Bag { length: said.len(), ..Bag::new(reading, claim, index) };
    let mut pointing = None;
    let mut entities = entities.iter().skip(entities.partition_point(|e| e.span.start < claim.span.start));
    let mut next = entities.next();
    let mut named = Byte::default();
    for at in said.clone() {
        let Some(token) = reading.word(at) else { break };
        while let Some(entity) = next.filter(|entity| entity.span.start < token.span.end) {
            if entity.kind != EntityKind::Quantity && entity.span.start >= named {
                named = entity.span.end;
                bag.entities.extend(name(entity));
            }
            next = entities.next();
        }
        let word = reading.stem(at);
        if is_demonstrative(word) && pointing.is_none() {
            pointing = Some(at - said.start);
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
        bag.stems.push((stem, reading.document().slice(reading.span(at, 1))));
        if let Some(sense) = reading.single(at, Table::Nationalities) {
            bag.entities.insert(format!("c{}", lexicon::field(sense, 0)));
        } else if token.span.start >= named {
            bag.subject.push(stem);
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
