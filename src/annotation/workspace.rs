//! One article with what the reader made of it, and the way back through every edit.

use super::edit::{Change, Conflict, Edit, EditKind};
use super::{Annotation, AnnotationId, Article};
use crate::order::gather;
use std::collections::BTreeMap;

/// An article with its annotations; changed by [`Workspace::apply`], [`Workspace::undo`] and
/// [`Workspace::redo`] alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Workspace {
    article: Article,
    annotations: BTreeMap<AnnotationId, Annotation>,
    done: Vec<Edit>,
    undone: Vec<Edit>,
}

impl Workspace {
    /// The workspace of `article` with what was kept of it.
    pub fn new(article: Article, annotations: impl IntoIterator<Item = Annotation>) -> Self {
        let annotations = gather(annotations.into_iter().map(|a| (a.id.clone(), a)));
        Workspace { article, annotations, done: Vec::new(), undone: Vec::new() }
    }

    /// The article.
    pub fn article(&self) -> &Article {
        &self.article
    }

    /// The annotations by id.
    pub fn annotations(&self) -> &BTreeMap<AnnotationId, Annotation> {
        &self.annotations
    }

    /// Whether there is an edit to take back.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is an edit to make again.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Makes the edit, whole or not at all.
    ///
    /// # Errors
    /// Where a record is not as the edit found it.
    pub fn apply(&mut self, edit: Edit) -> Result<(), Conflict> {
        self.make(&edit)?;
        self.done.push(edit);
        self.undone.clear();
        Ok(())
    }

    /// Makes an edit that goes on with the last one (another letter of the same note), so that both are
    /// taken back together; where it does not follow it, as [`Workspace::apply`].
    ///
    /// # Errors
    /// As for [`Workspace::apply`].
    pub fn amend(&mut self, edit: Edit) -> Result<(), Conflict> {
        self.make(&edit)?;
        self.undone.clear();
        match self.done.last_mut().and_then(|last| last.followed_by(&edit)) {
            Some(joined) => drop(self.done.pop().map(|_| self.done.push(joined))),
            None => self.done.push(edit),
        }
        Ok(())
    }

    /// Takes the last edit back; gives what was done to do so, for whoever keeps the records.
    ///
    /// # Errors
    /// Where a record has changed since (in another tab); the edit then stays.
    pub fn undo(&mut self) -> Result<Option<Edit>, Conflict> {
        let Some(edit) = self.done.last().cloned() else { return Ok(None) };
        let back = edit.inverse();
        self.make(&back)?;
        self.undone.extend(self.done.pop());
        Ok(Some(back))
    }

    /// Makes the last edit taken back again.
    ///
    /// # Errors
    /// As for [`Workspace::undo`].
    pub fn redo(&mut self) -> Result<Option<Edit>, Conflict> {
        let Some(edit) = self.undone.last().cloned() else { return Ok(None) };
        self.make(&edit)?;
        self.done.extend(self.undone.pop());
        Ok(Some(edit))
    }

    /// Takes in what another tab did to an annotation: it is so now (none where it was deleted), and what was
    /// done to it here cannot be taken back or made again any more.
    pub fn adopt(&mut self, id: &AnnotationId, now: Option<Annotation>) {
        if self.annotations.get(id) == now.as_ref() {
            return;
        }
        match now {
            Some(annotation) => drop(self.annotations.insert(id.clone(), annotation)),
            None => drop(self.annotations.remove(id)),
        }
        self.forget(|change| change.annotation_id() == Some(id));
    }

    /// Takes in what another tab made known of the article; an article with another text changes nothing.
    pub fn adopt_article(&mut self, article: Article) {
        if article.id == self.article.id && article != self.article {
            self.article = article;
            self.forget(|change| matches!(change, Change::Article { .. }));
        }
    }

    /// The edit that deletes all annotations.
    pub fn clearing(&self) -> Edit {
        let gone = |annotation: &Annotation| Change::Annotation {
            before: Some(Box::new(annotation.clone())),
            after: None,
        };
        Edit { kind: EditKind::Delete, changes: self.annotations.values().map(gone).collect() }
    }

    /// Strikes changes out of the history.
    fn forget(&mut self, struck: impl Fn(&Change) -> bool) {
        for edits in [&mut self.done, &mut self.undone] {
            edits.iter_mut().for_each(|edit| edit.changes.retain(|change| !struck(change)));
            edits.retain(|edit| !edit.changes.is_empty());
        }
    }

    fn make(&mut self, edit: &Edit) -> Result<(), Conflict> {
        for change in &edit.changes {
            self.expect(change)?;
        }
        for change in &edit.changes {
            match change {
                Change::Annotation { after: Some(after), .. } => {
                    self.annotations.insert(after.id.clone(), (**after).clone());
                }
                Change::Annotation { before: Some(before), after: None } => {
                    self.annotations.remove(&before.id);
                }
                Change::Annotation { before: None, after: None } => {}
                Change::Article { after, .. } => self.article = (**after).clone(),
                // Those are beside all articles: see `Disputes`.
                Change::Dispute { .. } => {}
            }
        }
        Ok(())
    }

    fn expect(&self, change: &Change) -> Result<(), Conflict> {
        match change {
            Change::Annotation { before, .. } => {
                let Some(id) = change.annotation_id() else { return Ok(()) };
                let as_found = self.annotations.get(id) == before.as_deref();
                as_found.then_some(()).ok_or_else(|| Conflict::Annotation(id.clone()))
            }
            Change::Article { before, after } => {
                let same = self.article.id == before.id && before.id == after.id;
                same.then_some(()).ok_or(Conflict::Article)
            }
            Change::Dispute { .. } => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Content, Target, Timestamp};
    use super::*;
    use proptest::prelude::*;

    fn annotation(id: u8, note: &str) -> Annotation {
        Annotation {
            id: AnnotationId(format!("urn:test:{id}")),
            created: Timestamp::default(),
            modified: Timestamp::default(),
            target: Target::default(),
            content: Content::Note,
            note: note.into(),
            tags: Vec::new(),
            judgement: None,
            other: serde_json::Map::new(),
        }
    }

    /// An edit that fits the workspace: what `id` is now becomes `note`, or nothing.
    fn edit(workspace: &Workspace, id: u8, note: Option<&str>) -> Edit {
        let after = note.map(|note| annotation(id, note));
        let before = workspace.annotations().get(&annotation(id, "").id).cloned();
        Edit::one(EditKind::Change, before, after)
    }

    proptest! {
        #[test]
        fn undoing_all_gives_the_beginning_and_redoing_all_the_end(
            edits in proptest::collection::vec((0u8..4, proptest::option::of("[ab]{0,2}")), 0..20)
        ) {
            let begin = Workspace::new(Article::new("نص"), []);
            let mut workspace = begin.clone();
            for (id, note) in &edits {
                let edit = edit(&workspace, *id, note.as_deref());
                workspace.apply(edit).unwrap();
            }
            let end = workspace.annotations().clone();
            while workspace.undo().unwrap().is_some() {}
            prop_assert_eq!(workspace.annotations(), begin.annotations());
            while workspace.redo().unwrap().is_some() {}
            prop_assert_eq!(workspace.annotations(), &end);
        }
    }

    #[test]
    fn what_another_tab_did_is_not_taken_back_and_the_rest_still_is() {
        let mut workspace = Workspace::new(Article::new("نص"), []);
        for id in 1..=2 {
            let edit = edit(&workspace, id, Some("mine"));
            workspace.apply(edit).unwrap();
        }
        let other = annotation(2, "theirs");
        workspace.adopt(&other.id, Some(other.clone()));
        assert!(workspace.undo().unwrap().is_some());
        assert_eq!(workspace.annotations().values().collect::<Vec<_>>(), [&other]);
        assert_eq!(workspace.undo(), Ok(None));
        assert!(workspace.redo().unwrap().is_some());
        assert_eq!(workspace.annotations().len(), 2);
    }

    #[test]
    fn an_edit_that_does_not_fit_changes_nothing() {
        let mut workspace = Workspace::new(Article::new("نص"), [annotation(1, "a")]);
        let before = workspace.clone();
        let stale = Edit {
            kind: EditKind::Change,
            changes: vec![
                Change::Annotation { before: None, after: Some(Box::new(annotation(2, "new"))) },
                Change::Annotation { before: Some(Box::new(annotation(1, "old"))), after: None },
            ],
        };
        assert_eq!(workspace.apply(stale), Err(Conflict::Annotation(annotation(1, "").id)));
        assert_eq!(workspace, before);
    }
}
