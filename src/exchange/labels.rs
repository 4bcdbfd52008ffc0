//! What annotations are called in tools that know labels: `PER`, `claim-deny`, `highlight`, `note`; and
//! the fields that tools with room for more carry beside the label.

use crate::analysis::{Act, EntityKind, IssueId, PartyId, Value};
use crate::annotation::{Annotation, ClaimFields, Content, EntityFields};
use crate::text::decimal;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The label of an annotation. A highlight goes by its first tag, since that is how a label unknown here
/// came in.
pub(super) fn label(annotation: &Annotation) -> String {
    match &annotation.content {
        Content::Claim(claim) => format!("claim-{}", word(&claim.act)),
        Content::Entity(entity) => word(&entity.kind),
        Content::Note => "note".into(),
        Content::Highlight => match annotation.tags.first().map(|tag| tag.trim()) {
            Some(tag) if !tag.is_empty() => tag.to_owned(),
            _ => "highlight".into(),
        },
    }
}

/// Labels that other schemes use for what is known here, in lower case.
const ALIASES: [(&str, EntityKind); 18] = [
    ("person", EntityKind::Person),
    ("pers", EntityKind::Person),
    ("organization", EntityKind::Organisation),
    ("organisation", EntityKind::Organisation),
    ("norp", EntityKind::Organisation),
    ("location", EntityKind::Place),
    ("place", EntityKind::Place),
    ("gpe", EntityKind::Place),
    ("fac", EntityKind::Place),
    ("time", EntityKind::Date),
    ("timex", EntityKind::Date),
    ("number", EntityKind::Quantity),
    ("cardinal", EntityKind::Quantity),
    ("ordinal", EntityKind::Quantity),
    ("money", EntityKind::Quantity),
    ("percent", EntityKind::Quantity),
    ("percentage", EntityKind::Quantity),
    ("quant", EntityKind::Quantity),
];

/// What a label says, and the label as a tag where it is not known here.
pub(super) fn content(label: &str) -> (Content, Option<String>) {
    let entity = |kind| Content::Entity(EntityFields { kind, value: None });
    let lower = label.trim().to_ascii_lowercase();
    let alias = ALIASES.iter().find(|(alias, _)| *alias == lower).map(|(_, kind)| *kind);
    if let Some(kind) = alias.or_else(|| parse(&lower.to_ascii_uppercase())) {
        return (entity(kind), None);
    }
    let act = lower.strip_prefix("claim").map(|rest| rest.trim_start_matches(['-', '_', ':', '/']));
    match act.map(|act| if act.is_empty() { Some(Act::Affirm) } else { parse(act) }) {
        Some(Some(act)) => (Content::Claim(ClaimFields::of(act)), None),
        _ => match lower.as_str() {
            "note" => (Content::Note, None),
            "highlight" => (Content::Highlight, None),
            _ => (Content::Highlight, Some(label.trim().to_owned()).filter(|tag| !tag.is_empty())),
        },
    }
}

/// The fields beside the label, those that say something, under the names they have in every format.
pub(super) fn fields(content: &Content) -> Vec<(&'static str, String)> {
    let fields = match content {
        Content::Claim(claim) => vec![
            ("speaker", claim.speaker.clone()),
            ("cue", claim.cue.clone()),
            ("form", word(&claim.form)),
            ("side", claim.side.as_ref().map(|side| side.0.clone()).unwrap_or_default()),
            ("issue", claim.issue.as_ref().map(|issue| issue.0.clone()).unwrap_or_default()),
            ("via", claim.via.clone()),
        ],
        Content::Entity(entity) => {
            vec![("value", entity.value.as_ref().map(value).unwrap_or_default())]
        }
        Content::Highlight | Content::Note => Vec::new(),
    };
    fields.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

/// Gives a field its value; one that the content does not have, or a value that is none, changes nothing.
pub(super) fn set(content: &mut Content, name: &str, text: &str) {
    let some = || Some(text.to_owned()).filter(|text| !text.is_empty());
    match (content, name) {
        (Content::Claim(claim), "speaker") => claim.speaker = text.to_owned(),
        (Content::Claim(claim), "cue") => claim.cue = text.to_owned(),
        (Content::Claim(claim), "form") => claim.form = parse(text).unwrap_or(claim.form),
        (Content::Claim(claim), "side") => claim.side = some().map(PartyId),
        (Content::Claim(claim), "issue") => claim.issue = some().map(IssueId),
        (Content::Claim(claim), "via") => claim.via = text.to_owned(),
        (Content::Entity(entity), "value") => {
            let number = decimal(text);
            entity.value = some().map(|text| number.map_or(Value::Iso(text), Value::Number));
        }
        _ => {}
    }
}

/// A date or quantity as text.
pub(super) fn value(value: &Value) -> String {
    match value {
        Value::Iso(iso) => iso.clone(),
        Value::Number(number) => digits(*number),
    }
}

/// A number in digits alone, as [`decimal`] reads it. The standard library writes the same and carries as much as a
/// format of its own for it; JSON's writer is there already, and moves the point of what is very large or small.
fn digits(number: f64) -> String {
    let shortest = serde_json::Value::from(number).to_string();
    let (mantissa, exponent) = shortest.split_once('e').unwrap_or((&shortest, "0"));
    let (sign, mantissa) = mantissa.strip_prefix('-').map_or(("", mantissa), |rest| ("-", rest));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let exponent: i64 = exponent.parse().unwrap_or(0);
    let fraction = fraction.trim_end_matches('0');
    let digits = format!("{whole}{fraction}");
    let point = whole.len() as i64 + exponent;
    let zeros = |count: i64| "0".repeat(usize::try_from(count).unwrap_or(0));
    match usize::try_from(point) {
        Ok(point @ 1..) if point < digits.len() => {
            let (whole, fraction) = digits.split_at(point);
            format!("{sign}{whole}.{fraction}")
        }
        Ok(1..) => format!("{sign}{digits}{}", zeros(point - digits.len() as i64)),
        _ => format!("{sign}0.{}{digits}", zeros(-point)),
    }
}

/// A value's name in files.
pub(super) fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

/// The value of that name.
pub(super) fn parse<T: DeserializeOwned>(word: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_are_written_in_digits_alone(
            number in prop_oneof![-1e6..1e6, proptest::num::f64::NORMAL, (0..u64::MAX).prop_map(|whole| whole as f64)]
        ) {
            // Of two decimals as short as each other and as near to the number either will do.
            let (written, shortest) = (digits(number), number.to_string());
            prop_assert_eq!((written.parse(), written.len()), (Ok(number), shortest.len()));
            prop_assert!(!written.contains(['e', 'E']), "{written}");
        }
    }

    #[test]
    fn whole_and_very_large_and_small_numbers_are_read_again() {
        for number in [0.0, 3.0, -2e15, 1e16, 1e22, 9.5e18, 0.5, 0.000_123, 1e-7, 1.5e-7] {
            assert_eq!(digits(number), number.to_string());
            assert_eq!(decimal(&digits(number)), Some(number));
        }
    }

    #[test]
    fn what_has_a_name_in_files_has_the_same_in_the_page() {
        for act in Act::ALL {
            assert_eq!((act.name(), Act::named(&word(&act))), (word(&act).as_str(), Some(act)));
        }
        for kind in EntityKind::ALL {
            assert_eq!((kind.name(), EntityKind::named(&word(&kind))), (word(&kind).as_str(), Some(kind)));
        }
    }

    #[test]
    fn labels_of_other_schemes_are_understood() {
        for (label, known) in [
            ("PER", "PER"),
            ("Person", "PER"),
            ("GPE", "LOC"),
            ("date", "DATE"),
            ("MONEY", "QUANTITY"),
            ("claim-deny", "claim-deny"),
            ("Claim", "claim-affirm"),
            ("claim-shout", "claim-shout"),
            ("سلاح", "سلاح"),
            ("note", "note"),
        ] {
            let (content, tag) = content(label);
            let annotation = Annotation {
                id: crate::annotation::AnnotationId("urn:a".into()),
                created: Default::default(),
                modified: Default::default(),
                target: Default::default(),
                content,
                note: String::new(),
                tags: tag.into_iter().collect(),
                judgement: None,
                other: Default::default(),
            };
            assert_eq!(super::label(&annotation), known, "{label}");
        }
    }
}
