//! What reads the text for claims: what it remembers while it goes on, and how it writes one down.

use super::acts;
use super::between;
use super::carriers;
use super::content::{self, Content, Report};
use super::cues::{self, Cue, Shape};
use super::extent;
use super::frames;
use super::scene::Scene;
use super::sources::Source;
use super::subjects::{self, History, Topic};
use crate::analysis::{Claim, Evidence, Reference};
use crate::order::sort_by_key;

/// So many pieces of evidence are for the claim itself: its cue, its speaker and its act.
pub const OF_ITSELF: usize = 3;

/// To whom something is said is told within so many tokens behind a verb that follows what it reports.
const AFTER_SPEAKER: usize = 16;

/// A text that is read for claims, up to one of its words.
pub(super) struct Finder<'a> {
    pub(super) scene: Scene<'a>,
    pub(super) history: History,
    /// The subject of the clause that is read, of the writer's own and of reported content.
    pub(super) topic: Option<Topic>,
    pub(super) inner: Option<Topic>,
    /// The reported content that is read.
    pub(super) reported: Reported,
    /// Who spoke last in the sentence that begins at this token.
    pub(super) sentence: (usize, Option<Source>),
    pub(super) found: Vec<Claim>,
}

/// Reported content, in which others may be reported.
#[derive(Default)]
pub(super) struct Reported {
    /// Its first token and the one after its last.
    pub(super) first: usize,
    pub(super) last: usize,
    /// Its claim, by its place among those found.
    pub(super) claim: usize,
    /// Whether an agency or a correspondent tells it, who only passes words on.
    pub(super) passing: bool,
}

/// A speaker, and how he was found.
pub(super) struct Speaker {
    pub(super) reference: Option<Reference>,
    /// An agency or a correspondent, who only passes words on.
    pub(super) passing: bool,
    pub(super) rule: &'static str,
}

impl Speaker {
    pub(super) fn of(source: &Source, rule: &'static str) -> Speaker {
        Speaker { reference: Some(source.reference.clone()), passing: source.passing, rule }
    }

    pub(super) fn maybe(source: Option<&Source>, rule: &'static str) -> Speaker {
        source.map_or(Speaker { reference: None, passing: false, rule }, |source| Speaker::of(source, rule))
    }
}

impl<'a> Finder<'a> {
    /// Before its first word.
    pub(super) fn new(scene: Scene<'a>) -> Self {
        Finder {
            scene,
            history: History::default(),
            topic: None,
            inner: None,
            reported: Reported::default(),
            sentence: (0, None),
            found: Vec::new(),
        }
    }
}

impl Finder<'_> {
    /// Looks at one word; gives the word to go on with.
    pub(super) fn at(&mut self, index: usize) -> usize {
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

    /// The content of a cue, or of the noun of attitude that it carries.
    pub(super) fn content(&self, cue: &Cue, zone: usize, speaker: Option<&Source>) -> Option<(Cue, Content)> {
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
        if let Some(attitude) = attitude
            && let Some(content) = frames::content(&self.reading_of(&attitude, attitude.next, speaker))
        {
            // «أكدت دعمها للسلام»: what is supported says nothing without the noun.
            if attitude.takes('S') {
                let noun = scene.reading.tokens(attitude.reference.span).end - 1;
                let content = content::ended(&self.reading_of(cue, noun, speaker), noun, "object")?;
                return Some((cue.clone(), content));
            }
            return Some((attitude, content));
        }
        if let Some(content) = frames::content(&self.reading_of(cue, zone, speaker)) {
            return Some((cue.clone(), content));
        }
        let behind =
            (cue.shape == Shape::Verb && cue.takes('q')).then(|| content::quoted_before(scene, cue))?;
        Some((cue.clone(), behind?))
    }

    pub(super) fn reading_of<'r>(
        &'r self,
        cue: &'r Cue,
        zone: usize,
        speaker: Option<&'r Source>,
    ) -> Report<'r, 'r> {
        Report { scene: &self.scene, cue, zone, speaker }
    }

    /// Whom a word without subject means: the subject of its sentence, else who spoke last.
    pub(super) fn last(&self, cue: &Cue) -> Option<Source> {
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

    pub(super) fn spoke(&mut self, source: &Source) {
        self.history.remember(source);
        let at = self.found.last().map_or(source.first, |_| source.first);
        self.sentence = (self.scene.sentence_start(at), Some(source.clone()));
    }

    /// Whether the token stands in reported content.
    pub(super) fn is_reported(&self, index: usize) -> bool {
        (self.reported.first..self.reported.last).contains(&index)
    }

    /// The claim in whose reported content the token stands.
    pub(super) fn outer_claim(&self, index: usize) -> Option<&Claim> {
        self.found.get(self.reported.claim).filter(|_| self.is_reported(index))
    }

    /// «وصف إعلان الرئيس بأنه تهديد»: what is described belongs to the description.
    pub(super) fn is_described(&self, index: usize) -> bool {
        self.outer_claim(index)
            .is_some_and(|claim| claim.evidence.first().is_some_and(|e| e.rule == "description"))
    }

    /// Who reports the content in which the cue stands. An agency that tells nothing but what its subject says
    /// has made no claim of its own: «ذكرت وكالة … أن الحركة دعت إلى …».
    pub(super) fn outer(&mut self, cue: &Cue) -> Option<Reference> {
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
    pub(super) fn report(&mut self, cue: &Cue, speaker: Speaker, mut content: Content) -> usize {
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
            // «"الوضع كارثي"، يقول الطبيب لوكالة كذا»
            let end = self.scene.sentence_end(cue.index).min(cue.next + AFTER_SPEAKER);
            let over = (cue.next..end).find(|at| self.scene.is_comma(*at)).unwrap_or(end);
            let own = speaker.reference.as_ref().map(|speaker| speaker.span);
            carriers::between(&self.scene, cue.next, over)
                .filter(|via| own.is_none_or(|own| !(own.start..own.end).contains(&via.span.start)))
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

    /// The particle follows the noun at once: there is no second noun to be addressed.
    pub(super) fn is_right_before_particle(&self, cue: &Cue, next: usize) -> bool {
        between::particle(&self.scene, cue, next, next + 1).is_some()
    }
}
