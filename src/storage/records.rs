//! The records: under which keys they are kept, and what they hold.
//!
//! | key | value |
//! | --- | --- |
//! | `mawqif/1/annotation/<document>/<id>` | the annotation as W3C JSON |
//! | `mawqif/1/judgement/<document>/<id>` | the same, of a judged suggestion |
//! | `mawqif/1/document/<document>` | the article: title, source, date, text |
//! | `mawqif/1/dispute/<hash>` | a dispute that the reader keeps, after `schema/dispute.schema.json` |
//! | `mawqif/1/settings` | what the reader has set |
//!
//! `1` is the version of their form (see `migrate`), `<document>` the SHA-256 of the article's text,
//! `<hash>` that of the dispute's name.

use super::fault::Fault;
use super::migrate::{STEPS, version};
use crate::analysis::Dispute;
use crate::annotation::{Annotation, AnnotationId, Article, Change, DisputeId, DocumentId, Edit};
use crate::exchange::{dispute, read_record, w3c};
use serde::{Deserialize, Serialize};

/// The version of the records' form.
pub const VERSION: usize = version(STEPS);

/// What the reader has set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The interface's language, `ar` or `en`; the browser's where empty.
    pub language: String,
    /// `light` or `dark`; the system's where empty.
    pub theme: String,
    /// Percent by which the article's letters are larger than usual; below 0, smaller.
    pub text_size: i16,
    /// Percent by which the article's lines stand further apart than usual.
    pub leading: i16,
    /// Percent by which the article's lines are longer than usual.
    pub measure: i16,
    /// The digits of the Arabic interface: `arab` or `latn`, which is also meant where empty.
    pub digits: String,
    /// Whether selections grow to whole words.
    pub whole_words: bool,
    /// Whether selections leave out particles joined to their first word.
    pub bare_words: bool,
    /// Whether shortcuts of a single letter are switched off.
    pub no_letter_keys: bool,
    /// Whether the first visit's explanation has been shown, however it ended.
    pub toured: bool,
    /// Kinds of marks that are switched off.
    pub hidden: Vec<String>,
    /// The article opened last.
    pub open: Option<DocumentId>,
    /// Whether the disputes that only articles carried, before disputes had records, have theirs.
    pub disputes_gathered: bool,
}

/// A record as it was read; without its content where it was deleted.
#[derive(Clone, Debug, PartialEq)]
pub enum Record {
    /// An annotation or a judgement.
    Annotation(DocumentId, AnnotationId, Option<Box<Annotation>>),
    /// An article.
    Article(DocumentId, Option<Box<Article>>),
    /// A dispute that the reader keeps.
    Dispute(DisputeId, Option<Box<Dispute>>),
    /// The settings.
    Settings(Option<Settings>),
}

/// A record's new value by its path (its key without name and version); none deletes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Write {
    /// The path.
    pub path: String,
    /// The value.
    pub value: Option<String>,
}

/// What an edit of an article's annotations writes.
pub fn edit(document: &DocumentId, edit: &Edit) -> Vec<Write> {
    edit.changes.iter().flat_map(|change| self::change(document, change)).collect()
}

fn change(document: &DocumentId, change: &Change) -> Vec<Write> {
    let path = |annotation: &Annotation| {
        let kind = if annotation.judgement.is_some() { "judgement" } else { "annotation" };
        format!("{kind}/{}/{}", document.0, annotation.id.0)
    };
    match change {
        Change::Article { after, .. } => vec![article(after)],
        Change::Dispute { before, after } => match (before, after) {
            (_, Some(after)) => vec![self::dispute(after)],
            (Some(before), None) => vec![Write { value: None, ..self::dispute(before) }],
            (None, None) => Vec::new(),
        },
        Change::Annotation { before, after } => {
            let old = before.as_deref().map(path);
            let new = after.as_deref().map(|a| (path(a), w3c::write_annotation(a, document)));
            let moved = old.filter(|old| new.as_ref().is_none_or(|(path, _)| path != old));
            let gone = moved.map(|path| Write { path, value: None });
            let written = new.map(|(path, value)| Write { path, value: Some(value) });
            gone.into_iter().chain(written).collect()
        }
    }
}

/// What keeping an article writes.
pub fn article(article: &Article) -> Write {
    let value = serde_json::to_string(article).unwrap_or_default();
    Write { path: format!("document/{}", article.id.0), value: Some(value) }
}

/// What keeping a dispute writes.
pub fn dispute(kept: &Dispute) -> Write {
    Write { path: format!("dispute/{}", DisputeId::of(&kept.name).0), value: Some(dispute::write(kept)) }
}

/// What deleting an article writes, beside the deletion of its annotations.
pub fn without_article(id: &DocumentId) -> Write {
    Write { path: format!("document/{}", id.0), value: None }
}

/// What keeping the settings writes.
pub fn settings(settings: &Settings) -> Write {
    Write { path: "settings".into(), value: Some(serde_json::to_string(settings).unwrap_or_default()) }
}

/// Reads the record at `path`; no value reads as its deletion.
///
/// # Errors
/// Where the record is broken, about something else, or none of ours.
pub fn read(path: &str, value: Option<&str>) -> Result<Record, Fault> {
    let mut parts = path.splitn(3, '/');
    match (parts.next(), parts.next(), parts.next()) {
        (Some("annotation" | "judgement"), Some(document), Some(id)) => {
            let annotation = value.map(w3c::read_annotation).transpose()?;
            if annotation.as_ref().is_some_and(|annotation| annotation.id.0 != id) {
                return Err(Fault::Misnamed);
            }
            let (document, id) = (DocumentId(document.to_owned()), AnnotationId(id.to_owned()));
            Ok(Record::Annotation(document, id, annotation.map(Box::new)))
        }
        (Some("document"), Some(id), None) => {
            let article: Option<Article> = value.map(read_record).transpose()?;
            if article.as_ref().is_some_and(|article| DocumentId::of(&article.text).0 != id) {
                return Err(Fault::Misnamed);
            }
            Ok(Record::Article(DocumentId(id.to_owned()), article.map(Box::new)))
        }
        (Some("dispute"), Some(id), None) => {
            let kept = value.map(dispute::read).transpose()?;
            if kept.as_ref().is_some_and(|kept| DisputeId::of(&kept.name).0 != id) {
                return Err(Fault::Misnamed);
            }
            Ok(Record::Dispute(DisputeId(id.to_owned()), kept.map(Box::new)))
        }
        (Some("settings"), None, None) => Ok(Record::Settings(value.map(read_record).transpose()?)),
        _ => Err(Fault::Stranger),
    }
}
