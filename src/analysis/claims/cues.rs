//! Finding reporting words: verbs, participles and nouns of the table `cue_verbs`, and the words that
//! introduce content.

use super::between::{particle, skip};
use super::cue::form;
pub use super::cue::{Cue, Shape, plain};
use super::nouns::{has_pronoun, is_adjective, is_indefinite, is_unknown};
use super::scene::Scene;
use super::words::{
    is_but, is_complementizer, is_event, is_identity, is_masculine_place, is_preposition, is_still,
    opens_clause, without_pronoun,
};
use crate::analysis::sides::{Kinds, kinds};
use crate::analysis::{Act, EntityKind, Particles, Word};
use crate::lexicon::{self, Sense, Table, field};
use crate::text::TokenKind;

/// So many words behind «ما أعلنه» is what was said, at most.
const TOLD: usize = 16;

/// The reporting word at the token, unless it is negated, in doubt or still to come.
pub fn at(scene: &Scene, index: usize) -> Option<Cue> {
    any(scene, index).filter(|cue| !is_denied(scene, cue))
}

/// A verb that reports nothing because it is denied, «لم يوضح حالوتس هل …», or of what was told before, «وهو ما نفاه
/// المتحدث». Its subject is who is spoken of.
pub fn denied(scene: &Scene, index: usize) -> Option<Cue> {
    let before = index.checked_sub(1).map_or("", |at| scene.folded(at));
    if before == "ما"
        && let Some(candidate) = Candidate::read(scene, index, before)
        && candidate.is_of_what_is_told()
    {
        return Some(candidate.cue()).filter(|cue| cue.shape == Shape::Verb && cue.has_pronoun());
    }
    any(scene, index).filter(|cue| is_denied(scene, cue))
}

fn is_denied(scene: &Scene, cue: &Cue) -> bool {
    let before = cue.index.checked_sub(1).map_or("", |i| scene.folded(i));
    cue.shape == Shape::Verb && is_unsaid(before)
}

fn any(scene: &Scene, index: usize) -> Option<Cue> {
    let before = index.checked_sub(1).map_or("", |i| scene.folded(i));
    if is_led_to(scene, index, before) {
        let introduced = scene.index_of_introducer(index + 1, 1).is_some();
        return introduced.then(|| Cue { shape: Shape::Participle, ..plain(scene, index, index + 1) });
    }
    if is_preposition_here(scene, index, before) {
        return None;
    }
    // «بيانا جاء فيه أن»: whose it is was said before.
    let written =
        matches!(scene.stem(index), "جاء" | "ورد") && matches!(scene.folded(index + 1), "فيه" | "فيها");
    if written && scene.index_of_introducer(index + 2, 1).is_some() {
        return Some(Cue { shape: Shape::Participle, ..plain(scene, index, index + 2) });
    }
    // «في أول رد فعل»
    if scene.stem(index) == "رد" && scene.stem(index + 1) == "فعل" {
        return None;
    }
    let candidate = Candidate::read(scene, index, before)?;
    if candidate.comes_back() {
        return Some(candidate.cue());
    }
    if candidate.is_inflected_otherwise()
        || candidate.is_name()
        || candidate.is_another_word()
        || candidate.is_told_by_the_writer()
        || candidate.keeps_a_name_back()
        || candidate.is_governed()
    {
        return None;
    }
    Some(candidate.cue()).filter(|cue| !candidate.is_in_passing(cue))
}

/// «رد بالقول إن …», «سارع إلى القول إن …», «ذهب إلى حد القول إن …»
fn is_led_to(scene: &Scene, index: usize, before: &str) -> bool {
    let word = scene.reading.word(index);
    let led = word.is_some_and(|word| {
        word.particles == Particles::BI || word.particles.is_empty() && matches!(before, "الي" | "علي" | "حد")
    });
    led && matches!(scene.stem(index), "القول" | "التاكيد" | "التذكير")
}

/// A preposition that is written as a verb is.
fn is_preposition_here(scene: &Scene, index: usize, before: &str) -> bool {
    match scene.folded(index) {
        "بينه" | "بينها" | "بينهم" | "بينهما" => true,
        "بين" => before == "من" || is_between(scene, index),
        // «ضخ النفط عبر الأنابيب», «بيان صدر عقب اجتماع», where no clause begins.
        "عبر" if is_of_attitude(scene, index) => false,
        "عبر" | "عقب" => {
            let apart = index.checked_sub(1).is_none_or(|i| !scene.is_word(i));
            !(apart || matches!(before, "كما" | "قد" | "وقد" | "الذي" | "ان" | "وان") || opens_clause(before))
        }
        _ => false,
    }
}

/// «عبر عن», «عبر الأمين العام من روما عن صدمته»: the verb, which leads to what somebody holds.
fn is_of_attitude(scene: &Scene, index: usize) -> bool {
    let end = scene.sentence_end(index).min(index + 16);
    let about = (index + 1..end).take_while(|at| !scene.is_comma(*at)).find(|at| scene.folded(*at) == "عن");
    about.is_some_and(|at| at == index + 1 || has_pronoun(scene, at + 1) || scene.closing(at + 1).is_some())
}

/// A word of the table of cues, read as what may stand where it stands.
struct Candidate<'s, 'a> {
    scene: &'s Scene<'a>,
    index: usize,
    word: &'s Word,
    /// The word before it.
    before: &'s str,
    sense: Sense,
    shape: Shape,
}

impl<'s, 'a> Candidate<'s, 'a> {
    fn read(scene: &'s Scene<'a>, index: usize, before: &'s str) -> Option<Self> {
        let counted = is_counting(scene, index)
            .then(|| lexicon::lookup(scene.stem(index).strip_prefix('و')?))
            .flatten();
        // «أصدر تحذيرا من»
        let given = scene.stem(index).strip_suffix('ا').and_then(lexicon::lookup);
        // «بعد إدانتها»: where a noun must stand, the verb أدانتها is none.
        let sense = scene
            .reading
            .senses(index)
            .filter(|_| counted.is_none())
            .chain(counted.iter().flat_map(|found| found.senses()))
            .chain(
                given.iter().flat_map(|found| found.senses()).filter(|sense| sense.form & form::MASDAR != 0),
            )
            .filter(|sense| sense.table == Table::CueVerbs)
            .min_by_key(|sense| {
                let noun = sense.form & form::MASDAR != 0;
                // «يعد بتعزيز الأمن»: promises, not takes for.
                let described =
                    field(*sense, 4).contains('d') && scene.reading.is_joined(index + 1, Particles::BI);
                (noun != is_noun_here(scene, index, before), described)
            })?;
        let shape = match sense.form {
            // مطالبة: after a comma how somebody goes on, before a name his demand.
            f if f & form::PARTICIPLE != 0 && is_masdar_too(scene, index) => Shape::Noun,
            f if f & form::PARTICIPLE != 0 => Shape::Participle,
            f if f & form::MASDAR != 0 => Shape::Noun,
            _ => Shape::Verb,
        };
        Some(Candidate { scene, index, word: scene.reading.word(index)?, before, sense, shape })
    }

    fn cue(&self) -> Cue {
        cue_of(self.scene, self.index, self.shape, self.sense)
    }

    fn is(&self, shape: Shape) -> bool {
        self.shape == shape
    }

    fn is_present(&self) -> bool {
        self.sense.form & form::PRESENT != 0
    }

    /// The word before that before it.
    fn two_before(&self) -> &'s str {
        self.index.checked_sub(2).map_or("", |i| self.scene.folded(i))
    }

    /// «وهو ما»: what was told before.
    fn is_of_what_is_told(&self) -> bool {
        matches!(self.two_before(), "وهو" | "وهي" | "هو" | "هي")
    }

    /// «عاد ليؤكد أن …»
    fn comes_back(&self) -> bool {
        self.is(Shape::Verb)
            && self.is_present()
            && self.word.particles == Particles::LI
            && returns(self.scene, self.index)
    }

    /// A verb takes no article and no preposition; in the first person it is not the writer's; to come
    /// (سيعلن) it has not been said. «غير معلنة» reports nothing.
    fn is_inflected_otherwise(&self) -> bool {
        let particles = self.word.particles;
        let joined = [Particles::BI, Particles::LI, Particles::KA, Particles::SA];
        let joined = joined.into_iter().any(|particle| particles.has(particle));
        let led = !particles.is_empty() && !particles.has(Particles::AND);
        self.sense.form & form::FIRST != 0
            || match self.shape {
                Shape::Verb => joined,
                Shape::Participle => {
                    // «ما زال مصرا على الاتفاق»
                    let is = matches!(self.before, "غير" | "وغير") || is_still(self.before);
                    self.word.definite || led || is || self.is_attribute()
                }
                Shape::Noun => self.word.definite,
            }
    }

    /// «ناشطة مدافعة عن», «هجوم محتجين على»: an adjective or a genitive of an indefinite noun right before it.
    fn is_attribute(&self) -> bool {
        let Some(noun) = self.index.checked_sub(1) else { return false };
        let indefinite = self.scene.reading.single(noun, Table::Common).is_some_and(|sense| sense.form == 0)
            || kinds(self.scene.stem(noun)).any(Kinds::CIVIL.or(Kinds::OFFICE));
        indefinite
            && !self.scene.is_definite(noun)
            && !has_pronoun(self.scene, noun)
            && self.word.particles.is_empty()
            && !self.scene.stem(self.index).ends_with('ا')
            // «خرج محتجون مطالبين بـ», «على مدى شهر مطالبين بـ»
            && !self.scene.stem(noun).ends_with("ون")
            && self.scene.reading.single(noun, Table::Counted).is_none_or(|s| field(s, 0) != "time")
    }

    /// What is called so: «نادي الاتحاد», a club, unless its letters say that somebody called out; «طلبة»,
    /// students, for neither a verb nor a noun with a pronoun («طلبه») ends in ة.
    fn is_name(&self) -> bool {
        let Candidate { scene, index, .. } = *self;
        let body = |at| scene.name_at(at).is_some_and(|(entity, _)| entity.kind == EntityKind::Organisation);
        if scene.stem(index) == "نادي" && body(index + 1) {
            return true;
        }
        if scene.written(index).ends_with('ة') {
            let noun = scene.stem(index).strip_suffix('ه').and_then(lexicon::lookup);
            let is_masdar = |sense: Sense| sense.table == Table::CueVerbs && sense.form & form::MASDAR != 0;
            let with_pronoun = || noun.is_some_and(|found| found.senses().any(is_masdar));
            if self.is(Shape::Verb) || self.is(Shape::Noun) && with_pronoun() {
                return true;
            }
        }
        !self.is(Shape::Noun) && scene.name_at(index).is_some()
    }

    /// What is spelled as a word of saying and is another: called, half, taken for a state, a student.
    fn is_another_word(&self) -> bool {
        let Candidate { scene, index, before, .. } = *self;
        let next = scene.folded(index + 1);
        match scene.stem(index) {
            // «جماعة تدعى كذا»
            "تدعي" | "يدعي" => scene.written(index).ends_with('ى') && !is_complementizer(next),
            // «أهان مجددا الفرنسيين»: once more; «مجددا رفضه» says so.
            "مجددا" => !(is_attitude(scene, index + 1) || is_complementizer(next)),
            // «بحكم شبه ذاتي»
            "شبه" => index.checked_sub(1).is_some_and(|at| is_indefinite(scene, at)),
            // «وهو طالب حقوق», «اعتقال طالب من دارفور»
            "طالب" => matches!(before, "هو" | "وهو") || is_event(before) || next == "من",
            // «تعليق اعترافها بالحكومة»
            stem if self.is(Shape::Noun) && stem.starts_with("اعتراف") => {
                let state =
                    |at: usize| kinds(scene.stem(at)).any(Kinds::STATE) || scene.name_at(at).is_some();
                scene.reading.is_joined(index + 1, Particles::BI) && (index + 1..index + 3).any(state)
            }
            _ => false,
        }
    }

    /// «منذ أن اعترفت واشنطن بـ»: a date. «ما وصفه بـ»: a mark of distance, no report; but «وهو ما وصفته النقابة
    /// بأنه "إهانة"», «وهو ما يقول خبراء إنه خطر» tell of what was told before. «طالبا عدم الكشف»: no dual where no و
    /// leads on.
    fn is_told_by_the_writer(&self) -> bool {
        if !self.is(Shape::Verb) {
            return false;
        }
        let Candidate { scene, index, .. } = *self;
        let date = self.before == "ان" && self.two_before() == "منذ";
        let described = self.is_of_what_is_told()
            && (self.sense.form & form::OBJECT != 0 && field(self.sense, 4).contains('d')
                || scene.index_of_introducer(index + 1, 5).is_some());
        // «عرض ما قال إنه دليل» reports, «ما قاله» does not.
        let said = field(self.sense, 4).contains('u') && is_complementizer(scene.folded(index + 1));
        // «نفى ما أعلنه الطبيب من أن …»
        let told = self.sense.form & form::OBJECT != 0
            && (index + 1..index + TOLD).take_while(|at| !scene.is_comma(*at)).any(|at| {
                let next = scene.folded(at + 1);
                matches!(scene.folded(at), "بان" | "بانه" | "بانها")
                    || scene.folded(at) == "من" && is_complementizer(next)
            });
        let distant = matches!(self.before, "ما" | "بما" | "مما" | "لما") && !described && !said && !told;
        let ending = scene.stem(index).strip_suffix('ا');
        // «دعتا» is no participle's ending.
        let dual = self.sense.form & (form::PLURAL | form::FEMININE) == form::PLURAL
            && ending.is_some_and(|rest| !rest.ends_with('و'));
        date || distant || dual && !self.word.particles.has(Particles::AND)
    }

    /// «طلب عدم الكشف عن اسمه», «رفض ذكر اسمه»: nothing is told of the dispute.
    fn keeps_a_name_back(&self) -> bool {
        let after = |count: usize| (self.index + 1..self.index + 1 + count).map(|i| self.scene.folded(i));
        after(4).any(is_identity)
            && after(2).any(|word| matches!(word, "عدم" | "الكشف" | "كشف" | "ذكر" | "نشر" | "الافصاح"))
    }

    /// Where no verb can stand; «وردا على ذلك قال …» is none.
    fn is_governed(&self) -> bool {
        let governed = governs_noun(self.before) && !matches!(self.before, "ذلك" | "هذا" | "هذه" | "تلك");
        // «بعد أيام من تجدد القتال»; not «هناك من يقول إن»
        let masdar = self.before == "من" && self.scene.index_of_introducer(self.index + 1, 6).is_none();
        // «أن توقع البلاد الاتفاق»: she signs, nobody expects.
        let signs = self.scene.stem(self.index) == "توقع" && is_subjunctive(self.before);
        // «وهو ما يقول خبراء إنه»
        let told = self.before == "ما" && self.is_of_what_is_told();
        self.is(Shape::Verb)
            && (governed || signs || self.is_present() && (masdar || is_subjunctive(self.before) && !told))
    }

    /// A participle that nothing sets apart reports only where its content follows at once: «رفضه مقترحا أمميا».
    fn is_in_passing(&self, cue: &Cue) -> bool {
        if !self.is(Shape::Participle) {
            return false;
        }
        let Candidate { scene, index, .. } = *self;
        // «نافيا بشدة وبانفعال الادعاء»
        let next = skip(scene, cue, index + 1, index + 4);
        let any = scene.folded(next) == "اي";
        let led = any
            || scene.stem(index).ends_with('ا')
                && (scene.is_definite(next) || scene.folded(next).starts_with("ايا"));
        let mark =
            index.checked_sub(1).is_some_and(|i| scene.kind(i) != TokenKind::Word && scene.folded(i) != "\"");
        let apart = led || mark || self.word.particles.has(Particles::AND);
        // «قائلا في خطاب تلفزيوني “…”»
        let reach = if super::words::is_occasion(scene.stem(index + 2)) { 6 } else { 2 };
        !apart
            && scene.index_of_introducer(index + 1, reach).is_none()
            && particle(scene, cue, index + 1, index + 2).is_none()
    }
}

fn cue_of(scene: &Scene, index: usize, shape: Shape, sense: Sense) -> Cue {
    Cue {
        index,
        next: index + 1,
        shape,
        reference: scene.reference(index, index + 1),
        act: act(field(sense, 3)),
        frame: field(sense, 4),
        form: sense.form,
    }
}

/// «عاد الوزير | ليؤكد أن …»: what somebody came back to say.
pub fn returns(scene: &Scene, index: usize) -> bool {
    let back = (index.saturating_sub(14)..index)
        .rev()
        .take_while(|i| scene.is_word(*i))
        .any(|i| matches!(scene.stem(i), "عاد" | "عادت" | "عادوا" | "خرج" | "خرجت"));
    back && is_complementizer(scene.folded(index + 1))
}

/// «وعدّتها»: و and «عدّ», not «وعد».
fn is_counting(scene: &Scene, index: usize) -> bool {
    scene.written(index).starts_with("وعدّ")
}

/// «بين بغداد وقوات التحالف», «بين خمس شخصيات»: the preposition, not «بيّن», which leads to an أن.
fn is_between(scene: &Scene, index: usize) -> bool {
    let mut near = index + 1..index + 9;
    let Some(led) = near.clone().find(|i| is_complementizer(scene.folded(*i))) else { return true };
    near.end = led;
    near.filter_map(|i| scene.reading.word(i)).any(|word| word.particles.has(Particles::AND))
}

/// Whether a participle in the feminine is a noun here: «مع مطالبة الولايات المتحدة للسودان بـ…».
fn is_masdar_too(scene: &Scene, index: usize) -> bool {
    let comma = index.checked_sub(1).is_some_and(|i| scene.is_comma(i));
    let both = scene
        .reading
        .senses(index)
        .filter(|s| s.table == Table::CueVerbs)
        .any(|s| s.form & form::MASDAR != 0);
    both && !comma && scene.name_at(index + 1).is_some()
}

/// Where a noun must stand, or where the word would not agree with what follows if it were a verb: «ورغم نفي الجيش»,
/// «قوبل طلب الحكومة».
fn is_noun_here(scene: &Scene, index: usize, before: &str) -> bool {
    let word = scene.reading.word(index);
    let stem = scene.stem(index);
    let past = !stem.ends_with(['ت', 'ه', 'ا']) && word.is_some_and(|word| word.particles.is_empty());
    let subject = index > 0 && scene.reading.is_finite(index - 1) && !before.starts_with("كان");
    let woman = || match scene.name_at(index + 1) {
        Some((entity, _)) if entity.kind == EntityKind::Place => !is_masculine_place(scene.stem(index + 1)),
        _ => scene.is_definite(index + 1) && scene.written(index + 1).ends_with('ة'),
    };
    governs_noun(before) || governs_noun(without_conjunction(before)) || past && subject && woman()
}

/// «ورغم», «فلم» without their first letter.
fn without_conjunction(word: &str) -> &str {
    word.strip_prefix(['و', 'ف']).filter(|rest| rest.len() >= 4).unwrap_or(word)
}

/// Words after which nothing is said: negations, conditions.
fn is_unsaid(before: &str) -> bool {
    let before = without_conjunction(before);
    matches!(before, "لم" | "لن" | "لا" | "غير" | "كي" | "لكي" | "اذا" | "لو" | "ايا" | "كلما" | "سوف")
}

/// Words after which stands a noun, not a verb: «في إشارة إلى», «هذا القول».
fn governs_noun(before: &str) -> bool {
    matches!(
        before,
        "في" | "الي"
            | "علي"
            | "عن"
            | "بعد"
            | "خلال"
            | "بين"
            | "مع"
            | "كل"
            | "عدم"
            | "هذا"
            | "هذه"
            | "تلك"
            | "ذلك"
            | "اي"
            | "ايه"
            | "دون"
            | "عبر"
            | "تحت"
            | "حول"
            | "ضد"
            | "رغم"
            | "عقب"
            | "اثر"
            | "قبل"
            | "بسبب"
            | "جراء"
            | "وسط"
            | "ازاء"
            | "حيال"
    )
}

/// Words after which a present is no report: «أن يعلن», «قد يرفض».
fn is_subjunctive(before: &str) -> bool {
    matches!(before, "ان" | "بان" | "وان" | "قد" | "وقد" | "حتي" | "الا" | "ما" | "دون")
}

/// «تابع يقول», «أضاف قائلا», «عاد وأكد»: verbs that report together are one cue.
pub fn chained(scene: &Scene, cue: Cue) -> Cue {
    if cue.shape != Shape::Verb {
        return cue;
    }
    let Some(next) = at(scene, cue.next) else { return cue };
    let bare = scene.reading.word(cue.next).is_some_and(|word| word.particles.is_empty());
    if bare && next.shape == Shape::Verb && next.form & form::PRESENT != 0 {
        let reference = scene.reference(cue.index, cue.next + 1);
        return Cue { index: cue.index, next: cue.next + 1, reference, form: cue.form, ..next };
    }
    cue
}

/// «قائلا», «قائلة»: a participle that adds nothing to a verb of saying before it.
pub fn is_saying(scene: &Scene, index: usize) -> bool {
    matches!(scene.folded(index), "قايلا" | "قايله" | "قايلين" | "قايلات")
}

/// «أعرب عن قلقه من», «جدد رفضه لـ»: the noun that a verb only carries, after its subject.
pub fn attitude(scene: &Scene, cue: &Cue, from: usize, limit: usize) -> Option<Cue> {
    if !cue.takes('v') {
        return None;
    }
    // «أعرب المجلس، في بيان صدر عقب اجتماع وزاري في نيويورك، عن رفضه»: عن leads to it from afar.
    let reach = if cue.takes('n') { 16 } else { 8 };
    // «أعلنت أنها رفعت دعوى … المعارضة», «أعلنت "سحب السفير"، بعد رفضها»: what is said begins before.
    let said = |at: &usize| {
        let carried = scene.folded(at.saturating_sub(1)) == "عن";
        is_complementizer(scene.folded(*at)) || !carried && scene.closing(*at).is_some_and(|end| end > at + 3)
    };
    // «أعلن استقالته، الاثنين، بعد اتهامه», «أعلن ترشحه قبيل …»: when it was.
    let dated = |at: &usize| {
        let time = matches!(scene.folded(*at), "بعد" | "بعيد" | "قبل" | "قبيل" | "عقب" | "منذ");
        *at > from && cue.takes('o') && time
    };
    let mut near = (from..limit.min(from + reach)).take_while(|at| !said(at) && !dated(at));
    let at = near.find(|index| {
        scene.is_word(*index)
            && noun(scene, *index).is_some()
            // «و"الدعم السريع" تتحدث عن»
            && scene.name_at(*index).is_none()
            // «عبر خط الأنابيب، تتبادل العاصمتان الاتهامات» has no عن; «أعرب عن "قلقه البالغ"» has.
            && (cue.takes('o') && !(from..*index).any(|at| scene.folded(at) == "عن")
                || scene.folded(index.saturating_sub(1)) == "عن"
                || scene.closing(index.saturating_sub(1)).is_some()
                || cue.takes('w') && !cue.takes('n'))
    })?;
    let sense = noun(scene, at)?;
    // «أكد عزمه على الاستقالة»: said as it stands, no promise of his.
    if cue.takes('o') && cue.takes('q') && act(field(sense, 0)) == Some(Act::Promise) {
        return None;
    }
    // «قلقه», «قلق مصر»: it is somebody's own.
    let carried = scene.folded(at.saturating_sub(1)) == "عن";
    let whose = scene.name_at(at + 1).filter(|_| carried).map(|(_, next)| next);
    let own = is_owned(scene, at) || whose.is_some();
    if !own && !cue.takes('w') {
        return None;
    }
    let mut next = whose.unwrap_or(at + 1);
    // «قلقه البالغ والعميق»; «رفضه الإشارات» has its object there.
    let object = |at: usize| {
        let mut senses = scene.reading.senses(at).filter(|sense| sense.table == Table::Common).peekable();
        let noun = senses.peek().is_some() && senses.all(|sense| sense.form == 0);
        // «رفضه المساومة»: what does not agree.
        let other = scene.written(at).ends_with('ة') && is_unknown(scene, at);
        // «رفضه المساس بالسيادة»
        let no_adjective = !is_adjective(scene, at);
        field(sense, 1).contains('o') && (noun || other || no_adjective || scene.stem(at).ends_with("ات"))
    };
    while next < limit
        && scene.is_word(next)
        && !object(next)
        && scene.reading.word(next).is_some_and(|w| w.definite && !w.particles.has(Particles::LI))
        && scene.name_at(next).is_none()
    {
        next += 1;
    }
    while !own
        && next < limit
        && scene.name_at(next).is_none()
        && scene.reading.single(next, Table::Common).is_some_and(|s| s.form == 1)
        && scene.reading.word(next).is_some_and(|w| w.particles.is_empty())
    {
        next += 1;
    }
    Some(Cue {
        next,
        reference: scene.reference(cue.index, at + 1),
        act: act(field(sense, 0)),
        frame: field(sense, 1),
        ..cue.clone()
    })
}

/// Whose attitude it is stands in its pronoun, or its article points back to him: رفضه، التأكيد.
fn is_owned(scene: &Scene, index: usize) -> bool {
    // A word of the table as it stands is bare: «التزام» begins like an article and has none.
    lexicon::lookup(scene.stem(index)).is_none_or(|found| found.sense_in(Table::Attitudes).is_none())
}

/// The row of a noun of attitude, with its article or pronoun taken off.
fn noun(scene: &Scene, index: usize) -> Option<lexicon::Sense> {
    let stem = scene.stem(index);
    let known = |word: &str| lexicon::lookup(word)?.sense_in(Table::Attitudes);
    if let Some(sense) = known(stem).or_else(|| known(stem.strip_prefix("ال")?)) {
        return Some(sense);
    }
    let rest = without_pronoun(stem)?;
    known(rest)
        .or_else(|| known(&format!("{}ه", rest.strip_suffix('ت')?)))
        .or_else(|| known(&format!("{}ء", rest.strip_suffix('ي')?)))
}

/// «عزمه», «رفض»: a noun of attitude, though a verb is written so.
pub fn is_attitude(scene: &Scene, index: usize) -> bool {
    noun(scene, index).is_some() && is_owned(scene, index)
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

/// Whether a new report begins at the token: «وقال …», «، مؤكدًا …», «فيما أعلن …».
pub fn begins(scene: &Scene, index: usize) -> bool {
    let Some(cue) = at(scene, index) else { return false };
    let Some(word) = scene.reading.word(index) else { return false };
    let linked = word.particles.has(Particles::AND) || is_counting(scene, index);
    let before = index.checked_sub(1);
    let comma = before.is_some_and(|i| scene.is_comma(i));
    let conjunction = before.is_some_and(|i| {
        let word = scene.folded(i);
        matches!(word, "كما" | "فيما" | "بينما" | "حيث" | "وفيما" | "وبينما" | "اذ" | "فقد") || is_but(word)
    });
    let soon = |reach| scene.index_of_introducer(index + 1, reach).is_some();
    match cue.shape {
        Shape::Verb if cue.takes('s') => (linked || conjunction) && soon(6),
        Shape::Verb => (linked || conjunction) && leads_on(scene, &cue),
        Shape::Participle => linked || comma || (cue.takes('q') && soon(2)) || goes_on_saying(scene, &cue),
        Shape::Noun => false,
    }
}

/// «رغم الخلافات بينهما | داعيا إلى الحوار»: a participle in the accusative that no noun in the accusative stands
/// before, right before what it governs.
fn goes_on_saying(scene: &Scene, cue: &Cue) -> bool {
    let ending = |at: usize| scene.stem(at).ends_with('ا') || scene.stem(at).ends_with("ين");
    let before = cue.index.checked_sub(1).filter(|at| scene.is_word(*at));
    let own = before.is_some_and(|at| !ending(at) || scene.is_definite(at) || has_pronoun(scene, at));
    // «"فعلوا الشيء الصحيح" مؤكدا التقارير»: right behind what is quoted.
    let quoted = cue.index.checked_sub(1).is_some_and(|at| scene.opening(at).is_some());
    if quoted && ending(cue.index) && cue.takes('o') && scene.is_definite(cue.next) {
        return true;
    }
    own && ending(cue.index) && particle(scene, cue, cue.next, cue.next + 1).is_some()
}

/// «الرئيسة ترفض النتائج | والحزب الحاكم ينفي تزويرها»: in a headline another's clause, joined by و.
pub fn joins_headline(scene: &Scene, index: usize) -> bool {
    let joined = scene.reading.is_joined(index, Particles::AND);
    // «الأهلي يرفض خوض المباراة | واتحاد الكرة: العقوبات جاهزة»
    let colon = || {
        let colon = (index + 1..index + 5).find(|at| !scene.is_word(*at));
        colon.is_some_and(|at| scene.folded(at) == ":")
    };
    joined && scene.is_headline(index) && (joins_clause(scene, index) || colon())
}

/// A subject of up to three words, or a name in marks, and its verb in the present.
fn joins_clause(scene: &Scene, index: usize) -> bool {
    let marked = scene.closing(index + 1).filter(|close| *close < index + 6);
    let mut behind = marked.map_or(index + 1..index + 4, |close| close + 1..close + 2);
    behind.any(|verb| {
        let letters = scene.stem(verb);
        // «ترامب | وكوشنر يناقشان»: what two do together.
        let present = letters.starts_with(['ي', 'ت'])
            && !letters.ends_with("ان")
            && scene.reading.word(verb).is_some_and(|w| w.particles.is_empty());
        let subject = marked.is_some()
            || (index..verb).all(|at| scene.is_word(at) && !is_preposition(scene.folded(at)));
        // «تتمسك»: such a word is nothing but a verb.
        let finite = scene.reading.is_finite(verb)
            || letters.starts_with("تت")
            || at(scene, verb).is_some_and(|c| c.shape == Shape::Verb);
        subject && present && finite && scene.name_at(verb).is_none()
    })
}

/// Whether something that the verb reports can follow: not so where the sentence ends after one word.
fn leads_on(scene: &Scene, cue: &Cue) -> bool {
    let end = scene.sentence_end(cue.index);
    let object = cue.takes('o') && scene.is_definite(cue.next);
    (cue.next + 1 < end || object) && !scene.is_comma(cue.next)
}

impl Scene<'_> {
    /// The complementizer, colon or quotation mark within `reach` tokens.
    pub fn index_of_introducer(&self, from: usize, reach: usize) -> Option<usize> {
        (from..from + reach).find(|i| {
            is_complementizer(self.folded(*i)) || self.folded(*i) == ":" || self.closing(*i).is_some()
        })
    }
}
