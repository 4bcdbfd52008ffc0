//! W3C Web Annotation collections in JSON-LD: what is downloaded, kept and taken in again.
//!
//! The model: <https://www.w3.org/TR/annotation-model/>. Notes are `TextualBody`s with the purpose
//! `commenting` (§3.2.4, §3.3.5), tags `tagging`; targets carry a `TextQuoteSelector` (§4.2.4) and a
//! `TextPositionSelector` (§4.2.5) in code points. What the standard has no word for stands under our own
//! terms: `mawqif:claim`, `mawqif:entity`, `mawqif:judgement`. Fields of other programs are kept as they
//! came.

use super::json::{At, FormatError, Problem};
use crate::annotation::{
    Annotation, AnnotationId, Article, Content, DocumentId, Judgement, Quote, Target, Timestamp, Workspace,
};
use crate::text::{CodePoint, Span};
use serde_json::{Map, Value, json};

/// The most bytes of a file that is taken in.
pub const MAX_BYTES: usize = 64_000_000;
/// The most annotations of a file that are taken in.
pub const MAX_ANNOTATIONS: usize = 200_000;

const ANNO: &str = "http://www.w3.org/ns/anno.jsonld";
const TERMS: &str = "https://mawqif.invalid/ns#";

/// The fields of an annotation that are ours to write; all others are kept as they came.
const KNOWN: [&str; 11] = [
    "@context", "id", "type", "motivation", "created", "modified", "body", "target", "mawqif:claim",
    "mawqif:entity", "mawqif:judgement",
];

/// An article with annotations as read from a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Collection {
    /// The article, where the file carries its text.
    pub article: Option<Article>,
    /// The id of the text that the annotations are about, where the file tells.
    pub document: Option<DocumentId>,
    /// The annotations.
    pub annotations: Vec<Annotation>,
}

/// The workspace as a collection with its first page embedded; the same workspace always gives the same
/// bytes.
pub fn write(workspace: &Workspace) -> String {
    let article = workspace.article();
    let mut annotations: Vec<&Annotation> = workspace.annotations().values().collect();
    annotations.sort_by_key(|a| (a.target.position, &a.id));
    let id = format!("urn:mawqif:collection:{}", article.id.0);
    let mut collection = Map::new();
    let mut put = |name: &str, value: Value| collection.insert(name.to_owned(), value);
    put("@context", context());
    put("id", id.clone().into());
    put("type", "AnnotationCollection".into());
    put("label", article.title.clone().into());
    put("total", annotations.len().into());
    put("mawqif:document", document(article));
    if !annotations.is_empty() {
        let items: Vec<Value> =
            annotations.iter().map(|a| Value::Object(annotation(a, &article.id))).collect();
        let page = json!({
            "id": format!("{id}:1"), "type": "AnnotationPage", "partOf": {"id": id}, "startIndex": 0, "items": items,
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
    put("language", "ar".into());
    put("offsetUnit", "code point".into());
    put("text", article.text.clone().into());
    Value::Object(fields)
}

fn annotation(record: &Annotation, document: &DocumentId) -> Map<String, Value> {
    let mut fields = Map::new();
    let mut put = |name: &str, value: Value| fields.insert(name.to_owned(), value);
    put("id", record.id.0.clone().into());
    put("type", "Annotation".into());
    put("motivation", motivation(&record.content).into());
    put("created", record.created.0.clone().into());
    put("modified", record.modified.0.clone().into());
    let bodies = bodies(record);
    if !bodies.is_empty() {
        put("body", Value::Array(bodies));
    }
    put("target", target(&record.target, document));
    match &record.content {
        Content::Claim(claim) => drop(put("mawqif:claim", serde_json::to_value(claim).unwrap_or_default())),
        Content::Entity(entity) => {
            drop(put("mawqif:entity", serde_json::to_value(entity).unwrap_or_default()))
        }
        Content::Highlight | Content::Note => {}
    }
    if let Some(judgement) = &record.judgement {
        let suggested = target(&judgement.suggested, document);
        put("mawqif:judgement", json!({"decision": judgement.decision, "suggested": suggested}));
    }
    fields.extend(record.other.clone());
    fields
}

fn motivation(content: &Content) -> &'static str {
    match content {
        Content::Claim(_) => "describing",
        Content::Entity(_) => "identifying",
        Content::Highlight => "highlighting",
        Content::Note => "commenting",
    }
}

fn bodies(record: &Annotation) -> Vec<Value> {
    let body = |value: &str, purpose: &str| {
        let arabic = value.chars().find(|c| c.is_alphabetic()).is_none_or(|c| !c.is_ascii());
        let (language, direction) = if arabic { ("ar", "rtl") } else { ("en", "ltr") };
        json!({
            "type": "TextualBody", "value": value, "purpose": purpose, "format": "text/plain",
            "language": language, "textDirection": direction,
        })
    };
    let note = (!record.note.is_empty()).then(|| body(&record.note, "commenting"));
    note.into_iter().chain(record.tags.iter().map(|tag| body(tag, "tagging"))).collect()
}

fn target(target: &Target, document: &DocumentId) -> Value {
    json!({
        "source": format!("urn:sha256:{}", document.0),
        "selector": [
            {
                "type": "TextQuoteSelector", "exact": target.quote.exact,
                "prefix": target.quote.prefix, "suffix": target.quote.suffix,
            },
            {"type": "TextPositionSelector", "start": target.position.start, "end": target.position.end},
        ],
    })
}

/// Reads a collection, a page, a list of annotations or one annotation.
///
/// # Errors
/// Where it is none of these: what is wrong and where.
pub fn read(text: &str) -> Result<Collection, FormatError> {
    if text.len() > MAX_BYTES {
        return Err(FormatError::new("", Problem::TooLarge(MAX_BYTES)));
    }
    let value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|e| {
        let path = format!("{}:{}", e.line(), e.column());
        FormatError::new(path, Problem::NotJson(e.to_string()))
    })?;
    let root = At::new(&value, "");
    let article = root.get("mawqif:document").map(|document| read_article(&document)).transpose()?;
    let items = match root.get("type").and_then(|t| t.value.as_str().map(str::to_owned)).as_deref() {
        Some("AnnotationCollection") => match root.get("first") {
            Some(first) => first.need("items")?.each(),
            None => Vec::new(),
        },
        Some("AnnotationPage") => root.need("items")?.each(),
        Some("Annotation") => vec![root.clone()],
        _ if value.is_array() => root.each(),
        Some(other) => return Err(root.need("type")?.error(Problem::Unknown(other.to_owned()))),
        None => return Err(root.error(Problem::Expected("an AnnotationCollection"))),
    };
    if items.len() > MAX_ANNOTATIONS {
        return Err(FormatError::new("first.items", Problem::TooMany(MAX_ANNOTATIONS)));
    }
    let mut document =
        root.get("mawqif:document").map(|d| d.need("sha256")?.string().map(str::to_owned)).transpose()?;
    let mut annotations = Vec::with_capacity(items.len());
    for item in &items {
        let (annotation, source) = read_annotation_at(item)?;
        document = document.or(source);
        annotations.push(annotation);
    }
    Ok(Collection { article: article.flatten(), document: document.map(DocumentId), annotations })
}

/// Reads one annotation as it is kept.
///
/// # Errors
/// As [`read`].
pub fn read_annotation(text: &str) -> Result<Annotation, FormatError> {
    let value: Value = serde_json::from_str(text).map_err(|e| {
        FormatError::new(format!("{}:{}", e.line(), e.column()), Problem::NotJson(e.to_string()))
    })?;
    read_annotation_at(&At::new(&value, "")).map(|(annotation, _)| annotation)
}

fn read_article(document: &At) -> Result<Option<Article>, FormatError> {
    let text = document.text("text")?;
    if text.is_empty() {
        return Ok(None);
    }
    let mut article = Article::new(text);
    let stated = document.need("sha256")?;
    if stated.string()? != article.id.0 {
        return Err(stated.error(Problem::Expected("the SHA-256 of the text")));
    }
    article.title = document.text("title")?;
    article.source = document.text("source")?;
    article.address = document.text("address")?;
    article.date = document.get("date").map(|date| date.parse()).transpose()?;
    Ok(Some(article))
}

/// The annotation and the document that its target names.
fn read_annotation_at(at: &At) -> Result<(Annotation, Option<String>), FormatError> {
    let fields = at.object()?;
    let id = at.need("id")?.string()?.to_owned();
    let (target, source) = read_target(&at.need("target")?)?;
    let mut record = Annotation {
        id: AnnotationId(id),
        created: Timestamp(at.text("created")?),
        modified: Timestamp(at.text("modified")?),
        target,
        content: read_content(at)?,
        note: String::new(),
        tags: Vec::new(),
        judgement: None,
        other: fields
            .iter()
            .filter(|(k, _)| !KNOWN.contains(&k.as_str()))
            .map(|(k, v)| (k.clone(), v.clone()))
            .collect(),
    };
    for body in at.get("body").map(|body| body.each()).unwrap_or_default() {
        let value =
            body.value.as_str().map(str::to_owned).or_else(|| body.text("value").ok()).unwrap_or_default();
        let tag = body.get("purpose").is_some_and(|p| p.value == "tagging");
        match (value.is_empty(), tag) {
            (true, _) => {}
            (false, true) => record.tags.push(value),
            (false, false) if record.note.is_empty() => record.note = value,
            (false, false) => {
                record.note.push('\n');
                record.note.push_str(&value);
            }
        }
    }
    if let Some(judgement) = at.get("mawqif:judgement") {
        let (suggested, _) = read_target(&judgement.need("suggested")?)?;
        record.judgement = Some(Judgement { decision: judgement.need("decision")?.parse()?, suggested });
    }
    Ok((record, source))
}

fn read_content(at: &At) -> Result<Content, FormatError> {
    if let Some(claim) = at.get("mawqif:claim") {
        return claim.parse().map(Content::Claim);
    }
    if let Some(entity) = at.get("mawqif:entity") {
        return entity.parse().map(Content::Entity);
    }
    let highlighting =
        at.get("motivation").is_some_and(|m| m.each().iter().any(|m| m.value == "highlighting"));
    Ok(if highlighting { Content::Highlight } else { Content::Note })
}

fn read_target(at: &At) -> Result<(Target, Option<String>), FormatError> {
    let first = at.each().into_iter().next().ok_or_else(|| at.error(Problem::Expected("a target")))?;
    let source = first.get("source").and_then(|s| s.value.as_str().map(str::to_owned));
    let source = source.and_then(|s| s.strip_prefix("urn:sha256:").map(str::to_owned));
    let mut target = Target::default();
    let mut quoted = false;
    for selector in first.need("selector")?.each() {
        match selector.need("type")?.string()? {
            "TextQuoteSelector" => {
                quoted = true;
                target.quote = Quote {
                    exact: selector.need("exact")?.string()?.to_owned(),
                    prefix: selector.text("prefix")?,
                    suffix: selector.text("suffix")?,
                };
            }
            "TextPositionSelector" => {
                let position = |name| -> Result<CodePoint, FormatError> {
                    let field = selector.need(name)?;
                    let number = field.value.as_u64().and_then(|n| u32::try_from(n).ok());
                    number
                        .map(CodePoint)
                        .ok_or_else(|| field.error(Problem::Expected("a position in code points")))
                };
                target.position = Span::new(position("start")?, position("end")?);
            }
            _ => {}
        }
    }
    if !quoted {
        return Err(first.need("selector")?.error(Problem::Expected("a TextQuoteSelector")));
    }
    Ok((target, source))
}
