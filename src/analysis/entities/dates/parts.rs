//! The parts that dates are read out of, each alone: a part of the day or of a period, a weekday, a day's
//! number, a month, a year.

use super::super::phrase::readings;
use super::Reader;
use super::words::{ORDINALS, PARTS_OF_DAY, PARTS_OF_PERIOD, Which, which};
use crate::lexicon::{Table, field};
use crate::text::TokenKind;

/// Days of one month that are told before it, at most.
const DAYS_OF_ONE_MONTH: usize = 4;

impl Reader<'_> {
    /// Where a date begins that may have a part of the day before it: its first token, the bytes of
    /// particles there, and the token after the part.
    pub fn after_part_of_day(&self, index: usize) -> (usize, usize, usize) {
        let part = readings(self.word(index)).find(|(_, word)| PARTS_OF_DAY.contains(word));
        part.map_or((index, 0, index), |(cut, _)| (index, cut, index + 1))
    }

    /// After a part of a period that belongs to it: the bytes of particles before it, and the token after
    /// it: «نهاية», «الربع الأول من».
    pub fn after_part(&self, index: usize) -> Option<(usize, usize)> {
        let (cut, word) = readings(self.word(index)).find(|(_, word)| PARTS_OF_PERIOD.contains(word))?;
        let of = matches!(word, "الربع" | "النصف") && self.word(index + 2) == "من";
        let of = of && self.ordinal(index + 1).is_some();
        Some((cut, index + if of { 3 } else { 1 }))
    }

    /// How many folded bytes stand before one of `words` in the token.
    pub fn cut_before(&self, index: usize, words: &[&str]) -> usize {
        readings(self.word(index)).find(|(_, word)| words.contains(word)).map_or(0, |(cut, _)| cut)
    }

    /// The weekday at the token, with its article: its number and the token after it.
    pub fn weekday(&self, index: usize) -> Option<(u8, usize)> {
        self.joined_weekday(index).map(|(day, next, _)| (day, next))
    }

    /// The same with the bytes of the particles before the article. Without it these words are numbers and other
    /// nouns (أحد، جمعة).
    pub fn joined_weekday(&self, index: usize) -> Option<(u8, usize, usize)> {
        readings(self.word(index)).find(|(_, word)| word.starts_with("ال"))?;
        let hit = self.phrases.joined(index, Table::Weekdays, true)?;
        let before = self.word(index).get(..hit.cut)?.strip_suffix("ال")?;
        Some((field(hit.sense, 0).parse().ok()?, hit.next, before.len()))
    }

    /// A day's number in digits or words, and the token after it.
    pub fn day_number(&self, index: usize) -> Option<(u8, usize)> {
        if self.phrases.kind(index) == TokenKind::Number {
            let day = self.word(index).parse().ok().filter(|day| (1..=31).contains(day))?;
            return Some((day, index + 1));
        }
        self.ordinal(index).filter(|(_, next)| self.word(*next) == "من")
    }

    /// The number of a day by its order, and the token after it: «السابع», «الحادي عشر», «الثالث والعشرين».
    pub fn ordinal(&self, index: usize) -> Option<(u8, usize)> {
        let ten = |word: &str| match word {
            "العشرين" | "العشرون" => Some(20),
            "الثلاثين" | "الثلاثون" => Some(30),
            _ => None,
        };
        let word = self.word(index);
        if let Some(ten) = ten(word) {
            return Some((ten, index + 1));
        }
        let first = (word == "الحادي").then_some(1);
        let unit = ORDINALS.iter().position(|ordinal| *ordinal == word).map(|place| place as u8 + 1);
        let next = self.word(index + 1);
        let more = if next == "عشر" { Some(10) } else { next.strip_prefix('و').and_then(ten) };
        match (first.or(unit)?, more) {
            (unit, Some(more)) => Some((unit + more, index + 2)),
            (unit, None) => first.is_none().then_some((unit, index + 1)),
        }
    }

    /// A month by name, its double after a slash or in brackets: number, Hijri, the token after it, and
    /// whether its name needs company.
    pub fn month_name(&self, index: usize) -> Option<(u8, bool, usize, bool)> {
        let hit = self.phrases.whole(index, Table::Months)?;
        let month: u8 = field(hit.sense, 0).parse().ok()?;
        let hijri = field(hit.sense, 1) == "h";
        let needs = field(hit.sense, 2) == "d";
        let mut next = hit.next;
        let slash = self.phrases.is_mark(next, "/")
            || self.phrases.is_mark(next, "-")
            || self.phrases.is_mark(next, "(");
        if slash
            && let Some(double) = self
                .phrases
                .whole(next + 1, Table::Months)
                .filter(|d| field(d.sense, 0) == field(hit.sense, 0))
        {
            next = double.next
                + usize::from(self.phrases.is_mark(next, "(") && self.phrases.is_mark(double.next, ")"));
        }
        Some((month, hijri, next, needs))
    }

    /// The month of days told before it, of a range or a list: «من {5} إلى 9 مايو», «يومي 3 و4 سبتمبر».
    pub fn month_ahead(&self, index: usize) -> Option<(u8, bool, usize)> {
        let mut at = index;
        for _ in 0..DAYS_OF_ONE_MONTH {
            matches!(self.word(at), "و" | "الي" | "حتي" | "او" | "-" | "–" | "،").then_some(())?;
            let number = at + 1;
            (self.phrases.kind(number) == TokenKind::Number).then_some(())?;
            (_, at) = self.day_number(number)?;
            let of = at + usize::from(matches!(self.word(at), "من" | "شهر"));
            if let Some((month, hijri, next, _)) = self.month_name(of) {
                return Some((month, hijri, next));
            }
        }
        None
    }

    /// The year or الماضي/المقبل after a month.
    pub fn year_after(&self, index: usize) -> (Option<i32>, Option<Which>, usize) {
        if let Some(which) = which(self.word(index)) {
            return (None, Some(which), index + 1);
        }
        let mut at = index;
        if self.word(at) == "من" && matches!(self.word(at + 1), "عام" | "العام" | "سنه" | "السنه")
        {
            at += 1;
        }
        let named = matches!(self.word(at), "عام" | "العام" | "سنه" | "السنه" | "لعام" | "لسنه");
        if named {
            at += 1;
            if let Some(which) = which(self.word(at)) {
                let year = self.published.map(|p| p.year + which.offset());
                return (year, None, at + 1);
            }
        }
        match self.year_number(at) {
            Some(year) => (Some(year), None, self.after_era(at + 1)),
            None => (None, None, index),
        }
    }

    /// The token after م or هـ, where one of them follows a year.
    pub fn after_era(&self, index: usize) -> usize {
        let word = self.word(index);
        let era = matches!(word, "م" | "ه" | "هجري" | "هجريه" | "ميلادي" | "ميلاديه");
        index + usize::from(era)
    }

    pub fn year_number(&self, index: usize) -> Option<i32> {
        let word = self.word(index);
        (self.phrases.kind(index) == TokenKind::Number && word.len() == 4).then_some(())?;
        word.parse().ok().filter(|year| (1300..=2199).contains(year))
    }
}
