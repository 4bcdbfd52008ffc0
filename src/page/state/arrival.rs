//! A file that has come and waits for the reader's word: what it would add, change and skip.

use crate::annotation::{Article, Workspace};
use crate::exchange::Collection;
use crate::exchange::import::Plan;

/// A file as it came, with what taking it in would do.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrival {
    /// Its name.
    pub file: String,
    /// Article by article, what would be done.
    pub articles: Vec<Arriving>,
    /// What is in it.
    pub(super) collections: Vec<Collection>,
}

/// What would be done to one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arriving {
    /// The article's title.
    pub title: String,
    /// Whether the article itself is new here.
    pub new: bool,
    /// Whether what is known of the article would change.
    pub details: bool,
    /// Annotations that are new.
    pub added: usize,
    /// Annotations that are newer in the file.
    pub changed: usize,
    /// Annotations that are here already.
    pub skipped: usize,
    /// Of those new or newer, how many stand nowhere in the text.
    pub nowhere: usize,
    /// The words of the first ones, each with whether it is new.
    pub words: Vec<(String, bool)>,
}

/// Annotations whose words are shown.
const SHOWN: usize = 50;

impl Arriving {
    /// What `plan` would do to `workspace`.
    pub(super) fn new(workspace: &Workspace, new: bool, plan: &Plan) -> Self {
        let shown = plan.annotations().take(SHOWN);
        let details = plan.annotations().count() < plan.edit.changes.len();
        let Article { title, .. } = workspace.article();
        Arriving {
            title: title.clone(),
            new,
            details,
            added: plan.added,
            changed: plan.changed,
            skipped: plan.skipped,
            nowhere: plan.nowhere,
            words: shown.map(|(a, new)| (a.target.quote.exact.clone(), new)).collect(),
        }
    }

    /// Whether it would do anything.
    pub(super) fn does_anything(&self) -> bool {
        self.new || self.details || self.added + self.changed > 0
    }
}
