//! What verbs and participles report: «قال X إن …», «نفت X …», «…، مؤكدا أن …».

use super::content;
use super::cues::{self, Cue};
use super::extent;
use super::finder::{Finder, Speaker};
use super::frames;
use super::nouns;
use super::sources::{self, Source};
use super::subjects::{self, Topic, points_back};
use super::words;
use crate::analysis::sides::{Kinds, kinds};
use crate::analysis::{Form, Particles, Reference};
use crate::text::TokenKind;

impl Finder<'_> {
    /// قال X إن …، نفت X …، X دعا إلى …
    pub(super) fn verb(&mut self, cue: Cue) -> Option<usize> {
        let nested = self.is_reported(cue.index);
        let topic = if nested { &self.inner } else { &self.topic };
        // «ذهب الرجل للحصول على ورقة تفيد بأن»: the paper says so.
        let reaches = |topic: &&Topic| topic.reaches(&self.scene, &cue) && !self.is_of_thing(&cue);
        let before = topic.as_ref().filter(reaches).map(|topic| topic.source.clone());
        let object = subjects::is_of_relative(&self.scene, &cue);
        let after = if before.is_none() || object { subjects::after(&self.scene, &cue) } else { None };
        let before = before.filter(|_| after.is_none());
        // «الحزب الذي كان قد دعا أنصاره إلى الهدوء»: the one noun is whom he calls upon, whom the relative means.
        let after = after.filter(|source| {
            // «الشركة التي تتهمها النقابة بالتلويث»: the pronoun tells whom she accuses.
            let addressed = !cue.has_pronoun()
                && (cue.takes('t') || cue.takes('T'))
                && self.is_right_before_particle(&cue, source.next);
            !addressed || subjects::antecedent(&self.scene, &cue).is_none()
        });
        if before.is_none() && after.is_none() && cue.impersonal(&self.scene) {
            return None;
        }
        // «قال إنه أبلغ كبار الضباط أن»: he who says so, and whom he told.
        let told = cue.index.checked_sub(1).map_or("", |at| self.scene.folded(at));
        let own = nested && after.is_some() && matches!(told, "انه" | "انها" | "انهم" | "انهن" | "انهما");
        let himself = self.sentence.1.as_ref().filter(|last| own && subjects::agrees(last, &cue)).cloned();
        let explicit = himself
            .or(before)
            .or(after)
            .or_else(|| subjects::right_before(&self.scene, &cue))
            .or_else(|| subjects::antecedent(&self.scene, &cue))
            .or_else(|| {
                cues::returns(&self.scene, cue.index)
                    .then(|| subjects::ending_at(&self.scene, cue.index, &cue))?
            });
        let followed = explicit.as_ref().filter(|source| source.first > cue.index);
        if let Some(source) = followed
            && self.addressed_instead(&cue, source)
        {
            return self.silent(&cue, nested);
        }
        let Some(mut source) = explicit else { return self.silent(&cue, nested) };
        if source.person && !source.plural && source.feminine != Some(true) && !cue.is_plural() {
            // «قالت بريدجيت فير»: the verb tells what her name does not.
            source.feminine = Some(cue.is_feminine());
        }
        let via = self.passed_by(&cue, &mut source);
        let followed = source.first > cue.index;
        // «خطاب الرئيس الذي اتهم فيه قوى بالعمل»: past what points back to the occasion.
        let back = points_back(self.scene.folded(cue.next));
        let zone = if followed { source.next } else { cue.next + usize::from(back && !cue.takes('f')) };
        let Some((cue, content)) = self.content(&cue, zone, Some(&source)) else {
            let over =
                self.scene.is_comma(source.next) || source.next + 1 >= self.scene.sentence_end(cue.index);
            let object = over || !source.speaks || cue.takes('T');
            // «بيانات تنتقد فيها سيول», «تقرير انتقدت فيه تحرك الحكومة لفرض الحظر»
            let (first, object) = (cue.next + usize::from(back), object || back && cue.takes('o'));
            let next =
                if followed && source.first == first && object { self.silent(&cue, nested) } else { None };
            // «القوى التي تجمع الأكثرية»: what is told of somebody by the way.
            let before = cue.index.checked_sub(1).map_or("", |at| self.scene.folded(at));
            let by_the_way = cue.takes('s') && words::is_relative(before);
            if next.is_none() && !nested && !by_the_way {
                self.spoke(&source);
            }
            return next;
        };
        if !nested {
            self.spoke(&source);
        }
        if followed && !object {
            let slot = if nested { &mut self.inner } else { &mut self.topic };
            *slot = Some(Topic::of(&self.scene, &source));
        }
        // «"البيان جاء متأخرا"، قال رئيس الرابطة، "لكنه خير من لا شيء"»: both are his.
        let bare = self.scene.reading.word(cue.index).is_some_and(|word| word.particles.is_empty());
        if bare
            && content.quoted
            && cue.takes('q')
            && let Some(before) = content::quoted_before(&self.scene, &cue)
            && !self.found.iter().rev().take(2).any(|claim| claim.span.end > before.span.start)
        {
            self.report(&cue, Speaker::of(&source, "speaker"), before);
        }
        let speaker = Speaker::of(&source, "speaker");
        // «إن بلاده تتابع القضية "عن كثب"»
        let led = || {
            let before = self.scene.folded(content.first.saturating_sub(1));
            words::is_complementizer(before) || before == ":" || content.first <= zone
        };
        if nested && (content.rule == "object" || content.rule == "direct" && !led()) && cue.is_present() {
            // «إن بكين تعارض العقوبات»: how a party stands, told by the speaker; nothing is reported.
            return None;
        }
        if nested
            && content.rule == "object"
            && cue.takes('v')
            && !(cue.takes('q') && content.last > content.first + 1)
        {
            // «إن المدرب أبدى سلوكا غير لائق», «إن إيران أعلنت الوقف»: what somebody did.
            return None;
        }
        let next = self.report(&cue, speaker, content);
        if let (Some(claim), Some(via)) = (self.found.last_mut(), via) {
            claim.via = Some(via);
        }
        Some(next)
    }

    /// «أفادت رويترز عن دبلوماسي بأن»: who spoke to the outlet, in its place; the outlet.
    fn passed_by(&self, cue: &Cue, source: &mut Source) -> Option<Reference> {
        let anonymous = !source.person && !self.scene.is_definite(source.next + 1);
        // «ذكر موقع كذا نقلا عن الناطق قوله إن», «ذكر التلفزيون، نقلا عن مصدر، أن»
        let told = self.scene.past_comma(source.next);
        let from = if self.scene.folded(told) == "نقلا" { told + 1 } else { source.next };
        if cue.takes('n') || self.scene.folded(from) != "عن" || !(source.passing || anonymous) {
            return None;
        }
        let end = self.scene.sentence_end(from);
        let said = sources::read(&self.scene, from + 1, end).filter(|s| s.speaks && !s.outlet)?;
        Some(std::mem::replace(source, said).reference)
    }

    /// «ودعا مجلس الأمن إلى التحرك» in the middle of what somebody says: the one noun is whom he calls upon.
    fn addressed_instead(&self, cue: &Cue, source: &Source) -> bool {
        let also = cue.index.checked_sub(1).is_some_and(|i| self.scene.folded(i) == "كما");
        // «وإذ أكد الوزير التزامه، دعا المصارف إلى»
        let main = extent::is_fronted(&self.scene, self.scene.sentence_start(cue.index));
        let linked = also
            || main
            || self.scene.reading.word(cue.index).is_some_and(|w| w.particles.has(Particles::AND));
        if cue.takes('r') {
            // «وحمّل إسرائيل مسؤولية …»: the one noun is who is blamed.
            return linked && frames::is_blame(self.scene.stem(source.next));
        }
        // «أصدرت بيانا اتهمت فيه الجيش بخرق الهدنة»: the one noun, where who issued it agrees.
        if points_back(self.scene.folded(cue.next)) {
            let agrees = self.last(cue).is_some_and(|last| subjects::agrees(&last, cue));
            return agrees
                && (cue.takes('t') || cue.takes('T'))
                && self.is_right_before_particle(cue, source.next);
        }
        // «ودعا القضاة إلى رفض الطلب»: several may be either.
        let one = source.person && !source.plural;
        // «وناشد المجتمع الدولي الوقوف»: who never speaks.
        let world = self.scene.stem(source.first) == "المجتمع" && self.sentence.1.is_some();
        if world
            && self.last(cue).is_some_and(|last| subjects::agrees(&last, cue))
            && (cue.takes('t') || cue.takes('T'))
        {
            return true;
        }
        if !(cue.takes('t') || cue.takes('T')) || !linked || one || source.next <= cue.next {
            return false;
        }
        let start = self.scene.sentence_start(cue.index);
        let near = (self.sentence.0..cue.index).all(|i| self.scene.kind(i) != TokenKind::Break);
        let spoken = self.sentence.1.is_some() && (self.sentence.0 == start || near);
        let agrees = self.sentence.1.as_ref().is_some_and(|last| subjects::agrees(last, cue));
        spoken && agrees && self.is_right_before_particle(cue, source.next) && (cue.index != start || near)
    }

    /// وأضاف أن …: whoever spoke last.
    fn silent(&mut self, cue: &Cue, nested: bool) -> Option<usize> {
        let before = cue.index.checked_sub(1).map_or("", |i| self.scene.folded(i));
        // «الاتفاق الذي ينص على»: whom the relative means is none who spoke.
        // «بتصريحات الوزير التي اعتبرتها مهينة»: what the relative means is what is described.
        let described = cue.has_pronoun() && cue.takes('d') && subjects::relates(before, cue);
        let relative = subjects::relates(before, cue) && !described;
        if self.is_of_thing(cue) {
            return None;
        }
        let seen = frames::seen_in(&self.scene, cue, cue.next).is_some();
        let inside = points_back(self.scene.folded(cue.next)) && !seen;
        let nested = nested && !inside && !described;
        // «ورأت في بيان نشرته مساء الثلاثاء أنه»
        let reach = if words::is_occasion(self.scene.stem(cue.next + 1)) { 10 } else { 4 };
        let sign = seen || self.scene.index_of_introducer(cue.next, reach).is_some();
        if nested || relative || (cue.takes('s') && !sign) {
            return None;
        }
        let author =
            || if inside { subjects::author(&self.scene, cue) } else { subjects::met(&self.scene, cue) };
        let source = author().or_else(|| self.last(cue));
        let (cue, content) = self.content(cue, cue.next + usize::from(inside), source.as_ref())?;
        if content.rule == "object" && source.is_none() || described && content.rule != "description" {
            return None;
        }
        if let Some(source) = &source {
            self.spoke(source);
        }
        Some(self.report(&cue, Speaker::maybe(source.as_ref(), "speaker-last"), content))
    }

    /// «حول قانون ينص على», «في قضية تنذر بـ»: what is told of a thing, right behind it.
    fn is_of_thing(&self, cue: &Cue) -> bool {
        let bare = self.scene.reading.word(cue.index).is_some_and(|word| word.particles.is_empty());
        let thing = |at: usize| {
            // «قرارا ينتقد»
            let word = self.scene.stem(at);
            let word = word.strip_suffix('ا').unwrap_or(word);
            nouns::is_indefinite(&self.scene, at)
                && !nouns::is_adjective(&self.scene, at)
                && kinds(word) == Kinds::default()
                && !words::is_occasion(word)
        };
        bare && cue.is_present() && !cue.is_plural() && cue.index.checked_sub(1).is_some_and(thing)
    }

    /// …، مؤكدًا أن …: the subject is that of the sentence.
    pub(super) fn participle(&mut self, cue: &Cue) -> Option<usize> {
        if self.is_reported(cue.index) && self.found.last().is_some_and(|c| c.form == Form::Direct) {
            return None;
        }
        // «نشر الحزب بيانا جاء فيه أن»
        let author = || {
            let written = points_back(self.scene.folded(cue.index + 1));
            written.then(|| subjects::author(&self.scene, cue)).flatten()
        };
        let before = cue.is_neutral().then(|| subjects::ending_at(&self.scene, cue.index, cue)).flatten();
        let before = before.or_else(author);
        if let Some(source) = &before {
            self.spoke(source);
        }
        let source = before.or_else(|| match self.last(cue) {
            Some(last) if subjects::agrees(&last, cue) => Some(last),
            Some(last) if !cue.is_plural() => subjects::acting(&self.scene, cue).or(Some(last)),
            // «احتشد مئات المحتجين منددين بـ»: several, whoever of the others spoke last.
            last => subjects::of_sentence(&self.scene, cue).or(last),
        });
        let (cue, content) = self.content(cue, cue.next, source.as_ref())?;
        Some(self.report(&cue, Speaker::maybe(source.as_ref(), "speaker-sentence"), content))
    }
}
