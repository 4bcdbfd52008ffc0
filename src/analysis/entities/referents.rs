//! Who is meant by a short mention: «رايدر» after «باتريك رايدر», «التحالف» after «قوات التحالف».
//!
//! [`find`] marks such mentions, [`number`] gives all mentions of one referent the same number.

use super::names::{Name, Names};
use super::traits::{COMMON, Traits};
use crate::analysis::{EntityKind, Reading, is_complementizer};
use crate::lexicon::Table;
use crate::order::{HashMap, HashSet};

/// Most words of a part by which a person is meant again: of a run of names that no mark parts only the end
/// counts.
const LONGEST_PART: usize = 8;

/// Words of an organisation's own name at most.
const BRAND: usize = 4;

/// Marks later mentions of persons by a part of their name, and of alliances by their head alone.
pub fn find(names: &mut Names) {
    let reading = names.reading;
    let mut known: HashMap<String, Option<&'static str>> = HashMap::default();
    let mut openers: HashSet<&str> = HashSet::default();
    let mut longest = 1;
    for name in names.all().iter().filter(|name| name.kind == EntityKind::Person && name.words > 1) {
        for (first, words) in parts(name) {
            known.entry(joined(reading, first, words)).or_insert(name.country);
            openers.insert(reading.stem(first));
            longest = longest.max(words);
        }
    }
    let mut found = Vec::new();
    let mut index = 0;
    while index < reading.len() {
        let most = if openers.contains(reading.stem(index)) { longest.min(4) } else { 0 };
        let hit = (1..=most).rev().find_map(|words| {
            let free = (index..index + words)
                .all(|at| names.at(at).is_none_or(|n| n.kind == EntityKind::Place && n.words == 1));
            let country = known.get(&joined(reading, index, words)).filter(|_| free)?;
            (words > 1 || stands_alone(names, index)).then_some((words, *country))
        });
        match hit {
            Some((words, country)) => {
                found.push(Name {
                    first: index,
                    words,
                    kind: EntityKind::Person,
                    country,
                    rule: "named-before",
                    basis: (index, words),
                });
                index += words;
            }
            None => index += 1,
        }
    }
    for name in found {
        names.remove_inside(name.first, name.end(), &[EntityKind::Place]);
        names.add(name);
    }
    alliances(names);
    brands(names);
}

/// Marks other mentions of an organisation whose name, told by its head or by marks, no lexicon knows:
/// «فيرست كوانتم» where the text has «شركة فيرست كوانتم مينرالز».
fn brands(names: &mut Names) {
    let reading = names.reading;
    // Its country, and whether its words say something else where no marks stand round them.
    let mut known: HashMap<String, (Option<&'static str>, bool)> = HashMap::default();
    let mut openers: HashSet<&str> = HashSet::default();
    let own = |at: usize| names.traits(at).has(Traits::WORD) && !names.traits(at).has(Traits::KNOWN);
    for name in names.all().iter().filter(|name| name.kind == EntityKind::Organisation) {
        let head = match name.rule {
            "also-called" | "speaker-in-marks" => {
                let words = (name.first..name.end()).all(own);
                known.entry(joined(reading, name.first, name.words)).or_insert((name.country, !words));
                openers.insert(reading.stem(name.first));
                continue;
            }
            "head-before-name" => name.basis.0 + name.basis.1,
            "name-after-head" => name.first,
            _ => continue,
        };
        let Some(first) = (head..name.end()).find(|at| !names.is_quote(*at)) else { continue };
        let words = (first..name.end()).take_while(|at| own(*at)).count().min(BRAND);
        // One word that nobody knows may be any: it has to stand in marks of its own.
        let marked = first.checked_sub(1).is_some_and(|at| names.is_quote(at));
        for words in if marked { 1 } else { 2 }..=words {
            known.entry(joined(reading, first, words)).or_insert((name.country, false));
            openers.insert(reading.stem(first));
        }
    }
    let mut index = 0;
    while index < reading.len() {
        let most = if openers.contains(reading.stem(index)) { BRAND } else { 0 };
        let hit = (1..=most).rev().find_map(|words| {
            let (country, in_marks) = known.get(&joined(reading, index, words))?;
            let marked = || index > 0 && names.is_quote(index - 1) && names.is_quote(index + words);
            if *in_marks && !marked() {
                return None;
            }
            // An unknown name of two words may have been taken for a person's.
            let free = (index..index + words).all(|at| {
                names.at(at).is_none_or(|name| {
                    name.kind == EntityKind::Person && name.first >= index && name.end() <= index + words
                })
            });
            free.then_some((words, *country))
        });
        let Some((words, country)) = hit else {
            index += 1;
            continue;
        };
        names.remove_inside(index, index + words, &[EntityKind::Person]);
        names.add(Name {
            first: index,
            words,
            kind: EntityKind::Organisation,
            country,
            rule: "named-before",
            basis: (index, words),
        });
        index += words;
    }
}

/// Whether a single word that ends someone's name can stand for him here.
fn stands_alone(names: &Names, index: usize) -> bool {
    let traits = names.traits(index);
    let definite = traits.has(Traits::DEFINITE);
    let stem = names.reading.stem(index);
    if !traits.has(Traits::WORD) || stem.chars().count() < 3 || stem == "الله" {
        return false;
    }
    // «د. جمعة»
    let title = index - usize::from(index > 0 && names.reading.stem(index - 1) == ".");
    let titled = title.checked_sub(1).is_some_and(|at| names.reading.single(at, Table::Honorifics).is_some());
    // «وأضاف روس أن», after «ويلبر روس»
    let says = index > 0 && names.reading.single(index - 1, Table::CueVerbs).is_some();
    if says && is_complementizer(names.reading.folded(index + 1)) {
        return true;
    }
    if (definite || !titled) && (traits.has(Traits::NATIONALITY) || traits.any(COMMON)) {
        // «الجانب السوداني» is not he: an adjective follows a definite noun.
        let before = names.before(index);
        let noun = before.any(
            Traits::NOUN
                .with(Traits::HEAD)
                .with(Traits::ADJECTIVE)
                .with(Traits::OFFICE)
                .with(Traits::NATIONALITY),
        ) || (before.has(Traits::WORD) && !before.has(Traits::KNOWN));
        let verb = before.has(Traits::VERB);
        return definite && (!noun || verb);
    }
    true
}

/// «التحالف» and «المحاكم» alone, where the text has them with their full name.
fn alliances(names: &mut Names) {
    const HEADS: &[&str] = &["التحالف", "المحاكم", "الايتلاف", "الحلف", "الجبهه", "الجيش", "الترويكا"];
    for head in HEADS {
        let full = names.all().iter().find(|name| {
            name.kind == EntityKind::Organisation
                && name.words > 1
                && (name.first..name.end()).any(|at| names.reading.stem(at) == *head)
        });
        let Some(country) = full.map(|name| name.country) else { continue };
        let free: Vec<usize> = (0..names.reading.len())
            .filter(|at| names.reading.stem(*at) == *head && names.at(*at).is_none())
            .collect();
        for first in free {
            names.add(Name {
                first,
                words: 1,
                kind: EntityKind::Organisation,
                country,
                rule: "named-before",
                basis: (first, 1),
            });
        }
    }
}

/// The parts of a person's name that can stand for all of it, as their first word and number: its last
/// words, and the first two of more.
fn parts(name: &Name) -> impl Iterator<Item = (usize, usize)> {
    let (first, end) = (name.first, name.end());
    let last = (first + 1).max(end.saturating_sub(LONGEST_PART))..end;
    last.map(move |from| (from, end - from)).chain((name.words > 2).then_some((first, 2)))
}

fn joined(reading: &Reading, first: usize, words: usize) -> String {
    let stems: Vec<&str> = (first..first + words).map(|index| reading.stem(index)).collect();
    // «عبد الناصر» and «عبدالناصر» are one.
    stems.join(" ").replace("عبد ال", "عبدال")
}

/// For each name the index of the first mention of the same referent: the same words, or for persons a part
/// of one longer name, before it or after (a headline calls by his last name whom the text introduces).
pub fn number(reading: &Reading, names: &[Name]) -> Vec<u32> {
    let wholes = wholes(reading, names);
    let mut seen: HashMap<(EntityKind, String), u32> = HashMap::default();
    let mut numbers = Vec::with_capacity(names.len());
    for (index, name) in names.iter().enumerate() {
        let mut words = joined(reading, name.first, name.words);
        if name.kind == EntityKind::Person {
            // «السوداني», «شياع السوداني», «محمد شياع السوداني»
            while let Some(whole) = wholes.get(&words).filter(|whole| **whole != words) {
                words.clone_from(whole);
            }
        }
        numbers.push(*seen.entry((name.kind, words)).or_insert(index as u32));
    }
    numbers
}

/// For each part of a person's name a longer name that has it, the one named first.
fn wholes(reading: &Reading, names: &[Name]) -> HashMap<String, String> {
    let full = || names.iter().filter(|name| name.kind == EntityKind::Person && name.words > 1);
    let mut wholes: HashMap<String, String> = HashMap::default();
    let mut note = |name: &Name, first, words| {
        if words < name.words {
            let whole = joined(reading, name.first, name.words);
            wholes.entry(joined(reading, first, words)).or_insert(whole);
        }
    };
    for name in full() {
        parts(name).for_each(|(first, words)| note(name, first, words));
    }
    // «وانغ» for «وانغ ون بين»: some peoples' family names stand first.
    for name in full() {
        note(name, name.first, 1);
    }
    wholes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_few_parts_however_long_it_is() {
        let name = |words| Name {
            first: 10,
            words,
            kind: EntityKind::Person,
            country: None,
            rule: "given-name",
            basis: (10, 1),
        };
        let found = |words| parts(&name(words)).collect::<Vec<_>>();
        assert!(found(1).is_empty());
        assert_eq!(found(2), [(11, 1)]);
        assert_eq!(found(3), [(11, 2), (12, 1), (10, 2)]);
        assert_eq!(found(10_000).len(), LONGEST_PART + 1);
    }
}
