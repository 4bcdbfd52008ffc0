//! Why the engine found something: a sentence in both languages for each of its rules.
//!
//! A rule's name comes with what was found ([`Evidence`]); `{1}` in its sentence
//! stands for the words that it rests on.

use super::{Language, fill};
use crate::analysis::Evidence;

/// The sentence for a piece of evidence; none for a rule that is none.
pub fn reason(language: Language, evidence: &Evidence) -> Option<String> {
    let at = REASONS.binary_search_by_key(&evidence.rule, |(rule, ..)| rule).ok()?;
    let (_, arabic, english) = REASONS.get(at)?;
    let (pattern, comma) = match language {
        Language::Arabic(_) => (arabic, "، "),
        Language::English => (english, ", "),
    };
    Some(fill(pattern, &[&evidence.words.join(comma)]))
}

/// The rules in order, each with its sentence in Arabic and in English.
const REASONS: &[(&str, &str, &str)] = &[
    ("according-to", "كلام منسوب إلى مصدره بلفظ «{1}»", "What is attributed with “{1}”"),
    ("act-of-cue", "الفعل من لفظ النقل «{1}»", "The act is that of “{1}”"),
    ("also-called", "اسم مختصر بعد الاسم الكامل: «{1}»", "A short name behind the full one: “{1}”"),
    ("bare-year", "عدد من أربعة أرقام في موضع سنة: «{1}»", "Four digits where a year stands: “{1}”"),
    ("clause", "جملة منقولة بعد «{1}»", "The clause reported with “{1}”"),
    ("colon", "كلام بعد نقطتين مع «{1}»", "What follows a colon after “{1}”"),
    (
        "contest-issue",
        "تتناول الادعاءات قضية من قضايا النزاع، وتشترك في: {1}",
        "These claims speak to an issue of the dispute and share: {1}",
    ),
    ("contest-topic", "كلمات مشتركة بين ادعاءات الطرفين: {1}", "Words that claims of both sides share: {1}"),
    ("day-and-month", "يوم مع شهره: «{1}»", "A day with its month: “{1}”"),
    ("description", "وصف منقول بلفظ «{1}»", "A description reported with “{1}”"),
    ("direct", "كلام بين علامتي تنصيص مع «{1}»", "Words in quotation marks with “{1}”"),
    ("duration", "عدد مع وحدة زمن: «{1}»", "A number with a unit of time: “{1}”"),
    ("given-name", "يبدأ باسم علم معروف: «{1}»", "It begins with a known given name: “{1}”"),
    (
        "head-before-name",
        "اسم بعد كلمة تدل على منظمة: «{1}»",
        "A name after a word for an organisation: “{1}”",
    ),
    (
        "head-before-organisation",
        "كلمة تدل على هيئة، بعدها اسم منظمة: «{1}»",
        "A word for a body before an organisation’s name: “{1}”",
    ),
    (
        "head-before-person",
        "كلمة تدل على جماعة، بعدها اسم شخص: «{1}»",
        "A word for a group before a person’s name: “{1}”",
    ),
    (
        "head-before-place",
        "كلمة تدل على هيئة، بعدها اسم مكان: «{1}»",
        "A word for a body before a place’s name: “{1}”",
    ),
    (
        "head-with-complement",
        "كلمة تدل على هيئة، مضافة إلى مجالها: «{1}»",
        "A word for a body with its field: “{1}”",
    ),
    (
        "head-with-nationality",
        "كلمة تدل على هيئة، منسوبة إلى بلدها: «{1}»",
        "A word for a body with its nationality: “{1}”",
    ),
    (
        "head-with-rank",
        "كلمة تدل على هيئة، بعدها ما يصف رتبتها: «{1}»",
        "A word for a body with its rank: “{1}”",
    ),
    ("learned", "اسم دلّت عليه الكلمات حوله: «{1}»", "A name by the words round it: “{1}”"),
    ("listed-organisation", "منظمة في معجم الأسماء: «{1}»", "An organisation in the lexicon: “{1}”"),
    ("listed-place", "مكان في معجم الأسماء: «{1}»", "A place in the lexicon: “{1}”"),
    ("month", "شهر، وحده أو مع سنته: «{1}»", "A month, alone or with its year: “{1}”"),
    (
        "name-after-head",
        "اسم بعد كلمة تدل على وسيلة إعلام أو هيئة: «{1}»",
        "A name after a word for an outlet or a body: “{1}”",
    ),
    ("named-before", "اسم ورد كاملًا من قبل في النص: «{1}»", "Named in full earlier in the text: “{1}”"),
    ("negated", "الكلام نفسه منفي بلفظ «{1}»", "What is said is itself negated by “{1}”"),
    ("neutral-cue", "«{1}» لفظ نقل محايد، فعُدّ الكلام تأكيدًا", "“{1}” only reports, so it counts as affirming"),
    ("no-speaker", "لا يسمّي النص من قال هذا", "The text does not name who says so"),
    ("number", "عدد مع ما يُعدّ به: «{1}»", "A number with what it counts: “{1}”"),
    ("numeric-date", "تاريخ مكتوب بالأرقام: «{1}»", "A date in digits: “{1}”"),
    ("object", "ما وقع عليه الفعل «{1}»", "What “{1}” is done to"),
    ("office-before-name", "اسم بعد منصب: «{1}»", "A name after an office: “{1}”"),
    ("one", "لفظ يدل على واحد: «{1}»", "A word for one: “{1}”"),
    (
        "outlet-in-marks",
        "وسيلة إعلام بين علامتي تنصيص وُجّه إليها الكلام: «{1}»",
        "An outlet in quotation marks that was spoken to: “{1}”",
    ),
    ("period", "مدة من الزمن: «{1}»", "A period of time: “{1}”"),
    ("phrase", "عبارة يصل إليها «{1}» بحرف جر", "The phrase that “{1}” governs"),
    ("place-after-head", "اسم بعد كلمة تدل على مكان: «{1}»", "A name after a word for a place: “{1}”"),
    ("plain", "كلام أُورد مع «{1}» بلا علامتي تنصيص", "Speech given with “{1}” without quotation marks"),
    ("relative-day", "يوم يُحسب من تاريخ النشر: «{1}»", "A day counted from the day of publication: “{1}”"),
    ("responsibility", "تحميل للمسؤولية بلفظ «{1}»", "Blame laid with “{1}”"),
    ("side-adjective", "نسبة إلى الطرف: «{1}»", "An adjective of the side: “{1}”"),
    ("side-ally", "حليف يُحسب كلامه على الطرف: «{1}»", "An ally whose claims count as the side’s: “{1}”"),
    ("side-coalition", "من دول تتكلم معًا: «{1}»", "One of the countries that speak together: “{1}”"),
    ("side-context", "عُرف الطرف من الكلام حوله: «{1}»", "The side is known from what stands round it: “{1}”"),
    ("side-country", "اسم البلد أو عاصمته: «{1}»", "The country or its capital: “{1}”"),
    (
        "side-dateline",
        "هيئة لا تسمّي بلدها، والخبر من بلد الطرف: «{1}»",
        "An office that names no country, in a report from the side’s: “{1}”",
    ),
    ("side-document", "نص صادر عن الطرف: «{1}»", "A text issued by the side: “{1}”"),
    (
        "side-former",
        "صاحب منصب سابق لا يتكلم باسم بلده: «{1}»",
        "A former official, who no longer speaks for the country: “{1}”",
    ),
    ("side-group", "جماعة تتكلم باسمها: «{1}»", "A group that speaks for itself: “{1}”"),
    ("side-institution", "هيئة تتكلم باسم الطرف: «{1}»", "A body that speaks for the side: “{1}”"),
    ("side-known", "«{1}» معروف بمنصبه", "“{1}” is known by the office held"),
    ("side-name", "اسم الطرف: «{1}»", "The side’s name: “{1}”"),
    ("side-nationality", "نسبة إلى البلد: «{1}»", "An adjective of the country: “{1}”"),
    (
        "side-of-person",
        "يتكلم باسمه، أو بالنيابة عمّن عُرف: «{1}»",
        "For himself, or for one who is known: “{1}”",
    ),
    ("side-office", "منصب يتبع الطرف: «{1}»", "An office of the side: “{1}”"),
    ("side-official", "مسؤول يتكلم باسم الطرف: «{1}»", "An official who speaks for the side: “{1}”"),
    (
        "side-opposition",
        "معارضة لا تتكلم باسم الحكومة: «{1}»",
        "An opposition, which does not speak for the government: “{1}”",
    ),
    (
        "side-outlet",
        "متكلم نقلت كلامه وسيلة إعلام رسمية: «{1}»",
        "A speaker carried by the side’s official media: “{1}”",
    ),
    (
        "side-own",
        "جهة تتكلم باسمها، لا يسمّيها إلا نوعها: «{1}»",
        "Those who speak for themselves, named by their kind alone: “{1}”",
    ),
    ("side-reference", "إحالة إلى ما ذُكر من قبل: «{1}»", "It refers back to what was named before: “{1}”"),
    (
        "side-scene",
        "جهة لا تسمّي بلدها، والحدث في بلد الطرف: «{1}»",
        "A body that names no country, where the side’s country is the scene: “{1}”",
    ),
    ("side-trial", "طرف في المحاكمة: «{1}»", "A party to the trial: “{1}”"),
    ("speaker", "المتحدث مذكور مع لفظ النقل: {1}", "Named with the reporting word: {1}"),
    ("speaker-carried", "المتحدث من نُقل عنه الكلام: {1}", "The one whose words are passed on: {1}"),
    (
        "speaker-genitive",
        "المتحدث من أضيف إليه لفظ النقل: {1}",
        "The one whom the reporting noun belongs to: {1}",
    ),
    (
        "speaker-headline",
        "المتحدث هو المسمّى قبل النقطتين في العنوان: {1}",
        "Named before the colon of a headline: {1}",
    ),
    ("speaker-in-marks", "متكلم اسمه بين علامتي تنصيص: «{1}»", "Who speaks, in quotation marks: “{1}”"),
    (
        "speaker-last",
        "لا فاعل مذكور، فالمتحدث آخر من تكلم: {1}",
        "No subject is given, so the last speaker is meant: {1}",
    ),
    (
        "speaker-preposition",
        "المتحدث هو المصدر المنسوب إليه: {1}",
        "The source to whom it is attributed: {1}",
    ),
    ("speaker-pronoun", "المتحدث من يعود إليه الضمير: {1}", "The one to whom the pronoun refers: {1}"),
    ("speaker-sentence", "المتحدث فاعل الجملة: {1}", "The subject of the sentence: {1}"),
    ("title-before-name", "اسم بعد لقب: «{1}»", "A name after a title: “{1}”"),
    (
        "told-outlet",
        "وسيلة إعلام وُجّه إليها الكلام أو نقلته: «{1}»",
        "An outlet that was spoken to, or reports: “{1}”",
    ),
    ("weekday", "يوم من أيام الأسبوع: «{1}»", "A day of the week: “{1}”"),
    ("year", "سنة: «{1}»", "A year: “{1}”"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Analysis, Dispute, analyze};
    use crate::text::Document;
    use std::collections::BTreeSet;
    use std::path::{Path, PathBuf};

    /// The files under a folder of the package.
    fn files(folder: &str) -> Vec<PathBuf> {
        let (mut found, mut folders) = (Vec::new(), vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)]);
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() { folders.push(path) } else { found.push(path) }
            }
        }
        found
    }

    fn rules_of(analysis: &Analysis) -> BTreeSet<&'static str> {
        let claims = analysis.claims.iter().flat_map(|claim| &claim.evidence);
        let entities = analysis.entities.iter().map(|entity| &entity.evidence);
        let contests = analysis.contests.iter().map(|contest| &contest.evidence);
        claims.chain(entities).chain(contests).map(|evidence| evidence.rule).collect()
    }

    #[test]
    fn every_rule_that_finds_anything_has_a_sentence() {
        let dispute = Dispute::washington_baghdad();
        let texts = ["tests/articles/texts", "tests/claims", "assets"].into_iter().flat_map(files);
        let texts = texts.filter(|path| path.extension().is_some_and(|ending| ending == "txt"));
        let mut rules = BTreeSet::new();
        for path in texts {
            let document = Document::new(&std::fs::read_to_string(path).unwrap());
            for dispute in [None, Some(&dispute)] {
                rules.extend(rules_of(&analyze(&document, dispute, None)));
            }
        }
        assert!(rules.len() > 40, "{rules:?}");
        rules.retain(|rule| REASONS.binary_search_by_key(rule, |(known, ..)| known).is_err());
        assert!(rules.is_empty(), "without a sentence: {rules:?}");
    }

    #[test]
    fn every_rule_named_in_the_engine_has_a_sentence() {
        let mut missing = BTreeSet::new();
        for path in files("src/analysis")
            .into_iter()
            .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        {
            let source = std::fs::read_to_string(path).unwrap();
            // Where a rule is named: its prefix, or the words before it.
            let named = source.split('"').collect::<Vec<_>>();
            for part in named.windows(2) {
                let [before, literal] = part else { continue };
                let prefixed = ["side-", "speaker-", "contest-"].iter().any(|p| literal.starts_with(p));
                let introduced = ["rule: ", "Evidence::new("].iter().any(|end| before.ends_with(end));
                let name = literal.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
                if name
                    && (prefixed || introduced)
                    && REASONS.binary_search_by_key(literal, |(known, ..)| known).is_err()
                {
                    missing.insert((*literal).to_owned());
                }
            }
        }
        assert!(missing.is_empty(), "without a sentence: {missing:?}");
    }

    #[test]
    fn the_rules_are_in_order_and_no_sentence_is_given_twice() {
        assert!(REASONS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        let sentences: BTreeSet<&str> = REASONS.iter().flat_map(|(_, ar, en)| [*ar, *en]).collect();
        assert_eq!(sentences.len(), 2 * REASONS.len());
    }

    #[test]
    fn the_words_stand_in_the_sentence() {
        let evidence =
            Evidence { rule: "contest-topic", words: vec!["القوات".into(), "الانسحاب".into()] };
        assert_eq!(
            reason(Language::default(), &evidence).as_deref(),
            Some("كلمات مشتركة بين ادعاءات الطرفين: القوات، الانسحاب")
        );
        assert_eq!(
            reason(Language::English, &evidence).as_deref(),
            Some("Words that claims of both sides share: القوات, الانسحاب")
        );
        assert_eq!(reason(Language::English, &Evidence::default()), None);
    }
}
