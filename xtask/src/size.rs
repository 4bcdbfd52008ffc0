//! `cargo xtask size`: what the release page weighs.

use crate::serve::build;
use crate::tools::Tools;
use std::fs;
use std::io::Write;
use std::path::Path;

/// The most that all first-load files together may weigh, in bytes of brotli.
const BUDGET: usize = 580 * 1024;
/// The most that the program alone may weigh.
const WASM_BUDGET: usize = 530 * 1024;

/// Builds the release page and prints its files; an error where a budget is passed.
pub fn size() -> Result<(), String> {
    let tools = Tools::set_up()?;
    let dist = build(&tools)?;
    check(&dist)
}

/// Prints each file of `dist`, raw, gzip and brotli, and holds the budgets.
pub fn check(dist: &Path) -> Result<(), String> {
    let mut files: Vec<_> = fs::read_dir(dist)
        .map_err(|e| format!("{}: {e}", dist.display()))?
        .filter_map(|entry| entry.ok().map(|e| e.path()))
        .filter(|path| path.is_file() && !comes_later(path))
        .collect();
    files.sort();
    println!("{:>9} {:>9} {:>9}  file", "raw", "gzip", "brotli");
    let mut total = [0; 3];
    let mut over = Vec::new();
    for file in files {
        let bytes = fs::read(&file).map_err(|e| format!("{}: {e}", file.display()))?;
        let row = [bytes.len(), gzip(&bytes)?, brotli(&bytes)?];
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        println!("{:>9} {:>9} {:>9}  {name}", row[0], row[1], row[2]);
        if name.ends_with(".wasm") && row[2] > WASM_BUDGET {
            over.push(format!("{name} weighs {} bytes of brotli, its budget is {WASM_BUDGET}", row[2]));
        }
        total.iter_mut().zip(row).for_each(|(sum, part)| *sum += part);
    }
    println!("{:>9} {:>9} {:>9}  in all", total[0], total[1], total[2]);
    if total[2] > BUDGET {
        over.push(format!("all files weigh {} bytes of brotli, their budget is {BUDGET}", total[2]));
    }
    if over.is_empty() { Ok(()) } else { Err(over.join("; ")) }
}

/// Whether a browser asks for a file only when the page is installed, long after it has been shown.
fn comes_later(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "png")
}

fn gzip(bytes: &[u8]) -> Result<usize, String> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .map(|v| v.len())
        .map_err(|e| format!("gzip: {e}"))
}

fn brotli(bytes: &[u8]) -> Result<usize, String> {
    let mut out = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams::default();
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &parameters).map_err(|e| format!("brotli: {e}"))?;
    Ok(out.len())
}
