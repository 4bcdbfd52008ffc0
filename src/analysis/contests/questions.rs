//! A contest's question, worded out of the claims themselves.
//!
//! | content | under | question |
//! | --- | --- | --- |
//! | سحب القوات من الصومال | طالب بـ | هل ينبغي سحب القوات من الصومال؟ |
//! | أي خطط لسحب قواتها | نفى | هل من خطط لسحب قواتها؟ |
//! | الاستهداف لم يمس بأي مدني | أكد أن | هل صحيح أن الاستهداف لم يمس بأي مدني؟ |

use super::topics::Bag;
use crate::analysis::{Act, Claim, Form, Reading};
use crate::lexicon::Table;
use crate::text::{Span, TokenKind};

/// A question of more words than this is cut where a phrase ends.
const LONGEST: usize = 14;

/// The question on which two opposed claims stand; `words` are what all of the contest's claims share.
pub fn word(reading: &Reading, pair: Option<(&Bag, &Bag)>, claims: &[Claim], words: &[String]) -> String {
    let claim = pair.and_then(|(a, b)| {
        let both = [claims.get(a.claim)?, claims.get(b.claim)?];
        both.into_iter().min_by_key(|claim| fitness(reading, claim))
    });
    let content = claim.map(|claim| (claim, content(reading, claim.span)));
    match content {
        Some((claim, content)) if content.split_whitespace().count() > 1 && claim.form != Form::Direct => {
            let nominal = nominal(reading, claim);
            let stripped = content.strip_prefix("أي ").or(content.strip_prefix("اي "));
            match claim.act {
                Act::Demand if nominal => format!("هل ينبغي {content}؟"),
                Act::Deny if nominal => match stripped {
                    Some(rest) => format!("هل من {rest}؟"),
                    None => format!("هل يصح القول بـ«{content}»؟"),
                },
                Act::Warn | Act::Condemn if nominal => format!("ما حقيقة {content}؟"),
                _ if nominal => format!("هل ثمة {content}؟"),
                _ => format!("هل صحيح أن {content}؟"),
            }
        }
        Some((_, content)) if !content.is_empty() => format!("هل صحيح ما قيل: «{content}»؟"),
        _ if words.is_empty() => "ما حقيقة ما جرى؟".to_owned(),
        _ => format!("ما حقيقة {}؟", words.iter().take(3).cloned().collect::<Vec<_>>().join(" و")),
    }
}

/// Lower is better to ask after: short indirect demands and affirmations, not pointers back to others.
fn fitness(reading: &Reading, claim: &Claim) -> usize {
    let act = match claim.act {
        Act::Demand => 0,
        Act::Affirm | Act::Promise => 1,
        Act::Deny => 2,
        Act::Condemn | Act::Warn => 3,
    };
    let form = if claim.form == Form::Direct { 20 } else { 0 };
    let tokens = tokens(reading, claim.span);
    let points = matches!(reading.stem(tokens.0), "هذا" | "هذه" | "ذلك" | "تلك" | "ه" | "هو" | "هي");
    act * 3 + form + usize::from(points) * 15 + (tokens.1 - tokens.0).abs_diff(8)
}

fn tokens(reading: &Reading, span: Span) -> (usize, usize) {
    let words = reading.words();
    let start = words.partition_point(|word| word.span.end <= span.start);
    (start, words.partition_point(|word| word.span.start < span.end).max(start))
}

/// Whether the content is a phrase without a verb of its own («سحب القوات»), as it is where no أن or إن
/// leads to it.
fn nominal(reading: &Reading, claim: &Claim) -> bool {
    let (start, _) = tokens(reading, claim.span);
    let before = start.checked_sub(1).map(|index| reading.stem(index)).unwrap_or("");
    let clause = before == "ان" || before == "انه" || before == "انها" || before == "\"" || before == ":";
    !clause && !matches!(reading.stem(start), "لا" | "لم" | "لن" | "ليس" | "هو" | "هي" | "قد")
}

/// The content without its quotation marks, cut where a phrase ends if it is long.
fn content(reading: &Reading, span: Span) -> String {
    let (start, end) = tokens(reading, span);
    let mut last = end;
    let mut count = 0;
    for index in start..end {
        let mark = matches!(reading.kind(index), TokenKind::Mark | TokenKind::Break);
        if mark && matches!(reading.stem(index), "." | "؟" | "!" | "؛" | ";" | "\n") && count > 2 {
            last = index;
            break;
        }
        if mark && matches!(reading.stem(index), "،" | "," | ":") && count > 4 {
            last = index;
            break;
        }
        count += usize::from(!mark);
        if count > LONGEST {
            // Back to before the last preposition or relative, so that no phrase is cut in two.
            let cut = (start + 4..index).rev().find(|at| reading.single(*at, Table::Function).is_some());
            last = cut.unwrap_or(index);
            break;
        }
    }
    let text = reading.document().slice(Span::new(
        span.start,
        reading.word(last.saturating_sub(1)).map_or(span.end, |word| word.span.end.min(span.end)),
    ));
    let plain: String = text.chars().filter(|c| !matches!(c, '"' | '“' | '”' | '«' | '»')).collect();
    let plain = plain.replace("''", "");
    plain.split_whitespace().collect::<Vec<_>>().join(" ").trim_matches(['،', ',', ' ', ':']).to_owned()
}
