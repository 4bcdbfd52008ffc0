//! What was gathered as JSON: what was told most comes first.

use super::{Counts, Gathering, Issue, IssueKey, Party, Place, Position, Statement, Told};
use crate::analysis::Act;
use crate::order::sort_by_key;
use serde::{Serialize, Serializer};
use serde_json::Value;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

#[derive(Serialize)]
pub struct GatheredJson<'g> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'g str>,
    engine: &'g BTreeSet<String>,
    lexicon: &'g BTreeSet<String>,
    articles: u64,
    errors: u64,
    #[serde(flatten)]
    days: Days<'g>,
    sources: &'g Counts,
    parties: Vec<PartyJson<'g>>,
    issues: Vec<IssueJson<'g>>,
}

impl Serialize for Counts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, times)| (&**name, times)))
    }
}

/// The first and the last day; none where no article has a date.
#[derive(Serialize)]
struct Days<'g> {
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<&'g str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<&'g str>,
}

impl Told {
    fn days(&self) -> Days<'_> {
        Days { since: self.since.as_deref(), until: self.until.as_deref() }
    }
}

#[derive(Serialize)]
struct PartyJson<'g> {
    id: &'g str,
    name: &'g str,
    articles: u64,
    claims: u64,
}

#[derive(Serialize)]
struct IssueJson<'g> {
    issue: Option<&'g str>,
    question: Option<&'g str>,
    articles: u64,
    contests: u64,
    #[serde(flatten)]
    days: Days<'g>,
    positions: Vec<PositionJson<'g>>,
}

#[derive(Serialize)]
struct PositionJson<'g> {
    party: Option<&'g str>,
    articles: u64,
    times: u64,
    acts: &'g BTreeMap<Act, u64>,
    #[serde(flatten)]
    days: Days<'g>,
    sources: &'g Counts,
    claims: Vec<StatementJson<'g>>,
}

#[derive(Serialize)]
struct StatementJson<'g> {
    text: &'g str,
    act: Act,
    times: u64,
    #[serde(flatten)]
    days: Days<'g>,
    speakers: &'g Counts,
    sources: &'g Counts,
    first: Vec<Value>,
}

impl<'g> GatheredJson<'g> {
    pub fn new(gathering: &'g Gathering, least: u64) -> Self {
        let told = |issue: &&(&IssueKey, &Issue)| issue.1.articles.times > 0;
        let mut issues: Vec<(&IssueKey, &Issue)> = gathering.issues.iter().collect();
        issues.retain(|issue| told(&issue));
        sort_by_key(&mut issues, |(key, issue)| {
            (**key == IssueKey::None, Reverse(issue.articles.times), *key)
        });
        // Who faces whom is the dispute's to say.
        let mut parties: Vec<(&String, &Party)> = gathering.parties.iter().collect();
        sort_by_key(&mut parties, |(id, party)| {
            (party.place.is_none(), party.place, Reverse(party.claims), *id)
        });
        let parties = parties
            .into_iter()
            .map(|(id, party)| PartyJson {
                id,
                name: &party.name,
                articles: party.articles,
                claims: party.claims,
            })
            .collect();
        GatheredJson {
            name: gathering.name.as_deref(),
            engine: &gathering.engines,
            lexicon: &gathering.lexicons,
            articles: gathering.articles.times,
            errors: gathering.errors,
            days: gathering.articles.days(),
            sources: &gathering.articles.sources,
            parties,
            issues: issues
                .into_iter()
                .map(|(key, issue)| issue_json(key, issue, least, gathering.most))
                .collect(),
        }
    }
}

fn issue_json<'g>(key: &'g IssueKey, issue: &'g Issue, least: u64, most: usize) -> IssueJson<'g> {
    let mut positions: Vec<(&Option<String>, &Position)> = issue.positions.iter().collect();
    sort_by_key(&mut positions, |(party, position)| (party.is_none(), Reverse(position.claims), *party));
    IssueJson {
        issue: match key {
            IssueKey::Named(id) => Some(id),
            IssueKey::Asked(_) | IssueKey::None => None,
        },
        question: issue.question.as_deref(),
        articles: issue.articles.times,
        contests: issue.contests,
        days: issue.articles.days(),
        positions: positions
            .into_iter()
            .map(|(p, position)| position_json(p.as_deref(), position, least, most))
            .collect(),
    }
}

fn position_json<'g>(
    party: Option<&'g str>,
    position: &'g Position,
    least: u64,
    most: usize,
) -> PositionJson<'g> {
    let mut statements: Vec<(&(Act, Box<str>), &Statement)> =
        position.statements.iter().filter(|(_, statement)| statement.told.times >= least).collect();
    sort_by_key(&mut statements, |(key, statement)| {
        (Reverse(statement.told.times), statement.told.since.as_deref(), *key)
    });
    PositionJson {
        party,
        articles: position.articles.times,
        times: position.claims,
        acts: &position.acts,
        days: position.articles.days(),
        sources: &position.articles.sources,
        claims: statements
            .into_iter()
            .map(|((act, _), statement)| statement_json(*act, statement, most))
            .collect(),
    }
}

fn statement_json(act: Act, statement: &Statement, most: usize) -> StatementJson<'_> {
    // Names of articles are kept as JSON, since an id may be any value.
    let name = |place: &Rc<Place>| serde_json::from_str(&place.2).unwrap_or_default();
    StatementJson {
        text: &statement.text,
        act,
        times: statement.told.times,
        days: statement.told.days(),
        speakers: &statement.speakers,
        sources: &statement.told.sources,
        first: statement.articles.iter().take(most).map(name).collect(),
    }
}
