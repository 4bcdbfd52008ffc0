//! Finding words in the article in every spelling.

use crate::text::{Document, Folded, Span, fold};
use std::rc::Rc;

/// A search and what it found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Find {
    /// Whether the search is open.
    pub open: bool,
    /// What is searched for, as typed.
    pub query: String,
    /// Where it stands, in order.
    pub found: Rc<Vec<Span>>,
    /// Which of them is looked at.
    pub current: usize,
}

impl Find {
    /// Searches for `query` in any spelling of it (folded).
    pub fn search(&mut self, document: &Document, query: String) {
        let wanted = fold(query.trim());
        let folded = Folded::new(document.text());
        let places = folded.text().match_indices(if wanted.is_empty() { "\u{0}" } else { &wanted });
        self.found = Rc::new(places.map(|(at, part)| folded.source(at..at + part.len())).collect());
        self.query = query;
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

    #[test]
    fn other_spellings_are_found() {
        let document = Document::new("القوات الأمريكيّة، والقوات الامريكية وأمريكا");
        let mut find = Find::default();
        for (query, found) in
            [("امريكية", 2), ("الأمريكيه", 2), ("أمريك", 3), ("القوّات", 2), ("روسيا", 0), (" ", 0)]
        {
            find.search(&document, query.into());
            assert_eq!(find.found.len(), found, "{query}");
        }
        find.search(&document, "القوات".into());
        find.step(false);
        assert_eq!(find.current, 1);
        assert_eq!(find.place().map(|span| document.slice(span)), Some("القوات"));
    }
}
