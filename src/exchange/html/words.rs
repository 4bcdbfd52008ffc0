//! The words of the report, and of a review the finding. They are read by those who read the article, so
//! they are in Arabic alone.

use crate::analysis::{Act, Date, EntityKind, Form};
use crate::annotation::{Decision, Rating, Relation};

pub(super) const BOARD: &str = "المواقف وجهًا لوجه";
pub(super) const CLAIMS: &str = "الادعاءات";
pub(super) const OWN: &str = "تعليقات القارئ";
pub(super) const NO_SPEAKER: &str = "من دون متحدث مسمّى";
pub(super) const SIDE: &str = "الطرف";
pub(super) const CUE: &str = "لفظ النقل";
pub(super) const FORM: &str = "الصيغة";
pub(super) const VIA: &str = "نقلًا عن";
pub(super) const ISSUE: &str = "القضية";
pub(super) const HIGHLIGHT: &str = "تظليل";
pub(super) const NOTE: &str = "ملاحظة";
pub(super) const SUGGESTED: &str = "اقتراح آلي لم يُراجَع";
pub(super) const UNCERTAIN: &str = "الموضع غير مؤكد";
pub(super) const ORPHAN: &str = "لم يعد في النص";
pub(super) const FOOTER: &str =
    "أُعدّ هذا التقرير في «موقف». ما وُسم بأنه اقتراح آلي استخرجه البرنامج ولم يراجعه القارئ.";

pub(super) fn act(act: Act) -> &'static str {
    match act {
        Act::Affirm => "تأكيد",
        Act::Deny => "نفي",
        Act::Condemn => "إدانة",
        Act::Demand => "مطالبة",
        Act::Warn => "تحذير",
        Act::Promise => "تعهّد",
    }
}

pub(super) fn form(form: Form) -> &'static str {
    match form {
        Form::Direct => "كلام مباشر",
        Form::Indirect => "كلام غير مباشر",
        Form::Mixed => "كلام مختلط",
    }
}

pub(super) fn entity(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "شخص",
        EntityKind::Organisation => "منظمة",
        EntityKind::Place => "مكان",
        EntityKind::Date => "تاريخ",
        EntityKind::Quantity => "رقم",
    }
}

pub(super) fn decision(decision: Decision) -> &'static str {
    match decision {
        Decision::Accepted => "مقبول",
        Decision::Corrected => "مصحَّح",
        Decision::Rejected => "مرفوض",
    }
}

pub(in crate::exchange) fn rating(rating: Rating) -> &'static str {
    match rating {
        Rating::Supported => "تدعمه الأدلة",
        Rating::Refuted => "تفنّده الأدلة",
        Rating::Unproven => "لم تحسمه الأدلة",
    }
}

pub(super) fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Supports => "يدعم",
        Relation::Contradicts => "يناقض",
        Relation::Repeats => "يكرّر",
    }
}

const MONTHS: [&str; 12] = [
    "يناير/كانون الثاني",
    "فبراير/شباط",
    "مارس/آذار",
    "أبريل/نيسان",
    "مايو/أيار",
    "يونيو/حزيران",
    "يوليو/تموز",
    "أغسطس/آب",
    "سبتمبر/أيلول",
    "أكتوبر/تشرين الأول",
    "نوفمبر/تشرين الثاني",
    "ديسمبر/كانون الأول",
];

/// The day as a news desk writes it.
pub(super) fn date(date: Date) -> String {
    let month = MONTHS.get(usize::from(date.month).saturating_sub(1)).copied().unwrap_or_default();
    format!("{} {month} {}", date.day, date.year)
}
