//! The house rules that the compiler does not hold.

#![allow(clippy::unwrap_used, reason = "a test that fails says so by panicking")]

mod documents;
mod modules;
mod policy;
mod sources;
mod styles;

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A file of the project.
fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

/// Every file under `folder` with that ending, by its path from the root, with what is in it.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == ending) {
                let name = path.strip_prefix(root()).unwrap().display().to_string();
                found.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}
