//! Names, dates and quantities.
//!
//! One file or folder a kind of entity; here they are put together. Dates and quantities are read by their
//! grammar, each a pure function of the document; names are proposed by rules over the reading and judged by a
//! learned scorer. Nothing here knows of claims, sides or the reader.

mod dates;
mod judge;
mod marked;
mod named;
mod names;
mod organisations;
mod persons;
mod phrase;
mod places;
mod quantities;
mod referents;
mod rules;
pub mod scorer;
mod traits;

use super::steps::at_once;
use super::{Date, Entity, EntityKind, Reading, Value};
use crate::order::sort_by_key;
use crate::text::{Document, Span};

/// The first day that a line names with its year: 9 January 2024 in «نُشر الثلاثاء 9 يناير/كانون الثاني 2024».
pub fn day_in(line: &str) -> Option<Date> {
    at_once(dates::find(&Document::new(line), None)).into_iter().find_map(|date| match date.value {
        Some(Value::Iso(day)) => day.parse().ok(),
        _ => None,
    })
}

/// All entities of the document, in its order, the outer before the inner.
pub async fn find(reading: &Reading<'_>, date: Option<Date>) -> Vec<Entity> {
    let document = reading.document();
    let mut found = dates::find(document, date).await;
    let dated: Vec<_> = found.iter().map(|entity| entity.span).collect();
    found.extend(quantities::find(document, &dated).await);
    let names = named::find(reading, &dated).await;
    // «حركة خمس نجوم» counts nothing.
    let spans: Vec<_> = names.iter().map(|entity| entity.span).collect();
    found.retain(|entity| entity.kind != EntityKind::Quantity || !is_within(&spans, entity.span));
    // Names come first, so that their referents, which count among them, stay right until the order does.
    let count = names.len();
    let mut all: Vec<(usize, Entity)> = names.into_iter().chain(found).enumerate().collect();
    sort_by_key(&mut all, |(_, e)| (e.span.start, std::cmp::Reverse(e.span.end)));
    let mut places = vec![0; all.len()];
    for (place, (index, _)) in all.iter().enumerate() {
        if let Some(slot) = places.get_mut(*index) {
            *slot = place as u32;
        }
    }
    let entities = all.into_iter().enumerate().map(|(place, (index, entity))| {
        let first = if index < count { places.get(entity.referent as usize).copied() } else { None };
        Entity { referent: first.unwrap_or(place as u32), ..entity }
    });
    entities.collect()
}

/// Gives the dates among a document's entities the values that they have by another day of publication; where dates
/// stand does not depend on it.
pub async fn date_anew(document: &Document, date: Option<Date>, entities: &mut [Entity]) {
    let dates = entities.iter_mut().filter(|entity| entity.kind == EntityKind::Date);
    for (entity, found) in dates.zip(dates::find(document, date).await) {
        entity.value = found.value;
    }
}

/// Whether one of the spans, which are in order, holds it.
fn is_within(spans: &[Span], inner: Span) -> bool {
    let before = spans.partition_point(|span| span.start <= inner.start);
    before.checked_sub(1).and_then(|at| spans.get(at)).is_some_and(|span| inner.end <= span.end)
}
