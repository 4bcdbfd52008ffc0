//! Function words that the search for claims goes by, folded: what opens content, what no name holds, what
//! stands between a verb and its content.
//!
//! They stand here and not in a table of the lexicon because a word of the lexicon is a known one, which no name
//! is guessed from, and because they are asked as they are written or as one rule cuts them, at nearly every token.

pub use crate::analysis::is_complementizer;
use crate::text::{Words, bare};

/// A noun without the pronoun joined to it: «قوله», «تعبيرها»; nothing where it has none.
pub fn without_pronoun(word: &str) -> Option<&str> {
    ["هما", "ها", "هم", "ه"].iter().find_map(|pronoun| word.strip_suffix(pronoun))
}

/// «لكن», «ولكنها»: another clause begins, against the one before.
pub fn is_but(word: &str) -> bool {
    let rest = word.strip_prefix('و').unwrap_or(word).strip_prefix("لكن");
    rest.is_some_and(|pronoun| matches!(pronoun, "" | "ه" | "ها" | "هم" | "هما"))
}

/// Relative pronouns.
pub fn is_relative(word: &str) -> bool {
    matches!(
        word,
        "الذي"
            | "التي"
            | "الذين"
            | "اللذان"
            | "اللذين"
            | "اللتان"
            | "اللتين"
            | "اللواتي"
            | "اللاتي"
    )
}

/// «عليه», «لهما», «إلينا»: a preposition with the pronoun of whom something is told.
pub fn is_to_somebody(word: &str) -> bool {
    const PREPOSITIONS: [&str; 5] = ["علي", "الي", "ل", "مع", "عن"];
    const PRONOUNS: [&str; 9] = ["ه", "ها", "هم", "هما", "هن", "نا", "ي", "ك", "كم"];
    PREPOSITIONS.iter().any(|to| word.strip_prefix(to).is_some_and(|rest| PRONOUNS.contains(&rest)))
}

/// Words that never begin whom or what is named: prepositions, conjunctions, relatives, auxiliaries.
pub fn is_preposition(word: &str) -> bool {
    static WORDS: Words = Words::new(&[
        "في", "من", "الي", "علي", "عن", "مع", "بعد", "قبل", "خلال", "عبر", "ضد", "حول", "بشان", "عقب", "اثر",
        "منذ", "حتي", "لدي", "عند", "امام", "تجاه", "ازاء", "بين", "ردا", "تعليقا", "اثناء", "ضمن", "وسط",
        "رغم", "دون", "حيال", "لدن", "بسبب", "وفق", "وفقا", "بحسب", "حسب", "خصوصا", "خاصه", "فيما", "بينما",
        "حيث", "كما", "اذا", "لو", "لان", "عندما", "اذ", "التي", "الذي", "الذين", "اللذين", "قد", "لقد",
        "كان", "كانت", "كانوا", "ايضا", "كذلك", "هنا", "بما", "مما", "لكن", "او", "ثم", "تحت", "فوق", "نحو",
        "بدلا", "نتيجه", "نظرا", "لا", "لم", "لن", "ليس", "ليست", "ما", "ماذا", "كيف", "لماذا", "هل", "هو",
        "هي", "هم", "انهم", "لانه", "لانها", "فيه", "فيها", "فيهم", "به", "بها", "له", "لها", "لهم", "عنه",
        "عنها", "عليه", "عليها", "منه", "منها", "معه", "معها", "اليه", "اليها", "بعدما", "حينما", "حين",
        "سوي", "غير", "بدوره", "بدورها", "بدورهم", "جراء", "طوال", "قبيل", "غداه", "عشيه", "بعيد", "هناك",
        "تعقيبا", "ابان", "لما", "بل", "كي", "لكي", "عما", "مشيرا",
    ]);
    WORDS.contains(word)
}

/// Countries and capitals with which verbs agree in the masculine too.
pub fn is_masculine_place(bare: &str) -> bool {
    matches!(
        bare,
        "عراق"
            | "لبنان"
            | "سودان"
            | "مغرب"
            | "يمن"
            | "اردن"
            | "صومال"
            | "تشاد"
            | "فاتيكان"
            | "كيان"
            | "غرب"
    )
}

/// Words with which a question begins.
pub fn asks(word: &str) -> bool {
    matches!(word, "لماذا" | "هل" | "كيف" | "ماذا" | "متي" | "اين" | "من" | "ما" | "اي" | "كم")
}

/// «تقرير: ترامب وكوشنر يناقشان …»: what is written and speaks in a headline.
pub fn is_report(stem: &str) -> bool {
    matches!(stem, "تقرير" | "تقارير" | "دراسه" | "استطلاع" | "وثايق" | "بيان")
}

/// Words that govern an أن of their own: «يمكن أن», «بعد أن».
pub fn governs_clause(word: &str) -> bool {
    matches!(
        word.strip_prefix(['و', 'ف']).filter(|rest| rest.len() >= 6).unwrap_or(word),
        "يمكن"
            | "يجب"
            | "ينبغي"
            | "يفترض"
            | "بعد"
            | "قبل"
            | "دون"
            | "منذ"
            | "شرط"
            | "شريطه"
            | "يستطيع"
            | "تستطيع"
            | "يريد"
            | "تريد"
            | "بدون"
            | "حال"
            | "اجل"
            | "لولا"
            | "سبق"
            | "يمكنه"
            | "يمكنها"
            | "ضروره"
            | "احتمال"
            | "بدل"
            | "يحتمل"
    )
}

/// Nouns of what happens: they begin what is told, not whoever tells it.
pub fn is_event(stem: &str) -> bool {
    static WORDS: Words = Words::new(&[
        "وجود", "مقتل", "اصابه", "سقوط", "وقوع", "تعرض", "اطلاق", "وصول", "تنفيذ", "استهداف", "رفض", "ضروره",
        "اهميه", "عدم", "قيام", "تحقيق", "بدء", "انطلاق", "وقف", "انسحاب", "سحب", "اعتقال", "احتجاز", "تدمير",
        "اسقاط", "اغلاق", "توقيف", "ضبط", "تعيين", "توقيع", "فرض", "رفع", "اغتيال", "تفجير", "قصف", "اسر",
        "نجاح", "فشل", "حصول", "استمرار", "مواصله", "تعليق", "تاجيل", "الغاء", "اقاله", "استقاله", "مسووليه",
        "مسووليته", "مسووليتها", "نيه", "استعداد", "احباط", "اعتراض", "السيطره", "العثور", "انتهاء", "انهاء",
        "تمديد", "تجميد", "طرد", "استدعاء",
    ]);
    WORDS.contains(stem)
}

/// ما زال، ظل، بات: verbs behind which a word tells in what state somebody is.
pub fn is_still(word: &str) -> bool {
    matches!(word, "زال" | "زالت" | "يزال" | "تزال" | "ظل" | "ظلت" | "بات" | "باتت")
}

/// What somebody takes upon himself: «تبنى التنظيم الهجوم».
pub fn is_attack(stem: &str) -> bool {
    matches!(
        bare(stem),
        "هجوم"
            | "هجومين"
            | "هجمات"
            | "اعتداء"
            | "اعتداءات"
            | "تفجير"
            | "تفجيرين"
            | "تفجيرات"
            | "انفجار"
            | "قصف"
            | "ضربه"
            | "ضربات"
            | "غاره"
            | "غارات"
            | "كمين"
            | "اغتيال"
            | "قتل"
            | "خطف"
            | "اختطاف"
            | "استهداف"
            | "اطلاق"
            | "اسقاط"
            | "اقتحام"
            | "مسووليه"
    ) || stem == "العمليه"
}

/// Adverbs that stand between a verb, its subject and its content.
pub fn is_adverb(word: &str) -> bool {
    static WORDS: Words = Words::new(&[
        "ايضا", "كذلك", "بدوره", "بدورها", "بدورهم", "مجددا", "لاحقا", "اخيرا", "دايما", "مرارا", "تكرارا",
        "بشده", "بقوه", "بوضوح", "صراحه", "رسميا", "سابقا", "حينها", "حينيذ", "انذاك", "وقتها", "مساء",
        "صباحا", "صباح", "فجر", "ظهر", "ليل", "امس", "اليوم", "الان", "غدا", "ليلا", "ضمنا", "علنا", "جزييا",
        "قطعيا", "قطعا", "تماما", "فورا", "سريعا", "نهاييا", "مرتين", "قايلا", "قايله", "قبلا", "حاليا",
        "موخرا", "بذلك", "هنا", "هاتفيا", "خطيا", "شفهيا", "تلفزيونيا", "متهكما", "ساخرا", "غاضبا",
    ]);
    WORDS.contains(word)
}

/// Words after which a clause begins whose subject may stand before its verb: «إلا أن الحكومة رفضت».
pub fn opens_clause(word: &str) -> bool {
    matches!(
        word,
        "كان"
            | "كانت"
            | "وكان"
            | "وكانت"
            | "لكن"
            | "ولكن"
            | "بينما"
            | "فيما"
            | "وفيما"
            | "وبينما"
            | "حيث"
            | "اذ"
            | "واذ"
    ) || matches!(word.trim_start_matches(['و', 'ف', 'ب']), "ان")
}

/// Auxiliaries between a subject and its verb.
pub fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "قد" | "كان"
            | "كانت"
            | "عاد"
            | "عادت"
            | "سبق"
            | "لقد"
            | "بدوره"
            | "بدورها"
            | "ان"
            | "و"
    ) || is_adverb(word)
}

/// Nouns of occasions on which things are said: «في بيان»، «خلال مؤتمر صحفي».
pub fn is_occasion(stem: &str) -> bool {
    let bare = bare(stem);
    let bare = bare.strip_suffix("ات").unwrap_or(bare);
    let bare = bare.strip_suffix(['ه', 'ا']).unwrap_or(bare);
    matches!(
        bare,
        "بيان"
            | "بلاغ"
            | "تصريح"
            | "موتمر"
            | "كلمت"
            | "كلم"
            | "مقابل"
            | "حوار"
            | "خطاب"
            | "تغريد"
            | "منشور"
            | "حديث"
            | "لقاء"
            | "اجتماع"
            | "جلس"
            | "مداخل"
            | "رسال"
            | "تدوين"
            | "تعليق"
            | "رد"
            | "مقطع"
            | "برنامج"
            | "تقرير"
            | "مقال"
            | "موقع"
            | "صفح"
            | "حساب"
            | "منص"
            | "افطار"
            | "حفل"
            | "ندو"
            | "قم"
            | "منتدي"
            | "زيار"
            | "سياق"
            | "وقت"
            | "احاط"
            | "افاد"
            | "مومر"
            | "كلمته"
            | "كلمتها"
            | "بيانه"
            | "بيانها"
            | "تصريحاته"
            | "تصريحاتها"
            | "حديثه"
            | "خطابه"
            | "ايجاز"
            | "مناسب"
            | "موقف"
            | "اتصال"
            | "مكالم"
    )
}

/// اسمه، هويته: what an anonymous source keeps to himself.
pub fn is_identity(word: &str) -> bool {
    let bare = word.strip_suffix("هم").or(word.strip_suffix("ها")).or(word.strip_suffix('ه')).unwrap_or("");
    matches!(bare, "اسم" | "هويت" | "اسماي" | "اسماء" | "اسماو" | "هويات")
}

/// Heads of what carries news.
pub fn is_outlet(stem: &str) -> bool {
    let bare = bare(stem);
    matches!(
        bare,
        "وكاله"
            | "وكالات"
            | "صحيفه"
            | "صحف"
            | "قناه"
            | "قنوات"
            | "موقع"
            | "مواقع"
            | "تلفزيون"
            | "شبكه"
            | "جريده"
            | "مجله"
            | "موفد"
            | "مراسل"
            | "مراسلنا"
            | "مراسله"
            | "اذاعه"
            | "راديو"
            | "وسايل"
            | "برنامج"
            | "تقرير"
            | "صحفيين"
            | "صحافيين"
            | "صحفيون"
            | "اعلام"
            | "منصه"
            | "منصات"
            | "مدونه"
    )
}

/// «ولم» → «لم»: a word that denies, joined to what was told before.
pub fn joined_denial(word: &str) -> Option<&str> {
    word.strip_prefix('و').filter(|rest| matches!(*rest, "لا" | "لم" | "لن" | "ليس" | "ليست"))
}
