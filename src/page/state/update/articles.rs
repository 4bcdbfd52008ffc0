//! Articles: opening one, laying one on the desk.

use crate::annotation::{Article, DocumentId, Workspace};
use crate::exchange::{MAX_BYTES, Problem, decode, html_article, is_gathered, unescape};
use crate::order::take;
use crate::page::state::{Counts, Desk, Detail, Effect, Filter, Find, NOT_SCROLLED, ROOM, Said, State};

impl State {
    /// Opens the article that is in a file, or takes in the annotations that are.
    pub(super) fn open_file(&mut self, file: String, bytes: &[u8]) -> Vec<Effect> {
        if bytes.len() > MAX_BYTES {
            return self.say(Said::Unread(file, Problem::TooLarge(MAX_BYTES)));
        }
        let ending = file.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
        if matches!(ending.as_str(), "json" | "jsonld" | "jsonl" | "ann") {
            return self.import(file, bytes);
        }
        let Some(text) = decode(bytes) else { return self.say(Said::NotText(file)) };
        match ending.as_str() {
            "html" | "htm" | "xhtml" => self.open_article(html_article(&text), file),
            _ => self.open_text(text, Some(file)),
        }
    }

    pub(super) fn open_address(&mut self, escaped: &str) -> Vec<Effect> {
        match unescape(escaped) {
            Ok(text) => self.open_text(text, Some("#text=".into())),
            Err(at) => self.say(Said::BadAddress(at)),
        }
    }

    pub(super) fn open_text(&mut self, text: String, file: Option<String>) -> Vec<Effect> {
        let (text, file) = (without_mark(text), file.unwrap_or_default());
        if is_gathered(&text) {
            return self.open_archive(file, &text);
        }
        self.open_article(Article::new(text), file)
    }

    fn open_article(&mut self, article: Article, file: String) -> Vec<Effect> {
        if !has_words(&article.text) {
            return self.say(Said::EmptyText(file));
        }
        if self.files.is_some() {
            return self.shelve(article);
        }
        if self.desk.article().id == article.id {
            self.panel = None;
            return Vec::new();
        }
        self.lay_article(article)
    }

    /// Lays an article on the desk: as it is known here, or else as it comes, which is then written.
    pub(super) fn lay_article(&mut self, article: Article) -> Vec<Effect> {
        if let Some(known) = self.shelf.remove(&article.id) {
            return self.lay(known);
        }
        self.record(&article.id);
        let mut effects = vec![Effect::SaveArticle(Box::new(article.clone()))];
        let workspace = self.begun(article);
        effects.extend(self.lay(workspace));
        effects
    }

    /// An article that is not known here, with what was kept of it where its own record was lost.
    pub(super) fn begun(&mut self, article: Article) -> Workspace {
        let strays = take(&mut self.strays, &article.id);
        Workspace::new(article, strays)
    }

    /// Puts an article on the shelf that is not known here, and writes it.
    fn shelve(&mut self, article: Article) -> Vec<Effect> {
        let known = self.desk.article().id == article.id || self.shelf.contains_key(&article.id);
        if known {
            return Vec::new();
        }
        self.record(&article.id);
        let workspace = self.begun(article.clone());
        self.shelf.insert(article.id.clone(), workspace);
        self.archive.iter_mut().for_each(|archive| archive.unsearched.push(article.id.clone()));
        vec![Effect::SaveArticle(Box::new(article))]
    }

    /// Corrects what is known of the open article.
    pub(super) fn correct_detail(&mut self, detail: Detail) -> Vec<Effect> {
        self.correct_article(|article| match detail {
            Detail::Title(title) if title.trim().is_empty() => {
                article.title = Article::new(article.text.clone()).title;
            }
            Detail::Title(title) => title.trim().clone_into(&mut article.title),
            Detail::Source(source) => source.trim().clone_into(&mut article.source),
            Detail::Address(address) => address.trim().clone_into(&mut article.address),
            Detail::Date(date) => article.date = date,
        })
    }

    /// Takes an article from the shelf to the desk, if it is there.
    pub(super) fn take(&mut self, id: &DocumentId) -> Vec<Effect> {
        self.shelf.remove(id).map_or_else(Vec::new, |workspace| self.lay(workspace))
    }

    /// Lays an article on the desk, the present one on the shelf.
    pub(super) fn lay(&mut self, workspace: Workspace) -> Vec<Effect> {
        let effects = self.close_editor();
        let before = std::mem::replace(&mut self.desk, Desk::begin(workspace));
        if !before.is_reading() {
            let counts = Counts::of(&before);
            self.library.findings.entry(before.article().id.clone()).or_default().counts = Some(counts);
        }
        let before = before.into_workspace();
        self.shelf.insert(before.article().id.clone(), before);
        self.focus = None;
        self.filter = Filter::default();
        self.growth.begin_anew();
        self.board_room = ROOM;
        self.in_view = NOT_SCROLLED;
        self.stop_adding();
        self.unsound = None;
        self.selection = None;
        self.panel = None;
        self.cursor = None;
        self.find = Find { mode: self.find.mode, ..Find::default() };
        self.settings.open = Some(self.desk.article().id.clone());
        effects
            .into_iter()
            .chain([Effect::SaveSettings(self.settings.clone()), Effect::GoTo("article")])
            .collect()
    }
}

/// A text without the byte order mark that some programs put before it.
pub(super) fn without_mark(text: String) -> String {
    text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)
}

/// Whether there is anything to read in a text.
pub(super) fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use crate::analysis::{Date, Dispute};
    use crate::annotation::{ContentKind, ReadBy};
    use crate::exchange::{MAX_BYTES, Problem};
    use crate::page::state::testing::Page;
    use crate::page::state::{Detail, Effect, Message, Said};
    use crate::storage::Kept;
    use crate::text::Span;

    #[test]
    fn a_file_in_windows_1256_is_opened_and_one_in_no_encoding_told() {
        let mut page = Page::new();
        let file = |bytes: &[u8]| Message::OpenFile { file: "f.txt".into(), bytes: bytes.to_vec() };
        page.does(file(b"\xde\xc7\xe1 \xc7\xe1\xe6\xd2\xed\xd1"));
        assert_eq!(page.state.desk.article().text, "قال الوزير");
        page.does(file(b"\x89PNG\r\n\x1a\n\0"));
        assert_eq!(page.state.desk.article().text, "قال الوزير");
        assert_eq!(page.state.notices.last().unwrap().said, Said::NotText("f.txt".into()));
        assert!(page.effects.is_empty());
    }

    #[test]
    fn a_text_in_the_address_is_opened_and_a_broken_one_told() {
        let mut page = Page::new();
        page.does(Message::OpenAddress("%D9%82%D8%A7%D9%84%20الوزير%0A".into()));
        assert_eq!(page.state.desk.article().text, "قال الوزير\n");
        for (escaped, said) in [("قال%4", Said::BadAddress(4)), ("%20", Said::EmptyText("#text=".into()))]
        {
            page.does(Message::OpenAddress(escaped.into()));
            assert_eq!(page.state.notices.last().unwrap().said, said);
            assert!(page.effects.is_empty());
            assert_eq!(page.state.desk.article().text, "قال الوزير\n");
        }
    }

    #[test]
    fn a_saved_page_is_opened_with_what_it_tells_of_its_article() {
        let mut page = Page::new();
        let html =
            "<title>نفي</title><meta property=og:site_name content=الخبر><nav>قائمة</nav><p>نفت أثينا ذلك.";
        page.does(Message::OpenFile { file: "saved.HTM".into(), bytes: html.into() });
        let article = page.state.desk.article();
        assert_eq!([&article.text, &article.title, &article.source], ["نفت أثينا ذلك.", "نفي", "الخبر"]);
        page.does(Message::OpenFile { file: "menu.html".into(), bytes: "<nav>قائمة</nav>".into() });
        assert_eq!(page.state.notices.last().unwrap().said, Said::EmptyText("menu.html".into()));
    }

    #[test]
    fn a_text_that_is_kept_already_is_not_written_over() {
        let mut page = Page::new();
        let written = |page: &Page| page.effects.iter().any(|e| matches!(e, Effect::SaveArticle(_)));
        let text =
            || Message::OpenText { text: "قال الوزير إن الوضع هادئ.".into(), file: None };
        let seed = page.state.desk.article().id.clone();
        page.does(text());
        assert!(written(&page));
        // What the reader did to the article since stands in its record.
        page.does(Message::ReadBy(ReadBy::Dispute(Box::new(Dispute::washington_baghdad()))));
        page.does(Message::Take(seed)).does(text());
        assert!(!written(&page) && page.state.desk.dispute.is_some());
    }

    #[test]
    fn an_article_whose_record_was_lost_is_opened_again_with_its_annotations() {
        let text = "قال الوزير إن الوضع هادئ.";
        let mut page = Page::new();
        page.does(Message::OpenText { text: text.into(), file: None });
        page.does(Message::Select(Some(Span::of(0..6)))).does(Message::Mark(ContentKind::Highlight));
        let annotations = [(page.state.desk.article().id.clone(), page.annotations())].into();
        let mut page = Page::of(Kept { annotations, ..Kept::default() });
        assert_eq!(page.state.shelf.len(), 0);
        page.does(Message::OpenText { text: text.into(), file: None });
        assert_eq!(page.annotations().len(), 1);
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
    fn what_is_known_of_an_article_is_corrected_and_that_undone() {
        let mut page = Page::new();
        let value = |page: &Page| {
            page.state.desk.analysis.entities.iter().find_map(|entity| {
                let words = page.state.desk.document.slice(entity.span);
                (words == "أمس").then(|| format!("{:?}", entity.value))
            })
        };
        page.does(Message::OpenText {
            text: "قال الوزير أمس إن الوضع هادئ.".into(), file: None
        });
        let undated = value(&page);
        for detail in [
            Detail::Title(" عنوان ".into()),
            Detail::Source("وكالة".into()),
            Detail::Address("https://example.org/1".into()),
            Detail::Date(Date::new(2024, 3, 2)),
        ] {
            page.does(Message::Correct(detail));
            assert!(page.effects.iter().any(|effect| matches!(effect, Effect::Save(..))));
        }
        let article = page.state.desk.article();
        let known = [&article.title, &article.source, &article.address];
        assert_eq!(known, ["عنوان", "وكالة", "https://example.org/1"]);
        assert!(value(&page) != undated && value(&page).unwrap().contains("2024"), "{:?}", value(&page));
        page.does(Message::Undo);
        assert_eq!(value(&page), undated);
        page.does(Message::Correct(Detail::Title(String::new())));
        assert_eq!(page.state.desk.article().title, "قال الوزير أمس إن الوضع هادئ.");
    }

    #[test]
    fn a_file_that_is_too_large_is_told_to_be() {
        let mut page = Page::new();
        page.does(Message::OpenFile { file: "f.txt".into(), bytes: vec![b'a'; MAX_BYTES + 1] });
        let said = Said::Unread("f.txt".into(), Problem::TooLarge(MAX_BYTES));
        assert_eq!(page.state.notices.last().unwrap().said, said);
        assert!(page.state.notices.last().unwrap().is_error());
    }
}
