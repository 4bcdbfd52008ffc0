//! The programs that building and testing need, found or installed.
//!
//! What fits on PATH is taken; what is missing goes into the tools folder (`.tools`, or where
//! `MAWQIF_TOOLS` points), which git ignores and which outlives `cargo clean`.

use crate::run::{cargo, output, root, run};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The newest Trunk that Rust 1.95 compiles.
const TRUNK: &str = "0.21.14";
/// What `deny.toml` is written for.
const DENY: &str = "0.20.2";
const MACHETE: &str = "0.9.2";
const WASM: &str = "wasm32-unknown-unknown";

/// The programs, all there.
pub struct Tools {
    path: OsString,
}

impl Tools {
    /// Finds or installs what building the page needs.
    pub fn set_up() -> Result<Tools, String> {
        let folder = folder();
        let tools = Tools::found(&folder)?;
        // What is compiled comes last: whoever lacks npm or rustup knows it before minutes have passed.
        tools.target()?;
        packages()?;
        tools.wasm_opt()?;
        tools.trunk(&folder)?;
        tools.wasm_bindgen(&folder)?;
        Ok(tools)
    }

    /// Finds or installs what looks through the dependencies, and nothing else.
    pub fn set_up_for_dependencies() -> Result<Tools, String> {
        let folder = folder();
        let tools = Tools::found(&folder)?;
        for (program, version, minutes) in [("cargo-deny", DENY, 5), ("cargo-machete", MACHETE, 1)] {
            if !tools.has(program, &["--version"]) {
                println!("xtask: {program} is missing; compiling it (about {minutes} minutes)");
                install(&folder, &["--locked", program, "--version", version])?;
            }
        }
        Ok(tools)
    }

    /// Programs in the tools folder first, then those on PATH.
    fn found(folder: &Path) -> Result<Tools, String> {
        let mut places = vec![folder.join("bin"), folder.join("npm/node_modules/.bin")];
        places.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
        let path = std::env::join_paths(places).map_err(|e| format!("PATH cannot be extended: {e}"))?;
        Ok(Tools { path })
    }

    /// Finds or installs what the browser tests need beside, and says where the accessibility checker is.
    pub fn set_up_browser(&self) -> Result<PathBuf, String> {
        self.browser()?;
        self.firefox_driver()?;
        let file = folder().join("npm/node_modules/axe-core/axe.min.js");
        if !file.exists() {
            println!("xtask: axe-core is missing; installing the npm package");
            self.npm("axe-core@4", "install Node.js with npm by hand")?;
        }
        Ok(file)
    }

    /// Finds or installs the annotator that the page is measured against, and says where it is.
    pub fn set_up_rival(&self) -> Result<PathBuf, String> {
        self.browser()?;
        let file = folder().join("npm/node_modules/@recogito/text-annotator/dist/text-annotator.umd.js");
        if !file.exists() {
            println!("xtask: @recogito/text-annotator is missing; installing the npm package");
            self.npm("@recogito/text-annotator@3", "install Node.js with npm by hand")?;
        }
        Ok(file)
    }

    fn browser(&self) -> Result<(), String> {
        let fonts = Path::new("/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf").exists();
        if fonts && ["chromium", "chromedriver", "firefox"].iter().all(|p| self.has(p, &["--version"])) {
            return Ok(());
        }
        let by_hand = "install Chromium, ChromeDriver, Firefox and Noto's Arabic fonts by hand (Debian: \
                       apt-get install chromium chromium-driver firefox-esr fonts-noto-core fonts-hosny-amiri)";
        let root_user = output(Command::new("id").arg("-u")).as_deref() == Some("0");
        if !root_user || !self.has("apt-get", &["--version"]) {
            return Err(by_hand.into());
        }
        println!(
            "xtask: Chromium, ChromeDriver, Firefox or the Arabic fonts are missing; installing Debian's"
        );
        let packages = ["chromium", "chromium-driver", "firefox-esr", "fonts-noto-core", "fonts-hosny-amiri"];
        run(Command::new("apt-get").args(["update", "-qq"]))
            .and_then(|()| {
                let mut install = Command::new("apt-get");
                install
                    .env("DEBIAN_FRONTEND", "noninteractive")
                    .args(["install", "-y", "-qq"])
                    .args(packages);
                run(&mut install)
            })
            .map_err(|e| format!("{e}; {by_hand}"))
    }

    /// Debian has no package of Firefox's driver.
    fn firefox_driver(&self) -> Result<(), String> {
        if self.has("geckodriver", &["--version"]) {
            return Ok(());
        }
        println!("xtask: geckodriver is missing; compiling it (about 3 minutes)");
        install(&folder(), &["--locked", "geckodriver"])
    }

    /// Where programs are looked for, the tools first.
    pub fn path(&self) -> &OsString {
        &self.path
    }

    /// A command that finds the tools first.
    pub fn command(&self, program: &str) -> Command {
        let found = std::env::split_paths(&self.path).map(|place| place.join(program)).find(|p| p.is_file());
        let mut command = Command::new(found.unwrap_or_else(|| program.into()));
        command.env("PATH", &self.path).current_dir(root());
        command
    }

    fn has(&self, program: &str, arguments: &[&str]) -> bool {
        output(self.command(program).args(arguments)).is_some()
    }

    fn version(&self, program: &str) -> Option<String> {
        let line = output(self.command(program).arg("--version"))?;
        line.split_whitespace().find(|w| w.starts_with(|c: char| c.is_ascii_digit())).map(str::to_owned)
    }

    fn target(&self) -> Result<(), String> {
        let sysroot = output(Command::new("rustc").args(["--print", "sysroot"]))
            .ok_or("rustc does not answer; install Rust 1.95 with rustup")?;
        if Path::new(&sysroot).join("lib/rustlib").join(WASM).is_dir() {
            return Ok(());
        }
        println!("xtask: Rust's {WASM} target is missing; adding it");
        run(Command::new("rustup").args(["target", "add", WASM]))
            .map_err(|e| format!("{e}; add it by hand: rustup target add {WASM}"))
    }

    fn trunk(&self, folder: &Path) -> Result<(), String> {
        if self.version("trunk").is_some_and(|v| v.starts_with("0.21.")) {
            return Ok(());
        }
        println!("xtask: Trunk {TRUNK} is missing; compiling it (about 3 minutes)");
        install(folder, &["--locked", "--debug", "trunk", "--version", TRUNK])
    }

    fn wasm_bindgen(&self, folder: &Path) -> Result<(), String> {
        let version = locked_version("wasm-bindgen")?;
        if self.version("wasm-bindgen").is_some_and(|v| v == version) {
            return Ok(());
        }
        println!(
            "xtask: wasm-bindgen {version}, the one of Cargo.lock, is missing; compiling it (about 4 minutes)"
        );
        install(folder, &["wasm-bindgen-cli", "--force", "--version", &version])
    }

    fn wasm_opt(&self) -> Result<(), String> {
        // Debian's binaryen is too old for what rustc writes; npm's prints its version as "version 12x".
        let number = output(self.command("wasm-opt").arg("--version"))
            .and_then(|line| line.split_whitespace().find_map(|w| w.parse::<u32>().ok()));
        if number.is_some_and(|n| n >= 120) {
            return Ok(());
        }
        println!("xtask: wasm-opt is missing or old; installing the npm package binaryen");
        self.npm("binaryen", "install Node.js with npm, or binaryen 120 or newer, by hand")
    }

    fn npm(&self, package: &str, by_hand: &str) -> Result<(), String> {
        let mut npm = self.command("npm");
        npm.arg("install").arg("--prefix").arg(folder().join("npm"));
        npm.args(["--no-audit", "--no-fund", "--silent", package]);
        run(&mut npm).map_err(|e| format!("{e}; {by_hand}"))
    }
}

/// Fetches the packages of Cargo.lock that are missing: Trunk builds without the network.
fn packages() -> Result<(), String> {
    let page = ["tree", "--quiet", "--offline", "--locked", "--package", "mawqif", "--target", WASM];
    let mut page = cargo(&page);
    page.args(["--no-default-features", "--features", "page"]);
    if output(&mut page).is_some() {
        return Ok(());
    }
    println!("xtask: packages of Cargo.lock are missing; fetching them");
    run(&mut cargo(&["fetch", "--locked"]))
}

fn install(folder: &Path, arguments: &[&str]) -> Result<(), String> {
    let mut command = cargo(&["install", "--root"]);
    // Cargo would build into this workspace's target folder and wait for its lock.
    command.arg(folder).args(arguments).env("CARGO_TARGET_DIR", folder.join("build"));
    // It would advise to put the folder on PATH, which nobody has to.
    let places = std::env::var_os("PATH").unwrap_or_default();
    let places = std::iter::once(folder.join("bin")).chain(std::env::split_paths(&places));
    command.env("PATH", std::env::join_paths(places).map_err(|e| format!("PATH cannot be extended: {e}"))?);
    run(&mut command)
        .map_err(|e| format!("{e}; install it by hand: cargo install {}", arguments.join(" ")))?;
    // What was built is of no more use, and large.
    std::fs::remove_dir_all(folder.join("build"))
        .map_err(|e| format!("{}: {e}", folder.join("build").display()))
}

fn folder() -> PathBuf {
    std::env::var_os("MAWQIF_TOOLS").map_or_else(|| root().join(".tools"), PathBuf::from)
}

/// The version of a package in Cargo.lock.
fn locked_version(package: &str) -> Result<String, String> {
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).map_err(|e| format!("Cargo.lock: {e}"))?;
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1).and_then(|line| line.strip_prefix("version = \""));
    let version = version.and_then(|rest| rest.strip_suffix('"'));
    version.map(str::to_owned).ok_or_else(|| format!("Cargo.lock names no {package}"))
}
