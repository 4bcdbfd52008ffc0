//! Whose a state's office is that names no country: «وزير الخارجية», «المتحدث باسم الرئاسة».
//!
//! | text | whose | by |
//! | --- | --- | --- |
//! | ومن القاهرة، أعرب وزير الخارجية … | مصر | the scene that its sentence sets |
//! | وسارعت كراكاس إلى …، إذ كتب وزير الدفاع … | فنزويلا | who acts before it in the paragraph |
//! | طهران (…) – … أعلنت وزارة الداخلية … | إيران | the place that the report is from |

use super::ground::{Ground, is_of_any_state};
use super::stand::{Kinds, Stand, Standing, adjective, is_public, kinds};
use crate::analysis::{Act, Claim, EntityKind};
use crate::lexicon::Table;
use crate::text::{TokenKind, bare};
use std::collections::BTreeMap;
use std::ops::Range;

/// How far back in its paragraph an office looks for whose it is, in words.
const BACK: usize = 60;

/// How far back in its sentence an office looks for whose answer is told, in words.
const ANSWER: usize = 12;

/// In which of the first paragraphs a report can say where it is from.
const DATELINES: usize = 3;

/// A country dominates a text with so many of its names, and so many times those of the next.
const DOMINANT: (usize, usize) = (4, 2);

/// Whether the words name an office or body that every state has.
pub fn is_state(ground: &Ground, tokens: Range<usize>) -> bool {
    let stem = |index| bare(ground.reading.stem(index));
    // «الرئيس», «نائبة الرئيس»
    let president = tokens.end.checked_sub(1).is_some_and(|last| ground.reading.stem(last) == "الرييس");
    let public = || tokens.clone().skip(1).any(|index| is_public(ground.reading.stem(index)));
    let body = kinds(ground.reading.stem(tokens.start)).any(Kinds::STATE);
    let office = kinds(ground.reading.stem(tokens.start)).any(Kinds::OFFICE);
    president
        || (body || office) && public()
        || tokens.into_iter().any(|index| {
            is_of_any_state(stem(index))
                || matches!(
                    stem(index),
                    "وزير"
                        | "وزيره"
                        | "وزراء"
                        | "جمهوريه"
                        | "حكومه"
                        | "جيش"
                        | "سلطات"
                        | "مفوضيه"
                        | "شرطه"
                        | "مدعي"
                        | "مدعيه"
                        | "والي"
                        | "محافظ"
                )
        })
}

/// «النائب», «نواب», «برلماني»: a member of a parliament.
pub fn is_of_parliament(ground: &Ground, token: usize) -> bool {
    let next = bare(ground.reading.stem(token + 1));
    let deputy = matches!(next, "رييس" | "رييسه" | "وزير" | "مدير" | "قايد" | "امين" | "محافظ" | "حاكم");
    // «42 نائبا»
    !deputy
        && matches!(
            bare(ground.reading.stem(token)),
            "نايب" | "نايبا" | "نايبه" | "نواب" | "برلماني" | "برلمانيه"
        )
}

/// Whether the words end in or before a state's office: «الرئيس فلان», «وزير الداخلية فلان».
pub fn is_presided(ground: &Ground, tokens: Range<usize>) -> bool {
    tokens.into_iter().any(|index| {
        let stem = ground.reading.stem(index);
        stem == "الرييس" || matches!(bare(stem), "وزير" | "وزيره" | "خارجيه" | "حكومه" | "جيش")
    })
}

/// Whom a claim accuses who is named at its beginning: «حمّل رواندا المسؤولية».
pub fn accused<'g>(ground: &'g Ground, claim: &Claim) -> Option<&'g Standing> {
    let (entity, _) = ground.entity_at(ground.token(claim.span.start))?;
    ground.stand_of(entity).filter(|_| claim.act == Act::Condemn)
}

/// Whether the token names a ministry («الخارجية» in «وزير الخارجية»), so that an earlier ministry of that
/// name tells nothing.
pub fn is_ministry(ground: &Ground, index: usize) -> bool {
    let before = index.checked_sub(1).map(|before| bare(ground.reading.stem(before)));
    // «الوزارة» alone is the one named before.
    is_of_any_state(ground.reading.stem(index)) && ground.reading.stem(index) != "الوزاره"
        || matches!(before, Some("وزير" | "وزيره" | "وزاره"))
}

/// The country of the scene that a token's sentence sets: «وفي واشنطن، نددت …».
pub fn scene(ground: &Ground, token: usize) -> Option<Standing> {
    let reading = ground.reading;
    let start = ground.sentence_of(token)?;
    if start >= token || !matches!(reading.stem(start), "في" | "من") {
        return None;
    }
    let (number, entity) = ground.entity_at(start + 1)?;
    let found = ground.stand_of(number).filter(|_| entity.kind == EntityKind::Place)?;
    Some(Standing::new(found.stand, "side-scene", ground.words(start..start + 2)))
}

/// «ولم يتأخر الرد المصري؛ إذ رفض المتحدث باسم الخارجية …»: whose answer a token's sentence tells of.
pub fn answer(ground: &Ground, token: usize) -> Option<Standing> {
    let reading = ground.reading;
    let start = ground.sentence_of(token)?.max(token.saturating_sub(ANSWER));
    let of = |at: usize| {
        matches!(reading.stem(at), "الرد" | "الجانب" | "الموقف" | "الروايه" | "النفي" | "التعليق")
            .then_some(())?;
        let (words, stand) = adjective(reading, at + 1)?;
        let text = ground.words(at..at + 1 + words);
        Some(Standing::new(ground.names.of(stand), "side-scene", text))
    };
    (start..token).rev().find_map(of)
}

/// The country that acts last before a token in its paragraph: a capital or country that does something, a
/// state's body.
pub fn actor(ground: &Ground, token: usize) -> Option<Standing> {
    let reading = ground.reading;
    let low = token.saturating_sub(BACK);
    let back = (low..token).rev().take_while(|index| reading.kind(*index) != TokenKind::Break);
    back.filter_map(|index| Some((index, ground.entity_at(index)?))).find_map(|(index, (number, entity))| {
        let found = ground.stand_of(number)?;
        let country = matches!(found.stand, Stand::Country(_) | Stand::Party(_));
        let acts = match entity.kind {
            EntityKind::Organisation => true,
            EntityKind::Place => !ground.is_where(entity) && acts(ground, index),
            _ => false,
        };
        (country && acts).then(|| Standing::new(found.stand, "side-context", ground.words(index..index + 1)))
    })
}

/// Whether a place is named as a government: a capital, or a country after a verb or at the start.
fn acts(ground: &Ground, index: usize) -> bool {
    let reading = ground.reading;
    let capital = reading.longest(index, Table::Cities).is_some();
    let Some(before) = index.checked_sub(1) else { return true };
    // «صعّد السودان لهجته»: what begins a sentence before a country is a verb.
    let first = before.checked_sub(1).is_none_or(|first| {
        matches!(reading.kind(first), TokenKind::Break) || matches!(reading.stem(first), "." | ":")
    });
    capital
        || first
        || !matches!(reading.kind(before), TokenKind::Word)
        || reading.single(before, Table::CueVerbs).is_some()
        || reading.single(before, Table::Function).is_some()
}

/// The country that a report is from: its dateline's, else the one that it speaks of nearly alone.
pub fn home(ground: &Ground) -> Option<Standing> {
    let (code, token) = dateline(ground).or_else(|| dominant(ground)).or_else(|| leading(ground))?;
    let stand = ground.names.of(Stand::Country(code));
    Some(Standing::new(stand, "side-dateline", ground.words(token..token + 1)))
}

/// The country of the place with which one of the first paragraphs begins, and the token.
fn dateline(ground: &Ground) -> Option<(&'static str, usize)> {
    ground.reading.document().paragraphs().iter().take(DATELINES).find_map(|paragraph| {
        let start = ground.token(paragraph.start);
        let (_, entity) = ground.entity_at(start).filter(|(_, e)| e.kind == EntityKind::Place)?;
        let next = ground.tokens(entity.span).end;
        let code = ground.country_of(entity)?;
        // «نيروبي (أ ف ب)»: the office of an agency may be in a country of which nothing is told.
        let told =
            ground.entities.iter().filter(|other| ground.country_of(other) == Some(code)).nth(1).is_some();
        let from = matches!(ground.reading.stem(next), "(" | "-" | "–" | "—" | "/");
        (from && told).then_some((code, start))
    })
}

/// The country whose names are nearly all of the text's, and where it is named first.
fn dominant(ground: &Ground) -> Option<(&'static str, usize)> {
    let mut counts: BTreeMap<&'static str, (usize, usize)> = BTreeMap::new();
    for entity in ground.entities {
        if let (Some(code), EntityKind::Place | EntityKind::Organisation) =
            (ground.country_of(entity), entity.kind)
        {
            counts.entry(code).or_insert((0, ground.token(entity.span.start))).0 += 1;
        }
    }
    let (code, (count, first)) = counts.iter().max_by_key(|(_, (count, _))| *count)?;
    let others = counts.iter().filter(|(other, _)| *other != code);
    let next = others.map(|(_, (count, _))| *count).max().unwrap_or(0);
    (*count >= DOMINANT.0 && *count >= DOMINANT.1 * next).then_some((*code, *first))
}

/// The one country that the headline names, and where.
fn leading(ground: &Ground) -> Option<(&'static str, usize)> {
    let headline = ground.reading.document().paragraphs().first()?;
    let inside = ground.entities.iter().take_while(|entity| entity.span.start < headline.end);
    let named =
        inside.filter_map(|entity| Some((ground.country_of(entity)?, ground.token(entity.span.start))));
    // «وزير الداخلية الفرنسي»
    let nation = |at: usize| match adjective(ground.reading, at) {
        Some((_, Stand::Country(code))) => Some((code, at)),
        _ => None,
    };
    let told = ground.tokens(*headline).filter_map(nation);
    let mut all = named.chain(told);
    let first = all.next()?;
    all.all(|(code, _)| code == first.0).then_some(first)
}

/// «المملكة»: the kingdom named last before.
pub fn kingdom(ground: &Ground, token: usize) -> Option<Standing> {
    if ground.reading.stem(token) != "المملكه" {
        return None;
    }
    let before = ground.entities.partition_point(|entity| ground.token(entity.span.start) < token);
    ground.entities.iter().take(before).rev().find_map(|entity| {
        let code = ground.country_of(entity).filter(|code| matches!(*code, "SA" | "MA" | "JO" | "BH"))?;
        let stand = ground.names.of(Stand::Country(code));
        Some(Standing::new(stand, "side-reference", ground.words(ground.tokens(entity.span))))
    })
}

/// Whether a speaker is an unnamed source, who may be of anywhere.
pub fn is_unnamed(head: &str) -> bool {
    kinds(head).any(Kinds::OFFICE)
        && ["مصدر", "مصادر", "اوساط", "مسوول", "مسيول", "دبلوماسي"]
            .iter()
            .any(|word| bare(head).starts_with(word))
}
