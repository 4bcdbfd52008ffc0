//! The command line: the engine of the page for files and streams.

mod analyze;
mod anchor;
mod board;
mod check;
mod convert;
mod files;
mod stream;

use clap::{Parser, Subcommand};
use mawqif::{analysis, lexicon};
use std::process::ExitCode;
use std::sync::LazyLock;

static VERSIONS: LazyLock<String> =
    LazyLock::new(|| format!("{} (lexicon {})", analysis::VERSION, lexicon::VERSION));

/// Who is named in Arabic news, who claims what, and which claims stand against each other.
#[derive(Parser)]
#[command(name = "mawqif", version = VERSIONS.as_str())]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Analyse articles: one JSON object an article
    Analyze(analyze::Options),
    /// Gather what many answers of `analyze` say on one dispute: who claims what, how often, since when, where
    Board(board::Options),
    /// Find the annotations of a W3C collection in another version of the text, a line of JSON each
    Anchor(anchor::Options),
    /// Convert annotations from one format into another
    Convert(convert::Options),
    /// Check whether a file of annotations is sound, and say where not
    Check(check::Options),
}

/// Does what is asked for; says on standard error what hindered it.
fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Analyze(options) => Ok(analyze::run(&options)),
        Command::Board(options) => board::run(&options),
        Command::Anchor(options) => anchor::run(&options),
        Command::Convert(options) => convert::run(&options),
        Command::Check(options) => check::run(&options),
    };
    done.unwrap_or_else(|message| {
        eprintln!("mawqif: {message}");
        ExitCode::FAILURE
    })
}
