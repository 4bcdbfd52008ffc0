//! Undo and redo, and the deletion of an article, which both can take back.

use crate::annotation::{Article, DocumentId, Edit, EditKind, Workspace};
use crate::page::state::{Effect, Said, State, Turn};

impl State {
    /// Whether there is something to take back.
    pub fn can_undo(&self) -> bool {
        matches!(self.turn, Some(Turn::Removed(_) | Turn::Renamed(_) | Turn::TakenIn(_)))
            || self.desk.workspace().can_undo()
    }

    /// Whether there is something to make again.
    pub fn can_redo(&self) -> bool {
        matches!(self.turn, Some(Turn::BroughtBack(_) | Turn::NamedBack(_) | Turn::HandedBack(_)))
            || self.desk.workspace().can_redo()
    }

    /// The articles that can be deleted to make room, with their titles.
    pub fn removable(&self) -> Vec<(DocumentId, String)> {
        let of = |workspace: &Workspace| (workspace.article().id.clone(), workspace.article().title.clone());
        self.shelf.values().map(of).filter(|(id, _)| self.recorded.contains(id)).collect()
    }

    pub(super) fn undo(&mut self) -> Vec<Effect> {
        match self.turn.clone() {
            Some(Turn::Removed(id)) => self.bring_back(&id),
            Some(Turn::Renamed(id)) if self.shelf.contains_key(&id) => self.rename_back(&id, false),
            Some(Turn::TakenIn(brought)) => self.hand_back(brought),
            _ => self.step(Workspace::undo),
        }
    }

    pub(super) fn redo(&mut self) -> Vec<Effect> {
        match self.turn.clone() {
            Some(Turn::BroughtBack(id)) => self.remove_article(&id),
            Some(Turn::NamedBack(id)) if self.shelf.contains_key(&id) => self.rename_back(&id, true),
            Some(Turn::HandedBack(brought)) => self.take_in_again(brought),
            _ => self.step(Workspace::redo),
        }
    }

    /// Deletes an article with its annotations. The built-in article stays, without its annotations.
    pub(super) fn remove_article(&mut self, id: &DocumentId) -> Vec<Effect> {
        let mut effects = self.close_editor();
        let panel = self.panel;
        let seed = Article::seed();
        if self.desk.article().id == *id {
            let next = self.shelf.keys().next().cloned().and_then(|next| self.shelf.remove(&next));
            effects.extend(self.lay(next.unwrap_or_else(|| Workspace::new(seed.clone(), []))));
            self.panel = panel;
        }
        let Some(workspace) = self.shelf.remove(id) else { return effects };
        if *id == seed.id && self.desk.article().id != seed.id {
            self.shelf.insert(seed.id.clone(), Workspace::new(seed, []));
        }
        self.say(Said::Removed(id.clone(), workspace.article().title.clone()));
        effects.push(Effect::Save(id.clone(), workspace.clearing()));
        effects.push(self.discard(workspace));
        self.turn = Some(Turn::Removed(id.clone()));
        effects
    }

    /// Puts an article into the bin; its record goes.
    pub(super) fn discard(&mut self, workspace: Workspace) -> Effect {
        let id = workspace.article().id.clone();
        self.recorded.remove(&id);
        self.forget_findings(&id);
        self.bin.push(workspace);
        Effect::ForgetArticle(id)
    }

    /// Takes the article that was put into the bin last under that id out of it; its record comes back.
    pub(super) fn retrieve(&mut self, id: &DocumentId) -> Option<(Workspace, Effect)> {
        let at = self.bin.iter().rposition(|workspace| workspace.article().id == *id)?;
        let workspace = self.bin.remove(at);
        self.record(id);
        let saved = Effect::SaveArticle(Box::new(workspace.article().clone()));
        Some((workspace, saved))
    }

    /// Brings a deleted article back with its annotations and its history.
    pub(super) fn bring_back(&mut self, id: &DocumentId) -> Vec<Effect> {
        let Some((workspace, saved)) = self.retrieve(id) else { return Vec::new() };
        let lost = Edit { kind: EditKind::Add, ..workspace.clearing().inverse() };
        let mut effects = vec![saved, Effect::Save(id.clone(), lost.clone())];
        let added = |workspace: &mut Workspace| {
            for annotation in lost.changes.iter().filter_map(|change| change.after()) {
                workspace.adopt(&annotation.id, Some(annotation.clone()));
            }
        };
        // Where the article was opened again meanwhile, what was done to it since stays.
        if self.desk.article().id == *id {
            self.desk.adopt(added);
        } else {
            let workspace = match self.shelf.remove(id) {
                Some(mut other) if !other.annotations().is_empty() => {
                    added(&mut other);
                    other
                }
                _ => workspace,
            };
            effects.extend(self.lay(workspace));
        }
        self.notices.retain(|notice| !matches!(&notice.said, Said::Removed(removed, _) if removed == id));
        self.turn = Some(Turn::BroughtBack(id.clone()));
        effects
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::{Act, Date, Dispute, EntityKind, NameKind};
    use crate::annotation::{
        Annotation, AnnotationId, Article, ContentKind, Disputes, DocumentId, Rating, ReadBy, Relation,
        Workspace,
    };
    use crate::page::state::testing::Page;
    use crate::page::state::{Arrange, Detail, Effect, Field, Message, Revise};
    use crate::text::Span;
    use std::collections::BTreeMap;

    /// Everything that edits change: of each article what is known of it and annotated in it, and the disputes.
    type Everything = (BTreeMap<DocumentId, (Article, BTreeMap<AnnotationId, Annotation>)>, Disputes);

    fn everything(page: &Page) -> Everything {
        let all = page.state.shelf.values().chain([page.state.desk.workspace()]);
        let content = |one: &Workspace| (one.article().clone(), one.annotations().clone());
        let all = all.map(|one| (one.article().id.clone(), content(one))).collect();
        (all, page.state.disputes.clone())
    }

    /// The keys of the claims in the margin.
    fn claims(page: &Page) -> Vec<String> {
        let claim = |item: &&crate::annotation::Item| item.is_claim();
        page.state.desk.items().filter(claim).map(|item| item.key.clone()).collect()
    }

    /// Does what has to be an edit.
    fn edit(page: &mut Page, message: Message) {
        page.does(message.clone());
        assert!(page.effects.iter().any(|effect| matches!(effect, Effect::Save(..))), "{message:?}");
    }

    #[test]
    fn every_kind_of_edit_is_taken_back_and_made_again_across_the_visit() {
        let mut page = Page::new();
        page.does(Message::OpenText {
            text: "قال الوزير إن الوضع هادئ.".into(), file: None
        });
        let other = page.state.desk.article().id.clone();
        page.does(Message::Take(Article::seed().id));
        let mut file = Page::worked();
        file.does(Message::Download);
        let [Effect::Download { file, .. }] = file.effects.as_slice() else { panic!() };
        let file = file.bytes.clone();
        let begin = everything(&page);
        let kinds = [ContentKind::Highlight, ContentKind::Note, ContentKind::Entity, ContentKind::Claim];
        for (at, kind) in kinds.into_iter().enumerate() {
            page.does(Message::Select(Some(Span::of(20 * at..20 * at + 6))));
            edit(&mut page, Message::Mark(kind));
            let fields = match kind {
                ContentKind::Highlight => Vec::new(),
                ContentKind::Note => vec![Field::Note("ملا".into()), Field::Note("ملاحظة".into())],
                ContentKind::Entity => vec![Field::Kind(EntityKind::Place), Field::Tags(vec!["وسم".into()])],
                ContentKind::Claim => vec![
                    Field::Speaker("الوزير".into()),
                    Field::Act(Act::Warn),
                    Field::Rating(Some(Rating::Refuted)),
                    Field::Reasoning("لا بيان".into()),
                    Field::Sources(vec!["https://example.org/".into()]),
                ],
            };
            fields.into_iter().for_each(|field| edit(&mut page, Message::Set(field)));
            page.does(Message::Done);
        }
        let own = page.annotations()[0].id.0.clone();
        edit(&mut page, Message::Delete(own));
        let keys = claims(&page);
        edit(&mut page, Message::Accept(keys[1].clone()));
        edit(&mut page, Message::Reject(keys[2].clone()));
        page.does(Message::Edit(keys[3].clone()));
        edit(&mut page, Message::Set(Field::Side(None)));
        edit(&mut page, Message::Link(Relation::Contradicts, keys[4].clone()));
        page.does(Message::Done);
        let row = |page: &Page, row: usize| page.state.desk.board.contested[row].issue.clone().unwrap();
        let (first, second) = (row(&page, 0), row(&page, 1));
        let keys = claims(&page);
        edit(&mut page, Message::Arrange(Arrange::Split(vec![keys[6].clone()])));
        edit(&mut page, Message::Arrange(Arrange::Word(second.clone(), "أثمة انسحاب؟".into())));
        edit(&mut page, Message::Arrange(Arrange::Merge(second, first)));
        edit(&mut page, Message::Revise(Revise::Names(0, NameKind::Name, "البيت الأبيض".into())));
        edit(&mut page, Message::Revise(Revise::Name("نزاع آخر".into())));
        edit(&mut page, Message::RemoveDispute("نزاع آخر".into()));
        edit(&mut page, Message::ReadBy(ReadBy::Text));
        let dispute = Dispute::washington_baghdad();
        edit(&mut page, Message::ReadBy(ReadBy::Dispute(Box::new(dispute))));
        edit(&mut page, Message::Correct(Detail::Title("عنوان".into())));
        edit(&mut page, Message::Correct(Detail::Source("صحيفة".into())));
        edit(&mut page, Message::Correct(Detail::Date(Date::new(2024, 1, 8))));
        page.does(Message::Import { file: "f.json".into(), bytes: file });
        edit(&mut page, Message::TakeIn);
        let before = everything(&page);
        edit(&mut page, Message::NameArticle(other.clone(), "آخر".into()));
        let end = everything(&page);
        assert_eq!(everything(page.does(Message::Undo)), before);
        assert_eq!(everything(page.does(Message::Redo)), end);
        edit(&mut page, Message::RemoveArticle(other.clone()));
        assert_ne!(everything(&page), end);
        assert_eq!(everything(page.does(Message::Undo)), end);
        // Each article has its own way back, which leaving it does not cut.
        let mut steps = 0;
        for id in [Article::seed().id, other.clone()] {
            page.does(Message::Take(id));
            while page.state.can_undo() {
                page.does(Message::Undo);
                steps += 1;
                assert!(steps < 100, "it goes round");
            }
        }
        assert!(steps > 25, "{steps}");
        assert_eq!(everything(&page), begin);
        for id in [other, Article::seed().id] {
            page.does(Message::Take(id));
            while page.state.can_redo() {
                page.does(Message::Redo);
            }
        }
        assert_eq!(everything(&page), end);
    }

    fn with_article() -> (Page, DocumentId) {
        let mut page = Page::new();
        page.does(Message::OpenText {
            text: "قال الوزير إن الوضع هادئ.".into(), file: None
        });
        page.does(Message::Select(Some(Span::of(0..6)))).does(Message::Mark(ContentKind::Highlight));
        let id = page.state.desk.article().id.clone();
        (page, id)
    }

    #[test]
    fn a_deleted_article_comes_back_by_undo_with_its_annotations_and_history() {
        let (mut page, id) = with_article();
        page.does(Message::RemoveArticle(id.clone()));
        assert_eq!(page.state.desk.article().id, Article::seed().id);
        assert!(page.effects.contains(&Effect::ForgetArticle(id.clone())));
        page.does(Message::Undo);
        assert_eq!((&page.state.desk.article().id, page.annotations().len()), (&id, 1));
        assert!(page.state.notices.is_empty());
        page.does(Message::Redo);
        assert!(!page.state.shelf.contains_key(&id) && page.state.desk.article().id != id);
        page.does(Message::Undo).does(Message::Undo);
        assert!(page.annotations().is_empty() && page.state.desk.article().id == id);
    }

    #[test]
    fn a_deleted_article_comes_back_by_its_notice_after_other_edits() {
        let (mut page, id) = with_article();
        page.does(Message::RemoveArticle(id.clone()));
        page.does(Message::Select(Some(Span::of(0..6)))).does(Message::Mark(ContentKind::Highlight));
        page.does(Message::Undo);
        assert!(page.annotations().is_empty() && page.state.desk.article().id != id);
        page.does(Message::Restore(0));
        assert_eq!((&page.state.desk.article().id, page.annotations().len()), (&id, 1));
    }

    #[test]
    fn what_was_done_to_a_deleted_article_opened_again_stays() {
        let (mut page, id) = with_article();
        page.does(Message::RemoveArticle(id.clone()));
        page.does(Message::OpenText {
            text: "قال الوزير إن الوضع هادئ.".into(), file: None
        });
        page.does(Message::Select(Some(Span::of(6..10)))).does(Message::Mark(ContentKind::Highlight));
        page.does(Message::Restore(0));
        assert_eq!((&page.state.desk.article().id, page.annotations().len()), (&id, 2));
    }

    #[test]
    fn the_built_in_article_loses_only_its_annotations() {
        let mut page = Page::new();
        page.does(Message::Select(Some(Span::of(0..6)))).does(Message::Mark(ContentKind::Highlight));
        let seed = Article::seed().id;
        page.does(Message::RemoveArticle(seed.clone()));
        assert_eq!((&page.state.desk.article().id, page.annotations().len()), (&seed, 0));
        page.does(Message::Undo);
        assert_eq!((&page.state.desk.article().id, page.annotations().len()), (&seed, 1));
    }
}
