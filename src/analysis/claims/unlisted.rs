//! Names that no lexicon has: where the words behind an office, a rank or «يدعى» begin and end that can only be
//! somebody's name.

use super::cues;
use super::nouns::{self, has_pronoun, is_unknown};
use super::scene::Scene;
use super::words::{
    is_adverb, is_complementizer, is_event, is_occasion, is_outlet, is_preposition, is_relative,
};
use crate::analysis::sides::{Kinds, kinds};
use crate::analysis::{EntityKind, Particles};
use crate::lexicon::Table;

/// «نائب رئيس مجلس السيادة مالك عقار إنه», «المتحدث العقيد الركن تركي المالكي إن»: past a rank two to six bare
/// words up to the content.
pub fn after_office(scene: &Scene, start: usize) -> Option<((usize, usize), usize)> {
    let start = past_rank(scene, start);
    let end = (start..start + 7).find(|at| {
        is_preposition(scene.folded(*at)) && !is_ali(scene, *at)
            || cues::at(scene, *at).is_some()
            || closes(scene, *at)
            || scene.reading.word(*at).is_some_and(|word| {
                word.certain && !word.particles.is_empty() && !word.particles.has(Particles::AND)
            })
            || scene.date_at(*at).is_some()
            || matches!(scene.folded(*at), "ب" | "ل")
            || *at >= start + 2
                && (is_another(scene, *at) || has_pronoun(scene, *at) || is_event(scene.stem(*at)))
    })?;
    let bare = |at: usize| {
        is_bare(scene, at)
            && !is_event(scene.stem(at))
            && (!scene.reading.is_finite(at) || is_listed_name(scene, at))
            && !has_pronoun(scene, at)
    };
    // A family's name may have the article, a first name has none.
    let plain = |at: usize| scene.reading.word(at).is_some_and(|word| !word.definite);
    // «الباشا طبيق،»
    let title = end == start + 2 && is_unknown(scene, start) && closes(scene, end);
    let name = end >= start + 2
        && (plain(start) || title)
        && (start..end).all(|at| bare(at) && (plain(at) || is_unknown(scene, at)))
        && is_namely(scene, start);
    name.then_some(((start, end), scene.past_comma(end)))
}

/// The token after a name of two to four words that no lexicon has, which ends where content is led to.
pub fn bare_name(scene: &Scene, first: usize) -> Option<usize> {
    let end = (first..first + 5).find(|at| {
        is_complementizer(scene.folded(*at))
            || scene.folded(*at) == ":"
            || scene.folded(*at) == "في" && is_occasion(scene.stem(at + 1))
            || is_told_of(scene, *at)
    })?;
    let part = |at: usize| {
        let named = scene.reading.single(at, Table::Given).is_some();
        is_bare(scene, at) && !has_pronoun(scene, at) && (named || !scene.reading.is_known(at))
    };
    let definite = scene.reading.word(first).is_some_and(|word| word.definite);
    let manner = nouns::is_accusative(scene.stem(first));
    (end >= first + 2 && !definite && !manner && (first..end).all(part)).then_some(end)
}

/// A name that the lexicon has, whatever else it is.
fn is_listed_name(scene: &Scene, index: usize) -> bool {
    [Table::Given, Table::Family].into_iter().any(|table| scene.reading.single(index, table).is_some())
}

/// «، المحاضرة في كلية كذا، لبي بي سي إن», «، رئيسة الجمعية، إن»: between commas who somebody is, before content.
fn is_told_of(scene: &Scene, comma: usize) -> bool {
    let told = scene.is_comma(comma) && (scene.is_definite(comma + 1) || nouns::is_office(scene, comma + 1));
    let close = (comma + 2..comma + TOLD).find(|at| told && scene.is_comma(*at));
    close.is_some_and(|close| {
        let led = (close + 1..close + 6)
            .find(|at| is_complementizer(scene.folded(*at)) || scene.folded(*at) == ":");
        let outlet = scene.reading.is_joined(close + 1, Particles::LI);
        led.is_some_and(|led| led == close + 1 || outlet)
    })
}

/// Words between commas that tell who somebody is, at most.
const TOLD: usize = 16;

/// The token after one word that no lexicon has and that can only be a name, right behind a verb: «قالت مكلور إنها»,
/// «قال داميكو لشبكة كذا إن».
pub fn one_name(scene: &Scene, first: usize) -> Option<usize> {
    let word = scene.reading.word(first)?;
    let letters = scene.stem(first).chars().count();
    let plain = word.particles.is_empty() && !word.definite && !scene.reading.is_known(first);
    let shaped =
        letters >= 4 && !scene.stem(first).ends_with(['ا', 'ت', 'ه', 'ن']) && !has_pronoun(scene, first);
    let next = first + 1;
    let told = scene.reading.is_joined(next, Particles::LI) && is_outlet(scene.stem(next));
    let over = scene.index_of_introducer(next, 1).is_some()
        || told
        || scene.folded(next) == "في" && is_occasion(scene.stem(next + 1));
    (plain && shaped && over && is_bare(scene, first)).then_some(next)
}

/// «مزارع يدعى ليشيك كوفالسكي»: the words of the name by which somebody is told to be called.
pub fn called(scene: &Scene, index: usize) -> Option<(usize, usize)> {
    let word = scene.folded(index);
    let calls = match word.strip_prefix('و').unwrap_or(word) {
        // «يدّعي» is another word, which careful spelling tells apart.
        "يدعي" | "تدعي" | "يسمي" | "تسمي" => scene.written(index).ends_with('ى'),
        "اسمه" | "اسمها" => true,
        "المعروف" | "المعروفه" | "الملقب" | "الملقبه" => {
            matches!(scene.folded(index + 1), "باسم" | "ب")
        }
        _ => false,
    };
    calls.then_some(())?;
    let first = index + 1 + usize::from(matches!(scene.folded(index + 1), "باسم" | "ب"));
    if let Some((_, next)) = scene.person_at(first) {
        return Some((first, next));
    }
    let end = (first..first + 5).find(|at| !is_bare(scene, *at) || has_pronoun(scene, *at))?;
    (end > first && closes(scene, end)).then_some((first, end))
}

/// «شاب من لاجئي المخيم يدعى نور حكيم إن»: the same behind what more is told of him, up to the content.
pub fn called_later(scene: &Scene, index: usize, end: usize) -> Option<(usize, usize)> {
    let end = end.min(index + MORE);
    let found = (index..end)
        .map(|at| (at, called(scene, at)))
        .take_while(|(at, found)| found.is_some() || is_more(scene, *at))
        .find_map(|(_, found)| found)?;
    closes(scene, found.1).then_some(found)
}

/// Words that tell more of somebody before his name, at most.
pub const MORE: usize = 16;

/// Whether a word may tell more of somebody between his office and his name: no verb, no relative, nothing of when,
/// where or to whom he speaks.
pub fn is_more(scene: &Scene, index: usize) -> bool {
    let place = matches!(scene.folded(index), "في" | "خلال" | "امام" | "عبر" | "علي");
    scene.is_word(index)
        && !is_complementizer(scene.folded(index))
        && !is_relative(scene.folded(index))
        && !scene.reading.is_finite(index)
        && scene.date_at(index).is_none()
        && cues::at(scene, index).is_none()
        && !(place && is_occasion(scene.stem(index + 1)))
        && !(is_outlet(scene.stem(index)) && scene.name_at(index).is_none())
}

/// «العقيد الركن», «الفريق أول»
fn past_rank(scene: &Scene, start: usize) -> usize {
    let Some((words, _)) = scene.reading.longest(start, Table::Honorifics) else { return start };
    let next = start + words;
    if matches!(scene.stem(next), "الركن" | "ركن" | "اول" | "الاول" | "طيار" | "الطيار")
    {
        next + 1
    } else {
        next
    }
}

/// «اتهم محاميه آرا زوهرابيان | السلطات بتلفيق القضية»: a definite noun behind the name, which it is no part of.
fn is_another(scene: &Scene, index: usize) -> bool {
    match scene.name_at(index) {
        Some((entity, _)) => entity.kind != EntityKind::Person,
        None => {
            let known = !is_unknown(scene, index) || kinds(scene.stem(index)) != Kinds::default();
            // «اتهم النقيب فلان الفلاني | جهات لم يسمها»
            let several = scene.stem(index).ends_with("ات") && !is_unknown(scene, index);
            known && scene.reading.word(index).is_some_and(|word| word.definite)
                || several
                || nouns::is_oblique(scene, index)
        }
    }
}

/// A word that may be part of a name: no particle, no office, no reporting verb.
pub fn is_bare(scene: &Scene, index: usize) -> bool {
    scene.is_word(index)
        && scene.name_at(index).is_none_or(|(entity, _)| entity.kind == EntityKind::Person)
        && (!is_preposition(scene.folded(index)) || is_ali(scene, index))
        && !is_adverb(scene.folded(index))
        // «النائب العوضي | يستجوب الوزير»
        && !["يست", "تست"].iter().any(|verb| scene.stem(index).starts_with(verb))
        && scene.reading.word(index).is_some_and(|word| word.particles.is_empty() || !word.certain)
        && cues::at(scene, index).is_none()
        && kinds(scene.stem(index)) == Kinds::default()
}

/// A first name: one that no lexicon has, a given one, or any before a family's («فرات التميمي»).
fn is_namely(scene: &Scene, index: usize) -> bool {
    is_unknown(scene, index)
        || scene.reading.single(index, Table::Given).is_some()
        || scene.is_definite(index + 1)
            && is_unknown(scene, index + 1)
            && scene.stem(index + 1).ends_with('ي')
}

/// «علي», the name, as careful spelling tells it from «على».
fn is_ali(scene: &Scene, index: usize) -> bool {
    scene.folded(index) == "علي" && scene.written(index).ends_with('ي')
}

/// What follows a name that is a subject: its content, a comma.
pub fn closes(scene: &Scene, index: usize) -> bool {
    is_complementizer(scene.folded(index))
        || scene.is_comma(index)
        || scene.folded(index) == ":"
        || scene.closing(index).is_some()
}
