//! What a source does with a content: the cue's own act, or, under a neutral cue, whether the content's
//! main clause denies.

use super::content::Content;
use super::cues::Cue;
use super::scene::Scene;
use crate::analysis::{Act, Evidence};

/// The act, and why.
pub fn act(scene: &Scene, cue: &Cue, content: &Content) -> (Act, Evidence) {
    if let Some(act) = cue.act {
        return (act, Evidence::new("act-of-cue", cue.reference.text.clone()));
    }
    match negation(scene, content) {
        Some(index) => (Act::Deny, Evidence::new("negated", scene.reference(index, index + 1).text)),
        None => (Act::Affirm, Evidence::new("neutral-cue", cue.reference.text.clone())),
    }
}

/// Words of the main clause before its verb at most.
const REACH: usize = 16;

/// The word that denies the main clause, if one does.
fn negation(scene: &Scene, content: &Content) -> Option<usize> {
    let last = content.last.min(content.first + REACH);
    for index in content.first..last {
        let word = scene.folded(index);
        let next = scene.folded(index + 1);
        match word {
            "لا" if matches!(
                next,
                "بد" | "شك" | "يزال" | "تزال" | "زال" | "زالت" | "سيما" | "ريب" | "مفر"
            ) =>
            {
                return None;
            }
            "لا" | "لم" | "ليس" | "ليست" | "لست" | "لسنا" | "ليسوا" | "الا" => {
                return Some(index);
            }
            "غير" if matches!(next, "صحيح" | "صحيحه" | "دقيق" | "دقيقه") => {
                return Some(index);
            }
            "لن" | "سوف" | "التي" | "الذي" | "الذين" | "وهو" | "وهي" | "." | "قد" | "ولا" | "ولم" | "ما"
            | "لو" | "هو" | "هي" | "هناك" => {
                return None;
            }
            _ if index > content.first && is_verb(word) => return None,
            _ => {}
        }
    }
    None
}

/// A verb of the present or future by its shape: يعاني، ستتواصل.
fn is_verb(word: &str) -> bool {
    let rest = word.strip_prefix('س').unwrap_or(word);
    let letters = rest.chars().count();
    rest.starts_with('ي') && letters >= 4 && !rest.ends_with('ه')
        || word.starts_with("ست") && word.chars().count() >= 5
}
