//! What the documents say of the tree, held against it.

use super::{root, text};
use std::collections::BTreeSet;

/// What stands between back quotes.
fn quoted(document: &str) -> impl Iterator<Item = &str> {
    document.split('`').skip(1).step_by(2)
}

#[test]
fn the_map_and_the_guide_name_only_what_is_there() {
    let endings = [".rs", ".md", ".js", ".css", ".html", ".tsv", ".toml", ".json", "/"];
    let mut missing = Vec::new();
    for document in ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "docs/format.md"] {
        let text = text(document);
        for path in quoted(&text).filter(|quoted| endings.iter().any(|ending| quoted.ends_with(ending))) {
            let plain = path.chars().all(|c| c.is_ascii_alphanumeric() || "/._-".contains(c));
            let places = [
                "", "src/", "src/page/", "src/bin/mawqif/", "src/analysis/entities/", "tests/articles/",
                "tests/journeys/tests/", "docs/",
            ];
            let made = ["dist/", ".tools/", "worker.js", "target/mawqif.html"];
            let there = places.iter().any(|place| root().join(format!("{place}{path}")).exists());
            if plain && path.contains('/') && !made.contains(&path) && !there {
                missing.push(format!("{document}: {path}"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

/// The packages that a manifest names, of all its tables of dependencies.
fn packages(manifest: &str) -> BTreeSet<String> {
    let mut inside = false;
    let mut found = BTreeSet::new();
    for line in manifest.lines() {
        if let Some(table) = line.strip_prefix('[') {
            inside = table.trim_end_matches(']').ends_with("dependencies");
        } else if let Some((name, _)) = line.split_once(" = ").filter(|_| inside && !line.starts_with(' ')) {
            found.insert(name.to_owned());
        }
    }
    found.remove("mawqif");
    found
}

#[test]
fn every_dependency_has_its_reason() {
    let reasons = text("docs/dependencies.md");
    let named: BTreeSet<String> = reasons
        .lines()
        .filter_map(|line| line.strip_prefix("| `"))
        .flat_map(|row| {
            let (packages, _) = row.split_once(" | ").unwrap();
            packages.split("`, `").map(|name| name.trim_matches('`').to_owned()).collect::<Vec<_>>()
        })
        .collect();
    let manifests = ["Cargo.toml", "xtask/Cargo.toml", "tests/journeys/Cargo.toml"];
    let used: BTreeSet<String> = manifests.iter().flat_map(|manifest| packages(&text(manifest))).collect();
    assert_eq!(named, used);
}

/// The names of all properties that a schema knows, however deep.
fn properties(schema: &serde_json::Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    match schema {
        serde_json::Value::Object(fields) => {
            for (name, value) in fields {
                found.extend(properties(value));
                if let (Some(names), "properties") = (value.as_object(), name.as_str()) {
                    found.extend(names.keys().cloned());
                }
            }
        }
        serde_json::Value::Array(list) => found.extend(list.iter().flat_map(properties)),
        _ => {}
    }
    found
}

#[test]
fn the_description_of_the_files_has_every_field_of_their_schemas() {
    let description = text("docs/format.md");
    let told: BTreeSet<&str> = quoted(&description).collect();
    for schema in ["schema/annotations.schema.json", "schema/dispute.schema.json"] {
        let schema = serde_json::from_str(&text(schema)).unwrap();
        let missing: Vec<String> =
            properties(&schema).into_iter().filter(|name| !told.contains(name.as_str())).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}
