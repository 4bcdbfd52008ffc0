//! `mawqif check`: whether a file is a sound annotation file, and if not, where not.

use crate::files;
use mawqif::exchange::{Format, check, text_of};
use std::path::PathBuf;
use std::process::ExitCode;

/// What to check.
#[derive(clap::Args)]
pub struct Options {
    /// The file's format: w3c, brat, doccano, label-studio or hypothesis; without it the file tells
    #[arg(long, value_name = "FORMAT", value_parser = crate::convert::readable)]
    format: Option<Format>,
    /// The file; standard input without it
    file: Option<PathBuf>,
}

/// Says what is sound on standard output, or each fault with its place on standard error.
pub fn run(options: &Options) -> Result<ExitCode, String> {
    let name = files::name(options.file.as_deref());
    let bytes = files::bytes(options.file.as_deref())?;
    let format = options.format.unwrap_or_else(|| text_of(&bytes).map_or(Format::W3c, Format::guess));
    let report = check(format, &bytes);
    for fault in &report.faults {
        eprintln!("{name}: {fault}");
    }
    if report.faults.is_empty() {
        println!("{name}: sound, {}: {} annotations", format.name(), report.annotations);
        return Ok(ExitCode::SUCCESS);
    }
    Ok(ExitCode::FAILURE)
}
