//! Whose words a reporting verb reports: its subject before or after it, or, where it has none, whoever
//! spoke last and agrees with it.

use super::between::{anonymity, particle, skip};
use super::cues::{self, Cue, Shape};
use super::heads;
use super::nouns;
use super::scene::Scene;
use super::sources::{self, Source};
use super::words::{
    is_auxiliary, is_complementizer, is_event, is_occasion, is_preposition, is_relative, is_to_somebody,
    opens_clause,
};
use crate::analysis::sides::{Kinds, kinds, state_at};
use crate::analysis::{EntityKind, Particles, Reference};
use crate::lexicon::Table;
use crate::text::TokenKind;

/// How far back a participle looks for who acts in its sentence, in words.
const ACTING: usize = 24;

/// The subject after the verb: «قال، الثلاثاء، رئيس الوزراء …», «نفت وزارة الدفاع …».
pub fn after(scene: &Scene, cue: &Cue) -> Option<Source> {
    let end = scene.sentence_end(cue.index).min(cue.next + 40);
    // «في وقت تقول فيه الشركات إنها»: the pronoun that points back to the time.
    // «ورد عليه الوزير بأن»: whom it is told.
    let told = is_to_somebody(scene.folded(cue.next));
    // «رسالة أكدت من خلالها اللجنة أن»
    let through = scene.folded(cue.next) == "من" && points_back(scene.folded(cue.next + 1));
    let back = usize::from(told || points_back(scene.folded(cue.next))) + 2 * usize::from(through);
    // «وقال لوكالة كذا مسؤول إن»: the outlet that it is told.
    let joined = scene.reading.is_joined(cue.next, Particles::LI);
    let outlet = joined.then(|| sources::read_joined(scene, cue.next, end)).flatten().filter(|told| {
        told.outlet && sources::read(scene, told.next, end).is_some_and(|source| source.speaks)
    });
    let next = outlet.map_or(cue.next + back, |told| told.next);
    let mut first = skip(scene, cue, next, end);
    // «نفى ذلك المتحدث»: its object stands before its subject.
    if first == cue.next && is_that(scene, first) {
        first += 1;
    }
    let head = scene.folded(first);
    // «إمام أوغلو» is no «أمام».
    if is_preposition(head) && scene.name_at(first).is_none() || is_complementizer(head) {
        return None;
    }
    // «واختتم كلمته بأن»
    if nouns::has_pronoun(scene, first) && is_occasion(scene.stem(first)) {
        return None;
    }
    // «وأعاد التأكيد أن»: what is done again.
    if cue.takes('v') && cue.takes('w') && cues::is_attitude(scene, first) {
        return None;
    }
    if is_latter(scene, first) {
        return latter(scene, first);
    }
    // «قال و20»: a particle that is joined to no word of letters names nobody.
    if nouns::is_oblique(scene, first) || scene.stem(first).is_empty() {
        return None;
    }
    // «واعتبر القرار "جائرا"»: what is described.
    if cue.takes('d') && kinds(scene.stem(first)).any(Kinds::RESOLUTION) {
        return None;
    }
    let source = match sources::read(scene, first, end) {
        // «اتهمت "سارة خليل"، شقيقة الرئيس، …»: somebody has to accuse.
        None if cue.takes('T') && scene.closing(first).is_some() => sources::marked(scene, first)?,
        Some(source) if source.speaks => source,
        other => sources::nameless(scene, first).or(other)?,
    };
    let source = match accuser(scene, cue, &source) {
        Some(next) => Source { next, ..sources::read(scene, first, next)? },
        None => source,
    };
    // «في بيان نشرته مساء الثلاثاء»: what is told of the occasion is no subject.
    let told = (cue.next..first).any(|i| is_occasion(scene.stem(i))) && !scene.is_comma(first - 1);
    if told && !source.speaks {
        return None;
    }
    // «واتهم الحكومة»: an adjacent subject agrees with its verb; this one is its object.
    let disagrees = match source.feminine {
        Some(true) => !cue.is_feminine() && !source.person,
        Some(false) => cue.is_feminine(),
        None => false,
    };
    if cue.is_plural() || disagrees && (first <= cue.next + 1 || !source.person) {
        return None;
    }
    // A verb that takes an object has somebody who speaks as its subject: not so «رفض الاقتراح».
    let object = cue.takes('o') || cue.takes('d') || cue.takes('t') || cue.takes('T');
    // «اتهمت عائلات المحتجزين الحكومة بـ…»: two nouns before the particle, the first accuses.
    let two = || {
        particle(scene, cue, source.next, end)
            .is_some_and(|at| at > source.next && at < source.next + 8 && !scene.is_comma(source.next))
    };
    if cue.takes('T') && !source.speaks && two() {
        return Some(source);
    }
    // «دعا الاجتماع الدول إلى التنسيق»
    let closed = scene.is_definite(source.first) && scene.is_definite(source.next);
    if cue.takes('t') && !source.speaks && closed && two() {
        return Some(source);
    }
    // «أنكر المتهم صلته بالحادث»: two nouns that are closed, the first is the subject.
    let followed = || {
        let at = skip(scene, cue, source.next, end);
        nouns::has_pronoun(scene, at)
            || is_event(scene.stem(at))
            || scene.reading.word(at).is_some_and(|w| w.definite && w.particles.is_empty())
    };
    let closed = scene.reading.word(source.first).is_some_and(|word| word.definite);
    if cue.takes('o') && closed && !source.speaks && followed() {
        return Some(source);
    }
    let led = !cue.takes('d') && scene.index_of_introducer(source.next, 1).is_some();
    (source.speaks || !object || led).then_some(source)
}

/// Where who accuses ends and who is accused begins, if one phrase has been read for both: «اتهم النائب فلان | وزير المال
/// بالتقصير», «اتهم شهود | الشرطة بإطلاق النار». A verb that may do without whom it is said to (طالب) has him there only
/// where an office stands before the name too.
fn accuser(scene: &Scene, cue: &Cue, source: &Source) -> Option<usize> {
    let first = source.first;
    (cue.takes('T') || cue.takes('t')).then_some(())?;
    let bare = |at: usize| scene.reading.word(at).is_some_and(|word| word.particles.is_empty());
    particle(scene, cue, source.next, source.next + 1).filter(|at| *at == source.next)?;
    if let Some((name, end)) = (first..source.next).find_map(|at| Some((at, scene.person_at(at)?.1))) {
        let office =
            end < source.next && bare(end) && heads::head(scene, end, false).is_some_and(|head| head.human);
        return (office && (cue.takes('T') || name > first)).then_some(end);
    }
    // «تتهم الحكومة | المعارضة بالسعي إلى»
    let last = source.next - 1;
    let opposed = last > first && scene.name_at(first).is_none();
    if cue.takes('T') && opposed && kinds(scene.stem(last)).any(Kinds::OPPOSITION) {
        return Some(last);
    }
    // «وطالب الوزير | "حزب الله" بتسليم سلاحه»
    let marked = (first + 1..source.next).find(|at| scene.closing(*at) == Some(last));
    if marked.is_some() {
        return marked;
    }
    let head = heads::head(scene, first, false)?;
    let people = head.plural && nouns::is_indefinite(scene, first) && scene.name_at(first).is_none();
    // «اتهم طلاب | إدارة الجامعة بالتضييق»
    let body =
        || scene.is_definite(first + 2) && heads::head(scene, first + 1, false).is_some_and(|it| it.speaks);
    (people && bare(first + 1) && cue.takes('T') && (scene.is_definite(first + 1) || body()))
        .then_some(first + 1)
}

/// «ذلك» before somebody who speaks.
pub fn is_that(scene: &Scene, index: usize) -> bool {
    let speaks = || sources::read(scene, index + 1, scene.sentence_end(index)).is_some_and(|s| s.speaks);
    scene.folded(index) == "ذلك" && scene.is_definite(index + 1) && speaks()
}

/// «وردت الأخيرة بأن», «وردت هذه بأن»
fn is_latter(scene: &Scene, at: usize) -> bool {
    match scene.stem(at) {
        "الاخير" | "الاخيره" => true,
        "هذا" | "هذه" => is_complementizer(scene.folded(at + 1)),
        _ => false,
    }
}

/// «اتهمت الشركة النقابة، وردت الأخيرة بأن»: whoever is named last and agrees.
fn latter(scene: &Scene, at: usize) -> Option<Source> {
    let feminine = matches!(scene.stem(at), "الاخيره" | "هذه");
    let named = |index: usize| {
        // «قصف منتجع في دهوك، فيما حملت الأخيرة»: of places only states and capitals speak.
        let named = scene.name_at(index);
        let place = named.is_some_and(|(entity, _)| entity.kind == EntityKind::Place);
        let inside = index.checked_sub(1).is_some_and(|i| matches!(scene.folded(i), "في" | "من"));
        if place && (inside || state_at(scene.reading, index).is_none()) {
            return None;
        }
        let fits = |source: &Source| {
            let unknown = named.is_some() && !source.person;
            source.speaks && source.feminine.map_or(unknown || !feminine, |known| known == feminine)
        };
        let closed = scene.is_definite(index) || named.is_some();
        sources::read(scene, index, at).filter(|source| closed && fits(source))
    };
    let source = (at.saturating_sub(40)..at).rev().find_map(named)?;
    Some(Source { first: at, next: at + 1, speaks: true, ..source })
}

/// «بيانا قال فيه», «في وقت تقول فيه الشركات»: the pronoun that points back to an occasion or a time.
pub fn points_back(word: &str) -> bool {
    matches!(word, "فيه" | "فيها" | "فيهما" | "خلاله" | "خلالها")
}

/// «تقرير لبريطانيا انتقدت فيه», «بيان الحركة اتهمت فيه»: whose the occasion is that the pronoun behind the verb
/// points back to.
pub fn author(scene: &Scene, cue: &Cue) -> Option<Source> {
    let occasion = (cue.index.saturating_sub(5)..cue.index).rev().find(|at| is_occasion(scene.stem(*at)))?;
    let first = occasion + 1;
    // «أصدرت الوزارة بيانا اتهمت فيه»
    if first == cue.index {
        return ending_at(scene, occasion, cue);
    }
    // «لـ»: the particle alone.
    let first = first + usize::from(scene.stem(first).is_empty() && scene.is_word(first));
    let named =
        scene.name_at(first).is_some() || scene.is_definite(first) && !nouns::is_adjective(scene, first);
    sources::read_joined(scene, first, cue.index)
        .filter(|source| named && source.next == cue.index && source.speaks && agrees(source, cue))
}

/// «ترد على ترامب بعد أن أعلن»: the person named right before a clause that tells what came before.
pub fn met(scene: &Scene, cue: &Cue) -> Option<Source> {
    let after = match (scene.folded(cue.index.checked_sub(1)?), scene.folded(cue.index.checked_sub(2)?)) {
        ("ان", "بعد") => cue.index - 2,
        ("بعدما", _) => cue.index - 1,
        _ => return None,
    };
    let first = (after.saturating_sub(3)..after)
        .find(|at| scene.person_at(*at).is_some_and(|(_, next)| next == after))?;
    sources::read_joined(scene, first, after).filter(|source| agrees(source, cue))
}

/// «تصريحات من جانب الحكومة العراقية تؤكد»: the name that ends right before a bare verb.
pub fn right_before(scene: &Scene, cue: &Cue) -> Option<Source> {
    let bare = scene.reading.word(cue.index).is_some_and(|w| w.particles.is_empty());
    bare.then_some(())?;
    let verb = cue.index;
    let up_to_verb = |first: usize| sources::read(scene, first, verb).filter(|source| source.next == verb);
    // «أن أصحاب المصانع طالبوا بـ»: the verb tells that they are people.
    // «لكن الأرقام تشير إلى»: a clause of its own, whoever spoke before.
    if (cue.is_plural() || cue.is_present())
        && let Some(first) = (verb.saturating_sub(5)..verb).rev().find(|at| {
            *at == scene.sentence_start(*at)
                || at.checked_sub(1).is_some_and(|i| {
                    let opens = opens_clause(scene.folded(i)) || scene.is_comma(i);
                    opens && (cue.is_plural() || !is_complementizer(scene.folded(i)))
                })
        })
        && let Some(source) = up_to_verb(first)
        && (cue.is_plural()
            || scene.is_definite(first) && (cue.is_feminine() || source.feminine != Some(true)))
    {
        let plural = source.plural || cue.is_plural();
        return Some(Source { speaks: true, plural, ..source });
    }
    // «إلا أن الإعلام الرسمي وصف الاتهام»: an outlet is no topic, but here it can be nothing else.
    let outlet = (verb.saturating_sub(3)..verb)
        .find(|at| at.checked_sub(1).is_some_and(|i| matches!(scene.folded(i), "ان" | "لكن" | "ولكن")))
        .and_then(up_to_verb)
        .filter(|source| source.outlet && scene.is_definite(source.first))
        .filter(|source| source.feminine != Some(!cue.is_feminine()));
    if outlet.is_some() {
        return outlet;
    }
    // «إن موكلها يقول إن», «لكن محاميه أكد أن»: somebody's own, right before what he says.
    let own = verb.checked_sub(1).filter(|at| {
        is_complementizer(scene.folded(cue.next))
            && at.checked_sub(1).is_some_and(|i| opens_clause(scene.folded(i)))
            && nouns::has_pronoun(scene, *at)
    });
    if let Some(source) = own.and_then(up_to_verb) {
        let agrees = cue.takes('q') && source.feminine != Some(!cue.is_feminine());
        return agrees.then_some(Source { speaks: true, ..source });
    }
    // «وأن التحقيقات الأولية أكدت سقوطها»: what is told of nobody who speaks is by the verb alone.
    let after_that = |at: usize| at.checked_sub(1).is_some_and(|i| is_complementizer(scene.folded(i)));
    if cue.takes('q')
        && !cue.takes('s')
        && !cue.is_present()
        && let Some(first) = (verb.saturating_sub(4)..verb).find(|at| after_that(*at))
        && let Some(source) = up_to_verb(first)
        && source.feminine == Some(cue.is_feminine())
    {
        return Some(source);
    }
    // «على قرار يتهم طهران»: an indefinite document right before what it says.
    if kinds(scene.stem(verb.wrapping_sub(1))).any(Kinds::RESOLUTION)
        && !cue.is_feminine()
        && cue.is_present()
    {
        return up_to_verb(verb - 1);
    }
    let first = (cue.index.saturating_sub(6)..cue.index)
        .find(|at| scene.name_at(*at).is_some_and(|(_, next)| next == cue.index))?;
    let outer = first.checked_sub(1).map_or("", |i| scene.folded(i));
    let plain =
        scene.reading.word(first).is_some_and(|w| w.particles.is_empty() || w.particles == Particles::AND);
    let governed = !plain
        || matches!(
            outer,
            "في" | "الي"
                | "عن"
                | "مع"
                | "علي"
                | "شمال"
                | "جنوب"
                | "غرب"
                | "شرق"
                | "داخل"
                | "خارج"
                | "امام"
                | "من"
        );
    (!governed).then_some(())?;
    let source = sources::read(scene, first, cue.index)?;
    (source.feminine != Some(!cue.is_feminine())).then_some(source)
}

/// «القرار الذي ينص على»: whom a relative right before the verb means, where the verb agrees with it.
pub fn antecedent(scene: &Scene, cue: &Cue) -> Option<Source> {
    let last = cue.index.checked_sub(1)?;
    // «الذي كان قد دعا»
    let auxiliaries = (0..=last).rev().take_while(|at| is_auxiliary(scene.folded(*at))).count();
    let relative = last.checked_sub(auxiliaries).filter(|at| relates(scene.folded(*at), cue))?;
    let end = if scene.is_comma(relative.saturating_sub(1)) { relative - 1 } else { relative };
    // «رئيسة التحرير فلانة، التي أكدت»: a name that nobody knows is read with the comma behind it.
    // «الانتقادات التي تزعم أن»: whatever it is, it says so.
    let led = is_complementizer(scene.folded(cue.next));
    let fits = |source: &Source| {
        (end..=relative).contains(&source.next)
            && source.feminine != Some(!cue.is_feminine())
            && (source.plural || !cue.is_plural())
    };
    let sources = || (end.saturating_sub(8)..end).filter_map(|at| sources::read(scene, at, relative));
    let speaks = sources().find(|source| source.speaks && fits(source));
    let other = || sources().filter(|s| led && !nouns::is_adjective(scene, s.first)).rfind(fits);
    speaks.or_else(other)
}

/// «اكتفى رئيس الاتحاد فلان | بالقول», «وشاركته الرأي الوزيرة فلانة، | قائلة»: the source that ends right before
/// the token, unless a preposition or a noun governs it.
pub fn ending_at(scene: &Scene, end: usize, cue: &Cue) -> Option<Source> {
    let start = scene.sentence_start(end).max(end.saturating_sub(10));
    let close = if end > start && scene.is_comma(end - 1) { end - 1 } else { end };
    // «اكتفى مصدر في الوزارة، لم يشأ كشف هويته، | بالقول»
    let hidden = |at: &usize| scene.is_comma(*at) && anonymity(scene, at + 1) == end;
    let close = (start..close).find(hidden).unwrap_or(close);
    let ends = |source: &Source| source.speaks && (close..=end).contains(&source.next);
    let source = (start..close).filter_map(|at| sources::read(scene, at, end)).find(ends)?;
    let governed = source.first.checked_sub(1).is_some_and(|before| {
        let noun = scene.reading.single(before, Table::Common).is_some_and(|sense| sense.form == 0);
        // «ونشر الحزب بيانا»: what a sentence begins with is its verb.
        let verb = before == scene.sentence_start(before);
        is_preposition(scene.folded(before)) || noun && !verb && !scene.is_definite(before)
    });
    (!governed && agrees(&source, cue)).then_some(source)
}

/// «رفع مشرد دعوى، زاعما»: whoever stands right behind the verb with which the sentence of a participle begins,
/// where nobody who speaks is named.
pub fn of_sentence(scene: &Scene, cue: &Cue) -> Option<Source> {
    let verb = scene.sentence_start(cue.index);
    let finite = scene.reading.senses(verb).any(|sense| sense.table == Table::Common && sense.form == 2)
        || scene.stem(verb).ends_with('ت')
        || cue.is_plural() && nouns::is_unknown(scene, verb) && scene.name_at(verb).is_none();
    let source = sources::read(scene, verb + 1, cue.index).filter(|_| finite)?;
    agrees(&source, cue).then_some(source)
}

/// «في اتهام سارعت الرئاسة إلى نفيه، مؤكدة»: the nearest subject of any verb of the sentence that agrees with a
/// participle.
pub fn acting(scene: &Scene, cue: &Cue) -> Option<Source> {
    let start = scene.sentence_start(cue.index).max(cue.index.saturating_sub(ACTING));
    let of = |verb: usize| {
        let feminine = scene.stem(verb).ends_with('ت') && !scene.stem(verb).ends_with("ات");
        let acts = scene.reading.is_finite(verb) || feminine && scene.name_at(verb).is_none();
        let source = sources::read(scene, verb + 1, cue.index).filter(|source| acts && source.speaks)?;
        (source.feminine == Some(cue.is_feminine()) && agrees(&source, cue)).then_some(source)
    };
    (start..cue.index).rev().find_map(of)
}

/// «الحركة التي تعتبرها واشنطن», «الدول التي تعهدت لها سول»: what the relative means is the object, as a pronoun tells.
pub fn is_of_relative(scene: &Scene, cue: &Cue) -> bool {
    let before = cue.index.checked_sub(1).map_or("", |at| scene.folded(at));
    is_relative(before) && (cue.has_pronoun() || is_to_somebody(scene.folded(cue.next)))
}

/// Whether the relative is the subject of the verb: it agrees. «التي أثنى على أدائها» is not.
pub fn relates(relative: &str, cue: &Cue) -> bool {
    match relative {
        "الذي" => !cue.is_feminine() && !cue.is_plural(),
        "التي" => cue.is_feminine(),
        "الذين" | "اللذين" | "اللذان" | "اللتان" | "اللتين" | "اللواتي" | "اللاتي" => {
            cue.is_plural()
        }
        _ => false,
    }
}

/// A source that stands where a clause begins, and may be the subject of a verb that follows it.
#[derive(Clone, Debug)]
pub struct Topic {
    pub source: Source,
    /// The clause's sentence, by its first token.
    sentence: usize,
}

/// The topic that begins at the token, if a clause does.
pub fn topic(scene: &Scene, index: usize) -> Option<Topic> {
    let sentence = scene.sentence_start(index);
    let before = index.checked_sub(1);
    let negated = |at: usize| matches!(scene.folded(at), "لم" | "ولم" | "لا" | "ولا" | "لن" | "ولن");
    let earlier = is_earlier(scene, index);
    let starts = earlier || index == sentence
        || before.is_some_and(|i| matches!(scene.folded(i), "اما" | "واما"))
        || index == sentence + 2 && negated(sentence)
        || before.is_some_and(|i| opens_clause(scene.folded(i)) || scene.is_comma(i) || scene.folded(i) == "قد")
        || before.is_some_and(|i| scene.kind(i) == TokenKind::Break || scene.folded(i) == ":" || scene.folded(i) == "؛")
        || scene.reading.word(index).is_some_and(|w| w.particles == Particles::AND && w.certain)
            && before.is_some_and(|i| scene.kind(i) == TokenKind::Mark)
        // «والتقى الوزير نظيره وأكد …», «حيث استقال الوزير احتجاجا، معتبرا …»: the subject of any verb with which a
        // clause begins.
        || before.is_some_and(|verb| {
            let opens = |at: usize| {
                opens_clause(scene.folded(at)) && !is_complementizer(scene.folded(at))
                    || scene.is_comma(at)
                    || matches!(scene.folded(at), "بعدما" | "عندما" | "حينما")
            };
            // «وفي موسكو أصدرت الوزارة بيانا»
            let placed = || {
                let place = scene.name_at(sentence + 1).is_some_and(|(_, next)| next == verb);
                place && scene.folded(sentence).strip_prefix('و').is_some_and(is_preposition)
            };
            // «وفي آخر تطورات القضية، أمر وزير الصحة بـ»
            let fronted = || {
                let word = scene.folded(sentence);
                let first = (sentence..verb).find(|at| scene.is_comma(*at));
                first == Some(verb - 1) && is_preposition(word.strip_prefix('و').unwrap_or(word))
            };
            let begins = verb == sentence || fronted();
            (verb == sentence || opens(verb - 1) || placed()) && scene.reading.is_finite(verb)
                || begins
                    && (is_before_person(scene, verb)
                        || is_verb_of_office(scene, verb)
                        || may_be_verb_of_office(scene, verb))
        })
        || cues::joins_headline(scene, index)
        // «… و«أمل» تتهمها»
        || before.is_some_and(|at| {
            let and = scene.reading.is_joined(at, Particles::AND) && scene.stem(at).is_empty();
            and && scene.is_headline(at) && scene.closing(index).is_some()
        });
    if !starts {
        return None;
    }
    if is_latter(scene, index) {
        return Some(Topic { source: latter(scene, index)?, sentence });
    }
    let word = scene.reading.word(index)?;
    if !earlier && !word.particles.is_empty() && word.particles != Particles::AND {
        return None;
    }
    if is_dateline(scene, index) {
        return None;
    }
    let end = scene.sentence_end(index);
    let source =
        if earlier { sources::read_joined(scene, index, end) } else { sources::read(scene, index, end) }?;
    // «وكان موقع «كذا» قد كشف أن»
    let told = before.is_some_and(|at| matches!(scene.folded(at), "كان" | "كانت" | "وكان" | "وكانت"));
    (source.speaks && (source.person || !source.outlet || told)).then_some(Topic { source, sentence })
}

/// «ودأب الرئيس …», «وسارعت وزارة الدفاع …»: a word that nobody knows before an office with the article or a body,
/// where a sentence begins.
fn is_verb_of_office(scene: &Scene, index: usize) -> bool {
    let word = scene.reading.word(index);
    !scene.reading.is_known(index)
        && scene.name_at(index).is_none()
        && word.is_some_and(|word| {
            !word.definite && (word.particles.is_empty() || word.particles == Particles::AND)
        })
        && match scene.name_at(index + 1) {
            // «وسارعت اللجنة إلى»: its ending tells a verb.
            None => {
                let verb = scene.written(index).ends_with('ت');
                scene.is_definite(index + 1) && (verb || nouns::is_office(scene, index + 1))
            }
            Some((entity, _)) => {
                entity.kind == EntityKind::Organisation
                    && kinds(scene.stem(index + 1)).any(Kinds::STATE.or(Kinds::GROUP))
            }
        }
}

/// «وسعى ماكرون إلى»: a bare word before a person, where a sentence begins.
fn is_before_person(scene: &Scene, index: usize) -> bool {
    let word = scene.reading.word(index);
    let bare = word.is_some_and(|word| {
        !word.definite && (word.particles.is_empty() || word.particles == Particles::AND)
    });
    bare && scene.is_word(index)
        && scene.name_at(index).is_none()
        && scene.person_at(index + 1).is_some()
        && scene.reading.is_joined(index + 1, Particles::default())
        && scene.reading.single(index, Table::Function).is_none()
        && !nouns::is_office(scene, index)
}

/// «وذهب رئيس اللجنة إلى أبعد من ذلك»: a word that may be a verb before an office that something follows.
fn may_be_verb_of_office(scene: &Scene, index: usize) -> bool {
    let verb = scene.reading.senses(index).any(|sense| sense.table == Table::Common && sense.form == 2);
    verb && scene.name_at(index).is_none() && nouns::is_office(scene, index + 1) && scene.is_word(index + 2)
}

/// «سبق للرئيس أن وعد»: the one whom ل joins is who did it.
fn is_earlier(scene: &Scene, index: usize) -> bool {
    let particle = scene.reading.is_joined(index, Particles::LI);
    particle && index.checked_sub(1).is_some_and(|at| matches!(scene.folded(at), "سبق" | "وسبق" | "يسبق"))
}

/// «بيروت (اف ب)», «لندن: «الشرق الأوسط»»: where and by whom it was written.
fn is_dateline(scene: &Scene, index: usize) -> bool {
    let opens = |at: usize| at == 0 || scene.kind(at - 1) == TokenKind::Break;
    // «دبي، الإمارات العربية المتحدة (CNN)--»
    let second = |comma: usize| {
        scene.is_comma(comma)
            && (comma.saturating_sub(3)..comma)
                .any(|at| opens(at) && scene.place_at(at).is_some_and(|(_, next)| next == comma))
    };
    let paragraph = |at: usize| opens(at) || second(at - 1);
    let place = scene.name_at(index).is_some_and(|(e, next)| {
        // «بكين 24 أغسطس 2023 (شينخوا)»
        let next = scene.date_at(next).unwrap_or(next);
        e.kind == EntityKind::Place && matches!(scene.folded(next), "(" | "-" | ":" | "/" | "،" | "|")
    });
    // «سيدني (أ ف ب) -»: who bears its name may be known, too.
    let place = place
        || scene.name_at(index).is_some_and(|(_, next)| {
            let close = scene.parenthesis(next, 8);
            close.is_some_and(|close| matches!(scene.folded(close + 1), "-" | "–" | "—"))
        });
    let marked =
        scene.kind(index) == TokenKind::Quote || index > 0 && scene.kind(index - 1) == TokenKind::Quote;
    place && paragraph(index) || marked && (index.saturating_sub(3)..index).any(|i| scene.folded(i) == ":")
}

impl Topic {
    /// The subject that a verb has named.
    pub fn of(scene: &Scene, source: &Source) -> Topic {
        Topic { source: source.clone(), sentence: scene.sentence_start(source.first) }
    }

    /// Whether the topic is the subject of the verb: nothing of a sentence of its own stands between.
    pub fn reaches(&self, scene: &Scene, cue: &Cue) -> bool {
        let word = scene.reading.word(cue.index);
        let linked = word.is_some_and(|w| w.particles.has(Particles::AND));
        let contrasted = matches!(scene.folded(self.source.first.saturating_sub(1)), "اما" | "واما");
        let linked = linked && !(contrasted && scene.folded(cue.index).starts_with('ف'));
        if linked || cue.index < self.source.next || scene.sentence_start(cue.index) != self.sentence {
            return false;
        }
        if self.disagrees(cue) {
            return false;
        }
        let mut index = self.source.next;
        let mut commas = 0;
        while index < cue.index {
            let folded = scene.folded(index);
            if let Some(next) = scene.date_at(index) {
                index = next;
            } else if is_auxiliary(folded)
                || scene.kind(index) == TokenKind::Quote
                || index == self.source.next && folded == "ان" && is_earlier(scene, self.source.first)
            {
                index += 1;
            } else if is_relative(folded) {
                // «واشنطن، التي كانت ترفض دائما»: the relative's own verb, or past its clause's comma.
                let near = (index + 1..cue.index).all(|i| is_auxiliary(scene.folded(i)));
                if near {
                    return true;
                }
                let Some(comma) = (index..cue.index).find(|i| scene.is_comma(*i)) else { return false };
                index = comma + 1;
            } else if folded == "(" {
                let Some(close) = (index..cue.index).find(|i| scene.folded(*i) == ")") else { return false };
                index = close + 1;
            } else if scene.is_comma(index) || folded == "-" {
                commas += 1;
                index += 1;
                if commas == 1 {
                    // An aside: to the comma that closes it.
                    let close = (index..cue.index).find(|i| scene.is_comma(*i) || scene.folded(*i) == "-");
                    match close {
                        Some(close) if close - index < 18 => index = close + 1,
                        _ if index == cue.index => {}
                        _ => return false,
                    }
                }
            } else if opens_clause(folded) || matches!(folded, "كما" | "ثم" | "او" | "اذا") {
                return false;
            } else if is_preposition(folded) && cue.index - index < 14 && !is_complementizer(folded) {
                // «المتحدث باسم الحكومة في مؤتمر صحفي بالخرطوم أعلن»
                // «أعرب … عن قلقه إزاء التوقيف، بينما قال …»: another clause, with its own subject.
                let verb = (index..cue.index).any(|i| {
                    let word = scene.folded(i);
                    scene.reading.is_finite(i)
                        || is_complementizer(word)
                        || opens_clause(word)
                        || is_relative(word)
                        || word == "كما"
                });
                return !verb;
            } else {
                return false;
            }
        }
        true
    }

    fn disagrees(&self, cue: &Cue) -> bool {
        self.source.feminine == Some(!cue.is_feminine()) && !cue.is_plural()
    }

    /// Whether it stands in the paragraph of the token, before it.
    pub fn in_paragraph_of(&self, scene: &Scene, index: usize) -> bool {
        self.source.first < index
            && index - self.source.first < 120
            && (self.source.first..index).all(|i| scene.kind(i) != TokenKind::Break)
    }

    /// Whether it stands in the sentence of the token.
    pub fn in_sentence_of(&self, scene: &Scene, index: usize) -> bool {
        scene.sentence_start(index) == self.sentence
    }
}

/// The sources named so far, for verbs that name none.
#[derive(Debug, Default)]
pub struct History {
    said: Vec<Source>,
}

/// Sources further back than this are not meant by a silent verb.
const REMEMBERED: usize = 12;

impl History {
    /// A source has spoken, or is the subject of a sentence.
    pub fn remember(&mut self, source: &Source) {
        if self.said.len() == REMEMBERED {
            self.said.remove(0);
        }
        self.said.push(source.clone());
    }

    /// Whom a word without subject means: the last source that agrees with it.
    pub fn last(&self, cue: &Cue) -> Option<&Source> {
        let recent = || self.said.iter().rev();
        // After somebody who does not agree, one goes back to a person before one goes back to a body.
        if let Some(found) = self
            .said
            .last()
            .filter(|last| !agrees(last, cue) && cue.shape == Shape::Verb)
            .and_then(|_| recent().take(6).find(|s| s.person && !s.plural && agrees(s, cue)))
        {
            return Some(found);
        }
        let plain = |source: &&Source| !source.outlet || source.person;
        let fits = |source: &&Source| agrees(source, cue);
        recent()
            .find(|s| fits(s) && plain(s))
            .or_else(|| recent().find(fits))
            .or_else(|| recent().find(plain).filter(|_| cue.shape != Shape::Noun))
            .or_else(|| recent().next().filter(|_| cue.shape != Shape::Noun))
    }
}

/// Whether the source agrees with the word in gender and number, as far as both tell.
pub fn agrees(source: &Source, cue: &Cue) -> bool {
    if cue.is_neutral() {
        return true;
    }
    if cue.is_plural() {
        return source.plural || (!source.person && source.feminine != Some(true));
    }
    if source.plural && source.feminine.is_none() {
        return false;
    }
    match source.feminine {
        Some(feminine) => feminine == cue.is_feminine(),
        // Of whom nothing tells, a person is mostly a man.
        None => !(source.person && cue.is_feminine()),
    }
}

/// «بعد إدانتها للضربات»: the nearest feminine name before, where no speaker agrees.
pub fn name_before(scene: &Scene, cue: &Cue) -> Option<Reference> {
    let start = scene.sentence_start(cue.index);
    let at = (start..cue.index).rev().find(|index| {
        scene.name_at(*index).is_some_and(|(entity, _)| {
            matches!(entity.kind, EntityKind::Place | EntityKind::Organisation)
                && !matches!(scene.folded(index.saturating_sub(1)), "في" | "الي" | "من" | "علي")
                && sources::read(scene, *index, *index + 6).is_some_and(|source| agrees(&source, cue))
        })
    })?;
    Some(scene.entity_reference(scene.name_at(at)?.0))
}
