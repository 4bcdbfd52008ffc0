//! What there is to see of an article: suggestions and annotations in reading order, each once.

use super::anchor::{Anchor, Finder};
use super::model::{Annotation, AnnotationId, ClaimFields, Content, ContentKind, Decision, EntityFields};
use super::workspace::Workspace;
use crate::analysis::Analysis;
use crate::order::sort_by;
use crate::text::{Document, Span};
use std::collections::{HashMap, HashSet};

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

/// Everything to see, in the text's order (the outer before the inner, orphans last); what was rejected is
/// there too, so that it can be brought back.
pub fn items(document: &Document, analysis: &Analysis, workspace: &Workspace) -> Vec<Item> {
    let mut findings: HashMap<(ContentKind, Span), usize> = HashMap::new();
    for (index, claim) in analysis.claims.iter().enumerate() {
        findings.entry((ContentKind::Claim, claim.span)).or_insert(index);
    }
    for (index, entity) in analysis.entities.iter().enumerate() {
        findings.entry((ContentKind::Entity, entity.span)).or_insert(index);
    }
    let finder = Finder::new(document);
    let mut judged = HashSet::new();
    let mut all: Vec<Item> = Vec::new();
    for annotation in workspace.annotations().values() {
        let mut item = annotated(&finder, annotation);
        if let Some(judgement) = &annotation.judgement {
            let suggested = finder.place(&judgement.suggested).anchor.span();
            let key = suggested.map(|span| (annotation.content.kind(), span));
            item.finding = key.and_then(|key| findings.get(&key).copied());
            judged.extend(item.finding.zip(key).map(|(index, (kind, _))| (kind, index)));
        }
        all.push(item);
    }
    for (index, claim) in analysis.claims.iter().enumerate() {
        if !judged.contains(&(ContentKind::Claim, index)) {
            all.push(suggested(document, claim.span, Content::Claim(claim_fields(claim)), index));
        }
    }
    for (index, entity) in analysis.entities.iter().enumerate() {
        if !judged.contains(&(ContentKind::Entity, index)) {
            let fields = EntityFields { kind: entity.kind, value: entity.value.clone() };
            all.push(suggested(document, entity.span, Content::Entity(fields), index));
        }
    }
    sort_by(&mut all, |a, b| {
        let place = |item: &Item| item.span.map_or((u32::MAX, 0), |s| (s.start.0, u32::MAX - s.end.0));
        (place(a), &a.key).cmp(&(place(b), &b.key))
    });
    all
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
        uncertain: false,
        content,
        status: Status::Suggested,
        annotation: None,
        finding: Some(finding),
        note: String::new(),
        tags: Vec::new(),
    }
}

fn annotated(finder: &Finder, annotation: &Annotation) -> Item {
    let anchor = finder.place(&annotation.target).anchor;
    Item {
        key: annotation.id.0.clone(),
        span: anchor.span(),
        uncertain: matches!(anchor, Anchor::Uncertain(_)),
        content: annotation.content.clone(),
        status: annotation.judgement.as_ref().map_or(Status::Own, |j| Status::Judged(j.decision)),
        annotation: Some(annotation.id.clone()),
        finding: None,
        note: annotation.note.clone(),
        tags: annotation.tags.clone(),
    }
}
