//! Paragraphs and sentences.

use super::offset::Span;
use super::word::{TokenKind, Tokens};

/// The lines of `text` that hold more than white space, without the white space round them.
pub fn paragraphs(text: &str) -> Vec<Span> {
    let mut start = 0;
    let mut found = Vec::new();
    for line in text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}']) {
        let inner = line.trim();
        if !inner.is_empty() {
            let lead = line.len() - line.trim_start().len();
            found.push(Span::of(start + lead..start + lead + inner.len()));
        }
        start += line.len();
    }
    found
}

/// The sentences of each paragraph: they end after `.`, `؟`, `?`, `!` or `…` and the marks that close
/// them.
pub fn sentences(text: &str, tokens: &Tokens, paragraphs: &[Span]) -> Vec<Span> {
    let mut found = Vec::new();
    let mut list = tokens.list().iter().peekable();
    for paragraph in paragraphs {
        let mut start = None;
        let mut end = paragraph.start;
        while let Some(token) = list.next_if(|t| t.span.start < paragraph.end) {
            start = start.or((token.kind != TokenKind::Break).then_some(token.span.start));
            end = token.span.end;
            let stops = token.kind == TokenKind::Mark
                && token.span.of_text(text).starts_with(['.', '؟', '?', '!', '…', '۔']);
            let closed = list
                .peek()
                .is_some_and(|t| matches!(t.kind, TokenKind::Quote) && t.span.start == token.span.end);
            if let (true, false, Some(first)) = (stops, closed, start) {
                found.push(Span::new(first, end));
                start = None;
            }
        }
        if let Some(first) = start {
            found.push(Span::new(first, end.min(paragraph.end)));
        }
    }
    found
}
