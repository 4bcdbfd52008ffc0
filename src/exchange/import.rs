//! Taking a collection into a workspace: what it would add, change and skip, as one edit that is made whole
//! or not at all and can be taken back.

use super::Collection;
use super::collection::completed;
use super::w3c::write_annotation;
use crate::annotation::{Annotation, Article, Change, DocumentId, Edit, EditKind, Finder, Workspace};
use crate::text::Document;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// What taking a file in would do; nothing is done yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The edit that does it.
    pub edit: Edit,
    /// Annotations that are new.
    pub added: usize,
    /// Annotations that are newer in the file.
    pub changed: usize,
    /// Annotations that are here already, the same or newer.
    pub skipped: usize,
    /// Of those new or newer, how many stand nowhere in the text.
    pub nowhere: usize,
}

impl Plan {
    /// The annotations as they would be, each with whether it is new.
    pub fn annotations(&self) -> impl Iterator<Item = (&Annotation, bool)> {
        self.edit.changes.iter().filter_map(|change| match change {
            Change::Annotation { before, after: Some(after) } => Some((&**after, before.is_none())),
            _ => None,
        })
    }
}

/// What merging `collection` into `workspace` would do: of two states of one annotation the one changed
/// last stays (of two changed at once the greater by its words, so that the order of merging does not
/// matter).
pub fn plan(workspace: &Workspace, collection: &Collection) -> Plan {
    let mut plan = Plan {
        edit: Edit { kind: EditKind::Import, changes: Vec::new() },
        added: 0,
        changed: 0,
        skipped: 0,
        nowhere: 0,
    };
    let here = workspace.article();
    let same_text = collection.is_about(here);
    let document = Document::new(&here.text);
    let finder = Finder::new(&document);
    let mut seen: BTreeMap<_, Annotation> = BTreeMap::new();
    for annotation in &collection.annotations {
        let annotation = completed(annotation, &document, &finder, same_text);
        match seen.entry(annotation.id.clone()) {
            Entry::Vacant(slot) => drop(slot.insert(annotation)),
            Entry::Occupied(mut slot) if newer(&annotation, slot.get(), &here.id) => {
                drop(slot.insert(annotation))
            }
            Entry::Occupied(_) => {}
        }
    }
    for (id, annotation) in seen {
        let before = workspace.annotations().get(&id);
        match before {
            None => plan.added += 1,
            Some(before) if newer(&annotation, before, &here.id) => plan.changed += 1,
            Some(_) => {
                plan.skipped += 1;
                continue;
            }
        }
        plan.nowhere += usize::from(finder.place(&annotation.target).anchor.span().is_none());
        plan.edit.changes.push(Change::Annotation {
            before: before.cloned().map(Box::new),
            after: Some(Box::new(annotation)),
        });
    }
    let joined = collection.article.as_ref().filter(|there| there.id == here.id);
    if let Some(after) = joined.map(|there| joined_details(here, there)).filter(|after| after != here) {
        let before = Box::new(here.clone());
        plan.edit.changes.push(Change::Article { before, after: Box::new(after) });
    }
    plan
}

fn newer(left: &Annotation, right: &Annotation, document: &DocumentId) -> bool {
    let moment = |a: &Annotation| a.modified.moment();
    let words = |a: &Annotation| write_annotation(a, document);
    moment(left).cmp(&moment(right)).then_with(|| words(left).cmp(&words(right))).is_gt()
}

/// What is known of the article from both: what somebody entered before what the program assumed, and of
/// two entries the greater, since neither tells its age.
fn joined_details(here: &Article, there: &Article) -> Article {
    let seed = Article::seed();
    let assumed = if seed.id == here.id { seed } else { Article::new(here.text.clone()) };
    let words = |field: fn(&Article) -> &String| {
        let rank = |article: &Article| {
            let value = field(article);
            (!value.is_empty() && value != field(&assumed), value.clone())
        };
        rank(here).max(rank(there)).1
    };
    let date = |article: &Article| (article.date != assumed.date, article.date);
    Article {
        id: here.id.clone(),
        title: words(|article| &article.title),
        source: words(|article| &article.source),
        address: words(|article| &article.address),
        date: date(here).max(date(there)).1,
        arrangement: here.arrangement.joined(&there.arrangement),
        text: here.text.clone(),
    }
}
