//! `cargo xtask first` and `cargo xtask icons`: what is drawn by a browser and kept as a file is drawn anew.

use crate::run::{cargo, run};
use crate::serve::build;
use crate::tools::Tools;

/// Has the journey that compares the page's first view with `assets/page/first.html` write that file anew.
pub fn first() -> Result<(), String> {
    renew("first", "what_shows_first")
}

/// Has the journey that compares the icons with `assets/page/icon.svg` draw them anew.
pub fn icons() -> Result<(), String> {
    renew("everywhere", "the_icons_are")
}

/// Builds the page and runs a journey that writes what it else compares.
fn renew(file: &str, journey: &str) -> Result<(), String> {
    let tools = Tools::set_up()?;
    let dist = build(&tools)?;
    tools.set_up_browser()?;
    let mut journey = cargo(&["test", "--package", "journeys", "--test", file, "--", journey]);
    journey.env("MAWQIF_RENEW", "1").env("MAWQIF_DIST", dist).env("PATH", tools.path());
    run(&mut journey)
}
