//! Which quotation marks belong together, whatever their shape: news uses them freely.
//!
//! | written | read as |
//! | --- | --- |
//! | «…» “…” "…" | a pair |
//! | لـ”كتائب حزب الله” | a pair: the first follows a particle, the second a word |
//! | قال: «أولا. ¶ «ثانيا». | one pair over both paragraphs |
//! | العراق» لا يريد | a closing mark without its opening one: no pair |
//! | قال: (لن نتراجع) | a pair, right behind a colon |
//! | نقل عن ''يونيفل ''. | a closing mark: nothing opens right before a stop |
//! | قواعد عمل'' يونيفل ''. | marks spaced the wrong way round still alternate |

use crate::analysis::Reading;
use crate::text::TokenKind;

/// What a mark seems to be by its neighbours and its shape.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Opens,
    Closes,
    Either,
}

/// For each token that is a paired mark its partner.
pub fn pair(reading: &Reading) -> Vec<Option<u32>> {
    let mut partners = vec![None; reading.len() + 1];
    let mut open: Vec<usize> = Vec::new();
    let mut again = false;
    let mut parenthesis = 0;
    for index in 0..reading.len() {
        match reading.kind(index) {
            TokenKind::Break => {
                let first = open.first().copied();
                let begins_again = first.filter(|first| goes_on(reading, *first, index));
                let first = begins_again.or(first.filter(|_| closes_behind(reading, index)));
                open.clear();
                open.extend(first);
                again = begins_again.is_some();
            }
            // The mark with which each further paragraph of a quotation begins.
            TokenKind::Quote if std::mem::take(&mut again) => {}
            TokenKind::Quote => {
                let side = side(reading, index);
                let opens = match side {
                    Side::Opens => open.len() < 2,
                    Side::Closes => false,
                    Side::Either => open.is_empty(),
                };
                if opens && !(side == Side::Opens && open.last().is_some_and(|o| same(reading, *o, index))) {
                    open.push(index);
                } else if let Some(first) = open.pop() {
                    join(&mut partners, first, index);
                } else if side == Side::Closes
                    && !is_closing_glyph(reading, index)
                    && !is_before_stop(reading, index)
                {
                    // Straight marks spaced the wrong way round.
                    open.push(index);
                }
            }
            _ => {}
        }
        if opens_speech(reading, index) {
            // Until the end that was found last is passed, it is this one's too: the text is looked through once.
            if parenthesis <= index {
                parenthesis = end_of_parenthesis(reading, index);
            }
            if reading.folded(parenthesis) == ")" && parenthesis > index + 3 {
                join(&mut partners, index, parenthesis);
            }
        }
    }
    partners
}

/// Makes two marks a pair.
fn join(partners: &mut [Option<u32>], open: usize, close: usize) {
    for (mark, partner) in [(open, close), (close, open)] {
        if let Some(slot) = partners.get_mut(mark) {
            *slot = Some(partner as u32);
        }
    }
}

/// «قال: (لن نتراجع)»: a parenthesis right behind a colon.
fn opens_speech(reading: &Reading, index: usize) -> bool {
    reading.folded(index) == "(" && index.checked_sub(1).is_some_and(|colon| reading.folded(colon) == ":")
}

/// The token that closes a parenthesis, or where its paragraph ends.
fn end_of_parenthesis(reading: &Reading, open: usize) -> usize {
    let ends = |at: &usize| reading.folded(*at) == ")" || reading.kind(*at) == TokenKind::Break;
    (open..reading.len()).find(ends).unwrap_or(reading.len())
}

/// Whether speech that `first` opens after a colon goes on in the paragraph after the break: that begins with
/// an opening mark again.
fn goes_on(reading: &Reading, first: usize, broken: usize) -> bool {
    let opens = |index| glyph(reading, index).contains(['«', '“']);
    let colon = first.checked_sub(1).is_some_and(|i| reading.folded(i) == ":");
    let next = (broken..reading.len().min(broken + 4)).find(|i| reading.kind(*i) != TokenKind::Break);
    colon && opens(first) && next.is_some_and(opens)
}

/// Tokens of a paragraph behind a break among which the mark stands that closes what was opened before it, at most.
const BEHIND: usize = 120;

/// Whether the first mark behind a break closes what nothing in its paragraph has opened.
fn closes_behind(reading: &Reading, broken: usize) -> bool {
    let start = (broken..reading.len()).find(|at| reading.kind(*at) != TokenKind::Break);
    let Some(start) = start else { return false };
    let mut paragraph =
        (start..reading.len().min(start + BEHIND)).take_while(|at| reading.kind(*at) != TokenKind::Break);
    let first = paragraph.find(|at| reading.kind(*at) == TokenKind::Quote);
    first.is_some_and(|mark| mark > start && side(reading, mark) == Side::Closes)
}

/// Marks of one straight shape do not nest.
fn same(reading: &Reading, a: usize, b: usize) -> bool {
    let (a, b) = (glyph(reading, a), glyph(reading, b));
    a == b && !a.contains(['«', '“'])
}

fn glyph<'r>(reading: &'r Reading, index: usize) -> &'r str {
    reading.word(index).map_or("", |word| reading.document().slice(word.span))
}

fn is_closing_glyph(reading: &Reading, index: usize) -> bool {
    glyph(reading, index).contains(['»', '”', '›'])
}

fn side(reading: &Reading, index: usize) -> Side {
    let Some(word) = reading.word(index) else { return Side::Either };
    let text = reading.document().text();
    let before = text.get(..word.span.start.index()).and_then(|rest| rest.chars().next_back());
    let after = text.get(word.span.end.index()..).and_then(|rest| rest.chars().next());
    let particle = index.checked_sub(1).is_some_and(|i| {
        reading
            .word(i)
            .is_some_and(|w| w.span.end == word.span.start && w.stem.is_empty() && !w.particles.is_empty())
    });
    let spaced_before = particle
        || before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | ':' | '-' | 'ـ' | '–' | '[' | '،'));
    let spaced_after = after.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '(' | '…'));
    let by_glyph = if glyph(reading, index).contains(['«', '“', '„', '‹']) {
        Side::Opens
    } else if glyph(reading, index).contains(['»', '›']) {
        Side::Closes
    } else {
        Side::Either
    };
    match (spaced_before, spaced_after) {
        (true, false) => Side::Opens,
        (false, true) => {
            if by_glyph == Side::Opens {
                Side::Either
            } else {
                Side::Closes
            }
        }
        // «يونيفل ''.»
        (true, true) if is_before_stop(reading, index) => Side::Closes,
        _ => by_glyph,
    }
}

/// Whether a sentence ends right behind the mark: it opens nothing.
fn is_before_stop(reading: &Reading, index: usize) -> bool {
    matches!(reading.stem(index + 1), "." | "،" | "؛" | "؟" | "!")
}
