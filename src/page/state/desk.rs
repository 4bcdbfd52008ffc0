//! The open article with everything computed from it.

use crate::analysis::{Analysis, Dispute, PartyId, analyze};
use crate::annotation::{Article, Board, Conflict, Item, Workspace, board, items};
use crate::text::Document;
use std::rc::Rc;

/// The open article: the reader's workspace, and document, analysis, items and board computed from it.
#[derive(Debug)]
pub struct Desk {
    workspace: Workspace,
    /// By which it is read, where it is not by the parties of its text.
    pub dispute: Option<Dispute>,
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
        let mut desk = Desk {
            workspace,
            dispute: None,
            document,
            analysis: Rc::default(),
            items: Rc::default(),
            board: Rc::default(),
        };
        desk.read();
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
        let read_by = |article: &Article| (article.date, article.arrangement.read_by.clone());
        let before = read_by(self.article());
        let done = change(&mut self.workspace)?;
        if read_by(self.article()) != before {
            self.read();
        }
        self.look_again();
        Ok(done)
    }

    /// Gives the workspace back.
    pub(super) fn into_workspace(self) -> Workspace {
        self.workspace
    }

    /// Has the engine read the text.
    fn read(&mut self) {
        self.dispute = self.article().dispute();
        self.analysis = Rc::new(analyze(&self.document, self.dispute.as_ref(), self.article().date));
    }

    fn look_again(&mut self) {
        self.items = Rc::new(items(&self.document, &self.analysis, &self.workspace));
        let arrangement = &self.article().arrangement;
        let laid = board(&self.document, &self.analysis, &self.items, self.dispute.as_ref(), arrangement);
        self.board = Rc::new(laid);
    }
}

/// The styles that sides may have: three and one for all others.
pub const NEUTRAL: usize = 3;

/// Which of the styles a side has: the first party's, the second's, the third's; [`NEUTRAL`] for the rest
/// and for none.
pub fn side_style(analysis: &Analysis, side: Option<&PartyId>) -> usize {
    let place = side.and_then(|side| analysis.parties.iter().position(|party| party.id == *side));
    place.filter(|place| *place < NEUTRAL).unwrap_or(NEUTRAL)
}
