//! What nouns report: «دعوة X إلى …», «المزاعم التي قدمها X بأن …», «أصدرت تحذيرا من …».

use super::allegations;
use super::cue;
use super::cues::{self, Cue, Shape};
use super::finder::{Finder, Speaker};
use super::frames;
use super::sources::{self, Source};
use super::subjects;
use super::words;
use crate::analysis::Particles;
use crate::text::Words;

/// Verbs by which a word of somebody is given out: «أصدر تحذيرا», «وجه دعوة».
static ISSUES: Words = Words::new(&[
    "اصدر", "اصدرت", "اصدروا", "اطلق", "اطلقت", "اطلقوا", "وجه", "وجهت", "وجهوا", "قدم", "قدمت", "قدموا",
]);

/// Such a verb stands so many words before what is given out, at most.
const ISSUED: usize = 16;

impl Finder<'_> {
    /// دعوة X إلى …، إدانتها لـ …، بقوله إن …
    pub(super) fn noun(&mut self, cue: &Cue) -> Option<usize> {
        if self.is_described(cue.index) {
            return None;
        }
        let outer = self.outer_claim(cue.index);
        // «عن "أسفها" لقرار طردها»: the attitude in marks has been told of.
        let first = self.reported.first;
        if self.is_reported(cue.index) && cue.index == first + 1 && self.scene.closing(first).is_some() {
            return None;
        }
        // «بعد اتهامه بالرشوة»: who is accused, nobody knows by whom.
        if cue.has_pronoun() && cue.takes('T') && self.is_right_before_particle(cue, cue.next) {
            return None;
        }
        if cue.has_pronoun() {
            let agreeing = self.last(cue).filter(|source| subjects::agrees(source, cue));
            // «طالب المنظمة بأدلة على اتهامها له»: who is named in what is reported.
            let named =
                cue.is_feminine().then(|| subjects::name_before(&self.scene, cue)).flatten().filter(|name| {
                    self.is_reported(cue.index)
                        && outer.is_some_and(|claim| claim.span.start <= name.span.start)
                });
            let reference = match &agreeing {
                _ if named.is_some() => named,
                Some(source) => Some(source.reference.clone()),
                None => subjects::name_before(&self.scene, cue)
                    .or_else(|| self.last(cue).map(|source| source.reference)),
            };
            let content = frames::content(&self.reading_of(cue, cue.next, agreeing.as_ref()))?;
            return Some(self.report(
                cue,
                Speaker { reference, passing: false, rule: "speaker-pronoun" },
                content,
            ));
        }
        // «تحميل الحكومة المسؤولية»: who is blamed.
        if cue.takes('r') {
            return None;
        }
        let word = self.scene.reading.word(cue.next)?;
        // «اتهامات المعارضة | للرئيس»: whom it accuses.
        let end = self.scene.sentence_end(cue.index);
        let to = |at: &usize| cue.takes('T') && self.scene.reading.is_joined(*at, Particles::LI);
        let end = (cue.next + 1..end.min(cue.next + 6)).find(to).unwrap_or(end);
        let several = self.scene.stem(cue.index).ends_with("ات") || self.scene.stem(cue.index) == "مزاعم";
        // «دعوات أوروبية إلى التهدئة»: behind an adjective nothing is an object.
        let nation = sources::nation(&self.scene, cue.index);
        let genitive = |source: &Source| {
            let named = self.scene.name_at(cue.next).is_some();
            // «ادعاءات الشركة», «ادعاءات شركة النفط»
            let definite = word.definite || self.scene.is_definite(cue.next + 1);
            // «تأكيد الكاف بأن»
            let led = word.definite && words::is_complementizer(self.scene.folded(source.next));
            // «اتهامات ناشطين معارضين باستخدام الغاز»
            let people = several && source.plural;
            // «إقرار المتهم بتسلم مبالغ»
            let governs = || word.definite && self.is_right_before_particle(cue, source.next);
            source.speaks
                && (source.person || named || people || definite && (source.body || several) || governs())
                || led
        };
        let read = || sources::read(&self.scene, cue.next, end).filter(genitive);
        let source = nation.clone().or_else(read);
        let Some(source) = source else { return self.issued(cue).or_else(|| self.led(cue)) };
        // «اتهام الحكومة بالفساد»: the one noun is who is accused; «اتهامات المعارضة بالفساد»: who accuses.
        // «باتهام فلان رسميا بالفساد»
        let adverb = usize::from(words::is_adverb(self.scene.folded(source.next)));
        if cue.takes('T') && !several && self.is_right_before_particle(cue, source.next + adverb) {
            return None;
        }
        // «إعلان الرئيس بعد أن رفضت الحركة»: when it was.
        if matches!(self.scene.folded(source.next), "بعد" | "قبل" | "منذ" | "عقب" | "اثر") {
            return None;
        }
        // «اتهامات البرهان «ذر للرماد في العيون»»: what is said of them.
        let content = frames::content(&self.reading_of(cue, source.next, Some(&source)))
            .filter(|content| content.rule != "direct" || content.first > source.next)
            .filter(|content| content.rule != "object" || nation.is_none())?;
        // «وكان رد الجامعة حاسما: نفت أي تدخل»: the verb behind the colon says what she does.
        let verb = cues::at(&self.scene, content.first).filter(|verb| verb.shape == Shape::Verb);
        if content.rule == "colon" && verb.is_some_and(|verb| subjects::agrees(&source, &verb)) {
            self.spoke(&source);
            return None;
        }
        Some(self.report(cue, Speaker::of(&source, "speaker-genitive"), content))
    }

    /// المزاعم التي قدمها X بأن …
    pub(super) fn alleged(&mut self, index: usize) -> Option<usize> {
        let alleged = allegations::alleged(&self.scene, index).filter(|_| !self.is_described(index))?;
        let content =
            frames::content(&self.reading_of(&alleged.cue, alleged.source.next, Some(&alleged.source)))?;
        Some(self.report(&alleged.cue, Speaker::of(&alleged.source, "speaker-genitive"), content))
    }

    /// «أصدرت الهيئة، الأحد، تحذيرا من استخدام الدواء»: what the subject of the verb gives out.
    fn issued(&mut self, cue: &Cue) -> Option<usize> {
        let scene = &self.scene;
        if self.is_reported(cue.index) || !scene.stem(cue.index).ends_with('ا') {
            return None;
        }
        let start = scene.sentence_start(cue.index);
        let gives = |at: &usize| ISSUES.contains(scene.stem(*at));
        let verb = (start..cue.index).rev().take(ISSUED).find(gives)?;
        let source = sources::read(scene, verb + 1, cue.index).filter(|source| source.speaks)?;
        let content = frames::content(&self.reading_of(cue, cue.next, Some(&source)))?;
        self.spoke(&source);
        Some(self.report(cue, Speaker::of(&source, "speaker"), content))
    }

    /// «سارع ناطق باسم المتمردين إلى تكذيب الرواية»: what the subject of another verb goes on to do.
    fn led(&mut self, cue: &Cue) -> Option<usize> {
        let to = cue.index.checked_sub(1).filter(|to| self.scene.folded(*to) == "الي")?;
        if self.is_reported(cue.index) || !(cue.takes('o') || cue.takes('b')) {
            return None;
        }
        let neutral = Cue { form: cue::form::NEUTRAL, ..cue.clone() };
        let source = subjects::ending_at(&self.scene, to, &neutral)
            .filter(|s| s.person || s.body || self.scene.name_at(s.first).is_some())?;
        let content = frames::content(&self.reading_of(cue, cue.next, Some(&source)))?;
        self.spoke(&source);
        Some(self.report(cue, Speaker::of(&source, "speaker"), content))
    }
}
