//! A board of many articles, made as `mawqif analyze` and `mawqif board` make it.

use mawqif::analysis::{Date, Dispute, analyze};
use mawqif::exchange::Gathering;
use mawqif::exchange::analysis_json::AnalysisJson;
use mawqif::text::Document;

/// What these articles say on the built-in dispute: each with its id, its publisher, its day and its text.
pub fn gathered(articles: &[(&str, &str, &str, &str)]) -> String {
    let dispute = Dispute::washington_baghdad();
    let mut gathering = Gathering::new(Some(&dispute), 20);
    for (id, source, day, text) in articles {
        let (document, date) = (Document::new(text), day.parse::<Date>().ok());
        let mut answer = AnalysisJson::new(&document, &analyze(&document, Some(&dispute), date), date);
        answer.id = Some((*id).into());
        answer.source = Some((*source).into());
        let taken = serde_json::to_vec(&answer).and_then(|answer| gathering.take(&answer));
        debug_assert!(taken.is_ok(), "{taken:?}");
    }
    serde_json::to_string_pretty(&gathering.written(1)).unwrap_or_default()
}
