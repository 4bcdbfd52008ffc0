//! What holds of the analysis of any text whatever: it ends without a panic, says the same each time, and
//! every span lies on letters of the text.
//!
//! `MAWQIF_LONG` says for how many seconds new texts are tried: `MAWQIF_LONG=600` for ten minutes.

use mawqif::analysis::{Dispute, analyze, analyze_again, find_entities};
use mawqif::text::{Document, Span};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::time::{Duration, Instant};

/// Pieces of which news is made, and what is in no news: much of what the rules look for, in any order.
const PIECES: &[&str] = &[
    "قال",
    "وقال",
    "أكد",
    "نفى",
    "نقلت",
    "عن",
    "وفقا",
    "لـ",
    "بحسب",
    "إن",
    "أن",
    "بأن",
    "لم",
    "لن",
    "قوله",
    "وزير",
    "الخارجية",
    "رئيس",
    "الوزراء",
    "المتحدث",
    "باسم",
    "الجنرال",
    "مصدر",
    "محمد",
    "عبد",
    "بن",
    "أبو",
    "باتريك رايدر",
    "العراق",
    "العراقي",
    "للقوات",
    "الأمريكية",
    "واشنطن",
    "بغداد",
    "البنتاغون",
    "حركة",
    "حزب",
    "وكالة",
    "كتائب",
    "الأمم المتحدة",
    "مجلس",
    "الأمن",
    "أمس",
    "الثلاثاء",
    "الماضي",
    "يناير/كانون الثاني",
    "عام",
    "2003",
    "9/1/2024",
    "رمضان",
    "1445",
    "منذ",
    "أكثر من",
    "3",
    "أشهر",
    "بين",
    "و20",
    "نحو",
    "ألفين",
    "وخمسمئة",
    "جندي",
    "جنديان",
    "نصف",
    "مليون",
    "٪",
    "99999999999999999999",
    "0",
    "هذا",
    "الاقتراح",
    "مؤكدا",
    "دعوة",
    ".",
    "،",
    ":",
    "؟",
    "«",
    "»",
    "\"",
    "”",
    "(",
    ")",
    "/",
    "-",
    "…",
    "\n",
    "\r\n",
    "\u{2029}",
    "\0",
    "\u{64b}",
    "\u{200f}",
    "\u{202e}",
    "ـ",
    "ﻻ",
    "ﷺ",
    "🙂",
    "e\u{301}",
    "USA",
    "F16",
];

/// Texts of such pieces and of any characters, with spaces between them or not.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
        1 => any::<char>().prop_map(String::from),
        1 => "[وفبكلسا]?[اأإآبتثجحخدذرزسشصضطظعغفقكلمنهويىةء]{1,7}",
    ];
    let spaced = (piece, prop::bool::weighted(0.85));
    prop::collection::vec(spaced, 0..60).prop_map(|pieces| {
        pieces.into_iter().map(|(piece, space)| if space { piece + " " } else { piece }).collect()
    })
}

fn laws(text: &str) -> Result<(), TestCaseError> {
    let date = "2024-01-09".parse().ok();
    let document = Document::new(text);
    let analysis = analyze(&document, None, date);
    let fits = |span: Span| text.get(span.range()).is_some_and(|inside| !inside.is_empty());
    for entity in &analysis.entities {
        prop_assert!(fits(entity.span), "{entity:?}");
        prop_assert!((entity.referent as usize) < analysis.entities.len(), "{entity:?}");
    }
    for claim in &analysis.claims {
        prop_assert!(fits(claim.span), "{claim:?}");
        let named = claim.speaker.iter().chain(&claim.via).chain([&claim.cue]);
        for reference in named {
            prop_assert!(fits(reference.span), "{claim:?}");
        }
    }
    let claims = analysis.contests.iter().flat_map(|contest| &contest.positions).flat_map(|p| &p.claims);
    for claim in claims {
        prop_assert!(*claim < analysis.claims.len());
    }
    prop_assert_eq!(&analyze(&document, None, date), &analysis);
    // Read by another dispute and no date, and back again, it is what it is when it is read so at first.
    let dispute = Dispute::washington_baghdad();
    let otherwise = analyze_again(&document, Some(&dispute), None, &analysis);
    prop_assert_eq!(&otherwise, &analyze(&document, Some(&dispute), None));
    prop_assert_eq!(&analyze_again(&document, None, date, &otherwise), &analysis);
    let spans = |entities: &[mawqif::analysis::Entity]| entities.iter().map(|e| e.span).collect::<Vec<_>>();
    prop_assert_eq!(spans(&find_entities(&document, date)), spans(&analysis.entities));
    Ok(())
}

/// What once broke a law.
#[test]
fn texts_that_broke_a_law_hold_it() {
    for text in ["قال و20:قال", "قال قال و20أكد قوله"] {
        if let Err(found) = laws(text) {
            panic!("{text}: {found}");
        }
    }
}

#[test]
fn any_text_is_analysed() {
    let long = std::env::var("MAWQIF_LONG").ok();
    let seconds = long.map_or(0, |seconds| seconds.parse().unwrap());
    let end = Instant::now() + Duration::from_secs(seconds);
    let mut runner = TestRunner::new(Config { failure_persistence: None, ..Config::with_cases(200) });
    loop {
        if let Err(found) = runner.run(&text(), |text| laws(&text)) {
            panic!("{found}");
        }
        if Instant::now() >= end {
            break;
        }
    }
}
