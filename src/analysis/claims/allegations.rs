//! Allegations, calls and threats that a verb behind their noun has brought, «المزاعم التي قدمتها الحكومة بأنها فشلت»,
//! «اتهامات وجهها إليها المتحدث بالتحضير لعدوان», «مقترح قدمه الرئيس بنشر قوات», or whose state an adjective names,
//! «الاتهامات الهندية بتورط أجهزتها». Those whose speaker stands in the genitive are reporting nouns as others.

use super::between::particle;
use super::cue::{Cue, plain};
use super::scene::Scene;
use super::sources::{self, Source};
use super::words::{is_complementizer, is_relative, is_to_somebody};
use crate::analysis::{Act, Particles};
use crate::text::bare;

/// An allegation, and whose it is.
pub struct Alleged {
    pub cue: Cue,
    pub source: Source,
}

/// Tokens between the noun and what is alleged at most.
const REACH: usize = 24;

/// Tokens between what is brought and by whom at most.
const BROUGHT: usize = 6;

/// The allegation whose noun stands at the token, where a verb tells who has brought it.
pub fn alleged(scene: &Scene, index: usize) -> Option<Alleged> {
    let noun = bare(scene.stem(index));
    let (act, frame) = match noun.strip_suffix('ا').unwrap_or(noun) {
        "اتهامات" | "اتهام" => (Some(Act::Condemn), ACCUSES),
        "مزاعم" | "ادعاءات" | "ادعاء" => (None, ACCUSES),
        "انتقادات" => (Some(Act::Condemn), "el"),
        "تهديدات" => (Some(Act::Warn), "qb"),
        "تحذيرات" => (Some(Act::Warn), "qm"),
        "دعوه" | "دعوات" | "نداء" | "طلب" | "مقترح" | "اقتراح" => {
            (Some(Act::Demand), "qble")
        }
        _ => return None,
    };
    let end = scene.sentence_end(index).min(index + REACH);
    // «مقترح بديل قدمه الرئيس»
    let brought = || (index + 1..index + 3).find_map(|at| who_brought(scene, at, end));
    // «الادعاء الأميركي» is who prosecutes.
    let several = frame == ACCUSES && (noun.ends_with("ات") || noun == "مزاعم");
    let nation = || sources::nation(scene, index).filter(|_| several);
    let source = nation().or_else(brought).filter(|source| source.speaks)?;
    // «وبشأن الاتهامات التي وجهتها الشركة إلى الهيئة، أوضح الوزير أن»: the clause ends at its comma.
    let end = (source.next..end).find(|at| scene.is_comma(*at)).unwrap_or(end);
    let cue = Cue { act, frame, ..plain(scene, index, index + 1) };
    let clause = || (source.next..end).any(|at| is_complementizer(scene.folded(at)));
    (particle(scene, &cue, source.next, end).is_some() || clause()).then_some(Alleged { cue, source })
}

/// How what is alleged follows: «اتهامات بـ», «مزاعم عن».
const ACCUSES: &str = "qblnz";

/// The subject of a verb by which allegations are brought: «التي قدمتها الحكومة», «وجهها إليها المتحدث», «وجهها للبلدين
/// رئيس الوزراء».
fn who_brought(scene: &Scene, index: usize, end: usize) -> Option<Source> {
    // «الموجه إليه من جانب فلانة بأنه»
    if matches!(scene.stem(index), "الموجه" | "الموجهه") {
        let by = |at: &usize| scene.folded(*at) == "من" && matches!(scene.folded(at + 1), "جانب" | "قبل");
        return (index + 1..end.min(index + BROUGHT))
            .find(by)
            .and_then(|at| sources::read(scene, at + 2, end));
    }
    let relative = is_relative(scene.folded(index));
    let verb = index + usize::from(relative);
    let pronoun = scene.stem(verb).ends_with("ها") || scene.stem(verb).ends_with('ه');
    let brings = VERBS.iter().any(|letters| scene.stem(verb).contains(letters));
    let to = scene.folded(verb + 1);
    let somebody = is_to_somebody(to) || scene.reading.is_joined(verb + 1, Particles::LI);
    let past = usize::from(somebody || matches!(to, "ضده" | "ضدها" | "ضدهم"));
    (brings && (relative || pronoun)).then(|| sources::read(scene, verb + 1 + past, end))?
}

/// The letters of verbs by which allegations are brought: وجّه، قدّم، ساق، أطلق، روّج، أثار، كال، ردّد، أدلى.
const VERBS: [&str; 9] = ["وجه", "قدم", "ساق", "طلق", "روج", "ثار", "كال", "ردد", "دلي"];
