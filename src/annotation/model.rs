//! The annotation: one record for what the reader marks himself and for his judgement of a suggestion.

use crate::analysis::{Act, EntityKind, Form, IssueId, PartyId, Value};
use crate::text::{CodePoint, Document, Span};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

/// An IRI that names an annotation for good, for instance `urn:uuid:…`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AnnotationId(pub String);

/// A moment in UTC as ISO 8601, `2024-01-09T08:30:00Z`; such strings sort by time.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(pub String);

impl Timestamp {
    /// The moment as it sorts: without its `Z` it stands before the same moment with fractions of a second.
    pub(crate) fn moment(&self) -> String {
        self.0.trim_end_matches('Z').to_owned()
    }
}

/// Words of the text with what stands round them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quote {
    /// The words.
    pub exact: String,
    /// Up to 32 code points before.
    pub prefix: String,
    /// Up to 32 code points after.
    pub suffix: String,
}

/// Where an annotation stands: by words, and by position in code points.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Target {
    /// The words and their surroundings.
    pub quote: Quote,
    /// The position.
    pub position: Span<CodePoint>,
}

/// Code points of context on each side of a quote.
const CONTEXT: usize = 32;

impl Target {
    /// Describes a span of `document`.
    pub fn new(document: &Document, span: Span) -> Self {
        let text = document.text();
        let before = text.get(..span.start.index()).unwrap_or("");
        let after = text.get(span.end.index()..).unwrap_or("");
        let cut = before.char_indices().rev().take(CONTEXT).last().map_or(before.len(), |(index, _)| index);
        Target {
            quote: Quote {
                exact: document.slice(span).to_owned(),
                prefix: before.get(cut..).unwrap_or("").to_owned(),
                suffix: after.chars().take(CONTEXT).collect(),
            },
            position: document.offsets().code_points(span),
        }
    }
}

/// What an annotation says of its target.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Somebody claims it.
    Claim(ClaimFields),
    /// It names something.
    Entity(EntityFields),
    /// It is marked.
    Highlight,
    /// It is commented on.
    Note,
}

/// The kinds of content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ContentKind {
    /// [`Content::Claim`]
    Claim,
    /// [`Content::Entity`]
    Entity,
    /// [`Content::Highlight`]
    Highlight,
    /// [`Content::Note`]
    Note,
}

impl Content {
    /// Which kind it is.
    pub fn kind(&self) -> ContentKind {
        match self {
            Content::Claim(_) => ContentKind::Claim,
            Content::Entity(_) => ContentKind::Entity,
            Content::Highlight => ContentKind::Highlight,
            Content::Note => ContentKind::Note,
        }
    }
}

/// What is known of a claim beside its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimFields {
    /// Who says it; empty where unknown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub speaker: String,
    /// The reporting word; empty where there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub cue: String,
    /// What is done with it.
    pub act: Act,
    /// How it is reported.
    pub form: Form,
    /// The party it stands for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<PartyId>,
    /// The issue it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issue: Option<IssueId>,
    /// Who carried it; empty where nobody did.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub via: String,
    /// What the reader found out about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
    /// How it stands to other claims.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
}

impl ClaimFields {
    /// A claim of which only the act is known.
    pub fn of(act: Act) -> Self {
        ClaimFields {
            speaker: String::new(),
            cue: String::new(),
            act,
            form: Form::Indirect,
            side: None,
            issue: None,
            via: String::new(),
            verdict: None,
            links: Vec::new(),
        }
    }
}

/// What the reader found out about a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// The finding.
    pub rating: Rating,
    /// Why, in the reader's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reasoning: String,
    /// Addresses of what it rests on, as the reader typed them; see [`is_web_address`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
}

/// Whether a claim holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Rating {
    /// What was found speaks for it.
    Supported,
    /// What was found speaks against it.
    Refuted,
    /// What was found decides nothing.
    Unproven,
}

/// How a claim stands to another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// What this one does to the other.
    pub relation: Relation,
    /// The other one's annotation.
    pub claim: AnnotationId,
}

/// What a claim does to another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// If it holds, so does the other.
    Supports,
    /// Both cannot hold.
    Contradicts,
    /// It says the same.
    Repeats,
}

/// Whether an address may be made a link: only the web's own schemes are.
pub fn is_web_address(address: &str) -> bool {
    let scheme = |name: &str| address.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name));
    (scheme("https://") || scheme("http://"))
        && !address.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// What is known of an entity beside its words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EntityFields {
    /// What it is.
    pub kind: EntityKind,
    /// What it comes to, for dates and quantities.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
}

/// What the reader decided of a suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Decision {
    /// It is right as it was suggested.
    Accepted,
    /// It is right as the annotation now says.
    Corrected,
    /// It is wrong.
    Rejected,
}

/// The annotation stands in the place of a suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// What was decided.
    pub decision: Decision,
    /// Where the suggestion stood.
    pub suggested: Target,
}

/// One annotation.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotation {
    /// Its name for good.
    pub id: AnnotationId,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed.
    pub modified: Timestamp,
    /// Where it stands.
    pub target: Target,
    /// What it says.
    pub content: Content,
    /// The reader's words on it.
    pub note: String,
    /// The reader's tags.
    pub tags: Vec<String>,
    /// The suggestion in whose place it stands, if any.
    pub judgement: Option<Judgement>,
    /// Fields of other programs, kept as they came.
    pub other: Map<String, Json>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_become_links() {
        for (address, is_one) in [
            ("https://example.org/خبر", true),
            ("http://example.org", true),
            ("HTTPS://example.org", true),
            ("javascript:alert(1)", false),
            ("data:text/html,<script>", false),
            ("ftp://example.org", false),
            ("/articles/1", false),
            ("https://example.org/ javascript:alert(1)", false),
            ("https://example.org/\u{0}", false),
            ("", false),
        ] {
            assert_eq!(is_web_address(address), is_one, "{address}");
        }
    }
}
