//! What there is to see of an article: suggestions and annotations in reading order, each once.

use super::anchor::{Anchor, Finder};
use super::model::{Annotation, AnnotationId, ClaimFields, Content, ContentKind, Decision, EntityFields};
use super::workspace::Workspace;
use super::{Change, Edit};
use crate::analysis::Analysis;
use crate::order::{HashMap, HashSet, sort_by};
use crate::text::{Document, Span};
use std::cmp::Ordering;
use std::rc::Rc;

/// Where something comes from and what was decided of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// Found by the engine, not judged yet.
    Suggested,
    /// Found by the engine and judged.
    Judged(Decision),
    /// Made by the reader.
    Own,
}

/// One thing to see.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Names it on the page: the annotation's id, or kind and place of the suggestion.
    pub key: String,
    /// Where it stands; none for an orphan.
    pub span: Option<Span>,
    /// The words that an orphan stood on; empty where there is a place.
    pub lost: String,
    /// Whether the place is sure.
    pub uncertain: bool,
    /// What it says.
    pub content: Content,
    /// Where it comes from.
    pub status: Status,
    /// The annotation, unless it is only suggested.
    pub annotation: Option<AnnotationId>,
    /// The claim or entity of the analysis that it is or was.
    pub finding: Option<usize>,
    /// The reader's note.
    pub note: String,
    /// The reader's tags.
    pub tags: Vec<String>,
}

impl Item {
    /// The words that it is about: those at its place, an orphan's as they were.
    pub fn words<'t>(&'t self, document: &'t Document) -> &'t str {
        self.span.map_or(&self.lost, |span| document.slice(span))
    }

    /// Whether it is a claim.
    pub fn is_claim(&self) -> bool {
        matches!(self.content, Content::Claim(_))
    }

    /// Whether the reader has not rejected it.
    pub fn stands(&self) -> bool {
        self.status != Status::Judged(Decision::Rejected)
    }

    /// The claim that it holds, unless it was rejected.
    pub fn standing_claim(&self) -> Option<&ClaimFields> {
        match &self.content {
            Content::Claim(fields) if self.stands() => Some(fields),
            _ => None,
        }
    }
}

/// Everything to see, in the text's order (the outer before the inner, orphans last); what was rejected is
/// there too, so that it can be brought back.
pub fn items(document: &Document, analysis: &Analysis, workspace: &Workspace) -> Vec<Rc<Item>> {
    let mut findings: HashMap<(ContentKind, Span), usize> = HashMap::default();
    for (index, claim) in analysis.claims.iter().enumerate() {
        findings.entry((ContentKind::Claim, claim.span)).or_insert(index);
    }
    for (index, entity) in analysis.entities.iter().enumerate() {
        findings.entry((ContentKind::Entity, entity.span)).or_insert(index);
    }
    let finder = Finder::new(document);
    let mut judged = HashSet::default();
    let mut all: Vec<Item> = Vec::new();
    for annotation in workspace.annotations().values() {
        let item = annotated(&finder, annotation, |kind, span| findings.get(&(kind, span)).copied());
        judged.extend(item.finding.map(|index| (item.content.kind(), index)));
        all.push(item);
    }
    let claims = (0..analysis.claims.len()).map(|index| (ContentKind::Claim, index));
    let entities = (0..analysis.entities.len()).map(|index| (ContentKind::Entity, index));
    let open = claims.chain(entities).filter(|finding| !judged.contains(finding));
    all.extend(open.filter_map(|(kind, index)| of_finding(document, analysis, kind, index)));
    sort_by(&mut all, in_order);
    all.into_iter().map(Rc::new).collect()
}

/// What there is to see after `edit`, in place of what there was before it: only what the edit names is looked
/// at, however much there is beside. The same as [`items`] of the changed workspace.
pub fn follow(items: &mut Vec<Rc<Item>>, document: &Document, analysis: &Analysis, edit: &Edit) {
    let finder = Finder::new(document);
    let finding = |kind, span| match kind {
        ContentKind::Claim => analysis.claims.iter().position(|claim| claim.span == span),
        ContentKind::Entity => analysis.entities.iter().position(|entity| entity.span == span),
        ContentKind::Highlight | ContentKind::Note => None,
    };
    for change in &edit.changes {
        let Change::Annotation { before, after } = change else { continue };
        if let Some(before) = before {
            let at = items.iter().position(|item| item.annotation.as_ref() == Some(&before.id));
            let gone = at.map(|at| items.remove(at));
            if let Some((kind, finding)) = gone.and_then(|item| Some((item.content.kind(), item.finding?)))
                && !items.iter().any(|item| is_of(item, kind, finding))
            {
                insert(items, of_finding(document, analysis, kind, finding));
            }
        }
        if let Some(after) = after {
            let item = annotated(&finder, after, finding);
            if let Some(finding) = item.finding {
                let kind = item.content.kind();
                items.retain(|item| item.status != Status::Suggested || !is_of(item, kind, finding));
            }
            insert(items, Some(item));
        }
    }
}

fn is_of(item: &Item, kind: ContentKind, finding: usize) -> bool {
    item.finding == Some(finding) && item.content.kind() == kind
}

fn insert(items: &mut Vec<Rc<Item>>, item: Option<Item>) {
    let Some(item) = item else { return };
    let at = items.partition_point(|other| in_order(other, &item).is_lt());
    items.insert(at, Rc::new(item));
}

fn in_order(a: &Item, b: &Item) -> Ordering {
    let place = |item: &Item| item.span.map_or((u32::MAX, 0), |s| (s.start.0, u32::MAX - s.end.0));
    (place(a), &a.key).cmp(&(place(b), &b.key))
}

/// The suggestion that the analysis has under that number.
fn of_finding(document: &Document, analysis: &Analysis, kind: ContentKind, index: usize) -> Option<Item> {
    let (span, content) = match kind {
        ContentKind::Claim => {
            let claim = analysis.claims.get(index)?;
            (claim.span, Content::Claim(claim_fields(claim)))
        }
        ContentKind::Entity => {
            let entity = analysis.entities.get(index)?;
            let fields = EntityFields { kind: entity.kind, value: entity.value.clone() };
            (entity.span, Content::Entity(fields))
        }
        ContentKind::Highlight | ContentKind::Note => return None,
    };
    Some(suggested(document, span, content, index))
}

fn claim_fields(claim: &crate::analysis::Claim) -> ClaimFields {
    let words =
        |r: &Option<crate::analysis::Reference>| r.as_ref().map(|r| r.text.clone()).unwrap_or_default();
    ClaimFields {
        speaker: words(&claim.speaker),
        cue: claim.cue.text.clone(),
        act: claim.act,
        form: claim.form,
        side: claim.side.clone(),
        issue: claim.issue.clone(),
        via: words(&claim.via),
        verdict: None,
        links: Vec::new(),
    }
}

fn suggested(document: &Document, span: Span, content: Content, finding: usize) -> Item {
    let points = document.offsets().code_points(span);
    let kind = if content.kind() == ContentKind::Claim { "claim" } else { "entity" };
    Item {
        key: format!("{kind}-{}-{}-{finding}", points.start.0, points.end.0),
        span: Some(span),
        lost: String::new(),
        uncertain: false,
        content,
        status: Status::Suggested,
        annotation: None,
        finding: Some(finding),
        note: String::new(),
        tags: Vec::new(),
    }
}

/// An annotation as there is to see; `finding` numbers what the analysis has of that kind at that place.
fn annotated(
    finder: &Finder,
    annotation: &Annotation,
    finding: impl Fn(ContentKind, Span) -> Option<usize>,
) -> Item {
    let anchor = finder.place(&annotation.target).anchor;
    let judged = annotation.judgement.as_ref().and_then(|j| finder.place(&j.suggested).anchor.span());
    Item {
        key: annotation.id.0.clone(),
        span: anchor.span(),
        lost: if anchor.span().is_none() { annotation.target.quote.exact.clone() } else { String::new() },
        uncertain: matches!(anchor, Anchor::Uncertain(_)),
        content: annotation.content.clone(),
        status: annotation.judgement.as_ref().map_or(Status::Own, |j| Status::Judged(j.decision)),
        annotation: Some(annotation.id.clone()),
        finding: judged.and_then(|span| finding(annotation.content.kind(), span)),
        note: annotation.note.clone(),
        tags: annotation.tags.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Article, EditKind, Judgement, Target, Timestamp};
    use super::*;
    use crate::analysis::analyze;
    use proptest::prelude::*;

    const TEXT: &str = "قال وزير الخارجية الإيراني إن بلاده لن تنسحب من الاتفاق. ونفت وزارة الدفاع الأمريكية ذلك، \
        وقالت إن خمسة جنود قتلوا في بغداد.";

    /// What the reader makes of a suggestion, or beside it.
    fn annotation(document: &Document, of: &Item, id: u8, decision: Option<Decision>) -> Annotation {
        let target = Target::new(document, of.span.unwrap());
        let judgement = decision.map(|decision| Judgement { decision, suggested: target.clone() });
        Annotation {
            id: AnnotationId(format!("urn:test:{id}")),
            created: Timestamp::default(),
            modified: Timestamp::default(),
            target,
            content: if decision.is_some() { of.content.clone() } else { Content::Note },
            note: String::new(),
            tags: Vec::new(),
            judgement,
            other: serde_json::Map::new(),
        }
    }

    fn any_decision() -> impl Strategy<Value = Option<Decision>> {
        prop_oneof![
            Just(None),
            Just(Some(Decision::Accepted)),
            Just(Some(Decision::Corrected)),
            Just(Some(Decision::Rejected))
        ]
    }

    proptest! {
        #[test]
        fn whatever_the_reader_does_he_sees_what_he_would_see_had_he_just_come(
            done in proptest::collection::vec(
                (0u8..4, proptest::option::weighted(0.8, (0usize..20, any_decision()))), 1..12
            )
        ) {
            let document = Document::new(TEXT);
            let analysis = analyze(&document, None, None);
            let mut workspace = Workspace::new(Article::new(TEXT), []);
            let suggested = items(&document, &analysis, &workspace);
            prop_assert!(suggested.len() > 4);
            let mut seen = suggested.clone();
            for (id, after) in done {
                let after = after.map(|(number, decision)| {
                    annotation(&document, &suggested[number % suggested.len()], id, decision)
                });
                let before = workspace.annotations().get(&AnnotationId(format!("urn:test:{id}"))).cloned();
                let edit = Edit::one(EditKind::Change, before, after);
                workspace.apply(edit.clone()).unwrap();
                follow(&mut seen, &document, &analysis, &edit);
                prop_assert_eq!(&seen, &items(&document, &analysis, &workspace));
            }
        }
    }
}
