//! The board: claims of the parties facing each other, a row an issue, as the reader left them.

use super::items::{Item, Status};
use super::model::{Content, Decision};
use crate::analysis::{Analysis, IssueId, Opposition, Party};

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
    let parties: Vec<Party> = analysis
        .parties
        .iter()
        .filter(|party| {
            items.iter().any(|item| stands(item).is_some_and(|c| c.side.as_ref() == Some(&party.id)))
        })
        .cloned()
        .collect();
    let cells = |belongs: &dyn Fn(Option<&IssueId>) -> bool| -> Vec<Vec<usize>> {
        let of = |party: &Party| {
            let belongs = |item: &Item| {
                stands(item).is_some_and(|c| c.side.as_ref() == Some(&party.id) && belongs(c.issue.as_ref()))
            };
            items.iter().enumerate().filter(|(_, item)| belongs(item)).map(|(index, _)| index).collect()
        };
        parties.iter().map(of).collect()
    };
    let mut contested = Vec::new();
    for contest in &analysis.contests {
        let row = Row {
            issue: Some(contest.issue.clone()),
            question: contest.question.clone(),
            opposition: Some(contest.opposition),
            cells: cells(&|issue| issue == Some(&contest.issue)),
        };
        if row.answered() {
            contested.push(row);
        }
    }
    let answered = |issue: Option<&IssueId>| contested.iter().any(|row: &Row| row.issue.as_ref() == issue);
    let unanswered = Row { cells: cells(&|issue| issue.is_none() || !answered(issue)), ..Row::default() };
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
