//! Quantities: a number in digits or words with what it counts.

use super::dates::APPROXIMATE;
use super::phrase::{Phrases, readings};
use crate::analysis::{Entity, EntityKind, Evidence, Value};
use crate::lexicon::{Table, field, lookup};
use crate::text::{Document, Span, TokenKind, Words, decimal};

/// All quantities outside `dated` (the spans of the dates, in order), in the document's order.
pub fn find(document: &Document, dated: &[Span]) -> Vec<Entity> {
    let reader = Reader { phrases: Phrases::new(document) };
    let mut found = Vec::new();
    let mut index = 0;
    let mut dates = dated.iter().copied().peekable();
    while let Some(token) = reader.phrases.token(index) {
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
        let (cut, at) = self.approximate(index);
        let approximate = at > index;
        if let Some((value, next, joined)) = self.number(at) {
            if !approximate && index.checked_sub(1).is_some_and(|i| LABELS.contains(self.word(i))) {
                return None;
            }
            let cut = if approximate { cut } else { joined };
            let in_words = self.phrases.kind(at) == TokenKind::Word;
            let end = self.counted(next, value, in_words).or(approximate.then_some(next))?;
            return Some(Found {
                span: self.phrases.span(index, cut, end),
                next: end,
                value,
                rule: "number",
            });
        }
        if approximate {
            return None;
        }
        self.one(index).or_else(|| self.dual(index))
    }

    /// The token after words that say the number is not exact, and the particles before the first.
    fn approximate(&self, index: usize) -> (usize, usize) {
        let word = self.word(index);
        let found = APPROXIMATE.iter().find_map(|words| {
            let (first, rest) = words.split_first().filter(|(first, _)| word.ends_with(**first))?;
            let (cut, _) = readings(word).find(|(_, word)| word == first)?;
            let follow = rest.iter().enumerate().all(|(i, word)| self.word(index + 1 + i) == *word);
            follow.then_some((cut, index + words.len()))
        });
        found.unwrap_or((0, index))
    }

    /// A number at the token, of words with a joined particle too (لعشرين، بخمسة، وثلاثة): value, the token
    /// after it, particles before it.
    fn number(&self, index: usize) -> Option<(f64, usize, usize)> {
        let (mut total, mut next, cut);
        let mut group;
        if self.phrases.kind(index) == TokenKind::Number {
            group = digits(self.word(index))?;
            (total, next, cut) = (0.0, index + 1, 0);
        } else {
            let first = self.phrases.joined(index, Table::Numbers, false)?;
            let kind = field(first.sense, 1);
            let value = decimal(field(first.sense, 0))?;
            // الثلاثة، with the article, is counted before it: «الدول الثلاث».
            let word = self.word(index).get(first.cut..)?;
            // ألف, ألفين begin with the same letters. «لست» is a verb.
            let article = word.starts_with("ال") && !word.starts_with("الف");
            (!article && kind != "pair" && self.word(index) != "لست").then_some(())?;
            (total, next, cut) = (0.0, first.next, first.cut);
            group = value;
            if kind == "scale" && self.word(first.next).starts_with("ال") {
                return None;
            }
            if kind == "part" {
                let whole = self.phrases.joined(next, Table::Numbers, false)?;
                (field(whole.sense, 1) == "scale").then_some(())?;
                let scale = decimal(field(whole.sense, 0))?;
                return Some((value * scale, whole.next, cut));
            }
        }
        while let Some(more) = self.phrases.joined(next, Table::Numbers, false) {
            let word = self.word(next);
            let and = word.starts_with('و') && more.cut > 0;
            let value = decimal(field(more.sense, 0)).unwrap_or(0.0);
            match (field(more.sense, 1), and) {
                ("scale", false) => {
                    total += group.max(1.0) * value;
                    group = 0.0;
                }
                ("hundred", false) if group > 0.0 && group < 10.0 => group *= value,
                ("part", true) => {
                    let whole = self.phrases.joined(more.next, Table::Numbers, true);
                    let whole = whole.filter(|w| field(w.sense, 1) == "scale");
                    let scale = whole.and_then(|w| decimal(field(w.sense, 0)));
                    total += group + value * scale.unwrap_or_else(|| last_scale(total + group));
                    group = 0.0;
                    next = whole.map_or(more.next, |w| w.next);
                    continue;
                }
                (_, true) => group += value,
                _ => break,
            }
            next = more.next;
        }
        Some((total + group, next, cut))
    }

    /// The end of what a number counts: a noun, «من» and a noun, a percent sign, a unit; none where
    /// nothing is counted.
    fn counted(&self, index: usize, value: f64, in_words: bool) -> Option<usize> {
        let word = self.word(index);
        if word == "%" || matches!(word, "بالمييه" | "بالمايه" | "بالمئه" | "بالميه")
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
            return ((noun.starts_with("ال") || owned) && value >= 1.0 && (in_words || value > 2.0))
                .then_some(index + 2 + usize::from(people));
        }
        if self.phrases.kind(index) != TokenKind::Word || word.chars().count() < 2 {
            return None;
        }
        if lookup(word).is_some_and(|hit| hit.sense_in(Table::Units).is_some()) {
            return Some(index + 1 + usize::from(SORTS.contains(self.word(index + 1))));
        }
        let stops = word.starts_with("ال")
            || word.starts_with("وال")
            || word.starts_with("بال")
            || word.starts_with("لل")
            || FUNCTION_WORDS.contains(word)
            || word
                .strip_prefix('و')
                .is_some_and(|rest| FUNCTION_WORDS.contains(rest) || rest.chars().count() > 4)
            || word.chars().any(|c| c.is_ascii_alphanumeric());
        (!stops).then_some(())?;
        let next = index + 1;
        Some(if SORTS.contains(self.word(next)) { next + 1 } else { next })
    }

    /// «عثرة واحدة»: a noun and the word one.
    fn one(&self, index: usize) -> Option<Found> {
        let one = matches!(self.word(index + 1), "واحد" | "واحده" | "واحدا");
        // «قطرة ماء واحدة»: the noun and the number agree.
        let agree = self.word(index).ends_with('ه')
            || !self.word(index + 1).ends_with('ه')
            || self.word(index) == "مره";
        let noun =
            self.phrases.kind(index) == TokenKind::Word && !self.word(index).starts_with("ال") && agree;
        (one && noun && !FUNCTION_WORDS.contains(self.word(index)) && self.word(index).chars().count() > 2)
            .then_some(())?;
        Some(Found { span: self.phrases.span(index, 0, index + 2), next: index + 2, value: 1.0, rule: "one" })
    }

    /// «جنديان»، «دولتين»: the dual of what news counts.
    fn dual(&self, index: usize) -> Option<Found> {
        if self.phrases.kind(index) != TokenKind::Word {
            return None;
        }
        readings(self.word(index)).find_map(|(cut, word)| {
            let singular = word.strip_suffix("ان").or_else(|| word.strip_suffix("ين"))?;
            let feminine = singular.strip_suffix('ت').map(|stem| format!("{stem}ه"));
            let known = |noun: &str| {
                let sense = lookup(noun)?.sense_in(Table::Counted)?;
                (field(sense, 0) != "time").then_some(())
            };
            known(singular).or_else(|| known(&feminine?))?;
            // The regular plural looks the same: مدنيين، مسلحين are plural more often than dual.
            let person_plural = word.ends_with("ين") && !singular.ends_with('ت');
            let said_two = matches!(self.word(index + 1), "اثنين" | "اثنان" | "اثنتين" | "اثنتان");
            if person_plural
                && !said_two
                && !matches!(singular, "جندي" | "شخص" | "طفل" | "ضابط" | "رجل" | "صاروخ")
            {
                return None;
            }
            let end = index + 1 + usize::from(said_two);
            Some(Found { span: self.phrases.span(index, cut, end), next: end, value: 2.0, rule: "dual" })
        })
    }
}

fn last_scale(total: f64) -> f64 {
    [1e12, 1e9, 1e6, 1e3].into_iter().find(|scale| total >= *scale).unwrap_or(1.0)
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

    #[track_caller]
    fn check(marked: &str, values: &[f64]) {
        let text: String = marked.chars().filter(|c| !matches!(c, '{' | '}')).collect();
        let document = Document::new(&text);
        let found = find(&document, &[]);
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
        check("مقتل {جنديين} وإصابة {طفلتين}", &[2.0, 2.0]);
        check("القرار 1706 بمزيد", &[]);
        check("الدول الثلاث", &[]);
        check("{٨٥ دولة}", &[85.0]);
        check("مساحتها {نحو 160 ألف كيلومتر مربع} تقريبا", &[160_000.0]);
        check("نشرت {حوالى ألفي جندي}", &[2000.0]);
        check("مقتل {ثلاثة من عسكرييها}", &[3.0]);
        check("قتل {240 من الجنود السودانيين} أمس", &[240.0]);
        check("قلت له لست تحت إمرتك", &[]);
        check("لم يحجب قطرة ماء واحدة عنها", &[]);
    }
}
