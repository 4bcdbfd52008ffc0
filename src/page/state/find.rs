//! Finding words in every spelling: what is searched for, and the search in the open article.

use crate::analysis::without_particles;
use crate::text::letters::is_word;
use crate::text::{Byte, Document, Folded, Pattern, PatternError, Span, fold};
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
    /// Where the reader is: the first place looked at is the next from here, round the end.
    pub from: Byte,
}

impl Find {
    /// Searches for `query` in any spelling of it (folded).
    pub fn search(&mut self, text: &str, query: String, mode: Mode) {
        let found = Wanted::new(&query, mode).and_then(|wanted| wanted.find(text));
        self.error = found.as_ref().err().copied();
        self.found = Rc::new(found.unwrap_or_default());
        self.query = query;
        self.mode = mode;
        self.current = self.found.iter().position(|place| place.end > self.from).unwrap_or(0);
    }

    /// The next place, or the one before; round the end.
    pub fn step(&mut self, forward: bool) {
        let count = self.found.len();
        if count > 0 {
            self.current = (self.current + if forward { 1 } else { count - 1 }) % count;
            self.from = self.place().map_or(self.from, |place| place.start);
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
    fn the_first_place_looked_at_is_the_next_from_where_the_reader_is() {
        let second = TEXT.rfind("القوات").unwrap_or_default();
        for (from, current) in [(0, 0), (2, 0), (second - 2, 1), (second, 1), (TEXT.len(), 0)] {
            let mut find = Find { from: Span::of(from..from).start, ..Find::default() };
            find.search(TEXT, "القوات".into(), Mode::Parts);
            assert_eq!(find.current, current, "{from}");
        }
        let mut find = search("القو", Mode::Parts);
        find.step(true);
        find.search(TEXT, "القوات".into(), Mode::Words);
        assert_eq!(find.current, 1, "more letters and another way stay there");
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

    /// A word in other spellings, by rules that do not come from the folding.
    fn spellings(word: &str) -> Vec<String> {
        const ALEFS: [char; 4] = ['ا', 'أ', 'إ', 'آ'];
        const DIGITS: [&str; 2] = ["0123456789", "٠١٢٣٤٥٦٧٨٩"];
        const ISOLATED: [(char, char); 6] =
            [('ب', 'ﺏ'), ('ت', 'ﺕ'), ('ر', 'ﺭ'), ('ل', 'ﻝ'), ('م', 'ﻡ'), ('ن', 'ﻥ')];
        let plain: String = word.chars().filter(|c| !('\u{64b}'..='\u{652}').contains(c)).collect();
        let each = |change: &dyn Fn(char) -> String| word.chars().map(change).collect::<String>();
        let arabic = |c: char| c.is_alphabetic() && !c.is_ascii();
        let mut all = vec![
            plain.clone(),
            each(&|c| if arabic(c) { format!("{c}\u{64e}") } else { c.into() }),
            each(&|c| if arabic(c) { format!("{c}\u{651}\u{650}") } else { c.into() }),
            each(&|c| if "بتسنلمي".contains(c) { format!("{c}ـ") } else { c.into() }),
            each(&|c| ISOLATED.iter().find(|(from, _)| *from == c).map_or(c, |(_, to)| *to).into()),
        ];
        for alef in ALEFS {
            all.push(each(&|c| if ALEFS.contains(&c) { alef } else { c }.into()));
        }
        for (from, to) in DIGITS.iter().flat_map(|from| DIGITS.iter().map(move |to| (from, to))) {
            all.push(each(&|c| {
                from.chars().position(|d| d == c).and_then(|at| to.chars().nth(at)).unwrap_or(c).into()
            }));
        }
        for (last, other) in [("ي", "ى"), ("ى", "ي"), ("ة", "ه"), ("ه", "ة")] {
            all.extend(plain.strip_suffix(last).map(|stem| format!("{stem}{other}")));
        }
        all
    }

    /// What the spellings of a word have in common, as somebody would write it down by hand.
    fn skeleton(word: &str) -> String {
        let letter = |c: char| match c {
            '\u{64b}'..='\u{652}' | 'ـ' | '\u{200b}'..='\u{200f}' => None,
            'أ' | 'إ' | 'آ' => Some('ا'),
            'ى' | 'ئ' => Some('ي'),
            'ؤ' => Some('و'),
            'ة' => Some('ه'),
            '٠'..='٩' => char::from_digit(c as u32 - '٠' as u32, 10),
            'ﺏ' => Some('ب'),
            'ﺕ' => Some('ت'),
            'ﺭ' => Some('ر'),
            'ﻝ' => Some('ل'),
            'ﻡ' => Some('م'),
            'ﻥ' => Some('ن'),
            c => Some(c),
        };
        word.chars().filter_map(letter).collect()
    }

    #[test]
    fn of_all_spellings_of_all_words_ninety_nine_in_a_hundred_are_found_and_nothing_else() {
        let articles = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles/texts");
        let texts = std::fs::read_dir(articles).unwrap().map(|file| file.unwrap().path());
        let texts: Vec<String> = texts.take(4).map(|file| std::fs::read_to_string(file).unwrap()).collect();
        let (mut asked, mut missed, mut false_finds) = (0, Vec::new(), Vec::new());
        let mut nothing_like_it = 0;
        for text in texts.iter().map(String::as_str).chain([crate::annotation::Article::seed().text.as_str()])
        {
            let words = Document::new(text);
            let bare = skeleton(text);
            for token in words.tokens().list().iter().step_by(3) {
                let word = words.slice(token.span);
                if !word.chars().all(char::is_alphanumeric) && !word.contains('ّ') {
                    continue;
                }
                for spelling in spellings(word) {
                    asked += 1;
                    let found = Wanted::new(&spelling, Mode::Words).unwrap().find(text).unwrap();
                    if !found.iter().any(|span| span.contains(token.span)) {
                        missed.push(format!("{spelling} for {word}"));
                    }
                    let other = found.iter().map(|span| span.of_text(text));
                    false_finds.extend(
                        other.filter(|other| skeleton(other) != skeleton(&spelling)).map(str::to_owned),
                    );
                }
                // With one letter changed it is another word, and where the text has that nowhere, none is found.
                let changed = word.replacen(['ر', 'س', 'م', 'ن', 'ق'], "ظ", 1);
                if changed != word && !bare.contains(&skeleton(&changed)) {
                    nothing_like_it += 1;
                    for mode in [Mode::Parts, Mode::Words] {
                        false_finds.extend(
                            Wanted::new(&changed, mode)
                                .unwrap()
                                .find(text)
                                .unwrap()
                                .iter()
                                .map(|_| changed.clone()),
                        );
                    }
                }
            }
        }
        assert!(asked > 5_000 && nothing_like_it > 200, "{asked} {nothing_like_it}");
        assert!(missed.len() * 100 <= asked, "{} of {asked}: {missed:?}", missed.len());
        assert!(false_finds.is_empty(), "{false_finds:?}");
    }

    #[test]
    fn a_pattern_finds_and_a_wrong_one_is_told() {
        assert_eq!(search(r"\bو?أمريكا\b", Mode::Pattern).found.len(), 1);
        let wrong = search("(", Mode::Pattern);
        assert!(wrong.error.is_some() && wrong.found.is_empty());
        assert!(search("(", Mode::Parts).error.is_none());
    }
}
