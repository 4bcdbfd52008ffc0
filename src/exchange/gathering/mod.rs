//! What many articles on one dispute say together: who claims what, how often, since when, and where.
//!
//! Answers of `mawqif analyze` come in one by one, in any order; what is kept of them grows with what is
//! different in them, not with their number. Claims are one where issue, side, act and words are the same,
//! however they are spelt. An issue is known by its id where the dispute names it; what an analysis found
//! by itself has an id of that article alone (`topic-1`), and is known by its question.

mod answer;
mod read;
mod written;

use crate::analysis::{Act, Dispute};
use crate::order::{HashMap, HashSet, gather};
use crate::text::fold;
use answer::{Answer, Claim};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

pub use read::{
    Days, Gathered, GatheredIssue, GatheredParty, GatheredPosition, GatheredStatement, Tally, is_gathered,
    read,
};

/// How a claim or an issue was told: how often, when and by whom.
#[derive(Default)]
struct Told {
    times: u64,
    since: Option<Rc<str>>,
    until: Option<Rc<str>>,
    sources: Counts,
}

impl Told {
    fn add(&mut self, article: &Article) {
        self.times += 1;
        if let Some(date) = &article.date {
            if self.since.as_ref().is_none_or(|since| date < since) {
                self.since = Some(Rc::clone(date));
            }
            if self.until.as_ref().is_none_or(|until| date > until) {
                self.until = Some(Rc::clone(date));
            }
        }
        if let Some(source) = &article.source {
            self.sources.add(source);
        }
    }
}

/// How often each name came, in their order. A list, because most have one name or two, for which a map takes ten
/// times the room.
#[derive(Default)]
struct Counts(Vec<(Rc<str>, u64)>);

impl Counts {
    fn add(&mut self, name: &Rc<str>) {
        let at = self.0.binary_search_by(|(known, _)| known.cmp(name)).unwrap_or_else(|at| {
            if self.0.is_empty() {
                self.0.reserve_exact(1);
            }
            self.0.insert(at, (Rc::clone(name), 0));
            at
        });
        self.0.get_mut(at).into_iter().for_each(|(_, times)| *times += 1);
    }
}

/// Strings that come again and again, each kept once.
#[derive(Default)]
struct Strings(HashSet<Rc<str>>);

impl Strings {
    fn once(&mut self, string: &str) -> Rc<str> {
        if let Some(known) = self.0.get(string) {
            return Rc::clone(known);
        }
        let new: Rc<str> = string.into();
        self.0.insert(Rc::clone(&new));
        new
    }
}

/// An article among others: the one without a date comes last.
type Place = (bool, Option<Rc<str>>, String);

/// What of an article is kept with all that it tells.
struct Article {
    place: Rc<Place>,
    date: Option<Rc<str>>,
    source: Option<Rc<str>>,
}

impl Article {
    fn new(answer: &Answer, strings: &mut Strings) -> Self {
        let date = answer.date.as_deref().map(|date| strings.once(date));
        let source = answer.source.as_deref().map(|source| strings.once(source));
        let place = Rc::new((date.is_none(), date.clone(), answer.name().to_string()));
        Article { place, date, source }
    }
}

/// Claims of the same words, side and act on one issue.
#[derive(Default)]
struct Statement {
    told: Told,
    speakers: Counts,
    /// The first articles that have it, in their order, as many as are asked for, but one at least.
    articles: Vec<Rc<Place>>,
    /// The words, as the first of the articles has them.
    text: Box<str>,
}

impl Statement {
    /// That an article has it in these words.
    fn take(&mut self, article: &Article, text: &str, most: usize) {
        self.told.add(article);
        let first = self.articles.first().map(|first| (&**first, &*self.text));
        if first.is_none_or(|first| (&*article.place, text) < first) {
            self.text = text.into();
        }
        if let Err(at) = self.articles.binary_search(&article.place) {
            if self.articles.is_empty() {
                self.articles.reserve_exact(1);
            }
            self.articles.insert(at, Rc::clone(&article.place));
            self.articles.truncate(most.max(1));
        }
    }
}

/// What one side says on an issue.
#[derive(Default)]
struct Position {
    /// The articles in which it speaks.
    articles: Told,
    claims: u64,
    acts: BTreeMap<Act, u64>,
    statements: HashMap<(Act, Box<str>), Statement>,
}

/// How an issue is known among all answers.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum IssueKey {
    Named(String),
    Asked(String),
    /// What was claimed on no issue.
    None,
}

#[derive(Default)]
struct Issue {
    question: Option<String>,
    articles: Told,
    contests: u64,
    /// By party; none for those who belong to none.
    positions: BTreeMap<Option<String>, Position>,
}

#[derive(Default)]
struct Party {
    /// Where it stands among the dispute's, if it is one of them.
    place: Option<usize>,
    name: String,
    articles: u64,
    claims: u64,
}

/// What has been gathered.
#[derive(Default)]
pub struct Gathering {
    name: Option<String>,
    most: usize,
    engines: BTreeSet<String>,
    lexicons: BTreeSet<String>,
    strings: Strings,
    articles: Told,
    errors: u64,
    parties: BTreeMap<String, Party>,
    issues: BTreeMap<IssueKey, Issue>,
}

impl Gathering {
    /// Nothing yet, with the questions and names of `dispute`; of each claim at most so many articles will be
    /// named.
    pub fn new(dispute: Option<&Dispute>, most: usize) -> Self {
        let mut gathering = Gathering { most, ..Gathering::default() };
        if let Some(dispute) = dispute {
            gathering.name = Some(dispute.name.clone());
            for (place, party) in dispute.parties.iter().enumerate() {
                let known = Party { place: Some(place), name: party.name.clone(), ..Party::default() };
                gathering.parties.insert(party.id.0.clone(), known);
            }
            for issue in &dispute.issues {
                let known = Issue { question: Some(issue.question.clone()), ..Issue::default() };
                gathering.issues.insert(IssueKey::Named(issue.id.0.clone()), known);
            }
        }
        gathering
    }

    /// Takes in one answer as it was written; one that tells of an error counts as such.
    ///
    /// # Errors
    /// Where it is no answer of `mawqif analyze`.
    pub fn take(&mut self, answer: &[u8]) -> Result<(), serde_json::Error> {
        let answer: Answer = serde_json::from_slice(answer)?;
        self.engines.insert(answer.engine.clone());
        self.lexicons.insert(answer.lexicon.clone());
        if answer.error.is_some() {
            self.errors += 1;
            return Ok(());
        }
        let article = Article::new(&answer, &mut self.strings);
        self.articles.add(&article);
        self.take_parties(&answer);
        self.take_claims(&answer, &article);
        Ok(())
    }

    fn take_parties(&mut self, answer: &Answer) {
        let speaking: BTreeSet<&String> = gather(answer.claims.iter().filter_map(|c| c.side.as_ref()));
        for party in &answer.parties {
            let known = self.parties.entry(party.id.clone()).or_default();
            // Of several names the least, so that the order of the answers does not matter.
            if known.name.is_empty() || party.name < known.name && self.name.is_none() {
                known.name.clone_from(&party.name);
            }
            known.articles += u64::from(speaking.contains(&party.id));
        }
        for side in answer.claims.iter().filter_map(|claim| claim.side.as_ref()) {
            self.parties.entry(side.clone()).or_default().claims += 1;
        }
    }

    fn take_claims(&mut self, answer: &Answer, article: &Article) {
        let mut issues = BTreeSet::new();
        let mut positions = BTreeSet::new();
        for claim in &answer.claims {
            let key = answer.issue_key(claim);
            let issue = self.issues.entry(key.clone()).or_default();
            if issues.insert(key.clone()) {
                issue.articles.add(article);
                issue.take_contest(answer, claim);
            }
            let position = issue.positions.entry(claim.side.clone()).or_default();
            if positions.insert((key, &claim.side)) {
                position.articles.add(article);
            }
            let statement = position.take(claim);
            statement.take(article, &claim.text, self.most);
            if let Some(speaker) = &claim.speaker {
                statement.speakers.add(&self.strings.once(speaker));
            }
        }
    }

    /// What was gathered, as one JSON object; claims that were told fewer times than `least` are counted and
    /// not listed.
    pub fn written(&self, least: u64) -> impl Serialize + '_ {
        written::GatheredJson::new(self, least)
    }
}

impl Issue {
    fn take_contest(&mut self, answer: &Answer, claim: &Claim) {
        if let Some(contest) = answer.contest(claim) {
            self.contests += 1;
            if self.question.as_ref().is_none_or(|question| contest.question < *question) {
                self.question = Some(contest.question.clone());
            }
        }
    }
}

impl Position {
    /// The statement that a claim is.
    fn take(&mut self, claim: &Claim) -> &mut Statement {
        self.claims += 1;
        *self.acts.entry(claim.act).or_default() += 1;
        self.statements.entry((claim.act, words(&claim.text).into())).or_default()
    }
}

/// The words of a claim, however they are spelt and whatever stands between them.
fn words(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn answer(id: &str, date: Option<&str>, source: &str, claims: Value) -> String {
        json!({
            "id": id, "engine": "0.1.0+a", "lexicon": "b", "language": "ar", "source": source, "date": date,
            "parties": [{"id": "us", "name": "واشنطن"}, {"id": "iq", "name": "بغداد"}],
            "entities": [], "claims": claims,
            "contests": [
                {"issue": "withdrawal", "question": "هل ثمة خطط؟", "positions": {"us": ["c1"], "iq": ["c2"]}},
                {"issue": "topic-2", "question": "من ضرب المقر؟", "positions": {}}
            ]
        })
        .to_string()
    }

    fn claim(side: Option<&str>, act: &str, text: &str, issue: Option<&str>) -> Value {
        json!({"id": "c", "text": text, "side": side, "act": act, "issue": issue, "speaker": "رايدر"})
    }

    fn gathered(answers: &[String], most: usize, least: u64) -> Value {
        let mut gathering = Gathering::new(None, most);
        for answer in answers {
            gathering.take(answer.as_bytes()).unwrap();
        }
        serde_json::to_value(gathering.written(least)).unwrap()
    }

    fn three() -> Vec<String> {
        let denied = |text| claim(Some("us"), "deny", text, Some("withdrawal"));
        vec![
            answer(
                "b",
                Some("2024-01-10"),
                "الأولى",
                json!([
                    denied("لا خطط، للانسحاب"),
                    claim(Some("iq"), "affirm", "نعمل على إنهائه", Some("withdrawal"))
                ]),
            ),
            answer("a", Some("2024-01-09"), "الثانية", json!([denied("«لا خُطط للإنسحاب»")])),
            answer(
                "c",
                None,
                "الثانية",
                json!([
                    denied("لا خطط للانسحاب"),
                    claim(Some("iq"), "condemn", "اعتداء", Some("topic-2")),
                    claim(None, "warn", "خطر", None)
                ]),
            ),
        ]
    }

    #[test]
    fn the_same_words_of_one_side_are_one_claim_however_spelt() {
        let board = gathered(&three(), 2, 1);
        assert_eq!((&board["articles"], &board["since"]), (&json!(3), &json!("2024-01-09")));
        let issue = &board["issues"][0];
        assert_eq!((&issue["issue"], &issue["contests"]), (&json!("withdrawal"), &json!(3)));
        let position = &issue["positions"][0];
        assert_eq!(position["acts"], json!({"deny": 3}));
        let expected = json!([{
            "text": "«لا خُطط للإنسحاب»", "act": "deny", "times": 3, "since": "2024-01-09", "until": "2024-01-10",
            "speakers": {"رايدر": 3}, "sources": {"الأولى": 1, "الثانية": 2}, "first": ["a", "b"]
        }]);
        assert_eq!(position["claims"], expected);
        assert_eq!(board["parties"][0], json!({"id": "us", "name": "واشنطن", "articles": 3, "claims": 3}));
    }

    #[test]
    fn an_issue_that_only_one_article_numbers_is_known_by_its_question() {
        let board = gathered(&three(), 2, 1);
        let issues = board["issues"].as_array().unwrap();
        let heads: Vec<_> = issues.iter().map(|issue| (&issue["issue"], &issue["question"])).collect();
        let null = Value::Null;
        let (named, asked) = (json!("withdrawal"), json!("من ضرب المقر؟"));
        assert_eq!(heads, [(&named, &json!("هل ثمة خطط؟")), (&null, &asked), (&null, &null)]);
    }

    #[test]
    fn the_order_of_the_answers_does_not_matter() {
        let mut answers = three();
        let board = gathered(&answers, 1, 1);
        for _ in 0..3 {
            answers.rotate_left(1);
            assert_eq!(gathered(&answers, 1, 1), board);
            answers.swap(0, 1);
            assert_eq!(gathered(&answers, 1, 1), board);
        }
    }

    #[test]
    fn what_was_told_once_can_be_left_out_and_is_still_counted() {
        let board = gathered(&three(), 2, 2);
        let position = &board["issues"][0]["positions"][1];
        assert_eq!((&position["party"], &position["claims"]), (&json!("iq"), &json!([])));
        assert_eq!(position["times"], json!(1));
    }

    #[test]
    fn the_parties_of_a_dispute_stand_in_its_order_before_those_who_speak_most() {
        let mut dispute = Dispute::washington_baghdad();
        dispute.parties.truncate(2);
        let mut gathering = Gathering::new(Some(&dispute), 1);
        for answer in three() {
            gathering.take(answer.replace("\"iq\"", "\"baghdad\"").as_bytes()).unwrap();
        }
        let board = serde_json::to_value(gathering.written(1)).unwrap();
        let parties: Vec<_> = board["parties"].as_array().unwrap().iter().map(|party| &party["id"]).collect();
        assert_eq!(parties, ["washington", "baghdad", "us"]);
    }

    #[test]
    fn errors_are_counted_and_other_lines_refused() {
        let mut gathering = Gathering::new(None, 1);
        let error = r#"{"id":1,"line":2,"error":"EOF","engine":"0.1.0+a","lexicon":"b"}"#;
        gathering.take(error.as_bytes()).unwrap();
        assert!(gathering.take(r#"{"id":1,"text":"قال"}"#.as_bytes()).is_err());
        let board = serde_json::to_value(gathering.written(1)).unwrap();
        assert_eq!((&board["errors"], &board["articles"]), (&json!(1), &json!(0)));
    }
}
