//! Wherever the page is: without the network, in a new version, under any path of a site.

use base64::Engine;
use journeys::{Browser, Options, Reader, Result, with_few_colours};
use serde_json::json;
use std::fs;
use std::path::Path;

#[path = "../../../xtask/src/one_file.rs"]
mod one_file;
#[path = "../../../xtask/src/worker.rs"]
mod worker;

const OWN: &str = "#margin [data-kind=note]";

/// Waits until the page is kept for reading without the network.
async fn kept(reader: &Reader) -> Result<()> {
    let active = "return (await navigator.serviceWorker.ready).active !== null";
    assert_eq!(reader.ask_and_wait(active).await?, json!(true));
    Ok(())
}

#[tokio::test]
async fn what_was_visited_once_is_read_and_annotated_without_the_network() -> Result<()> {
    for path in ["/", "/tools/mawqif/"] {
        let browser = Browser::with(Options { path, ..Options::default() });
        let reader = browser.open().await?;
        kept(&reader).await?;
        browser.cut();
        reader.visit().await?;
        assert_eq!(reader.count("#article-text p").await?, 13);
        assert!(reader.count("#margin [data-kind=claim]").await? > 5);
        reader.drag_over("وكالة الأناضول").await?;
        reader.click("#toolbar [data-action=highlight]").await?;
        reader.saved().await?;
        reader.close().await?;
        let reader = browser.open().await?;
        reader.until_count(OWN, 1).await?;
        assert_eq!(reader.count("#notices .notice").await?, 0);
        reader.close().await?;
    }
    Ok(())
}

/// The built page in another folder.
fn copy(to: &Path) -> Result<()> {
    for entry in fs::read_dir(journeys::built())? {
        let entry = entry?;
        fs::copy(entry.path(), to.join(entry.file_name()))?;
    }
    Ok(())
}

/// Another version in the place of the one before: two of its files have changed, and the worker with them.
fn publish(folder: &Path) -> Result<()> {
    let page = fs::read_to_string(folder.join("index.html"))?;
    fs::write(folder.join("index.html"), page.replace("<body ", "<body data-edition=\"2\" "))?;
    let boot = fs::read_to_string(folder.join("boot.js"))?;
    fs::write(folder.join("boot.js"), format!("document.documentElement.dataset.edition = 2;\n{boot}"))?;
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/page/worker.js");
    Ok(worker::write(folder, &source, true)?)
}

/// What page and program say of their version.
async fn editions(reader: &Reader) -> Result<serde_json::Value> {
    reader
        .ask("return [document.body.dataset.edition ?? 1, document.documentElement.dataset.edition ?? 1]")
        .await
}

#[tokio::test]
async fn a_new_version_waits_for_the_reader_and_takes_over_whole() -> Result<()> {
    let folder = tempfile::tempdir()?;
    copy(folder.path())?;
    let browser = Browser::with(Options { folder: Some(folder.path().into()), ..Options::default() });
    let reader = browser.open().await?;
    kept(&reader).await?;
    reader.drag_over("وكالة الأناضول").await?;
    reader.click("#toolbar [data-action=highlight]").await?;
    publish(folder.path())?;
    reader.visit().await?;
    reader.until_count("#notices [data-action=take-version]", 1).await?;
    assert_eq!(editions(&reader).await?, json!([1, 1]));
    reader.visit().await?;
    assert_eq!(editions(&reader).await?, json!([1, 1]), "a reload alone changes nothing");
    reader.until_count("#notices [data-action=take-version]", 1).await?;
    reader.click("#notices [data-action=take-version]").await?;
    let other = "return document.body?.dataset.ready === 'true' && document.body.dataset.edition === '2'";
    reader.until("the new version is there", other).await?;
    assert_eq!(editions(&reader).await?, json!(["2", "2"]));
    reader.until_count(OWN, 1).await?;
    assert_eq!(reader.count("#notices .notice").await?, 0);
    browser.cut();
    reader.visit().await?;
    assert_eq!(editions(&reader).await?, json!(["2", "2"]));
    reader.close().await
}

/// Tells in `worker` how the worker of this visit fares.
const WATCH: &str = "const register = ServiceWorkerContainer.prototype.register;
    ServiceWorkerContainer.prototype.register = async function (...asked) {
      const kept = await register.apply(this, asked);
      const made = kept.installing;
      made?.addEventListener('statechange', () => window.worker = made.state);
      return kept;
    };";

#[tokio::test]
async fn a_file_that_is_not_of_the_build_is_not_kept() -> Result<()> {
    let folder = tempfile::tempdir()?;
    copy(folder.path())?;
    // As while a host is being updated: the worker is of one version, a file beside it of another.
    let boot = fs::read_to_string(folder.path().join("boot.js"))?;
    fs::write(folder.path().join("boot.js"), format!("{boot}\n"))?;
    for (folder, outcome) in [(folder.path().into(), "redundant"), (journeys::built(), "activated")] {
        let options = Options { folder: Some(folder), sabotage: Some(WATCH), ..Options::default() };
        let reader = Browser::with(options).open().await?;
        reader
            .until(&format!("the worker is {outcome}"), &format!("return window.worker === '{outcome}'"))
            .await?;
        reader.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_page_can_be_installed() -> Result<()> {
    let browser = Browser::with(Options { path: "/tools/mawqif/", ..Options::default() });
    let reader = browser.open().await?;
    let manifest = "const link = document.querySelector('link[rel=manifest]').href;
        const manifest = await (await fetch(link)).json();
        const size = async ({ src }) => { const image = new Image(); image.src = new URL(src, link); await image.decode(); return image.naturalWidth };
        return [manifest.lang, manifest.dir, new URL(manifest.start_url, link).pathname, new URL(manifest.scope, link).pathname,
            await Promise.all(manifest.icons.filter(i => i.type === 'image/png').map(size))]";
    assert_eq!(
        reader.ask_and_wait(manifest).await?,
        json!(["ar", "rtl", "/tools/mawqif/", "/tools/mawqif/", [192, 512, 512]])
    );
    reader.close().await
}

/// The icons in pixels: the file, its edge, and how much of it the drawing takes. Of a maskable one a system may
/// cut off all that is outside a circle of four fifths.
const ICONS: [(&str, u32, f64); 3] =
    [("icon-192.png", 192, 1.0), ("icon-512.png", 512, 1.0), ("icon-maskable-512.png", 512, 0.75)];

/// Draws an icon from `icon.svg`, and gives it with the number of pixels in which the file differs from it.
const DRAW: &str = "
    const image = async (address) => { const image = new Image(); image.src = address; await image.decode(); return image };
    const pen = () => Object.assign(document.createElement('canvas'), {width: edge, height: edge}).getContext('2d');
    const drawn = pen();
    const drawing = await image('icon.svg');
    const side = edge * share;
    if (share < 1) {
      // Its ground reaches to the edge.
      const ground = pen();
      ground.drawImage(drawing, 0, 0, edge, edge);
      const [red, green, blue] = ground.getImageData(edge / 2, 2, 1, 1).data;
      drawn.fillStyle = `rgb(${red} ${green} ${blue})`;
      drawn.fillRect(0, 0, edge, edge);
    }
    drawn.drawImage(drawing, (edge - side) / 2, (edge - side) / 2, side, side);
    const known = pen();
    known.drawImage(await image(file), 0, 0);
    const [one, other] = [drawn, known].map(pen => pen.getImageData(0, 0, edge, edge).data);
    return [one.filter((channel, at) => Math.abs(channel - other[at]) > 16).length, drawn.canvas.toDataURL('image/png').split(',')[1]]";

#[tokio::test]
async fn the_icons_are_drawn_from_one_drawing() -> Result<()> {
    let reader = Browser::new().open().await?;
    for (file, edge, share) in ICONS {
        let setting = format!("const file = '{file}', edge = {edge}, share = {share};");
        let answer = reader.ask_and_wait(&format!("{setting} {DRAW}")).await?;
        let (differing, drawn): (usize, String) = serde_json::from_value(answer)?;
        if std::env::var_os("MAWQIF_RENEW").is_some() {
            let asset = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/page").join(file);
            let drawn = base64::engine::general_purpose::STANDARD.decode(drawn)?;
            fs::write(asset, with_few_colours(&drawn)?)?;
        } else {
            assert_eq!(
                differing, 0,
                "{file} is not as icon.svg is any more: `cargo xtask icons` draws it anew"
            );
        }
    }
    reader.close().await
}

#[tokio::test]
async fn one_file_from_the_disk_is_the_whole_page_and_keeps_what_is_done() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("mawqif.html");
    one_file::write(&journeys::built(), &file)?;
    let browser = Browser::with(Options { file: Some(file), sabotage: Some(STOPPED), ..Options::default() });
    let reader = browser.open().await?;
    let asked = "return [stopped, performance.getEntriesByType('resource').map(e => e.name).filter(n => !n.startsWith('data:'))]";
    assert_eq!(reader.ask(asked).await?, json!([[], []]), "nothing is asked of any place");
    assert!(reader.count("#margin [data-kind=claim]").await? > 5);
    reader.drag_over("وكالة الأناضول").await?;
    reader.click("#toolbar [data-action=highlight]").await?;
    reader.saved().await?;
    reader.visit().await?;
    reader.until_count(OWN, 1).await?;
    assert_eq!(reader.words_of(OWN).await?, "وكالة الأناضول");
    reader.close().await?;
    let reader = browser.open().await?;
    reader.until_count(OWN, 1).await?;
    reader.close().await
}

/// Writes down what the page's policy had to stop.
const STOPPED: &str = "window.stopped = [];
    addEventListener('securitypolicyviolation', (event) => stopped.push(`${event.violatedDirective} ${event.blockedURI}`));";
