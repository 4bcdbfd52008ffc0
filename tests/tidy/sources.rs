//! What every source file and every table opens with, and where the browser may be named; and what no test says.

use super::files;

#[test]
fn every_file_opens_with_its_purpose() {
    let sources = ["src", "build", "xtask/src", "tests"].iter().flat_map(|folder| files(folder, "rs"));
    let wrong: Vec<String> =
        sources.filter(|(_, text)| !text.starts_with("//!")).map(|(name, _)| name).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn only_the_edges_name_the_browser() {
    let mut wrong = Vec::new();
    for (name, text) in files("src", "rs") {
        let edge = ["src/page/view/", "src/page/browser/", "src/storage/browser/"]
            .iter()
            .any(|e| name.starts_with(e));
        let foreign = ["web_sys", "js_sys", "yew::", "wasm_bindgen"];
        if !edge && foreign.iter().any(|f| text.contains(f)) {
            wrong.push(name);
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

/// A machine may be busy: how long something took says nothing of whether it is right.
#[test]
fn no_test_asserts_a_time() {
    let timed = |line: &str| line.trim_start().starts_with("assert") && line.contains(".elapsed(");
    let sources = ["src", "xtask/src", "tests"].iter().flat_map(|folder| files(folder, "rs"));
    let wrong: Vec<String> =
        sources.filter(|(_, text)| text.lines().any(timed)).map(|(name, _)| name).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn tables_name_their_source_and_are_sorted() {
    let mut wrong = Vec::new();
    for (name, text) in files("src/lexicon/data", "tsv") {
        let head: Vec<&str> = text.lines().take_while(|line| line.starts_with('#')).collect();
        let says = |word: &str| head.iter().any(|line| line.to_lowercase().contains(word));
        if !says("source") || !says("licen") {
            wrong.push(format!("{name}: its head names no source or licence"));
        }
        let rows: Vec<&str> = text.lines().skip(head.len()).collect();
        if let Some(at) = rows.windows(2).position(|pair| pair[0] >= pair[1]) {
            wrong.push(format!("{name}:{}: not sorted, or twice", head.len() + at + 2));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
