//! Hostile articles, files and stored values: nothing in them runs, and nothing is asked of another place,
//! with the page's policy and without it.

use journeys::{Browser, Options, Reader, Result};
use serde_json::json;
use std::collections::BTreeSet;

/// Written down before the page's own scripts: what runs that must not, and what the policy had to stop.
const WATCH: &str = "window.ran = []; window.stopped = [];
    window.run = (name) => ran.push(name);
    window.alert = () => ran.push('alert');
    addEventListener('securitypolicyviolation', (event) => stopped.push(`${event.violatedDirective} ${event.blockedURI}`));";

/// Markup that runs in every way that markup can, in a place of text.
fn probes(name: &str) -> String {
    format!(
        "<script>run('{name} script')</script><img src=x onerror=\"run('{name} img')\">\
         <svg onload=\"run('{name} svg')\"></svg><iframe srcdoc=\"<script>parent.run('{name} frame')</script>\"></iframe>\
         \"><body onload=run('{name}')>'><a href=\"javascript:run('{name} link')\">نص</a>{{{{run('{name}')}}}}"
    )
}

/// A collection whose every string is hostile, on an article whose text is.
fn collection() -> String {
    let text = format!("قال الوزير {} إن الوضع هادئ.\n\nونفت بغداد ذلك.\n", probes("text"));
    let sha = mawqif::annotation::DocumentId::of(&text).0;
    let end = text.chars().count();
    json!({
        "@context": ["http://www.w3.org/ns/anno.jsonld", {"mawqif": "https://mawqif.invalid/ns#"}],
        "id": "urn:x:1", "type": "AnnotationCollection", "label": probes("label"), "total": 1,
        "__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}},
        "mawqif:document": {"sha256": sha, "title": probes("title"), "source": probes("source"),
            "address": "javascript:run('address')", "text": text, "language": "ar", "offsetUnit": "code point"},
        "first": {"id": "urn:x:2", "type": "AnnotationPage", "startIndex": 0, "partOf": {"id": "urn:x:1"}, "items": [{
            "@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation",
            "id": "javascript:run('id')", "motivation": "commenting",
            "creator": {"name": probes("creator"), "id": "javascript:run('creator')"},
            "body": [
                {"type": "TextualBody", "purpose": "commenting", "value": probes("note"), "format": "text/html"},
                {"type": "TextualBody", "purpose": "tagging", "value": probes("tag")},
            ],
            "target": {"source": format!("urn:sha256:{sha}"), "selector": [
                {"type": "TextQuoteSelector", "exact": text, "prefix": "", "suffix": ""},
                {"type": "TextPositionSelector", "start": 0, "end": end},
            ]},
        }]},
    })
    .to_string()
}

/// A board of many articles whose every string is hostile.
fn gathered() -> String {
    let tally = |name: &str| json!({probes(name): 2, "__proto__": 1});
    json!({
        "name": probes("board"), "engine": [probes("engine")], "lexicon": [], "articles": 1, "errors": 0,
        "sources": tally("outlet"), "__proto__": {"polluted": true},
        "parties": [{"id": probes("id"), "name": probes("party"), "articles": 1, "claims": 1}],
        "issues": [{"issue": probes("issue"), "question": probes("asked"), "articles": 1, "contests": 0, "positions": [{
            "party": probes("id"), "articles": 1, "times": 1, "acts": {"deny": 1}, "sources": {},
            "claims": [{"text": probes("statement"), "act": "deny", "times": 1, "speakers": tally("speaker"),
                "sources": tally("publisher"), "first": [probes("article"), {"id": probes("object")}]}],
        }]}],
    })
    .to_string()
}

/// Looks at everything there is to see, and presses whatever hostile content might have made.
async fn look_round(reader: &Reader) -> Result<()> {
    for selector in ["#language", "#theme", "[data-opens=search]", "[data-opens=articles]"] {
        reader.click(selector).await?;
    }
    reader
        .ask("document.querySelectorAll('#article-text a, #margin a, #board a').forEach(a => a.click())")
        .await?;
    reader.ask("document.querySelectorAll('#margin .quote, #board .quote').forEach(q => q.click())").await?;
    Ok(())
}

async fn nothing_ran(reader: &Reader, place: &str) -> Result<()> {
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert_eq!(
        reader.ask("return [ran, stopped, {}.polluted ?? null]").await?,
        json!([[], [], null]),
        "{place}"
    );
    let foreign = "return performance.getEntriesByType('resource').map(e => e.name)
        .filter(n => !n.startsWith(location.origin) && !n.startsWith('blob:') && !n.startsWith('data:'))";
    assert_eq!(reader.ask(foreign).await?, json!([]), "{place}");
    Ok(())
}

#[tokio::test]
async fn hostile_content_does_not_run() -> Result<()> {
    for policy in [true, false] {
        let browser =
            Browser::with(Options { sabotage: Some(WATCH), watched: true, policy, ..Options::default() });
        let reader = browser.open().await?;
        nothing_ran(&reader, "the page itself").await?;
        let article = browser.downloads().join(r#"<img src=x onerror="run('file')">.txt"#);
        std::fs::write(&article, format!("{}\n\nقال الوزير إن {}.\n", probes("line"), probes("sentence")))?;
        reader.click("[data-opens=articles]").await?;
        reader.give("#open", &article).await?;
        reader.until_count("#article-text p", 2).await?;
        look_round(&reader).await?;
        nothing_ran(&reader, "an article").await?;
        let dispute = browser.downloads().join("hostile-dispute.json");
        let party =
            |id: &str| json!({"id": id, "name": probes(id), "aliases": [probes(&format!("{id} alias"))]});
        let issue = json!({"id": "i", "question": probes("question"), "words": [probes("word")]});
        let parties =
            json!({"name": probes("dispute"), "parties": [party("a"), party("b")], "issues": [issue]});
        std::fs::write(&dispute, parties.to_string())?;
        reader.click("[data-opens=dispute]").await?;
        reader.give("#import-dispute", &dispute).await?;
        reader.until_count("[data-action=remove-dispute]", 1).await?;
        reader.click("[data-action=remove-dispute]").await?;
        nothing_ran(&reader, "a dispute").await?;
        reader.click("[data-opens=dispute]").await?;
        let board = browser.downloads().join("hostile-board.json");
        std::fs::write(&board, gathered())?;
        reader.give("#open", &board).await?;
        reader.until_count("#archive .position", 1).await?;
        reader.click("#archive [data-action=tell]").await?;
        reader.click("#archive select[name=party] option:nth-child(2)").await?;
        nothing_ran(&reader, "a board of many articles").await?;
        reader.click("[data-action=close-archive]").await?;
        let file = browser.downloads().join("hostile.jsonld");
        std::fs::write(&file, collection())?;
        reader.take_in(&file).await?;
        reader
            .until("it is answered", "return document.querySelectorAll('#notices .notice').length > 0")
            .await?;
        look_round(&reader).await?;
        nothing_ran(&reader, "a file").await?;
        // Stored values are as foreign as files: another page of the same place may have written them.
        let settings = json!({"language": probes("language"), "theme": "\"><script>run('theme')</script>", "hidden": [probes("hidden")], "open": "x"});
        let store = format!(
            "for (const key of Object.keys(localStorage)) localStorage.setItem(key, localStorage.getItem(key).replaceAll('الوزير', `<img src=x onerror=run(1)>`));
             localStorage.setItem('mawqif/1/settings', {});
             localStorage.setItem(`mawqif/1/<img src=x onerror=run('key')>`, `<img src=x onerror=run('value')>`);",
            json!(settings.to_string())
        );
        reader.ask(&store).await?;
        reader.visit().await?;
        look_round(&reader).await?;
        nothing_ran(&reader, "stored values").await?;
        reader.close().await?;
        assert_eq!(browser.asked()?, BTreeSet::new(), "the network, with the policy: {policy}");
    }
    Ok(())
}

/// What the policy must stop, were it ever tried: each of these would run without it.
const TRY_ALL: &str = "
    const tried = (name, attempt) => { try { attempt(); } catch (error) { stopped.push(`${name} ${error.name}`); } };
    const inline = document.createElement('script');
    inline.append(\"run('inline')\");
    document.body.append(inline);
    document.body.append(Object.assign(document.createElement('img'), { src: 'https://example.invalid/x.png' }));
    tried('html', () => { document.body.insertAdjacentHTML('beforeend', \"<img src=x onerror=run('html')>\"); });
    tried('script', () => { document.createElement('script').src = 'https://example.invalid/x.js'; });
    tried('policy', () => { trustedTypes.createPolicy('other', {}); });
    tried('style', () => { const style = document.createElement('style'); style.append('body{color:red}'); document.head.append(style);
        if (!style.sheet || !style.sheet.cssRules.length) throw new TypeError('none'); });
    return Promise.allSettled([fetch('https://example.invalid/')]).then(([answer]) => answer.status);";

#[tokio::test]
async fn the_policy_stops_what_would_run_or_go_elsewhere() -> Result<()> {
    let browser = Browser::with(Options { sabotage: Some(WATCH), ..Options::default() });
    let reader = browser.open().await?;
    assert_eq!(reader.ask(TRY_ALL).await?, json!("rejected"));
    // What is stopped is told a moment later.
    for told in [
        "require-trusted-types-for trusted-types-sink",
        "img-src https://example.invalid/x.png",
        "html TypeError",
        "script TypeError",
        "policy TypeError",
        "style TypeError",
        "connect-src https://example.invalid/",
    ] {
        let is_told = format!("return stopped.join('\\n').includes({})", json!(told));
        reader.until(&format!("it is told: {told}"), &is_told).await?;
    }
    assert_eq!(reader.ask("return ran").await?, json!([]));
    reader.close().await
}

#[tokio::test]
async fn files_that_would_bring_the_tab_down_are_told_and_the_page_lives() -> Result<()> {
    let browser = Browser::new();
    let reader = browser.open().await?;
    let annotation = |n: usize| format!(r#"{{"id":"urn:x:{n}","type":"Annotation","target":"urn:x"}}"#);
    let collection =
        |items: String| format!(r#"{{"type":"AnnotationCollection","first":{{"items":[{items}]}}}}"#);
    let million = (0..1_000_000).map(annotation).collect::<Vec<_>>().join(",");
    for (name, text) in [
        ("deep.json", "[".repeat(5_000_000)),
        ("deep-object.json", r#"{"a":"#.repeat(5_000_000)),
        (
            "deep-body.json",
            collection(format!(
                r#"{{"id":"urn:x","type":"Annotation","target":"urn:x","body":{}}}"#,
                "[".repeat(1_000_000)
            )),
        ),
        ("million.json", collection(million)),
        ("large.json", " ".repeat(100_000_000)),
    ] {
        let file = browser.downloads().join(name);
        std::fs::write(&file, text)?;
        reader.give("#import", &file).await?;
        reader.until_count("#notices .error", 1).await?;
        assert!(reader.read("#notices .error p").await?.contains(name), "{name}");
        reader.click("#notices .error button[title]").await?;
        reader.until_count("#notices .error", 0).await?;
        std::fs::remove_file(&file)?;
    }
    reader.click("#claims > [data-kind=claim] [data-action=accept]").await?;
    reader.saved().await?;
    reader.close().await
}

#[tokio::test]
async fn characters_that_hide_text_are_seen_and_no_place_moves() -> Result<()> {
    let browser = Browser::new();
    let reader = browser.open().await?;
    let text = "قال الوزير إن \u{202e}الوضع هادئ\u{202c}. ونفت \u{e0041}بغداد ذلك.\n";
    let file = browser.downloads().join("turned.txt");
    std::fs::write(&file, text)?;
    reader.click("[data-opens=articles]").await?;
    reader.give("#open", &file).await?;
    reader.until_count("#article-text p", 1).await?;
    let shown = "return document.querySelector('#article-text').textContent";
    assert_eq!(reader.ask(shown).await?, json!("قال الوزير إن �الوضع هادئ�. ونفت ��بغداد ذلك."));
    let units = |words: &str| words.encode_utf16().count();
    let [before, _] =
        text.split_once("بغداد").map(|(before, after)| [before, after]).ok_or("no such words")?;
    let select = format!(
        "const text = document.querySelector('#article-text p').firstChild;
         getSelection().setBaseAndExtent(text, {}, text, {})",
        units(before),
        units(before) + units("بغداد")
    );
    reader.ask(&select).await?;
    reader.click("#toolbar [data-action=highlight]").await?;
    reader.until_count("#margin [data-kind=note]", 1).await?;
    let start = before.chars().count().to_string();
    assert_eq!(reader.attribute("#margin [data-kind=note]", "data-start").await?, Some(start));
    assert_eq!(reader.read("#margin [data-kind=note] .quote").await?, "بغداد");
    reader.close().await
}

/// A word with the rest of its line turned round, and a hidden word in it.
fn turned(word: &str) -> String {
    format!("{word} \u{202e}{word}\u{e0041}\u{e0042}")
}

/// A collection on an article in which every string that the page may draw turns text round and hides some.
fn turned_collection() -> String {
    let text = "قال الوزير \u{202e}الأول إن \u{e0041}الوضع هادئ.\n\nونفت بغداد ذلك.\n";
    let sha = mawqif::annotation::DocumentId::of(text).0;
    let party = |id: &str, name: &str| json!({"id": id, "name": turned(name), "aliases": [turned(&format!("{name} الثاني"))]});
    let dispute = json!({"name": turned("نزاع"), "parties": [party("a", "جهة"), party("b", "طرف")],
        "issues": [{"id": "i", "question": turned("سؤال"), "words": [turned("كلمة")]}]});
    let claim = |id: &str, side: &str, act: &str, other: &str, start: usize, words: &str| {
        json!({
            "@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "id": id, "motivation": "describing",
            "created": "2026-11-24T21:00:00Z", "modified": "2026-11-24T21:00:00Z",
            "body": [
                {"type": "TextualBody", "purpose": "commenting", "value": turned("ملاحظة")},
                {"type": "TextualBody", "purpose": "tagging", "value": turned("وسم")},
            ],
            "mawqif:claim": {"speaker": turned("متحدث"), "via": turned("ناقل"), "cue": turned("قال"), "act": act,
                "form": "indirect", "side": side, "issue": "i",
                "verdict": {"rating": "refuted", "reasoning": turned("حجة"), "sources": [turned("مصدر"), format!("https://example.org/{}", turned("x"))]},
                "links": [{"relation": "contradicts", "claim": other}]},
            "target": {"source": format!("urn:sha256:{sha}"), "selector": [
                {"type": "TextQuoteSelector", "exact": words, "prefix": "", "suffix": ""},
                {"type": "TextPositionSelector", "start": start, "end": start + words.chars().count()},
            ]},
        })
    };
    json!({
        "@context": ["http://www.w3.org/ns/anno.jsonld", {"mawqif": "https://mawqif.invalid/ns#"}],
        "id": "urn:x:1", "type": "AnnotationCollection", "label": turned("عنوان"), "total": 2,
        "mawqif:document": {"sha256": sha, "title": turned("عنوان"), "source": turned("صحيفة"), "text": text,
            "board": {"readBy": {"dispute": dispute}, "chosen": "2026-11-24T21:00:00Z"},
            "language": "ar", "offsetUnit": "code point"},
        "first": {"id": "urn:x:2", "type": "AnnotationPage", "startIndex": 0, "partOf": {"id": "urn:x:1"}, "items": [
            claim("urn:x:3", "a", "affirm", "urn:x:4", 0, "قال الوزير \u{202e}الأول"),
            claim("urn:x:4", "b", "deny", "urn:x:3", 42, "ونفت بغداد"),
        ]},
    })
    .to_string()
}

/// What is drawn anywhere on the page that turns text round or hides it, with the element that it is in.
/// What stands in a field is as it was written, or it would be changed by being looked at.
const UNSEEN: &str = r#"
    const hiding = /[\u202a-\u202e\u2066-\u206f]|\udb40/;
    const found = [];
    if (hiding.test(document.title)) found.push('title');
    for (const element of document.querySelectorAll('body *')) {
        for (const node of element.childNodes)
            if (node.nodeType === 3 && hiding.test(node.data)) found.push(element.outerHTML.slice(0, 160));
        for (const name of ['title', 'aria-label', 'placeholder', 'alt'])
            if (hiding.test(element.getAttribute(name) ?? '')) found.push(`${name} of ${element.outerHTML.slice(0, 160)}`);
    }
    return found;"#;

#[tokio::test]
async fn nothing_that_is_drawn_turns_text_round_or_hides_it() -> Result<()> {
    let browser = Browser::new();
    let reader = browser.open().await?;
    let file = browser.downloads().join(format!("{}.jsonld", turned("ملف")));
    std::fs::write(&file, turned_collection())?;
    reader.take_in(&file).await?;
    reader.until_count("#article-text p", 2).await?;
    reader.until_count("#claims > [data-key=\"urn:x:4\"]", 1).await?;
    assert_eq!(reader.ask(UNSEEN).await?, json!([]), "the article, its cards and its board");
    reader.click("#claims > [data-key=\"urn:x:3\"] .quote").await?;
    assert_eq!(reader.ask(UNSEEN).await?, json!([]), "a chosen card");
    reader.click("#claims > [data-key=\"urn:x:3\"] [data-action=edit]").await?;
    reader.until_count("#claims .editor select[name=link]", 1).await?;
    assert_eq!(reader.ask(UNSEEN).await?, json!([]), "a card that is edited");
    for panel in ["dispute", "articles", "details", "export", "settings"] {
        reader.click(&format!("[data-opens={panel}]")).await?;
        reader.until_count(&format!("[data-panel={panel}]"), 1).await?;
        if panel == "articles" {
            reader.write_over("#library-search", "الوزير").await?;
            reader.until_count(".hits li", 1).await?;
            reader.click("[data-action=rename]").await?;
        }
        assert_eq!(reader.ask(UNSEEN).await?, json!([]), "{panel}");
    }
    // What is told: of a dispute that is removed, of an article that is deleted, of files that are no good.
    reader.click("[data-opens=dispute]").await?;
    reader.click("[data-action=remove-dispute]").await?;
    reader.until_count("#notices .notice", 2).await?;
    let bad = browser.downloads().join(format!("{}.txt", turned("ناقص")));
    std::fs::write(
        &bad,
        format!(r#"{{"name": "ن", "parties": [{{"id": "a", "name": "أ", "{}": 1}}]}}"#, turned("زائد")),
    )?;
    reader.give("#import-dispute", &bad).await?;
    reader.until_count("#notices .error", 1).await?;
    reader.ask("localStorage.setItem('mawqif/1/\u{202e}مفتاح', '\u{202e}قيمة')").await?;
    reader.saved().await?;
    assert_eq!(reader.ask(UNSEEN).await?, json!([]), "what is told");
    reader.visit().await?;
    reader.click("#notices .more summary").await?;
    reader.click("[data-opens=articles]").await?;
    reader.click("[aria-current] [data-action=remove-article]").await?;
    reader.until_count("#notices .notice", 2).await?;
    assert_eq!(reader.ask(UNSEEN).await?, json!([]), "what is told at the start");
    reader.close().await
}
