//! What the engine reaches on articles with a gold standard: each figure may rise, none may fall.
//!
//! The project's own articles (`tests/articles`) are always measured; those of the shared evaluation
//! where they lie beside the checkout.

#![allow(clippy::unwrap_used, reason = "a test that fails says so by panicking")]

#[path = "support/score.rs"]
#[allow(dead_code, reason = "the command uses more of it")]
mod score;

use mawqif::analysis::analyze;
use mawqif::exchange::analysis_json::AnalysisJson;
use mawqif::text::Document;
use score::{Analysis, Scores};
use std::path::{Path, PathBuf};

/// The scores over the articles of `folder` whose names `fits`; none where there is no such folder.
fn scores(folder: &Path, fits: impl Fn(&str) -> bool) -> Option<Scores> {
    let mut scores = Scores::default();
    let mut golds: Vec<PathBuf> =
        std::fs::read_dir(folder.join("gold")).ok()?.map(|entry| entry.unwrap().path()).collect();
    golds.sort();
    for gold in golds.iter().filter(|g| fits(g.file_stem().unwrap().to_str().unwrap())) {
        let text = folder.join("texts").join(gold.with_extension("txt").file_name().unwrap());
        let text = std::fs::read_to_string(text).unwrap();
        let expected: Analysis = serde_json::from_str(&std::fs::read_to_string(gold).unwrap()).unwrap();
        let date = expected.date.as_deref().map(|date| date.parse().unwrap());
        let document = Document::new(&text);
        let found = AnalysisJson::new(&document, &analyze(&document, None, date), date);
        let found = serde_json::from_value(serde_json::to_value(found).unwrap()).unwrap();
        scores.add(&expected, &found);
    }
    Some(scores)
}

#[track_caller]
fn hold(scores: &Scores, figures: &[(&str, f64)]) {
    for (name, least) in figures {
        let reached = scores.figure(name).f1();
        assert!(reached >= *least, "{name}: F1 {reached:.1}, held is {least}\n{scores}");
    }
}

fn evaluation() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/evaluation")
}

#[test]
fn the_seed_article() {
    let Some(scores) = scores(&evaluation(), |name| name == "pentagon-iraq") else { return };
    hold(
        &scores,
        &[
            ("entity", 96.5),
            ("entity.DATE", 99.0),
            ("entity.QUANTITY", 99.0),
            ("entity_value", 99.0),
            ("claim", 97.0),
            ("attribution", 97.0),
            ("side", 97.0),
            ("act", 94.0),
            ("contest", 94.0),
        ],
    );
}

#[test]
fn the_development_articles() {
    let Some(scores) = scores(&evaluation(), |name| name != "pentagon-iraq") else { return };
    hold(
        &scores,
        &[
            ("entity", 95.5),
            ("entity.PER", 94.0),
            ("entity.ORG", 91.0),
            ("entity.LOC", 95.0),
            ("entity.DATE", 97.0),
            ("entity.QUANTITY", 97.0),
            ("entity_value", 94.0),
            ("claim", 92.0),
            ("attribution", 92.0),
            ("side", 87.0),
            ("act", 89.5),
            ("contest", 31.5),
        ],
    );
}

#[test]
fn the_projects_own_articles() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let Some(scores) = scores(&own, |_| true) else { return };
    hold(
        &scores,
        &[
            ("entity", 90.0),
            ("entity.DATE", 91.0),
            ("entity.QUANTITY", 91.0),
            ("entity_value", 94.0),
            ("claim", 96.4),
            ("attribution", 93.8),
            ("side", 86.0),
            ("act", 94.8),
            ("contest", 42.0),
        ],
    );
}

/// Articles whose errors nobody looked at while making rules: the nearest to what a reader will see.
#[test]
fn the_articles_kept_aside() {
    let aside = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/aside");
    let Some(scores) = scores(&aside, |_| true) else { return };
    hold(
        &scores,
        &[
            ("entity", 89.0),
            ("entity_value", 95.0),
            ("claim", 96.0),
            ("attribution", 91.5),
            ("side", 85.0),
            ("act", 94.5),
            ("contest", 48.0),
        ],
    );
}
