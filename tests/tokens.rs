//! Persons, organisations and places on ANERcorp, a corpus of newswire of 2006 by Benajiba, Rosso and Benedí
//! Ruiz (CC BY-SA 4.0), where it lies beside the checkout: what was reached may rise, it may not fall.
//!
//! As `score_tokens.py` beside the corpus counts: a found name is the tokens of which it covers half, of
//! nested names the longest counts, and only the very same tokens and kind are right.

#![allow(clippy::unwrap_used, reason = "a test that fails says so by panicking")]

use mawqif::analysis::{EntityKind, find_entities};
use mawqif::text::Document;
use std::collections::BTreeSet;
use std::ops::Range;
use std::path::Path;

/// Sentences that are read as one article.
const SENTENCES: usize = 25;
/// F1 and precision, in percent.
const HELD: (f64, f64) = (82.0, 80.0);

/// A name: its first token, the one after its last, its kind.
type Name = (usize, usize, EntityKind);

#[test]
fn names_in_newswire() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/evaluation/anercorp/tokens.txt");
    let Ok(corpus) = std::fs::read_to_string(path) else { return };
    let (mut right, mut gold, mut found) = (0, 0, 0);
    for tokens in articles(&corpus) {
        let (expected, got) = (marked(&tokens), recognised(&tokens));
        right += expected.intersection(&got).count();
        gold += expected.len();
        found += got.len();
    }
    let percent = |of: usize| 100.0 * right as f64 / of as f64;
    let (precision, recall) = (percent(found), percent(gold));
    let f1 = 2.0 * precision * recall / (precision + recall);
    assert!(
        f1 >= HELD.0 && precision >= HELD.1,
        "precision {precision:.1}, recall {recall:.1}, F1 {f1:.1}; held are F1 and precision {HELD:?}"
    );
}

/// Runs of [`SENTENCES`] sentences, each token with its tag.
fn articles(corpus: &str) -> Vec<Vec<(&str, &str)>> {
    let mut articles = vec![Vec::new()];
    let mut sentences = 0;
    for (token, tag) in corpus.lines().filter_map(|line| line.split_once(' ')) {
        articles.last_mut().unwrap().push((token, tag.trim()));
        sentences += usize::from(token == ".");
        if sentences == SENTENCES {
            articles.push(Vec::new());
            sentences = 0;
        }
    }
    articles
}

/// The names as the corpus tags them.
fn marked(tokens: &[(&str, &str)]) -> BTreeSet<Name> {
    let mut names: Vec<Name> = Vec::new();
    for (index, (_, tag)) in tokens.iter().enumerate() {
        let Some((place, kind)) = tag.split_once('-') else { continue };
        let kind = match kind {
            "PER" | "PERS" => EntityKind::Person,
            "ORG" => EntityKind::Organisation,
            "LOC" => EntityKind::Place,
            _ => continue,
        };
        match names.last_mut() {
            Some((_, end, last)) if place == "I" && *end == index && *last == kind => *end += 1,
            _ => names.push((index, index + 1, kind)),
        }
    }
    names.into_iter().collect()
}

/// The names as the engine finds them in the tokens set as running text.
fn recognised(tokens: &[(&str, &str)]) -> BTreeSet<Name> {
    let (text, places) = laid_out(tokens);
    let mut entities = find_entities(&Document::new(&text), None);
    entities.sort_by_key(|entity| std::cmp::Reverse(text[entity.span.range()].chars().count()));
    let mut taken = BTreeSet::new();
    let mut names = BTreeSet::new();
    for entity in entities {
        let span = entity.span.range();
        let covered = places.iter().enumerate().filter(|(_, place)| {
            let both = place.end.min(span.end).max(place.start).max(span.start) - place.start.max(span.start);
            2 * both >= place.len()
        });
        let covered: Vec<usize> = covered.map(|(index, _)| index).collect();
        let name = matches!(entity.kind, EntityKind::Person | EntityKind::Organisation | EntityKind::Place);
        if let (Some(first), Some(last)) = (covered.first(), covered.last())
            && name
            && covered.iter().all(|index| !taken.contains(index))
        {
            names.insert((*first, last + 1, entity.kind));
            taken.extend(covered);
        }
    }
    names
}

/// The tokens with spaces between them, but not before what closes or after what opens; and where each is.
fn laid_out(tokens: &[(&str, &str)]) -> (String, Vec<Range<usize>>) {
    let mut text = String::new();
    let mut places = Vec::new();
    for (token, _) in tokens {
        if !text.is_empty()
            && !token.starts_with(|c| ".,،؛;:!?؟)»]".contains(c))
            && !text.ends_with(['(', '«', '['])
        {
            text.push(' ');
        }
        places.push(text.len()..text.len() + token.len());
        text.push_str(token);
    }
    (text, places)
}
