//! What the reader wrote outlives crashes, other tabs, full and refused storage, and broken records.
//!
//! With `MAWQIF_LONG` set there are a hundred kills of each kind and a thousand edits of two tabs.

use journeys::{Browser, Options, Reader, Result};
use serde_json::{Value, json};
use std::time::Duration;

const OWN: &str = "#margin [data-kind=note]";

fn long() -> bool {
    std::env::var_os("MAWQIF_LONG").is_some()
}

/// Highlights words of the article with the mouse.
async fn highlight(reader: &Reader, words: &str) -> Result<()> {
    reader.drag_over(words).await?;
    reader.click("#toolbar [data-action=highlight]").await?;
    reader.until_count("#toolbar", 0).await
}

/// What judging a claim did.
struct Judged {
    /// Which of the claims.
    claim: usize,
    /// How it is judged by that.
    now: Value,
    /// What `save-state` says a moment later.
    state: Value,
    /// How each claim is judged then, as far as the page has drawn it.
    drawn: Value,
}

/// Judges the claim whose turn it is, the other way than before.
async fn judge(reader: &Reader, turn: usize) -> Result<Judged> {
    let script = format!(
        "const cards = [...document.querySelectorAll('#claims > [data-kind=claim]')];
         const claim = {turn} % cards.length;
         const now = cards[claim].classList.contains('rejected') ? 'accept' : 'reject';
         cards[claim].querySelector(`[data-action=${{now}}]`).click();
         await new Promise(requestAnimationFrame);
         await new Promise(resolve => setTimeout(resolve));
         return [claim, now, document.querySelector('#save-state').dataset.state, {JUDGED}];"
    );
    let (claim, now, state, drawn) = serde_json::from_value(reader.ask_and_wait(&script).await?)?;
    Ok(Judged { claim, now, state, drawn })
}

/// Each claim as `accept` or `reject`, or nothing where it is not judged.
const JUDGED: &str = "[...document.querySelectorAll('#claims > [data-kind=claim]')].map(card =>
    card.querySelector('.state') && (card.classList.contains('rejected') ? 'reject' : 'accept'))";

async fn judged(reader: &Reader) -> Result<Value> {
    reader.ask(&format!("return {JUDGED}")).await
}

/// How many kills.
fn kills() -> usize {
    if long() { 100 } else { 3 }
}

#[tokio::test]
async fn a_browser_killed_right_after_saved_has_lost_nothing() -> Result<()> {
    let browser = Browser::new();
    let mut before = Value::Null;
    for kill in 0..=kills() {
        let reader = browser.open().await?;
        if kill > 0 {
            assert_eq!(judged(&reader).await?, before, "kill {kill}");
            assert_eq!(reader.count("#notices .notice").await?, 0);
        }
        let Judged { claim, now, .. } = judge(&reader, kill * 7).await?;
        reader.until("it is drawn", &format!("return {JUDGED}[{claim}] === {now}")).await?;
        reader.saved().await?;
        before = judged(&reader).await?;
        reader.crash().await?;
    }
    println!("killed right after `saved`: {} times, 0 lost", kills());
    Ok(())
}

#[tokio::test]
async fn a_browser_killed_at_any_moment_has_lost_nothing_that_was_called_saved() -> Result<()> {
    let browser = Browser::new();
    let (mut edits, mut unsaved) = (0, 0);
    // How the claims were judged when all was called saved, and after each edit since: the page draws several
    // edits at once, so what it has drawn is one of these, and not always the last.
    let mut possible: Vec<Value> = Vec::new();
    for kill in 0..=kills() {
        let reader = browser.open().await?;
        let found = judged(&reader).await?;
        if kill > 0 {
            let at = possible.iter().rposition(|state| *state == found);
            let at = at.ok_or_else(|| format!("kill {kill}: of {possible:?} nothing, but {found}"))?;
            unsaved += possible.len() - 1 - at;
        }
        possible = vec![found];
        for turn in 0..1 + kill * 5 % 7 {
            let edit = judge(&reader, kill + turn).await?;
            edits += 1;
            let mut next = possible.last().cloned().unwrap_or_default();
            next[edit.claim] = edit.now;
            possible.push(next);
            let drawn = possible.iter().rposition(|state| *state == edit.drawn);
            let drawn = drawn.ok_or_else(|| format!("drawn is {}, of {possible:?} nothing", edit.drawn))?;
            if edit.state == "saved" {
                possible.drain(..drawn);
            }
        }
        reader.crash().await?;
    }
    println!(
        "killed at any moment: {} times in {edits} edits, 0 lost that were called saved, {unsaved} others",
        kills()
    );
    Ok(())
}

#[tokio::test]
async fn an_edit_of_one_tab_shows_in_the_other_at_once() -> Result<()> {
    let reader = Browser::new().open().await?;
    reader.another_tab().await?;
    highlight(&reader, "وكالة الأناضول").await?;
    reader.to_tab(0).await?;
    reader.until_count(OWN, 1).await?;
    assert_eq!(reader.words_of(OWN).await?, "وكالة الأناضول");
    reader.click("#claims > [data-kind=claim] [data-action=accept]").await?;
    reader.to_tab(1).await?;
    reader.until_count("#claims > [data-kind=claim] .state", 1).await?;
    // What the other tab did is not undone here, what was done here is.
    reader.click("#undo").await?;
    reader.until_count(OWN, 0).await?;
    assert_eq!(reader.attribute("#undo", "disabled").await?.as_deref(), Some("true"));
    reader.to_tab(0).await?;
    reader.until_count(OWN, 0).await?;
    reader.close().await
}

/// All annotations of the article, as the page hands them out.
async fn taken(browser: &Browser, reader: &Reader) -> Result<String> {
    let file = reader.download(browser.downloads()).await?;
    let text = std::fs::read_to_string(&file)?;
    std::fs::remove_file(file)?;
    Ok(text)
}

#[tokio::test]
async fn of_the_interleaved_edits_of_two_tabs_none_is_lost() -> Result<()> {
    // Each tab marks words of its own and judges the same claims as the other.
    let each = if long() { 500 } else { 20 };
    let browser = Browser::new();
    let reader = browser.open().await?;
    reader.another_tab().await?;
    for tab in [0, 1] {
        reader.to_tab(tab).await?;
        let script = format!(
            "const tick = () => new Promise(resolve => setTimeout(resolve));
             const found = async (get) => {{ for (;;) {{ const it = get(); if (it) return it; await tick(); }} }};
             const texts = [...document.querySelectorAll('#article-text p')].map(p => p.firstChild).filter(t => t.length > 60);
             (async () => {{
               let marks = 0;
               for (let turn = 0; turn < {each}; turn++) {{
                 if (turn % 2) {{
                   const cards = document.querySelectorAll('#claims > [data-kind=claim]');
                   const card = cards[turn % cards.length];
                   card.querySelector(`[data-action=${{turn % 4 === 1 ? 'accept' : 'reject'}}]`)?.click();
                 }} else {{
                   const text = texts[turn / 2 % texts.length], at = {tab} * 20 + Math.floor(turn / 2 / texts.length) % 20;
                   getSelection().setBaseAndExtent(text, at, text, at + 10 + Math.floor(turn / 2 / texts.length / 20));
                   (await found(() => document.querySelector('#toolbar [data-action=highlight]'))).click();
                   await found(() => !document.querySelector('#toolbar'));
                   marks++;
                 }}
                 await tick();
               }}
               window.marks = marks;
             }})();
             return null;"
        );
        reader.ask(&script).await?;
    }
    let mut marks = 0;
    for tab in [0, 1] {
        reader.to_tab(tab).await?;
        // One question that waits so long would be given up on the way.
        while reader.ask("return window.marks ?? null").await?.is_null() {
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        marks += reader.ask("return window.marks").await?.as_u64().unwrap_or(0);
        reader.saved().await?;
    }
    // Of many items those near the window are drawn; the legend and the file have all.
    // What a tab has written comes to the other, and into its view of the store, a moment later.
    let stored = "Object.keys(localStorage).filter(key => key.startsWith('mawqif/1/annotation/')).length";
    let all = format!(
        "return document.querySelector('#legend [data-layer=own] .count').textContent === '{marks}' && {stored} === {marks}"
    );
    for tab in [0, 1] {
        reader.to_tab(tab).await?;
        reader.until("it has all of both", &all).await?;
        reader.saved().await?;
    }
    let second = taken(&browser, &reader).await?;
    assert_eq!(second.matches("\"highlighting\"").count() as u64, marks);
    reader.to_tab(0).await?;
    assert!(taken(&browser, &reader).await? == second, "both tabs have the same");
    reader.visit().await?;
    assert!(taken(&browser, &reader).await? == second, "and it is what is kept");
    println!("two tabs, {} interleaved edits: 0 lost", 2 * each);
    reader.close().await
}

#[tokio::test]
async fn of_two_edits_of_one_annotation_the_earlier_can_be_brought_back() -> Result<()> {
    // Each tab hears of the other only when both have written.
    let late = "const tell = BroadcastChannel.prototype.postMessage;
        BroadcastChannel.prototype.postMessage = function (rows) {
            if (window.held) held.push(() => tell.call(this, rows)); else tell.call(this, rows);
        };";
    let browser = Browser::with(Options { sabotage: Some(late), ..Options::default() });
    let reader = browser.open().await?;
    highlight(&reader, "وكالة الأناضول").await?;
    reader.saved().await?;
    reader.another_tab().await?;
    reader.until_count(OWN, 1).await?;
    for (tab, words) in [(0, "من الأولى"), (1, "من الثانية")] {
        reader.to_tab(tab).await?;
        reader.ask("window.held = []").await?;
        reader.click(&format!("{OWN} [data-action=edit]")).await?;
        let write = format!(
            "const note = document.querySelector('#margin textarea[name=note]');
             note.value = '{words}'; note.dispatchEvent(new Event('input', {{bubbles: true}}));"
        );
        reader.ask(&write).await?;
        reader.saved().await?;
    }
    for tab in [1, 0] {
        reader.to_tab(tab).await?;
        reader.ask("held.forEach(tell => tell()); window.held = null").await?;
    }
    reader.until_count("#notices [data-action=restore]", 1).await?;
    assert!(reader.read("#notices .notice p").await?.contains("من الأولى"));
    assert_eq!(
        reader.ask("return document.querySelector('#margin textarea[name=note]').value").await?,
        json!("من الثانية")
    );
    reader.click("#notices [data-action=restore]").await?;
    reader.saved().await?;
    reader.to_tab(1).await?;
    reader
        .until(
            "it is here too",
            "return document.querySelector('#margin textarea[name=note]')?.value === 'من الأولى'",
        )
        .await?;
    reader.visit().await?;
    assert_eq!(reader.read(&format!("{OWN} .note span")).await?, "من الأولى");
    reader.close().await
}

const NO_LOCAL: &str = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});";

#[tokio::test]
async fn without_local_storage_the_journal_serves_alone() -> Result<()> {
    let browser = Browser::with(Options { sabotage: Some(NO_LOCAL), ..Options::default() });
    let reader = browser.open().await?;
    assert_eq!(reader.count("#notices .notice:not(.error)").await?, 1);
    highlight(&reader, "وكالة الأناضول").await?;
    reader.saved().await?;
    reader.crash().await?;
    let reader = browser.open().await?;
    assert_eq!(reader.words_of(OWN).await?, "وكالة الأناضول");
    reader.close().await
}

/// Kept by the browser, which has not said that it is on the disk.
const STORED: &str = "return document.querySelector('#save-state').innerText.includes('في المتصفح')";

#[tokio::test]
async fn without_the_journal_local_storage_serves_alone_and_nothing_is_called_saved() -> Result<()> {
    for sabotage in [
        "Object.defineProperty(window, 'indexedDB', {value: undefined});",
        "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };",
        "IDBFactory.prototype.open = () => new EventTarget();",
    ] {
        let browser = Browser::with(Options { sabotage: Some(sabotage), ..Options::default() });
        let reader = browser.open().await?;
        assert_eq!(reader.count("#notices .notice:not(.error)").await?, 1, "{sabotage}");
        highlight(&reader, "وكالة الأناضول").await?;
        for visit in [1, 2] {
            reader.until("it is stored", STORED).await?;
            let state = reader.attribute("#save-state", "data-state").await?;
            assert_eq!(state.as_deref(), Some("saving"), "{sabotage}, visit {visit}");
            reader.visit().await?;
        }
        assert_eq!(reader.words_of(OWN).await?, "وكالة الأناضول");
        reader.close().await?;
    }
    Ok(())
}

/// The paragraphs of a long article.
const LINES: usize = 2_000;

#[tokio::test]
async fn a_long_article_is_on_the_disk_too() -> Result<()> {
    let browser = Browser::with(Options::default());
    let reader = browser.open().await?;
    reader.saved().await?;
    // Chromium keeps what is long, and stays so when it is packed, apart from the rest of the journal.
    let file = browser.downloads().join("long.txt");
    let mut chance = 1_u32;
    let mut letter = || {
        chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        ['ا', 'ب', 'ت', 'ح', 'د', 'ر', 'س', 'ع', 'ف', 'ق', 'ك', 'ل', 'م', 'ن', 'ه', ' ']
            [(chance >> 28) as usize]
    };
    let mut lines = || (0..80).map(|_| letter()).collect::<String>() + ".\n";
    std::fs::write(&file, (0..LINES).map(|_| lines()).collect::<String>())?;
    reader.give("#open", &file).await?;
    reader.until_count("#article-text p", LINES).await?;
    reader.saved().await?;
    reader.until_count(".notices li", 0).await
}

#[tokio::test]
async fn what_a_browser_takes_and_forgets_is_not_called_saved() -> Result<()> {
    // Each of the two says that it has written what it has not.
    for (sabotage, state, comes_back) in [
        ("Storage.prototype.setItem = () => {};", "failed", true),
        (
            "Storage.prototype.setItem = () => {};
             IDBObjectStore.prototype.put = function (value, key) { return this.get(key); };",
            "failed",
            false,
        ),
        ("IDBObjectStore.prototype.put = function (value, key) { return this.get(key); };", "saving", true),
    ] {
        let browser = Browser::with(Options { sabotage: Some(sabotage), ..Options::default() });
        let reader = browser.open().await?;
        highlight(&reader, "وكالة الأناضول").await?;
        let is_told = "return document.querySelectorAll('#notices .notice').length === 1";
        reader.until("it is told", is_told).await?;
        let is_so = format!("return document.querySelector('#save-state').dataset.state === '{state}'");
        reader.until(sabotage, &is_so).await?;
        if comes_back {
            reader.visit().await?;
            reader.until_count(OWN, 1).await?;
        }
        // Where nothing is kept the browser would ask before it is left.
        reader.crash().await?;
    }
    Ok(())
}

#[tokio::test]
async fn without_both_the_page_works_says_so_and_asks_before_it_is_left() -> Result<()> {
    let sabotage = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});
        Object.defineProperty(window, 'indexedDB', {value: undefined});";
    let browser = Browser::with(Options { sabotage: Some(sabotage), ..Options::default() });
    let reader = browser.open().await?;
    let state = || reader.attribute("#save-state", "data-state");
    let asks =
        "const leaving = new Event('beforeunload', {cancelable: true}); return !dispatchEvent(leaving)";
    assert_eq!(state().await?.as_deref(), Some("failed"));
    assert_eq!(reader.ask(asks).await?, json!(false), "nothing is lost yet");
    highlight(&reader, "وكالة الأناضول").await?;
    assert_eq!(state().await?.as_deref(), Some("failed"));
    assert_eq!(reader.ask(asks).await?, json!(true));
    reader.click("#notices .error [data-action=download]").await?;
    let file = reader.downloaded(browser.downloads()).await?;
    assert!(std::fs::read_to_string(file)?.contains("وكالة الأناضول"));
    // Left without the question, which nobody would answer here.
    reader.crash().await
}

#[tokio::test]
async fn full_storage_is_told_its_last_edits_come_back_and_room_can_be_made() -> Result<()> {
    let browser = Browser::new();
    let reader = browser.open().await?;
    let file = browser.downloads().join("other.txt");
    std::fs::write(
        &file,
        format!("قال وزير الخارجية إن بلاده ترفض القرار. {}\n", "ونفت أثينا ذلك. ".repeat(400)),
    )?;
    reader.click("[data-opens=articles]").await?;
    reader.give("#open", &file).await?;
    reader.until_count("#article-text p", 1).await?;
    reader.saved().await?;
    reader.click("[data-opens=articles]").await?;
    reader.click(".shelf li:not([aria-current]) .title").await?;
    reader.until_count("#article-text p", 13).await?;
    let fill = "for (let size = 2 ** 21; size >= 1;) { try { localStorage.setItem('filler', (localStorage.getItem('filler') ?? '') + 'x'.repeat(size)); } catch { size /= 2; } }";
    reader.ask(fill).await?;
    highlight(&reader, "وكالة الأناضول").await?;
    reader.until_count("#notices .error", 1).await?;
    assert_eq!(reader.attribute("#save-state", "data-state").await?.as_deref(), Some("failed"));
    reader.visit().await?;
    assert_eq!(reader.words_of(OWN).await?, "وكالة الأناضول");
    assert_eq!(reader.attribute("#save-state", "data-state").await?.as_deref(), Some("failed"));
    reader.click("#notices .error summary").await?;
    reader.click("#notices .error [data-action=remove-article]").await?;
    reader.saved().await?;
    reader.click("#notices [data-action=restore]").await?;
    reader.until_count("#article-text p", 1).await?;
    reader.close().await
}

#[tokio::test]
async fn broken_records_are_set_aside_listed_and_handed_out() -> Result<()> {
    let browser = Browser::new();
    let reader = browser.open().await?;
    highlight(&reader, "وكالة الأناضول").await?;
    reader.saved().await?;
    reader.ask("localStorage.setItem('mawqif/1/annotation/x/urn:1', '{broken'); localStorage.setItem('mawqif/1/settings', '7')").await?;
    // The journal still has the settings: only what both lack is missed.
    reader.ask_and_wait("const open = indexedDB.open('mawqif'); await new Promise(r => open.onsuccess = r); const t = open.result.transaction('journal', 'readwrite'); t.objectStore('journal').clear(); await new Promise(r => t.oncomplete = r); open.result.close()").await?;
    reader.visit().await?;
    assert_eq!(reader.count(OWN).await?, 1);
    assert!(reader.read("#notices .error p").await?.contains("سجلين"));
    reader.click("#notices .error summary").await?;
    assert_eq!(reader.count("#notices .error li").await?, 2);
    reader.click("#theme").await?;
    reader.saved().await?;
    let kept =
        "return Object.values(localStorage).filter(value => value === '7' || value === '{broken').length";
    assert_eq!(reader.ask(kept).await?, json!(2));
    reader.click("#notices [data-action=download-unreadable]").await?;
    let text = std::fs::read_to_string(reader.downloaded(browser.downloads()).await?)?;
    assert!(text.contains("{broken") && text.contains("mawqif/1/settings"), "{text}");
    reader.close().await
}

#[tokio::test]
async fn newer_data_is_read_and_never_written_over() -> Result<()> {
    let reader = Browser::new().open().await?;
    highlight(&reader, "وكالة الأناضول").await?;
    reader.saved().await?;
    reader.ask("localStorage.setItem('mawqif/2/settings', '{}')").await?;
    let stored = "return JSON.stringify(Object.entries(localStorage).sort())";
    let before = reader.ask(stored).await?;
    reader.visit().await?;
    assert_eq!(reader.count(OWN).await?, 1);
    assert_eq!(reader.count("#notices .error").await?, 1);
    judge(&reader, 0).await?;
    let failed = "return document.querySelector('#save-state').dataset.state === 'failed'";
    reader.until("it is told that nothing is kept", failed).await?;
    assert_eq!(reader.ask(stored).await?, before);
    reader.crash().await
}

#[tokio::test]
async fn a_record_that_the_browser_never_gives_is_listed_and_hides_no_other() -> Result<()> {
    let sabotage = "const get = Storage.prototype.getItem;
        Storage.prototype.getItem = function (key) {
            if (key.endsWith('/refused')) throw new DOMException('no', 'UnknownError');
            return get.call(this, key);
        };
        if (localStorage.length) localStorage.setItem('mawqif/1/annotation/d/refused', 'words');";
    let browser = Browser::with(Options { sabotage: Some(sabotage), ..Options::default() });
    let reader = browser.open().await?;
    highlight(&reader, "وكالة الأناضول").await?;
    reader.saved().await?;
    for _ in 0..2 {
        reader.visit().await?;
        reader.until_count(OWN, 1).await?;
        reader.click("#notices .more summary").await?;
        assert!(reader.read("#notices .error li").await?.contains("mawqif/1/annotation/d/refused"));
        reader.saved().await?;
    }
    reader.close().await
}

/// From the second visit on the program cannot start, in one of the ways in which it may fail.
const NO_START: &str = "
    const refuse = () => Promise.reject(new WebAssembly.CompileError('refused by the policy'));
    const get = window.fetch;
    switch (localStorage.getItem('stop')) {
        case 'without WebAssembly': delete window.WebAssembly; break;
        case 'refused': WebAssembly.instantiate = WebAssembly.instantiateStreaming = refuse; break;
        case 'missing': window.fetch = (what, ...more) => /[.]wasm/.test(what.url ?? what)
            ? Promise.resolve(new Response('', { status: 404 })) : get(what, ...more); break;
        case 'trapped':
            for (const way of ['instantiate', 'instantiateStreaming']) {
                const make = WebAssembly[way].bind(WebAssembly);
                WebAssembly[way] = async (...given) => {
                    const all = await make(...given);
                    new Uint8Array((all.instance ?? all).exports.memory.buffer).fill(255);
                    return all;
                };
            }
    }";

#[tokio::test]
async fn a_program_that_cannot_start_says_why_and_hands_out_what_is_stored() -> Result<()> {
    for (way, why) in [
        ("without WebAssembly", "WebAssembly"),
        ("refused", "refused by the policy"),
        ("missing", ""),
        ("trapped", "RuntimeError"),
    ] {
        let browser = Browser::with(Options { sabotage: Some(NO_START), ..Options::default() });
        let reader = browser.open().await?;
        highlight(&reader, "وكالة الأناضول").await?;
        reader.saved().await?;
        let store = format!(
            "localStorage.clear(); localStorage.setItem('stop', '{way}'); localStorage.setItem('mawqif/1/annotation/d/urn:1', 'words')"
        );
        reader.ask(&store).await?;
        reader.go().await?;
        reader.until(way, "return !document.querySelector('#stopped').hidden").await?;
        let told = reader.read("#stopped code").await?;
        assert!(!told.is_empty() && told.contains(why), "{way}: {told}");
        reader.click("#stopped button").await?;
        let text = std::fs::read_to_string(reader.downloaded(browser.downloads()).await?)?;
        assert!(text.contains("words"), "{way}: what localStorage has");
        assert!(text.contains("وكالة الأناضول"), "{way}: what the journal has");
        reader.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_program_that_stops_hands_out_everything_up_to_the_last_edit() -> Result<()> {
    // With no store at all, and no channel on which rows might come a moment later.
    let sabotage = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});
        for (const name of ['indexedDB', 'BroadcastChannel']) Object.defineProperty(window, name, {value: undefined});
        for (const way of ['instantiate', 'instantiateStreaming']) {
            const make = WebAssembly[way].bind(WebAssembly);
            WebAssembly[way] = async (...given) => {
                const all = await make(...given);
                window.program = (all.instance ?? all).exports;
                return all;
            };
        }";
    let browser = Browser::with(Options { sabotage: Some(sabotage), ..Options::default() });
    let reader = browser.open().await?;
    reader.drag_over("وكالة الأناضول").await?;
    // The program traps at the first thing that it does after it has taken the edit in: all of its memory is
    // spoilt before the browser does anything else.
    reader
        .ask_and_wait(
            "document.querySelector('#toolbar [data-action=highlight]').click();
             for (let turn = 0; turn < 1000 && document.querySelector('#toolbar'); turn++) await null;
             new Uint8Array(program.memory.buffer).fill(255);
             document.querySelector('#theme').click();",
        )
        .await?;
    reader.until("it is told", "return !document.querySelector('#stopped').hidden").await?;
    assert!(reader.read("#stopped code").await?.contains("RuntimeError"));
    reader.ask("document.querySelector('#stopped button').click()").await?;
    let text = std::fs::read_to_string(reader.downloaded(browser.downloads()).await?)?;
    assert!(text.contains("وكالة الأناضول"), "{text}");
    reader.crash().await
}
