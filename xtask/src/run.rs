//! Running other programs, saying so.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Runs a command to its end, its output shown; an error names the command.
pub fn run(command: &mut Command) -> Result<(), String> {
    let shown = shown(command);
    println!("xtask: {shown}");
    let status = command.status().map_err(|e| format!("could not start ‘{shown}’: {e}"))?;
    if status.success() { Ok(()) } else { Err(format!("‘{shown}’ ended with {status}")) }
}

/// What a command prints, or nothing where it cannot be run or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The project's root.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// Where cargo puts what it builds.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The command line, built for it.
pub fn program() -> Result<PathBuf, String> {
    run(&mut cargo(&["build", "--quiet", "--bin", "mawqif"]))?;
    Ok(target().join("debug").join(format!("mawqif{}", std::env::consts::EXE_SUFFIX)))
}

/// A cargo command in the project's root.
pub fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(root());
    command
}

fn shown(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|a| a.to_string_lossy().into_owned()));
    words.join(" ")
}
