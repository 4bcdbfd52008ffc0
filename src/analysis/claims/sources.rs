//! Who is named as a source: office, name, apposition, several together.
//!
//! | phrase | speaker |
//! | --- | --- |
//! | المتحدث باسم الجيش اللبناني العميد فلان الفلاني | فلان الفلاني |
//! | متحدث البنتاغون، باتريك رايدر، | باتريك رايدر |
//! | مصدر مقرب من الأمم المتحدة | مصدر مقرب من الأمم المتحدة |
//! | وزارة الدفاع الأمريكية “البنتاغون” | وزارة الدفاع الأمريكية |
//! | شهود عيان وسكان | شهود عيان وسكان |

use super::cues;
use super::heads::{self, Head};
use super::nouns;
use super::persons;
use super::phrase::{self, Phrase};
use super::scene::Scene;
use super::unlisted;
use super::words::{is_complementizer, is_occasion};
use crate::analysis::Reference;
use crate::analysis::sides::{Kinds, is_deputy, kinds};
use crate::analysis::{Entity, EntityKind, Particles};
use crate::lexicon::{Table, field};
use crate::text::TokenKind;

/// A source named in the text.
#[derive(Clone, Debug)]
pub struct Source {
    pub reference: Reference,
    /// Its first token, and the token after all of it.
    pub first: usize,
    pub next: usize,
    /// Whether verbs agree with it in the feminine; nothing where its words do not tell.
    pub feminine: Option<bool>,
    pub plural: bool,
    /// A person, or whoever holds an office.
    pub person: bool,
    /// An outlet of news: it may only pass words on.
    pub outlet: bool,
    /// An agency or a correspondent: what it tells of others are their words.
    pub passing: bool,
    /// It is a body: a state's, a group.
    pub body: bool,
    /// Its head is a word for somebody who speaks; without that it is any noun.
    pub speaks: bool,
}

/// Reads a noun phrase that names a source from `first` on.
pub fn read(scene: &Scene, first: usize, end: usize) -> Option<Source> {
    // «هؤلاء المسؤولون»
    let pointed = matches!(scene.stem(first), "هذا" | "هذه" | "هولاء" | "هذان" | "هاتان");
    let definite = scene.reading.word(first + 1).is_some_and(|word| word.definite);
    // «جميع الشركات»
    let every = matches!(scene.folded(first), "جميع" | "وجميع")
        && heads::head(scene, first + 1, false).is_some_and(|head| head.speaks);
    let first = if pointed && definite || every { first + 1 } else { first };
    // «قال كل من وزير الخارجية ونظيره إن»
    if scene.folded(first) == "كل" && scene.folded(first + 1) == "من" {
        return assemble(scene, heads::head(scene, first + 2, false)?, first + 2, end);
    }
    assemble(scene, heads::head(scene, first, false)?, first, end)
}

/// Reads one that a joined particle governs: «وفقا للجيش».
pub fn read_joined(scene: &Scene, first: usize, end: usize) -> Option<Source> {
    assemble(scene, heads::head(scene, first, true)?, first, end)
}

fn assemble(scene: &Scene, head: Head, first: usize, end: usize) -> Option<Source> {
    let Phrase { next, definite, mut person, name } = phrase::read(scene, first, end);
    if next == first {
        return None;
    }
    if person.is_none()
        && !(definite && phrase::are_several(scene, first))
        && let Some((words, next)) = persons::unknown(scene, first, next, definite)
    {
        return Some(unknown(scene, first, words, next));
    }
    // «منافسته فلانة», «شقيقه فلان»: who he is to somebody, and his name.
    if person.is_none()
        && next == first + 1
        && nouns::has_pronoun(scene, first)
        && !is_occasion(scene.stem(first))
        && let Some((entity, after)) = scene.person_at(next)
        && scene.reading.word(next).is_some_and(|word| word.particles.is_empty())
    {
        let source = unknown(scene, first, (next, after), after);
        return Some(Source { reference: scene.entity_reference(entity), ..source });
    }
    // «محاميته نصيرة لعرابة», «زوجته آنا ليزه»: and one whom nobody knows.
    if person.is_none()
        && next == first + 1
        && nouns::has_pronoun(scene, first)
        && (nouns::is_office(scene, first) || is_deputy(&nouns::unowned(scene, first)))
        && let Some(name) = unlisted::bare_name(scene, next)
    {
        return Some(unknown(scene, first, (next, name), name));
    }
    let called = || {
        unlisted::called(scene, scene.past_comma(next)).or_else(|| unlisted::called_later(scene, next, end))
    };
    if person.is_none()
        && let Some((from, to)) = called()
    {
        return Some(unknown(scene, first, (from, to), scene.past_comma(to)));
    }
    let mut last = next;
    let mut several = false;
    if person.is_some() {
        last = persons::apposition(scene, next);
        // «الوزيرة فلانة ومساعد الوزير فلان»: the first is named.
        if let Some(other) = joined(scene, last, end) {
            (last, several) = (other.next, true);
        }
    // «اتهم مسؤول سابق الرئيس فلانا»: whom he accuses.
    } else if let Some((entity, at, after)) = persons::in_apposition(scene, next)
        .filter(|_| {
            let is = matches!(scene.folded(next), "هو" | "هي");
            is || scene.is_comma(next) || definite && !phrase::is_one_of(scene, first)
        })
        .or_else(|| persons::in_apposition(scene, past_place(scene, next, end)?))
        .or_else(|| {
            let one = head.human && (definite || !phrase::is_one_of(scene, first));
            one.then(|| persons::before_content(scene, next, end))?
        })
    {
        person = Some((entity, at));
        last = persons::apposition(scene, after);
    }
    // «وزير الدفاع الروسي نائب رئيس الحكومة إن»: another office of his.
    if person.is_none() && head.office && definite && last == next {
        last = second_office(scene, next, end).unwrap_or(last);
    }
    // «موسكو وطهران», «شهود عيان وسكان»: several.
    let mut whole = next;
    if person.is_none() {
        while let Some(other) = joined(scene, whole, end) {
            // «مستشار الرئيس والناطق باسم الحركة فلان», «الناشطة والكاتبة فلانة»: one who is both.
            let one = head.office || head.human;
            if other.person.is_some() && one && whole == next && nouns::is_office(scene, whole) {
                (person, last) = (other.person, persons::apposition(scene, other.next));
                break;
            }
            // «مجلس شيوخ وأعيان أوباري»: one body, of several.
            several |= definite || head.plural || !other.definite;
            whole = other.next;
            last = other.next;
        }
    }
    let named =
        name.filter(|(_, at)| *at == first || (*at == first + 1 && scene.kind(first) == TokenKind::Quote));
    let reference = match (person, named) {
        (Some((entity, _)), _) => scene.entity_reference(entity),
        (None, Some((entity, _))) if whole == next => scene.entity_reference(entity),
        // «"تحالف الصحافة والفنون"»: without the marks.
        _ if scene.closing(first).is_some_and(|close| close < whole) => {
            scene.reference(first + 1, scene.closing(first).unwrap_or(whole))
        }
        _ => scene.reference(first, whole),
    };
    Some(Source {
        reference,
        first,
        next: last,
        feminine: match person {
            Some((_, at)) => persons::is_woman(scene, at, first),
            None if several => None,
            None => head.feminine,
        },
        plural: head.plural || several,
        person: person.is_some() || head.office,
        outlet: head.outlet,
        passing: head.outlet && !scene.stem(first).contains("صحيف"),
        body: kinds(scene.stem(first)).any(Kinds::STATE.or(Kinds::GROUP)),
        speaks: head.speaks || person.is_some() || bears_name(scene, name, first),
    })
}

/// «رئيس المجلس في النيجر، الجنرال فلان،»: past the place, where a comma follows.
fn past_place(scene: &Scene, index: usize, end: usize) -> Option<usize> {
    let (entity, next) = scene.name_at(index + 1).filter(|_| scene.folded(index) == "في")?;
    (entity.kind == EntityKind::Place && next < end && scene.is_comma(next)).then_some(next)
}

/// Past an office right behind another, up to the content.
fn second_office(scene: &Scene, index: usize, end: usize) -> Option<usize> {
    let bare = scene.reading.word(index).is_some_and(|word| word.particles.is_empty() && !word.definite);
    if !(bare && nouns::is_office(scene, index)) || cues::at(scene, index).is_some() {
        return None;
    }
    let office = phrase::read(scene, index, end);
    (office.person.is_none() && is_complementizer(scene.folded(office.next))).then_some(office.next)
}

/// «كنعاني: …»: a person by the family's name alone, whom the article names in full.
pub fn surname(scene: &Scene, first: usize) -> Option<Source> {
    let bare = scene.is_word(first) && scene.reading.word(first)?.particles.is_empty();
    (bare && scene.is_surname(first)).then(|| unknown(scene, first, (first, first + 1), first + 1))
}

/// «ونفى ألبين كورتي أن …»: two to four words that nobody knows, up to the content.
pub fn nameless(scene: &Scene, first: usize) -> Option<Source> {
    let next = unlisted::bare_name(scene, first).or_else(|| unlisted::one_name(scene, first))?;
    Some(unknown(scene, first, (first, next), next))
}

/// «"سارة خليل"»: two to four words in marks that nobody knows.
pub fn marked(scene: &Scene, open: usize) -> Option<Source> {
    let close = scene.closing(open).filter(|close| (open + 3..open + 6).contains(close))?;
    let named = (open + 1..close).all(|at| unlisted::is_bare(scene, at) && !scene.reading.is_finite(at));
    named.then(|| unknown(scene, open, (open + 1, close), close + 1))
}

/// What is written, by the words of its phrase: «حكم المحكمة العليا».
pub fn document(scene: &Scene, first: usize, end: usize) -> Option<Source> {
    let next = phrase::read(scene, first, end).next;
    let source = unknown(scene, first, (first, next), next);
    (next > first).then_some(Source { person: false, feminine: None, ..source })
}

/// «اتهامات جزائرية بـ», «الاتهامات الأوكرانية لموسكو»: a state by its adjective, behind the noun of what it said, and
/// past how that is described, «وصفتها بأنها "باطلة"».
pub fn nation(scene: &Scene, noun: usize) -> Option<Source> {
    let first = noun + 1;
    let adjective = scene.reading.single(first, Table::Nationalities).is_some()
        && scene.name_at(first).is_none()
        && scene.reading.word(first).is_some_and(|word| word.particles.is_empty())
        && scene.is_definite(first) == scene.is_definite(noun);
    let next = first + 1;
    let describes = scene.reading.single(next, Table::CueVerbs).is_some_and(|it| field(it, 4).contains('d'));
    let marks = (next + 1..next + 4).filter(|_| describes).find_map(|at| scene.closing(at));
    let source = unknown(scene, first, (first, next), marks.map_or(next, |close| close + 1));
    adjective.then_some(Source { person: false, feminine: None, ..source })
}

/// A person whose name nobody knows.
fn unknown(scene: &Scene, first: usize, words: (usize, usize), next: usize) -> Source {
    Source {
        reference: scene.reference(words.0, words.1),
        first,
        next,
        // Of a name alone nothing tells.
        feminine: nouns::is_office(scene, first).then(|| nouns::unowned(scene, first).ends_with(['ه', 'ت'])),
        plural: false,
        person: true,
        outlet: false,
        passing: false,
        body: false,
        speaks: true,
    }
}

/// «تشكيل “المقاومة”», «حساب «كذا»»: whatever bears a name in quotation marks.
fn bears_name(scene: &Scene, name: Option<(&Entity, usize)>, first: usize) -> bool {
    name.is_some_and(|(_, at)| at == first + 2 && scene.kind(first + 1) == TokenKind::Quote)
}

/// «وطهران», «وشهود عيان»: another source joined to the one before.
fn joined<'a>(scene: &Scene<'a>, index: usize, end: usize) -> Option<Phrase<'a>> {
    let word = scene.reading.word(index)?;
    let and = word.particles == Particles::AND && word.certain;
    if !and || cues::at(scene, index).is_some() || index >= end {
        return None;
    }
    let source = scene.name_at(index).is_some()
        || nouns::is_office(scene, index)
        || kinds(scene.stem(index)).any(Kinds::MEDIA);
    // «الحكومة والنقابة العرض»; «قالت الحكومة والنقابة تنفي» begins anew.
    let speaks = || heads::head(scene, index, false).is_some_and(|head| head.speaks);
    let acts = |next: usize| cues::at(scene, next).is_some() || scene.reading.is_finite(next);
    let other = (source || speaks()).then(|| phrase::read(scene, index, end))?;
    (source || other.definite && !acts(other.next)).then_some(other)
}
