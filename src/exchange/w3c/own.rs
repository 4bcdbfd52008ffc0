//! An annotation as we write it ourselves, whatever another program wrote of it.

use super::TEXT;
use crate::annotation::{Annotation, Content, DocumentId, Target};
use serde_json::{Map, Value, json};

/// What we write of an annotation ourselves.
pub fn own(record: &Annotation, document: &DocumentId) -> Map<String, Value> {
    let mut fields = Map::new();
    let mut put = |name: &str, value: Value| fields.insert(name.to_owned(), value);
    put("id", record.id.0.clone().into());
    put("type", "Annotation".into());
    put("motivation", motivation(&record.content).into());
    for (name, time) in [("created", &record.created), ("modified", &record.modified)] {
        if !time.0.is_empty() {
            put(name, time.0.clone().into());
        }
    }
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

pub fn bodies(record: &Annotation) -> Vec<Value> {
    let body = |value: &str, purpose: &str| {
        let arabic = value.chars().find(|c| c.is_alphabetic()).is_none_or(|c| !c.is_ascii());
        let (language, direction) = if arabic { ("ar", "rtl") } else { ("en", "ltr") };
        json!({
            "type": "TextualBody", "value": value, "purpose": purpose, "format": "text/plain",
            "language": language, "textDirection": direction,
        })
    };
    let note = std::iter::once((record.note.as_str(), "commenting"));
    let tags = record.tags.iter().map(|tag| (tag.as_str(), "tagging"));
    note.chain(tags)
        .filter(|(value, _)| !value.is_empty())
        .map(|(value, purpose)| body(value, purpose))
        .collect()
}

fn target(target: &Target, document: &DocumentId) -> Value {
    json!({
        "source": format!("{TEXT}{}", document.0),
        "selector": [
            {
                "type": "TextQuoteSelector", "exact": target.quote.exact,
                "prefix": target.quote.prefix, "suffix": target.quote.suffix,
            },
            {"type": "TextPositionSelector", "start": target.position.start, "end": target.position.end},
        ],
    })
}
