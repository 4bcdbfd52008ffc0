//! `cargo xtask bench`: runs the benchmarks and prints what they measured as ratios of one run.
//!
//! A time says as much of the machine as of the engine; two times of one run beside each other do not.

use crate::run::{cargo, run, target};
use crate::serve::build;
use crate::stream;
use crate::tools::Tools;
use std::fs;
use std::path::{Path, PathBuf};

/// The most by which one may be slower than the other.
const LIMITS: [(&str, f64); 2] = [
    ("all entities against one search for all words", 15.0),
    ("entities of 1 MB against 10 KB, a byte", 1.3),
];

/// One benchmark's outcome.
struct Measured {
    /// Its group and name: `analysis/news/1000`.
    name: String,
    /// How long the text is, in bytes.
    bytes: f64,
    /// The median time in nanoseconds.
    time: f64,
}

impl Measured {
    /// Megabytes a second.
    fn speed(&self) -> f64 {
        self.bytes * 1e3 / self.time
    }
}

/// Runs all benchmarks and prints the table.
pub fn bench() -> Result<(), String> {
    let outcomes = target().join("criterion");
    // What an earlier run left would stand beside what this one measured.
    if outcomes.exists() {
        fs::remove_dir_all(&outcomes).map_err(|e| format!("{}: {e}", outcomes.display()))?;
    }
    run(&mut cargo(&["bench", "--quiet", "--package", "mawqif", "--bench", "engine"]))?;
    let mut measured = Vec::new();
    collect(&outcomes, &mut measured)?;
    measured.sort_by(|a, b| (a.group(), a.bytes as u64, &a.name).cmp(&(b.group(), b.bytes as u64, &b.name)));
    print!("{}", table(&measured)?);
    print!("{}", stream::measure()?);
    page()
}

/// Measures the page with a large article in Chromium, beside another annotator.
fn page() -> Result<(), String> {
    let tools = Tools::set_up()?;
    let rival = tools.set_up_rival()?;
    let dist = build(&tools)?;
    let mut page = cargo(&["bench", "--quiet", "--package", "journeys", "--bench", "page"]);
    run(page.env("MAWQIF_DIST", dist).env("MAWQIF_RECOGITO", rival).env("PATH", tools.path()))
}

impl Measured {
    fn group(&self) -> &str {
        self.name.split('/').next().unwrap_or_default()
    }
}

/// Every outcome under a folder of criterion's: a folder `new` with `benchmark.json` and `estimates.json`.
fn collect(folder: &Path, measured: &mut Vec<Measured>) -> Result<(), String> {
    let entries = fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    for path in entries.filter_map(|entry| entry.ok().map(|e| e.path())).filter(|path| path.is_dir()) {
        if path.ends_with("new") {
            measured.push(outcome(&path)?);
        } else {
            collect(&path, measured)?;
        }
    }
    Ok(())
}

fn outcome(folder: &Path) -> Result<Measured, String> {
    let read = |file: &str| -> Result<serde_json::Value, String> {
        let path: PathBuf = folder.join(file);
        let text = fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        serde_json::from_slice(&text).map_err(|e| format!("{}: {e}", path.display()))
    };
    let (benchmark, estimates) = (read("benchmark.json")?, read("estimates.json")?);
    let missing = || format!("{}: not as criterion 0.7 writes it", folder.display());
    Ok(Measured {
        name: benchmark["full_id"].as_str().ok_or_else(missing)?.to_owned(),
        bytes: benchmark["throughput"]["Bytes"].as_f64().ok_or_else(missing)?,
        time: estimates["median"]["point_estimate"].as_f64().ok_or_else(missing)?,
    })
}

/// The figures and then the ratios, in Markdown.
fn table(measured: &[Measured]) -> Result<String, String> {
    let find = |name: &str| -> Result<&Measured, String> {
        measured.iter().find(|m| m.name == name).ok_or_else(|| format!("‘{name}’ was not measured"))
    };
    let slower = |one: &str, other: &str| Ok::<f64, String>(find(other)?.speed() / find(one)?.speed());
    let mut text = "| measured | bytes | ms | MB/s |\n| --- | ---: | ---: | ---: |\n".to_owned();
    for one in measured {
        text += &format!("| {} | {} | {:.2} | {:.1} |\n", one.name, one.bytes, one.time / 1e6, one.speed());
    }
    let ratios = [
        (LIMITS[0].0, slower("entities/whole/1000000", "entities/aho-corasick")?),
        (LIMITS[1].0, slower("entities/whole/1000000", "entities/whole/10000")?),
        ("analysis against entities, 1 MB", slower("analysis/news/1000000", "entities/whole/1000000")?),
        ("analysis of 1 MB against 10 KB, a byte", slower("analysis/news/1000000", "analysis/news/10000")?),
        (
            "analysis of 10 MB against 1 MB, a byte",
            slower("analysis/news/10000000", "analysis/news/1000000")?,
        ),
        ("another dispute or date against the first reading, 1 MB", slower("again/again", "again/first")?),
    ];
    text += "\n| times as long | ratio | at most |\n| --- | ---: | ---: |\n";
    for (name, ratio) in ratios {
        let limit = LIMITS.iter().find(|(of, _)| *of == name);
        let limit = limit.map_or("–".to_owned(), |(_, limit)| limit.to_string());
        text += &format!("| {name} | {ratio:.2} | {limit} |\n");
    }
    for one in measured.iter().filter(|one| one.group() == "hostile") {
        let name = one.name.split('/').nth(1).unwrap_or_default();
        let ratio = find("analysis/news/10000000")?.speed() / one.speed();
        text += &format!("| 5 MB of {name} against 10 MB of news, a byte | {ratio:.2} | – |\n");
    }
    Ok(text)
}
