//! Moments as other programs write them, brought to UTC.

use crate::analysis::Date;
use crate::annotation::Timestamp;

const MINUTES_A_DAY: i32 = 24 * 60;

/// The moment in UTC; none where `text` is no RFC 3339 date-time.
///
/// `2024-01-09T10:00:00.5+02:00` comes to `2024-01-09T08:00:00.5Z`.
pub fn to_utc(text: &str) -> Option<Timestamp> {
    let (date, time) = text.split_at_checked(10)?;
    let date: Date = date.parse().ok()?;
    let time = time.strip_prefix(['T', 't', ' '])?;
    let zone_at = time.find(['Z', 'z', '+', '-'])?;
    let (clock, zone) = time.split_at_checked(zone_at)?;
    let (clock, fraction) = match clock.split_once('.') {
        Some((clock, fraction)) => (clock, Some(fraction)),
        None => (clock, None),
    };
    if fraction.is_some_and(|f| f.is_empty() || f.len() > 9 || !f.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let mut parts = clock.split(':').map(two_digits);
    let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next()??);
    if parts.next().is_some() || hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let minutes = hour * 60 + minute - offset(zone)?;
    let date = date.plus_days(minutes.div_euclid(MINUTES_A_DAY));
    if !(1..=9999).contains(&date.year) {
        return None;
    }
    let minutes = minutes.rem_euclid(MINUTES_A_DAY);
    let fraction = fraction.map(|f| format!(".{f}")).unwrap_or_default();
    Some(Timestamp(format!("{date}T{:02}:{:02}:{second:02}{fraction}Z", minutes / 60, minutes % 60)))
}

/// Minutes that local time is ahead of UTC.
fn offset(zone: &str) -> Option<i32> {
    if zone.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let sign = if zone.starts_with('-') { -1 } else { 1 };
    let (hours, minutes) = zone.get(1..)?.split_once(':')?;
    let (hours, minutes) = (two_digits(hours)?, two_digits(minutes)?);
    (hours < 24 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

fn two_digits(text: &str) -> Option<i32> {
    (text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_come_to_utc() {
        for (text, utc) in [
            ("2024-01-09T08:30:00Z", Some("2024-01-09T08:30:00Z")),
            ("2024-01-01T01:00:00.250+03:00", Some("2023-12-31T22:00:00.250Z")),
            ("2024-02-29t23:30:00-00:45", Some("2024-03-01T00:15:00Z")),
            ("2024-01-09T08:30:00", None),
            ("2024-13-09T08:30:00Z", None),
            ("2024-01-09T24:30:00Z", None),
            ("2024-01-09T08:30:00.Z", None),
            ("9999-12-31T23:59:59-01:00", None),
            ("أمس", None),
            ("", None),
        ] {
            assert_eq!(to_utc(text).map(|t| t.0).as_deref(), utc, "{text}");
        }
    }
}
