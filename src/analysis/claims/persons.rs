//! Persons in a noun phrase: names in apposition to an office, names that no lexicon holds, and whether the
//! person is a woman.

use super::cues;
use super::heads;
use super::phrase::{self, has_pronoun, is_office, is_unknown};
use super::scene::Scene;
use super::words::{is_adverb, is_complementizer, is_event, is_occasion, is_preposition};
use crate::analysis::sides::{Kinds, is_trade, kinds};
use crate::analysis::{Entity, EntityKind, Particles};
use crate::lexicon::Table;
use crate::text::bare;

/// «متحدث البنتاغون، باتريك رايدر»: the name that stands in apposition.
pub fn in_apposition<'s>(scene: &Scene<'s>, index: usize) -> Option<(&'s Entity, usize, usize)> {
    let at = scene.past_comma(index);
    let title =
        usize::from(scene.reading.single(at, Table::Honorifics).is_some() && scene.name_at(at).is_none());
    if scene.is_comma(index) && is_office(scene, at) {
        let office = phrase::read(scene, at, scene.sentence_end(at));
        return office.person.map(|(entity, at)| (entity, at, office.next));
    }
    let (entity, next) = scene.name_at(at + title).filter(|(e, _)| e.kind == EntityKind::Person)?;
    let plain = scene.reading.word(at + title).is_some_and(|w| w.particles.is_empty());
    (plain && (scene.is_comma(index) || title == 1)).then_some((entity, at + title, next))
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
    if start == index && heads::is_plural(bare(scene.stem(start))) {
        return index;
    }
    let office = phrase::read(scene, start, scene.sentence_end(start));
    // «دعا عضو الكونغرس فلان الرئيس فلانا إلى»: another, whom he calls upon.
    let other = office.person.filter(|_| start == index);
    if other.is_some() && scene.is_definite(start) {
        return index;
    }
    let at = other.map_or(office.next, |(_, at)| at);
    if scene.is_comma(index) && scene.is_comma(at) { at + 1 } else { at }
}

/// A person whose name nobody knows, told by his office: his words, and the token after all. The phrase from
/// `first` ends at `next`.
pub fn unknown(scene: &Scene, first: usize, next: usize, definite: bool) -> Option<((usize, usize), usize)> {
    let plain = |at: usize| scene.reading.word(at).is_some_and(|word| word.particles.is_empty());
    if !is_office(scene, first) {
        return before_office(scene, first).filter(|((_, office), _)| plain(*office));
    }
    if scene.is_comma(next) {
        return after_comma(scene, next + 1);
    }
    if definite { after_office(scene, next) } else { None }
}

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
            || *at >= start + 2 && is_another(scene, *at)
    })?;
    let bare = |at: usize| {
        is_bare(scene, at)
            && !is_event(scene.stem(at))
            && (!scene.reading.is_finite(at) || scene.reading.single(at, Table::Given).is_some())
            && !has_pronoun(scene, at)
    };
    // A family's name may have the article, a first name has none.
    let plain = |at: usize| scene.reading.word(at).is_some_and(|word| !word.definite);
    let name = end >= start + 2
        && plain(start)
        && (start..end).all(|at| bare(at) && (plain(at) || is_unknown(scene, at)))
        && is_namely(scene, start);
    name.then_some(((start, end), scene.past_comma(end)))
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
                || phrase::is_oblique(scene, index)
        }
    }
}

/// «مزارع يدعى ليشيك كوفالسكي»: the words of the name by which somebody is told to be called.
pub fn called(scene: &Scene, index: usize) -> Option<(usize, usize)> {
    let word = scene.folded(index);
    let calls = match word.strip_prefix('و').unwrap_or(word) {
        // «يدّعي» is another word, which careful spelling tells apart.
        "يدعي" | "تدعي" | "يسمي" | "تسمي" => {
            scene.reading.word(index).is_some_and(|w| scene.reading.document().slice(w.span).ends_with('ى'))
        }
        "اسمه" | "اسمها" => true,
        _ => false,
    };
    calls.then_some(())?;
    let first = index + 1;
    if let Some((_, next)) = scene.name_at(first).filter(|(entity, _)| entity.kind == EntityKind::Person) {
        return Some((first, next));
    }
    let end = (first..first + 5).find(|at| !is_bare(scene, *at) || has_pronoun(scene, *at))?;
    (end > first && closes(scene, end)).then_some((first, end))
}

/// The token after a name of two to four words that no lexicon has, which ends where content is led to.
pub fn bare_name(scene: &Scene, first: usize) -> Option<usize> {
    let end = (first..first + 5).find(|at| {
        is_complementizer(scene.folded(*at))
            || scene.folded(*at) == ":"
            || scene.folded(*at) == "في" && is_occasion(scene.stem(at + 1))
    })?;
    let part = |at: usize| {
        let named = scene.reading.single(at, Table::Given).is_some();
        is_bare(scene, at) && !has_pronoun(scene, at) && (named || !scene.reading.is_known(at))
    };
    let definite = scene.reading.word(first).is_some_and(|word| word.definite);
    let manner = heads::is_accusative(scene.stem(first));
    (end >= first + 2 && !definite && !manner && (first..end).all(part)).then_some(end)
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

/// «سفير غانا، نانا إيفا،», «سفير غانا، رئيس المجلس نانا إيفا»
fn after_comma(scene: &Scene, start: usize) -> Option<((usize, usize), usize)> {
    if is_office(scene, start) {
        let office = phrase::read(scene, start, scene.sentence_end(start));
        return if office.definite { after_office(scene, office.next) } else { None };
    }
    let end = (start..start + 6).find(|at| !is_unknown(scene, *at) && scene.folded(*at) != "-")?;
    let over = closes(scene, end) || matches!(scene.folded(end), "الذي" | "التي" | "في");
    (end >= start + 2 && over).then_some(((start, end), scene.past_comma(end)))
}

/// «مثال الآلوسي رئيس حزب الأمة»
fn before_office(scene: &Scene, first: usize) -> Option<((usize, usize), usize)> {
    if scene.name_at(first).is_some() {
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

/// A word that may be part of a name: no particle, no office, no reporting verb.
fn is_bare(scene: &Scene, index: usize) -> bool {
    scene.is_word(index)
        && scene.name_at(index).is_none_or(|(entity, _)| entity.kind == EntityKind::Person)
        && (!is_preposition(scene.folded(index)) || is_ali(scene, index))
        && !is_adverb(scene.folded(index))
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
    scene.folded(index) == "علي"
        && scene
            .reading
            .word(index)
            .is_some_and(|word| scene.reading.document().slice(word.span).ends_with('ي'))
}

/// What follows a name that is a subject: its content, a comma.
fn closes(scene: &Scene, index: usize) -> bool {
    is_complementizer(scene.folded(index))
        || scene.is_comma(index)
        || scene.folded(index) == ":"
        || scene.closing(index).is_some()
}

/// «الوزيرة», «المحامية», «المسافرة»; not «الخارجية», which heads a body.
fn is_of_woman(word: &str) -> bool {
    word.ends_with(['ه', 'ت']) && !kinds(word).any(Kinds::STATE.or(Kinds::GROUP)) && !is_trade(word)
}

/// Whether the person named at `at` in a phrase from `first` is a woman, as far as office and name tell.
pub fn is_woman(scene: &Scene, at: usize, first: usize) -> Option<bool> {
    let mut titles = (first..at).map(|i| phrase::unowned(scene, i));
    let title = titles.find(|w| !matches!(*w, "حركه" | "كتله" | "جبهه" | "قايمه"));
    let before = at.checked_sub(1).map_or("", |before| scene.stem(before));
    let office = at > first && kinds(before).any(Kinds::OFFICE) && is_of_woman(before);
    // «القائمة بأعمال الوزيرة فلانة»
    let several = at > first
        && scene.stem(first).ends_with('ه')
        && scene.reading.longest(first, Table::Offices).is_some_and(|(words, _)| words > 1);
    if office || several || title.is_some_and(is_of_woman) {
        return Some(true);
    }
    let named = scene.stem(at);
    let feminine = matches!(
        named,
        "دانا"
            | "انجيلا"
            | "اورسولا"
            | "كارين"
            | "هيلاري"
            | "نانسي"
            | "كوندوليزا"
            | "تيريزا"
            | "ماريا"
            | "ليندا"
            | "كامالا"
            | "جين"
            | "جينين"
            | "جورجيا"
            | "سارا"
            | "ساره"
            | "مريم"
            | "فاطمه"
            | "نجلاء"
            | "هند"
            | "نيكي"
            | "فيكتوريا"
            | "انالينا"
            | "كريستالينا"
            | "كايا"
            | "كاثرين"
            | "ايمان"
            | "سناء"
            | "ليلي"
            | "مني"
            | "نوال"
            | "روزماري"
            | "سامانثا"
            | "مورغان"
            | "تامي"
            | "كارولين"
            | "ستيفاني"
            | "روز"
            | "زينب"
            | "خديجه"
            | "عايشه"
    );
    if feminine {
        Some(true)
    } else if at > first {
        Some(false)
    } else {
        None
    }
}
