//! What marks do to the article: they colour what is behind the letters and under them, and no letter moves,
//! breaks or changes; and what of all this comes on paper.

use journeys::{Browser, Picture, Reader, Result, differ};
use serde_json::json;

/// The colour of the letters, in the light theme.
const INK: [u8; 3] = [29, 28, 26];

/// Whether a pixel is wholly covered by a letter: of the letters' colour, but for what mixing rounds.
fn is_ink(pixel: [u8; 3]) -> bool {
    differ(pixel, INK) <= 2
}

/// The article as it is drawn, paragraph by paragraph: a picture has only what the window shows.
async fn drawn(reader: &Reader) -> Result<Vec<Picture>> {
    let mut pictures = Vec::new();
    for number in 1..=reader.count("#article-text p").await? {
        let paragraph = format!("#article-text p:nth-of-type({number})");
        let center = format!("document.querySelector('{paragraph}').scrollIntoView({{block: 'center'}})");
        reader.ask(&center).await?;
        pictures.push(reader.picture(&paragraph).await?);
    }
    Ok(pictures)
}

#[tokio::test]
async fn no_letter_moves_or_changes_under_marks_also_inside_words() -> Result<()> {
    let reader = Browser::new().open().await?;
    reader.click("#tour [data-action=skip]").await?;
    // Besides what the engine marks: the reader's own marks inside words, the chosen claim, what was searched for.
    for part in ["لأمري", "نتاغ", "حالف لمحا", "ثَّ"] {
        reader.drag_over(part).await?;
        reader.click("#toolbar [data-action=highlight]").await?;
    }
    reader.press("/").await?;
    reader.type_into("#search", "عرا").await?;
    reader.until("it is found", "return CSS.highlights.get('found').size > 3").await?;
    reader.ask("document.querySelector('#claims [data-kind=claim] .quote').click(); document.activeElement.blur(); scrollTo(0, 0)").await?;
    let places = "const out = [];
        for (const p of document.querySelectorAll('#article-text p')) for (let i = 0; i < p.firstChild.length; i++) {
          const r = document.createRange(); r.setStart(p.firstChild, i); r.setEnd(p.firstChild, i + 1);
          const b = r.getBoundingClientRect(); out.push([b.left, b.top + scrollY, b.width]);
        }
        return JSON.stringify(out)";
    let marked = (drawn(&reader).await?, reader.ask(places).await?);
    let kinds = "return [...CSS.highlights].filter(([, h]) => h.size > 0).length";
    assert!(reader.ask(kinds).await?.as_u64() >= Some(7), "many kinds of marks at once");
    reader.ask("CSS.highlights.clear()").await?;
    let plain = (drawn(&reader).await?, reader.ask(places).await?);
    assert_eq!(marked.1, plain.1, "letters moved");
    let all: usize =
        plain.0.iter().flat_map(|picture| &picture.pixels).filter(|pixel| is_ink(**pixel)).count();
    assert!(all > 2_000, "{all} pixels of ink");
    assert_eq!(marked.0.len(), plain.0.len());
    for (paragraph, (plain, marked)) in plain.0.iter().zip(&marked.0).enumerate() {
        assert_eq!(marked.width, plain.width);
        let ink = plain.pixels.iter().filter(|pixel| is_ink(**pixel)).count();
        assert!(ink > 100, "{ink} pixels of ink");
        let width = plain.width;
        let pairs = plain.pixels.iter().zip(&marked.pixels).enumerate();
        let changed: Vec<String> = pairs
            .filter(|(_, (plain, marked))| {
                (is_ink(**plain) || is_ink(**marked)) && differ(**plain, **marked) > 8
            })
            .map(|(at, (plain, marked))| {
                format!("({}, {}): {plain:?} became {marked:?}", at % width, at / width)
            })
            .collect();
        assert!(changed.is_empty(), "paragraph {paragraph}, of {ink} pixels of ink: {changed:#?}");
    }
    reader.close().await
}

#[tokio::test]
async fn paper_gets_the_article_its_notes_and_the_board_and_no_tools() -> Result<()> {
    let reader = Browser::new().open().await?;
    reader.drag_over("وكالة الأناضول").await?;
    reader.click("#toolbar [data-action=note]").await?;
    reader.type_into("#margin textarea", "من يرأسها؟").await?;
    reader.press("\u{e00c}").await?;
    reader
        .ask(
            "if (document.documentElement.dataset.theme !== 'dark') document.querySelector('#theme').click()",
        )
        .await?;
    reader.on_paper().await?;
    let shown = "return ['#bar', '#tour', '#legend', '#margin .tabs', '#margin footer', '#names', '.skip', '#article-text', '#claims > .card', '#margin .note', '#board .position']
        .filter(s => { const e = document.querySelector(s); return e && e.getClientRects().length > 0 })";
    assert_eq!(
        reader.ask(shown).await?,
        json!(["#article-text", "#claims > .card", "#margin .note", "#board .position"])
    );
    // The cards follow the article one below the other, dark on light whatever the theme.
    let apart = "const boxes = [...document.querySelectorAll('#claims > .card')].map(c => getComputedStyle(c));
        return boxes.every(s => s.position === 'static') && boxes.length === document.querySelectorAll('#claims > .card').length";
    assert_eq!(reader.ask(apart).await?, json!(true));
    // As high as they are there: the room that they take beside the article would be empty pages.
    let room = "return getComputedStyle(document.querySelector('#claims')).minBlockSize";
    assert_eq!(reader.ask(room).await?, "0px");
    assert_eq!(reader.ask("return getComputedStyle(document.body).color").await?, "rgb(29, 28, 26)");
    // Without colours the sides are told apart by their lines.
    let lines = "return [...new Set([...document.querySelectorAll('#board .position')].map(e => getComputedStyle(e).borderInlineStartStyle))].length > 1";
    assert_eq!(reader.ask(lines).await?, json!(true));
    reader.close().await
}
