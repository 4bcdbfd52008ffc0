//! Files in and out: a file that comes is first looked at, then taken in whole; what is here goes out in any
//! format.

use crate::annotation::{Change, DocumentId, ReadBy, Workspace};
use crate::exchange::{Collection, Format, export, import, read, text_of};
use crate::page::state::{Arrival, Arriving, Effect, Origin, Panel, Said, State};

impl State {
    /// Looks at a file: what it would do is shown, nothing is done. Where nothing of the reader's is, as in
    /// a browser that begins anew, it can only restore, and does so at once.
    pub(super) fn import(&mut self, file: String, bytes: &[u8]) -> Vec<Effect> {
        let collections = match text_of(bytes).and_then(|text| read(Format::guess(text), bytes)) {
            Ok(collections) => collections,
            Err(error) => return self.say(Said::BadFile(file, error)),
        };
        let arriving: Option<Vec<Arriving>> =
            collections.iter().map(|collection| self.arriving(collection)).collect();
        let Some(articles) = arriving else { return self.say(Said::UnknownArticle(file)) };
        if !articles.iter().any(Arriving::does_anything) {
            let skipped = articles.iter().map(|article| article.skipped).sum();
            return self.say(Said::Imported(0, 0, skipped));
        }
        let restores = collections.iter().all(|collection| self.is_untouched(&self.about(collection)));
        self.arrival = Some(Arrival { file, articles, collections });
        if restores {
            return self.take_in();
        }
        self.panel = Some(Panel::Import);
        Vec::new()
    }

    /// Takes the file in that was looked at. Each article's annotations come as one edit; the file's first
    /// article lies on the desk at the end.
    pub(super) fn take_in(&mut self) -> Vec<Effect> {
        let Some(arrival) = self.arrival.take() else { return Vec::new() };
        self.panel = None;
        // All or nothing: an article that went meanwhile stops the rest too.
        if arrival.collections.iter().any(|collection| self.arriving(collection).is_none()) {
            return self.say(Said::UnknownArticle(arrival.file));
        }
        let mut effects = Vec::new();
        let (mut added, mut changed, mut skipped) = (0, 0, 0);
        for collection in arrival.collections.iter().rev() {
            let wanted = self.about(collection);
            if wanted != self.desk.article().id {
                match (&collection.article, self.shelf.remove(&wanted)) {
                    (_, Some(known)) => effects.extend(self.lay(known)),
                    (Some(article), None) => effects.extend(self.lay_article(article.clone())),
                    (None, None) => continue,
                }
            }
            // Between looking and taking the reader, or another tab, may have gone on.
            let mut plan = import::plan(self.desk.workspace(), collection);
            (added, changed, skipped) = (added + plan.added, changed + plan.changed, skipped + plan.skipped);
            plan.edit.changes.extend(self.brought_dispute(collection));
            if !plan.edit.changes.is_empty() {
                effects.extend(self.edit(plan.edit));
            }
        }
        effects.extend(self.say(Said::Imported(added, changed, skipped)));
        effects
    }

    /// The change that keeps the dispute by which a file's article is read, where none of its name is known.
    fn brought_dispute(&self, collection: &Collection) -> Option<Change> {
        let Some(ReadBy::Dispute(dispute)) = &collection.article.as_ref()?.arrangement.read_by else {
            return None;
        };
        let known = self
            .choices()
            .iter()
            .any(|choice| choice.origin != Origin::Article && choice.dispute.name == dispute.name);
        if known { None } else { self.disputes.keeping(dispute) }
    }

    /// The annotations of the open article as a file.
    pub(super) fn export(&mut self, format: Format) -> Vec<Effect> {
        let collection = Collection::of(self.desk.workspace());
        let dispute = self.desk.dispute.clone();
        match export(format, &collection, dispute.as_ref()) {
            Ok(export) => {
                let left_out = export.left_out;
                let name = "mawqif";
                let file = export.bundle(name);
                if left_out > 0 {
                    self.say(Said::LeftOut(left_out));
                }
                self.panel = self.panel.filter(|panel| *panel != Panel::Export);
                file.map(|file| Effect::Download { name, file }).into_iter().collect()
            }
            // The open article always has a text; another reason is worth saying.
            Err(error) => self.say(Said::BadFile(format.name().to_owned(), error)),
        }
    }

    /// What a collection would do; none where it is about an article that is nowhere.
    fn arriving(&self, collection: &Collection) -> Option<Arriving> {
        let wanted = self.about(collection);
        if let Some(workspace) = self.workspace_of(&wanted) {
            return Some(Arriving::new(workspace, false, &import::plan(workspace, collection)));
        }
        let workspace = Workspace::new(collection.article.clone()?, []);
        Some(Arriving::new(&workspace, true, &import::plan(&workspace, collection)))
    }

    /// Whether the reader has annotated nothing in an article.
    fn is_untouched(&self, id: &DocumentId) -> bool {
        self.workspace_of(id).is_none_or(|workspace| workspace.annotations().is_empty())
    }

    /// What is done to an article, on the desk or on the shelf.
    fn workspace_of(&self, id: &DocumentId) -> Option<&Workspace> {
        let open = (self.desk.article().id == *id).then(|| self.desk.workspace());
        open.or_else(|| self.shelf.get(id))
    }

    /// The article that a collection is about: the open one where it does not tell.
    fn about(&self, collection: &Collection) -> DocumentId {
        let told = collection.article.as_ref().map(|article| &article.id).or(collection.document.as_ref());
        told.unwrap_or(&self.desk.article().id).clone()
    }
}

#[cfg(test)]
mod tests {
    use crate::annotation::ContentKind;
    use crate::exchange::Format;
    use crate::page::state::testing::Page;
    use crate::page::state::{Effect, Message, Panel, Said};
    use crate::text::Span;

    fn import(bytes: &[u8]) -> Message {
        Message::Import { file: "f.json".into(), bytes: bytes.to_vec() }
    }

    /// The file that the page hands out.
    fn file(page: &Page) -> Vec<u8> {
        let [Effect::Download { file, .. }] = page.effects.as_slice() else { panic!("{:?}", page.effects) };
        file.bytes.clone()
    }

    #[test]
    fn what_is_downloaded_restores_the_workspace() {
        let mut page = Page::new();
        page.does(Message::Select(Some(Span::of(0..6)))).does(Message::Mark(ContentKind::Highlight));
        page.does(Message::Accept(page.first_claim())).does(Message::Download);
        let bytes = file(&page);
        let mut other = Page::new();
        other.does(import(&bytes));
        assert_eq!(other.annotations(), page.annotations());
        other.does(import(&bytes));
        assert!(matches!(other.state.notices.last().unwrap().said, Said::Imported(0, 0, 2)));
        other.does(Message::Undo);
        assert!(other.annotations().is_empty());
    }

    #[test]
    fn where_the_reader_has_worked_a_file_is_looked_at_first() {
        let mut page = Page::new();
        page.does(Message::Select(Some(Span::of(0..6)))).does(Message::Mark(ContentKind::Highlight));
        page.does(Message::Accept(page.first_claim())).does(Message::Download);
        let bytes = file(&page);
        let mut other = Page::worked();
        other.does(import(&bytes));
        assert_eq!(other.annotations().len(), 1, "nothing is done before the reader says so");
        let arriving = &other.state.arrival.as_ref().unwrap().articles[0];
        assert_eq!((arriving.added, arriving.changed, arriving.skipped), (2, 0, 0));
        other.does(Message::TakeIn);
        assert_eq!(other.annotations().len(), 3);
        other.does(Message::Undo);
        assert_eq!(other.annotations().len(), 1);
    }

    #[test]
    fn a_file_that_is_not_wanted_changes_nothing() {
        let mut page = Page::new();
        page.does(Message::Select(Some(Span::of(0..6)))).does(Message::Mark(ContentKind::Highlight));
        let bytes = file(page.does(Message::Download));
        let mut other = Page::worked();
        other.does(import(&bytes)).does(Message::Open(None)).does(Message::TakeIn);
        assert!(other.annotations().len() == 1 && other.effects.is_empty());
    }

    #[test]
    fn a_bad_file_is_told_and_changes_nothing() {
        for bytes in [&b"{"[..], b"{\"a\":1}", &[0xff, 0xfe, 0xff]] {
            let mut page = Page::new();
            page.does(import(bytes));
            assert!(page.effects.is_empty() && page.annotations().is_empty() && page.state.panel.is_none());
            assert!(page.state.notices[0].is_error());
        }
    }

    #[test]
    fn a_file_of_several_articles_opens_its_first() {
        let lines = concat!(
            "{\"text\": \"قال الوزير إن الوضع هادئ\", \"label\": [[4, 10, \"PER\"]]}\n",
            "{\"text\": \"نفت بغداد ذلك\", \"label\": [[4, 9, \"LOC\"]]}\n"
        );
        let mut page = Page::new();
        page.does(import(lines.as_bytes()));
        assert_eq!(page.annotations().len(), 1);
        assert_eq!(page.annotations()[0].target.quote.exact, "الوزير");
        let other = page.state.shelf.values().find(|w| w.article().text.starts_with("نفت بغداد")).unwrap();
        assert_eq!(other.annotations().len(), 1);
    }

    #[test]
    fn every_format_goes_out() {
        let mut page = Page::new();
        page.does(Message::Select(Some(Span::of(0..6)))).does(Message::Mark(ContentKind::Highlight));
        for format in Format::ALL {
            page.does(Message::Open(Some(Panel::Export))).does(Message::Export(format));
            assert!(!file(&page).is_empty() && page.state.panel.is_none(), "{}", format.name());
        }
        let brat = file(page.does(Message::Export(Format::Brat)));
        assert!(brat.starts_with(b"PK"), "an article and its annotations are two files");
    }
}
