//! A dispute as data: who stands against whom, and on what.
//!
//! A dispute file is JSON after `schema/dispute.schema.json`. [`Dispute::from_json`] reads one and says
//! of a bad one where in it the fault lies; [`Dispute::check`] does the same for one put together in the
//! page. Which words of a text stand for which party is decided in `sides`, not here.

use crate::order::HashMap;
use crate::text::fold;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::LazyLock;

/// The id of a party within its dispute: short, lower case, Latin.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PartyId(pub String);

/// The id of an issue within its dispute.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct IssueId(pub String);

impl fmt::Display for PartyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for IssueId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Two or more parties and, where known, what they dispute.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dispute {
    /// The address of the schema, for editors; means nothing here.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// What it is called, in Arabic.
    pub name: String,
    /// The parties; the first two face each other.
    pub parties: Vec<Party>,
    /// The issues, where they are known; else they are found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<Issue>,
}

/// One party.
///
/// All names may be in any spelling. A name inside a longer one of another party is no conflict: the
/// longest name that the text has decides («كتائب حزب الله» is not «حزب الله»).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// Its id.
    pub id: PartyId,
    /// What it is called, in Arabic.
    pub name: String,
    /// Its colour as `#rrggbb`; without one the page gives it the next of its palette.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colour: Option<String>,
    /// ISO 3166-1 codes of the countries it stands for, if any; their names, capitals and adjectives
    /// come from the lexicon.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub countries: Vec<String>,
    /// Other names of the party itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Adjectives that say who belongs to it («كردي»), in the masculine singular.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub adjectives: Vec<String>,
    /// Bodies that speak for it («البيت الأبيض»).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub institutions: Vec<String>,
    /// Persons who speak for it, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub officials: Vec<String>,
    /// Others whose claims count as its own («التحالف الدولي»).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allies: Vec<String>,
}

/// What the names of a party are, for explanations and for the paths of errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameKind {
    /// The party's own name.
    Name,
    /// Another name of it.
    Alias,
    /// An adjective.
    Adjective,
    /// A body that speaks for it.
    Institution,
    /// A person who speaks for it.
    Official,
    /// Another whose claims count as its own.
    Ally,
}

impl Party {
    /// A party of which nothing is known but its id and name.
    pub fn new(id: impl Into<String>, name: impl Into<String>) -> Self {
        Party {
            id: PartyId(id.into()),
            name: name.into(),
            colour: None,
            countries: Vec::new(),
            aliases: Vec::new(),
            adjectives: Vec::new(),
            institutions: Vec::new(),
            officials: Vec::new(),
            allies: Vec::new(),
        }
    }

    /// Every name with its kind and its place in its list.
    pub fn names(&self) -> impl Iterator<Item = (NameKind, usize, &str)> {
        let lists = [
            (NameKind::Alias, &self.aliases),
            (NameKind::Adjective, &self.adjectives),
            (NameKind::Institution, &self.institutions),
            (NameKind::Official, &self.officials),
            (NameKind::Ally, &self.allies),
        ];
        let named = lists
            .into_iter()
            .flat_map(|(kind, list)| list.iter().enumerate().map(move |(i, name)| (kind, i, name.as_str())));
        std::iter::once((NameKind::Name, 0, self.name.as_str())).chain(named)
    }
}

/// One issue of a dispute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Issue {
    /// Its id.
    pub id: IssueId,
    /// The question, as a reader would ask it.
    pub question: String,
    /// Words that tell that a claim is about it, in any spelling.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
}

/// What is wrong with a dispute and where in its file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {fault}")]
pub struct DisputeError {
    /// The path inside the file, for instance `parties[1].aliases[0]`.
    pub path: String,
    /// What is wrong there.
    pub fault: Fault,
}

/// What can be wrong with a dispute.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Not JSON, or not of the shape that the schema tells.
    #[error("{0}")]
    Shape(String),
    /// A name that another dispute has.
    #[error("another dispute has this name")]
    NameTaken,
    /// Fewer than two parties.
    #[error("a dispute needs at least two parties, this one has {0}")]
    Parties(usize),
    /// An empty name, question or word.
    #[error("is empty")]
    Empty,
    /// An id with other characters than it may have, or none.
    #[error("‘{0}’ is no id: use lower case Latin letters, digits and hyphens")]
    Id(String),
    /// An id that another party or issue has.
    #[error("the id ‘{id}’ is taken by {by}")]
    Taken {
        /// The id.
        id: String,
        /// The path of the other.
        by: String,
    },
    /// A colour that is none.
    #[error("‘{0}’ is no colour of the form #1d4f9c")]
    Colour(String),
    /// A country code that is none.
    #[error("‘{0}’ is no country code of two capital letters (ISO 3166-1)")]
    Country(String),
    /// A name or country that stands for two parties.
    #[error("«{name}» stands for two parties: it is also at {by}")]
    Overlap {
        /// The name as written.
        name: String,
        /// The path of the other.
        by: String,
    },
}

impl Dispute {
    /// Reads a dispute file.
    ///
    /// # Errors
    /// The first fault with its path inside the file: wrong JSON, wrong shape, or what
    /// [`check`](Self::check) finds.
    pub fn from_json(text: &str) -> Result<Self, DisputeError> {
        let mut reader = serde_json::Deserializer::from_str(text.trim_start_matches('\u{feff}'));
        let dispute: Dispute = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
            let path = error.path().to_string();
            fault(if path == "." { "dispute".into() } else { path }, Fault::Shape(error.inner().to_string()))
        })?;
        reader.end().map_err(|e| fault("dispute", Fault::Shape(e.to_string())))?;
        dispute.check()?;
        Ok(dispute)
    }

    /// Whether the dispute can be worked with: two parties or more, no name or country in two of them,
    /// ids that are ids and are used once, colours that are colours, nothing empty.
    ///
    /// # Errors
    /// The first fault, with its path.
    pub fn check(&self) -> Result<(), DisputeError> {
        if self.name.trim().is_empty() {
            return Err(fault("name", Fault::Empty));
        }
        if self.parties.len() < 2 {
            return Err(fault("parties", Fault::Parties(self.parties.len())));
        }
        let mut ids: HashMap<&str, String> = HashMap::default();
        let mut names: HashMap<String, (usize, String)> = HashMap::default();
        for (index, party) in self.parties.iter().enumerate() {
            let path = format!("parties[{index}]");
            check_id(&party.id.0, &path, &mut ids)?;
            if let Some(colour) = party.colour.as_ref().filter(|c| !is_colour(c)) {
                return Err(fault(format!("{path}.colour"), Fault::Colour(colour.clone())));
            }
            for (i, code) in party.countries.iter().enumerate() {
                let here = format!("{path}.countries[{i}]");
                if code.len() != 2 || !code.bytes().all(|b| b.is_ascii_uppercase()) {
                    return Err(fault(here, Fault::Country(code.clone())));
                }
                claim_name(code.clone(), code, index, here, &mut names)?;
            }
            for (kind, i, name) in party.names() {
                let here = match kind {
                    NameKind::Name => format!("{path}.name"),
                    NameKind::Alias => format!("{path}.aliases[{i}]"),
                    NameKind::Adjective => format!("{path}.adjectives[{i}]"),
                    NameKind::Institution => format!("{path}.institutions[{i}]"),
                    NameKind::Official => format!("{path}.officials[{i}]"),
                    NameKind::Ally => format!("{path}.allies[{i}]"),
                };
                let folded = fold(name).split_whitespace().collect::<Vec<_>>().join(" ");
                if folded.is_empty() {
                    return Err(fault(here, Fault::Empty));
                }
                claim_name(folded, name, index, here, &mut names)?;
            }
        }
        let mut ids = HashMap::default();
        for (index, issue) in self.issues.iter().enumerate() {
            let path = format!("issues[{index}]");
            check_id(&issue.id.0, &path, &mut ids)?;
            if issue.question.trim().is_empty() {
                return Err(fault(format!("{path}.question"), Fault::Empty));
            }
            if let Some(i) = issue.words.iter().position(|word| fold(word).trim().is_empty()) {
                return Err(fault(format!("{path}.words[{i}]"), Fault::Empty));
            }
        }
        Ok(())
    }

    /// The dispute that is built in: Washington and Baghdad over the presence of foreign forces in Iraq.
    pub fn washington_baghdad() -> Self {
        BUILT_IN.clone()
    }

    /// The issues that are asked of a text in which `parties` were found: those of `dispute`; without one,
    /// those of the built-in dispute where its two are among the parties.
    pub fn issues_asked<'d>(dispute: Option<&'d Dispute>, parties: &[Party]) -> &'d [Issue] {
        let built_in = || BUILT_IN.parties.iter().take(2).all(|party| parties.contains(party));
        match dispute {
            Some(dispute) => &dispute.issues,
            None if built_in() => &BUILT_IN.issues,
            None => &[],
        }
    }
}

/// Read once: the board asks for its issues at every edit.
static BUILT_IN: LazyLock<Dispute> = LazyLock::new(|| {
    Dispute::from_json(include_str!("../lexicon/disputes/washington-baghdad.json")).unwrap_or_default()
});

fn fault(path: impl Into<String>, fault: Fault) -> DisputeError {
    DisputeError { path: path.into(), fault }
}

fn check_id<'a>(id: &'a str, path: &str, ids: &mut HashMap<&'a str, String>) -> Result<(), DisputeError> {
    let here = format!("{path}.id");
    if id.is_empty() || !id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
        return Err(fault(here, Fault::Id(id.to_owned())));
    }
    match ids.insert(id, here.clone()) {
        Some(by) => Err(fault(here, Fault::Taken { id: id.to_owned(), by })),
        None => Ok(()),
    }
}

fn is_colour(colour: &str) -> bool {
    colour.strip_prefix('#').is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// Notes that `name` stands for the party; the same name twice in one party does no harm.
fn claim_name(
    key: String,
    name: &str,
    party: usize,
    path: String,
    names: &mut HashMap<String, (usize, String)>,
) -> Result<(), DisputeError> {
    match names.get(&key) {
        Some((other, by)) if *other != party => {
            Err(fault(path, Fault::Overlap { name: name.to_owned(), by: by.clone() }))
        }
        Some(_) => Ok(()),
        None => {
            names.insert(key, (party, path));
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_dispute_is_sound_and_survives_a_round_trip() {
        let dispute = Dispute::washington_baghdad();
        assert_eq!(dispute.check(), Ok(()));
        assert_eq!(dispute.parties.len(), 3);
        let json = serde_json::to_string(&dispute).unwrap();
        assert_eq!(Dispute::from_json(&json), Ok(dispute));
    }

    #[test]
    fn a_bad_file_is_told_where_it_is_bad() {
        let two = r#"{"id":"a","name":"أ"},{"id":"b","name":"ب"}"#;
        let cases = [
            ("".to_owned(), "dispute: EOF while parsing a value"),
            (r#"{"name":"ن"}"#.into(), "dispute: missing field `parties`"),
            (r#"{"name":" ","parties":[]}"#.into(), "name: is empty"),
            (r#"{"name":"ن","parties":[]}"#.into(), "parties: a dispute needs at least two parties, this one has 0"),
            (
                r#"{"name":"ن","parties":[{"id":"a","name":"أ"}]}"#.into(),
                "parties: a dispute needs at least two parties, this one has 1",
            ),
            (
                r#"{"name":"ن","parties":[{"id":"a","name":"أ","aliases":["x",3]}]}"#.into(),
                "parties[0].aliases[1]: invalid type: integer `3`, expected a string",
            ),
            (
                r#"{"name":"ن","parties":[{"id":"a","name":"أمريكا"},{"id":"b","name":"ب","aliases":["امريكا"]}]}"#
                    .into(),
                "parties[1].aliases[0]: «امريكا» stands for two parties: it is also at parties[0].name",
            ),
            (
                r##"{"name":"ن","parties":[{"id":"a","name":"أ","colour":"red"},{"id":"b","name":"ب"}]}"##.into(),
                "parties[0].colour: ‘red’ is no colour of the form #1d4f9c",
            ),
            (
                r#"{"name":"ن","parties":[{"id":"a","name":"أ"},{"id":"a","name":"ب"}]}"#.into(),
                "parties[1].id: the id ‘a’ is taken by parties[0].id",
            ),
            (
                r#"{"name":"ن","parties":[{"id":"A","name":"أ"},{"id":"b","name":"ب"}]}"#.into(),
                "parties[0].id: ‘A’ is no id: use lower case Latin letters, digits and hyphens",
            ),
            (
                r#"{"name":"ن","parties":[{"id":"a","name":"أ","countries":["iraq"]},{"id":"b","name":"ب"}]}"#.into(),
                "parties[0].countries[0]: ‘iraq’ is no country code of two capital letters (ISO 3166-1)",
            ),
            (
                format!(r#"{{"name":"ن","parties":[{two}],"issues":[{{"id":"i","question":" "}}]}}"#),
                "issues[0].question: is empty",
            ),
        ];
        for (json, message) in cases {
            let told = Dispute::from_json(&json).map_err(|e| e.to_string());
            assert!(told.as_ref().is_err_and(|told| told.starts_with(message)), "{json}: {told:?}");
        }
    }

    #[test]
    fn ten_thousand_aliases_are_read() {
        let mut dispute = Dispute {
            name: "كثير".into(),
            parties: vec![Party::new("a", "أ"), Party::new("b", "ب")],
            ..Default::default()
        };
        dispute.parties[0].aliases = (0..10_000).map(|i| format!("اسم {i}")).collect();
        let json = serde_json::to_string(&dispute).unwrap();
        assert_eq!(Dispute::from_json(&json), Ok(dispute));
    }

    /// The published schema and the types name the same fields.
    #[test]
    fn the_schema_tells_of_every_field() {
        let schema: serde_json::Value =
            serde_json::from_str(include_str!("../../schema/dispute.schema.json")).unwrap();
        let fields = |value: &serde_json::Value| -> std::collections::BTreeSet<String> {
            value.as_object().unwrap().keys().cloned().collect()
        };
        let list = || vec!["x".to_owned()];
        let party = Party {
            colour: Some("#000000".into()),
            countries: list(),
            aliases: list(),
            adjectives: list(),
            institutions: list(),
            officials: list(),
            allies: list(),
            ..Party::new("a", "أ")
        };
        let issue = Issue { id: IssueId("i".into()), question: "؟".into(), words: list() };
        let dispute = Dispute {
            schema: Some(String::new()),
            name: "ن".into(),
            parties: vec![party],
            issues: vec![issue],
        };
        let json = serde_json::to_value(&dispute).unwrap();
        assert_eq!(fields(&json), fields(&schema["properties"]));
        assert_eq!(fields(&json["parties"][0]), fields(&schema["$defs"]["party"]["properties"]));
        assert_eq!(fields(&json["issues"][0]), fields(&schema["$defs"]["issue"]["properties"]));
    }
}
