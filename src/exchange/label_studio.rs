//! The tasks of Label Studio: <https://labelstud.io/guide/task_format>.
//!
//! A task is a text in `data` with the regions of each annotator in `annotations`. Positions are code
//! points. What a label does not say goes into the region's `meta`, which Label Studio keeps; a note is
//! `meta.text`, as its own notes on regions are. The labelling set-up needs `<Labels name="label"
//! toName="text">` over `<Text name="text" value="$text">`.

use super::collection::Collection;
use super::incoming::{Incoming, Told};
use super::json::{At, FormatError, check_articles, parse};
use super::labels;
use super::outgoing::Outgoing;
use super::w3c::is_iri;
use crate::annotation::{Annotation, Article};
use crate::order::{HashMap, HashSet};
use crate::text::Span;
use serde_json::{Map, Value, json};

/// Writes a list of one task.
pub(super) fn write(outgoing: &Outgoing) -> Result<String, FormatError> {
    let (article, document) = outgoing.text()?;
    let standing: Vec<_> = outgoing.standing().collect();
    let region = |(annotation, span, points): &(&Annotation, Span, Span<_>)| {
        let mut region = json!({
            "id": annotation.id, "from_name": "label", "to_name": "text", "type": "labels",
            "value": {
                "start": points.start, "end": points.end, "text": document.slice(*span),
                "labels": [labels::label(annotation)],
            },
        });
        let meta = meta(annotation);
        if !meta.is_empty() {
            region["meta"] = meta.into();
        }
        region
    };
    let relations = outgoing.links().into_iter().filter_map(|(from, to, link)| {
        let (from, to) = (standing.get(from)?.0, standing.get(to)?.0);
        Some(json!({
            "type": "relation", "from_id": from.id, "to_id": to.id, "direction": "right",
            "labels": [link.relation],
        }))
    });
    let result: Vec<Value> = standing.iter().map(region).chain(relations).collect();
    let date = article.date.map(|date| date.to_string());
    let tasks = json!([{
        "data": {
            "text": article.text, "title": article.title, "source": article.source,
            "address": article.address, "date": date,
        },
        "annotations": [{"result": result}],
    }]);
    Ok(format!("{tasks:#}\n"))
}

fn meta(annotation: &Annotation) -> Map<String, Value> {
    let mut meta = Map::new();
    if !annotation.note.is_empty() {
        meta.insert("text".into(), json!([annotation.note]));
    }
    for (name, value) in labels::fields(&annotation.content) {
        meta.insert(name.into(), value.into());
    }
    if !annotation.tags.is_empty() {
        meta.insert("tags".into(), json!(annotation.tags));
    }
    meta
}

/// Reads a task or a list of them: an article each.
///
/// # Errors
/// What is wrong, and where.
pub(super) fn read(text: &str) -> Result<Vec<Collection>, FormatError> {
    let value = parse(text)?;
    check_articles(value.as_array().map_or(1, Vec::len))?;
    At::new(&value, "").each().iter().map(read_task).collect()
}

fn read_task(task: &At) -> Result<Collection, FormatError> {
    task.object()?;
    let data = task.need("data")?;
    let mut article = Article::new(text_of(&data)?);
    let field = |name| data.get(name).and_then(|field| field.value.as_str()).unwrap_or_default().to_owned();
    article.title = Some(field("title")).filter(|title| !title.is_empty()).unwrap_or(article.title);
    article.source = field("source");
    article.address = field("address");
    article.date = field("date").parse().ok();
    let mut incoming = Incoming::new("label-studio", Some(article));
    let annotations = task.get("annotations").or_else(|| task.get("completions"));
    for annotation in annotations.map(|list| list.each()).unwrap_or_default() {
        let cancelled = annotation.get("was_cancelled").is_some_and(|c| c.value == true);
        if let Some(result) = annotation.get("result").filter(|_| !cancelled) {
            read_result(&result, &mut incoming)?;
        }
    }
    Ok(incoming.collection())
}

/// The text of a task: its field `text`, or the only text that it has.
fn text_of<'j>(data: &At<'j>) -> Result<&'j str, FormatError> {
    let mut texts = data.object()?.values().filter_map(Value::as_str);
    match (data.get("text"), texts.next(), texts.next()) {
        (Some(text), ..) => text.string(),
        (None, Some(only), None) => Ok(only),
        _ => data.need("text")?.string(),
    }
}

fn read_result(result: &At, incoming: &mut Incoming) -> Result<(), FormatError> {
    // Regions of one id belong together: what is said of a place in a second form is not a second place.
    let mut places: HashMap<&str, usize> = HashMap::default();
    let regions = result.items()?;
    for region in &regions {
        // A region that names no place or no label (a rating of the whole text) says nothing to us.
        let Some(value) = region.get("value") else { continue };
        let kind = region.get("type").and_then(|kind| kind.value.as_str()).unwrap_or("labels");
        let (Some(start), Some(end)) = (value.get("start"), value.get("end")) else { continue };
        let Some(label) = value.get(kind).and_then(|labels| labels.each().first()?.value.as_str()) else {
            continue;
        };
        if !kind.ends_with("labels") {
            continue;
        }
        let place = Span::new(start.code_point()?, end.code_point()?);
        let id = region.get("id").and_then(|id| id.value.as_str());
        let told = Told { id: id.filter(|id| is_iri(id)), place, words: None, label };
        let annotation = incoming.add(&told, &value.path)?;
        if let Some(meta) = region.get("meta") {
            read_meta(&meta, annotation)?;
        }
        if let Some(id) = id {
            places.entry(id).or_insert(incoming.len() - 1);
        }
    }
    for region in &regions {
        if region.get("type").is_some_and(|kind| kind.value == "relation") {
            let end = |name| Ok(places.get(region.need(name)?.string()?).copied());
            let (from, to) = (end("from_id")?, end("to_id")?);
            for label in region.get("labels").map(|l| l.each()).unwrap_or_default() {
                incoming.link(from, to, label.value.as_str().unwrap_or_default());
            }
        }
    }
    Ok(())
}

fn read_meta(meta: &At, annotation: &mut Annotation) -> Result<(), FormatError> {
    for (name, value) in meta.object()? {
        let at = At::new(value, format!("{}.{name}", meta.path));
        match name.as_str() {
            "text" => {
                let lines: Vec<&str> = at.each().iter().filter_map(|line| line.value.as_str()).collect();
                annotation.note = lines.join("\n");
            }
            "tags" => {
                let mut known: HashSet<String> = annotation.tags.iter().cloned().collect();
                let tags = at.each().into_iter().filter_map(|tag| tag.value.as_str());
                annotation.tags.extend(tags.map(str::to_owned).filter(|tag| known.insert(tag.clone())));
            }
            field => labels::set(&mut annotation.content, field, value.as_str().unwrap_or_default()),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::Problem;

    #[test]
    fn a_place_outside_the_text_is_refused_with_its_path() {
        let file = r#"[{"data":{"text":"نص"},"annotations":[{"result":[{"type":"choices","value":{"choices":["x"]}},{"type":"labels","value":{"start":0,"end":9,"labels":["PER"]}}]}]}]"#;
        let error = read(file).unwrap_err();
        assert_eq!(
            (error.path.as_str(), error.problem),
            ("[0].annotations[0].result[1].value", Problem::OutsideText)
        );
    }
}
