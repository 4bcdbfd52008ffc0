//! Another text for the open article: first what moves is shown, then the annotations come along. The old
//! text keeps its own and goes to the shelf.

use super::articles::{has_words, without_mark};
use crate::annotation::{AnnotationId, Change, Edit, EditKind, Target, moved};
use crate::page::state::{Edition, Effect, Panel, Said, State, Supply};
use crate::text::Document;

impl State {
    /// Looks at a new text for the open article.
    pub(super) fn renew(&mut self, text: String) -> Vec<Effect> {
        let text = without_mark(text);
        if !has_words(&text) {
            return self.say(Said::EmptyText(String::new()));
        }
        let edition = Edition::new(self.desk.workspace(), text);
        if edition.article.id == self.desk.article().id {
            self.panel = None;
            return Vec::new();
        }
        self.edition = Some(edition);
        self.panel = Some(Panel::Edition);
        Vec::new()
    }

    /// An uncertain annotation of the new text is right, or is not.
    pub(super) fn confirm_move(&mut self, id: AnnotationId, right: bool) -> Vec<Effect> {
        if let Some(edition) = &mut self.edition {
            if right {
                edition.confirmed.insert(id)
            } else {
                edition.confirmed.remove(&id)
            };
        }
        Vec::new()
    }

    /// Lays the new text on the desk with the annotations that come along, as one edit.
    pub(super) fn renew_now(&mut self) -> Vec<Effect> {
        let Some(edition) = self.edition.take() else { return Vec::new() };
        let document = Document::new(&edition.article.text);
        let come = moved(self.desk.workspace(), &document, &edition.confirmed);
        let mut effects = self.lay_article(edition.article);
        let changes = come.into_iter().filter_map(|after| {
            let before = self.desk.workspace().annotations().get(&after.id).cloned();
            let change = before.as_ref() != Some(&after);
            change.then(|| Change::annotation(before, Some(after)))
        });
        let changes: Vec<Change> = changes.collect();
        if !changes.is_empty() {
            effects.extend(self.edit(Edit { kind: EditKind::Import, changes }));
        }
        effects
    }

    /// The reader says that an uncertain annotation stands where it was found.
    pub(super) fn confirm_place(&mut self, key: &str, supply: &mut impl Supply) -> Vec<Effect> {
        let Some(item) = self.desk.item(key).filter(|item| item.uncertain).cloned() else {
            return Vec::new();
        };
        let (Some(before), Some(span)) = (self.annotation_of(&item), item.span) else { return Vec::new() };
        let mut after = before.clone();
        after.target = Target::new(&self.desk.document, span);
        after.modified = supply.now();
        self.edit(Edit::one(EditKind::Change, Some(before), Some(after)))
    }
}

#[cfg(test)]
mod tests {
    use crate::annotation::{ContentKind, Fate};
    use crate::page::state::Message;
    use crate::page::state::testing::Page;
    use crate::text::Span;

    #[test]
    fn annotations_come_along_to_a_new_text_and_the_old_one_keeps_its_own() {
        let mut page = Page::new();
        let text = page.state.desk.article().text.clone();
        let start = text.find("وكالة الأناضول").unwrap();
        let span = Span::of(start..start + "وكالة الأناضول".len());
        page.does(Message::Select(Some(span))).does(Message::Mark(ContentKind::Highlight));
        let old = page.state.desk.article().id.clone();
        page.does(Message::Renew(format!("عاجل\n{text}")));
        let edition = page.state.edition.as_ref().unwrap();
        assert_eq!(edition.moving.iter().map(|one| one.fate).collect::<Vec<_>>(), [Fate::Moved]);
        assert_eq!(page.state.desk.article().id, old, "nothing is done before the reader says so");
        page.does(Message::RenewNow);
        let [annotation] = page.annotations().try_into().unwrap();
        assert_eq!(annotation.target.quote.exact, "وكالة الأناضول");
        let position = annotation.target.position.start.0 as usize;
        assert_eq!(position, text[..start].chars().count() + "عاجل\n".chars().count());
        assert_eq!(page.state.shelf[&old].annotations().len(), 1);
        page.does(Message::Undo);
        assert!(page.annotations().is_empty());
    }

    #[test]
    fn an_uncertain_place_is_confirmed() {
        let mut page = Page::new();
        let text = page.state.desk.article().text.clone();
        let start = text.find("وكالة الأناضول").unwrap();
        let span = Span::of(start..start + "وكالة الأناضول".len());
        page.does(Message::Select(Some(span))).does(Message::Mark(ContentKind::Highlight));
        page.does(Message::Renew(text.replace("وكالة الأناضول", "وكالة الأناضل")));
        let one = page.state.edition.as_ref().unwrap().moving[0].clone();
        assert_eq!(one.fate, Fate::Uncertain);
        page.does(Message::ConfirmMove(one.id, true)).does(Message::RenewNow);
        assert_eq!(page.annotations()[0].target.quote.exact, "وكالة الأناضل");
    }
}
