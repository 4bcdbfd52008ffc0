//! Where reported content ends: with the sentence, or where the writer goes on in his own voice or reports
//! anew.

use super::carriers;
use super::cues::{self, Shape};
use super::nouns;
use super::scene::Scene;
use super::sources::{self, Source};
use super::subjects;
use super::words::{is_but, is_complementizer, is_occasion, is_preposition, is_relative, is_still};
use crate::analysis::{Particles, has_manner_shape};
use crate::text::{TokenKind, Words};

/// Tokens of a content at most: no sentence of the news is as long, and a text made to hurt costs no more.
const LONGEST: usize = 400;

/// The token after the content that begins at `first`, of a speaker if he is known.
pub fn end(scene: &Scene, first: usize, speaker: Option<&Source>) -> usize {
    let mut stop = scene.sentence_end(first).min(first + LONGEST);
    let mut index = first;
    let before = first.checked_sub(1).map_or("", |at| scene.folded(at));
    let (spoken, clause) = (before == ":", is_complementizer(before));
    while index < stop {
        if let Some(next) = set_in(scene, first, index, stop) {
            index = next;
        }
        // «قال: لقد عملت كثيرا، كما أنجزت»: what he says himself. «أن الطائرات شاركت في القصف، الذي استمر ساعتين»: so is
        // what is told of a part of his clause.
        let goes_on = scene.is_comma(index)
            && (spoken && !is_attribution(scene, index + 1)
                || clause && is_relative(scene.folded(index + 1)));
        let ends = |index| {
            if goes_on { sets_in(scene, index) } else { boundary(scene, index, speaker) }
        };
        if index > first && (ends(index) || matches!(scene.folded(index), "؛" | ")" | ":" | ";")) {
            break;
        }
        if scene.folded(index) == "(" && index > first && is_credit(scene, index) {
            break;
        }
        if scene.folded(index) == "(" {
            index = (index..stop).find(|i| scene.folded(*i) == ")").unwrap_or(index);
        }
        if let Some(closing) = scene.closing(index) {
            index = closing;
            stop = stop.max(scene.sentence_end(closing)).max(closing + 1);
        }
        index += 1;
    }
    let mut last = index.min(stop);
    while last > first
        && (scene.kind(last - 1) == TokenKind::Mark && !matches!(scene.folded(last - 1), ")" | "%")
            // «… | كما دعا», «… | بينما أكد»
            || last == index
                && (is_but(scene.folded(last - 1))
                    || matches!(scene.folded(last - 1), "كما" | "فيما" | "بينما" | "حيث")))
    {
        last -= 1;
    }
    last
}

/// «، حسب زعمه», «، وفق الصحيفة»: words with which the writer says whose it is.
fn is_attribution(scene: &Scene, index: usize) -> bool {
    matches!(scene.folded(index), "حسب" | "بحسب" | "وفق" | "وفقا" | "كما" | "علي")
        && (scene.folded(index) != "كما" || cues::at(scene, index + 1).is_some())
}

/// «(الفرنسية - أرشيف)», «(رويترز)»: whose the picture is under which a line stands.
fn is_credit(scene: &Scene, open: usize) -> bool {
    let close = scene.parenthesis(open, 8);
    let agency = matches!(
        scene.stem(open + 1),
        "الفرنسيه"
            | "رويترز"
            | "الاوروبيه"
            | "الجزيره"
            | "اسوشيتد"
            | "ارشيف"
            | "غيتي"
            | "الاناضول"
    );
    agency && close.is_some()
}

/// Past «أن الأطباء | ، الذين يقع عليهم العبء، شاركوا»: a relative clause set in before the verb of the content.
fn set_in(scene: &Scene, first: usize, comma: usize, stop: usize) -> Option<usize> {
    let relative = is_relative(scene.folded(comma + 1));
    let opens = relative && scene.is_comma(comma) && is_complementizer(scene.folded(first.checked_sub(1)?));
    let close = (comma + 1..stop).find(|at| opens && scene.is_comma(*at))? + 1;
    let verbless = !(first..comma).any(|at| is_past(scene, at) || cues::at(scene, at).is_some());
    let verb = is_past(scene, close)
        || scene.stem(close).ends_with("وا")
        || matches!(scene.folded(close), "لم" | "لن" | "لا" | "ليس" | "ليست" | "غير");
    // «القانون، الذي أقره البرلمان، جائر»
    let plain = scene.reading.word(close).is_some_and(|word| word.particles.is_empty() && !word.definite);
    let told = plain && scene.is_word(close) && !scene.is_word(close + 1) && scene.name_at(close).is_none();
    (verbless && (verb || told)).then_some(close)
}

/// Where another clause begins behind a noun phrase that is said: «وعدت بتمويل البلدان | ووقعت صفقات», «وصفه بأنه غير
/// قانوني | ولكن السكان احتفلوا به»; else its end.
pub fn next_clause(scene: &Scene, from: usize, last: usize) -> usize {
    let mut at = from;
    while at < last {
        let word = scene.folded(at);
        let reports = || cues::at(scene, at).is_some_and(|cue| cue.shape == Shape::Verb);
        let verb =
            (is_past(scene, at) || reports()) && scene.stem(at) != "غير" || matches!(word, "لا" | "لم" | "لن");
        let joined = scene.reading.is_joined(at, Particles::AND);
        if is_but(word) || joined && verb {
            return at;
        }
        // What a clause within tells may go on with another verb.
        if verb || is_relative(word) || is_complementizer(word) || matches!(word, "ما" | "اذا" | "لو")
        {
            return last;
        }
        at = scene.closing(at).map_or(at + 1, |close| close + 1);
    }
    last
}

/// The token after what a noun reports, where it goes no further than its phrase: «دعوة الرئيس إلى الحوار | لم
/// تجد»; a clause before the main one ends at its comma: «رغم تأكيد الحكومة أن الوضع آمن | ، غادر …».
pub fn phrase_end(scene: &Scene, noun: usize, first: usize, last: usize, clause: bool) -> usize {
    let start = scene.sentence_start(noun);
    let fronted = noun <= start + 3
        && (start..noun).any(|i| is_preposition(scene.folded(i).trim_start_matches(['و', 'ف'])));
    // «نفت إعلان الجيش إسقاط طائرة كانت تحمل أسلحة»: where the noun begins no clause, a verb behind an indefinite
    // noun tells of that.
    let led = noun > start && scene.is_word(noun - 1) && !is_complementizer(scene.folded(noun - 1));
    let told = |index: usize| {
        let noun =
            if matches!(scene.folded(index - 1), "كان" | "كانت") { index - 2 } else { index - 1 };
        led && nouns::is_indefinite(scene, noun)
    };
    // «أثارت دعوة الرئيس إلى تعديل الدستور | جدلا»: the object of the verb whose subject the noun is.
    let subject = noun > start && scene.reading.is_finite(noun - 1);
    let object = |index: usize| {
        let closed = scene.is_definite(index - 1);
        let noun = nouns::is_indefinite(scene, index) && !nouns::is_adjective(scene, index);
        subject && noun && closed && (!clause || scene.folded(index).ends_with('ا'))
    };
    // «وجاء اقتراح البرازيل تشكيل لجنة | بعد لقاء»
    let came = matches!(scene.stem(noun.saturating_sub(1)), "جاء" | "جاءت" | "ياتي" | "تاتي");
    let later = |word: &str| came && matches!(word, "بعد" | "عقب" | "قبل" | "قبيل" | "غداه" | "اثر" | "وسط");
    let ends = |index: &usize| {
        let word = scene.folded(*index);
        object(*index)
            || later(word)
            || fronted && scene.is_comma(*index)
            || !clause
                && (matches!(word, "لم" | "لن" | "ليس" | "ليست" | "لا")
                    || scene.reading.is_finite(*index) && !is_preposition(word) && !told(*index))
                && !(first..*index).any(|at| is_complementizer(scene.folded(at)))
    };
    // «إعلان صنعاء اعتقال “شبكة تجسس تعمل في البلاد”»: what is in marks is whole.
    let mut at = scene.closing(first).unwrap_or(first) + 1;
    while at < last && !ends(&at) {
        at = scene.closing(at).unwrap_or(at) + 1;
    }
    at.min(last)
}

/// Whether the clause is over at the token, so that a quotation before it was all of it.
pub fn closes(scene: &Scene, index: usize) -> bool {
    scene.kind(index) == TokenKind::Break
        || index >= scene.sentence_end(index.saturating_sub(1))
        || matches!(scene.folded(index), "." | "؟" | "!" | "؛" | ")" | "..")
        || boundary(scene, index, None)
        || (scene.is_comma(index)
            && (boundary(scene, index + 1, None)
                || !scene.reading.word(index + 1).is_some_and(|w| w.particles.has(Particles::AND))))
        || matches!(scene.folded(index), "في") && matches!(scene.folded(index + 1), "اشاره" | "رد" | "هذا")
}

/// Whether the writer goes on in his own voice, or reports anew, at the token.
fn boundary(scene: &Scene, index: usize, speaker: Option<&Source>) -> bool {
    if cues::begins(scene, index) && reports_anew(scene, index, speaker) {
        return true;
    }
    let next = scene.folded(index + 1);
    let pair = (scene.folded(index), next);
    // «… في رسالة أشار فيها إلى أن», «بقوله إن», «التي أثنى على أدائها»: a clause that reports for the writer.
    // «رفعت دعوى قضائية طالبت فيها بوقف» goes on: no occasion of the writer's.
    let occasion = |at: usize| is_occasion(scene.stem(at)) || scene.is_definite(at);
    // «خطاب الرئيس الذي اتهم فيه» tells of the speech.
    let told = is_relative(scene.folded(index.saturating_sub(1)));
    if matches!(next, "فيه" | "فيها" | "خلاله" | "خلالها" | "عبره" | "عبرها")
        && !told
        && (index.saturating_sub(4)..index).any(occasion)
        && cues::at(scene, index).is_some_and(|cue| cue.shape == Shape::Verb && !cue.takes('v'))
    {
        return true;
    }
    if matches!(scene.folded(index), "بقوله" | "بقولها" | "بقولهم" | "بالقول" | "قايلا" | "قايله" | "قايلين")
    {
        return true;
    }
    if matches!(scene.folded(index), "التي" | "الذي")
        && let Some(cue) =
            cues::at(scene, index + 1).filter(|cue| cue.shape == Shape::Verb && !cue.has_pronoun())
        && speaker.is_some_and(|speaker| subjects::agrees(speaker, &cue))
        && !subjects::relates(scene.folded(index), &cue)
        && subjects::after(scene, &cue).is_none()
    {
        return true;
    }
    if is_manner(scene, index) {
        return true;
    }
    // «لا يسعها إلا أن تحتج» goes on.
    let mut before = index.saturating_sub(6)..index;
    if scene.folded(index) == "الا"
        && before.any(|i| matches!(scene.folded(i), "لا" | "لم"))
        && !scene.is_comma(index - 1)
    {
        return false;
    }
    if matches!(
        pair,
        ("في", "اشاره" | "رد" | "تلميح" | "معرض" | "حين")
            | ("وذلك", _)
            | ("غير" | "مع" | "بيد", "ان" | "انه" | "انها" | "انهم")
            | ("الا", "ان" | "انه" | "انها")
            | ("علي", "لسان")
            | ("حسبما" | "وفقما", _)
            | ("جمله", "وتفصيلا")
            | ("كما", "ان" | "انه" | "انها")
            | ("تعليقا" | "تعقيبا" | "احتجاجا" | "اعتراضا", "علي")
    ) {
        return true;
    }
    // «العملية جاءت ردا على "استفزازات"» goes on.
    let came = index.checked_sub(1).is_some_and(|i| scene.reading.is_finite(i));
    if pair == ("ردا", "علي") && !came {
        return true;
    }
    // «فرصة يمكن أن تشكل على حد قوله مخرجا» goes on.
    if pair == ("علي", "حد") && (scene.is_comma(index - 1) || !scene.is_word(index + 3)) {
        return true;
    }
    // «جرى وفقا لمعايير شفافة» goes on.
    let other = || carriers::according_to(scene, index).is_some_and(|found| found.source.speaks);
    if matches!(scene.folded(index), "بحسب" | "نقلا")
        || pair == ("علي", "ما") && other()
        || matches!(scene.folded(index), "وفقا" | "طبقا") && (scene.folded(index + 1) == "لما" || other())
        || matches!(pair, ("حسب", "ما" | "قوله" | "قولها" | "تعبيره" | "تعبيرها" | "وصفه" | "بيان"))
        || matches!(pair, ("وفق", "ما" | "قوله" | "قولها" | "تعبيره" | "بيان" | "وكاله"))
    {
        return true;
    }
    if sets_in(scene, index) {
        return true;
    }
    // «ذكرت الشبكة أن المحامي رفض التعليق، | ونقلت عن مصادر قولها إن»
    let passes = || matches!(scene.stem(index), "نقل" | "نقلت") && scene.folded(index + 1) == "عن";
    if scene.reading.is_joined(index, Particles::AND)
        && (passes() || carriers::passed_on(scene, index).is_some())
    {
        return true;
    }
    scene.is_comma(index) && leads_away(scene, index + 1) && !is_told_on(scene, index + 1, speaker)
        || acts_on(scene, index, speaker)
}

/// «قال الوزير إن "النقابة رفضت الحوار"، وغادر المؤتمر»: what the speaker did, behind a quotation.
fn acts_on(scene: &Scene, comma: usize, speaker: Option<&Source>) -> bool {
    let quoted = comma.checked_sub(1).is_some_and(|at| scene.opening(at).is_some());
    let verb = comma + 1;
    let past = scene.reading.is_joined(verb, Particles::AND)
        && scene.reading.is_finite(verb)
        && !scene.stem(verb).starts_with(['ي', 'ت', 'س']);
    let woman = scene.stem(verb).ends_with('ت');
    let himself = |speaker: &Source| !speaker.plural && speaker.feminine == Some(woman);
    // «ونشرت صورته»; not «وأصيبت امرأة».
    let object = || {
        let object = verb + 1;
        scene.is_definite(object) || nouns::has_pronoun(scene, object) || is_preposition(scene.folded(object))
    };
    scene.is_comma(comma) && quoted && past && speaker.is_some_and(himself) && object()
}

/// «قال إنها غير مرتبطة بعمله، لكنها تمنعه»: what cannot be the speaker.
fn is_told_on(scene: &Scene, index: usize, speaker: Option<&Source>) -> bool {
    let feminine = match scene.folded(index) {
        "لكنه" | "ولكنه" => false,
        "لكنها" | "ولكنها" => true,
        _ => return false,
    };
    speaker.is_some_and(|speaker| !speaker.plural && speaker.feminine == Some(!feminine))
}

/// «وإذ أكد أن …، لوّح بأن …», «وبعد أن نفى …، دعا …»: a clause before the main one, by whoever speaks in that.
pub fn is_fronted(scene: &Scene, start: usize) -> bool {
    match scene.folded(start) {
        "واذ" | "اذ" | "وبعدما" | "بعدما" => true,
        "وبعد" | "بعد" => scene.folded(start + 1) == "ان",
        _ => false,
    }
}

/// Another's report: «…، تعهد الرئيس …» after a clause with بينما, «… والدوحة ترحب».
fn sets_in(scene: &Scene, index: usize) -> bool {
    if scene.is_comma(index) {
        let verb = cues::at(scene, index + 1).filter(|cue| cue.shape == Shape::Verb);
        let start = scene.sentence_start(index);
        let contrasted = matches!(scene.folded(start), "فيما" | "بينما" | "وفيما" | "وبينما");
        // «…، وقبل ذلك بأيام قال إن»: what was said at another time.
        let dated = scene.date_at(index + 1).is_some()
            || scene.folded(index + 1).strip_prefix('و').is_some_and(is_preposition);
        let said = || {
            let later = (index + 2..index + 6).find(|at| is_complementizer(scene.folded(*at)))?;
            cues::at(scene, later - 1).filter(|cue| cue.shape == Shape::Verb && cue.takes('q'))
        };
        if dated && said().is_some() {
            return true;
        }
        return verb.is_some_and(|cue| {
            subjects::after(scene, &cue).is_some_and(|source| source.speaks)
                || is_fronted(scene, start) && !cue.is_present()
                || contrasted && scene.index_of_introducer(cue.next, 1).is_some()
        });
    }
    // «ترفض التنحي | والكونغرس يحدد موعدا»
    let other = scene.is_headline(index)
        && scene.reading.is_joined(index, Particles::AND)
        && scene.is_definite(index)
        && scene.reading.is_finite(index + 1)
        && scene.stem(index + 1).starts_with(['ي', 'ت']);
    if other || cues::joins_headline(scene, index) {
        return true;
    }
    let joined =
        scene.reading.word(index).is_some_and(|word| word.particles == Particles::AND && word.certain);
    // «بين أديس أبابا وهرجيسا يهدد»
    let between = (index.saturating_sub(5)..index).any(|at| scene.stem(at) == "بين");
    let named = scene.name_at(index).map(|(_, next)| next);
    // «إن الإضراب غير قانوني، والنقابة تقول إنه»
    let body = || {
        let closed = scene.is_definite(index) && index.checked_sub(1).is_some_and(|at| scene.is_comma(at));
        let source = sources::read(scene, index, scene.sentence_end(index)).filter(|_| closed)?;
        (source.speaks && !source.person).then_some(source.next)
    };
    let next = if joined && !between { named.or_else(body) } else { None };
    let Some(next) = next else { return false };
    cues::at(scene, next).is_some_and(|cue| cue.shape == Shape::Verb)
        && scene.reading.word(next).is_some_and(|word| word.particles.is_empty())
}

/// «متضامنا مع», «معربا عن»: how the speaker acts, told by the writer; not «قرارا مهما».
fn is_manner(scene: &Scene, index: usize) -> bool {
    let word = scene.folded(index);
    let before = scene.folded(index.saturating_sub(1));
    // «معبرا عن»: shorter ones only before what one says oneself of.
    let short = word.starts_with('م') && word.ends_with('ا') && word.chars().count() == 5;
    (has_manner_shape(word) || short && scene.folded(index + 1) == "عن")
        && scene.name_at(index).is_none()
        && !nouns::has_pronoun(scene, index)
        && !before.ends_with('ا')
        // «كان مكتملا في الجلسات»
        && !matches!(before, "كان" | "كانت" | "يكون" | "تكون" | "ليس" | "ليست")
        && !is_still(before)
        && matches!(scene.folded(index + 1), "مع" | "عن" | "الي" | "علي" | "ان" | "من" | "في")
}

/// After a comma: words with which the writer goes on himself.
fn leads_away(scene: &Scene, index: usize) -> bool {
    static WORDS: Words = Words::new(&[
        "حسب", "وفق", "بحسب", "كما", "وهو", "وهي", "وهم", "الامر", "فيما", "بينما", "حيث", "وكان", "وكانت",
        "وذلك", "الذي", "التي", "الذين", "لكن", "وفي", "قبل", "عقب", "بعد", "وفيما", "وبينما", "اذ", "بعدما",
        "ولكن", "الا", "لكنه", "لكنها", "لكنهم", "ولكنه", "ولكنها", "بعيد", "قبيل", "واحجم", "واحجمت",
        "وامتنع", "وامتنعت", "واكتفي", "واكتفت", "واكتفوا", "علما",
    ]);
    let (word, next) = (scene.folded(index), scene.folded(index + 1));
    WORDS.contains(word)
        // «، ما أدى إلى» tells what came of it, as «مما» does.
        || word == "ما" && !matches!(next, "ادي" | "اسفر" | "اوقع" | "خلف" | "تسبب")
        || word == "وقد" && cues::at(scene, index + 1).is_some()
        || (word == "في"
            && matches!(
                next,
                "حين"
                    | "وقت"
                    | "اشاره"
                    | "ظل"
                    | "خطوه"
                    | "اول"
                    | "موقف"
                    | "موشر"
                    | "تصعيد"
                    | "تطور"
                    | "تحول"
            ))
        || (word == "علي" && next == "خلفيه")
        || (word == "من" && next == "دون" && is_withheld(scene.folded(index + 2)))
        || (word == "دون" && is_withheld(next))
}

/// «دون أن يعطي تفاصيل», «من دون الكشف عن …»: what the speaker kept to himself, told by the writer.
fn is_withheld(word: &str) -> bool {
    static WORDS: Words = Words::new(&[
        "ان", "الكشف", "كشف", "تقديم", "اعطاء", "ذكر", "تحديد", "الافصاح", "الخوض", "توضيح", "الاشاره",
        "ايضاح", "تسميه", "الادلاء", "مزيد", "تفاصيل",
    ]);
    WORDS.contains(word)
}

/// Whether a verb that stands in reported content reports anew for the writer: with a subject of its own, or
/// agreeing with the speaker. «قال إن إيران أعلنت الوقف ودعت إلى الحوار» goes on where he is a man.
fn reports_anew(scene: &Scene, index: usize, speaker: Option<&Source>) -> bool {
    let (Some(cue), Some(speaker)) = (cues::at(scene, index), speaker) else { return true };
    if cue.shape != Shape::Verb || subjects::after(scene, &cue).is_some_and(|s| s.speaks) {
        return true;
    }
    subjects::agrees(speaker, &cue)
}

/// The first token of the last clause of `start..end`: what «بحسب X» behind it attributes to X.
///
/// «كان الوضع قد توتر …، بعد ضربات … استهدفت “قوى أمنية”، وفق …»: words in marks are whose they are said to
/// be; the clause is that of the verb before them.
pub fn last_clause(scene: &Scene, start: usize, end: usize) -> usize {
    let mut last = end;
    while last > start && scene.kind(last - 1) == TokenKind::Mark {
        last -= 1;
    }
    if scene.kind(last.saturating_sub(1)) != TokenKind::Quote {
        return start;
    }
    let Some(open) = (start..last).rev().find(|i| scene.closing(*i) == Some(last - 1)) else { return start };
    let verb = (start + 1..open).rev().take(6).find(|i| is_past(scene, *i));
    verb.unwrap_or(start)
}

/// A verb by its shape where the lexicon has none: استهدفت, not a name and not a noun.
fn is_past(scene: &Scene, index: usize) -> bool {
    let stem = scene.stem(index);
    scene.reading.is_finite(index)
        || (stem.ends_with('ت')
            && !stem.ends_with("ات")
            && stem.chars().count() > 3
            && scene.name_at(index).is_none())
}
