//! What a source does with a content: the cue's own act, or, under a neutral cue, whether the content's
//! main clause denies.

use super::content::Content;
use super::cues::Cue;
use super::nouns;
use super::scene::Scene;
use super::words::{is_complementizer, is_preposition, joined_denial};
use crate::analysis::{Act, Evidence};
use crate::text::{TokenKind, bare};

/// The act, and why.
pub fn act(scene: &Scene, cue: &Cue, content: &Content) -> (Act, Evidence) {
    if cue.takes('d') && cue.act.is_some() && !is_harsh(scene, content) {
        return (Act::Affirm, Evidence::new("neutral-cue", cue.reference.text.clone()));
    }
    if let Some(act) = cue.act {
        return (act, Evidence::new("act-of-cue", cue.reference.text.clone()));
    }
    match negation(scene, content).filter(|_| content.rule != "description") {
        Some(index) => (Act::Deny, Evidence::new("negated", scene.reference(index, index + 1).text)),
        None => (Act::Affirm, Evidence::new("neutral-cue", cue.reference.text.clone())),
    }
}

/// Whether a description condemns: it has a word of condemnation.
fn is_harsh(scene: &Scene, content: &Content) -> bool {
    const HARSH: &[&str] = &[
        "عدا", "عدو", "عدوان", "ارهاب", "جريم", "جرايم", "خبيث", "انتهاك", "عنصر", "فاشل", "كاذب", "اكاذيب",
        "مزاعم", "خيان", "مجزر", "مجازر", "اباد", "وحش", "همج", "جبان", "استفزاز", "متطرف", "غير قانون",
        "خطير", "خاطي", "مرفوض", "باطل", "فاسد", "عبث", "عار", "مهزل", "احتلال", "ديكتاتور", "مستبد", "قاتل",
        "قمع", "مسيس", "مضلل", "مهين", "سافر", "سخيف", "مشين", "شنيع", "بشع", "عصاب", "ميليشيا", "مليشيا",
        "انقلاب", "مذبح", "مذابح", "مرتزق", "تضليل", "كذب", "ظالم", "غاشم", "اجرام", "مجرم", "خرق", "ورم",
        "تصعيد", "قرصن", "ابتزاز", "اهان", "واه", "مفبرك", "وقح", "تهديد", "تعسف", "انتقام", "نفاق", "هراء",
        "مزعوم", "استعمار", "مجحف", "غزو", "اعتداء", "ادعاء", "لا اساس", "مبالغ", "فاضح", "صارخ", "فضيح",
        "جسيم", "حماي", "شغب", "تستر", "غطرس", "تخريب", "مسرحي", "حيل", "دعاي", "صبيان", "جاير", "تزوير",
        "تزييف", "تلفيق", "ملفق", "تحريض", "تلاعب", "منحاز", "بايس", "يايس", "متهور",
    ];
    (content.first..content.last).any(|index| {
        let stem = scene.stem(index);
        let bare = bare(stem);
        // «واهية» begins as if with a particle.
        HARSH.iter().any(|word| bare.starts_with(word) || scene.folded(index).starts_with(word))
            || (bare == "غير"
                && HARSH_NEGATED
                    .iter()
                    .any(|word| scene.stem(index + 1).trim_start_matches("ال").starts_with(word)))
    })
}

/// What is condemned as «غير …».
const HARSH_NEGATED: &[&str] =
    &["قانون", "شرع", "مسوول", "مقبول", "مبرر", "اخلاق", "انسان", "دستور", "عادل", "متناسب"];

/// Words of the main clause before its verb at most.
const REACH: usize = 16;

/// The word that denies the main clause, if one does.
fn negation(scene: &Scene, content: &Content) -> Option<usize> {
    let last = content.last.min(content.first + REACH);
    // What is told of a fronted «بعد …», «رغم …» has clauses of its own before the main one.
    let fronted = matches!(scene.folded(content.first), "بعد" | "رغم" | "منذ" | "مع" | "في" | "حتي" | "بسبب");
    // «أعلن الجيش عدم سقوط قتلى»
    if content.rule == "object" && scene.folded(content.first) == "عدم" {
        return Some(content.first);
    }
    // «ما نشر في العاصمة غير صحيح»: the predicate at its end.
    let end = content.last.saturating_sub(2).max(content.first);
    if scene.folded(end) == "غير" && matches!(scene.folded(end + 1), "صحيح" | "صحيحه" | "دقيق" | "دقيقه")
    {
        return Some(end);
    }
    for index in content.first..last {
        let word = match scene.folded(index) {
            // «ولم تدفع أي رواتب، بحسب النقابة»: what the writer joins to what he told before.
            joined if index == content.first => joined_denial(joined).unwrap_or(joined),
            word => word,
        };
        let next = scene.folded(index + 1);
        match word {
            "التي" | "الذي" | "الذين" if fronted => {}
            // «لمن لا يحبه»: told of somebody, not of what is said.
            "من" | "لمن" | "ممن" | "بمن" if matches!(next, "لا" | "لم") => return None,
            // «ما يحدث في الجنوب ليس حربا»
            "ما" if index == content.first && is_not_so(scene, index, last) => return Some(index),
            "لا" if is_no_denial(next) => return None,
            // «لا يسعنا إلا أن نؤكد», «لا بديل سوى الحوار» say that it is so.
            "لا" | "لم" | "ليس" | "ليست"
                if (index + 1..index + EXCEPTED)
                    .take_while(|at| scene.is_word(*at) || scene.kind(*at) == TokenKind::Quote)
                    .any(|at| matches!(scene.folded(at), "الا" | "سوي")) =>
            {
                return None;
            }
            // «لم تكتف بالرفض وإنما منعت»: more than that is so.
            "لا" | "لم"
                if ENOUGH.iter().any(|verb| next.get(2..).is_some_and(|rest| rest.starts_with(verb))) =>
            {
                return None;
            }
            // «أمل في أن يحضر لكي لا يضيع الوقت»: what for.
            "كي" | "لكي" | "كيلا" | "لكيلا" => return None,
            // «الوقت المتاح للتوصل إلى اتفاق ليس مفتوحا»: of what the clause begins with, which is closed.
            "ليس" | "ليست"
                if index > content.first
                    && nouns::is_indefinite(scene, index - 1)
                    && scene.is_definite(content.first)
                    && is_preposition(scene.folded(index.saturating_sub(2))) =>
            {
                return Some(index);
            }
            // «سيادة لا جدال فيها», «مشروع تنموي لا يهدد أحدا»: told of an indefinite noun, not of the clause.
            "لا" | "لم" | "ليس" | "ليست"
                if index > content.first + 1 && nouns::is_indefinite(scene, index - 1) =>
            {
                return None;
            }
            "لا" | "لم" | "ليس" | "ليست" | "لست" | "لسنا" | "ليسوا" | "ننفي" | "انفي" =>
            {
                return Some(index);
            }
            // «ألا أحد يستطيع»: أن لا; «إلا» elsewhere is an exception.
            "الا" if index == content.first => {
                return Some(index);
            }
            "غير" if matches!(next, "صحيح" | "صحيحه" | "دقيق" | "دقيقه") => {
                return Some(index);
            }
            "لن" | "سوف" | "اذا" | "التي" | "الذي" | "الذين" | "وهو" | "وهي" | "." | "قد" | "ولا" | "ولم"
            | "ما" | "لو" | "هو" | "هي" | "هناك" | "لكن" | "ولكن" | "لان" | "لانه" | "لانها" =>
            {
                return None;
            }
            _ if index > content.first && is_complementizer(word) => return None,
            _ if index > content.first && (is_verb(word) || scene.reading.is_finite(index)) => return None,
            _ => {}
        }
    }
    None
}

/// «ما يحدث … ليس حربا»: of what a clause of its own tells.
fn is_not_so(scene: &Scene, first: usize, last: usize) -> bool {
    let clause = scene.reading.is_finite(first + 1) || scene.folded(first + 1).ends_with('ه');
    let mut words =
        (first + 2..last).take_while(|at| scene.is_word(*at) && !is_complementizer(scene.folded(*at)));
    clause
        && words.any(|at| {
            let baseless = matches!(scene.folded(at + 1), "اساس" | "صحه");
            matches!(scene.folded(at), "ليس" | "ليست") || scene.folded(at) == "لا" && baseless
        })
}

/// «لا بد», «لا يزالون»: words of no denial behind «لا».
fn is_no_denial(next: &str) -> bool {
    let lasts = next.strip_prefix(['ي', 'ت', 'ن', 'ا']).is_some_and(|rest| rest.starts_with("زال"));
    lasts
        || matches!(
            next,
            "بد" | "شك"
                | "زال"
                | "زالت"
                | "زالوا"
                | "سيما"
                | "ريب"
                | "مفر"
                | "غني"
                | "اكثر"
                | "غير"
        )
}

/// Words behind a negation among which an exception takes it back, at most.
const EXCEPTED: usize = 12;

/// «يكتف», «تكتفي», «يقتصر»: verbs of what is not all, behind the letter of their person.
const ENOUGH: [&str; 2] = ["كتف", "قتصر"];

/// A verb of the present or future by its shape: يعاني، ستتواصل.
fn is_verb(word: &str) -> bool {
    let rest = word.strip_prefix('س').unwrap_or(word);
    let letters = rest.chars().count();
    rest.starts_with('ي') && letters >= 4 && !rest.ends_with('ه')
        || word.starts_with("ست") && word.chars().count() >= 5
}
