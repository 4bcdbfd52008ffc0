//! Several files that are opened together, one after another.

use super::notice::Said;

/// How far the opening of files has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Taking {
    /// How many there are.
    pub total: usize,
    /// How many are done with.
    pub done: usize,
    /// The articles that were there before the first.
    pub(super) before: usize,
    /// What is wrong with those that could not be opened.
    pub(super) failed: Vec<Said>,
    /// Whether the next file has been asked for.
    pub(super) asked: bool,
}
