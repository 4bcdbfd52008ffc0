//! `cargo xtask size`: what the release page weighs, by when a reader needs it.

use crate::serve::build;
use crate::tools::Tools;
use std::fs;
use std::io::Write;
use std::path::Path;

/// When a browser needs a file, and the most that all such files together may weigh, in bytes of brotli.
struct When {
    name: &'static str,
    budget: usize,
    has: fn(&str) -> bool,
}

/// A file belongs to the first that has it.
const WHEN: [When; 3] = [
    When {
        name: "later: installing the page, and keeping it for reading without the network",
        budget: 24 * 1024,
        has: |file| file.ends_with(".png") || ["manifest.webmanifest", "worker.js"].contains(&file),
    },
    When {
        name: "the program, before which nothing can be marked, opened or written",
        budget: 620 * 1024,
        has: |file| file.starts_with("mawqif-page-"),
    },
    When {
        name: "seen first: the article with its marks, before the program",
        budget: 18 * 1024,
        has: |_| true,
    },
];

/// The most that the `.wasm` file alone may weigh.
const WASM_BUDGET: usize = 611 * 1024;

/// Builds the release page and prints its files; an error where a budget is passed.
pub fn size() -> Result<(), String> {
    let tools = Tools::set_up()?;
    let dist = build(&tools)?;
    check(&dist)
}

/// A file's name with its bytes as they are, in gzip and in brotli.
type Weighed = (String, [usize; 3]);

/// Prints each file of `dist` with what it weighs, by when it is needed, and holds the budgets.
pub fn check(dist: &Path) -> Result<(), String> {
    let mut files = weigh(dist)?;
    let mut over = Vec::new();
    for when in WHEN {
        let (here, others): (Vec<_>, Vec<_>) = files.into_iter().partition(|(name, _)| (when.has)(name));
        files = others;
        print(&when, &here);
        let sum = sum(&here)[2];
        if sum > when.budget {
            over.push(format!("{}: {sum} bytes of brotli, the budget is {}", when.name, when.budget));
        }
        over.extend(
            here.iter().filter(|(name, size)| name.ends_with(".wasm") && size[2] > WASM_BUDGET).map(
                |(name, size)| format!("{name}: {} bytes of brotli, its budget is {WASM_BUDGET}", size[2]),
            ),
        );
    }
    if over.is_empty() { Ok(()) } else { Err(over.join("; ")) }
}

fn print(when: &When, files: &[Weighed]) {
    println!("{}\n{:>9} {:>9} {:>9}", when.name, "raw", "gzip", "brotli");
    for (name, [raw, gzip, brotli]) in files {
        println!("{raw:>9} {gzip:>9} {brotli:>9}  {name}");
    }
    let [raw, gzip, brotli] = sum(files);
    println!("{raw:>9} {gzip:>9} {brotli:>9}  in all, of {} at most\n", when.budget);
}

fn sum(files: &[Weighed]) -> [usize; 3] {
    files
        .iter()
        .fold([0; 3], |[raw, gzip, brotli], (_, size)| [raw + size[0], gzip + size[1], brotli + size[2]])
}

/// All files of a folder, sorted.
fn weigh(dist: &Path) -> Result<Vec<Weighed>, String> {
    let entries = fs::read_dir(dist).map_err(|e| format!("{}: {e}", dist.display()))?;
    let mut files = Vec::new();
    for path in entries.filter_map(|entry| entry.ok().map(|e| e.path())).filter(|path| path.is_file()) {
        let bytes = fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        files.push((name, [bytes.len(), gzip(&bytes)?, brotli(&bytes)?]));
    }
    files.sort();
    Ok(files)
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
