//! What goes out comes in again: the laws of the downloaded file.

#![allow(clippy::unwrap_used, reason = "a test that fails says so by panicking")]

#[path = "support/workspaces.rs"]
mod workspaces;

use mawqif::annotation::{Annotation, Article, Workspace};
use mawqif::exchange::{MAX_ANNOTATIONS, MAX_BYTES, Problem, import, w3c};
use proptest::prelude::*;
use serde_json::{Value, json};
use workspaces::workspace;

fn empty(article: &Article) -> Workspace {
    Workspace::new(article.clone(), [])
}

fn take_in(into: &Workspace, file: &str) -> Workspace {
    let mut result = into.clone();
    let collection = w3c::read(file).unwrap();
    result.apply(import::plan(into, &collection).edit).unwrap();
    result
}

fn schema() -> Value {
    serde_json::from_str(include_str!("../schema/annotations.schema.json")).unwrap()
}

fn valid(file: &str) -> Result<(), TestCaseError> {
    let written = serde_json::from_str(file).unwrap();
    jsonschema::validate(&schema(), &written)
        .map_err(|e| TestCaseError::fail(format!("{}: {e}\n{file}", e.instance_path())))
}

proptest! {
    #[test]
    fn out_and_in_again_is_the_same(before in workspace()) {
        let file = w3c::write(&before);
        valid(&file)?;
        let collection = w3c::read(&file).unwrap();
        prop_assert_eq!(collection.article.as_ref(), Some(before.article()));
        let after = take_in(&empty(before.article()), &file);
        prop_assert_eq!(after.annotations(), before.annotations());
        prop_assert_eq!(&w3c::write(&after), &file);
        prop_assert_eq!(&w3c::write_collection(&collection), &file);
        let again = import::plan(&after, &collection);
        prop_assert_eq!((again.added, again.changed, again.skipped), (0, 0, before.annotations().len()));
        prop_assert!(again.edit.changes.is_empty());
    }

    #[test]
    fn the_order_of_merging_does_not_matter(a in workspace(), b in workspace(), c in workspace()) {
        let (a, b, c) = (w3c::write(&a), w3c::write(&b), w3c::write(&c));
        let merged = |files: [&str; 3]| {
            w3c::write(&files.iter().fold(empty(&Article::seed()), |into, file| take_in(&into, file)))
        };
        let abc = merged([&a, &b, &c]);
        for other in [[&a, &c, &b], [&b, &a, &c], [&c, &b, &a]] {
            prop_assert_eq!(&merged(other.map(String::as_str)), &abc);
        }
    }

    #[test]
    fn an_import_can_be_undone(here in workspace(), file in workspace()) {
        let mut after = take_in(&here, &w3c::write(&file));
        after.undo().unwrap();
        prop_assert_eq!(after.annotations(), here.annotations());
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,200}") {
        let _ = w3c::read(&text);
    }

    /// A sound file with one value replaced by another, anywhere.
    #[test]
    fn a_spoilt_file_is_read_or_refused_whole(
        before in workspace(), place in any::<prop::sample::Index>(), with in 0usize..9
    ) {
        let mut json: Value = serde_json::from_str(&w3c::write(&before)).unwrap();
        let pointers = values(&json);
        let with = [
            json!(null), json!(-1), json!(1e300), json!("?"), json!([]), json!({}), json!([[[["a"]]]]),
            json!({"type": "TextQuoteSelector"}), json!({"__proto__": {"x": 1}}),
        ][with].clone();
        *json.pointer_mut(place.get::<String>(&pointers)).unwrap() = with;
        let text = json.to_string();
        if let Ok(collection) = w3c::read(&text) {
            let file = w3c::write_collection(&collection);
            prop_assert_eq!(&w3c::write_collection(&w3c::read(&file).unwrap()), &file);
        }
    }
}

/// The pointers of all values in a JSON value.
fn values(json: &Value) -> Vec<String> {
    fn walk(value: &Value, path: String, out: &mut Vec<String>) {
        out.push(path.clone());
        match value {
            Value::Array(list) => {
                list.iter().enumerate().for_each(|(i, v)| walk(v, format!("{path}/{i}"), out));
            }
            Value::Object(map) => map.iter().for_each(|(k, v)| {
                walk(v, format!("{path}/{}", k.replace('~', "~0").replace('/', "~1")), out);
            }),
            _ => {}
        }
    }
    let mut out = Vec::new();
    walk(json, String::new(), &mut out);
    out
}

/// Writes fuzzed workspaces to the folder `MAWQIF_OUT`, for the W3C suite's own schemas.
#[test]
fn fuzzed_workspaces_for_the_suite() {
    use proptest::strategy::ValueTree;
    let Ok(folder) = std::env::var("MAWQIF_OUT") else { return };
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for number in 0..300 {
        let workspace = workspace().new_tree(&mut runner).unwrap().current();
        std::fs::write(format!("{folder}/{number}.json"), w3c::write(&workspace)).unwrap();
    }
}

#[test]
fn an_empty_collection_has_no_page() {
    let file = w3c::write(&empty(&Article::seed()));
    valid(&file).unwrap();
    let file: Value = serde_json::from_str(&file).unwrap();
    assert_eq!((file["total"].as_u64(), file.get("first")), (Some(0), None));
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    let item = |item: &str| format!(r#"{{"type":"AnnotationCollection","first":{{"items":[{item}]}}}}"#);
    let with = |fields: &str| item(&format!(r#"{{"id":"urn:a",{fields}}}"#));
    let target = |s: &str| with(&format!(r#""target":{{"selector":[{s}]}}"#));
    for (file, path) in [
        (r#"{"type":"Recipe"}"#, "type"),
        ("{}", ""),
        (&item("{}"), "first.items[0].id"),
        (&item(r#"{"id":"a b","target":"urn:x"}"#), "first.items[0].id"),
        (&item(r#"{"id":"urn:a"}"#), "first.items[0].target"),
        (&with(r#""target":5"#), "first.items[0].target"),
        (&with(r#""target":"urn:x","created":"أمس""#), "first.items[0].created"),
        (&with(r#""target":"urn:x","type":"Note""#), "first.items[0].type"),
        (
            &with(r#""target":"urn:x","mawqif:claim":{"act":"shout","form":"direct"}"#),
            "first.items[0].mawqif:claim",
        ),
        (
            &with(
                r#""target":"urn:x","mawqif:claim":{"act":"deny","form":"direct","links":[{"relation":"repeats","claim":"b"}]}"#,
            ),
            "first.items[0].mawqif:claim.links[0].claim",
        ),
        (
            &target(r#"{"type":"TextPositionSelector","start":-1,"end":2}"#),
            "first.items[0].target.selector[0].start",
        ),
        (
            &target(r#"{"type":"TextPositionSelector","start":3,"end":2}"#),
            "first.items[0].target.selector[0].end",
        ),
        (&target(r#"{"type":"TextQuoteSelector"}"#), "first.items[0].target.selector[0].exact"),
    ] {
        assert_eq!(w3c::read(file).unwrap_err().path, path, "{file}");
    }
}

#[test]
fn what_would_bring_a_tab_down_is_refused() {
    for deep in ["[", "{\"a\":", "[{\"a\":"] {
        let error = w3c::read(&deep.repeat(100_000)).unwrap_err();
        assert!(matches!(error.problem, Problem::NotJson(_)), "{error}");
    }
    let large = " ".repeat(100_000_000);
    assert_eq!(w3c::read(&large).unwrap_err().problem, Problem::TooLarge(MAX_BYTES));
    let many = format!("[{}{{}}]", "{},".repeat(1_000_000));
    assert_eq!(w3c::read(&many).unwrap_err().problem, Problem::TooMany(MAX_ANNOTATIONS));
    // A value takes a hundred times the room of its bytes, also where hardly any comma parts them.
    for (open, close) in [("[", "]"), (r#"{"":"#, "}")] {
        let one = format!("{}0{}", open.repeat(100), close.repeat(100));
        let nested = format!("[{}0]", (one + ",").repeat(60_000_000 / (open.len() + 1) / 100));
        let error = w3c::read(&nested).unwrap_err();
        assert!(matches!(error.problem, Problem::TooManyValues(_)), "{error}");
    }
}

#[test]
fn questions_in_any_order_are_read_in_theirs_and_of_two_the_last_stays() {
    let mut file: Value = serde_json::from_str(&w3c::write(&empty(&Article::seed()))).unwrap();
    let question =
        |number: u32| json!({"issue": format!("issue-{number:06}"), "question": number.to_string()});
    let again = json!({"issue": "issue-000007", "question": "again"});
    let questions: Vec<Value> = (0..100_000).rev().map(question).chain([again]).collect();
    file["mawqif:document"]["board"] = json!({"questions": questions});
    let arrangement = w3c::read(&file.to_string()).unwrap().article.unwrap().arrangement;
    assert_eq!(arrangement.questions.len(), 100_000);
    assert!(arrangement.questions.is_sorted_by(|a, b| a.issue < b.issue));
    assert_eq!(arrangement.questions[7].question, "again");
}

#[test]
fn the_moments_of_a_board_come_to_utc_or_are_refused() {
    let with = |moment: &str| {
        let mut file: Value = serde_json::from_str(&w3c::write(&empty(&Article::seed()))).unwrap();
        let questions = json!([{"issue": "i", "question": "؟", "modified": moment}]);
        file["mawqif:document"]["board"] =
            json!({"readBy": "text", "chosen": "2024-01-09T08:00:00Z", "questions": questions});
        w3c::read(&file.to_string())
    };
    let read = with("2024-01-09T10:00:00+02:00").unwrap();
    assert_eq!(read.article.as_ref().unwrap().arrangement.questions[0].modified.0, "2024-01-09T08:00:00Z");
    valid(&w3c::write_collection(&read)).unwrap();
    assert_eq!(with("2024-01-09TZ").unwrap_err().path, "mawqif:document.board.questions[0].modified");
}

/// An annotation as another program may write it, with everything that we do not write.
const FOREIGN: &str = r#"{
  "@context": ["http://www.w3.org/ns/anno.jsonld", {"ex": "https://example.org/ns#"}],
  "id": "https://example.org/anno/1",
  "type": ["Annotation", "ex:Remark"],
  "motivation": ["commenting", "ex:doubting"],
  "created": "2024-01-09T10:00:00+02:00",
  "creator": {"id": "https://example.org/people/1", "type": "Person", "name": "قارئ"},
  "rights": "https://creativecommons.org/publicdomain/zero/1.0/",
  "__proto__": {"polluted": true},
  "ex:score": 0.25,
  "body": [
    {"type": "TextualBody", "value": "<p>رأي</p>", "format": "text/html", "purpose": "commenting", "creator": "https://example.org/people/2"},
    {"type": "SpecificResource", "source": "https://example.org/photo.jpg", "purpose": "linking"},
    {"type": "TextualBody", "value": "مهم", "purpose": "tagging"}
  ],
  "target": [
    {"source": "https://example.org/page", "scope": "https://example.org/", "selector": [
      {"type": "FragmentSelector", "value": "p1"},
      {"type": "TextQuoteSelector", "exact": "نفت وزارة الدفاع", "prefix": "", "suffix": " الأمريكية"},
      {"type": "XPathSelector", "value": "/html/body/p[1]", "refinedBy": {"type": "TextPositionSelector", "start": 0, "end": 16}}
    ]},
    "https://example.org/other"
  ]
}"#;

fn foreign(file: &str) -> (Workspace, Annotation) {
    let workspace = take_in(&empty(&Article::seed()), file);
    let annotation = workspace.annotations().values().next().unwrap().clone();
    (workspace, annotation)
}

fn first_item(workspace: &Workspace) -> Value {
    let file = w3c::write(workspace);
    valid(&file).unwrap();
    serde_json::from_str::<Value>(&file).unwrap()["first"]["items"][0].clone()
}

#[test]
fn what_another_program_wrote_survives() {
    let (workspace, annotation) = foreign(FOREIGN);
    assert_eq!(annotation.note, "<p>رأي</p>");
    assert_eq!(annotation.tags, ["مهم"]);
    assert_eq!(annotation.target.quote.exact, "نفت وزارة الدفاع");
    let mut expected: Value = serde_json::from_str(FOREIGN).unwrap();
    expected["created"] = "2024-01-09T08:00:00Z".into();
    assert_eq!(first_item(&workspace), expected);
    // The record of the store keeps it too.
    let kept = w3c::write_annotation(&annotation, &workspace.article().id);
    assert_eq!(w3c::read_annotation(&kept).unwrap(), annotation);
}

#[test]
fn what_the_reader_changes_replaces_what_came() {
    let (workspace, mut annotation) = foreign(FOREIGN);
    annotation.note = "رأي آخر".into();
    annotation.target.quote.exact = "نفت وزارة".into();
    let item = first_item(&Workspace::new(workspace.article().clone(), [annotation]));
    let bodies: Vec<&str> =
        item["body"].as_array().unwrap().iter().map(|b| b["value"].as_str().unwrap_or("-")).collect();
    assert_eq!(bodies, ["رأي آخر", "مهم", "-"], "the picture stays");
    assert_eq!(item["target"]["selector"][0]["exact"], "نفت وزارة");
    assert_eq!(item["creator"]["name"], "قارئ");
}

#[test]
fn bodies_and_targets_in_short_are_read() {
    let short = r#"[{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:a","type":"Annotation","bodyValue":"رأي","target":"https://example.org/page"}]"#;
    let (workspace, annotation) = foreign(short);
    assert_eq!((annotation.note.as_str(), annotation.target.quote.exact.as_str()), ("رأي", ""));
    let item = first_item(&workspace);
    assert_eq!((&item["bodyValue"], item.get("body")), (&"رأي".into(), None));
    assert_eq!(item["target"], "https://example.org/page");
}

#[test]
fn a_position_alone_gets_its_words() {
    let position = r#"{"id":"urn:a","type":"Annotation","target":{"source":"urn:x","selector":{"type":"TextPositionSelector","start":4,"end":9}}}"#;
    let (_, annotation) = foreign(position);
    assert_eq!(
        (annotation.target.quote.exact.as_str(), annotation.target.quote.prefix.as_str()),
        ("وزارة", "نفت ")
    );
}
