//! The formats of other tools: what goes out has the tool's documented shape, what comes in is understood,
//! and neither can be made to panic or to carry markup.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test that fails says so by panicking")]

#[path = "support/workspaces.rs"]
mod workspaces;

use mawqif::analysis::{Act, EntityKind};
use mawqif::annotation::{
    Annotation, AnnotationId, Article, ClaimFields, Content, Decision, EntityFields, Judgement, Link,
    Relation, Target, Timestamp, Workspace,
};
use mawqif::exchange::{
    Collection, Format, MAX_ANNOTATIONS, MAX_ARTICLES, Problem, check, export, import, read, w3c,
};
use mawqif::text::{Document, Span};
use proptest::prelude::*;
use serde_json::{Value, json};
use workspaces::workspace;

fn out(format: Format, workspace: &Workspace) -> String {
    let export = export(format, &Collection::of(workspace), None).unwrap();
    String::from_utf8(export.files[0].bytes.clone()).unwrap()
}

fn only(format: Format, text: &str) -> Collection {
    let mut collections = read(format, text.as_bytes()).unwrap();
    assert_eq!(collections.len(), 1, "{text}");
    collections.remove(0)
}

fn valid(file: &str) -> Result<(), TestCaseError> {
    let schema: Value = serde_json::from_str(include_str!("../schema/annotations.schema.json")).unwrap();
    let written = serde_json::from_str(file).unwrap();
    jsonschema::validate(&schema, &written)
        .map_err(|e| TestCaseError::fail(format!("{}: {e}\n{file}", e.instance_path())))
}

/// What a tool that holds places with labels can hold of a workspace: id, place and label of what stands
/// and was not rejected.
fn held(annotations: &[Annotation]) -> Vec<(String, u32, u32, String)> {
    let stands = |a: &&Annotation| {
        !a.target.quote.exact.is_empty()
            && a.judgement.as_ref().is_none_or(|j| j.decision != Decision::Rejected)
    };
    let label = |a: &Annotation| match &a.content {
        Content::Claim(claim) => format!("claim {:?}", claim.act),
        Content::Entity(entity) => format!("{:?}", entity.kind),
        Content::Note => "note".into(),
        Content::Highlight => a.tags.first().cloned().unwrap_or_else(|| "highlight".into()),
    };
    let place = |a: &Annotation| (a.target.position.start.0, a.target.position.end.0);
    let mut held: Vec<_> = annotations
        .iter()
        .filter(stands)
        .map(|a| (a.id.0.clone(), place(a).0, place(a).1, label(a)))
        .collect();
    held.sort();
    held
}

/// A workspace that labels can tell: a highlight whose first tag is a label that means something cannot be
/// told from what it means, and brat has no place for the line end before or after words.
fn plain(workspace: &Workspace) -> Workspace {
    let mut annotations: Vec<Annotation> = workspace.annotations().values().cloned().collect();
    annotations.retain(|a| a.target.quote.exact.trim_matches('\n') == a.target.quote.exact);
    for annotation in &mut annotations {
        annotation.tags = annotation.tags.iter().map(|tag| format!("وسم{}", tag.trim())).collect();
    }
    Workspace::new(workspace.article().clone(), annotations)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_went_out_comes_back(before in workspace()) {
        let before = plain(&before);
        let mine: Vec<Annotation> = before.annotations().values().cloned().collect();
        for format in [Format::Doccano, Format::LabelStudio, Format::Brat] {
            let file = out(format, &before);
            let mut back = only(format, &file);
            prop_assert_eq!(back.article.is_none(), format == Format::Brat);
            if back.article.is_none() {
                back.lay_on(before.article());
            }
            let name = format.name();
            prop_assert_eq!(held(&back.annotations), held(&mine), "{}\n{}", name, file);
            valid(&w3c::write_collection(&back))?;
            let again = read(format, file.as_bytes()).unwrap();
            let mut once = Workspace::new(before.article().clone(), []);
            once.apply(import::plan(&once, &again[0]).edit).unwrap();
            prop_assert!(import::plan(&once, &again[0]).edit.changes.is_empty(), "{} twice", name);
        }
    }

    #[test]
    fn inception_is_given_what_stands_in_fields_that_it_knows(before in workspace()) {
        let annotations: Vec<Annotation> = before.annotations().values().cloned().collect();
        let standing = held(&annotations);
        let cas: Value = serde_json::from_str(&out(Format::Inception, &before)).unwrap();
        let structures = cas["%FEATURE_STRUCTURES"].as_array().unwrap();
        for was in annotations.iter().filter(|was| standing.iter().any(|(id, ..)| *id == was.id.0)) {
            let (layer, field, value) = match &was.content {
                Content::Claim(claim) => ("webanno.custom.Claim", "act", json!(claim.act)),
                Content::Entity(entity) => {
                    ("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity", "value", json!(entity.kind))
                }
                Content::Highlight | Content::Note => ("webanno.custom.Remark", "iri", json!(was.id)),
            };
            let given = structures.iter().find(|one| one["iri"] == was.id.0.as_str()).unwrap();
            prop_assert_eq!(&given["%TYPE"], layer);
            prop_assert_eq!(&given[field], &value);
            prop_assert_eq!(given["note"].as_str().unwrap_or_default(), &was.note);
            let own = |name: &&String| !name.starts_with(['%', '@']) && *name != "begin" && *name != "end";
            for name in given.as_object().unwrap().keys().filter(own) {
                prop_assert!(cas["%TYPES"][layer].get(name).is_some(), "{layer} has no {name}");
            }
        }
    }

    #[test]
    fn hypothesis_gives_claims_and_notes_back(before in workspace()) {
        let back = only(Format::Hypothesis, &out(Format::Hypothesis, &before));
        for annotation in &back.annotations {
            let was = &before.annotations()[&annotation.id];
            prop_assert_eq!(&annotation.note, &was.note);
            prop_assert_eq!(&annotation.tags, &was.tags);
            prop_assert_eq!(&annotation.target.quote, &was.target.quote);
            if matches!(was.content, Content::Claim(_) | Content::Entity(_)) {
                prop_assert_eq!(&annotation.content, &was.content);
            }
        }
    }

    #[test]
    fn every_format_can_be_written(before in workspace()) {
        for format in Format::ALL {
            let file = out(format, &before);
            match format {
                Format::Csv => {
                    let marked = file.starts_with('\u{feff}');
                    prop_assert!(marked);
                    let rows = rows(&file);
                    prop_assert_eq!(rows.len(), before.annotations().len() + 1);
                    prop_assert!(rows.iter().all(|row| row.len() == rows[0].len()));
                    for cell in rows.iter().flatten() {
                        let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
                        prop_assert!(!formula || cell.parse::<f64>().is_ok(), "{}", cell);
                    }
                }
                Format::Brat | Format::Html => {}
                Format::Doccano => prop_assert_eq!(file.lines().count(), 1),
                _ => drop(serde_json::from_str::<Value>(&file).unwrap()),
            }
            if format.reads() {
                prop_assert_eq!(Format::guess(&file), if file.is_empty() { Format::W3c } else { format });
            }
        }
    }

    #[test]
    fn the_report_carries_no_markup_of_others(before in workspace()) {
        let html = out(Format::Html, &before);
        for tag in html.split('<').skip(1) {
            let name: String =
                tag.trim_start_matches('/').chars().take_while(|c| c.is_ascii_alphanumeric()).collect();
            let known = [
                "", "html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "h3", "h4", "p", "span",
                "time", "a", "ul", "ol", "li", "main", "article", "section", "div", "small", "b", "bdi", "dl",
                "dt", "dd", "blockquote", "footer",
            ];
            prop_assert!(known.contains(&name.as_str()), "{}", tag);
        }
        prop_assert!(!html.contains("javascript:alert") || !html.contains("href=\"javascript"));
        prop_assert!(!html.chars().any(mawqif::text::is_hiding));
    }

    #[test]
    fn every_jump_of_the_report_leads_somewhere(before in workspace()) {
        let html = out(Format::Html, &before);
        for jump in html.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
            let place = html.contains(&format!("id=\"{jump}\""));
            prop_assert!(place, "{} is nowhere", jump);
        }
    }

    #[test]
    fn any_text_is_read_or_refused_in_every_format(text in "\\PC{0,120}") {
        any_format(&text);
    }

    #[test]
    fn a_spoilt_file_is_read_or_refused(before in workspace(), at in any::<prop::sample::Index>(), with in "[\\PC\n\t]{0,4}") {
        for format in [Format::Brat, Format::Doccano, Format::LabelStudio, Format::Hypothesis] {
            let file = out(format, &before);
            let places: Vec<usize> = file.char_indices().map(|(i, _)| i).chain([file.len()]).collect();
            let place = *at.get(&places);
            let next = places.iter().find(|p| **p > place).copied().unwrap_or(file.len());
            any_format(&format!("{}{with}{}", &file[..place], &file[next..]));
            any_format(&file[..place]);
        }
    }
}

/// Reads the text in every format; what is read can be taken in and written.
fn any_format(text: &str) {
    for format in Format::ALL.into_iter().filter(|format| format.reads()) {
        for collection in read(format, text.as_bytes()).unwrap_or_default() {
            let here = Workspace::new(Article::seed(), []);
            let mut after = here.clone();
            after.apply(import::plan(&here, &collection).edit).unwrap();
            let file = w3c::write(&after);
            valid(&file).unwrap();
            after.undo().unwrap();
            assert_eq!(after.annotations(), here.annotations());
        }
        let _ = check(format, text.as_bytes());
    }
}

/// The cells of a table after RFC 4180.
fn rows(table: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut characters = table.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {
                assert_eq!(characters.next(), Some('\n'));
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            other => cell.push(other),
        }
    }
    assert!(!quoted && row.is_empty() && cell.is_empty());
    rows
}

fn claim(annotation: &Annotation) -> &mawqif::annotation::ClaimFields {
    match &annotation.content {
        Content::Claim(claim) => claim,
        other => panic!("{other:?}"),
    }
}

fn kind(annotation: &Annotation) -> EntityKind {
    match &annotation.content {
        Content::Entity(entity) => entity.kind,
        other => panic!("{other:?}"),
    }
}

#[test]
fn doccano_lines_are_read() {
    let file = concat!(
        r#"{"id": 7, "text": "قال الوزير 😀 إن الاجتماع ناجح", "label": [[4, 10, "PER"], [13, 29, "CLAIM"]], "Comments": []}"#,
        "\n\n",
        r#"{"id": 8, "text": "نفت بغداد ذلك", "Comments": [], "entities": [{"id": 1, "label": "GPE", "start_offset": 4, "end_offset": 9}, {"id": 2, "label": "claim-deny", "start_offset": 0, "end_offset": 13}], "relations": [{"id": 5, "from_id": 2, "to_id": 2, "type": "Repeats"}]}"#,
        "\n",
    );
    let both = read(Format::Doccano, file.as_bytes()).unwrap();
    let words =
        |c: &Collection| c.annotations.iter().map(|a| a.target.quote.exact.clone()).collect::<Vec<_>>();
    assert_eq!(words(&both[0]), ["الوزير", "إن الاجتماع ناجح"]);
    assert_eq!(kind(&both[0].annotations[0]), EntityKind::Person);
    assert_eq!(words(&both[1]), ["بغداد", "نفت بغداد ذلك"]);
    assert_eq!(claim(&both[1].annotations[1]).act, Act::Deny);
    assert_eq!(claim(&both[1].annotations[1]).links.len(), 1);
    assert_eq!(Format::guess(file), Format::Doccano);
}

#[test]
fn brat_files_are_read() {
    let ann = "T1\tPerson 4 10\tالوزير\nE1\tSay:T2 Who:T1\nT2\tclaim-affirm 11 17;18 27\tإن الاجتماع ناجح\nA1\tNegated T2\nM1\tCertainty T2 high\n#1\tAnnotatorNotes T1\tسطر\\nآخر\nN1\tReference T1 Wiki:1\tx\n*\tEquiv T1 T2\nR1\tsupports Arg1:T2 Arg2:T2\t\n";
    let mut collection = only(Format::Brat, ann);
    assert_eq!(Format::guess(ann), Format::Brat);
    collection.lay_on(&Article::new("قال الوزير إن الاجتماع ناجح"));
    let [person, claim_made] = collection.annotations.as_slice() else { panic!("{collection:?}") };
    assert_eq!(
        (kind(person), person.note.as_str(), person.target.quote.prefix.as_str()),
        (EntityKind::Person, "سطر\nآخر", "قال ")
    );
    assert_eq!(claim_made.target.quote.exact, "إن الاجتماع ناجح");
    assert_eq!(claim_made.tags, ["Negated", "Certainty=high"]);
    assert_eq!(claim(claim_made).links[0].claim, claim_made.id);
}

#[test]
fn label_studio_tasks_are_read() {
    let file = r#"[{"id": 1, "project": 83, "data": {"text": "قال الوزير إن الاجتماع ناجح"}, "predictions": [],
      "annotations": [{"id": 1001, "was_cancelled": false, "completed_by": 10, "result": [
        {"value": {"start": 4, "end": 10, "text": "الوزير", "labels": ["PER"]}, "id": "Dx_aB91ISN", "from_name": "label", "to_name": "text", "type": "labels", "origin": "manual", "meta": {"text": ["من هو؟"]}},
        {"value": {"start": 11, "end": 27, "labels": ["claim-affirm"]}, "id": "b", "from_name": "label", "to_name": "text", "type": "labels"},
        {"value": {"choices": ["خبر"]}, "id": "c", "from_name": "c", "to_name": "text", "type": "choices"},
        {"from_id": "b", "to_id": "b", "type": "relation", "direction": "right", "labels": ["contradicts"]}]},
        {"was_cancelled": true, "result": [{"value": {"start": 0, "end": 3, "labels": ["PER"]}, "type": "labels"}]}]}]"#;
    assert_eq!(Format::guess(file), Format::LabelStudio);
    let collection = only(Format::LabelStudio, file);
    let [person, claim_made] = collection.annotations.as_slice() else { panic!("{collection:?}") };
    assert_eq!((kind(person), person.note.as_str()), (EntityKind::Person, "من هو؟"));
    assert_eq!(claim(claim_made).links[0].claim, claim_made.id);
}

#[test]
fn hypothesis_answers_are_read() {
    let file = r#"{"total": 3, "rows": [
      {"id": "Vw1k", "created": "2024-01-09T10:00:00.123456+00:00", "updated": "2024-01-09T11:00:00+00:00", "user": "acct:qari@hypothes.is", "uri": "https://example.org/a", "text": "رأي", "tags": ["مهم"], "group": "__world__", "permissions": {"read": ["group:__world__"]},
       "target": [{"source": "https://example.org/a", "selector": [{"type": "RangeSelector", "startContainer": "/p[1]", "endContainer": "/p[1]", "startOffset": 0, "endOffset": 16}, {"type": "TextPositionSelector", "start": 900, "end": 916}, {"type": "TextQuoteSelector", "exact": "نفت وزارة الدفاع", "prefix": "", "suffix": " الأمريكية"}]}], "links": {}, "document": {"title": ["خبر"]}},
      {"id": "Zz9", "created": "2024-01-09T12:00:00+00:00", "updated": "2024-01-09T12:00:00+00:00", "user": "acct:b@hypothes.is", "uri": "https://example.org/a", "text": "جواب", "tags": [], "references": ["Vw1k"], "target": [{"source": "https://example.org/a"}]},
      {"id": "Hh0", "created": "2024-01-09T10:00:00+00:00", "updated": "2024-01-09T10:00:00+00:00", "user": "acct:b@hypothes.is", "uri": "https://example.org/a", "text": "", "tags": [], "target": [{"source": "https://example.org/a", "selector": [{"type": "TextQuoteSelector", "exact": "الدفاع", "prefix": "نفت وزارة ", "suffix": " الأمريكية"}]}]}]}"#;
    assert_eq!(Format::guess(file), Format::Hypothesis);
    let mut collection = only(Format::Hypothesis, file);
    collection.lay_on(&Article::seed());
    let [note, highlight] = collection.annotations.as_slice() else { panic!("{collection:?}") };
    assert_eq!((note.id.0.as_str(), note.note.as_str()), ("https://hypothes.is/a/Vw1k", "رأي\nجواب"));
    assert_eq!(note.created.0, "2024-01-09T10:00:00.123456Z");
    assert_eq!((note.target.position.start.0, note.target.position.end.0), (0, 16));
    assert_eq!(highlight.content, Content::Highlight);
    valid(&w3c::write_collection(&collection)).unwrap();
}

/// Where each looked through all before it, these would take minutes.
#[test]
fn what_repeats_itself_is_read() {
    let spans = vec![r#"[0,3,"PER"]"#; 20_000].join(",");
    let rows = |row: fn(usize) -> String| (0..20_000).map(row).collect::<Vec<_>>().join(",");
    let first = rows(|n| format!(r#"{{"id":"a{n}"}}"#));
    let answers = rows(|n| format!(r#"{{"id":"b{n}","text":"نعم","references":["a{}"]}}"#, 20_000 - n));
    let tags = rows(|n| format!(r#""{n}""#));
    for (format, file) in [
        (Format::Doccano, format!(r#"{{"text":"نصوص","label":[{spans}]}}"#)),
        (Format::Hypothesis, format!(r#"{{"rows":[{first},{answers}]}}"#)),
        (
            Format::LabelStudio,
            format!(
                r#"[{{"data":{{"text":"نصوص"}},"annotations":[{{"result":[{{"value":{{"start":0,"end":3,"labels":["PER"]}},"meta":{{"tags":[{tags}]}}}}]}}]}}]"#
            ),
        ),
        (Format::Brat, format!("T1\tPER 0 3\tنصو\n{}", "#1\tAnnotatorNotes T1\tملاحظة\n".repeat(200_000))),
    ] {
        read(format, file.as_bytes()).unwrap();
    }
}

#[test]
fn what_would_bring_a_tab_down_is_refused_in_every_format() {
    let line =
        |spans: usize| format!("{{\"text\":\"نص\",\"label\":[{}]}}\n", vec![r#"[0,1,"P"]"#; spans].join(","));
    let task = r#"{"data":{"text":"نص"},"annotations":[{"result":[]}]}"#;
    let mark = |n: usize| format!("T{n}\tPER 0 1\tن\n");
    let row = |n: usize| format!(r#"{{"id":"{n}","target":[]}}"#);
    let count = 1_000_000;
    for (format, file, problem) in [
        (Format::Doccano, line(0).repeat(count), Problem::TooManyArticles(MAX_ARTICLES)),
        (Format::Doccano, line(count * 9 / 10), Problem::TooMany(MAX_ANNOTATIONS)),
        (Format::Doccano, line(1000).repeat(count / 1000), Problem::TooMany(MAX_ANNOTATIONS)),
        (
            Format::LabelStudio,
            format!("[{}{task}]", format!("{task},").repeat(100_000)),
            Problem::TooManyArticles(MAX_ARTICLES),
        ),
        (Format::Brat, (0..count).map(mark).collect(), Problem::TooMany(MAX_ANNOTATIONS)),
        (
            Format::Hypothesis,
            format!(r#"{{"rows":[{}]}}"#, (0..count / 4).map(row).collect::<Vec<_>>().join(",")),
            Problem::TooMany(MAX_ANNOTATIONS),
        ),
    ] {
        assert_eq!(read(format, file.as_bytes()).unwrap_err().problem, problem, "{}", format.name());
        assert_eq!(Format::guess(&file), format);
    }
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    for (format, file, path) in [
        (Format::Brat, "T1\tPER 4 10\tالوزير\nT2\tPER x 10\tالوزير\n", "2"),
        (Format::Brat, "T1\tPER 10 4\tالوزير\n", "1"),
        (Format::Brat, "T1 PER 4 10\n", "1"),
        (Format::Brat, "T1\tPER 4 10\tأ\nQ1\tx y\n", "2"),
        (Format::Doccano, "{\"text\":\"نص\"}\n{\"text\":", "2"),
        (Format::Doccano, "{\"text\":\"نص\",\"label\":[[0,9,\"PER\"]]}", "1: label[0]"),
        (Format::Doccano, "{\"text\":\"نص\",\"label\":[[0,\"PER\"]]}", "1: label[0]"),
        (Format::Doccano, "{\"label\":[]}", "1: text"),
        (Format::LabelStudio, "[{\"annotations\":[]}]", "[0].data"),
        (Format::Hypothesis, "{\"rows\":[{\"target\":[]}]}", "rows[0].id"),
        (Format::Hypothesis, "{\"x\":1}", ""),
    ] {
        let error = read(format, file.as_bytes()).unwrap_err();
        assert_eq!(error.path, path, "{}: {file}", format.name());
    }
    assert_eq!(read(Format::Csv, b"").unwrap_err().problem, Problem::WriteOnly("csv"));
    assert_eq!(read(Format::W3c, &[0xff, 0xfe]).unwrap_err().problem, Problem::NotText);
}

#[test]
fn a_format_that_needs_the_text_says_so() {
    let collection = only(Format::Brat, "T1\tPER 4 10\tالوزير\n");
    for format in Format::ALL {
        let result = export(format, &collection, None);
        let needs = [Format::Brat, Format::Doccano, Format::LabelStudio, Format::Inception, Format::Html];
        assert_eq!(result.is_err(), needs.contains(&format), "{}", format.name());
    }
}

#[test]
fn the_report_lists_what_is_no_longer_in_the_text_with_its_words() {
    let before = only(
        Format::Hypothesis,
        r#"{"rows":[{"id":"a","text":"رأي","target":[{"selector":[{"type":"TextQuoteSelector","exact":"كلمات لا أثر لها","prefix":"قبل","suffix":"بعد"}]}]}]}"#,
    );
    let html = out(Format::Html, &Workspace::new(Article::seed(), before.annotations));
    assert!(html.contains("كلمات لا أثر لها") && html.contains("رأي"));
}

#[test]
fn a_link_to_what_has_no_card_in_the_report_says_its_words() {
    let article = Article::seed();
    let document = Document::new(&article.text);
    let of = |id: &str, words: &str, content: Content| {
        let start = article.text.find(words).unwrap();
        let target = Target::new(&document, Span::of(start..start + words.len()));
        let made = Timestamp("2024-01-09T08:00:00Z".to_owned());
        Annotation {
            id: AnnotationId(id.to_owned()),
            created: made.clone(),
            modified: made,
            target,
            content,
            note: String::new(),
            tags: Vec::new(),
            judgement: None,
            other: serde_json::Map::new(),
        }
    };
    let link = |id: &str| Link { relation: Relation::Supports, claim: AnnotationId(id.to_owned()) };
    let links = vec![link("name"), link("nowhere")];
    let claim = Content::Claim(ClaimFields { links, ..ClaimFields::of(Act::Affirm) });
    let mut name =
        of("name", "رايدر", Content::Entity(EntityFields { kind: EntityKind::Person, value: None }));
    name.judgement = Some(Judgement { decision: Decision::Accepted, suggested: name.target.clone() });
    let html = out(Format::Html, &Workspace::new(article.clone(), [of("claim", "لست على علم", claim), name]));
    for words in ["رايدر", "nowhere"] {
        assert!(html.contains(&format!("</b> {words}</p>")), "{words}");
    }
}

#[test]
fn no_element_of_the_report_begins_within_a_lam_alef() {
    let html = out(Format::Html, &Workspace::new(Article::seed(), []));
    assert!(html.contains(">لإيران<"), "the name alone would be «إيران»");
}

#[test]
fn faults_of_a_file_are_found() {
    let article = r#""mawqif:document":{"sha256":"ac4fd57cf04341df6afaddc2d9a0e3a4a5a1d7a4b3ed7d0b0f0f9b3d0a1b2c3d","title":"","language":"ar","offsetUnit":"code point","text":"نص"}"#;
    let wrong_hash = format!(r#"{{"type":"AnnotationCollection",{article}}}"#);
    let item =
        |id: &str, more: &str| format!(r#"{{"id":"{id}","type":"Annotation","target":"urn:x"{more}}}"#);
    let claim = r#","created":"2024-01-09T08:00:01Z","modified":"2024-01-09T08:00:00Z","mawqif:claim":{"act":"deny","form":"direct","links":[{"relation":"repeats","claim":"urn:b"}],"verdict":{"rating":"refuted","sources":["javascript:alert(1)"]}}"#;
    let later = r#","created":"2024-01-09T08:00:00Z","modified":"2024-01-09T08:00:01Z""#;
    let items = format!("[{},{},{}]", item("urn:a", ""), item("urn:a", claim), item("urn:c", later));
    let collection = format!(r#"{{"type":"AnnotationCollection","total":5,"first":{{"items":{items}}}}}"#);
    let faults = |file: &str| {
        check(Format::W3c, file.as_bytes()).faults.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(faults(&wrong_hash), ["mawqif:document.sha256: expected the SHA-256 of the text"]);
    assert_eq!(
        faults(&collection),
        [
            "urn:a: it names neither words nor a place",
            "urn:a: another annotation has the same id",
            "urn:a: it names neither words nor a place",
            "urn:a: it was modified before it was created",
            "urn:a: it links to urn:b, which is not in the file",
            "urn:a: the source ‘javascript:alert(1)’ is no http(s) address",
            "urn:c: it names neither words nor a place",
            "total: 5, but there are 3 annotations",
        ]
    );
    let sound = w3c::write(&Workspace::new(Article::seed(), []));
    assert!(faults(&sound).is_empty());
}

/// Snippets that readers stumble on, put anywhere into sound files.
const HOSTILE: [&str; 22] = [
    "\"",
    "{",
    "}",
    "[[[[[[[[",
    "]",
    ":",
    ",",
    "null",
    "-1",
    "1e999",
    "18446744073709551616",
    "\u{0}",
    "\u{202e}",
    "\\ud800",
    "\"__proto__\":{},",
    "<script>alert(1)</script>",
    "javascript:alert(1)",
    "\t",
    "\n",
    "T1\tPER 0 4294967295\tx\n",
    "#1\tiri T1\turn:a\n",
    "\u{feff}",
];

/// Spoils files of every format for the seconds in `MAWQIF_FUZZ`, ten minutes without: each is read or
/// refused, what is read can be taken in, written and taken back. Prints how many there were.
#[test]
#[ignore = "runs for ten minutes"]
fn imports_are_fuzzed() {
    use proptest::strategy::ValueTree;
    let seconds = std::env::var("MAWQIF_FUZZ").ok().and_then(|n| n.parse().ok()).unwrap_or(600);
    let end = std::time::Instant::now() + std::time::Duration::from_secs(seconds);
    let mut runner = proptest::test_runner::TestRunner::default();
    let mut count = 0;
    while std::time::Instant::now() < end {
        let workspace = workspace().new_tree(&mut runner).unwrap().current();
        for format in Format::ALL.into_iter().filter(|format| format.reads()) {
            let mut file = out(format, &workspace).into_bytes();
            for _ in 0..8 {
                let strategy = (any::<prop::sample::Index>(), 0usize..64, 0usize..HOSTILE.len(), 0u8..4);
                let (at, length, snippet, how) = strategy.new_tree(&mut runner).unwrap().current();
                let at = at.index(file.len() + 1);
                let cut = (at + length).min(file.len());
                let piece = match how {
                    0 => Vec::new(),
                    1 => file[at..cut].repeat(2),
                    2 => vec![length as u8 * 4],
                    _ => HOSTILE[snippet].as_bytes().to_vec(),
                };
                let end = if how == 3 { at } else { cut };
                file.splice(at..end, piece);
                match std::str::from_utf8(&file) {
                    Ok(text) => any_format(text),
                    Err(_) => assert_eq!(read(format, &file).unwrap_err().problem, Problem::NotText),
                }
                count += 1;
            }
        }
    }
    println!("{count} files, each read in every format");
}

/// Writes fuzzed workspaces in every format to the folder `MAWQIF_OUT`, for the tools' own readers.
#[test]
fn fuzzed_workspaces_for_other_readers() {
    use proptest::strategy::ValueTree;
    let Ok(folder) = std::env::var("MAWQIF_OUT") else { return };
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for number in 0..100 {
        let workspace = workspace().new_tree(&mut runner).unwrap().current();
        for format in Format::ALL {
            let export = export(format, &Collection::of(&workspace), None).unwrap();
            for file in export.files {
                std::fs::write(format!("{folder}/{number}.{}", file.ending), file.bytes).unwrap();
            }
        }
    }
}
