//! Every word of the interface, in both languages.
//!
//! A word is a field of [`Words`]: one that is missing in a language does not compile, one that is used
//! nowhere fails a test. Where a number decides the form, the field is a [`Counted`].

mod reasons;

pub use reasons::reason;

use crate::analysis::{self, Act, EntityKind, Form, Opposition};
use crate::annotation::{Rating, Relation};
use crate::exchange::{Format, Problem};
use crate::page::state::{Mode, Progress};
use crate::storage::{Fault, Standing, StoreError};
use crate::text::{MAX_PATTERN, PatternError, PatternFault};

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// Arabic, with the digits that the reader likes.
    Arabic(Digits),
    /// English.
    English,
}

/// The shape of digits in Arabic.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Digits {
    /// 0123456789, as most news sites write.
    #[default]
    Western,
    /// ٠١٢٣٤٥٦٧٨٩
    ArabicIndic,
}

impl Digits {
    /// The digits with this name in the settings: CLDR's, `arab`; Western ones for any other.
    pub fn of(name: &str) -> Self {
        if name == "arab" { Digits::ArabicIndic } else { Digits::Western }
    }

    /// Their name in the settings.
    pub fn name(self) -> &'static str {
        match self {
            Digits::Western => "latn",
            Digits::ArabicIndic => "arab",
        }
    }
}

impl Default for Language {
    fn default() -> Self {
        Language::Arabic(Digits::default())
    }
}

impl Language {
    /// The language with this BCP 47 tag, if the interface speaks it.
    pub fn of(tag: &str) -> Option<Self> {
        match tag.split('-').next() {
            Some("ar") => Some(Language::default()),
            Some("en") => Some(Language::English),
            _ => None,
        }
    }

    /// The same language with these digits, where it has them.
    pub fn with(self, digits: Digits) -> Self {
        match self {
            Language::Arabic(_) => Language::Arabic(digits),
            Language::English => Language::English,
        }
    }

    /// Its tag.
    pub fn tag(self) -> &'static str {
        match self {
            Language::Arabic(_) => "ar",
            Language::English => "en",
        }
    }

    /// Its tag with the digits, as `Intl` understands it.
    pub fn locale(self) -> &'static str {
        match self {
            Language::Arabic(Digits::Western) => "ar-u-nu-latn",
            Language::Arabic(Digits::ArabicIndic) => "ar-u-nu-arab",
            Language::English => "en",
        }
    }

    /// Where its lines begin, as the attribute `dir` has it.
    pub fn direction(self) -> &'static str {
        match self {
            Language::Arabic(_) => "rtl",
            Language::English => "ltr",
        }
    }

    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Language::Arabic(_) => Language::English,
            Language::English => Language::default(),
        }
    }

    /// Its words.
    pub fn words(self) -> &'static Words {
        match self {
            Language::Arabic(_) => &ARABIC,
            Language::English => &ENGLISH,
        }
    }
}

/// A noun with its number, `{n}`, in the forms of the language: CLDR's plural categories.
#[derive(Clone, Copy, Debug)]
pub struct Counted {
    /// None of them.
    pub zero: &'static str,
    /// One.
    pub one: &'static str,
    /// Two.
    pub two: &'static str,
    /// Few: in Arabic what ends in 3 to 10.
    pub few: &'static str,
    /// Many: in Arabic what ends in 11 to 99.
    pub many: &'static str,
    /// All else.
    pub other: &'static str,
}

impl Counted {
    /// The form for a category as `Intl.PluralRules` names it, with the number as written.
    pub fn form(&self, category: &str, number: &str) -> String {
        let form = match category {
            "zero" => self.zero,
            "one" => self.one,
            "two" => self.two,
            "few" => self.few,
            "many" => self.many,
            _ => self.other,
        };
        form.replace("{n}", number)
    }
}

macro_rules! words {
    ($($(#[$meaning:meta])* $name:ident: $type:ty = $arabic:expr, $english:expr;)*) => {
        /// The words of a language.
        #[derive(Debug)]
        #[allow(missing_docs, reason = "a word's meaning is the word")]
        pub struct Words { $($(#[$meaning])* pub $name: $type,)* }
        const ARABIC: Words = Words { $($name: $arabic,)* };
        const ENGLISH: Words = Words { $($name: $english,)* };
        #[cfg(test)]
        const NAMES: &[&str] = &[$(stringify!($name)),*];
    };
}

type Word = &'static str;

const fn counted(forms: [&'static str; 6]) -> Counted {
    let [zero, one, two, few, many, other] = forms;
    Counted { zero, one, two, few, many, other }
}

words! {
    name: Word = "موقف", "Mawqif";
    to_article: Word = "المقال", "Article";
    to_board: Word = "المواقف", "Positions";
    skip: Word = "انتقل إلى المقال", "Skip to the article";
    places: Word = "أقسام الصفحة", "Parts of the page";
    tools: Word = "أدوات", "Tools";
    more_tools: Word = "أدوات أخرى", "More tools";
    download: Word = "تنزيل JSON", "Download JSON";
    download_hint: Word = "تنزيل التعليقات كلها ملفًّا", "Download all annotations as a file";
    import: Word = "استيراد", "Import";
    import_hint: Word = "استيراد ملف تعليقات", "Import a file of annotations";
    export: Word = "صيغ أخرى", "Other formats";
    export_hint: Word = "تنزيل التعليقات بصيغة تقرؤها برامج أخرى", "Take the annotations away in a format of other programs";
    format_w3c: Word = "ملف موقف الكامل (W3C JSON-LD)", "Everything, for Mawqif (W3C JSON-LD)";
    format_csv: Word = "جدول لبرنامج Excel وأمثاله (CSV)", "A table for Excel and the like (CSV)";
    format_brat: Word = "ملفات brat", "brat standoff files";
    format_doccano: Word = "doccano (أسطر JSON)", "doccano (JSON lines)";
    format_label_studio: Word = "Label Studio", "Label Studio";
    format_inception: Word = "INCEpTION (UIMA CAS JSON)", "INCEpTION (UIMA CAS JSON)";
    format_hypothesis: Word = "Hypothesis", "Hypothesis";
    format_claimreview: Word = "الادعاءات التي تحققت منها (ClaimReview)", "Claims with a verdict (ClaimReview)";
    format_html: Word = "تقرير للقراءة والطباعة (HTML)", "A report to read and print (HTML)";
    left_out: Counted = counted([
        "لم يُترك شيء", "تُرك تعليق واحد لا مكان له في هذه الصيغة (مرفوض أو لم يعد في النص).",
        "تُرك تعليقان لا مكان لهما في هذه الصيغة (مرفوضان أو لم يعودا في النص).",
        "تُركت {n} تعليقات لا مكان لها في هذه الصيغة (مرفوضة أو لم تعد في النص).",
        "تُرك {n} تعليقًا لا مكان لها في هذه الصيغة (مرفوضة أو لم تعد في النص).",
        "تُرك {n} تعليق لا مكان لها في هذه الصيغة (مرفوضة أو لم تعد في النص).",
    ]), counted([
        "Nothing was left out", "One annotation has no place in this format (rejected, or no longer in the text) and was left out.", "",
        "", "", "{n} annotations have no place in this format (rejected, or no longer in the text) and were left out.",
    ]);
    arrival: Word = "ما سيغيّره الملف", "What the file would change";
    arrival_new: Word = "مقال جديد هنا", "new here";
    arrival_details: Word = "ستتغيّر بيانات المقال (عنوانه أو مصدره أو تاريخه)", "what is known of the article (title, source, date) would change";
    arrival_counts: Word = "{1} جديدة، {2} محدَّثة، {3} موجودة من قبل", "{1} new, {2} updated, {3} already here";
    arrival_nowhere: Word = "منها {1} لا موضع لها في النص، وستُحفظ في القائمة", "{1} of them stand nowhere in the text; they will be kept and listed";
    arrival_added: Word = "جديد", "new";
    arrival_changed: Word = "محدَّث", "updated";
    edition: Word = "نص جديد للمقال المفتوح", "A new text for the open article";
    edition_open: Word = "حدّث المقال المفتوح بهذا النص", "Renew the open article with it";
    edition_hint: Word = "ما لا تؤكّده من المواضع يبقى مع النص القديم في المقالات المحفوظة.",
        "What you do not confirm stays with the old text, among the kept articles.";
    renew: Word = "حدّث المقال", "Renew the article";
    confirm: Word = "الموضع صحيح", "This is the place";
    fate_stays: Word = "في مواضعها", "Where they were";
    fate_moved: Word = "انتقلت مع كلماتها", "Moved with their words";
    fate_uncertain: Word = "مواضع تحتاج إلى تأكيدك", "Places for you to confirm";
    fate_orphan: Word = "لم تعد كلماتها في النص", "No longer in the text";
    take_in: Word = "استورد", "Import";
    cancel: Word = "إلغاء", "Cancel";
    verdict: Word = "نتيجة التحقق", "Verdict";
    no_verdict: Word = "لم يُتحقَّق منه", "Not checked";
    supported: Word = "تدعمه الأدلة", "Supported";
    refuted: Word = "تفنّده الأدلة", "Refuted";
    unproven: Word = "لم تحسمه الأدلة", "Unproven";
    reasoning: Word = "كيف توصّلت إلى ذلك", "How you found out";
    sources: Word = "روابط المصادر، رابط في كل سطر", "Links to sources, one a line";
    links: Word = "صلته بادعاءات أخرى", "How it stands to other claims";
    link_relation: Word = "الصلة", "Relation";
    link_claim: Word = "اختر الادعاء الآخر", "Choose the other claim";
    unlink: Word = "إزالة الصلة", "Remove this link";
    supports: Word = "يدعم", "supports";
    contradicts: Word = "يناقض", "contradicts";
    repeats: Word = "يكرّر", "repeats";
    gone: Word = "ادعاء لم يعد هنا", "a claim that is no longer here";
    open: Word = "المقالات", "Articles";
    open_hint: Word = "المقالات المحفوظة، وفتح مقال آخر", "The kept articles, and opening another one";
    undo: Word = "تراجع", "Undo";
    redo: Word = "إعادة", "Redo";
    search: Word = "بحث في المقال", "Search the article";
    search_placeholder: Word = "ابحث بأي رسم إملائي", "Search in any spelling";
    search_next: Word = "النتيجة التالية", "Next match";
    search_previous: Word = "النتيجة السابقة", "Previous match";
    search_none: Word = "لا نتائج", "No matches";
    search_mode: Word = "كيف يُفهم المكتوب", "What it stands for";
    mode_parts: Word = "أجزاء الكلمات", "Parts of words";
    mode_words: Word = "كلمات كاملة", "Whole words";
    mode_pattern: Word = "تعبير نمطي", "Regular expression";
    pattern_at: Word = "خطأ عند الحرف {1}: {2}", "Wrong at character {1}: {2}";
    pattern_long: Word = "التعبير أطول من {1} حرف", "The expression is longer than {1} characters";
    pattern_large: Word = "التكرار يجعل التعبير أكبر مما يُبحث به", "Its repetitions make the expression too large to search with";
    pattern_slow: Word = "يطول البحث بهذا التعبير كثيرًا، فأُوقف. اجعله أدق.", "Searching with this expression takes too long and was stopped. Make it more exact.";
    pattern_unclosed: Word = "قوس لم يُغلق", "a bracket is not closed";
    pattern_unopened: Word = "قوس لم يُفتح", "a bracket was not opened";
    pattern_nothing: Word = "لا شيء هنا ليتكرر", "there is nothing to repeat";
    pattern_times: Word = "عدد التكرار غير صحيح", "the numbers of the repetition are wrong";
    pattern_range: Word = "نهاية المدى قبل بدايته", "the range ends before it begins";
    pattern_escape: Word = "رمز لا معنى له هنا", "this escape means nothing here";
    pattern_depth: Word = "أقواس كثيرة بعضها داخل بعض", "too many brackets within each other";
    theme_dark: Word = "المظهر الداكن", "Dark theme";
    theme_light: Word = "المظهر الفاتح", "Light theme";
    close_sheet: Word = "إغلاق القائمة", "Close the list";
    close: Word = "إغلاق", "Close";
    saved: Word = "محفوظ", "Saved";
    saved_here: Word = "في هذا المتصفح", "in this browser";
    saving: Word = "جارٍ الحفظ…", "Saving…";
    entrusted: Word = "في المتصفح", "In the browser";
    disk_unsure: Word = "ولم يتأكد وصوله إلى القرص", "not yet surely on disk";
    not_saved: Word = "لم يُحفظ", "Not saved";
    legend: Word = "ما يُعلَّم في النص", "What is marked in the text";
    unsided: Word = "بلا طرف", "No side";
    names: Word = "أشخاص ومنظمات", "People and organisations";
    place_names: Word = "أماكن", "Places";
    figures: Word = "تواريخ وأرقام", "Dates and figures";
    own: Word = "تعليقاتي", "Mine";
    margin: Word = "الهامش", "Margin";
    tab_claims: Word = "الادعاءات", "Claims";
    tab_names: Word = "الأسماء والأرقام", "Names and figures";
    lists: Word = "قوائم الهامش", "The margin’s lists";
    notices: Word = "رسائل", "Messages";
    reading: Word = "تجري قراءة المقال…", "The article is being read…";
    no_names: Word = "لم يُعثر في النص على اسم أو تاريخ أو رقم. حدّد كلمات لتضيف اسمًا بنفسك.",
        "No name, date or figure was found in this text. Select words to add a name yourself.";
    no_claims: Word = "لم يُعثر في النص على ادعاء منسوب إلى أحد. حدّد كلمات لتضيف ادعاءً بنفسك.",
        "No attributed claim was found in this text. Select words to add one yourself.";
    board: Word = "المواقف وجهًا لوجه", "Positions face to face";
    board_empty: Word = "لا ادعاءات متقابلة في هذا المقال. حدّد كلمات في النص وأضف ادعاءً مع طرفه وقضيته لتقارن المواقف.",
        "No opposing claims in this article. Select words, add a claim with its side and issue, and compare.";
    board_more: Word = "عرض المزيد من الادعاءات", "Show more claims";
    to_archive: Word = "الأرشيف", "Archive";
    archive_title: Word = "مواقف من مقالات كثيرة", "Positions in many articles";
    archive_hint: Word = "لوحة جمعها «mawqif board» من مقالات كثيرة. تبقى هنا إلى أن تغلقها أو تغادر الصفحة، ولا تُحفظ في المتصفح لأن ملفها عندك. وما يرد من كلامها في أحد مقالاتك تفتحه بنقرة.",
        "A board that “mawqif board” gathered from many articles. It stays until you close it or leave the page, and is not kept in this browser: you have its file. Words that stand in one of your articles open it at a click.";
    archive_close: Word = "إغلاق الأرشيف", "Close the archive";
    archive_words: Word = "كلمات في الادعاء أو السؤال أو اسم المتحدث أو المصدر", "Words of a claim, a question, a speaker or an outlet";
    archive_whole: Word = "عرض الادعاءات كلها ({1})", "Show all {1} claims";
    archive_few: Word = "عرض أولها فقط", "Show the first ones only";
    archive_ids: Word = "أول المقالات التي ورد فيها، بأسمائها في الأرشيف", "The first articles that have it, as the archive names them";
    archive_errors: Counted = counted([
        "", "تعذّرت قراءة سطر واحد", "تعذّرت قراءة سطرين", "تعذّرت قراءة {n} أسطر", "تعذّرت قراءة {n} سطرًا", "تعذّرت قراءة {n} سطر",
    ]), counted(["", "{n} line could not be read", "", "", "", "{n} lines could not be read"]);
    in_articles: Counted = counted([
        "", "في مقال واحد", "في مقالين", "في {n} مقالات", "في {n} مقالًا", "في {n} مقال",
    ]), counted(["", "in {n} article", "", "", "", "in {n} articles"]);
    contests: Counted = counted([
        "", "تقابلت المواقف في مقال واحد", "تقابلت المواقف في مقالين", "تقابلت المواقف في {n} مقالات",
        "تقابلت المواقف في {n} مقالًا", "تقابلت المواقف في {n} مقال",
    ]), counted(["", "contested in {n} article", "", "", "", "contested in {n} articles"]);
    times: Counted = counted([
        "", "ورد مرة واحدة", "ورد مرتين", "ورد {n} مرات", "ورد {n} مرة", "ورد {n} مرة",
    ]), counted(["", "told once", "", "", "", "told {n} times"]);
    outlets: Word = "المصادر", "Outlets";
    no_question: Word = "ادعاءات خارج القضايا", "Claims on no issue";
    silent: Word = "لا قول له في هذه القضية", "Says nothing on this";
    jump_away: Word = "إظهار في المقال", "Show in the article";
    unanswered: Word = "ادعاءات بلا ردّ من الطرف الآخر", "Claims the other side does not answer";
    dispute: Word = "الأطراف والقضايا", "Parties and issues";
    read_by: Word = "يُقرأ المقال بحسب", "The article is read by";
    as_in_text: Word = "الأطراف كما في النص", "The parties found in the text";
    dispute_name: Word = "اسم النزاع", "Name of the dispute";
    dispute_fault: Word = "لم يُعمل بهذا التعديل بعد. {1}: {2}.", "This change is not in effect yet. {1}: {2}.";
    dispute_here: Word = "{1} (في هذا المقال وحده)", "{1} (in this article only)";
    dispute_remove: Word = "حذف هذا النزاع من القائمة", "Remove this dispute from the list";
    dispute_in: Word = "استيراد نزاع", "Import a dispute";
    dispute_out: Word = "تنزيل النزاع", "Download the dispute";
    add_party: Word = "إضافة طرف", "Add a party";
    new_party: Word = "طرف جديد", "A new party";
    party_name: Word = "اسم الطرف", "Name";
    countries: Word = "رموز بلدانه (ISO 3166-1)", "Codes of its countries (ISO 3166-1)";
    aliases: Word = "أسماء أخرى له (تفصل بينها فاصلة)", "Other names (separated by commas)";
    adjectives: Word = "صفات النسبة إليه", "Adjectives for who belongs to it";
    institutions: Word = "هيئات تتكلم باسمه", "Bodies that speak for it";
    officials: Word = "مسؤولون يتكلمون باسمه", "Persons who speak for it";
    allies: Word = "حلفاء يُحسب كلامهم عليه", "Allies whose claims count as its own";
    colour: Word = "لونه", "Colour";
    add_issue: Word = "إضافة قضية", "Add an issue";
    issue_question: Word = "السؤال", "The question";
    issue_words: Word = "كلمات تدل عليها", "Words that tell of it";
    unworded: Word = "قضية لم يُصَغ سؤالها", "An issue without a question yet";
    filter: Word = "تصفية الادعاءات", "Filter the claims";
    filter_all: Word = "الكل", "All";
    filter_open: Word = "إظهار الكل", "Show all";
    filter_empty: Word = "لا ادعاء يطابق هذه التصفية.", "No claim fits this filter.";
    chart: Word = "من تكلّم وكم مرة", "Who speaks how often";
    chart_total: Word = "المجموع", "Total";
    claim_menu: Word = "نقل هذا الادعاء", "Move this claim";
    move_issue: Word = "إلى قضية", "To the issue";
    move_side: Word = "إلى طرف", "To the side";
    new_issue: Word = "قضية جديدة", "A new issue";
    issue_menu: Word = "تعديل هذه القضية", "Edit this issue";
    question: Word = "السؤال (يُترك فارغًا ليعود إلى أصله)", "The question (leave empty for its own)";
    merge: Word = "دمجها في قضية أخرى", "Merge it into another issue";
    merge_none: Word = "لا تُدمج", "Do not merge";
    split: Word = "فصل ادعاءات في قضية جديدة", "Split claims off into a new issue";
    split_do: Word = "افصل المختار", "Split off what is picked";
    add_claim: Word = "إضافة ادعاء من المقال", "Add a claim from the article";
    mark_for: Word = "حدّد في المقال كلمات الادعاء ثم اختر «ادعاء»، فيُضاف إلى القضية: {1}",
        "Select the claim’s words in the article and choose “Claim”; it is added to the issue: {1}";
    selection: Word = "ما تفعله بالكلمات المحددة", "What to do with the selected words";
    mark_claim: Word = "ادعاء", "Claim";
    mark_entity: Word = "اسم", "Name";
    mark_highlight: Word = "تظليل", "Highlight";
    mark_note: Word = "ملاحظة", "Note";
    accept: Word = "قبول", "Accept";
    reject: Word = "رفض", "Reject";
    edit: Word = "تصحيح", "Edit";
    delete: Word = "حذف", "Delete";
    unjudge: Word = "إلغاء الحكم", "Withdraw judgement";
    done: Word = "تمّ", "Done";
    jump: Word = "إظهار في النص", "Show in the text";
    accepted: Word = "مقبول", "accepted";
    corrected: Word = "مصحَّح", "corrected";
    rejected: Word = "مرفوض", "rejected";
    uncertain: Word = "الموضع غير مؤكد", "place uncertain";
    orphan: Word = "لم يعد في النص", "no longer in the text";
    unnamed: Word = "من دون متحدث مسمّى", "No named speaker";
    speaker: Word = "المتحدث", "Speaker";
    side: Word = "الطرف", "Side";
    no_side: Word = "بلا طرف", "None";
    act: Word = "الفعل", "Act";
    issue: Word = "القضية", "Issue";
    no_issue: Word = "بلا قضية", "None";
    kind: Word = "النوع", "Type";
    note: Word = "ملاحظة", "Note";
    note_placeholder: Word = "اكتب ملاحظتك هنا، وتُحفظ وأنت تكتب", "Write your note; it is saved as you type";
    tags: Word = "وسوم (تفصل بينها فاصلة)", "Tags (separated by commas)";
    via: Word = "نقلًا عن", "via";
    cue: Word = "لفظ النقل", "Cue";
    why: Word = "لماذا؟", "Why?";
    affirm: Word = "تأكيد", "affirms";
    deny: Word = "نفي", "denies";
    condemn: Word = "إدانة", "condemns";
    demand: Word = "مطالبة", "demands";
    warn: Word = "تحذير", "warns";
    promise: Word = "تعهّد", "promises";
    direct: Word = "كلام مباشر", "direct";
    indirect: Word = "كلام غير مباشر", "indirect";
    mixed: Word = "كلام مختلط", "mixed";
    person: Word = "شخص", "Person";
    organisation: Word = "منظمة", "Organisation";
    place: Word = "مكان", "Place";
    date: Word = "تاريخ", "Date";
    quantity: Word = "رقم", "Quantity";
    justify: Word = "تبرير", "justifies";
    refuse: Word = "رفض", "refuses";
    accounts: Word = "روايتان", "two accounts";
    opening: Word = "المقالات", "Articles";
    open_new: Word = "فتح مقال آخر", "Open another article";
    paste: Word = "ألصق نص المقال هنا", "Paste the article's text here";
    paste_open: Word = "افتح النص", "Open the text";
    choose_file: Word = "اختر ملفات", "Choose files";
    files_hint: Word = "أو أفلت الملفات في أي مكان من الصفحة: نصوص ‎.txt أو صفحات محفوظة ‎.html أو ملفات «موقف» ‎.json، ملفًّا أو أكثر.",
        "Or drop files anywhere on the page: texts (.txt), saved pages (.html) or files of Mawqif (.json), one or many.";
    drop_here: Word = "أفلت الملفات لفتحها", "Drop the files to open them";
    library_search: Word = "بحث في المقالات كلها", "Search all articles";
    library_placeholder: Word = "العناوين والمصادر والنصوص", "Titles, sources and texts";
    library_none: Word = "لا مقال فيه ما تبحث عنه. جرّب كلمة أقصر، أو البحث بأجزاء الكلمات.", "No article has what you search for. Try a shorter word, or parts of words.";
    library_alone: Word = "ليس هنا غير المقال المفتوح. ألصق نص مقال آخر، أو اختر ملفات، فتجدها كلها في هذه القائمة.",
        "Only the open article is here. Paste another one’s text or choose files, and you will find them all in this list.";
    searching: Word = "جارٍ البحث…", "Searching…";
    library_articles: Counted = counted([
        "لا مقالات", "مقال واحد", "مقالان", "{n} مقالات", "{n} مقالًا", "{n} مقال",
    ]), counted(["", "{n} article", "", "", "", "{n} articles"]);
    hits: Counted = counted([
        "لا شيء في النص", "موضع واحد في النص", "موضعان في النص", "{n} مواضع في النص", "{n} موضعًا في النص", "{n} موضع في النص",
    ]), counted(["", "{n} place in the text", "", "", "", "{n} places in the text"]);
    annotations: Counted = counted([
        "بلا تعليقات", "تعليق واحد", "تعليقان", "{n} تعليقات", "{n} تعليقًا", "{n} تعليق",
    ]), counted(["", "{n} annotation", "", "", "", "{n} annotations"]);
    opened: Word = "مفتوح الآن", "open now";
    untouched: Word = "لم يُراجَع بعد", "not reviewed yet";
    begun: Word = "قيد المراجعة", "under review";
    judged: Word = "رُوجعت ادعاءاته كلها", "every claim reviewed";
    rename: Word = "تغيير العنوان", "Rename";
    storage_used: Word = "المستعمل من مساحة التخزين في هذا المتصفح: {1}", "Used of this browser’s storage: {1}";
    details: Word = "بيانات المقال", "About the article";
    edit_details: Word = "تعديل البيانات", "Edit details";
    details_hint: Word = "يُحسب «أمس» و«اليوم» وأمثالهما في النص من تاريخ النشر. كل تعديل هنا يمكن التراجع عنه.",
        "“Yesterday”, “today” and the like in the text count from the date of publication. Every change here can be undone.";
    title: Word = "العنوان", "Title";
    source: Word = "المصدر", "Source";
    address: Word = "عنوانه على الشبكة", "Web address";
    published: Word = "تاريخ النشر", "Date of publication";
    taking: Word = "جارٍ فتح الملفات: {1} من {2}", "Opening files: {1} of {2}";
    stop: Word = "إيقاف", "Stop";
    added: Counted = counted([
        "لم يُضف مقال جديد.", "أُضيف مقال واحد إلى المقالات.", "أُضيف مقالان إلى المقالات.", "أُضيفت {n} مقالات إلى المقالات.",
        "أُضيف {n} مقالًا إلى المقالات.", "أُضيف {n} مقال إلى المقالات.",
    ]), counted(["", "{n} article was added.", "", "", "", "{n} articles were added."]);
    not_opened: Counted = counted([
        "", "لم يُفتح ملف واحد.", "لم يُفتح ملفان.", "لم تُفتح {n} ملفات.", "لم يُفتح {n} ملفًّا.", "لم يُفتح {n} ملف.",
    ]), counted(["", "{n} file was not opened.", "", "", "", "{n} files were not opened."]);
    which_files: Word = "ما هي ولماذا", "Which, and why";
    unread: Word = "لم يُفتح «{1}»: {2}.", "“{1}” was not opened: {2}.";
    no_file: Word = "لا يستطيع المتصفح قراءته (لعله مجلد، أو حُذف)", "the browser cannot read it (is it a folder, or deleted?)";
    tour: Word = "كيف تعمل هذه الصفحة", "How this page works";
    tour_count: Word = "{1} من {2}", "{1} of {2}";
    tour_marks: Word = "اقرأ: من قال ماذا", "Read who said what";
    tour_marks_text: Word = "خط تحت كل اسم وتاريخ، ولون وخط لكلام كل طرف. انقر أي علامة لترى في الهامش صاحب الكلام وموقفه، ثم اقبلها أو صحّحها أو ارفضها.",
        "Names and dates are underlined; what each side says has its colour and line. Click a mark to see in the margin who speaks and how, then accept, correct or reject it.";
    tour_select: Word = "حدّد وعلّق", "Select and annotate";
    tour_select_text: Word = "حدّد كلمات بالفأرة أو اللمس أو لوحة المفاتيح، ثم اجعلها ادعاءً أو اسمًا أو تظليلًا أو ملاحظة. كل خطوة يمكن التراجع عنها.",
        "Select words by mouse, touch or keyboard and make them a claim, a name, a highlight or a note. Every step can be undone.";
    tour_board: Word = "قارن وخذ عملك معك", "Compare, and take your work with you";
    tour_board_text: Word = "تحت المقال تقف ادعاءات كل طرف أمام ادعاءات الآخر، قضيةً قضية. يُحفظ عملك في هذا المتصفح وحده، ونزّله ملفَّ JSON متى شئت.",
        "Below the article each side’s claims face the other’s, issue by issue. Your work stays in this browser alone; download it as JSON at any time.";
    tour_skip: Word = "تخطّي الشرح", "Skip";
    tour_next: Word = "التالي", "Next";
    tour_done: Word = "ابدأ القراءة", "Start reading";
    settings: Word = "إعدادات القراءة", "Reading settings";
    setting_theme: Word = "المظهر", "Theme";
    theme_system: Word = "كما في الجهاز", "As on this device";
    setting_size: Word = "حجم النص", "Text size";
    setting_leading: Word = "تباعد الأسطر", "Line spacing";
    setting_measure: Word = "عرض عمود القراءة", "Width of the text";
    setting_digits: Word = "شكل الأرقام في الواجهة العربية", "Digits in the Arabic interface";
    digits_western: Word = "0123456789", "0123456789";
    digits_indic: Word = "٠١٢٣٤٥٦٧٨٩", "٠١٢٣٤٥٦٧٨٩";
    setting_snap: Word = "يمتد التحديد إلى كلمات كاملة", "Selections take in whole words";
    setting_bare: Word = "يُترك حرف العطف أو الجر المتصل بأول الكلمة خارج التحديد", "Selections leave out particles joined to the first word";
    setting_keys: Word = "اختصارات الحرف الواحد", "Shortcuts of a single letter";
    settings_reset: Word = "إعادة الإعدادات إلى أصلها", "Reset these settings";
    help: Word = "اختصارات لوحة المفاتيح", "Keyboard shortcuts";
    help_hint: Word = "تعمل بموضع المفتاح، أيًّا كانت لغة لوحة المفاتيح، وتتوقف وأنت تكتب.", "They go by the key’s place on any keyboard layout, and rest while you type.";
    keys_reading: Word = "القراءة", "Reading";
    keys_selecting: Word = "التحديد والتعليق", "Selecting and annotating";
    keys_deciding: Word = "الحكم والتصحيح", "Deciding and correcting";
    keys_page: Word = "الصفحة", "The page";
    key_word_on: Word = "الكلمة التالية", "Next word";
    key_word_back: Word = "الكلمة السابقة", "Previous word";
    key_sentence_on: Word = "الجملة التالية", "Next sentence";
    key_sentence_back: Word = "الجملة السابقة", "Previous sentence";
    key_claim_on: Word = "الادعاء التالي", "Next claim";
    key_claim_back: Word = "الادعاء السابق", "Previous claim";
    key_open: Word = "فتح ما عند المؤشر، ثم تصحيحه", "Open what is at the cursor, then edit it";
    key_more_words: Word = "مدّ التحديد كلمة", "Extend the selection by a word";
    key_fewer_words: Word = "ردّ التحديد كلمة", "Take the selection back by a word";
    key_more_sentences: Word = "مدّ التحديد جملة", "Extend the selection by a sentence";
    key_fewer_sentences: Word = "ردّ التحديد جملة", "Take the selection back by a sentence";
    key_edit: Word = "تصحيح المختار", "Edit what is chosen";
    key_delete: Word = "حذف المختار", "Delete what is chosen";
    key_leave: Word = "إغلاق المفتوح أو ترك المختار", "Close what is open, let go of what is chosen";
    key_download: Word = "تنزيل التعليقات", "Download the annotations";
    article_text: Word = "نص المقال", "The article’s text";
    article_keys: Word = "تنقّل في النص بالأسهم، واضغط علامة الاستفهام لقائمة الاختصارات.", "Move through the text with the arrow keys; press the question mark for the shortcuts.";
    dismiss: Word = "إخفاء الرسالة", "Dismiss";
    not_kept: Word = "لا يُحفظ عملك الآن: {1}. نزّل ملفّ JSON قبل أن تغلق الصفحة.",
        "Your work is not being kept: {1}. Download the JSON file before you close the page.";
    blocked: Word = "المتصفح يمنع التخزين", "the browser blocks its storage";
    full: Word = "مساحة التخزين امتلأت", "the browser's storage is full";
    lost: Word = "ما كُتب لم يُقرأ كما هو", "what was written did not read back the same";
    newer: Word = "كتبت هنا نسخة أحدث من «موقف»، فيمكنك في هذه النسخة أن تقرأ، أما ما تكتبه فلا يُحفظ. أعد تحميل الصفحة لتصل إلى النسخة الأحدث.",
        "A newer version of Mawqif has written here: in this one you can read, but what you write is not kept. Reload the page to get the newer version.";
    store_only: Word = "لا يتيح هذا المتصفح إلا أحد مخزنيه، ولا يُعلم متى يكتبه على القرص. يبقى عملك حين تغلق الصفحة، غير أن تعطّل المتصفح فجأة قد يُضيع آخر ما كتبته.",
        "This browser offers only one of its two stores, and does not tell when that is on disk. Your work stays when you close the page, but a sudden crash of the browser may take the last of it.";
    journal_only: Word = "يمنع هذا المتصفح مخزنه المعتاد، فيُحفظ عملك في مخزنه الآخر.",
        "This browser blocks its usual store; your work is saved in its other one.";
    reserve: Word = "{1}. آخر تعديلاتك محفوظة في نسخة احتياطية على هذا الجهاز، وستجدها حين تعود. نزّل ملفّك، ثم احذف مقالًا لم تعد تحتاج إليه.",
        "{1}. Your last edits are in a reserve copy on this device and will be here when you return. Download your file, then delete an article that you no longer need.";
    make_room: Word = "ما يمكن حذفه", "What can be deleted";
    which: Word = "عرض السجلات", "Show the records";
    overwritten: Word = "عُدّل «{1}» في نافذة أخرى في اللحظة نفسها، وبقي التعديل الأخير.",
        "“{1}” was edited in another tab at the same moment, and the later edit stayed.";
    restore: Word = "استعادة تعديلي", "Bring mine back";
    dispute_overwritten: Word = "عُدّل النزاع «{1}» في نافذة أخرى في اللحظة نفسها، وبقي التعديل الأخير.",
        "The dispute “{1}” was edited in another tab at the same moment, and the later edit stayed.";
    dispute_removed: Word = "حُذف النزاع «{1}» من القائمة. المقالات التي تُقرأ بحسبه تبقى كما هي.",
        "The dispute “{1}” was removed from the list. Articles that are read by it stay as they are.";
    removed: Word = "حُذف «{1}» مع تعليقاته.", "“{1}” was deleted with its annotations.";
    misnamed: Word = "ليس هذا السجل الذي يسمّيه مفتاحه", "it is not the record that its key names";
    stranger: Word = "لا يعرف البرنامج سجلًّا بهذا المفتاح", "the program knows no record with such a key";
    refused: Word = "لا يعطيه المتصفح", "the browser does not give it";
    aside: Word = "نُحّي من قبل لأنه لم يُقرأ", "set aside earlier because it could not be read";
    unreadable: Counted = counted([
        "لا سجلات تالفة", "تعذّرت قراءة سجل واحد محفوظ، وقد تُرك كما هو.", "تعذّرت قراءة سجلين محفوظين، وقد تُركا كما هما.",
        "تعذّرت قراءة {n} سجلات محفوظة، وقد تُركت كما هي.", "تعذّرت قراءة {n} سجلًّا محفوظًا، وقد تُركت كما هي.",
        "تعذّرت قراءة {n} سجل محفوظ، وقد تُركت كما هي.",
    ]), counted([
        "No unreadable records", "One kept record could not be read; it was left as it is.", "",
        "", "", "{n} kept records could not be read; they were left as they are.",
    ]);
    download_raw: Word = "تنزيلها كما هي", "Download as they are";
    bad_file: Word = "لم يُستورد «{1}»، ولم يتغيّر شيء. {2}: {3}.", "“{1}” was not imported and nothing was changed. {2}: {3}.";
    whole_file: Word = "الملف", "The file";
    not_text: Word = "تعذّرت قراءة «{1}»: ليس نصًّا بترميز UTF-8 أو UTF-16 أو Windows-1256، ولم يتغيّر شيء.",
        "“{1}” could not be read: it is not text in UTF-8, UTF-16 or Windows-1256; nothing was changed.";
    empty_text: Word = "لا كلمات في «{1}»، فلم يُفتح شيء.", "There are no words in “{1}”; nothing was opened.";
    bad_address: Word = "تعذّرت قراءة النص الذي في عنوان الصفحة: الترميز بعلامة % غير صحيح عند الحرف {1} بعد ‎#text=‎، ولم يُفتح شيء.",
        "The text in the page’s address could not be read: its percent-encoding is wrong at character {1} after #text=; nothing was opened.";
    pasted: Word = "النص الملصق", "the pasted text";
    unknown_article: Word = "تعليقات «{1}» على مقال ليس هنا ولا في الملف. افتح المقال أولًا ثم استورد الملف.",
        "The annotations in “{1}” are about an article that is neither here nor in the file. Open the article first, then import.";
    imported: Word = "استُورد الملف: {1} جديدة، {2} محدَّثة، {3} موجودة من قبل. يمكن التراجع.",
        "Imported: {1} new, {2} updated, {3} already here. This can be undone.";
    conflict: Word = "تغيّر هذا التعليق في مكان آخر، فلم يُنفَّذ التعديل.",
        "This annotation was changed elsewhere, so the edit was not made.";
    no_highlights: Word = "لا يدعم هذا المتصفح التظليل من دون عناصر، فعُلِّم النص بطريقة أبسط.",
        "This browser lacks the highlight interface; the text is marked in a plainer way.";
    new_version: Word = "نسخة جديدة جاهزة", "A new version is ready";
    take_version: Word = "حدّث الصفحة", "Update the page";
    not_json: Word = "ليس JSON سليمًا ({1})", "this is not sound JSON ({1})";
    too_large: Word = "الملف أكبر من {1} ميغابايت", "the file is larger than {1} MB";
    too_many: Word = "أكثر من {1} تعليق", "more than {1} annotations";
    too_many_articles: Word = "أكثر من {1} مقال", "more than {1} articles";
    too_many_values: Word = "في الملف أكثر من {1} قيمة", "more than {1} values in the file";
    not_utf8: Word = "ليس نصًّا بترميز UTF-8", "this is not text in UTF-8";
    no_text: Word = "نص المقال ليس في الملف", "the article's text is not in the file";
    outside_text: Word = "الموضع خارج النص", "the place is not in the text";
    write_only: Word = "ملفات {1} تُصدَّر ولا تُستورد", "{1} files are written, not read";
    missing: Word = "الحقل مفقود", "the field is missing";
    expected: Word = "القيمة ليست من النوع المنتظر ({1})", "expected {1}";
    unknown: Word = "القيمة «{1}» غير معروفة", "“{1}” is not a known value";
    fault_shape: Word = "ليس على الصورة المنتظرة ({1})", "is not of the expected shape ({1})";
    fault_parties: Word = "يحتاج النزاع إلى طرفين على الأقل، وعدد أطرافه هنا {1}", "a dispute needs at least two parties, this one has {1}";
    fault_name_taken: Word = "لنزاع آخر في القائمة هذا الاسم", "another dispute in the list has this name";
    fault_empty: Word = "فارغ", "is empty";
    fault_id: Word = "«{1}» لا يصلح معرّفًا: حروف لاتينية صغيرة وأرقام وشرطات فقط", "“{1}” is no id: lower case Latin letters, digits and hyphens only";
    fault_taken: Word = "المعرّف «{1}» مستعمل في {2}", "the id “{1}” is taken by {2}";
    fault_colour: Word = "«{1}» ليس لونًا على صورة ‎#1d4f9c", "“{1}” is no colour of the form #1d4f9c";
    fault_country: Word = "«{1}» ليس رمز بلد من حرفين لاتينيين كبيرين (ISO 3166-1)", "“{1}” is no country code of two capital letters (ISO 3166-1)";
    fault_overlap: Word = "«{1}» يدل على طرفين: ورد أيضًا في {2}", "“{1}” stands for two parties: it is also at {2}";
    paragraphs: Counted = counted(["بلا فقرات", "فقرة واحدة", "فقرتان", "{n} فقرات", "{n} فقرة", "{n} فقرة"]),
        counted(["", "{n} paragraph", "", "", "", "{n} paragraphs"]);
    claims: Counted = counted(["بلا ادعاءات", "ادعاء واحد", "ادعاءان", "{n} ادعاءات", "{n} ادعاءً", "{n} ادعاء"]),
        counted(["", "{n} claim", "", "", "", "{n} claims"]);
    contested: Counted = counted([
        "بلا قضايا متنازع عليها", "قضية متنازع عليها", "قضيتان متنازع عليهما", "{n} قضايا متنازع عليها",
        "{n} قضية متنازعًا عليها", "{n} قضية متنازع عليها",
    ]), counted(["", "{n} contested issue", "", "", "", "{n} contested issues"]);
    answered_by: Counted = counted([
        "لا يقابله شيء", "⇄ يقابله ادعاء", "⇄ يقابله ادعاءان", "⇄ يقابله {n} ادعاءات", "⇄ يقابله {n} ادعاءً", "⇄ يقابله {n} ادعاء",
    ]), counted(["", "⇄ answered by {n}", "", "", "", "⇄ answered by {n}"]);
}

/// `pattern` with `{1}`, `{2}` … replaced.
pub fn fill(pattern: &str, parts: &[&str]) -> String {
    let numbered = parts.iter().enumerate();
    numbered.fold(pattern.to_owned(), |text, (index, part)| text.replace(&format!("{{{}}}", index + 1), part))
}

/// The words with a capital, as a sentence begins.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map(|first| std::iter::once(first.to_ascii_uppercase()).chain(letters).collect())
        .unwrap_or_default()
}

impl Words {
    /// What is done with a claim.
    pub fn act(&self, act: Act) -> Word {
        match act {
            Act::Affirm => self.affirm,
            Act::Deny => self.deny,
            Act::Condemn => self.condemn,
            Act::Demand => self.demand,
            Act::Warn => self.warn,
            Act::Promise => self.promise,
        }
    }

    /// How a claim is reported.
    pub fn form(&self, form: Form) -> Word {
        match form {
            Form::Direct => self.direct,
            Form::Indirect => self.indirect,
            Form::Mixed => self.mixed,
        }
    }

    /// Whether a claim holds.
    pub fn rating(&self, rating: Rating) -> Word {
        match rating {
            Rating::Supported => self.supported,
            Rating::Refuted => self.refuted,
            Rating::Unproven => self.unproven,
        }
    }

    /// What a claim does to another one.
    pub fn relation(&self, relation: Relation) -> Word {
        match relation {
            Relation::Supports => self.supports,
            Relation::Contradicts => self.contradicts,
            Relation::Repeats => self.repeats,
        }
    }

    /// What a format is for.
    pub fn format(&self, format: Format) -> Word {
        match format {
            Format::W3c => self.format_w3c,
            Format::Csv => self.format_csv,
            Format::Brat => self.format_brat,
            Format::Doccano => self.format_doccano,
            Format::LabelStudio => self.format_label_studio,
            Format::Inception => self.format_inception,
            Format::Hypothesis => self.format_hypothesis,
            Format::ClaimReview => self.format_claimreview,
            Format::Html => self.format_html,
        }
    }

    /// What an entity is.
    pub fn entity(&self, kind: EntityKind) -> Word {
        match kind {
            EntityKind::Person => self.person,
            EntityKind::Organisation => self.organisation,
            EntityKind::Place => self.place,
            EntityKind::Date => self.date,
            EntityKind::Quantity => self.quantity,
        }
    }

    /// How positions stand against each other: what the first side does and what the second, with
    /// `turned` where the second does what the opposition names first.
    pub fn opposition(&self, opposition: Opposition, turned: bool) -> String {
        let (one, other) = match opposition {
            Opposition::AffirmDeny => (self.affirm, self.deny),
            Opposition::CondemnJustify => (self.condemn, self.justify),
            Opposition::DemandRefuse => (self.demand, self.refuse),
            Opposition::Accounts => return self.accounts.into(),
        };
        let (first, second) = if turned { (other, one) } else { (one, other) };
        format!("{first} ⇄ {second}")
    }

    /// Why something is not kept.
    pub fn store_error(&self, error: &StoreError) -> Word {
        match error {
            StoreError::Blocked => self.blocked,
            StoreError::Full => self.full,
            StoreError::Lost(_) => self.lost,
            StoreError::Newer => self.newer,
        }
    }

    /// Where everything stands, where it is not in both stores.
    pub fn standing(&self, standing: &Standing) -> String {
        match standing {
            Standing::Both => self.saved.into(),
            Standing::StoreOnly => self.store_only.into(),
            Standing::JournalOnly => self.journal_only.into(),
            Standing::Nowhere(StoreError::Newer) => self.newer.into(),
            Standing::Reserve(error) => fill(self.reserve, &[&sentence(self.store_error(error))]),
            Standing::Nowhere(error) => fill(self.not_kept, &[self.store_error(error)]),
        }
    }

    /// What is wrong with a kept record.
    pub fn fault(&self, fault: &Fault) -> String {
        match fault {
            Fault::Format(error) => format!("{}: {}", error.path, self.problem(&error.problem)),
            Fault::Misnamed => self.misnamed.into(),
            Fault::Stranger => self.stranger.into(),
            Fault::Refused => self.refused.into(),
            Fault::Aside => self.aside.into(),
        }
    }

    /// What a mode of searching is called.
    pub fn mode(&self, mode: Mode) -> Word {
        match mode {
            Mode::Parts => self.mode_parts,
            Mode::Words => self.mode_words,
            Mode::Pattern => self.mode_pattern,
        }
    }

    /// How far the reader has come with an article.
    pub fn progress(&self, progress: Progress) -> Word {
        match progress {
            Progress::Untouched => self.untouched,
            Progress::Begun => self.begun,
            Progress::Judged => self.judged,
        }
    }

    /// Why a regular expression cannot be searched with; `number` writes numbers.
    pub fn pattern_error(&self, error: PatternError, number: impl Fn(usize) -> String) -> String {
        let fault = |fault: PatternFault| match fault {
            PatternFault::Unclosed => self.pattern_unclosed,
            PatternFault::Unopened => self.pattern_unopened,
            PatternFault::NothingToRepeat => self.pattern_nothing,
            PatternFault::Repetition => self.pattern_times,
            PatternFault::Range => self.pattern_range,
            PatternFault::Escape => self.pattern_escape,
            PatternFault::Depth => self.pattern_depth,
        };
        match error {
            PatternError::At(at, what) => fill(self.pattern_at, &[&number(at), fault(what)]),
            PatternError::TooLong => fill(self.pattern_long, &[&number(MAX_PATTERN)]),
            PatternError::TooLarge => self.pattern_large.into(),
            PatternError::TooSlow => self.pattern_slow.into(),
        }
    }

    /// What is wrong with a dispute.
    pub fn dispute_fault(&self, fault: &analysis::Fault) -> String {
        match fault {
            analysis::Fault::Shape(reason) => fill(self.fault_shape, &[reason]),
            analysis::Fault::Parties(count) => fill(self.fault_parties, &[&count.to_string()]),
            analysis::Fault::NameTaken => self.fault_name_taken.into(),
            analysis::Fault::Empty => self.fault_empty.into(),
            analysis::Fault::Id(id) => fill(self.fault_id, &[id]),
            analysis::Fault::Taken { id, by } => fill(self.fault_taken, &[id, by]),
            analysis::Fault::Colour(colour) => fill(self.fault_colour, &[colour]),
            analysis::Fault::Country(code) => fill(self.fault_country, &[code]),
            analysis::Fault::Overlap { name, by } => fill(self.fault_overlap, &[name, by]),
        }
    }

    /// What is wrong with a file.
    pub fn problem(&self, problem: &Problem) -> String {
        match problem {
            Problem::NotJson(reason) => fill(self.not_json, &[reason]),
            Problem::TooLarge(bytes) => fill(self.too_large, &[&(bytes / 1_000_000).to_string()]),
            Problem::TooMany(count) => fill(self.too_many, &[&count.to_string()]),
            Problem::TooManyArticles(count) => fill(self.too_many_articles, &[&count.to_string()]),
            Problem::TooManyValues(count) => fill(self.too_many_values, &[&count.to_string()]),
            Problem::Unreadable => self.no_file.into(),
            Problem::NotText => self.not_utf8.into(),
            Problem::NoText => self.no_text.into(),
            Problem::OutsideText => self.outside_text.into(),
            Problem::WriteOnly(format) => fill(self.write_only, &[format]),
            Problem::Missing => self.missing.into(),
            Problem::Expected(what) => fill(self.expected, &[what]),
            Problem::Dispute(fault) => self.dispute_fault(fault),
            Problem::Unknown(value) => fill(self.unknown, &[value]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn every_word_is_used() {
        let mut source = String::new();
        read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/page"), &mut source);
        let unused: Vec<_> = NAMES
            .iter()
            .filter(|name| {
                let after = |at: usize| {
                    source[at + name.len() + 1..]
                        .chars()
                        .next()
                        .is_some_and(|c| c.is_alphanumeric() || c == '_')
                };
                !source.match_indices(&format!(".{name}")).any(|(at, _)| !after(at))
            })
            .collect();
        assert!(unused.is_empty(), "{unused:?}");
    }

    fn read(folder: &Path, source: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read(&path, source);
            } else {
                source.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }

    #[test]
    fn numbers_decide_the_form() {
        let claims = &Language::default().words().claims;
        assert_eq!(claims.form("few", "٥"), "٥ ادعاءات");
        assert_eq!(claims.form("two", "2"), "ادعاءان");
    }
}
