//! What shows before the program runs: at a first visit `assets/page/first.html`, which is the page's own first view,
//! taken down from it; later what the reader left. It is gone when the program shows the same.
//!
//! With `MAWQIF_RENEW` set, as `cargo xtask first` does it, it is taken down anew.

use journeys::{Browser, Options, Picture, Reader, Result, differ};
use serde_json::{Value, json};
use std::path::PathBuf;

/// Holds the program back until `go` is called.
const HELD: &str = "const went = new Promise(done => window.go = done);
    for (const way of ['instantiate', 'instantiateStreaming']) {
      const real = WebAssembly[way];
      WebAssembly[way] = async (...asked) => { await went; return real.apply(WebAssembly, asked) };
    }
    window.shifts = [];
    new PerformanceObserver(list => shifts.push(...list.getEntries().map(e => [e.value, ...e.sources.map(s => s.node?.className)])))
      .observe({type: 'layout-shift', buffered: true});";

/// Gives the page as it is drawn, taken down as the page itself does it when it is left.
const TAKE: &str = r"
    const page = document.createElement('div');
    page.append(...first.whole());
    return page.innerHTML.replace(/<(?=(p|li|aside|section|main|article)\b)/g, '\n<').trim() + '\n';";

fn asset() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../assets/page/first.html")
}

#[tokio::test]
async fn what_shows_first_is_what_the_program_draws() -> Result<()> {
    let reader = Browser::new().open().await?;
    let drawn = reader.ask(TAKE).await?;
    let drawn = drawn.as_str().ok_or("nothing is drawn")?;
    if std::env::var_os("MAWQIF_RENEW").is_some() {
        std::fs::write(asset(), drawn)?;
    }
    let known = std::fs::read_to_string(asset())?;
    let same = known.lines().zip(drawn.lines()).take_while(|(known, drawn)| known == drawn).count();
    assert!(
        known == drawn,
        "assets/page/first.html is not what the page draws any more, from its line {} on: `cargo xtask first` takes it down anew",
        same + 1
    );
    reader.close().await
}

/// So much a channel may differ where the edge of something round is drawn again.
const ROUNDING: u8 = 4;

/// Waits for what shows first.
async fn shows(reader: &Reader) -> Result<()> {
    reader.until("something shows", "return document.querySelector('div#first') !== null").await
}

/// The page before its program runs.
async fn held(browser: &Browser) -> Result<Reader> {
    let reader = browser.open_without_waiting().await?;
    shows(&reader).await?;
    Ok(reader)
}

/// Lets the program run.
async fn go(reader: &Reader) -> Result<()> {
    reader.ask("window.go()").await?;
    reader.until("the page is ready", "return document.body.dataset.ready === 'true'").await
}

#[tokio::test]
async fn the_article_shows_with_its_marks_before_the_program_and_nothing_moves_when_it_comes() -> Result<()> {
    for (size, dark) in [((1280, 1000), false), ((1280, 1000), true), ((800, 900), false), ((360, 740), true)]
    {
        let browser = Browser::with(Options { size, dark, sabotage: Some(HELD), ..Options::default() });
        let reader = held(&browser).await?;
        assert_eq!(reader.ask("return document.body.dataset.ready ?? null").await?, json!(null));
        assert_eq!(reader.ask("return shifts").await?, json!([]), "nothing moves in {size:?}");
        let [top, below] = [look(&reader, 0).await?, look(&reader, 700).await?];
        // The driver itself moves the page to take a picture of it.
        reader.ask("shifts.length = 0").await?;
        go(&reader).await?;
        assert_eq!(reader.ask("return shifts").await?, json!([]), "nothing moves in {size:?}");
        assert_eq!(reader.count("#first").await?, 0);
        assert_eq!(reader.ask("return scrollY").await?, json!(700), "the reader stays where he is");
        for (place, before) in [(700, below), (0, top)] {
            let after = look(&reader, place).await?;
            assert_eq!(after.0, before.0, "marks in {size:?}");
            let other = others(&before.1, &after.1);
            assert!(other.is_empty(), "in {size:?}, dark {dark}, at {place}: other pixels at {other:?}");
        }
        reader.close().await?;
    }
    Ok(())
}

/// Where two pictures differ.
fn others(before: &Picture, after: &Picture) -> Vec<(usize, usize)> {
    let pairs = before.pixels.iter().zip(&after.pixels).enumerate();
    let other = pairs.filter(|(_, (before, after))| differ(**before, **after) > ROUNDING);
    other.map(|(at, _)| (at % before.width, at / before.width)).collect()
}

/// How many words are marked, and a picture of the window, at a place of the page.
async fn look(reader: &Reader, place: u32) -> Result<(Value, Picture)> {
    let marks = format!(
        "scrollTo(0, {place});
         // A scroll bar over the page shows how long that is, and the board comes with the program.
         if (innerWidth < 600) document.documentElement.style.scrollbarWidth = 'none';
         // Its picture waits for the program.
         document.querySelectorAll('#theme').forEach(button => button.style.visibility = 'hidden');
         return [...CSS.highlights].map(([name, ranges]) => [name, ranges.size]).filter(([, size]) => size > 0).sort()"
    );
    Ok((reader.ask(&marks).await?, reader.picture("html").await?))
}

/// The page that comes anew, before its program runs.
async fn again(reader: &Reader) -> Result<()> {
    reader.go().await?;
    shows(reader).await
}

#[tokio::test]
async fn whoever_comes_again_sees_first_what_he_left_and_nothing_moves_when_the_program_comes() -> Result<()>
{
    for (size, dark) in [((1280, 1000), false), ((800, 900), true)] {
        let browser = Browser::with(Options { size, dark, sabotage: Some(HELD), ..Options::default() });
        let reader = held(&browser).await?;
        go(&reader).await?;
        reader.click("#tour [data-action=skip]").await?;
        reader.click("#language").await?;
        reader.drag_over("وزارة الدفاع").await?;
        reader.press("h").await?;
        reader.ask("getSelection().removeAllRanges()").await?;
        reader.saved().await?;
        for from in [0, 900] {
            let left = look(&reader, from).await?.0;
            again(&reader).await?;
            assert_eq!(reader.ask("return document.documentElement.lang").await?, json!("en"));
            assert_eq!(reader.ask("return localStorage.getItem('mawqif-view')").await?, json!(null));
            let before = look(&reader, 0).await?;
            assert!(before.0.as_array().is_some_and(|marks| marks.contains(&json!(["own", 1]))), "{left}");
            reader.ask("shifts.length = 0").await?;
            go(&reader).await?;
            assert_eq!(reader.ask("return shifts").await?, json!([]), "nothing moves in {size:?}");
            let after = look(&reader, 0).await?;
            let other = others(&before.1, &after.1);
            assert!(other.is_empty(), "in {size:?}, left at {from}: other pixels at {other:?}");
        }
        reader.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn where_what_was_left_is_not_to_be_had_nothing_shows_first_that_is_not_the_readers() -> Result<()> {
    let browser = Browser::with(Options { sabotage: Some(HELD), ..Options::default() });
    let reader = held(&browser).await?;
    let seen = "const page = document.documentElement;
        return [page.lang, page.dir, page.dataset.theme, document.querySelector('meta[data-scheme=dark]').media,
            [...document.querySelector('#first').children].map(part => part.className), CSS.highlights.size]";
    let breaks = |left: &str| {
        format!(
            "document.addEventListener('visibilitychange', () => localStorage.setItem('mawqif-view', '{left}'))"
        )
    };
    go(&reader).await?;
    reader.click("#tour [data-action=skip]").await?;
    reader.click("#theme").await?;
    reader.saved().await?;
    for left in ["", "{", "null", "7", r#"{"language": "ar"}"#, r#"{"language": "en", "parts": []}"#] {
        reader.ask(&breaks(left)).await?;
        again(&reader).await?;
        assert_eq!(reader.ask(seen).await?, json!(["ar", "rtl", "dark", "all", ["bar"], 0]), "{left}");
        go(&reader).await?;
    }
    reader.click("#language").await?;
    reader.saved().await?;
    reader.ask(&breaks("")).await?;
    again(&reader).await?;
    assert_eq!(reader.ask(seen).await?, json!(["en", "ltr", "dark", "all", [], 0]));
    go(&reader).await?;
    reader.close().await
}
