//! Groups of claims sorted under the issues of a dispute, by the words of each.

use super::bags::Bag;
use super::topics::Group;
use crate::analysis::{Issue, PartyId};
use crate::order::{HashMap, gather, sort};
use crate::text::{bare_stem, fold};
use std::collections::{BTreeMap, BTreeSet};

/// How many words of each issue a claim has, by the issue's number.
type Hits = BTreeMap<usize, usize>;

/// The claims of each issue, by their indices among the bags.
type Sorted = BTreeMap<usize, Vec<usize>>;

/// A claim with words of an issue belongs to it, the others go where most of their group goes; groups without any
/// stay as they are.
pub fn sort_under<'i>(
    issues: &'i [Issue],
    bags: &[Bag],
    groups: Vec<Group>,
) -> Vec<(Option<&'i Issue>, Group)> {
    if issues.is_empty() {
        return groups.into_iter().map(|group| (None, group)).collect();
    }
    let hits = hits(bags, issues);
    let mut sorted = Sorted::new();
    let mut rest = Vec::new();
    for group in groups {
        rest.extend(divide(group, bags, &hits, &mut sorted));
    }
    let_answer(bags, &hits, &mut sorted);
    let with_issue = sorted.into_iter().filter_map(|(number, mut group)| {
        sort(&mut group);
        Some((Some(issues.get(number)?), Group { bags: group, between: None }))
    });
    with_issue.chain(rest.into_iter().map(|group| (None, group))).collect()
}

fn hits(bags: &[Bag], issues: &[Issue]) -> Vec<Hits> {
    let mut words: HashMap<String, Vec<usize>> = HashMap::default();
    for (number, issue) in issues.iter().enumerate() {
        for word in issue.words.iter().flat_map(|words| words.split_whitespace()) {
            words.entry(bare_stem(&fold(word)).to_owned()).or_default().push(number);
        }
    }
    let of = |bag: &Bag| {
        let mut hits = Hits::new();
        for issue in bag.stems.iter().filter_map(|(stem, _)| words.get(*stem)).flatten() {
            *hits.entry(*issue).or_default() += 1;
        }
        hits
    };
    bags.iter().map(of).collect()
}

/// The issues of which a claim has most words, the first first: it may speak to two alike.
fn spoken_to(hits: &Hits) -> Vec<usize> {
    let most = hits.values().copied().max().unwrap_or(0);
    hits.iter().filter(|(_, hits)| **hits == most || **hits > 1).map(|(issue, _)| *issue).collect()
}

/// Puts the claims of a group under issues; gives what is left of it.
fn divide(group: Group, bags: &[Bag], hits: &[Hits], sorted: &mut Sorted) -> Vec<Group> {
    let issues_of = |index: &usize| hits.get(*index).map(spoken_to).unwrap_or_default();
    let issues: Vec<Vec<usize>> = group.bags.iter().map(issues_of).collect();
    let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
    for issue in issues.iter().flatten() {
        *votes.entry(*issue).or_default() += 1;
    }
    let most = votes.into_iter().max_by_key(|(issue, votes)| (*votes, std::cmp::Reverse(*issue)));
    let Some((most, _)) = most else { return vec![group] };
    let side = |index: usize| bags.get(index).and_then(|bag| bag.side.as_ref());
    let of_most = group.bags.iter().zip(&issues).filter(|(_, issues)| issues.contains(&most));
    let heard: BTreeSet<Option<&PartyId>> = gather(of_most.map(|(index, _)| side(*index)));
    let mut left = Vec::new();
    for (index, issues) in group.bags.into_iter().zip(issues) {
        // Without words of its own a claim follows its group where its party speaks to the issue at all.
        if issues.is_empty() && heard.contains(&side(index)) {
            sorted.entry(most).or_default().push(index);
        } else if issues.is_empty() {
            left.push(Group { bags: vec![index], between: None });
        }
        for issue in issues {
            sorted.entry(issue).or_default().push(index);
        }
    }
    left
}

/// Where one party alone speaks to an issue, a word of it is answer enough from another, whatever else it speaks to.
fn let_answer(bags: &[Bag], hits: &[Hits], sorted: &mut Sorted) {
    let side = |index: &usize| bags.get(*index).and_then(|bag| bag.side.as_ref());
    for (issue, group) in sorted {
        let mut heard = group.iter().filter_map(side);
        let Some(one) = heard.next() else { continue };
        if heard.all(|side| side == one) {
            let answers = hits.iter().enumerate().filter(|(index, hits)| {
                hits.contains_key(issue) && side(index).is_some_and(|side| side != one)
            });
            group.extend(answers.map(|(index, _)| index));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::{Dispute, analyze};
    use crate::text::Document;

    const DISPUTE: &str = r#"{
        "name": "الجسر",
        "parties": [
            {"id": "ir", "name": "إيران", "countries": ["IR"]},
            {"id": "iq", "name": "العراق", "countries": ["IQ"]},
            {"id": "tr", "name": "تركيا", "countries": ["TR"]}
        ],
        "issues": [
            {"id": "shelling", "question": "من قصف الجسر؟", "words": ["قصف الجسر"]},
            {"id": "truce", "question": "هل خرقت الهدنة؟", "words": ["خرق الهدنة وقف النار"]}
        ]
    }"#;

    /// The parties that stand on each issue, by its id.
    fn positions(text: &str) -> Vec<(String, Vec<String>)> {
        let dispute = Dispute::from_json(DISPUTE).unwrap();
        let analysis = analyze(&Document::new(text), Some(&dispute), None);
        let of = |contest: &crate::analysis::Contest| {
            let mut parties: Vec<_> = contest.positions.iter().map(|one| one.party.0.clone()).collect();
            parties.sort();
            (contest.issue.0.clone(), parties)
        };
        let mut all: Vec<_> = analysis.contests.iter().map(of).collect();
        all.sort();
        all
    }

    #[test]
    fn a_claim_stands_under_each_issue_of_which_it_has_words_enough() {
        let owned = |issue: &str, parties: &[&str]| {
            (issue.to_owned(), parties.iter().map(|party| (*party).to_owned()).collect::<Vec<_>>())
        };
        for (text, expected) in [
            (
                "قالت وزارة الخارجية الإيرانية إن العراق قصف الجسر. ونفت وزارة الدفاع العراقية قصف الجسر.",
                vec![owned("shelling", &["iq", "ir"])],
            ),
            // Two words of one issue, three of the other: it speaks to both.
            (
                "قالت وزارة الخارجية الإيرانية إن العراق قصف الجسر. ونفت وزارة الدفاع العراقية قصف الجسر. وقالت وزارة الخارجية التركية إن قصف الجسر خرق الهدنة وأنهى وقف النار.",
                vec![owned("shelling", &["iq", "ir", "tr"])],
            ),
        ] {
            assert_eq!(positions(text), expected, "{text}");
        }
    }
}
