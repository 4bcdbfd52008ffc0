//! Paragraphs and sentences.
//!
//! | text | ends |
//! | --- | --- |
//! | وصل. ثم غادر. | after each stop |
//! | قال د. سامي. | not after an abbreviation of one letter |
//! | بنسبة 3.5 في 9.1.2024. | not within a number |
//! | قال: «وصلنا. ثم غادرنا.» وانتهى. | not inside the quotation, but after it |
//! | وصل.» ثم غادر. | after a mark that closes what nothing opened |

use super::offset::Span;
use super::word::{Token, TokenKind, Tokens};

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
    let list = tokens.list();
    let mut found = Vec::new();
    let mut first = 0;
    for paragraph in paragraphs {
        let count = list.get(first..).unwrap_or(&[]).partition_point(|t| t.span.start < paragraph.end);
        let inside = list.get(first..first + count).unwrap_or(&[]);
        let skipped = inside.iter().take_while(|token| token.kind == TokenKind::Break).count();
        first += count;
        split(text, inside.get(skipped..).unwrap_or(&[]), &mut found);
    }
    found
}

/// Adds the sentences of one paragraph's tokens.
fn split(text: &str, tokens: &[Token], found: &mut Vec<Span>) {
    let mut quotation = Quotation::new(text, tokens);
    let mut start = None;
    let mut stopped = false;
    for (index, token) in tokens.iter().enumerate() {
        if token.kind == TokenKind::Break {
            continue;
        }
        start = start.or(Some(token.span.start));
        let touches = index.checked_sub(1).and_then(|at| tokens.get(at)).map(|before| before.span.end);
        let touches = touches == Some(token.span.start);
        let closes =
            token.kind == TokenKind::Quote && quotation.pass(index, token.span.of_text(text), touches);
        // A stop before the mark that closes a quotation stops the sentence too.
        stopped = stops(text, tokens, index) || stopped && closes;
        let more = tokens.get(index + 1).is_some_and(|next| {
            (next.kind == TokenKind::Quote || stops(text, tokens, index + 1))
                && next.span.start == token.span.end
        });
        if let (true, false, false, Some(first)) = (stopped, more, quotation.is_open(), start) {
            found.push(Span::new(first, token.span.end));
            start = None;
        }
    }
    if let (Some(first), Some(last)) = (start, tokens.iter().rev().find(|t| t.kind != TokenKind::Break)) {
        found.push(Span::new(first, last.span.end));
    }
}

/// Whether a sentence can end after the token.
fn stops(text: &str, tokens: &[Token], index: usize) -> bool {
    let Some(token) = tokens.get(index).filter(|token| token.kind == TokenKind::Mark) else { return false };
    let mark = token.span.of_text(text);
    mark.starts_with(['؟', '?', '!', '…', '۔'])
        || mark.starts_with('.') && !abbreviates(text, tokens, index) && !joins(text, tokens, index)
}

/// Whether the stop belongs to an abbreviation: one letter that touches it, which is no unit after a
/// number (`20 م.`), and something after it.
fn abbreviates(text: &str, tokens: &[Token], index: usize) -> bool {
    let Some(before) = index.checked_sub(1).and_then(|at| tokens.get(at)) else { return false };
    let letter = before.kind == TokenKind::Word
        && before.span.end == tokens.get(index).map_or(before.span.start, |stop| stop.span.start)
        && before.span.of_text(text).chars().filter(|c| c.is_alphabetic()).take(2).count() == 1;
    let number =
        index.checked_sub(2).and_then(|at| tokens.get(at)).is_some_and(|t| t.kind == TokenKind::Number);
    letter && !number && tokens.get(index + 1).is_some_and(|next| next.kind == TokenKind::Word)
}

/// Whether the stop joins two parts of an address, `mawqif.example`, or two letters called by their names:
/// «إم.كيو-9», «إف.بي.آي».
fn joins(text: &str, tokens: &[Token], index: usize) -> bool {
    let (Some(stop), Some(next)) = (tokens.get(index), tokens.get(index + 1)) else { return false };
    let before = index.checked_sub(1).and_then(|at| tokens.get(at));
    let letter = |token: &Token, most: usize| {
        token.kind == TokenKind::Word && token.span.of_text(text).chars().count() <= most
    };
    let letters = letter(next, 3) && before.is_some_and(|t| letter(t, 2) && t.span.end == stop.span.start);
    let ascii = next.span.of_text(text).starts_with(|c: char| c.is_ascii_alphanumeric());
    next.span.start == stop.span.end && (ascii || letters)
}

/// Which quotation of a paragraph is open while its tokens are passed; a mark that nothing closes opens
/// none.
struct Quotation {
    /// The last token that closes a guillemet, and the last of all other quotation marks.
    last: [Option<usize>; 2],
    open: Option<Shape>,
}

/// Guillemets have two shapes; of all other marks any closes any, as the press has them on both sides.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Guillemet,
    Other,
}

impl Quotation {
    fn new(text: &str, tokens: &[Token]) -> Self {
        let quotes = || tokens.iter().enumerate().filter(|(_, token)| token.kind == TokenKind::Quote);
        let last = |closes: fn(&str) -> bool| {
            quotes().rfind(|(_, token)| closes(token.span.of_text(text))).map(|(index, _)| index)
        };
        let guillemet = last(|mark| mark.starts_with(['»', '›']));
        let other = last(|mark| !mark.starts_with(['»', '›', '«', '‹']));
        Quotation { last: [guillemet, other], open: None }
    }

    /// Passes a quotation mark; whether it closes the quotation, or one that nothing opened where it `touches`
    /// the word before it.
    fn pass(&mut self, index: usize, mark: &str, touches: bool) -> bool {
        let opens = mark.starts_with(['«', '‹']);
        let shape = if opens || mark.starts_with(['»', '›']) { Shape::Guillemet } else { Shape::Other };
        match self.open {
            Some(open) if open == shape && !opens => {
                self.open = None;
                return true;
            }
            None if opens || shape == Shape::Other => {
                let last = self.last[usize::from(shape == Shape::Other)];
                self.open = last.filter(|last| *last > index).map(|_| shape);
                return touches && !opens && self.open.is_none();
            }
            None => return touches,
            _ => {}
        }
        false
    }

    fn is_open(&self) -> bool {
        self.open.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::super::Document;
    use proptest::prelude::*;

    #[test]
    fn sentences_end_after_stops_alone() {
        for (text, sentences) in [
            ("وصل. ثم غادر؟ نعم!", &["وصل.", "ثم غادر؟", "نعم!"][..]),
            ("قال د. سامي إنه وصل. ثم غادر", &["قال د. سامي إنه وصل.", "ثم غادر"]),
            ("(د. ب. أ) وصل. ثم غادر", &["(د. ب. أ) وصل.", "ثم غادر"]),
            ("على بعد 20 م. ثم غادر", &["على بعد 20 م.", "ثم غادر"]),
            ("بنسبة 3.5 في 9.1.2024. ثم", &["بنسبة 3.5 في 9.1.2024.", "ثم"]),
            ("قال: «وصلنا. ثم غادرنا.» وانتهى. نعم", &["قال: «وصلنا. ثم غادرنا.»", "وانتهى.", "نعم"]),
            ("قال: ”وصلنا. ثم غادرنا”. نعم", &["قال: ”وصلنا. ثم غادرنا”.", "نعم"]),
            ("قال \"وصلنا. ثم غادرنا. نعم", &["قال \"وصلنا.", "ثم غادرنا.", "نعم"]),
            // A mark that nothing opened closes where it touches the stop.
            ("وصل.» ثم غادر. نعم", &["وصل.»", "ثم غادر.", "نعم"]),
            ("وصل.\" ثم غادر", &["وصل.\"", "ثم غادر"]),
            ("وصل. » ثم غادر", &["وصل.", "» ثم غادر"]),
            ("وصل. \"ثم غادر", &["وصل.", "\"ثم غادر"]),
            // Marks within marks close only their own.
            ("قال «وصل \"الوفد\" أمس. ثم غادر.» نعم", &["قال «وصل \"الوفد\" أمس. ثم غادر.»", "نعم"]),
            ("موقع mawqif.example على. نعم", &["موقع mawqif.example على.", "نعم"]),
            ("طائرة (إم.كيو-9) سقطت. نعم", &["طائرة (إم.كيو-9) سقطت.", "نعم"]),
            ("انتظر... ثم غادر", &["انتظر...", "ثم غادر"]),
            ("سطر بلا نقطة\nسطر آخر. نعم", &["سطر بلا نقطة", "سطر آخر.", "نعم"]),
        ] {
            let document = Document::new(text);
            let found: Vec<&str> = document.sentences().iter().map(|span| document.slice(*span)).collect();
            assert_eq!(found, sentences);
        }
    }

    proptest! {
        #[test]
        fn every_token_lies_in_one_sentence(text in "[وا.؟ \n«»\"”د2]{0,60}|\\PC{0,60}") {
            let document = Document::new(&text);
            for pair in document.sentences().windows(2) {
                prop_assert!(pair[0].end <= pair[1].start);
            }
            for token in document.tokens().list().iter().filter(|t| t.kind != super::TokenKind::Break) {
                let around = document.sentences().iter().filter(|s| s.contains(token.span)).count();
                prop_assert_eq!(around, 1);
            }
        }
    }
}
