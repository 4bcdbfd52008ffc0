//! The board: how much of it is shown, and how the reader arranges it. Which issue and side a claim belongs to is a
//! correction of the claim, the wording of a question one of the article; both are edits like all others.

use crate::analysis::IssueId;
use crate::annotation::{Article, Change, ClaimFields, Content, Edit, EditKind, Item, Question};
use crate::page::state::{Arrange, Effect, Filter, ROOM, Said, State, Supply};

impl State {
    /// Shows of the board what the reader wants to see, from its beginning.
    pub(super) fn filter_board(&mut self, filter: Filter) -> Vec<Effect> {
        self.filter = filter;
        self.board_room = ROOM;
        Vec::new()
    }

    /// Draws more of the board to whose end the reader has come.
    pub(super) fn more_of_board(&mut self) -> Vec<Effect> {
        let drawn = self.is_drawn();
        match self.archive.as_mut().filter(|_| self.in_archive) {
            Some(archive) => archive.draw_more(),
            None if drawn => self.board_room += ROOM,
            None => {}
        }
        Vec::new()
    }

    pub(super) fn arrange(&mut self, what: Arrange, supply: &mut impl Supply) -> Vec<Effect> {
        match what {
            Arrange::Move(key, issue) => self.correct(&[key], supply, |claim| claim.issue.clone_from(&issue)),
            Arrange::Side(key, side) => self.correct(&[key], supply, |claim| claim.side.clone_from(&side)),
            Arrange::Split(keys) => {
                let issue = self.new_issue(supply);
                self.correct(&keys, supply, |claim| claim.issue = Some(issue.clone()))
            }
            Arrange::Merge(from, into) => {
                let keys = self.claims_of(&from);
                self.correct(&keys, supply, |claim| claim.issue = Some(into.clone()))
            }
            Arrange::Word(issue, question) => self.word(issue, question.trim(), supply),
            Arrange::AddTo(issue) => {
                let known = self.desk.board.issues.iter().find(|(id, _)| *id == issue);
                let question = known.map(|(_, question)| question.clone()).unwrap_or_default();
                self.stop_adding();
                self.adding = Some(issue);
                self.say(Said::MarkClaim(question)).into_iter().chain([Effect::GoTo("article")]).collect()
            }
        }
    }

    /// The issue that the claim being marked belongs to, if the reader said one.
    pub(super) fn stop_adding(&mut self) -> Option<IssueId> {
        self.notices.retain(|notice| !matches!(notice.said, Said::MarkClaim(_)));
        self.adding.take()
    }

    /// Corrects claims, all in one edit.
    fn correct(
        &mut self,
        keys: &[String],
        supply: &mut impl Supply,
        correction: impl Fn(&mut ClaimFields),
    ) -> Vec<Effect> {
        let mut changes = Vec::new();
        let mut renamed = Vec::new();
        for key in keys {
            let Some(item) = self.desk.item(key) else { continue };
            let mut content = item.content.clone();
            let Content::Claim(claim) = &mut content else { continue };
            correction(claim);
            if content == item.content {
                continue;
            }
            let changed = self.changed(item, supply, |annotation| annotation.content = content);
            let Some((before, after)) = changed else { continue };
            renamed.push((key.clone(), after.id.0.clone()));
            changes.push(Change::annotation(before, Some(after)));
        }
        if changes.is_empty() {
            return Vec::new();
        }
        let effects = self.edit(Edit { kind: EditKind::Change, changes });
        for (old, new) in renamed {
            self.rename(&old, &new);
        }
        effects
    }

    fn word(&mut self, issue: IssueId, question: &str, supply: &mut impl Supply) -> Vec<Effect> {
        let known = self.desk.board.issues.iter().find(|(id, _)| *id == issue);
        if known.is_some_and(|(_, known)| known == question) {
            return Vec::new();
        }
        let modified = supply.now();
        self.correct_article(|article| {
            article.arrangement.word(Question { issue, question: question.to_owned(), modified });
        })
    }

    /// Changes what is known of the article.
    pub(super) fn correct_article(&mut self, correction: impl FnOnce(&mut Article)) -> Vec<Effect> {
        match self.correction(correction) {
            Some(change) => self.edit(Edit { kind: EditKind::Change, changes: vec![change] }),
            None => Vec::new(),
        }
    }

    /// The change that a correction makes to what is known of the article, where it makes one.
    pub(super) fn correction(&self, correction: impl FnOnce(&mut Article)) -> Option<Change> {
        let before = Box::new(self.desk.article().clone());
        let mut after = before.clone();
        correction(&mut after);
        (after != before).then_some(Change::Article { before, after })
    }

    /// The keys of the claims that belong to an issue and were not rejected.
    fn claims_of(&self, issue: &IssueId) -> Vec<String> {
        let belongs = |item: &&Item| {
            matches!(&item.content, Content::Claim(claim) if claim.issue.as_ref() == Some(issue))
                && item.stands()
        };
        self.desk.items().filter(belongs).map(|item| item.key.clone()).collect()
    }

    /// The id of an issue that there has not been: what is last in a new annotation's.
    fn new_issue(&self, supply: &mut impl Supply) -> IssueId {
        let id = supply.id().0;
        IssueId(format!("own-{}", id.rsplit(':').next().unwrap_or(&id)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::PartyId;
    use crate::annotation::{ContentKind, Decision, Row};
    use crate::page::state::testing::Page;
    use crate::page::state::{Filter, Message};
    use crate::text::Span;

    fn arrange(page: &mut Page, what: Arrange) {
        page.does(Message::Arrange(what));
    }

    /// The contested rows as the keys of their claims' places, which do not change with the keys.
    fn rows(page: &Page) -> Vec<(String, Vec<Option<Span>>)> {
        let desk = &page.state.desk;
        let claims = |row: &Row| row.claims().map(|item| item.span).collect();
        desk.board.contested.iter().map(|row| (row.question.clone(), claims(row))).collect()
    }

    fn issue(page: &Page, row: usize) -> IssueId {
        page.state.desk.board.contested[row].issue.clone().unwrap()
    }

    fn keys(page: &Page, row: usize) -> Vec<String> {
        let desk = &page.state.desk;
        desk.board.contested[row].claims().map(|item| item.key.clone()).collect()
    }

    #[test]
    fn the_board_draws_more_when_asked_and_begins_anew_with_another_view_of_it() {
        let mut page = Page::new();
        let first = page.state.board_room;
        page.does(Message::MoreOfBoard).does(Message::MoreOfBoard);
        assert_eq!(page.state.board_room, 3 * first);
        page.does(Message::Filter(Filter::default()));
        assert_eq!(page.state.board_room, first);
        page.does(Message::MoreOfBoard);
        page.does(Message::OpenText {
            text: "قال الوزير إن الوضع هادئ.".into(), file: None
        });
        assert_eq!(page.state.board_room, first);
    }

    #[test]
    fn a_moved_claim_is_a_correction_and_goes_back() {
        let mut page = Page::new();
        let before = rows(&page);
        let (key, into) = (keys(&page, 0)[0].clone(), issue(&page, 1));
        page.does(Message::Choose(key.clone()));
        arrange(&mut page, Arrange::Move(key.clone(), Some(into.clone())));
        let annotation = page.annotations()[0].clone();
        assert!(matches!(&annotation.content, Content::Claim(claim) if claim.issue.as_ref() == Some(&into)));
        assert_eq!(annotation.judgement.unwrap().decision, Decision::Corrected);
        assert_eq!(page.state.focus.as_ref(), Some(&annotation.id.0));
        assert_ne!(rows(&page), before);
        arrange(&mut page, Arrange::Move(annotation.id.0.clone(), Some(into)));
        assert!(page.effects.is_empty(), "it is there already");
        page.does(Message::Undo);
        assert_eq!(rows(&page), before);
        assert!(page.annotations().is_empty());
        arrange(&mut page, Arrange::Side(key, Some(PartyId("baghdad".into()))));
        page.does(Message::Undo);
        assert_eq!(rows(&page), before);
    }

    #[test]
    fn merged_issues_are_one_row_and_come_apart_in_one_step() {
        let mut page = Page::new();
        let before = rows(&page);
        let (from, into) = (issue(&page, 1), issue(&page, 0));
        let all = before[0].1.len() + before[1].1.len();
        arrange(&mut page, Arrange::Merge(from, into));
        let after = rows(&page);
        assert_eq!((after.len(), after[0].1.len()), (before.len() - 1, all));
        page.does(Message::Undo);
        assert_eq!(rows(&page), before);
        page.does(Message::Redo);
        assert_eq!(rows(&page), after);
    }

    #[test]
    fn split_claims_have_an_issue_of_their_own_that_can_be_worded() {
        let mut page = Page::new();
        let before = rows(&page);
        let claims = keys(&page, 0);
        let chosen = vec![claims[0].clone(), claims[claims.len() - 1].clone()];
        arrange(&mut page, Arrange::Split(chosen));
        let made = page.state.desk.board.contested.iter().position(|row| row.question.is_empty()).unwrap();
        let made = issue(&page, made);
        arrange(&mut page, Arrange::Word(made, " من قرّر؟ ".into()));
        assert!(rows(&page).iter().any(|(question, claims)| question == "من قرّر؟" && claims.len() == 2));
        page.does(Message::Undo).does(Message::Undo);
        assert_eq!(rows(&page), before);
    }

    #[test]
    fn a_question_is_worded_kept_and_given_back() {
        let mut page = Page::new();
        let before = rows(&page);
        let first = issue(&page, 0);
        arrange(&mut page, Arrange::Word(first.clone(), before[0].0.clone()));
        assert!(page.effects.is_empty(), "it is the question already");
        arrange(&mut page, Arrange::Word(first.clone(), "أثمة انسحاب؟".into()));
        assert_eq!(rows(&page)[0].0, "أثمة انسحاب؟");
        assert!(matches!(&page.effects[0], Effect::Save(..) | Effect::SaveArticle(..)));
        page.does(Message::Download);
        let [Effect::Download { file, .. }] = page.effects.as_slice() else { panic!("{:?}", page.effects) };
        let mut other = Page::new();
        let bytes = file.bytes.clone();
        other.does(Message::Import { file: "f.json".into(), bytes }).does(Message::TakeIn);
        assert_eq!(rows(&other)[0].0, "أثمة انسحاب؟");
        arrange(&mut page, Arrange::Word(first, String::new()));
        assert_eq!(rows(&page), before);
    }

    #[test]
    fn a_claim_of_the_readers_own_is_added_to_an_issue() {
        let mut page = Page::new();
        let into = issue(&page, 1);
        arrange(&mut page, Arrange::AddTo(into.clone()));
        assert_eq!(page.state.notices.len(), 1);
        page.does(Message::Select(Some(Span::of(0..6)))).does(Message::Mark(ContentKind::Claim));
        let claim = page.annotations().remove(0).content;
        assert!(matches!(claim, Content::Claim(claim) if claim.issue == Some(into)));
        assert!(page.state.notices.is_empty() && page.state.adding.is_none());
    }
}
