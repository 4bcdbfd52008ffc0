//! Undo and redo, and the deletion of an article, which both can take back.

use crate::annotation::{Article, DocumentId, Edit, EditKind, Workspace};
use crate::page::state::{Effect, Said, State, Turn};

impl State {
    /// Whether there is something to take back.
    pub fn can_undo(&self) -> bool {
        matches!(self.turn, Some(Turn::Removed(_) | Turn::Renamed(_))) || self.desk.workspace().can_undo()
    }

    /// Whether there is something to make again.
    pub fn can_redo(&self) -> bool {
        matches!(self.turn, Some(Turn::BroughtBack(_) | Turn::NamedBack(_)))
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
            _ => self.step(Workspace::undo),
        }
    }

    pub(super) fn redo(&mut self) -> Vec<Effect> {
        match self.turn.clone() {
            Some(Turn::BroughtBack(id)) => self.remove_article(&id),
            Some(Turn::NamedBack(id)) if self.shelf.contains_key(&id) => self.rename_back(&id, true),
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
        self.recorded.remove(id);
        self.forget_findings(id);
        effects.extend([Effect::Save(id.clone(), workspace.clearing()), Effect::ForgetArticle(id.clone())]);
        self.say(Said::Removed(id.clone(), workspace.article().title.clone()));
        self.bin.push(workspace);
        self.turn = Some(Turn::Removed(id.clone()));
        effects
    }

    /// Brings a deleted article back with its annotations and its history.
    pub(super) fn bring_back(&mut self, id: &DocumentId) -> Vec<Effect> {
        let Some(at) = self.bin.iter().rposition(|workspace| workspace.article().id == *id) else {
            return Vec::new();
        };
        let workspace = self.bin.remove(at);
        let lost = Edit { kind: EditKind::Add, ..workspace.clearing().inverse() };
        let mut effects = vec![
            Effect::SaveArticle(Box::new(workspace.article().clone())),
            Effect::Save(id.clone(), lost.clone()),
        ];
        self.record(id);
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
    use crate::annotation::{Article, ContentKind, DocumentId};
    use crate::page::state::testing::Page;
    use crate::page::state::{Effect, Message};
    use crate::text::Span;

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
