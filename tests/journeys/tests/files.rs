//! What a reader finds out about a claim, given and kept.

use journeys::{Browser, Result};
use serde_json::json;

const CLAIM: &str = "#margin [data-kind=claim]";

#[tokio::test]
async fn a_claim_gets_a_verdict_and_a_link_to_another_claim() -> Result<()> {
    let reader = Browser::new().open().await?;
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
    reader.until_count(".card .verdict", 1).await?;
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
