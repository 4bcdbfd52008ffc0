//! Places: countries, cities and regions by name, and places by the noun before their name.
//!
//! | text | place | by |
//! | --- | --- | --- |
//! | وصل إلى بغداد | بغداد | the list |
//! | قاعدة التنف | قاعدة التنف | a head that belongs to the name |
//! | مدينة بنديرادلي | بنديرادلي | a head that stays outside |
//! | قوات سورية | | an adjective that looks like a country |

use super::names::{Name, Names};
use super::traits::{COMMON, Traits};
use crate::analysis::EntityKind;
use crate::lexicon::{Sense, Table, field};

/// Marks the countries, cities and regions of the lexicon.
pub fn listed(names: &mut Names) {
    let mut index = 0;
    while index < names.reading.len() {
        if let Some(name) = names.at(index) {
            index = name.end();
            continue;
        }
        match place_at(names, index) {
            Some((words, sense)) if !is_otherwise(names, index, words, sense) && !is_told(names, index) => {
                names.add(Name {
                    first: index,
                    words,
                    kind: EntityKind::Place,
                    country: country(sense),
                    rule: "listed-place",
                    basis: (index, words),
                });
                index += words;
            }
            _ => index += 1,
        }
    }
}

/// «مصدراً عسكرياً اسبانياً»: an adjective in the accusative, not the country.
fn is_told(names: &Names, index: usize) -> bool {
    let reading = names.reading;
    reading.word(index).is_some_and(|word| reading.document().slice(word.span).ends_with('ً'))
}

/// The longest place of the lexicon at the word.
fn place_at(names: &Names, index: usize) -> Option<(usize, Sense)> {
    let tables = [Table::Countries, Table::Cities, Table::Regions];
    let found = tables.iter().filter_map(|table| names.reading.longest(index, *table));
    found.max_by_key(|(words, sense)| (*words, sense.table == Table::Countries))
}

/// The country code of a place's row.
fn country(sense: Sense) -> Option<&'static str> {
    Some(field(sense, 0)).filter(|code| code.len() == 2)
}

/// Whether the words are more likely something else here.
fn is_otherwise(names: &Names, index: usize, words: usize, sense: Sense) -> bool {
    let traits = names.traits(index);
    let before = names.before(index);
    if words > 1 {
        return false;
    }
    let headed = index > 0 && names.reading.single(index - 1, Table::PlaceHeads).is_some();
    if headed {
        return false;
    }
    // قوات سورية، دعم مالي: an adjective after an indefinite noun.
    let after_noun = before.any(Traits::NOUN.with(Traits::HEAD).with(Traits::ADJECTIVE))
        && !before.has(Traits::DEFINITE)
        && !traits.has(Traits::JOINED);
    if ["سوريه", "مالي", "تونسيه"].contains(&names.reading.stem(index)) && after_noun {
        return true;
    }
    // A town that is a common word or a person's name (بلد، الباب، جوهر) wants its head noun.
    sense.table == Table::Cities
        && (traits.any(COMMON)
            || (traits.any(Traits::GIVEN.with(Traits::FAMILY)) && field(sense, 1).is_empty()))
}

/// Marks places by the noun before them.
pub fn headed(names: &mut Names) {
    for index in 0..names.reading.len() {
        let Some((words, sense)) = names.reading.longest(index, Table::PlaceHeads) else { continue };
        if sense.form != 0 || names.at(index).is_some() {
            continue;
        }
        let inside = field(sense, 0) == "inside";
        let mut from = index + words;
        let quoted = names.is_quote(from);
        from += usize::from(quoted);
        let town = matches!(names.reading.stem(index), "مدينه" | "بلده" | "قريه");
        let Some(end) = name_end(names, from, quoted, town) else { continue };
        let country = names.at(from).and_then(|name| name.country);
        let first = if inside && !quoted { index } else { from };
        let known = names.at(from).is_some_and(|name| name.end() >= end);
        if !inside && known {
            continue;
        }
        names.remove_inside(first, end, &[EntityKind::Place]);
        names.add(Name {
            first,
            words: end - first,
            kind: EntityKind::Place,
            country,
            rule: "place-after-head",
            basis: (index, words),
        });
    }
}

/// Where a place's name that begins at the word ends; none where none begins.
fn name_end(names: &Names, from: usize, quoted: bool, town: bool) -> Option<usize> {
    if let Some(name) = names.beginning(from) {
        if name.kind != EntityKind::Place {
            return None;
        }
        let end = name.end();
        let adjective = names.continues(end)
            && matches!(
                names.reading.stem(end),
                "الدولي" | "الجويه" | "العسكريه" | "الحدودي" | "البحري" | "البحريه"
            );
        return Some(end + usize::from(adjective));
    }
    if quoted {
        let close = names.closing(from, 5)?;
        return (close > from).then_some(close);
    }
    if !names.continues(from) {
        return None;
    }
    let traits = names.traits(from);
    let unknown = !traits.has(Traits::KNOWN);
    // «مدينة بركان»: behind a town's noun a bare noun is its name; the scorer has its say.
    let noun = town && traits.without(Traits::KNOWN.with(Traits::WORD)) == Traits::NOUN;
    if !unknown && !noun && !traits.any(Traits::PLACE.with(Traits::GIVEN).with(Traits::FAMILY))
        || traits.any(Traits::VERB.with(Traits::FUNCTION))
    {
        return None;
    }
    let mut end = from + 1;
    // A second unknown word, where both lack the article, belongs to the name: «تل تمر», «خان طومان».
    if unknown && !traits.has(Traits::DEFINITE) && names.continues(end) {
        let next = names.traits(end);
        if !next.has(Traits::KNOWN) && !next.has(Traits::DEFINITE) {
            end += 1;
        }
    }
    let adjective = names.continues(end) && matches!(names.reading.stem(end), "الدولي" | "الجويه");
    Some(end + usize::from(adjective))
}
