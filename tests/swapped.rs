//! Nothing in the engine knows the shipped article: with all its names swapped for another dispute's, and a
//! dispute file to fit, the same structure is found.

#![allow(clippy::unwrap_used, reason = "a test that fails says so by panicking")]

use mawqif::analysis::{Act, Analysis, Dispute, Form, analyze};
use mawqif::annotation::Article;
use mawqif::text::Document;
use std::collections::BTreeMap;

/// What each name becomes, in this order: a longer name before one that it holds.
const NAMES: &[(&str, &str)] = &[
    ("محمد شياع السوداني", "أحمد كمال الكباشي"),
    ("السوداني", "الكباشي"),
    ("باتريك رايدر", "ديمتري بيسكوف"),
    ("رايدر", "بيسكوف"),
    ("البنتاغون", "الكرملين"),
    ("البيت الأبيض", "مجلس الدوما"),
    ("الولايات المتحدة", "روسيا"),
    ("الأمريكية", "الروسية"),
    ("الأمريكي", "الروسي"),
    ("أمريكي", "روسي"),
    ("واشنطن", "موسكو"),
    ("العراقية", "الليبية"),
    ("العراقي", "الليبي"),
    ("عراقية", "ليبية"),
    ("العراق", "ليبيا"),
    ("بغداد", "طرابلس"),
    ("كتائب حزب الله", "كتائب البراء"),
    ("المقاومة الإسلامية", "المقاومة الشعبية"),
    ("الحشد الشعبي", "الحرس الشعبي"),
    ("وكالة الأناضول", "وكالة رويترز"),
    ("سوريا", "تشاد"),
];

const DISPUTE: &str = r#"{
  "name": "موسكو وطرابلس",
  "parties": [
    {
      "id": "moscow", "name": "موسكو", "countries": ["RU"],
      "institutions": ["الكرملين", "مجلس الدوما", "القوات الروسية", "الجيش الروسي", "السلطات الروسية"],
      "allies": ["التحالف الدولي", "قوات التحالف", "التحالف"]
    },
    {
      "id": "tripoli", "name": "طرابلس", "countries": ["LY"],
      "institutions": ["الحكومة الليبية", "القوات الليبية", "الحرس الشعبي"]
    },
    {
      "id": "factions", "name": "الفصائل", "aliases": ["المقاومة الشعبية الليبية", "كتائب البراء"]
    }
  ]
}"#;

/// Each claim's cue, act, form, party (by its place in the dispute) and speaker.
fn claims(document: &Document, analysis: &Analysis) -> Vec<(String, Act, Form, Option<usize>, String)> {
    let party = |id| analysis.parties.iter().position(|party| &party.id == id);
    let structure = analysis.claims.iter().map(|claim| {
        let speaker = claim.speaker.as_ref().map(|speaker| speaker.text.clone()).unwrap_or_default();
        let cue = document.slice(claim.cue.span).to_owned();
        (cue, claim.act, claim.form, claim.side.as_ref().and_then(party), speaker)
    });
    structure.collect()
}

/// Each contest's question and, by party, its claims.
fn contests(analysis: &Analysis) -> Vec<(String, BTreeMap<usize, Vec<usize>>)> {
    let position = |id| analysis.parties.iter().position(|party| &party.id == id).unwrap();
    let found = analysis.contests.iter().map(|contest| {
        let positions = contest.positions.iter().map(|p| (position(&p.party), p.claims.clone()));
        (contest.question.clone(), positions.collect())
    });
    found.collect()
}

fn swapped(text: &str) -> String {
    NAMES.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

#[test]
fn other_names_make_the_same_structure() {
    let first = Dispute::washington_baghdad();
    let mut second = Dispute { issues: first.issues.clone(), ..Dispute::from_json(DISPUTE).unwrap() };
    // The issues' words hold one name: the force that the first dispute is about.
    for word in second.issues.iter_mut().flat_map(|issue| issue.words.iter_mut()) {
        *word = word.replace("حشد", "حرس");
    }
    let article = Article::seed();
    let before = Document::new(&article.text);
    let after = Document::new(&swapped(&article.text));
    let date = Some("2024-01-09".parse().unwrap());
    let (one, other) = (analyze(&before, Some(&first), date), analyze(&after, Some(&second), date));
    let mut expected = claims(&before, &one);
    for claim in &mut expected {
        claim.4 = swapped(&claim.4);
    }
    assert!(expected.len() > 12, "the article has claims");
    assert_eq!(claims(&after, &other), expected);
    let expected = contests(&one);
    assert!(!expected.is_empty(), "the article has contests");
    let questions = |contests: Vec<(String, BTreeMap<usize, Vec<usize>>)>| {
        contests.into_iter().map(|(question, positions)| (swapped(&question), positions)).collect::<Vec<_>>()
    };
    assert_eq!(questions(contests(&other)), questions(expected));
}
