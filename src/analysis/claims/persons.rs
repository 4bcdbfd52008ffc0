//! Persons in a noun phrase: names in apposition to an office, names that no lexicon holds, and whether the
//! person is a woman.

use super::cues::{self, Shape};
use super::nouns::{self, is_office, is_unknown, unowned};
use super::phrase;
use super::scene::Scene;
use super::unlisted::{MORE, after_office, closes, is_bare, is_more};
use super::words::{is_adverb, is_complementizer, is_relative};
use crate::analysis::sides::{Kinds, is_trade, kinds};
use crate::analysis::{Entity, Particles};
use crate::lexicon::{Table, field};
use crate::text::bare;

/// «متحدث البنتاغون، باتريك رايدر»: the name that stands in apposition.
pub fn in_apposition<'s>(scene: &Scene<'s>, index: usize) -> Option<(&'s Entity, usize, usize)> {
    let at = scene.past_comma(index);
    // «أحدهم، وهو الشيخ فلان،», «متحدثة أخرى هي الميجور فلانة»
    let is = match scene.folded(at) {
        "وهو" | "وهي" => at > index,
        "هو" | "هي" => true,
        _ => false,
    };
    let at = at + usize::from(is);
    let title =
        usize::from(scene.reading.single(at, Table::Honorifics).is_some() && scene.name_at(at).is_none());
    let plain = |at: usize| scene.reading.word(at).is_some_and(|word| word.particles.is_empty());
    if scene.is_comma(index) && is_office(scene, at) && plain(at) {
        let office = phrase::read(scene, at, scene.sentence_end(at));
        // «مؤلف الكتاب، الصحفي المخضرم، بوب وودورد»
        let behind = || {
            let name = scene.past_comma(office.next);
            let (entity, next) = scene.person_at(name).filter(|_| name > office.next && plain(name))?;
            Some((entity, name, next))
        };
        return office.person.map(|(entity, at)| (entity, at, office.next)).or_else(behind);
    }
    let (entity, next) = scene.person_at(at + title)?;
    (plain(at + title) && (scene.is_comma(index) || title == 1 || is)).then_some((entity, at + title, next))
}

/// «رئيس لجنة كذا في مجلس النواب، طارق شاه، إن»: whose name ends where content is led to, behind an office and what
/// more is told of it; not «المتحدث باسم رئيس الوزراء فلان إن».
pub fn before_content<'s>(scene: &Scene<'s>, index: usize, end: usize) -> Option<(&'s Entity, usize, usize)> {
    let end = end.min(index + MORE);
    let person = |at: usize| {
        let plain = scene.reading.word(at).is_some_and(|word| word.particles.is_empty());
        scene.person_at(at).filter(|_| plain)
    };
    let mut at = index;
    while at < end {
        let title = scene.reading.longest(at, Table::Honorifics).map_or(0, |(words, _)| words);
        let name = person(at).map(|found| (at, found)).or_else(|| Some((at + title, person(at + title)?)));
        if let Some((first, (entity, next))) = name {
            let closed = at > index
                && (scene.is_comma(at - 1) || scene.is_definite(at - 1) || is_adverb(scene.folded(at - 1)));
            // «فلان (43 عاما)»
            let over = scene.past_comma(scene.parenthesis(next, 6).map_or(next, |close| close + 1));
            let object = || at > index && scene.is_definite(over) && person(over).is_none();
            return (closed && (leads_on(scene, over) || object())).then_some((entity, first, next));
        }
        // «السفير السابق والوسيط في الحوار فلان» is one.
        let both = scene.reading.is_joined(at, Particles::AND);
        let another = is_office(scene, at) && at > index && !both;
        if !(is_more(scene, at) || scene.is_comma(at)) || another {
            return None;
        }
        at = scene.name_at(at).map_or(at + 1, |(_, next)| next);
    }
    None
}

/// Whether what somebody says is led to from here on: «إن», «عن استعداده», «بالتراجع», «للأناضول، إن».
fn leads_on(scene: &Scene, index: usize) -> bool {
    let introduced = |at: usize, within: usize| scene.index_of_introducer(at, within).is_some();
    let outlet = scene.name_at(index).filter(|_| scene.reading.is_joined(index, Particles::LI));
    let word = scene.folded(index);
    introduced(index, 1)
        || cues::at(scene, index).is_some_and(|cue| cue.shape == Shape::Verb)
        || scene.reading.is_joined(index, Particles::BI)
        || outlet.is_some_and(|(_, next)| introduced(scene.past_comma(next), 1))
        || word == "عن" && cues::is_attitude(scene, index + 1)
        || matches!(word, "عن" | "الي" | "من") && introduced(index, 2)
}

/// «محمد …، وزير الخارجية القطري،»: past the office that stands behind a name.
pub fn apposition(scene: &Scene, next: usize) -> usize {
    let mut index = next;
    if scene.folded(index) == "(" {
        index = (index..index + 8).find(|i| scene.folded(*i) == ")").map_or(index, |close| close + 1);
    }
    let start = scene.past_comma(index);
    let plain = scene.reading.word(start).is_some_and(|word| word.particles.is_empty());
    if !(is_office(scene, start) && plain) || cues::at(scene, start).is_some() {
        return index;
    }
    // «دعا محامي الحكومة فلان القضاة إلى»: several are not he.
    if start == index && nouns::is_plural(bare(scene.stem(start))) {
        return index;
    }
    let office = phrase::read(scene, start, scene.sentence_end(start));
    // «اتهم النائب فلان | الرئيس بالتسرع»: no office of his; «فلان المدير السابق» is.
    let told = scene.is_definite(start)
        && !is_complementizer(scene.folded(office.next))
        && !kinds(scene.stem(office.next - 1)).any(Kinds::FORMER.or(Kinds::PLAIN));
    // «اتهم النائب فلان | الرئيس الفرنسي بالتسرع»
    let nation = office.next == start + 2 && scene.reading.single(start + 1, Table::Nationalities).is_some();
    if start == index && told && (office.next == start + 1 || nation) {
        return index;
    }
    // «دعا عضو الكونغرس فلان الرئيس فلانا إلى», «اتهم النائب فلان وزيرة التربية فلانة بـ»: another's.
    let other = office.person.filter(|_| start == index);
    let named =
        || (next.saturating_sub(4)..next).find(|at| scene.person_at(*at).is_some_and(|(_, end)| end == next));
    let titled = || named().and_then(|name| name.checked_sub(1)).is_some_and(|at| is_office(scene, at));
    if other.is_some() && (scene.is_definite(start) || titled()) {
        return index;
    }
    let at = other.map_or(office.next, |(_, at)| at);
    if scene.is_comma(index) && scene.is_comma(at) { at + 1 } else { at }
}

/// A person whose name nobody knows, told by his office: his words, and the token after all. The phrase from
/// `first` ends at `next`.
pub fn unknown(scene: &Scene, first: usize, next: usize, definite: bool) -> Option<((usize, usize), usize)> {
    let plain = |at: usize| scene.reading.word(at).is_some_and(|word| word.particles.is_empty());
    let human = definite
        && kinds(scene.stem(first)).any(Kinds::OFFICIAL.or(Kinds::CIVIL))
        && scene.is_definite(first);
    if !(is_office(scene, first) || human) {
        return before_office(scene, first).filter(|((_, office), _)| plain(*office));
    }
    if scene.is_comma(next) {
        return after_comma(scene, next + 1);
    }
    if definite { after_office(scene, next) } else { None }
}

/// «سفير غانا، نانا إيفا،», «سفير غانا، رئيس المجلس نانا إيفا»
fn after_comma(scene: &Scene, start: usize) -> Option<((usize, usize), usize)> {
    scene.reading.word(start).filter(|word| word.particles.is_empty())?;
    if is_office(scene, start) {
        let office = phrase::read(scene, start, scene.sentence_end(start));
        return if office.definite { after_office(scene, office.next) } else { None };
    }
    // «، سيدنا عالي ولد ابنو،»: words of which some are known to be names, up to the comma.
    let close = (start + 2..start + 6).find(|at| scene.is_comma(*at));
    let namely = |at: usize| {
        let listed =
            [Table::Given, Table::Family].iter().any(|table| scene.reading.single(at, *table).is_some());
        is_unknown(scene, at) || listed || scene.is_in_person(at)
    };
    if let Some(close) = close
        && (start..close).all(|at| scene.is_word(at) && namely(at))
        && (start..close).any(|at| scene.is_in_person(at))
    {
        return Some(((start, close), close + 1));
    }
    let end = (start..start + 6).find(|at| !is_unknown(scene, *at) && scene.folded(*at) != "-")?;
    let over = closes(scene, end) || is_relative(scene.folded(end)) || scene.folded(end) == "في";
    (end >= start + 2 && over).then_some(((start, end), scene.past_comma(end)))
}

/// «مثال الآلوسي رئيس حزب الأمة»
fn before_office(scene: &Scene, first: usize) -> Option<((usize, usize), usize)> {
    // «شركة ميتا، المالكة للمنصة»
    let body = scene.reading.single(first, Table::OrganisationHeads).is_some() || is_trade(scene.stem(first));
    if scene.name_at(first).is_some() || body {
        return None;
    }
    let office = (first + 2..first + 6).find(|at| is_office(scene, *at))?;
    // «نيكا غفاراميا، أحد قادة الائتلاف،»
    let at = if matches!(scene.folded(office - 1), "احد" | "احدي") { office - 1 } else { office };
    // «فيليب أقوير، المتحدث باسم الجيش،»
    let comma = scene.is_comma(at - 1);
    let end = if comma { at - 1 } else { at };
    let names = end >= first + 2
        && (first..end).all(|i| is_bare(scene, i))
        && (first..end).any(|i| is_unknown(scene, i))
        && !scene.reading.word(first)?.definite;
    (names && (comma || !scene.reading.word(at)?.definite)).then(|| ((first, end), apposition(scene, end)))
}

/// «الوزيرة», «المحامية», «المسافرة»; not «الخارجية», which heads a body.
fn is_of_woman(word: &str) -> bool {
    word.ends_with(['ه', 'ت']) && !kinds(word).any(Kinds::STATE.or(Kinds::GROUP)) && !is_trade(word)
}

/// Whether the person named at `at` in a phrase from `first` is a woman, as far as office and name tell.
pub fn is_woman(scene: &Scene, at: usize, first: usize) -> Option<bool> {
    let mut titles = (first..at).map(|i| unowned(scene, i));
    let title = titles.find(|w| !matches!(&**w, "حركه" | "كتله" | "جبهه" | "قايمه"));
    let before = at.checked_sub(1).map_or("", |before| scene.stem(before));
    let office = at > first && kinds(before).any(Kinds::OFFICE) && is_of_woman(before);
    // «القائمة بأعمال الوزيرة فلانة»
    let several = at > first
        && scene.stem(first).ends_with('ه')
        && scene.reading.longest(first, Table::Offices).is_some_and(|(words, _)| words > 1);
    if office || several || title.is_some_and(|title| is_of_woman(&title)) {
        return Some(true);
    }
    let feminine = scene.reading.single(at, Table::Given).is_some_and(|name| field(name, 0) == "woman");
    if feminine {
        Some(true)
    } else if at > first {
        Some(false)
    } else {
        None
    }
}
