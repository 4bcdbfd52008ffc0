//! Organisations told by marks round their name and by what stands before or behind them.
//!
//! | text | organisation | by |
//! | --- | --- | --- |
//! | الاتحاد الأفريقي لكرة القدم "كاف" | كاف | marks right behind a body's name |
//! | تنسيقية القوى المدنية (تقدم) | تقدم | the same |
//! | وقال لـ«الشرق الأوسط» إن … | الشرق الأوسط | marks after لـ, where speech begins |
//! | وتقول «لجان مقاومة بحري» إن … | لجان مقاومة بحري | marks between a reporting verb and أن |
//! | متحدث باسم "غافي" | غافي | marks behind who speaks for it |

use super::names::{Name, Names};
use super::traits::Traits;
use crate::analysis::{EntityKind, Particles, has_verbal_noun_shape, is_complementizer};
use crate::lexicon::Table;

/// Most words of a short name.
const SHORT: usize = 2;
/// Most words of the name of an outlet or of whoever speaks.
const LONG: usize = 5;

/// Marks all of them.
pub fn find(names: &mut Names) {
    for open in 0..names.reading.len() {
        if !names.is_quote(open) && names.reading.stem(open) != "(" {
            continue;
        }
        if let Some(name) = also_called(names, open).or_else(|| addressed(names, open)) {
            names.remove_inside(name.first, name.end(), &[EntityKind::Place, EntityKind::Person]);
            names.add(name);
        }
    }
}

/// The short name right behind the full one.
fn also_called(names: &Names, open: usize) -> Option<Name> {
    let full = names.at(open.checked_sub(1)?)?;
    let body = full.kind == EntityKind::Organisation && full.end() == open && full.words > 1;
    let (first, close) = inside(names, open, SHORT).filter(|_| body)?;
    let (reading, round) = (names.reading, !names.is_quote(open));
    let own = |at: usize| {
        let traits = names.traits(at);
        // What no lexicon knows is a name; «"تقدم"» is one where it is a single word, «(معارضة)» says what the
        // body is, «"الاتهامات"» what it speaks of, «"أحبطت"» and «"تفويض"» what it did.
        let verb = reading.is_finite(at) && reading.stem(at).ends_with('ت') && !traits.has(Traits::NOUN);
        let did = verb || has_verbal_noun_shape(reading.stem(at));
        let describes = round && (!traits.has(Traits::NOUN) || reading.stem(at).ends_with('ه'));
        let bare =
            close == first + 1 && !describes && !did && !traits.any(Traits::DEFINITE.with(Traits::FUNCTION));
        !traits.has(Traits::KNOWN) || bare
    };
    let plain = !names.traits(first).has(Traits::JOINED) || !names.traits(first).has(Traits::KNOWN);
    let free = (first..close).all(|at| names.at(at).is_none() && own(at));
    (free && plain).then(|| name(first, close, full.country, "also-called", (full.first, full.words)))
}

/// The outlet that somebody speaks to, and whoever speaks.
fn addressed(names: &Names, open: usize) -> Option<Name> {
    let reading = names.reading;
    let before = open.checked_sub(1).filter(|_| names.is_quote(open))?;
    let (first, close) = inside(names, open, LONG)?;
    let introduced = is_complementizer(reading.folded(close + 1));
    let particle =
        reading.word(before).is_some_and(|word| word.stem.is_empty() && word.particles == Particles::LI);
    let speech = |at: usize| reading.single(at, Table::CueVerbs).is_some() || is_interview(reading.stem(at));
    let told = |word: &str| word == ":" || word == "،";
    let outlet = particle
        && (introduced || told(reading.folded(close + 1)))
        && (before.saturating_sub(12)..before).any(speech);
    let speaker =
        introduced && reading.single(before, Table::CueVerbs).is_some() || is_spoken_for(names, before);
    let named = names.beginning(first).is_some_and(|name| name.kind != EntityKind::Place);
    let nominal = !names.traits(first).any(Traits::FUNCTION) && !reading.is_finite(first);
    ((outlet || speaker) && nominal && !named).then(|| {
        let rule = if outlet { "outlet-in-marks" } else { "speaker-in-marks" };
        name(first, close, None, rule, (before, 1))
    })
}

/// Whether what stands behind the word has an office: «متحدث باسم "…"», «المديرة التنفيذية لـ"…"».
fn is_spoken_for(names: &Names, before: usize) -> bool {
    let reading = names.reading;
    let office = |at: usize| names.traits(at).has(Traits::OFFICE);
    let chief = |at: usize| {
        let rank = matches!(reading.stem(at), "العام" | "العامه" | "التنفيذي" | "التنفيذيه");
        office(at) || rank && at.checked_sub(1).is_some_and(office)
    };
    let of = reading.is_joined(before, Particles::LI) && reading.stem(before).is_empty();
    let Some(last) = before.checked_sub(1) else { return false };
    reading.folded(before) == "باسم" && office(last) || of && chief(last)
}

/// «في حديث خاص لـ"…"»
fn is_interview(stem: &str) -> bool {
    matches!(stem, "تصريح" | "تصريحات" | "حديث" | "مقابله" | "حوار" | "مداخله" | "اتصال")
}

/// What stands between a mark and the one that closes it, of so many words at most.
fn inside(names: &Names, open: usize, most: usize) -> Option<(usize, usize)> {
    let first = open + 1;
    let close = if names.is_quote(open) {
        names.closing(first, most + 1)
    } else {
        (first..=first + most).find(|at| names.reading.stem(*at) == ")")
    };
    let close = close.filter(|close| *close > first)?;
    (first..close).all(|at| names.traits(at).has(Traits::WORD)).then_some((first, close))
}

fn name(
    first: usize,
    end: usize,
    country: Option<&'static str>,
    rule: &'static str,
    basis: (usize, usize),
) -> Name {
    Name { first, words: end - first, kind: EntityKind::Organisation, country, rule, basis }
}
