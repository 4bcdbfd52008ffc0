//! The same text and spans in `@recogito/text-annotator`, on a page with nothing else.

use crate::sample::Sample;
use crate::watch::WATCH;
use journeys::{Browser, Options, Reader, Result};
use std::path::PathBuf;

/// Shows the sample with one of its renderers.
pub async fn open(sample: &Sample, renderer: &str) -> Result<Reader> {
    let library = std::env::var_os("MAWQIF_RECOGITO")
        .ok_or("MAWQIF_RECOGITO names no file; run `cargo xtask bench`")?;
    let library = std::fs::read_to_string(PathBuf::from(library))?;
    let folder = tempfile::tempdir()?.keep();
    std::fs::write(folder.join("recogito.js"), library)?;
    std::fs::write(folder.join("sample.js"), format!("const sample = {};", sample.json()))?;
    std::fs::write(folder.join("index.html"), PAGE.replace("RENDERER", renderer))?;
    let browser = Browser::with(Options {
        sabotage: Some(WATCH),
        folder: Some(folder),
        policy: false,
        ..Options::default()
    });
    browser.open_without_waiting().await
}

/// The text is set as ours is.
const PAGE: &str = r#"<!doctype html>
<html lang="ar" dir="rtl"><meta charset="utf-8">
<style>
  #text { font: 21px/2.05 "Noto Naskh Arabic", serif; inline-size: 34em; margin: auto; }
  p { margin-block: 0 0.8em; }
</style>
<div id="text"></div>
<script>window.process = { env: { NODE_ENV: "production" } };</script>
<script src="recogito.js"></script>
<script src="sample.js"></script>
<script>
  const text = document.getElementById("text");
  for (const words of sample.paragraphs) {
    const paragraph = document.createElement("p");
    paragraph.textContent = words;
    text.append(paragraph);
  }
  const whole = text.textContent;
  const annotation = ([start, end], id) => ({
    id: `a${id}`, bodies: [],
    target: { annotation: `a${id}`, selector: [{ quote: whole.slice(start, end), start, end }] },
  });
  const annotator = RecogitoJS.createTextAnnotator(text, { renderer: "RENDERER" });
  annotator.setAnnotations(sample.spans.map(annotation));
  const addOne = () => annotator.addAnnotation(annotation(sample.spans[3500].map((at) => at + 2), "new"));
  const undoOne = () => annotator.removeAnnotation("anew");
  requestAnimationFrame(() => requestAnimationFrame(() => { window.shown = true; }));
</script>"#;
