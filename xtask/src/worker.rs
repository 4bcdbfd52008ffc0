//! Writes the service worker of a build: its source, with the build's version and files in front.
//!
//! Knows nothing of the other commands, so that the journeys can make a second version with it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};
use std::fs;
use std::path::Path;

/// The worker's name among the files.
const NAME: &str = "worker.js";

/// Writes the worker into the folder of a build. One that is not released keeps nothing: what a developer
/// sees is what was built last.
pub fn write(folder: &Path, source: &Path, released: bool) -> Result<(), String> {
    let source = fs::read_to_string(source).map_err(|e| format!("{}: {e}", source.display()))?;
    let files = if released { files(folder)? } else { Vec::new() };
    let mut version = Sha256::new_with_prefix(&source);
    for (file, digest) in &files {
        version.update(format!("{file} {digest}\n"));
    }
    let version: String = version.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let build = serde_json::json!({"version": version, "files": files});
    let target = folder.join(NAME);
    fs::write(&target, format!("const BUILD = {build};\n{source}"))
        .map_err(|e| format!("{}: {e}", target.display()))
}

/// The build's files, sorted, each with the digest by which a browser knows it. The page itself is asked for
/// by its folder: some hosts answer `index.html` with a redirection, which may not be kept.
fn files(folder: &Path) -> Result<Vec<(String, String)>, String> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(place) = folders.pop() {
        for entry in fs::read_dir(&place).map_err(|e| format!("{}: {e}", place.display()))? {
            let path = entry.map_err(|e| format!("{}: {e}", place.display()))?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let bytes = fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?;
            let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            let address = if name == "index.html" { "./".to_owned() } else { name };
            files.push((address, format!("sha384-{}", STANDARD.encode(Sha384::digest(&bytes)))));
        }
    }
    files.retain(|(address, _)| address != NAME);
    files.sort();
    Ok(files)
}
