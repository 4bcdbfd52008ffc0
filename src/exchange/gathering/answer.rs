//! An answer of `mawqif analyze`, of which only what is gathered is read.

use super::{IssueKey, words};
use crate::analysis::Act;
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
pub struct Answer {
    #[serde(default)]
    id: Value,
    #[serde(default)]
    document: Option<String>,
    pub engine: String,
    pub lexicon: String,
    #[serde(default)]
    pub error: Option<Value>,
    #[serde(default)]
    pub source: Option<String>,
    #[serde(default)]
    pub date: Option<String>,
    #[serde(default)]
    pub parties: Vec<Party>,
    #[serde(default)]
    pub claims: Vec<Claim>,
    #[serde(default)]
    contests: Vec<Contest>,
}

#[derive(Deserialize)]
pub struct Party {
    pub id: String,
    pub name: String,
}

#[derive(Deserialize)]
pub struct Claim {
    pub text: String,
    pub act: Act,
    #[serde(default)]
    pub side: Option<String>,
    #[serde(default)]
    pub speaker: Option<String>,
    #[serde(default)]
    issue: Option<String>,
}

#[derive(Deserialize)]
pub struct Contest {
    issue: String,
    pub question: String,
}

impl Answer {
    /// The article's id, or the name of its file.
    pub fn name(&self) -> Value {
        let file = || self.document.clone().map_or(Value::Null, Value::String);
        if self.id.is_null() { file() } else { self.id.clone() }
    }

    /// The contest to which a claim belongs.
    pub fn contest(&self, claim: &Claim) -> Option<&Contest> {
        let issue = claim.issue.as_ref()?;
        self.contests.iter().find(|contest| contest.issue == *issue)
    }

    /// How the claim's issue is known among all answers.
    pub fn issue_key(&self, claim: &Claim) -> IssueKey {
        match (&claim.issue, self.contest(claim)) {
            (Some(issue), Some(contest)) if issue.starts_with("topic-") => {
                IssueKey::Asked(words(&contest.question))
            }
            (Some(issue), _) => IssueKey::Named(issue.clone()),
            (None, _) => IssueKey::None,
        }
    }
}
