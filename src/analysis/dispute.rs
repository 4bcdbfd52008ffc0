//! A dispute as data: who stands against whom, and on what.

use serde::{Deserialize, Serialize};

/// The id of a party within its dispute: short, lower case, Latin.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PartyId(pub String);

/// The id of an issue within its dispute.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct IssueId(pub String);

/// Two or more parties and, where known, what they dispute.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dispute {
    /// What it is called, in Arabic.
    pub name: String,
    /// The parties; the first two face each other.
    pub parties: Vec<Party>,
    /// The issues, where they are known; else they are found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<Issue>,
}

/// One party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Its id.
    pub id: PartyId,
    /// What it is called, in Arabic.
    pub name: String,
    /// ISO 3166-1 codes of the countries it stands for, if any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub countries: Vec<String>,
    /// Names of it, its institutions, officials and allies, in any spelling; adjectives come from the
    /// countries.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
}

/// One issue of a dispute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// Its id.
    pub id: IssueId,
    /// The question, as a reader would ask it.
    pub question: String,
    /// Words that tell that a claim is about it, in any spelling.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
}
