//! Who says it: before the cue, after it, or earlier in the text; and who carried it.

use super::cues::{self, Cue, Shape, is_complementizer, is_preposition};
use super::scene::Scene;
use crate::analysis::{Entity, EntityKind, Particles, Reference};
use crate::lexicon::Table;
use crate::text::TokenKind;

/// A source named in the text.
#[derive(Clone, Debug)]
pub struct Subject {
    pub reference: Reference,
    /// The token after all of it.
    pub next: usize,
    feminine: bool,
    person: bool,
}

/// The sources named so far, for verbs that name none.
#[derive(Debug, Default)]
pub struct History {
    said: Vec<Subject>,
}

/// Sources further back than this are not meant by a silent verb.
const REMEMBERED: usize = 12;

impl History {
    /// A source has spoken.
    pub fn remember(&mut self, _scene: &Scene, subject: &Subject) {
        if self.said.len() == REMEMBERED {
            self.said.remove(0);
        }
        self.said.push(subject.clone());
    }

    /// Whom a verb without subject means: the last source that agrees with it, a person first.
    pub fn last(&self, cue: &Cue) -> Option<Reference> {
        let agrees = |subject: &&Subject| cue.is_plural() || subject.feminine == cue.is_feminine();
        let recent = self.said.iter().rev();
        let person = (!cue.is_feminine() && cue.shape == Shape::Verb)
            .then(|| recent.clone().filter(agrees).find(|s| s.person))
            .flatten();
        let found = person.or_else(|| recent.clone().find(agrees)).or_else(|| self.said.last());
        found.map(|subject| subject.reference.clone())
    }
}

/// The subject before the verb: «السوداني قال», «الحكومة رفضت».
pub fn before(scene: &Scene, cue: &Cue) -> Option<Subject> {
    let word = scene.reading.word(cue.index)?;
    if word.particles.has(Particles::AND) {
        return None;
    }
    let relative = cue.index.checked_sub(1).filter(|i| matches!(scene.folded(*i), "التي" | "الذي"));
    let end = relative.unwrap_or(cue.index);
    let (entity, first) = scene.name_before(end)?;
    let outer = first.checked_sub(1).map_or("", |i| scene.folded(i));
    let governed = scene
        .reading
        .word(first)
        .is_some_and(|w| !w.particles.is_empty() && !w.particles.has(Particles::AND))
        || matches!(
            outer,
            "في" | "الي" | "عن" | "مع" | "علي" | "شمال" | "جنوب" | "غرب" | "شرق" | "داخل" | "خارج"
        );
    (!governed).then(|| named(scene, entity, cue.next, first))
}

/// The subject after the verb: office, name, apposition.
pub fn after(scene: &Scene, cue: &Cue) -> Option<Subject> {
    let end = scene.sentence_end(cue.index).min(cue.next + 40);
    let mut first = cue.next;
    while first < end {
        if let Some(next) = scene.date_at(first) {
            first = next;
        } else if matches!(
            scene.folded(first),
            "ايضا" | "كذلك" | "بدوره" | "بدورها" | "مجددا" | "لاحقا" | "اخيرا"
        ) {
            first += 1;
        } else if matches!(
            (scene.folded(first), scene.folded(first + 1)),
            ("من", "جهته" | "جهتها" | "جانبه" | "جانبها")
        ) {
            first += 2;
        } else {
            break;
        }
    }
    if scene.folded(first) == "،" {
        first += 1;
    }
    let head = scene.folded(first);
    let mark = scene.kind(first) == TokenKind::Quote && scene.name_at(first + 1).is_some();
    let joined = scene
        .reading
        .word(first)
        .is_some_and(|w| !w.particles.is_empty() && w.certain && scene.name_at(first).is_none());
    if !mark && (!scene.is_word(first) || is_preposition(head) || is_complementizer(head) || joined) {
        return None;
    }
    // An adjacent subject agrees with its verb: «واتهم الحكومة …» has another one.
    let feminine_noun = head.ends_with('ه') || head.ends_with("ات") || matches!(head, "الدول" | "دول");
    if !cue.is_feminine()
        && !cue.is_plural()
        && feminine_noun
        && !is_man(scene, first)
        && (cue.takes('t') || cue.takes('o') || cue.takes('d'))
    {
        return None;
    }
    noun_phrase(scene, first, end)
}

/// A man's office may end like a feminine noun does (خليفة); his name follows.
fn is_man(scene: &Scene, index: usize) -> bool {
    scene.name_at(index).is_some_and(|(entity, _)| entity.kind == EntityKind::Person)
}

/// Reads a noun phrase that names a source from `first` on.
fn noun_phrase(scene: &Scene, first: usize, end: usize) -> Option<Subject> {
    let mut index = first;
    let mut organisation: Option<(&Entity, usize)> = None;
    let mut definite = false;
    let mut aside = false;
    while index < end {
        if let Some((entity, next)) = scene.name_at(index) {
            if entity.kind == EntityKind::Person {
                return (!aside).then(|| named(scene, entity, next, index));
            }
            organisation.get_or_insert((entity, next));
            definite = true;
            index = next;
            continue;
        }
        if scene.kind(index) == TokenKind::Quote {
            let Some(closing) = scene.closing(index).filter(|c| *c <= index + 6) else {
                // The closing mark of a name in quotation marks.
                if organisation.is_some() {
                    index += 1;
                    continue;
                }
                break;
            };
            if scene.name_at(index + 1).is_none() {
                break;
            }
            index += 1;
            let _ = closing;
            continue;
        }
        if scene.is_comma(index) {
            // «متحدث البنتاغون، باتريك رايدر،»: a name in apposition.
            let named_next = scene.name_at(index + 1).filter(|(e, _)| e.kind == EntityKind::Person);
            let office_next = named_next.is_none() && index + 6 < end && is_office(scene, index + 1);
            if let Some((entity, next)) = named_next {
                return Some(named(scene, entity, next, index + 1));
            }
            if office_next {
                index += 1;
                aside = false;
                continue;
            }
            break;
        }
        let word = scene.folded(index);
        if !scene.is_word(index) || is_complementizer(word) || cues::begins(scene, index) {
            break;
        }
        if is_preposition(word) {
            // «في الصومال» belongs to an office, «مقرب من» to a source; other occasions do not.
            let place =
                word == "في" && scene.name_at(index + 1).is_some_and(|(e, _)| e.kind == EntityKind::Place);
            let origin = word == "من" && !definite_noun(scene, first) && index > first;
            if !(place || origin && index <= first + 4) {
                break;
            }
            index += 1;
            continue;
        }
        let word_definite = definite_noun(scene, index);
        let adjective = scene.reading.single(index, Table::Nationalities).is_some();
        if definite && !word_definite && !adjective {
            break;
        }
        if organisation.is_some()
            && word_definite
            && !adjective
            && !is_epithet(word)
            && !is_office(scene, index)
        {
            break;
        }
        definite |= word_definite;
        if index > first + 9 {
            break;
        }
        index += 1;
    }
    if index == first {
        return None;
    }
    let head_is_name =
        scene.name_at(first).is_some() || organisation.is_some_and(|_| scene.kind(first) == TokenKind::Quote);
    let reference = match organisation {
        Some((entity, next)) if head_is_name && index <= next + 1 => scene.entity_reference(entity),
        _ => scene.reference(first, index),
    };
    let head = scene.stem(first);
    Some(Subject {
        feminine: head.ends_with('ه')
            || head.ends_with("ات")
            || matches!(head, "مصادر" | "وسائل" | "وسايل" | "دوائر"),
        person: is_office(scene, first),
        next: index,
        reference,
    })
}

fn definite_noun(scene: &Scene, index: usize) -> bool {
    scene.reading.word(index).is_some_and(|word| word.definite) || scene.name_at(index).is_some()
}

/// Adjectives that stand after a body's name without being part of it.
fn is_epithet(word: &str) -> bool {
    matches!(
        word,
        "الجديد"
            | "الجديده"
            | "السابق"
            | "السابقه"
            | "الحالي"
            | "الحاليه"
            | "الاسبق"
            | "المنتخب"
            | "المنتخبه"
            | "الراحل"
    ) || word.ends_with("يه")
        || word.ends_with('ي')
}

/// Words for whoever holds an office or gives information.
fn is_office(scene: &Scene, index: usize) -> bool {
    let stem = scene.stem(index);
    let stem = stem.strip_prefix("ال").unwrap_or(stem);
    let stem = stem.strip_suffix('ه').unwrap_or(stem);
    matches!(
        stem,
        "رييس"
            | "وزير"
            | "متحدث"
            | "ناطق"
            | "سفير"
            | "مندوب"
            | "ممثل"
            | "مسوول"
            | "مصدر"
            | "قايد"
            | "مدير"
            | "امين"
            | "زعيم"
            | "نايب"
            | "مستشار"
            | "جنرال"
            | "لواء"
            | "عميد"
            | "عقيد"
            | "شيخ"
            | "ملك"
            | "امير"
            | "عضو"
            | "محلل"
            | "خبير"
            | "باحث"
            | "كاتب"
            | "محافظ"
            | "حاكم"
            | "مبعوث"
            | "منسق"
            | "سكرتير"
            | "نظير"
            | "رجل"
            | "دبلوماسي"
            | "ضابط"
            | "سياسي"
            | "قيادي"
            | "نقيب"
            | "مفكر"
            | "مرشد"
    )
}

fn named(scene: &Scene, entity: &Entity, next: usize, first: usize) -> Subject {
    let text = scene.entity_reference(entity);
    let title = first.checked_sub(1).map_or("", |i| scene.folded(i));
    let person = entity.kind == EntityKind::Person;
    let head = scene.stem(first);
    let feminine = if person {
        title.ends_with('ه') && !matches!(title, "حركه" | "كتله" | "جبهه" | "قايمه")
    } else {
        head.ends_with('ه') || head.ends_with("ات") || entity.kind == EntityKind::Place
    };
    Subject { reference: text, next, feminine, person }
}

/// The genitive of a reporting noun: «دعوة حزب الله», «مطالبة الولايات المتحدة».
pub fn genitive(scene: &Scene, cue: &Cue) -> Option<Subject> {
    let word = scene.reading.word(cue.next)?;
    (word.particles.is_empty()).then_some(())?;
    let (entity, next) = scene.name_at(cue.next)?;
    Some(named(scene, entity, next, cue.next))
}

/// A report that is passed on.
pub struct PassedOn {
    pub cue: Cue,
    pub speaker: Subject,
    pub via: Option<Reference>,
}

/// نقلت رويترز عن مسؤول قوله إن …، نقلاً عن X …
pub fn passed_on(scene: &Scene, index: usize) -> Option<PassedOn> {
    let verb = scene.stem(index);
    matches!(verb, "نقل" | "نقلت" | "نقلا" | "تنقل" | "ينقل").then_some(())?;
    let end = scene.sentence_end(index).min(index + 40);
    let from = (index + 1..end)
        .take_while(|i| !is_complementizer(scene.folded(*i)))
        .find(|i| scene.folded(*i) == "عن")?;
    let word = (from + 1..end).find(|i| {
        matches!(scene.folded(*i), "قوله" | "قولها" | "قولهم" | ":") || is_complementizer(scene.folded(*i))
    })?;
    let speaker = noun_phrase(scene, from + 1, word)?;
    let via = noun_phrase(scene, index + 1, from).map(|carrier| carrier.reference);
    let said = matches!(scene.folded(word), "قوله" | "قولها" | "قولهم");
    let cue = if said { cues::at(scene, word)? } else { cues::plain(scene, index, word) };
    Some(PassedOn { cue, speaker, via })
}

/// A source named by a preposition.
pub struct According {
    pub cue: Cue,
    pub subject: Subject,
}

/// بحسب X، وفقًا لـX، حسب ما ذكرته X، على لسان X.
pub fn according_to(scene: &Scene, index: usize) -> Option<According> {
    let word = scene.folded(index);
    let mut at = match word {
        "بحسب" | "حسب" | "وفق" => index + 1,
        "وفقا" | "طبقا" if scene.reading.word(index + 1)?.particles.has(Particles::LI) => index + 1,
        _ => return None,
    };
    let cue_end = at;
    if matches!(scene.folded(at), "ما" | "لما") {
        at += 1;
        let reports = scene.reading.single(at, Table::CueVerbs).is_some()
            || matches!(scene.stem(at), "نقل" | "نقلت" | "نقلته" | "نشرته" | "جاء" | "اوردته" | "ذكرته");
        reports.then_some(())?;
        at += 1;
        if matches!(scene.folded(at), "عنه" | "عنها" | "في") {
            at += 1;
        }
    } else if scene.reading.single(at, Table::CueVerbs).is_some() {
        // «وفق تأكيد حكومة بغداد»
        at += 1;
    }
    let end = scene.sentence_end(index).min(at + 16);
    let subject = noun_phrase(scene, at, end)?;
    Some(According { cue: cues::plain(scene, index, cue_end), subject })
}

/// The outlet to which something is said: «لـ«الشرق الأوسط»», «لوكالة رويترز».
pub fn carrier_between(scene: &Scene, from: usize, to: usize) -> Option<Reference> {
    (from..to).find_map(|index| {
        let word = scene.reading.word(index)?;
        let addressed = word.particles.has(Particles::LI);
        let marked = scene.kind(index + 1) == TokenKind::Quote;
        let outlet = matches!(
            scene.stem(index),
            "وكاله"
                | "صحيفه"
                | "قناه"
                | "موقع"
                | "تلفزيون"
                | "شبكه"
                | "جريده"
                | "مجله"
                | "موفد"
                | "مراسل"
                | "اذاعه"
        );
        if let Some((entity, _)) =
            scene.name_at(index).filter(|(e, _)| addressed && outlet && e.kind == EntityKind::Organisation)
        {
            return Some(scene.entity_reference(entity));
        }
        let inner = if marked { index + 2 } else { index + 1 };
        let (entity, _) = scene.name_at(inner).filter(|(e, _)| e.kind == EntityKind::Organisation)?;
        let to_outlet = (addressed && (marked || outlet)) || matches!(scene.stem(index), "موفد" | "مراسل");
        to_outlet.then(|| scene.entity_reference(entity))
    })
}

/// The source named right behind the content: «…، حسب ما ذكرته وكالة الأناضول».
pub fn carrier_behind(scene: &Scene, last: usize) -> Option<Reference> {
    let at = if scene.is_comma(last) { last + 1 } else { last };
    if let ("كما", "نقل" | "نقلت") = (scene.folded(at), scene.folded(at + 1)) {
        let from = at + 2 + usize::from(matches!(scene.folded(at + 2), "عنه" | "عنها"));
        return noun_phrase(scene, from, scene.sentence_end(at).min(from + 10)).map(|s| s.reference);
    }
    according_to(scene, at).map(|source| source.subject.reference)
}
