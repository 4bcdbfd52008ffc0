//! Every hand: the whole way from opening an article to the file, by keyboard alone, by touch alone and by
//! mouse, in both languages; and what is shown as selected is what is annotated.

use journeys::{Browser, Options, Point, Reader, Result};
use mawqif::text::{Document, Span};
use serde_json::{Value, json};
use thirtyfour::Key;

const ESCAPE: &str = "\u{e00c}";
const ENTER: &str = "\u{e007}";
const DOWN: &str = "\u{e015}";

const OTHER: &str = "قال وزير الخارجية التركي إن بلاده ترفض القرار.\n\nونفت أثينا ذلك.";

/// What the way must have led to, whatever hand went it.
async fn arrived(browser: &Browser, reader: &Reader, words: &str) -> Result<()> {
    let file = reader.downloaded(browser.downloads()).await?;
    let value: Value = serde_json::from_str(&std::fs::read_to_string(file)?)?;
    let items = value["first"]["items"].as_array().ok_or("no items")?;
    let one = items.iter().find(|item| item["target"]["selector"][0]["exact"] == words);
    let one = one.ok_or_else(|| format!("no annotation of {words} in {items:?}"))?.to_string();
    for part in ["متحدث باسم الجميع", "يُراجَع لاحقًا", "warn", "baghdad"] {
        assert!(one.contains(part), "{part} in {one}");
    }
    Ok(())
}

async fn speaks(reader: &Reader, english: bool) -> Result<()> {
    let language = reader.ask("return document.documentElement.lang").await?;
    assert_eq!(language, if english { "en" } else { "ar" });
    Ok(())
}

async fn other_is_open(reader: &Reader) -> Result<()> {
    reader
        .until("the other is open", "return document.querySelectorAll('#article-text p').length === 2")
        .await
}

async fn seed_is_open(reader: &Reader) -> Result<()> {
    reader
        .until("the first is open", "return document.querySelectorAll('#article-text p').length === 13")
        .await
}

/// Goes down a list of choices with the arrow key until the wanted one is chosen.
async fn choose_by_key(reader: &Reader, name: &str, value: &str) -> Result<()> {
    reader.tab_to(&format!("#margin .editor [name={name}]")).await?;
    for _ in 0..20 {
        if reader.ask("return document.activeElement.value").await? == json!(value) {
            return Ok(());
        }
        reader.press(DOWN).await?;
    }
    Err(format!("no {value} in {name}").into())
}

async fn the_whole_way_by_keyboard(english: bool) -> Result<()> {
    let browser = Browser::new();
    let reader = browser.open().await?;
    if english {
        reader.tab_to("#language").await?;
        reader.press(ENTER).await?;
    }
    speaks(&reader, english).await?;
    reader.tab_to("[data-opens=articles]").await?;
    reader.press(ENTER).await?;
    reader.tab_to("[data-panel=articles] textarea").await?;
    reader.press(OTHER).await?;
    reader.tab_to("[data-action=open-text]").await?;
    reader.press(ENTER).await?;
    other_is_open(&reader).await?;
    reader.tab_to("[data-opens=articles]").await?;
    reader.press(ENTER).await?;
    reader.tab_to(".shelf li:not([aria-current]) .title").await?;
    reader.press(ENTER).await?;
    seed_is_open(&reader).await?;
    reader.press("/").await?;
    reader.press("امريكيه").await?;
    reader.until("it is found", "return CSS.highlights.get('found').size > 3").await?;
    reader.press(ESCAPE).await?;
    reader.tab_to("#article-text").await?;
    reader.press_often(Key::Left, 1, false).await?;
    reader.press_often(Key::Left, 2, true).await?;
    let words = reader.ask("return getSelection().toString()").await?;
    let words = words.as_str().ok_or("nothing selected")?.to_owned();
    assert_eq!(words, "نفت وزارة الدفاع");
    reader.press("c").await?;
    reader.until("the editor has the focus", "return !!document.activeElement.closest('.editor')").await?;
    reader.press("يُراجَع لاحقًا").await?;
    // The fields before the note are reached the other way round.
    reader.press_often(Key::Tab, 4, true).await?;
    reader.tab_to("#margin .editor [name=speaker]").await?;
    let clear = "document.activeElement.select()";
    reader.ask(clear).await?;
    reader.press("متحدث باسم الجميع").await?;
    choose_by_key(&reader, "side", "baghdad").await?;
    choose_by_key(&reader, "act", "warn").await?;
    reader.press(ESCAPE).await?;
    let made = "#margin .made[data-kind=claim]";
    assert_eq!(reader.words_of(made).await?, words);
    reader.press("x").await?;
    reader.press("n").await?;
    assert_eq!(reader.count(".made").await?, 1, "keys without a meaning here change nothing");
    reader.press_with_control('z').await?;
    assert_ne!(reader.attribute(made, "data-act").await?.as_deref(), Some("warn"));
    reader.press_with_control('y').await?;
    assert_eq!(reader.attribute(made, "data-act").await?.as_deref(), Some("warn"));
    reader.tab_to(".places a:nth-of-type(2)").await?;
    reader.press(ENTER).await?;
    assert_eq!(reader.ask("return document.activeElement.id").await?, "board");
    assert_eq!(
        reader
            .count(&format!(
                "#board [data-kind=claim][data-act=warn][data-start='{}']",
                reader.attribute(made, "data-start").await?.unwrap_or_default()
            ))
            .await?,
        1
    );
    reader.press_with_control('s').await?;
    arrived(&browser, &reader, &words).await?;
    reader.close().await
}

#[tokio::test]
async fn the_whole_way_by_keyboard_in_arabic() -> Result<()> {
    the_whole_way_by_keyboard(false).await
}

#[tokio::test]
async fn the_whole_way_by_keyboard_in_english() -> Result<()> {
    the_whole_way_by_keyboard(true).await
}

/// A finger or a mouse, by the way it presses.
#[derive(Clone, Copy)]
enum Hand {
    Finger,
    Mouse,
}

impl Hand {
    async fn press(self, reader: &Reader, selector: &str) -> Result<()> {
        match self {
            Hand::Finger => reader.tap(selector).await,
            Hand::Mouse => reader.click_at(reader.middle_of(selector).await?).await,
        }
    }
}

async fn the_whole_way_by(hand: Hand, english: bool) -> Result<()> {
    let options = match hand {
        Hand::Finger => Options { size: (412, 860), touch: true, ..Options::default() },
        Hand::Mouse => Options::default(),
    };
    let browser = Browser::with(options);
    let reader = browser.open().await?;
    let there = |selector: &'static str| format!("return !!document.querySelector('{selector}')");
    if english {
        hand.press(&reader, "#language").await?;
    }
    reader
        .until(
            "it speaks",
            &format!("return document.documentElement.lang === '{}'", if english { "en" } else { "ar" }),
        )
        .await?;
    hand.press(&reader, "[data-opens=articles]").await?;
    reader.until("the panel is open", &there("[data-panel=articles] textarea")).await?;
    hand.press(&reader, "[data-panel=articles] textarea").await?;
    reader.press(OTHER).await?;
    hand.press(&reader, "[data-action=open-text]").await?;
    other_is_open(&reader).await?;
    hand.press(&reader, "[data-opens=articles]").await?;
    reader.until("the shelf is there", &there(".shelf li:not([aria-current]) .title")).await?;
    hand.press(&reader, ".shelf li:not([aria-current]) .title").await?;
    seed_is_open(&reader).await?;
    hand.press(&reader, "[data-opens=search]").await?;
    reader.until("the search has the focus", "return document.activeElement.id === 'search'").await?;
    reader.press("امريكيه").await?;
    reader.until("it is found", "return CSS.highlights.get('found').size > 3").await?;
    hand.press(&reader, ".find button:last-child").await?;
    let (words, places) = ("وزارة", reader.edges("وزارة").await?);
    match hand {
        Hand::Finger => {
            let [from, to] = places;
            reader.long_press((f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1))).await?;
        }
        Hand::Mouse => reader.drag(&places).await?,
    }
    reader.until("the toolbar is there", &there("#toolbar")).await?;
    assert_eq!(reader.ask("return getSelection().toString()").await?, words);
    if matches!(hand, Hand::Finger) {
        let small = "return [...document.querySelectorAll('button, select, .button, .places a')].filter(e => e.getClientRects().length)
            .filter(e => e.getBoundingClientRect().height < 44).map(e => e.outerHTML.slice(0, 120))";
        assert_eq!(reader.ask(small).await?, json!([]), "targets for fingers");
        let below = "const t = document.querySelector('#toolbar').getBoundingClientRect(); return Math.abs(t.bottom - innerHeight) < 2";
        assert_eq!(reader.ask(below).await?, json!(true), "the bar is at the bottom");
    }
    hand.press(&reader, "#toolbar [data-action=claim]").await?;
    reader.until("the editor is there", &there("#margin .made .editor")).await?;
    let editor = "#margin .made .editor";
    hand.press(&reader, &format!("{editor} [name=note]")).await?;
    reader.press("يُراجَع لاحقًا").await?;
    hand.press(&reader, &format!("{editor} [name=speaker]")).await?;
    reader.press("متحدث باسم الجميع").await?;
    // A list of choices is drawn by the browser outside the page: it is told what was chosen there.
    reader.click(&format!("{editor} select[name=side] option[value=baghdad]")).await?;
    reader.click(&format!("{editor} select[name=act] option[value=warn]")).await?;
    hand.press(&reader, "#margin .made [data-action=done]").await?;
    let made = "#margin .made[data-kind=claim]";
    assert_eq!(reader.words_of(made).await?, words);
    hand.press(&reader, "#undo").await?;
    reader
        .until("it is undone", &format!("return document.querySelector('{made}').dataset.act !== 'warn'"))
        .await?;
    hand.press(&reader, "#redo").await?;
    reader
        .until("it is done again", &format!("return document.querySelector('{made}').dataset.act === 'warn'"))
        .await?;
    hand.press(&reader, ".places a:nth-of-type(2)").await?;
    hand.press(&reader, "#board [data-kind=claim][data-act=warn] .quote").await?;
    reader
        .until(
            "it is chosen",
            &format!("return document.querySelectorAll('{made}[aria-current]').length === 1"),
        )
        .await?;
    hand.press(&reader, "#download").await?;
    arrived(&browser, &reader, words).await?;
    reader.close().await
}

#[tokio::test]
async fn the_whole_way_by_touch_in_arabic() -> Result<()> {
    the_whole_way_by(Hand::Finger, false).await
}

#[tokio::test]
async fn the_whole_way_by_touch_in_english() -> Result<()> {
    the_whole_way_by(Hand::Finger, true).await
}

#[tokio::test]
async fn the_whole_way_by_mouse_in_arabic() -> Result<()> {
    the_whole_way_by(Hand::Mouse, false).await
}

#[tokio::test]
async fn the_whole_way_by_mouse_in_english() -> Result<()> {
    the_whole_way_by(Hand::Mouse, true).await
}

// ---- selected = annotated --------------------------------------------------------------------------------

/// Lines of Arabic, Latin and numbers, with marks between them.
static MIXED: &str = "أعلنت شركة Apple Inc. في 9 يناير 2024 خطة بقيمة 3.5 مليار دولار (نحو 2,900 مليون يورو) لمشروع iPhone 15 Pro الجديد.\n\n\
    قال المتحدث: «إن طائرات F-16 وصلت من قاعدة Al-Asad عند الساعة 14:30» وفق وكالة Reuters/AFP.\n\n\
    بلغت نسبة النمو 4.2% في الربع Q3 مقابل 3,1٪ في Q2، بحسب تقرير صندوق IMF رقم 12/2024.";

/// Opens the article of mixed lines.
async fn open_mixed(options: Options) -> Result<(Reader, Document)> {
    let browser = Browser::with(options);
    let reader = browser.open().await?;
    let file = browser.downloads().join("mixed.txt");
    std::fs::write(&file, MIXED)?;
    reader.ask("document.querySelector('#tour [data-action=skip]').click()").await?;
    reader.ask("document.querySelector('[data-opens=articles]').click()").await?;
    reader.give("#open", &file).await?;
    reader.until("it is open", "return document.querySelectorAll('#article-text p').length === 3").await?;
    Ok((reader, Document::new(MIXED)))
}

/// So many stretches of one to five words, here and there, the same at every run.
fn stretches(count: usize) -> Vec<Span> {
    let starts = MIXED.split_whitespace().map(|word| word.as_ptr().addr() - MIXED.as_ptr().addr());
    let words: Vec<Span> =
        starts.zip(MIXED.split_whitespace()).map(|(at, word)| Span::of(at..at + word.len())).collect();
    let stretch = |index: usize| {
        let first = index * 7 % words.len();
        let last = (first + index % 5).min(words.len() - 1);
        words[first].join(words[last])
    };
    (0..count).map(stretch).collect()
}

/// What is shown as selected, what was annotated by the key of the toolbar's button, and takes it back.
async fn shown_and_annotated(
    reader: &Reader,
    press: impl AsyncFnOnce(&Reader) -> Result<()>,
) -> Result<(String, String)> {
    reader.until("the toolbar is there", "return !!document.querySelector('#toolbar')").await?;
    let shown = reader.ask("return getSelection().toString()").await?;
    press(reader).await?;
    reader.until("it is annotated", "return !!document.querySelector('#claims > .made')").await?;
    let place = reader
        .ask("const d = document.querySelector('#claims > .made').dataset; return [+d.start, +d.end]")
        .await?;
    let [start, end]: [usize; 2] = serde_json::from_value(place)?;
    let annotated = MIXED.chars().skip(start).take(end - start).collect();
    reader.ask("document.querySelector('#undo').click()").await?;
    reader.until("it is undone", "return !document.querySelector('#claims > .made')").await?;
    Ok((shown.as_str().unwrap_or_default().to_owned(), annotated))
}

/// The words alone: between paragraphs the browser writes its own line breaks.
fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

#[tokio::test]
async fn what_the_mouse_selects_is_annotated_in_lines_of_two_directions() -> Result<()> {
    let (reader, document) = open_mixed(Options::default()).await?;
    let mut exact = 0;
    for span in stretches(90) {
        let [from, to] = reader.edges_of(&document, span).await?;
        reader.drag(&[from, (f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1)), to]).await?;
        let (shown, annotated) = shown_and_annotated(&reader, async |reader: &Reader| {
            reader.click_at(reader.middle_of("#toolbar [data-action=highlight]").await?).await
        })
        .await?;
        assert_eq!(words(&shown), words(&annotated));
        // Where a stretch begins or ends with Latin letters or digits, its edge lies in two places of the line,
        // and the browser takes the one that the mouse comes from.
        let arabic = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && !c.is_ascii());
        let wanted = document.slice(span);
        if arabic(wanted.chars().next()) && arabic(wanted.chars().next_back()) {
            assert_eq!(annotated, wanted);
            exact += 1;
        }
    }
    assert!(exact > 20, "{exact}");
    reader.close().await
}

#[tokio::test]
async fn what_the_keyboard_selects_is_annotated_in_lines_of_two_directions() -> Result<()> {
    let (reader, _document) = open_mixed(Options::default()).await?;
    reader.ask("document.querySelector('#search')?.blur(); document.activeElement.blur()").await?;
    reader.tab_to("#article-text").await?;
    let mut different = 0;
    for index in 0..80 {
        reader.press_often(Key::Left, 1, false).await?;
        let key = if index % 10 == 9 { Key::Down } else { Key::Left };
        reader.press_often(key, 1 + index % 4, true).await?;
        let (shown, annotated) =
            shown_and_annotated(&reader, async |reader: &Reader| reader.press("h").await).await?;
        assert_eq!(words(&shown), words(&annotated));
        different += usize::from(annotated.split_whitespace().count() > 1);
        if index % 20 == 19 {
            reader.press_often(Key::Right, 30, false).await?;
        }
    }
    assert!(different > 60, "{different}");
    reader.close().await
}

#[tokio::test]
async fn what_a_finger_selects_is_annotated_in_lines_of_two_directions() -> Result<()> {
    let options = Options { size: (412, 860), touch: true, ..Options::default() };
    let (reader, document) = open_mixed(options).await?;
    let (mut seen, all) = (0, stretches(40));
    for span in all {
        let word = document.slice(span).split_whitespace().next().unwrap_or_default();
        let word = Span::of(span.start.index()..span.start.index() + word.len());
        let [from, to] = reader.edges_of(&document, word).await?;
        let middle: Point = (f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1));
        reader.long_press(middle).await?;
        let (shown, annotated) = shown_and_annotated(&reader, async |reader: &Reader| {
            reader.tap("#toolbar [data-action=highlight]").await
        })
        .await?;
        assert_eq!(shown, annotated);
        seen += usize::from(document.slice(word).contains(&annotated));
    }
    assert!(seen >= 36, "the word under the finger, {seen} of 40");
    reader.close().await
}

#[tokio::test]
async fn selections_take_in_whole_words_and_leave_out_particles_when_wished() -> Result<()> {
    let reader = Browser::new().open().await?;
    reader.click("[data-opens=settings]").await?;
    reader.click("[name=whole-words]").await?;
    reader.click("[name=bare-words]").await?;
    reader.press(ESCAPE).await?;
    reader.drag_over("وات التحال").await?;
    reader
        .until(
            "whole words are shown, without the particle",
            "return getSelection().toString() === 'قوات التحالف'",
        )
        .await?;
    reader.click("#toolbar [data-action=highlight]").await?;
    assert_eq!(reader.words_of("#margin .made").await?, "قوات التحالف");
    reader.close().await
}
