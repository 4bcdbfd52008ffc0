//! The versions of engine and lexicon: digests of what decides an analysis, so that of two answers it can
//! be told whether they were made in the same way.

use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// A table as it is compiled in.
pub struct Packed {
    /// Its name.
    pub name: String,
    /// The fields of its rows.
    pub fields: String,
    /// The spellings of its rows.
    pub spellings: Vec<u8>,
}

/// The version of the lexicon: what its tables hold.
pub fn of_tables(tables: &[Packed]) -> String {
    let parts = tables.iter().flat_map(|t| [t.name.as_bytes(), t.fields.as_bytes(), &t.spellings]);
    digest(parts)
}

/// The version of the engine: the package's, and the digest of the sources that read and judge a text.
pub fn of_engine() -> Result<String, String> {
    let mut files = Vec::new();
    for folder in ["src/text", "src/lexicon", "src/analysis"] {
        collect(Path::new(folder), &mut files)?;
    }
    files.sort();
    let mut parts = Vec::new();
    for file in files {
        // The same sources are the same engine wherever they are built.
        parts.push(file.to_string_lossy().replace('\\', "/").into_bytes());
        parts.push(fs::read(&file).map_err(|e| format!("{}: {e}", file.display()))?);
    }
    Ok(format!("{}+{}", env!("CARGO_PKG_VERSION"), digest(parts.iter().map(Vec::as_slice))))
}

/// The code and the learned weights under a folder.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), String> {
    for entry in fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))? {
        let path = entry.map_err(|e| e.to_string())?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "rs" || ending == "bin") {
            files.push(path);
        }
    }
    Ok(())
}

/// Twelve hexadecimal digits of the SHA-256 of all parts, each with its length.
fn digest<'p>(parts: impl IntoIterator<Item = &'p [u8]>) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}
