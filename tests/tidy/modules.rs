//! Who may use whom: layers, and no circles among the files of the library.

use super::files;
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};

/// The layers, each using only those before it.
const LAYERS: [&str; 7] = ["text", "lexicon", "analysis", "annotation", "exchange", "storage", "page"];

/// A module by the segments of its path.
type Path = Vec<String>;

/// Each module of the library with the modules that it uses, where names that a folder hands on stand for
/// the files which they come from. A folder's own face (`mod.rs`) may be used by what it holds.
fn uses() -> BTreeMap<Path, BTreeSet<Path>> {
    let sources = files("src", "rs")
        .into_iter()
        .filter(|(name, _)| !name.starts_with("src/bin/") && name != "src/main.rs" && name != "src/lib.rs");
    let modules: BTreeMap<Path, Vec<(bool, Path)>> =
        sources.map(|(name, text)| (module(&name), named(&text))).collect();
    let faces: BTreeMap<&Path, BTreeMap<String, Path>> = modules
        .iter()
        .map(|(module, named)| {
            let handed = named.iter().filter(|(public, _)| *public);
            let handed =
                handed.map(|(_, path)| absolute(module, path).unwrap_or_else(|| below(module, path)));
            (module, handed.map(|path| (path.last().unwrap().clone(), path)).collect())
        })
        .collect();
    // The longest beginning of a path that is a module, followed to where a face has the name from.
    let home = |path: Path| {
        let mut path = path;
        for _ in 0..8 {
            let length = (1..=path.len()).rev().find(|length| modules.contains_key(&path[..*length]))?;
            let (face, name) = (path[..length].to_vec(), path.get(length));
            match name.and_then(|name| faces[&face].get(name)).filter(|from| **from != path) {
                Some(from) => path = from.clone(),
                None => return Some(face),
            }
        }
        None
    };
    let used = modules.iter().map(|(module, named)| {
        let paths = named.iter().filter_map(|(_, path)| {
            let child = modules.contains_key(&below(module, &path[..1])).then(|| below(module, path));
            home(absolute(module, path).or(child)?)
        });
        (module.clone(), paths.filter(|other| !module.starts_with(other)).collect())
    });
    used.collect()
}

/// `src/text/fold.rs` and `src/text/mod.rs` as modules.
fn module(name: &str) -> Path {
    let inside = name.strip_prefix("src/").unwrap().strip_suffix(".rs").unwrap();
    inside.split('/').filter(|segment| *segment != "mod").map(str::to_owned).collect()
}

fn below(module: &[String], path: &[String]) -> Path {
    [module, path].concat()
}

/// A path from the library's root; none where it begins with a package or a name.
fn absolute(module: &[String], path: &[String]) -> Option<Path> {
    let supers = path.iter().take_while(|segment| *segment == "super").count();
    match path.first()?.as_str() {
        "crate" => Some(path[1..].to_vec()),
        "self" => Some(below(module, &path[1..])),
        "super" => Some(below(&module[..module.len().checked_sub(supers)?], &path[supers..])),
        _ => None,
    }
}

/// The paths that a file names outside its tests, and whether it hands them on.
fn named(text: &str) -> Vec<(bool, Path)> {
    let code = text.split("#[cfg(test)]\nmod ").next().unwrap();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let code = lines.collect::<Vec<_>>().join("\n");
    let imports = Regex::new(r"(?m)^\s*(pub(?:\([a-z :]+\))? )?use ([^;]+);").unwrap();
    let inline = Regex::new(r"\b(?:crate|super|self)(?:::[A-Za-z_]+)+").unwrap();
    let mut found: Vec<(bool, Path)> = Vec::new();
    for import in imports.captures_iter(&code) {
        found.extend(expand(&import[2]).into_iter().map(|path| (import.get(1).is_some(), path)));
    }
    let segments = |path: &str| path.split("::").map(str::to_owned).collect();
    found.extend(inline.find_iter(&code).map(|path| (false, segments(path.as_str()))));
    found
}

/// `a::{b, c::{d, e}}` as its paths.
fn expand(tree: &str) -> Vec<Path> {
    let segments = |path: &str| -> Path {
        let path = path.split(" as ").next().unwrap();
        path.split("::").map(str::trim).filter(|s| !s.is_empty()).map(str::to_owned).collect()
    };
    let Some((before, inside)) = tree.split_once('{') else { return vec![segments(tree)] };
    let (prefix, mut depth, mut from) = (segments(before), 0, 0);
    let inside = inside.trim_end().strip_suffix('}').unwrap();
    let mut parts = Vec::new();
    for (at, letter) in inside.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&inside[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&inside[from..]);
    let parts = parts.into_iter().filter(|part| !part.trim().is_empty());
    let paths = parts.flat_map(expand).map(|path| below(&prefix, &path));
    paths.map(|path| path.into_iter().filter(|segment| segment != "self").collect()).collect()
}

#[test]
fn layers_use_only_those_before_them() {
    let place = |path: &Path| LAYERS.iter().position(|layer| *layer == path[0]);
    let mut wrong = Vec::new();
    for (module, used) in uses() {
        for other in used {
            if place(&other) > place(&module) {
                wrong.push(format!("{} uses {}", module.join("::"), other.join("::")));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn files_do_not_use_each_other_in_a_circle() {
    let uses = uses();
    let reached = |from: &Path| {
        let mut found: BTreeSet<&Path> = BTreeSet::new();
        let mut next: Vec<&Path> = uses[from].iter().collect();
        while let Some(module) = next.pop() {
            if found.insert(module) {
                next.extend(&uses[module]);
            }
        }
        found
    };
    let reach: BTreeMap<&Path, BTreeSet<&Path>> =
        uses.keys().map(|module| (module, reached(module))).collect();
    let circles: BTreeSet<Vec<String>> = uses
        .keys()
        .filter(|module| reach[module].contains(module))
        .map(|module| {
            let circle = reach[module].iter().filter(|other| reach[**other].contains(module));
            circle.map(|other| other.join("::")).collect()
        })
        .collect();
    assert!(circles.is_empty(), "{circles:#?}");
}
