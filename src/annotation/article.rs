//! An article: its text and what is known about it.

use super::{Arrangement, ReadBy};
use crate::analysis::{Date, Dispute};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::sync::LazyLock;

/// The SHA-256 of an article's text, in lower-case hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DocumentId(pub String);

impl DocumentId {
    /// The id of `text`.
    pub fn of(text: &str) -> Self {
        let digest = Sha256::digest(text.as_bytes());
        DocumentId(digest.iter().fold(String::with_capacity(64), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        }))
    }
}

/// An article as the reader opened it. The text never changes; the rest may be corrected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// The id of the text.
    pub id: DocumentId,
    /// The title; the text's first words where it has none.
    pub title: String,
    /// The outlet, empty where unknown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// Where it stands on the web, empty where unknown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// The day of publication, against which relative dates are resolved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// How the reader has arranged its board.
    #[serde(rename = "board", default, skip_serializing_if = "Arrangement::is_empty")]
    pub arrangement: Arrangement,
    /// The text, exactly as given.
    pub text: String,
}

/// Characters of the text that stand in for a missing title.
const TITLE_LENGTH: usize = 60;

/// Characters up to which a first line without a full stop is a headline, and a title whole.
const HEADLINE_LENGTH: usize = 140;

impl Article {
    /// An article with nothing known but its text.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let first = first_line(&text);
        let most = if first.ends_with('.') { TITLE_LENGTH } else { HEADLINE_LENGTH };
        let title = if first.chars().count() > most {
            let end = first.char_indices().nth(TITLE_LENGTH).map_or(first.len(), |(end, _)| end);
            let cut = first.get(..end).unwrap_or("");
            format!("{}…", cut.rsplit_once(' ').map_or(cut, |(words, _)| words))
        } else {
            first.to_owned()
        };
        let id = DocumentId::of(&text);
        Article {
            id,
            title,
            source: String::new(),
            address: String::new(),
            date: None,
            arrangement: Arrangement::default(),
            text,
        }
    }

    /// Whether the text's first line is the title, so that whoever shows both would show it twice.
    pub fn opens_with_its_title(&self) -> bool {
        first_line(&self.text) == self.title
    }

    /// The dispute by which it is read: as the reader chose, else the default article by the one that is
    /// built in. None where it is read by the parties found in its text.
    pub fn dispute(&self) -> Option<Dispute> {
        match &self.arrangement.read_by {
            Some(ReadBy::Dispute(dispute)) => Some((**dispute).clone()),
            Some(ReadBy::Text) => None,
            None => (self.id == Article::seed().id).then(Dispute::washington_baghdad),
        }
    }

    /// The article that is shown first: a report of 9 January 2024, shipped word for word.
    pub fn seed() -> Self {
        static SEED: LazyLock<Article> = LazyLock::new(|| Article {
            title: "البنتاغون ينفي وجود خطط للانسحاب من العراق".into(),
            date: Date::new(2024, 1, 9),
            ..Article::new(include_str!("../../assets/pentagon-iraq.txt"))
        });
        SEED.clone()
    }
}

/// The first line with words, without the spaces round it.
fn first_line(text: &str) -> &str {
    text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_is_the_hash_of_the_text() {
        assert_eq!(
            DocumentId::of("abc").0,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    #[test]
    fn the_first_article_has_its_own_title_and_day() {
        let seed = Article::seed();
        assert_eq!(seed.title, "البنتاغون ينفي وجود خطط للانسحاب من العراق");
        assert!(!seed.text.starts_with(&seed.title));
        assert_eq!(seed.date, Date::new(2024, 1, 9));
    }

    #[test]
    fn a_missing_title_is_made_of_first_words() {
        assert_eq!(Article::new("\n  قال الوزير  \nثم").title, "قال الوزير");
        let long = Article::new("كلمة ".repeat(40));
        assert!(long.title.chars().count() <= TITLE_LENGTH + 1 && long.title.ends_with("كلمة…"));
    }

    #[test]
    fn a_headline_is_the_title_whole_and_not_shown_twice() {
        let headline = "نقابة الأطباء تعلن إضرابا عاما في المستشفيات الحكومية ووزارة الصحة تدعو إلى الحوار";
        let report = Article::new(format!("{headline}\n\nأعلنت النقابة الإضراب."));
        assert_eq!(report.title, headline);
        assert!(report.opens_with_its_title());
        assert!(
            !Article::new(format!("{headline}.\nثم")).opens_with_its_title(),
            "a sentence is no headline"
        );
        assert!(!Article { title: "إضراب".into(), ..report }.opens_with_its_title());
        assert!(!Article::seed().opens_with_its_title());
    }
}
