//! Reporting words: verbs, participles and nouns of the table `cue_verbs`, and the words that introduce
//! content.

use super::scene::Scene;
use crate::analysis::{Act, Particles, Reference};
use crate::lexicon::{Table, field};

/// What kind of word reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Verb,
    Participle,
    Noun,
}

/// The bits of a verb's form, as `build/forms/verb.rs` sets them.
mod form {
    pub const FEMININE: u16 = 1;
    pub const PLURAL: u16 = 2;
    pub const PRESENT: u16 = 4;
    pub const FIRST: u16 = 8;
    pub const OBJECT: u16 = 16;
    pub const PARTICIPLE: u16 = 32;
    pub const MASDAR: u16 = 64;
}

/// A reporting word of the text.
#[derive(Clone, Debug)]
pub struct Cue {
    pub index: usize,
    pub next: usize,
    pub shape: Shape,
    pub reference: Reference,
    /// What it makes of the content; none where the content decides.
    pub act: Option<Act>,
    frame: &'static str,
    form: u16,
}

impl Cue {
    /// Whether its content may follow so: a letter of the table's frames.
    pub fn takes(&self, frame: char) -> bool {
        self.frame.contains(frame)
    }

    pub fn is_feminine(&self) -> bool {
        self.form & form::FEMININE != 0
    }

    pub fn is_plural(&self) -> bool {
        self.form & form::PLURAL != 0
    }

    /// وصفته، قوله: the pronoun is what is described, or whose word it is.
    pub fn has_pronoun(&self) -> bool {
        self.form & form::OBJECT != 0
    }

    /// يذكر، يشار: without a subject nobody says it.
    pub fn impersonal(&self) -> bool {
        self.form & (form::PRESENT | form::FEMININE | form::PLURAL) == form::PRESENT && self.takes('q')
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
        form: 0,
    }
}

/// The reporting word at the token, unless it is negated.
pub fn at(scene: &Scene, index: usize) -> Option<Cue> {
    let sense = scene.reading.single(index, Table::CueVerbs)?;
    let word = scene.reading.word(index)?;
    let shape = match sense.form {
        f if f & form::PARTICIPLE != 0 => Shape::Participle,
        f if f & form::MASDAR != 0 => Shape::Noun,
        _ => Shape::Verb,
    };
    // A verb takes no article and no preposition; in the first person it is not the writer's.
    let joined = word.particles.has(Particles::BI)
        || word.particles.has(Particles::LI)
        || word.particles.has(Particles::KA);
    if word.definite || sense.form & form::FIRST != 0 || (joined && shape == Shape::Verb) {
        return None;
    }
    if shape == Shape::Participle && !word.particles.is_empty() && !word.particles.has(Particles::AND) {
        return None;
    }
    let before = index.checked_sub(1).map_or("", |i| scene.stem(i));
    if shape == Shape::Verb
        && (matches!(before, "لم" | "لن" | "لا" | "ما" | "غير" | "ان" | "كي" | "لكي") && before != "ان"
            || (before == "ان" && sense.form & form::PRESENT != 0))
    {
        return None;
    }
    Some(Cue {
        index,
        next: index + 1,
        shape,
        reference: scene.reference(index, index + 1),
        act: act(field(sense, 3)),
        frame: field(sense, 4),
        form: sense.form,
    })
}

fn act(word: &str) -> Option<Act> {
    match word {
        "deny" => Some(Act::Deny),
        "condemn" => Some(Act::Condemn),
        "demand" => Some(Act::Demand),
        "warn" => Some(Act::Warn),
        "promise" => Some(Act::Promise),
        _ => None,
    }
}

/// أن، إن، بأن، أنها …: what follows is content.
pub fn is_complementizer(word: &str) -> bool {
    matches!(
        word,
        "ان" | "انه"
            | "انها"
            | "انهم"
            | "انهما"
            | "انني"
            | "اننا"
            | "بان"
            | "بانه"
            | "بانها"
            | "بانهم"
            | "بانهما"
            | "وان"
            | "وانه"
            | "وانها"
            | "الا"
    )
}

/// Words that never belong to whom or what is named: prepositions and the like.
pub fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "في" | "من"
            | "الي"
            | "علي"
            | "عن"
            | "مع"
            | "بعد"
            | "قبل"
            | "خلال"
            | "عبر"
            | "ضد"
            | "حول"
            | "بشان"
            | "عقب"
            | "اثر"
            | "منذ"
            | "حتي"
            | "لدي"
            | "عند"
            | "امام"
            | "تجاه"
            | "ازاء"
            | "بين"
            | "ردا"
            | "تعليقا"
            | "اثناء"
            | "ضمن"
            | "وسط"
            | "رغم"
            | "دون"
            | "حيال"
            | "لدن"
            | "بسبب"
            | "وفق"
            | "وفقا"
            | "بحسب"
            | "حسب"
            | "خصوصا"
            | "خاصه"
            | "فيما"
            | "بينما"
            | "حيث"
            | "كما"
            | "اذا"
            | "لو"
            | "لان"
            | "عندما"
            | "اذ"
            | "التي"
            | "الذي"
            | "الذين"
            | "اللذين"
            | "قد"
            | "لقد"
            | "كان"
            | "كانت"
            | "ايضا"
            | "كذلك"
            | "هنا"
            | "بما"
            | "مما"
            | "لكن"
            | "او"
            | "ثم"
    )
}

/// Whether a new report begins at the token: «وقال …», «، مؤكدًا …», «فيما أعلن …».
pub fn begins(scene: &Scene, index: usize) -> bool {
    let Some(cue) = at(scene, index) else { return false };
    let Some(word) = scene.reading.word(index) else { return false };
    let linked = word.particles.has(Particles::AND);
    let before = index.checked_sub(1);
    let comma = before.is_some_and(|i| scene.is_comma(i));
    let conjunction = before.is_some_and(|i| matches!(scene.folded(i), "كما" | "فيما" | "بينما" | "حيث"));
    match cue.shape {
        Shape::Verb if cue.takes('s') => linked && (scene.index_of_introducer(index + 1, 6)).is_some(),
        Shape::Verb => linked || conjunction,
        Shape::Participle => {
            linked || comma || (cue.takes('q') && scene.index_of_introducer(index + 1, 2).is_some())
        }
        Shape::Noun => false,
    }
}

impl Scene<'_> {
    /// The complementizer, colon or quotation mark within `reach` tokens.
    pub fn index_of_introducer(&self, from: usize, reach: usize) -> Option<usize> {
        (from..from + reach).find(|i| {
            is_complementizer(self.folded(*i)) || self.folded(*i) == ":" || self.closing(*i).is_some()
        })
    }
}
