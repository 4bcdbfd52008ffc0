//! A span without the particles joined to its first word: `وبالعراق` is taken as `العراق`.

use super::reading::Reading;
use crate::text::{Document, Span};

/// `span` from its first word's stem on, where it begins with that word's particles; else as it is. Reads
/// only the sentence in which it begins. A ل that swallowed the article's alif stays: its letters cannot be
/// told from the stem's.
pub fn without_particles(document: &Document, span: Span) -> Span {
    let sentence = document.sentence_at(span.start).filter(|sentence| sentence.start <= span.start);
    let Some(sentence) = sentence else { return span };
    let part = Document::new(document.slice(sentence));
    let from = span.start.index() - sentence.start.index();
    let reading = Reading::new(&part);
    let word = reading.words().iter().find(|word| word.span.end.index() > from);
    let stem = word.filter(|word| word.span.start.index() >= from && !word.particles.is_empty());
    let Some(stem) = stem.map(|word| sentence.start.index() + word.stem.start.index()) else { return span };
    // A particle alone (لـ before a quotation mark) leaves the mark's words.
    let skipped = document.text().get(stem..span.end.index()).unwrap_or("");
    let start = span.end.index() - skipped.trim_start().len();
    if start < span.end.index() { Span::of(start..span.end.index()) } else { span }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn particles_stay_outside_and_names_stay_whole() {
        for (text, selected, bare) in [
            ("سافر الوفد. وبالعراق قوات أجنبية", "وبالعراق قوات", "العراق قوات"),
            ("بين واشنطن وبغداد", "وبغداد", "بغداد"),
            ("بين واشنطن وبغداد", "واشنطن وبغداد", "واشنطن وبغداد"),
            ("خطط للقوات العراقية", "للقوات العراقية", "للقوات العراقية"),
            ("بين واشنطن وبغداد", "غداد", "غداد"),
            ("قرارا لـ إيران", "لـ إيران", "إيران"),
            ("خرج و", "و", "و"),
        ] {
            let document = Document::new(text);
            let start = text.find(selected).unwrap();
            let span = without_particles(&document, Span::of(start..start + selected.len()));
            assert_eq!(document.slice(span), bare, "{text}");
        }
    }
}
