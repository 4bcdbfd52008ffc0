//! Days: by their distance, by their weekday, by day and month, in numbers.

use super::super::phrase::readings;
use super::words::{Which, which};
use super::{Found, Reader};
use crate::analysis::Date;
use crate::text::TokenKind;

impl Reader<'_> {
    /// أمس، اليوم، غدا، أول أمس، with a part of the day before and the weekday after: «مساء امس الثلاثاء».
    pub fn relative_day(&self, index: usize) -> Option<Found> {
        let (from, cut, at) = self.after_part_of_day(index);
        let (distance, next) = readings(self.word(at)).find_map(|(more, word)| {
            (more == 0 || at == from).then_some(())?;
            let following = self.word(at + 1);
            match word {
                "امس" | "البارحه" if following == "الاول" => Some((-2, at + 2)),
                "اول" if following == "امس" => Some((-2, at + 2)),
                "امس" | "البارحه" => Some((-1, at + 1)),
                "اليوم" | "الليله" => Some((0, at + 1)),
                "بعد" if matches!(following, "غد" | "غدا") => Some((2, at + 2)),
                "غد" | "غدا" | "الغد" => Some((1, at + 1)),
                _ => None,
            }
        })?;
        // «اليوم التالي», «اليوم الأول» speak of another day.
        if self.word(at).ends_with("اليوم")
            && self.word(next).starts_with("ال")
            && self.weekday(next).is_none()
        {
            return None;
        }
        let cut = if at == from {
            self.cut_before(at, &["امس", "اليوم", "غد", "غدا", "الغد", "الليله", "البارحه", "اول", "بعد"])
        } else {
            cut
        };
        let this = index.checked_sub(1).filter(|i| self.word(*i) == "هذا" || self.word(*i) == "هذه");
        let day = self.published.map(|date| date.plus_days(distance));
        // A weekday or a date beside it belongs to it.
        let mut next = next;
        if let Some((_, after)) = self.weekday(next) {
            next = after;
        } else if self.phrases.is_mark(next, "(")
            && self.weekday(next + 1).is_some()
            && self.phrases.is_mark(next + 2, ")")
        {
            next += 3;
        }
        if self.phrases.kind(next) == TokenKind::Number
            && let Some(full) = self.day(from, cut, next)
        {
            return Some(full);
        }
        let from = this.unwrap_or(from);
        let cut = if this.is_some() { 0 } else { cut };
        self.found(from, cut, next, day.map(|d| d.to_string()), "relative-day")
    }

    /// A weekday alone or with what follows: «الثلاثاء 9 يناير/كانون الثاني 2024», «يوم الجمعة الماضي».
    pub fn day_with_weekday(&self, index: usize) -> Option<Found> {
        let (from, cut, at) = self.after_part_of_day(index);
        let Some((weekday, next, particles)) = self.joined_weekday(at) else {
            // «يوم 5 مايو»
            return if at > from { self.day(from, cut, at) } else { None };
        };
        let cut = if at == from { particles } else { cut };
        // «الأحد» between brackets, commas or «الموافق» before the number.
        let mut number = next;
        if matches!(self.word(number), "الموافق" | "،" | "," | "(") {
            number += 1;
        }
        if let Some(date) = self.day(from, cut, number) {
            return Some(date);
        }
        let chosen = which(self.word(next));
        let next = if chosen.is_some() { next + 1 } else { next };
        let chosen = chosen.or_else(|| self.looks_ahead(index).then_some(Which::Next));
        let value = self.published.map(|published| {
            let back = (i32::from(published.weekday()) - i32::from(weekday)).rem_euclid(7);
            let distance = match chosen {
                Some(Which::Next) if back == 0 => 7,
                Some(Which::Next) => 7 - back,
                Some(Which::Last) if back == 0 => -7,
                _ => -back,
            };
            published.plus_days(distance).to_string()
        });
        // «هذا الأربعاء»
        let this = from.checked_sub(1).filter(|i| from == index && self.word(*i) == "هذا");
        let cut = if this.is_some() { 0 } else { cut };
        self.found(this.unwrap_or(from), cut, next, value, "weekday")
    }

    /// Whether the words before speak of the future.
    fn looks_ahead(&self, index: usize) -> bool {
        (index.saturating_sub(8)..index).rev().take_while(|i| self.phrases.kind(*i) != TokenKind::Break).any(
            |i| {
                let word = self.word(i).trim_start_matches('و');
                let future = word.strip_prefix('س').is_some_and(|rest| {
                    rest.starts_with(['ي', 'ت', 'ن', 'ا'])
                        && rest.chars().count() >= 4
                        && !rest.starts_with("تا")
                });
                matches!(
                    word,
                    "سوف"
                        | "لن"
                        | "المقرر"
                        | "المرتقب"
                        | "المزمع"
                        | "المتوقع"
                        | "يعتزم"
                        | "تعتزم"
                        | "غدا"
                ) || future
            },
        )
    }

    /// Day and month, and the year where it stands: «26 ديسمبر/كانون الأول الماضي», «5 يناير».
    pub fn day(&self, from: usize, cut: usize, number: usize) -> Option<Found> {
        let (day, mut at) = self.day_number(number)?;
        if matches!(self.word(at), "من" | "شهر") {
            at += 1;
        }
        let here = self.month_name(at).map(|(month, hijri, next, _)| (month, hijri, next));
        let (month, hijri, next) = here.or_else(|| self.month_ahead(number + 1))?;
        let (year, which, after) = self.year_after(next);
        let value = self.resolve(day, month, hijri, year, which);
        let next = if here.is_some() { after } else { number + 1 };
        Some(Found { hijri, ..self.found(from, cut, next, value, "day-and-month")? })
    }

    /// 9/1/2024, 2024-01-09, 9.1.2024; day before month, as Arabic has it.
    pub fn numeric(&self, index: usize) -> Option<Found> {
        let dotted: Vec<i32> = self.word(index).split('.').filter_map(|p| p.parse().ok()).collect();
        let (parts, next) = if dotted.len() == 3 {
            (dotted, index + 1)
        } else {
            let separator = self.word(index + 1);
            let same = matches!(separator, "/" | "-") && self.word(index + 3) == separator;
            let joined = (index + 1..index + 5).all(|i| self.phrases.touches(i));
            if !same || !joined {
                return None;
            }
            let numbers = [index, index + 2, index + 4].map(|i| self.word(i).parse().ok());
            (numbers.into_iter().flatten().collect(), index + 5)
        };
        let &[first, second, third] = parts.as_slice() else { return None };
        let (year, month, day) = if first > 31 { (first, second, third) } else { (third, second, first) };
        let year = if year < 100 { year + 2000 } else { year };
        let date = Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
        (year >= 1900).then_some(())?;
        self.found(index, 0, next, Some(date.to_string()), "numeric-date")
    }
}
