//! Articles and files: opening, laying one on the desk, taking annotations in.

use crate::annotation::{Article, DocumentId, Workspace};
use crate::exchange::{import, w3c};
use crate::page::state::{Desk, Effect, Find, Said, State};

impl State {
    pub(super) fn open_text(&mut self, text: String, file: Option<String>) -> Vec<Effect> {
        let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
        if !text.chars().any(char::is_alphabetic) {
            return self.say(Said::EmptyText(file.unwrap_or_default()));
        }
        let article = Article::new(text);
        let save = Effect::SaveArticle(Box::new(article.clone()));
        let workspace = self.shelf.remove(&article.id).unwrap_or_else(|| Workspace::new(article.clone(), []));
        if self.desk.article().id == article.id {
            self.panel = None;
            return Vec::new();
        }
        self.record(&article.id);
        let mut effects = self.lay(workspace);
        effects.insert(0, save);
        effects
    }

    /// Lays an article on the desk, the present one on the shelf.
    pub(super) fn lay(&mut self, workspace: Workspace) -> Vec<Effect> {
        let effects = self.close_editor();
        let before = std::mem::replace(&mut self.desk, Desk::new(workspace)).into_workspace();
        self.shelf.insert(before.article().id.clone(), before);
        self.focus = None;
        self.selection = None;
        self.panel = None;
        self.cursor = None;
        self.find = Find::default();
        self.settings.open = Some(self.desk.article().id.clone());
        effects
            .into_iter()
            .chain([Effect::SaveSettings(self.settings.clone()), Effect::GoTo("article")])
            .collect()
    }

    pub(super) fn import(&mut self, file: String, bytes: Vec<u8>) -> Vec<Effect> {
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
        let import = import::plan(self.desk.workspace(), &collection);
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
    use crate::annotation::ContentKind;
    use crate::page::state::testing::Page;
    use crate::page::state::{Effect, Message, Said};
    use crate::text::Span;

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
}
