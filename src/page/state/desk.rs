//! The open article with everything computed from it.

use crate::analysis::{Analysing, Analysis, Date, Dispute, PartyId, analyze, analyze_again};
use crate::annotation::{
    Annotation, Article, Board, Change, Conflict, Content, Edit, Item, ReadBy, Workspace, board, follow,
    items,
};
use crate::lexicon;
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
    /// What the engine finds in it; nothing while it reads a long text for the first time.
    pub analysis: Rc<Analysis>,
    /// How far the engine has come.
    reading: Reading,
    /// Everything to see, in reading order.
    pub items: Rc<Vec<Rc<Item>>>,
    /// How many of them are claims.
    pub claims: usize,
    /// The claims facing each other.
    pub board: Rc<Board>,
}

/// How far the engine has come with the article.
#[derive(Debug)]
enum Reading {
    /// It has not begun.
    Wanted,
    /// It reads a long text, or the first.
    UnderWay(Analysing),
    /// It has come to the end.
    Done,
}

/// The most changes of an edit that are followed one by one, each of which goes through all items; of a wider
/// one (a file taken in, or that undone) everything is looked at again, once.
const FOLLOWED: usize = 64;

/// A text of so many bytes or more is read step by step: at once the page would not answer for too long. So is
/// the first text, before which the lexicon has to be unfolded.
const LONG: usize = 60_000;

impl Desk {
    /// Lays an article on the desk, read to its end.
    pub fn new(workspace: Workspace) -> Self {
        let mut desk = Desk::begin(workspace);
        while desk.is_reading() {
            desk.read_on();
        }
        desk
    }

    /// Lays an article on the desk. A long one is there at once, with what the reader did to it, and so is the
    /// first one; what the engine finds in it comes step by step after it.
    pub fn begin(workspace: Workspace) -> Self {
        let document = Rc::new(Document::new(&workspace.article().text));
        let mut desk = Desk {
            workspace,
            dispute: None,
            document,
            analysis: Rc::default(),
            reading: Reading::Wanted,
            items: Rc::default(),
            claims: 0,
            board: Rc::default(),
        };
        // Before the first article is read nobody sees it: that has time until the page has answered.
        if desk.is_long() || lexicon::is_unfolded() {
            desk.read();
            desk.look_again();
        }
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

    /// The items, in reading order.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().map(|item| &**item)
    }

    /// The item with that key.
    pub fn item(&self, key: &str) -> Option<&Item> {
        self.items().find(|item| item.key == key)
    }

    /// Changes the workspace by `change`, which gives the edit that it made, and computes what follows from
    /// it: of the items only those that the edit names where these are few, the analysis only for another
    /// date or dispute.
    pub(super) fn change(
        &mut self,
        change: impl FnOnce(&mut Workspace) -> Result<Option<Edit>, Conflict>,
    ) -> Result<Option<Edit>, Conflict> {
        let made = change(&mut self.workspace)?;
        let Some(edit) = &made else { return Ok(made) };
        let read_otherwise = edit.changes.iter().any(is_read_otherwise);
        if read_otherwise {
            self.read();
        }
        if read_otherwise || edit.changes.len() > FOLLOWED {
            self.look_again();
        } else {
            follow(Rc::make_mut(&mut self.items), &self.document, &self.analysis, edit);
            self.count();
            if edit.changes.iter().any(is_of_board) {
                self.set_board();
            }
        }
        Ok(made)
    }

    /// Takes in what was done elsewhere, and looks at everything again.
    pub(super) fn adopt(&mut self, change: impl FnOnce(&mut Workspace)) {
        let (date, dispute) = (self.article().date, self.article().arrangement.read_by.clone());
        change(&mut self.workspace);
        if read_by(self.article()) != (date, &dispute) {
            self.read();
        }
        self.look_again();
    }

    /// Whether the engine has not read the text to its end.
    pub fn is_reading(&self) -> bool {
        !matches!(self.reading, Reading::Done)
    }

    /// Whether the text is long.
    pub fn is_long(&self) -> bool {
        self.document.text().len() >= LONG
    }

    /// Reads a little further, where a reading is under way.
    pub(super) fn read_on(&mut self) {
        match &mut self.reading {
            Reading::Wanted => {
                self.read();
                // Where another thread was quicker with the lexicon, all is read now.
                if !self.is_reading() {
                    self.look_again();
                }
            }
            Reading::UnderWay(analysing) => {
                if let Some(analysis) = analysing.go_on() {
                    self.reading = Reading::Done;
                    self.analysis = Rc::new(analysis);
                    self.look_again();
                }
            }
            Reading::Done => {}
        }
    }

    /// Gives the workspace back.
    pub(super) fn into_workspace(self) -> Workspace {
        self.workspace
    }

    /// Has the engine read the text; a reading that was under way is given up. Until a long text is read anew,
    /// what was found in it before stays, and what neither dispute nor date decides is not found again.
    fn read(&mut self) {
        self.dispute = self.article().dispute();
        let date = self.article().date;
        let (document, before) = (&self.document, (!self.is_reading()).then_some(&self.analysis));
        if !self.is_long() && lexicon::is_unfolded() {
            let dispute = self.dispute.as_ref();
            let read = match before {
                Some(before) => analyze_again(document, dispute, date, before),
                None => analyze(document, dispute, date),
            };
            self.analysis = Rc::new(read);
            self.reading = Reading::Done;
        } else {
            let (document, dispute) = (Rc::clone(document), self.dispute.clone());
            self.reading = Reading::UnderWay(match before {
                Some(before) => Analysing::again(document, dispute, date, Rc::clone(before)),
                None => Analysing::new(document, dispute, date),
            });
        }
    }

    fn look_again(&mut self) {
        self.items = Rc::new(items(&self.document, &self.analysis, &self.workspace));
        self.count();
        self.set_board();
    }

    fn count(&mut self) {
        self.claims = self.items().filter(|item| item.is_claim()).count();
    }

    /// The same board stays the same one, so that it is not drawn again.
    fn set_board(&mut self) {
        let arrangement = &self.article().arrangement;
        let laid = board(&self.document, &self.analysis, &self.items, self.dispute.as_ref(), arrangement);
        if *self.board != laid {
            self.board = Rc::new(laid);
        }
    }
}

/// What of an article the engine goes by, beside its text.
fn read_by(article: &Article) -> (Option<Date>, &Option<ReadBy>) {
    (article.date, &article.arrangement.read_by)
}

/// Whether the engine reads the text otherwise after a change than before.
fn is_read_otherwise(change: &Change) -> bool {
    matches!(change, Change::Article { before, after } if read_by(before) != read_by(after))
}

/// Whether the board may differ after a change: what the reader marks or notes beside claims and names is not on it.
fn is_of_board(change: &Change) -> bool {
    let beside = |annotation: &Annotation| matches!(annotation.content, Content::Highlight | Content::Note);
    !matches!(change, Change::Annotation { before, after } if [before, after].into_iter().flatten().all(|it| beside(it)))
}

/// The styles that sides may have: three and one for all others.
pub const NEUTRAL: usize = 3;

/// Which of the styles a side has: the first party's, the second's, the third's; [`NEUTRAL`] for the rest
/// and for none.
pub fn side_style(analysis: &Analysis, side: Option<&PartyId>) -> usize {
    let place = side.and_then(|side| analysis.parties.iter().position(|party| party.id == *side));
    place.filter(|place| *place < NEUTRAL).unwrap_or(NEUTRAL)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{AnnotationId, ContentKind, Decision, EditKind, Judgement, Target, Timestamp};
    use crate::text::{Byte, Span};
    use proptest::prelude::*;

    /// The annotation `id`, of the reader's own or a judgement of what the analysis found.
    fn annotation(desk: &Desk, id: u8, place: usize, judged: bool) -> Annotation {
        let suggested: Vec<&Item> = desk.items().filter(|item| item.finding.is_some()).collect();
        let item = suggested[place % suggested.len()];
        let at = desk.document.tokens().list()[place % desk.document.tokens().list().len()].span;
        let span = if judged { item.span.unwrap() } else { Span::new(at.start, Byte(at.end.0)) };
        let target = Target::new(&desk.document, span);
        let judgement = Judgement { decision: Decision::Accepted, suggested: target.clone() };
        Annotation {
            id: AnnotationId(format!("urn:test:{id}")),
            created: Timestamp::default(),
            modified: Timestamp::default(),
            target,
            content: if judged { item.content.clone() } else { Content::Note },
            note: String::new(),
            tags: Vec::new(),
            judgement: judged.then_some(judgement),
            other: serde_json::Map::new(),
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn what_follows_from_edits_is_what_a_fresh_look_sees(
            edits in proptest::collection::vec((0u8..5, 0usize..400, any::<bool>(), 0u8..4), 1..12)
        ) {
            let mut desk = Desk::new(Workspace::new(Article::seed(), []));
            for (id, place, judged, what) in edits {
                let before = desk.workspace().annotations().get(&AnnotationId(format!("urn:test:{id}"))).cloned();
                let after = (what > 0).then(|| annotation(&desk, id, place, judged));
                let made = match what {
                    1 => desk.change(Workspace::undo),
                    2 => desk.change(Workspace::redo),
                    _ => desk.change(|workspace| {
                        let edit = Edit::one(EditKind::Change, before, after);
                        workspace.apply(edit.clone())?;
                        Ok(Some(edit))
                    }),
                };
                prop_assert!(made.is_ok());
                let fresh = Desk::new(desk.workspace().clone());
                prop_assert_eq!(&desk.items, &fresh.items);
                prop_assert_eq!(&desk.board, &fresh.board);
                prop_assert_eq!(desk.claims, fresh.claims);
            }
        }
    }

    #[test]
    fn a_long_text_is_there_at_once_and_read_step_by_step_to_what_one_reading_sees() {
        let seed = Article::seed().text;
        let workspace = Workspace::new(Article::new(seed.repeat(LONG / seed.len() + 1)), []);
        let whole = Desk::new(workspace.clone());
        let mut desk = Desk::begin(workspace);
        assert!(desk.items.is_empty());
        desk.read_on();
        assert!(desk.is_reading());
        // Another date gives the reading up that was under way.
        let mut dated = desk.article().clone();
        dated.date = Date::new(2024, 1, 9);
        let edit = |before: &Article, after: Article| Edit {
            kind: EditKind::Change,
            changes: vec![Change::Article { before: Box::new(before.clone()), after: Box::new(after) }],
        };
        let edit = edit(desk.article(), dated);
        desk.change(|workspace| workspace.apply(edit.clone()).map(|()| Some(edit))).unwrap();
        desk.change(Workspace::undo).unwrap();
        let mut steps = 0;
        while desk.is_reading() {
            desk.read_on();
            steps += 1;
        }
        assert!(steps > 10, "{steps}");
        assert_eq!((&desk.items, &desk.analysis, &desk.board), (&whole.items, &whole.analysis, &whole.board));
    }

    #[test]
    fn a_wide_edit_and_its_undoing_are_what_a_fresh_look_sees() {
        let mut desk = Desk::new(Workspace::new(Article::seed(), []));
        let added = |id| {
            let annotation = annotation(&desk, id, id.into(), id % 2 == 0);
            Change::Annotation { before: None, after: Some(Box::new(annotation)) }
        };
        let edit = Edit { kind: EditKind::Import, changes: (0..100).map(added).collect() };
        assert!(edit.changes.len() > FOLLOWED);
        desk.change(|workspace| {
            workspace.apply(edit.clone())?;
            Ok(Some(edit))
        })
        .unwrap();
        for _ in 0..2 {
            let fresh = Desk::new(desk.workspace().clone());
            assert_eq!((&desk.items, &desk.board), (&fresh.items, &fresh.board));
            desk.change(Workspace::undo).unwrap();
        }
        assert!(desk.workspace().annotations().is_empty());
    }

    #[test]
    fn an_annotation_leaves_the_other_items_as_they_were() {
        let mut desk = Desk::new(Workspace::new(Article::seed(), []));
        let before = Rc::clone(&desk.items);
        let added = annotation(&desk, 1, 7, false);
        assert_eq!(added.content.kind(), ContentKind::Note);
        desk.change(|workspace| {
            let edit = Edit::add(added);
            workspace.apply(edit.clone())?;
            Ok(Some(edit))
        })
        .unwrap();
        let same = |item: &&Rc<Item>| before.iter().any(|old| Rc::ptr_eq(old, item));
        assert_eq!(desk.items.iter().filter(same).count(), before.len());
        assert_eq!(desk.items.len(), before.len() + 1);
    }
}
