//! `cargo xtask score FOLDER`: how well the engine agrees with a folder of articles and their gold.

use crate::run::program;
use std::path::{Path, PathBuf};
use std::process::Command;

#[path = "../../tests/support/score.rs"]
#[allow(dead_code, reason = "the test of the figures uses more of it")]
mod figures;

use figures::{Analysis, Scores};

/// Analyses every text of `FOLDER/texts` that has its gold in `FOLDER/gold` and prints the table.
pub fn score(folder: &str) -> Result<(), String> {
    let folder = Path::new(folder);
    let golds = golds(folder)?;
    let program = program()?;
    let mut scores = Scores::default();
    for gold in golds {
        let name = gold.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
        let expected = read(&gold)?;
        let text = folder.join("texts").join(format!("{name}.txt"));
        let mut command = Command::new(&program);
        command.arg("analyze");
        if let Some(date) = &expected.date {
            command.args(["--date", date]);
        }
        let output = command.arg(&text).output().map_err(|e| format!("{}: {e}", program.display()))?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).trim().to_owned());
        }
        let found = serde_json::from_slice(&output.stdout).map_err(|e| format!("{}: {e}", text.display()))?;
        scores.add(&expected, &found);
    }
    print!("{scores}");
    Ok(())
}

fn golds(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let gold = folder.join("gold");
    let entries = std::fs::read_dir(&gold).map_err(|e| format!("{}: {e}", gold.display()))?;
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|e| e.path())).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    if files.is_empty() { Err(format!("{}: no .json file in it", gold.display())) } else { Ok(files) }
}

fn read(file: &Path) -> Result<Analysis, String> {
    let bytes = std::fs::read(file).map_err(|e| format!("{}: {e}", file.display()))?;
    serde_json::from_slice(&bytes).map_err(|e| format!("{}: {e}", file.display()))
}
