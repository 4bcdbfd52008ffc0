//! Makes one style sheet of all those that the page names: a browser draws nothing before it has the last of
//! them, and each is asked for by itself.

use crate::one_file::{style_sheets, text};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};
use std::fs;
use std::path::Path;

/// Joins the style sheets of the page in the folder of a build, in their order.
pub fn join(folder: &Path) -> Result<(), String> {
    let page = text(folder, "index.html")?;
    let mut style = String::new();
    for (_, file) in style_sheets(&page) {
        style += &text(folder, file)?;
        let file = folder.join(file);
        fs::remove_file(&file).map_err(|e| format!("{}: {e}", file.display()))?;
    }
    let digest = Sha384::digest(&style);
    let short: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let name = format!("style-{short}.css");
    let whole =
        format!(r#"<link rel="stylesheet" href="./{name}" integrity="sha384-{}"/>"#, STANDARD.encode(digest));
    let mut joined = page.clone();
    for (number, (link, _)) in style_sheets(&page).enumerate() {
        joined = joined.replacen(link, if number == 0 { &whole } else { "" }, 1);
    }
    let write = |file: &str, text: &str| {
        let file = folder.join(file);
        fs::write(&file, text).map_err(|e| format!("{}: {e}", file.display()))
    };
    write(&name, &style)?;
    write("index.html", &joined)
}
