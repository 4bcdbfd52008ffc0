//! The reader's eyes and hands.

use crate::browser::{Browser, Kind};
use crate::driver::Process;
use crate::hands::Point;
use crate::picture::Picture;
use mawqif::text::{Byte, CodePoint, Document, OffsetTable, Span};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use thirtyfour::prelude::*;

/// What went wrong, for the test's report.
pub type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Longer than anything takes on a busy machine; only what fails waits so long.
pub(crate) const PATIENCE: Duration = Duration::from_secs(120);

/// Somebody at the page.
pub struct Reader {
    driver: WebDriver,
    process: Process,
    /// Where the reader is: the site is served as long as somebody reads.
    browser: Browser,
    address: String,
}

impl Reader {
    pub(crate) fn new(driver: WebDriver, process: Process, browser: Browser, address: String) -> Self {
        Reader { driver, process, browser, address }
    }

    /// Which browser it is.
    pub(crate) fn kind(&self) -> Kind {
        self.browser.kind()
    }

    pub(crate) fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// Opens the page and waits until it answers.
    pub async fn visit(&self) -> Result<()> {
        self.go().await?;
        self.until("the page is ready", "return document.body?.dataset.ready === 'true'").await
    }

    /// Opens the page.
    pub async fn go(&self) -> Result<()> {
        Ok(self.driver.goto(&self.address).await?)
    }

    /// Opens a file of this machine, as somebody who was sent it does.
    pub async fn open_file(&self, file: &Path) -> Result<()> {
        Ok(self.driver.goto(format!("file://{}", file.display())).await?)
    }

    /// Closes the browser as a reader does.
    pub async fn close(self) -> Result<()> {
        self.driver.clone().quit().await?;
        self.process.ended().await;
        Ok(())
    }

    /// Kills the browser.
    pub async fn crash(self) -> Result<()> {
        if self.process.kill_browser() == 0 {
            return Err("no browser to kill".into());
        }
        // The driver has lost its browser: asking it to end the session would wait for nobody.
        Ok(self.driver.clone().leak()?)
    }

    /// Opens the page in another tab of the same browser and goes there.
    pub async fn another_tab(&self) -> Result<()> {
        let tab = self.driver.new_tab().await?;
        self.driver.switch_to_window(tab).await?;
        self.visit().await
    }

    /// Goes to a tab by its number, the first being 0.
    pub async fn to_tab(&self, number: usize) -> Result<()> {
        let tabs = self.driver.windows().await?;
        let tab = tabs.get(number).cloned().ok_or("no such tab")?;
        Ok(self.driver.switch_to_window(tab).await?)
    }

    // ---- eyes ----------------------------------------------------------------------------------------

    /// What a script in the page gives back.
    pub async fn ask(&self, script: &str) -> Result<Value> {
        Ok(self.driver.execute(script, Vec::new()).await?.json().clone())
    }

    /// What a script in the page gives to its function `done`, later.
    pub async fn ask_later(&self, script: &str) -> Result<Value> {
        let script = format!("const done = arguments[arguments.length - 1]; {script}");
        Ok(self.driver.execute_async(script, Vec::new()).await?.json().clone())
    }

    /// What a script in the page gives back that may `await`.
    pub async fn ask_and_wait(&self, script: &str) -> Result<Value> {
        self.ask(&format!("return (async () => {{ {script} }})()")).await
    }

    /// Chromium's own answer to a command of its tools.
    pub async fn tools(&self, command: &str, parameters: Value) -> Result<Value> {
        Ok(self.driver.cdp().send_raw(command, parameters).await?)
    }

    /// Waits until so many elements fit a selector.
    pub async fn until_count(&self, selector: &str, count: usize) -> Result<()> {
        let selector_in_script = json!(selector);
        let script = format!("return document.querySelectorAll({selector_in_script}).length === {count}");
        self.until(&format!("{count} fit {selector}"), &script).await
    }

    /// Waits until a script gives true.
    pub async fn until(&self, what: &str, script: &str) -> Result<()> {
        let begin = Instant::now();
        while self.ask(script).await? != json!(true) {
            if begin.elapsed() > PATIENCE {
                return Err(format!("waited in vain until {what}").into());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Ok(())
    }

    /// How many elements fit a selector.
    pub async fn count(&self, selector: &str) -> Result<usize> {
        Ok(self.driver.find_all(By::Css(selector)).await?.len())
    }

    /// The words of the first element that fits.
    pub async fn read(&self, selector: &str) -> Result<String> {
        Ok(self.driver.find(By::Css(selector)).await?.text().await?)
    }

    /// An attribute of the first element that fits.
    pub async fn attribute(&self, selector: &str, name: &str) -> Result<Option<String>> {
        Ok(self.driver.find(By::Css(selector)).await?.attr(name).await?)
    }

    /// The article's text as the page keeps it.
    pub fn article(&self) -> &'static str {
        include_str!("../../../assets/pentagon-iraq.txt")
    }

    /// The words of the article that an element of margin or board is about.
    pub async fn words_of(&self, selector: &str) -> Result<String> {
        let place = |name: &'static str| async move {
            let text = self.attribute(selector, name).await?.ok_or("no place")?;
            Ok::<_, Box<dyn std::error::Error + Send + Sync>>(CodePoint(text.parse()?))
        };
        let span = Span::new(place("data-start").await?, place("data-end").await?);
        Ok(cut(self.article(), span))
    }

    /// What `save-state` says.
    pub async fn saved(&self) -> Result<()> {
        self.until("all is saved", "return document.querySelector('#save-state').dataset.state === 'saved'")
            .await
    }

    /// The first element that fits, as far as the window shows it.
    pub async fn picture(&self, selector: &str) -> Result<Picture> {
        Picture::decode(&self.driver.find(By::Css(selector)).await?.screenshot_as_png().await?)
    }

    /// Sees the page as it comes on paper.
    pub async fn on_paper(&self) -> Result<()> {
        self.driver.cdp().send_raw("Emulation.setEmulatedMedia", json!({"media": "print"})).await?;
        Ok(())
    }

    // ---- hands ---------------------------------------------------------------------------------------

    /// Clicks on the first element that fits.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let element = self.driver.query(By::Css(selector)).first().await?;
        element.scroll_into_view().await?;
        Ok(element.click().await?)
    }

    /// Types into the first element that fits.
    pub async fn type_into(&self, selector: &str, words: &str) -> Result<()> {
        Ok(self.driver.query(By::Css(selector)).first().await?.send_keys(words).await?)
    }

    /// Writes into the first element that fits in place of what is there, and leaves it.
    pub async fn write_over(&self, selector: &str, words: &str) -> Result<()> {
        let field = self.driver.query(By::Css(selector)).first().await?;
        field.scroll_into_view().await?;
        field.send_keys(Key::Control + "a").await?;
        field.send_keys(words).await?;
        Ok(field.send_keys(Key::Tab).await?)
    }

    /// Presses keys.
    pub async fn press(&self, keys: impl AsRef<str>) -> Result<()> {
        Ok(self.driver.action_chain().send_keys(keys.as_ref()).perform().await?)
    }

    /// Presses a key with Ctrl.
    pub async fn press_with_control(&self, key: char) -> Result<()> {
        let chain = self.driver.action_chain().key_down(Key::Control).send_keys(key).key_up(Key::Control);
        Ok(chain.perform().await?)
    }

    /// Hands a file to a file input.
    pub async fn give(&self, selector: &str, file: &Path) -> Result<()> {
        let input = self.driver.find(By::Css(selector)).await?;
        Ok(input.send_keys(file.display().to_string()).await?)
    }

    /// Hands a file of annotations over, and has taken in what it would add.
    pub async fn take_in(&self, file: &Path) -> Result<()> {
        self.give("#import", file).await?;
        self.click("[data-action=take-in]").await
    }

    /// Draws the mouse over words of the article, from their first letter to their last.
    pub async fn drag_over(&self, words: &str) -> Result<()> {
        let [from, to] = self.edges(words).await?;
        self.drag(&[from, (f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1)), to]).await
    }

    /// Clicks in the middle of words of the article.
    pub async fn click_on(&self, words: &str) -> Result<()> {
        let [from, to] = self.edges(words).await?;
        self.click_at((f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1))).await
    }

    /// Where words of the article begin and end in the window.
    pub async fn edges(&self, words: &str) -> Result<[Point; 2]> {
        let text = self.article();
        let at = text.find(words).ok_or("the article has no such words")?;
        self.edges_of(&Document::new(text), Span::of(at..at + words.len())).await
    }

    /// Where words of the open article begin and end in the window: just inside the edges of the first and
    /// the last letter, on the side from which each is read.
    pub async fn edges_of(&self, document: &Document, span: Span) -> Result<[Point; 2]> {
        let place = |at: Byte| {
            let paragraph = document.paragraphs().iter().position(|p| p.start <= at && at <= p.end);
            let origin = document.paragraphs().get(paragraph?)?.start;
            let offsets = document.offsets();
            Some((paragraph?, offsets.to_utf16(at).0 - offsets.to_utf16(origin).0))
        };
        let (first, start) = place(span.start).ok_or("the words begin outside")?;
        let (last, end) = place(span.end).ok_or("the words end outside")?;
        let script = format!(
            "const p = document.querySelectorAll('#article-text p');
             const text = n => p[n].firstChild;
             p[{first}].scrollIntoView({{block: 'center', behavior: 'instant'}});
             const edge = (n, at, begins) => {{
               const range = document.createRange();
               range.setStart(text(n), at);
               range.setEnd(text(n), at + 1);
               const r = range.getBoundingClientRect();
               // Latin letters and digits run from left to right, marks here as the line.
               const leftward = !/[A-Za-z0-9٠-٩]/.test(text(n).data[at]);
               const inside = r.width / 4;
               return [leftward === begins ? r.right - inside : r.left + inside, (r.top + r.bottom) / 2];
             }};
             return [edge({first}, {start}, true), edge({last}, {end} - 1, false)];"
        );
        Ok(serde_json::from_value(self.ask(&script).await?)?)
    }

    /// Clicks on `download` and gives the file that comes.
    pub async fn download(&self, folder: &Path) -> Result<PathBuf> {
        self.click("#download").await?;
        self.downloaded(folder).await
    }

    /// Waits for a file of JSON that is being downloaded.
    pub async fn downloaded(&self, folder: &Path) -> Result<PathBuf> {
        self.downloaded_as(folder, "json").await
    }

    /// Waits for a file that is being downloaded, whose name ends so after its first dot. Firefox makes an empty one
    /// at once, and fills another.
    pub async fn downloaded_as(&self, folder: &Path, ending: &str) -> Result<PathBuf> {
        let ends_so = |file: &PathBuf| {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            name.split_once('.').is_some_and(|(_, end)| end == ending)
        };
        let begin = Instant::now();
        loop {
            let files = std::fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path()));
            let whole = |file: &PathBuf| std::fs::metadata(file).is_ok_and(|file| file.len() > 0);
            if let Some(file) = files.filter(ends_so).filter(whole).max() {
                return Ok(file);
            }
            if begin.elapsed() > PATIENCE {
                return Err(format!("no file in {ending} was downloaded").into());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        // Of a test that fails: the session would wait minutes for an answer to its end, and the driver's
        // process takes the browser with it anyway. A session that has ended knows better.
        let _ = self.driver.clone().leak();
    }
}

/// The words at code points of a text.
pub fn cut(text: &str, span: Span<CodePoint>) -> String {
    let offsets = OffsetTable::new(text);
    offsets.from_code_points(span).of_text(text).to_owned()
}
