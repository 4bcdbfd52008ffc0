//! Who says what: reporting words, the content that follows them, and whose it is.
//!
//! The text is read once from left to right, as a `scene`. At each reporting word (`cue`, `cues`) its subject is
//! looked for (`subjects`), a source that a noun phrase names (`sources`, by `phrase`, `heads`, `persons`, `nouns`
//! and `unlisted`), past what stands `between`, the content that it introduces or governs (`content`, `frames`,
//! `extent`); what it does with it is decided last (`acts`). Words that only pass on what others said are in
//! `carriers`, allegations that a verb behind them has brought in `allegations`. Words inside quoted speech
//! (`quotes`) report nothing of their own.

mod acts;
mod allegations;
mod between;
mod carriers;
mod content;
mod cue;
mod cues;
mod extent;
mod frames;
mod heads;
mod nouns;
mod persons;
mod phrase;
mod quotes;
mod scene;
mod sources;
mod subjects;
mod unlisted;
mod words;

use super::steps::{Pace, pause};
use super::{Claim, Entity, Evidence, Particles, Reading, Reference};
use crate::analysis::sides::{Kinds, kinds};
use crate::order::sort_by_key;
use crate::text::{TokenKind, Words};
use content::{Content, Report};
use cues::{Cue, Shape};
use scene::{HEADLINE, Scene};
use sources::Source;
use subjects::{History, Topic, points_back};

/// All claims of the document, in its order; sides and issues are found later.
pub async fn find(reading: &Reading<'_>, entities: &[Entity]) -> Vec<Claim> {
    let mut finder = Finder {
        scene: Scene::new(reading, entities),
        history: History::default(),
        topic: None,
        inner: None,
        reported: Reported::default(),
        sentence: (0, None),
        found: Vec::new(),
    };
    pause().await;
    let (mut index, mut pace) = (0, Pace::default());
    while index < reading.len() {
        pace.at(index).await;
        index = finder.at(index).max(index + 1);
    }
    let mut found = finder.found;
    sort_by_key(&mut found, |claim| (claim.span.start, std::cmp::Reverse(claim.span.end)));
    found.dedup_by(|a, b| a.span == b.span);
    found
}

/// The claim as it was found, before sides and issues were.
pub fn of_nobody(claim: &Claim) -> Claim {
    let evidence = claim.evidence.iter().take(OF_ITSELF).cloned().collect();
    Claim { side: None, issue: None, evidence, ..claim.clone() }
}

/// So many pieces of evidence are for the claim itself: its cue, its speaker and its act.
const OF_ITSELF: usize = 3;

/// So many marks and breaks stand between what is quoted and a paragraph behind it, at most.
const MARKS: usize = 6;

/// Verbs by which a word of somebody is given out: «أصدر تحذيرا», «وجه دعوة».
static ISSUES: Words = Words::new(&[
    "اصدر", "اصدرت", "اصدروا", "اطلق", "اطلقت", "اطلقوا", "وجه", "وجهت", "وجهوا", "قدم", "قدمت", "قدموا",
]);

/// Such a verb stands so many words before what is given out, at most.
const ISSUED: usize = 16;

struct Finder<'a> {
    scene: Scene<'a>,
    history: History,
    /// The subject of the clause that is read, of the writer's own and of reported content.
    topic: Option<Topic>,
    inner: Option<Topic>,
    /// The reported content that is read.
    reported: Reported,
    /// Who spoke last in the sentence that begins at this token.
    sentence: (usize, Option<Source>),
    found: Vec<Claim>,
}

/// Reported content, in which others may be reported.
#[derive(Default)]
struct Reported {
    /// Its first token and the one after its last.
    first: usize,
    last: usize,
    /// Its claim, by its place among those found.
    claim: usize,
    /// Whether an agency or a correspondent tells it, who only passes words on.
    passing: bool,
}

/// A speaker, and how he was found.
struct Speaker {
    reference: Option<Reference>,
    /// An agency or a correspondent, who only passes words on.
    passing: bool,
    rule: &'static str,
}

impl Speaker {
    fn of(source: &Source, rule: &'static str) -> Speaker {
        Speaker { reference: Some(source.reference.clone()), passing: source.passing, rule }
    }

    fn maybe(source: Option<&Source>, rule: &'static str) -> Speaker {
        source.map_or(Speaker { reference: None, passing: false, rule }, |source| Speaker::of(source, rule))
    }
}

impl Finder<'_> {
    /// Looks at one word; gives the word to go on with.
    fn at(&mut self, index: usize) -> usize {
        if let Some(next) = self.headline(index).or_else(|| self.goes_on(index)) {
            return next;
        }
        if let Some(next) =
            self.carried(index).or_else(|| self.attributed(index)).or_else(|| self.alleged(index))
        {
            return next;
        }
        if let Some(topic) = subjects::topic(&self.scene, index) {
            let inside = self.is_reported(index);
            if inside && self.reported.passing && topic.source.person {
                // «أفاد مراسلنا بأن الوزير لم يعلق. وقد أقر …»: of whom it is told.
                self.history.remember(&topic.source);
            }
            let slot = if inside { &mut self.inner } else { &mut self.topic };
            // «أما فلان، رئيس الجمعية، فاتهم …»: the office behind the name is no other's.
            if slot.as_ref().is_none_or(|known| known.source.first >= index || known.source.next <= index) {
                *slot = Some(topic);
            }
        }
        let Some(cue) = cues::at(&self.scene, index) else {
            if let Some(source) = cues::denied(&self.scene, index)
                .and_then(|cue| subjects::after(&self.scene, &cue))
                .filter(|source| source.speaks)
                .filter(|source| source.person || self.scene.folded(index.saturating_sub(1)) == "ما")
            {
                self.spoke(&source);
            }
            return index + 1;
        };
        match cue.shape {
            Shape::Verb => self.verb(cues::chained(&self.scene, cue)),
            Shape::Participle => self.participle(&cue),
            Shape::Noun => self.noun(&cue),
        }
        .unwrap_or(index + 1)
    }

    /// قال X إن …، نفت X …، X دعا إلى …
    fn verb(&mut self, cue: Cue) -> Option<usize> {
        let nested = self.is_reported(cue.index);
        let topic = if nested { &self.inner } else { &self.topic };
        let before =
            topic.as_ref().filter(|topic| topic.reaches(&self.scene, &cue)).map(|t| t.source.clone());
        let object = subjects::is_of_relative(&self.scene, &cue);
        let after = if before.is_none() || object { subjects::after(&self.scene, &cue) } else { None };
        let before = before.filter(|_| after.is_none());
        // «الحزب الذي كان قد دعا أنصاره إلى الهدوء»: the one noun is whom he calls upon, whom the relative means.
        let after = after.filter(|source| {
            let addressed =
                (cue.takes('t') || cue.takes('T')) && self.is_right_before_particle(&cue, source.next);
            !addressed || subjects::antecedent(&self.scene, &cue).is_none()
        });
        if before.is_none() && after.is_none() && cue.impersonal(&self.scene) {
            return None;
        }
        // «قال إنه أبلغ كبار الضباط أن»: he who says so, and whom he told.
        let told = cue.index.checked_sub(1).map_or("", |at| self.scene.folded(at));
        let own = nested && after.is_some() && matches!(told, "انه" | "انها" | "انهم" | "انهما");
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

    /// The particle follows the noun at once: there is no second noun to be addressed.
    fn is_right_before_particle(&self, cue: &Cue, next: usize) -> bool {
        between::particle(&self.scene, cue, next, next + 1).is_some()
    }

    /// وأضاف أن …: whoever spoke last.
    fn silent(&mut self, cue: &Cue, nested: bool) -> Option<usize> {
        let before = cue.index.checked_sub(1).map_or("", |i| self.scene.folded(i));
        // «الاتفاق الذي ينص على»: whom the relative means is none who spoke.
        // «بتصريحات الوزير التي اعتبرتها مهينة»: what the relative means is what is described.
        let described = cue.has_pronoun() && cue.takes('d') && subjects::relates(before, cue);
        let relative = subjects::relates(before, cue) && !described;
        // «حول قانون ينص على», «في قضية تنذر بـ»: what is told of a thing.
        let bare = self.scene.reading.word(cue.index).is_some_and(|word| word.particles.is_empty());
        let of_thing = |at: usize| {
            // «قرارا ينتقد»
            let word = self.scene.stem(at);
            let word = word.strip_suffix('ا').unwrap_or(word);
            nouns::is_indefinite(&self.scene, at)
                && !nouns::is_adjective(&self.scene, at)
                && kinds(word) == Kinds::default()
                && !words::is_occasion(word)
        };
        if bare && cue.is_present() && !cue.is_plural() && cue.index.checked_sub(1).is_some_and(of_thing) {
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

    /// …، مؤكدًا أن …: the subject is that of the sentence.
    fn participle(&mut self, cue: &Cue) -> Option<usize> {
        if self.is_reported(cue.index) && self.found.last().is_some_and(|c| c.form == super::Form::Direct) {
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

    /// دعوة X إلى …، إدانتها لـ …، بقوله إن …
    fn noun(&mut self, cue: &Cue) -> Option<usize> {
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
    fn alleged(&mut self, index: usize) -> Option<usize> {
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

    /// نقلت رويترز عن مسؤول قوله إن …: whoever passes it on is not its speaker.
    fn carried(&mut self, index: usize) -> Option<usize> {
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
    fn attributed(&mut self, index: usize) -> Option<usize> {
        let found = carriers::according_to(&self.scene, index)?;
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

    /// «X: …» alone on a line.
    fn headline(&mut self, index: usize) -> Option<usize> {
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
    fn goes_on(&mut self, index: usize) -> Option<usize> {
        let scene = &self.scene;
        let close = scene.closing(index).filter(|close| *close > index + 3)?;
        let ends = |at: usize| scene.kind(at) == TokenKind::Break || at >= scene.reading.len();
        let last = self.found.last().filter(|claim| claim.form == super::Form::Direct)?;
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

    /// The content of a cue, or of the noun of attitude that it carries.
    fn content(&self, cue: &Cue, zone: usize, speaker: Option<&Source>) -> Option<(Cue, Content)> {
        let scene = &self.scene;
        let end = scene.sentence_end(cue.index);
        if cue.takes('o') && zone > cue.next + 1 && subjects::is_that(scene, cue.next) {
            return Some((cue.clone(), content::whole(scene, cue.next, cue.next + 1, "object")));
        }
        let attitude = cues::attitude(scene, cue, zone, end);
        // «عن «معارضتها الشديدة للقرار»»: all of it in marks.
        if let Some(attitude) = &attitude
            && let Some(open) = (zone..attitude.next)
                .find(|at| scene.closing(*at).is_some_and(|close| close > attitude.next + 1))
            && let Some(content) = content::quoted(scene, open, "direct")
        {
            return Some((attitude.clone(), content));
        }
        // «عن "تضامنها" مع المملكة»: its own word in marks begins what is said.
        if let Some(attitude) = &attitude
            && let Some(open) = (zone..attitude.next).find(|at| scene.closing(*at) == Some(attitude.next))
            && !extent::closes(scene, attitude.next + 1)
            && let Some(content) = content::ended(&self.reading_of(attitude, open, speaker), open, "phrase")
        {
            return Some((cue.clone(), content));
        }
        // «أعربت عن أسفها لأنها تشكل ذريعة»
        if let Some(attitude) = &attitude
            && matches!(scene.folded(attitude.next), "لان" | "لانه" | "لانها" | "لانهم")
        {
            let report = self.reading_of(attitude, attitude.next + 1, speaker);
            let content = content::ended(&report, attitude.next + 1, "clause")?;
            return Some((attitude.clone(), content));
        }
        // «أكدت دعمها للسلام»: what is supported says nothing without the noun.
        if let Some(attitude) = &attitude
            && attitude.takes('S')
            && frames::content(&self.reading_of(attitude, attitude.next, speaker)).is_some()
        {
            let noun = scene.reading.tokens(attitude.reference.span).end - 1;
            let content = content::ended(&self.reading_of(cue, noun, speaker), noun, "object")?;
            return Some((cue.clone(), content));
        }
        if let Some(attitude) = attitude
            && let Some(content) = frames::content(&self.reading_of(&attitude, attitude.next, speaker))
        {
            return Some((attitude, content));
        }
        if let Some(content) = frames::content(&self.reading_of(cue, zone, speaker)) {
            return Some((cue.clone(), content));
        }
        let behind =
            (cue.shape == Shape::Verb && cue.takes('q')).then(|| content::quoted_before(scene, cue))?;
        Some((cue.clone(), behind?))
    }

    fn reading_of<'r>(&'r self, cue: &'r Cue, zone: usize, speaker: Option<&'r Source>) -> Report<'r, 'r> {
        Report { scene: &self.scene, cue, zone, speaker }
    }

    /// Whom a word without subject means: the subject of its sentence, else who spoke last.
    fn last(&self, cue: &Cue) -> Option<Source> {
        let start = self.scene.sentence_start(cue.index);
        let spoke = self.sentence.1.as_ref().filter(|_| self.sentence.0 == start);
        let topic =
            self.topic.as_ref().filter(|t| t.in_sentence_of(&self.scene, cue.index)).map(|t| &t.source);
        let mut near: Vec<&Source> =
            [spoke, topic].into_iter().flatten().filter(|s| s.first < cue.index).collect();
        sort_by_key(&mut near, |source| std::cmp::Reverse(source.first));
        let found = near.into_iter().find(|source| subjects::agrees(source, cue)).cloned();
        // «وشاركته الرأي الوزيرة فلانة، قائلة»: who stands right before a participle with which nobody else agrees.
        let adjacent = || {
            let participle = cue.shape == Shape::Participle && !cue.is_neutral();
            participle.then(|| subjects::ending_at(&self.scene, cue.index, cue)).flatten()
        };
        if let Some(found) = found.or_else(adjacent) {
            return Some(found);
        }
        let last = self.history.last(cue);
        // «ولم تستبعد الحركة …. وذكرت أن»: the subject of a sentence before, where it is nearer than who spoke.
        let subject = || {
            let topic = self.topic.as_ref().filter(|t| t.in_paragraph_of(&self.scene, cue.index))?;
            let nearer = last.is_none_or(|last| {
                last.first < topic.source.first && !(last.person && subjects::agrees(last, cue))
            });
            (nearer && subjects::agrees(&topic.source, cue)).then_some(&topic.source)
        };
        subject().or(last).cloned()
    }

    fn spoke(&mut self, source: &Source) {
        self.history.remember(source);
        let at = self.found.last().map_or(source.first, |_| source.first);
        self.sentence = (self.scene.sentence_start(at), Some(source.clone()));
    }

    /// Whether the token stands in reported content.
    fn is_reported(&self, index: usize) -> bool {
        (self.reported.first..self.reported.last).contains(&index)
    }

    /// The claim in whose reported content the token stands.
    fn outer_claim(&self, index: usize) -> Option<&Claim> {
        self.found.get(self.reported.claim).filter(|_| self.is_reported(index))
    }

    /// «وصف إعلان الرئيس بأنه تهديد»: what is described belongs to the description.
    fn is_described(&self, index: usize) -> bool {
        self.outer_claim(index)
            .is_some_and(|claim| claim.evidence.first().is_some_and(|e| e.rule == "description"))
    }

    /// Who reports the content in which the cue stands. An agency that tells nothing but what its subject says
    /// has made no claim of its own: «ذكرت وكالة … أن الحركة دعت إلى …».
    fn outer(&mut self, cue: &Cue) -> Option<Reference> {
        let first = self.reported.first;
        let outer = self.outer_claim(cue.index)?.speaker.clone();
        let whole = cue.index == first || self.inner.as_ref().is_some_and(|t| t.source.first == first);
        if self.reported.passing && whole {
            self.found.remove(self.reported.claim);
            self.reported = Reported::default();
        }
        outer
    }

    /// Writes a claim; gives the token to go on with.
    fn report(&mut self, cue: &Cue, speaker: Speaker, mut content: Content) -> usize {
        // «نفى ما أوردته الجماعة من أن المملكة جمدت المفاوضات، | وأكد أن»: what is within ends with what it is in.
        if self.is_reported(content.first) && content.last > self.reported.last {
            content.last = self.reported.last;
            content.span.end = self.scene.reading.span(content.first, content.last - content.first).end;
        }
        let (act, act_rule) = acts::act(&self.scene, cue, &content);
        let named = speaker.reference.as_ref().map(|s| s.text.clone()).unwrap_or_default();
        let via = if content.last > cue.index {
            carriers::between(&self.scene, cue.next, content.first)
                .or_else(|| carriers::behind(&self.scene, content.last))
        } else {
            None
        };
        let evidence: [Evidence; OF_ITSELF] = [
            Evidence::new(content.rule, cue.reference.text.clone()),
            Evidence::new(if named.is_empty() { "no-speaker" } else { speaker.rule }, named),
            act_rule,
        ];
        // Nobody passes on what he says himself.
        let himself = |via: &Reference| speaker.reference.as_ref().is_some_and(|r| r.text == via.text);
        let via = via.or_else(|| self.outer(cue).filter(|via| !himself(via)));
        // Quoted speech is left as a whole; reported speech may report in its turn.
        let next = if content.quoted { content.last.max(cue.next) } else { cue.next };
        if !content.quoted && content.first >= cue.index {
            if !self.is_reported(content.first) {
                let passing = speaker.passing;
                self.reported =
                    Reported { first: content.first, last: content.last, claim: self.found.len(), passing };
            }
            self.inner = None;
        }
        self.found.push(Claim {
            span: content.span,
            speaker: speaker.reference,
            cue: cue.reference.clone(),
            via,
            form: content.form,
            act,
            side: None,
            issue: None,
            evidence: evidence.into(),
        });
        next
    }
}
