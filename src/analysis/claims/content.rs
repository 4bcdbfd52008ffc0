//! What is said: where the content of a report begins, and how it is reported.
//!
//! | cue | content |
//! | --- | --- |
//! | قال الوزير إن … | clause |
//! | قال الوزير: "…" | direct |
//! | دعا الوزير إيران إلى … | phrase, with whoever is addressed |
//! | نفت الوزارة أي خطط | object |
//! | وصفه بأنه "…" | description |
//! | حمّل إسرائيل مسؤولية … | responsibility |
//! | قال الحريري اتفاق الطائف باق | plain speech |

use super::cues::{self, Cue, Shape};
use super::extent;
use super::phrase;
use super::scene::Scene;
use super::sources::Source;
use super::subjects::skip;
use super::words::{governs_clause, is_complementizer, is_event, is_outlet, is_preposition};
use crate::analysis::sides::{Kinds, kinds};
use crate::analysis::{Act, EntityKind, Form, Particles};
use crate::text::{Span, TokenKind, bare};

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
const REACH: usize = 56;

/// A cue with what is known of its speaker: all that its content is read by.
#[derive(Clone, Copy)]
pub struct Report<'r, 'a> {
    pub scene: &'r Scene<'a>,
    pub cue: &'r Cue,
    /// The token after its subject, or after the cue.
    pub zone: usize,
    pub speaker: Option<&'r Source>,
}

/// The content that follows a cue.
pub fn after(report: &Report) -> Option<Content> {
    let Report { scene, cue, zone, .. } = *report;
    let zone = anonymity(scene, mouthpiece(scene, zone.max(cue.next)));
    let end = scene.sentence_end(cue.index).min(cue.next + REACH);
    let limit = (zone..end).find(|i| cues::begins(scene, *i)).unwrap_or(end);
    if cue.takes('r') {
        return responsibility(report, zone, limit);
    }
    if cue.takes('U') {
        return blame(report, zone, limit);
    }
    if cue.takes('d')
        && let Some(content) = description(report, zone, limit)
    {
        return Some(content);
    }
    let introducer = introducer(scene, zone, limit);
    let particle = particle(scene, cue, zone, limit);
    // A verb that is no sign by itself reports only with أن right behind it: «بيّن أن», not «بين يوليو و…».
    let near = skip(scene, cue, zone, limit);
    let introducer = introducer.filter(|at| {
        let Some(close) = scene.closing(*at) else { return true };
        // «تتهم رواندا بـ"إعلان حرب"»: whom it is addressed to belongs to the particle's phrase.
        // «يحذر من «اختراق» المسيرات»: that phrase only begins with quoted words.
        let phrase = particle.filter(|p| p + 1 == *at).is_some_and(|p| {
            (cue.takes('t') || cue.takes('T')) && near < p || !extent::closes(scene, close + 1)
        });
        // «ورفضت كراكاس "تدخلات" واشنطن»: so does the object.
        // «تنفي "نية الإبادة" بحق الأقلية»
        let tied = close <= at + 4
            && ["بحق", "ضد", "تجاه", "حول", "علي", "في"].contains(&scene.folded(close + 1))
            && !extent::closes(scene, close + 1);
        let object = cue.takes('o') && *at == near && (close == at + 2 && goes_on(scene, close) || tied);
        !(phrase || object)
    });
    let introducer = introducer.filter(|at| {
        let named = report.speaker.is_some_and(|speaker| speaker.first > cue.index && speaker.speaks);
        !cue.takes('s') || named || *at <= near + 1 || !is_complementizer(scene.folded(*at))
    });
    if cue.takes('q')
        && let Some(at) = introducer.filter(|at| particle.is_none_or(|p| *at <= p.max(zone) + 1))
    {
        // «أكدت موقفها "الثابت"»: a noun before the marks is what is said, unless a comma parts them.
        // «رفضت وصف المياه بأنها ملوثة»: what is refused is the description.
        let told =
            |at: usize| cues::at(scene, at).is_some_and(|cue| cue.takes('d')) && is_masdar_too(scene, at);
        let least = match scene.closing(at) {
            Some(_) => 0,
            None => {
                if told(circumstances(scene, cue, zone, limit)) {
                    1
                } else {
                    2
                }
            }
        };
        let object =
            object_start(scene, cue, zone, limit).filter(|start| cue.takes('o') && start + least < at);
        let apart = at.checked_sub(1).is_some_and(|i| scene.is_comma(i));
        if cue.takes('u')
            && scene.closing(at).is_none()
            && (zone..at).any(|i| is_first_person(scene, i))
            && let Some(speech) = plain_speech(report, zone, at)
        {
            return Some(speech);
        }
        // Past circumstances only what happens is an object: «أكد في بيان مقتل …», not «في كلمة وجهها … أن».
        let object = object
            .filter(|start| *start == zone || is_event(scene.stem(*start)) || scene.closing(at).is_some());
        if object.is_none() || apart {
            return introduced(report, at);
        }
    }
    if cue.takes('s') && !cue.takes('u') {
        return None;
    }
    let object = object_start(scene, cue, zone, limit).filter(|_| cue.takes('o'));
    if let Some(at) = particle.filter(|at| object.is_none_or(|start| start >= *at)) {
        // «وعبرت عن حنقها،» holds an attitude and says nothing.
        if cue.takes('w') && scene.is_comma(at + 2) {
            return None;
        }
        return phrase(report, zone, at);
    }
    if cue.takes('o') {
        if cue.act == Some(Act::Deny) && is_silence(scene, object?) {
            return None;
        }
        let object = ended(report, object?, "object")?;
        // «وأيد الوزير فلانا»: of whom nothing is said.
        let person = scene.name_at(object.first).filter(|(e, _)| e.kind == EntityKind::Person);
        let alone = person.is_some_and(|(_, next)| next >= object.last) && cue.act.is_none();
        return (!alone).then_some(object);
    }
    if cue.takes('u') {
        return plain_speech(report, zone, limit);
    }
    None
}

/// Whether a phrase goes on behind the closing mark: with a name or a word of its own.
fn goes_on(scene: &Scene, close: usize) -> bool {
    scene.is_word(close + 1)
        && !extent::closes(scene, close + 1)
        && scene.reading.word(close + 1).is_some_and(|word| word.particles.is_empty())
        && !is_preposition(scene.folded(close + 1))
}

/// Past «، على لسان سفيرها في بريشتينا فلان،».
fn mouthpiece(scene: &Scene, zone: usize) -> usize {
    let told = scene.is_comma(zone) && scene.folded(zone + 1) == "علي" && scene.folded(zone + 2) == "لسان";
    let close = (zone + 3..zone + 16).find(|i| scene.is_comma(*i)).filter(|_| told);
    close.map_or(zone, |close| close + 1)
}

/// Past «، طلب عدم الكشف عن هويته،», «طالبا عدم ذكر اسمه».
fn anonymity(scene: &Scene, zone: usize) -> usize {
    let Some(at) = (zone..zone + 10).find(|i| cues::is_identity(scene.folded(*i))) else { return zone };
    let told = (zone..at).any(|i| is_complementizer(scene.folded(i)) || scene.closing(i).is_some());
    let hidden = (zone..at).any(|i| {
        matches!(scene.folded(i), "عدم" | "الكشف" | "يكشف" | "يذكر" | "ذكر" | "نشر" | "لم" | "الافصاح")
    });
    if told || !hidden {
        return zone;
    }
    scene.past_comma(at + 1)
}

/// The content that stands before «بحسب X»: the clause up to it.
pub fn before(scene: &Scene, start: usize, end: usize) -> Option<Content> {
    let start = extent::last_clause(scene, start, end);
    let mut last = end;
    while last > start && matches!(scene.kind(last - 1), TokenKind::Mark) {
        last -= 1;
    }
    (last > start + 2).then(|| whole(scene, start, last, "according-to"))
}

/// The content that stands behind «بحسب X، …» at a sentence's beginning.
pub fn behind(scene: &Scene, first: usize, speaker: &Source) -> Option<Content> {
    let mut start = anonymity(scene, first);
    // «وبحسب مصادر تحدثت إلى القناة، …», «وحسب المركز، الذي راقب الاقتراع، …»
    let relative = matches!(scene.folded(scene.past_comma(start)), "الذي" | "التي" | "الذين");
    if relative || !scene.is_comma(start) && is_past_clause(scene, start) {
        let from = scene.past_comma(start);
        start = (from..from + 16).find(|i| scene.is_comma(*i)).unwrap_or(start);
    }
    while scene.is_comma(start) {
        start += 1;
    }
    if is_complementizer(scene.folded(start)) {
        start += 1;
    }
    // «على لسان المتحدث باسمها، أعلنت الحركة أن …»: a report of its own follows.
    if cues::at(scene, start).is_some_and(|cue| cue.shape == Shape::Verb) {
        return None;
    }
    let last = extent::end(scene, start, Some(speaker));
    (last >= start + 2).then(|| whole(scene, start, last, "according-to"))
}

/// «تحدثت إلى», «طلبت عدم الكشف»: a verb that tells more of who is named.
fn is_past_clause(scene: &Scene, index: usize) -> bool {
    let word = scene.folded(index);
    let feminine = word.ends_with('ت') && !word.ends_with("ات");
    (feminine || word.ends_with("وا") || scene.reading.is_finite(index))
        && scene.name_at(index).is_none()
        && is_preposition(scene.folded(index + 1))
}

/// The content after a headline's colon.
pub fn after_colon(report: &Report) -> Option<Content> {
    introduced(report, report.zone)
}

/// The quotation that ends right before the cue: «"…"، يقول الوزير».
pub fn quoted_before(scene: &Scene, cue: &Cue) -> Option<Content> {
    let mut at = cue.index.checked_sub(1)?;
    while matches!(scene.folded(at), "هكذا" | "بهذه" | "الكلمات" | "،" | ",") {
        at = at.checked_sub(1)?;
    }
    let open = (scene.kind(at) == TokenKind::Quote).then(|| scene.opening(at))??;
    (at > open + 4).then_some(())?;
    quoted(scene, open, "direct")
}

/// The complementizer, colon or opening mark that introduces the content.
fn introducer(scene: &Scene, from: usize, limit: usize) -> Option<usize> {
    let mut index = from;
    while index < limit {
        if scene.folded(index) == "(" {
            index = (index..limit).find(|i| scene.folded(*i) == ")")? + 1;
            continue;
        }
        // «الرئيس، الذي وصفها بأنها "…"، أن …»: what a relative clause quotes is its own.
        if matches!(scene.folded(index), "الذي" | "التي" | "الذين")
            && let Some(comma) = (index..limit).find(|i| scene.is_comma(*i))
            && (comma..limit).any(|i| is_complementizer(scene.folded(i)) || scene.closing(i).is_some())
        {
            index = comma + 1;
            continue;
        }
        if is_complementizer(scene.folded(index)) && index > from && governs_clause(scene.folded(index - 1)) {
            index += 1;
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
            let name = closing <= index + 5
                && scene.name_at(index + 1).is_some_and(|(_, next)| next + 1 >= closing)
                && closing + 1 < limit;
            let title = closing <= index + 3
                && closing + 3 < limit
                && introducer(scene, closing + 1, limit).is_some();
            let platform = closing <= index + 5 && is_platform(scene, index.saturating_sub(1));
            if !(name || title || platform) {
                return Some(index);
            }
            index = closing;
        }
        index += 1;
    }
    None
}

/// «منصته "تروث سوشيال"», «حسابه على "إكس"»: what carries words bears a name, in marks behind it.
fn is_platform(scene: &Scene, index: usize) -> bool {
    ["منص", "حساب", "موقع", "صفح"].iter().any(|noun| bare(scene.stem(index)).starts_with(noun))
}

/// The content after an introducer.
fn introduced(report: &Report, at: usize) -> Option<Content> {
    let scene = report.scene;
    if scene.closing(at).is_some() {
        return quoted_on(report, at);
    }
    let mut first = at + 1;
    let colon = scene.folded(at) == ":";
    if scene.folded(at) == "الا" {
        first = at;
    }
    // «قال: «لن نقبل.»: a mark that nothing closes opens what is left of the paragraph.
    if colon && scene.kind(first) == TokenKind::Quote && scene.closing(first).is_none() {
        first += 1;
    }
    // «أنه: “…”»
    if !colon && scene.folded(first) == ":" {
        first += 1;
    }
    if let Some(closing) = scene.closing(first)
        && (colon || extent::closes(scene, closing + 1))
    {
        return quoted(scene, first, "direct");
    }
    ended(report, first, if colon { "colon" } else { "clause" })
}

/// Speech that begins with a quotation: all of it where reported words go on behind the marks.
///
/// «قال "قلنا بوضوح إننا سنرد"، على غرار "ما سبق".» is one content; «قال "نعم"، مضيفا …» ends with the mark.
fn quoted_on(report: &Report, open: usize) -> Option<Content> {
    let scene = report.scene;
    let closing = scene.closing(open)?;
    let after = scene.past_comma(closing + 1);
    let end = scene.sentence_end(closing);
    let more = (after..end.min(after + 4)).find(|i| scene.closing(*i).is_some());
    let plain = more.is_some_and(|more| {
        more > after
            && matches!(scene.folded(after), "علي" | "مثل" | "و" | "او" | "من" | "الي" | "في")
            && !cues::begins(scene, after)
    });
    if let Some(more) = more.filter(|_| plain) {
        let last = scene.closing(more)? + 1;
        return Some(whole(scene, open, last, "clause"));
    }
    quoted(scene, open, "direct")
}

/// Speech between quotation marks.
fn quoted(scene: &Scene, open: usize, rule: &'static str) -> Option<Content> {
    let closing = scene.closing(open)?;
    let mut last = closing;
    while last > open + 1 && matches!(scene.folded(last - 1), "." | "،" | ",") {
        last -= 1;
    }
    (last > open + 1).then(|| Content {
        span: Span::new(
            scene.reading.word(open + 1).map_or_else(Default::default, |word| word.span.start),
            span(scene, open + 1, last).end,
        ),
        form: Form::Direct,
        first: open,
        last: closing + 1,
        quoted: true,
        rule,
    })
}

/// Content from `first` to where the clause ends.
fn ended(report: &Report, first: usize, rule: &'static str) -> Option<Content> {
    let scene = report.scene;
    let mut last = extent::end(scene, first, report.speaker);
    // «كراكاس، التي ترفض الاحتكام إلى لاهاي، تؤكد …»: a clause that is set in ends at its comma.
    if set_in(scene, report.cue.index)
        && let Some(comma) = (first..last).find(|i| scene.is_comma(*i))
    {
        last = comma;
    }
    if matches!(rule, "object" | "phrase") {
        last = (first + 1..last).find(|i| is_setting(scene, *i)).unwrap_or(last);
    }
    if report.cue.shape == Shape::Noun {
        last = extent::phrase_end(scene, report.cue.index, first, last, rule == "clause" || rule == "colon");
    }
    if last <= first
        || (!matches!(rule, "clause" | "colon" | "plain") && last < first + 2 && !scene.is_word(first))
    {
        return None;
    }
    if let (Some(close), "object" | "phrase") = (scene.closing(first), rule)
        && close + 1 >= last
    {
        return quoted(scene, first, rule);
    }
    Some(whole(scene, first, last, rule))
}

/// «فنّد هذه الرواية | في تصريح لإذاعة»: where it was said, which is not what was said.
fn is_setting(scene: &Scene, index: usize) -> bool {
    matches!(scene.folded(index), "في" | "خلال" | "عبر" | "اثناء")
        && matches!(
            scene.stem(index + 1),
            "بيان"
                | "تصريح"
                | "تصريحات"
                | "مقابله"
                | "موتمر"
                | "تغريده"
                | "تدوينه"
                | "منشور"
                | "مداخله"
                | "كلمه"
                | "رساله"
        )
}

/// A verb in a relative clause between commas.
fn set_in(scene: &Scene, verb: usize) -> bool {
    let relative =
        (verb.saturating_sub(3)..verb).rev().find(|i| matches!(scene.folded(*i), "الذي" | "التي" | "الذين"));
    relative.is_some_and(|i| i > 0 && scene.is_comma(i - 1))
}

fn whole(scene: &Scene, first: usize, last: usize, rule: &'static str) -> Content {
    let quotes = (first..last).any(|i| scene.kind(i) == TokenKind::Quote && !is_name_mark(scene, i));
    let form = match rule {
        "colon" | "plain" => Form::Direct,
        _ if quotes => Form::Mixed,
        _ => Form::Indirect,
    };
    let mut span = span(scene, first, last);
    // Only the particle of the verb's frame stays outside: «بسحب القوات»; «وجود» keeps all its letters.
    if rule != "phrase"
        && rule != "description"
        && let Some(word) = scene.reading.word(first)
    {
        span = Span::new(word.span.start, span.end);
    }
    Content { span, form, first, last, quoted: false, rule }
}

/// Marks round nothing but a name say nothing of who speaks.
fn is_name_mark(scene: &Scene, index: usize) -> bool {
    let open = scene.closing(index).map_or_else(|| scene.opening(index), |_| Some(index));
    let Some((open, close)) = open.and_then(|open| Some((open, scene.closing(open)?))) else { return false };
    // «“كتائب البراء”»: a group that no lexicon knows, by its head.
    let group = close <= open + 4
        && kinds(scene.stem(open + 1)).any(Kinds::GROUP)
        && (scene.is_definite(open + 2) || !scene.reading.is_known(open + 2));
    // «"إف-35"»: a make of something; «منصة "باينانس"»: a name that nobody knows.
    let make = close <= open + 5
        && (open + 1..close).any(|i| scene.kind(i) == TokenKind::Number)
        && !scene.reading.is_known(open + 1);
    let unknown = close <= open + 3
        && scene.is_word(open.saturating_sub(1))
        && (open + 1..close).all(|i| {
            // «"لطغيان"» may be a word with its particle.
            let joined = scene.folded(i).starts_with(['ب', 'ل', 'ك', 'و', 'ف']) && i == open + 1;
            phrase::is_unknown(scene, i) && !scene.reading.is_finite(i) && !joined
        });
    group || make || unknown || scene.name_at(open + 1).is_some_and(|(_, next)| next >= close)
}

fn span(scene: &Scene, first: usize, last: usize) -> Span {
    scene.reading.span(first, last - first)
}

/// Where the particle of the verb's frame stands: the token that carries it.
pub fn particle(scene: &Scene, cue: &Cue, zone: usize, limit: usize) -> Option<usize> {
    let past =
        if scene.is_comma(zone) { skip(scene, cue, aside(scene, cue, zone, limit), limit) } else { zone };
    let mut index = scene.past_comma(past);
    while index < limit {
        if let Some((_, next)) = scene.name_at(index).filter(|(_, next)| *next > index + 1)
            && !fits(scene, cue, index, zone)
        {
            index = next;
            continue;
        }
        if fits(scene, cue, index, zone) {
            return Some(index);
        }
        // Without somebody addressed the particle follows at once, or after the day and the occasion.
        let addressed = cue.takes('t') || cue.takes('T');
        if scene.is_comma(index) && !addressed && scene.date_at(index + 1).is_none() && index > zone {
            return None;
        }
        if is_complementizer(scene.folded(index)) {
            return None;
        }
        index += 1;
    }
    None
}

fn fits(scene: &Scene, cue: &Cue, index: usize, zone: usize) -> bool {
    let Some(word) = scene.reading.word(index).filter(|word| word.kind == TokenKind::Word) else {
        return false;
    };
    let alone = scene.folded(index);
    let next = scene.folded(index + 1);
    // Before a word that the lexicon has not, a particle is not taken off: «بترهيب», «بضبط».
    let unsplit = |letter, least| {
        word.particles.is_empty()
            && alone.starts_with(letter)
            && alone.chars().count() >= least
            && !scene.reading.is_known(index)
            && scene.name_at(index).is_none()
    };
    let with_bi = || {
        // «هدد بمقاضاتها»: what has a pronoun is no name of a subject.
        let owned = ["ها", "هم"].iter().any(|pronoun| alone.ends_with(pronoun));
        unsplit('ب', 4) && (index > zone.min(cue.next) || cue.shape != Shape::Verb || owned)
    };
    // «أسفه لاضطرار الحلفاء»: right behind what takes it.
    let with_li = || unsplit('ل', 5) && index == cue.next && !cue.takes('o');
    let joined = |particle| {
        word.particles.has(particle) && word.certain && !word.particles.has(Particles::AND)
            || particle == Particles::BI && with_bi()
            || particle == Particles::LI && with_li()
    };
    let stem = scene.stem(index);
    let manner = matches!(
        stem,
        "شان"
            | "دور"
            | "دوره"
            | "دورها"
            | "حسب"
            | "شده"
            | "سبب"
            | "نسبه"
            | "خصوص"
            | "قوه"
            | "وضوح"
            | "حضور"
            | "رويترز"
            | "عنوان"
            | "اسم"
            | "اغلبيه"
            | "غالبيه"
            | "اكثريه"
            | "اجماع"
            | "موافقه"
            | "دورهم"
            | "شكل"
            | "صوره"
            | "لهجه"
            | "مناسبه"
            | "حزم"
            | "صراحه"
    ) || is_outlet(stem);
    let what = match alone {
        "بما" => Some('b'),
        "لما" => Some('l'),
        "عما" => Some('n'),
        "مما" => Some('m'),
        // «بـ"إعلان حرب"»: the particle alone before a mark.
        "ب" if scene.closing(index + 1).is_some() => Some('b'),
        "ل" if scene.closing(index + 1).is_some() => Some('l'),
        _ => None,
    };
    what.is_some_and(|frame| cue.takes(frame))
        || (cue.takes('e') && alone == "الي")
        || (cue.takes('n') && alone == "عن")
        || (cue.takes('i') && alone == "في" && !super::words::is_occasion(scene.stem(index + 1)))
        || (cue.takes('z') && matches!(alone, "ازاء" | "تجاه" | "حيال" | "بشان" | "حول"))
        || (cue.takes('m')
            && alone == "من"
            && !matches!(next, "جهته" | "جهتها" | "جانبه" | "جانبها" | "قبل" | "خلال"))
        || (cue.takes('a')
            && alone == "علي"
            && !matches!(next, "هامش" | "موقعه" | "موقعها" | "منصه" | "حسابه" | "تويتر"))
        || (cue.takes('b') && joined(Particles::BI) && !manner)
        || (cue.takes('l') && joined(Particles::LI) && !manner)
}

/// Content after a particle: «دعا إلى سحب القوات», with whoever is addressed: «دعا إثيوبيا إلى سحبها».
fn phrase(report: &Report, zone: usize, at: usize) -> Option<Content> {
    let Report { scene, cue, .. } = *report;
    let alone = is_preposition(scene.folded(at)) || matches!(scene.folded(at), "ب" | "ل");
    let start = if alone { at + 1 } else { at };
    if is_complementizer(scene.folded(start)) {
        return introduced(report, start);
    }
    let first = skip(scene, cue, zone, at);
    let may = cue.takes('t') || cue.takes('T');
    let addressed = may
        && first < at
        && !is_preposition(scene.folded(first))
        && (scene.is_word(first) || scene.closing(first).is_some());
    if cue.takes('T')
        && !addressed
        && !cue.has_pronoun()
        && report.speaker.is_none_or(|s| s.first >= cue.index)
        && cue.shape == Shape::Verb
        && zone > cue.next
    {
        // The only noun between verb and particle is the one addressed, not the subject.
        return None;
    }
    ended(report, if addressed { first } else { start }, "phrase")
}

/// Where the object of a verb begins, if it has one.
fn object_start(scene: &Scene, cue: &Cue, zone: usize, limit: usize) -> Option<usize> {
    if cue.has_pronoun() && cue.shape == Shape::Verb {
        return None;
    }
    let start = circumstances(scene, cue, zone, limit);
    let word = scene.folded(start);
    let fits = start < limit
        && (scene.is_word(start) || scene.closing(start).is_some() || scene.kind(start) == TokenKind::Number)
        && !is_preposition(word)
        && !is_complementizer(word)
        && (!scene.reading.is_finite(start) || is_masdar_too(scene, start))
        && scene.reading.word(start).is_some_and(|w| w.particles.is_empty() || !w.certain);
    (fits || matches!(word, "اي" | "ايه" | "ما" | "مثل")).then_some(start)
}

/// «رفض التعليق», «امتنع عن الإدلاء بتفاصيل»: nothing is said.
fn is_silence(scene: &Scene, index: usize) -> bool {
    matches!(
        scene.stem(index),
        "التعليق"
            | "الادلاء"
            | "الافصاح"
            | "الخوض"
            | "الاجابه"
            | "الحديث"
            | "تاكيد"
            | "التعقيب"
    ) || scene.stem(index) == "الرد" && matches!(scene.stem(index + 2), "اسيله" | "سوال" | "الاسيله" | "طلب")
}

/// «استبعد الوزير خفض الضرائب»: a short verb's letters before a definite noun are its masdar's.
fn is_masdar_too(scene: &Scene, index: usize) -> bool {
    scene.stem(index).chars().count() <= 4 && scene.is_definite(index + 1)
}

/// Past all that stands between a subject and what follows it.
fn circumstances(scene: &Scene, cue: &Cue, zone: usize, limit: usize) -> usize {
    let mut start = zone;
    for _ in 0..4 {
        let next = skip(scene, cue, aside(scene, cue, start, limit), limit);
        let next = circumstance(scene, next, limit);
        if next == start {
            break;
        }
        start = next;
    }
    start
}

/// Past «عبر مستشارها السياسي في أنقرة»: a preposition with its phrase, where a bare word follows.
fn circumstance(scene: &Scene, index: usize, limit: usize) -> usize {
    let opens = |at: usize| {
        matches!(
            scene.folded(at),
            "في" | "عبر"
                | "خلال"
                | "من"
                | "عن"
                | "مع"
                | "لدي"
                | "امام"
                | "بعد"
                | "قبل"
                | "اثر"
                | "عقب"
        )
    };
    let mut at = index;
    while opens(at) && at + 1 < limit {
        at = scene.name_at(at + 1).map_or(at + 2, |(_, next)| next);
        while at < limit && scene.is_word(at) && !opens(at) {
            let definite = scene.reading.word(at).is_some_and(|w| w.definite && w.particles.is_empty());
            match scene.name_at(at) {
                Some((_, next)) => at = next,
                None if definite => at += 1,
                None => break,
            }
        }
    }
    if at < limit && scene.is_word(at) && !is_complementizer(scene.folded(at)) { at } else { index }
}

/// Past what stands between commas: «، في بيانات،», «، وهو أحد …، في بيانات،».
fn aside(scene: &Scene, cue: &Cue, index: usize, limit: usize) -> usize {
    let mut at = index;
    while scene.is_comma(at) && at + 1 < limit {
        let inner = at + 1;
        let content = |at: usize| fits(scene, cue, at, index);
        if content(inner) {
            return inner;
        }
        let opens = is_preposition(scene.folded(inner))
            || matches!(scene.folded(inner), "وهو" | "وهي")
            || scene.date_at(inner).is_some();
        let close = (inner..limit.min(inner + 24)).find(|i| scene.is_comma(*i));
        match close.filter(|_| opens) {
            // The comma that closes one aside may open the next.
            Some(close) if is_preposition(scene.folded(close + 1)) && !content(close + 1) => at = close,
            Some(close) => return close + 1,
            None => return inner,
        }
    }
    at
}

/// وصف X بأنه Y، وصفته بـ“…”.
fn description(report: &Report, zone: usize, limit: usize) -> Option<Content> {
    let Report { scene, cue, .. } = *report;
    let strict = cue.takes('q');
    let at = (zone..limit).find(|i| {
        let word = scene.folded(*i);
        matches!(word, "بانه" | "بانها" | "بانهم" | "بانهما" | "بان")
            || (scene.stem(*i).is_empty() || word == "ب") && scene.closing(i + 1).is_some()
            || !strict && scene.reading.word(*i).is_some_and(|w| w.particles == Particles::BI && w.certain)
    });
    let Some(at) = at else {
        // «تعد طهران الوثيقة «غير قانونية»»
        let first = skip(scene, cue, zone, limit);
        let described = report.speaker.is_some_and(|speaker| speaker.first > cue.index)
            && scene.is_definite(first)
            && scene.reading.word(first).is_some_and(|word| word.particles.is_empty());
        if let Some((open, close)) = (first + 1..first + 4).find_map(|at| Some((at, scene.closing(at)?)))
            && described
            && (first..open).all(|at| scene.is_word(at) && !is_complementizer(scene.folded(at)))
            && extent::closes(scene, close + 1)
        {
            return Some(whole(scene, first, close + 1, "description"));
        }
        // وصفها «…»، اعتبرتها «…»
        let open =
            introducer(scene, zone, limit).filter(|at| cue.has_pronoun() && scene.closing(*at).is_some())?;
        return quoted(scene, open, "description");
    };
    let first = skip(scene, cue, zone, at);
    let described = !cue.has_pronoun() && first < at && !scene.folded(first).starts_with("ايا");
    if let Some(close) = scene.closing(at + 1) {
        if !described {
            return quoted(scene, at + 1, "description");
        }
        if extent::closes(scene, close + 1) || scene.is_comma(close + 1) {
            return Some(whole(scene, first, close + 1, "description"));
        }
    }
    let joined = !is_complementizer(scene.folded(at)) && !scene.stem(at).is_empty();
    let start = if joined { at } else { at + 1 };
    ended(report, if described { first } else { start }, "description")
}

/// حمّل X مسؤولية Y.
fn responsibility(report: &Report, zone: usize, limit: usize) -> Option<Content> {
    let scene = report.scene;
    let at = (zone..limit).find(|i| is_blame(scene.stem(*i)))?;
    let first = skip(scene, report.cue, zone, at);
    ended(report, first.min(at), "responsibility")
}

/// ألقى باللوم على X.
fn blame(report: &Report, zone: usize, limit: usize) -> Option<Content> {
    let scene = report.scene;
    let at = (zone..limit.min(zone + 8)).find(|i| is_blame(scene.stem(*i)))?;
    let on = (at..limit.min(at + 4)).find(|i| scene.folded(*i) == "علي")?;
    ended(report, on + 1, "responsibility")
}

pub fn is_blame(stem: &str) -> bool {
    let bare = bare(stem);
    bare.starts_with("مسووليه")
        || bare.starts_with("مسيوليه")
        || bare == "لوم"
        || bare == "لايمه"
        || bare == "تبعات"
}

/// «وقال الحريري اتفاق الطائف باق»: speech without marks, where the speaker is named and nothing else follows.
fn plain_speech(report: &Report, zone: usize, limit: usize) -> Option<Content> {
    let Report { scene, cue, speaker, .. } = *report;
    let named = speaker.is_some_and(|s| s.first > cue.index && s.person);
    let mut start = skip(scene, cue, zone, limit);
    // An occasion told at length ends where speech in the first person begins: «… من واجبي …».
    if named
        && !is_first_person(scene, start)
        && let Some(own) = (start..limit).find(|i| is_first_person(scene, *i))
    {
        start = own;
    } else if named && is_preposition(scene.folded(start)) && !is_first_person(scene, start) {
        return None;
    }
    if matches!(scene.folded(start.saturating_sub(1)), "من" | "في" | "لا") && start > zone {
        start -= 1;
    }
    let word = scene.folded(start);
    let opens = matches!(
        word,
        "لن" | "لم" | "لا" | "ليس" | "نحن" | "انا" | "هذا" | "هذه" | "من" | "في" | "لقد" | "هناك"
    ) || (named && scene.is_word(start) && !is_preposition(word))
        || is_first_person(scene, start);
    let linked = scene.reading.word(start).is_some_and(|w| w.particles.has(Particles::AND));
    (opens && !linked && start + 3 < limit.max(scene.sentence_end(start)) && scene.is_word(start))
        .then_some(())?;
    if !named && !is_first_person(scene, start) && !is_first_person(scene, start + 1) {
        return None;
    }
    if named && scene.is_comma(zone) && !is_first_person(scene, start) {
        return None;
    }
    ended(report, start, "plain")
}

/// «سنرد», «نعلن», «واجبي», «نحن»: the speaker speaks of himself.
fn is_first_person(scene: &Scene, index: usize) -> bool {
    let word = scene.folded(index);
    matches!(
        word,
        "نحن"
            | "انا"
            | "اننا"
            | "انني"
            | "لنا"
            | "لي"
            | "لدينا"
            | "علينا"
            | "واجبي"
            | "واجبنا"
            | "رايي"
            | "لن"
            | "بلادي"
            | "بلدي"
    ) || word.starts_with("سن") && word.chars().count() >= 5
        || matches!(
            word,
            "نريد"
                | "نعلن"
                | "نرفض"
                | "نطالب"
                | "نعتقد"
                | "اعتقد"
                | "نوكد"
                | "اوكد"
                | "ندعو"
                | "ادعو"
                | "نعتبر"
                | "نحمل"
        )
}
