//! The program on the command line does with files of annotations what the page does.

#![allow(clippy::unwrap_used, reason = "a test that fails says so by panicking")]

use mawqif::annotation::{
    Annotation, AnnotationId, Article, Content, DocumentId, Target, Timestamp, Workspace,
};
use mawqif::exchange::{Collection, Format, export, read, w3c};
use mawqif::text::{Document, Span};
use serde_json::{Value, json};
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

const TEXT: &str = "😀 قال وزير الخارجية إن الاجتماع ناجح.\n\nونفت بغداد ذلك في بيان أمس.\n\nوحضر السفير.\n";

/// A note on these words of the article.
fn note(id: &str, words: &str) -> Annotation {
    let start = TEXT.find(words).unwrap();
    Annotation {
        id: AnnotationId(format!("urn:test:{id}")),
        created: Timestamp("2024-01-09T08:00:00Z".into()),
        modified: Timestamp("2024-01-09T08:00:00Z".into()),
        target: Target::new(&Document::new(TEXT), Span::of(start..start + words.len())),
        content: Content::Note,
        note: "ملاحظة".into(),
        tags: Vec::new(),
        judgement: None,
        other: serde_json::Map::new(),
    }
}

/// An article with a note on each of these words.
fn workspace(words: &[&str]) -> Workspace {
    let notes = words.iter().enumerate().map(|(number, words)| note(&number.to_string(), words));
    Workspace::new(Article::new(TEXT), notes)
}

fn mawqif(folder: &TempDir, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_mawqif")).current_dir(folder).args(arguments).output().unwrap()
}

/// What it wrote where it went well.
fn said(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// What it told where it did not.
fn told(output: &Output) -> String {
    assert!(!output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn put(folder: &TempDir, name: &str, text: &str) {
    std::fs::write(folder.path().join(name), text).unwrap();
}

#[test]
fn each_annotation_is_told_where_it_stands_in_another_edition() {
    let folder = tempfile::tempdir().unwrap();
    let words = ["😀", "وزير الخارجية", "ونفت بغداد ذلك في بيان أمس", "وحضر السفير"];
    put(&folder, "annotations.json", &w3c::write(&workspace(&words)));
    // The second is spelt otherwise, of the third a word is changed, the last is gone.
    let edition = TEXT.replace("وزير", "وزيـر").replace("بيان", "كتاب").replace("وحضر السفير.", "");
    put(&folder, "edition.txt", &edition);
    let lines = said(&mawqif(&folder, &["anchor", "edition.txt", "annotations.json"]));
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let told = |line: &Value| (line["id"].clone(), line["status"].as_str().unwrap().to_owned());
    let expected = ["exact", "moved", "uncertain", "orphan"].map(str::to_owned);
    let ids = (0..4).map(|number| json!(format!("urn:test:{number}")));
    assert_eq!(lines.iter().map(told).collect::<Vec<_>>(), ids.zip(expected).collect::<Vec<_>>());
    let cut = |line: &Value| {
        let [start, end] = ["start", "end"].map(|name| line[name].as_u64().unwrap() as usize);
        edition.chars().skip(start).take(end - start).collect::<String>()
    };
    let found = ["😀", "وزيـر الخارجية", "ونفت بغداد ذلك في كتاب أمس"];
    assert_eq!(lines[..3].iter().map(cut).collect::<Vec<_>>(), found);
    let confidence = |line: &Value| line["confidence"].as_f64().unwrap();
    assert!(lines.is_sorted_by(|a, b| confidence(a) > confidence(b)), "{lines:?}");
    assert!(lines[3].get("start").is_none());
}

#[test]
fn every_format_comes_as_the_page_hands_it_out_and_goes_back() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(&["وزير الخارجية", "ونفت بغداد"]);
    put(&folder, "in.json", &w3c::write(&workspace));
    for format in Format::ALL {
        let name = format.name();
        let output =
            mawqif(&folder, &["convert", "--from", "w3c", "--to", name, "--output", "out", "in.json"]);
        assert_eq!(said(&output), "", "{name}");
        let written = std::fs::read(folder.path().join("out")).unwrap();
        assert_eq!(
            written,
            export(format, &Collection::of(&workspace), None).unwrap().files[0].bytes,
            "{name}"
        );
        if !format.reads() {
            let output = mawqif(&folder, &["convert", "--from", name, "--to", "w3c", "out"]);
            assert!(told(&output).contains("can be read"), "{name}");
            continue;
        }
        // For brat the text lies beside the annotations.
        let back = said(&mawqif(&folder, &["convert", "--from", name, "--to", "w3c", "out"]));
        let back = read(Format::W3c, back.as_bytes()).unwrap().remove(0);
        assert_eq!(back.document, Some(DocumentId::of(TEXT)), "{name}");
        let quotes = |annotations: &[Annotation]| {
            annotations.iter().map(|a| a.target.quote.exact.clone()).collect::<Vec<_>>()
        };
        assert_eq!(quotes(&back.annotations), ["وزير الخارجية", "ونفت بغداد"], "{name}");
    }
}

#[test]
fn a_sound_file_is_said_to_be_and_each_fault_of_another_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let sound = w3c::write(&workspace(&["وزير الخارجية"]));
    put(&folder, "sound.json", &sound);
    let answer = said(&mawqif(&folder, &["check", "sound.json"]));
    assert_eq!(answer, "sound.json: sound, w3c: 1 annotations\n");
    put(&folder, "total.json", &sound.replace("\"total\": 1", "\"total\": 7"));
    let answer = told(&mawqif(&folder, &["check", "total.json"]));
    assert_eq!(answer, "total.json: total: 7, but there are 1 annotations\n");
    put(&folder, "half.json", &sound[..sound.floor_char_boundary(sound.len() / 2)]);
    assert!(told(&mawqif(&folder, &["check", "half.json"])).contains("not JSON"));
    put(&folder, "bad.jsonl", "{\"text\":\"نص\",\"label\":[[0,9,\"PER\"]]}");
    let answer = told(&mawqif(&folder, &["check", "bad.jsonl"]));
    assert_eq!(answer, "bad.jsonl: 1: label[0]: the place is not in the text\n");
    assert!(told(&mawqif(&folder, &["check", "missing.json"])).contains("missing.json"));
    assert!(!Path::new("missing.json").exists());
}
