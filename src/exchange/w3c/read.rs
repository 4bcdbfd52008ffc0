//! Annotations out of W3C JSON-LD, ours or another program's.

use super::own::own;
use super::{ANNO, COLLECTION, TEXT};
use crate::annotation::{
    Annotation, AnnotationId, Arrangement, Article, ClaimFields, Content, DocumentId, Judgement, Question,
    Quote, ReadBy, Target,
};
use crate::exchange::collection::{Collection, MAX_ANNOTATIONS};
use crate::exchange::dispute;
use crate::exchange::json::{At, FormatError, Problem, parse};
use crate::order::sort_by;
use crate::text::Span;
use serde_json::{Map, Value};

/// The fields that we write ourselves, and read by their meaning.
const OURS: [&str; 10] = [
    "id", "type", "motivation", "created", "modified", "body", "target", "mawqif:claim", "mawqif:entity",
    "mawqif:judgement",
];

/// Reads a collection, a page, a list of annotations or one annotation.
///
/// # Errors
/// Where it is none of these: what is wrong and where.
pub fn read(text: &str) -> Result<Collection, FormatError> {
    let value = parse(text)?;
    let root = At::new(&value, "");
    let article = root.get("mawqif:document").map(|document| read_article(&document)).transpose()?;
    let kind = root.get("type").map(|t| t.each()).unwrap_or_default();
    let is = |name: &str| kind.iter().any(|t| t.value == name);
    let items = if is("AnnotationCollection") {
        match root.get("first") {
            Some(first) if first.value.is_string() => return Err(first.error(Problem::Expected("a page"))),
            Some(first) => first.need("items")?.each(),
            None => Vec::new(),
        }
    } else if is("AnnotationPage") {
        root.need("items")?.each()
    } else if is("Annotation") {
        vec![root.clone()]
    } else if value.is_array() {
        root.each()
    } else if let Some(other) = kind.first() {
        return Err(root.need("type")?.error(Problem::Unknown(other.value.to_string())));
    } else {
        return Err(root.error(Problem::Expected("an AnnotationCollection")));
    };
    if items.len() > MAX_ANNOTATIONS {
        return Err(FormatError::new("first.items", Problem::TooMany(MAX_ANNOTATIONS)));
    }
    let mut document =
        root.get("mawqif:document").map(|d| d.need("sha256")?.string().map(str::to_owned)).transpose()?;
    if document.is_none() {
        // A collection without its article still tells by its name which text it is about.
        let id = root.get("id").and_then(|id| id.value.as_str()?.strip_prefix(COLLECTION));
        document = id.filter(|id| is_hash(id)).map(str::to_owned);
    }
    // Terms that another program defines for all its annotations must go on being defined for each.
    let context = root.get("@context").map(|context| context.value).filter(|context| foreign(context));
    let mut annotations = Vec::with_capacity(items.len());
    for item in &items {
        let (mut annotation, source) = read_annotation_at(item)?;
        if let Some(context) = context.filter(|_| item.get("@context").is_none()) {
            annotation.other.insert("@context".to_owned(), context.clone());
        }
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
    let value = parse(text)?;
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
    if let Some(board) = document.get("board") {
        article.arrangement = read_arrangement(&board)?;
    }
    Ok(Some(article))
}

/// How the reader arranged the board; the dispute in it is checked as one in a file of its own.
fn read_arrangement(board: &At) -> Result<Arrangement, FormatError> {
    let mut arrangement = Arrangement::default();
    for (name, value) in board.object()? {
        let at = board.need(name)?;
        match name.as_str() {
            "readBy" => arrangement.read_by = Some(read_choice(&at)?),
            "chosen" => arrangement.chosen = board.time("chosen")?,
            "questions" => {
                let mut all = at.items()?.iter().map(read_question).collect::<Result<Vec<Question>, _>>()?;
                // In order each is added at the end.
                sort_by(&mut all, |a, b| a.issue.cmp(&b.issue));
                all.into_iter().for_each(|question| arrangement.word(question));
            }
            _ => return Err(at.error(Problem::Unknown(value.to_string()))),
        }
    }
    Ok(arrangement)
}

fn read_question(at: &At) -> Result<Question, FormatError> {
    Ok(Question { modified: at.time("modified")?, ..at.parse()? })
}

fn read_choice(at: &At) -> Result<ReadBy, FormatError> {
    let Some(dispute) = at.get("dispute") else { return at.parse() };
    let text = dispute.value.to_string();
    let dispute = dispute::read(&text)
        .map_err(|error| FormatError { path: format!("{}.{}", dispute.path, error.path), ..error })?;
    Ok(ReadBy::Dispute(Box::new(dispute)))
}

/// Whether a context defines more than the standard and we do.
fn foreign(context: &Value) -> bool {
    match context {
        Value::String(address) => address != ANNO,
        Value::Array(list) => list.iter().any(foreign),
        Value::Object(terms) => terms.keys().any(|term| term != "mawqif"),
        _ => true,
    }
}

/// The annotation and the document that its target names.
fn read_annotation_at(at: &At) -> Result<(Annotation, Option<String>), FormatError> {
    let fields = at.object()?;
    let id = at.need("id")?;
    if !is_iri(id.string()?) {
        return Err(id.error(Problem::Expected("an IRI")));
    }
    let kind = at.get("type").map(|kind| kind.each()).unwrap_or_default();
    if !kind.is_empty() && !kind.iter().any(|kind| kind.value == "Annotation") {
        return Err(at.need("type")?.error(Problem::Expected("Annotation")));
    }
    let (target, source) = read_target(&at.need("target")?)?;
    let mut record = Annotation {
        id: AnnotationId(id.string()?.to_owned()),
        created: at.time("created")?,
        modified: at.time("modified")?,
        target,
        content: read_content(at)?,
        note: String::new(),
        tags: Vec::new(),
        judgement: None,
        other: Map::new(),
    };
    let body = at.get("body").or_else(|| at.get("bodyValue"));
    (record.note, record.tags) = body.map(|body| bodies_of(body.value)).unwrap_or_default();
    if let Some(judgement) = at.get("mawqif:judgement") {
        let (suggested, _) = read_target(&judgement.need("suggested")?)?;
        record.judgement = Some(Judgement { decision: judgement.need("decision")?.parse()?, suggested });
    }
    record.other = others(fields, &own(&record, &DocumentId(source.clone().unwrap_or_default())));
    Ok((record, source))
}

/// What we would not write, or write otherwise.
fn others(fields: &Map<String, Value>, own: &Map<String, Value>) -> Map<String, Value> {
    let kept = |name: &str, value: &Value| match name {
        "id" | "created" | "modified" => false,
        "@context" => foreign(value),
        name if name.starts_with("mawqif:") && OURS.contains(&name) => false,
        "bodyValue" => value.is_string() && !fields.contains_key("body"),
        name if OURS.contains(&name) => {
            let sound = value.is_string() || value.is_array() || value.is_object();
            sound && own.get(name) != Some(value)
        }
        _ => true,
    };
    fields.iter().filter(|(k, v)| kept(k, v)).map(|(k, v)| (k.clone(), v.clone())).collect()
}

/// An absolute IRI without the characters that RFC 3987 bars.
pub(in crate::exchange) fn is_iri(text: &str) -> bool {
    let scheme = |s: &str| {
        s.starts_with(|c: char| c.is_ascii_alphabetic())
            && s.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '.' | '-'))
    };
    let barred = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '<' | '>' | '"' | '{' | '}' | '|' | '\\' | '^' | '`')
    };
    text.split_once(':').is_some_and(|(head, rest)| scheme(head) && !rest.is_empty())
        && !text.contains(barred)
}

/// Whether a text is a SHA-256 as we write it.
pub(in crate::exchange) fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

/// Note and tags of a body or several; those that are neither say nothing.
pub(super) fn bodies_of(bodies: &Value) -> (String, Vec<String>) {
    let (mut note, mut tags) = (String::new(), Vec::new());
    for body in At::new(bodies, "").each() {
        let address = body.value.as_str().is_some_and(is_iri);
        let text = body.value.as_str().filter(|_| !address).map(str::to_owned);
        let value = text.or_else(|| body.text("value").ok()).unwrap_or_default();
        if value.is_empty() {
            continue;
        }
        let tag = body.get("purpose").is_some_and(|p| p.each().iter().any(|p| p.value == "tagging"));
        if tag {
            tags.push(value);
        } else {
            let apart = if note.is_empty() { "" } else { "\n" };
            note = note + apart + &value;
        }
    }
    (note, tags)
}

fn read_content(at: &At) -> Result<Content, FormatError> {
    if let Some(claim) = at.get("mawqif:claim") {
        return read_claim(&claim).map(Content::Claim);
    }
    if let Some(entity) = at.get("mawqif:entity") {
        return entity.parse().map(Content::Entity);
    }
    Ok(at.get("motivation").map_or(Content::Note, |motivation| content_of(motivation.value)))
}

/// A claim under our own term; what it links to must have a name that can be one.
pub(in crate::exchange) fn read_claim(at: &At) -> Result<ClaimFields, FormatError> {
    let claim: ClaimFields = at.parse()?;
    match claim.links.iter().position(|link| !is_iri(&link.claim.0)) {
        Some(index) => {
            let path = format!("{}.links[{index}].claim", at.path);
            Err(FormatError::new(path, Problem::Expected("an IRI")))
        }
        None => Ok(claim),
    }
}

/// What a motivation, or several, says without our own terms.
pub(super) fn content_of(motivation: &Value) -> Content {
    let highlighting = At::new(motivation, "").each().iter().any(|m| m.value == "highlighting");
    if highlighting { Content::Highlight } else { Content::Note }
}

/// The target as we understand it; none where it is no target.
pub(super) fn target_of(raw: &Value) -> Option<Target> {
    read_target(&At::new(raw, "target")).ok().map(|(target, _)| target)
}

/// The first target with a quote or a position, and the text that it names; a target without either (a
/// whole page) stands nowhere.
fn read_target(at: &At) -> Result<(Target, Option<String>), FormatError> {
    let mut found: Option<(Target, Option<String>)> = None;
    for one in at.each() {
        if !one.value.is_string() {
            one.object()?;
        }
        let source = one.get("source").and_then(|s| s.value.as_str().map(str::to_owned));
        let source = source.and_then(|s| s.strip_prefix(TEXT).map(str::to_owned));
        let mut target = Target::default();
        for selector in one.get("selector").map(|s| s.each()).unwrap_or_default() {
            read_selector(&selector, &mut target)?;
        }
        let stands = target != Target::default();
        if found.as_ref().is_none_or(|(first, _)| stands && *first == Target::default()) {
            found = Some((target, source));
        }
    }
    found.ok_or_else(|| at.error(Problem::Expected("a target")))
}

/// What a `TextQuoteSelector` says.
pub(in crate::exchange) fn read_quote(selector: &At) -> Result<Quote, FormatError> {
    Ok(Quote {
        exact: selector.need("exact")?.string()?.to_owned(),
        prefix: selector.text("prefix")?,
        suffix: selector.text("suffix")?,
    })
}

fn read_selector(selector: &At, target: &mut Target) -> Result<(), FormatError> {
    if selector.value.is_string() {
        return Ok(());
    }
    match selector.need("type")?.value.as_str() {
        Some("TextQuoteSelector") => target.quote = read_quote(selector)?,
        Some("TextPositionSelector") => {
            let position = |name| selector.need(name)?.code_point();
            let (start, end) = (position("start")?, position("end")?);
            if end < start {
                return Err(selector.need("end")?.error(Problem::Expected("an end after the start")));
            }
            target.position = Span::new(start, end);
        }
        _ => {}
    }
    Ok(())
}
