//! Annotations as W3C JSON-LD.

use super::own::{bodies, own};
use super::read::{bodies_of, content_of, target_of};
use super::{ANNO, COLLECTION, TERMS};
use crate::annotation::{Annotation, Article, DocumentId, Workspace};
use crate::exchange::Collection;
use crate::order::sort_by;
use serde_json::{Map, Value, json};

/// The workspace as a collection with its first page embedded; the same workspace always gives the same
/// bytes.
pub fn write(workspace: &Workspace) -> String {
    let article = workspace.article();
    lay_out(Some(article), &article.id, workspace.annotations().values().collect())
}

/// A collection as it was read, whether or not it came with its article.
pub fn write_collection(collection: &Collection) -> String {
    let article = collection.article.as_ref();
    let unknown = || DocumentId("unknown".to_owned());
    let id = article.map(|a| a.id.clone()).or_else(|| collection.document.clone()).unwrap_or_else(unknown);
    lay_out(article, &id, collection.annotations.iter().collect())
}

fn lay_out(article: Option<&Article>, document_id: &DocumentId, mut annotations: Vec<&Annotation>) -> String {
    sort_by(&mut annotations, |a, b| (a.target.position, &a.id).cmp(&(b.target.position, &b.id)));
    let id = format!("{COLLECTION}{}", document_id.0);
    let mut collection = Map::new();
    let mut put = |name: &str, value: Value| collection.insert(name.to_owned(), value);
    put("@context", context());
    put("id", id.clone().into());
    put("type", "AnnotationCollection".into());
    put("label", article.map(|a| a.title.clone()).unwrap_or_default().into());
    put("total", annotations.len().into());
    if let Some(article) = article {
        put("mawqif:document", document(article));
    }
    if !annotations.is_empty() {
        let items = annotations.iter().map(|a| Value::Object(annotation(a, document_id)));
        let page = json!({
            "id": format!("{id}:1"), "type": "AnnotationPage", "partOf": {"id": id}, "startIndex": 0,
            "items": items.collect::<Vec<Value>>(),
        });
        put("first", page);
    }
    let mut text = serde_json::to_string_pretty(&Value::Object(collection)).unwrap_or_default();
    text.push('\n');
    text
}

/// One annotation by itself, as it is kept.
pub fn write_annotation(record: &Annotation, document: &DocumentId) -> String {
    let mut fields = Map::new();
    fields.insert("@context".into(), context());
    fields.extend(annotation(record, document));
    Value::Object(fields).to_string()
}

fn context() -> Value {
    json!([ANNO, {"mawqif": TERMS}])
}

fn document(article: &Article) -> Value {
    let mut fields = Map::new();
    let mut put = |name: &str, value: Value| fields.insert(name.to_owned(), value);
    put("sha256", article.id.0.clone().into());
    put("title", article.title.clone().into());
    for (name, value) in [("source", &article.source), ("address", &article.address)] {
        if !value.is_empty() {
            put(name, value.clone().into());
        }
    }
    if let Some(date) = article.date {
        put("date", date.to_string().into());
    }
    if !article.arrangement.is_empty() {
        put("board", serde_json::to_value(&article.arrangement).unwrap_or_default());
    }
    put("language", "ar".into());
    put("offsetUnit", "code point".into());
    put("text", article.text.clone().into());
    Value::Object(fields)
}

fn annotation(record: &Annotation, document: &DocumentId) -> Map<String, Value> {
    let mut fields = own(record, document);
    for (name, raw) in &record.other {
        match name.as_str() {
            "body" | "bodyValue" => put_bodies(&mut fields, record, name, raw),
            "target" if target_of(raw).as_ref() != Some(&record.target) => {}
            "motivation" if content_of(raw) != record.content => {}
            _ => drop(fields.insert(name.clone(), raw.clone())),
        }
    }
    fields
}

/// The bodies as they came where note and tags still are what they say; otherwise ours, and those that
/// say neither (a picture, for instance) beside them.
fn put_bodies(fields: &mut Map<String, Value>, record: &Annotation, name: &str, raw: &Value) {
    let tags: Vec<&str> = record.tags.iter().map(String::as_str).filter(|tag| !tag.is_empty()).collect();
    let (note, raw_tags) = bodies_of(raw);
    if note == record.note && raw_tags == tags {
        fields.remove("body");
        fields.insert(name.to_owned(), raw.clone());
        return;
    }
    let list = match raw {
        Value::Array(list) => list.as_slice(),
        one => std::slice::from_ref(one),
    };
    let rest = list.iter().filter(|body| bodies_of(body) == Default::default() && name == "body").cloned();
    let bodies: Vec<Value> = bodies(record).into_iter().chain(rest).collect();
    if !bodies.is_empty() {
        fields.insert("body".to_owned(), Value::Array(bodies));
    }
}
