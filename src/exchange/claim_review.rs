//! Claims to which the reader gave a verdict, as [ClaimReview](https://schema.org/ClaimReview): what search
//! engines and databases of fact checks read. Whoever publishes it adds author and `url` of the review.

use super::outgoing::Outgoing;
use super::{html, labels};
use crate::analysis::{EntityKind, find_entities};
use crate::annotation::{Annotation, Article, ClaimFields, Content, Rating, Verdict, is_web_address};
use crate::text::Document;
use serde_json::{Map, Value, json};

/// Writes a graph of reviews.
pub(super) fn write(outgoing: &Outgoing) -> String {
    let article = outgoing.collection.article.as_ref();
    let reviews = outgoing.marks.iter().filter_map(|mark| match &mark.annotation.content {
        Content::Claim(claim) if !super::outgoing::is_rejected(mark.annotation) => {
            claim.verdict.as_ref().map(|verdict| review(mark.annotation, claim, verdict, article))
        }
        _ => None,
    });
    let file = json!({"@context": "https://schema.org", "@graph": reviews.collect::<Vec<Value>>()});
    format!("{file:#}\n")
}

fn review(
    annotation: &Annotation,
    claim: &ClaimFields,
    verdict: &Verdict,
    article: Option<&Article>,
) -> Value {
    // From 1, refuted, to 5, supported.
    let value = match verdict.rating {
        Rating::Refuted => 1,
        Rating::Unproven => 3,
        Rating::Supported => 5,
    };
    let mut review = json!({
        "@type": "ClaimReview",
        "@id": annotation.id,
        "inLanguage": "ar",
        "claimReviewed": annotation.target.quote.exact,
        "itemReviewed": item(claim, article),
        "reviewRating": {
            "@type": "Rating", "ratingValue": value, "bestRating": 5, "worstRating": 1,
            "alternateName": html::rating(verdict.rating), "name": labels::word(&verdict.rating),
        },
    });
    if let Some(day) = annotation.modified.0.get(..10) {
        review["datePublished"] = day.into();
    }
    if !verdict.reasoning.is_empty() {
        review["reviewBody"] = verdict.reasoning.clone().into();
    }
    let sources: Vec<&String> = verdict.sources.iter().filter(|source| is_web_address(source)).collect();
    if !sources.is_empty() {
        review["citation"] = json!(sources);
    }
    review
}

/// The claim that is reviewed: who made it, and the article in which it appeared.
fn item(claim: &ClaimFields, article: Option<&Article>) -> Value {
    let mut item = json!({"@type": "Claim"});
    if !claim.speaker.is_empty() {
        item["author"] = json!({"@type": who(&claim.speaker), "name": claim.speaker});
    }
    if let Some(article) = article {
        let mut appearance = Map::new();
        appearance.insert("@type".into(), "NewsArticle".into());
        appearance.insert("headline".into(), article.title.clone().into());
        if is_web_address(&article.address) {
            appearance.insert("url".into(), article.address.clone().into());
        }
        if !article.source.is_empty() {
            appearance.insert("publisher".into(), json!({"@type": "Organization", "name": article.source}));
        }
        if let Some(date) = article.date {
            appearance.insert("datePublished".into(), date.to_string().into());
            item["datePublished"] = date.to_string().into();
        }
        item["appearance"] = appearance.into();
    }
    item
}

/// Whether a speaker is a person or an organization, of which schema.org allows an author to be one: an
/// organization where its words begin with the name of one or of a place («وزارة الدفاع», «بغداد»), else a
/// person («متحدث البنتاغون»).
fn who(speaker: &str) -> &'static str {
    let named =
        find_entities(&Document::new(speaker), None).into_iter().find(|entity| entity.span.start.0 == 0);
    match named.map(|entity| entity.kind) {
        Some(EntityKind::Organisation | EntityKind::Place) => "Organization",
        _ => "Person",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Act;
    use crate::annotation::{AnnotationId, Decision, Judgement, Target};
    use crate::exchange::Collection;

    /// The ratings of the reviews that come of one claim judged so.
    fn ratings(rating: Rating, decision: Decision) -> Vec<u64> {
        let verdict = Verdict { rating, reasoning: String::new(), sources: Vec::new() };
        let claim = ClaimFields { verdict: Some(verdict), ..ClaimFields::of(Act::Affirm) };
        let annotation = Annotation {
            id: AnnotationId("urn:a".into()),
            created: Default::default(),
            modified: Default::default(),
            target: Target::new(&Document::new("الوضع هادئ"), crate::text::Span::of(0..10)),
            content: Content::Claim(claim),
            note: String::new(),
            tags: Vec::new(),
            judgement: Some(Judgement { decision, suggested: Target::default() }),
            other: Map::new(),
        };
        let collection = Collection { article: None, document: None, annotations: vec![annotation] };
        let file: Value = serde_json::from_str(&write(&Outgoing::new(&collection, None))).unwrap();
        let reviews = file["@graph"].as_array().unwrap().iter();
        reviews.map(|review| review["reviewRating"]["ratingValue"].as_u64().unwrap()).collect()
    }

    #[test]
    fn a_verdict_is_a_rating_and_what_was_rejected_has_none() {
        for (rating, value) in [(Rating::Refuted, 1), (Rating::Unproven, 3), (Rating::Supported, 5)] {
            assert_eq!(ratings(rating, Decision::Accepted), [value]);
            assert_eq!(ratings(rating, Decision::Corrected), [value]);
            assert!(ratings(rating, Decision::Rejected).is_empty());
        }
    }

    #[test]
    fn a_speaker_is_a_person_or_an_organization() {
        for (speaker, kind) in [
            ("وزارة الدفاع الأمريكية", "Organization"),
            ("البيت الأبيض", "Organization"),
            ("بغداد", "Organization"),
            ("متحدث البنتاغون", "Person"),
            ("محمد شياع السوداني", "Person"),
            ("مسؤول لم يسمّ", "Person"),
        ] {
            assert_eq!(who(speaker), kind, "{speaker}");
        }
    }
}
