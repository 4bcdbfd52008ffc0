//! The board: claims of the parties facing each other, a row an issue, as the reader left them.

use super::arrangement::Arrangement;
use super::items::{Item, Status};
use super::model::{Content, Decision};
use super::voices::{Voice, voices};
use crate::analysis::{
    Act, Analysis, Contest, Date, Dispute, EntityKind, Issue, IssueId, Opposition, Party, Value, of_acts,
};
use crate::order::{HashMap, HashSet};
use crate::text::{Document, Span};
use std::rc::Rc;

/// The parties and what they claim. It holds what it shows, so that it is the same as long as nothing of that
/// has changed, whatever was done to the rest of the article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Board {
    /// The parties that claim anything: first those that stand against another, both kinds in the
    /// dispute's order.
    pub parties: Vec<Party>,
    /// How many of the parties, from the first, stand against another.
    pub facing: usize,
    /// The issues on which two parties or more speak.
    pub contested: Vec<Row>,
    /// Claims that nobody answers: first the issues on which one party alone speaks, last what belongs to
    /// no issue.
    pub unanswered: Vec<Row>,
    /// Every issue that a claim may be moved to, by id and question.
    pub issues: Vec<(IssueId, String)>,
    /// Who speaks how often, as `voices` counts it.
    pub voices: Vec<Voice>,
}

/// One issue.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// The issue, none for what is left over.
    pub issue: Option<IssueId>,
    /// The question; empty for what is left over and for an issue of the reader's not yet worded.
    pub question: String,
    /// How the positions stand against each other, where that is known.
    pub opposition: Option<Opposition>,
    /// For each party of the board, in its order, what it claims.
    pub cells: Vec<Vec<Stated>>,
}

/// A claim on the board.
#[derive(Clone, Debug)]
pub struct Stated {
    /// The claim.
    pub item: Rc<Item>,
    /// The day that its sentence names.
    pub day: Option<Date>,
}

impl PartialEq for Stated {
    fn eq(&self, other: &Self) -> bool {
        self.day == other.day && (Rc::ptr_eq(&self.item, &other.item) || self.item == other.item)
    }
}

/// Sets the claims among `items` against each other, under the issues found, those of the dispute by which
/// the article is read, and the reader's own.
pub fn board(
    document: &Document,
    analysis: &Analysis,
    items: &[Rc<Item>],
    dispute: Option<&Dispute>,
    arrangement: &Arrangement,
) -> Board {
    let parties: HashMap<&str, usize> =
        analysis.parties.iter().enumerate().map(|(column, party)| (party.id.0.as_str(), column)).collect();
    let known = Dispute::issues_asked(dispute, &analysis.parties);
    let issues = issues(analysis, items, known, arrangement);
    let places: HashMap<&str, usize> =
        issues.iter().enumerate().map(|(place, (issue, _))| (issue.0.as_str(), place)).collect();
    let row = |issue: Option<IssueId>, question: &str| Row {
        issue,
        question: question.to_owned(),
        opposition: None,
        cells: vec![Vec::new(); analysis.parties.len()],
    };
    let mut rows: Vec<Row> = issues.iter().map(|(id, question)| row(Some(id.clone()), question)).collect();
    let mut left_over = row(None, "");
    let days = days(items);
    for item in items {
        let Some(claim) = item.standing_claim() else { continue };
        let Some(column) = claim.side.as_ref().and_then(|side| parties.get(side.0.as_str())) else {
            continue;
        };
        let place = claim.issue.as_ref().and_then(|issue| places.get(issue.0.as_str()));
        let row = place.and_then(|place| rows.get_mut(*place)).unwrap_or(&mut left_over);
        if let Some(cell) = row.cells.get_mut(*column) {
            cell.push(Stated { item: Rc::clone(item), day: day(document, &days, item) });
        }
    }
    let (mut contested, mut unanswered): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(Row::answered);
    unanswered.push(left_over);
    unanswered.retain(|row| !row.is_empty());
    for row in &mut contested {
        row.opposition = Some(opposition(analysis, row));
    }
    let speaks = |rows: &[Row], column: usize| {
        rows.iter().any(|row| row.cells.get(column).is_some_and(|cell| !cell.is_empty()))
    };
    let all = 0..analysis.parties.len();
    let (facing, others): (Vec<usize>, Vec<usize>) = all.partition(|column| speaks(&contested, *column));
    let others = others.into_iter().filter(|column| speaks(&unanswered, *column));
    let columns: Vec<usize> = facing.iter().copied().chain(others).collect();
    for row in contested.iter_mut().chain(&mut unanswered) {
        row.cells =
            columns.iter().map(|column| row.cells.get(*column).cloned().unwrap_or_default()).collect();
    }
    let parties = columns.iter().filter_map(|column| analysis.parties.get(*column).cloned()).collect();
    let voices = voices(&analysis.parties, items);
    Board { parties, facing: facing.len(), contested, unanswered, issues, voices }
}

impl Board {
    /// The row of an issue, where anybody speaks on it.
    pub fn row(&self, issue: &IssueId) -> Option<&Row> {
        self.contested.iter().chain(&self.unanswered).find(|row| row.issue.as_ref() == Some(issue))
    }
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

    /// Everything that is claimed in it.
    pub fn claims(&self) -> impl Iterator<Item = &Item> {
        self.cells.iter().flatten().map(|stated| &*stated.item)
    }
}

/// The issues with their questions: those contested in the text, those of the dispute, those that the
/// reader made.
fn issues(
    analysis: &Analysis,
    items: &[Rc<Item>],
    known: &[Issue],
    arrangement: &Arrangement,
) -> Vec<(IssueId, String)> {
    let contested = analysis.contests.iter().map(|contest| (&contest.issue, contest.question.as_str()));
    let known = known.iter().map(|issue| (&issue.id, issue.question.as_str()));
    let made = items.iter().filter_map(|item| Some((item.standing_claim()?.issue.as_ref()?, "")));
    let mut seen = HashSet::default();
    contested
        .chain(known)
        .chain(made)
        .filter(|(issue, _)| seen.insert(*issue))
        .map(|(issue, own)| (issue.clone(), arrangement.question(issue).unwrap_or(own).to_owned()))
        .collect()
}

/// The engine's word where the reader has changed nothing in the row, else what the acts show.
fn opposition(analysis: &Analysis, row: &Row) -> Opposition {
    let contest = |contest: &&Contest| row.issue.as_ref() == Some(&contest.issue);
    if let Some(contest) = analysis.contests.iter().find(contest)
        && row
            .claims()
            .all(|item| matches!(item.status, Status::Suggested | Status::Judged(Decision::Accepted)))
    {
        return contest.opposition;
    }
    let acts: Vec<Vec<Act>> = row.cells.iter().map(|cell| acts(cell)).collect();
    let mut clearest = Opposition::Accounts;
    for (column, here) in acts.iter().enumerate() {
        for there in acts.iter().skip(column + 1).flatten() {
            for act in here {
                clearest = clearest.min(of_acts(*act, *there));
            }
        }
    }
    clearest
}

/// The acts of a cell's claims, each once.
fn acts(cell: &[Stated]) -> Vec<Act> {
    let mut acts = Vec::new();
    for claim in cell.iter().filter_map(|stated| stated.item.standing_claim()) {
        if !acts.contains(&claim.act) {
            acts.push(claim.act);
        }
    }
    acts
}

/// The days that are named, where they stand, in the text's order.
fn days(items: &[Rc<Item>]) -> Vec<(Span, Date)> {
    let day = |item: &Rc<Item>| match &item.content {
        Content::Entity(entity) if entity.kind == EntityKind::Date => match &entity.value {
            Some(Value::Iso(iso)) => Some((item.span?, iso.parse::<Date>().ok()?)),
            _ => None,
        },
        _ => None,
    };
    // Items are in the text's order, so that these are.
    items.iter().filter_map(day).collect()
}

/// The day that the sentence of a claim names outside of what is claimed.
fn day(document: &Document, days: &[(Span, Date)], claim: &Item) -> Option<Date> {
    let span = claim.span?;
    let sentence = document.sentence_at(span.start)?;
    let first = days.partition_point(|(day, _)| day.start < sentence.start);
    let mut inside = days.get(first..)?.iter().take_while(|(day, _)| day.end <= sentence.end);
    inside.find(|(day, _)| !span.overlaps(*day)).map(|(_, date)| *date)
}

#[cfg(test)]
mod tests {
    use super::super::{Article, ClaimFields, Question, Timestamp, Workspace, items};
    use super::*;
    use crate::analysis::analyze;

    struct Laid {
        document: Document,
        analysis: Analysis,
        items: Vec<Rc<Item>>,
        dispute: Dispute,
    }

    impl Laid {
        fn seed() -> Self {
            let article = Article::seed();
            let document = Document::new(&article.text);
            let dispute = Dispute::washington_baghdad();
            let analysis = analyze(&document, Some(&dispute), article.date);
            let items = items(&document, &analysis, &Workspace::new(article, []));
            Laid { document, analysis, items, dispute }
        }

        fn board(&self, arrangement: &Arrangement) -> Board {
            board(&self.document, &self.analysis, &self.items, Some(&self.dispute), arrangement)
        }

        /// The claim that the board shows first in a cell, by its place among the items.
        fn first(&self, row: usize, column: usize) -> usize {
            let board = self.board(&Arrangement::default());
            let stated = &board.contested[row].cells[column][0];
            self.items.iter().position(|item| Rc::ptr_eq(item, &stated.item)).unwrap()
        }

        fn claim(&mut self, index: usize) -> &mut ClaimFields {
            match &mut Rc::make_mut(&mut self.items[index]).content {
                Content::Claim(claim) => claim,
                other => panic!("no claim: {other:?}"),
            }
        }
    }

    #[test]
    fn a_claim_has_the_day_that_its_sentence_names_outside_of_it() {
        let text = "نفى الوزير أحمد العلي الجمعة 5 يناير 2024 أن بلاده انسحبت في 3 يناير 2024. وقال أمس إن الوضع هادئ. وأكد أن المحادثات مستمرة.";
        let article = Article { date: Date::new(2024, 1, 9), ..Article::new(text) };
        let document = Document::new(text);
        let analysis = analyze(&document, None, article.date);
        let items = items(&document, &analysis, &Workspace::new(article, []));
        let claims = items.iter().filter(|item| item.standing_claim().is_some());
        let days: Vec<_> = claims.map(|claim| day(&document, &days(&items), claim)).collect();
        assert_eq!(days, [Date::new(2024, 1, 5), Date::new(2024, 1, 8), None]);
    }

    #[test]
    fn every_sided_claim_stands_on_the_board_once() {
        let laid = Laid::seed();
        let board = laid.board(&Arrangement::default());
        let rows = board.contested.iter().chain(&board.unanswered);
        let mut shown: Vec<&str> = rows.flat_map(Row::claims).map(|item| &*item.key).collect();
        shown.sort_unstable();
        let sided = |item: &&Rc<Item>| item.standing_claim().is_some_and(|claim| claim.side.is_some());
        let mut expected: Vec<&str> = laid.items.iter().filter(sided).map(|item| &*item.key).collect();
        expected.sort_unstable();
        assert_eq!(shown, expected);
        assert!(board.contested.iter().all(Row::answered) && !board.contested.is_empty());
        assert!(!board.unanswered.iter().any(|row| row.answered() || row.is_empty()));
    }

    #[test]
    fn a_claim_moved_to_an_issue_of_its_own_is_a_row_that_nobody_answers() {
        let mut laid = Laid::seed();
        let first = laid.first(0, 0);
        let made = IssueId("made".into());
        laid.claim(first).issue = Some(made.clone());
        let key = laid.items[first].key.clone();
        let board = laid.board(&Arrangement::default());
        let row = board.unanswered.iter().find(|row| row.issue.as_ref() == Some(&made)).unwrap();
        let keys: Vec<&str> = row.claims().map(|item| &*item.key).collect();
        assert_eq!((keys, row.question.as_str()), (vec![&*key], ""));
        assert!(board.issues.iter().any(|(issue, _)| *issue == made));
        let other = laid.first(0, 1);
        laid.claim(other).issue = Some(made.clone());
        let board = laid.board(&Arrangement::default());
        let row = board.contested.iter().find(|row| row.issue.as_ref() == Some(&made)).unwrap();
        let keys = row.cells[..2].iter().map(|cell| cell.iter().map(|stated| &*stated.item.key).collect());
        assert_eq!(keys.collect::<Vec<Vec<&str>>>(), [[&*key], [&*laid.items[other].key]]);
        assert!(row.opposition.is_some());
    }

    #[test]
    fn the_opposition_follows_what_the_reader_corrects() {
        let mut laid = Laid::seed();
        let row = laid.board(&Arrangement::default()).contested[0].clone();
        for (column, act) in [(0, Act::Deny), (1, Act::Demand)] {
            for stated in &row.cells[column] {
                let index = laid.items.iter().position(|item| *item == stated.item).unwrap();
                laid.claim(index).act = act;
                Rc::make_mut(&mut laid.items[index]).status = Status::Judged(Decision::Corrected);
            }
        }
        let again = laid.board(&Arrangement::default());
        let row = again.contested.iter().find(|other| other.issue == row.issue).unwrap();
        assert_eq!(row.opposition, Some(Opposition::DemandRefuse));
    }

    #[test]
    fn it_is_the_same_one_whatever_else_is_in_the_article() {
        let mut laid = Laid::seed();
        let board = laid.board(&Arrangement::default());
        let other = |item: &Rc<Item>| matches!(&item.content, Content::Entity(entity) if entity.kind != EntityKind::Date);
        laid.items.retain(|item| !other(item));
        assert_eq!(laid.board(&Arrangement::default()), board);
    }

    #[test]
    fn the_built_in_issues_are_asked_only_where_its_two_parties_speak() {
        let built_in = Dispute::washington_baghdad().issues;
        let texts = [
            (Article::seed().text, built_in.len()),
            ("قالت روسيا إن القوات باقية. ونفت أوكرانيا وجود القوات.".to_owned(), 0),
        ];
        for (text, asked) in texts {
            let document = Document::new(&text);
            let analysis = analyze(&document, None, None);
            let items = items(&document, &analysis, &Workspace::new(Article::new(text.clone()), []));
            let board = board(&document, &analysis, &items, None, &Arrangement::default());
            let known = |issue: &&Issue| board.issues.iter().any(|(id, _)| *id == issue.id);
            assert_eq!(built_in.iter().filter(known).count(), asked, "{text}");
            assert!(!analysis.parties.is_empty());
        }
    }

    #[test]
    fn the_readers_question_is_asked() {
        let laid = Laid::seed();
        let issue = laid.analysis.contests[0].issue.clone();
        let mut arrangement = Arrangement::default();
        arrangement.word(Question {
            issue: issue.clone(),
            question: "هل؟".into(),
            modified: Timestamp::default(),
        });
        let board = laid.board(&arrangement);
        let row = board.contested.iter().find(|row| row.issue.as_ref() == Some(&issue)).unwrap();
        assert_eq!(row.question, "هل؟");
    }

    #[test]
    fn the_day_of_a_claim_is_the_one_its_sentence_names_outside_of_it() {
        let article = Article {
            date: Date::new(2024, 1, 9),
            ..Article::new("قال الرئيس الأمريكي في 5 يناير 2024 إن القوات باقية حتى 7 مارس 2025.")
        };
        let document = Document::new(&article.text);
        let analysis = analyze(&document, None, article.date);
        let items = items(&document, &analysis, &Workspace::new(article, []));
        let claim = items.iter().find(|item| item.standing_claim().is_some()).unwrap();
        assert_eq!(day(&document, &days(&items), claim), Date::new(2024, 1, 5));
    }
}
