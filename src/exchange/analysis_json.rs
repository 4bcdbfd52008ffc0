//! An analysis as JSON, one object an article: the format in which gold standards are written.
//!
//! Offsets are code points of the text as given: `text[start:end]`.

use crate::analysis::{Act, Analysis, Claim, Date, Entity, EntityKind, Form, Reference, Value};
use crate::text::{Document, Span};
use serde::Serialize;
use std::collections::BTreeMap;

/// One analysed article.
#[derive(Clone, Debug, Serialize)]
pub struct AnalysisJson {
    /// The id of the line it answers, in a stream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<serde_json::Value>,
    /// The file's name, where there is a file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// Which engine found this.
    engine: &'static str,
    /// With which tables of words.
    lexicon: &'static str,
    language: &'static str,
    /// Who published it, as the line says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    parties: Vec<PartyJson>,
    entities: Vec<EntityJson>,
    claims: Vec<ClaimJson>,
    contests: Vec<ContestJson>,
}

#[derive(Clone, Debug, Serialize)]
struct PartyJson {
    id: String,
    name: String,
}

#[derive(Clone, Debug, Serialize)]
struct EntityJson {
    start: u32,
    end: u32,
    text: String,
    r#type: EntityKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    side: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<&'static str>,
    referent: u32,
}

#[derive(Clone, Debug, Serialize)]
struct ClaimJson {
    id: String,
    start: u32,
    end: u32,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    side: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<String>,
    cue: String,
    form: Form,
    act: Act,
    #[serde(skip_serializing_if = "Option::is_none")]
    issue: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    via: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
struct ContestJson {
    issue: String,
    question: String,
    positions: BTreeMap<String, Vec<String>>,
}

impl AnalysisJson {
    /// The analysis of `document` in this format.
    pub fn new(document: &Document, analysis: &Analysis, date: Option<Date>) -> Self {
        let contests = analysis.contests.iter().map(|contest| ContestJson {
            issue: contest.issue.0.clone(),
            question: contest.question.clone(),
            positions: contest
                .positions
                .iter()
                .map(|p| (p.party.0.clone(), p.claims.iter().copied().map(claim_id).collect()))
                .collect(),
        });
        AnalysisJson {
            id: None,
            document: None,
            engine: crate::analysis::VERSION,
            lexicon: crate::lexicon::VERSION,
            language: "ar",
            source: None,
            date: date.map(|d| d.to_string()),
            parties: analysis
                .parties
                .iter()
                .map(|party| PartyJson { id: party.id.0.clone(), name: party.name.clone() })
                .collect(),
            entities: analysis.entities.iter().map(|e| entity_json(document, e)).collect(),
            claims: analysis.claims.iter().enumerate().map(|(i, c)| claim_json(document, i, c)).collect(),
            contests: contests.collect(),
        }
    }
}

/// Claims are named by their place in the list, from `c1`.
fn claim_id(index: usize) -> String {
    format!("c{}", index + 1)
}

fn place(document: &Document, span: Span) -> (u32, u32, String) {
    let points = document.offsets().code_points(span);
    (points.start.0, points.end.0, document.slice(span).to_owned())
}

fn entity_json(document: &Document, entity: &Entity) -> EntityJson {
    let (start, end, text) = place(document, entity.span);
    EntityJson {
        start,
        end,
        text,
        r#type: entity.kind,
        value: entity.value.as_ref().map(value_json),
        side: entity.side.as_ref().map(|side| side.0.clone()),
        country: entity.country,
        referent: entity.referent,
    }
}

/// Whole numbers are written without a decimal point.
fn value_json(value: &Value) -> serde_json::Value {
    match value {
        Value::Iso(iso) => iso.clone().into(),
        Value::Number(number) if number.fract() == 0.0 && number.abs() < 9e15 => (*number as i64).into(),
        Value::Number(number) => (*number).into(),
    }
}

fn claim_json(document: &Document, index: usize, claim: &Claim) -> ClaimJson {
    let (start, end, text) = place(document, claim.span);
    let words = |reference: &Option<Reference>| reference.as_ref().map(|r| r.text.clone());
    ClaimJson {
        id: claim_id(index),
        start,
        end,
        text,
        side: claim.side.as_ref().map(|side| side.0.clone()),
        speaker: words(&claim.speaker),
        cue: claim.cue.text.clone(),
        form: claim.form,
        act: claim.act,
        issue: claim.issue.as_ref().map(|issue| issue.0.clone()),
        via: words(&claim.via),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyze;

    #[test]
    fn places_are_code_points_and_the_words_are_those_there() {
        let text = "😀 قالت بغداد أمس إن 3.5 مليون برميل وصلت إلى البصرة.";
        let document = Document::new(text);
        let found = AnalysisJson::new(&document, &analyze(&document, None, None), None);
        let found = serde_json::to_value(found).unwrap();
        let letters: Vec<char> = text.chars().collect();
        let lists = ["entities", "claims"].map(|list| found[list].as_array().unwrap());
        for item in lists.into_iter().flatten() {
            let at = |end: &str| item[end].as_u64().unwrap() as usize;
            let words: String = letters[at("start")..at("end")].iter().collect();
            assert_eq!(item["text"], words.as_str());
        }
        assert_eq!((lists[0].len() > 2, &found["claims"][0]["id"]), (true, &"c1".into()));
    }

    #[test]
    fn whole_numbers_have_no_decimal_point() {
        for (value, written) in [
            (Value::Number(3.0), "3"),
            (Value::Number(-2e15), "-2000000000000000"),
            (Value::Number(3.5), "3.5"),
            (Value::Number(1e16), "1e+16"),
            (Value::Iso("2024-01".into()), "\"2024-01\""),
        ] {
            assert_eq!(value_json(&value).to_string(), written);
        }
    }
}
