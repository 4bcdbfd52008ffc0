//! Files in and out: a file that comes is first looked at, then taken in whole; what is here goes out in any
//! format.

use crate::annotation::{Article, Change, Conflict, DocumentId, Edit, ReadBy, Workspace};
use crate::exchange::{Collection, Format, export, import, is_gathered, read, text_of};
use crate::page::state::{Arrival, Arriving, Brought, Effect, Origin, Panel, Said, State, Turn};

/// A step of an article back or forth.
type Step = fn(&mut Workspace) -> Result<Option<Edit>, Conflict>;

impl State {
    /// Looks at a file: what it would do is shown, nothing is done.
    pub(super) fn import(&mut self, file: String, bytes: &[u8]) -> Vec<Effect> {
        let collections = match text_of(bytes) {
            Ok(text) if is_gathered(text) => return self.open_archive(file, text),
            text => text.and_then(|text| read(Format::guess(text), bytes)),
        };
        let collections = match collections {
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
        self.arrival = Some(Arrival { file, articles, collections });
        self.panel = Some(Panel::Import);
        Vec::new()
    }

    /// Takes the file in that was looked at. Each article's annotations come as one edit; the file's first
    /// article lies on the desk at the end.
    pub(super) fn take_in(&mut self) -> Vec<Effect> {
        let Some(arrival) = self.arrival.take() else { return Vec::new() };
        self.panel = None;
        // All or nothing: an article that went meanwhile stops the rest too.
        let homeless = |it: &Collection| it.article.is_none() && self.workspace_of(&self.about(it)).is_none();
        if arrival.collections.iter().any(homeless) {
            return self.say(Said::UnknownArticle(arrival.file));
        }
        let mut effects = Vec::new();
        let (mut added, mut changed, mut skipped) = (0, 0, 0);
        let here = self.desk.article().id.clone();
        let mut brought = Brought { changed: Vec::new(), new: Vec::new(), open: [here.clone(), here] };
        for collection in arrival.collections.iter().rev() {
            let wanted = self.about(collection);
            if wanted != self.desk.article().id {
                match (&collection.article, self.shelf.remove(&wanted)) {
                    (_, Some(known)) => effects.extend(self.lay(known)),
                    (Some(article), None) => {
                        effects.extend(self.lay_article(article.clone()));
                        brought.new.push(wanted.clone());
                    }
                    (None, None) => continue,
                }
            }
            // Between looking and taking the reader, or another tab, may have gone on.
            let mut plan = import::plan(self.desk.workspace(), collection);
            (added, changed, skipped) = (added + plan.added, changed + plan.changed, skipped + plan.skipped);
            plan.edit.changes.extend(self.brought_dispute(collection));
            if !plan.edit.changes.is_empty() {
                effects.extend(self.edit(plan.edit));
                // A file may have an article twice; its edits are taken back in turn.
                brought.changed.push(wanted);
            }
        }
        brought.open[1].clone_from(&self.desk.article().id);
        // What is about the open article alone is in its history.
        if !brought.new.is_empty() || brought.changed.len() > 1 {
            self.turn = Some(Turn::TakenIn(brought));
        }
        effects.extend(self.say(Said::Imported(added, changed, skipped)));
        effects
    }

    /// Takes back what a file brought, the articles that came with it too.
    pub(super) fn hand_back(&mut self, brought: Brought) -> Vec<Effect> {
        let mut effects = match self.step_in_all(&brought.changed, Workspace::undo) {
            Ok(effects) => effects,
            Err(conflict) => return self.conflict(conflict),
        };
        if self.desk.article().id != brought.open[0] && brought.new.contains(&self.desk.article().id) {
            let before = self.shelf.remove(&brought.open[0]);
            effects.extend(self.lay(before.unwrap_or_else(|| Workspace::new(Article::seed(), []))));
        }
        for id in &brought.new {
            if let Some(workspace) = self.shelf.remove(id) {
                effects.push(self.discard(workspace));
            }
        }
        self.turn = Some(Turn::HandedBack(brought));
        effects
    }

    /// Takes in again what was handed back.
    pub(super) fn take_in_again(&mut self, brought: Brought) -> Vec<Effect> {
        let mut effects = Vec::new();
        for id in &brought.new {
            if let Some((workspace, saved)) = self.retrieve(id) {
                effects.push(saved);
                self.shelf.insert(id.clone(), workspace);
            }
        }
        match self.step_in_all(&brought.changed, Workspace::redo) {
            Ok(done) => effects.extend(done),
            Err(conflict) => effects.extend(self.conflict(conflict)),
        }
        if let Some(workspace) = self.shelf.remove(&brought.open[1]) {
            effects.extend(self.lay(workspace));
        }
        self.turn = Some(Turn::TakenIn(brought));
        effects
    }

    /// Steps back or forth in each of these articles, or in none.
    fn step_in_all(&mut self, ids: &[DocumentId], step: Step) -> Result<Vec<Effect>, Conflict> {
        for workspace in ids.iter().filter_map(|id| self.workspace_of(id)) {
            step(&mut workspace.clone())?;
        }
        self.unkept = true;
        let mut effects = Vec::new();
        for id in ids {
            if self.desk.article().id == *id {
                effects.extend(self.step(step));
                continue;
            }
            let Some(Ok(Some(mut edit))) = self.shelf.get_mut(id).map(step) else { continue };
            edit.changes.retain(|change| self.changes_disputes(change));
            self.forget_findings(id);
            effects.push(Effect::Save(id.clone(), edit));
        }
        Ok(effects)
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

    /// What is done to an article, on the desk or on the shelf.
    pub(super) fn workspace_of(&self, id: &DocumentId) -> Option<&Workspace> {
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
    use crate::annotation::{AnnotationId, Article, ContentKind, DocumentId, Workspace};
    use crate::exchange::Format;
    use crate::page::state::testing::Page;
    use crate::page::state::{Effect, Message, Panel, Said};
    use crate::text::Span;
    use std::collections::BTreeMap;

    fn import(bytes: &[u8]) -> Message {
        Message::Import { file: "f.json".into(), bytes: bytes.to_vec() }
    }

    /// All articles with the ids of what is annotated in them.
    fn all(page: &Page) -> BTreeMap<DocumentId, Vec<AnnotationId>> {
        let shelf = page.state.shelf.values();
        let all = shelf.chain([page.state.desk.workspace()]);
        let ids = |workspace: &Workspace| workspace.annotations().keys().cloned().collect();
        all.map(|workspace| (workspace.article().id.clone(), ids(workspace))).collect()
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
        assert!(other.annotations().is_empty(), "nothing is done before the reader says so");
        other.does(Message::TakeIn);
        assert_eq!(other.annotations(), page.annotations());
        other.does(import(&bytes));
        assert!(matches!(other.state.notices.last().unwrap().said, Said::Imported(0, 0, 2)));
        other.does(Message::Undo);
        assert!(other.annotations().is_empty());
    }

    #[test]
    fn what_a_file_would_do_is_shown_first() {
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

    const TWO_ARTICLES: &str = concat!(
        "{\"text\": \"قال الوزير إن الوضع هادئ\", \"label\": [[4, 10, \"PER\"]]}\n",
        "{\"text\": \"نفت بغداد ذلك\", \"label\": [[4, 9, \"LOC\"]]}\n"
    );

    #[test]
    fn a_file_of_several_articles_opens_its_first() {
        let mut page = Page::new();
        page.does(import(TWO_ARTICLES.as_bytes())).does(Message::TakeIn);
        assert_eq!(page.annotations().len(), 1);
        assert_eq!(page.annotations()[0].target.quote.exact, "الوزير");
        let other = page.state.shelf.values().find(|w| w.article().text.starts_with("نفت بغداد")).unwrap();
        assert_eq!(other.annotations().len(), 1);
    }

    #[test]
    fn a_file_of_several_articles_is_taken_back_and_in_again_whole() {
        // One of the two is on the shelf, with work of the reader's.
        let mut page = Page::new();
        page.does(Message::OpenText { text: "نفت بغداد ذلك".into(), file: None });
        page.does(Message::Select(Some(Span::of(0..6)))).does(Message::Mark(ContentKind::Highlight));
        let known = page.state.desk.article().id.clone();
        page.does(Message::Take(Article::seed().id));
        let begin = all(&page);
        page.does(import(TWO_ARTICLES.as_bytes())).does(Message::TakeIn);
        let end = all(&page);
        assert_eq!((end.len(), end[&known].len()), (3, 2));
        for _ in 0..2 {
            page.does(Message::Undo);
            assert_eq!(all(&page), begin);
            assert_eq!(page.state.desk.article().id, Article::seed().id);
            let gone = page.effects.iter().filter(|e| matches!(e, Effect::ForgetArticle(_))).count();
            let kept = page.effects.iter().filter(|e| matches!(e, Effect::Save(..))).count();
            assert_eq!((gone, kept), (1, 2));
            page.does(Message::Redo);
            assert_eq!(all(&page), end);
            assert!(page.state.desk.article().text.starts_with("قال الوزير"));
            assert!(page.effects.iter().any(|effect| matches!(effect, Effect::SaveArticle(_))));
        }
        // What the reader does then is taken back before it.
        page.does(Message::Select(Some(Span::of(0..6)))).does(Message::Mark(ContentKind::Highlight));
        page.does(Message::Undo);
        assert_eq!(all(&page), end);
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
