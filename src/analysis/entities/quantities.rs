//! Quantities: a number in digits or words with what it counts.
//!
//! Of a range each end is a quantity by itself, as each end of a range of dates is a date: «بين {10} و{20
//! جنديا}». What stands at the second end counts for the first too.

use super::dates::{APPROXIMATE, APPROXIMATELY};
use super::phrase::{Phrases, readings};
use crate::analysis::steps::Pace;
use crate::analysis::{Entity, EntityKind, Evidence, Value, is_complementizer};
use crate::lexicon::{Table, field, lookup};
use crate::text::{Document, Span, TokenKind, Words, decimal};

/// All quantities outside `dated` (the spans of the dates, in order), in the document's order.
pub async fn find(document: &Document, dated: &[Span]) -> Vec<Entity> {
    let reader = Reader { phrases: Phrases::new(document) };
    let mut found = Vec::new();
    let (mut index, mut pace) = (0, Pace::default());
    let mut dates = dated.iter().copied().peekable();
    while let Some(token) = reader.phrases.token(index) {
        pace.at(index).await;
        while dates.next_if(|date| date.end <= token.span.start).is_some() {}
        let in_date = dates.peek().is_some_and(|date| date.overlaps(token.span));
        match (!in_date).then(|| reader.quantity(index)).flatten() {
            Some(quantity) if !dates.peek().is_some_and(|date| date.overlaps(quantity.span)) => {
                index = quantity.next.max(index + 1);
                found.push(Entity {
                    span: quantity.span,
                    kind: EntityKind::Quantity,
                    value: Some(Value::Number(quantity.value)),
                    side: None,
                    country: None,
                    referent: 0,
                    evidence: Evidence::new(quantity.rule, document.slice(quantity.span)),
                });
            }
            _ => index += 1,
        }
    }
    found
}

struct Reader<'d> {
    phrases: Phrases<'d>,
}

struct Found {
    span: Span,
    next: usize,
    value: f64,
    rule: &'static str,
}

struct Number {
    value: f64,
    /// The last scale of it: a thousand, a million; 1 where it has none.
    scale: f64,
    /// The token after it.
    next: usize,
    /// Bytes of joined particles before its first word.
    cut: usize,
}

/// Words before a number that make it a name or a place in an order: «القرار 1706», «المادة 12».
static LABELS: Words = Words::new(&[
    "القرار", "قرار", "الماده", "ماده", "الفقره", "البند", "رقم", "الرقم", "برقم", "الفصل", "الدوره",
    "المجموعه", "طراز", "قوي", "المحور", "القناه", "الاتفاقيه", "الملف", "العدد", "الصفحه", "صفحه", "اف",
    "ميغ", "سو", "اس", "مجموعه", "كوب", "تحت", "الساعه", "ساعه", "للماده", "بالماده", "المرسوم", "القانون",
]);

/// Words that a number does not count.
static FUNCTION_WORDS: Words = Words::new(&[
    "في", "من", "الي", "علي", "عن", "بين", "حتي", "ان", "او", "قد", "لكن", "اذ", "عندما", "ثم", "هو", "هي",
    "لم", "لن", "لا", "ما", "كان", "كانت", "تم", "مع", "ضد", "حول", "خلال", "منذ", "عقب", "اثر", "حيث", "بعد",
    "قبل", "اي", "التي", "الذي", "بينهم", "بينهن", "منهم", "منها", "علي", "بحسب", "وفق", "حسب", "ضمن", "لدي",
    "عبر", "كما", "مقابل", "بسبب", "امام", "وفقا", "تحت", "فوق", "داخل", "خارج", "قرب", "دون", "سوي", "غير",
]);

/// Adjectives that say what is counted rather than whose it is.
static SORTS: Words = Words::new(&[
    "مدني", "مدنيا", "مدنيه", "مدنيين", "مربع", "مربعا", "مكعب", "مكعبا", "مسيره", "مفخخه", "حربيه",
    "باليستيا", "باليستي", "مجنحا", "مدرعه", "عسكريه", "تجاريه",
]);

impl Reader<'_> {
    fn word(&self, index: usize) -> &str {
        self.phrases.word(index)
    }

    fn quantity(&self, index: usize) -> Option<Found> {
        // «$50»
        let sign = usize::from(self.is_sign(index) && self.phrases.touches(index + 1));
        let (cut, at) = self.approximate(index + sign);
        let approximate = at > index + sign;
        if let Some(number) = self.number(at) {
            let before = index.checked_sub(1).map_or("", |before| self.word(before));
            let touches = self.phrases.touches(index);
            let clock = before == ":" && touches;
            // «سو-27 اعترضتا»: a make, not how many.
            let make = matches!(before, "-" | "–")
                && touches
                && self.phrases.touches(index - 1)
                && index.checked_sub(2).is_some_and(|at| self.phrases.kind(at) == TokenKind::Word);
            if clock || make || !approximate && LABELS.contains(before) {
                return None;
            }
            let cut = if approximate { cut } else { number.cut };
            let in_words = self.phrases.kind(at) == TokenKind::Word;
            let lower = self.lower_bound(&number, before.ends_with("بين"));
            let counted = || self.counted(number.next, number.value, in_words);
            let alone = (approximate || sign > 0 || lower.is_some()).then_some(number.next);
            let end = if lower.is_some() { alone } else { counted().or(alone) }?;
            return Some(Found {
                span: self.phrases.span(index, cut, end),
                next: end,
                value: lower.unwrap_or(number.value),
                rule: "number",
            });
        }
        if approximate {
            return None;
        }
        self.one(index)
    }

    fn is_sign(&self, index: usize) -> bool {
        matches!(self.word(index), "$" | "€" | "£")
    }

    /// The value of a number that a greater one follows as the other end of a range, and which counts what
    /// that one counts: «بين {10} و{20 جنديا}», «من {5} إلى {7 ملايين}», where it is 5 millions.
    fn lower_bound(&self, lower: &Number, between: bool) -> Option<f64> {
        let next = lower.next;
        let upper = match self.word(next) {
            "الي" | "حتي" | "او" | "-" | "–" => self.number(next + 1)?,
            _ if between => self.added(next)?,
            _ => return None,
        };
        let in_words = self.phrases.kind(upper.next - 1) == TokenKind::Word;
        self.counted(upper.next, upper.value, in_words)?;
        let shared = lower.scale == 1.0 && lower.value < upper.value / upper.scale;
        let value = if shared { lower.value * upper.scale } else { lower.value };
        (value < upper.value).then_some(value)
    }

    /// The token after words that say the number is not exact, and the particles before the first.
    fn approximate(&self, index: usize) -> (usize, usize) {
        let word = self.word(index);
        if !readings(word).any(|(_, word)| APPROXIMATELY.contains(word)) {
            return (0, index);
        }
        let found = APPROXIMATE.iter().find_map(|words| {
            let (first, rest) = words.split_first().filter(|(first, _)| word.ends_with(**first))?;
            let (cut, _) = readings(word).find(|(_, word)| word == first)?;
            let follow = rest.iter().enumerate().all(|(i, word)| self.word(index + 1 + i) == *word);
            follow.then_some((cut, index + words.len()))
        });
        found.unwrap_or((0, index))
    }

    /// A number at the token, of words with a joined particle too (لعشرين، بخمسة، وثلاثة).
    fn number(&self, index: usize) -> Option<Number> {
        let mut number = self.group(index)?;
        loop {
            if let Some((part, next)) = self.and_part(&number) {
                number.value += part;
                number.next = next;
            }
            // What is added is less than the scale before it: «مليون ومئتا ألف», but «مليون ومليونان» are two.
            let Some(more) = self.added(number.next).filter(|more| more.value < number.scale) else { break };
            number = Number { value: number.value + more.value, cut: number.cut, ..more };
        }
        Some(number)
    }

    /// One group of a number: digits or words up to 999, and the scales that it counts («17 ألف»).
    fn group(&self, index: usize) -> Option<Number> {
        let mut number = if self.phrases.kind(index) == TokenKind::Number {
            Number { value: digits(self.word(index))?, scale: 1.0, next: index + 1, cut: 0 }
        } else {
            self.words(index)?
        };
        while let Some(scale) = self.phrases.whole(number.next, Table::Numbers) {
            if field(scale.sense, 1) != "scale" {
                break;
            }
            let times = decimal(field(scale.sense, 0))?;
            (number.value, number.scale, number.next) =
                (number.value * times, number.scale * times, scale.next);
        }
        Some(number)
    }

    /// A group of a number in words, without the scales after it.
    fn words(&self, index: usize) -> Option<Number> {
        let first = self.phrases.joined(index, Table::Numbers, false)?;
        let word = self.word(index).get(first.cut..)?;
        // الثلاثة، with the article, is counted before it: «الدول الثلاث». ألف, ألفين begin with the same
        // letters. «لست» is a verb.
        let article = word.starts_with("ال") && !word.starts_with("الف");
        (!article && self.word(index) != "لست").then_some(())?;
        let value = decimal(field(first.sense, 0))?;
        let number = Number { value, scale: 1.0, next: first.next, cut: first.cut };
        let mut last = field(first.sense, 1);
        match last {
            // «آلاف المتظاهرين» are not counted.
            "scale" if self.word(first.next).starts_with("ال") => return None,
            // «ألفا عامل» are two thousand, «ألفا وخمسمئة» one and a half.
            "scale" => {
                let next = self.phrases.kind(first.next) == TokenKind::Word;
                let two = word.ends_with('ا') && next && !self.word(first.next).starts_with('و');
                let count = if two { 2.0 } else { 1.0 };
                return Some(Number { value: value * count, scale: value, ..number });
            }
            "whole" => return Some(Number { scale: value / 2.0, ..number }),
            "part" => {
                let whole = self.phrases.joined(first.next, Table::Numbers, false)?;
                (field(whole.sense, 1) == "scale").then_some(())?;
                let scale = decimal(field(whole.sense, 0))?;
                return Some(Number { value: value * scale, scale, next: whole.next, ..number });
            }
            _ => {}
        }
        let mut number = number;
        while let Some(more) = self.phrases.joined(number.next, Table::Numbers, false) {
            let kind = field(more.sense, 1);
            let value = decimal(field(more.sense, 0))?;
            let and = more.cut > 0 && self.word(number.next).starts_with('و');
            match (last, kind, and) {
                ("unit", "hundred", false) => number.value *= value,
                ("hundred", "unit" | "pair" | "teen" | "ten", true) => number.value += value,
                ("unit" | "pair", "ten", true) if number.value % 100.0 < 10.0 => number.value += value,
                _ => break,
            }
            (last, number.next) = (kind, more.next);
        }
        // «اثنين» alone follows its noun.
        (last != "pair" || number.value > 2.0).then_some(number)
    }

    /// A number that و adds at the token: «ومئتين», «و200 ألف».
    fn added(&self, index: usize) -> Option<Number> {
        let word = self.word(index);
        if word == "و" && self.phrases.kind(index + 1) == TokenKind::Number {
            return self.group(index + 1);
        }
        self.group(index).filter(|group| group.cut > 0 && word.starts_with('و'))
    }

    /// «مليون ونصف», «مليون ونصف مليون», «ثلاثة ملايين وربع المليون»: what the part adds, and the token after it.
    fn and_part(&self, number: &Number) -> Option<(f64, usize)> {
        let part = self.phrases.joined(number.next, Table::Numbers, false)?;
        let and = part.cut > 0 && self.word(number.next).starts_with('و');
        (and && field(part.sense, 1) == "part").then_some(())?;
        let whole = self.phrases.joined(part.next, Table::Numbers, true);
        let whole = whole.filter(|whole| field(whole.sense, 1) == "scale");
        let scale = whole.and_then(|whole| decimal(field(whole.sense, 0))).unwrap_or(number.scale);
        Some((decimal(field(part.sense, 0))? * scale, whole.map_or(part.next, |whole| whole.next)))
    }

    /// The end of what a number counts: a noun, «من» and a noun, a percent sign, a unit; none where
    /// nothing is counted.
    fn counted(&self, index: usize, value: f64, in_words: bool) -> Option<usize> {
        let word = self.word(index);
        if word == "%" || self.is_sign(index) || matches!(word, "بالمييه" | "بالمايه" | "بالمئه" | "بالميه")
        {
            return Some(index + 1);
        }
        if word == "في" && matches!(self.word(index + 1), "الماءه" | "المايه" | "الميه") {
            return Some(index + 2);
        }
        if word == "من" && self.phrases.kind(index + 1) == TokenKind::Word {
            let noun = self.word(index + 1);
            let owned = noun.chars().count() > 5 && (noun.ends_with("ها") || noun.ends_with("هم"));
            let people = lookup(self.word(index + 2))
                .and_then(|hit| hit.sense_in(Table::Nationalities))
                .is_some_and(|_| self.word(index + 2).starts_with("ال") && noun.starts_with("ال"));
            // «12 من عناصر الشرطة»
            let of = self.word(index + 2).starts_with("ال") && is_counted(noun);
            if of && (in_words || value > 2.0) {
                return Some(index + 3);
            }
            return ((noun.starts_with("ال") || owned) && value >= 1.0 && (in_words || value > 2.0))
                .then_some(index + 2 + usize::from(people));
        }
        if self.phrases.kind(index) != TokenKind::Word || word.chars().count() < 2 {
            return None;
        }
        let sort = usize::from(SORTS.contains(self.word(index + 1)));
        if let Some(unit) = lookup(word).and_then(|hit| hit.sense_in(Table::Units)) {
            // «جنيه مصري» is a unit of its own.
            let next = lookup(self.word(index + 1)).filter(|_| field(unit, 0) == "money");
            let whose = next.is_some_and(|hit| hit.sense_in(Table::Nationalities).is_some());
            let indefinite = !self.word(index + 1).starts_with("ال");
            return Some(index + 1 + sort.max(usize::from(whose && indefinite)));
        }
        let stops = word.starts_with("ال")
            || word.starts_with("وال")
            || word.starts_with("بال")
            || word.starts_with("لل")
            || FUNCTION_WORDS.contains(word)
            || is_complementizer(word)
            || word
                .strip_prefix('و')
                .is_some_and(|rest| FUNCTION_WORDS.contains(rest) || rest.chars().count() > 4)
            || is_joined(word)
            || self.approximate(index).1 > index
            || word.chars().any(|c| c.is_ascii_alphanumeric());
        (!stops).then_some(index + 1 + sort)
    }

    /// «طائرة واحدة»: what news counts and the word one; «طرف واحد» and «ساعة واحدة» count nothing.
    fn one(&self, index: usize) -> Option<Found> {
        let kind = field(lookup(self.word(index))?.sense_in(Table::Counted)?, 0);
        // The noun and the number agree.
        let feminine = self.word(index).ends_with('ه');
        let one = match self.word(index + 1) {
            "واحد" | "واحدا" => !feminine,
            "واحده" => feminine,
            _ => false,
        };
        (one && kind != "time").then(|| Found {
            span: self.phrases.span(index, 0, index + 2),
            next: index + 2,
            value: 1.0,
            rule: "one",
        })
    }
}

/// Members and parts of what is told next: «عناصر الشرطة», «أفراد العائلة», «جنود الجيش».
fn is_counted(noun: &str) -> bool {
    matches!(
        noun,
        "عناصر"
            | "افراد"
            | "جنود"
            | "ضباط"
            | "اعضاء"
            | "مقاتلي"
            | "مسلحي"
            | "قاده"
            | "موظفي"
            | "عمال"
            | "رجال"
            | "ابناء"
            | "سكان"
            | "دول"
            | "عسكريي"
            | "طلاب"
    )
}

/// Whether a word that no table holds is one with ب or ل joined before it: «بتوقيت», not «بندقية».
fn is_joined(word: &str) -> bool {
    let rest = word.strip_prefix(['ب', 'ل']).filter(|rest| rest.chars().count() > 2);
    rest.is_some_and(|rest| lookup(rest).is_some() && lookup(word).is_none())
}

/// A number in digits: commas apart thousands, a point apart decimals (or thousands, where three digits
/// follow it more than once).
fn digits(word: &str) -> Option<f64> {
    let thousands = |separator: char| {
        let mut groups = word.split(separator);
        let first = groups.next().is_some_and(|g| (1..=3).contains(&g.len()));
        first && word.contains(separator) && groups.all(|g| g.len() == 3)
    };
    if thousands(',') {
        return decimal(&word.replace(',', ""));
    }
    if thousands('.') && word.matches('.').count() > 1 {
        return decimal(&word.replace('.', ""));
    }
    decimal(&word.replace(',', "."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::steps::at_once;

    #[track_caller]
    fn check(marked: &str, values: &[f64]) {
        let text: String = marked.chars().filter(|c| !matches!(c, '{' | '}')).collect();
        let document = Document::new(&text);
        let found = at_once(find(&document, &[]));
        let expected: Vec<&str> =
            marked.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
        let got: Vec<&str> = found.iter().map(|e| document.slice(e.span)).collect();
        assert_eq!(got, expected, "{marked}");
        let got: Vec<f64> = found
            .iter()
            .filter_map(|e| if let Some(Value::Number(n)) = e.value { Some(n) } else { None })
            .collect();
        assert_eq!(got, values, "{marked}");
    }

    #[test]
    fn numbers_and_what_they_count() {
        check("قتل {12 مسلحا} في الغارة", &[12.0]);
        check("نشر {17 ألف جندي} في الإقليم", &[17000.0]);
        check("{نحو 2500 جندي} أمريكي", &[2500.0]);
        check("امتلاكه ل{عشرين ألفا من الصواريخ}", &[20000.0]);
        check("{ثلاثة عشر قتيلا} و{خمسة وعشرون جريحا}", &[13.0, 25.0]);
        check("{3,500 شخص}", &[3500.0]);
        check("بنسبة {2.5%}", &[2.5]);
        check("{نصف مليون نازح}", &[500000.0]);
        check("{أكثر من مليون ونصف مليون دولار}", &[1_500_000.0]);
        check("القرار 1706 بمزيد", &[]);
        check("الدول الثلاث", &[]);
        check("{٨٥ دولة}", &[85.0]);
        check("مساحتها {نحو 160 ألف كيلومتر مربع} تقريبا", &[160_000.0]);
        check("نشرت {حوالى ألفي جندي}", &[2000.0]);
        check("مقتل {ثلاثة من عسكرييها}", &[3.0]);
        check("إصابة {12 من عناصر الشرطة} أمس", &[12.0]);
        check("وصل {12 من جنودها} أمس", &[12.0]);
        check("وصل 12 من محافظات أخرى", &[]);
        check("قتل {240 من الجنود السودانيين} أمس", &[240.0]);
        check("قلت له لست تحت إمرتك", &[]);
        check("لم يحجب قطرة ماء واحدة عنها", &[]);
        check("نقل {اثنين وعشرين جريحا}", &[22.0]);
        check("{مليون و200 ألف نازح}", &[1_200_000.0]);
        check("{مئة ألف مليون دولار}", &[1e11]);
        check("{ثلاثة ملايين وربع المليون دولار}", &[3_250_000.0]);
        check("{300 مليون جنيه مصري} و{نحو 20 دولارا كنديا}", &[300e6, 20.0]);
        check("{ما يناهز 3000 متظاهر}", &[3000.0]);
        check("بلغ {$50} ثم {60 €}", &[50.0, 60.0]);
        check("مقاتلتان من طراز سو-27 اعترضتا {طائرة واحدة} من جانب واحد", &[1.0]);
        check("عند الساعة 14:30 بتوقيت بيروت", &[]);
    }

    #[test]
    fn each_end_of_a_range() {
        check("قتل بين {10} و{20 جنديا}", &[10.0, 20.0]);
        check("نزح ما بين {5} إلى {7 ملايين شخص}", &[5e6, 7e6]);
        check("بنسبة {10}-{20 %} هذا العام", &[10.0, 20.0]);
        check("بين {مليونين} و{ثلاثة ملايين دولار}", &[2e6, 3e6]);
        check("بين {ثلاثين} و{أربعين ألف مهاجر}", &[30_000.0, 40_000.0]);
        check("من {900 ألف} إلى {مليون برميل}", &[900_000.0, 1e6]);
        check("قتل {ثلاثة} أو {أربعة جنود}", &[3.0, 4.0]);
        check("{نحو 10} إلى {15 في المئة}", &[10.0, 15.0]);
        check("تتراوح بين {17.4 في المائة} و{37.6 في المائة}", &[17.4, 37.6]);
        check("فاز الفريق 3-1 على ضيفه", &[]);
    }
}
