//! The library: every article with what is known of it, how far the reader has come with it, and the search
//! over all of them.
//!
//! Counting an article's claims takes a reading of it, and a search reads all texts. Both go on bit by bit
//! ([`Message::GoOn`](super::Message::GoOn)), so that the page answers meanwhile however many articles there
//! are.

use super::desk::Desk;
use super::find::{Mode, Wanted};
use crate::analysis::Date;
use crate::annotation::{Article, DocumentId, Item, Status, Workspace};
use crate::text::{PatternError, Span};
use std::collections::BTreeMap;

/// What the library shows and what it still has to find out.
#[derive(Debug, Default)]
pub struct Library {
    /// What is searched for, as typed.
    pub query: String,
    /// How it is meant.
    pub mode: Mode,
    /// Why it cannot be searched for.
    pub error: Option<PatternError>,
    /// The article that is being renamed.
    pub renaming: Option<DocumentId>,
    /// UTF-16 units that the browser's store holds of everything kept, where it has been measured.
    pub used: Option<usize>,
    /// What is known so far, by article.
    pub(super) findings: BTreeMap<DocumentId, Findings>,
    /// Whether [`Message::GoOn`](super::Message::GoOn) is under way.
    pub(super) working: bool,
}

/// What has been found out of an article.
#[derive(Debug, Default)]
pub(super) struct Findings {
    /// What the search found; where it found nothing, there are no hits in it.
    pub hits: Option<Hits>,
    /// What was counted.
    pub counts: Option<Counts>,
}

impl Library {
    /// What the search found in an article, if it has been there.
    pub(super) fn hits(&self, id: &DocumentId) -> Option<&Hits> {
        self.findings.get(id)?.hits.as_ref()
    }

    /// What was counted in an article, if it has been.
    pub(super) fn counts(&self, id: &DocumentId) -> Option<Counts> {
        self.findings.get(id)?.counts
    }

    /// The search found something else, or nothing.
    pub(super) fn forget_hits(&mut self) {
        self.findings.values_mut().for_each(|findings| findings.hits = None);
    }
}

/// An article in the library.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its id.
    pub id: DocumentId,
    /// Its title.
    pub title: String,
    /// Where it was published, empty where unknown.
    pub source: String,
    /// When.
    pub date: Option<Date>,
    /// The reader's annotations and judgements.
    pub annotations: usize,
    /// Its claims, where they have been counted.
    pub counts: Option<Counts>,
    /// Whether it is on the desk.
    pub open: bool,
    /// Whether it has a record that can be deleted.
    pub removable: bool,
    /// What the search found in it.
    pub hits: Hits,
}

/// What there is in an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Claims.
    pub claims: usize,
    /// Of them, suggestions that the reader has not judged.
    pub unjudged: usize,
    /// Issues on which the parties oppose each other.
    pub contested: usize,
}

/// How far the reader has come with an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Nothing was done to it.
    Untouched,
    /// Something was.
    Begun,
    /// Every claim that was suggested is judged.
    Judged,
}

impl Progress {
    /// Its name in the page's elements.
    pub const fn name(self) -> &'static str {
        match self {
            Progress::Untouched => "untouched",
            Progress::Begun => "begun",
            Progress::Judged => "judged",
        }
    }
}

/// What a search found in an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// Whether it stands in the title or the source.
    pub named: bool,
    /// How often it stands in the text.
    pub count: usize,
    /// The first of these places.
    pub first: Vec<Hit>,
}

/// A place that a search found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The place.
    pub span: Span,
    /// Some words before it, itself, and some after it.
    pub words: [String; 3],
}

/// So many places of an article are shown.
const SHOWN: usize = 5;
/// So many characters are shown on either side.
const AROUND: usize = 40;

impl Hits {
    /// What is found in an article.
    pub(super) fn of(article: &Article, wanted: &Wanted) -> Result<Self, PatternError> {
        let named = !wanted.find(&article.title)?.is_empty() || !wanted.find(&article.source)?.is_empty();
        let found = wanted.find(&article.text)?;
        let first = found.iter().take(SHOWN).map(|span| Hit::of(&article.text, *span)).collect();
        Ok(Hits { named, count: found.len(), first })
    }

    /// Whether anything was found.
    pub fn any(&self) -> bool {
        self.named || self.count > 0
    }
}

impl Hit {
    fn of(text: &str, span: Span) -> Self {
        let before = text.get(..span.start.index()).unwrap_or_default();
        let after = text.get(span.end.index()..).unwrap_or_default();
        let before = before.rsplit('\n').next().unwrap_or_default();
        let after = after.split(['\n', '\r']).next().unwrap_or_default();
        Hit { span, words: [last_words(before), span.of_text(text).to_owned(), first_words(after)] }
    }
}

/// The last words of a line, with a sign where there are more.
fn last_words(line: &str) -> String {
    let Some((from, _)) = line.char_indices().rev().nth(AROUND) else { return line.to_owned() };
    let cut = line.get(from..).unwrap_or_default();
    format!("…{}", cut.split_once(' ').map_or(cut, |(_, words)| words))
}

/// The first words of a line, with a sign where there are more.
fn first_words(line: &str) -> String {
    let Some((to, _)) = line.char_indices().nth(AROUND) else { return line.to_owned() };
    let cut = line.get(..to).unwrap_or_default();
    format!("{}…", cut.rsplit_once(' ').map_or(cut, |(words, _)| words))
}

impl Counts {
    /// What is on a desk.
    pub fn of(desk: &Desk) -> Self {
        let claim = |item: &&Item| item.is_claim() && item.stands();
        let unjudged = desk.items().filter(claim).filter(|item| item.status == Status::Suggested).count();
        Counts { claims: desk.items().filter(claim).count(), unjudged, contested: desk.board.contested.len() }
    }
}

impl Entry {
    pub(super) fn of(workspace: &Workspace) -> Self {
        // Not the article with its text, which is long.
        let Article { id, title, source, date, .. } = workspace.article();
        Entry {
            id: id.clone(),
            title: title.clone(),
            source: source.clone(),
            date: *date,
            annotations: workspace.annotations().len(),
            counts: None,
            open: false,
            removable: false,
            hits: Hits::default(),
        }
    }

    /// How far the reader has come with it.
    pub fn progress(&self) -> Progress {
        match self.counts {
            _ if self.annotations == 0 => Progress::Untouched,
            Some(counts) if counts.claims > 0 && counts.unjudged == 0 => Progress::Judged,
            _ => Progress::Begun,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hit_is_shown_with_whole_words_of_its_paragraph() {
        let text = format!("سطر\n{0}القوات {0}\nسطر", "كلمة أخرى ".repeat(9));
        let at = text.find("القوات").unwrap();
        let [before, found, after] = Hit::of(&text, Span::of(at..at + "القوات".len())).words;
        assert_eq!(found, "القوات");
        assert!(before.starts_with("…كلمة") || before.starts_with("…أخرى"), "{before}");
        assert!(after.ends_with("كلمة…") || after.ends_with("أخرى…"), "{after}");
        assert!(before.chars().count() <= AROUND + 2 && after.chars().count() <= AROUND + 2);
        assert_eq!(Hit::of("قال ذلك\nثم", Span::of(0..6)).words, ["", "قال", " ذلك"]);
    }
}
