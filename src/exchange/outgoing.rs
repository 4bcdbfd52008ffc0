//! What goes out, placed once for all formats: each annotation where it stands in the text now.

use super::collection::Collection;
use super::json::{FormatError, Problem};
use crate::analysis::Dispute;
use crate::annotation::{Annotation, Article, Content, Decision, Finder, Link};
use crate::order::{HashMap, sort_by_key};
use crate::text::{CodePoint, Document, Span};

/// A collection on its way out.
pub(super) struct Outgoing<'c> {
    pub collection: &'c Collection,
    pub dispute: Option<&'c Dispute>,
    document: Option<Document>,
    /// The annotations in the text's order, those that stand nowhere last.
    pub marks: Vec<Mark<'c>>,
}

/// An annotation with its place.
pub(super) struct Mark<'c> {
    pub annotation: &'c Annotation,
    /// Its place in the text, where the text is known and holds it.
    pub span: Option<Span>,
    /// Its place in code points: found in the text, or as the file says where there is no text.
    pub points: Option<Span<CodePoint>>,
}

impl<'c> Outgoing<'c> {
    pub fn new(collection: &'c Collection, dispute: Option<&'c Dispute>) -> Self {
        let document = collection.article.as_ref().map(|article| Document::new(&article.text));
        let finder = document.as_ref().map(Finder::new);
        let place = |annotation: &'c Annotation| {
            let (span, points) = match (&finder, &document) {
                (Some(finder), Some(document)) => {
                    let span = finder.place(&annotation.target).anchor.span();
                    (span, span.map(|span| document.offsets().code_points(span)))
                }
                _ => (None, Some(annotation.target.position).filter(|points| !points.is_empty())),
            };
            Mark { annotation, span, points }
        };
        let mut marks: Vec<Mark> = collection.annotations.iter().map(place).collect();
        sort_by_key(&mut marks, |mark| {
            let (start, end) = mark.points.map_or((u32::MAX, 0), |points| (points.start.0, points.end.0));
            (start, u32::MAX - end, &mark.annotation.id)
        });
        Outgoing { collection, dispute, document, marks }
    }

    /// The article and its text.
    ///
    /// # Errors
    /// Where the collection does not carry them.
    pub fn text(&self) -> Result<(&'c Article, &Document), FormatError> {
        let article = self.collection.article.as_ref();
        article.zip(self.document.as_ref()).ok_or_else(|| FormatError::new("", Problem::NoText))
    }

    /// What stands in the text and was not rejected, with its place in bytes and in code points.
    pub fn standing(&self) -> impl Iterator<Item = (&'c Annotation, Span, Span<CodePoint>)> {
        self.marks.iter().filter(|mark| !is_rejected(mark.annotation)).filter_map(|mark| {
            let (span, points) = (mark.span?, mark.points?);
            (!span.is_empty()).then_some((mark.annotation, span, points))
        })
    }

    /// Links between claims that stand: the one's and the other's place among [`Outgoing::standing`].
    pub fn links(&self) -> Vec<(usize, usize, &'c Link)> {
        let standing: Vec<&Annotation> = self.standing().map(|(annotation, ..)| annotation).collect();
        let claims = standing.iter().enumerate().filter(|(_, a)| matches!(a.content, Content::Claim(_)));
        let place: HashMap<_, usize> = claims.map(|(index, annotation)| (&annotation.id, index)).collect();
        let of = |(index, annotation): (usize, &&'c Annotation)| match &annotation.content {
            Content::Claim(claim) => claim
                .links
                .iter()
                .filter_map(|link| Some((index, *place.get(&link.claim)?, link)))
                .collect::<Vec<_>>(),
            _ => Vec::new(),
        };
        standing.iter().enumerate().flat_map(of).collect()
    }
}

/// Whether it stands for a suggestion that the reader found wrong.
pub(super) fn is_rejected(annotation: &Annotation) -> bool {
    annotation.judgement.as_ref().is_some_and(|judgement| judgement.decision == Decision::Rejected)
}
