//! The house rules that the compiler does not hold.

#![allow(clippy::unwrap_used, reason = "a test that fails says so by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The layers, each using only those before it.
const LAYERS: [&str; 7] = ["text", "lexicon", "analysis", "annotation", "exchange", "storage", "page"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file under `folder` with that ending, with what is in it.
fn files(folder: &str, ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == ending) {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    found.sort();
    found
}

fn name(path: &Path) -> String {
    path.strip_prefix(root()).unwrap().display().to_string()
}

#[test]
fn layers_use_only_those_before_them() {
    let mut wrong = Vec::new();
    for (path, text) in files("src", "rs") {
        let inside = path.strip_prefix(root().join("src")).unwrap();
        let layer = inside.iter().next().unwrap().to_str().unwrap();
        let Some(own) = LAYERS.iter().position(|l| *l == layer) else { continue };
        for above in &LAYERS[own + 1..] {
            let used = [format!("crate::{above}::"), format!("crate::{above};"), format!("mawqif::{above}")];
            let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
            wrong.extend(
                code.filter(|line| used.iter().any(|u| line.contains(u)))
                    .map(|line| format!("{}: {}", name(&path), line.trim())),
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn only_the_edges_name_the_browser() {
    let mut wrong = Vec::new();
    for (path, text) in files("src", "rs") {
        let name = name(&path);
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

#[test]
fn every_file_opens_with_its_purpose() {
    let sources = ["src", "build", "xtask/src", "tests"].iter().flat_map(|folder| files(folder, "rs"));
    let wrong: Vec<String> =
        sources.filter(|(_, text)| !text.starts_with("//!")).map(|(p, _)| name(&p)).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn tables_name_their_source_and_are_sorted() {
    let mut wrong = Vec::new();
    for (path, text) in files("src/lexicon/data", "tsv") {
        let head: Vec<&str> = text.lines().take_while(|line| line.starts_with('#')).collect();
        let says = |word: &str| head.iter().any(|line| line.to_lowercase().contains(word));
        if !says("source") || !says("licen") {
            wrong.push(format!("{}: its head names no source or licence", name(&path)));
        }
        let rows: Vec<&str> = text.lines().skip(head.len()).collect();
        if let Some(at) = rows.windows(2).position(|pair| pair[0] >= pair[1]) {
            wrong.push(format!("{}:{}: not sorted, or twice", name(&path), head.len() + at + 2));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn style_sheets_know_no_left_and_right() {
    let mut wrong = Vec::new();
    let physical = [
        "margin-left", "margin-right", "padding-left", "padding-right", "border-left", "border-right",
        "text-align: left", "text-align: right", "!important",
    ];
    let index = fs::read_to_string(root().join("index.html")).unwrap();
    for (path, text) in files("styles", "css") {
        let found = text.lines().filter(|line| physical.iter().any(|p| line.contains(p)));
        wrong.extend(found.map(|line| format!("{}: {}", name(&path), line.trim())));
        if !index.contains(&name(&path)) {
            wrong.push(format!("{} is not in index.html", name(&path)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The directives of a policy by name, each with its sources in order.
fn directives(policy: &str) -> BTreeMap<&str, BTreeSet<&str>> {
    let parts = policy.split(';').map(str::split_whitespace);
    parts.filter_map(|mut words| Some((words.next()?, words.collect()))).collect()
}

#[test]
fn the_policy_of_the_page_and_that_of_the_headers_say_the_same() {
    let between = |text: &str, before: &str, after: &str| {
        let (_, rest) = text.split_once(before).unwrap();
        rest.split_once(after).unwrap().0.to_owned()
    };
    let page = fs::read_to_string(root().join("index.html")).unwrap();
    let meta = between(&between(&page, "Content-Security-Policy", ">"), "content=\"", "\"");
    let trunk = fs::read_to_string(root().join("Trunk.toml")).unwrap();
    let header = between(&trunk, "\"Content-Security-Policy\" = \"", "\"");
    let mut sent = directives(&header);
    // In a page's own policy browsers ignore that one.
    assert_eq!(sent.remove("frame-ancestors"), Some(BTreeSet::from(["'none'"])));
    assert_eq!(sent, directives(&meta));
    assert_eq!(sent["default-src"], BTreeSet::from(["'none'"]));
    assert_eq!(sent["script-src"], BTreeSet::from(["'self'", "'wasm-unsafe-eval'"]));
    let loose = ["'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:"];
    assert!(sent.values().flatten().all(|source| !loose.contains(source)), "{sent:?}");
}

#[test]
fn every_class_of_the_style_sheets_is_used() {
    let code: String = files("src/page", "rs").into_iter().map(|(_, text)| text).collect();
    let code = code + &fs::read_to_string(root().join("index.html")).unwrap();
    let mut unused = Vec::new();
    for (path, text) in files("styles", "css") {
        let mut rest = text.as_str();
        while let Some(at) = rest.find('.') {
            let (before, after) = rest.split_at(at);
            rest = &after[1..];
            let class: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
            let selector =
                !before.ends_with(|c: char| c.is_ascii_digit() || c == '(') || before.ends_with(":not(");
            let counted = ["side-", "columns-", "claim-", "contested-"].iter().any(|p| class.starts_with(p));
            if selector
                && class.starts_with(|c: char| c.is_ascii_alphabetic())
                && !counted
                && !code.contains(&class)
            {
                unused.push(format!("{}: .{class}", name(&path)));
            }
        }
    }
    assert!(unused.is_empty(), "{unused:?}");
}
