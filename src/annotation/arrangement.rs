//! How the reader has arranged the board of an article: the dispute by which it is read, and the questions
//! in the reader's words. Which claim belongs to which issue and side is said by the claims' annotations.

use super::Timestamp;
use crate::analysis::{Dispute, IssueId};
use serde::{Deserialize, Serialize};

/// What the reader has arranged. It is part of the article's record, so that it is kept, taken away and
/// taken back with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Arrangement {
    /// By what the article is read; none where the reader has not chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_by: Option<ReadBy>,
    /// When that was chosen.
    #[serde(default, skip_serializing_if = "is_unknown")]
    pub chosen: Timestamp,
    /// Questions in the reader's words, in the order of their issues' ids.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Question>,
}

/// By which parties and issues an article is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ReadBy {
    /// Those found in its text.
    Text,
    /// Those of a dispute.
    Dispute(Box<Dispute>),
}

/// An issue's question in the reader's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The issue: one of the dispute's, one found, or one that the reader made.
    pub issue: IssueId,
    /// The question; empty where the reader has taken his words back.
    pub question: String,
    /// When it was worded.
    #[serde(default, skip_serializing_if = "is_unknown")]
    pub modified: Timestamp,
}

fn is_unknown(moment: &Timestamp) -> bool {
    moment.0.is_empty()
}

impl Arrangement {
    /// Whether the reader has arranged nothing.
    pub fn is_empty(&self) -> bool {
        *self == Arrangement::default()
    }

    /// The question of an issue, where the reader has worded it.
    pub fn question(&self, issue: &IssueId) -> Option<&str> {
        self.worded(issue).map(|known| known.question.as_str()).filter(|words| !words.is_empty())
    }

    fn worded(&self, issue: &IssueId) -> Option<&Question> {
        let at = self.questions.binary_search_by(|known| known.issue.cmp(issue)).ok()?;
        self.questions.get(at)
    }

    /// Words the question of an issue.
    pub fn word(&mut self, question: Question) {
        match self.questions.binary_search_by(|known| known.issue.cmp(&question.issue)) {
            Ok(at) => drop(self.questions.get_mut(at).map(|known| *known = question)),
            Err(at) => self.questions.insert(at, question),
        }
    }

    /// Chooses by what the article is read.
    pub fn choose(&mut self, read_by: ReadBy, chosen: Timestamp) {
        self.read_by = Some(read_by);
        self.chosen = chosen;
    }

    /// What was arranged here and there: of two states the later stays, of two made at once the greater by
    /// its words, so that the order of joining does not matter.
    pub fn joined(&self, other: &Arrangement) -> Arrangement {
        let choice = |a: &Arrangement| {
            (a.read_by.is_some(), a.chosen.moment(), serde_json::to_string(&a.read_by).unwrap_or_default())
        };
        let later = if choice(self) >= choice(other) { self } else { other };
        let mut joined = Arrangement { questions: self.questions.clone(), ..later.clone() };
        for question in &other.questions {
            let rank = |question: &Question| (question.modified.moment(), question.question.clone());
            if self.worded(&question.issue).is_none_or(|known| rank(question) > rank(known)) {
                joined.word(question.clone());
            }
        }
        joined
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn question() -> impl Strategy<Value = Question> {
        ("[ab]", "[سش]{0,2}", 0u8..3).prop_map(|(issue, question, hour)| Question {
            issue: IssueId(issue),
            question,
            modified: Timestamp(format!("2024-01-09T0{hour}:00:00Z")),
        })
    }

    fn arrangement() -> impl Strategy<Value = Arrangement> {
        let read_by = prop_oneof![
            Just(None),
            Just(Some(ReadBy::Text)),
            Just(Some(ReadBy::Dispute(Box::new(Dispute::washington_baghdad())))),
        ];
        (read_by, 0u8..3, proptest::collection::vec(question(), 0..4)).prop_map(|(read_by, hour, all)| {
            let mut arrangement = Arrangement {
                chosen: Timestamp(format!("2024-01-09T0{hour}:00:00Z")),
                read_by,
                ..Arrangement::default()
            };
            all.into_iter().for_each(|question| arrangement.word(question));
            arrangement
        })
    }

    proptest! {
        #[test]
        fn joining_takes_no_heed_of_order_and_repetition(a in arrangement(), b in arrangement(), c in arrangement()) {
            prop_assert_eq!(a.joined(&b), b.joined(&a));
            prop_assert_eq!(a.joined(&b).joined(&c), a.joined(&b.joined(&c)));
            prop_assert_eq!(a.joined(&a), a);
        }

        #[test]
        fn what_is_written_is_read(before in arrangement()) {
            let json = serde_json::to_string(&before).unwrap();
            prop_assert_eq!(serde_json::from_str::<Arrangement>(&json).unwrap(), before);
        }
    }

    #[test]
    fn a_question_taken_back_is_the_issues_own_again() {
        let issue = IssueId("x".into());
        let word = |words: &str| Question {
            issue: issue.clone(),
            question: words.into(),
            modified: Timestamp::default(),
        };
        let mut arrangement = Arrangement::default();
        arrangement.word(word("من؟"));
        assert_eq!(arrangement.question(&issue), Some("من؟"));
        arrangement.word(word(""));
        assert_eq!(arrangement.question(&issue), None);
    }
}
