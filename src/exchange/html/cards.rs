//! The claims and the reader's own annotations, each with all that is known of it.

use super::{Report, address, style, text, words};
use crate::annotation::{AnnotationId, ClaimFields, Content, Item, Status, Verdict};
use crate::order::HashMap;

/// The sections after the board: claims, and what else the reader annotated.
pub(super) fn sections(report: &Report) -> String {
    let places: HashMap<&AnnotationId, usize> = report
        .items
        .iter()
        .enumerate()
        .filter_map(|(index, item)| Some((item.annotation.as_ref()?, index)))
        .collect();
    let (mut claims, mut own) = (String::new(), String::new());
    for (index, item) in report.items.iter().enumerate().filter(|(_, item)| has_card(item)) {
        match &item.content {
            Content::Claim(claim) => claims.push_str(&claim_card(report, index, item, claim, &places)),
            _ => own.push_str(&own_card(report, index, item)),
        }
    }
    let section = |name: &str, cards: String| {
        if cards.is_empty() {
            return cards;
        }
        format!("<section>\n<h2>{name}</h2>\n<ol class=\"cards\">\n{cards}</ol>\n</section>\n")
    };
    section(words::CLAIMS, claims) + &section(words::OWN, own)
}

/// Whether an item has a card to jump to: all but the names found to which the reader wrote nothing.
pub(super) fn has_card(item: &Item) -> bool {
    let written = item.status == Status::Own || !item.note.is_empty() || !item.tags.is_empty();
    written || !matches!(item.content, Content::Entity(_))
}

/// Who claims something and what is done with it, as HTML.
pub(super) fn speaker_and_act(item: &Item) -> (String, &'static str) {
    match &item.content {
        Content::Claim(claim) if claim.speaker.is_empty() => {
            (words::NO_SPEAKER.to_owned(), words::act(claim.act))
        }
        Content::Claim(claim) => (format!("<bdi>{}</bdi>", text(&claim.speaker)), words::act(claim.act)),
        Content::Entity(entity) => (String::new(), words::entity(entity.kind)),
        Content::Highlight => (String::new(), words::HIGHLIGHT),
        Content::Note => (String::new(), words::NOTE),
    }
}

fn claim_card(
    report: &Report,
    index: usize,
    item: &Item,
    claim: &ClaimFields,
    places: &HashMap<&AnnotationId, usize>,
) -> String {
    let (speaker, act) = speaker_and_act(item);
    let side = claim.side.as_ref().map(|side| {
        let party = report.analysis.parties.iter().find(|party| party.id == *side);
        party.map_or(side.0.as_str(), |party| party.name.as_str())
    });
    let mut facts = Vec::new();
    let mut fact = |name: &str, value: &str| {
        if !value.is_empty() {
            facts.push(format!("<dt>{name}</dt><dd dir=\"auto\">{}</dd>", text(value)));
        }
    };
    fact(words::SIDE, side.unwrap_or_default());
    fact(words::CUE, &claim.cue);
    fact(words::FORM, words::form(claim.form));
    fact(words::VIA, &claim.via);
    let question = claim.issue.as_ref().map(|issue| {
        let contest = report.analysis.contests.iter().find(|contest| contest.issue == *issue);
        contest.map_or(issue.0.as_str(), |contest| contest.question.as_str())
    });
    fact(words::ISSUE, question.unwrap_or_default());
    let links: String = claim
        .links
        .iter()
        .map(|link| {
            let other = places.get(&link.claim).and_then(|index| Some((index, report.items.get(*index)?)));
            let other = match other {
                Some((index, item)) if has_card(item) => {
                    format!("<a href=\"#c{index}\">{}</a>", quote(report, item))
                }
                Some((_, item)) => quote(report, item),
                None => text(&link.claim.0),
            };
            format!("<p class=\"link\"><b>{}</b> {other}</p>", words::relation(link.relation))
        })
        .collect();
    format!(
        "<li id=\"c{index}\" class=\"card {class}\"><p class=\"who\">{speaker} <small>{act}</small> {state}</p>\
         {quote}<dl>{facts}</dl>{verdict}{links}{note}</li>\n",
        class = style(&report.analysis, claim.side.as_ref()),
        state = state(item),
        quote = block(report, index, item),
        facts = facts.join(""),
        verdict = claim.verdict.as_ref().map(verdict).unwrap_or_default(),
        note = note(item),
    )
}

fn own_card(report: &Report, index: usize, item: &Item) -> String {
    let (_, kind) = speaker_and_act(item);
    format!(
        "<li id=\"c{index}\" class=\"card own-card\"><p class=\"who\"><small>{kind}</small> {}</p>\
         {}{}</li>\n",
        state(item),
        block(report, index, item),
        note(item)
    )
}

fn state(item: &Item) -> String {
    let state = match item.status {
        _ if item.span.is_none() => words::ORPHAN,
        _ if item.uncertain => words::UNCERTAIN,
        Status::Suggested => words::SUGGESTED,
        Status::Judged(decision) => words::decision(decision),
        Status::Own => return String::new(),
    };
    format!("<small class=\"state\">{state}</small>")
}

/// The words of a card; they lead to their place where they have one that shows.
fn block(report: &Report, index: usize, item: &Item) -> String {
    let words = quote(report, item);
    match item.span {
        Some(_) if !words.trim().is_empty() => {
            format!("<blockquote><a href=\"#t{index}\">{words}</a></blockquote>")
        }
        _ => format!("<blockquote>{words}</blockquote>"),
    }
}

fn quote(report: &Report, item: &Item) -> String {
    text(item.words(report.document))
}

fn verdict(verdict: &Verdict) -> String {
    let sources: String =
        verdict.sources.iter().map(|source| format!("<li>{}</li>", address(source))).collect();
    format!(
        "<div class=\"verdict\"><p><b>{}</b> <span dir=\"auto\">{}</span></p><ul>{sources}</ul></div>",
        words::rating(verdict.rating),
        text(&verdict.reasoning)
    )
}

fn note(item: &Item) -> String {
    let tags: String = item.tags.iter().map(|tag| format!("<li dir=\"auto\">{}</li>", text(tag))).collect();
    let tags = if tags.is_empty() { tags } else { format!("<ul class=\"tags\">{tags}</ul>") };
    if item.note.is_empty() {
        return tags;
    }
    format!("<div class=\"note\" dir=\"auto\">{}</div>{tags}", text(&item.note))
}
