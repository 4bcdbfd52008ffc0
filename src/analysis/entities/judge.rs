//! Where rules and scorer disagree: what rests on little is dropped, what only the scorer sees is added.
//!
//! | rules | scorer | kept |
//! | --- | --- | --- |
//! | a name | likely, the same words | the name |
//! | a person, or an organisation by a loose rule | likely, other words | what both see as likely |
//! | a place | likely, other words | the rules' words: «قطاع غزة», «قاعدة التنف» |
//! | a name by a loose rule | unlikely | nothing |
//! | a government, army or ministry | unlikely | the name: the scorer's teacher did not mark them all |
//! | nothing | likely | the scorer's, without a title or head that stays outside |

use super::names::{Name, Names};
use super::organisations;
use super::persons::{self, is_family, is_joint};
use super::scorer::{self, Guess, TAGS, tag};
use super::traits::{COMMON, Traits};
use crate::analysis::steps::pause;
use crate::analysis::{EntityKind, Particles, Word, has_manner_shape};
use crate::lexicon::{self, Table, field};
use crate::order::{HashSet, gather, sort_by_key};

/// Persons less likely than this are dropped.
const DOUBTED_PERSON: f32 = 0.4;
/// Persons of two names after a title or an office less likely than this are dropped.
const DOUBTED_TITLED: f32 = 0.15;
/// Places less likely than this are dropped.
const DOUBTED_PLACE: f32 = 0.35;
/// Places of the lexicon less likely than this are dropped: the scorer knows fewer places.
const DOUBTED_LISTED_PLACE: f32 = 0.1;
/// Organisations by a loose rule less likely than this are dropped.
const DOUBTED_ORGANISATION: f32 = 0.25;
/// A word at the edge of a name that is less likely than this does not belong to it.
const EDGE: f32 = 0.35;
/// A verb of so many letters is no part of a foreign name that is spelt like one («بيرت», «ولد»).
const LONG_VERB: usize = 5;
/// An office stands so many words before its holder's name at most.
const OFFICE_BEFORE: usize = 4;
/// What only the scorer sees is at least so likely.
const ADDED: f32 = 0.5;

/// Weighs every name of the rules, and adds the scorer's own.
pub async fn judge(names: &mut Names<'_, '_>) {
    let probabilities = scorer::score(names).await;
    pause().await;
    let guesses = scorer::guesses(&probabilities);
    let guesses = guesses.into_iter().filter_map(|guess| without_outside(names, guess)).collect();
    let verdict = Verdict { probabilities, guesses };
    let mut kept: Vec<Name> = Vec::with_capacity(names.all().len());
    let weighed: Vec<Option<Name>> = names.all().iter().map(|name| verdict.weigh(names, name)).collect();
    let one = |name: &&Name| is_one_listed(names, name);
    let seen: HashSet<&str> =
        gather(weighed.iter().flatten().filter(one).map(|name| names.reading.stem(name.first)));
    let again = |name: &&Name| one(name) && seen.contains(names.reading.stem(name.first));
    let both = names.all().iter().zip(weighed);
    kept.extend(both.filter_map(|(name, kept)| kept.or_else(|| Some(name).filter(again).cloned())));
    let mut taken = vec![false; names.reading.len()];
    for index in kept.iter().flat_map(|name| name.first..name.end()) {
        if let Some(slot) = taken.get_mut(index) {
            *slot = true;
        }
    }
    for guess in verdict.guesses.iter().filter(|guess| guess.probability >= ADDED) {
        let free = !(guess.first..guess.first + guess.words).any(|index| taken.get(index) == Some(&true));
        if free {
            kept.push(learned(names, guess));
        }
    }
    let person = |name: &&Name| name.kind == EntityKind::Person;
    let alone = |name: &&Name| name.words == 1 && !names.traits(name.first).has(Traits::KNOWN);
    let families: HashSet<&str> =
        gather(kept.iter().filter(person).filter(alone).map(|name| names.reading.stem(name.first)));
    for name in kept.iter_mut().filter(|name| name.kind == EntityKind::Person) {
        without_neighbours(names, name);
        // «جان بابتيست سانكارا», where the text goes on with «سانكارا» alone.
        if names.continues(name.end()) && families.contains(names.reading.stem(name.end())) {
            name.words += 1;
        }
    }
    sort_by_key(&mut kept, |name| (name.first, std::cmp::Reverse(name.words)));
    names.replace(merged(names, kept));
}

/// «وزير المالية الهندي آرون جيتلي», «دعا عمران خان الهند إلى الحوار»: without the nationality of the office before
/// a name and the country behind it.
fn without_neighbours(names: &Names, name: &mut Name) {
    let nation = Traits::NATIONALITY.with(Traits::DEFINITE);
    let office =
        |at: usize| (at.saturating_sub(OFFICE_BEFORE)..at).any(|at| names.traits(at).has(Traits::OFFICE));
    if name.words > 2 && names.traits(name.first).has(nation) && office(name.first) {
        name.first += 1;
        name.words -= 1;
    }
    let last = name.end() - 1;
    if name.words > 2
        && names.reading.single(last, Table::Countries).is_some()
        && !names.traits(last).any(Traits::GIVEN.with(Traits::FAMILY))
    {
        name.words -= 1;
    }
}

/// Persons that stand right after one another are one: a list of persons has «و» or a mark between them.
fn merged(names: &Names, kept: Vec<Name>) -> Vec<Name> {
    let mut whole: Vec<Name> = Vec::with_capacity(kept.len());
    for name in kept {
        match whole.last_mut() {
            Some(last)
                if last.kind == EntityKind::Person
                    && name.kind == EntityKind::Person
                    && last.end() == name.first
                    && names.continues(name.first)
                    && !(last.words == 1 && is_family(names, last.first) && is_family(names, name.first)) =>
            {
                last.words += name.words;
            }
            _ => whole.push(name),
        }
    }
    whole
}

struct Verdict {
    probabilities: Vec<[f32; TAGS]>,
    guesses: Vec<Guess>,
}

impl Verdict {
    /// What remains of a name of the rules.
    fn weigh(&self, names: &Names, name: &Name) -> Option<Name> {
        let led = || persons::led(names, name.first) == Some(name.end());
        // «، مطيع الله عابد،»
        let set_off = || {
            let comma = |at: usize| matches!(names.reading.stem(at), "،" | ",");
            name.words > 1 && comma(name.end()) && name.first.checked_sub(1).is_some_and(comma)
        };
        if name.rule == "office-before-name" && set_off()
            || is_firm(name)
            || is_held(names, name)
            || name.rule == "office-before-name" && led()
        {
            return Some(name.clone());
        }
        let words = (name.first..name.end()).map(|index| self.likelihood(index, name.kind));
        let most = words.clone().fold(0.0, f32::max);
        match name.kind {
            EntityKind::Place => (most >= DOUBTED_PLACE
                || name.rule == "listed-place" && most >= DOUBTED_LISTED_PLACE)
                .then(|| name.clone()),
            EntityKind::Person => {
                let titled = name.rule != "given-name" && name.words > 1;
                let least = if titled { DOUBTED_TITLED } else { DOUBTED_PERSON };
                self.fit(names, name).filter(|_| most >= least)
            }
            EntityKind::Organisation => self.fit(names, name).filter(|_| most >= DOUBTED_ORGANISATION),
            _ => None,
        }
    }

    /// The name without unlikely words at its edges, and with those that the scorer adds to it.
    fn fit(&self, names: &Names, name: &Name) -> Option<Name> {
        let (mut first, mut end) = (name.first, name.end());
        // «النائب مبارك الصواغ»: a given name right behind a title is the first of the names; «مطيع الله» is one.
        let phrase = |at: usize| names.reading.longest(at, Table::Given).map_or(0, |(words, _)| words);
        let plain = !names.traits(first).has(Traits::FUNCTION);
        let given = name.rule == "title-before-name" && phrase(first) > 0 && plain || phrase(first) > 1;
        while !given && first < end && self.likelihood(first, name.kind) < EDGE {
            first += 1;
        }
        // «رئيس الحكومة عزيز أخنوش»: behind a given name, what nobody knows is the family's.
        let family = |at: usize| {
            let titled = name.kind == EntityKind::Person && name.rule != "given-name";
            titled
                && at == name.first + 1
                && names.traits(name.first).has(Traits::GIVEN)
                && !names.traits(at).has(Traits::KNOWN)
        };
        let known = names.end_of_known(name.first).unwrap_or_default();
        // «رياض علم الدين»
        let two = |end: usize| end >= first + 2 && phrase(end - 2) > 1;
        while known.max(first) < end
            && self.likelihood(end - 1, name.kind) < EDGE
            && !family(end - 1)
            && !(name.kind == EntityKind::Person && two(end))
        {
            end -= 1;
        }
        // «خالد بن حمد آل خليفة», «أم كلثوم»: what joins two names has both.
        if name.kind == EntityKind::Person && first < end {
            while end < name.end() && is_joint(names, end - 1) {
                end += 1;
            }
            while first > name.first && is_joint(names, first - 1) {
                first -= 1;
            }
        }
        let guesses =
            self.guesses.iter().skip(self.guesses.partition_point(|g| g.first + g.words <= name.first));
        for guess in guesses.take_while(|guess| guess.first < name.end()).filter(|g| g.kind == name.kind) {
            first = first.min(guess.first);
            end = end.max(guess.first + guess.words);
        }
        (first < end).then(|| Name { first, words: end - first, ..name.clone() })
    }

    fn likelihood(&self, index: usize, kind: EntityKind) -> f32 {
        self.probabilities.get(index).map_or(0.0, |row| row[tag(kind, true)] + row[tag(kind, false)])
    }
}

/// Rules for organisations that rest on enough.
fn is_firm(name: &Name) -> bool {
    name.kind == EntityKind::Organisation
        && match name.rule {
            "listed-organisation" => name.words > 1,
            "head-before-name" => false,
            _ => true,
        }
}

/// «القيادي في تيار الفراتين», «باسم كتلة الوفاء», «قال ائتلاف النصر»: a group in which somebody holds an office, for
/// which he speaks, or which speaks itself.
fn is_held(names: &Names, name: &Name) -> bool {
    let group = matches!(
        names.reading.stem(name.first),
        "تيار" | "كتله" | "ائتلاف" | "حزب" | "حركه" | "جبهه" | "تحالف" | "تكتل"
    );
    // «كتلة التجمع» is of the party that is called so.
    let of_another = names.traits(name.first + 1).has(Traits::HEAD);
    if name.rule != "head-before-name" || !group || name.words < 2 || of_another {
        return false;
    }
    let Some(before) = name.first.checked_sub(1) else { return false };
    let office = |at: usize| names.traits(at).has(Traits::OFFICE);
    let speaks = names.reading.single(before, Table::CueVerbs).is_some();
    let within =
        matches!(names.reading.folded(before), "في" | "عن" | "من") && before > 0 && office(before - 1);
    speaks || within || office(before) || names.reading.folded(before) == "باسم"
}

/// Whether a name is one listed word that is nothing else, by itself: «غوغل». Where the scorer sees it once in a
/// text, it is that name everywhere.
fn is_one_listed(names: &Names, name: &Name) -> bool {
    let other = COMMON.with(Traits::GIVEN).with(Traits::FAMILY).with(Traits::PLACE).with(Traits::HEAD);
    let otherwise = other.with(Traits::FUNCTION).with(Traits::JOINED).with(Traits::DEFINITE);
    let beside = |at: usize| names.traits(at).any(Traits::GIVEN.with(Traits::FAMILY));
    let neighbour = name.first.checked_sub(1).is_some_and(beside) || beside(name.end());
    name.rule == "listed-organisation"
        && name.words == 1
        && !names.traits(name.first).any(otherwise)
        && !neighbour
}

fn learned(names: &Names, guess: &Guess) -> Name {
    let kind = if holds_office(names, guess) { EntityKind::Person } else { guess.kind };
    Name {
        first: guess.first,
        words: guess.words,
        kind,
        country: None,
        rule: "learned",
        basis: (guess.first, guess.words),
    }
}

/// «رئيس ديوان الحكومة غيرغلي غولياش», «رئيسها أندراش ليديرر»: words that nobody knows behind an office that
/// something closes are somebody.
fn holds_office(names: &Names, guess: &Guess) -> bool {
    let (first, end) = (guess.first, guess.first + guess.words);
    let unknown = |at: usize| !names.traits(at).any(Traits::KNOWN.with(Traits::DEFINITE));
    let office = |at: usize| names.traits(at).has(Traits::OFFICE);
    let before = first.saturating_sub(OFFICE_BEFORE)..first;
    let owned = first > 0 && names.reading.stem(first - 1).strip_suffix("ها").is_some_and(is_office);
    // «الباحث في معهد واشنطن سونر كاغابتاي»
    let closed = first.checked_sub(1).is_some_and(|at| names.at(at).is_some());
    guess.kind == EntityKind::Organisation
        && guess.words > 1
        && names.continues(first)
        && (first..end).all(unknown)
        && (owned
            || (names.traits(first.saturating_sub(1)).has(Traits::DEFINITE) || closed)
                && before.clone().any(office)
                && before.into_iter().all(|at| names.traits(at).has(Traits::WORD)))
}

/// Whether the word without its pronoun is an office.
fn is_office(word: &str) -> bool {
    lexicon::lookup(word).is_some_and(|found| found.sense_in(Table::Offices).is_some())
}

/// A guess without what stays outside: titles before persons, heads like «مدينة» and «صحيفة».
fn without_outside(names: &Names, mut guess: Guess) -> Option<Guess> {
    while guess.words > 1 && stays_outside(names, guess.first, guess.kind) {
        guess.first += 1;
        guess.words -= 1;
    }
    // «والـ» before a mark has no letters of its own.
    while guess.words > 1 && names.reading.stem(guess.first + guess.words - 1).is_empty() {
        guess.words -= 1;
    }
    // «وكالة الأمن البحري الباكستانية الثلاثاء»: when it was.
    while guess.words > 1 && organisations::is_weekday(names.reading.stem(guess.first + guess.words - 1)) {
        guess.words -= 1;
    }
    // «اتهم المينورسو بتكرار …»: of what it is accused.
    while guess.words > 1 && guess.kind == EntityKind::Organisation && {
        let last = names.reading.word(guess.first + guess.words - 1);
        last.is_some_and(|word| word.particles == Particles::BI && !word.definite && word.certain)
    } {
        guess.words -= 1;
    }
    // «أبو مازن التقى …» and «حننه ولد سيدي»: a verb ends a name, and what joins its parts does not.
    if guess.kind == EntityKind::Person {
        let verb = |index: &usize| {
            let long = names.reading.stem(*index).chars().count() >= LONG_VERB;
            let name = names.traits(*index).any(Traits::GIVEN.with(Traits::FAMILY));
            long && !name && names.reading.is_finite(*index)
        };
        let end = guess.first + guess.words;
        guess.words = (guess.first + 1..end).find(verb).unwrap_or(end) - guess.first;
        let end = guess.first + guess.words;
        if is_joint(names, end - 1) && names.continues(end) {
            guess.words += 1;
        }
    }
    // «محمد وأحمد» are two, «باسكال لمحللين» is one and whom he spoke to.
    let joined = |index: &usize| {
        let word = names.reading.word(*index);
        // «لمين» may be a name; what is longer is none with an ل before it.
        let to =
            |word: &Word| word.particles == Particles::LI && names.reading.stem(*index).chars().count() > 4;
        word.is_some_and(|word| (word.particles == Particles::AND || to(word)) && word.certain)
    };
    if guess.kind == EntityKind::Person
        && let Some(other) = (guess.first + 1..guess.first + guess.words).find(joined)
    {
        guess.words = other - guess.first;
    }
    let alone = guess.words == 1
        && (stays_outside(names, guess.first, guess.kind) || is_manner(names, guess.first, guess.kind));
    (!alone).then_some(guess)
}

/// «مخاطبا», «متفاخرا»: how somebody speaks, not who.
fn is_manner(names: &Names, index: usize, kind: EntityKind) -> bool {
    let stem = names.reading.stem(index);
    kind == EntityKind::Person && has_manner_shape(stem) && !names.traits(index).has(Traits::KNOWN)
}

fn stays_outside(names: &Names, index: usize, kind: EntityKind) -> bool {
    let reading = names.reading;
    let outside = |table| reading.single(index, table).is_some_and(|sense| field(sense, 0) == "outside");
    match kind {
        EntityKind::Person => {
            !names.traits(index).any(Traits::GIVEN)
                && (matches!(reading.stem(index), "اسمه" | "اسمها" | "اسمهم")
                    || reading.single(index, Table::Honorifics).is_some()
                    || names.traits(index).has(Traits::OFFICE))
        }
        EntityKind::Organisation => outside(Table::OrganisationHeads),
        _ => outside(Table::PlaceHeads),
    }
}
