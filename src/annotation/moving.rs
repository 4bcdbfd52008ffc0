//! Bringing annotations over to another version of their article: where each would stand there, and what
//! comes along when the reader has looked.

use super::anchor::{Anchor, Finder};
use super::model::{Annotation, AnnotationId, Target};
use super::workspace::Workspace;
use crate::order::sort_by_key;
use crate::text::{Document, Span};
use std::collections::BTreeSet;

/// What becomes of an annotation in the new text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It stands where it stood.
    Stays,
    /// The same words stand elsewhere.
    Moved,
    /// Words like them: the reader decides.
    Uncertain,
    /// Nothing like them is there.
    Orphan,
}

/// One annotation on its way.
#[derive(Clone, Debug, PartialEq)]
pub struct Moving {
    /// The annotation.
    pub id: AnnotationId,
    /// What becomes of it.
    pub fate: Fate,
    /// Its words as they were.
    pub words: String,
    /// Where it would stand in the new text; none for an orphan.
    pub span: Option<Span>,
}

/// Where each annotation of `workspace` would stand in `document`, in the order of the old text.
pub fn moving(workspace: &Workspace, document: &Document) -> Vec<Moving> {
    let finder = Finder::new(document);
    let mut annotations: Vec<&Annotation> = workspace.annotations().values().collect();
    sort_by_key(&mut annotations, |annotation| (annotation.target.position, &annotation.id));
    let fate = |annotation: &Annotation| {
        let anchor = finder.place(&annotation.target).anchor;
        let fate = match anchor {
            Anchor::Exact(_) => Fate::Stays,
            Anchor::Moved(_) => Fate::Moved,
            Anchor::Uncertain(_) => Fate::Uncertain,
            Anchor::Orphan => Fate::Orphan,
        };
        let words = annotation.target.quote.exact.clone();
        Moving { id: annotation.id.clone(), fate, words, span: anchor.span() }
    };
    annotations.into_iter().map(fate).collect()
}

/// The annotations as they come along to `document`: those that are surely found and those that the reader
/// confirmed with their new places, orphans as they were, so that they go on being listed. An uncertain one
/// that was not confirmed stays with the old text.
pub fn moved(
    workspace: &Workspace,
    document: &Document,
    confirmed: &BTreeSet<AnnotationId>,
) -> Vec<Annotation> {
    let come = |one: Moving| {
        let mut annotation = workspace.annotations().get(&one.id)?.clone();
        match (one.fate, one.span) {
            (Fate::Uncertain, _) if !confirmed.contains(&one.id) => return None,
            (_, Some(span)) => annotation.target = Target::new(document, span),
            (_, None) => {}
        }
        Some(annotation)
    };
    moving(workspace, document).into_iter().filter_map(come).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Article, Content, Timestamp};
    use super::*;

    fn workspace(text: &str, words: &[&str]) -> Workspace {
        let document = Document::new(text);
        let annotation = |(index, words): (usize, &&str)| {
            let start = text.find(words).unwrap();
            Annotation {
                id: AnnotationId(format!("urn:test:{index}")),
                created: Timestamp::default(),
                modified: Timestamp::default(),
                target: Target::new(&document, Span::of(start..start + words.len())),
                content: Content::Highlight,
                note: String::new(),
                tags: Vec::new(),
                judgement: None,
                other: serde_json::Map::new(),
            }
        };
        Workspace::new(Article::new(text), words.iter().enumerate().map(annotation))
    }

    #[test]
    fn each_fate_is_told_and_only_what_is_sure_or_confirmed_comes_along() {
        let old = "قال الوزير إن الاجتماع ناجح وإن اللجنة ستعود غدا.\nورفض الحزب هذه التصريحات جملة وتفصيلا.";
        let workspace = workspace(old, &["قال الوزير", "اللجنة ستعود", "الحزب هذه التصريحات جملة"]);
        let new = "قال الوزير إن الاجتماع ناجح وإن اللجان ستعود غدا.";
        let document = Document::new(new);
        let moving = moving(&workspace, &document);
        let fates: Vec<Fate> = moving.iter().map(|one| one.fate).collect();
        assert_eq!(fates, [Fate::Stays, Fate::Uncertain, Fate::Orphan]);
        let come = |confirmed: BTreeSet<_>| {
            let moved = moved(&workspace, &document, &confirmed);
            moved.into_iter().map(|a| a.target.quote.exact).collect::<Vec<_>>()
        };
        let orphan = "الحزب هذه التصريحات جملة";
        assert_eq!(come(BTreeSet::new()), ["قال الوزير", orphan]);
        let confirmed = BTreeSet::from([moving[1].id.clone()]);
        assert_eq!(come(confirmed), ["قال الوزير", "اللجان ستعود", orphan]);
    }
}
