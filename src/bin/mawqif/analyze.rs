//! `mawqif analyze`: files, or a stream of lines.

use crate::files;
use crate::stream::{self, Answer, Line};
use mawqif::analysis::{self, Date, Dispute, analyze};
use mawqif::exchange::analysis_json::AnalysisJson;
use mawqif::lexicon;
use mawqif::text::Document;
use std::io::Write;
use std::num::NonZeroUsize;
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
    /// Read {"id", "text", "date"?, "source"?} a line from standard input, answer each with a line, in order
    #[arg(long, conflicts_with = "files")]
    stream: bool,
    /// With --stream: how many threads answer; all cores if not given
    #[arg(long, value_name = "N", requires = "stream")]
    threads: Option<NonZeroUsize>,
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
            return ExitCode::from(stream::BROKEN);
        }
    };
    if options.stream {
        let threads = options.threads.or_else(|| std::thread::available_parallelism().ok());
        let date = options.date;
        let answer = move |line: &Line| answer(line, dispute.as_ref(), date);
        return stream::run(threads.map_or(1, NonZeroUsize::get), answer);
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

/// An article in a line of a stream.
#[derive(serde::Deserialize)]
struct Article {
    #[serde(default)]
    id: Option<serde_json::Value>,
    text: String,
    #[serde(default)]
    date: Option<String>,
    #[serde(default)]
    source: Option<String>,
}

/// The answer to a line: its analysis, or its id and what is wrong with it.
fn answer(line: &Line, dispute: Option<&Dispute>, date: Option<Date>) -> Answer {
    match article(line) {
        Ok((article, own)) => {
            let mut answer = analysed(&article.text, dispute, own.or(date));
            answer.id = article.id;
            answer.source = article.source;
            Answer { line: json(&answer), sound: true }
        }
        Err(error) => unsound(line, &error),
    }
}

/// The article in a line and its own date.
fn article(line: &Line) -> Result<(Article, Option<Date>), String> {
    if line.cut {
        return Err(format!("longer than {} bytes", stream::LONGEST));
    }
    let text = std::str::from_utf8(&line.bytes)
        .map_err(|e| format!("not UTF-8 text: byte {} fits no character", e.valid_up_to()))?;
    if !text.trim_start().starts_with('{') {
        return Err("not a JSON object".into());
    }
    // The reader counts lines of its own, of which there is one.
    let told = |e: serde_json::Error| e.to_string().replace(" at line 1 column ", " at byte ");
    let article: Article = serde_json::from_str(text).map_err(told)?;
    let date = article.date.as_deref().map(str::parse).transpose();
    date.map(|date| (article, date)).map_err(|e: mawqif::analysis::DateError| e.to_string())
}

/// The answer to a line with which something is wrong.
pub fn unsound(line: &Line, error: &str) -> Answer {
    let answer = serde_json::json!({
        "id": id(&line.bytes), "line": line.number, "error": error,
        "engine": analysis::VERSION, "lexicon": lexicon::VERSION,
    });
    Answer { line: json(&answer), sound: false }
}

/// The id in a line, also in one that ends within its text or is broken there.
fn id(line: &[u8]) -> Option<serde_json::Value> {
    let line = String::from_utf8_lossy(line);
    let before_text = || format!("{}}}", line.split(",\"text\"").next().unwrap_or_default());
    let value: serde_json::Value =
        serde_json::from_str(&line).or_else(|_| serde_json::from_str(&before_text())).ok()?;
    value.get("id").cloned()
}
