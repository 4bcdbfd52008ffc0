//! Makes one style sheet of all those that the page names: a browser draws nothing before it has the last of
//! them, and each is asked for by itself.

use crate::one_file::{attribute, tags};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};
use std::fs;
use std::path::Path;

/// Joins the style sheets of the page in the folder of a build, in their order.
pub fn join(folder: &Path) -> Result<(), String> {
    let index = folder.join("index.html");
    let page = fs::read_to_string(&index).map_err(|e| format!("{}: {e}", index.display()))?;
    let links: Vec<&str> =
        tags(&page, "link").filter(|link| attribute(link, "rel") == Some("stylesheet")).collect();
    let mut style = String::new();
    for link in &links {
        let file = folder.join(attribute(link, "href").unwrap_or_default());
        style += &fs::read_to_string(&file).map_err(|e| format!("{}: {e}", file.display()))?;
        fs::remove_file(&file).map_err(|e| format!("{}: {e}", file.display()))?;
    }
    let digest = Sha384::digest(&style);
    let short: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let name = format!("style-{short}.css");
    let whole =
        format!(r#"<link rel="stylesheet" href="./{name}" integrity="sha384-{}"/>"#, STANDARD.encode(digest));
    let mut joined = page.clone();
    for (number, link) in links.iter().enumerate() {
        joined = joined.replacen(link, if number == 0 { &whole } else { "" }, 1);
    }
    let write =
        |file: &Path, text: &str| fs::write(file, text).map_err(|e| format!("{}: {e}", file.display()));
    write(&folder.join(name), &style)?;
    write(&index, &joined)
}
