//! Reading a phrase token by token: words with or without joined particles, phrases of the lexicon.

use crate::lexicon::{Sense, Table, prefixes};
use crate::text::{Document, Span, Token, TokenKind, after_folded};

/// The tokens of a document, read from any place on.
#[derive(Clone, Copy)]
pub struct Phrases<'d> {
    document: &'d Document,
}

/// A phrase of the lexicon at a token.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    /// What it is.
    pub sense: Sense,
    /// The token after it.
    pub next: usize,
    /// Bytes of joined particles before it in its first token's folded spelling.
    pub cut: usize,
}

impl<'d> Phrases<'d> {
    /// The phrases of `document`.
    pub fn new(document: &'d Document) -> Self {
        Phrases { document }
    }

    /// How many tokens there are.
    pub fn len(&self) -> usize {
        self.document.tokens().list().len()
    }

    /// The token at `index`.
    pub fn token(&self, index: usize) -> Option<&'d Token> {
        self.document.tokens().list().get(index)
    }

    /// What the token is; a break beyond the end.
    pub fn kind(&self, index: usize) -> TokenKind {
        self.token(index).map_or(TokenKind::Break, |token| token.kind)
    }

    /// The folded spelling of a token.
    pub fn word(&self, index: usize) -> &'d str {
        self.document.tokens().word(index)
    }

    /// Whether the token is the mark.
    pub fn is_mark(&self, index: usize, mark: &str) -> bool {
        self.kind(index) == TokenKind::Mark && self.word(index) == mark
    }

    /// Whether the token touches the one before it.
    pub fn touches(&self, index: usize) -> bool {
        match (index.checked_sub(1).and_then(|i| self.token(i)), self.token(index)) {
            (Some(before), Some(token)) => before.span.end == token.span.start,
            _ => false,
        }
    }

    /// The longest phrase of `table` at exactly this token, no particle before it.
    pub fn whole(&self, index: usize, table: Table) -> Option<Found> {
        self.at(index, 0, table)
    }

    /// The longest phrase of `table` at the token, with or without joined particles; `article` says
    /// whether `ال` may stand before it too.
    pub fn joined(&self, index: usize, table: Table, article: bool) -> Option<Found> {
        if self.kind(index) != TokenKind::Word {
            return None;
        }
        let word = self.word(index);
        let the = |cut: usize| {
            let rest = word.get(cut..).filter(|rest| article && rest.starts_with("ال"));
            rest.map(|_| cut + "ال".len())
        };
        let cuts = particles(word).chain(the(0)).flat_map(|cut| [Some(cut), the(cut)]);
        std::iter::once(0)
            .chain(cuts.flatten())
            .filter_map(|cut| self.at(index, cut, table))
            .max_by_key(|found| (found.next, std::cmp::Reverse(found.cut)))
    }

    fn at(&self, index: usize, cut: usize, table: Table) -> Option<Found> {
        let token = self.token(index)?;
        let start = token.folded.start as usize + cut;
        let phrases = prefixes([self.document.tokens().folded().get(start..)?, "", ""]);
        let found = phrases.filter_map(|(words, hit)| Some((words, hit.sense_in(table)?))).last();
        found.map(|(words, sense)| Found { sense, next: index + words, cut })
    }

    /// The span of the tokens `from..to`, the first `cut` folded bytes of the first one left out.
    pub fn span(&self, from: usize, cut: usize, to: usize) -> Span {
        let (Some(first), Some(last)) = (self.token(from), self.token(to.saturating_sub(1).max(from))) else {
            return Span::default();
        };
        let offset = after_folded(self.document.slice(first.span), cut).unwrap_or(0);
        Span::of(first.span.start.index() + offset..last.span.end.index())
    }
}

/// A folded word without the joined particles before it, as spelled with each possible cut: whole first.
pub fn readings(word: &str) -> impl Iterator<Item = (usize, &str)> {
    let cuts = particles(word).filter_map(move |cut| {
        let rest = word.get(cut..)?;
        (rest.chars().nth(1).is_some()).then_some((cut, rest))
    });
    std::iter::once((0, word)).chain(cuts)
}

/// The bytes of the particles that may be joined before a word, the longest first: و or ف with another
/// after it, then one alone.
fn particles(word: &str) -> impl Iterator<Item = usize> {
    let mut letters = word.chars();
    let (first, second) = (letters.next().unwrap_or(' '), letters.next().unwrap_or(' '));
    let two = matches!((first, second), ('و', 'ب' | 'ل' | 'ك') | ('ف', 'ب' | 'ل'));
    let one = matches!(first, 'و' | 'ف' | 'ب' | 'ل' | 'ك' | 'س');
    let cut = |fits: bool, length| fits.then_some(length);
    cut(two, first.len_utf8() + second.len_utf8()).into_iter().chain(cut(one, first.len_utf8()))
}
