//! Annotations as they are made: out of a selection, or out of a suggestion.

use super::effect::Supply;
use super::message::Field;
use crate::analysis::{Act, EntityKind};
use crate::annotation::{
    Annotation, ClaimFields, Content, ContentKind, Decision, EntityFields, Item, Judgement, Target, Verdict,
};
use crate::text::{Document, Span};
use serde_json::Map;
use std::rc::Rc;

/// A new annotation of the words at `span`.
pub fn new(document: &Document, span: Span, content: Content, supply: &mut impl Supply) -> Annotation {
    let now = supply.now();
    Annotation {
        id: supply.id(),
        created: now.clone(),
        modified: now,
        target: Target::new(document, span),
        content,
        note: String::new(),
        tags: Vec::new(),
        judgement: None,
        other: Map::new(),
    }
}

/// What an annotation of a kind says before the reader says more: a claim has its side and speaker from
/// the suggestion that it overlaps, if any.
pub fn content(kind: ContentKind, span: Span, items: &[Rc<Item>]) -> Content {
    let near = |item: &&Item| item.span.is_some_and(|other| other.overlaps(span));
    match kind {
        ContentKind::Claim => {
            let claim = items.iter().map(|item| &**item).filter(near).find_map(|item| match &item.content {
                Content::Claim(claim) => Some(claim.clone()),
                _ => None,
            });
            Content::Claim(claim.unwrap_or(ClaimFields::of(Act::Affirm)))
        }
        ContentKind::Entity => Content::Entity(EntityFields { kind: EntityKind::Person, value: None }),
        ContentKind::Highlight => Content::Highlight,
        ContentKind::Note => Content::Note,
    }
}

/// A suggestion as an annotation that judges it; none for an item without a place.
pub fn judged(
    document: &Document,
    item: &Item,
    decision: Decision,
    supply: &mut impl Supply,
) -> Option<Annotation> {
    let mut annotation = new(document, item.span?, item.content.clone(), supply);
    annotation.judgement = Some(Judgement { decision, suggested: annotation.target.clone() });
    Some(annotation)
}

/// Gives a field its new value; a field that the annotation's kind lacks changes nothing.
pub fn set(annotation: &mut Annotation, field: Field) {
    match (field, &mut annotation.content) {
        (Field::Note(note), _) => annotation.note = note,
        (Field::Tags(tags), _) => annotation.tags = tags,
        (Field::Speaker(speaker), Content::Claim(claim)) => claim.speaker = speaker,
        (Field::Side(side), Content::Claim(claim)) => claim.side = side,
        (Field::Act(act), Content::Claim(claim)) => claim.act = act,
        (Field::Issue(issue), Content::Claim(claim)) => claim.issue = issue,
        (Field::Rating(rating), Content::Claim(claim)) => {
            claim.verdict = rating.map(|rating| match claim.verdict.take() {
                Some(verdict) => Verdict { rating, ..verdict },
                None => Verdict { rating, reasoning: String::new(), sources: Vec::new() },
            });
        }
        (Field::Reasoning(reasoning), Content::Claim(ClaimFields { verdict: Some(verdict), .. })) => {
            verdict.reasoning = reasoning;
        }
        (Field::Sources(sources), Content::Claim(ClaimFields { verdict: Some(verdict), .. })) => {
            verdict.sources = sources;
        }
        (Field::Links(links), Content::Claim(claim)) => claim.links = links,
        (Field::Kind(kind), Content::Entity(entity)) => {
            // A date's value means nothing of a person.
            entity.value = entity.value.take().filter(|_| kind == entity.kind);
            entity.kind = kind;
        }
        _ => {}
    }
}
