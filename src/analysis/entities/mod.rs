//! Names, dates and quantities.
//!
//! One file a kind of entity, each a pure function of the document; here they are put together.

mod dates;
mod phrase;
mod quantities;

use super::{Date, Entity, Reading};

/// All entities of the document, in its order, the outer before the inner.
pub fn find(reading: &Reading, date: Option<Date>) -> Vec<Entity> {
    let document = reading.document();
    let mut found = dates::find(document, date);
    let dated: Vec<_> = found.iter().map(|entity| entity.span).collect();
    found.extend(quantities::find(document, &dated));
    found.sort_by_key(|e| (e.span.start, std::cmp::Reverse(e.span.end)));
    for (index, entity) in found.iter_mut().enumerate() {
        entity.referent = index as u32;
    }
    found
}
