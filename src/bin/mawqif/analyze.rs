//! `mawqif analyze`: files, or a stream of lines.

use crate::{files, stream};
use mawqif::analysis::{Date, Dispute, analyze};
use mawqif::exchange::analysis_json::AnalysisJson;
use mawqif::text::Document;
use std::io::{BufRead, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// What to analyse and how.
#[derive(clap::Args)]
pub struct Options {
    /// The dispute's parties and issues (JSON); without it the parties are found from each text
    #[arg(long, value_name = "FILE")]
    dispute: Option<PathBuf>,
    /// The day of publication, 2024-01-09: relative dates are resolved against it
    #[arg(long)]
    date: Option<Date>,
    /// Read {"id", "text", "date"?} a line from standard input, answer each with a line
    #[arg(long, conflicts_with = "files")]
    stream: bool,
    /// Articles as UTF-8 text
    #[arg(required_unless_present = "stream", value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// Analyses everything asked for; says on standard error what could not be read.
pub fn run(options: &Options) -> ExitCode {
    let dispute = match options.dispute.as_deref().map(files::dispute).transpose() {
        Ok(dispute) => dispute,
        Err(message) => {
            eprintln!("mawqif: {message}");
            return ExitCode::FAILURE;
        }
    };
    if options.stream {
        return stream::run(std::io::stdin().lock(), std::io::stdout().lock(), |line| {
            answer(line, dispute.as_ref(), options.date)
        });
    }
    let mut outcome = ExitCode::SUCCESS;
    for file in &options.files {
        match files::text(file) {
            Ok(text) => {
                let mut answer = analysed(&text, dispute.as_ref(), options.date);
                answer.document = file.file_name().map(|n| n.to_string_lossy().into_owned());
                if writeln!(std::io::stdout(), "{}", json(&answer)).is_err() {
                    return ExitCode::FAILURE;
                }
            }
            Err(message) => {
                eprintln!("mawqif: {message}");
                outcome = ExitCode::FAILURE;
            }
        }
    }
    outcome
}

fn analysed(text: &str, dispute: Option<&Dispute>, date: Option<Date>) -> AnalysisJson {
    let document = Document::new(text);
    AnalysisJson::new(&document, &analyze(&document, dispute, date), date)
}

fn json(answer: &impl serde::Serialize) -> String {
    serde_json::to_string(answer).unwrap_or_else(|e| format!("{{\"error\":\"{e}\"}}"))
}

/// A line of a stream.
#[derive(serde::Deserialize)]
struct Line {
    #[serde(default)]
    id: Option<serde_json::Value>,
    text: String,
    #[serde(default)]
    date: Option<String>,
}

/// The answer to a line: its analysis, or its id and what is wrong with it.
fn answer(line: &str, dispute: Option<&Dispute>, date: Option<Date>) -> stream::Answer {
    let parsed = serde_json::from_str::<Line>(line).map_err(|e| e.to_string()).and_then(|line| {
        let own = line
            .date
            .as_deref()
            .map(str::parse)
            .transpose()
            .map_err(|e: mawqif::analysis::DateError| e.to_string());
        own.map(|own| (line, own.or(date)))
    });
    match parsed {
        Ok((line, date)) => {
            let mut answer = analysed(&line.text, dispute, date);
            answer.id = line.id;
            stream::Answer { line: json(&answer), sound: true }
        }
        Err(error) => {
            let loose = serde_json::from_str::<serde_json::Value>(line).ok();
            let id = loose.and_then(|value| value.get("id").cloned()).unwrap_or_default();
            stream::Answer { line: json(&serde_json::json!({"id": id, "error": error})), sound: false }
        }
    }
}

/// Reads one line; none at the end.
pub fn next_line(input: &mut impl BufRead) -> std::io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    let read = input.read_until(b'\n', &mut line)?;
    Ok((read > 0).then_some(line))
}
