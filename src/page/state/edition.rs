//! A new text for the open article that waits for the reader's word: what becomes of each annotation in it.

use crate::annotation::{AnnotationId, Article, Moving, Workspace, moving};
use crate::text::Document;
use std::collections::BTreeSet;

/// A new text of the open article.
#[derive(Clone, Debug, PartialEq)]
pub struct Edition {
    /// The article as it would be.
    pub article: Article,
    /// What becomes of each annotation.
    pub moving: Vec<Moving>,
    /// The uncertain ones that the reader found right.
    pub confirmed: BTreeSet<AnnotationId>,
}

impl Edition {
    /// The open article with another text; what else is known of it stays.
    pub(super) fn new(workspace: &Workspace, text: String) -> Self {
        let old = workspace.article();
        let assumed = Article::new(old.text.clone()).title == old.title;
        let mut article = Article::new(text);
        if !assumed {
            article.title.clone_from(&old.title);
        }
        article.source.clone_from(&old.source);
        article.address.clone_from(&old.address);
        article.date = old.date;
        article.arrangement.clone_from(&old.arrangement);
        let moving = moving(workspace, &Document::new(&article.text));
        Edition { article, moving, confirmed: BTreeSet::new() }
    }
}
