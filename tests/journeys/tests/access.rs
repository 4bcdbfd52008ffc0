//! Every eye and ear: what a checker of accessibility finds in every state of the page, and what is left of
//! the page when it is enlarged, spaced out, or has nothing to show.

use journeys::{Browser, Options, Reader, Result, open_archive};
use serde_json::{Value, json};
use thirtyfour::Key;

/// Runs axe-core and gives what it finds, a line each.
async fn violations(reader: &Reader) -> Result<Vec<String>> {
    let found = reader
        .ask_later(
            "axe.run(document, {resultTypes: ['violations']}).then(r => done(r.violations.map(v =>
               `${v.id}: ${v.nodes.map(n => n.html.slice(0, 160) + ' ' + (n.any[0]?.message ?? '')).join(' | ')}`)))",
        )
        .await?;
    Ok(serde_json::from_value(found)?)
}

/// The page with the checker in it.
async fn with_checker(reader: &Reader) -> Result<()> {
    let axe =
        std::env::var("MAWQIF_AXE").map_err(|_| "MAWQIF_AXE names axe.min.js; `cargo xtask test` sets it")?;
    let source = std::fs::read_to_string(axe)?;
    reader.ask(&source).await?;
    Ok(())
}

/// Runs a script and lets the page draw what has come of it.
async fn make(reader: &Reader, script: &str) -> Result<()> {
    let drawn = "await new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn)))";
    reader.ask_and_wait(&format!("{script}; {drawn}")).await?;
    Ok(())
}

/// Both languages and both themes of a state, with what is wrong in it.
async fn check(reader: &Reader, state: &str, wrong: &mut Vec<String>) -> Result<()> {
    check_made(reader, state, "", wrong).await
}

/// The same of a state that a script makes anew each time: changing the theme has closed it.
async fn check_made(reader: &Reader, state: &str, made: &str, wrong: &mut Vec<String>) -> Result<()> {
    for _language in 0..2 {
        for _theme in 0..2 {
            make(reader, made).await?;
            let found = violations(reader).await?;
            let dress = reader
                .ask("return document.documentElement.lang + ' ' + document.documentElement.dataset.theme")
                .await?;
            wrong.extend(found.into_iter().map(|line| format!("{state}, {dress}: {line}")));
            reader.ask("document.querySelector('#theme').click()").await?;
        }
        reader.ask("document.querySelector('#language').click()").await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_checker_finds_nothing_in_any_state_language_or_theme() -> Result<()> {
    let browser = Browser::new();
    let reader = browser.open().await?;
    with_checker(&reader).await?;
    let mut wrong = Vec::new();
    check(&reader, "first visit", &mut wrong).await?;
    for step in ["2", "3"] {
        reader.click("#tour [data-action=next]").await?;
        reader.until_count(&format!("#tour[data-step=\"{step}\"]"), 1).await?;
        check(&reader, &format!("step {step} of the first visit"), &mut wrong).await?;
    }
    reader.click("#tour [data-action=next]").await?;
    reader.click("#claims > [data-kind=claim] .quote").await?;
    check(&reader, "claim chosen", &mut wrong).await?;
    reader.click("#claims > [data-kind=claim] [data-action=edit]").await?;
    check(&reader, "claim edited", &mut wrong).await?;
    reader.press("\u{e00c}").await?;
    reader.click("#claims > [data-kind=claim] [data-action=accept]").await?;
    reader.click("#claims > [data-kind=claim]:nth-child(2) [data-action=reject]").await?;
    reader.click("#legend [data-layer=names]").await?;
    check(&reader, "judged", &mut wrong).await?;
    reader.drag_over("وكالة الأناضول").await?;
    check(&reader, "words selected", &mut wrong).await?;
    reader.click("#toolbar [data-action=note]").await?;
    reader.type_into("#margin textarea", "من يرأسها؟").await?;
    reader.press("\u{e00c}").await?;
    for panel in ["articles", "details", "settings", "help"] {
        reader.click(&format!("[data-opens={panel}]")).await?;
        if panel == "articles" {
            reader.type_into("#library-search", "امريكيه").await?;
            reader.until_count(".hits li", 5).await?;
            reader.click(".shelf [data-action=rename]").await?;
        }
        check(&reader, panel, &mut wrong).await?;
        if panel == "articles" {
            reader.press("\u{e00c}").await?;
        }
        reader.press("\u{e00c}").await?;
    }
    reader.press("/").await?;
    reader.type_into("#search", "امريكيه").await?;
    check(&reader, "search", &mut wrong).await?;
    reader.click(".find option[value=pattern]").await?;
    reader.type_into("#search", "(").await?;
    reader.until_count(".find .wrong", 1).await?;
    check(&reader, "wrong pattern", &mut wrong).await?;
    reader.press("\u{e00c}").await?;
    reader.click("#margin .tabs button:nth-of-type(2)").await?;
    check(&reader, "names", &mut wrong).await?;
    let bad = browser.downloads().join("bad.txt");
    std::fs::write(&bad, "{")?;
    reader.give("#import", &bad).await?;
    reader.until("it is told", "return document.querySelectorAll('#notices .error').length === 1").await?;
    check(&reader, "notice", &mut wrong).await?;
    let empty = browser.downloads().join("empty.txt");
    std::fs::write(&empty, "طقس جميل.\n")?;
    reader.click("[data-opens=articles]").await?;
    reader.give("#open", &empty).await?;
    reader.until("it is open", "return document.querySelectorAll('#article-text p').length === 1").await?;
    check(&reader, "empty", &mut wrong).await?;
    open_archive(&browser, &reader).await?;
    check(&reader, "archive", &mut wrong).await?;
    reader.click("#archive [data-action=tell]").await?;
    reader.type_into("#archive [name=archive-words]", "العراق").await?;
    check(&reader, "archive sought", &mut wrong).await?;
    assert!(wrong.is_empty(), "{wrong:#?}");
    reader.close().await
}

/// Files wait for ever where `hold` is set.
const HELD: &str = "const read = Blob.prototype.arrayBuffer;
    Blob.prototype.arrayBuffer = function () { return window.hold ? new Promise(() => {}) : read.call(this) };";

#[tokio::test]
async fn the_checker_finds_nothing_in_what_opens_over_the_page_or_within_it() -> Result<()> {
    let browser = Browser::with(Options { sabotage: Some(HELD), ..Options::default() });
    let reader = browser.open().await?;
    with_checker(&reader).await?;
    let mut wrong = Vec::new();
    reader.click("#tour [data-action=skip]").await?;
    for (state, menu) in [
        ("a claim's menu", "#board [data-kind=claim] .menu"),
        ("an issue's menu", "#board .asks .menu"),
        ("why an issue", "#board .why"),
        ("the chart", "#board .chart"),
    ] {
        let opened = format!("document.querySelector('{menu}').open = true");
        check_made(&reader, state, &opened, &mut wrong).await?;
        reader.ask(&format!("document.querySelector('{menu}').open = false")).await?;
    }
    reader.click("#claims > [data-kind=claim] .quote").await?;
    check_made(&reader, "why a claim", "document.querySelector('#claims .why').open = true", &mut wrong)
        .await?;
    reader.click("#board .filter select[name=party] option[value=baghdad]").await?;
    check(&reader, "a filtered board", &mut wrong).await?;
    reader.click("#board [data-action=open-filter]").await?;
    reader.click("#board [data-opens=dispute]").await?;
    check(&reader, "the dispute", &mut wrong).await?;
    reader.write_over("[data-party=washington] textarea[name=aliases]", "بغداد").await?;
    reader.until_count("[data-panel=dispute] .fault", 1).await?;
    check(&reader, "a faulty dispute", &mut wrong).await?;
    reader.click("#undo").await?;
    reader.press("\u{e00c}").await?;
    reader.click("[data-opens=export]").await?;
    check(&reader, "the formats", &mut wrong).await?;
    reader.press("\u{e00c}").await?;

    reader.drag_over("وكالة الأناضول").await?;
    reader.click("#toolbar [data-action=highlight]").await?;
    let file = reader.download(browser.downloads()).await?;
    reader.click("#undo").await?;
    reader.drag_over("لجنة ثنائية").await?;
    reader.click("#toolbar [data-action=highlight]").await?;
    reader.give("#import", &file).await?;
    reader.until_count("[data-panel=import]", 1).await?;
    check(&reader, "what a file would change", &mut wrong).await?;
    reader.press("\u{e00c}").await?;
    reader.click("[data-opens=articles]").await?;
    reader.type_into("[data-panel=articles] textarea", "شُكّلت لجنة من اثنين.").await?;
    reader.click("[data-action=renew-text]").await?;
    reader.until_count("[data-panel=edition]", 1).await?;
    check(&reader, "a new text", &mut wrong).await?;
    reader.press("\u{e00c}").await?;

    let carried = "const carried = new DataTransfer();
        for (const name of ['one.txt', 'two.txt', 'three.txt']) carried.items.add(new File([`قال ${name} إن الوضع هادئ.`], name));
        const happens = (name) => document.querySelector('main').dispatchEvent(new DragEvent(name, {dataTransfer: carried, bubbles: true, cancelable: true}));";
    reader.ask(&format!("{carried} happens('dragenter')")).await?;
    reader.until_count("[data-dropping]", 1).await?;
    check(&reader, "files over the page", &mut wrong).await?;
    reader.ask(&format!("window.hold = true; {carried} happens('drop')")).await?;
    reader.until_count("#taking progress", 1).await?;
    check(&reader, "files being opened", &mut wrong).await?;
    assert!(wrong.is_empty(), "{wrong:#?}");
    reader.close().await
}

#[tokio::test]
async fn the_checker_finds_nothing_in_forced_colours_and_more_contrast() -> Result<()> {
    for feature in [("forced-colors", "active"), ("prefers-contrast", "more")] {
        let reader = Browser::new().open().await?;
        with_checker(&reader).await?;
        let (name, value) = feature;
        let media = json!({"features": [{"name": name, "value": value}]});
        reader.tools("Emulation.setEmulatedMedia", media).await?;
        assert_eq!(
            reader.ask(&format!("return matchMedia('({name}: {value})').matches")).await?,
            json!(true)
        );
        let mut wrong = Vec::new();
        reader.click("#claims > [data-kind=claim] .quote").await?;
        check(&reader, &format!("{name}, claim chosen"), &mut wrong).await?;
        reader.click("#claims > [data-kind=claim] [data-action=edit]").await?;
        check(&reader, &format!("{name}, claim edited"), &mut wrong).await?;
        reader.click("[data-opens=settings]").await?;
        check(&reader, &format!("{name}, settings"), &mut wrong).await?;
        assert!(wrong.is_empty(), "{wrong:#?}");
        reader.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn nothing_moves_by_itself_where_the_system_wants_it_so() -> Result<()> {
    let reader = Browser::new().open().await?;
    let moving = "const long = times => times.split(',').some(time => parseFloat(time) > 0.01);
        return [...document.querySelectorAll('*')].flatMap(e => [null, '::before', '::after'].map(part => getComputedStyle(e, part)))
          .filter(s => long(s.transitionDuration) || s.animationName !== 'none' || s.scrollBehavior !== 'auto').length";
    assert_ne!(reader.ask(moving).await?, json!(0), "else there is nothing to be seen here");
    let media = json!({"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]});
    reader.tools("Emulation.setEmulatedMedia", media).await?;
    assert_eq!(reader.ask(moving).await?, json!(0));
    reader.close().await
}

#[tokio::test]
async fn where_colours_are_forced_sides_and_states_are_told_apart_by_lines() -> Result<()> {
    let reader = Browser::new().open().await?;
    let media = json!({"features": [{"name": "forced-colors", "value": "active"}]});
    reader.tools("Emulation.setEmulatedMedia", media).await?;
    let lines = "const of = (selector, line) => [...new Set([...document.querySelectorAll(selector)].map(e => getComputedStyle(e)[line]))].length;
        return [of('#claims > .card', 'borderInlineStartStyle'), of('#board .position', 'borderInlineStartStyle'),
            of('#legend .sample', 'textDecorationStyle')].every(kinds => kinds > 1)";
    assert_eq!(reader.ask(lines).await?, json!(true));
    reader.click("#claims > [data-kind=claim] .quote").await?;
    let outlined = "return ['#claims [aria-current]', '#board [aria-current]'].filter(s => getComputedStyle(document.querySelector(s)).outlineStyle !== 'solid')";
    assert_eq!(reader.ask(outlined).await?, json!([]));
    reader.click("#legend [data-layer=names]").await?;
    let off = "return getComputedStyle(document.querySelector('#legend [data-layer=names] .sample')).textDecorationLine";
    assert_eq!(reader.ask(off).await?, "line-through");
    reader.close().await
}

#[tokio::test]
async fn the_checker_finds_nothing_on_a_narrow_screen() -> Result<()> {
    let browser = Browser::with(Options { size: (360, 740), touch: true, ..Options::default() });
    let reader = browser.open().await?;
    with_checker(&reader).await?;
    let mut wrong = Vec::new();
    check(&reader, "narrow", &mut wrong).await?;
    reader.tap("#margin .tabs button").await?;
    check(&reader, "narrow, list open", &mut wrong).await?;
    reader.tap("#margin .shut").await?;
    reader.tap("#board [data-kind=claim] .quote").await?;
    check(&reader, "narrow, claim chosen", &mut wrong).await?;
    reader.tap("#margin .shut").await?;
    reader.tap(".rest summary").await?;
    reader.until_count(".rest[open]", 1).await?;
    check(&reader, "narrow, more tools", &mut wrong).await?;
    reader.tap(".rest ~ [data-opens=settings]").await?;
    check(&reader, "narrow, settings", &mut wrong).await?;
    assert!(wrong.is_empty(), "{wrong:#?}");
    reader.close().await
}

/// What is cut off or makes the page scroll sideways.
const LOST: &str = "
    const lost = [];
    if (document.documentElement.scrollWidth > innerWidth) lost.push(`page ${document.documentElement.scrollWidth}`);
    for (const e of document.querySelectorAll('#app *')) {
      const s = getComputedStyle(e);
      // A table may scroll in a box of its own (WCAG 1.4.10), if the keyboard reaches that box.
      if (s.clipPath !== 'none' || e.closest('.unseen, svg, [hidden], [tabindex=\"0\"]:has(> table)')) continue;
      // A field scrolls what is typed into it by itself.
      const cut = e.tagName !== 'INPUT' && s.overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1;
      const box = e.getBoundingClientRect();
      const out = box.width > 0 && (box.right > innerWidth + 1 || box.left < -1);
      if (cut || out) lost.push(`${e.tagName}.${e.className}#${e.id}`);
    }
    return lost";

#[tokio::test]
async fn enlarged_fourfold_and_spaced_out_nothing_is_lost() -> Result<()> {
    // 1280 pixels at 400 % are 320.
    let browser = Browser::with(Options { size: (320, 640), ..Options::default() });
    let reader = browser.open().await?;
    let space = "const style = document.createElement('style');
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }');
        document.adoptedStyleSheets = [sheet]";
    for spaced in [false, true] {
        if spaced {
            reader.ask(space).await?;
        }
        for language in ["ar", "en"] {
            assert_eq!(reader.ask("return document.documentElement.lang").await?, json!(language));
            for panel in ["articles", "details", "settings", "help", "export", "dispute", "search"] {
                reader.ask(&format!("document.querySelector('[data-opens={panel}]').click()")).await?;
                assert_eq!(reader.ask(LOST).await?, json!([]), "{panel} {language} spaced: {spaced}");
            }
            reader.press("\u{e00c}").await?;
            for opened in [".rest", "#board [data-kind=claim] .menu", "#board .asks .menu", "#board .chart"] {
                make(&reader, &format!("document.querySelector('{opened}').open = true")).await?;
                assert_eq!(reader.ask(LOST).await?, json!([]), "{opened} {language} spaced: {spaced}");
                reader.ask(&format!("document.querySelector('{opened}').open = false")).await?;
            }
            open_archive(&browser, &reader).await?;
            make(&reader, "document.querySelector('#archive [data-action=tell]').click()").await?;
            assert_eq!(reader.ask(LOST).await?, json!([]), "archive {language} spaced: {spaced}");
            reader.click("[data-action=close-archive]").await?;
            reader.ask("document.querySelector('#language').click()").await?;
        }
    }
    reader.close().await
}

#[tokio::test]
async fn cards_stay_apart_when_the_reader_spaces_the_text_out() -> Result<()> {
    let reader = Browser::new().open().await?;
    let space = "const sheet = new CSSStyleSheet();
        sheet.replaceSync('* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }');
        document.adoptedStyleSheets = [sheet]";
    reader.ask(space).await?;
    let apart =
        "const boxes = [...document.querySelectorAll('#claims > .card')].map(c => c.getBoundingClientRect());
        return boxes.every((b, i) => i === 0 || b.top >= boxes[i - 1].bottom - 1)";
    reader.until("the cards are apart", apart).await?;
    reader.close().await
}

#[tokio::test]
async fn the_parts_of_the_page_have_their_places_and_names() -> Result<()> {
    let reader = Browser::new().open().await?;
    let parts: Value = reader
        .ask(
            "return ['header', 'nav', 'main', 'aside', 'h1', '#board h2', '#margin h2', '#save-state[role=status]',
               '#claims > li .quote', '#names > li .quote'].filter(s => !document.querySelector(s))",
        )
        .await?;
    assert_eq!(parts, json!([]));
    let order = "return ['#claims', '#names'].every(list => {
        const starts = [...document.querySelectorAll(list + ' > [data-start]')].map(e => +e.dataset.start);
        return starts.length > 5 && starts.every((s, i) => i === 0 || s >= starts[i - 1]);
      })";
    assert_eq!(reader.ask(order).await?, json!(true));
    reader.click("#language").await?;
    // Arabic words within the English interface say that they are Arabic.
    let unsaid = "const lost = [];
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) {
          const e = walk.currentNode.parentElement;
          if (!walk.currentNode.parentElement.closest('noscript') && /[\\u0600-\\u06ff]/.test(walk.currentNode.data) && e.closest('[lang]').lang !== 'ar') lost.push(e.outerHTML.slice(0, 200));
        }
        return lost";
    assert_eq!(reader.ask(unsaid).await?, json!([]));
    reader.close().await
}

#[tokio::test]
async fn the_focus_is_never_lost() -> Result<()> {
    let reader = Browser::new().open().await?;
    let focus = "const a = document.activeElement; return a.tagName === 'BODY' ? 'lost' : (a.closest('[data-key]') ? 'card ' : '') + (a.dataset.action ?? a.id ?? a.className)";
    let press = |selector: &'static str| {
        format!("const e = document.querySelector('{selector}'); e.focus(); e.click()")
    };
    let first = "#claims > [data-kind=claim]";
    for action in ["accept", "reject", "delete", "accept", "edit"] {
        let selector: &'static str = match action {
            "accept" => "#claims > [data-kind=claim] [data-action=accept]",
            "reject" => "#claims > [data-kind=claim] [data-action=reject]",
            "delete" => "#claims > [data-kind=claim] [data-action=delete]",
            _ => "#claims > [data-kind=claim] [data-action=edit]",
        };
        reader.ask(&press(selector)).await?;
        let now = reader.ask(focus).await?;
        assert!(now.as_str().is_some_and(|now| now.starts_with("card")), "{action}: {now}");
    }
    reader.press("\u{e00c}").await?;
    let now = reader.ask(focus).await?;
    assert!(now.as_str().is_some_and(|now| now.starts_with("card")), "done: {now}");
    for panel in ["articles", "details", "settings", "help", "search"] {
        reader
            .ask(&format!("const e = document.querySelector('[data-opens={panel}]'); e.focus(); e.click()"))
            .await?;
        assert_ne!(reader.ask(focus).await?, "lost", "{panel} opened");
        reader.press("\u{e00c}").await?;
        let back = "return document.activeElement.dataset.opens ?? 'lost'";
        assert_eq!(reader.ask(back).await?, panel, "{panel} closed");
    }
    while reader.ask("return document.querySelector('#undo').disabled").await? == json!(false) {
        reader.ask(&press("#undo")).await?;
    }
    assert_eq!(reader.ask(focus).await?, "redo");
    assert_eq!(reader.count(&format!("{first} .state")).await?, 0);
    reader.close().await
}

#[tokio::test]
async fn whoever_goes_through_the_page_by_the_tab_key_always_sees_where_he_is() -> Result<()> {
    for size in [(1280, 900), (800, 900), (360, 740)] {
        let browser = Browser::with(Options { size, ..Options::default() });
        let reader = browser.open().await?;
        let seen = "const active = document.activeElement;
            if (active.tagName === 'BODY') return null;
            const shown = active.closest('.button') ?? active;
            const style = getComputedStyle(shown), box = shown.getBoundingClientRect();
            const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2;
            const top = document.elementFromPoint(middle(box.left, box.right, innerWidth), middle(box.top, box.bottom, innerHeight));
            const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
            return outlined && (shown.contains(top) || top?.contains(shown)) ? '' : shown.outerHTML.slice(0, 160)";
        for step in 0..150 {
            if step == 90 {
                open_archive(&browser, &reader).await?;
            }
            reader.press_often(Key::Tab, 1, false).await?;
            let hidden = reader.ask(seen).await?;
            if hidden.is_null() {
                break;
            }
            assert_eq!(hidden, "", "step {step} in {size:?}");
        }
        reader.close().await?;
    }
    Ok(())
}
