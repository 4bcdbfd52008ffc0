//! The article and its annotations: the same at every run.

use crate::support;
use mawqif::annotation::{Annotation, AnnotationId, Article, Content, Target, Timestamp, Workspace};
use mawqif::exchange::w3c;
use mawqif::text::{Byte, Document, Span};

/// An article with annotations spread over it.
pub struct Sample {
    document: Document,
    spans: Vec<Span>,
}

impl Sample {
    /// So many characters of news, with so many annotations of one to nine words.
    pub fn new(characters: usize, annotations: usize) -> Sample {
        let text: String = support::news(characters * 2).chars().take(characters).collect();
        let document = Document::new(&text);
        let tokens = document.tokens().list();
        let spans = (0..annotations).filter_map(|number| {
            let first = number * tokens.len() / annotations;
            let start = tokens.get(first)?.span.start;
            let paragraph = document.paragraphs().iter().find(|p| p.end > start)?;
            let last = tokens.get(first + number % 9).map_or(start, |token| token.span.end);
            Some(Span::new(start.max(paragraph.start), Byte(last.0.min(paragraph.end.0))))
        });
        let spans = spans.filter(|span: &Span| span.start < span.end).collect();
        Sample { document, spans }
    }

    /// The text.
    pub fn text(&self) -> &str {
        self.document.text()
    }

    /// How many paragraphs it has.
    pub fn paragraphs(&self) -> usize {
        self.document.paragraphs().len()
    }

    /// How many annotations there are.
    pub fn annotations(&self) -> usize {
        self.spans.len()
    }

    /// The annotations as a file that the page takes in: half of them carry a note.
    pub fn w3c(&self) -> String {
        let annotations = self.spans.iter().enumerate().map(|(number, span)| Annotation {
            id: AnnotationId(format!("urn:uuid:00000000-0000-4000-8000-{number:012}")),
            created: Timestamp("2026-01-01T00:00:00Z".into()),
            modified: Timestamp("2026-01-01T00:00:00Z".into()),
            target: Target::new(&self.document, *span),
            content: if number % 2 == 0 { Content::Highlight } else { Content::Note },
            note: if number % 2 == 0 { String::new() } else { "ملاحظة القارئ".into() },
            tags: Vec::new(),
            judgement: None,
            other: serde_json::Map::new(),
        });
        w3c::write(&Workspace::new(Article::new(self.text().to_owned()), annotations))
    }

    /// The paragraphs, and the spans as `[start, end]` in UTF-16 units of the paragraphs one after the other.
    pub fn json(&self) -> String {
        let paragraphs: Vec<&str> =
            self.document.paragraphs().iter().map(|p| self.document.slice(*p)).collect();
        let units = |at: Byte| {
            let before = self.document.paragraphs().iter().take_while(|p| p.start <= at);
            before
                .map(|p| self.document.slice(Span::new(p.start, p.end.min(at))).encode_utf16().count())
                .sum::<usize>()
        };
        let spans: Vec<[usize; 2]> =
            self.spans.iter().map(|span| [units(span.start), units(span.end)]).collect();
        serde_json::json!({"paragraphs": paragraphs, "spans": spans}).to_string()
    }
}
