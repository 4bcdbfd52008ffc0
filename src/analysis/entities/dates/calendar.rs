//! Which day is meant, in both calendars.

use super::Reader;
use super::words::Which;
use crate::analysis::Date;

impl Reader<'_> {
    /// The day meant, as ISO 8601.
    pub fn resolve(
        &self,
        day: u8,
        month: u8,
        hijri: bool,
        year: Option<i32>,
        which: Option<Which>,
    ) -> Option<String> {
        if hijri {
            let near = |year: i32| hijri_date(year, month, day);
            return match year {
                Some(year) => near(year),
                None => self.nearest(self.hijri_years().filter_map(near), which),
            }
            .map(|d| d.to_string());
        }
        match year {
            Some(year) => Date::new(year, month, day),
            None => {
                let years = self.published.map(|p| p.year - 1..=p.year + 1)?;
                self.nearest(years.filter_map(|year| Date::new(year, month, day)), which)
            }
        }
        .map(|d| d.to_string())
    }

    /// Of several dates the nearest to the day of publication, or the last or next one.
    fn nearest(&self, dates: impl Iterator<Item = Date>, which: Option<Which>) -> Option<Date> {
        let published = self.published?.days();
        let fits = |date: &Date| match which {
            Some(Which::Last) => date.days() < published,
            Some(Which::Next) => date.days() > published,
            _ => true,
        };
        dates
            .filter(fits)
            .min_by_key(|date| (date.days() - published).abs() * 2 + i32::from(date.days() > published))
    }

    fn hijri_years(&self) -> impl Iterator<Item = i32> + use<> {
        let year = self.published.map_or(0, |p| (f64::from(p.year - 622) * 33.0 / 32.0) as i32);
        year - 1..=year + 2
    }

    pub fn year_iso(&self, year: i32) -> String {
        if year < 1500 { hijri_date(year, 6, 15).map_or(year, |d| d.year) } else { year }.to_string()
    }
}

/// The month so many months after a day's (before it where negative).
pub fn month_after(day: Date, months: i32) -> String {
    let months = day.year * 12 + i32::from(day.month) - 1 + months;
    format!("{:04}-{:02}", months.div_euclid(12), months.rem_euclid(12) + 1)
}

/// A day of the Hijri calendar by the tabular (civil) reckoning; off by a day at most from what is seen.
fn hijri_date(year: i32, month: u8, day: u8) -> Option<Date> {
    // Method: Reingold & Dershowitz, "Calendrical Calculations", arithmetical Islamic calendar.
    let month = i32::from(month);
    (1..=30).contains(&day).then_some(())?;
    let days =
        i32::from(day) + 29 * (month - 1) + month / 2 + (year - 1) * 354 + (3 + 11 * year).div_euclid(30);
    // 1 Muharram of year 1 is day 227015 of the Gregorian reckoning; 1970-01-01 is day 719163.
    Some(Date::from_days(days + 227_014 - 719_163))
}
