//! Months without a day, and years.

use super::super::phrase::readings;
use super::words::APPROXIMATE;
use super::{Found, Reader};
use crate::lexicon::{Table, field, lookup};
use crate::text::TokenKind;

/// Words between a title and the name that belongs to it, at most.
const TITLE: usize = 6;

impl Reader<'_> {
    /// A month without a day: «سبتمبر/أيلول 2014», «مطلع يناير», «شهر رمضان».
    pub fn month(&self, index: usize) -> Option<Found> {
        // «ربيع الأول» is a month itself.
        let part = self.after_part(index).filter(|_| self.month_name(index).is_none());
        let (cut, mut at) = part.unwrap_or((0, index));
        if at > index && self.word(at) == "شهر" {
            at += 1;
        }
        // وأيلول، بيناير
        let joined = if at == index { Some(self.phrases.joined(at, Table::Months, false)?) } else { None };
        let hit = self.month_name(at).or_else(|| {
            let joined = joined.filter(|joined| joined.cut > 0 && field(joined.sense, 2) != "d")?;
            Some((field(joined.sense, 0).parse().ok()?, field(joined.sense, 1) == "h", joined.next, false))
        });
        let (month, hijri, next, needs) = hit?;
        let joined_cut = joined.map_or(cut, |joined| joined.cut);
        let (year, which, after) = self.year_after(next);
        let bare = at == index && year.is_none() && which.is_none() && next == at + 1;
        if bare && (needs || self.is_name(at)) {
            return None;
        }
        let value = match (hijri, year) {
            (false, Some(year)) => Some(format!("{year:04}-{month:02}")),
            (false, None) => {
                self.resolve(15, month, false, None, which).and_then(|v| v.get(..7).map(str::to_owned))
            }
            (true, _) => {
                self.resolve(15, month, true, year, which).and_then(|v| v.get(..7).map(str::to_owned))
            }
        };
        self.found(index, joined_cut, after, value, "month")
    }

    /// Whether a month's name is somebody's or something's here: «الوزير يناير ماكامبا», «شركة نيسان».
    fn is_name(&self, index: usize) -> bool {
        let has = |at: usize, table| lookup(self.word(at)).and_then(|hit| hit.sense_in(table));
        let head = index.checked_sub(1).and_then(|at| has(at, Table::OrganisationHeads));
        if head.is_some_and(|head| matches!(field(head, 0), "name" | "outside" | "platform")) {
            return true;
        }
        let next = lookup(self.word(index + 1));
        let family = self.phrases.kind(index + 1) == TokenKind::Word
            && next.is_none_or(|hit| hit.senses().all(|s| matches!(s.table, Table::Given | Table::Family)));
        let titled = || {
            let before = (index.saturating_sub(TITLE)..index).rev();
            let phrase = before
                .take_while(|at| self.phrases.kind(*at) == TokenKind::Word)
                .take_while(|at| has(*at, Table::Function).is_none());
            phrase
                .into_iter()
                .any(|at| has(at, Table::Offices).is_some() || has(at, Table::Honorifics).is_some())
        };
        family && titled()
    }

    /// عام 2003، سنة 1948، نهاية عام 2026، صيف 2022; العام الماضي is a period.
    pub fn year(&self, index: usize) -> Option<Found> {
        let (part, at) = self.after_part(index).map_or((None, index), |(cut, at)| (Some(cut), at));
        let words = ["عام", "العام", "سنه", "السنه", "لعام", "عامي", "سنتي"];
        let named = readings(self.word(at)).find(|(_, word)| words.contains(word)).map(|(cut, _)| cut);
        let named = named.filter(|cut| part.is_none() || *cut == 0);
        let cut = if self.word(index) == "للعام" { 0 } else { part.or(named)? };
        let at = at + usize::from(named.is_some());
        let year = self.year_number(at).filter(|year| named.is_some() || (1900..=2099).contains(year))?;
        self.found(index, cut, self.after_era(at + 1), Some(self.year_iso(year)), "year")
    }

    /// A number that can only be a year: 1989 where nothing follows that it could count.
    pub fn bare_year(&self, index: usize) -> Option<Found> {
        let year = self.year_number(index)?;
        let before = index.checked_sub(1).map_or("", |i| self.word(i));
        if !(1900..=2099).contains(&year) {
            // «1446 هـ»
            let hijri = matches!(self.word(index + 1), "ه" | "هجري" | "هجريه");
            let value = Some(self.year_iso(year));
            return hijri.then(|| self.found(index, 0, index + 2, value, "bare-year")).flatten();
        }
        if APPROXIMATE.iter().any(|words| words.last() == Some(&before))
            || matches!(before, "القرار" | "رقم" | "الرقم")
        {
            return None;
        }
        let after = self.word(index + 1);
        let counts = self.phrases.kind(index + 1) == TokenKind::Word
            && !after.starts_with("ال")
            && !after.starts_with('و')
            && ![
                "في", "من", "الي", "علي", "عن", "بين", "حين", "قبل", "بعد", "حتي", "ان", "قد", "لكن", "اذ",
                "عندما", "بعدما", "ثم", "هو", "هي", "لم", "كان", "كانت", "تم", "م", "بما", "بسبب", "بهدف",
                "للمره", "مع", "ضد", "حول", "بشان", "خلال", "منذ", "عقب", "اثر", "حيث", "لا", "ما", "اي",
                "بعد", "او", "ب", "ل",
            ]
            .contains(&after);
        let percent = matches!(after, "%");
        // «و2014», «2011-2014»
        let particle = before.chars().count() == 1 && before.chars().all(char::is_alphabetic);
        let second = index > 1 && self.year_number(index - 2).is_some();
        let range = matches!(before, "-" | "–") && second;
        let apart = !self.phrases.touches(index) || particle || range;
        // «بين 2011 و2014 قتل المئات»
        let counts = counts && !(before == "و" && second);
        (!counts && !percent && apart).then_some(())?;
        let range_or_code = self.phrases.touches(index + 1) && matches!(after, "/");
        (!range_or_code).then_some(())?;
        self.found(index, 0, index + 1, Some(year.to_string()), "bare-year")
    }
}
