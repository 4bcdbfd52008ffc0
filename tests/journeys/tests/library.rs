//! Any article: the library with its search, what is known of an article, files that are chosen or dropped,
//! finding by words and patterns, and the menus that close by themselves.

use journeys::{Browser, Options, Reader, Result};
use serde_json::json;
use std::time::Duration;
use thirtyfour::Key;

const ESCAPE: &str = "\u{e00c}";
const ENTER: &str = "\u{e007}";
const ATHENS: &str = "قال وزير الخارجية التركي أمس إن بلاده ترفض القرار.\n\nونفت أثينا ذلك.";

/// Drops files on the page, as the browser tells of them: a script that makes an array of them.
async fn drop_files(reader: &Reader, files: &str) -> Result<()> {
    let script = format!(
        "const carried = new DataTransfer();
         for (const file of {files}) carried.items.add(file);
         for (const name of ['dragenter', 'dragover', 'drop'])
           document.querySelector('main').dispatchEvent(new DragEvent(name, {{dataTransfer: carried, bubbles: true, cancelable: true}}))"
    );
    reader.ask(&script).await?;
    Ok(())
}

async fn open_athens(reader: &Reader) -> Result<()> {
    drop_files(reader, &format!("[new File([`{ATHENS}`], 'athens.txt')]")).await?;
    reader.until_count("#article-text p", 2).await
}

#[tokio::test]
async fn several_files_come_into_the_library_and_each_that_does_not_is_told() -> Result<()> {
    let browser = Browser::new();
    let reader = browser.open().await?;
    let mut paths = Vec::new();
    for (name, bytes) in [
        ("athens.txt", ATHENS.as_bytes()),
        ("ankara.txt", "قالت أنقرة إنها لا تنسحب.".as_bytes()),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0".as_slice()),
        ("empty.txt", b"...".as_slice()),
    ] {
        let path = browser.downloads().join(name);
        std::fs::write(&path, bytes)?;
        paths.push(path.display().to_string());
    }
    reader.give("#open", std::path::Path::new(&paths.join("\n"))).await?;
    reader.until_count(".shelf > li", 3).await?;
    reader.until_count(".shelf [data-progress=untouched]", 3).await?;
    assert_eq!(reader.count("#article-text p").await?, 13, "the open article stays");
    let told = reader.read("#notices .error").await?;
    assert!(told.contains("picture.txt") && told.contains("empty.txt") && told.contains("UTF-8"), "{told}");
    reader.saved().await?;
    reader.visit().await?;
    reader.click("[data-opens=articles]").await?;
    assert_eq!(reader.count(".shelf > li").await?, 3);
    reader
        .until(
            "all are counted",
            "return [...document.querySelectorAll('.shelf .facts')].every(f => /ادعاء/.test(f.textContent))",
        )
        .await?;
    reader.close().await
}

#[tokio::test]
async fn a_file_that_is_too_large_and_one_that_cannot_be_read_are_told_to_be() -> Result<()> {
    let reader = Browser::new().open().await?;
    drop_files(&reader, "[new File([new Uint8Array(64000001)], 'big.txt')]").await?;
    reader.until_count("#notices .error", 1).await?;
    let told = reader.read("#notices .error p").await?;
    assert!(told.contains("big.txt") && told.contains("64"), "{told}");
    reader.close().await
}

#[tokio::test]
async fn many_files_are_opened_while_the_page_answers_and_can_be_stopped() -> Result<()> {
    let reader = Browser::new().open().await?;
    // The page is asked between the files whether it answers, and the opening is stopped from within.
    let stop = "new MutationObserver((_, observer) => {
            const progress = document.querySelector('#taken');
            if (progress?.value >= 20) { observer.disconnect(); document.querySelector('[data-action=stop]').click(); }
        }).observe(document.body, {subtree: true, childList: true, attributes: true})";
    reader.ask(stop).await?;
    drop_files(
        &reader,
        "Array.from({length: 400}, (_, n) => new File([`قال الوزير رقم ${n} إن الوضع هادئ.`], `${n}.txt`))",
    )
    .await?;
    reader.until_count(".panel.taking", 0).await?;
    reader
        .until("the library is there", "return document.querySelectorAll('.shelf > li').length > 20")
        .await?;
    let opened = reader.count(".shelf > li").await?;
    assert!(opened < 100, "{opened}");
    reader.saved().await?;
    reader.close().await
}

#[tokio::test]
async fn a_file_that_hangs_does_not_hold_up_the_stop_and_is_not_opened_later() -> Result<()> {
    let reader = Browser::new().open().await?;
    let hang = "const read = Blob.prototype.arrayBuffer;
        Blob.prototype.arrayBuffer = function () {
          return this.name === 'hangs.txt' ? new Promise(done => { window.comes = () => done(read.call(this)) }) : read.call(this);
        }";
    reader.ask(hang).await?;
    let files = "['first', 'hangs', 'third'].map(name => new File([`قال الوزير إن الوضع في ${name} هادئ.`], `${name}.txt`))";
    drop_files(&reader, files).await?;
    reader.until("it hangs", "return !!window.comes").await?;
    reader.click("[data-action=stop]").await?;
    reader.until_count(".panel.taking", 0).await?;
    reader.until_count(".shelf > li", 2).await?;
    let title = reader.read("h1").await?;
    reader.ask_and_wait("window.comes(); await new Promise(done => setTimeout(done, 300))").await?;
    assert_eq!((reader.count(".shelf > li").await?, reader.read("h1").await?), (2, title));
    reader.close().await
}

/// Opens the other article of the library twenty times.
const TO_AND_FRO: &str = "
    const shown = async (find) => { for (;;) { const it = find(); if (it) return it; await new Promise(done => setTimeout(done)); } };
    const title = () => document.querySelector('h1').textContent;
    for (let time = 0; time < 20; time++) {
      const before = title();
      document.querySelector('[data-opens=articles]').click();
      (await shown(() => document.querySelector('.shelf li:not([aria-current]) .title'))).click();
      await shown(() => title() !== before);
    }";

/// How many nodes and listeners the browser has, when it has let go of what is not used.
async fn living(reader: &Reader) -> Result<[u64; 2]> {
    reader.tools("HeapProfiler.collectGarbage", json!({})).await?;
    let counters = reader.tools("Memory.getDOMCounters", json!({})).await?;
    Ok(["nodes", "jsEventListeners"].map(|what| counters[what].as_u64().unwrap_or_default()))
}

#[tokio::test]
async fn articles_opened_and_closed_leave_nothing_behind() -> Result<()> {
    let reader = Browser::new().open().await?;
    open_athens(&reader).await?;
    // The first time the browser makes what it keeps for good.
    reader.ask_and_wait(TO_AND_FRO).await?;
    let [nodes, listeners] = living(&reader).await?;
    assert!(nodes > 1000 && listeners > 10, "{nodes} nodes, {listeners} listeners");
    for _ in 0..2 {
        reader.ask_and_wait(TO_AND_FRO).await?;
    }
    // What is no longer used goes when the browser finds the time.
    let mut then = living(&reader).await?;
    for _ in 0..20 {
        if then[0] <= nodes + 200 && then[1] <= listeners {
            break;
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
        then = living(&reader).await?;
    }
    assert!(
        then[0] <= nodes + 200 && then[1] <= listeners,
        "{nodes} nodes, {listeners} listeners, then {then:?}"
    );
    reader.close().await
}

#[tokio::test]
async fn the_library_is_searched_renamed_and_cleared_by_mouse() -> Result<()> {
    let reader = Browser::new().open().await?;
    open_athens(&reader).await?;
    reader.click("[data-opens=articles]").await?;
    reader.type_into("#library-search", "امريكية").await?;
    reader.until_count(".shelf > li", 1).await?;
    reader.until_count(".hits li", 5).await?;
    assert!(reader.read(".hits mark").await?.contains("أمريكية"));
    reader.click(".hits li:nth-child(2) button").await?;
    reader.until_count("#article-text p", 13).await?;
    reader
        .until(
            "the second is looked at",
            "return document.querySelector('.find output').textContent.startsWith('2 / ')",
        )
        .await?;
    reader.click("[data-opens=articles]").await?;
    reader.write_over("#library-search", "\u{e003}").await?;
    reader.until_count(".shelf > li", 2).await?;
    let other = ".shelf li:not([aria-current])";
    reader.click(&format!("{other} [data-action=rename]")).await?;
    reader.write_over("input[name=article-title]", "أثينا وأنقرة").await?;
    assert_eq!(reader.read(&format!("{other} .title")).await?, "أثينا وأنقرة");
    reader.click("#undo").await?;
    assert!(reader.read(&format!("{other} .title")).await?.starts_with("قال وزير"));
    reader.click("#redo").await?;
    reader.click(&format!("{other} [data-action=remove-article]")).await?;
    reader.until_count(".shelf > li", 1).await?;
    assert!(reader.read("[data-panel=articles] [role=status]").await?.contains("ألصق"));
    reader.click("#notices [data-action=restore]").await?;
    reader.until_count("#article-text p", 2).await?;
    assert_eq!(reader.read("h1").await?, "أثينا وأنقرة");
    reader.saved().await?;
    reader.visit().await?;
    assert_eq!(reader.read("h1").await?, "أثينا وأنقرة");
    reader.click("[data-opens=articles]").await?;
    let used = "return +document.querySelector('.storage').dataset.used";
    let units = "return Object.entries(localStorage).reduce((n, [k, v]) => n + k.length + v.length, 0)";
    assert_eq!(reader.ask(used).await?, reader.ask(units).await?);
    reader.close().await
}

#[tokio::test]
async fn the_library_is_searched_by_touch() -> Result<()> {
    let reader =
        Browser::with(Options { size: (412, 860), touch: true, ..Options::default() }).open().await?;
    open_athens(&reader).await?;
    reader.tap("[data-opens=articles]").await?;
    reader.until_count("#library-search", 1).await?;
    reader.tap("#library-search").await?;
    reader.press("الامريكيه").await?;
    reader.until("hits are there", "return document.querySelectorAll('.hits li').length > 0").await?;
    let small = "return [...document.querySelectorAll('[data-panel=articles] :is(button, select, input)')].filter(e => e.getBoundingClientRect().height < 44).map(e => e.outerHTML.slice(0, 120))";
    assert_eq!(reader.ask(small).await?, json!([]), "targets for fingers");
    reader.tap(".hits button").await?;
    reader.until_count("#article-text p", 13).await?;
    reader.until("it is found", "return CSS.highlights.get('found').size > 3").await?;
    reader.close().await
}

#[tokio::test]
async fn what_is_known_of_the_article_is_corrected_by_keyboard() -> Result<()> {
    let browser = Browser::new();
    let reader = browser.open().await?;
    open_athens(&reader).await?;
    reader.tab_to("[data-opens=details]").await?;
    reader.press(ENTER).await?;
    for (field, words) in
        [("title", "أثينا تنفي"), ("source", "وكالة الأنباء"), ("address", "https://example.org/news/1")]
    {
        reader.tab_to(&format!("[data-panel=details] [name={field}]")).await?;
        reader.press_with_control('a').await?;
        reader.press(words).await?;
    }
    reader.tab_to("[data-panel=details] [name=date]").await?;
    reader.press("03022024").await?;
    reader.press(ESCAPE).await?;
    reader.until_count("[data-panel]", 0).await?;
    let focus = "return document.activeElement.dataset.opens ?? 'lost'";
    assert_eq!(reader.ask(focus).await?, "details");
    assert_eq!(reader.read("h1").await?, "أثينا تنفي");
    let facts = reader.read("#article .facts").await?;
    assert!(facts.contains("وكالة الأنباء") && facts.contains("2024"), "{facts}");
    assert_eq!(
        reader.attribute("#article .facts a", "href").await?.as_deref(),
        Some("https://example.org/news/1")
    );
    reader.saved().await?;
    reader.visit().await?;
    assert_eq!(reader.read("h1").await?, "أثينا تنفي");
    let file = reader.download(browser.downloads()).await?;
    let text = std::fs::read_to_string(file)?;
    for known in ["أثينا تنفي", "وكالة الأنباء", "https://example.org/news/1", "2024-03-02"]
    {
        assert!(text.contains(known), "{known}");
    }
    reader.close().await
}

#[tokio::test]
async fn what_is_being_written_stays_whatever_is_drawn_meanwhile() -> Result<()> {
    let reader = Browser::new().open().await?;
    for (panel, field) in [("details", "source"), ("dispute", "party-name")] {
        reader.click(&format!("[data-opens={panel}]")).await?;
        let field = format!("[data-panel={panel}] [name={field}]");
        let before = reader.ask(&format!("return document.querySelector('{field}').value")).await?;
        reader.type_into(&field, "ما زال يُكتب").await?;
        // A window of another size is drawn anew, as what another tab did is and what was kept.
        reader
            .ask_and_wait("dispatchEvent(new Event('resize')); await new Promise(requestAnimationFrame)")
            .await?;
        let written = reader.ask(&format!("return document.querySelector('{field}').value")).await?;
        assert_eq!(written, format!("{}ما زال يُكتب", before.as_str().unwrap_or_default()));
        reader.press(ESCAPE).await?;
    }
    reader.close().await
}

#[tokio::test]
async fn corrections_of_the_article_are_undone_one_by_one() -> Result<()> {
    let reader = Browser::new().open().await?;
    let before = reader.read("h1").await?;
    reader.click("[data-opens=details]").await?;
    reader.write_over("[data-panel=details] [name=title]", "عنوان آخر").await?;
    reader.write_over("[data-panel=details] [name=source]", "الأناضول").await?;
    reader.click_on("وكالة الأناضول").await?;
    reader.until_count("[data-panel]", 0).await?;
    assert_eq!(reader.read("h1").await?, "عنوان آخر");
    reader.click("#undo").await?;
    assert!(!reader.read("#article .facts").await?.contains("الأناضول"));
    assert_eq!(reader.read("h1").await?, "عنوان آخر");
    reader.click("#undo").await?;
    assert_eq!(reader.read("h1").await?, before);
    reader.close().await
}

#[tokio::test]
async fn words_and_patterns_are_found_and_a_wrong_pattern_is_told() -> Result<()> {
    let reader = Browser::new().open().await?;
    let count = "return CSS.highlights.get('found')?.size ?? 0";
    reader.press("/").await?;
    reader.type_into("#search", "قوات").await?;
    reader.until("parts are found", "return CSS.highlights.get('found')?.size > 1").await?;
    let parts = reader.ask(count).await?.as_u64().unwrap_or(0);
    reader.click(".find option[value=words]").await?;
    reader
        .until("fewer whole words are", &format!("return (CSS.highlights.get('found')?.size ?? 0) < {parts}"))
        .await?;
    reader.click(".find option[value=pattern]").await?;
    reader.write_over("#search", r"\bو?ال[أا]مريكي[ةه]\b").await?;
    reader.until("the pattern is found", "return CSS.highlights.get('found')?.size > 1").await?;
    reader.write_over("#search", "(ا").await?;
    reader.until_count(".find .wrong", 1).await?;
    assert!(reader.read(".find .wrong").await?.contains("قوس"));
    reader.click("#language").await?;
    assert!(reader.read(".find .wrong").await?.contains("bracket"));
    reader.write_over("#search", "(ا+)+ب").await?;
    reader.until_count(".find .wrong", 0).await?;
    reader.close().await
}

#[tokio::test]
async fn menus_close_with_escape_and_by_a_click_elsewhere() -> Result<()> {
    let reader = Browser::new().open().await?;
    let menu = "#board details.menu";
    let open = "return document.querySelectorAll('details.menu[open]').length";
    reader.click(&format!("{menu} summary")).await?;
    assert_eq!(reader.ask(open).await?, json!(1));
    reader.press_often(Key::Tab, 1, false).await?;
    reader.press(ESCAPE).await?;
    assert_eq!(reader.ask(open).await?, json!(0));
    assert_eq!(reader.ask("return document.activeElement.tagName").await?, "SUMMARY");
    reader.press(ENTER).await?;
    assert_eq!(reader.ask(open).await?, json!(1));
    reader.click("#board h2").await?;
    assert_eq!(reader.ask(open).await?, json!(0));
    reader.click("[data-opens=settings]").await?;
    reader.until_count("[data-panel=settings]", 1).await?;
    reader.click("#board h2").await?;
    reader.until_count("[data-panel=settings]", 0).await?;
    reader.close().await
}
