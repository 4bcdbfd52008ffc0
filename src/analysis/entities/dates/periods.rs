//! Periods: one beside now, some that a number counts, a decade, and how long ago or for how long.

use super::super::phrase::readings;
use super::calendar::month_after;
use super::words::{APPROXIMATE, DECADES, DURATION, Unit, Which, the_unit, unit, which};
use super::{Found, Reader};
use crate::lexicon::{Table, field};
use crate::text::{TokenKind, decimal};

impl Reader<'_> {
    /// الأسبوع الماضي، نهاية الشهر الجاري، هذا العام، الأيام المقبلة، الآونة الأخيرة.
    pub fn period(&self, index: usize) -> Option<Found> {
        if let Some(next) = self.counted_period(index) {
            return self.found(index, 0, next, None, "period");
        }
        if let Some((cut, next)) = self.decade(index) {
            return self.found(index, cut, next, None, "period");
        }
        let (mut cut, mut at) = self.after_part(index).unwrap_or((0, index));
        let partial = at > index;
        let mut chosen = None;
        if matches!(self.word(at), "هذا" | "هذه") {
            chosen = Some(Which::This);
            at += 1;
        }
        let noun = readings(self.word(at)).find_map(|(more, word)| Some((more, the_unit(word)?)));
        let (more, unit) = noun.or_else(|| {
            // للأسبوع، للعام: the article's alif is swallowed.
            let rest = self.word(at).trim_start_matches('و').strip_prefix("لل")?;
            unit(rest).map(|(unit, _)| (0, unit))
        })?;
        if at == index {
            cut = more;
        } else if more > 0 {
            return None;
        }
        let mut next = at + 1;
        // «السنوات الستين الأخيرة», «الأشهر الثلاثة الماضية», «الـ48 ساعة».
        if chosen.is_none()
            && (self.phrases.joined(next, Table::Numbers, true).is_some()
                || self.phrases.kind(next) == TokenKind::Number)
            && which(self.word(next + 1)).is_some()
        {
            next += 1;
        }
        let plural = matches!(
            self.word(at).trim_start_matches("ال"),
            "ايام" | "اسابيع" | "اشهر" | "شهور" | "سنوات" | "اعوام" | "ساعات"
        );
        if chosen.is_none()
            && let Some(found) = which(self.word(next))
        {
            chosen = Some(found);
            next += 1;
            if which(self.word(next)).is_some() && self.word(next).starts_with("ال") {
                next += 1;
            }
        }
        if chosen.is_none() && (!partial || plural || matches!(unit, Unit::Short | Unit::Day | Unit::Long)) {
            return None;
        }
        let value = self.published.filter(|_| !plural).and_then(|p| {
            let step = chosen.unwrap_or(Which::This).offset();
            match unit {
                Unit::Day => Some(p.plus_days(step).to_string()),
                Unit::Week => {
                    let (year, week) = p.plus_days(7 * step).iso_week();
                    Some(format!("{year:04}-W{week:02}"))
                }
                Unit::Month => Some(month_after(p, step)),
                Unit::Year => Some((p.year + step).to_string()),
                Unit::Short | Unit::Long => None,
            }
        });
        self.found(index, cut, next, value, "period")
    }

    /// «الـ48 ساعة الماضية», «الأربع والعشرين ساعة المقبلة»: the token after it.
    fn counted_period(&self, index: usize) -> Option<usize> {
        self.word(index).starts_with("ال").then_some(())?;
        let mut at = index + usize::from(self.word(index) == "ال");
        if self.phrases.kind(at) == TokenKind::Number {
            at += 1;
        } else {
            while let Some(number) = self.phrases.joined(at, Table::Numbers, true) {
                at = number.next;
            }
        }
        let counts = at > index && unit(self.word(at)).is_some() && which(self.word(at + 1)).is_some();
        counts.then_some(at + 2)
    }

    /// «ثمانينيات القرن الماضي», «التسعينيات»: its particles and the token after it.
    fn decade(&self, index: usize) -> Option<(usize, usize)> {
        let bare = |word: &str| DECADES.contains(word.strip_prefix("ال").unwrap_or(word));
        let (cut, word) = readings(self.word(index)).find(|(_, word)| bare(word))?;
        let century = index + 1 + usize::from(self.word(index + 1) == "من");
        if self.word(century) == "القرن" {
            let order = self.ordinal(century + 1).map(|(_, next)| next);
            let which = which(self.word(century + 1)).map(|_| century + 2);
            return Some((cut, which.or(order).unwrap_or(century + 1)));
        }
        word.starts_with("ال").then_some((cut, index + 1))
    }

    /// منذ أكثر من 3 أشهر، قبل يومين، خلال 48 ساعة: a length of time that a preposition makes a date.
    pub fn duration(&self, index: usize) -> Option<Found> {
        let (cut, preposition) = readings(self.word(index)).find(|(_, word)| DURATION.contains(word))?;
        let (from, cut) = match preposition {
            "مدي" | "مدار" => {
                (index.checked_sub(1).filter(|i| self.word(*i).trim_start_matches('و') == "علي")?, 0)
            }
            _ => (index, cut),
        };
        let mut at = index + 1;
        if let Some(words) =
            APPROXIMATE.iter().find(|words| words.iter().enumerate().all(|(i, w)| self.word(at + i) == *w))
        {
            at += words.len();
        }
        let mut amount: Option<i32> = None;
        if self.phrases.kind(at) == TokenKind::Number {
            amount = self.word(at).parse().ok();
            at += 1;
        } else {
            while let Some(number) = self.phrases.joined(at, Table::Numbers, false) {
                let value = decimal(field(number.sense, 0)).unwrap_or(0.0);
                amount = Some(amount.unwrap_or(0_i32).saturating_add(value as i32));
                at = number.next;
            }
        }
        let (unit, dual) = unit(self.word(at))?;
        // «منذ عام 2003», «قبل الأسبوع الماضي», «منذ شهر مارس» are dates of another kind.
        let month = || amount.is_none() && self.phrases.joined(at + 1, Table::Months, false).is_some();
        if month()
            || self.year_number(at + 1).is_some()
            || which(self.word(at + 1)).is_some_and(|_| amount.is_none())
        {
            return None;
        }
        let counted = amount.is_some() || dual.is_some();
        let bare = at == index + 1;
        let many = matches!(
            self.word(at),
            "ايام" | "شهور" | "سنين" | "اسابيع" | "اشهر" | "سنوات" | "عقود" | "ساعات" | "اعوام"
        );
        let one = matches!(self.word(at), "شهر" | "اسبوع" | "عام" | "سنه" | "قرن" | "عقد");
        (counted || !bare || many || one).then_some(())?;
        let exact = at == index + 1 + usize::from(amount.is_some());
        let amount = dual.or(amount).or((!counted && bare && !many).then_some(1));
        let value = match (preposition, amount, self.published) {
            ("قبل" | "منذ", Some(amount), Some(p)) if exact && (0..10_000).contains(&amount) => {
                match unit {
                    Unit::Day => Some(p.plus_days(-amount).to_string()),
                    Unit::Week => Some(p.plus_days(-7 * amount).to_string()),
                    Unit::Month if preposition == "قبل" => Some(month_after(p, -amount)),
                    Unit::Year if preposition == "قبل" => Some((p.year - amount).to_string()),
                    _ => None,
                }
            }
            _ => None,
        };
        self.found(from, cut, at + 1, value, "duration")
    }
}
