//! What a file holds: an article with annotations.

use crate::annotation::{Anchor, Annotation, Article, DocumentId, Finder, Target, Workspace};
use crate::text::Document;

/// The most bytes of a file that is taken in.
pub const MAX_BYTES: usize = 64_000_000;
/// The most annotations of a file that are taken in.
pub const MAX_ANNOTATIONS: usize = 200_000;
/// The most articles of a file that are taken in.
pub const MAX_ARTICLES: usize = 10_000;

/// An article with annotations as read from a file, or as they go into one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Collection {
    /// The article, where the file carries its text.
    pub article: Option<Article>,
    /// The id of the text that the annotations are about, where the file tells.
    pub document: Option<DocumentId>,
    /// The annotations.
    pub annotations: Vec<Annotation>,
}

impl Collection {
    /// All that a workspace holds.
    pub fn of(workspace: &Workspace) -> Self {
        Collection {
            article: Some(workspace.article().clone()),
            document: Some(workspace.article().id.clone()),
            annotations: workspace.annotations().values().cloned().collect(),
        }
    }

    /// Gives annotations that came without it the text that they are about, and with it their words,
    /// surroundings and positions.
    pub fn lay_on(&mut self, article: &Article) {
        let document = Document::new(&article.text);
        let finder = Finder::new(&document);
        let same_text = self.is_about(article);
        for annotation in &mut self.annotations {
            *annotation = completed(annotation, &document, &finder, same_text);
        }
        self.document = Some(article.id.clone());
        self.article = Some(article.clone());
    }

    /// Whether its positions are those of the article's text, as far as it tells.
    pub(super) fn is_about(&self, article: &Article) -> bool {
        self.document.as_ref().is_none_or(|document| *document == article.id)
    }
}

/// The annotation with the words, surroundings and position that it came without.
pub(super) fn completed(
    annotation: &Annotation,
    document: &Document,
    finder: &Finder,
    same_text: bool,
) -> Annotation {
    let mut annotation = annotation.clone();
    let quote = &annotation.target.quote;
    let span = document.offsets().from_code_points(annotation.target.position);
    let unquoted = quote.exact.is_empty() && same_text;
    // Tools that write a line an annotation put spaces for the line ends among its words.
    let same_words = || quote.exact.split_whitespace().eq(document.slice(span).split_whitespace());
    let alone = quote.prefix.is_empty() && quote.suffix.is_empty() && same_words();
    if !span.is_empty() && (unquoted || alone) {
        annotation.target = Target::new(document, span);
    } else if annotation.target.position.is_empty()
        && !quote.exact.is_empty()
        && !annotation.other.contains_key("target")
    {
        // What is not surely one place waits as it came, for the reader to confirm; and the target of
        // another program is kept as it wrote it.
        if let Anchor::Exact(span) | Anchor::Moved(span) = finder.place(&annotation.target).anchor {
            annotation.target = Target::new(document, span);
        }
    }
    annotation
}
