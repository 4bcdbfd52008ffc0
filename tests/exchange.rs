//! What goes out comes in again: the laws of the downloaded file.

#![allow(clippy::unwrap_used, reason = "a test that fails says so by panicking")]

use mawqif::analysis::{Act, EntityKind, Form, PartyId};
use mawqif::annotation::{
    Annotation, AnnotationId, Article, ClaimFields, Content, Decision, EntityFields, Judgement, Target,
    Timestamp, Workspace,
};
use mawqif::exchange::{Problem, import, w3c};
use mawqif::text::{Document, Span};
use proptest::prelude::*;

fn content() -> impl Strategy<Value = Content> {
    prop_oneof![
        Just(Content::Note),
        Just(Content::Highlight),
        Just(Content::Entity(EntityFields { kind: EntityKind::Person, value: None })),
        "\\PC{0,12}".prop_map(|speaker| Content::Claim(ClaimFields {
            speaker,
            cue: "قال".into(),
            act: Act::Deny,
            form: Form::Mixed,
            side: Some(PartyId("washington".into())),
            issue: None,
            via: String::new(),
        })),
    ]
}

prop_compose! {
    fn annotation()(
        id in 0u8..6, start in 0usize..400, len in 1usize..80, content in content(), note in "\\PC{0,20}",
        tags in proptest::collection::vec("[a-zأ-ي]{1,6}", 0..3), modified in 0u8..4, judged in any::<bool>(),
    ) -> Annotation {
        let article = Article::seed();
        let document = Document::new(&article.text);
        let byte = |n| article.text.char_indices().nth(n).unwrap().0;
        let target = Target::new(&document, Span::of(byte(start)..byte(start + len)));
        Annotation {
            id: AnnotationId(format!("urn:uuid:{id}")),
            created: Timestamp("2024-01-09T08:00:00Z".into()),
            modified: Timestamp(format!("2024-01-09T08:00:0{modified}Z")),
            judgement: judged.then(|| Judgement { decision: Decision::Corrected, suggested: target.clone() }),
            target, content, note, tags,
            other: serde_json::json!({"creator": {"name": "x"}}).as_object().unwrap().clone(),
        }
    }
}

fn workspace(annotations: Vec<Annotation>) -> Workspace {
    Workspace::new(Article::seed(), annotations)
}

fn take_in(into: &Workspace, file: &Workspace) -> Workspace {
    let mut result = into.clone();
    let collection = w3c::read(&w3c::write(file)).unwrap();
    result.apply(import::merge(into, &collection).edit).unwrap();
    result
}

proptest! {
    #[test]
    fn out_and_in_again_is_the_same(annotations in proptest::collection::vec(annotation(), 0..6)) {
        let before = workspace(annotations);
        let file = w3c::write(&before);
        let collection = w3c::read(&file).unwrap();
        prop_assert_eq!(collection.article.as_ref(), Some(before.article()));
        let after = take_in(&workspace(Vec::new()), &before);
        prop_assert_eq!(&w3c::write(&after), &file);
        let twice = take_in(&after, &before);
        prop_assert_eq!(twice.annotations(), after.annotations());
        let schema = serde_json::from_str(include_str!("../schema/annotations.schema.json")).unwrap();
        let written = serde_json::from_str(&file).unwrap();
        jsonschema::validate(&schema, &written).map_err(|e| TestCaseError::fail(e.to_string()))?;
    }

    #[test]
    fn the_order_of_merging_does_not_matter(
        a in proptest::collection::vec(annotation(), 0..6), b in proptest::collection::vec(annotation(), 0..6)
    ) {
        let (a, b) = (workspace(a), workspace(b));
        let ab = take_in(&take_in(&workspace(Vec::new()), &a), &b);
        let ba = take_in(&take_in(&workspace(Vec::new()), &b), &a);
        prop_assert_eq!(ab.annotations(), ba.annotations());
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,200}") {
        let _ = w3c::read(&text);
    }
}

#[test]
fn an_empty_collection_has_no_page() {
    let file: serde_json::Value = serde_json::from_str(&w3c::write(&workspace(Vec::new()))).unwrap();
    assert_eq!((file["total"].as_u64(), file.get("first")), (Some(0), None));
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    let item = |item: &str| format!(r#"{{"type":"AnnotationCollection","first":{{"items":[{item}]}}}}"#);
    let target = |s: &str| item(&format!(r#"{{"id":"a","target":{{"selector":[{s}]}}}}"#));
    let position = r#"{"type":"TextPositionSelector","start":-1,"end":2}"#;
    for (file, path) in [
        (r#"{"type":"Recipe"}"#, "type"),
        ("{}", ""),
        (&item("{}"), "first.items[0].id"),
        (&item(r#"{"id":"a"}"#), "first.items[0].target"),
        (&target(position), "first.items[0].target.selector[0].start"),
        (&target(r#"{"type":"TextQuoteSelector"}"#), "first.items[0].target.selector[0].exact"),
    ] {
        assert_eq!(w3c::read(file).unwrap_err().path, path, "{file}");
    }
    let deep = "[".repeat(100_000);
    for broken in ["{", "", deep.as_str()] {
        assert!(matches!(w3c::read(broken).unwrap_err().problem, Problem::NotJson(_)));
    }
}

#[test]
fn taking_in_can_be_undone() {
    let document = Document::new(&Article::seed().text);
    let note = Annotation {
        id: AnnotationId("urn:uuid:1".into()),
        created: Timestamp::default(),
        modified: Timestamp::default(),
        target: Target::new(&document, Span::of(0..6)),
        content: Content::Highlight,
        note: String::new(),
        tags: Vec::new(),
        judgement: None,
        other: serde_json::Map::new(),
    };
    let mut here = take_in(&workspace(Vec::new()), &workspace(vec![note]));
    assert_eq!(here.annotations().len(), 1);
    here.undo().unwrap();
    assert!(here.annotations().is_empty());
}
