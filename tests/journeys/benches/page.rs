//! How fast the page is with a large article: 250,000 characters with 7,000 annotations of the reader's, beside
//! what the engine finds there, against `@recogito/text-annotator` with the same text and the same 7,000 spans
//! in the same Chromium. `cargo xtask bench` builds the page and runs this; all ratios are of one run.
//!
//! What is counted is the time that the browser's main thread worked, in its own clock, which another program
//! beside it changes little; and the longest piece of it, in which no input is heard.

#[path = "page/other.rs"]
mod other;
#[path = "page/sample.rs"]
mod sample;
#[path = "../../../benches/support/mod.rs"]
mod support;
#[path = "page/watch.rs"]
mod watch;

use journeys::{Browser, Options, Reader, Result};
use sample::Sample;
use serde_json::json;
use watch::{WATCH, Work};

const CHARACTERS: usize = 250_000;
const ANNOTATIONS: usize = 7_000;

#[tokio::main]
async fn main() -> Result<()> {
    let sample = Sample::new(CHARACTERS, ANNOTATIONS);
    let ours = Browser::with(Options { sabotage: Some(WATCH), ..Options::default() });
    let reader = ours.open().await?;
    let mut table = Vec::new();
    let mut row = |name: &str, work: Work| {
        println!("| {name} | {:.0} | {:.0} | {:.0} |", work.busy, work.longest, work.wall);
        table.push((name.to_owned(), work));
    };
    println!("| done | ms of work | longest piece | ms till shown |\n| --- | ---: | ---: | ---: |");
    reader.press("\u{e00c}").await?;

    let file = ours.downloads().join("large.txt");
    std::fs::write(&file, sample.text())?;
    let paragraphs = sample.paragraphs();
    let shown = format!(
        "document.querySelectorAll('#article-text p').length === {paragraphs} && {} > 1000
         && CSS.highlights.get('name')?.size > 0",
        count("names")
    );
    row("ours: open the text", watch::during(&reader, &shown, reader.give("#open", &file)).await?);
    reader.saved().await?;
    let [alone, _] = add_and_undo(&reader, 0).await?;
    row("ours: add the first one", alone);

    let file = ours.downloads().join("annotations.json");
    std::fs::write(&file, sample.w3c())?;
    let annotations = sample.annotations();
    let own = format!("{} >= {annotations} && CSS.highlights.get('own')?.size > 0", count("own"));
    row("ours: take in the annotations", watch::during(&reader, &own, reader.take_in(&file)).await?);
    reader
        .until("all is kept", "return document.querySelector('#save-state').dataset.state !== 'saving'")
        .await?;

    row("ours: first show", watch::visit(&reader, &format!("{own} && document.body.dataset.ready")).await?);
    println!("in the window words with their marks show after {:.0} ms", watch::seen(&reader).await?);
    row("ours: scroll", scroll(&reader).await?);
    row("ours: resize", resize(&reader).await?);
    let [among_many, undone] = add_and_undo(&reader, annotations).await?;
    row("ours: add one", among_many);
    row("ours: undo one", undone);
    println!("adding one among {annotations} against adding the first: {:.2}", among_many.busy / alone.busy);
    let off = "document.querySelector('[data-layer=names]').ariaPressed === 'false'";
    row("ours: switch off", watch::during(&reader, off, click(&reader, "[data-layer=names]")).await?);
    click(&reader, "[data-layer=names]").await?;
    key_down(&reader, "Slash").await?;
    reader.until_count("#search", 1).await?;
    reader.ask("document.querySelector('#search').focus()").await?;
    let found =
        "CSS.highlights.get('found')?.size > 0 && document.querySelector('#search').value.length === 7";
    row("ours: search", watch::during(&reader, found, type_letters(&reader, "الحكومة")).await?);
    reader.close().await?;

    for renderer in ["SPANS", "CSS_HIGHLIGHTS", "CANVAS"] {
        let reader = other::open(&sample, renderer).await?;
        row(&format!("{renderer}: first show"), watch::visit(&reader, "window.shown").await?);
        row(&format!("{renderer}: scroll"), scroll(&reader).await?);
        row(&format!("{renderer}: resize"), resize(&reader).await?);
        row(
            &format!("{renderer}: add one"),
            watch::during(&reader, "true", async { reader.ask("addOne()").await.map(drop) }).await?,
        );
        row(
            &format!("{renderer}: undo one"),
            watch::during(&reader, "true", async { reader.ask("undoOne()").await.map(drop) }).await?,
        );
        reader.close().await?;
    }
    Ok(())
}

/// Adds an annotation to so many, and takes it back.
async fn add_and_undo(reader: &Reader, annotations: usize) -> Result<[Work; 2]> {
    let are = |annotations: usize| format!("{} === {annotations}", count("own"));
    reader.ask(SELECT).await?;
    let added = watch::during(reader, &are(annotations + 1), key_down(reader, "KeyH")).await?;
    let undone = watch::during(reader, &are(annotations), key_down(reader, "KeyZ+")).await?;
    Ok([added, undone])
}

/// How many things of a kind the legend counts: of many, only those near the window are marked.
fn count(layer: &str) -> String {
    format!(
        "Number(document.querySelector('#legend [data-layer={layer}] .count')?.textContent.replace(/[^0-9]/g, ''))"
    )
}

/// Selects words in the window.
const SELECT: &str = "const p = [...document.querySelectorAll('#article-text p')].find(p => { const r = p.getBoundingClientRect(); return r.top > 150 && r.height; });
  getSelection().setBaseAndExtent(p.firstChild, 3, p.firstChild, 9);";

async fn key_down(reader: &Reader, key: &str) -> Result<()> {
    let (code, modifiers) = key.strip_suffix('+').map_or((key, 0), |code| (code, 2));
    for kind in ["rawKeyDown", "keyUp"] {
        reader.tools("Input.dispatchKeyEvent", json!({"type": kind, "code": code, "key": code.trim_start_matches("Key"), "modifiers": modifiers})).await?;
    }
    Ok(())
}

async fn type_letters(reader: &Reader, letters: &str) -> Result<()> {
    for letter in letters.chars() {
        reader.tools("Input.dispatchKeyEvent", json!({"type": "char", "text": letter.to_string()})).await?;
    }
    Ok(())
}

async fn click(reader: &Reader, selector: &str) -> Result<()> {
    reader.ask(&format!("document.querySelector('{selector}').click()")).await.map(drop)
}

/// Scrolls through the whole article in fifty steps, and back into its midst.
async fn scroll(reader: &Reader) -> Result<Work> {
    let script = "const whole = document.documentElement.scrollHeight;
      for (let step = 1; step <= 50; step++) {
        scrollTo({top: whole * step / 50, behavior: 'instant'});
        await new Promise(requestAnimationFrame);
      }
      scrollTo({top: whole / 2, behavior: 'instant'});";
    watch::during(reader, "true", async { reader.ask_and_wait(script).await.map(drop) }).await
}

/// Makes the window narrower.
async fn resize(reader: &Reader) -> Result<Work> {
    let size = |width: u32| {
        reader.tools(
            "Emulation.setDeviceMetricsOverride",
            json!({"width": width, "height": 1000, "deviceScaleFactor": 1, "mobile": false}),
        )
    };
    let work = watch::during(reader, "true", async { size(1180).await.map(drop) }).await?;
    size(1280).await?;
    watch::quiet(reader).await?;
    Ok(work)
}
