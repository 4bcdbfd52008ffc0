//! What was found at the start, and what other tabs did since.

use super::fault::Fault;
use super::ledger::Standing;
use super::records::{Record, Settings};
use crate::analysis::Dispute;
use crate::annotation::{Annotation, Article, DocumentId};
use std::collections::BTreeMap;

/// Everything that was kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    /// The articles.
    pub articles: Vec<Article>,
    /// The annotations by article.
    pub annotations: BTreeMap<DocumentId, Vec<Annotation>>,
    /// The disputes that the reader keeps, beside those that articles carry.
    pub disputes: Vec<Dispute>,
    /// The settings.
    pub settings: Settings,
    /// What could not be read.
    pub unreadable: Vec<Unreadable>,
    /// Where all that stands.
    pub standing: Standing,
}

impl Kept {
    /// Puts a record where it belongs; one that says what was removed says nothing of what there is.
    pub(super) fn take(&mut self, record: Record) {
        match record {
            Record::Annotation(document, _, Some(annotation)) => {
                self.annotations.entry(document).or_default().push(*annotation);
            }
            Record::Article(_, Some(article)) => self.articles.push(*article),
            Record::Dispute(_, Some(dispute)) => self.disputes.push(*dispute),
            Record::Settings(Some(settings)) => self.settings = settings,
            Record::Annotation(_, _, None)
            | Record::Article(_, None)
            | Record::Dispute(_, None)
            | Record::Settings(None) => {}
        }
    }
}

/// A record that could not be read; it stays where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Its key.
    pub key: String,
    /// What it holds.
    pub value: String,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What another tab did to a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Heard {
    /// The record as it is now.
    pub record: Record,
    /// The record as it was written here, where the other tab had not seen that.
    pub lost: Option<Record>,
}
