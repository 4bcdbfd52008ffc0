//! Where no two states stand against each other: organs of one state against each other, and its teams.
//!
//! | text | stands for | by |
//! | --- | --- | --- |
//! | اتهم رئيس البرلمان الرئيس …، وقال الرئيس … | البرلمان, and the state | who else speaks is of the same state |
//! | رئيس الوفد العراقي, in an article on the Iraqi federation | الاتحاد العراقي | its nationality |

use super::ground::Ground;
use super::stand::{Body, Stand, Standing, body, is_team, organ};
use super::{heard, only_state};
use crate::analysis::{Claim, Reading};
use crate::text::{bare, fold};
use std::ops::Range;

/// So many claims make somebody else one of those who stand against each other.
const HEARD: usize = 2;

/// The organ that is a municipality.
pub const TOWN: &str = "town";

/// A movement that became the government of a country.
const GOVERNING: (Stand, Stand) = (Stand::Body("taliban"), Stand::Country("AF"));

/// For a movement that governs, as the text says («حكومة طالبان»), its country: who governs speaks for both.
pub fn governing(ground: &Ground) -> impl Fn(&Standing) -> Option<Standing> + use<> {
    let reading = ground.reading;
    let movement =
        |at: usize| matches!(body(reading, at), Some((_, Body::For(stand))) if stand == GOVERNING.0);
    let heads = |at: usize| matches!(bare(reading.stem(at)), "حكومه" | "سلطات" | "اداره");
    let says = (0..reading.len()).any(|at| heads(at) && (movement(at + 1) || movement(at + 2)));
    move |known| (says && known.stand == GOVERNING.0).then(|| known.instead(GOVERNING.1, "side-institution"))
}

/// Sets organs of the one state that speaks against each other, and gives its teams to its federation.
pub fn divide(ground: &Ground, claims: &[Claim], stands: &mut [Option<Standing>]) {
    let heard = heard(stands);
    let Some(state) = only_state(&heard) else { return };
    let rival = heard.iter().filter(|(stand, count)| **stand != state && **count >= HEARD);
    let rivals: Vec<Stand> = rival.map(|(stand, _)| *stand).collect();
    let own = |stand: &Stand| match stand {
        Stand::Group(group) => ground.nation_of_group(*group) == Some(state),
        _ => false,
    };
    let federation = rivals.iter().copied().find(own);
    let organs: Vec<Option<&str>> = claims
        .iter()
        .zip(stands.iter())
        .map(|(claim, standing)| {
            standing.as_ref().filter(|standing| standing.stand == state && rivals.is_empty())?;
            organ_in(&said_by(claim, standing.as_ref()))
        })
        .collect();
    let government = stands.iter().zip(&organs).any(|(standing, organ)| {
        organ.is_none() && standing.as_ref().is_some_and(|standing| standing.stand == state)
    });
    let token_of = |organ: &str| organs.contains(&Some(organ)).then(|| token(ground, organ)).flatten();
    let tokens = ["parliament", "bank", "court", TOWN].map(|organ| (organ, token_of(organ)));
    for ((claim, slot), organ) in claims.iter().zip(stands.iter_mut()).zip(&organs) {
        let Some(known) = slot.as_ref().filter(|known| known.stand == state) else { continue };
        let team = || said_by(claim, Some(known)).iter().any(|word| is_team(word));
        let instead = match (federation, *organ) {
            (Some(federation), _) if team() => Some(known.instead(federation, "side-nationality")),
            (None, Some(organ)) if government => {
                let token = tokens.iter().find(|(named, _)| *named == organ).and_then(|(_, token)| *token);
                token.map(|token| known.instead(Stand::Camp(token), "side-office"))
            }
            _ => None,
        };
        *slot = instead.or(slot.take());
    }
}

/// The words that tell for whom a claim is made, folded and without article.
fn said_by(claim: &Claim, standing: Option<&Standing>) -> Vec<String> {
    let told = standing.map_or_else(String::new, |standing| standing.evidence.words.join(" "));
    let speaker = claim.speaker.as_ref().map_or("", |speaker| speaker.text.as_str());
    fold(&format!("{told} {speaker}")).split_whitespace().map(|word| bare(word).to_owned()).collect()
}

/// The organ that the words name; «بنك» is one where it is the central one.
fn organ_in(words: &[String]) -> Option<&'static str> {
    let central = || words.iter().any(|word| word == "مركزي");
    words.iter().find_map(|word| organ(word).filter(|organ| *organ != "bank" || central()))
}

/// «عمدة المدينة», «نائبة العمدة»: of the municipality.
pub fn names_town(reading: &Reading, mut tokens: Range<usize>) -> bool {
    tokens.any(|at| organ(reading.stem(at)) == Some(TOWN))
}

/// Where the text names the municipality first.
pub fn town(ground: &Ground) -> Option<u32> {
    token(ground, TOWN)
}

/// Where the text names the organ first.
fn token(ground: &Ground, named: &str) -> Option<u32> {
    let names = |at: &usize| organ(ground.reading.stem(*at)) == Some(named);
    (0..ground.reading.len()).find(names).map(|at| at as u32)
}
