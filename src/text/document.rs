//! A text as it was given, with everything about it that needs no knowledge of names or verbs.

use super::offset::{Byte, OffsetTable, Span};
use super::sentence;
use super::word::Tokens;

/// The text of an article, never altered, with its offsets, tokens, sentences and paragraphs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    offsets: OffsetTable,
    tokens: Tokens,
    paragraphs: Vec<Span>,
    sentences: Vec<Span>,
}

impl Document {
    /// Reads `text` once; linear in its length, never fails.
    pub fn new(text: &str) -> Self {
        let tokens = Tokens::new(text);
        let paragraphs = sentence::paragraphs(text);
        let sentences = sentence::sentences(text, &tokens, &paragraphs);
        Document { offsets: OffsetTable::new(text), tokens, paragraphs, sentences }
    }

    /// The text, exactly as given.
    pub fn text(&self) -> &str {
        self.offsets.text()
    }

    /// The conversion to code points and UTF-16.
    pub fn offsets(&self) -> &OffsetTable {
        &self.offsets
    }

    /// Words, numbers and marks in order.
    pub fn tokens(&self) -> &Tokens {
        &self.tokens
    }

    /// The paragraphs (lines that are not empty), in order.
    pub fn paragraphs(&self) -> &[Span] {
        &self.paragraphs
    }

    /// The sentences in order; none crosses a paragraph's end.
    pub fn sentences(&self) -> &[Span] {
        &self.sentences
    }

    /// The sentence at `position`; between two the next.
    pub fn sentence_at(&self, position: Byte) -> Option<Span> {
        self.sentences.get(self.sentences.partition_point(|sentence| sentence.end <= position)).copied()
    }

    /// The words of a span.
    pub fn slice(&self, span: Span) -> &str {
        span.of_text(self.text())
    }
}

#[cfg(test)]
mod tests {
    use super::super::word::TokenKind;
    use super::*;

    const TEXT: &str = "نفت بغداد ذلك. وأضافت: لا خطط.\n\nقال الوزير";

    #[test]
    fn a_text_has_paragraphs_of_sentences_of_words() {
        let document = Document::new(TEXT);
        let words = |spans: &[Span]| spans.iter().map(|span| document.slice(*span)).collect::<Vec<_>>();
        assert_eq!(words(document.paragraphs()), ["نفت بغداد ذلك. وأضافت: لا خطط.", "قال الوزير"]);
        assert_eq!(words(document.sentences()), ["نفت بغداد ذلك.", "وأضافت: لا خطط.", "قال الوزير"]);
        let tokens = document.tokens().list().iter();
        let tokens: Vec<Span> =
            tokens.filter(|token| token.kind == TokenKind::Word).map(|token| token.span).collect();
        assert_eq!(words(&tokens), ["نفت", "بغداد", "ذلك", "وأضافت", "لا", "خطط", "قال", "الوزير"]);
    }

    #[test]
    fn a_place_belongs_to_the_sentence_round_it_or_after_it() {
        let document = Document::new(TEXT);
        let sentence = |words: &str| {
            let place = Byte(TEXT.find(words).unwrap() as u32);
            document.sentence_at(place).map(|span| document.slice(span))
        };
        assert_eq!(sentence("نفت"), Some("نفت بغداد ذلك."));
        assert_eq!(sentence("بغداد"), Some("نفت بغداد ذلك."));
        // The space between two sentences.
        assert_eq!(sentence(" وأضافت"), Some("وأضافت: لا خطط."));
        assert_eq!(sentence("\n"), Some("قال الوزير"));
        assert_eq!(document.sentence_at(Byte(TEXT.len() as u32)), None);
    }
}
