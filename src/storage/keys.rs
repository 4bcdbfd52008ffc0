//! The keys of everything kept: a record's, its mark's, and those of what was set aside.

use super::Stamp;

/// Begins every key.
pub const ROOT: &str = "mawqif/";
/// Begins the keys of marks.
pub const MARK: &str = "mawqif/ahead/";
/// Begins the keys of what was set aside.
pub const ASIDE: &str = "mawqif/aside/";

/// The key of the record at `path` in `version`.
pub fn key(version: usize, path: &str) -> String {
    format!("{ROOT}{version}/{path}")
}

/// A key's version and path.
pub fn versioned(key: &str) -> Option<(usize, &str)> {
    let (version, path) = key.strip_prefix(ROOT)?.split_once('/')?;
    Some((version.parse().ok()?, path))
}

/// The key of the mark beside a record.
pub fn mark(key: &str) -> String {
    format!("{MARK}{}", key.strip_prefix(ROOT).unwrap_or(key))
}

/// The key under which what a record held before is set aside.
pub fn aside(key: &str, stamp: Stamp) -> String {
    format!("{ASIDE}{stamp}/{}", key.strip_prefix(ROOT).unwrap_or(key))
}
