//! Taking a collection into a workspace: what it would add and change, as one edit.

use super::w3c::Collection;
use crate::annotation::{Annotation, Change, Edit, EditKind, Target, Workspace};
use crate::text::Document;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// What taking a file in would do.
#[derive(Clone, Debug, PartialEq)]
pub struct Import {
    /// The edit that does it.
    pub edit: Edit,
    /// Annotations that are new.
    pub added: usize,
    /// Annotations that are newer in the file.
    pub changed: usize,
    /// Annotations that are here already, the same or newer.
    pub skipped: usize,
}

/// Merges `collection` into `workspace`: of two states of one annotation the one changed last stays (of two
/// changed at once the greater by its words, so that the order of merging does not matter).
pub fn merge(workspace: &Workspace, collection: &Collection) -> Import {
    let mut import = Import {
        edit: Edit { kind: EditKind::Import, changes: Vec::new() },
        added: 0,
        changed: 0,
        skipped: 0,
    };
    let here = &workspace.article().id;
    let same_text = collection.document.as_ref().is_none_or(|document| document == here);
    let document = Document::new(&workspace.article().text);
    let mut seen: BTreeMap<_, Annotation> = BTreeMap::new();
    for annotation in &collection.annotations {
        let annotation = completed(annotation, &document, same_text);
        match seen.entry(annotation.id.clone()) {
            Entry::Vacant(slot) => drop(slot.insert(annotation)),
            Entry::Occupied(mut slot) if newer(&annotation, slot.get()) => drop(slot.insert(annotation)),
            Entry::Occupied(_) => {}
        }
    }
    for (id, annotation) in seen {
        let before = workspace.annotations().get(&id);
        match before {
            None => import.added += 1,
            Some(before) if newer(&annotation, before) => import.changed += 1,
            Some(_) => {
                import.skipped += 1;
                continue;
            }
        }
        import.edit.changes.push(Change::Annotation {
            before: before.cloned().map(Box::new),
            after: Some(Box::new(annotation)),
        });
    }
    import
}

/// The annotation with the words and surroundings that its position names, where it came without.
fn completed(annotation: &Annotation, document: &Document, same_text: bool) -> Annotation {
    let mut annotation = annotation.clone();
    let quote = &annotation.target.quote;
    let span = document.offsets().from_code_points(annotation.target.position);
    let unquoted = quote.exact.is_empty() && same_text;
    let alone = quote.prefix.is_empty() && quote.suffix.is_empty() && quote.exact == document.slice(span);
    if !span.is_empty() && (unquoted || alone) {
        annotation.target = Target::new(document, span);
    }
    annotation
}

fn newer(left: &Annotation, right: &Annotation) -> bool {
    // Without its `Z` a moment sorts before the same moment with fractions of a second.
    let moment = |a: &Annotation| a.modified.0.trim_end_matches('Z').to_owned();
    let words = |a: &Annotation| format!("{a:?}");
    moment(left).cmp(&moment(right)).then_with(|| words(left).cmp(&words(right))).is_gt()
}
