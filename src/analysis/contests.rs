//! Which claims stand against each other.

use super::{Claim, Contest, Dispute, Entity, Party};
use crate::text::Document;

/// Gives entities and claims their sides and sets the claims of different parties against each other.
pub fn set_against(
    _document: &Document,
    dispute: Option<&Dispute>,
    _entities: &mut [Entity],
    _claims: &mut [Claim],
) -> (Vec<Party>, Vec<Contest>) {
    (dispute.map(|d| d.parties.clone()).unwrap_or_default(), Vec::new())
}
