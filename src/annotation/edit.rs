//! A change of the workspace as a value: it can be applied, inverted, stored and merged, so that undo,
//! saving and import are one thing.

use super::{Annotation, AnnotationId, Article};
use crate::analysis::Dispute;

/// What an edit does, for the reader's list of edits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EditKind {
    /// Something was marked.
    Add,
    /// Something was changed.
    Change,
    /// Something was deleted.
    Delete,
    /// A suggestion was accepted.
    Accept,
    /// A suggestion was rejected.
    Reject,
    /// A file was taken in.
    Import,
}

/// One record before and after; at least one of the two is there.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// An annotation was added, changed or deleted.
    Annotation {
        /// As it was.
        before: Option<Box<Annotation>>,
        /// As it is.
        after: Option<Box<Annotation>>,
    },
    /// What is known of the article was corrected.
    Article {
        /// As it was.
        before: Box<Article>,
        /// As it is.
        after: Box<Article>,
    },
    /// A dispute was kept, changed or removed: one of those that the reader has beside all articles.
    Dispute {
        /// As it was; of the same name as it is.
        before: Option<Box<Dispute>>,
        /// As it is.
        after: Option<Box<Dispute>>,
    },
}

impl Change {
    /// The annotation it is about, if it is about one.
    pub fn annotation_id(&self) -> Option<&AnnotationId> {
        match self {
            Change::Annotation { before, after } => before.as_ref().or(after.as_ref()).map(|a| &a.id),
            Change::Article { .. } | Change::Dispute { .. } => None,
        }
    }

    /// The annotation as it is after the change, if the change is about one and leaves it.
    pub fn after(&self) -> Option<&Annotation> {
        match self {
            Change::Annotation { after, .. } => after.as_deref(),
            Change::Article { .. } | Change::Dispute { .. } => None,
        }
    }

    /// The change of an annotation; it is new where there is none before, deleted where there is none after.
    pub fn annotation(before: Option<Annotation>, after: Option<Annotation>) -> Self {
        Change::Annotation { before: before.map(Box::new), after: after.map(Box::new) }
    }

    fn inverse(self) -> Self {
        match self {
            Change::Annotation { before, after } => Change::Annotation { before: after, after: before },
            Change::Article { before, after } => Change::Article { before: after, after: before },
            Change::Dispute { before, after } => Change::Dispute { before: after, after: before },
        }
    }
}

/// Changes that are made together or not at all.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// What it does.
    pub kind: EditKind,
    /// The records it changes.
    pub changes: Vec<Change>,
}

impl Edit {
    /// The addition of an annotation.
    pub fn add(annotation: Annotation) -> Self {
        Edit::one(EditKind::Add, None, Some(annotation))
    }

    /// The deletion of an annotation.
    pub fn delete(annotation: Annotation) -> Self {
        Edit::one(EditKind::Delete, Some(annotation), None)
    }

    /// An edit of one annotation.
    pub fn one(kind: EditKind, before: Option<Annotation>, after: Option<Annotation>) -> Self {
        Edit { kind, changes: vec![Change::annotation(before, after)] }
    }

    /// This edit and the next as one, where both change the same annotation and the next begins where this
    /// one ends.
    pub fn followed_by(&self, next: &Edit) -> Option<Self> {
        let (
            [Change::Annotation { before, after: Some(between) }],
            [Change::Annotation { before: Some(then), after }],
        ) = (self.changes.as_slice(), next.changes.as_slice())
        else {
            return None;
        };
        let change = Change::Annotation { before: before.clone(), after: after.clone() };
        (between == then).then(|| Edit { kind: self.kind, changes: vec![change] })
    }

    /// The edit that takes this one back.
    pub fn inverse(self) -> Self {
        let changes = self.changes.into_iter().rev().map(Change::inverse).collect();
        Edit { kind: self.kind, changes }
    }
}

/// The workspace is not as the edit expects it; nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Conflict {
    /// The annotation is not, or no longer, as the edit found it.
    #[error("annotation {} is not as the edit expects it", .0.0)]
    Annotation(AnnotationId),
    /// The edit is about another article.
    #[error("the edit is about another article")]
    Article,
}
