//! The JSON lines of doccano's sequence labelling: a text a line with `[start, end, label]`, or with
//! `entities` and `relations`: <https://doccano.github.io/doccano/tutorial/>.
//!
//! Positions are code points. doccano keeps a field that it does not know with the text and gives it back;
//! under `mawqif` go the article's title and date and our ids, so that a file that was there and came back
//! adds nothing twice.

use super::collection::{Collection, MAX_ANNOTATIONS};
use super::incoming::{Incoming, Told};
use super::json::{At, FormatError, Problem, check_articles, parse};
use super::labels;
use super::outgoing::Outgoing;
use crate::annotation::Article;
use crate::order::HashMap;
use crate::text::Span;
use serde_json::{Value, json};

/// Writes a line.
pub(super) fn write(outgoing: &Outgoing) -> Result<String, FormatError> {
    let (article, _) = outgoing.text()?;
    let (mut label, mut entities, mut ids) = (Vec::new(), Vec::new(), Vec::new());
    for (index, (annotation, _, points)) in outgoing.standing().enumerate() {
        let name = labels::label(annotation);
        label.push(json!([points.start, points.end, name]));
        entities.push(
            json!({"id": index, "label": name, "start_offset": points.start, "end_offset": points.end}),
        );
        ids.push(annotation.id.0.clone());
    }
    let relations: Vec<Value> = outgoing
        .links()
        .into_iter()
        .enumerate()
        .map(|(id, (from, to, link))| json!({"id": id, "from_id": from, "to_id": to, "type": link.relation}))
        .collect();
    let mut line = json!({"text": article.text, "label": label});
    if !relations.is_empty() {
        line["entities"] = entities.into();
        line["relations"] = relations.into();
    }
    let date = article.date.map(|date| date.to_string());
    line["mawqif"] = json!({
        "title": article.title, "source": article.source, "address": article.address, "date": date,
        "spans": label, "ids": ids,
    });
    Ok(format!("{line}\n"))
}

/// Reads the lines: an article each.
///
/// # Errors
/// What is wrong, with the line's number before the path.
pub(super) fn read(text: &str) -> Result<Vec<Collection>, FormatError> {
    let (mut collections, mut annotations) = (Vec::new(), 0);
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let located = |mut error: FormatError| {
            error.path = match error.problem {
                // The parser counts lines of the one that it was given.
                Problem::NotJson(_) => (number + 1).to_string(),
                _ => format!("{}: {}", number + 1, error.path),
            };
            error
        };
        let value = parse(line).map_err(located)?;
        let collection = read_line(&At::new(&value, "")).map_err(located)?;
        annotations += collection.annotations.len();
        if annotations > MAX_ANNOTATIONS {
            return Err(FormatError::new((number + 1).to_string(), Problem::TooMany(MAX_ANNOTATIONS)));
        }
        collections.push(collection);
        check_articles(collections.len())?;
    }
    Ok(collections)
}

fn read_line(root: &At) -> Result<Collection, FormatError> {
    root.object()?;
    let text = root.get("text").or_else(|| root.get("data")).map_or_else(|| root.need("text"), Ok)?;
    let mut article = Article::new(text.string()?);
    let ours = root.get("mawqif");
    if let Some(known) = &ours {
        let text = |name| known.text(name);
        article.title = Some(text("title")?).filter(|title| !title.is_empty()).unwrap_or(article.title);
        (article.source, article.address) = (text("source")?, text("address")?);
        article.date = known.get("date").map(|date| date.parse()).transpose()?;
    }
    let ids = known_ids(ours.as_ref());
    let mut incoming = Incoming::new("doccano", Some(article));
    if let Some(entities) = root.get("entities") {
        let mut places: HashMap<String, usize> = HashMap::default();
        for entity in entities.items()? {
            let place = (entity.need("start_offset")?, entity.need("end_offset")?);
            add(&mut incoming, &entity, (&place.0, &place.1), &entity.need("label")?, &ids)?;
            if let Some(id) = entity.get("id") {
                places.insert(id.value.to_string(), incoming.len() - 1);
            }
        }
        for relation in root.get("relations").map(|r| r.each()).unwrap_or_default() {
            let end = |name| Ok(places.get(&relation.need(name)?.value.to_string()).copied());
            let (from, to) = (end("from_id")?, end("to_id")?);
            let kind = relation.need("type")?;
            incoming.link(from, to, kind.string()?);
        }
    } else if let Some(spans) = root.get("label").or_else(|| root.get("labels")) {
        for span in spans.items()? {
            let parts = span.each();
            let [start, end, label] = parts.as_slice() else {
                return Err(span.error(Problem::Expected("[start, end, label]")));
            };
            add(&mut incoming, &span, (start, end), label, &ids)?;
        }
    }
    Ok(incoming.collection())
}

/// Our ids by the span, as it is written, that they were given out with.
fn known_ids(ours: Option<&At>) -> HashMap<String, String> {
    let list = |name| ours.and_then(|ours| ours.get(name)).map(|list| list.each()).unwrap_or_default();
    let id = |id: &At| id.value.as_str().map(str::to_owned);
    let spans = list("spans").into_iter().map(|span| span.value.to_string());
    spans.zip(list("ids").iter().filter_map(id)).collect()
}

fn add(
    incoming: &mut Incoming,
    at: &At,
    (start, end): (&At, &At),
    label: &At,
    ids: &HashMap<String, String>,
) -> Result<(), FormatError> {
    let place = Span::new(start.code_point()?, end.code_point()?);
    let id = ids.get(&json!([place.start, place.end, label.string()?]).to_string());
    let told = Told { id: id.map(String::as_str), place, words: None, label: label.string()? };
    incoming.add(&told, &at.path).map(|_| ())
}
