//! The board as the reader arranges it, and the dispute by which the article is read.

use journeys::{Browser, Options, Reader, Result, gathered};
use serde_json::json;

/// The questions of the contested issues with how many claims each has.
const ROWS: &str =
    "return [...document.querySelectorAll('#board .issue')].filter(i => i.querySelector('.opposition'))
    .map(i => [i.querySelector('.question').textContent, i.querySelectorAll('[data-kind=claim]').length])";
const FIRST: &str = "#board .issue[data-issue]";
const CLAIM: &str = "#board .issue[data-issue] [data-kind=claim]";

/// Opens the menu of an issue or a claim.
async fn open_menu(reader: &Reader, of: &str) -> Result<()> {
    reader.click(&format!("{of} .menu > summary")).await
}

#[tokio::test]
async fn a_claim_is_moved_to_another_issue_and_back() -> Result<()> {
    let reader = Browser::new().open().await?;
    let before = reader.ask(ROWS).await?;
    let second = reader
        .ask("return [...document.querySelectorAll('#board .issue[data-issue]')][1].dataset.issue")
        .await?;
    let second = second.as_str().ok_or("no second issue")?.to_owned();
    let words = reader.words_of(CLAIM).await?;
    open_menu(&reader, CLAIM).await?;
    reader.click(&format!("{CLAIM} .menu select[name=issue] option[value='{second}']")).await?;
    assert_ne!(reader.ask(ROWS).await?, before);
    let moved = format!("#board [data-issue='{second}'] [data-kind=claim]");
    let there = format!("return [...document.querySelectorAll(\"{moved} .quote\")].map(q => q.textContent)");
    assert!(reader.ask(&there).await?.as_array().is_some_and(|all| all.contains(&json!(words))));
    reader.saved().await?;
    let after = reader.ask(ROWS).await?;
    reader.visit().await?;
    assert_eq!(reader.ask(ROWS).await?, after);
    reader.close().await
}

#[tokio::test]
async fn issues_are_worded_merged_split_and_every_step_taken_back() -> Result<()> {
    let reader = Browser::new().open().await?;
    let before = reader.ask(ROWS).await?;
    open_menu(&reader, &format!("{FIRST} .asks")).await?;
    let question = format!("{FIRST} .menu input[name=question]");
    reader.write_over(&question, "هل ينسحبون؟").await?;
    assert_eq!(reader.ask(ROWS).await?[0][0], "هل ينسحبون؟");
    reader.saved().await?;
    reader.visit().await?;
    assert_eq!(reader.ask(ROWS).await?[0][0], "هل ينسحبون؟");

    open_menu(&reader, &format!("{FIRST} .asks")).await?;
    reader.click(&format!("{FIRST} .asks select[name=merge] option:nth-child(2)")).await?;
    let merged = reader.ask(ROWS).await?;
    assert_eq!(merged.as_array().map(Vec::len), before.as_array().map(|rows| rows.len() - 1));
    reader.click("#undo").await?;
    assert_eq!(reader.ask(ROWS).await?[0][0], "هل ينسحبون؟");

    open_menu(&reader, &format!("{FIRST} .asks")).await?;
    reader.click(&format!("{FIRST} .asks fieldset label:nth-of-type(1) input")).await?;
    reader.click(&format!("{FIRST} .asks [data-action=split]")).await?;
    assert_eq!(reader.count("#board [data-issue^=own-].issue").await?, 1);
    reader.click("#undo").await?;
    assert_eq!(reader.count("#board [data-issue^=own-].issue").await?, 0);
    reader.close().await
}

#[tokio::test]
async fn a_claim_is_added_to_an_issue_from_the_article() -> Result<()> {
    let reader = Browser::new().open().await?;
    let issue = reader.attribute(FIRST, "data-issue").await?.ok_or("no issue")?;
    open_menu(&reader, &format!("{FIRST} .asks")).await?;
    reader.click(&format!("{FIRST} .asks [data-action=add]")).await?;
    reader.drag_over("توتر بين بغداد").await?;
    reader.click("#toolbar [data-action=claim]").await?;
    let card = "#margin .made[data-kind=claim]";
    assert_eq!(reader.attribute(card, "data-issue").await?, Some(issue));
    assert_eq!(reader.count("#notices .notice").await?, 0);
    reader.close().await
}

#[tokio::test]
async fn the_board_is_filtered_and_explains_itself() -> Result<()> {
    let reader = Browser::new().open().await?;
    reader.click("#board .filter select[name=party] option[value=baghdad]").await?;
    assert_eq!(reader.count("#board [data-kind=claim]:not([data-side=baghdad])").await?, 0);
    assert!(reader.count("#board [data-kind=claim]").await? > 3);
    reader.click("#board [data-action=open-filter]").await?;
    assert!(reader.count("#board [data-side=washington]").await? > 0);
    reader.click("#board .chart summary").await?;
    assert!(reader.count("#board .chart tbody tr").await? > 3);
    reader.click("#board .why summary").await?;
    assert!(!reader.read("#board .why li").await?.is_empty());
    reader.click("#board [data-side=baghdad] .quote").await?;
    reader.click("#margin [aria-current] .why summary").await?;
    assert!(reader.count("#margin [aria-current] .why li").await? >= 3);
    reader.close().await
}

#[tokio::test]
async fn the_dispute_is_edited_chosen_taken_in_and_out() -> Result<()> {
    let browser = Browser::new();
    let reader = browser.open().await?;
    reader.click("#board [data-opens=dispute]").await?;
    let name = "[data-party=washington] input[name=party-name]";
    reader.write_over(name, "البيت الأبيض وحلفاؤه").await?;
    assert_eq!(reader.read("#board .parties h3").await?, "البيت الأبيض وحلفاؤه");
    reader.write_over("[data-party=washington] textarea[name=aliases]", "بغداد").await?;
    assert!(reader.read("[data-panel=dispute] .fault").await?.contains("بغداد"));
    reader.click("#undo").await?;
    assert_eq!(reader.read("#board .parties h3").await?, "واشنطن");
    reader.click("#redo").await?;
    reader.saved().await?;
    reader.visit().await?;
    assert_eq!(reader.read("#board .parties h3").await?, "البيت الأبيض وحلفاؤه");

    reader.click("#board [data-opens=dispute]").await?;
    reader.click("[data-action=download-dispute]").await?;
    let file = reader.downloaded(browser.downloads()).await?;
    let dispute = std::fs::read_to_string(&file)?;
    let schema = serde_json::from_str(include_str!("../../../schema/dispute.schema.json"))?;
    jsonschema::validate(&schema, &serde_json::from_str(&dispute)?).map_err(|e| e.to_string())?;
    reader.click("select[name=read-by] option[value='']").await?;
    assert_ne!(reader.read("#board .parties h3").await?, "البيت الأبيض وحلفاؤه");
    reader.give("#import-dispute", &file).await?;
    reader
        .until(
            "it is read by",
            "return document.querySelector('#board .parties h3').textContent === 'البيت الأبيض وحلفاؤه'",
        )
        .await?;

    // It stays in the list when nothing is read by it, and in the next visit, until it is removed.
    let named =
        "return [...document.querySelectorAll('select[name=read-by] option')].map(o => o.textContent)";
    reader.write_over("[data-panel=dispute] input[name=name]", "نزاعي").await?;
    reader.click("select[name=read-by] option[value='']").await?;
    reader.saved().await?;
    reader.another_tab().await?;
    for tab in [1, 0] {
        reader.to_tab(tab).await?;
        if tab == 1 {
            reader.click("#board [data-opens=dispute]").await?;
        }
        let listed = reader.ask(named).await?;
        assert!(listed.as_array().is_some_and(|names| names.contains(&"نزاعي".into())), "{tab}: {listed}");
    }
    let own = "return [...document.querySelectorAll('select[name=read-by] option')].find(o => o.textContent === 'نزاعي').value";
    let own = reader.ask(own).await?.as_str().unwrap_or_default().to_owned();
    assert_eq!(reader.count("[data-action=remove-dispute]").await?, 0);
    reader.click(&format!("select[name=read-by] option[value='{own}']")).await?;
    reader.click("[data-action=remove-dispute]").await?;
    reader.until_count("#notices [data-action=restore]", 1).await?;
    let listed = reader.ask(named).await?;
    assert!(listed[1].as_str().is_some_and(|name| name.starts_with("نزاعي (")), "{listed}");
    reader.click("#undo").await?;
    reader.until_count("#notices .notice", 0).await?;
    reader.until_count("[data-action=remove-dispute]", 1).await?;

    let bad = browser.downloads().join("bad.txt");
    std::fs::write(&bad, r#"{"name": "نزاع", "parties": [{"id": "a", "name": "أ"}]}"#)?;
    reader.give("#import-dispute", &bad).await?;
    reader.until("it is told", "return document.querySelectorAll('#notices .error').length === 1").await?;
    let told = reader.read("#notices .error p").await?;
    assert!(told.contains("parties") && told.contains("طرفين"), "{told}");
    reader.close().await
}

/// What the archive's first question says, cell by cell: the party, and how many statements are drawn.
const CELLS: &str = "return [...document.querySelector('#archive .issue').querySelectorAll('.cell')]
    .map(c => [c.querySelector('h3')?.textContent ?? '', c.querySelectorAll('.position').length])";

#[tokio::test]
async fn a_board_of_many_articles_is_opened_sought_left_for_an_article_and_closed() -> Result<()> {
    let browser = Browser::new();
    let reader = browser.open().await?;
    let seed = reader.article();
    let other = "قال المتحدث باسم البنتاغون إن القوات الأمريكية باقية في العراق.";
    let text = gathered(&[
        ("a-1", "الأولى", "2024-01-09", seed),
        ("a-2", "الثانية", "2024-01-10", seed),
        ("a-3", "الثانية", "2024-02-01", seed),
        ("b", "الثالثة", "2024-03-05", other),
    ]);
    let (file, bad) = (browser.downloads().join("board.json"), browser.downloads().join("bad.json"));
    std::fs::write(&file, &text)?;
    std::fs::write(&bad, text.replacen("\"times\": 3", "\"times\": \"3\"", 1))?;

    // What is wrong is told, and nothing is opened.
    reader.give("#open", &bad).await?;
    reader.until_count("#notices .error", 1).await?;
    let told = reader.read("#notices .error p").await?;
    assert!(told.contains("bad.json") && told.contains("issues[0].positions"), "{told}");
    assert_eq!((reader.count("#archive").await?, reader.count(".places a").await?), (0, 2));
    reader.click("#notices .error button").await?;

    // It stands in the article's place: the parties facing each other, a row a question.
    reader.give("#open", &file).await?;
    reader.until_count("#archive", 1).await?;
    assert_eq!(reader.read("#archive h1").await?, "واشنطن وبغداد");
    assert_eq!((reader.count(".room[hidden]").await?, reader.count("#board").await?), (1, 0));
    assert_eq!(reader.ask("return document.activeElement.id").await?, "archive");
    assert_eq!(reader.ask(&format!("{CELLS}.slice(0, 2).map(c => c[0])")).await?, json!(["واشنطن", "بغداد"]));
    let issues = reader.count("#archive .issue").await?;
    assert!(issues > 2, "{issues}");

    // All is told of a statement: how often, since when, by whom and where.
    assert_eq!(reader.read("#archive [data-action=tell]").await?, "ورد 3 مرات");
    reader.click("#archive [data-action=tell]").await?;
    let all = reader.read("#told").await?;
    for part in ["9 يناير – 1 فبراير 2024", "الثانية (2)، الأولى", "a-1 · a-2 · a-3"]
    {
        assert!(all.contains(part), "{part}: {all}");
    }

    // A party and words are sought.
    let statements = reader.count("#archive .position").await?;
    reader.click("#archive select[name=party] option:nth-child(3)").await?;
    reader.until_count("#archive .side-1.position", 0).await?;
    reader.click("#archive [data-action=open-filter]").await?;
    reader.type_into("#archive [name=archive-words]", "الامريكيه").await?;
    reader
        .until(
            "fewer are shown",
            &format!("return document.querySelectorAll('#archive .position').length < {statements}"),
        )
        .await?;
    assert!(reader.count("#archive .position").await? > 0);
    let written = "const field = document.querySelector('[name=archive-words]'); return [field.value, document.activeElement === field]";
    assert_eq!(reader.ask(written).await?, json!(["الامريكيه", true]));
    reader.type_into("#archive [name=archive-words]", "غير موجود").await?;
    reader.until_count("#archive .empty", 1).await?;
    reader.click("#archive [data-action=open-filter]").await?;
    reader.until_count("#archive .position", statements).await?;

    // The other language says the same.
    reader.click("#language").await?;
    assert_eq!(reader.read("#archive [data-action=tell]").await?, "told 3 times");
    let unsaid = "return [...document.querySelectorAll('#archive *')].filter(e => [...e.childNodes]
        .some(n => n.nodeType === 3 && /[\\u0600-\\u06ff]/.test(n.data)) && e.closest('[lang]').lang !== 'ar').map(e => e.outerHTML)";
    assert_eq!(reader.ask(unsaid).await?, json!([]));
    reader.click("#language").await?;

    // Words that stand in an article here are shown there, and the reader comes back to where he was.
    reader
        .until("the articles are looked through", "return !!document.querySelector('#archive button.quote')")
        .await?;
    let words = reader.read("#archive button.quote").await?;
    reader.click("#archive button.quote").await?;
    reader.until_count("#archive", 0).await?;
    reader.until_count("#claims > [aria-current]", 1).await?;
    assert_eq!(reader.words_of("#claims > [aria-current]").await?, words);
    reader.click(".places [href='#archive']").await?;
    reader.until("he is back", "return document.activeElement.id === 'told'").await?;
    assert_eq!(reader.read("#told .quote").await?, words);

    // On paper there is the board and no tool.
    reader.on_paper().await?;
    let shown = "return ['#archive h1', '#archive .quote', '#archive .filter', '.room', '[data-action=close-archive]']
        .map(s => document.querySelector(s).getClientRects().length > 0)";
    assert_eq!(reader.ask(shown).await?, json!([true, true, false, false, false]));
    reader.tools("Emulation.setEmulatedMedia", json!({"media": ""})).await?;

    reader.click("[data-action=close-archive]").await?;
    reader.until_count("#archive", 0).await?;
    assert_eq!((reader.count(".room:not([hidden])").await?, reader.count(".places a").await?), (1, 2));
    assert_eq!(reader.ask("return document.activeElement.id").await?, "article");

    // Pasted it is known too; it is not kept.
    reader.click("[data-opens=articles]").await?;
    reader
        .ask(&format!("document.querySelector('[data-panel=articles] textarea').value = {}", json!(text)))
        .await?;
    reader.click("[data-action=open-text]").await?;
    reader.until_count("#archive .issue", issues).await?;
    assert_eq!(reader.count("[data-panel]").await?, 0);
    reader.visit().await?;
    assert_eq!(reader.count("#archive, .places [href='#archive']").await?, 0);
    reader.close().await
}

#[tokio::test]
async fn the_names_of_four_parties_stand_within_their_columns_on_any_screen() -> Result<()> {
    let text = "اتهمت وزارة الثروة السمكية الكينية خفر السواحل الصومالي باحتجاز قوارب. ونفى وزير الموانئ الصومالي أن تكون \
                القوارب في مياه كينيا. وناشد رئيس اتحاد الصيادين، علي مبارك، الحكومتين إبعاد الصيادين عن خلافهما. \
                وطالبت رابطة عمال الموانئ المستقلين الحكومتين بوقف احتجاز القوارب.";
    for size in [(1280, 900), (700, 900), (360, 740)] {
        let reader = Browser::with(Options { size, ..Options::default() }).open().await?;
        let open = format!(
            "document.querySelector('[data-opens=articles]').click();
             setTimeout(() => {{
                 document.querySelector('[data-panel=articles] textarea').value = {};
                 document.querySelector('[data-action=open-text]').click();
             }}, 500)",
            json!(text)
        );
        reader.ask(&open).await?;
        reader.until_count(".parties:not(.unanswered *) .party", 4).await?;
        let beyond = "return [...document.querySelectorAll('#board .party')]
            .filter(party => party.scrollWidth > party.clientWidth).map(party => party.textContent)";
        assert_eq!(reader.ask(beyond).await?, json!([]), "{size:?}");
        reader.close().await?;
    }
    Ok(())
}
