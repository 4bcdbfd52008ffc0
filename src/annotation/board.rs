//! The board: claims of the parties facing each other, a row an issue, as the reader left them.

use super::items::{Item, Status};
use super::model::{Content, Decision};
use crate::analysis::{Analysis, Contest, IssueId, Opposition, Party};

/// The parties and what they claim.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Board {
    /// The parties that claim anything: first those that stand against another, both kinds in the
    /// dispute's order.
    pub parties: Vec<Party>,
    /// How many of the parties, from the first, stand against another.
    pub facing: usize,
    /// The issues on which two parties or more speak.
    pub contested: Vec<Row>,
    /// Claims of a party that nobody answers.
    pub unanswered: Row,
}

/// One issue.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// The issue, none for what is left over.
    pub issue: Option<IssueId>,
    /// The question.
    pub question: String,
    /// How the positions stand against each other, where that is known.
    pub opposition: Option<Opposition>,
    /// For each party of the board, in its order, indices of items.
    pub cells: Vec<Vec<usize>>,
}

/// Sets the claims among `items` against each other.
pub fn board(analysis: &Analysis, items: &[Item]) -> Board {
    let claims = |party: &Party, belongs: &dyn Fn(Option<&IssueId>) -> bool| -> Vec<usize> {
        let of = |item: &Item| {
            stands(item).is_some_and(|c| c.side.as_ref() == Some(&party.id) && belongs(c.issue.as_ref()))
        };
        (0..items.len()).filter(|index| items.get(*index).is_some_and(of)).collect()
    };
    let row = |contest: &Contest, parties: &[Party]| Row {
        issue: Some(contest.issue.clone()),
        question: contest.question.clone(),
        opposition: Some(contest.opposition),
        cells: parties.iter().map(|party| claims(party, &|issue| issue == Some(&contest.issue))).collect(),
    };
    let answered = |contest: &&Contest| row(contest, &analysis.parties).answered();
    let contests: Vec<&Contest> = analysis.contests.iter().filter(answered).collect();
    let contested = |issue: Option<&IssueId>| contests.iter().any(|contest| issue == Some(&contest.issue));
    let (mut parties, mut others): (Vec<Party>, Vec<Party>) =
        analysis.parties.iter().cloned().partition(|party| !claims(party, &contested).is_empty());
    others.retain(|party| !claims(party, &|_| true).is_empty());
    let facing = parties.len();
    parties.append(&mut others);
    let unanswered = Row {
        cells: parties.iter().map(|party| claims(party, &|issue| !contested(issue))).collect(),
        ..Row::default()
    };
    let contested = contests.iter().map(|contest| row(contest, &parties)).collect();
    Board { parties, facing, contested, unanswered }
}

impl Row {
    /// Whether two parties or more speak in it.
    pub fn answered(&self) -> bool {
        self.cells.iter().filter(|cell| !cell.is_empty()).count() > 1
    }

    /// Whether nobody speaks in it.
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(Vec::is_empty)
    }
}

/// The claim that an item holds, unless it was rejected.
fn stands(item: &Item) -> Option<&super::ClaimFields> {
    match &item.content {
        Content::Claim(fields) if item.status != Status::Judged(Decision::Rejected) => Some(fields),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Article, Workspace, items};
    use super::*;
    use crate::analysis::{Dispute, analyze};
    use crate::text::Document;

    #[test]
    fn every_sided_claim_stands_on_the_board_once() {
        let article = Article::seed();
        let document = Document::new(&article.text);
        let analysis = analyze(&document, Some(&Dispute::washington_baghdad()), article.date);
        let items = items(&document, &analysis, &Workspace::new(article, []));
        let board = board(&analysis, &items);
        let mut shown: Vec<usize> =
            board.contested.iter().chain([&board.unanswered]).flat_map(|row| row.cells.concat()).collect();
        shown.sort_unstable();
        let sided = |item: &Item| stands(item).is_some_and(|claim| claim.side.is_some());
        let expected: Vec<usize> = (0..items.len()).filter(|index| sided(&items[*index])).collect();
        assert_eq!(shown, expected);
        assert!(board.contested.iter().all(Row::answered) && !board.contested.is_empty());
    }
}
