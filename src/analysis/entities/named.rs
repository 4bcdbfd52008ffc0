//! Places, organisations and persons: what the rules find, judged by the scorer, and at last mentions of what
//! was named in full before.

use super::names::Name;
use super::{is_within, judge, marked, referents, rules};
use crate::analysis::steps::pause;
use crate::analysis::{Entity, EntityKind, Evidence, Reading};
use crate::order::sort_by_key;
use crate::text::Span;

/// All places, organisations and persons; referents count within the list. What lies within a date names
/// nobody: «أبريل/نيسان».
pub async fn find(reading: &Reading<'_>, dates: &[Span]) -> Vec<Entity> {
    let mut names = rules::by_rules(reading).await;
    pause().await;
    judge::judge(&mut names).await;
    pause().await;
    marked::find(&mut names);
    referents::find(&mut names);
    pause().await;
    let mut found: Vec<Name> =
        names.all().iter().filter(|name| name.kind != EntityKind::Date).cloned().collect();
    sort_by_key(&mut found, |name| (name.first, std::cmp::Reverse(name.words)));
    found.dedup_by(|second, first| second.first == first.first && second.words == first.words);
    // A particle alone («لـ») has no letters of its own.
    found.retain(|name| {
        let span = reading.span(name.first, name.words);
        !span.is_empty() && !is_within(dates, span)
    });
    let found = nested(found);
    let referents = referents::number(reading, &found);
    let entities = found.iter().zip(referents).map(|(name, referent)| Entity {
        span: reading.span(name.first, name.words),
        kind: name.kind,
        value: None,
        side: None,
        country: name.country,
        referent,
        evidence: evidence(reading, name),
    });
    entities.collect()
}

fn evidence(reading: &Reading, name: &Name) -> Evidence {
    let (first, words) = name.basis;
    let span: Span = reading.span(first, words);
    Evidence::new(name.rule, reading.document().slice(span))
}

/// Leaves out what is not marked inside another name: places in places and organisations, and whatever
/// overlaps without lying inside. `names` are in order, the outer before the inner.
fn nested(names: Vec<Name>) -> Vec<Name> {
    let mut kept: Vec<Name> = Vec::with_capacity(names.len());
    let mut outer: Option<Name> = None;
    for name in names {
        match &outer {
            Some(around) if name.first < around.end() => {
                let inside = name.end() <= around.end();
                let other = match (around.kind, name.kind) {
                    (EntityKind::Organisation, EntityKind::Person) => true,
                    // «قوة الأمم المتحدة»: the inner one is another body; a listed name is one body.
                    (EntityKind::Organisation, EntityKind::Organisation) => {
                        around.rule != "head-with-complement"
                            && (around.rule != "listed-organisation" || around.words > name.words + 2)
                    }
                    _ => false,
                };
                if inside && other {
                    kept.push(name);
                }
            }
            _ => {
                outer = Some(name.clone());
                kept.push(name);
            }
        }
    }
    kept
}
