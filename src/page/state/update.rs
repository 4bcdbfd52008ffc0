//! The one function that changes the page's state.

use super::draft;
use super::effect::{Effect, Supply};
use super::marks::Layer;
use super::message::{Field, Message, Tab};
use super::notice::{Notice, Said};
use super::{Desk, Saving, State};
use crate::annotation::{
    Annotation, Article, Conflict, Content, ContentKind, Decision, DocumentId, Edit, EditKind, Item, Status,
    Workspace,
};
use crate::exchange::{import, w3c};
use crate::text::{Byte, Span};

impl State {
    /// Changes the state by what happened and says what has to be done outside.
    pub fn update(&mut self, message: Message, supply: &mut impl Supply) -> Vec<Effect> {
        match message {
            Message::Select(span) => {
                self.selection = span;
                Vec::new()
            }
            Message::Point(byte) => self.point(byte),
            Message::Choose(key) => self.choose(key, true),
            Message::LetGo => {
                self.focus = None;
                self.selection = None;
                self.sheet = false;
                vec![Effect::Deselect]
            }
            Message::NextClaim(forward) => self.next_claim(forward),
            Message::Mark(kind) => self.mark(kind, supply),
            Message::Accept(key) => self.judge(&key, Decision::Accepted, supply),
            Message::Reject(key) => self.judge(&key, Decision::Rejected, supply),
            Message::Edit(key) => {
                self.typing = None;
                self.editing = Some(key.clone());
                self.choose(key, true)
            }
            Message::Done => self.close_editor(),
            Message::Set(field) => self.set(field, supply),
            Message::Delete(key) => self.delete(&key),
            Message::Undo => self.step(Workspace::undo),
            Message::Redo => self.step(Workspace::redo),
            Message::Switch(layer) => self.switch(&layer),
            Message::Show(tab) => {
                self.sheet = !(self.sheet && self.tab == tab);
                self.tab = tab;
                Vec::new()
            }
            Message::Speak(language) => {
                self.language = language;
                self.settings.language = language.tag().into();
                vec![Effect::SaveSettings(self.settings.clone())]
            }
            Message::Theme(theme) => {
                self.settings.theme = theme.into();
                vec![Effect::SaveSettings(self.settings.clone())]
            }
            Message::OpenFind(open) => {
                self.find.open = open;
                if !open {
                    self.find.search(&self.desk.document, String::new());
                }
                Vec::new()
            }
            Message::Find(query) => {
                self.find.search(&self.desk.document, query);
                self.find.place().map(Effect::ShowWords).into_iter().collect()
            }
            Message::FindNext(forward) => {
                self.find.step(forward);
                self.find.place().map(Effect::ShowWords).into_iter().collect()
            }
            Message::Opening(open) => {
                self.opening = open;
                Vec::new()
            }
            Message::OpenText { text, file } => self.open_text(text, file),
            Message::OpenFile { file, bytes } => match String::from_utf8(bytes) {
                Ok(text) => self.open_text(text, Some(file)),
                Err(_) => self.say(Said::NotText(file)),
            },
            Message::Import { file, bytes } => self.import(file, bytes),
            Message::Take(id) => match self.shelf.remove(&id) {
                Some(workspace) => self.lay(workspace),
                None => Vec::new(),
            },
            Message::Download => vec![Effect::Download {
                name: "mawqif",
                ending: "json",
                text: w3c::write(self.desk.workspace()),
            }],
            Message::DownloadUnreadable => vec![self.unreadable_file()],
            Message::Dismiss(index) => {
                if index < self.notices.len() {
                    self.notices.remove(index);
                }
                Vec::new()
            }
            Message::Kept(result) => self.kept(result),
            Message::NoHighlights => self.say(Said::NoHighlights),
            Message::GoTo(id) => vec![Effect::GoTo(id)],
            Message::Resized => Vec::new(),
            Message::Escape => self.escape(supply),
            Message::JudgeChosen(right) => match self.focus.clone() {
                Some(key) => {
                    self.judge(&key, if right { Decision::Accepted } else { Decision::Rejected }, supply)
                }
                None => Vec::new(),
            },
        }
    }

    // ---- reading -------------------------------------------------------------------------------------

    /// The innermost item at a place of the text, claims before names.
    fn point(&mut self, byte: Byte) -> Vec<Effect> {
        let here = |item: &&Item| {
            super::marks::stands(item) && item.span.is_some_and(|span| span.contains_position(byte))
        };
        let found = self.desk.items.iter().filter(here).min_by_key(|item| {
            let entity = matches!(item.content, Content::Entity(_));
            (entity, item.span.map_or(usize::MAX, Span::len))
        });
        match found.map(|item| item.key.clone()) {
            Some(key) => self.choose(key, false),
            None => {
                self.focus = None;
                self.sheet = false;
                Vec::new()
            }
        }
    }

    /// Chooses an item; `from_afar` says that the reader is not looking at its words.
    fn choose(&mut self, key: String, from_afar: bool) -> Vec<Effect> {
        let Some(item) = self.desk.item(&key) else { return Vec::new() };
        let names = matches!(item.content, Content::Entity(_));
        self.tab = if names { Tab::Names } else { Tab::Claims };
        let words = item.span.filter(|_| from_afar).map(Effect::ShowWords);
        self.focus = Some(key.clone());
        self.sheet = false;
        words.into_iter().chain([Effect::ShowCard(key)]).collect()
    }

    fn next_claim(&mut self, forward: bool) -> Vec<Effect> {
        let claim = |item: &&Item| matches!(item.content, Content::Claim(_)) && item.span.is_some();
        let claims: Vec<&Item> = self.desk.items.iter().filter(claim).collect();
        let at = self.focus.as_ref().and_then(|key| claims.iter().position(|item| item.key == *key));
        let next = match (at, forward) {
            (Some(at), true) => at + 1,
            (Some(at), false) => at.checked_sub(1).unwrap_or(claims.len()),
            (None, true) => 0,
            (None, false) => claims.len().saturating_sub(1),
        };
        let key =
            claims.get(next).or(if forward { claims.first() } else { claims.last() }).map(|i| i.key.clone());
        key.map_or_else(Vec::new, |key| self.choose(key, true))
    }

    fn switch(&mut self, layer: &Layer) -> Vec<Effect> {
        let key = layer.key();
        let hidden = &mut self.settings.hidden;
        match hidden.iter().position(|known| *known == key) {
            Some(at) => drop(hidden.remove(at)),
            None => hidden.push(key),
        }
        vec![Effect::SaveSettings(self.settings.clone())]
    }

    fn escape(&mut self, supply: &mut impl Supply) -> Vec<Effect> {
        let message = if self.editing.is_some() {
            Message::Done
        } else if self.opening {
            Message::Opening(false)
        } else if self.find.open {
            Message::OpenFind(false)
        } else {
            Message::LetGo
        };
        self.update(message, supply)
    }

    // ---- annotating ----------------------------------------------------------------------------------

    fn mark(&mut self, kind: ContentKind, supply: &mut impl Supply) -> Vec<Effect> {
        let Some(span) = self.selection.take().filter(|span| !span.is_empty()) else { return Vec::new() };
        let content = draft::content(kind, span, &self.desk.items);
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

    fn judge(&mut self, key: &str, decision: Decision, supply: &mut impl Supply) -> Vec<Effect> {
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
        for place in [&mut self.focus, &mut self.editing] {
            if place.as_deref() == Some(key) {
                *place = Some(new_key.clone());
            }
        }
        effects
    }

    fn set(&mut self, field: Field, supply: &mut impl Supply) -> Vec<Effect> {
        let Some(item) = self.editing.as_ref().and_then(|key| self.desk.item(key)).cloned() else {
            return Vec::new();
        };
        let name = field.name();
        let before = self.annotation_of(&item);
        let after = match &before {
            Some(before) => Some(Annotation { modified: supply.now(), ..before.clone() }),
            None => draft::judged(&self.desk.document, &item, Decision::Corrected, supply),
        };
        let Some(mut after) = after else { return Vec::new() };
        let content = after.content.clone();
        draft::set(&mut after, field);
        if let Some(judgement) = after.judgement.as_mut().filter(|_| content != after.content) {
            judgement.decision = Decision::Corrected;
        }
        let key = after.id.0.clone();
        let going_on = before.is_some() && self.typing.as_ref().is_some_and(|(k, n)| *k == key && *n == name);
        let edit = Edit::one(EditKind::Change, before, Some(after));
        let effects = self.make(edit, going_on);
        self.focus = Some(key.clone());
        self.editing = Some(key.clone());
        self.typing = Some((key, name));
        effects
    }

    fn delete(&mut self, key: &str) -> Vec<Effect> {
        let Some(item) = self.desk.item(key).cloned() else { return Vec::new() };
        let Some(annotation) = self.annotation_of(&item) else { return Vec::new() };
        let effects = self.edit(Edit::delete(annotation));
        self.forget_missing();
        effects
    }

    /// Closes the editor; a note in which nothing was written goes again.
    fn close_editor(&mut self) -> Vec<Effect> {
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

    fn annotation_of(&self, item: &Item) -> Option<Annotation> {
        self.desk.workspace().annotations().get(item.annotation.as_ref()?).cloned()
    }

    fn edit(&mut self, edit: Edit) -> Vec<Effect> {
        self.typing = None;
        self.make(edit, false)
    }

    fn make(&mut self, edit: Edit, going_on: bool) -> Vec<Effect> {
        let made = edit.clone();
        let done = self.desk.change(
            |workspace| {
                if going_on { workspace.amend(edit) } else { workspace.apply(edit) }
            },
        );
        match done {
            Ok(()) => self.save(made),
            Err(conflict) => self.conflict(conflict),
        }
    }

    fn step(&mut self, step: impl FnOnce(&mut Workspace) -> Result<Option<Edit>, Conflict>) -> Vec<Effect> {
        self.typing = None;
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
    fn forget_missing(&mut self) {
        for place in [&mut self.focus, &mut self.editing] {
            if place.as_deref().is_some_and(|key| self.desk.item(key).is_none()) {
                *place = None;
            }
        }
    }

    // ---- keeping -------------------------------------------------------------------------------------

    fn save(&mut self, edit: Edit) -> Vec<Effect> {
        self.saving = Saving::Saving;
        vec![Effect::Save(Box::new(self.desk.article().clone()), edit)]
    }

    fn kept(&mut self, result: Result<(), crate::storage::StoreError>) -> Vec<Effect> {
        self.notices.retain(|notice| !matches!(notice.said, Said::NotKept(_)));
        match result {
            Ok(()) => {
                self.saving = Saving::Saved;
                Vec::new()
            }
            Err(error) => {
                self.saving = Saving::Failed(error.clone());
                self.say(Said::NotKept(error))
            }
        }
    }

    fn say(&mut self, said: Said) -> Vec<Effect> {
        let notice = Notice::new(said);
        if !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
        Vec::new()
    }

    fn conflict(&mut self, conflict: Conflict) -> Vec<Effect> {
        self.say(Said::Conflict(conflict))
    }

    fn unreadable_file(&self) -> Effect {
        let records = self.unreadable.iter().map(
            |record| serde_json::json!({"key": record.key, "value": record.value, "reason": record.reason}),
        );
        let text = serde_json::to_string_pretty(&records.collect::<Vec<_>>()).unwrap_or_default();
        Effect::Download { name: "mawqif-unreadable", ending: "json", text }
    }

    // ---- articles and files --------------------------------------------------------------------------

    fn open_text(&mut self, text: String, file: Option<String>) -> Vec<Effect> {
        let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
        if !text.chars().any(char::is_alphabetic) {
            return self.say(Said::EmptyText(file.unwrap_or_default()));
        }
        let article = Article::new(text);
        let save = Effect::SaveArticle(Box::new(article.clone()));
        let workspace = self.shelf.remove(&article.id).unwrap_or_else(|| Workspace::new(article.clone(), []));
        if self.desk.article().id == article.id {
            self.opening = false;
            return Vec::new();
        }
        let mut effects = self.lay(workspace);
        effects.insert(0, save);
        effects
    }

    /// Lays an article on the desk, the present one on the shelf.
    fn lay(&mut self, workspace: Workspace) -> Vec<Effect> {
        let effects = self.close_editor();
        let before = std::mem::replace(&mut self.desk, Desk::new(workspace)).into_workspace();
        self.shelf.insert(before.article().id.clone(), before);
        self.focus = None;
        self.selection = None;
        self.opening = false;
        self.find = super::Find::default();
        self.settings.open = Some(self.desk.article().id.clone());
        effects
            .into_iter()
            .chain([Effect::SaveSettings(self.settings.clone()), Effect::GoTo("article")])
            .collect()
    }

    fn import(&mut self, file: String, bytes: Vec<u8>) -> Vec<Effect> {
        let Ok(text) = String::from_utf8(bytes) else { return self.say(Said::NotText(file)) };
        let collection = match w3c::read(&text) {
            Ok(collection) => collection,
            Err(error) => return self.say(Said::BadFile(file, error)),
        };
        let here = self.desk.article().id.clone();
        let wanted: DocumentId = match (&collection.article, &collection.document) {
            (Some(article), _) => article.id.clone(),
            (None, Some(document)) => document.clone(),
            (None, None) => here.clone(),
        };
        let mut effects = Vec::new();
        if wanted != here {
            let workspace = match (self.shelf.remove(&wanted), &collection.article) {
                (Some(workspace), _) => workspace,
                (None, Some(article)) => {
                    effects.push(Effect::SaveArticle(Box::new(article.clone())));
                    Workspace::new(article.clone(), [])
                }
                (None, None) => return self.say(Said::UnknownArticle(file)),
            };
            effects.extend(self.lay(workspace));
        }
        let import = import::merge(self.desk.workspace(), &collection);
        let (added, changed, skipped) = (import.added, import.changed, import.skipped);
        if !import.edit.changes.is_empty() {
            effects.extend(self.edit(import.edit));
        }
        effects.extend(self.say(Said::Imported(added, changed, skipped)));
        effects
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{AnnotationId, Timestamp};
    use crate::page::words::Language;
    use crate::storage::{Kept, StoreError};

    /// Ids and times one after another.
    #[derive(Default)]
    struct Counter(u32);

    impl Supply for Counter {
        fn id(&mut self) -> AnnotationId {
            self.0 += 1;
            AnnotationId(format!("urn:test:{}", self.0))
        }

        fn now(&mut self) -> Timestamp {
            self.0 += 1;
            Timestamp(format!("2024-01-10T08:{:02}:00Z", self.0))
        }
    }

    struct Page {
        state: State,
        supply: Counter,
        effects: Vec<Effect>,
    }

    impl Page {
        fn new() -> Self {
            Page {
                state: State::new(Ok(Kept::default()), Language::Arabic),
                supply: Counter::default(),
                effects: Vec::new(),
            }
        }

        fn does(&mut self, message: Message) -> &mut Self {
            self.effects = self.state.update(message, &mut self.supply);
            self
        }

        fn annotations(&self) -> Vec<Annotation> {
            self.state.desk.workspace().annotations().values().cloned().collect()
        }

        fn first_claim(&self) -> String {
            let claim = |item: &&Item| matches!(item.content, Content::Claim(_));
            self.state.desk.items.iter().find(claim).unwrap().key.clone()
        }
    }

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
    fn what_is_downloaded_restores_the_workspace() {
        let mut page = Page::new();
        page.does(Message::Select(Some(Span::of(0..6)))).does(Message::Mark(ContentKind::Highlight));
        page.does(Message::Accept(page.first_claim())).does(Message::Download);
        let [Effect::Download { text, .. }] = page.effects.as_slice() else { panic!("{:?}", page.effects) };
        let bytes = text.clone().into_bytes();
        let mut other = Page::new();
        other.does(Message::Import { file: "f.json".into(), bytes: bytes.clone() });
        assert_eq!(other.annotations(), page.annotations());
        other.does(Message::Import { file: "f.json".into(), bytes });
        assert!(matches!(other.state.notices.last().unwrap().said, Said::Imported(0, 0, 2)));
        other.does(Message::Undo);
        assert!(other.annotations().is_empty());
    }

    #[test]
    fn a_bad_file_is_told_and_changes_nothing() {
        for bytes in [b"{".to_vec(), b"{\"a\":1}".to_vec(), vec![0xff, 0xfe, 0xff]] {
            let mut page = Page::new();
            page.does(Message::Import { file: "f.json".into(), bytes });
            assert!(page.effects.is_empty() && page.annotations().is_empty());
            assert!(page.state.notices[0].is_error());
        }
    }

    #[test]
    fn another_article_is_opened_and_the_first_taken_again_with_its_history() {
        let mut page = Page::new();
        page.does(Message::Select(Some(Span::of(0..6)))).does(Message::Mark(ContentKind::Highlight));
        let first = page.state.desk.article().id.clone();
        page.does(Message::OpenText {
            text: "قال الوزير إن الوضع هادئ.".into(), file: None
        });
        assert!(page.annotations().is_empty());
        page.does(Message::Take(first));
        assert_eq!(page.annotations().len(), 1);
        page.does(Message::Undo);
        assert!(page.annotations().is_empty());
    }

    #[test]
    fn a_failure_to_keep_is_told_until_it_is_mended() {
        let mut page = Page::new();
        page.does(Message::Kept(Err(StoreError::Full)));
        assert_eq!(page.state.saving, Saving::Failed(StoreError::Full));
        assert_eq!(page.state.notices.len(), 1);
        page.does(Message::Kept(Ok(())));
        assert!(page.state.notices.is_empty() && page.state.saving == Saving::Saved);
    }

    #[test]
    fn pointing_at_a_claim_chooses_it_and_its_card() {
        let mut page = Page::new();
        let key = page.first_claim();
        let at = page.state.desk.item(&key).unwrap().span.unwrap().start;
        page.does(Message::Point(at));
        assert_eq!(page.state.focus.as_ref(), Some(&key));
        assert_eq!(page.effects, [Effect::ShowCard(key)]);
    }
}
