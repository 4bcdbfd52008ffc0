//! What is looked for: a quote's letters, the letters round it, and the marks at its edges.

use super::letters::{Letter, Letters};
use super::myers::Pattern;
use crate::annotation::model::Quote;
use crate::text::Span;
use crate::text::letters::{fold_char, is_silent};
use std::ops::Range;

/// A quote made ready for search.
pub(super) struct Wanted {
    pub letters: Letters,
    /// The quote's letters.
    pub quote: Vec<char>,
    /// Letters before it in its paragraph, the nearest first.
    pub before: Vec<char>,
    /// Letters after it in its paragraph.
    pub after: Vec<char>,
    /// Whether the quote begins where a word begins, and ends where one ends.
    pub whole: (bool, bool),
    near: Sides,
    far: Sides,
    /// What stands before the first letter and after the last, from the letter outwards.
    lead: Vec<char>,
    trail: Vec<char>,
}

/// The context on both sides as patterns that run away from the quote.
struct Sides {
    before: (Pattern, usize),
    after: (Pattern, usize),
}

/// With fewer letters of context in its own paragraph a quote is also told by the neighbouring ones.
const LITTLE_CONTEXT: usize = 8;
/// Letters of context on each side that are compared at most.
const MOST_CONTEXT: usize = 64;

impl Wanted {
    pub fn new(quote: &Quote) -> Self {
        let letters = Letters::new(&quote.exact);
        let list = letters.chars();
        let paragraph = |c: char| matches!(c, '\n' | '\r');
        let near_before = quote.prefix.rsplit(paragraph).next().unwrap_or("");
        let near_after = quote.suffix.split(paragraph).next().unwrap_or("");
        let outwards = |text: &str| Letters::new(text).chars().into_iter().rev().collect::<Vec<char>>();
        let (far_before, far_after) = (outwards(&quote.prefix), Letters::new(&quote.suffix).chars());
        let (mut before, mut after) = (outwards(near_before), Letters::new(near_after).chars());
        if before.len() + after.len() < LITTLE_CONTEXT {
            (before, after) = (far_before.clone(), far_after.clone());
        }
        // Other programs' contexts may be of any length; the nearest letters tell enough.
        before.truncate(MOST_CONTEXT);
        after.truncate(MOST_CONTEXT);
        let (far_before, far_after) = (first(&far_before), first(&far_after));
        let word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || is_silent(c));
        let exact = quote.exact.as_str();
        let (lead, trail) = edges(exact, &letters);
        Wanted {
            whole: (!word(near_before.chars().next_back()), !word(near_after.chars().next())),
            near: Sides::new(&before, &after),
            far: Sides::new(far_before, far_after),
            quote: list,
            letters,
            before,
            after,
            lead,
            trail,
        }
    }

    /// How many letters of the context stand round `range` too: of the near one, and of all of it.
    pub fn agreement(&self, list: &[Letter], range: Range<usize>) -> (usize, usize) {
        (self.near.agreement(list, &range), self.far.agreement(list, &range))
    }

    /// Whether `range` begins and ends with words where the quote does.
    pub fn cuts_no_word(&self, list: &[Letter], range: &Range<usize>) -> bool {
        let edge = |at: usize| list.get(at).is_none_or(|letter| letter.begins);
        (!self.whole.0 || edge(range.start)) && (!self.whole.1 || edge(range.end))
    }

    /// `near` as a share of the near context; all of it where there is none.
    pub fn share(&self, near: usize) -> f32 {
        let all = self.before.len() + self.after.len();
        if all == 0 { 1.0 } else { near as f32 / all as f32 }
    }

    /// The span of letters together with the marks and spaces at the quote's edges, as far as the text has
    /// them too.
    pub fn with_edges(&self, text: &str, span: Span) -> Span {
        let before = text.get(..span.start.index()).unwrap_or("");
        let after = text.get(span.end.index()..).unwrap_or("");
        let start = span.start.index() - reach(before.chars().rev(), &self.lead);
        let end = span.end.index() + reach(after.chars(), &self.trail);
        Span::of(start..end)
    }
}

fn first(letters: &[char]) -> &[char] {
    letters.get(..MOST_CONTEXT).unwrap_or(letters)
}

impl Sides {
    fn new(before: &[char], after: &[char]) -> Self {
        let side = |letters: &[char]| (Pattern::new(letters), letters.len());
        Sides { before: side(before), after: side(after) }
    }

    fn agreement(&self, list: &[Letter], range: &Range<usize>) -> usize {
        let before = list.get(..range.start).unwrap_or(&[]).iter().rev();
        let after = list.get(range.end..).unwrap_or(&[]).iter();
        side_agreement(&self.before, before) + side_agreement(&self.after, after)
    }
}

fn side_agreement<'l>(
    (pattern, length): &(Pattern, usize),
    letters: impl Iterator<Item = &'l Letter>,
) -> usize {
    // Half as much again leaves room for words that were put in.
    let letters = letters.take(length + length / 2).map(|letter| letter.letter);
    length - pattern.distance_to_beginning(letters).min(*length)
}

/// The marks of `exact` outside its letters, folded, from the letters outwards.
fn edges(exact: &str, letters: &Letters) -> (Vec<char>, Vec<char>) {
    let inner = letters.source(0..letters.list.len());
    let marks = |text: &str| -> Vec<char> { text.chars().flat_map(fold_char).collect() };
    let mut lead = marks(exact.get(..inner.start.index()).unwrap_or(""));
    lead.reverse();
    (lead, marks(exact.get(inner.end.index()..).unwrap_or("")))
}

/// How many bytes of `text` the wanted marks take, whatever spaces and silent marks stand between them.
fn reach(text: impl Iterator<Item = char>, wanted: &[char]) -> usize {
    let mut wanted = wanted.iter().copied().peekable();
    let (mut taken, mut seen) = (0, 0);
    for character in text {
        let Some(next) = wanted.peek().copied() else { break };
        seen += character.len_utf8();
        let Some(folded) = fold_char(character).next() else { continue };
        if folded.is_whitespace() {
            if next.is_whitespace() {
                taken = seen;
            }
            continue;
        }
        while wanted.next_if(|c| c.is_whitespace()).is_some() {}
        if wanted.next_if_eq(&folded).is_none() {
            break;
        }
        taken = seen;
    }
    taken
}
