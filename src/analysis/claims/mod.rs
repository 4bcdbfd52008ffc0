//! Who says what: reporting words, the content that follows them, and whose it is.
//!
//! The text is read once from left to right. At each reporting word (`cues`) its subject is looked for
//! (`speakers`), then the content that it introduces (`content`); what it does with it is decided last
//! (`acts`). Words inside quoted speech report nothing of their own.

mod acts;
mod content;
mod cues;
mod scene;
mod speakers;

use super::{Claim, Entity, Evidence, Reading, Reference};
use cues::{Cue, Shape};
use scene::Scene;
use speakers::{History, Subject};

/// All claims of the document, in its order; sides and issues are found later.
pub fn find(reading: &Reading, entities: &[Entity]) -> Vec<Claim> {
    let mut finder =
        Finder { scene: Scene::new(reading, entities), history: History::default(), found: Vec::new() };
    let mut index = 0;
    while index < reading.len() {
        index = finder.at(index).max(index + 1);
    }
    let mut found = finder.found;
    found.sort_by_key(|claim| (claim.span.start, std::cmp::Reverse(claim.span.end)));
    found.dedup_by(|a, b| a.span == b.span && a.cue.span == b.cue.span);
    found
}

struct Finder<'a> {
    scene: Scene<'a>,
    history: History,
    found: Vec<Claim>,
}

impl Finder<'_> {
    /// Looks at one word; gives the word to go on with.
    fn at(&mut self, index: usize) -> usize {
        if let Some(next) = self.carried(index).or_else(|| self.attributed(index)) {
            return next;
        }
        let Some(cue) = cues::at(&self.scene, index) else { return index + 1 };
        match cue.shape {
            Shape::Verb => self.verb(&cue),
            Shape::Participle => self.participle(&cue),
            Shape::Noun => self.noun(&cue),
        }
        .unwrap_or(index + 1)
    }

    /// قال X إن …، نفت X …، X دعا إلى …
    fn verb(&mut self, cue: &Cue) -> Option<usize> {
        let before = speakers::before(&self.scene, cue);
        let after = if before.is_some() { None } else { speakers::after(&self.scene, cue) };
        let zone = after.as_ref().map_or(cue.next, |subject: &Subject| subject.next);
        let explicit = before.or(after);
        // «يذكر أن …» and the like open the writer's own background.
        if explicit.is_none() && cue.impersonal() {
            return None;
        }
        let content = content::after(&self.scene, cue, zone)?;
        let via = speakers::carrier_between(&self.scene, cue.next, content.first)
            .or_else(|| speakers::carrier_behind(&self.scene, content.last));
        let speaker = match explicit {
            Some(subject) => {
                self.history.remember(&self.scene, &subject);
                Some(subject.reference)
            }
            None => self.history.last(cue),
        };
        Some(self.claim(cue, speaker, via, content))
    }

    /// …، مؤكدًا أن …: the subject is that of the sentence.
    fn participle(&mut self, cue: &Cue) -> Option<usize> {
        let content = content::after(&self.scene, cue, cue.next)?;
        let speaker = self.history.last(cue);
        Some(self.claim(cue, speaker, None, content))
    }

    /// دعوة X إلى …، إدانتها لـ …، بقوله إن …
    fn noun(&mut self, cue: &Cue) -> Option<usize> {
        let subject = if cue.has_pronoun() { None } else { Some(speakers::genitive(&self.scene, cue)?) };
        let zone = subject.as_ref().map_or(cue.next, |subject| subject.next);
        let content = content::after(&self.scene, cue, zone)?;
        let speaker = match subject {
            Some(subject) => Some(subject.reference),
            None => self.history.last(cue),
        };
        Some(self.claim(cue, speaker, None, content))
    }

    /// نقلت رويترز عن مسؤول قوله إن …: whoever passes it on is not its speaker.
    fn carried(&mut self, index: usize) -> Option<usize> {
        let carried = speakers::passed_on(&self.scene, index)?;
        let cue = carried.cue;
        let content = content::after(&self.scene, &cue, cue.next)?;
        self.history.remember(&self.scene, &carried.speaker);
        Some(self.claim(&cue, Some(carried.speaker.reference), carried.via, content))
    }

    /// …، بحسب X: what stands before is X's, unless somebody else has said it already.
    fn attributed(&mut self, index: usize) -> Option<usize> {
        let source = speakers::according_to(&self.scene, index)?;
        let start = self.scene.sentence_start(index);
        let sentence = self.scene.reading.word(start)?.span.start;
        if let Some(last) = self.found.last_mut().filter(|claim| claim.span.end > sentence) {
            last.via.get_or_insert(source.subject.reference);
            return Some(source.subject.next);
        }
        let content = content::before(&self.scene, start, index)?;
        let cue = source.cue;
        self.history.remember(&self.scene, &source.subject);
        self.claim(&cue, Some(source.subject.reference), None, content);
        Some(source.subject.next)
    }

    fn claim(
        &mut self,
        cue: &Cue,
        speaker: Option<Reference>,
        via: Option<Reference>,
        content: content::Content,
    ) -> usize {
        let (act, act_rule) = acts::act(&self.scene, cue, &content);
        let named = speaker.as_ref().map(|s| s.text.clone()).unwrap_or_default();
        let evidence = vec![
            Evidence::new(content.rule, cue.reference.text.clone()),
            Evidence::new(if named.is_empty() { "no-speaker" } else { "speaker" }, named),
            act_rule,
        ];
        // Quoted speech is left as a whole; reported speech may report in its turn.
        let next = if content.quoted { content.last } else { cue.next };
        self.found.push(Claim {
            span: content.span,
            speaker,
            cue: cue.reference.clone(),
            via,
            form: content.form,
            act,
            side: None,
            issue: None,
            evidence,
        });
        next
    }
}
