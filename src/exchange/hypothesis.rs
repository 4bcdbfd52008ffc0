//! The JSON of Hypothesis: what its client exports and imports (`annotations`), what its interface answers
//! (`rows`), or a list: <https://h.readthedocs.io/en/latest/api-reference/v1/>.
//!
//! Its positions count UTF-16 units of the whole web page, not of our article, so places are told and found
//! by quote. Claims and entities stand under our own terms beside its fields, and their speaker and act
//! among the tags, where its readers see them.

use super::collection::Collection;
use super::json::{At, FormatError, Problem, parse};
use super::labels;
use super::outgoing::Outgoing;
use super::w3c::{TEXT, is_hash, is_iri, read_claim, read_quote};
use crate::annotation::{Annotation, AnnotationId, Content, DocumentId, Target, Timestamp};
use crate::order::{HashMap, sort_by};
use serde_json::{Map, Value, json};

/// Where Hypothesis shows an annotation: its id there, as an IRI.
const PLACE: &str = "https://hypothes.is/a/";

/// Writes what the client imports.
pub(super) fn write(outgoing: &Outgoing) -> String {
    let article = outgoing.collection.article.as_ref();
    let address = article.map(|article| article.address.as_str()).filter(|address| is_iri(address));
    let document = outgoing.collection.document.as_ref().map(|id| format!("{TEXT}{}", id.0));
    let uri = address.map(str::to_owned).or(document).unwrap_or_else(|| format!("{TEXT}unknown"));
    let title: Vec<&str> = article.iter().map(|article| article.title.as_str()).collect();
    let marks = outgoing.marks.iter().filter(|mark| !super::outgoing::is_rejected(mark.annotation));
    let annotations: Vec<Value> = marks
        .map(|mark| {
            let mut value = annotation(mark.annotation, &uri);
            value["document"] = json!({"title": title});
            value
        })
        .collect();
    // No clock here: the file is as old as what was changed last.
    let newest = outgoing.collection.annotations.iter().map(|a| &a.modified).max();
    let file = json!({
        "export_date": newest, "export_userid": USER, "client_version": "mawqif", "annotations": annotations,
    });
    format!("{file:#}\n")
}

const USER: &str = "acct:reader@mawqif.invalid";

fn annotation(annotation: &Annotation, uri: &str) -> Value {
    let quote = &annotation.target.quote;
    let tags: Vec<String> = spoken(&annotation.content).into_iter().chain(annotation.tags.clone()).collect();
    let mut value = json!({
        "id": annotation.id.0.strip_prefix(PLACE).unwrap_or(&annotation.id.0),
        "created": annotation.created, "updated": annotation.modified,
        "user": USER, "user_info": {"display_name": null}, "group": "__world__",
        "permissions": {
            "read": [USER], "update": [USER], "admin": [USER], "delete": [USER],
        },
        "uri": uri, "text": annotation.note, "tags": tags,
        "target": [{"source": uri, "selector": [{
            "type": "TextQuoteSelector", "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix,
        }]}],
        "links": {}, "hidden": false, "flagged": false,
    });
    match &annotation.content {
        Content::Claim(claim) => value["mawqif:claim"] = json!(claim),
        Content::Entity(entity) => value["mawqif:entity"] = json!(entity),
        Content::Highlight | Content::Note => {}
    }
    value
}

/// What the tags say of a claim or entity, before those of the reader.
fn spoken(content: &Content) -> Vec<String> {
    let tags = match content {
        Content::Claim(claim) => vec![labels::word(&claim.act), claim.speaker.trim().to_owned()],
        Content::Entity(entity) => vec![labels::word(&entity.kind)],
        Content::Highlight | Content::Note => Vec::new(),
    };
    tags.into_iter().filter(|tag| !tag.is_empty()).collect()
}

/// Reads annotations; an answer to another one goes into the note of that one.
///
/// # Errors
/// What is wrong, and where.
pub(super) fn read(text: &str) -> Result<Collection, FormatError> {
    let value = parse(text)?;
    let root = At::new(&value, "");
    let rows = match root.get("annotations").or_else(|| root.get("rows")) {
        Some(rows) => rows.items()?,
        None if root.value.is_array() => root.items()?,
        None if root.get("target").is_some() => vec![root],
        None => return Err(root.error(Problem::Expected("annotations or rows"))),
    };
    let mut collection = Collection::default();
    let mut answers = Vec::new();
    for row in &rows {
        let annotation = read_row(row)?;
        match row.get("references").and_then(|list| Some(list.each().first()?.value.as_str()?.to_owned())) {
            Some(parent) => answers.push((name(&parent), annotation)),
            None => collection.annotations.push(annotation),
        }
        if let Some(id) = row.get("uri").and_then(|uri| uri.value.as_str()?.strip_prefix(TEXT)) {
            let id = is_hash(id).then(|| DocumentId(id.to_owned()));
            collection.document = collection.document.or(id);
        }
    }
    sort_by(&mut answers, |(_, a), (_, b)| a.created.cmp(&b.created));
    let mut places = HashMap::default();
    for (index, annotation) in collection.annotations.iter().enumerate() {
        places.entry(annotation.id.clone()).or_insert(index);
    }
    for (parent, answer) in answers {
        let place = places.get(&parent).copied();
        if let Some(first) = place.and_then(|index| collection.annotations.get_mut(index)) {
            first.note.extend(["\n", &answer.note]);
            first.modified = first.modified.clone().max(answer.modified);
        }
    }
    Ok(collection)
}

fn name(id: &str) -> AnnotationId {
    AnnotationId(if is_iri(id) { id.to_owned() } else { format!("{PLACE}{id}") })
}

fn read_row(row: &At) -> Result<Annotation, FormatError> {
    let id = row.need("id")?;
    let name = name(id.string()?);
    if !is_iri(&name.0) {
        return Err(id.error(Problem::Expected("an id")));
    }
    let tags = row.get("tags").map(|tags| tags.each()).unwrap_or_default();
    let tags = tags.iter().map(|tag| tag.string().map(str::to_owned)).collect::<Result<Vec<_>, _>>()?;
    let note = row.text("text")?;
    let content = if let Some(claim) = row.get("mawqif:claim") {
        Content::Claim(read_claim(&claim)?)
    } else if let Some(entity) = row.get("mawqif:entity") {
        Content::Entity(entity.parse()?)
    } else if note.is_empty() && tags.is_empty() {
        Content::Highlight
    } else {
        Content::Note
    };
    let tags = match tags.strip_prefix(spoken(&content).as_slice()) {
        Some(own) => own.to_vec(),
        None => tags,
    };
    let mut other = Map::new();
    if let Some(user) = row.get("user").and_then(|user| user.value.as_str())
        && is_iri(user)
        && user != USER
    {
        other.insert("creator".into(), user.into());
    }
    Ok(Annotation {
        id: name,
        created: time(row, "created")?,
        modified: time(row, "updated")?,
        target: target(row)?,
        content,
        note,
        tags,
        judgement: None,
        other,
    })
}

/// A field's moment; an empty one is none.
fn time(row: &At, name: &str) -> Result<Timestamp, FormatError> {
    if row.text(name)?.is_empty() { Ok(Timestamp::default()) } else { row.time(name) }
}

/// The words that a row is about; a note on the whole page stands nowhere.
fn target(row: &At) -> Result<Target, FormatError> {
    let mut target = Target::default();
    for one in row.get("target").map(|target| target.each()).unwrap_or_default() {
        for selector in one.get("selector").map(|selector| selector.each()).unwrap_or_default() {
            if selector.get("type").is_some_and(|kind| kind.value == "TextQuoteSelector") {
                target.quote = read_quote(&selector)?;
            }
        }
    }
    Ok(target)
}
