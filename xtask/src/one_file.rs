//! Writes a built page as one file that needs nothing beside it: style sheets, scripts, icon and program stand
//! in it, and its policy allows exactly these, by their digests.
//!
//! Knows nothing of the other commands, so that the journeys can make the file that they open.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::fs;
use std::io::Write;
use std::path::Path;

/// Puts the page that was built into `dist` into one file.
pub fn write(dist: &Path, target: &Path) -> Result<(), String> {
    let page = text(dist, "index.html")?;
    let style = style(dist, &page)?;
    let script =
        tag(&page, "script", "data-wasm").ok_or("the page names no script that starts the program")?;
    let code = code(dist, script)?;
    let opening = tag(&page, "script", "first.js").ok_or("the page names no script for its first view")?;
    let view = embeddable(text(dist, attribute(opening, "src").unwrap_or_default())?)?;
    let program = program(dist, script)?;
    let icon = tag(&page, "link", "icon").and_then(|link| attribute(link, "href")).unwrap_or_default();
    let icon = STANDARD.encode(text(dist, icon)?);

    let icon = format!(r#"<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,{icon}">"#);
    let mut whole = page.clone();
    for link in tags(&page, "link") {
        let inside = if attribute(link, "rel") == Some("icon") { icon.as_str() } else { "" };
        whole = whole.replacen(link, inside, 1);
    }
    let policy = tag(&page, "meta", "Content-Security-Policy").ok_or("the page has no policy")?;
    whole = whole.replacen(policy, &policy_of(&style, &[&view, &code]), 1);
    whole = whole.replacen("</head>", &format!("<style>{style}</style></head>"), 1);
    whole = whole.replacen(opening, &format!("<script>{view}"), 1);
    let scripts =
        format!(r#"<script type="text/plain" id="program">{program}</script><script type="module">{code}"#);
    whole = whole.replacen(script, &scripts, 1);
    fs::write(target, whole).map_err(|e| format!("{}: {e}", target.display()))
}

/// The policy of a page with this style sheet and these scripts, which asks nothing of any place.
fn policy_of(style: &str, scripts: &[&str]) -> String {
    let digest = |part: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(part)));
    let scripts: Vec<String> = scripts.iter().map(|script| digest(script)).collect();
    format!(
        r#"<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'wasm-unsafe-eval' {}; style-src {}; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'">"#,
        scripts.join(" "),
        digest(style)
    )
}

/// All style sheets of the page, in their order.
fn style(dist: &Path, page: &str) -> Result<String, String> {
    style_sheets(page).map(|(_, file)| text(dist, file)).collect()
}

/// The page's links to style sheets, in their order, each with the file that it names.
pub fn style_sheets(page: &str) -> impl Iterator<Item = (&str, &str)> {
    let sheets = tags(page, "link").filter(|link| attribute(link, "rel") == Some("stylesheet"));
    sheets.map(|link| (link, attribute(link, "href").unwrap_or_default()))
}

/// The page's script: the program's glue, how the program is unpacked, and what starts it.
fn code(dist: &Path, script: &str) -> Result<String, String> {
    let glue = text(dist, attribute(script, "data-js").unwrap_or_default())?;
    let boot = text(dist, attribute(script, "src").unwrap_or_default())?;
    let (glue, exports) = glue.rsplit_once("export").ok_or("the program's script exports nothing")?;
    let exported = exports.trim_matches(|c: char| c.is_whitespace() || "{};".contains(c));
    let start = exported.split(',').find_map(|name| name.trim().strip_suffix(" as default"));
    let start = start.ok_or("the program's script has no way to start it")?;
    let code = format!(
        "globalThis.bundled = async () => {{
  const packed = Uint8Array.from(atob(document.getElementById(\"program\").textContent), (c) => c.charCodeAt(0));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream(\"gzip\"));
  const start = (() => {{ {glue}; return {start}; }})();
  return {{ start, program: await new Response(unpacked).arrayBuffer() }};
}};
{boot}"
    );
    embeddable(code)
}

/// A script, where it has nothing in it that would end its element early.
fn embeddable(code: String) -> Result<String, String> {
    let ends = ["</script", "<!--"].iter().any(|end| code.contains(end));
    if ends { Err("the scripts contain what cannot stand in a page".into()) } else { Ok(code) }
}

/// The program, packed as text.
fn program(dist: &Path, script: &str) -> Result<String, String> {
    let file = dist.join(attribute(script, "data-wasm").unwrap_or_default());
    let bytes = fs::read(&file).map_err(|e| format!("{}: {e}", file.display()))?;
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    let packed = packed.write_all(&bytes).and_then(|()| packed.finish()).map_err(|e| format!("gzip: {e}"))?;
    Ok(STANDARD.encode(packed))
}

/// The text of a file of the build.
pub fn text(dist: &Path, file: &str) -> Result<String, String> {
    let file = dist.join(file);
    fs::read_to_string(&file).map_err(|e| format!("{}: {e}", file.display()))
}

/// The opening tags of that name, each from `<` to `>`.
fn tags<'a>(page: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let opening = format!("<{name} ");
    let starts: Vec<usize> = page.match_indices(&opening).map(|(at, _)| at).collect();
    starts.into_iter().filter_map(|at| page[at..].find('>').map(|end| &page[at..=at + end]))
}

/// The first opening tag of that name in which a word stands.
fn tag<'a>(page: &'a str, name: &str, word: &str) -> Option<&'a str> {
    tags(page, name).find(|tag| tag.contains(word))
}

/// What an attribute of a tag says; values are quoted, or end before the next space.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, value) = tag.split_once(&format!(" {name}="))?;
    match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => value.split([' ', '>']).next(),
    }
}
