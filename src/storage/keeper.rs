//! The records: which keys there are, what they hold, and how an edit is written.

use super::{Store, StoreError};
use crate::annotation::{Annotation, Article, Change, DocumentId, Edit};
use crate::exchange::w3c;
use crate::order::sort;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const ROOT: &str = "mawqif/";
const VERSION: &str = "1";

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
    /// Whether the first visit's explanation is over.
    pub toured: bool,
    /// Kinds of marks that are switched off.
    pub hidden: Vec<String>,
    /// The article opened last.
    pub open: Option<DocumentId>,
}

/// A record that could not be read; it stays where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Its key.
    pub key: String,
    /// What it holds.
    pub value: String,
    /// What is wrong with it.
    pub reason: String,
}

/// Everything that was kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    /// The articles.
    pub articles: Vec<Article>,
    /// The annotations by article.
    pub annotations: BTreeMap<DocumentId, Vec<Annotation>>,
    /// The settings.
    pub settings: Settings,
    /// What could not be read.
    pub unreadable: Vec<Unreadable>,
    /// Whether a newer version has written here: nothing must be written then.
    pub newer: bool,
}

/// Reads and writes the records of a store.
#[derive(Debug)]
pub struct Keeper<S> {
    store: S,
    /// Writing is allowed only after everything has been read once, and never over newer data.
    writable: bool,
}

impl<S: Store> Keeper<S> {
    /// Keeps records in `store`.
    pub fn new(store: S) -> Self {
        Keeper { store, writable: false }
    }

    /// The store behind.
    pub fn store(&self) -> &S {
        &self.store
    }

    /// Reads everything; what cannot be read is set aside.
    ///
    /// # Errors
    /// Where the store itself cannot be read.
    pub fn load(&mut self) -> Result<Kept, StoreError> {
        let mut kept = Kept::default();
        let mut keys = self.store.keys()?;
        sort(&mut keys);
        for key in keys {
            let Some(path) = key.strip_prefix(ROOT) else { continue };
            let Some(value) = self.store.get(&key)? else { continue };
            let (version, path) = path.split_once('/').unwrap_or((path, ""));
            if version.parse::<u32>().is_ok_and(|v| v > 1) {
                kept.newer = true;
                continue;
            }
            if let Err(reason) = read(&mut kept, path, &value) {
                kept.unreadable.push(Unreadable { key, value, reason });
            }
        }
        self.writable = !kept.newer;
        Ok(kept)
    }

    /// Writes what an edit of the article changed, each record read back.
    ///
    /// # Errors
    /// At the first record that could not be written; those before it are written.
    pub fn save(&self, document: &DocumentId, edit: &Edit) -> Result<(), StoreError> {
        for change in &edit.changes {
            match change {
                Change::Annotation { after: Some(after), .. } => {
                    self.put(&annotation_key(document, after), &w3c::write_annotation(after, document))?;
                }
                Change::Annotation { before: Some(before), after: None } => {
                    self.writable()?;
                    self.store.remove(&annotation_key(document, before))?;
                }
                Change::Annotation { .. } => {}
                Change::Article { after, .. } => self.save_article(after)?,
            }
        }
        Ok(())
    }

    /// Writes an article.
    ///
    /// # Errors
    /// Where it could not be written.
    pub fn save_article(&self, article: &Article) -> Result<(), StoreError> {
        let json = serde_json::to_string(article).unwrap_or_default();
        self.put(&format!("{ROOT}{VERSION}/document/{}", article.id.0), &json)
    }

    /// Writes the settings.
    ///
    /// # Errors
    /// Where they could not be written.
    pub fn save_settings(&self, settings: &Settings) -> Result<(), StoreError> {
        let json = serde_json::to_string(settings).unwrap_or_default();
        self.put(&format!("{ROOT}{VERSION}/settings"), &json)
    }

    fn writable(&self) -> Result<(), StoreError> {
        if self.writable { Ok(()) } else { Err(StoreError::Newer) }
    }

    fn put(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.writable()?;
        self.store.set(key, value)?;
        let back = self.store.get(key)?;
        if back.as_deref() == Some(value) { Ok(()) } else { Err(StoreError::Lost(key.to_owned())) }
    }
}

fn annotation_key(document: &DocumentId, annotation: &Annotation) -> String {
    let kind = if annotation.judgement.is_some() { "judgement" } else { "annotation" };
    format!("{ROOT}{VERSION}/{kind}/{}/{}", document.0, annotation.id.0)
}

/// Reads one record into `kept`.
fn read(kept: &mut Kept, path: &str, value: &str) -> Result<(), String> {
    let mut parts = path.splitn(3, '/');
    match (parts.next(), parts.next(), parts.next()) {
        (Some("annotation" | "judgement"), Some(document), Some(id)) => {
            let annotation = w3c::read_annotation(value).map_err(|e| e.to_string())?;
            if annotation.id.0 != id {
                return Err(format!("the record calls itself {}", annotation.id.0));
            }
            kept.annotations.entry(DocumentId(document.to_owned())).or_default().push(annotation);
        }
        (Some("document"), Some(id), None) => {
            let article: Article = serde_json::from_str(value).map_err(|e| e.to_string())?;
            if DocumentId::of(&article.text).0 != id {
                return Err("the text is not the one that the key names".into());
            }
            kept.articles.push(article);
        }
        (Some("settings"), None, None) => {
            kept.settings = serde_json::from_str(value).map_err(|e| e.to_string())?;
        }
        _ => return Err("no record has such a key".into()),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::MemoryStore;
    use super::*;
    use crate::annotation::{AnnotationId, Content, Target, Timestamp};
    use crate::text::{Document, Span};

    fn note(article: &Article) -> Annotation {
        let document = Document::new(&article.text);
        Annotation {
            id: AnnotationId("urn:uuid:1".into()),
            created: Timestamp("2024-01-09T08:00:00Z".into()),
            modified: Timestamp("2024-01-09T08:00:00Z".into()),
            target: Target::new(&document, Span::of(0..6)),
            content: Content::Note,
            note: "ملاحظة".into(),
            tags: vec!["وسم".into()],
            judgement: None,
            other: serde_json::Map::new(),
        }
    }

    #[test]
    fn what_is_saved_is_loaded() {
        let article = Article::new("قال الوزير");
        let mut keeper = Keeper::new(MemoryStore::default());
        keeper.load().unwrap();
        keeper.save_article(&article).unwrap();
        keeper.save(&article.id, &Edit::add(note(&article))).unwrap();
        let kept = Keeper::new(keeper.store).load().unwrap();
        assert_eq!(kept.articles, std::slice::from_ref(&article));
        assert_eq!(kept.annotations.get(&article.id).map(Vec::as_slice), Some([note(&article)].as_slice()));
        assert!(kept.unreadable.is_empty());
    }

    #[test]
    fn nothing_is_written_before_everything_was_read() {
        let keeper = Keeper::new(MemoryStore::default());
        assert!(keeper.save_settings(&Settings::default()).is_err());
    }

    #[test]
    fn what_cannot_be_read_is_set_aside_and_stays() {
        let records = [
            ("mawqif/1/annotation/x/urn:1", "{broken"),
            ("mawqif/1/document/x", "{}"),
            ("mawqif/1/strange", "?"),
            ("other/key", "not ours"),
        ];
        let mut keeper = Keeper::new(MemoryStore::with(records));
        let kept = keeper.load().unwrap();
        let keys: Vec<&str> = kept.unreadable.iter().map(|u| u.key.as_str()).collect();
        assert_eq!(keys, ["mawqif/1/annotation/x/urn:1", "mawqif/1/document/x", "mawqif/1/strange"]);
        for (key, value) in records {
            assert_eq!(keeper.store().get(key).unwrap().as_deref(), Some(value));
        }
    }

    #[test]
    fn newer_data_is_not_written_over() {
        let mut keeper = Keeper::new(MemoryStore::with([("mawqif/2/settings", "{}")]));
        assert!(keeper.load().unwrap().newer);
        assert_eq!(keeper.save_settings(&Settings::default()), Err(StoreError::Newer));
    }

    #[test]
    fn a_full_store_says_so() {
        let mut keeper = Keeper::new(MemoryStore::default());
        keeper.load().unwrap();
        keeper.store().fail_writes(Some(StoreError::Full));
        assert_eq!(keeper.save_article(&Article::seed()), Err(StoreError::Full));
    }
}
