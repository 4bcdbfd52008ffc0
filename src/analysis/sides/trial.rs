//! Where a case is tried: the prosecution against the defence.
//!
//! | text | stands for | by |
//! | --- | --- | --- |
//! | المدعي العام فلان، الادعاء، لائحة الاتهام | الادعاء | who accuses, where the defence speaks too |
//! | المحامي فلان، هيئة الدفاع، موكلوه | الدفاع | who defends |
//!
//! Not where the state has much to say beside what its prosecution does: it is then the state that stands against others.

use super::speakers::Speakers;
use super::stand::{Kinds, Stand, Standing, accuses, defends, is_clause, is_harmed, kinds};
use crate::analysis::{Claim, EntityKind};
use crate::order::{sort, sort_by_key};
use crate::text::{TokenKind, bare};
use std::ops::Range;

/// How far behind a name it stands what its bearer does at the trial, in words.
const BEHIND: usize = 6;

/// So many times as much as the state beside them the two at the trial say, at least.
const OTHERS: usize = 3;

/// Of the two who stand against each other at a trial.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Prosecution,
    Defence,
}

/// Whether a word is of one of the two.
type Tells = fn(&str) -> bool;

/// Sets the prosecution against the defence where both speak.
pub fn divide(speakers: &Speakers, claims: &[Claim], stands: &mut [Option<Standing>]) {
    let persons = persons(speakers);
    let parts: Vec<Option<Part>> = claims.iter().map(|claim| part(speakers, &persons, claim)).collect();
    let heard = |part| parts.contains(&Some(part));
    let state = |standing: &Standing| matches!(standing.stand, Stand::Country(_) | Stand::Party(_));
    let otherwise = |(standing, part): (&Option<Standing>, &Option<Part>)| {
        part.is_none() && standing.as_ref().is_some_and(state)
    };
    let tried = heard(Part::Prosecution) && heard(Part::Defence);
    let others = stands.iter().zip(&parts).filter(|pair| otherwise(*pair)).count();
    if !tried || others * OTHERS > parts.iter().flatten().count() {
        return;
    }
    let first = |words: Tells| {
        let ground = speakers.ground;
        (0..ground.reading.len()).find(|at| names_part(speakers, *at, words)).map(|at| at as u32)
    };
    let called = |words: &[&str]| {
        let reading = speakers.ground.reading;
        (0..reading.len()).find(|at| words.contains(&reading.stem(*at))).map(|at| at as u32)
    };
    let prosecution = called(&["الادعاء", "النيابه"]).or_else(|| first(accuses));
    let (Some(prosecution), Some(lawyer)) = (prosecution, first(defends)) else { return };
    let own = |stand: &Stand| matches!(stand, Stand::Person(_) | Stand::Camp(_));
    // Whoever is defended stands with his lawyer: one by his name, several as «الدفاع».
    let mut defended: Vec<Stand> = stands
        .iter()
        .zip(&parts)
        .filter(|(_, part)| **part == Some(Part::Defence))
        .filter_map(|(standing, _)| standing.as_ref().map(|standing| standing.stand).filter(own))
        .collect();
    sort(&mut defended);
    defended.dedup();
    let defence =
        match (called(&["الدفاع"]).filter(|at| names_part(speakers, *at as usize, defends)), &defended[..])
        {
            (None, [one]) => *one,
            (named, _) => Stand::Camp(named.unwrap_or(lawyer)),
        };
    for ((slot, part), claim) in stands.iter_mut().zip(&parts).zip(claims) {
        let known = slot.as_ref().map(|standing| standing.stand);
        let free = speakers.speaking(claim).is_none() || known.is_none_or(|stand| own(&stand));
        let stand = match part {
            Some(Part::Prosecution) => Stand::Camp(prosecution),
            Some(Part::Defence) if free => defence,
            _ if known.is_some_and(|stand| defended.contains(&stand)) => defence,
            _ => continue,
        };
        let words = claim.speaker.as_ref().map_or("", |speaker| speaker.text.as_str());
        *slot = Some(Standing::new(stand, "side-trial", words));
    }
}

/// What each person does at the trial, as the text says first; by referent.
fn persons(speakers: &Speakers) -> Vec<(u32, Part)> {
    let ground = speakers.ground;
    let mut persons = Vec::new();
    for entity in ground.entities.iter().filter(|entity| entity.kind == EntityKind::Person) {
        let name = ground.tokens(entity.span);
        let first = speakers.offices_before(name.start).last().unwrap_or(name.start);
        let told = told(speakers, first..name.start).or_else(|| told(speakers, behind(speakers, name.end)));
        if let Some(part) = told {
            persons.push((entity.referent, part));
        }
    }
    sort_by_key(&mut persons, |(referent, _)| *referent);
    persons.dedup_by_key(|(referent, _)| *referent);
    persons
}

/// What stands in apposition behind a name: «، وكيل المتهم».
fn behind(speakers: &Speakers, end: usize) -> Range<usize> {
    let reading = speakers.ground.reading;
    let start = end + usize::from(matches!(reading.stem(end), "،" | ","));
    let goes_on = |at: &usize| reading.kind(*at) == TokenKind::Word && !is_clause(reading.folded(*at));
    if start == end {
        return end..end;
    }
    start..start + (start..start + BEHIND).take_while(goes_on).count()
}

/// What a claim's speaker does at the trial.
fn part(speakers: &Speakers, persons: &[(u32, Part)], claim: &Claim) -> Option<Part> {
    let tokens = speakers.ground.tokens(claim.speaker.as_ref()?.span);
    match speakers.speaking(claim) {
        Some((_, referent)) => {
            let at = persons.binary_search_by_key(&referent, |(of, _)| *of).ok()?;
            persons.get(at).map(|(_, part)| *part)
        }
        None => told(speakers, tokens),
    }
}

/// What words tell of who does what at the trial.
fn told(speakers: &Speakers, tokens: Range<usize>) -> Option<Part> {
    let reading = speakers.ground.reading;
    let any = |words: Tells| tokens.clone().any(|at| names_part(speakers, at, words));
    let indictment =
        || tokens.clone().any(|at| reading.stem(at) == "لايحه" && reading.stem(at + 1) == "الاتهام");
    let victims = || tokens.clone().any(|at| is_harmed(reading.stem(at)));
    if any(accuses) || indictment() {
        Some(Part::Prosecution)
    } else if any(defends) && !victims() {
        Some(Part::Defence)
    } else {
        None
    }
}

/// Whether the word at a token is one of these, not «وزارة الدفاع» nor «نائب».
fn names_part(speakers: &Speakers, token: usize, words: Tells) -> bool {
    let reading = speakers.ground.reading;
    let state = || {
        token.checked_sub(1).is_some_and(|before| {
            kinds(reading.stem(before)).any(Kinds::OFFICE) || bare(reading.stem(before)) == "وزاره"
        })
    };
    let word = bare(reading.stem(token));
    words(word) && !(word == "دفاع" && (state() || !reading.stem(token).starts_with("ال")))
}
