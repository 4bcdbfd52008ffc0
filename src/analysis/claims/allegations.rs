//! Allegations that a verb behind their noun has brought, «المزاعم التي قدمتها الحكومة بأنها فشلت», «اتهامات وجهها
//! إليها المتحدث بالتحضير لعدوان», or whose state an adjective names, «الاتهامات الهندية بتورط أجهزتها». Those whose
//! speaker stands in the genitive are reporting nouns as others.

use super::between::particle;
use super::cue::{Cue, plain};
use super::scene::Scene;
use super::sources::{self, Source};
use super::words::{is_complementizer, is_relative, is_to_somebody};
use crate::analysis::Act;
use crate::text::bare;

/// An allegation, and whose it is.
pub struct Alleged {
    pub cue: Cue,
    pub source: Source,
}

/// Tokens between the noun and what is alleged at most.
const REACH: usize = 24;

/// The allegation whose noun stands at the token, where a verb tells who has brought it.
pub fn alleged(scene: &Scene, index: usize) -> Option<Alleged> {
    let act = match bare(scene.stem(index)) {
        "اتهامات" => Some(Act::Condemn),
        "مزاعم" | "ادعاءات" => None,
        _ => return None,
    };
    let end = scene.sentence_end(index).min(index + REACH);
    let source = sources::nation(scene, index)
        .or_else(|| who_brought(scene, index + 1, end))
        .filter(|source| source.speaks)?;
    // «وبشأن الاتهامات التي وجهتها الشركة إلى الهيئة، أوضح الوزير أن»: the clause ends at its comma.
    let end = (source.next..end).find(|at| scene.is_comma(*at)).unwrap_or(end);
    let cue = Cue { act, frame: "qblnz", ..plain(scene, index, index + 1) };
    let clause = || (source.next..end).any(|at| is_complementizer(scene.folded(at)));
    (particle(scene, &cue, source.next, end).is_some() || clause()).then_some(Alleged { cue, source })
}

/// The subject of a verb by which allegations are brought: «التي قدمتها الحكومة», «وجهها إليها المتحدث».
fn who_brought(scene: &Scene, index: usize, end: usize) -> Option<Source> {
    let relative = is_relative(scene.folded(index));
    let verb = index + usize::from(relative);
    let pronoun = scene.stem(verb).ends_with("ها") || scene.stem(verb).ends_with('ه');
    let brings = VERBS.iter().any(|letters| scene.stem(verb).contains(letters));
    let to = scene.folded(verb + 1);
    let past = usize::from(is_to_somebody(to) || matches!(to, "ضده" | "ضدها" | "ضدهم"));
    (brings && (relative || pronoun)).then(|| sources::read(scene, verb + 1 + past, end))?
}

/// The letters of verbs by which allegations are brought: وجّه، قدّم، ساق، أطلق، روّج، أثار، كال، ردّد، أدلى.
const VERBS: [&str; 9] = ["وجه", "قدم", "ساق", "طلق", "روج", "ثار", "كال", "ردد", "دلي"];
