//! What the reader changes in a dispute, field by field, before it is known whether it can be worked with.

use crate::analysis::{Dispute, DisputeError, Issue, IssueId, NameKind, Party};

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub enum Revise {
    /// What the dispute is called.
    Name(String),
    /// Another party.
    AddParty,
    /// A party goes.
    RemoveParty(usize),
    /// The names of a party of a kind, as typed; its own name is one.
    Names(usize, NameKind, String),
    /// The codes of a party's countries, as typed.
    Countries(usize, String),
    /// The colour of a party.
    Colour(usize, Option<String>),
    /// Another issue.
    AddIssue,
    /// An issue goes.
    RemoveIssue(usize),
    /// The question of an issue.
    Ask(usize, String),
    /// The words of an issue, as typed.
    Words(usize, String),
}

/// A dispute in the making by which nothing can be read yet, and why not.
#[derive(Clone, Debug, PartialEq)]
pub struct Unsound {
    /// The dispute.
    pub dispute: Dispute,
    /// What is wrong with it.
    pub error: DisputeError,
}

/// A list as it is typed, with commas of either script or on lines of their own.
pub fn list(typed: &str) -> Vec<String> {
    let parts = typed.split(['،', ',', '\n']).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// The names of a kind that a party has.
pub fn names_of(party: &Party, kind: NameKind) -> Vec<&str> {
    party.names().filter(|(other, ..)| *other == kind).map(|(.., name)| name).collect()
}

/// Makes a change; one of a party or issue that is not there changes nothing.
pub fn revise(dispute: &mut Dispute, change: Revise) {
    let Dispute { name, parties, issues, .. } = dispute;
    match change {
        Revise::Name(typed) => typed.trim().clone_into(name),
        Revise::AddParty => {
            let taken: Vec<&str> = parties.iter().map(|party| party.id.0.as_str()).collect();
            let id = free("party", &taken);
            parties.push(Party::new(id, ""));
        }
        Revise::RemoveParty(at) => {
            if at < parties.len() {
                parties.remove(at);
            }
        }
        Revise::Names(at, kind, typed) => {
            if let Some(party) = parties.get_mut(at) {
                match kind {
                    NameKind::Name => typed.trim().clone_into(&mut party.name),
                    NameKind::Alias => party.aliases = list(&typed),
                    NameKind::Adjective => party.adjectives = list(&typed),
                    NameKind::Institution => party.institutions = list(&typed),
                    NameKind::Official => party.officials = list(&typed),
                    NameKind::Ally => party.allies = list(&typed),
                }
            }
        }
        Revise::Countries(at, typed) => {
            let codes = list(&typed).into_iter().map(|code| code.to_ascii_uppercase()).collect();
            parties.get_mut(at).into_iter().for_each(|party| party.countries.clone_from(&codes));
        }
        Revise::Colour(at, colour) => {
            parties.get_mut(at).into_iter().for_each(|party| party.colour.clone_from(&colour));
        }
        Revise::AddIssue => {
            let taken: Vec<&str> = issues.iter().map(|issue| issue.id.0.as_str()).collect();
            let id = IssueId(free("issue", &taken));
            issues.push(Issue { id, question: String::new(), words: Vec::new() });
        }
        Revise::RemoveIssue(at) => {
            if at < issues.len() {
                issues.remove(at);
            }
        }
        Revise::Ask(at, typed) => {
            issues.get_mut(at).into_iter().for_each(|issue| typed.trim().clone_into(&mut issue.question));
        }
        Revise::Words(at, typed) => {
            issues.get_mut(at).into_iter().for_each(|issue| issue.words = list(&typed));
        }
    }
}

/// An id that none has yet.
fn free(kind: &str, taken: &[&str]) -> String {
    let ids = (1..=taken.len() + 1).map(|number| format!("{kind}-{number}"));
    ids.into_iter().find(|id| !taken.contains(&id.as_str())).unwrap_or_else(|| kind.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dispute_is_made_field_by_field() {
        let mut dispute = Dispute::default();
        for change in [
            Revise::Name(" نزاع ".into()),
            Revise::AddParty,
            Revise::AddParty,
            Revise::AddParty,
            Revise::RemoveParty(0),
            Revise::AddParty,
            Revise::RemoveParty(9),
            Revise::RemoveParty(2),
            Revise::Names(0, NameKind::Name, "أثينا".into()),
            Revise::Names(1, NameKind::Name, "أنقرة".into()),
            Revise::Names(1, NameKind::Official, "فلان، علان\nغيرهما,".into()),
            Revise::Countries(1, "tr".into()),
            Revise::Colour(1, Some("#a05010".into())),
            Revise::AddIssue,
            Revise::Ask(0, "لمن الجزر؟".into()),
            Revise::Words(0, "جزيرة، جزر".into()),
            Revise::Ask(4, "لا".into()),
        ] {
            revise(&mut dispute, change);
        }
        assert_eq!(dispute.check(), Ok(()), "{dispute:?}");
        assert_eq!((dispute.name.as_str(), dispute.parties[0].id.0.as_str()), ("نزاع", "party-2"));
        assert_eq!(names_of(&dispute.parties[1], NameKind::Official), ["فلان", "علان", "غيرهما"]);
        assert_eq!(dispute.parties[1].countries, ["TR"]);
        assert_eq!(dispute.issues[0].words, ["جزيرة", "جزر"]);
    }
}
