//! Which claims stand against each other.
//!
//! A contest is a question on which claims of two parties stand against each other. Claims ([`bags`]) are grouped
//! by how near they lie to each other ([`nearness`], [`topics`]); a group in which two parties speak is a contest,
//! with the kind of opposition that its claims show ([`opposition`]) and a question worded out of them
//! ([`questions`]), or the question of the dispute's own issue where it has one ([`issues`]).

mod bags;
mod issues;
mod nearness;
mod opposition;
mod pairs;
mod questions;
mod topics;

use super::steps::pause;
use super::{
    Act, Claim, Contest, Dispute, Entity, Evidence, Issue, IssueId, Party, PartyId, Position, Reading, sides,
};
use crate::order::{HashMap, sort_by_key};
use bags::Bag;
pub use opposition::of_acts;
use std::collections::{BTreeMap, BTreeSet};

/// Gives entities and claims their sides and sets the claims of different parties against each other.
pub async fn set_against(
    reading: &Reading<'_>,
    dispute: Option<&Dispute>,
    entities: &mut [Entity],
    claims: &mut [Claim],
) -> (Vec<Party>, Vec<Contest>) {
    let mut parties = sides::assign(reading, dispute, entities, claims).await;
    pause().await;
    let bags = bags::bags(reading, entities, claims);
    pause().await;
    let groups = topics::group(&bags).await;
    let stand_by = bystanders(&bags);
    let mut contests = Vec::new();
    for (issue, group) in issues::sort_under(Dispute::issues_asked(dispute, &parties), &bags, groups) {
        let members: Vec<&Bag> = group.bags.iter().filter_map(|index| bags.get(*index)).collect();
        let id =
            issue.map_or_else(|| IssueId(format!("topic-{}", contests.len() + 1)), |issue| issue.id.clone());
        let unlikely = issue.is_none() && (only_ask(&members) || group.between.is_some_and(&stand_by));
        let contest = || contest(reading, claims, &members, group.between, issue, id);
        let contest = (!unlikely).then(contest).flatten();
        if let Some(id) = issue.map(|issue| &issue.id).or(contest.as_ref().map(|contest| &contest.issue)) {
            name(claims, &members, id);
        }
        contests.extend(contest);
    }
    if dispute.is_none() {
        most_opposed_first(&mut parties, &contests);
    }
    (parties, contests)
}

fn name(claims: &mut [Claim], members: &[&Bag], id: &IssueId) {
    for bag in members {
        if let Some(claim) = claims.get_mut(bag.claim) {
            claim.issue.get_or_insert_with(|| id.clone());
        }
    }
}

/// The contest in a group; none where only one party speaks in it.
///
/// A question that somebody has worded is open to all parties. One that is only guessed from what claims are
/// about is mostly `between` two (of 210 contests in the gold of articles, 194 have two positions).
fn contest(
    reading: &Reading,
    claims: &[Claim],
    members: &[&Bag],
    between: Option<(u32, u32)>,
    issue: Option<&Issue>,
    id: IssueId,
) -> Option<Contest> {
    let heard = |bag: &&&Bag| match (between, bag.party) {
        (Some((one, other)), Some(party)) if issue.is_none() => party == one || party == other,
        _ => true,
    };
    let members: Vec<&Bag> = members.iter().filter(heard).copied().collect();
    let mut positions: Vec<Position> = Vec::new();
    for bag in &members {
        let Some(side) = &bag.side else { continue };
        match positions.iter_mut().find(|position| position.party == *side) {
            Some(position) => position.claims.push(bag.claim),
            None => positions.push(Position { party: side.clone(), claims: vec![bag.claim] }),
        }
    }
    if positions.len() < 2 {
        return None;
    }
    let words = words_in_common(&members);
    let (opposition, pair) = opposition::clearest(&members, claims);
    let question = match issue {
        Some(issue) => issue.question.clone(),
        None => questions::word(reading, pair, claims, &words),
    };
    let rule = if issue.is_some() { "contest-issue" } else { "contest-topic" };
    Some(Contest { issue: id, question, positions, opposition, evidence: Evidence { rule, words } })
}

/// Whether two parties, by number, are each heard once where another is heard more: of eleven guessed contests of two
/// such in the articles with a gold standard one is right.
fn bystanders(bags: &[Bag]) -> impl Fn((u32, u32)) -> bool {
    let heard = bags::heard(bags);
    let another = heard.iter().any(|times| *times > 1);
    move |(one, other)| {
        let once = |party: u32| heard.get(party as usize) == Some(&1);
        another && once(one) && once(other)
    }
}

/// Whether nothing is said in a group but what is asked, warned of and promised: none of seven such is a contest.
fn only_ask(members: &[&Bag]) -> bool {
    members.iter().all(|bag| matches!(bag.act, Act::Demand | Act::Promise | Act::Warn))
}

/// Words whose stems claims of at least two sides share, the most shared first, as the text has them.
fn words_in_common(members: &[&Bag]) -> Vec<String> {
    let mut holders: BTreeMap<&str, (BTreeSet<Option<&PartyId>>, usize, &str)> = BTreeMap::new();
    for bag in members {
        let mut seen = BTreeSet::new();
        for (stem, word) in bag.stems.iter().filter(|(stem, _)| seen.insert(stem)) {
            let entry = holders.entry(stem).or_insert((BTreeSet::new(), 0, word));
            entry.0.insert(bag.side.as_ref());
            entry.1 += 1;
        }
    }
    let mut shared: Vec<_> = holders.into_iter().filter(|(_, (sides, ..))| sides.len() > 1).collect();
    sort_by_key(&mut shared, |(stem, (_, count, _))| (std::cmp::Reverse(*count), *stem));
    shared.into_iter().take(8).map(|(_, (_, _, word))| word.to_owned()).collect()
}

/// Parties that stand against others in more pairs of claims come first; else the order stays.
fn most_opposed_first(parties: &mut Vec<Party>, contests: &[Contest]) {
    let mut pairs: HashMap<&str, usize> = HashMap::default();
    for contest in contests {
        let all: usize = contest.positions.iter().map(|position| position.claims.len()).sum();
        for position in &contest.positions {
            *pairs.entry(&position.party.0).or_default() +=
                position.claims.len() * (all - position.claims.len());
        }
    }
    sort_by_key(parties, |party| std::cmp::Reverse(pairs.get(party.id.0.as_str()).copied().unwrap_or(0)));
}
