//! The types of what is found. Spans are bytes of the document's text.

use super::dispute::{IssueId, Party, PartyId};
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// Everything found in one article, each list in the text's order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Analysis {
    /// The parties of the dispute: as chosen, or as found.
    pub parties: Vec<Party>,
    /// Names, dates and quantities.
    pub entities: Vec<Entity>,
    /// Contents that the text attributes to a source.
    pub claims: Vec<Claim>,
    /// Questions on which claims of two parties stand against each other.
    pub contests: Vec<Contest>,
}

/// What kind of thing is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum EntityKind {
    /// A named person, without title.
    #[serde(rename = "PER")]
    Person,
    /// A named organisation, institution, government, army or group.
    #[serde(rename = "ORG")]
    Organisation,
    /// A country, city, region, base, water.
    #[serde(rename = "LOC")]
    Place,
    /// A date or period, absolute or relative.
    #[serde(rename = "DATE")]
    Date,
    /// A number with what it counts.
    #[serde(rename = "QUANTITY")]
    Quantity,
}

/// A name, date or quantity.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// Where it stands, joined particles outside.
    pub span: Span,
    /// What it is.
    pub kind: EntityKind,
    /// What a date or quantity comes to, where it can be told.
    pub value: Option<Value>,
    /// The party it stands for, if any.
    pub side: Option<PartyId>,
    /// ISO 3166-1 code of the country it is, belongs to or stands for, if known; sides rest on it.
    pub country: Option<&'static str>,
    /// Mentions of one referent share this number: the index of its first mention among the entities.
    pub referent: u32,
    /// Why it was found.
    pub evidence: Evidence,
}

/// What a date or quantity comes to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// A number.
    Number(f64),
    /// ISO 8601: day, month, year or week.
    Iso(String),
}

/// Why something was found: the rule's name (a key of the interface's strings) and the words it rests
/// on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// The rule, for instance `title-before-name`.
    pub rule: &'static str,
    /// The words of the text or rows of the lexicon that it rests on.
    pub words: Vec<String>,
}

impl Act {
    /// All of them.
    pub const ALL: [Act; 6] = [Act::Affirm, Act::Deny, Act::Condemn, Act::Demand, Act::Warn, Act::Promise];

    /// Its name in files and in the page's elements.
    pub const fn name(self) -> &'static str {
        match self {
            Act::Affirm => "affirm",
            Act::Deny => "deny",
            Act::Condemn => "condemn",
            Act::Demand => "demand",
            Act::Warn => "warn",
            Act::Promise => "promise",
        }
    }

    /// The act with that name.
    pub fn named(name: &str) -> Option<Act> {
        Act::ALL.into_iter().find(|act| act.name() == name)
    }
}

impl EntityKind {
    /// All of them.
    pub const ALL: [EntityKind; 5] = [
        EntityKind::Person,
        EntityKind::Organisation,
        EntityKind::Place,
        EntityKind::Date,
        EntityKind::Quantity,
    ];

    /// Its name in files and in the page's elements.
    pub const fn name(self) -> &'static str {
        match self {
            EntityKind::Person => "PER",
            EntityKind::Organisation => "ORG",
            EntityKind::Place => "LOC",
            EntityKind::Date => "DATE",
            EntityKind::Quantity => "QUANTITY",
        }
    }

    /// The kind with that name.
    pub fn named(name: &str) -> Option<EntityKind> {
        EntityKind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

impl Evidence {
    /// A rule with one piece of evidence.
    pub fn new(rule: &'static str, word: impl Into<String>) -> Self {
        Evidence { rule, words: vec![word.into()] }
    }
}

/// A content that the text attributes to a source.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The content alone.
    pub span: Span,
    /// Who says it, as the text names him nearest; none where the text names nobody.
    pub speaker: Option<Reference>,
    /// The reporting verb, noun or participle, as the text has it.
    pub cue: Reference,
    /// Who carried it, if anyone.
    pub via: Option<Reference>,
    /// How it is reported.
    pub form: Form,
    /// What is done with it.
    pub act: Act,
    /// The party that the speaker stands for.
    pub side: Option<PartyId>,
    /// What it is about, where it belongs to an issue.
    pub issue: Option<IssueId>,
    /// Why it was found: cue, speaker, act and side, in this order.
    pub evidence: Vec<Evidence>,
}

/// Words of the text that stand for someone or something, and where they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Where.
    pub span: Span,
    /// The words as shown: the text's own, joined particles left out.
    pub text: String,
}

/// How a claim is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// In quotation marks, or after a colon.
    Direct,
    /// In the writer's words.
    Indirect,
    /// In the writer's words with quoted ones among them.
    Mixed,
}

/// What a source does with a content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Act {
    /// Says that it is so.
    Affirm,
    /// Says that it is not so, or refuses it.
    Deny,
    /// Accuses, blames, condemns.
    Condemn,
    /// Asks for it.
    Demand,
    /// Warns or threatens.
    Warn,
    /// Pledges it.
    Promise,
}

/// A question on which claims of two parties stand against each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Contest {
    /// The issue's id.
    pub issue: IssueId,
    /// The question, as a reader would ask it.
    pub question: String,
    /// Each party's claims on it.
    pub positions: Vec<Position>,
    /// How the positions stand against each other.
    pub opposition: Opposition,
    /// Why: the words in common.
    pub evidence: Evidence,
}

/// One party's claims in a contest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// The party.
    pub party: PartyId,
    /// Indices into [`Analysis::claims`].
    pub claims: Vec<usize>,
}

/// How two positions stand against each other, the clearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Opposition {
    /// One affirms what the other denies.
    AffirmDeny,
    /// One condemns what the other justifies.
    CondemnJustify,
    /// One demands what the other refuses.
    DemandRefuse,
    /// Two accounts of the same.
    Accounts,
}
