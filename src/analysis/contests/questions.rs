//! A contest's question, worded out of the claims themselves.
//!
//! | content | under | question |
//! | --- | --- | --- |
//! | سحب القوات من الصومال | طالب بـ | هل ينبغي سحب القوات من الصومال؟ |
//! | أي خطط لسحب قواتها | نفى | هل من خطط لسحب قواتها؟ |
//! | الاستهداف لم يمس بأي مدني | أكد أن | هل صحيح أن الاستهداف لم يمس بأي مدني؟ |
//! | ستواصل التخصيب | قالت إنها | هل صحيح أنها ستواصل التخصيب؟ |
//! | مقتل جنديين | أكد | ما حقيقة مقتل جنديين؟ |
//! | إثيوبيا إلى سحب قواتها | دعا | هل ينبغي سحب قواتها؟ |
//! | رواندا بإعلان حرب | اتهم | هل صحيح ما قيل: «رواندا بإعلان حرب»؟ |

use super::bags::Bag;
use crate::analysis::{Act, Claim, Form, Particles, Reading};
use crate::lexicon::Table;
use crate::text::{Byte, Span, TokenKind};
use std::ops::Range;

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
            let stripped = content.strip_prefix("أي ").or(content.strip_prefix("اي "));
            match (lead(reading, claim), claim.act) {
                (Lead::Addressed(from), Act::Demand) => {
                    format!("هل ينبغي {}؟", self::content(reading, Span::new(from, claim.span.end)))
                }
                (Lead::Clause(that), _) => format!("هل صحيح {that} {content}؟"),
                (Lead::Phrase, Act::Demand) => format!("هل ينبغي {content}؟"),
                (Lead::Phrase, Act::Deny) => match stripped {
                    Some(rest) => format!("هل من {rest}؟"),
                    None => format!("هل يصح القول بـ«{content}»؟"),
                },
                (Lead::Phrase, _) => format!("ما حقيقة {content}؟"),
                (Lead::Addressed(_) | Lead::Unsaid, _) => format!("هل صحيح ما قيل: «{content}»؟"),
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
    let tokens = reading.tokens(claim.span);
    let points = matches!(reading.stem(tokens.start), "هذا" | "هذه" | "ذلك" | "تلك" | "ه" | "هو" | "هي");
    act * 3 + form + usize::from(points) * 15 + tokens.len().abs_diff(8)
}

/// What leads to a content, and so how one asks after it.
enum Lead {
    /// A clause, and the word for «that» with its pronoun: أن، أنه، أنها.
    Clause(&'static str),
    /// A phrase without a verb of its own: «سحب القوات».
    Phrase,
    /// Whoever is addressed, and behind him, from here on, the phrase: «إثيوبيا إلى | سحب قواتها».
    Addressed(Byte),
    /// None of these: a verb in the mood that «أن» alone asks for.
    Unsaid,
}

fn lead(reading: &Reading, claim: &Claim) -> Lead {
    let Range { start, end } = reading.tokens(claim.span);
    let before = start.checked_sub(1).map_or("", |index| reading.stem(index));
    let verb = |index| reading.is_finite(index);
    let that = match before.strip_prefix('ب').unwrap_or(before) {
        "ان" if claim.act == Act::Deny && (verb(start) || reading.stem(start).starts_with(['ي', 'ت'])) => {
            return Lead::Unsaid;
        }
        "ان" => Some("أن"),
        "انه" => Some("أنه"),
        "انها" => Some("أنها"),
        "انهم" => Some("أنهم"),
        "انهما" => Some("أنهما"),
        _ => None,
    };
    if let Some(that) = that {
        return Lead::Clause(that);
    }
    let clause = matches!(reading.stem(start), "لا" | "لم" | "لن" | "ليس" | "هو" | "هي" | "قد") || verb(start);
    // The particle, and where what it governs begins.
    let governed = |index: usize| {
        let alone = matches!(reading.stem(index), "الي" | "علي" | "ب");
        let joined = reading.word(index).filter(|word| word.particles.has(Particles::BI));
        if alone {
            reading.word(index + 1).map(|word| word.span.start)
        } else {
            joined.map(|word| word.stem.start)
        }
    };
    let led = reading.word(start).is_some_and(|word| claim.span.start > word.span.start) || {
        matches!(before, "الي" | "علي" | "عن" | "من")
    };
    // «اتهم رواندا بـ…», «دعا القاهرة إلى …»
    let accused = matches!(claim.act, Act::Demand | Act::Condemn | Act::Warn);
    let addressed = (start + 1..end.min(start + 7)).find_map(governed).filter(|_| accused && !led);
    match addressed {
        Some(from) if !clause && before != ":" => Lead::Addressed(from),
        _ if clause || addressed.is_some() || matches!(before, "\"" | ":") => Lead::Unsaid,
        _ => Lead::Phrase,
    }
}

/// The content without its quotation marks, cut where a phrase ends if it is long.
fn content(reading: &Reading, span: Span) -> String {
    let Range { start, end } = reading.tokens(span);
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

#[cfg(test)]
mod tests {
    use crate::analysis::analyze;
    use crate::text::Document;

    #[test]
    fn a_question_reads_as_arabic() {
        for (text, question) in [
            ("قالت طهران إنها ستواصل التخصيب. ورفضت واشنطن هذا التخصيب.", "هل صحيح أنها ستواصل التخصيب؟"),
            ("أكدت كييف مقتل جنديين في القصف. ونفت موسكو القصف.", "ما حقيقة مقتل جنديين في القصف؟"),
            (
                "اتهمت الكونغو رواندا بـ\"إعلان حرب\". وقالت كيغالي: \"ندافع عن حدودنا\".",
                "هل صحيح ما قيل: «رواندا بـإعلان حرب»؟",
            ),
            (
                "دعت مقديشو إثيوبيا إلى سحب قواتها من البلاد. ورفضت إثيوبيا سحب قواتها.",
                "هل ينبغي سحب قواتها من البلاد؟",
            ),
        ] {
            let found = analyze(&Document::new(text), None, None);
            let questions: Vec<_> = found.contests.iter().map(|contest| contest.question.as_str()).collect();
            assert_eq!(questions, [question]);
        }
    }
}
