//! The words that dates are made of, as folded.

use crate::text::Words;

/// Which of several a word beside the date says is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Which {
    Last,
    This,
    Next,
}

impl Which {
    /// How many further on from this one it is.
    pub fn offset(self) -> i32 {
        match self {
            Which::Last => -1,
            Which::This => 0,
            Which::Next => 1,
        }
    }
}

/// Parts of the day, and other words before a day that belong to it.
pub static PARTS_OF_DAY: Words = Words::new(&[
    "يوم", "يومي", "مساء", "صباح", "فجر", "ظهر", "عصر", "ليل", "ليله", "ضحي", "نهار", "عشيه", "صبيحه",
    "منتصف",
]);

/// Parts of a period that belong to it.
pub static PARTS_OF_PERIOD: Words = Words::new(&[
    "مطلع", "بدايه", "بدايات", "اوائل", "مستهل", "منتصف", "اواسط", "اواخر", "نهايه", "نهايات", "ختام", "اول",
    "اخر", "غضون", "الربع", "النصف", "شهر", "غره", "صيف", "شتاء", "خريف", "ربيع",
]);

/// «ثمانينيات القرن الماضي», «التسعينات».
pub static DECADES: Words = Words::new(&[
    "عشرينيات", "عشرينات", "ثلاثينيات", "ثلاثينات", "اربعينيات", "اربعينات", "خمسينيات", "خمسينات", "ستينيات",
    "ستينات", "سبعينيات", "سبعينات", "ثمانينيات", "ثمانينات", "تسعينيات", "تسعينات",
]);

pub static LAST: Words = Words::new(&[
    "الماضي", "الماضيه", "الماضيين", "المنصرم", "المنصرمه", "الفائت", "الفايت", "الفايته", "السابق",
    "السابقه", "الفارط", "المنقضي", "المنقضيه", "الاخير", "الاخيره", "ماضيه", "خلت",
]);
pub static THIS: Words =
    Words::new(&["الجاري", "الجاريه", "الحالي", "الحاليه", "هذا", "هذه", "الراهن", "الراهنه"]);
pub static NEXT: Words = Words::new(&[
    "المقبل", "المقبله", "المقبلين", "القادم", "القادمه", "القادمين", "التالي", "التاليه", "الاتي", "الاتيه",
]);

pub fn which(word: &str) -> Option<Which> {
    [(&LAST, Which::Last), (&THIS, Which::This), (&NEXT, Which::Next)]
        .into_iter()
        .find_map(|(words, which)| words.contains(word).then_some(which))
}

/// The unit that a noun of time counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    Short,
    Day,
    Week,
    Month,
    Year,
    Long,
}

/// A noun of time without article: its unit, and how many of it where it is dual.
pub fn unit(word: &str) -> Option<(Unit, Option<i32>)> {
    let one = |unit| Some((unit, None));
    match word {
        "ساعه" | "ساعات" | "دقيقه" | "دقايق" | "لحظات" => one(Unit::Short),
        "ساعتين" | "ساعتان" => Some((Unit::Short, Some(2))),
        "يوم" | "يوما" | "ايام" | "ليله" | "ليالي" => one(Unit::Day),
        "يومين" | "يومان" => Some((Unit::Day, Some(2))),
        "اسبوع" | "اسبوعا" | "اسابيع" => one(Unit::Week),
        "اسبوعين" | "اسبوعان" => Some((Unit::Week, Some(2))),
        "شهر" | "شهرا" | "اشهر" | "شهور" => one(Unit::Month),
        "شهرين" | "شهران" => Some((Unit::Month, Some(2))),
        "عام" | "عاما" | "اعوام" | "سنه" | "سنوات" | "سنين" | "حول" => {
            one(Unit::Year)
        }
        "عامين" | "عامان" | "سنتين" | "سنتان" => Some((Unit::Year, Some(2))),
        "عقد" | "عقدا" | "عقود" | "قرن" | "قرنا" | "قرون" | "فتره" | "اونه" | "مرحله" | "عقدين" | "قرنين" => {
            one(Unit::Long)
        }
        "صيف" | "شتاء" | "خريف" | "ربيع" => one(Unit::Long),
        _ => None,
    }
}

/// A noun of time with the article.
pub fn the_unit(word: &str) -> Option<Unit> {
    let rest = word.strip_prefix("ال")?;
    unit(rest).map(|(unit, _)| unit)
}

/// Days of a month in words, before «من» and the month: «الأول من ديسمبر».
pub const ORDINALS: &[&str] =
    &["الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"];

/// Words before a length of time that make it a date.
pub static DURATION: Words = Words::new(&["منذ", "قبل", "خلال", "طوال", "طيله", "مدي", "مدار", "بعد"]);
/// What else a date can begin with, beside a month and words with the article.
pub static OTHERS: Words =
    Words::new(&["امس", "غد", "غدا", "هذا", "هذه", "عام", "سنه", "لعام", "لسنه", "عامي", "سنتي"]);

/// The first words of [`APPROXIMATE`].
pub static APPROXIMATELY: Words = Words::new(&[
    "اكثر", "اقل", "ما", "يزيد", "نحو", "حوالي", "قرابه", "زهاء", "بضعه", "بضع", "عده", "ازيد", "يناهز",
    "يربو", "قراب", "تقريبا", "زها",
]);

/// Words that say a number is not exact.
pub const APPROXIMATE: &[&[&str]] = &[
    &["اكثر", "من"],
    &["اقل", "من"],
    &["ما", "يزيد", "علي"],
    &["ما", "يزيد", "عن"],
    &["ما", "لا", "يقل", "عن"],
    &["ما", "يقارب"],
    &["ما", "يقرب", "من"],
    &["يزيد", "علي"],
    &["نحو"],
    &["حوالي"],
    &["قرابه"],
    &["زهاء"],
    &["بضعه"],
    &["بضع"],
    &["عده"],
    &["ازيد", "من"],
    &["ما", "يناهز"],
    &["يناهز"],
    &["ما", "يربو", "علي"],
    &["يربو", "علي"],
    &["يزيد", "عن"],
    &["ما", "لا", "يقل", "علي"],
    &["ما", "لا", "يزيد", "علي"],
    &["ما", "لا", "يزيد", "عن"],
    &["قراب"],
    &["تقريبا"],
    &["زها"],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_says_a_number_is_not_exact_is_sought() {
        let first = |words: &&[&str]| words.first().is_some_and(|word| APPROXIMATELY.contains(word));
        assert!(APPROXIMATE.iter().all(first));
    }
}
