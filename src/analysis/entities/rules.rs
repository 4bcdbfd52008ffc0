//! The rules for places, organisations and persons, in the order of what they rest on: names of the lexicon,
//! names by a head noun, persons, organisations named after persons.

use super::names::Names;
use super::{organisations, persons, places};
use crate::analysis::Reading;
use crate::analysis::steps::pause;

/// What the rules find, each name by itself.
pub async fn by_rules<'r, 'd>(reading: &'r Reading<'d>) -> Names<'r, 'd> {
    let mut names = Names::new(reading);
    pause().await;
    organisations::listed(&mut names);
    organisations::outlets(&mut names);
    places::listed(&mut names);
    pause().await;
    places::headed(&mut names);
    organisations::headed(&mut names);
    organisations::ministries(&mut names);
    pause().await;
    persons::find(&mut names);
    pause().await;
    organisations::of_persons(&mut names);
    names
}

#[cfg(test)]
mod tests {
    use crate::analysis::{EntityKind, find_entities};
    use crate::text::Document;

    /// Each case: text with its names in braces.
    #[track_caller]
    fn check(marked: &str) {
        let text: String = marked.chars().filter(|c| !matches!(c, '{' | '}')).collect();
        let document = Document::new(&text);
        let found = find_entities(&document, None);
        let named = |kind| matches!(kind, EntityKind::Person | EntityKind::Organisation | EntityKind::Place);
        let found = found.iter().filter(|entity| named(entity.kind));
        let found: Vec<&str> = found.map(|entity| document.slice(entity.span)).collect();
        let expected: Vec<&str> =
            marked.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
        assert_eq!(found, expected, "{marked}");
    }

    #[test]
    fn persons() {
        check("التقى وزير الطاقة التنزاني {يناير ماكامبا} نظيره المصري. وقال {ماكامبا} إن الاتفاق جيد.");
        check("وقال الناطق باسم الحكومة {الناني ولد اشروقه} إن الجيش لاحق مسلحين.");
        check("استقبل سمو الشيخ {خالد بن حمد آل خليفة} الوفد.");
        check("قالت {أم كلثوم عبد الرحمن} إنها لا تعرف.");
        check("انتقد {ترامب} {بايدن} أمس.");
        check(
            "اتهمت النساء النائب {سامي حداد} بالتحرش. وقال الوزير {وليد فارس} إن تهمة النائب {سامي حداد} بالتحرش خطيرة.",
        );
        check("ودعا رئيس الحكومة {عزيز أخنوش} إلى تحمل مسؤوليته.");
        check("اتهم زعيم المعارضة بتدبير الشغب، وقالت {كيارا أبيندينو} إن أعمال الشغب انتهت.");
        check("قال الدكتور {محمد مختار جمعة} إن الوزارة مستعدة. وأضاف د. {جمعة} أن العمل جار.");
    }

    #[test]
    fn organisations() {
        check("قالت حركة \"{النهضة}\" التونسية إن الحوار فشل.");
        check("منحت {شركة النفط الوطنية الفنزويلية} تراخيص جديدة.");
        check("نقلت {وكالة أنباء الإمارات} الخبر.");
        check("وجهت رسالة و{للقوات الأميركية} موقف.");
        check("قدمت {الجامعة الملكية المغربية لكرة القدم} شكوى، ورفضتها {الهيئة السعودية للمياه}.");
        check(
            "ندد {الحزب النيجري للديمقراطية والاشتراكية} بذلك مع {المنظمة العربية للتربية والثقافة والعلوم}.",
        );
        check("تقول {لجنة الزراعة والمياه النيابية} إن الوعد لم ينفذ.");
        check("استدعت {الخارجية الجزائرية} القائم بأعمال السفارة.");
        check("وصلت الإدارة إلى مقر {مصرف ليبيا المركزي} أمس.");
        check("قال رئيس {الفدرالية المغربية للحوم الحمراء} إن الأرقام خاطئة.");
        check("كذبت {الهيئة العامة للطيران المدني السعودية} الخبر.");
        check("تدار المصفاة بين {وزارة الطاقة والنفط} و{مؤسسة البترول الوطنية الصينية}.");
        check(
            "رفضت {هيئة قناة السويس} العرض، وقال رئيس {هيئة ميناء طنجة} إن {المندوبية الوزارية للبحر} وافقت.",
        );
        check("نفت {الصحة الفلسطينية} ذلك، وارتفعت أسعار النفط العراقية في سوق التجارة الصينية.");
        check("{الدفاع الروسية} تعلن السيطرة على بلدة {بوكروفسك}.");
        check("وصل الوفد إلى {قنا} وذكرت {وكالة الأنباء القطرية} ({قنا}) ذلك.");
    }

    #[test]
    fn marks_round_a_name() {
        check("قرر {الاتحاد الأفريقي لكرة القدم} \"{كاف}\" تأجيل المباراة، وقالت لجنة تابعة لـ\"{كاف}\" ذلك.");
        check("طالبت {تنسيقية القوى الديمقراطية المدنية} ({تقدم}) بتحقيق، وردت «{تقدم}» بعد تقدم القوات.");
        check("وقال الضابط لـ«{الشرق الأوسط}»: إن المصفاة أحرقت في {الشرق الأوسط}.");
        check("وأضاف في حديث خاص لـ\"{المدى}\" أن العمل توقف.");
        check("وتقول «{لجان مقاومة بحري}» إن المصفاة خرجت عن الخدمة.");
        check("اتهمت {شركة الطيران البرتغالية} \"{تاب}\" أمس الخميس {نقابة الطيارين} بالتعطيل.");
        check("وقالت إن {وزارة الداخلية العراقية} \"أحبطت\" هجوما.");
        check("وصفت {وزارة الخارجية المصرية} \"التصريحات\" بأنها باطلة، وقالت إن العمل \"مستمر\".");
        check("قال لـ\"العدو\" كلمته الأخيرة.");
        check("تأسست {الوكالة الوطنية للأنباء} (رسمية) قبل سنوات.");
        check("قال {حزب العمل الإسرائيلي} (معارضة) إن العمل توقف.");
    }

    #[test]
    fn dates_name_nobody() {
        check("وصلت الحافلة في 19 أبريل/نيسان.\nوقال {وليد صادي} إن القرار جائر.");
    }

    #[test]
    fn places() {
        check("تقام المباراة في مدينة {بركان} شرقي {المغرب}.");
        check("انطلقت القافلة من {شبرا الخيمة} إلى {دمنهور} ف{كفر الدوار} و{الوادي الجديد}.");
        check("احتج سكان {تبسة} و{خنشلة} و{الشلف}، كما تظاهر أهالي {خريبكة} و{سطات}.");
        check("قال والي {خراسان الشمالية} ومحافظ {أرضروم} إن الزلزال قريب.");
        check("نزح سكان بلدتي {ساكي} وغيرها.");
    }
}
