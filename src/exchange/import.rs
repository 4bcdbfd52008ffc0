//! Taking a collection into a workspace: what it would add and change, as one edit.

use super::w3c::Collection;
use crate::annotation::{Annotation, Change, Edit, EditKind, Workspace};

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
    let mut seen: std::collections::BTreeMap<_, &Annotation> = std::collections::BTreeMap::new();
    for annotation in &collection.annotations {
        let slot = seen.entry(&annotation.id).or_insert(annotation);
        if newer(annotation, slot) {
            *slot = annotation;
        }
    }
    for (id, annotation) in seen {
        let before = workspace.annotations().get(id);
        match before {
            None => import.added += 1,
            Some(before) if newer(annotation, before) => import.changed += 1,
            Some(_) => {
                import.skipped += 1;
                continue;
            }
        }
        import.edit.changes.push(Change::Annotation {
            before: before.cloned().map(Box::new),
            after: Some(Box::new(annotation.clone())),
        });
    }
    import
}

fn newer(left: &Annotation, right: &Annotation) -> bool {
    let words = |a: &Annotation| format!("{a:?}");
    (&left.modified, words(left)) > (&right.modified, words(right))
}
