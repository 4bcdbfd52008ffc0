//! `cargo xtask first`: takes down anew what shows before the program runs.

use crate::run::{cargo, run};
use crate::serve::build;
use crate::tools::Tools;

/// Builds the page and has the journey that compares its first view with `assets/page/first.html` write that
/// file anew.
pub fn first() -> Result<(), String> {
    let tools = Tools::set_up()?;
    let dist = build(&tools)?;
    tools.set_up_browser()?;
    let mut journey = cargo(&["test", "--package", "journeys", "--test", "first", "--", "what_shows_first"]);
    journey.env("MAWQIF_RENEW", "1").env("MAWQIF_DIST", dist).env("PATH", tools.path());
    run(&mut journey)
}
