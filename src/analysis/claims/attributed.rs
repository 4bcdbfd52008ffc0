//! What is somebody's without a verb of his: passed on by an agency, told by a preposition, behind a headline's colon,
//! in marks behind his own words.

use super::carriers::{self, According};
use super::content;
use super::cues::{self, Cue, Shape};
use super::finder::{Finder, Speaker};
use super::frames;
use super::nouns;
use super::scene::HEADLINE;
use super::sources::{self, Source};
use super::subjects;
use super::words::{self, without_pronoun};
use crate::analysis::{Form, Particles};
use crate::text::TokenKind;

/// So many marks and breaks stand between what is quoted and a paragraph behind it, at most.
const MARKS: usize = 6;

impl Finder<'_> {
    /// «X: …» alone on a line.
    pub(super) fn headline(&mut self, index: usize) -> Option<usize> {
        let scene = &self.scene;
        // «الشركة تسحب عرضها والنقابة: …»: the second of a headline's two clauses.
        let joined = || scene.is_headline(index) && scene.reading.is_joined(index, Particles::AND);
        let starts =
            index == 0 || scene.kind(index - 1) == TokenKind::Break || scene.is_dots(index - 1) || joined();
        let end = scene.sentence_end(index);
        (starts && end > index + 3 && end <= index + HEADLINE).then_some(())?;
        let unended = scene.kind(end) == TokenKind::Break && scene.folded(end - 1) != ".";
        (unended || scene.is_dots(end - 1)).then_some(())?;
        let source = sources::read(scene, index, end)
            .filter(|source| source.speaks)
            .or_else(|| sources::surname(scene, index))
            .filter(|source| !source.outlet)
            .or_else(|| {
                // «تقرير إخباري: …» is what the paper calls its own piece.
                let alone = words::is_report(scene.stem(index)) && scene.folded(index + 1) == ":";
                alone.then(|| sources::document(scene, index, end))?
            })?;
        // «الطبوبي من القصبة: …»
        // «سكان قرى في جنوب مدغشقر: …»
        let placed = matches!(scene.folded(source.next), "من" | "في");
        let over = || (source.next + 2..source.next + 5).find(|at| scene.folded(*at) == ":");
        let colon = if placed { over().unwrap_or(source.next) } else { source.next };
        // «الوزارة: ما ذكره الرئيس غير صحيح»: no question without its mark.
        let first = scene.folded(colon + 1);
        let asks = words::asks(first)
            && (!matches!(first, "ما" | "من") || (colon..=end).any(|at| scene.folded(at) == "؟"));
        (scene.folded(colon) == ":" && !asks).then_some(())?;
        // «فنزويلا: المعارضة ترفض …»: where it happens, before a sentence of its own.
        let place = scene.place_at(index).is_some();
        // «سوريا: أكثر من 40 قتيلا في قصف»
        if place && (nouns::is_amount(scene, colon + 1) || words::is_event(scene.stem(colon + 1))) {
            return None;
        }
        // «توقيف دوتيرتي: مانيلا تؤكد …»: what it is about. «المصدر: وكالات»: who has written it.
        if words::is_event(scene.stem(index)) || matches!(scene.stem(index), "المصدر" | "المصادر")
        {
            return None;
        }
        // «الكويت: «الشرق الأوسط»», «نيروبي: سامي حداد»: who has written it.
        let signed = scene.closing(colon + 1).is_some_and(|close| {
            close + 1 >= end && scene.name_at(colon + 2).is_some_and(|(_, next)| next >= close)
        });
        // «الخرطوم: عماد الطيب - القاهرة: «الشرق الأوسط»»
        let mut at = colon + 1;
        while at < end && (scene.name_at(at).is_some() || !scene.is_word(at)) {
            at = scene.name_at(at).map_or(at + 1, |(_, next)| next);
        }
        let signed = signed || place && at >= end;
        let by_name = scene.name_at(colon + 1).is_some_and(|(_, next)| next >= end);
        if signed || place && by_name {
            return None;
        }
        let clause = || {
            let subject = sources::read(scene, colon + 1, end).filter(|subject| subject.speaks)?;
            cues::at(scene, subject.next).filter(|cue| cue.shape == Shape::Verb)
        };
        if place && (clause().is_some() || self.is_titled(colon + 1, end)) {
            return None;
        }
        let cue = cues::plain(scene, colon, colon + 1);
        let content = content::after_colon(&self.reading_of(&cue, colon, Some(&source)))?;
        self.spoke(&source);
        let speaker = Speaker::of(&source, "speaker-headline");
        Some(self.report(&cue, speaker, content))
    }

    /// «…". ¶ "…"»: a paragraph that is quoted whole right behind quoted speech.
    pub(super) fn goes_on(&mut self, index: usize) -> Option<usize> {
        let scene = &self.scene;
        let close = scene.closing(index).filter(|close| *close > index + 3)?;
        let ends = |at: usize| scene.kind(at) == TokenKind::Break || at >= scene.reading.len();
        let last = self.found.last().filter(|claim| claim.form == Form::Direct)?;
        let paragraph = index.checked_sub(1).filter(|at| scene.kind(*at) == TokenKind::Break)?;
        let over = ends(close + 1) || scene.folded(close + 1) == "." && ends(close + 2);
        let said = (paragraph.saturating_sub(MARKS)..paragraph).rev().find(|at| scene.is_word(*at))?;
        let words = || (index..close).any(|at| scene.is_word(at));
        (over && words() && scene.reading.word(said)?.span.end == last.span.end).then_some(())?;
        let cue = Cue { reference: last.cue.clone(), ..cues::plain(scene, index, index) };
        let speaker = Speaker { reference: last.speaker.clone(), passing: false, rule: "speaker-last" };
        let content = content::quoted(scene, index, "direct")?;
        Some(self.report(&cue, speaker, content))
    }

    /// نقلت رويترز عن مسؤول قوله إن …: whoever passes it on is not its speaker.
    pub(super) fn carried(&mut self, index: usize) -> Option<usize> {
        let carried =
            carriers::passed_on(&self.scene, index).or_else(|| carriers::written(&self.scene, index))?;
        let content =
            frames::content(&self.reading_of(&carried.cue, carried.cue.next, Some(&carried.speaker)))?;
        self.spoke(&carried.speaker);
        let speaker = Speaker::of(&carried.speaker, "speaker-carried");
        let next = self.report(&carried.cue, speaker, content);
        if let (Some(claim), Some(via)) = (self.found.last_mut(), carried.via) {
            claim.via = Some(via);
        }
        Some(next)
    }

    /// …، بحسب X: what stands before is X's, unless somebody else has said it already.
    pub(super) fn attributed(&mut self, index: usize) -> Option<usize> {
        let found = carriers::according_to(&self.scene, index).or_else(|| self.according_to_him(index))?;
        let start = self.scene.sentence_start(index);
        let sentence = self.scene.reading.word(start)?.span.start;
        let next = found.source.next;
        let speaker = Speaker::of(&found.source, "speaker-preposition");
        // «وجاء هذا الموقف على لسان الناطقة»: who gave it, and nothing of what it is.
        let opening = self.scene.stem(start);
        if self.scene.stem(index) == "علي" && matches!(opening, "جاء" | "جاءت" | "ورد" | "صدر")
        {
            self.spoke(&found.source);
            return Some(next);
        }
        if index <= start + 1 {
            let content = content::behind(&self.scene, next, &found.source)?;
            // «وبحسب الوكالة، يأتي ذلك بعد …»: how the writer goes on.
            let told = matches!(self.scene.stem(content.first), "ياتي" | "تاتي" | "جاء" | "جاءت");
            if told && matches!(self.scene.folded(content.first + 1), "ذلك" | "هذا" | "هذه") {
                return Some(next);
            }
            let verb = cues::at(&self.scene, content.first).filter(|cue| cue.shape == Shape::Verb);
            // «على لسان المتحدث باسمها، أعلنت الحركة أن …»: a report of its own follows.
            // «وبحسب ما أوردته الصحيفة، قال ضابط إن»: she has passed it on.
            let passed = found.source.outlet
                && verb
                    .as_ref()
                    .is_some_and(|cue| subjects::after(&self.scene, cue).is_some_and(|source| source.speaks));
            if passed || verb.is_some() && self.scene.stem(index) == "علي" {
                return None;
            }
            self.spoke(&found.source);
            self.report(&found.cue, speaker, content);
            return Some(next);
        }
        if let Some(last) = self.found.last_mut().filter(|claim| claim.span.end > sentence) {
            last.via.get_or_insert(found.via.unwrap_or(found.source.reference));
            return Some(next);
        }
        let content = content::before(&self.scene, start, index)?;
        if !found.source.outlet {
            self.spoke(&found.source);
        }
        self.report(&found.cue, speaker, content);
        if let (Some(claim), Some(via)) = (self.found.last_mut(), found.via) {
            claim.via = Some(via);
        }
        self.reported.last = self.reported.last.min(index);
        Some(next)
    }

    /// «وبحسبهم، فإن الشركة وعدت»: whoever spoke last, by the pronoun alone, where a sentence begins.
    fn according_to_him(&self, index: usize) -> Option<According> {
        let by = without_pronoun(self.scene.stem(index)).filter(|word| matches!(*word, "حسب" | "بحسب"));
        (by.is_some() && index <= self.scene.sentence_start(index) + 1).then_some(())?;
        let cue = cues::plain(&self.scene, index, index + 1);
        let source = Source { next: index + 1, ..self.last(&cue)? };
        Some(According { cue, source, via: None })
    }

    /// «مصر: حبس مرشح سابق», «الأردن: إضراب واسع»: a noun without article that no clause follows tells what happens
    /// in the place before the colon.
    fn is_titled(&self, first: usize, end: usize) -> bool {
        let scene = &self.scene;
        // «حبس مرشح»: the verb's letters are its masdar's before a noun without article.
        let masdar = scene.stem(first).chars().count() <= 4 && nouns::is_indefinite(scene, first + 1);
        let noun = nouns::is_indefinite(scene, first)
            || words::is_event(scene.stem(first))
            || masdar
                && (scene.reading.is_finite(first) || nouns::is_unknown(scene, first))
                && scene.name_at(first).is_none();
        let says = |at: usize| {
            scene.reading.is_finite(at)
                || words::is_complementizer(scene.folded(at))
                || scene.closing(at).is_some()
        };
        noun && scene.reading.word(first).is_some_and(|word| word.particles.is_empty())
            && !(first + usize::from(masdar)..end.min(first + 5)).any(says)
    }
}
