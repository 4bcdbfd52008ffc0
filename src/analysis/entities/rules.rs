//! The rules for places, organisations and persons, in the order of what they rest on: names of the lexicon,
//! names by a head noun, persons, organisations named after persons.

use super::names::Names;
use super::{organisations, persons, places};
use crate::analysis::Reading;
use crate::analysis::steps::pause;

/// What the rules find, each name by itself.
pub async fn by_rules<'r, 'd>(reading: &'r Reading<'d>) -> Names<'r, 'd> {
    let mut names = Names::new(reading);
    pause().await;
    organisations::listed(&mut names);
    places::listed(&mut names);
    pause().await;
    places::headed(&mut names);
    organisations::headed(&mut names);
    pause().await;
    persons::find(&mut names);
    pause().await;
    organisations::of_persons(&mut names);
    names
}
