//! The document's words as analysed: joined particles found apart, readings in the lexicon looked up.
//!
//! Computed once for a document and handed to whatever finds something in it. There is one [`Word`] for
//! each token, at the same index. Positions are token indices; spans are bytes of the text.
//!
//! | written | particles | stem |
//! | --- | --- | --- |
//! | وأربيل | و | اربيل |
//! | للقوات | ل (its alif swallowed) | القوات |
//! | وبالعراق | وب | العراق |
//! | واشنطن | | واشنطن |
//! | لـ | ل | |

use super::words::{has_causing_shape, has_plural_participle_shape, has_verbal_noun_shape};
use crate::lexicon::{self, Match, Sense, Table};
use crate::order::{sort, sort_by_key};
use crate::text::{Byte, Document, Span, TokenKind, after_folded};
use std::ops::Range;

/// Particles joined to the front of a word, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Particles(u8);

impl Particles {
    /// و or ف: the word stands in a new link of the sentence.
    pub const AND: Particles = Particles(1);
    /// ب
    pub const BI: Particles = Particles(2);
    /// ك
    pub const KA: Particles = Particles(4);
    /// ل
    pub const LI: Particles = Particles(8);
    /// س of the future.
    pub const SA: Particles = Particles(16);

    /// The set of one letter; empty for other letters.
    fn of(letter: char) -> Self {
        match letter {
            'و' | 'ف' => Self::AND,
            'ب' => Self::BI,
            'ك' => Self::KA,
            'ل' => Self::LI,
            'س' => Self::SA,
            _ => Self::default(),
        }
    }

    /// Whether all of `other` are among these.
    pub fn has(self, other: Particles) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    fn with(self, other: Particles) -> Self {
        Particles(self.0 | other.0)
    }
}

/// One token of the document with what is known about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// What the token is made of.
    pub kind: TokenKind,
    /// The whole token.
    pub span: Span,
    /// The word without its particles. Where ل swallowed the alif of the article (`للقوات`) it starts
    /// with the token: the letters cannot be told apart.
    pub stem: Span,
    /// The particles before the stem.
    pub particles: Particles,
    /// Whether it carries the article ال.
    pub definite: bool,
    /// The split rests on the lexicon or on the article; a mere `و` before an unknown word does not.
    pub certain: bool,
    folded: (u32, u32),
    phrases: (u32, u32),
}

/// A phrase of the lexicon that begins at a word's stem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// How many words (tokens) it covers.
    pub words: usize,
    /// Its readings.
    pub found: Match,
}

/// The document's words, one a token.
#[derive(Clone, Debug)]
pub struct Reading<'d> {
    document: &'d Document,
    words: Vec<Word>,
    stems: String,
    phrases: Vec<Phrase>,
}

impl<'d> Reading<'d> {
    /// Reads the document once; linear in its length.
    pub fn new(document: &'d Document) -> Self {
        let tokens = document.tokens();
        let mut reading = Reading {
            document,
            words: Vec::with_capacity(tokens.list().len()),
            stems: String::with_capacity(tokens.folded().len()),
            phrases: Vec::new(),
        };
        for (index, token) in tokens.list().iter().enumerate() {
            let folded = tokens.word(index);
            let rest = tokens.folded().get(token.folded.end as usize..).unwrap_or("");
            let split = match token.kind {
                TokenKind::Word => split(document.slice(token.span), folded, rest),
                _ => Split::whole(),
            };
            let start = reading.stems.len() as u32;
            if split.swallowed {
                reading.stems.push('ا');
            }
            reading.stems.push_str(folded.get(split.letters..).unwrap_or(""));
            let end = reading.stems.len() as u32;
            let stem = reading.stems.get(start as usize..).unwrap_or("");
            let first = reading.phrases.len() as u32;
            if matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                reading.phrases.extend(
                    lexicon::prefixes([stem, rest, ""])
                        .map(|(words, found)| Phrase { words, found })
                        .take(MOST_PHRASES),
                );
            }
            // «وللقوات»: the ل that has the article's alif in it stays.
            let skipped = if split.swallowed { split.letters - 'ل'.len_utf8() } else { split.letters };
            // «ألبين», «إلغاء»: the article is written without hamza.
            let definite = stem.starts_with("ال") && stem.len() > 6;
            let stem = Span::new(after_letters(document, token.span, skipped), token.span.end);
            // «إلدار» is not «الدار», for which its letters stand.
            let hamza = document.slice(stem).starts_with(['أ', 'إ', 'آ']);
            let written = reading.stems.get(start as usize..).unwrap_or("");
            if hamza && written.len() > 6 && has_article(written) {
                reading.phrases.truncate(first as usize);
            }
            let phrases = (first, reading.phrases.len() as u32);
            let definite = definite && !hamza;
            reading.words.push(Word {
                kind: token.kind,
                span: token.span,
                stem,
                particles: split.particles,
                definite,
                certain: split.certain,
                folded: (start, end),
                phrases,
            });
        }
        reading.keep_whole();
        reading
    }

    /// Gives words their first letter back that the text never has without it and has more than once: «ويراكون»,
    /// «فالديفيا», «بالديس», which are names; and «قال فابين دي فيليبو», for right behind whoever says so nothing is
    /// joined.
    fn keep_whole(&mut self) {
        let tokens = self.document.tokens();
        let unsure = |word: &Word, folded: &str| {
            let unknown = word.phrases.0 == word.phrases.1;
            let and = word.particles == Particles::AND && (!word.certain || folded.starts_with('ف'));
            let noun = after_first(folded).strip_prefix("ال").unwrap_or(folded);
            // «حداد بالتحرش»
            let of_self = noun.starts_with('ت') && noun.chars().count() == 4;
            let shaped = of_self
                || has_verbal_noun_shape(noun)
                || has_causing_shape(noun)
                || noun.ends_with(['ه', 'ت']);
            let bi = word.particles == Particles::BI && word.definite && !shaped;
            unknown && (and || bi)
        };
        // «اغناثيو بالديس»: behind another word that nobody knows.
        let named = |index: usize| {
            let before = index.checked_sub(1).and_then(|before| self.word(before));
            before.is_some_and(|before| {
                let unknown =
                    before.phrases.0 == before.phrases.1 || self.single(index - 1, Table::Given).is_some();
                before.kind == TokenKind::Word && before.particles.is_empty() && !before.definite && unknown
            })
        };
        let unsure_at =
            |index: &usize| self.word(*index).is_some_and(|word| unsure(word, tokens.word(*index)));
        let speaks = |index: &usize| {
            let says = |at| self.single(at, Table::CueVerbs).is_some_and(|verb| verb.form < PRESENT);
            let and = self.is_joined(*index, Particles::AND);
            and && index.checked_sub(1).is_some_and(says) && self.kind(index + 1) == TokenKind::Word
        };
        // What stands there more than once and is a name's, or who speaks.
        let mut seen: Vec<usize> = (0..self.words.len()).filter(unsure_at).collect();
        sort_by_key(&mut seen, |index| tokens.word(*index));
        let again = seen.chunk_by(|a, b| tokens.word(*a) == tokens.word(*b)).filter(|same| {
            let name = |index: &usize| self.is_joined(*index, Particles::AND) || named(*index);
            same.len() > 1 && same.iter().any(name) || same.iter().any(speaks)
        });
        let mut again: Vec<&str> = again.filter_map(|same| Some(tokens.word(*same.first()?))).collect();
        if again.is_empty() {
            return;
        }
        let mut bare: Vec<&str> = again.iter().map(|folded| after_first(folded)).collect();
        sort(&mut bare);
        let mut stands = vec![false; bare.len()];
        for index in (0..self.words.len()).filter(|index| !unsure_at(index)) {
            if let Ok(at) = bare.binary_search(&self.stem(index))
                && let Some(slot) = stands.get_mut(at)
            {
                *slot = true;
            }
        }
        again.retain(|folded| {
            bare.binary_search(&after_first(folded)).is_ok_and(|at| stands.get(at) == Some(&false))
        });
        for (index, word) in self.words.iter_mut().enumerate() {
            let folded = tokens.word(index);
            if unsure(word, folded) && again.binary_search(&folded).is_ok() {
                let start = self.stems.len() as u32;
                self.stems.push_str(folded);
                let whole = (start, self.stems.len() as u32);
                *word = Word {
                    stem: word.span,
                    particles: Particles::default(),
                    definite: false,
                    certain: true,
                    folded: whole,
                    ..word.clone()
                };
            }
        }
    }

    /// The document.
    pub fn document(&self) -> &'d Document {
        self.document
    }

    /// The words, one a token.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// How many words (tokens) there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is no word.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// One word.
    pub fn word(&self, index: usize) -> Option<&Word> {
        self.words.get(index)
    }

    /// Whether these particles, and no others, are joined to one word.
    pub fn is_joined(&self, index: usize, particles: Particles) -> bool {
        self.word(index).is_some_and(|word| word.particles == particles)
    }

    /// The kind of one token; a break beyond the end.
    pub fn kind(&self, index: usize) -> TokenKind {
        self.word(index).map_or(TokenKind::Break, |word| word.kind)
    }

    /// The folded spelling of a word without its particles (the swallowed alif restored); of a mark, the
    /// mark; empty beyond the end.
    pub fn stem(&self, index: usize) -> &str {
        let range = self.word(index).map_or(0..0, |word| word.folded.0 as usize..word.folded.1 as usize);
        self.stems.get(range).unwrap_or("")
    }

    /// The folded spelling of a whole token, particles included.
    pub fn folded(&self, index: usize) -> &'d str {
        self.document.tokens().word(index)
    }

    /// The phrases of the lexicon that begin at this word's stem, shortest first.
    pub fn phrases(&self, index: usize) -> &[Phrase] {
        let range = self.word(index).map_or(0..0, |word| word.phrases.0 as usize..word.phrases.1 as usize);
        self.phrases.get(range).unwrap_or(&[])
    }

    /// The longest phrase that begins at this word and has a reading in `table`: its words and reading.
    pub fn longest(&self, index: usize, table: Table) -> Option<(usize, Sense)> {
        let mut phrases = self.phrases(index).iter().rev();
        phrases.find_map(|phrase| Some((phrase.words, phrase.found.sense_in(table)?)))
    }

    /// The reading of this one word in `table`.
    pub fn single(&self, index: usize, table: Table) -> Option<Sense> {
        self.phrases(index).first().filter(|phrase| phrase.words == 1)?.found.sense_in(table)
    }

    /// All readings of this one word.
    pub fn senses(&self, index: usize) -> impl Iterator<Item = Sense> {
        let single = self.phrases(index).first().filter(|phrase| phrase.words == 1);
        single.into_iter().flat_map(|phrase| phrase.found.senses())
    }

    /// Whether this one word is a verb of the lexicon and nothing else.
    pub fn is_finite(&self, index: usize) -> bool {
        let mut senses = self.senses(index).filter(|sense| sense.table == Table::Common).peekable();
        senses.peek().is_some() && senses.all(|sense| sense.form == 2)
    }

    /// Whether the lexicon knows this one word.
    pub fn is_known(&self, index: usize) -> bool {
        self.phrases(index).first().is_some_and(|phrase| phrase.words == 1)
    }

    /// The words of a span as a name: without و before them, and with the alif that ل swallowed at their
    /// beginning («للأمم المتحدة» names «الأمم المتحدة»).
    pub fn name(&self, span: Span) -> String {
        let text = self.document.slice(span);
        let index = self.token(span.start);
        let swallowed = self.stem(index).starts_with("ال")
            && self.word(index).is_some_and(|word| word.particles.has(Particles::LI));
        let rest = text.strip_prefix('و').unwrap_or(text).strip_prefix("لل");
        match rest.filter(|_| swallowed) {
            Some(rest) => format!("ال{rest}"),
            None => text.to_owned(),
        }
    }

    /// The token in which, or the first after which, a position stands.
    pub fn token(&self, position: Byte) -> usize {
        self.words.partition_point(|word| word.span.end <= position)
    }

    /// The tokens of a span.
    pub fn tokens(&self, span: Span) -> Range<usize> {
        let start = self.token(span.start);
        start..self.words.partition_point(|word| word.span.start < span.end).max(start)
    }

    /// The span of `words` words from the stem of the one at `index`.
    pub fn span(&self, index: usize, words: usize) -> Span {
        let start = self.word(index).map_or(Byte::default(), |word| word.stem.start);
        let end = self.word(index + words.saturating_sub(1)).map_or(start, |word| word.span.end);
        Span::new(start, end)
    }
}

/// Whether the lexicon has a word only as another with the article before it.
fn has_article(stem: &str) -> bool {
    let bare = stem.strip_prefix("ال").and_then(lexicon::lookup);
    let of = |sense: Sense| {
        bare.is_some_and(|bare| bare.senses().any(|it| (it.table, it.row) == (sense.table, sense.row)))
    };
    lexicon::lookup(stem).is_some_and(|found| found.senses().all(of))
}

/// A word without its first letter.
fn after_first(word: &str) -> &str {
    let mut letters = word.chars();
    letters.next();
    letters.as_str()
}

/// The forms of a verb of saying below this one are of the past (`lexicon/forms/verb.rs`).
const PRESENT: u8 = 4;

/// A phrase of the lexicon has at most so many prefixes that are phrases themselves; keeps a text made to
/// hurt from costing more.
const MOST_PHRASES: usize = 8;

/// Where a token's stem starts.
#[derive(Clone, Copy)]
struct Split {
    /// Bytes of the folded token before the stem.
    letters: usize,
    particles: Particles,
    /// ل swallowed the alif of the article: the stem is `ا` and what follows the first ل.
    swallowed: bool,
    certain: bool,
}

impl Split {
    fn whole() -> Self {
        Split { letters: 0, particles: Particles::default(), swallowed: false, certain: true }
    }

    fn stem(self, folded: &str) -> (&'static str, &str) {
        (if self.swallowed { "ا" } else { "" }, folded.get(self.letters..).unwrap_or(""))
    }
}

/// What its spelling tells and its folded letters do not: «والي» is the governor and «والى» to somewhere, «فإن» is
/// ف + إن and «فان» a name's.
fn written(word: &str) -> Option<Split> {
    match word {
        "والي" => Some(Split::whole()),
        "فإن" | "فأن" => {
            Some(Split { letters: 'ف'.len_utf8(), particles: Particles::AND, ..Split::whole() })
        }
        _ => None,
    }
}

/// Finds the particles of a word, as it stands and folded; `rest` is the folded text after it.
///
/// A word that the lexicon knows whole stays whole, but for و and ف before a function word (`والى` is
/// و + الى). Else particles come off where the lexicon knows what is left, or where the
/// article follows them. A lone و before an unknown word is taken off too: that is what it mostly is.
fn split(word: &str, folded: &str, rest: &str) -> Split {
    if let Some(told) = written(word) {
        return told;
    }
    let whole = Split::whole();
    let mut candidates = Candidates { list: [whole; 8], len: 0 };
    candidates.collect(folded);
    let candidates = candidates.list.get(..candidates.len).unwrap_or(&[]);
    if candidates.is_empty() {
        return whole;
    }
    let known = known(whole, folded, rest);
    if known == Knowledge::Phrase {
        return whole;
    }
    if let Some(first) = candidates.first()
        && first.particles == Particles::AND
        && known != Knowledge::Function
        && self::known(*first, folded, rest) == Knowledge::Function
    {
        return *first;
    }
    // «ودعا» is و + دعا, not a form of ودع.
    if let Some(first) = candidates.first()
        && first.particles == Particles::AND
        && known != Knowledge::None
        && reports(*first, folded, rest)
        && !reports(whole, folded, rest)
    {
        return *first;
    }
    if known != Knowledge::None {
        return whole;
    }
    for candidate in candidates {
        let (alif, stem) = candidate.stem(folded);
        // «كوانغ» is a name, not one like «وانغ».
        if candidate.particles.has(Particles::KA) && is_only_a_name(stem) {
            continue;
        }
        if stem.is_empty() || self::known(*candidate, folded, rest) != Knowledge::None {
            return *candidate;
        }
        if (alif.is_empty() && stem.starts_with("ال") && stem.len() > 8)
            || (!alif.is_empty() && stem.len() > 6)
        {
            return *candidate;
        }
    }
    // «بتدبير الشغب», «لمحللين», «بإبلاغ السفارة»: shapes that only nouns have, known or not.
    let shaped = |candidate: &&Split| {
        let (alif, stem) = candidate.stem(folded);
        // «باتشان» without hamza may be a name.
        let governed = candidate.particles != Particles::AND && word.contains('إ') && has_causing_shape(stem);
        alif.is_empty() && (governed || has_verbal_noun_shape(stem) || has_plural_participle_shape(stem))
    };
    if let Some(candidate) = candidates.iter().find(shaped) {
        return *candidate;
    }
    let and = candidates.first().filter(|c| c.particles == Particles::AND && folded.starts_with('و'));
    match and {
        Some(and) if folded.len() >= 8 && !folded.starts_with("وو") => Split { certain: false, ..*and },
        _ => whole,
    }
}

/// Whether the lexicon has the word as a person's name and nothing else.
fn is_only_a_name(stem: &str) -> bool {
    let name = |sense: Sense| matches!(sense.table, Table::Given | Table::Family);
    lexicon::lookup(stem).is_some_and(|found| found.senses().all(name))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Knowledge {
    None,
    /// A single word, no function word.
    Word,
    /// A function word.
    Function,
    /// The beginning of a phrase of several words that follows.
    Phrase,
}

/// Whether what is left is a reporting verb; «ورد في التقرير» is no «رد».
fn reports(split: Split, folded: &str, rest: &str) -> bool {
    let (alif, stem) = split.stem(folded);
    alif.is_empty()
        && stem.chars().count() >= if rest.trim_start().starts_with("في ") { 3 } else { 2 }
        && lexicon::lookup(stem).is_some_and(|found| found.sense_in(Table::CueVerbs).is_some())
}

fn known(candidate: Split, folded: &str, rest: &str) -> Knowledge {
    let (alif, stem) = candidate.stem(folded);
    let mut knowledge = Knowledge::None;
    for (words, found) in lexicon::prefixes([alif, stem, rest]) {
        if words > 1 {
            return Knowledge::Phrase;
        }
        let function = found.sense_in(Table::Function).is_some();
        knowledge = if function { Knowledge::Function } else { Knowledge::Word };
    }
    knowledge
}

struct Candidates {
    list: [Split; 8],
    len: usize,
}

impl Candidates {
    /// The ways to take particles off: و|ف, then ب|ك|ل|س after or without them.
    fn collect(&mut self, folded: &str) {
        let mut letters = 0;
        let mut particles = Particles::default();
        for (index, letter) in folded.chars().take(2).enumerate() {
            let next = Particles::of(letter);
            if next.is_empty() || (index == 1 && (particles != Particles::AND || next == Particles::AND)) {
                break;
            }
            letters += letter.len_utf8();
            particles = particles.with(next);
            let split = Split { letters, particles, swallowed: false, certain: true };
            let follows = folded.get(letters..).unwrap_or("");
            // Only the present has a future: «سيعلن», not «سونر».
            if next == Particles::SA && !follows.starts_with(['ي', 'ت', 'ن', 'ا']) {
                break;
            }
            if next == Particles::LI && follows.starts_with('ل') {
                self.push(Split { swallowed: true, ..split });
            }
            self.push(split);
        }
    }

    fn push(&mut self, split: Split) {
        if let Some(slot) = self.list.get_mut(self.len) {
            *slot = split;
            self.len += 1;
        }
    }
}

/// The position in the text after so many folded bytes of the token; its end where nothing follows them.
fn after_letters(document: &Document, token: Span, folded: usize) -> Byte {
    match after_folded(document.slice(token), folded) {
        Some(inside) => Byte::from(token.start.index() + inside),
        None if folded == 0 => token.start,
        None => token.end,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, stems: &[&str]) {
        let document = Document::new(text);
        let reading = Reading::new(&document);
        let found: Vec<&str> = (0..reading.len()).map(|index| reading.stem(index)).collect();
        assert_eq!(found, stems, "{text}");
    }

    #[test]
    fn particles_come_off_and_names_stay_whole() {
        for (text, stems) in [
            ("وأربيل", &["اربيل"][..]),
            ("للقوات العراقية", &["القوات", "العراقيه"]),
            ("وبالعراق", &["العراق"]),
            ("واشنطن وبغداد ولبنان", &["واشنطن", "بغداد", "لبنان"]),
            ("لبنان وفلسطين", &["لبنان", "فلسطين"]),
            ("والى العراق", &["الي", "العراق"]),
            ("لـ”كتائب", &["", "\"", "كتايب"]),
            ("بتدبير وانزلاق لاستقطاب", &["تدبير", "انزلاق", "استقطاب"]),
            ("بإبلاغ السفارة", &["ابلاغ", "السفاره"]),
            ("لمحللين بمراقبين", &["محللين", "مراقبين"]),
            ("بتروفيتش وكاستيلو", &["بتروفيتش", "كاستيلو"]),
            // What the text has again, and never without its first letter.
            ("قال فالديفيا وأكد فالديفيا", &["قال", "فالديفيا", "اكد", "فالديفيا"]),
            ("قال ويراكون وأكد ويراكون", &["قال", "ويراكون", "اكد", "ويراكون"]),
            (
                "قال وكاستيلو وأكد وكاستيلو ونفى كاستيلو",
                &["قال", "كاستيلو", "اكد", "كاستيلو", "نفي", "كاستيلو"],
            ),
        ] {
            check(text, stems);
        }
    }

    #[test]
    fn the_stem_stands_after_its_particle() {
        let document = Document::new("لـإيران وَبغداد للعراق");
        let reading = Reading::new(&document);
        let stems: Vec<&str> = reading.words().iter().map(|word| document.slice(word.stem)).collect();
        assert_eq!(stems, ["إيران", "بغداد", "للعراق"]);
    }

    #[test]
    fn a_name_has_its_article_again() {
        for (text, name) in [
            ("للأمم المتحدة", "الأمم المتحدة"),
            ("وللأمم المتحدة", "الأمم المتحدة"),
            ("لإيران", "إيران"),
            ("الأمم المتحدة", "الأمم المتحدة"),
        ] {
            let document = Document::new(text);
            let reading = Reading::new(&document);
            assert_eq!(reading.name(reading.span(0, reading.len())), name, "{text}");
        }
    }

    proptest! {
        #[test]
        fn stems_lie_within_their_tokens(text in "[وفبكلسايمنرتةأىـَ \"«.]{0,80}|\\PC{0,80}") {
            let document = Document::new(&text);
            for word in Reading::new(&document).words() {
                prop_assert!(word.span.contains(word.stem));
                prop_assert!(text.is_char_boundary(word.stem.start.index()));
            }
        }
    }
}
