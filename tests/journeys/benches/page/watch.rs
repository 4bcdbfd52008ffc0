//! How long the browser's main thread works, and how long in one piece.

use journeys::{Reader, Result};
use serde_json::json;
use std::future::Future;

/// Runs in every document before anything else: notes the pieces of work of more than 50 ms, and how long the
/// browser took to show what an input did.
pub const WATCH: &str = "
  window.pieces = [];
  new PerformanceObserver((list) => list.getEntries().forEach((e) => pieces.push([e.startTime, e.duration])))
    .observe({ type: 'longtask', buffered: true });
  window.inputs = [];
  new PerformanceObserver((list) => list.getEntries().forEach((e) => inputs.push([e.name, e.duration])))
    .observe({ type: 'event', durationThreshold: 16, buffered: true });
  window.frame = () => new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done();
    port2.postMessage(0);
  }));
  window.shownWhen = async (fits) => {
    const begun = performance.now();
    while (!fits()) {
      if (performance.now() - begun > 60_000) throw new Error(`never: ${fits}`);
      await frame();
    }
    await frame();
    return performance.now();
  };
  window.seen = new Promise((done) => {
    const shown = () => document.querySelector('.text > p')?.getBoundingClientRect().height > 0
      && CSS.highlights.get('own')?.size > 0;
    const look = () => requestAnimationFrame(() => shown() ? frame().then(() => done(performance.now())) : look());
    look();
  });";

/// What something took.
#[derive(Clone, Copy, Debug)]
pub struct Work {
    /// Milliseconds of work of the main thread.
    pub busy: f64,
    /// The longest piece of it in milliseconds; 0 where none was longer than 50.
    pub longest: f64,
    /// Milliseconds until it was to be seen.
    pub wall: f64,
}

/// Waits until nothing more is done.
pub async fn quiet(reader: &Reader) -> Result<()> {
    reader
        .ask_and_wait("await new Promise(done => setTimeout(done, 400)); await frame(); await frame()")
        .await?;
    Ok(())
}

/// What the main thread does until `fits` (an expression) is true and it rests.
pub async fn during(reader: &Reader, fits: &str, what: impl Future<Output = Result<()>>) -> Result<Work> {
    quiet(reader).await?;
    reader.ask("pieces.length = 0; inputs.length = 0").await?;
    let before = busy(reader).await?;
    let begin: f64 = serde_json::from_value(reader.ask("return performance.now()").await?)?;
    what.await?;
    let end = reader.ask_and_wait(&format!("return shownWhen(() => {fits})")).await?;
    quiet(reader).await?;
    let busy = busy(reader).await? - before;
    Ok(Work { busy, longest: longest(reader).await?, wall: end.as_f64().unwrap_or_default() - begin })
}

/// The same of going to the page anew.
pub async fn visit(reader: &Reader, fits: &str) -> Result<Work> {
    reader.tools("Page.navigate", json!({"url": "about:blank"})).await?;
    reader.tools("Performance.enable", json!({"timeDomain": "threadTicks"})).await?;
    reader.go().await?;
    let end = reader.ask_and_wait(&format!("return shownWhen(() => {fits})")).await?;
    quiet(reader).await?;
    let busy = busy(reader).await?;
    Ok(Work { busy, longest: longest(reader).await?, wall: end.as_f64().unwrap_or_default() })
}

/// After how many milliseconds words of the article with marks of the reader's stood in the window of the page that
/// was visited last, before its program ran or after.
pub async fn seen(reader: &Reader) -> Result<f64> {
    Ok(reader.ask_and_wait("return await seen").await?.as_f64().unwrap_or_default())
}

async fn longest(reader: &Reader) -> Result<f64> {
    let longest = reader
        .ask("console.log(JSON.stringify([pieces, inputs])); return Math.max(0, ...pieces.map(p => p[1]))")
        .await?;
    if std::env::var_os("MAWQIF_PIECES").is_some() {
        println!("{}", reader.ask("return JSON.stringify([pieces, inputs])").await?);
    }
    Ok(longest.as_f64().unwrap_or_default())
}

/// Milliseconds that the main thread has worked since the document began.
async fn busy(reader: &Reader) -> Result<f64> {
    reader.tools("Performance.enable", json!({"timeDomain": "threadTicks"})).await?;
    let metrics = reader.tools("Performance.getMetrics", json!({})).await?;
    if std::env::var_os("MAWQIF_PIECES").is_some() {
        println!("{metrics}");
    }
    let metrics = metrics["metrics"].as_array().cloned().unwrap_or_default();
    let task = metrics.iter().find(|metric| metric["name"] == "TaskDuration");
    Ok(task.and_then(|metric| metric["value"].as_f64()).unwrap_or_default() * 1e3)
}
