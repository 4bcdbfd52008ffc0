//! A board of many articles, made as `mawqif analyze` and `mawqif board` make it.

use crate::{Browser, Reader, Result};
use mawqif::analysis::{Date, Dispute, analyze};
use mawqif::exchange::Gathering;
use mawqif::exchange::analysis_json::AnalysisJson;
use mawqif::text::Document;

/// Opens a board of many articles, gathered of the article that the page shows, told by two outlets.
///
/// # Errors
/// Where the browser does not do it.
pub async fn open_archive(browser: &Browser, reader: &Reader) -> Result<()> {
    let file = browser.downloads().join("board.json");
    let seed = reader.article();
    std::fs::write(
        &file,
        gathered(&[("1", "الأولى", "2024-01-09", seed), ("2", "الثانية", "2024-01-10", seed)]),
    )?;
    reader.give("#open", &file).await?;
    reader.until_count("#archive", 1).await?;
    Ok(())
}

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
