//! Parties made of those whom speakers stand for.

use super::Stands;
use super::stand::{Stand, body_name, country_name};
use crate::analysis::{Claim, Dispute, Entity, EntityKind, Party, PartyId, Reading};
use crate::order::{HashMap, HashSet, sort_by_key};
use std::collections::BTreeMap;

/// Writes the sides into claims and entities; the chosen dispute's parties, or those found.
pub fn make(
    reading: &Reading,
    dispute: Option<&Dispute>,
    found: Stands,
    entities: &mut [Entity],
    claims: &mut [Claim],
) -> Vec<Party> {
    let (parties, ids) = match dispute {
        Some(dispute) => (dispute.parties.clone(), chosen(dispute)),
        None => spoken(reading, &found, entities, claims),
    };
    for (claim, standing) in claims.iter_mut().zip(&found.claims) {
        claim.side = standing.as_ref().and_then(|standing| ids.get(&standing.stand).cloned());
        if let (Some(_), Some(standing)) = (&claim.side, standing) {
            claim.evidence.push(standing.evidence.clone());
        }
    }
    for (entity, standing) in entities.iter_mut().zip(&found.entities) {
        entity.side = standing.as_ref().and_then(|standing| ids.get(&standing.stand).cloned());
    }
    parties
}

fn chosen(dispute: &Dispute) -> HashMap<Stand, PartyId> {
    dispute.parties.iter().enumerate().map(|(index, party)| (Stand::Party(index), party.id.clone())).collect()
}

/// The parties who speak, the most heard first.
fn spoken(
    reading: &Reading,
    found: &Stands,
    entities: &[Entity],
    claims: &[Claim],
) -> (Vec<Party>, HashMap<Stand, PartyId>) {
    let mut heard: BTreeMap<Stand, (usize, u32)> = BTreeMap::new();
    for (standing, claim) in found.claims.iter().zip(claims) {
        if let Some(standing) = standing {
            let at = claim.span.start.0;
            let entry = heard.entry(standing.stand).or_insert((0, at));
            *entry = (entry.0 + 1, entry.1.min(at));
        }
    }
    let mut order: Vec<_> = heard.into_iter().collect();
    sort_by_key(&mut order, |(stand, (claims, at))| (std::cmp::Reverse(*claims), *at, *stand));
    let mut parties = Vec::new();
    let mut ids = HashMap::default();
    let mut taken = HashSet::default();
    for (stand, _) in order {
        let mut party = party(reading, found, entities, stand);
        let base = party.id.0.clone();
        let mut number = 2;
        while !taken.insert(party.id.0.clone()) {
            party.id.0 = format!("{base}-{number}");
            number += 1;
        }
        ids.insert(stand, party.id.clone());
        parties.push(party);
    }
    (parties, ids)
}

fn party(reading: &Reading, found: &Stands, entities: &[Entity], stand: Stand) -> Party {
    let named = |index: usize| {
        reading.document().slice(entities.get(index).map_or_else(Default::default, |e| e.span))
    };
    let by = |kind: EntityKind| {
        let fits = |index: &usize| {
            entities.get(*index).is_some_and(|entity| entity.kind == kind)
                && found.entities.get(*index).is_some_and(|s| s.as_ref().is_some_and(|s| s.stand == stand))
        };
        (0..entities.len()).find(fits).map(named)
    };
    let in_text =
        || by(EntityKind::Place).or_else(|| by(EntityKind::Organisation)).or_else(|| by(EntityKind::Person));
    match stand {
        Stand::Party(index) => match found.built_in.as_ref().and_then(|dispute| dispute.parties.get(index)) {
            Some(party) => party.clone(),
            None => Party::new(format!("party-{}", index + 1), in_text().unwrap_or("طرف")),
        },
        // The state in which it is written, which it does not name.
        Stand::Country("") => Party::new("government", "الحكومة"),
        Stand::Country(code) => {
            let name = country_name(code).or_else(in_text).unwrap_or(code);
            Party { countries: vec![code.to_owned()], ..Party::new(code.to_ascii_lowercase(), name) }
        }
        Stand::Body(id) => {
            Party::new(id.trim_start_matches('*'), body_name(id).or_else(in_text).unwrap_or(id))
        }
        Stand::Group(group) => {
            let name = found.groups.iter().find(|(number, _)| *number == group).map_or("", |(_, name)| name);
            Party::new(latin(name), name)
        }
        Stand::Opposition(code) => {
            let whose = in_text().unwrap_or("المعارضة");
            Party::new(
                if code.is_empty() {
                    "opposition".to_owned()
                } else {
                    format!("{}-opposition", code.to_ascii_lowercase())
                },
                whose,
            )
        }
        Stand::Camp(token) => {
            // «نقابة الأطباء» goes by both words, «نقابة عمال المصنع» by «النقابة».
            let token = token as usize;
            let words = |count| reading.document().slice(reading.span(token, count));
            let name = words(1);
            // «ناشطون | الإمارات»: whom they accuse.
            let several = name.ends_with("ون") || name.ends_with("ين");
            let whose = !several
                && reading.word(token + 1).is_some_and(|word| word.definite && word.particles.is_empty());
            let called = match (name.strip_prefix("لل"), name.starts_with("ال"), whose) {
                (Some(rest), ..) => format!("ال{rest}"),
                (None, true, _) => name.to_owned(),
                (None, false, true) => words(2).to_owned(),
                (None, false, false) => format!("ال{name}"),
            };
            // «المساهمين» as it stands by itself.
            let called = match called.strip_suffix("ين").filter(|_| super::is_camp(name)) {
                Some(rest) => format!("{rest}ون"),
                None => called,
            };
            Party::new(latin(name), called)
        }
        Stand::Person(referent) => {
            let name = named(referent as usize);
            Party::new(latin(name), name)
        }
    }
}

/// An id out of an Arabic name, letter by letter.
fn latin(name: &str) -> String {
    let mut id = String::new();
    for character in crate::text::fold(name).chars().take(24) {
        let letters = match character {
            'ا' | 'ء' | 'ع' => "a",
            'ب' => "b",
            'ت' | 'ط' => "t",
            'ث' => "th",
            'ج' => "j",
            'ح' | 'ه' => "h",
            'خ' => "kh",
            'د' | 'ض' => "d",
            'ذ' | 'ز' | 'ظ' => "z",
            'ر' => "r",
            'س' | 'ص' => "s",
            'ش' => "sh",
            'غ' => "gh",
            'ف' => "f",
            'ق' | 'ك' => "k",
            'ل' => "l",
            'م' => "m",
            'ن' => "n",
            'و' => "w",
            'ي' => "y",
            ' ' => "-",
            other if other.is_ascii_lowercase() || other.is_ascii_digit() => {
                id.push(other);
                ""
            }
            _ => "",
        };
        id.push_str(letters);
    }
    let id = id.trim_matches('-').to_owned();
    if id.is_empty() { "party".to_owned() } else { id }
}
