//! `cargo xtask bundle`: the page as one file, to be opened from the disk.

use crate::one_file;
use crate::run::target;
use crate::serve::build;
use crate::tools::Tools;

/// Builds the release page and writes `mawqif.html` into the target folder.
pub fn bundle() -> Result<(), String> {
    let dist = build(&Tools::set_up()?)?;
    let file = target().join("mawqif.html");
    one_file::write(&dist, &file)?;
    let size = std::fs::metadata(&file).map_or(0, |about| about.len().div_ceil(1024));
    println!("xtask: {} ({size} KB) opens by double click, without a server", file.display());
    Ok(())
}
