//! Dates and periods: what they cover in the text, and which day, week, month or year they come to.
//!
//! A date is read from left to right out of parts: a part of the day, a weekday, a number, a month, a
//! year, a word that says which one (الماضي). Without a year the nearest one is meant; without anything
//! a weekday is the last one, or the next where the sentence looks ahead.

mod calendar;
mod days;
mod parts;
mod periods;
mod words;
mod years;

pub use words::{APPROXIMATE, APPROXIMATELY};

use super::phrase::{Phrases, readings};
use crate::analysis::steps::Pace;
use crate::analysis::{Date, Entity, EntityKind, Evidence, Value};
use crate::lexicon::Table;
use crate::text::{Document, Span, TokenKind};
use words::{DECADES, DURATION, OTHERS, PARTS_OF_DAY, PARTS_OF_PERIOD};

/// All dates of the document in its order; none overlaps another.
pub async fn find(document: &Document, published: Option<Date>) -> Vec<Entity> {
    let reader = Reader { phrases: Phrases::new(document), published };
    let mut found: Vec<Found> = Vec::new();
    let (mut index, mut pace) = (0, Pace::default());
    while index < reader.phrases.len() {
        pace.at(index).await;
        let Some(mut date) = reader.date(index) else {
            index += 1;
            continue;
        };
        date.next = date.next.max(index + 1);
        if let Some(last) = found.last_mut() {
            reader.agree(last, &mut date, index);
        }
        index = date.next;
        found.push(date);
    }
    let entities = found.into_iter().map(|date| Entity {
        span: date.span,
        kind: EntityKind::Date,
        value: date.value.map(Value::Iso),
        side: None,
        country: None,
        referent: 0,
        evidence: Evidence::new(date.rule, document.slice(date.span)),
    });
    entities.collect()
}

struct Reader<'d> {
    phrases: Phrases<'d>,
    published: Option<Date>,
}

struct Found {
    span: Span,
    next: usize,
    value: Option<String>,
    rule: &'static str,
    /// Whether it is a day of the Hijri calendar.
    hijri: bool,
}

impl Reader<'_> {
    fn word(&self, index: usize) -> &str {
        self.phrases.word(index)
    }

    fn date(&self, index: usize) -> Option<Found> {
        match self.phrases.kind(index) {
            TokenKind::Number => {
                self.numeric(index).or_else(|| self.day(index, 0, index)).or_else(|| self.bare_year(index))
            }
            TokenKind::Word if !self.may_begin(index) => None,
            TokenKind::Word if self.ordinal(index).is_some() => self.day(index, 0, index),
            TokenKind::Word => self
                .relative_day(index)
                .or_else(|| self.day_with_weekday(index))
                .or_else(|| self.year(index))
                .or_else(|| self.month(index))
                .or_else(|| self.period(index))
                .or_else(|| self.duration(index)),
            _ => None,
        }
    }

    /// Whether a date can begin with the word at all; most words of a text are told here.
    fn may_begin(&self, index: usize) -> bool {
        let begins = |word: &str| {
            let lists = [&PARTS_OF_DAY, &PARTS_OF_PERIOD, &DURATION, &DECADES, &OTHERS];
            word.starts_with("ال") || lists.into_iter().any(|words| words.contains(word))
        };
        let word = self.word(index);
        readings(word).any(|(_, word)| begins(word))
            || word.trim_start_matches('و').starts_with("لل")
            || self.phrases.joined(index, Table::Months, false).is_some()
    }

    fn found(
        &self,
        from: usize,
        cut: usize,
        next: usize,
        value: Option<String>,
        rule: &'static str,
    ) -> Option<Found> {
        Some(Found { span: self.phrases.span(from, cut, next), next, value, rule, hijri: false })
    }

    /// Of one day told in both calendars the Hijri date comes to what the other says, because months begin
    /// by the moon that was seen: «15 رمضان 1445 هـ الموافق 25 مارس 2024», «… هـ / … م».
    fn agree(&self, last: &mut Found, date: &mut Found, index: usize) {
        let between = last.next..index;
        let beside = between.len() <= 3
            && between.clone().all(|at| {
                let mark = self.phrases.kind(at) == TokenKind::Mark;
                mark || matches!(self.word(at), "الموافق" | "الموافقه" | "الموافقين" | "ل" | "و" | "اي")
            });
        if !beside || last.hijri == date.hijri {
            return;
        }
        let (hijri, other) = if last.hijri { (last, &*date) } else { (date, &*last) };
        let day = |found: &Found| found.value.as_deref()?.parse().ok().map(Date::days);
        if let (Some(reckoned), Some(told)) = (day(hijri), day(other))
            && (reckoned - told).abs() <= 2
        {
            hijri.value.clone_from(&other.value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::steps::at_once;

    /// Each case: text with the dates in braces, and what they come to (`-` for nothing), published on
    /// Tuesday 2024-01-09.
    #[track_caller]
    fn check(marked: &str, values: &[&str]) {
        let text: String = marked.chars().filter(|c| !matches!(c, '{' | '}')).collect();
        let document = Document::new(&text);
        let found = at_once(find(&document, "2024-01-09".parse().ok()));
        let expected: Vec<&str> =
            marked.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
        let got: Vec<&str> = found.iter().map(|e| document.slice(e.span)).collect();
        assert_eq!(got, expected, "{marked}");
        let got: Vec<String> = found
            .iter()
            .map(|e| match &e.value {
                Some(Value::Iso(iso)) => iso.clone(),
                _ => "-".to_owned(),
            })
            .collect();
        assert_eq!(got, values, "{marked}");
    }

    #[test]
    fn absolute() {
        check("وقع الاتفاق في {14 شباط/فبراير 2022} بالقاهرة", &["2022-02-14"]);
        check("عقد {يوم الأربعاء 3 جانفي} اجتماع", &["2024-01-03"]);
        check("منذ {عام 2003}", &["2003"]);
        check("في {26 ديسمبر/كانون الأول الماضي}، قال", &["2023-12-26"]);
        check("بين {12 يوليو} و{14 أغسطس}", &["2023-07-12", "2023-08-14"]);
        check("أسس في {سبتمبر/أيلول 2014}، لمحاربة", &["2014-09"]);
        check("صدر في {9/11/2023} عن", &["2023-11-09"]);
        check("في {٥ تشرين الثاني ٢٠٢٣}", &["2023-11-05"]);
        check("في {10 رمضان 1445 هـ}", &["2024-03-20"]);
        check("اتفاق الطائف {1989}، الذي", &["1989"]);
        check("نشر 2000 جندي", &[]);
        check("مارس ضغوطا", &[]);
        check("حتى {نهاية عام 2026} على الأقل", &["2026"]);
        check("في {الربع الأول من عام 2024}", &["2024"]);
        check("منذ {صيف 2022}", &["2022"]);
        check("بين {عامي 2011} و{2014}", &["2011", "2014"]);
        check("في {السابع من أكتوبر/تشرين الأول 2023}", &["2023-10-07"]);
        check("في {الثالث والعشرين من يوليو}", &["2023-07-23"]);
        check("هجمات {الحادي عشر من سبتمبر 2001}", &["2001-09-11"]);
        check("من {5} إلى {9 مايو}", &["2024-05-05", "2024-05-09"]);
        check("{يومي 3} و{4 سبتمبر الماضي}", &["2023-09-03", "2023-09-04"]);
        check("في {12 ربيع الأول 1445 هـ} و{عام 1445هـ}", &["2023-09-27", "2023"]);
    }

    #[test]
    fn one_day_in_two_calendars() {
        check("{15 رمضان 1445} الموافق {25 آذار 2024}", &["2024-03-25", "2024-03-25"]);
        // By the moon that was seen Ramadan of that year began on the 11th.
        check("{16 رمضان 1445هـ} / {25 مارس 2024م}", &["2024-03-25", "2024-03-25"]);
        check("{الاثنين 25 مارس 2024} (الموافق لـ{14 رمضان 1445 هـ})", &["2024-03-25", "2024-03-25"]);
        check("في {1 رمضان 1445} وليس في {25 آذار 2024}", &["2024-03-11", "2024-03-25"]);
    }

    #[test]
    fn months_that_are_names() {
        check("التقى وزير الطاقة التنزاني يناير ماكامبا نظيره", &[]);
        check("أعلنت شركة نيسان خطتها في {نيسان}", &["2024-04"]);
        check("قال الوزير في {يناير} إنه", &["2024-01"]);
    }

    #[test]
    fn relative() {
        check("قال {أمس}", &["2024-01-08"]);
        check("عقد {مساء أمس الاثنين} جلسة", &["2024-01-08"]);
        check("وصل {أول أمس}", &["2024-01-07"]);
        check("قتل {الأسبوع الماضي}", &["2024-W01"]);
        check("ب{نهاية الشهر الجاري}", &["2024-01"].map(|v| v));
        check("غادر {الأحد} المدينة", &["2024-01-07"]);
        check("سيزور الوفد القاهرة {الأحد المقبل}", &["2024-01-14"]);
        check("يعقد {العام المقبل}", &["2025"]);
        check("خلال {الأيام المقبلة}", &["-"]);
        check("{منذ أكثر من 3 أشهر}", &["-"]);
        check("خطط له {منذ شهور}", &["-"]);
        check("لم تتلق عرضا منذ {شهر مارس}", &["2024-03"]);
        check("في {الأول من ديسمبر/كانون الأول}، قال", &["2023-12-01"]);
        check("{قبل يومين}", &["2024-01-07"]);
        check("{بعد مليار مليار مليار يوم}", &["-"]);
        check("في {الآونة الأخيرة}", &["-"]);
        check("{خلال 48 ساعة}", &["-"]);
        check("خلال {الـ48 ساعة الماضية}", &["-"]);
        check("خلال {الأربع والعشرين ساعة المقبلة}", &["-"]);
        check("في {ثمانينيات القرن الماضي} ثم في {التسعينيات}", &["-", "-"]);
        check("حر {الصيف الماضي}", &["-"]);
    }
}
