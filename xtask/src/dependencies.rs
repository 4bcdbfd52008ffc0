//! `cargo xtask dependencies`: licences, duplicates and sources of all packages, and packages that nothing
//! uses. Not a part of `cargo xtask test`: the two programs that look take minutes to compile.

use crate::run::run;
use crate::tools::Tools;

/// Sets up what is missing and looks through the dependencies of the whole workspace.
pub fn dependencies() -> Result<(), String> {
    let tools = Tools::set_up_for_dependencies()?;
    run(tools.command("cargo-deny").args(["--workspace", "check", "bans", "licenses", "sources"]))?;
    run(&mut tools.command("cargo-machete"))
}
