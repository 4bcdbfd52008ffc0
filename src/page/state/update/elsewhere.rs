//! What other tabs do: it shows here at once, and what they wrote over can be brought back.

use crate::annotation::{Annotation, AnnotationId, Article, DocumentId, Edit, EditKind};
use crate::order::sort_by_key;
use crate::page::state::{Effect, Said, State, Supply, spoken};
use crate::storage::{Heard, Kept, Record, Settings, Standing};

impl State {
    pub(super) fn hear(&mut self, mut heard: Vec<Heard>) -> Vec<Effect> {
        // An annotation finds its article only when that is there.
        sort_by_key(&mut heard, |heard| !matches!(heard.record, Record::Article(..)));
        self.typing = None;
        let mut here = Vec::new();
        for Heard { record, lost } in heard {
            match record {
                Record::Annotation(document, id, now) if document == self.desk.article().id => {
                    here.push((id, now.map(|now| *now)));
                }
                Record::Annotation(document, id, now) => {
                    if let Some(workspace) = self.shelf.get_mut(&document) {
                        workspace.adopt(&id, now.map(|now| *now));
                        self.forget_findings(&document);
                    } else {
                        let strays = self.strays.entry(document).or_default();
                        strays.retain(|stray| stray.id != id);
                        strays.extend(now.map(|now| *now));
                    }
                }
                Record::Article(id, now) => self.hear_of_article(&id, now.map(|now| *now)),
                Record::Dispute(id, now) => self.disputes.adopt(id, now.map(|now| *now)),
                Record::Settings(now) => self.hear_of_settings(now.unwrap_or_default()),
            }
            match lost {
                Some(Record::Annotation(document, _, Some(annotation))) => {
                    self.say(Said::Overwritten(document, annotation));
                }
                Some(Record::Dispute(_, Some(dispute))) => drop(self.say(Said::DisputeOverwritten(dispute))),
                _ => {}
            }
        }
        if !here.is_empty() {
            self.adopt(here);
        }
        Vec::new()
    }

    /// Takes in what only the journal had: where nothing was written yet the page begins anew with it, else
    /// it comes as if another tab had written it.
    pub(super) fn reunited(&mut self, kept: Kept, changed: Vec<Heard>, standing: Standing) -> Vec<Effect> {
        if !changed.is_empty() && self.in_flight == 0 && !self.unkept {
            let (stage, asked) = (self.stage, self.growth.asked);
            *self = State::new(kept, self.language);
            (self.stage, self.growth.asked) = (stage, asked);
        } else {
            self.set_aside(kept.unreadable);
            self.hear(changed);
        }
        let mut effects = self.stands(standing);
        if self.tour.is_some() && !matches!(self.standing, Standing::Nowhere(_)) {
            effects.push(Effect::Visited(self.settings.clone()));
        }
        effects
    }

    fn adopt(&mut self, annotations: Vec<(AnnotationId, Option<Annotation>)>) {
        self.desk.adopt(|workspace| {
            annotations.into_iter().for_each(|(id, now)| workspace.adopt(&id, now));
        });
        self.forget_missing();
    }

    fn hear_of_article(&mut self, id: &DocumentId, now: Option<Article>) {
        let open = self.desk.article().id == *id;
        self.forget_findings(id);
        match now {
            Some(article) => {
                self.record(id);
                if open {
                    self.desk.adopt(|workspace| workspace.adopt_article(article));
                } else if let Some(workspace) = self.shelf.get_mut(id) {
                    workspace.adopt_article(article);
                } else {
                    let workspace = self.begun(article);
                    self.shelf.insert(id.clone(), workspace);
                }
            }
            // An article that is open here stays open, and is kept again with the next edit.
            None => {
                self.recorded.remove(id);
                if *id != Article::seed().id {
                    self.shelf.remove(id);
                }
            }
        }
    }

    /// Which article is open is each tab's own matter.
    fn hear_of_settings(&mut self, now: Settings) {
        self.language = spoken(&now, self.language);
        self.settings = Settings { open: self.settings.open.take(), ..now };
    }

    /// Brings back what a notice says was lost.
    pub(super) fn restore(&mut self, index: usize, supply: &mut impl Supply) -> Vec<Effect> {
        if index >= self.notices.len() {
            return Vec::new();
        }
        match self.notices.remove(index).said {
            Said::Overwritten(document, annotation) => self.write_again(&document, *annotation, supply),
            Said::DisputeOverwritten(dispute) | Said::DisputeRemoved(dispute) => self.keep_dispute(&dispute),
            Said::Removed(id, _) => self.bring_back(&id),
            _ => Vec::new(),
        }
    }

    fn write_again(
        &mut self,
        document: &DocumentId,
        annotation: Annotation,
        supply: &mut impl Supply,
    ) -> Vec<Effect> {
        let mut effects = match self.shelf.remove(document) {
            Some(workspace) => self.lay(workspace),
            None => Vec::new(),
        };
        if self.desk.article().id != *document {
            return effects;
        }
        let before = self.desk.workspace().annotations().get(&annotation.id).cloned();
        let after = Annotation { modified: supply.now(), ..annotation };
        let kind = if before.is_some() { EditKind::Change } else { EditKind::Add };
        effects.extend(self.edit(Edit::one(kind, before, Some(after))));
        effects
    }
}

#[cfg(test)]
mod tests {
    use crate::annotation::{Annotation, Article, ContentKind};
    use crate::page::state::Message;
    use crate::page::state::testing::Page;
    use crate::storage::{Heard, Kept, Record, Settings, Standing};
    use crate::text::Span;

    fn with_note(words: &str) -> (Page, Annotation) {
        let mut page = Page::new();
        page.does(Message::Select(Some(Span::of(0..6)))).does(Message::Mark(ContentKind::Note));
        page.does(Message::Set(crate::page::state::Field::Note(words.into())));
        let annotation = page.annotations()[0].clone();
        (page, annotation)
    }

    fn record(annotation: &Annotation, now: Option<&str>) -> Record {
        let now = now.map(|note| Box::new(Annotation { note: note.into(), ..annotation.clone() }));
        Record::Annotation(Article::seed().id, annotation.id.clone(), now)
    }

    #[test]
    fn an_edit_of_another_tab_shows_at_once() {
        let (mut page, annotation) = with_note("هنا");
        page.does(Message::Heard(vec![Heard { record: record(&annotation, Some("هناك")), lost: None }]));
        assert_eq!(page.annotations()[0].note, "هناك");
        assert!(page.state.notices.is_empty());
        page.does(Message::Heard(vec![Heard { record: record(&annotation, None), lost: None }]));
        assert!(page.annotations().is_empty() && page.state.editing.is_none());
    }

    #[test]
    fn what_only_the_journal_had_comes_at_the_start_and_does_not_undo_what_was_done_since() {
        let (mut page, annotation) = with_note("هنا");
        let other = Annotation { id: crate::annotation::AnnotationId("urn:test:x".into()), ..annotation };
        let kept =
            Kept { annotations: [(Article::seed().id, vec![other.clone()])].into(), ..Kept::default() };
        let changed = vec![Heard { record: record(&other, Some("قبل")), lost: None }];
        let reunited = Message::Reunited(Box::new(kept), changed, Standing::Both);
        page.does(reunited.clone());
        assert_eq!(page.annotations().len(), 2);
        let mut fresh = Page::new();
        fresh.does(reunited);
        assert_eq!(fresh.annotations(), [other]);
    }

    #[test]
    fn what_another_tab_wrote_over_can_be_brought_back_and_that_undone() {
        let (mut page, annotation) = with_note("هنا");
        let lost = Some(record(&annotation, Some("هنا")));
        page.does(Message::Heard(vec![Heard { record: record(&annotation, Some("هناك")), lost }]));
        page.does(Message::Restore(0));
        assert_eq!(page.annotations()[0].note, "هنا");
        page.does(Message::Undo);
        assert_eq!(page.annotations()[0].note, "هناك");
    }

    #[test]
    fn articles_and_settings_of_another_tab_come_and_the_open_article_stays() {
        let mut page = Page::new();
        let article = Article::new("قال الوزير إن الوضع هادئ.");
        let open = page.state.settings.open.clone();
        let settings =
            Settings { theme: "dark".into(), open: Some(article.id.clone()), ..Settings::default() };
        page.does(Message::Heard(vec![
            Heard {
                record: Record::Article(article.id.clone(), Some(Box::new(article.clone()))),
                lost: None,
            },
            Heard { record: Record::Settings(Some(settings)), lost: None },
        ]));
        assert!(page.state.shelf.contains_key(&article.id));
        assert_eq!((page.state.settings.theme.as_str(), &page.state.settings.open), ("dark", &open));
        page.does(Message::Heard(vec![Heard {
            record: Record::Article(article.id.clone(), None),
            lost: None,
        }]));
        assert!(!page.state.shelf.contains_key(&article.id));
    }
}
