//! Words and punctuation of a text, in order.

use super::letters::{fold_char, fold_into, is_arabic, is_silent, is_word};
use super::offset::Span;
use std::ops::Range;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with joined particles still on.
    Word,
    /// Digits, with decimal and thousands separators between them.
    Number,
    /// One quotation mark of any shape (`''` is one mark).
    Quote,
    /// One other mark.
    Mark,
    /// One or more line breaks: a paragraph ends.
    Break,
}

/// One token of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it stands, marks on its letters included.
    pub span: Span,
    /// Its bytes in [`Tokens::folded`].
    pub folded: Range<u32>,
}

/// The tokens of a text and their folded spelling, each followed by one space, so that a phrase of
/// several words is one stretch of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tokens {
    list: Vec<Token>,
    folded: String,
}

impl Tokens {
    /// Cuts `text` into tokens in one pass.
    pub fn new(text: &str) -> Self {
        let mut tokens = Tokens::default();
        let mut rest = text.char_indices().peekable();
        while let Some((start, first)) = rest.next() {
            let kind = match first {
                _ if is_arabic(first) => TokenKind::Word,
                '\n' | '\r' | '\u{2028}' | '\u{2029}' => TokenKind::Break,
                _ if first.is_whitespace() || (is_silent(first)) => continue,
                // «#محمود_عباس» are two words.
                '#' | '_' if rest.peek().is_some_and(|(_, next)| is_arabic(*next)) => continue,
                _ if first.is_numeric() => TokenKind::Number,
                _ if is_word(first) => TokenKind::Word,
                _ => match fold_char(first).next() {
                    Some('"') => TokenKind::Quote,
                    Some('\'') if rest.peek().is_some_and(|(_, c)| is_apostrophe(*c)) => TokenKind::Quote,
                    _ => TokenKind::Mark,
                },
            };
            let mut end = start + first.len_utf8();
            if kind == TokenKind::Quote && is_apostrophe(first) {
                rest.next();
                end = rest.peek().map_or(text.len(), |(index, _)| *index);
            }
            while let Some((index, next)) = rest.peek().copied() {
                let continues = match kind {
                    // A particle joined to digits (و14) is a word of its own; a model number (F16) is one word.
                    TokenKind::Word if is_arabic(next) => true,
                    TokenKind::Word => is_word(next) && (!next.is_numeric() || first.is_ascii()),
                    TokenKind::Number => {
                        next.is_numeric()
                            || is_silent(next)
                            || matches!(next, '.' | ',' | '٫' | '٬')
                                && text[index + next.len_utf8()..].starts_with(char::is_numeric)
                    }
                    TokenKind::Break => next.is_whitespace() || is_silent(next),
                    _ => is_silent(next),
                };
                if !continues {
                    break;
                }
                end = index + next.len_utf8();
                rest.next();
            }
            tokens.push(kind, Span::of(start..end), text);
        }
        tokens
    }

    fn push(&mut self, kind: TokenKind, span: Span, text: &str) {
        let start = self.folded.len() as u32;
        match kind {
            TokenKind::Break => self.folded.push('\n'),
            TokenKind::Quote => self.folded.push('"'),
            _ => {
                fold_into(&mut self.folded, span.of_text(text));
                // A ligature of several words (ﷺ) is one token: no space within it.
                if self.folded.get(start as usize..).is_some_and(|word| word.contains(' ')) {
                    let word = self.folded.split_off(start as usize);
                    self.folded.extend(word.chars().filter(|letter| *letter != ' '));
                }
            }
        }
        let folded = start..self.folded.len() as u32;
        self.folded.push(' ');
        self.list.push(Token { kind, span, folded });
    }

    /// The tokens in the text's order.
    pub fn list(&self) -> &[Token] {
        &self.list
    }

    /// The folded spelling of all tokens, a space after each.
    pub fn folded(&self) -> &str {
        &self.folded
    }

    /// The folded spelling of one token; empty beyond the end.
    pub fn word(&self, index: usize) -> &str {
        let range = self.list.get(index).map_or(0..0, |t| t.folded.start as usize..t.folded.end as usize);
        self.folded.get(range).unwrap_or("")
    }
}

fn is_apostrophe(character: char) -> bool {
    fold_char(character).eq(['\''])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_token_has_its_folded_spelling() {
        for (text, words) in [
            ("قال الوزيرُ: «لا»", &["قال", "الوزير", ":", "\"", "لا", "\""][..]),
            ("سطر\nآخر", &["سطر", "\n", "اخر"]),
            ("في ٢٠٢٤", &["في", "2024"]),
            ("قال #محمود_عباس", &["قال", "محمود", "عباس"]),
            // A ligature of several words is one token.
            ("محمد ﷺ قال", &["محمد", "صلياللهعليهوسلم", "قال"]),
        ] {
            let tokens = Tokens::new(text);
            let found: Vec<&str> = (0..tokens.list().len()).map(|index| tokens.word(index)).collect();
            assert_eq!(found, words);
        }
    }
}
