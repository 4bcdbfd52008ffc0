//! The open article with everything computed from it.

use crate::analysis::{Analysis, Dispute, PartyId, analyze};
use crate::annotation::{Article, Board, Conflict, Item, Workspace, board, items};
use crate::text::Document;
use std::rc::Rc;

/// The open article: the reader's workspace, and document, analysis, items and board computed from it.
#[derive(Debug)]
pub struct Desk {
    workspace: Workspace,
    /// The text with its offsets.
    pub document: Rc<Document>,
    /// What the engine finds in it.
    pub analysis: Rc<Analysis>,
    /// Everything to see, in reading order.
    pub items: Rc<Vec<Item>>,
    /// The claims facing each other.
    pub board: Rc<Board>,
}

impl Desk {
    /// Lays an article on the desk.
    pub fn new(workspace: Workspace) -> Self {
        let document = Rc::new(Document::new(&workspace.article().text));
        let analysis = Rc::new(analysis(&document, workspace.article()));
        let mut desk = Desk { workspace, document, analysis, items: Rc::default(), board: Rc::default() };
        desk.look_again();
        desk
    }

    /// The workspace.
    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// The article.
    pub fn article(&self) -> &Article {
        self.workspace.article()
    }

    /// The item with that key.
    pub fn item(&self, key: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.key == key)
    }

    /// Changes the workspace by `change` and computes what follows from it.
    pub(super) fn change<T>(
        &mut self,
        change: impl FnOnce(&mut Workspace) -> Result<T, Conflict>,
    ) -> Result<T, Conflict> {
        let date = self.article().date;
        let done = change(&mut self.workspace)?;
        if self.article().date != date {
            self.analysis = Rc::new(analysis(&self.document, self.workspace.article()));
        }
        self.look_again();
        Ok(done)
    }

    /// The dispute that the article is read by; none where its parties are found.
    pub fn dispute(&self) -> Option<Dispute> {
        dispute(self.article())
    }

    /// Gives the workspace back.
    pub(super) fn into_workspace(self) -> Workspace {
        self.workspace
    }

    fn look_again(&mut self) {
        self.items = Rc::new(items(&self.document, &self.analysis, &self.workspace));
        self.board = Rc::new(board(&self.analysis, &self.items));
    }
}

fn analysis(document: &Document, article: &Article) -> Analysis {
    analyze(document, dispute(article).as_ref(), article.date)
}

/// The default article is read by the dispute that is built in; of any other the parties are found.
fn dispute(article: &Article) -> Option<Dispute> {
    (article.id == Article::seed().id).then(Dispute::washington_baghdad)
}

/// The styles that sides may have: three and one for all others.
pub const NEUTRAL: usize = 3;

/// Which of the styles a side has: the first party's, the second's, the third's; [`NEUTRAL`] for the rest
/// and for none.
pub fn side_style(analysis: &Analysis, side: Option<&PartyId>) -> usize {
    let place = side.and_then(|side| analysis.parties.iter().position(|party| party.id == *side));
    place.filter(|place| *place < NEUTRAL).unwrap_or(NEUTRAL)
}
