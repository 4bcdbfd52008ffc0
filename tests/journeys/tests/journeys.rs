//! What a reader does, from the first look to the file that is taken home.

use journeys::{Browser, Options, Reader, Result};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use thirtyfour::Key;

const OWN: &str = "#margin [data-kind=note]";

/// Highlights words of the article with the mouse.
async fn highlight(reader: &Reader, words: &str) -> Result<()> {
    reader.drag_over(words).await?;
    reader.click("#toolbar [data-action=highlight]").await?;
    reader.saved().await
}

#[tokio::test]
async fn the_article_is_shown_from_right_to_left() -> Result<()> {
    let reader = Browser::new().open().await?;
    assert_eq!(
        reader.ask("return getComputedStyle(document.querySelector('#article')).direction").await?,
        "rtl"
    );
    assert_eq!(reader.count("#article-text p").await?, 13);
    let shown = reader
        .ask("return [...document.querySelectorAll('#article-text p')].map(p => p.textContent)")
        .await?;
    let lines: Vec<&str> = reader.article().lines().filter(|line| !line.trim().is_empty()).collect();
    assert_eq!(shown, json!(lines));
    assert!(reader.count("#margin [data-kind=claim]").await? > 5);
    assert!(reader.count("#margin [data-kind=entity]").await? > 20);
    assert_eq!(reader.ask("return CSS.highlights.get('contested-1').size > 0").await?, json!(true));
    reader.close().await
}

#[tokio::test]
async fn nothing_is_asked_of_another_place() -> Result<()> {
    let browser = Browser::with(Options { watched: true, ..Options::default() });
    let reader = browser.open().await?;
    highlight(&reader, "وكالة الأناضول").await?;
    for selector in
        ["#language", "#theme", "[data-opens=articles]", "[data-opens=export]", "[data-format=html]"]
    {
        reader.click(selector).await?;
    }
    reader.visit().await?;
    let foreign = "return performance.getEntriesByType('resource').map(e => e.name).filter(n => !n.startsWith(location.origin))";
    assert_eq!(reader.ask(foreign).await?, json!([]));
    reader.close().await?;
    assert_eq!(browser.asked()?, BTreeSet::new());
    Ok(())
}

#[tokio::test]
async fn what_is_asked_of_another_place_would_be_seen() -> Result<()> {
    let browser = Browser::with(Options { watched: true, policy: false, ..Options::default() });
    let reader = browser.open().await?;
    reader.ask_and_wait("await fetch('http://elsewhere.invalid/x').catch(() => {})").await?;
    reader.close().await?;
    assert!(browser.asked()?.iter().any(|asked| asked.contains("elsewhere.invalid")));
    Ok(())
}

#[tokio::test]
async fn words_drawn_over_are_marked_exactly_and_outlive_reload_and_restart() -> Result<()> {
    let browser = Browser::new();
    let reader = browser.open().await?;
    for words in ["قال متحدث البنتاغون", "تصريحات صحفية"] {
        highlight(&reader, words).await?;
    }
    let both = |found: Value| assert_eq!(found, json!(["قال متحدث البنتاغون", "تصريحات صحفية"]));
    let quotes = format!("return [...document.querySelectorAll('{OWN} .quote')].map(q => q.textContent)");
    both(reader.ask(&quotes).await?);
    assert_eq!(reader.words_of(OWN).await?, "قال متحدث البنتاغون");
    reader.visit().await?;
    both(reader.ask(&quotes).await?);
    reader.close().await?;
    let reader = browser.open().await?;
    both(reader.ask(&quotes).await?);
    assert_eq!(reader.attribute("#save-state", "data-state").await?.as_deref(), Some("saved"));
    reader.close().await
}

#[tokio::test]
async fn the_downloaded_file_cuts_the_same_words_and_restores_them() -> Result<()> {
    let browser = Browser::new();
    let reader = browser.open().await?;
    highlight(&reader, "وكالة الأناضول").await?;
    reader.drag_over("لجنة ثنائية").await?;
    reader.click("#toolbar [data-action=note]").await?;
    reader.type_into("#margin textarea", "من يرأسها؟").await?;
    reader.click("#margin [data-action=done]").await?;
    reader.saved().await?;
    let file = reader.download(browser.downloads()).await?;
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    assert!(name.starts_with("mawqif-20") && name.ends_with(".json"), "{name}");
    let text = std::fs::read_to_string(&file)?;
    let value: Value = serde_json::from_str(&text)?;
    let schema: Value = serde_json::from_str(include_str!("../../../schema/annotations.schema.json"))?;
    jsonschema::validate(&schema, &value).map_err(|e| e.to_string())?;
    let items = value["first"]["items"].as_array().ok_or("no items")?;
    let letters: Vec<char> = reader.article().chars().collect();
    let words: Vec<String> = items
        .iter()
        .map(|item| {
            let place = |name: &str| item["target"]["selector"][1][name].as_u64().unwrap_or(0) as usize;
            letters[place("start")..place("end")].iter().collect()
        })
        .collect();
    assert_eq!(words, ["وكالة الأناضول", "لجنة ثنائية"]);
    assert_eq!(items[1]["body"][0]["value"], "من يرأسها؟");
    reader.close().await?;

    let other = Browser::new();
    let reader = other.open().await?;
    assert_eq!(reader.count(OWN).await?, 0);
    reader.take_in(&file).await?;
    reader
        .until("both are back", "return document.querySelectorAll('#margin [data-kind=note]').length === 2")
        .await?;
    reader.saved().await?;
    let again = reader.download(other.downloads()).await?;
    assert_eq!(std::fs::read_to_string(again)?, text);
    reader.close().await
}

#[tokio::test]
async fn a_file_is_looked_at_before_it_is_taken_in() -> Result<()> {
    let browser = Browser::new();
    let reader = browser.open().await?;
    highlight(&reader, "وكالة الأناضول").await?;
    let file = reader.download(browser.downloads()).await?;
    reader.close().await?;
    let other = Browser::new();
    let reader = other.open().await?;
    highlight(&reader, "لجنة ثنائية").await?;
    reader.give("#import", &file).await?;
    reader.until_count("[data-panel=import] .arriving li", 1).await?;
    assert_eq!(reader.count(OWN).await?, 1, "nothing is done before the reader says so");
    reader.click("[data-action=take-in]").await?;
    reader.until_count(OWN, 2).await?;
    reader.close().await
}

#[tokio::test]
async fn a_file_that_is_none_is_told_in_the_readers_language_and_changes_nothing() -> Result<()> {
    let browser = Browser::new();
    let reader = browser.open().await?;
    highlight(&reader, "وكالة الأناضول").await?;
    let stored =
        "return JSON.stringify(Object.entries(localStorage).filter(([k]) => !k.endsWith('settings')).sort())";
    let before = reader.ask(stored).await?;
    let file = browser.downloads().join("bad.txt");
    std::fs::write(&file, r#"{"type": "AnnotationCollection", "first": {"items": [{"id": 1}]}}"#)?;
    reader.give("#import", &file).await?;
    reader.until("it is told", "return document.querySelectorAll('#notices .error').length === 1").await?;
    let told = reader.read("#notices .error p").await?;
    assert!(told.contains("لم يُستورد") && told.contains("first.items[0].id"), "{told}");
    reader.click("#language").await?;
    let told = reader.read("#notices .error p").await?;
    assert!(told.contains("was not imported") && told.contains("first.items[0].id"), "{told}");
    assert_eq!(reader.ask(stored).await?, before);
    assert_eq!(reader.count(OWN).await?, 1);
    reader.close().await
}

#[tokio::test]
async fn suggestions_are_accepted_corrected_rejected_and_every_step_taken_back() -> Result<()> {
    let reader = Browser::new().open().await?;
    let first = "#claims > [data-kind=claim]";
    let state = "#claims > [data-kind=claim] .state";
    reader.click(&format!("{first} [data-action=accept]")).await?;
    assert_eq!(reader.read(state).await?, "مقبول");
    reader.click(&format!("{first} [data-action=reject]")).await?;
    assert_eq!(reader.read(state).await?, "مرفوض");
    reader.click(&format!("{first} [data-action=edit]")).await?;
    reader.type_into("#margin input[name=speaker]", " الأول").await?;
    reader.press("\u{e00c}").await?;
    assert_eq!(reader.read(state).await?, "مصحَّح");
    assert!(reader.read(&format!("{first} .speaker")).await?.ends_with("الأول"));
    for expected in ["مرفوض", "مقبول"] {
        reader.click("#undo").await?;
        assert_eq!(reader.read(state).await?, expected);
    }
    reader.press_with_control('z').await?;
    reader
        .until("it is only suggested", "return !document.querySelector('#claims > [data-kind=claim] .state')")
        .await?;
    reader.click("#redo").await?;
    assert_eq!(reader.read(state).await?, "مقبول");
    reader.close().await
}

#[tokio::test]
async fn a_claim_of_ones_own_stands_on_the_board() -> Result<()> {
    let reader = Browser::new().open().await?;
    let on_board = reader.count("#board [data-kind=claim]").await?;
    reader.drag_over("توتر بين بغداد").await?;
    reader.click("#toolbar [data-action=claim]").await?;
    let editor = "#margin .made .editor";
    reader.type_into(&format!("{editor} input[name=speaker]"), "متحدث").await?;
    reader.click(&format!("{editor} select[name=side] option[value=baghdad]")).await?;
    reader.click(&format!("{editor} select[name=act] option[value=warn]")).await?;
    reader.click("#margin [data-action=done]").await?;
    let card = "#margin .made[data-kind=claim]";
    assert_eq!(reader.words_of(card).await?, "توتر بين بغداد");
    assert_eq!(reader.attribute(card, "data-side").await?.as_deref(), Some("baghdad"));
    assert_eq!(reader.attribute(card, "data-act").await?.as_deref(), Some("warn"));
    assert_eq!(reader.count("#board [data-kind=claim]").await?, on_board + 1);
    reader.click(&format!("{card} [data-action=delete]")).await?;
    assert_eq!(reader.count("#board [data-kind=claim]").await?, on_board);
    reader.close().await
}

#[tokio::test]
async fn a_claim_chosen_in_one_place_is_chosen_in_all() -> Result<()> {
    let reader = Browser::new().open().await?;
    reader.click_on("أي خطط لسحب قواتها").await?;
    let chosen = |place: &str| format!("{place} [data-kind=claim][aria-current]");
    for place in ["#margin", "#board"] {
        assert!(reader.words_of(&chosen(place)).await?.contains("خطط لسحب قواتها"), "{place}");
    }
    assert_eq!(reader.ask("return CSS.highlights.get('focus').size").await?, json!(1));
    reader.click("#board [data-side=baghdad] .quote").await?;
    assert_eq!(reader.words_of(&chosen("#margin")).await?, reader.words_of(&chosen("#board")).await?);
    assert_eq!(reader.attribute(&chosen("#margin"), "data-side").await?.as_deref(), Some("baghdad"));
    reader.until(
        "its words are in view",
        "const r = [...CSS.highlights.get('focus')][0].getBoundingClientRect(); return r.top > 0 && r.bottom < innerHeight",
    )
    .await?;
    reader.close().await
}

#[tokio::test]
async fn the_legend_switches_marks_and_remembers() -> Result<()> {
    let reader = Browser::new().open().await?;
    let marks = "return [...CSS.highlights.entries()].filter(([n]) => n.endsWith('-1')).map(([, h]) => h.size).reduce((a, b) => a + b)";
    assert_ne!(reader.ask(marks).await?, json!(0));
    reader.click("#legend [data-layer=side-washington]").await?;
    assert_eq!(reader.ask(marks).await?, json!(0));
    reader.visit().await?;
    assert_eq!(reader.ask(marks).await?, json!(0));
    assert_eq!(
        reader.attribute("#legend [data-layer=side-washington]", "aria-pressed").await?.as_deref(),
        Some("false")
    );
    reader.close().await
}

#[tokio::test]
async fn the_interface_speaks_english_and_the_article_stays_as_it_is() -> Result<()> {
    let reader = Browser::new().open().await?;
    reader.ask("window.here = true").await?;
    reader.click("#language").await?;
    assert_eq!(
        reader
            .ask("return [document.documentElement.lang, document.documentElement.dir, window.here]")
            .await?,
        json!(["en", "ltr", true]),
        "without loading anew"
    );
    assert_eq!(reader.read("#download").await?, "Download JSON");
    assert_eq!(
        reader.ask("return getComputedStyle(document.querySelector('#article-text')).direction").await?,
        "rtl"
    );
    reader.close().await
}

#[tokio::test]
async fn spellings_are_found() -> Result<()> {
    let reader = Browser::new().open().await?;
    reader.press("/").await?;
    reader.type_into("#search", "امريكيه").await?;
    reader.until("something is found", "return CSS.highlights.get('found').size > 3").await?;
    reader.close().await
}

#[tokio::test]
async fn another_article_is_opened_and_the_first_is_there_again() -> Result<()> {
    let browser = Browser::new();
    let reader = browser.open().await?;
    highlight(&reader, "وكالة الأناضول").await?;
    let file = browser.downloads().join("other.txt");
    std::fs::write(&file, "قال وزير الخارجية التركي إن بلاده ترفض القرار.\n\nونفت أثينا ذلك.\n")?;
    reader.click("[data-opens=articles]").await?;
    reader.give("#open", &file).await?;
    reader.until("it is open", "return document.querySelectorAll('#article-text p').length === 2").await?;
    assert_eq!(reader.count(OWN).await?, 0);
    reader.visit().await?;
    assert_eq!(reader.count("#article-text p").await?, 2);
    reader.click("[data-opens=articles]").await?;
    reader.click(".shelf li:not([aria-current]) .title").await?;
    reader
        .until("the first is open", "return document.querySelectorAll('#article-text p').length === 13")
        .await?;
    assert_eq!(reader.count(OWN).await?, 1);
    reader.close().await
}

#[tokio::test]
async fn files_in_older_encodings_are_opened() -> Result<()> {
    let browser = Browser::new();
    let reader = browser.open().await?;
    let file = browser.downloads().join("old.txt");
    // "قال الوزير" in windows-1256.
    std::fs::write(&file, b"\xde\xc7\xe1 \xc7\xe1\xe6\xd2\xed\xd1")?;
    reader.click("[data-opens=articles]").await?;
    reader.give("#open", &file).await?;
    reader.until_count("#article-text p", 1).await?;
    assert_eq!(reader.read("#article-text").await?, "قال الوزير");
    // The same in a page that was saved, with what it tells other programs of its article.
    let page = b"<!DOCTYPE html><meta charset=windows-1256><script type=application/ld+json>{\"@type\": \"NewsArticle\",
        \"datePublished\": \"2024-01-09T10:00:00Z\", \"publisher\": {\"name\": \"\xc7\xe1\xe6\xd2\xed\xd1\"}}</script>
        <h1>\xc7\xe1\xe6\xd2\xed\xd1</h1><p>\xde\xc7\xe1 \xc7\xe1\xe6\xd2\xed\xd1 \xde\xc7\xe1";
    let file = browser.downloads().join("old.html");
    std::fs::write(&file, page)?;
    reader.give("#open", &file).await?;
    reader.until("it is open", "return document.querySelector('h1').textContent === 'الوزير'").await?;
    assert_eq!(reader.read("#article-text").await?, "قال الوزير قال");
    let facts = reader.read("#article .facts").await?;
    assert!(facts.contains("الوزير") && facts.contains("9 يناير 2024"), "{facts}");
    reader.close().await
}

#[tokio::test]
async fn settings_show_at_once_and_are_kept() -> Result<()> {
    let reader = Browser::new().open().await?;
    let looks = "const text = getComputedStyle(document.querySelector('#article-text')), size = parseFloat(text.fontSize);
        return [size, parseFloat(text.lineHeight) / size, document.querySelector('#article').offsetWidth]";
    let mut before: Vec<f64> = serde_json::from_value(reader.ask(looks).await?)?;
    reader.click("[data-opens=settings]").await?;
    for (number, slider) in ["text-size", "leading", "measure"].into_iter().enumerate() {
        reader.ask(&format!("document.querySelector('[name={slider}]').focus()")).await?;
        reader.press_often(Key::Up, 2, false).await?;
        let after: Vec<f64> = serde_json::from_value(reader.ask(looks).await?)?;
        assert!(after[number] > before[number], "{slider}: {before:?} became {after:?}");
        before = after;
    }
    assert!(reader.read("#article .facts").await?.contains("9 يناير 2024"));
    reader.click("select[name=digits] option[value=arab]").await?;
    assert!(reader.read("#article .facts").await?.contains("٩ يناير ٢٠٢٤"));
    assert!(reader.read("#legend").await?.contains('٥'));
    reader.saved().await?;
    reader.visit().await?;
    let kept: Vec<f64> = serde_json::from_value(reader.ask(looks).await?)?;
    assert_eq!(kept, before);
    assert!(reader.read("#article .facts").await?.contains("٩ يناير ٢٠٢٤"));
    reader.click("[data-opens=settings]").await?;
    reader.click("[data-action=reset]").await?;
    assert!(reader.read("#article .facts").await?.contains("9 يناير 2024"));
    reader.close().await
}

#[tokio::test]
async fn the_first_visit_is_explained_once_however_it_ends() -> Result<()> {
    for ends in ["left", "reloaded", "skipped"] {
        let browser = Browser::new();
        let reader = browser.open().await?;
        assert_eq!(reader.count("#tour").await?, 1, "{ends}");
        let reader = match ends {
            "left" => {
                reader.close().await?;
                browser.open().await?
            }
            _ => {
                if ends == "skipped" {
                    reader.click("#tour [data-action=skip]").await?;
                }
                reader.visit().await?;
                reader
            }
        };
        assert_eq!(reader.count("#tour").await?, 0, "{ends}");
        assert_eq!(reader.count("#notices .notice").await?, 0, "{ends}");
        reader.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_saved_page_is_opened_and_nothing_of_it_is_run() -> Result<()> {
    let browser = Browser::new();
    let reader = browser.open().await?;
    let file = browser.downloads().join("saved.html");
    std::fs::write(
        &file,
        "<title>أثينا تنفي</title><script>document.title = 'run'</script><nav><a href=/>قائمة</a></nav>
         <time datetime=2024-01-09></time><p onclick='run()'>نفت أثينا ذلك.<img src=x onerror=run()><p>وقالت أنقرة لا.",
    )?;
    reader.click("[data-opens=articles]").await?;
    reader.give("#open", &file).await?;
    reader.until_count("#article-text p", 2).await?;
    assert_eq!(reader.count("#article-text img, #article-text [onclick]").await?, 0);
    assert!(
        reader.ask("return document.title").await?.as_str().unwrap_or_default().starts_with("أثينا تنفي")
    );
    assert!(reader.read("#article").await?.contains("2024"));
    reader.close().await
}

#[tokio::test]
async fn the_address_carries_an_article_once() -> Result<()> {
    let reader = Browser::new().open().await?;
    reader.ask("location.hash = '#text=' + encodeURIComponent('نفت أثينا ذلك.\\n\\nوقالت 50% لا.')").await?;
    reader.until_count("#article-text p", 2).await?;
    assert_eq!(reader.ask("return location.href.includes('#')").await?, json!(false));
    reader.ask("location.hash = '#text=%D9'").await?;
    reader.until_count("#notices .error", 1).await?;
    assert_eq!(reader.count("#article-text p").await?, 2);
    // The address is there before the page is.
    reader.saved().await?;
    reader.ask("history.replaceState(null, '', '#text=' + encodeURIComponent('قال الوزير ذلك.')); location.reload()").await?;
    reader
        .until(
            "the third is open",
            "return document.querySelector('#article-text')?.textContent.trim() === 'قال الوزير ذلك.'",
        )
        .await?;
    reader.saved().await?;
    reader.visit().await?;
    assert_eq!(reader.read("#article-text").await?, "قال الوزير ذلك.");
    reader.click("[data-opens=articles]").await?;
    assert_eq!(reader.count(".shelf > li").await?, 3);
    reader.close().await
}

#[tokio::test]
async fn a_foreign_change_of_the_article_does_no_harm() -> Result<()> {
    let reader = Browser::new().open().await?;
    let translate = "const p = document.querySelectorAll('#article-text p');
        for (const part of [p[3], p[5]]) {
          const font = document.createElement('font');
          font.append(...part.childNodes);
          part.append(font);
        }
        p[2].firstChild.splitText(20);";
    reader.ask(translate).await?;
    reader.click_on("أي خطط لسحب قواتها").await?;
    reader.click("#language").await?;
    assert_eq!(reader.read("#download").await?, "Download JSON");
    reader.click("#margin [data-kind=claim]:nth-child(5) .quote").await?;
    reader.click("#board [data-side=baghdad] .quote").await?;
    assert!(reader.count("#margin [data-kind=claim][aria-current]").await? == 1);
    assert_eq!(reader.attribute("#stopped", "hidden").await?.as_deref(), Some("true"));
    reader.close().await
}
