//! A reporting word: what kind of word it is, how its content may follow, and with whom it agrees.

use super::scene::Scene;
use crate::analysis::{Act, Reference};

/// A reporting word of the text.
#[derive(Clone, Debug)]
pub struct Cue {
    pub index: usize,
    pub next: usize,
    pub shape: Shape,
    pub reference: Reference,
    /// What it makes of the content; none where the content decides.
    pub act: Option<Act>,
    /// The letters of the table's frames: how its content may follow.
    pub(super) frame: &'static str,
    /// The bits of [`form`].
    pub(super) form: u8,
}

/// What kind of word reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Verb,
    Participle,
    Noun,
}

/// The bits of a verb's form, as `lexicon/forms/verb.rs` sets them.
pub(super) mod form {
    pub const FEMININE: u8 = 1;
    pub const PLURAL: u8 = 2;
    pub const PRESENT: u8 = 4;
    pub const FIRST: u8 = 8;
    pub const OBJECT: u8 = 16;
    pub const PARTICIPLE: u8 = 32;
    pub const MASDAR: u8 = 64;
    /// Tells nothing of whose word it is: «بالقول».
    pub const NEUTRAL: u8 = 128;
}

impl Cue {
    /// Whether its content may follow so: a letter of the table's frames.
    pub fn takes(&self, frame: char) -> bool {
        // «رفض القرار», «رفض الحكومة للقرار»: what is denied or condemned is a noun's with ل; «تأييده للمرشح» tells how
        // somebody stands.
        let against = matches!(self.act, Some(Act::Deny | Act::Condemn)) && !self.has_pronoun();
        let object = || frame == 'l' && self.shape == Shape::Noun && against && self.frame.contains('o');
        self.frame.contains(frame) || object()
    }

    pub fn is_feminine(&self) -> bool {
        self.form & form::FEMININE != 0
    }

    pub fn is_plural(&self) -> bool {
        self.form & form::PLURAL != 0
    }

    /// It agrees with anybody.
    pub fn is_neutral(&self) -> bool {
        self.form & form::NEUTRAL != 0
    }

    pub fn is_present(&self) -> bool {
        self.form & form::PRESENT != 0
    }

    /// وصفته، قوله: the pronoun is what is described, or whose word it is.
    pub fn has_pronoun(&self) -> bool {
        self.form & form::OBJECT != 0
    }

    /// يذكر أن، يعتقد أن: without a subject nobody says it.
    pub fn impersonal(&self, scene: &Scene) -> bool {
        self.form & (form::PRESENT | form::FEMININE | form::PLURAL) == form::PRESENT
            && matches!(
                scene.stem(self.index),
                "يذكر"
                    | "يشار"
                    | "يعتقد"
                    | "يتوقع"
                    | "يستبعد"
                    | "يرجح"
                    | "يقال"
                    | "ينقل"
                    | "يعد"
                    | "يعتبر"
                    | "ينتظر"
                    | "يزعم"
            )
    }
}

/// A cue that is not in the table of verbs: «بحسب», «وفق».
pub fn plain(scene: &Scene, index: usize, next: usize) -> Cue {
    Cue {
        index,
        next,
        shape: Shape::Noun,
        reference: scene.reference(index, next),
        act: None,
        frame: "q",
        form: form::NEUTRAL,
    }
}
