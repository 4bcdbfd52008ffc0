//! Persons: by given name, and by what stands before a name: a title, an office and what it is of.
//!
//! | text | person | by |
//! | --- | --- | --- |
//! | محمد شياع السوداني | all of it | a given name and what continues it |
//! | الرئيس الأمريكي جورج بوش | جورج بوش | a title, its adjective, a name |
//! | متحدث البنتاغون، باتريك رايدر، | باتريك رايدر | an office with what it is of, a comma |
//! | أسامة بن لادن، أبو مازن | all of it | بن، أبو، آل، عبد, which join |

use super::names::{Name, Names};
use super::traits::{COMMON, Traits};
use crate::analysis::{EntityKind, Particles, has_causing_shape, is_complementizer};
use crate::lexicon::{Table, field, lookup};
use crate::text::{TokenKind, Words, bare};

/// Words that join the parts of a name.
static JOINTS: Words = Words::new(&[
    "بن", "ابن", "بنت", "ابو", "ابي", "ال", "عبد", "ام", "ولد", "دي", "دو", "دا", "دير", "ديل", "فان", "فون",
    "لو", "لا", "ماك", "مك", "اوغلو", "زاده", "سان", "اون", "بو", "ايت",
]);

/// Words that open a name of two: «عبد الله», «أبو عبيدة», «بن لادن», «آل ثاني».
const OPENERS: &[&str] = &["عبد", "ابو", "بن"];

/// Words that stand between two names of one person: «الناني ولد اشروقه».
const BETWEEN: &[&str] = &["بن", "بنت", "ولد"];

/// Most words of one name.
const MOST: usize = 6;
/// Most words of a name that goes right up to what its bearer says.
const LED: usize = 4;
/// Most words between an office and the name of who holds it.
const FARTHEST: usize = 12;

/// Marks all persons.
pub fn find(names: &mut Names) {
    let mut index = 0;
    let mut titled: Option<Title> = None;
    while index < names.reading.len() {
        if let Some(title) = titled.filter(|title| title.name == index) {
            titled = None;
            if let Some(end) = sequence(names, index, true).max(led(names, index)) {
                index = mark(names, index, end, title.rule, title.basis, title.country);
                continue;
            }
        }
        if let Some(title) = title_at(names, index) {
            titled = Some(title);
        }
        let covered = names.at(index).is_some_and(|name| {
            let headed = name.rule == "place-after-head" && !names.traits(index).has(Traits::GIVEN);
            name.kind != EntityKind::Place || name.words > 1 || headed
        });
        // «سانتياغو»: a capital where no other name follows it.
        let capital = |end: &usize| {
            let city = names.reading.single(index, Table::Cities);
            *end == index + 1 && city.is_some_and(|city| field(city, 1) == "capital")
        };
        // «سعيد خطيب زاده», whom public life knows by all of that.
        let end = sequence(names, index, false).max(names.end_of_known(index));
        match end.filter(|end| !covered && !capital(end)) {
            Some(end) => index = mark(names, index, end, "given-name", (index, 1), None),
            None => index += 1,
        }
    }
}

fn mark(
    names: &mut Names,
    first: usize,
    end: usize,
    rule: &'static str,
    basis: (usize, usize),
    country: Option<&'static str>,
) -> usize {
    names.remove_inside(first, end, &[EntityKind::Place]);
    names.add(Name { first, words: end - first, kind: EntityKind::Person, country, rule, basis });
    end
}

/// A title or office, and where the name that belongs to it begins.
#[derive(Clone, Copy)]
struct Title {
    name: usize,
    rule: &'static str,
    basis: (usize, usize),
    country: Option<&'static str>,
}

fn title_at(names: &Names, index: usize) -> Option<Title> {
    let honorific = names.reading.longest(index, Table::Honorifics);
    let office = names.reading.longest(index, Table::Offices);
    if let Some((words, _)) = honorific
        && let Some(title) = after_honorific(names, index, words)
    {
        return Some(title);
    }
    let (words, _) = office?;
    after_office(names, index, words)
}

/// After a title stand at most adjectives: «الرئيس الأمريكي السابق».
fn after_honorific(names: &Names, index: usize, words: usize) -> Option<Title> {
    let mut at = index + words;
    let mut country = None;
    if matches!(names.reading.stem(index), "د" | "م" | "ا") {
        if names.reading.stem(at) != "." {
            return None;
        }
        at += 1;
    }
    for _ in 0..4 {
        let traits = names.traits(at);
        let adjective =
            traits.has(Traits::DEFINITE) && traits.any(Traits::ADJECTIVE.with(Traits::NATIONALITY));
        let title = names.reading.longest(at, Table::Honorifics).map_or(0, |(words, _)| words);
        if !names.continues(at) || !(adjective || title > 0) || is_name_here(names, at) {
            break;
        }
        country = country.or(names.nationality(at));
        at += title.max(1);
    }
    if names.is_quote(at) {
        at += 1;
    }
    opens(names, at, true).then_some(Title {
        name: at,
        rule: "title-before-name",
        basis: (index, words),
        country,
    })
}

/// An adjective that is the name itself, because the name ends the phrase: «الرئيس المصري» is none,
/// «الشيخ الصادق المهدي» is.
fn is_name_here(names: &Names, at: usize) -> bool {
    let traits = names.traits(at);
    traits.any(Traits::GIVEN.with(Traits::FAMILY)) && !traits.any(Traits::ADJECTIVE.with(Traits::NATIONALITY))
}

/// After an office may stand what it is of, up to the name: «وزير الخارجية الأمريكي», «المتحدث باسم …».
fn after_office(names: &Names, index: usize, words: usize) -> Option<Title> {
    let title = |name, country| Title { name, rule: "office-before-name", basis: (index, words), country };
    let mut at = index + words;
    let mut country = None;
    let indefinite = !names.traits(index).has(Traits::DEFINITE);
    let mut passed = 0;
    while passed < FARTHEST {
        if passed > 0 && led(names, at).is_some() {
            return Some(title(at, country));
        }
        if let Some(name) = names.beginning(at) {
            if name.kind == EntityKind::Person {
                return None;
            }
            let particle = names.traits(at).has(Traits::JOINED) && passed == 0 && !indefinite;
            let single_given = name.words == 1 && opens(names, at, false);
            if !single_given || particle {
                country = country.or(name.country);
                at = name.end();
                passed += 1;
                continue;
            }
        }
        let traits = names.traits(at);
        if !traits.has(Traits::WORD) {
            if is_comma(names, at) && (opens(names, at + 1, false) || is_set_off(names, at + 1)) {
                return Some(title(at + 1, country));
            }
            // Quotation marks and brackets round what it is of are passed: «حركة "فتح"».
            let passable = names.is_quote(at) || (passed > 0 && matches!(names.reading.stem(at), "(" | ")"));
            if passable {
                at += 1;
                passed += 1;
                continue;
            }
            return None;
        }
        match after_office_stands(names, at, passed == 0 && indefinite) {
            Stands::Name => return Some(title(at, country)),
            Stands::Else => return None,
            Stands::Complement => {}
        }
        country = country.or(names.nationality(at));
        at += 1;
        passed += 1;
    }
    None
}

/// What a word after an office is.
enum Stands {
    /// The name of who holds it begins there.
    Name,
    /// It is of what the office is of.
    Complement,
    /// Neither: what was said of the office has ended.
    Else,
}

/// What a word after an office is; `first` where it is right behind one without article, which a complement
/// follows: «وزير خارجية العراق».
fn after_office_stands(names: &Names, at: usize, first: bool) -> Stands {
    let traits = names.traits(at);
    let joined = traits.has(Traits::JOINED);
    if !joined && is_named_by_month(names, at) {
        return Stands::Name;
    }
    if traits.has(Traits::FUNCTION) {
        let within = ["في", "من", "علي", "لدي", "عن", "بين", "غير", "الي"];
        return if within.contains(&names.reading.stem(at)) { Stands::Complement } else { Stands::Else };
    }
    if joined {
        return Stands::Complement;
    }
    let complement = first && !traits.any(Traits::GIVEN);
    if (traits.has(Traits::FAMILY) || !complement) && opens(names, at, false) || is_descended(names, at) {
        return Stands::Name;
    }
    let definite = traits.has(Traits::DEFINITE);
    let unknown = !traits.has(Traits::KNOWN);
    // «المتحدث باسم الحلف صالح المنهالي»: a given name that says something else, too, before what nobody knows.
    let family = names.traits(at + 1).has(Traits::DEFINITE) && !names.traits(at + 1).has(Traits::KNOWN);
    let closed = names.before(at).has(Traits::DEFINITE);
    if closed && family && !definite && traits.has(Traits::GIVEN) && names.continues(at + 1) {
        return Stands::Name;
    }
    if unknown && !definite && !complement && opens(names, at, true) {
        return Stands::Name;
    }
    let verb = traits.has(Traits::VERB) && !traits.any(Traits::NOUN.with(Traits::ADJECTIVE));
    let common = traits.any(COMMON.with(Traits::NATIONALITY).with(Traits::HEAD));
    let of_office = definite || !verb && (common || unknown);
    if of_office { Stands::Complement } else { Stands::Else }
}

/// Whether a name can begin at the word; after a title an unknown word will do.
fn opens(names: &Names, at: usize, titled: bool) -> bool {
    sequence(names, at, titled).is_some()
}

/// «الأمين العام للاتحاد، يوريس فان دايك،»: words that nobody knows, set off by commas behind an office.
fn is_set_off(names: &Names, at: usize) -> bool {
    let unknown = !names.traits(at).any(Traits::KNOWN.with(Traits::DEFINITE));
    sequence(names, at, true).is_some_and(|end| unknown && end > at + 1 && is_comma(names, end))
}

/// The end of words behind an office, some of which nobody knows, that go right up to what is said: «رئيسة الوزراء راسا
/// كازلاوسكينه إن», «رئيس الوزراء السلوفاكي ميلان هورفات أن».
pub fn led(names: &Names, at: usize) -> Option<usize> {
    let no_name =
        Traits::DEFINITE.with(Traits::JOINED).with(Traits::FUNCTION).with(Traits::OFFICE).with(Traits::HEAD);
    // «ويلبر روس»
    let nation = |of: usize| names.traits(of).has(Traits::NATIONALITY) && of == at;
    let name = Traits::NOUN.with(Traits::ADJECTIVE).with(Traits::GIVEN).with(Traits::FAMILY);
    let verb = |at: usize| {
        names.traits(at).has(Traits::VERB) && !names.traits(at).any(name)
            || names.reading.single(at, Table::CueVerbs).is_some()
    };
    let may = |at: &usize| {
        names.traits(*at).has(Traits::WORD)
            && !names.traits(*at).any(no_name)
            && !nation(*at)
            && !is_owned(names.reading.stem(*at))
            && !verb(*at)
            && names.at(*at).is_none_or(|name| name.words == 1 && name.kind == EntityKind::Organisation)
    };
    let end = (at..=at + LED).find(|at| !may(at))?;
    let unknown = (at..end).any(|at| !names.traits(at).has(Traits::KNOWN));
    (end > at + 1 && unknown && is_complementizer(names.reading.folded(end))).then_some(end)
}

/// «قوله», «موكليه»: a noun that the lexicon has, with a pronoun.
fn is_owned(stem: &str) -> bool {
    let noun = stem.strip_suffix("ها").or(stem.strip_suffix("هم")).or(stem.strip_suffix('ه'));
    let known = |noun: &str| noun.chars().count() > 2 && lookup(noun).is_some();
    noun.is_some_and(|noun| known(noun) || noun.strip_suffix('ي').is_some_and(known))
}

fn is_comma(names: &Names, at: usize) -> bool {
    names.reading.kind(at) == TokenKind::Mark && matches!(names.reading.stem(at), "،" | ",")
}

/// The end of the name that begins at the word, if one does.
fn sequence(names: &Names, first: usize, titled: bool) -> Option<usize> {
    let traits = names.traits(first);
    if !traits.has(Traits::WORD) {
        return None;
    }
    let reading = names.reading;
    let joined = traits.has(Traits::JOINED);
    if joined && titled {
        return None;
    }
    let phrase = |index: usize| {
        let tables = [Table::Given, Table::Family, Table::OfficeHolders].into_iter();
        tables.filter_map(|table| reading.longest(index, table)).map(|(words, _)| words).max().unwrap_or(0)
    };
    let stem = reading.stem(first);
    let known = phrase(first);
    let common = traits.any(COMMON.with(Traits::NATIONALITY).with(Traits::HEAD));
    let opener = OPENERS.contains(&stem) && names.continues(first + 1) && !is_plain(names, first + 1)
        || stem == "ام" && is_given(names, first + 1);
    // What nobody knows is a name behind a title, and where «بن» or «ولد» follows it.
    let unknown = !traits.has(Traits::KNOWN) && !looks_common(stem);
    let opens_unknown = is_descended(names, first) || titled && (unknown || is_named_by_month(names, first));
    let mut end = if known > 0 {
        first + known
    } else if opener {
        first + 2
    } else if opens_unknown {
        first + 1
    } else {
        return None;
    };
    let weak = known == 1 && common;
    let mut parts = 1;
    while end < first + MOST {
        let mut at = end;
        // «ابنتنغ - غوانغ», «آل - صباح»: a dash between two parts.
        if reading.stem(at) == "-" && reading.kind(at) == TokenKind::Mark {
            at += 1;
        }
        if reading.stem(at).starts_with('ب') && !names.traits(at).has(Traits::KNOWN) && takes_bi(names, first)
        {
            break;
        }
        // «انتقد ترامب بايدن»: two who are known by their family's names are not one.
        if parts == 1 && known == 1 && is_family(names, first) && is_family(names, at) {
            break;
        }
        let Some(next) = part(names, at, parts, titled, phrase(at)) else { break };
        end = at + next;
        parts += 1;
    }
    let alone = traits.has(Traits::FAMILY) || known > 1 || opener;
    let strong = traits.has(Traits::GIVEN) && !common;
    let enough = match (weak, titled) {
        (true, true) => parts > 1 || alone,
        (true, false) => parts > 1 && follows_well(names, first + 1),
        (false, true) => true,
        (false, false) => parts > 1 || alone || strong && stem.chars().count() > 2,
    };
    enough.then_some(end)
}

/// «أم كلثوم»: أم is a name's where a name follows it for sure, else «or».
fn is_given(names: &Names, at: usize) -> bool {
    names.continues(at) && names.traits(at).has(Traits::GIVEN) && !names.traits(at).any(COMMON)
}

/// «الناني ولد اشروقه»: a word that nobody knows begins a name where whose child he is follows it.
fn is_descended(names: &Names, at: usize) -> bool {
    let child = at + 1;
    let of = names.traits(at + 2);
    !names.traits(at).any(Traits::KNOWN.with(Traits::JOINED))
        && names.traits(at).has(Traits::WORD)
        && names.continues(child)
        && BETWEEN.contains(&names.reading.stem(child))
        && names.continues(at + 2)
        && (!of.any(COMMON) || of.any(Traits::GIVEN.with(Traits::FAMILY)))
}

/// Whether a single word is known as somebody's family name and as nothing else of a name.
pub fn is_family(names: &Names, at: usize) -> bool {
    let traits = names.traits(at);
    traits.has(Traits::FAMILY) && !traits.any(COMMON.with(Traits::GIVEN))
}

/// Whether a word joins what follows it to a name, so that none can end with it («أوغلو» can).
pub fn is_joint(names: &Names, at: usize) -> bool {
    matches!(
        names.reading.stem(at),
        "بن" | "ابن"
            | "بنت"
            | "ابو"
            | "ابي"
            | "ال"
            | "عبد"
            | "ام"
            | "ولد"
            | "ايت"
            | "فان"
            | "فون"
    )
}

/// «يناير ماكامبا»: behind a title a month is a given name where a name that nobody knows follows it.
fn is_named_by_month(names: &Names, at: usize) -> bool {
    let next = names.traits(at + 1);
    names.reading.single(at, Table::Months).is_some()
        && names.continues(at + 1)
        && !next.any(Traits::KNOWN.with(Traits::DEFINITE))
}

/// «تعهد كورتيزو بصرف المستحقات»: whether the verb right before the name goes on with a بـ of its own.
fn takes_bi(names: &Names, first: usize) -> bool {
    let verb = first.checked_sub(1).and_then(|before| names.reading.single(before, Table::CueVerbs));
    verb.is_some_and(|verb| field(verb, 4).contains('b'))
}

/// After a word that is both a name and a common word a second part must be a name for sure.
fn follows_well(names: &Names, at: usize) -> bool {
    let traits = names.traits(at);
    traits.any(Traits::GIVEN.with(Traits::FAMILY)) && !traits.any(COMMON)
        || JOINTS.contains(names.reading.stem(at))
}

/// How many words of the name stand at `at`, as its next part.
fn part(names: &Names, at: usize, parts: usize, titled: bool, known: usize) -> Option<usize> {
    let own = parts == 1 && titled && is_own_waw(names, at);
    if !(names.continues(at) || own)
        || names.at(at).is_some_and(|name| name.kind != EntityKind::Place || name.words > 1)
    {
        return None;
    }
    let traits = names.traits(at);
    let stem = names.reading.stem(at);
    if JOINTS.contains(stem) && names.continues(at + 1) && !is_plain(names, at + 1) {
        return Some(if known > 1 { known } else { 2 });
    }
    if known > 1 {
        return Some(known);
    }
    if traits.any(Traits::VERB.with(Traits::FUNCTION)) {
        return None;
    }
    if known == 1 {
        return Some(1);
    }
    // «فضل الله»
    if matches!(stem, "الابن" | "الاب" | "الله") {
        return Some(1);
    }
    // «فيكتور سوتشي»: behind a title and one name a town's is the family's.
    let town = traits.has(Traits::PLACE) && !traits.any(Traits::NOUN.with(Traits::NATIONALITY));
    let city = names.reading.single(at, Table::Cities);
    let capital = city.is_some_and(|city| field(city, 1) == "capital");
    if titled && parts == 1 && town && !capital && names.at(at).is_some_and(|name| name.words == 1) {
        return Some(1);
    }
    let definite = traits.has(Traits::DEFINITE);
    // «حذّر كورتيس موكليه», «نفى لوران إجبار العمال»
    let written = names.reading.word(at).map_or("", |word| names.reading.document().slice(word.span));
    let done = written.starts_with('إ') && has_causing_shape(stem);
    if !traits.has(Traits::KNOWN) && (is_owned(stem) || done) {
        return None;
    }
    // «الناطق باسم الوزارة أشرف القدرة إن», «أشرف القدرة الناطق باسم الوزارة»: a noun with the article, right before what
    // he says or is.
    let office = names.traits(at + 1).has(Traits::OFFICE.with(Traits::DEFINITE));
    let says = titled && is_complementizer(names.reading.folded(at + 1)) || office;
    let first = at.checked_sub(1).map(|before| names.traits(before)).unwrap_or_default();
    let given = first.has(Traits::GIVEN) && !first.any(COMMON);
    if parts == 1 && given && definite && traits.has(Traits::NOUN) && !traits.has(Traits::OFFICE) && says {
        return Some(1);
    }
    if !traits.has(Traits::KNOWN) {
        // «محمود النعيمات»
        if parts == 1 && given && definite && stem.ends_with("ات") && !is_plural_of_things(stem) {
            return Some(1);
        }
        return (!looks_common(stem) && (parts < 3 || definite || titled)).then_some(1);
    }
    // السوداني، المصري، البغدادي: a family name in the shape of an adjective.
    let family = definite && traits.has(Traits::NATIONALITY) && !traits.has(Traits::INFLECTED);
    (family && parts < 4).then_some(1)
}

/// «فومتام ويتشاياتشاي»: a و before a word that nobody knows is the name's own, after a single name.
fn is_own_waw(names: &Names, at: usize) -> bool {
    let word = names.reading.word(at);
    word.is_some_and(|word| word.particles == Particles::AND && !word.certain)
        && !names.traits(at).has(Traits::KNOWN)
        && names.reading.stem(at).chars().count() >= 5
}

/// Whether a word cannot stand within a name.
fn is_plain(names: &Names, at: usize) -> bool {
    let traits = names.traits(at);
    traits.any(Traits::VERB.with(Traits::FUNCTION)) && !traits.any(Traits::GIVEN.with(Traits::FAMILY))
}

/// «الخلافات», not «النعيمات»: a plural of what the lexicon has and is no name.
fn is_plural_of_things(stem: &str) -> bool {
    let name = |table: Table| matches!(table, Table::Given | Table::Family | Table::OfficeHolders);
    let thing = |one: &str| lookup(one).is_some_and(|found| found.senses().any(|sense| !name(sense.table)));
    let Some(one) = bare(stem).strip_suffix("ات") else { return false };
    thing(one) || thing(&format!("{one}ه"))
}

/// Whether an unknown word has the shape of a common one: an ending of gender or number, a verb's prefix.
fn looks_common(stem: &str) -> bool {
    let letters = stem.chars().count();
    letters < 2
        || (letters > 4 && (stem.ends_with("ات") || stem.ends_with("ون") && stem.starts_with("ال")))
        || (letters > 4 && stem.starts_with("ال") && (stem.ends_with("ين") || stem.ends_with('ه')))
        || (letters > 4 && stem.starts_with("ال") && stem.ends_with("يه"))
}
