//! Words at second hand: who carries them, and whose they are where only a preposition tells.
//!
//! | text | speaker | via |
//! | --- | --- | --- |
//! | نقلت رويترز عن مسؤول قوله إن … | مسؤول | رويترز |
//! | قال الوزير لقناة الحدث إن … | الوزير | قناة الحدث |
//! | …، بحسب وزارة الصحة | وزارة الصحة | |
//! | قال الوزير إن …، حسب ما ذكرته وكالة الأناضول | الوزير | وكالة الأناضول |

use super::cues::{self, Cue, Shape};
use super::nouns;
use super::scene::Scene;
use super::sources::{self, Source};
use super::subjects;
use super::words::{is_complementizer, is_occasion, is_outlet, is_preposition, is_relative, without_pronoun};
use crate::analysis::{EntityKind, Particles, Reference};
use crate::lexicon::Table;
use crate::text::{TokenKind, Words, bare};

/// A report that is passed on.
pub struct PassedOn {
    pub cue: Cue,
    pub speaker: Source,
    pub via: Option<Reference>,
}

/// نقلت رويترز عن مسؤول قوله إن …، نقلاً عن X …، نسبت الوكالة إلى مسؤول قوله إن …
pub fn passed_on(scene: &Scene, index: usize) -> Option<PassedOn> {
    let particle = match scene.stem(index) {
        "نقل" | "نقلت" | "نقلا" | "تنقل" | "ينقل" | "ناقلا" | "ناقله" | "نقلوا" | "ونقلت" => {
            "عن"
        }
        "نسب" | "نسبت" | "تنسب" | "ينسب" => "الي",
        _ => return None,
    };
    let end = scene.sentence_end(index).min(index + 60);
    // «شبكة «سي إن إن» عن»: a name in marks is passed.
    let named = |at: usize| {
        (at.saturating_sub(4)..at).any(|open| scene.closing(open).is_some_and(|close| close > at))
    };
    let from = (index + 1..end)
        .take_while(|i| !is_complementizer(scene.folded(*i)) || named(*i))
        .find(|i| scene.folded(*i) == particle)?;
    let word = (from + 1..end).find(|i| {
        is_said(scene.folded(*i))
            || scene.folded(*i) == ":"
            || is_complementizer(scene.folded(*i))
            || scene.closing(*i).is_some_and(|close| close > i + 4)
    })?;
    let speaker = sources::read(scene, from + 1, word)?;
    let via = carrier(scene, index + 1, from);
    let said = is_said(scene.folded(word));
    let cue = if said { cues::at(scene, word)? } else { cues::plain(scene, index, word) };
    Some(PassedOn { cue, speaker, via })
}

fn is_said(word: &str) -> bool {
    matches!(
        word,
        "قوله"
            | "قولها"
            | "قولهم"
            | "قولهما"
            | "تاكيده"
            | "تاكيدها"
            | "تاكيدهم"
            | "تصريحه"
            | "نفيه"
            | "نفيها"
    )
}

/// The outlet between two tokens.
fn carrier(scene: &Scene, from: usize, to: usize) -> Option<Reference> {
    let source = sources::read(scene, from, to);
    source.map(|source| source.reference).or_else(|| {
        let (entity, _) = (from..to).find_map(|index| scene.name_at(index))?;
        Some(scene.entity_reference(entity))
    })
}

/// جاء في بيان للوزارة أن …، ورد في التقرير أن …: the document's words, or its author's.
pub fn written(scene: &Scene, index: usize) -> Option<PassedOn> {
    matches!(scene.stem(index), "جاء" | "ورد" | "جاءت" | "وردت").then_some(())?;
    // «جاء في حيثيات الحكم»
    (scene.folded(index + 1) == "في").then_some(())?;
    let part = matches!(scene.stem(index + 2), "حيثيات" | "نص" | "منطوق" | "متن" | "مقدمه");
    let index = index + usize::from(part);
    let document = is_occasion(scene.stem(index + 2)) || is_document(scene.stem(index + 2));
    (document || part && scene.is_definite(index + 2)).then_some(())?;
    let end = scene.sentence_end(index).min(index + 24);
    let word = scene.index_of_introducer(index + 3, end.saturating_sub(index + 3))?;
    // «البيان الذي نشرته وكالة كذا»: who has passed it on is no author.
    let relative = (index + 3..word).find(|at| is_relative(scene.folded(*at)));
    let author = (index + 3..relative.unwrap_or(word).min(index + 7))
        .find_map(|at| genitive(scene, at, word).filter(|s| s.speaks));
    // «جاء في خطابه»: whose it is was said before.
    if author.is_none() && without_pronoun(scene.stem(index + 2)).is_some_and(is_occasion) {
        return None;
    }
    let speaker = author
        .or_else(|| sources::read(scene, index + 2, word))
        .or_else(|| sources::document(scene, index + 2, relative.unwrap_or(word)))?;
    Some(PassedOn { cue: cues::plain(scene, index, index + 2), speaker, via: None })
}

/// What is written and has an author, whatever the occasion: حكم، مسودة، مذكرة.
fn is_document(stem: &str) -> bool {
    static WORDS: Words = Words::new(&[
        "حكم", "مسوده", "مذكره", "لايحه", "مرسوم", "بلاغ", "شكوي", "دعوي", "تسجيل", "وثيقه", "عريضه",
        "افتتاحيه", "كتاب", "نسخه", "خلاصه", "توصيه", "قرار",
    ]);
    WORDS.contains(bare(stem))
}

/// A source named by a preposition.
pub struct According {
    pub cue: Cue,
    pub source: Source,
    pub via: Option<Reference>,
}

/// بحسب X، وفقًا لـX، حسب ما ذكرته X، على لسان X، نقلا عن X.
pub fn according_to(scene: &Scene, index: usize) -> Option<According> {
    let word = scene.stem(index);
    let folded = scene.folded(index);
    let next = scene.reading.word(index + 1)?;
    // «كما جاء في بيان للوزارة»
    let told = matches!(scene.folded(index + 1), "جاء" | "ورد") && scene.folded(index + 2) == "في";
    if word == "كما" && !told {
        return as_said(scene, index);
    }
    let mut at = match (word, scene.folded(index + 1)) {
        ("حسب" | "وفق" | "بحسب", _) => index + 1,
        ("وفقا" | "طبقا" | "استنادا", "لما") => index + 1,
        ("وفقا" | "طبقا", _) if next.particles.has(Particles::LI) => index + 1,
        ("كما" | "حسبما" | "وفقما", _) => index,
        // «على ما أعلنت الوزارة»; not «رد على ما أعلنته», «ردا على ما تردد عن».
        ("علي", "ما") if !scene.stem(index + 2).ends_with('ه') && !is_answer(scene, index) => index + 1,
        ("علي", "لسان") => index + 2,
        ("علي", "حد") if matches!(scene.folded(index + 2), "قول" | "تعبير" | "وصف" | "زعم") => {
            index + 3
        }
        ("نقلا", "عن") => index + 2,
        _ if matches!(folded, "بحسب") => index + 1,
        ("راي", _) if scene.reading.word(index).is_some_and(|w| w.particles.has(Particles::BI)) => {
            index + 1
        }
        // «في رأي الوزير»; «في رأيه» says no more of who.
        ("في", "راي" | "نظر") => index + 2,
        ("من", "وجهه") if scene.folded(index + 2) == "نظر" => index + 3,
        _ => return None,
    };
    // «حسب تعبيره»: the speaker's own word, no other source.
    if is_own_word(scene, at) {
        return None;
    }
    // «لـ»: the particle alone.
    if scene.stem(at).is_empty() && scene.kind(at) == TokenKind::Word {
        at += 1;
    }
    let cue_end = at;
    let end = scene.sentence_end(index).min(at + 24);
    let mut via = None;
    if matches!(scene.folded(at), "ما" | "لما" | "كما" | "حسبما" | "وفقما") {
        at += 1;
        let reports = scene.reading.single(at, Table::CueVerbs).is_some() || is_carried(scene.stem(at));
        reports.then_some(())?;
        at += 1;
        if matches!(scene.folded(at), "عنه" | "عنها" | "به" | "عليه") {
            at += 1;
        }
        // «حسب ما أعلن اليوم الخميس النادي»
        at = scene.date_at(at).unwrap_or(at);
        // «حسب ما نقلته رويترز عن مسؤولين»
        // «حسب ما أفاد مصدر طلب عدم الكشف عن هويته»
        let near = |index: &usize| !scene.is_comma(*index) && scene.folded(*index) != "عدم";
        if let Some(from) = (at..end).take_while(near).find(|i| scene.folded(*i) == "عن") {
            via = carrier(scene, at, from);
            at = from + 1;
        }
        if matches!(scene.folded(at), "في" | "علي") && scene.folded(at + 1) == "لسان" {
            at += 2;
        } else if scene.folded(at) == "في" {
            at += 1;
        }
    } else if scene.reading.single(at, Table::CueVerbs).is_some()
        || (is_occasion(scene.stem(at)) || is_account(scene.stem(at))) && scene.name_at(at).is_none()
    {
        // «وفق تأكيد حكومة بغداد», «بحسب بيان للجيش», «وفق تصريحات لوزير الدفاع»
        // «وفقا لتقرير نشرته صحيفة كذا»
        let inner = at + 1 + usize::from(is_published(scene.stem(at + 1)));
        let told = inner == at + 1 && nouns::is_adjective(scene, inner) && scene.name_at(inner).is_none();
        let later = (inner..end.min(inner + 4)).take_while(|i| scene.is_word(*i)).find_map(|i| {
            let plain = if scene.stem(i).is_empty() { i + 1 } else { i };
            let of = scene.reading.word(i).is_some_and(|w| w.particles.has(Particles::LI));
            // «أرقام رسمية» are nobody's.
            if of || i == inner && !told { genitive(scene, plain, end) } else { None }
        });
        if let Some(source) = later {
            return Some(According { cue: cues::plain(scene, index, cue_end), source, via });
        }
    }
    // «جرى وفقا لمعايير شفافة», «حسب الدستور»: who is no source is none here.
    let strict = matches!(word, "وفقا" | "طبقا") || is_rule(scene.stem(at));
    let source = genitive(scene, at, end).filter(|source| source.speaks || !strict || via.is_some())?;
    Some(According { cue: cues::plain(scene, index, cue_end), source, via })
}

/// «ردا على», «وتعليقا على»: what is answered stands behind it.
fn is_answer(scene: &Scene, index: usize) -> bool {
    let before = index.checked_sub(1).map_or("", |at| scene.stem(at));
    matches!(before, "رد" | "ردا" | "تعليقا" | "تعقيبا" | "علق" | "عقب")
}

/// «…، كما قال المتحدث باسم الشركة»: the verb has a subject and nothing of its own to report.
fn as_said(scene: &Scene, index: usize) -> Option<According> {
    let cue = cues::at(scene, index + 1).filter(|cue| cue.shape == Shape::Verb && cue.takes('q'))?;
    let source = subjects::after(scene, &cue).filter(|source| source.speaks)?;
    // «كما نفى الوزير، في بيان، وجود خلاف»: where a sentence begins, one more thing that he says.
    let also = index == scene.sentence_start(index)
        && scene.is_comma(source.next)
        && (cue.act.is_some() || is_preposition(scene.folded(source.next + 1)));
    if also {
        return None;
    }
    // «كما قالت الوكالة دون توضيحات إضافية»
    let over = source.next >= scene.sentence_end(index)
        || scene.kind(source.next) == TokenKind::Mark
        || matches!(scene.folded(source.next), "دون" | "من" | "في" | "خلال" | "عقب" | "بعد");
    (over && scene.folded(source.next) != ":").then_some(())?;
    Some(According { cue: cues::plain(scene, index, index + 2), source, via: None })
}

/// «رواية الشرطة», «شهادة هيئة الدفاع»: what somebody has told, whose it is.
fn is_account(stem: &str) -> bool {
    matches!(
        stem,
        "روايه"
            | "شهاده"
            | "تقديرات"
            | "معلومات"
            | "معطيات"
            | "احصاييات"
            | "حصيله"
            | "احصاءات"
            | "ارقام"
            | "اقوال"
            | "مزاعم"
    )
}

/// «نشرته», «أصدره»: what an author did with what he wrote.
fn is_published(stem: &str) -> bool {
    let verb = stem.strip_suffix('ه').map(|verb| verb.strip_suffix('ت').unwrap_or(verb));
    matches!(verb, Some("نشر" | "اصدر" | "اعد" | "بث" | "اورد" | "اجر" | "اجرا" | "قدم" | "وزع"))
}

/// By what one goes, and who says nothing: الدستور، القانون، الخطة.
fn is_rule(stem: &str) -> bool {
    static WORDS: Words = Words::new(&[
        "دستور", "قانون", "اتفاق", "اتفاقيه", "اتفاقات", "اتفاقيات", "جدول", "خطه", "معايير", "شروط", "نظام",
        "لوايح", "توقيت", "تقويم", "مبدا", "ميثاق", "معاهده", "ماده", "ترتيب", "قواعد", "حاجه", "اصول",
        "برنامج",
    ]);
    WORDS.contains(bare(stem))
}

/// «قوله», «تعبيره», «وصفها».
fn is_own_word(scene: &Scene, index: usize) -> bool {
    let noun = without_pronoun(scene.stem(index)).unwrap_or("");
    matches!(noun, "قول" | "تعبير" | "وصف" | "راي" | "زعم" | "اعتقاد" | "تقدير" | "كلام")
}

fn is_carried(stem: &str) -> bool {
    matches!(
        stem,
        "نقل"
            | "نقلت"
            | "نقلته"
            | "نقله"
            | "نشرته"
            | "نشره"
            | "نشرت"
            | "جاء"
            | "اوردته"
            | "اورده"
            | "اوردت"
            | "ذكرته"
            | "ذكره"
            | "افادت"
            | "افاد"
            | "ورد"
            | "قالته"
            | "قاله"
            | "اعلنته"
            | "اعلنه"
            | "بثته"
            | "رواه"
            | "تردده"
            | "كشفته"
            | "كشفت"
            | "اكدته"
            | "اكده"
            | "صرح"
            | "صرحت"
    )
}

/// A noun phrase that a preposition may govern: its own particle is no hindrance.
fn genitive(scene: &Scene, at: usize, end: usize) -> Option<Source> {
    sources::read(scene, at, end).or_else(|| {
        // «للجيش», «لوزارة الصحة»: read from the name or the word itself.
        let word = scene.reading.word(at)?;
        word.particles.has(Particles::LI).then_some(())?;
        sources::read_joined(scene, at, end)
    })
}

/// The outlet to which something is said: «لـ«الشرق الأوسط»», «لوكالة رويترز», «لرويترز», «في مقابلة مع قناة العربية».
pub fn between(scene: &Scene, from: usize, to: usize) -> Option<Reference> {
    (from..to).find_map(|index| {
        let word = scene.reading.word(index)?;
        let with = index > from && scene.folded(index - 1) == "مع";
        let addressed = with || word.particles.has(Particles::LI);
        let marked = scene.kind(index + 1) == TokenKind::Quote;
        let outlet = is_outlet(scene.stem(index));
        let named = scene.name_at(index).filter(|(entity, _)| entity.kind == EntityKind::Organisation);
        if let Some((entity, _)) =
            named.filter(|_| addressed && (outlet || nouns::is_known_outlet(scene, index)))
        {
            return Some(scene.entity_reference(entity));
        }
        let carrier = matches!(scene.stem(index), "موفد" | "مراسل");
        let inner = if marked { index + 2 } else { index + 1 };
        let (entity, _) = scene.name_at(inner).filter(|(e, _)| e.kind == EntityKind::Organisation)?;
        let to_outlet = (addressed && (marked || outlet)) || carrier;
        to_outlet.then(|| scene.entity_reference(entity))
    })
}

/// The source named right behind the content: «…، حسب ما ذكرته وكالة الأناضول».
pub fn behind(scene: &Scene, last: usize) -> Option<Reference> {
    let at = scene.past_comma(last);
    if let ("كما", "نقل" | "نقلت") = (scene.folded(at), scene.folded(at + 1)) {
        let from = at + 2 + usize::from(matches!(scene.folded(at + 2), "عنه" | "عنها"));
        return sources::read(scene, from, scene.sentence_end(at).min(from + 10)).map(|s| s.reference);
    }
    according_to(scene, at).map(|found| found.via.unwrap_or(found.source.reference))
}
