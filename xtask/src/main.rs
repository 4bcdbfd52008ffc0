//! The project's commands: `cargo xtask help` lists them. One module a command; each says
//! what it does, and ends with a message, never a backtrace.

mod archive;
mod bench;
mod bundle;
mod dependencies;
mod finish;
mod first;
mod one_file;
mod run;
mod score;
mod serve;
mod sheets;
mod size;
mod spark;
mod stream;
mod test;
mod tools;
mod train;
mod worker;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask serve [--port N] [--release]   set up what is missing, build the page, serve it on 127.0.0.1
cargo xtask bundle                         the page as one file, target/mawqif.html
cargo xtask test                           set up what is missing, run every check and test
cargo xtask score FOLDER                   how well the engine does on FOLDER/texts, measured against FOLDER/gold
cargo xtask bench                          how fast the engine is, as ratios of one run
cargo xtask archive [--articles N] [--seed S] [--out FILE]   N articles (100,000), a JSON line each, to try the stream with
cargo xtask train TOKENS [--aside N]        learns the weights of the scorer of names from a corpus
cargo xtask first                          takes down anew what shows before the program runs
cargo xtask dependencies                   licences, duplicates and sources of all packages, and whether each is used
cargo xtask icons                          draws the icons anew from assets/page/icon.svg
cargo xtask size                           the release build's files: raw, gzip, brotli
cargo xtask setup                          set up what is missing
cargo xtask finish                         completes a build; Trunk calls it";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["serve", options @ ..] => serve::serve(options),
        ["test"] => test::test(),
        ["score", folder] => score::score(folder),
        ["bench"] => bench::bench(),
        ["archive", options @ ..] => archive::archive(options),
        ["train", tokens, options @ ..] => train::train(tokens, options),
        ["first"] => first::first(),
        ["dependencies"] => dependencies::dependencies(),
        ["icons"] => first::icons(),
        ["size"] => size::size(),
        ["bundle"] => bundle::bundle(),
        ["finish"] => finish::finish(),
        ["setup"] => tools::Tools::set_up().map(|_| ()),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        [other, ..] => Err(format!("there is no ‘cargo xtask {other}’.\n{HELP}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}
