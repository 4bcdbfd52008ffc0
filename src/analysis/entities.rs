//! Names, dates and quantities.

use super::{Date, Entity};
use crate::text::Document;

/// All entities of the document, in its order, the outer before the inner.
pub fn find(_document: &Document, _date: Option<Date>) -> Vec<Entity> {
    Vec::new()
}
