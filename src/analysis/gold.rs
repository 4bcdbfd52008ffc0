//! Gold standards as input: their claims and entities run through sides and contests alone, so that these
//! can be measured apart from what finds claims and names.

use super::*;
use crate::lexicon::{self, Table};
use crate::text::{CodePoint, Span, fold};
use serde_json::{Value as Json, json};
use std::path::Path;

/// A gold standard with its text.
pub struct Gold {
    /// The article.
    pub document: Document,
    /// The gold standard as it is written.
    pub json: Json,
    /// Its entities, with referents and countries as far as the lexicon tells.
    pub entities: Vec<Entity>,
    /// Its claims, without sides.
    pub claims: Vec<Claim>,
}

impl Gold {
    /// Reads one article of a folder with `gold/` and `texts/`.
    pub fn read(folder: &Path, name: &str) -> Gold {
        let json = std::fs::read_to_string(folder.join("gold").join(format!("{name}.json"))).unwrap();
        let text = std::fs::read_to_string(folder.join("texts").join(format!("{name}.txt"))).unwrap();
        Gold::new(&text, serde_json::from_str(&json).unwrap())
    }

    fn new(text: &str, json: Json) -> Gold {
        let document = Document::new(text);
        let reading = Reading::new(&document);
        let span = |value: &Json| {
            let at = |key: &str| CodePoint(value[key].as_u64().unwrap() as u32);
            document.offsets().from_code_points(Span::new(at("start"), at("end")))
        };
        let mut entities: Vec<Entity> = Vec::new();
        for entity in json["entities"].as_array().unwrap() {
            let kind: EntityKind = serde_json::from_value(entity["type"].clone()).unwrap();
            let span = span(entity);
            let token = reading.token(span.start);
            let table = |table| reading.longest(token, table).map(|(_, sense)| lexicon::field(sense, 0));
            let country = table(Table::Countries).or_else(|| table(Table::Cities));
            let country = country.filter(|code| code.len() == 2 && kind == EntityKind::Place);
            let words = |span| fold(document.slice(span)).split(' ').map(str::to_owned).collect::<Vec<_>>();
            let mine = words(span);
            let same = |other: &Entity| {
                let other_words = words(other.span);
                other.kind == kind
                    && kind == EntityKind::Person
                    && (mine.iter().all(|word| other_words.contains(word))
                        || other_words.iter().all(|word| mine.contains(word)))
            };
            let referent =
                entities.iter().find(|other| same(other)).map_or(entities.len() as u32, |e| e.referent);
            entities.push(Entity {
                span,
                kind,
                value: None,
                side: None,
                country,
                referent,
                evidence: Evidence::default(),
            });
        }
        let reference = |text: &str, near: Span| {
            let at = |start: usize| Span::of(start..start + text.len());
            let distance = |span: &Span| {
                let behind = span.start.0.saturating_sub(near.end.0);
                near.start.0.saturating_sub(span.start.0) + behind * 3
            };
            let found = document.text().match_indices(text).map(|(start, _)| at(start)).min_by_key(distance);
            Reference { span: found.unwrap_or(Span::new(near.start, near.start)), text: text.to_owned() }
        };
        let claims = json["claims"].as_array().unwrap().iter().map(|claim| {
            let span = span(claim);
            let named = |key: &str| claim[key].as_str().map(|text| reference(text, span));
            Claim {
                span,
                speaker: named("speaker"),
                cue: named("cue").unwrap(),
                via: named("via"),
                form: serde_json::from_value(claim["form"].clone()).unwrap(),
                act: serde_json::from_value(claim["act"].clone()).unwrap(),
                side: None,
                issue: None,
                evidence: Vec::new(),
            }
        });
        let claims = claims.collect();
        Gold { document, json, entities, claims }
    }

    /// Sides and contests on the gold claims, in the gold standard's format.
    pub fn run(&self, dispute: Option<&Dispute>) -> Json {
        let reading = Reading::new(&self.document);
        let (mut entities, mut claims) = (self.entities.clone(), self.claims.clone());
        let (parties, contests) =
            at_once(contests::set_against(&reading, dispute, &mut entities, &mut claims));
        let ids: Vec<_> = self.json["claims"].as_array().unwrap().iter().map(|claim| &claim["id"]).collect();
        let found = self.json["claims"].as_array().unwrap().iter().zip(&claims).map(|(gold, claim)| {
            let mut found = gold.clone();
            found["side"] = claim.side.as_ref().map_or(Json::Null, |side| json!(side.0));
            found["issue"] = claim.issue.as_ref().map_or(Json::Null, |issue| json!(issue.0));
            found["why"] = json!(claim.evidence.iter().map(|e| format!("{e:?}")).collect::<Vec<_>>());
            found
        });
        let contests = contests.iter().map(|contest| {
            let positions = contest.positions.iter().map(|position| {
                let claims: Vec<_> = position.claims.iter().map(|index| ids[*index].clone()).collect();
                (position.party.0.clone(), json!(claims))
            });
            json!({
                "issue": contest.issue.0,
                "question": contest.question,
                "positions": Json::Object(positions.collect()),
                "opposition": contest.opposition,
                "why": contest.evidence.words,
            })
        });
        json!({
            "document": self.json["document"],
            "parties": parties,
            "entities": [],
            "claims": found.collect::<Vec<_>>(),
            "contests": contests.collect::<Vec<_>>(),
        })
    }
}

/// Writes what is found on the gold claims of `MAWQIF_GOLD` (a folder with `gold/` and `texts/`) to
/// `MAWQIF_OUT`, for the scorer.
#[test]
fn sides_and_contests_of_a_folder() {
    let (Ok(folder), Ok(out)) = (std::env::var("MAWQIF_GOLD"), std::env::var("MAWQIF_OUT")) else { return };
    let folder = Path::new(&folder);
    for file in std::fs::read_dir(folder.join("gold")).unwrap() {
        let name = file.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned();
        let found = Gold::read(folder, &name).run(None);
        std::fs::write(Path::new(&out).join(format!("{name}.json")), found.to_string()).unwrap();
    }
}
