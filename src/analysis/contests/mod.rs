//! Which claims stand against each other.

use super::{Claim, Contest, Dispute, Entity, Party, Reading, sides};

/// Gives entities and claims their sides and sets the claims of different parties against each other.
pub fn set_against(
    reading: &Reading,
    dispute: Option<&Dispute>,
    entities: &mut [Entity],
    claims: &mut [Claim],
) -> (Vec<Party>, Vec<Contest>) {
    let parties = sides::assign(reading, dispute, entities, claims);
    (parties, Vec::new())
}
