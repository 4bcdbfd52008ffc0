//! The main journeys in Firefox, from the first look to the file that is taken home.

use journeys::{Browser, Kind, Options, Result, open_archive};
use serde_json::{Value, json};

const OWN: &str = "#margin [data-kind=note]";

fn firefox() -> Browser {
    Browser::with(Options { kind: Kind::Firefox, ..Options::default() })
}

#[tokio::test]
async fn the_article_is_shown_with_its_marks_and_claims() -> Result<()> {
    let reader = firefox().open().await?;
    assert_eq!(reader.count("#article-text p").await?, 13);
    assert_eq!(
        reader.ask("return getComputedStyle(document.querySelector('#article')).direction").await?,
        "rtl"
    );
    assert!(reader.count("#margin [data-kind=claim]").await? > 5);
    assert_eq!(reader.ask("return CSS.highlights.get('contested-1').size > 0").await?, json!(true));
    assert_eq!(reader.count("#notices .notice").await?, 0);
    reader.close().await
}

#[tokio::test]
async fn words_are_highlighted_taken_home_and_kept() -> Result<()> {
    let browser = firefox();
    let reader = browser.open().await?;
    let words = ["قال متحدث البنتاغون", "وكالة الأناضول"];
    for (number, words) in words.into_iter().enumerate() {
        reader.drag_over(words).await?;
        reader.click("#toolbar [data-action=highlight]").await?;
        reader.until_count(OWN, number + 1).await?;
    }
    reader.saved().await?;
    let mut marked: Vec<Value> = Vec::new();
    for item in reader
        .ask(&format!("return [...document.querySelectorAll('{OWN}')].map(n => n.dataset.start)"))
        .await?
        .as_array()
        .into_iter()
        .flatten()
    {
        marked.push(json!(
            reader.words_of(&format!("{OWN}[data-start=\"{}\"]", item.as_str().unwrap_or_default())).await?
        ));
    }
    marked.sort_by_key(Value::to_string);
    assert_eq!(json!(marked), json!(words));
    let file = reader.download(browser.downloads()).await?;
    let collection: Value = serde_json::from_str(&std::fs::read_to_string(&file)?)?;
    assert_eq!(collection["total"], 2);
    reader.visit().await?;
    reader.until_count(OWN, 2).await?;
    reader.close().await?;
    let reader = browser.open().await?;
    reader.until_count(OWN, 2).await?;
    reader.close().await?;

    let reader = firefox().open().await?;
    reader.take_in(&file).await?;
    reader.until_count(OWN, 2).await?;
    reader.saved().await?;
    reader.close().await
}

#[tokio::test]
async fn a_claim_is_judged_noted_and_the_judgement_taken_back() -> Result<()> {
    let reader = firefox().open().await?;
    let claim = "#margin [data-kind=claim]";
    reader.click(&format!("{claim} [data-action=accept]")).await?;
    reader.until_count(&format!("{claim} .state"), 1).await?;
    reader.saved().await?;
    reader.press_with_control('z').await?;
    reader.until_count(&format!("{claim} .state"), 0).await?;
    reader.drag_over("لجنة ثنائية").await?;
    reader.click("#toolbar [data-action=note]").await?;
    reader.type_into("#margin textarea", "من يرأسها؟").await?;
    reader.click("#margin [data-action=done]").await?;
    reader.saved().await?;
    reader.visit().await?;
    assert!(reader.read(OWN).await?.contains("من يرأسها؟"));
    reader.close().await
}

#[tokio::test]
async fn the_board_sets_the_sides_against_each_other_and_leads_back_to_the_words() -> Result<()> {
    let reader = firefox().open().await?;
    assert!(reader.count("#board [data-kind=claim]").await? > 3);
    reader.click("#board [data-kind=claim] .quote").await?;
    reader.until("the claim's words are in the window", "const r = document.querySelector('#article-text').getBoundingClientRect(); return r.top < innerHeight && r.bottom > 0").await?;
    reader.close().await
}

#[tokio::test]
async fn what_was_visited_once_is_read_without_the_network() -> Result<()> {
    let browser = firefox();
    let reader = browser.open().await?;
    let active = "return (await navigator.serviceWorker.ready).active !== null";
    assert_eq!(reader.ask_and_wait(active).await?, json!(true));
    browser.cut();
    reader.visit().await?;
    assert_eq!(reader.count("#article-text p").await?, 13);
    reader.close().await
}

#[tokio::test]
async fn a_board_of_many_articles_is_opened_sought_and_left_for_the_article() -> Result<()> {
    let browser = firefox();
    let reader = browser.open().await?;
    open_archive(&browser, &reader).await?;
    reader.until("it is shown", "return !!document.querySelector('#archive button.quote')").await?;
    assert!(reader.read("#archive .position").await?.contains("9–10 يناير 2024"));
    reader.type_into("#archive [name=archive-words]", "السياده").await?;
    let written = "return document.querySelector('#archive [name=archive-words]').value";
    assert_eq!(reader.ask(written).await?, "السياده");
    let words = reader.read("#archive button.quote").await?;
    reader.click("#archive button.quote").await?;
    reader.until_count("#claims > [aria-current]", 1).await?;
    assert_eq!(reader.words_of("#claims > [aria-current]").await?, words);
    reader.close().await
}
