//! What is said: where words that something introduces begin and end, and how they are reported.
//!
//! | cue | content |
//! | --- | --- |
//! | قال الوزير إن … | clause |
//! | قال الوزير: "…" | direct |
//! | …، بحسب الوزير | what stands before or behind |
//!
//! What a reporting word governs by itself is in `frames`.

use super::between::anonymity;
use super::cues::{self, Cue, Shape};
use super::extent;
use super::nouns;
use super::scene::Scene;
use super::sources::Source;
use super::words::{governs_clause, is_complementizer, is_preposition, is_relative, joined_denial};
use crate::analysis::Form;
use crate::analysis::sides::{Kinds, kinds};
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

/// A cue with what is known of its speaker: all that its content is read by.
#[derive(Clone, Copy)]
pub struct Report<'r, 'a> {
    pub scene: &'r Scene<'a>,
    pub cue: &'r Cue,
    /// The token after its subject, or after the cue.
    pub zone: usize,
    pub speaker: Option<&'r Source>,
}

/// The content that stands before «بحسب X»: the clause up to it.
pub fn before(scene: &Scene, start: usize, end: usize) -> Option<Content> {
    let start = extent::last_clause(scene, start, end);
    let mut last = end;
    while last > start && matches!(scene.kind(last - 1), TokenKind::Mark) {
        last -= 1;
    }
    // «"…"، كما يقول الباحث»: speech word for word.
    if last > start && scene.closing(start) == Some(last - 1) {
        return quoted(scene, start, "according-to");
    }
    (last > start + 2).then(|| whole(scene, start, last, "according-to"))
}

/// The content that stands behind «بحسب X، …» at a sentence's beginning.
pub fn behind(scene: &Scene, first: usize, speaker: &Source) -> Option<Content> {
    let mut start = anonymity(scene, first);
    // «وبحسب مصادر تحدثت إلى القناة، …», «وحسب المركز، الذي راقب الاقتراع، …»
    // «وبحسب فلان، وهو متحدث باسم الجيش، فإن …»
    let aside = scene.folded(scene.past_comma(start));
    let relative = is_relative(aside) || matches!(aside, "وهو" | "وهي" | "وهم");
    if relative || !scene.is_comma(start) && is_past_clause(scene, start) {
        let from = scene.past_comma(start);
        start = (from..from + 16).find(|i| scene.is_comma(*i)).unwrap_or(start);
    }
    while scene.is_comma(start) {
        start += 1;
    }
    // «وبحسب مؤرخين، فقد أجبرت السلطات …»
    if is_complementizer(scene.folded(start)) || scene.folded(start) == "فقد" {
        start += 1;
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
    while matches!(scene.folded(at), "هكذا" | "كما" | "بهذه" | "الكلمات" | "،" | ",") {
        at = at.checked_sub(1)?;
    }
    let open = (scene.kind(at) == TokenKind::Quote).then(|| scene.opening(at))??;
    // «"هذا الحكم مهزلة"، يقول المحامي»: few words are speech where they begin the sentence.
    let fewest = if scene.sentence_start(open) == open { 2 } else { 4 };
    (at > open + fewest).then_some(())?;
    quoted(scene, open, "direct")
}

/// Whether the words in marks are how the group before them is called: «حزب "التجمع من أجل الديمقراطية" في الكاميرون»,
/// «رابطة المشجعين «القميص الأحمر» وزارة الرياضة».
fn bears_name(scene: &Scene, open: usize, close: usize) -> bool {
    let group = |back: usize| {
        let head = open.checked_sub(back);
        let kind = |at: usize| kinds(scene.stem(at)).any(Kinds::GROUP.or(Kinds::MEDIA));
        head.is_some_and(|at| !scene.is_definite(at) && kind(at))
    };
    let closed = || open == 0 || scene.is_definite(open - 1);
    let called = group(1) && close <= open + 6 || closed() && group(2) && close <= open + 4;
    called && scene.is_word(close + 1) && !(open + 1..close).any(|at| scene.reading.is_finite(at))
}

/// The complementizer, colon or opening mark that introduces the content.
pub fn introducer(scene: &Scene, from: usize, limit: usize) -> Option<usize> {
    let mut index = from;
    while index < limit {
        if scene.folded(index) == "(" {
            index = (index..limit).find(|i| scene.folded(*i) == ")")? + 1;
            continue;
        }
        // «قال فلان في لقاء على سي إن إن: "…"»: what is written as «إن» is within a name.
        if let Some((_, next)) = scene.name_at(index).filter(|_| index > from) {
            index = next;
            continue;
        }
        // «الرئيس، الذي وصفها بأنها "…"، أن …»: what a relative clause quotes is its own.
        if is_relative(scene.folded(index))
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
            // «تنفي و"تستعد" للمعركة»: joined to the verb.
            if index > from && scene.folded(index - 1) == "و" {
                index = closing + 1;
                continue;
            }
            // A name in quotation marks is no speech.
            let name = closing <= index + 5
                && scene.name_at(index + 1).is_some_and(|(_, next)| next + 1 >= closing)
                && closing + 1 < limit;
            let title = closing <= index + 3
                && closing + 3 < limit
                && introducer(scene, closing + 1, limit).is_some();
            let platform = closing <= index + 5 && is_platform(scene, index.saturating_sub(1));
            // «المتحدث باسم "الحزب من أجل مجتمع ديمقراطي"»
            let spoken_for = index > 0 && scene.stem(index - 1) == "اسم";
            // «منظمة «عدالة الساحل» غير الحكومية»
            let within = (index.saturating_sub(3)..index)
                .any(|at| scene.name_at(at).is_some_and(|(_, next)| next >= closing));
            let bears = closing + 1 < limit && bears_name(scene, index, closing);
            if !(name || title || platform || spoken_for || within || bears) {
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
pub fn introduced(report: &Report, at: usize) -> Option<Content> {
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
    // «أنه: “…”», «لـ«الشرق الأوسط»: إن …»
    if !colon && scene.folded(first) == ":" || colon && is_complementizer(scene.folded(first)) {
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
pub fn quoted(scene: &Scene, open: usize, rule: &'static str) -> Option<Content> {
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
pub fn ended(report: &Report, first: usize, rule: &'static str) -> Option<Content> {
    ended_past(report, first, first, rule)
}

/// The same, with what stands before `inside`: «اتهم الوزير في منشور | باستغلال منصبه».
pub fn ended_past(report: &Report, first: usize, inside: usize, rule: &'static str) -> Option<Content> {
    let scene = report.scene;
    let mut last = extent::end(scene, first, report.speaker);
    // «كراكاس، التي ترفض الاحتكام إلى لاهاي، تؤكد …»: a clause that is set in ends at its comma.
    // «تركيا التي أكدت أن …، أن …»: one that no comma opens, where the content of the other verb begins.
    if let Some(apart) = set_in(scene, report.cue.index)
        && let Some(comma) = (first..last).find(|i| {
            scene.is_comma(*i)
                && (apart
                    || is_complementizer(scene.folded(i + 1))
                        && scene.written(i + 1).starts_with(['أ', 'إ', 'ا']))
        })
    {
        last = comma;
    }
    if matches!(rule, "object" | "phrase") {
        let start = scene.sentence_start(first);
        let reported = (start..report.cue.index).any(|i| is_complementizer(scene.folded(i)));
        // «عارض الرئيس تشكيل الهيئة | ، وقد عمل فلان ضمن إدارته»
        let aside = |i: usize| scene.is_comma(i) && matches!(scene.folded(i + 1), "وقد" | "رغم");
        let ends = |i: &usize| is_setting(scene, *i) || aside(*i) || reported && resumes(scene, *i);
        last = (inside.max(first) + 1..last).find(ends).unwrap_or(last);
    }
    // «أعلن استقالته، الاثنين»: when he did.
    if rule == "object" && scene.is_comma(first + 1) && scene.date_at(first + 2).is_some() {
        last = first + 1;
    }
    if matches!(rule, "object" | "phrase" | "description") {
        last = extent::next_clause(scene, inside.max(first) + 1, last);
    }
    if report.cue.shape == Shape::Noun {
        last = extent::phrase_end(scene, report.cue.index, first, last, rule == "clause" || rule == "colon");
    }
    while last > first && scene.is_comma(last - 1) {
        last -= 1;
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

/// «إن المدعي رفض تكفيلهما | ، وإنها ستطعن»: what was reported before goes on.
pub fn resumes(scene: &Scene, index: usize) -> bool {
    scene.is_comma(index)
        && scene.folded(index + 1).starts_with('و')
        && is_complementizer(scene.folded(index + 1))
}

/// «فنّد هذه الرواية | في تصريح لإذاعة»: where it was said, which is not what was said; behind quoted words, when.
fn is_setting(scene: &Scene, index: usize) -> bool {
    let quoted = scene.kind(index.saturating_sub(1)) == TokenKind::Quote;
    let later = match scene.folded(index) {
        "عقب" | "بعد" | "اثر" => true,
        "في" => scene.stem(index + 1) == "اعقاب",
        _ => false,
    };
    quoted && later && scene.closing(index.saturating_sub(1)).is_none()
        || matches!(scene.folded(index), "في" | "خلال" | "عبر" | "اثناء")
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
                    | "زياره"
                    | "زيارته"
                    | "زيارتها"
            )
        // «يعد بتعزيز الأمن | عقب العنف»: in a headline, when.
        || scene.is_headline(index) && scene.folded(index) == "عقب"
}

/// Whether a verb stands in a relative clause that a comma sets apart.
pub fn is_set_in(scene: &Scene, verb: usize) -> bool {
    set_in(scene, verb) == Some(true)
}

/// Whether a verb in a relative clause is set apart by a comma; nothing where it is in none.
fn set_in(scene: &Scene, verb: usize) -> Option<bool> {
    let relative = (verb.saturating_sub(3)..verb).rev().find(|i| is_relative(scene.folded(*i)))?;
    Some(relative > 0 && scene.is_comma(relative - 1))
}

pub fn whole(scene: &Scene, first: usize, last: usize, rule: &'static str) -> Content {
    let quotes = (first..last).any(|i| scene.kind(i) == TokenKind::Quote && !is_name_mark(scene, i));
    let form = match rule {
        "colon" | "plain" => Form::Direct,
        _ if quotes => Form::Mixed,
        _ => Form::Indirect,
    };
    let mut span = span(scene, first, last);
    // Only the particle of the verb's frame stays outside: «بسحب القوات»; «وجود» keeps all its letters.
    if let Some(word) = scene.reading.word(first) {
        if rule != "phrase" && rule != "description" {
            span = Span::new(word.span.start, span.end);
        } else if ends_in_what(scene.folded(first)) && scene.written(first).ends_with(WHAT) {
            span = Span::new((word.span.end.index() - WHAT.len()).into(), span.end);
        }
        if rule == "according-to" && joined_denial(scene.folded(first)).is_some() {
            span = Span::new((word.span.start.index() + 'و'.len_utf8()).into(), span.end);
        }
    }
    Content { span, form, first, last, quoted: false, rule }
}

/// «ما», before which a particle stays outside.
const WHAT: &str = "ما";

/// «بما», «مما»: a particle and the «ما» with which content begins.
pub fn ends_in_what(word: &str) -> bool {
    matches!(word, "بما" | "لما" | "عما" | "مما")
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
            nouns::is_unknown(scene, i) && !scene.reading.is_finite(i) && !joined
        });
    group || make || unknown || scene.name_at(open + 1).is_some_and(|(_, next)| next >= close)
}

fn span(scene: &Scene, first: usize, last: usize) -> Span {
    scene.reading.span(first, last - first)
}
