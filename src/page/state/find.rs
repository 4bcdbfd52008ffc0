//! Finding words in every spelling: what is searched for, and the search in the open article.

use crate::analysis::without_particles;
use crate::text::letters::is_word;
use crate::text::{Document, Folded, Pattern, PatternError, Span, fold};
use std::rc::Rc;

/// How what is searched for is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// As letters wherever they stand.
    #[default]
    Parts,
    /// As whole words; particles joined to the first of them (و, ل) may stand before it.
    Words,
    /// As a regular expression.
    Pattern,
}

impl Mode {
    /// All, in the order in which they are offered.
    pub const ALL: [Mode; 3] = [Mode::Parts, Mode::Words, Mode::Pattern];

    /// Its name in the page.
    pub fn name(self) -> &'static str {
        match self {
            Mode::Parts => "parts",
            Mode::Words => "words",
            Mode::Pattern => "pattern",
        }
    }

    /// The mode with that name.
    pub fn named(name: &str) -> Option<Self> {
        Mode::ALL.into_iter().find(|mode| mode.name() == name)
    }
}

/// What is searched for, ready to search with.
#[derive(Clone, Debug, PartialEq)]
pub enum Wanted {
    /// Nothing.
    Nothing,
    /// Folded letters; whole words or wherever they stand.
    Letters(String, bool),
    /// A regular expression.
    Pattern(Pattern),
}

impl Wanted {
    /// Reads what the reader typed.
    ///
    /// # Errors
    /// Where a regular expression is none.
    pub fn new(query: &str, mode: Mode) -> Result<Self, PatternError> {
        let letters = fold(query.trim());
        Ok(match mode {
            _ if letters.is_empty() => Wanted::Nothing,
            Mode::Pattern => Wanted::Pattern(Pattern::new(query.trim())?),
            Mode::Parts | Mode::Words => Wanted::Letters(letters, mode == Mode::Words),
        })
    }

    /// Where it stands in a text, in order.
    ///
    /// # Errors
    /// Where a regular expression takes too long.
    pub fn find(&self, text: &str) -> Result<Vec<Span>, PatternError> {
        match self {
            Wanted::Nothing => Ok(Vec::new()),
            Wanted::Letters(letters, whole) => {
                let folded = Folded::new(text);
                let places = folded.text().match_indices(letters.as_str());
                let places = places.map(|(at, part)| folded.source(at..at + part.len()));
                Ok(places.filter(|place| !whole || is_whole(text, *place)).collect())
            }
            Wanted::Pattern(pattern) => pattern.find(&Folded::new(text)),
        }
    }
}

/// Whether whole words stand at a place, the first of them with joined particles or without.
fn is_whole(text: &str, place: Span) -> bool {
    let (Some(before), Some(after)) = (text.get(..place.start.index()), text.get(place.end.index()..)) else {
        return false;
    };
    if after.starts_with(is_word) {
        return false;
    }
    let start = before.trim_end_matches(is_word).len();
    let Some(words) = text.get(start..place.end.index()).filter(|_| start < place.start.index()) else {
        return true;
    };
    let bare = without_particles(&Document::new(words), Span::of(0..words.len()));
    start + bare.start.index() == place.start.index()
}

/// The search in the open article and what it found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Find {
    /// Whether the search is open.
    pub open: bool,
    /// What is searched for, as typed.
    pub query: String,
    /// How it is meant.
    pub mode: Mode,
    /// Why it cannot be searched for.
    pub error: Option<PatternError>,
    /// Where it stands, in order.
    pub found: Rc<Vec<Span>>,
    /// Which of them is looked at.
    pub current: usize,
}

impl Find {
    /// Searches for `query` in any spelling of it (folded).
    pub fn search(&mut self, text: &str, query: String, mode: Mode) {
        let found = Wanted::new(&query, mode).and_then(|wanted| wanted.find(text));
        self.error = found.as_ref().err().copied();
        self.found = Rc::new(found.unwrap_or_default());
        self.query = query;
        self.mode = mode;
        self.current = 0;
    }

    /// The next place, or the one before; round the end.
    pub fn step(&mut self, forward: bool) {
        let count = self.found.len();
        if count > 0 {
            self.current = (self.current + if forward { 1 } else { count - 1 }) % count;
        }
    }

    /// The place that is looked at.
    pub fn place(&self) -> Option<Span> {
        self.found.get(self.current).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "القوات الأمريكيّة، والقوات الامريكية وأمريكا";

    fn search(query: &str, mode: Mode) -> Find {
        let mut find = Find::default();
        find.search(TEXT, query.into(), mode);
        find
    }

    #[test]
    fn other_spellings_are_found() {
        for (query, found) in
            [("امريكية", 2), ("الأمريكيه", 2), ("أمريك", 3), ("القوّات", 2), ("روسيا", 0), (" ", 0)]
        {
            assert_eq!(search(query, Mode::Parts).found.len(), found, "{query}");
        }
        let mut find = search("القوات", Mode::Parts);
        find.step(false);
        assert_eq!(find.current, 1);
        assert_eq!(find.place().map(|span| span.of_text(TEXT)), Some("القوات"));
    }

    #[test]
    fn whole_words_are_found_with_their_particles_and_no_parts_of_words() {
        for (query, found) in
            [("القوات", 2), ("أمريكا", 1), ("امريك", 0), ("قوات", 0), ("القوات الأمريكية", 2), ("وأمريكا", 1)]
        {
            assert_eq!(search(query, Mode::Words).found.len(), found, "{query}");
        }
        let whole = |text: &str, query: &str| {
            let mut find = Find::default();
            find.search(text, query.into(), Mode::Words);
            find.found.len()
        };
        assert_eq!(whole("لجنة ثنائية ولجنة أخرى", "جنة"), 0);
        assert_eq!(whole("لجنة ثنائية ولجنة أخرى", "لجنة"), 2);
        assert_eq!(whole("قال الوزير", "الوزيرة"), 0);
    }

    #[test]
    fn a_pattern_finds_and_a_wrong_one_is_told() {
        assert_eq!(search(r"\bو?أمريكا\b", Mode::Pattern).found.len(), 1);
        let wrong = search("(", Mode::Pattern);
        assert!(wrong.error.is_some() && wrong.found.is_empty());
        assert!(search("(", Mode::Parts).error.is_none());
    }
}
