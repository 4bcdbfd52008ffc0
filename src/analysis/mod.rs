//! What an article says: entities, quotations, claims, contests.
//!
//! One entry, [`analyze`]: a pure function of document, dispute and publication date. It is
//! deterministic, linear in the text and cannot fail. It uses the text and the lexicon alone: no browser, no
//! storage, no clock.

mod bare;
mod claims;
mod contests;
mod date;
mod dispute;
mod entities;
mod findings;
#[cfg(test)]
mod gold;
mod reading;
mod sides;
mod steps;
mod words;

pub use bare::without_particles;
pub use contests::of_acts;
pub use date::{Date, DateError};
pub use dispute::{Dispute, DisputeError, Fault, Issue, IssueId, NameKind, Party, PartyId};
pub use entities::{day_in, scorer};
pub use findings::{
    Act, Analysis, Claim, Contest, Entity, EntityKind, Evidence, Form, Opposition, Position, Reference, Value,
};
pub use reading::{Particles, Phrase, Reading, Word};
pub use steps::Analysing;
pub use words::{has_causing_shape, has_manner_shape, has_verbal_noun_shape, is_complementizer};

use crate::text::Document;
use steps::{at_once, pause};

/// The version of the program and, after a `+`, the digest of the engine's sources: two analyses with the
/// same engine, and with the same [`crate::lexicon::VERSION`], were made in the same way.
pub const VERSION: &str = env!("MAWQIF_ENGINE");

/// Finds the names, dates and quantities alone, without what the rest of the article says of them: their
/// sides are not known.
///
/// Without a `date` relative dates stay without a value.
pub fn find_entities(document: &Document, date: Option<Date>) -> Vec<Entity> {
    at_once(entities::find(&Reading::new(document), date))
}

/// Finds everything that the article says.
///
/// Without a `dispute` the parties are found from the text; without a `date` relative dates stay
/// without a value.
pub fn analyze(document: &Document, dispute: Option<&Dispute>, date: Option<Date>) -> Analysis {
    at_once(analysis(document, dispute, date))
}

/// What [`analyze`] finds, where the document has been read `before`, by whatever dispute and date: who is named
/// and what is said is taken from there, and only what the two decide is found anew.
pub fn analyze_again(
    document: &Document,
    dispute: Option<&Dispute>,
    date: Option<Date>,
    before: &Analysis,
) -> Analysis {
    at_once(analysis_again(document, dispute, date, before))
}

async fn analysis(document: &Document, dispute: Option<&Dispute>, date: Option<Date>) -> Analysis {
    let reading = Reading::new(document);
    pause().await;
    let entities = entities::find(&reading, date).await;
    let claims = claims::find(&reading, &entities).await;
    of_dispute(&reading, dispute, entities, claims).await
}

async fn analysis_again(
    document: &Document,
    dispute: Option<&Dispute>,
    date: Option<Date>,
    before: &Analysis,
) -> Analysis {
    let reading = Reading::new(document);
    pause().await;
    let mut entities = before.entities.clone();
    entities::date_anew(document, date, &mut entities).await;
    let claims = before.claims.iter().map(claims::of_nobody).collect();
    of_dispute(&reading, dispute, entities, claims).await
}

/// With the sides and contests of the dispute.
async fn of_dispute(
    reading: &Reading<'_>,
    dispute: Option<&Dispute>,
    mut entities: Vec<Entity>,
    mut claims: Vec<Claim>,
) -> Analysis {
    let (parties, contests) = contests::set_against(reading, dispute, &mut entities, &mut claims).await;
    Analysis { parties, entities, claims, contests }
}
