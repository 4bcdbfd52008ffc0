//! Members of a parliament who accuse their own government: «طالب 42 نائبا بطرح الثقة بالوزير، متهمين الوزارة», «قال
//! النائب فلان إن الوزير ضلل المجلس». They are one party, beside the state.
//!
//! Only where one state speaks: between two, a member stands for his.

use super::context;
use super::speakers::Speakers;
use super::stand::{Stand, Standing};
use super::{heard, only_state};
use crate::analysis::{Act, Claim};
use crate::text::bare;

/// Words of a speaker in which a member of parliament is told: «42 نائبا», «مجموعة من النواب».
const TOLD: usize = 3;

/// Sets members of parliament against the government, where both speak and one of them accuses.
pub fn set_apart(speakers: &Speakers, claims: &[Claim], stands: &mut [Option<Standing>]) {
    let heard = heard(stands);
    let Some(state) = only_state(&heard) else { return };
    let members: Vec<Option<u32>> = claims.iter().map(|claim| member(speakers, claim)).collect();
    let accuses =
        members.iter().zip(claims).any(|(member, claim)| member.is_some() && claim.act == Act::Condemn);
    let governs = members
        .iter()
        .zip(stands.iter())
        .any(|(member, standing)| member.is_none() && standing.as_ref().is_some_and(|it| it.stand == state));
    let Some(first) = members.iter().flatten().min().filter(|_| accuses && governs) else { return };
    // One alone speaks for himself.
    if members.iter().flatten().all(|member| member == first) {
        return;
    }
    let reading = speakers.ground.reading;
    let called = (0..reading.len()).find(|at| bare(reading.stem(*at)) == "نواب").map(|at| at as u32);
    let party = Stand::Camp(called.unwrap_or(*first));
    for ((slot, member), claim) in stands.iter_mut().zip(&members).zip(claims) {
        let free = |standing: &Standing| {
            standing.stand == state || matches!(standing.stand, Stand::Person(_) | Stand::Camp(_))
        };
        if member.is_some() && slot.as_ref().is_none_or(free) {
            let words = claim.speaker.as_ref().map_or("", |speaker| speaker.text.as_str());
            *slot = Some(Standing::new(party, "side-office", words));
        }
    }
}

/// Where it is told that who speaks is a member of parliament.
fn member(speakers: &Speakers, claim: &Claim) -> Option<u32> {
    let ground = speakers.ground;
    let tokens = ground.tokens(claim.speaker.as_ref()?.span);
    let is = |at: &usize| context::is_of_parliament(ground, *at);
    let introduced = || {
        let (_, referent) = speakers.speaking(claim)?;
        let name = *speakers.introductions.get(&referent)?;
        speakers.offices_before(name).find(is)
    };
    let said = tokens.take(TOLD).find(is);
    said.or_else(introduced).map(|at| at as u32)
}
