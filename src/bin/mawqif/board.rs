//! `mawqif board`: what many articles on one dispute say together.

use crate::files;
use crate::stream::Lines;
use mawqif::exchange::Gathering;
use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The longest answer that is read, in bytes: that to the longest line of a stream is shorter.
const LONGEST: usize = 32 << 20;

/// What to gather and how much of it to show.
#[derive(clap::Args)]
pub struct Options {
    /// The dispute by which the articles were analysed: its name, parties and questions are taken from it
    #[arg(long, value_name = "FILE")]
    dispute: Option<PathBuf>,
    /// Of each claim, name at most so many articles that have it, the first by date
    #[arg(long, value_name = "N", default_value_t = 20)]
    articles: usize,
    /// List only claims that were told so many times
    #[arg(long, value_name = "N", default_value_t = 1)]
    least: u64,
    /// Answers of `mawqif analyze`, a line each; standard input without any
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// Writes what was gathered; says on standard error which lines are no answers, and fails where one is not.
pub fn run(options: &Options) -> Result<ExitCode, String> {
    let dispute = options.dispute.as_deref().map(files::dispute).transpose()?;
    let mut gathering = Gathering::new(dispute.as_ref(), options.articles);
    let mut sound = true;
    if options.files.is_empty() {
        sound &= take(&mut gathering, None, BufReader::new(std::io::stdin()))?;
    }
    for file in &options.files {
        let input = File::open(file).map_err(|e| format!("{}: {e}", file.display()))?;
        sound &= take(&mut gathering, Some(file), BufReader::new(input))?;
    }
    let output = std::io::stdout();
    let written = serde_json::to_writer_pretty(output.lock(), &gathering.written(options.least));
    written
        .map_err(std::io::Error::from)
        .and_then(|()| writeln!(output.lock()))
        .map_err(|e| e.to_string())?;
    Ok(if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Takes the answers of one input; whether every line was one.
fn take(gathering: &mut Gathering, file: Option<&Path>, input: impl BufRead) -> Result<bool, String> {
    let mut lines = Lines::new(input, LONGEST);
    let mut sound = true;
    while let Some(line) = lines.next().map_err(|e| format!("{}: {e}", files::name(file)))? {
        if let Err(error) = gathering.take(&line.bytes) {
            let error = if line.cut { "too long".into() } else { error.to_string() };
            eprintln!("mawqif: {}:{}: no answer of mawqif analyze: {error}", files::name(file), line.number);
            sound = false;
        }
    }
    Ok(sound)
}
