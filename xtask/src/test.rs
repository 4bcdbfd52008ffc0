//! `cargo xtask test`: every check and test, in the order in which they fail soonest.

use crate::run::{cargo, output, run};
use crate::serve::build;
use crate::size;
use crate::spark;
use crate::tools::Tools;
use std::process::Command;

/// Sets up what is missing and runs everything.
pub fn test() -> Result<(), String> {
    run(&mut cargo(&["fmt", "--all", "--check"]))?;
    let tools = Tools::set_up()?;
    let axe = tools.set_up_browser()?;
    run(&mut cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    run(&mut page_clippy())?;
    run(&mut documentation(&[]))?;
    run(&mut documentation(&PAGE))?;
    the_engine_knows_no_browser()?;
    let mut tests = cargo(&["test", "--workspace", "--exclude", "journeys"]);
    if std::env::var_os(SEED).is_none() {
        tests.env(SEED, "2024");
    }
    run(&mut tests)?;
    spark::test()?;
    let dist = build(&tools)?;
    size::check(&dist)?;
    let mut journeys = cargo(&["test", "--package", "journeys"]);
    journeys.env("MAWQIF_DIST", &dist).env("MAWQIF_AXE", axe).env("PATH", tools.path());
    run(&mut journeys)
}

/// What laws are tried on is chosen by chance from this number, here always from the same one: what passed
/// passes again, and whoever is refused is refused for what was changed. `cargo test` tries other texts each
/// time.
const SEED: &str = "PROPTEST_RNG_SEED";

/// The page is another program than the rest, for another machine.
const PAGE: [&str; 5] = ["--target", "wasm32-unknown-unknown", "--no-default-features", "--features", "page"];

fn page_clippy() -> Command {
    let mut command = cargo(&["clippy", "--package", "mawqif"]);
    command.args(PAGE).args(["--", "-D", "warnings"]);
    command
}

/// The documentation of all that is public, in which no link leads nowhere.
fn documentation(of: &[&str]) -> Command {
    let mut command = cargo(&["doc", "--quiet", "--no-deps", "--package", "mawqif"]);
    command.args(of).env("RUSTDOCFLAGS", "-D warnings");
    command
}

/// Without the feature `page` nothing of the browser is compiled in.
fn the_engine_knows_no_browser() -> Result<(), String> {
    let tree = ["tree", "--package", "mawqif", "--edges", "normal", "--prefix", "none"];
    let tree = output(&mut cargo(&tree)).ok_or("cargo tree does not answer")?;
    let foreign =
        tree.lines().find(|line| ["web-sys ", "js-sys ", "yew "].iter().any(|p| line.starts_with(p)));
    foreign.map_or(Ok(()), |line| Err(format!("the engine depends on {line}")))
}
