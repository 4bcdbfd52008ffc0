//! The library: searching it, counting what is in it, and renaming an article that is not open.

use crate::annotation::{Change, DocumentId, Edit, EditKind, Workspace};
use crate::order::{sort_by, take};
use crate::page::state::find::{Mode, Wanted};
use crate::page::state::library::{Counts, Entry, Hits};
use crate::page::state::{Desk, Effect, Panel, State, Turn};
use crate::text::Span;
use std::cmp::Reverse;

/// Bytes of text that are searched before the page may answer.
const SEARCHED: usize = 300_000;
/// Bytes of text that are read to be counted before it may.
const READ: usize = 20_000;

impl State {
    /// The articles of the library, those that the search leaves: the open one first, then the latest, then by
    /// title.
    pub fn entries(&self) -> Vec<Entry> {
        let searching = !self.library.query.trim().is_empty();
        let shelved = self.shelf.values().map(|workspace| (Entry::of(workspace), false));
        let all = std::iter::once((Entry::of(self.desk.workspace()), true)).chain(shelved);
        let mut entries: Vec<Entry> = all
            .filter_map(|(entry, open)| {
                let counted = || self.library.counts(&entry.id);
                let here = || (!self.desk.is_reading()).then(|| Counts::of(&self.desk));
                let counts = if open { here() } else { counted() };
                let removable = self.recorded.contains(&entry.id) || (open && entry.annotations > 0);
                let hits = self.library.hits(&entry.id).cloned().unwrap_or_default();
                (!searching || hits.any()).then_some(Entry { open, counts, removable, hits, ..entry })
            })
            .collect();
        sort_by(&mut entries, |a, b| {
            let by = |entry: &Entry| (!entry.open, Reverse(entry.date.map(|date| date.days())));
            by(a).cmp(&by(b)).then_with(|| a.title.cmp(&b.title))
        });
        entries
    }

    /// Whether the search over the library is not through yet.
    pub fn is_searching(&self) -> bool {
        let searching = !self.library.query.trim().is_empty() && self.library.error.is_none();
        let known = |id: &DocumentId| self.library.hits(id).is_some();
        searching && !(known(&self.desk.article().id) && self.shelf.keys().all(known))
    }

    /// Searches the library for something else.
    pub(super) fn search_library(&mut self, query: String, mode: Mode) -> Vec<Effect> {
        self.library.error = Wanted::new(&query, mode).err();
        self.library.query = query;
        self.library.mode = mode;
        self.library.forget_hits();
        self.work()
    }

    /// Begins what there is to find out, if it is not under way.
    pub(super) fn work(&mut self) -> Vec<Effect> {
        let wanted = self.is_looking()
            || self.panel == Some(Panel::Opening) && (self.is_searching() || self.next_uncounted().is_some());
        if !wanted || self.library.working {
            return Vec::new();
        }
        self.library.working = true;
        vec![Effect::GoOn]
    }

    /// Searches or counts some more articles.
    pub(super) fn go_on(&mut self) -> Vec<Effect> {
        self.library.working = false;
        if self.is_looking() {
            self.look_in_some();
        } else if self.is_searching() {
            self.search_some();
        } else {
            self.count_some();
        }
        self.work()
    }

    fn search_some(&mut self) {
        let Ok(wanted) = Wanted::new(&self.library.query, self.library.mode) else { return };
        let mut searched = 0;
        let all = std::iter::once(self.desk.workspace()).chain(self.shelf.values());
        for article in all.map(Workspace::article) {
            if self.library.hits(&article.id).is_some() {
                continue;
            }
            match Hits::of(article, &wanted) {
                Ok(hits) => {
                    self.library.findings.entry(article.id.clone()).or_default().hits = Some(hits);
                }
                Err(error) => {
                    self.library.error = Some(error);
                    return;
                }
            }
            searched += article.text.len();
            if searched > SEARCHED {
                return;
            }
        }
    }

    fn count_some(&mut self) {
        let mut read = 0;
        while read <= READ
            && let Some(workspace) = self.next_uncounted()
        {
            let (id, length) = (workspace.article().id.clone(), workspace.article().text.len());
            let counts = Counts::of(&Desk::new(workspace.clone()));
            self.library.findings.entry(id).or_default().counts = Some(counts);
            read += length;
        }
    }

    fn next_uncounted(&self) -> Option<&Workspace> {
        self.shelf.iter().find(|(id, _)| self.library.counts(id).is_none()).map(|(_, workspace)| workspace)
    }

    /// What was found out of an article does not hold any more.
    pub(super) fn forget_findings(&mut self, id: &DocumentId) {
        take(&mut self.library.findings, id);
    }

    /// Opens an article at a place that the search over the library found.
    pub(super) fn take_at(&mut self, id: &DocumentId, place: Span) -> Vec<Effect> {
        let mut effects = self.take(id);
        if self.desk.article().id != *id {
            return effects;
        }
        self.panel = None;
        let (query, mode) = (self.library.query.clone(), self.library.mode);
        self.find.open = true;
        self.find.from = place.start;
        self.find.search(self.desk.document.text(), query, mode);
        effects.push(Effect::ShowWords(place));
        effects
    }

    /// Gives an article another title.
    pub(super) fn rename_article(&mut self, id: &DocumentId, title: &str) -> Vec<Effect> {
        self.library.renaming = None;
        let title = title.trim();
        if title.is_empty() {
            return Vec::new();
        }
        if self.desk.article().id == *id {
            return self.correct_article(|article| title.clone_into(&mut article.title));
        }
        let Some(workspace) = self.shelf.get_mut(id).filter(|w| w.article().title != title) else {
            return Vec::new();
        };
        let before = Box::new(workspace.article().clone());
        let mut after = before.clone();
        title.clone_into(&mut after.title);
        let edit = Edit { kind: EditKind::Change, changes: vec![Change::Article { before, after }] };
        if let Err(conflict) = workspace.apply(edit.clone()) {
            return self.conflict(conflict);
        }
        self.keep_shelved(id, edit, Turn::Renamed(id.clone()))
    }

    /// Takes the renaming of an article on the shelf back, or makes it again.
    pub(super) fn rename_back(&mut self, id: &DocumentId, forward: bool) -> Vec<Effect> {
        let Some(workspace) = self.shelf.get_mut(id) else { return Vec::new() };
        let (done, turn) = if forward {
            (workspace.redo(), Turn::Renamed(id.clone()))
        } else {
            (workspace.undo(), Turn::NamedBack(id.clone()))
        };
        match done {
            Ok(Some(edit)) => self.keep_shelved(id, edit, turn),
            Ok(None) => Vec::new(),
            Err(conflict) => self.conflict(conflict),
        }
    }

    fn keep_shelved(&mut self, id: &DocumentId, edit: Edit, turn: Turn) -> Vec<Effect> {
        self.unkept = true;
        self.record(id);
        if let Some(findings) = self.library.findings.get_mut(id) {
            findings.hits = None;
        }
        self.turn = Some(turn);
        let mut effects = vec![Effect::Save(id.clone(), edit)];
        effects.extend(self.work());
        effects
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{Article, Item};
    use crate::page::state::Message;
    use crate::page::state::library::Progress;
    use crate::page::state::testing::Page;

    const OTHER: &str = "قال وزير الخارجية التركي إن بلاده ترفض القرار.\n\nونفت أثينا ذلك.";

    /// A page with the seed on the desk and another article on the shelf, its library open.
    fn with_library() -> (Page, DocumentId) {
        let mut page = Page::new();
        page.does(Message::OpenText { text: OTHER.into(), file: None });
        let id = page.state.desk.article().id.clone();
        page.does(Message::Take(Article::seed().id)).does(Message::Open(Some(Panel::Opening)));
        (page, id)
    }

    fn work(page: &mut Page) {
        while page.state.library.working {
            page.does(Message::GoOn);
        }
    }

    fn titles(page: &Page) -> Vec<String> {
        page.state.entries().into_iter().map(|entry| entry.title).collect()
    }

    #[test]
    fn articles_are_counted_while_the_library_is_open() {
        let (mut page, id) = with_library();
        work(&mut page);
        let entries = page.state.entries();
        let [seed, other] = entries.as_slice() else { panic!("{entries:?}") };
        assert!(seed.open && other.id == id);
        assert_eq!(other.progress(), Progress::Untouched);
        assert!(seed.counts.unwrap().contested > 0 && other.counts.unwrap().claims > 0);
        page.does(Message::Take(id.clone()));
        let unjudged = |item: &&Item| item.is_claim() && item.annotation.is_none();
        let next = |page: &Page| page.state.desk.items().find(unjudged).map(|item| item.key.clone());
        while let Some(key) = next(&page) {
            page.does(Message::Accept(key));
        }
        assert_eq!(page.state.entries()[0].progress(), Progress::Judged);
        page.does(Message::Take(Article::seed().id)).does(Message::Open(Some(Panel::Opening)));
        work(&mut page);
        assert_eq!(page.state.entries()[1].progress(), Progress::Judged, "counted anew");
    }

    #[test]
    fn the_library_is_searched_in_every_spelling_and_a_hit_opened_at_its_place() {
        let (mut page, id) = with_library();
        page.does(Message::SearchLibrary("وزير الخارجيه".into(), Mode::Words));
        assert!(page.state.is_searching());
        work(&mut page);
        let entries = page.state.entries();
        let hits = &entries.iter().find(|entry| entry.id == id).unwrap().hits;
        assert_eq!((hits.count, hits.first[0].words[1].as_str()), (1, "وزير الخارجية"));
        page.does(Message::TakeAt(id.clone(), hits.first[0].span));
        assert_eq!((&page.state.desk.article().id, page.state.find.found.len()), (&id, 1));
        assert!(page.effects.contains(&Effect::ShowWords(hits.first[0].span)));
        page.does(Message::Open(Some(Panel::Opening)));
        page.does(Message::SearchLibrary("البنتاغون ينفي".into(), Mode::Parts));
        work(&mut page);
        assert_eq!(titles(&page), [Article::seed().title]);
        page.does(Message::SearchLibrary("(".into(), Mode::Pattern));
        work(&mut page);
        assert!(page.state.library.error.is_some() && titles(&page).is_empty());
    }

    #[test]
    fn an_article_on_the_shelf_is_renamed_and_named_back() {
        let (mut page, id) = with_library();
        let named = |page: &Page| page.state.shelf.get(&id).unwrap().article().title.clone();
        let before = named(&page);
        page.does(Message::NameArticle(id.clone(), " أثينا وأنقرة ".into()));
        assert_eq!(named(&page), "أثينا وأنقرة");
        assert!(page.effects.iter().any(|effect| matches!(effect, Effect::Save(saved, _) if *saved == id)));
        page.does(Message::Undo);
        assert_eq!(named(&page), before);
        page.does(Message::Redo);
        assert_eq!(named(&page), "أثينا وأنقرة");
        page.does(Message::NameArticle(id.clone(), "  ".into()));
        assert_eq!(named(&page), "أثينا وأنقرة");
        page.does(Message::Take(id.clone())).does(Message::Undo);
        assert_eq!(page.state.desk.article().title, before);
    }

    #[test]
    fn the_library_stays_open_when_an_article_is_deleted_from_it() {
        let (mut page, id) = with_library();
        page.does(Message::RemoveArticle(id.clone()));
        assert_eq!((page.state.panel, titles(&page).len()), (Some(Panel::Opening), 1));
        page.does(Message::Undo).does(Message::Open(Some(Panel::Opening)));
        page.does(Message::RemoveArticle(id));
        assert_eq!((page.state.panel, titles(&page)), (Some(Panel::Opening), vec![Article::seed().title]));
    }
}
