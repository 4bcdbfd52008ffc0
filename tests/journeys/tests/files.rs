//! What a reader finds out about a claim, given and kept; everything taken away in every format; and what
//! becomes of it when the article gets a new text.

use journeys::{Browser, Options, Reader, Result};
use mawqif::annotation::Annotation;
use mawqif::exchange::{Format, read};
use serde_json::{Value, json};
use std::path::PathBuf;

const CLAIM: &str = "#margin [data-kind=claim]";

/// Gives the first claim a verdict with two sources, and links it to another.
async fn find_out(reader: &Reader) -> Result<()> {
    reader.click(&format!("{CLAIM} [data-action=edit]")).await?;
    let choose = |name: &str, value: &str| {
        format!(
            "const list = document.querySelector('.editor select[name={name}]');
             list.value = {value}; list.dispatchEvent(new Event('change', {{bubbles: true}})); return list.value"
        )
    };
    reader.ask(&choose("rating", "'refuted'")).await?;
    reader.type_into(".editor [name=reasoning]", "لا بيان رسميًّا.").await?;
    reader.type_into(".editor [name=sources]", "https://example.org/a\njavascript:alert(1)").await?;
    reader.ask("document.querySelector('.editor [name=sources]').blur()").await?;
    reader.ask(&choose("relation", "'contradicts'")).await?;
    reader.ask(&choose("link", "list.options[2].value")).await?;
    reader.until_count(".editor .linked", 1).await?;
    reader.click("#margin [data-action=done]").await?;
    reader.until_count(".card .verdict", 1).await
}

#[tokio::test]
async fn a_claim_gets_a_verdict_and_a_link_to_another_claim() -> Result<()> {
    let reader = Browser::new().open().await?;
    find_out(&reader).await?;
    assert_eq!(reader.attribute(".card .verdict b", "data-rating").await?.as_deref(), Some("refuted"));
    let sources =
        "return [...document.querySelectorAll('.verdict li')].map(li => li.firstElementChild.tagName)";
    assert_eq!(reader.ask(sources).await?, json!(["A", "SPAN"]), "only an address of the web is a link");
    assert_eq!(reader.count(".card .linked[data-relation=contradicts]").await?, 1);
    reader.saved().await?;
    reader.visit().await?;
    reader.until_count(".card .verdict", 1).await?;
    reader.close().await
}

const NOTED: &str = "لجنة ثنائية";
const NOTE: &str = "من يرأسها؟ \"سؤال\"، =1+1";

/// Writes a note, gives a verdict, and accepts another claim.
async fn annotate(reader: &Reader) -> Result<()> {
    reader.drag_over(NOTED).await?;
    reader.click("#toolbar [data-action=note]").await?;
    reader.type_into("#margin textarea", NOTE).await?;
    reader.click("#margin [data-action=done]").await?;
    find_out(reader).await?;
    reader.click(&format!("{CLAIM} [data-action=accept]")).await?;
    reader.saved().await
}

/// Takes the annotations away in a format; the file must have the name of such files.
async fn take_away(browser: &Browser, reader: &Reader, format: Format, ending: &str) -> Result<PathBuf> {
    reader.click("[data-opens=export]").await?;
    reader.click(&format!("[data-format={}]", format.name())).await?;
    let file = reader.downloaded_as(browser.downloads(), ending).await?;
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    assert!(
        name.starts_with("mawqif-20") && name.len() == "mawqif-2024-01-09.".len() + ending.len(),
        "{name}"
    );
    reader.until_count("[data-panel=export]", 0).await?;
    Ok(file)
}

#[tokio::test]
async fn every_format_is_taken_away_whole() -> Result<()> {
    let browser = Browser::new();
    let reader = browser.open().await?;
    annotate(&reader).await?;
    for (format, ending) in [
        (Format::W3c, "json"),
        (Format::Csv, "csv"),
        (Format::Brat, "zip"),
        (Format::Doccano, "jsonl"),
        (Format::LabelStudio, "label-studio.json"),
        (Format::Inception, "cas.json"),
        (Format::Hypothesis, "hypothesis.json"),
        (Format::ClaimReview, "claimreview.json"),
    ] {
        let bytes = std::fs::read(take_away(&browser, &reader, format, ending).await?)?;
        let text = String::from_utf8_lossy(&bytes);
        let json = || serde_json::from_str::<Value>(&text);
        if format.reads() && format != Format::Brat {
            let all = read(format, &bytes).map_err(|e| format!("{ending}: {e}"))?;
            let found: Vec<_> = all.iter().flat_map(|one| &one.annotations).collect();
            // doccano has no place for what is written about a piece of text.
            let note = if format == Format::Doccano { "" } else { NOTE };
            let noted = |a: &Annotation| a.target.quote.exact == NOTED && a.note == note;
            assert!(found.iter().copied().any(noted), "{ending}: {text}");
            // The note, the claim with a verdict, the one that it links to, the accepted one.
            assert_eq!(found.len(), 4, "{ending}: {text}");
        }
        match format {
            Format::W3c => {
                let schema = serde_json::from_str(include_str!("../../../schema/annotations.schema.json"))?;
                jsonschema::validate(&schema, &json()?).map_err(|e| e.to_string())?;
            }
            Format::Csv => {
                assert!(bytes.starts_with(&[0xef, 0xbb, 0xbf]), "Excel takes it for another encoding");
                assert_eq!(text.matches("\r\n").count(), 5, "{text}");
                assert!(text.contains("\"من يرأسها؟ \"\"سؤال\"\"، =1+1\""), "{text}");
            }
            Format::Brat => {
                assert!(bytes.starts_with(b"PK"));
                for part in ["mawqif.ann", "mawqif.txt", "annotation.conf", NOTED, reader.article()] {
                    assert!(text.contains(part), "{part}");
                }
            }
            Format::Inception => assert!(json()?.to_string().contains(NOTED) && text.contains("sofaString")),
            Format::ClaimReview => {
                let review = json()?.to_string();
                assert!(review.contains("ClaimReview") && review.contains("لا بيان رسميًّا."), "{review}");
                assert!(!review.contains("javascript:"), "{review}");
            }
            _ => {}
        }
    }
    reader.close().await
}

#[tokio::test]
async fn the_report_is_read_without_the_program() -> Result<()> {
    let browser = Browser::new();
    let reader = browser.open().await?;
    annotate(&reader).await?;
    let file = take_away(&browser, &reader, Format::Html, "html").await?;
    reader.close().await?;
    for size in [(1280, 1000), (360, 740)] {
        let other = Browser::with(Options { size, ..Options::default() });
        let reader = other.open().await?;
        reader.open_file(&file).await?;
        let look = "const all = (s) => [...document.querySelectorAll(s)];
            const article = all('article p').map(p => p.textContent).join('');
            return {direction: getComputedStyle(document.body).direction, scripts: all('script').length,
              article, marks: all('article a').length > 20, own: all('article a.own').length,
              board: all('.board .row').length > 1, note: all('.note').map(n => n.textContent),
              verdict: all('.verdict a').map(a => a.getAttribute('href')),
              links: all('.link').length, wide: document.documentElement.scrollWidth <= innerWidth,
              dangling: all('a[href^=\"#\"]').filter(a => !document.querySelector(a.getAttribute('href'))).length}";
        let article: String = reader.article().lines().collect();
        assert_eq!(
            reader.ask(look).await?,
            json!({"direction": "rtl", "scripts": 0, "article": article, "marks": true, "own": 1, "board": true,
                "note": [NOTE], "verdict": ["https://example.org/a"], "links": 1, "wide": true, "dangling": 0})
        );
        reader.click(".own-card blockquote a").await?;
        let there = "const r = document.querySelector(location.hash).getBoundingClientRect();
            return r.top >= 0 && r.bottom <= innerHeight";
        reader.until("the words of the note are in view", there).await?;
        reader.close().await?;
    }
    Ok(())
}

/// Marks words of the article with the mouse.
async fn mark(reader: &Reader, words: &str) -> Result<()> {
    reader.drag_over(words).await?;
    reader.click("#toolbar [data-action=highlight]").await?;
    reader.until_count("#toolbar", 0).await
}

/// The words of the reader's own annotations as the margin shows them, in its order.
async fn own(reader: &Reader) -> Result<Value> {
    let script = "return [...document.querySelectorAll('#margin [data-kind=note] .quote')].map(q => q.textContent.trim())";
    reader.ask(script).await
}

/// What a card says of an annotation whose words are not in the text.
const LOST: &str = "لم يعد في النص";

/// Pastes a new edition of the open article.
async fn paste_edition(reader: &Reader, text: &str) -> Result<()> {
    reader.click("[data-opens=articles]").await?;
    let paste =
        format!("document.querySelector('[data-panel=articles] textarea').value = {}", Value::from(text));
    reader.ask(&paste).await?;
    reader.click("[data-action=renew-text]").await?;
    reader.until_count("[data-panel=edition]", 1).await
}

#[tokio::test]
async fn annotations_come_along_to_a_new_edition() -> Result<()> {
    let reader = Browser::new().open().await?;
    for words in ["وزارة الدفاع الأمريكية", "لجنة ثنائية", "باتريك رايدر", "هجوم أصاب قاعدة عسكرية"]
    {
        mark(&reader, words).await?;
    }
    reader.saved().await?;
    // A line comes before, words are changed in one place, and one is taken out.
    let edition = format!("تحديث: أضيفت ردود.\n{}", reader.article())
        .replace("لجنة ثنائية", "لجنة مشتركة ثنائيّة")
        .replace("هجوم أصاب قاعدة عسكرية للتحالف الدولي", "ما سبق")
        .replace("باتريك رايدر", "باتـريك رايدر");
    paste_edition(&reader, &edition).await?;
    let fates = "return Object.fromEntries([...document.querySelectorAll('.arriving')]
        .map(list => [list.dataset.fate, [...list.children].map(li => li.querySelector('[lang=ar]').textContent)]))";
    assert_eq!(
        reader.ask(fates).await?,
        json!({"uncertain": ["لجنة ثنائية"], "orphan": ["هجوم أصاب قاعدة عسكرية"],
            "moved": ["وزارة الدفاع الأمريكية", "باتريك رايدر"]})
    );
    assert_eq!(reader.count("#article-text p").await?, 13, "nothing is done before the reader says so");
    reader.click("[data-fate=uncertain] input").await?;
    reader.click("[data-action=renew]").await?;
    reader.until_count("#article-text p", 14).await?;
    let all =
        json!(["وزارة الدفاع الأمريكية", "باتـريك رايدر", "لجنة مشتركة ثنائيّة", "هجوم أصاب قاعدة عسكرية"]);
    assert_eq!(own(&reader).await?, all);
    let states =
        "return [...document.querySelectorAll('#margin [data-kind=note] .state')].map(s => s.textContent)";
    assert_eq!(reader.ask(states).await?, json!([LOST]), "it is kept and listed as what it is");
    reader.saved().await?;
    reader.visit().await?;
    assert_eq!(own(&reader).await?, all, "and kept");
    reader.close().await
}

#[tokio::test]
async fn what_came_along_to_a_new_edition_is_taken_back() -> Result<()> {
    let reader = Browser::new().open().await?;
    mark(&reader, "وزارة الدفاع الأمريكية").await?;
    mark(&reader, "لجنة ثنائية").await?;
    let edition =
        format!("تحديث: أضيفت ردود.\n{}", reader.article()).replace("لجنة ثنائية", "لجنة مشتركة ثنائيّة");
    paste_edition(&reader, &edition).await?;
    reader.click("[data-action=renew]").await?;
    reader.until_count("#article-text p", 14).await?;
    assert_eq!(own(&reader).await?, json!(["وزارة الدفاع الأمريكية"]), "what was not confirmed stays behind");
    reader.click("#undo").await?;
    assert_eq!(own(&reader).await?, json!([]));
    reader.click("#redo").await?;
    assert_eq!(own(&reader).await?, json!(["وزارة الدفاع الأمريكية"]));
    // The old text is on the shelf with all its own.
    reader.click("[data-opens=articles]").await?;
    reader.click(".shelf li:not([aria-current]) .title").await?;
    reader.until_count("#article-text p", 13).await?;
    assert_eq!(own(&reader).await?, json!(["وزارة الدفاع الأمريكية", "لجنة ثنائية"]));
    reader.close().await
}
