//! UIMA CAS JSON 0.4, as INCEpTION and other UIMA tools read it:
//! <https://github.com/apache/uima-uimaj-io-jsoncas>.
//!
//! Entities go into INCEpTION's own layer of named entities, claims and notes into custom layers that the
//! file declares. Positions count UTF-16 units, as everywhere in UIMA.

use super::json::FormatError;
use super::labels;
use super::outgoing::Outgoing;
use crate::annotation::{Annotation, Content};
use serde_json::{Map, Value, json};

const ENTITY: &str = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";
const METADATA: &str = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData";
const CLAIM: &str = "webanno.custom.Claim";
const REMARK: &str = "webanno.custom.Remark";
const LINK: &str = "webanno.custom.ClaimLink";

/// Text fields of the layers.
const LAYERS: [(&str, &[&str]); 3] = [
    (ENTITY, &["value", "identifier", "iri", "normalized", "note", "tags"]),
    (
        CLAIM,
        &[
            "iri", "act", "speaker", "cue", "form", "side", "issue", "via", "rating", "reasoning", "note",
            "tags",
        ],
    ),
    (REMARK, &["iri", "label", "note", "tags"]),
];

/// The feature structure of the text itself.
const SOFA: usize = 1;
/// That of what is known about it.
const ABOUT: usize = 2;

/// Writes the CAS.
pub(super) fn write(outgoing: &Outgoing) -> Result<String, FormatError> {
    let (article, document) = outgoing.text()?;
    let end = document.offsets().to_utf16(crate::text::Byte::from(article.text.len()));
    let mut structures = vec![
        json!({
            "%ID": SOFA, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView",
            "mimeType": "text", "sofaString": article.text,
        }),
        json!({
            "%ID": ABOUT, "%TYPE": METADATA, "@sofa": SOFA, "begin": 0, "end": end.0, "language": "ar",
            "documentTitle": article.title, "documentId": article.id, "documentUri": article.address,
        }),
    ];
    let first = ABOUT + 1;
    let mut places = Vec::new();
    for (index, (annotation, span, _)) in outgoing.standing().enumerate() {
        let place = document.offsets().utf16(span);
        places.push(place);
        let (layer, fields) = fields(annotation);
        let mut structure = json!({
            "%ID": first + index, "%TYPE": layer, "@sofa": SOFA, "begin": place.start.0, "end": place.end.0,
        });
        for (name, value) in fields {
            structure[name] = value.into();
        }
        structures.push(structure);
    }
    for (from, to, link) in outgoing.links() {
        let Some(place) = places.get(to) else { continue };
        structures.push(json!({
            "%ID": structures.len() + 1, "%TYPE": LINK, "@sofa": SOFA,
            "begin": place.start.0, "end": place.end.0,
            "relation": link.relation, "@Governor": first + from, "@Dependent": first + to,
        }));
    }
    let members: Vec<usize> = (ABOUT..=structures.len()).collect();
    let cas = json!({
        "%TYPES": types(), "%FEATURE_STRUCTURES": structures,
        "%VIEWS": {"_InitialView": {"%SOFA": SOFA, "%MEMBERS": members}},
    });
    Ok(format!("{cas:#}\n"))
}

/// The layer of an annotation and its fields there.
fn fields(annotation: &Annotation) -> (&'static str, Vec<(&'static str, String)>) {
    let mut fields = labels::fields(&annotation.content);
    let layer = match &annotation.content {
        Content::Entity(entity) => {
            fields.iter_mut().for_each(|(name, _)| *name = "normalized");
            fields.push(("value", labels::word(&entity.kind)));
            ENTITY
        }
        Content::Claim(claim) => {
            fields.push(("act", labels::word(&claim.act)));
            if let Some(verdict) = &claim.verdict {
                fields.push(("rating", labels::word(&verdict.rating)));
                fields.push(("reasoning", verdict.reasoning.clone()));
            }
            CLAIM
        }
        Content::Highlight | Content::Note => {
            fields.push(("label", labels::label(annotation)));
            REMARK
        }
    };
    fields.push(("iri", annotation.id.0.clone()));
    fields.push(("note", annotation.note.clone()));
    fields.push(("tags", annotation.tags.join("، ")));
    fields.retain(|(_, value)| !value.is_empty());
    (layer, fields)
}

fn types() -> Value {
    let feature = |name: &str, range: &str| json!({"%NAME": name, "%RANGE": range});
    let declared = |name: &str, above: &str, features: &[(&str, &str)]| {
        let mut declared = Map::new();
        declared.insert("%NAME".into(), name.into());
        declared.insert("%SUPER_TYPE".into(), above.into());
        for (name, range) in features {
            declared.insert((*name).into(), feature(name, range));
        }
        Value::Object(declared)
    };
    let text = |names: &[&'static str]| -> Vec<(&str, &str)> {
        names.iter().map(|name| (*name, "uima.cas.String")).collect()
    };
    let mut types = Map::new();
    let about = text(&["documentTitle", "documentId", "documentUri"]);
    types.insert(METADATA.into(), declared(METADATA, "uima.tcas.DocumentAnnotation", &about));
    for (layer, fields) in LAYERS {
        types.insert(layer.into(), declared(layer, "uima.tcas.Annotation", &text(fields)));
    }
    let ends = [("relation", "uima.cas.String"), ("Governor", CLAIM), ("Dependent", CLAIM)];
    types.insert(LINK.into(), declared(LINK, "uima.tcas.Annotation", &ends));
    types.into()
}
