//! Civil dates, as far as news needs them.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    /// The year.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to the month's length.
    pub day: u8,
}

impl Date {
    /// The date, where there is such a day.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let length = month_length(year, month)?;
        ((1..=9999).contains(&year) && (1..=length).contains(&day)).then_some(Date { year, month, day })
    }

    /// Days since 1970-01-01. Method: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    pub fn days(self) -> i32 {
        let year = if self.month <= 2 { self.year - 1 } else { self.year };
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let month = (i32::from(self.month) + 9) % 12;
        let of_year = (153 * month + 2) / 5 + i32::from(self.day) - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    /// The date so many days after 1970-01-01.
    pub fn from_days(days: i32) -> Self {
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = (of_year - (153 * month + 2) / 5 + 1) as u8;
        let month = if month < 10 { month + 3 } else { month - 9 } as u8;
        Date { year: year + era * 400 + i32::from(month <= 2), month, day }
    }

    /// The date so many days later (earlier where negative).
    pub fn plus_days(self, days: i32) -> Self {
        Date::from_days(self.days().saturating_add(days))
    }

    /// 0 for Monday to 6 for Sunday, as ISO 8601 counts from 1.
    pub fn weekday(self) -> u8 {
        (self.days() + 3).rem_euclid(7) as u8
    }

    /// The ISO 8601 week: its year and number.
    pub fn iso_week(self) -> (i32, u8) {
        let thursday = self.plus_days(3 - i32::from(self.weekday()));
        let first = Date { year: thursday.year, month: 1, day: 1 };
        (thursday.year, ((thursday.days() - first.days()) / 7 + 1) as u8)
    }
}

/// Days of the month; none where there is no such month.
fn month_length(year: i32, month: u8) -> Option<u8> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if leap { 29 } else { 28 }),
        _ => None,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// Not a day written as `2024-01-09`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("‘{0}’ is not a date of the form 2024-01-09")]
pub struct DateError(String);

impl TryFrom<String> for Date {
    type Error = DateError;

    fn try_from(text: String) -> Result<Self, DateError> {
        text.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let error = || DateError(text.to_owned());
        let mut parts = text.splitn(3, '-');
        let mut part = || parts.next().filter(|p| p.bytes().all(|b| b.is_ascii_digit())).ok_or_else(error);
        let (year, month, day) = (part()?, part()?, part()?);
        let day = Date::new(
            year.parse().map_err(|_| error())?,
            month.parse().map_err(|_| error())?,
            day.parse().map_err(|_| error())?,
        );
        day.ok_or_else(error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_weekdays_and_weeks() {
        for (date, days, weekday, week) in [
            ("1970-01-01", 0, 3, (1970, 1)),
            ("2024-01-09", 19731, 1, (2024, 2)),
            ("2021-01-03", 18630, 6, (2020, 53)),
            ("2000-02-29", 11016, 1, (2000, 9)),
        ] {
            let parsed: Date = date.parse().unwrap();
            assert_eq!((parsed.days(), parsed.weekday(), parsed.iso_week()), (days, weekday, week), "{date}");
            assert_eq!(Date::from_days(days).to_string(), date);
        }
        for wrong in ["", "2024", "2023-02-29", "2024-1x-01", "2024-13-01", "-1-01-01"] {
            assert!(wrong.parse::<Date>().is_err(), "{wrong}");
        }
    }
}
