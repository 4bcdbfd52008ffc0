//! Annotating and judging: every change of the workspace is an edit, made, taken back and made again here.

use crate::annotation::{
    Annotation, Change, Conflict, Content, ContentKind, Decision, Edit, EditKind, Item, Link, Relation,
    Status, Workspace,
};
use crate::page::state::{Effect, Field, State, Supply, draft};

impl State {
    pub(super) fn mark(&mut self, kind: ContentKind, supply: &mut impl Supply) -> Vec<Effect> {
        let at_cursor = self.cursor.take().map(|cursor| cursor.anchor);
        let selected = self.selection.take().or(at_cursor).filter(|span| !span.is_empty());
        let Some(span) = selected else { return Vec::new() };
        let mut content = draft::content(kind, span, &self.desk.items);
        if let Content::Claim(claim) = &mut content
            && let Some(issue) = self.stop_adding()
        {
            claim.issue = Some(issue);
        }
        let annotation = draft::new(&self.desk.document, span, content, supply);
        let key = annotation.id.0.clone();
        let mut effects = self.edit(Edit::add(annotation));
        effects.push(Effect::Deselect);
        if self.desk.item(&key).is_some() {
            self.typing = None;
            self.editing = (kind != ContentKind::Highlight).then(|| key.clone());
            effects.extend(self.choose(key, false));
        }
        effects
    }

    pub(super) fn begin_edit(&mut self, key: String) -> Vec<Effect> {
        self.typing = None;
        self.editing = Some(key.clone());
        self.choose(key, true)
    }

    pub(super) fn judge(&mut self, key: &str, decision: Decision, supply: &mut impl Supply) -> Vec<Effect> {
        let kind = if decision == Decision::Rejected { EditKind::Reject } else { EditKind::Accept };
        let Some(item) = self.desk.item(key).cloned() else { return Vec::new() };
        let edit = match self.annotation_of(&item) {
            None => draft::judged(&self.desk.document, &item, decision, supply)
                .map(|after| (after.id.0.clone(), Edit::one(kind, None, Some(after)))),
            Some(before) => before.judgement.clone().map(|mut judgement| {
                judgement.decision = decision;
                let after =
                    Annotation { judgement: Some(judgement), modified: supply.now(), ..before.clone() };
                (after.id.0.clone(), Edit::one(kind, Some(before), Some(after)))
            }),
        };
        let Some((new_key, edit)) = edit else { return Vec::new() };
        let effects = self.edit(edit);
        self.rename(key, &new_key);
        effects
    }

    /// What was chosen or edited under one key goes by another: a suggestion became an annotation.
    pub(super) fn rename(&mut self, old: &str, new: &str) {
        for place in [&mut self.focus, &mut self.editing] {
            if place.as_deref() == Some(old) {
                *place = Some(new.to_owned());
            }
        }
    }

    pub(super) fn set(&mut self, field: Field, supply: &mut impl Supply) -> Vec<Effect> {
        let Some(item) = self.editing.as_ref().and_then(|key| self.desk.item(key)).cloned() else {
            return Vec::new();
        };
        let name = field.name();
        let changed = self.changed(&item, supply, |annotation| draft::set(annotation, field));
        let Some((before, after)) = changed else { return Vec::new() };
        let key = after.id.0.clone();
        let going_on = before.is_some() && self.typing.as_ref().is_some_and(|(k, n)| *k == key && *n == name);
        let edit = Edit::one(EditKind::Change, before, Some(after));
        let effects = self.make(edit, going_on);
        self.focus = Some(key.clone());
        self.editing = Some(key.clone());
        self.typing = Some((key, name));
        effects
    }

    /// Links the edited claim to the claim of `key`. A suggestion on either end becomes an annotation by
    /// it, so that there is something to link; all of it is one edit.
    pub(super) fn link(&mut self, relation: Relation, key: &str, supply: &mut impl Supply) -> Vec<Effect> {
        let edited = self.editing.as_ref().and_then(|key| self.desk.item(key)).cloned();
        let (Some(item), Some(other)) = (edited, self.desk.item(key).cloned()) else { return Vec::new() };
        let claims = [&item, &other].iter().all(|item| item.content.kind() == ContentKind::Claim);
        if item.key == other.key || !claims {
            return Vec::new();
        }
        let mut changes = Vec::new();
        let to = match other.annotation {
            Some(id) => id,
            None => {
                let Some(made) = draft::judged(&self.desk.document, &other, Decision::Accepted, supply)
                else {
                    return Vec::new();
                };
                let id = made.id.clone();
                changes.push(Change::annotation(None, Some(made)));
                id
            }
        };
        let Some((before, mut after)) = self.taken_up(&item, Decision::Accepted, supply) else {
            return Vec::new();
        };
        let Content::Claim(claim) = &mut after.content else { return Vec::new() };
        claim.links.retain(|link| link.claim != to);
        claim.links.push(Link { relation, claim: to });
        let new_key = after.id.0.clone();
        changes.push(Change::annotation(before, Some(after)));
        let effects = self.edit(Edit { kind: EditKind::Change, changes });
        self.focus = Some(new_key.clone());
        self.editing = Some(new_key);
        effects
    }

    /// An item's annotation before and after a change; a suggestion becomes one that corrects it. None for
    /// a suggestion that stands nowhere.
    pub(super) fn changed(
        &self,
        item: &Item,
        supply: &mut impl Supply,
        change: impl FnOnce(&mut Annotation),
    ) -> Option<(Option<Annotation>, Annotation)> {
        let (before, mut after) = self.taken_up(item, Decision::Corrected, supply)?;
        let content = after.content.clone();
        change(&mut after);
        if let Some(judgement) = after.judgement.as_mut().filter(|_| content != after.content) {
            judgement.decision = Decision::Corrected;
        }
        Some((before, after))
    }

    /// An item's annotation as it is, and the one to change from now on: a suggestion is judged by it. None
    /// for a suggestion that stands nowhere.
    fn taken_up(
        &self,
        item: &Item,
        decision: Decision,
        supply: &mut impl Supply,
    ) -> Option<(Option<Annotation>, Annotation)> {
        let before = self.annotation_of(item);
        let after = match &before {
            Some(before) => Annotation { modified: supply.now(), ..before.clone() },
            None => draft::judged(&self.desk.document, item, decision, supply)?,
        };
        Some((before, after))
    }

    pub(super) fn delete(&mut self, key: &str) -> Vec<Effect> {
        let Some(item) = self.desk.item(key).cloned() else { return Vec::new() };
        let Some(annotation) = self.annotation_of(&item) else { return Vec::new() };
        let effects = self.edit(Edit::delete(annotation));
        self.forget_missing();
        effects
    }

    /// Closes the editor; a note in which nothing was written goes again.
    pub(super) fn close_editor(&mut self) -> Vec<Effect> {
        self.typing = None;
        let Some(key) = self.editing.take() else { return Vec::new() };
        let empty = |item: &&Item| {
            item.content == Content::Note
                && item.status == Status::Own
                && item.note.trim().is_empty()
                && item.tags.is_empty()
        };
        match self.desk.item(&key).filter(empty).map(|item| item.key.clone()) {
            Some(key) => self.delete(&key),
            None => Vec::new(),
        }
    }

    pub(super) fn annotation_of(&self, item: &Item) -> Option<Annotation> {
        self.desk.workspace().annotations().get(item.annotation.as_ref()?).cloned()
    }

    pub(super) fn edit(&mut self, edit: Edit) -> Vec<Effect> {
        self.typing = None;
        self.make(edit, false)
    }

    pub(super) fn make(&mut self, edit: Edit, going_on: bool) -> Vec<Effect> {
        let made = edit.clone();
        let done = self.desk.change(|workspace| {
            if going_on {
                workspace.amend(edit)?
            } else {
                workspace.apply(edit)?
            }
            Ok(Some(made))
        });
        match done {
            Ok(made) => made.map_or_else(Vec::new, |made| self.save(made)),
            Err(conflict) => self.conflict(conflict),
        }
    }

    pub(super) fn step(
        &mut self,
        step: impl FnOnce(&mut Workspace) -> Result<Option<Edit>, Conflict>,
    ) -> Vec<Effect> {
        self.typing = None;
        self.unsound = None;
        match self.desk.change(step) {
            Ok(None) => Vec::new(),
            Ok(Some(edit)) => {
                let effects = self.save(edit);
                self.forget_missing();
                effects
            }
            Err(conflict) => self.conflict(conflict),
        }
    }

    /// Lets go of chosen and edited items that are there no more.
    pub(super) fn forget_missing(&mut self) {
        for place in [&mut self.focus, &mut self.editing] {
            if place.as_deref().is_some_and(|key| self.desk.item(key).is_none()) {
                *place = None;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::annotation::{Content, ContentKind, Decision, Rating, Relation};
    use crate::page::state::testing::Page;
    use crate::page::state::{Effect, Field, Message};
    use crate::text::Span;

    #[test]
    fn selected_words_become_an_annotation_with_exactly_these_words() {
        let mut page = Page::new();
        let text = &page.state.desk.article().text;
        let start = text.find("وزارة").unwrap();
        let span = Span::of(start..start + "وزارة الدفاع".len());
        page.does(Message::Select(Some(span))).does(Message::Mark(ContentKind::Highlight));
        assert_eq!(page.annotations()[0].target.quote.exact, "وزارة الدفاع");
        assert!(page.effects.iter().any(|effect| matches!(effect, Effect::Save(..))));
        page.does(Message::Undo);
        assert!(page.annotations().is_empty());
        page.does(Message::Redo);
        assert_eq!(page.annotations().len(), 1);
    }

    #[test]
    fn nothing_selected_makes_nothing() {
        let mut page = Page::new();
        page.does(Message::Mark(ContentKind::Note));
        assert!(page.annotations().is_empty() && page.effects.is_empty());
    }

    #[test]
    fn a_note_typed_letter_by_letter_is_one_edit() {
        let mut page = Page::new();
        page.does(Message::Select(Some(Span::of(0..6)))).does(Message::Mark(ContentKind::Note));
        for note in ["ق", "قا", "قارن"] {
            page.does(Message::Set(Field::Note(note.into())));
        }
        assert_eq!(page.annotations()[0].note, "قارن");
        page.does(Message::Undo);
        assert_eq!(page.annotations()[0].note, "");
        page.does(Message::Redo).does(Message::Done);
        assert_eq!(page.annotations()[0].note, "قارن");
    }

    #[test]
    fn a_note_without_words_goes_when_the_editor_is_closed() {
        let mut page = Page::new();
        page.does(Message::Select(Some(Span::of(0..6))))
            .does(Message::Mark(ContentKind::Note))
            .does(Message::Done);
        assert!(page.annotations().is_empty());
    }

    #[test]
    fn a_suggestion_is_accepted_rejected_corrected_and_unjudged() {
        let mut page = Page::new();
        let key = page.first_claim();
        page.does(Message::Accept(key.clone()));
        let decision = |page: &Page| page.annotations()[0].judgement.clone().unwrap().decision;
        assert_eq!(decision(&page), Decision::Accepted);
        let judged = page.annotations()[0].id.0.clone();
        page.does(Message::Reject(judged.clone()));
        assert_eq!((page.annotations().len(), decision(&page)), (1, Decision::Rejected));
        page.does(Message::Edit(judged.clone())).does(Message::Set(Field::Speaker("متحدث".into())));
        assert_eq!(decision(&page), Decision::Corrected);
        page.does(Message::Delete(judged));
        assert!(page.annotations().is_empty());
        assert_eq!(page.first_claim(), key);
    }

    #[test]
    fn editing_a_suggestion_corrects_it() {
        let mut page = Page::new();
        let key = page.first_claim();
        page.does(Message::Edit(key)).does(Message::Set(Field::Side(None)));
        let annotation = &page.annotations()[0];
        assert!(matches!(&annotation.content, Content::Claim(claim) if claim.side.is_none()));
        assert_eq!(page.state.editing.as_ref(), Some(&annotation.id.0));
    }

    #[test]
    fn a_verdict_is_given_and_taken_back() {
        let mut page = Page::new();
        let key = page.first_claim();
        page.does(Message::Edit(key)).does(Message::Set(Field::Rating(Some(Rating::Refuted))));
        page.does(Message::Set(Field::Reasoning("لا بيان".into())));
        page.does(Message::Set(Field::Sources(vec!["https://example.org/".into()])));
        let verdict = |page: &Page| match &page.annotations()[0].content {
            Content::Claim(claim) => claim.verdict.clone(),
            other => panic!("{other:?}"),
        };
        let given = verdict(&page).unwrap();
        assert_eq!(
            (given.rating, given.reasoning.as_str(), given.sources.len()),
            (Rating::Refuted, "لا بيان", 1)
        );
        page.does(Message::Set(Field::Rating(None)));
        assert_eq!(verdict(&page), None);
        page.does(Message::Undo);
        assert_eq!(verdict(&page), Some(given));
    }

    #[test]
    fn claims_are_linked_in_one_edit() {
        let mut page = Page::new();
        let claims: Vec<String> = page
            .state
            .desk
            .items
            .iter()
            .filter(|item| item.is_claim())
            .map(|item| item.key.clone())
            .collect();
        page.does(Message::Edit(claims[0].clone()));
        page.does(Message::Link(Relation::Contradicts, claims[0].clone()));
        assert!(page.annotations().is_empty(), "a claim is not linked to itself");
        page.does(Message::Link(Relation::Contradicts, claims[1].clone()));
        let annotations = page.annotations();
        assert_eq!(annotations.len(), 2);
        let links: Vec<_> = annotations
            .iter()
            .filter_map(|a| match &a.content {
                Content::Claim(claim) => claim.links.first().map(|link| (a.id.clone(), link.claim.clone())),
                _ => None,
            })
            .collect();
        let [(from, to)] = links.as_slice() else { panic!("{links:?}") };
        assert!(from != to && annotations.iter().any(|a| a.id == *to));
        page.does(Message::Undo);
        assert!(page.annotations().is_empty());
    }
}
