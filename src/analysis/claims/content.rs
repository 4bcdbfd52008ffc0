//! What is said: where the content of a report begins and ends, and how it is reported.

use super::cues::{self, Cue, Shape, is_complementizer, is_preposition};
use super::scene::Scene;
use crate::analysis::{Form, Particles};
use crate::text::{Span, TokenKind};

/// The content of a report.
#[derive(Clone, Debug)]
pub struct Content {
    pub span: Span,
    pub form: Form,
    /// Its first token and the one after its last.
    pub first: usize,
    pub last: usize,
    /// It is speech word for word.
    pub quoted: bool,
    pub rule: &'static str,
}

/// Tokens between a verb and its content at most: a speaker with office, occasion and day.
const REACH: usize = 48;

/// The content that follows `cue`, whose subject ends before the token `zone`.
pub fn after(scene: &Scene, cue: &Cue, zone: usize) -> Option<Content> {
    let end = scene.sentence_end(cue.index).min(cue.next + REACH);
    let limit = (zone.max(cue.next)..end).find(|i| cues::begins(scene, *i)).unwrap_or(end);
    if cue.takes('r') {
        return responsibility(scene, zone, limit);
    }
    if cue.takes('d')
        && let Some(content) = description(scene, cue, zone, limit)
    {
        return Some(content);
    }
    let introducer = introducer(scene, zone, limit);
    let particle = particle(scene, cue, zone, limit);
    if cue.takes('q')
        && let Some(at) = introducer.filter(|at| particle.is_none_or(|p| *at <= p.max(zone) + 1))
    {
        let object = object_start(scene, cue, zone, limit).filter(|start| cue.takes('o') && start + 2 < at);
        if object.is_none() {
            return introduced(scene, at);
        }
    }
    if cue.takes('s') {
        return None;
    }
    if let Some(at) = particle {
        return phrase(scene, cue, zone, at);
    }
    if cue.takes('o') {
        let start = object_start(scene, cue, zone, limit)?;
        return ended(scene, start, "object");
    }
    None
}

/// The content that stands before «بحسب X»: the sentence up to it.
pub fn before(scene: &Scene, start: usize, end: usize) -> Option<Content> {
    let mut last = end;
    while last > start && matches!(scene.kind(last - 1), TokenKind::Mark) {
        last -= 1;
    }
    (last > start + 2).then(|| whole(scene, start, last, "according-to"))
}

/// The complementizer, colon or opening mark that introduces the content.
fn introducer(scene: &Scene, from: usize, limit: usize) -> Option<usize> {
    let mut index = from;
    while index < limit {
        if scene.folded(index) == "(" {
            index = (index..limit).find(|i| scene.folded(*i) == ")")? + 1;
            continue;
        }
        if is_complementizer(scene.folded(index)) && scene.folded(index) != "الا" || scene.folded(index) == ":"
        {
            return Some(index);
        }
        if scene.folded(index) == "الا" && index <= from + 1 {
            return Some(index);
        }
        if let Some(closing) = scene.closing(index) {
            // A name in quotation marks is no speech.
            let name = closing <= index + 5 && scene.name_at(index + 1).is_some() && closing + 1 < limit;
            let title = closing <= index + 3
                && closing + 3 < limit
                && introducer(scene, closing + 1, limit).is_some();
            if !name && !title {
                return Some(index);
            }
            index = closing;
        }
        index += 1;
    }
    None
}

/// The content after an introducer.
fn introduced(scene: &Scene, at: usize) -> Option<Content> {
    if scene.closing(at).is_some() {
        return quoted(scene, at, "direct");
    }
    let mut first = at + 1;
    let colon = scene.folded(at) == ":";
    if scene.folded(at) == "الا" {
        first = at;
    }
    // «أنه: “…”»
    if !colon && scene.folded(first) == ":" {
        first += 1;
    }
    if let Some(closing) = scene.closing(first)
        && (colon || closes(scene, closing + 1))
    {
        return quoted(scene, first, "direct");
    }
    ended(scene, first, if colon { "colon" } else { "clause" })
}

/// Whether the clause is over at the token.
fn closes(scene: &Scene, index: usize) -> bool {
    scene.kind(index) == TokenKind::Break
        || index >= scene.sentence_end(index.saturating_sub(1))
        || matches!(scene.folded(index), "." | "؟" | "!" | "؛" | ")")
        || boundary(scene, index)
        || (scene.is_comma(index)
            && !scene.reading.word(index + 1).is_some_and(|w| w.particles.has(Particles::AND)))
        || matches!(scene.folded(index), "في") && matches!(scene.folded(index + 1), "اشاره" | "رد" | "هذا")
}

/// Speech between quotation marks.
fn quoted(scene: &Scene, open: usize, rule: &'static str) -> Option<Content> {
    let closing = scene.closing(open)?;
    let mut last = closing;
    while last > open + 1 && matches!(scene.folded(last - 1), "." | "،" | ",") {
        last -= 1;
    }
    (last > open + 1).then(|| Content {
        span: span(scene, open + 1, last),
        form: Form::Direct,
        first: open,
        last: closing + 1,
        quoted: true,
        rule,
    })
}

/// Content from `first` to where the clause ends.
fn ended(scene: &Scene, first: usize, rule: &'static str) -> Option<Content> {
    let last = end(scene, first);
    if last <= first || (rule != "clause" && rule != "colon" && last < first + 2 && !scene.is_word(first)) {
        return None;
    }
    Some(whole(scene, first, last, rule))
}

fn whole(scene: &Scene, first: usize, last: usize, rule: &'static str) -> Content {
    let quotes = (first..last).any(|i| scene.kind(i) == TokenKind::Quote && !is_name_mark(scene, i));
    let form = if quotes { Form::Mixed } else { Form::Indirect };
    Content { span: span(scene, first, last), form, first, last, quoted: false, rule }
}

/// Marks round nothing but a name say nothing of who speaks.
fn is_name_mark(scene: &Scene, index: usize) -> bool {
    let open = scene.closing(index).map_or_else(
        || (index.saturating_sub(6)..index).find(|i| scene.closing(*i) == Some(index)),
        |_| Some(index),
    );
    open.is_some_and(|open| {
        scene
            .name_at(open + 1)
            .is_some_and(|(_, next)| scene.closing(open).is_some_and(|close| next >= close))
    })
}

fn span(scene: &Scene, first: usize, last: usize) -> Span {
    scene.reading.span(first, last - first)
}

/// The token after the content that begins at `first`.
fn end(scene: &Scene, first: usize) -> usize {
    let mut stop = scene.sentence_end(first);
    let mut index = first;
    while index < stop {
        if index > first && (boundary(scene, index) || matches!(scene.folded(index), "؛" | ")" | ":")) {
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
        && scene.kind(last - 1) == TokenKind::Mark
        && !matches!(scene.folded(last - 1), ")" | "%")
    {
        last -= 1;
    }
    last
}

/// Whether the writer goes on in his own voice, or reports anew, at the token.
fn boundary(scene: &Scene, index: usize) -> bool {
    if cues::begins(scene, index) {
        return true;
    }
    let next = scene.folded(index + 1);
    let pair = (scene.folded(index), next);
    if matches!(
        pair,
        ("في", "اشاره" | "رد")
            | ("وذلك", _)
            | ("غير", "ان")
            | ("الا", "ان")
            | ("علي", "حد")
            | ("كما", "ان" | "انه" | "انها")
    ) {
        return true;
    }
    if matches!(scene.folded(index), "بحسب" | "وفقا" | "طبقا" | "نقلا")
        || pair == ("حسب", "ما")
        || pair == ("وفق", "ما")
    {
        return true;
    }
    if !scene.is_comma(index) {
        return false;
    }
    let linked = matches!(
        next,
        "حسب"
            | "وفق"
            | "بحسب"
            | "كما"
            | "وهو"
            | "وهي"
            | "مما"
            | "ما"
            | "الامر"
            | "فيما"
            | "بينما"
            | "حيث"
            | "وكان"
            | "وكانت"
            | "وذلك"
            | "الذي"
            | "التي"
            | "الذين"
            | "وقد"
            | "لكن"
            | "وفي"
            | "ولم"
            | "قبل"
            | "عقب"
    );
    linked
        || (next == "في" && matches!(scene.folded(index + 2), "حين" | "وقت" | "اشاره" | "ظل" | "خطوه"))
        || (next == "بعد")
}

/// Where the particle of the verb's frame stands: the token that carries it.
fn particle(scene: &Scene, cue: &Cue, zone: usize, limit: usize) -> Option<usize> {
    let mut index = zone;
    while index < limit {
        if let Some((_, next)) = scene.name_at(index).filter(|(_, next)| *next > index + 1)
            && !fits(scene, cue, index)
        {
            index = next;
            continue;
        }
        if fits(scene, cue, index) {
            return Some(index);
        }
        // Without somebody addressed the particle follows at once, or after the day and the occasion.
        if scene.is_comma(index) && !cue.takes('t') && scene.date_at(index + 1).is_none() && index > zone {
            return None;
        }
        if is_complementizer(scene.folded(index)) {
            return None;
        }
        index += 1;
    }
    None
}

fn fits(scene: &Scene, cue: &Cue, index: usize) -> bool {
    let Some(word) = scene.reading.word(index).filter(|word| word.kind == TokenKind::Word) else {
        return false;
    };
    let alone = scene.folded(index);
    let joined = |particle| word.particles.has(particle) && word.certain;
    let occasion = matches!(
        scene.stem(index),
        "شان"
            | "دور"
            | "دوره"
            | "دورها"
            | "حسب"
            | "شده"
            | "سبب"
            | "نسبه"
            | "خصوص"
            | "وكاله"
            | "صحيفه"
            | "قناه"
            | "رويترز"
            | "صحفيين"
            | "الصحفيين"
            | "الصحافيين"
    );
    (cue.takes('e') && alone == "الي")
        || (cue.takes('n') && alone == "عن")
        || (cue.takes('m')
            && alone == "من"
            && !matches!(scene.folded(index + 1), "جهته" | "جهتها" | "جانبه" | "جانبها" | "قبل"))
        || (cue.takes('a') && alone == "علي" && !matches!(scene.folded(index + 1), "هامش"))
        || (cue.takes('b') && joined(Particles::BI) && !occasion)
        || (cue.takes('l') && joined(Particles::LI) && !occasion)
}

/// Content after a particle: «دعا إلى سحب القوات», with whoever is addressed: «دعا إثيوبيا إلى سحبها».
fn phrase(scene: &Scene, cue: &Cue, zone: usize, at: usize) -> Option<Content> {
    let alone = scene.reading.word(at).is_some_and(|word| word.particles.is_empty());
    let start = if alone { at + 1 } else { at };
    if is_complementizer(scene.folded(start)) {
        return introduced(scene, start);
    }
    let first = skip_adjuncts(scene, zone, at);
    let addressed =
        cue.takes('t') && first < at && scene.is_word(first) && !is_preposition(scene.folded(first));
    ended(scene, if addressed { first } else { start }, "phrase")
}

/// Where the object of a verb begins, if it has one.
fn object_start(scene: &Scene, cue: &Cue, zone: usize, limit: usize) -> Option<usize> {
    if cue.has_pronoun() && cue.shape == Shape::Verb {
        return None;
    }
    let start = skip_adjuncts(scene, zone, limit);
    let word = scene.folded(start);
    let fits = start < limit
        && scene.is_word(start)
        && !is_preposition(word)
        && !is_complementizer(word)
        && !matches!(word, "لا" | "لم" | "لن" | "هو" | "هي");
    fits.then_some(start)
}

/// Past the day, the manner and what stands between commas.
fn skip_adjuncts(scene: &Scene, from: usize, limit: usize) -> usize {
    let mut index = from;
    while index < limit {
        if let Some(next) = scene.date_at(index) {
            index = next;
        } else if scene.is_comma(index)
            || matches!(
                scene.folded(index),
                "ايضا"
                    | "كذلك"
                    | "مجددا"
                    | "بشده"
                    | "رسميا"
                    | "لاحقا"
                    | "مرارا"
                    | "بدوره"
                    | "بدورها"
                    | "اخيرا"
            )
        {
            index += 1;
        } else if let Some(comma) = occasion(scene, index, limit) {
            index = comma + 1;
        } else {
            break;
        }
    }
    index
}

/// «في تصريحات صحفية،» up to its comma.
fn occasion(scene: &Scene, index: usize, limit: usize) -> Option<usize> {
    matches!(scene.folded(index), "في" | "خلال" | "عبر" | "عقب" | "امس").then_some(())?;
    (index + 1..limit.min(index + 10)).find(|i| scene.is_comma(*i))
}

/// وصف X بأنه Y، وصفته بـ“…”.
fn description(scene: &Scene, cue: &Cue, zone: usize, limit: usize) -> Option<Content> {
    let at = (zone..limit).find(|i| {
        let word = scene.folded(*i);
        matches!(word, "بانه" | "بانها" | "بانهم" | "بانهما" | "بان")
            || (scene.stem(*i).is_empty() || word == "ب") && scene.closing(i + 1).is_some()
    });
    let Some(at) = at else {
        // وصفها «…»، اعتبرتها «…»
        let open =
            introducer(scene, zone, limit).filter(|at| cue.has_pronoun() && scene.closing(*at).is_some())?;
        return quoted(scene, open, "description");
    };
    if scene.closing(at + 1).is_some() {
        return quoted(scene, at + 1, "description");
    }
    let first = skip_adjuncts(scene, zone, at);
    let described = !cue.has_pronoun() && first < at;
    ended(scene, if described { first } else { at + 1 }, "description")
}

/// حمّل X مسؤولية Y.
fn responsibility(scene: &Scene, zone: usize, limit: usize) -> Option<Content> {
    let at = (zone..limit).find(|i| scene.stem(*i).trim_start_matches("ال").starts_with("مسووليه"))?;
    let first = skip_adjuncts(scene, zone, at);
    ended(scene, first, "responsibility")
}
