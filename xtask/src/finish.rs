//! `cargo xtask finish`: what Trunk's hook calls at the end of each build, when all files are there but not
//! yet in their place.

use crate::{sheets, worker};
use std::path::PathBuf;

/// Completes the build in the folder that Trunk names.
pub fn finish() -> Result<(), String> {
    let folder = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let folder = folder.ok_or("‘finish’ is for Trunk, which names its folder in TRUNK_STAGING_DIR")?;
    sheets::join(&folder)?;
    let released = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let source = crate::run::root().join("assets/page/worker.js");
    worker::write(&folder, &source, released)
}
