//! Who says what.

use super::{Claim, Entity};
use crate::text::Document;

/// All claims of the document, in its order; sides and issues are found later.
pub fn find(_document: &Document, _entities: &[Entity]) -> Vec<Claim> {
    Vec::new()
}
