//! Organisations: by name, by head noun with what makes it a name, and named after persons.
//!
//! | text | organisation | by |
//! | --- | --- | --- |
//! | البيت الأبيض الأمريكي | all of it | the list, and an adjective of nationality |
//! | القوات المسلحة السودانية | all of it | a head with its adjectives, one of nationality |
//! | حكومة بغداد | all of it | a head before a place |
//! | وزارة الدفاع الأمريكية | all of it | a head before what it is of |
//! | حزب الأمة العراقية | all of it | a head before a name |
//! | إدارة بوش | all of it | a head before a person |
//! | نفت الصحة الفلسطينية | the ministry | what it is of, and its nationality |

use super::names::{Name, Names};
use super::traits::{COMMON, Traits};
use crate::analysis::{EntityKind, Particles};
use crate::lexicon::{self, Sense, Table, field};
use crate::text::Words;

/// Marks the organisations of the lexicon, with an adjective of nationality that follows.
pub fn listed(names: &mut Names) {
    let mut index = 0;
    while index < names.reading.len() {
        let Some((words, sense)) = names.reading.longest(index, Table::Organisations) else {
            index += 1;
            continue;
        };
        let place = [Table::Countries, Table::Cities, Table::Regions]
            .iter()
            .filter_map(|table| names.reading.longest(index, *table))
            .any(|(longer, _)| longer > words);
        if place || words == 1 && is_town(names, index) {
            index += 1;
            continue;
        }
        // «الكرملين القرار الفنلندي»: another noun, with a nationality of its own.
        let told = names.traits(index + words).any(Traits::ADJECTIVE.with(Traits::NATIONALITY));
        let (end, adjective) = if told { adjectives(names, index + words, 2) } else { (index + words, None) };
        let end = if adjective.is_some() { end } else { index + words };
        let code = Some(field(sense, 0)).filter(|code| !code.is_empty());
        names.add(Name {
            first: index,
            words: end - index,
            kind: EntityKind::Organisation,
            country: adjective.flatten().or(code),
            rule: "listed-organisation",
            basis: (index, words),
        });
        index = end;
    }
}

/// Marks outlets that are called as regions are, where something is told them or by them: «للأناضول», «قال لـ«الشرق
/// الأوسط»», «لمراسل الأناضول», «ذكرت الأناضول أن».
pub fn outlets(names: &mut Names) {
    for index in 0..names.reading.len() {
        let reading = names.reading;
        let outlet = reading.longest(index, Table::Bodies).filter(|(_, sense)| field(*sense, 0) == "-");
        let Some((words, _)) = outlet.filter(|_| names.at(index).is_none()) else { continue };
        let to = |at: usize| reading.is_joined(at, Particles::LI);
        let before = |back: usize| index.checked_sub(back).map_or("", |at| reading.stem(at));
        let marked = index > 1 && names.is_quote(index - 1) && before(2).is_empty() && to(index - 2);
        let carried = matches!(before(1), "مراسل" | "مراسله" | "موفد") || before(2) == "اطلعت";
        let says = before(1).ends_with('ت') && reading.single(index - 1, Table::CueVerbs).is_some();
        // «للحياة» and «للشرق الأوسط» are told nothing.
        let told = to(index) && {
            let next = reading.stem(index + words);
            let speech = matches!(before(1), "تصريح" | "تصريحات" | "حديث" | "مقابله" | "لقاء");
            speech || matches!(next, ":" | "ان" | "انه" | "انها" | "انهم") || names.is_quote(index + words)
        };
        if told || marked || carried || says {
            names.add(Name {
                first: index,
                words,
                kind: EntityKind::Organisation,
                country: None,
                rule: "told-outlet",
                basis: (index, words),
            });
        }
    }
}

/// Whether an agency's short name is a town's here: «قنا» is one but in «وكالة الأنباء القطرية (قنا)» and behind
/// a dash, where a report says whose it is.
fn is_town(names: &Names, index: usize) -> bool {
    let told = index.checked_sub(1).is_some_and(|before| {
        let agency = names.at(before).is_some_and(|name| name.kind == EntityKind::Organisation);
        agency || matches!(names.reading.stem(before), "-" | "–" | "(" | "\"")
    });
    names.reading.single(index, Table::Cities).is_some() && !told
}

/// Passes over definite adjectives; gives where they end and, if one was of a nationality, its country.
fn adjectives(names: &Names, from: usize, most: usize) -> (usize, Option<Option<&'static str>>) {
    let mut end = from;
    let mut nationality = None;
    while end < from + most && names.continues(end) {
        let traits = names.traits(end);
        // «الهيئة السعودية»: the country's name is the adjective too.
        let taken = names.at(end).is_some_and(|name| {
            name.kind != EntityKind::Place || name.words > 1 || !traits.has(Traits::NATIONALITY)
        });
        // «الخارجية الجزائرية القائم بأعمال السفارة»: who is another.
        let office = || names.reading.longest(end, Table::Offices).is_some_and(|(words, _)| words > 1);
        if !traits.has(Traits::DEFINITE) || taken || nationality.is_some() && office() {
            break;
        }
        if traits.has(Traits::NATIONALITY) || names.reading.single(end, Table::Peoples).is_some() {
            nationality = Some(names.nationality(end));
        } else if !traits.has(Traits::ADJECTIVE)
            && (nationality.is_some() || !is_before_nationality(names, end))
        {
            break;
        }
        end += 1;
    }
    (end, nationality)
}

/// Whether a definite word of any other class stands right before an adjective of nationality: «القوات
/// المسلحة السودانية».
fn is_before_nationality(names: &Names, index: usize) -> bool {
    let (traits, next) = (names.traits(index), names.traits(index + 1));
    let nominal = traits.has(Traits::NOUN) || !traits.has(Traits::KNOWN);
    // «رفض المجلس العسكري | المبادرة الأفريقية»: what does not agree with a head or its adjective is another's.
    let agrees = !(is_masculine(names, index - 1) && names.reading.stem(index).ends_with('ه'));
    nominal
        && agrees
        && !traits.has(Traits::HEAD)
        && names.continues(index + 1)
        && next.has(Traits::DEFINITE.with(Traits::NATIONALITY))
}

/// Whether a word is masculine and singular by its shape: no «المجالس», which have adjectives as she has.
fn is_masculine(names: &Names, index: usize) -> bool {
    let stem = names.reading.stem(index);
    let adjective = names.traits(index).has(Traits::ADJECTIVE) && stem.ends_with('ي');
    adjective
        || matches!(
            stem,
            "المجلس"
                | "الاتحاد"
                | "التحالف"
                | "الحزب"
                | "الجيش"
                | "البرلمان"
                | "البنك"
                | "المصرف"
        )
}

/// Marks organisations by their head noun.
pub fn headed(names: &mut Names) {
    let mut index = 0;
    while index < names.reading.len() {
        let found = Head::at(names, index).and_then(|head| after_head(names, head));
        let next = found.map(|name| {
            let end = name.end();
            names.add(name);
            end
        });
        index = next.unwrap_or(index + 1).max(index + 1);
    }
}

/// What ministries are of, by which alone headlines call them.
static MATTERS: Words = Words::new(&[
    "الدفاع", "العدل", "النفط", "النقل", "التعليم", "الاعلام", "الاقتصاد", "الري", "العمل", "الصحه", "الماليه",
    "التجاره", "الطاقه", "التربيه", "الزراعه", "الخزانه", "الكهرباء", "الصناعه", "البييه", "الثقافه",
    "السياحه",
]);

/// Marks ministries that are called by what they are of: «نفت الصحة الفلسطينية», «الدفاع الروسية تعلن».
pub fn ministries(names: &mut Names) {
    for index in 0..names.reading.len() {
        let reading = names.reading;
        let named = MATTERS.contains(reading.stem(index))
            && reading.stem(index + 1).ends_with('ه')
            && names.traits(index + 1).has(Traits::NATIONALITY.with(Traits::DEFINITE))
            && !names.traits(index + 1).has(Traits::JOINED)
            && names.at(index).is_none();
        let cue = |at: usize| reading.single(at, Table::CueVerbs).is_some();
        let said = || index.checked_sub(1).is_some_and(|at| cue(at) && reading.stem(at).ends_with('ت'));
        let says =
            || cue(index + 2) && reading.stem(index + 2).starts_with('ت') || reading.stem(index + 2) == ":";
        if named && (said() || says()) {
            names.add(Name {
                first: index,
                words: 2,
                kind: EntityKind::Organisation,
                country: names.nationality(index + 1),
                rule: "head-with-nationality",
                basis: (index, 1),
            });
        }
    }
}

/// A head noun as it stands in the text: «وزارة», «حزب», «شركة».
#[derive(Clone, Copy)]
struct Head {
    first: usize,
    words: usize,
    sense: Sense,
}

impl Head {
    fn at(names: &Names, first: usize) -> Option<Self> {
        let (words, sense) = names.reading.longest(first, Table::OrganisationHeads)?;
        names.at(first).is_none().then_some(Head { first, words, sense })
    }

    /// What makes it a name, as the table's header has it.
    fn kind(self) -> &'static str {
        field(self.sense, 0)
    }

    fn is_institution(self) -> bool {
        field(self.sense, 1) == "institution"
    }

    fn is_definite(self) -> bool {
        self.sense.form == 1
    }

    /// The word behind it.
    fn end(self) -> usize {
        self.first + self.words
    }

    /// The organisation that it begins.
    fn name(self, end: usize, country: Option<&'static str>, rule: &'static str) -> Name {
        Name {
            first: self.first,
            words: end - self.first,
            kind: EntityKind::Organisation,
            country,
            rule,
            basis: (self.first, self.words),
        }
    }
}

/// The name that a head makes with what follows.
fn after_head(names: &Names, head: Head) -> Option<Name> {
    match head.kind() {
        "none" => None,
        "outside" | "platform" if head.is_definite() => None,
        // «منصة الحفر» is no name, «منصة باينانس» is.
        "platform" if names.traits(head.end()).any(Traits::KNOWN.with(Traits::DEFINITE)) => None,
        "outside" | "platform" => outside(names, head),
        _ if head.is_definite() => by_adjectives(names, head),
        "idafa" => complement(names, head.end())
            .map(|(end, country)| head.name(end, country, "head-with-complement")),
        "both" | "adj" | "portfolio" | "close" => before_name(names, head),
        _ => in_marks(names, head)
            .or_else(|| of_land(names, head))
            .or_else(|| of_matters(names, head))
            .or_else(|| of_members(names, head))
            .or_else(|| of_people(names, head))
            .or_else(|| of_told_place(names, head))
            .or_else(|| {
                named(names, head.end()).map(|(end, country)| head.name(end, country, "head-before-name"))
            }),
    }
}

/// «حزب مصر القوية»: a place, and an adjective that is told of it and not of the head.
fn of_told_place(names: &Names, head: Head) -> Option<Name> {
    let place = names.beginning(head.end()).filter(|name| name.kind == EntityKind::Place)?;
    let told = place.end();
    let traits = names.traits(told);
    let feminine = |at: usize| names.reading.stem(at).ends_with('ه');
    let fits = names.continues(told)
        && traits.has(Traits::DEFINITE)
        && !traits.any(Traits::NATIONALITY.with(Traits::JOINED))
        && feminine(told)
        && !feminine(head.end() - 1);
    fits.then(|| head.name(told + 1, place.country, "head-with-complement"))
}

/// A head with the article, and its adjectives: «القوات المسلحة السودانية», «المجلس الأعلى للقضاء».
fn by_adjectives(names: &Names, head: Head) -> Option<Name> {
    // «وزير الخارجية المصري»: the portfolio is the minister's, the adjective too.
    let minister =
        head.first.checked_sub(1).is_some_and(|before| names.reading.stem(before).starts_with("وزير"));
    if head.kind() == "portfolio" && minister && !names.traits(head.first).has(Traits::JOINED) {
        return None;
    }
    let from = head.end();
    let most = if head.kind() == "close" { 1 } else { 4 };
    let (end, nationality) = adjectives(names, from, most);
    if let Some(country) = nationality {
        let end = if head.is_institution() { purpose(names, end).0 } else { end };
        return Some(head.name(end, country, "head-with-nationality"));
    }
    let ranked = head.is_institution() && end > from && names.reading.single(from, Table::Ranks).is_some();
    ranked.then(|| {
        let (end, country) = purpose(names, end);
        head.name(end, country, "head-with-rank")
    })
}

/// A head right before a name: «حكومة بغداد». خارجية، استخبارات … without article want «الأمريكية» with it: that
/// is another phrase.
fn before_name(names: &Names, head: Head) -> Option<Name> {
    let of = names.beginning(head.end()).filter(|_| names.continues(head.end()))?;
    match of.kind {
        // An adjective that agrees with the head: «قوة الأمم المتحدة المؤقتة».
        EntityKind::Organisation if head.kind() == "both" => {
            Some(head.name(adjectives(names, of.end(), 2).0, of.country, "head-before-organisation"))
        }
        EntityKind::Place => Some(head.name(of.end(), of.country, "head-before-place")),
        _ => None,
    }
}

/// «مصرف ليبيا المركزي», «هيئة قناة السويس», «جامعة بغداد»
fn of_land(names: &Names, head: Head) -> Option<Name> {
    let from = head.end();
    let land =
        names.beginning(from).filter(|name| name.kind == EntityKind::Place && names.continues(from))?;
    let end = land.end();
    let ranked = names.continues(end) && names.reading.single(end, Table::Ranks).is_some();
    // «بنك قطر غاز», «اتحاد الكونغو الديمقراطي» and «بنك قطر للتنمية» go on.
    let next = names.traits(end);
    let purpose = || names.reading.is_joined(end, Particles::LI);
    let more = || !next.has(Traits::KNOWN) || next.any(Traits::HEAD) || purpose();
    let adjective = next.has(Traits::DEFINITE.with(Traits::ADJECTIVE)) && !next.has(Traits::NOUN);
    let ends = !names.continues(end) || !(adjective || more());
    (ranked || BY_PLACE.contains(names.reading.stem(head.first)) && ends)
        .then(|| head.name(end + usize::from(ranked), land.country, "head-before-place"))
}

/// Bodies that are called by the place they are for; «جامعة بغداد» and «محكمة بعقوبة» are in it.
static BY_PLACE: Words =
    Words::new(&["هييه", "اتحاد", "نقابه", "جمعيه", "غرفه", "بنك", "مصرف", "لجنه", "سلطه"]);

/// «شركة النفط الوطنية الفنزويلية» and «لجنة الزراعة والمياه النيابية» are called so whole, «شركة تويوتا» is not.
fn of_matters(names: &Names, head: Head) -> Option<Name> {
    let from = head.end();
    let of = names.traits(from);
    // «طيران» heads names of its own, and is what others are of.
    let other = names.reading.single(from, Table::OrganisationHeads);
    let noun = of.has(Traits::DEFINITE)
        && other.is_none_or(|other| field(other, 0) == "adj")
        && (of.any(Traits::NOUN.with(Traits::HEAD)) || !of.has(Traits::KNOWN));
    if !noun {
        return None;
    }
    let (end, nationality) = adjectives(names, from + 1, 3);
    if let (None, Some(Some(country))) = (names.at(from), nationality) {
        return Some(head.name(end, Some(country), "head-with-nationality"));
    }
    two_matters(names, from).map(|end| head.name(end, None, "head-with-complement"))
}

/// «جمعية مصارف لبنان», «هيئة ميناء طنجة»: of those and that which a country or city has.
fn of_members(names: &Names, head: Head) -> Option<Name> {
    let from = head.end();
    let of = names.traits(from);
    let people = names.reading.single(from, Table::Standing).is_some();
    let members = head.is_institution()
        && (of.has(Traits::NOUN) || people)
        && !of.any(Traits::DEFINITE.with(Traits::HEAD))
        // «مركز مدينة غزة» is a place.
        && (BY_PLACE.contains(names.reading.stem(head.first))
            || names.reading.single(from, Table::PlaceHeads).is_none())
        && names.continues(from)
        && names.continues(from + 1);
    let land = names.beginning(from + 1).filter(|name| members && name.kind == EntityKind::Place)?;
    // «لجنة أطباء السودان المركزية»
    let ranked = names.continues(land.end()) && names.reading.single(land.end(), Table::Ranks).is_some();
    Some(head.name(land.end() + usize::from(ranked), land.country, "head-with-complement"))
}

/// «نقابة المعلمين», «نقابة عمال التعدين البنمية», «رابطة الأندية»: of those whom a union unites.
fn of_people(names: &Names, head: Head) -> Option<Name> {
    let union = matches!(names.reading.stem(head.first), "نقابه" | "رابطه" | "جمعيه" | "اتحاد" | "فدراليه");
    let noun = |at: usize| {
        let traits = names.traits(at);
        let people = names.reading.single(at, Table::Standing).is_some();
        let nominal = traits.has(Traits::NOUN) || people || !traits.has(Traits::KNOWN);
        let other = traits.any(Traits::FUNCTION.with(Traits::NATIONALITY).with(Traits::HEAD));
        names.continues(at) && names.at(at).is_none() && nominal && !other
    };
    let definite = |at: &usize| !noun(*at) || names.traits(*at).has(Traits::DEFINITE);
    let last = (head.end()..head.end() + 3).find(definite).filter(|at| union && noun(*at))?;
    let further = (last + 1..).find(|at| !is_further_purpose(names, *at)).unwrap_or(last + 1);
    let (end, nationality) = adjectives(names, further, 2);
    Some(head.name(end, nationality.flatten(), "head-with-complement"))
}

/// Where «لجنة الزراعة والمياه النيابية» ends, of what follows its head: two matters, and the adjective is
/// the body's.
fn two_matters(names: &Names, from: usize) -> Option<usize> {
    is_further_purpose(names, from + 1).then_some(())?;
    let adjective = from + 2;
    let (end, _) = adjectives(names, adjective, 1);
    (end > adjective && names.reading.single(adjective, Table::Ranks).is_some()).then_some(end)
}

/// The name after a word that stays outside: «صحيفة هآرتس», «قناة "المسيرة"», «موقع أكسيوس».
fn outside(names: &Names, head: Head) -> Option<Name> {
    let quoted = names.is_quote(head.end());
    let first = head.end() + usize::from(quoted);
    let end = if quoted {
        names.closing(first, 5)?
    } else {
        // «صحيفة الشرق الأوسط» is no place, «قناة السويس» and «موقع بوشهر» are.
        let paper = matches!(names.reading.stem(head.first), "صحيفه" | "مجله" | "جريده");
        match names.beginning(first) {
            Some(name) if paper && name.kind == EntityKind::Place && names.continues(first) => name.end(),
            Some(_) => return None,
            None => proper(names, first),
        }
    };
    let (end, adjective) = if quoted { (end, None) } else { adjectives(names, end, 1) };
    (end > first).then(|| Name {
        first,
        words: end - first,
        ..head.name(end, adjective.flatten(), "name-after-head")
    })
}

/// The end of one definite word or of up to three unknown ones.
fn proper(names: &Names, first: usize) -> usize {
    let unknown = |index: usize| {
        let traits = names.traits(index);
        names.continues(index)
            && !traits.any(Traits::KNOWN.with(Traits::DEFINITE))
            && names.at(index).is_none()
    };
    let traits = names.traits(first);
    let noun = traits.has(Traits::NOUN) || !traits.any(COMMON.with(Traits::NATIONALITY));
    if names.continues(first)
        && traits.has(Traits::DEFINITE)
        && noun
        && names.reading.single(first, Table::Peoples).is_none()
    {
        return first + 1;
    }
    (first..first + 3).find(|index| !unknown(*index)).unwrap_or(first + 3)
}

/// A name in quotation marks: «حركة "النهضة"», not «شركة "لا تملك شيئا"».
fn in_marks(names: &Names, head: Head) -> Option<Name> {
    // «برنامج «أصل الكلمة»» is broadcast.
    (names.is_quote(head.end()) && names.reading.stem(head.first) != "برنامج").then_some(())?;
    let first = head.end() + 1;
    let close = names.closing(first, 5)?;
    // «حركة «أمل»»
    let one = close == first + 1 && !names.reading.stem(first).ends_with('ت');
    let own = |at: usize| {
        let traits = names.traits(at);
        let noun = traits.any(COMMON.with(Traits::NATIONALITY).with(Traits::DEFINITE))
            && !traits.has(Traits::FUNCTION);
        let said = traits.has(Traits::VERB) && !traits.has(Traits::NOUN) && !one;
        traits.has(Traits::WORD) && (noun && !said || !traits.has(Traits::KNOWN))
    };
    (close > first && (first..close).all(own)).then(|| {
        let country = adjectives(names, close + 1, 1).1.flatten();
        Name { first, words: close - first, ..head.name(close, country, "name-after-head") }
    })
}

/// What a body is for, after ل: «للطيران المدني السعودية», «لحقوق الإنسان»; a nationality after it.
fn purpose(names: &Names, from: usize) -> (usize, Option<&'static str>) {
    let joined = names.reading.is_joined(from, Particles::LI);
    let traits = names.traits(from);
    // «للطيران المدني», not «لمنظمة التحرير», which is another body.
    let nominal = traits.any(Traits::NOUN.with(Traits::PLACE))
        || traits.has(Traits::HEAD.with(Traits::DEFINITE))
        || names.reading.single(from, Table::Standing).is_some()
        || !traits.has(Traits::KNOWN);
    if !joined || !nominal || traits.any(Traits::GIVEN) {
        return (from, None);
    }
    let mut end = from + 1;
    if !traits.has(Traits::DEFINITE) {
        let next = names.traits(end);
        if !names.continues(end) || !next.has(Traits::DEFINITE) {
            return (from, None);
        }
        end += 1;
    } else {
        // «للديمقراطية والاشتراكية», «للتربية والثقافة والعلوم»
        while is_further_purpose(names, end) {
            end += 1;
        }
    }
    let (end, nationality) = adjectives(names, end, 3);
    (end, nationality.flatten())
}

/// A definite noun after «و» that goes on what a body is for: no other body, and nobody.
fn is_further_purpose(names: &Names, index: usize) -> bool {
    let and = names.reading.is_joined(index, Particles::AND);
    let traits = names.traits(index);
    let noun = traits.has(Traits::NOUN) || !traits.has(Traits::KNOWN);
    let other = traits.any(Traits::HEAD.with(Traits::OFFICE).with(Traits::PLACE).with(Traits::NATIONALITY));
    and && noun && !other && traits.has(Traits::DEFINITE) && names.at(index).is_none()
}

/// What a ministry or council is of: definite nouns, joined by و, and their adjectives.
fn complement(names: &Names, from: usize) -> Option<(usize, Option<&'static str>)> {
    let mut end = from;
    let mut country = None;
    while end < from + 6 {
        let traits = names.traits(end);
        if !traits.has(Traits::WORD) {
            break;
        }
        let joined = traits.has(Traits::JOINED);
        let and = names.reading.is_joined(end, Particles::AND);
        if joined && !(and && end > from) {
            break;
        }
        if let (true, Some(name)) = (end == from, names.beginning(end)) {
            country = name.country;
            end = name.end();
            continue;
        }
        let nominal = traits
            .any(Traits::NOUN.with(Traits::ADJECTIVE).with(Traits::NATIONALITY).with(Traits::HEAD))
            || !traits.has(Traits::KNOWN);
        if !traits.has(Traits::DEFINITE) || !nominal {
            break;
        }
        // «نفت وزارة الدفاع الأمريكية الاتهامات»: its nationality ends it, but for adjectives.
        let adjective = traits.any(Traits::ADJECTIVE.with(Traits::NATIONALITY));
        if country.is_some() && (joined || !adjective) {
            break;
        }
        // «دعت وزارة الصحة السكان إلى التبرع»: a second noun is somebody else.
        let stem = names.reading.stem(end);
        let told = adjective || !traits.has(Traits::KNOWN) && stem.ends_with(['ي', 'ه']);
        let people = stem.ends_with("ين") && !traits.has(Traits::NATIONALITY);
        let several = stem.ends_with("ات") || people;
        if end > from && !joined && (!told || several) {
            break;
        }
        country = country.or(names.nationality(end));
        end += 1;
    }
    (end > from).then_some((end, country))
}

/// «الثلاثاء»; without the article such words are numbers and other nouns.
pub fn is_weekday(stem: &str) -> bool {
    let day = stem.strip_prefix("ال").and_then(lexicon::lookup);
    day.is_some_and(|found| found.senses().any(|sense| sense.table == Table::Weekdays))
}

/// A name after حزب، حركة، شركة …: a listed place, unknown words, or definite words.
fn named(names: &Names, from: usize) -> Option<(usize, Option<&'static str>)> {
    let mut end = from;
    let mut country = None;
    while end < from + 5 && names.continues(end) {
        let traits = names.traits(end);
        if traits.any(Traits::VERB.with(Traits::FUNCTION)) && !traits.has(Traits::DEFINITE) {
            break;
        }
        // «وكالة الأمن البحري الباكستانية | الثلاثاء»
        if end > from && is_weekday(names.reading.stem(end)) {
            break;
        }
        if let Some(name) = names.beginning(end) {
            if end > from && name.kind != EntityKind::Place {
                break;
            }
            country = country.or(name.country);
            end = name.end();
            continue;
        }
        let unknown = !traits.has(Traits::KNOWN);
        let definite = traits.has(Traits::DEFINITE);
        // «رئيس ديوان الحكومة غيرغلي غولياش»: what nobody knows behind a common noun is who holds the office.
        let closed = end > from && names.traits(end - 1).has(Traits::KNOWN.with(Traits::DEFINITE));
        let held = from.checked_sub(2).is_some_and(|at| names.traits(at).has(Traits::OFFICE));
        if unknown && !definite && closed && held {
            break;
        }
        let stem = names.reading.stem(end);
        // «شركة كاردينوفا | أخفت الحوادث»: a verb that nobody knows.
        let verb = stem.ends_with('ت') && !stem.ends_with("ات") && stem.chars().count() > 3;
        if end > from && unknown && !definite && verb {
            break;
        }
        // «وعدت شركة الكهرباء | المشتركين بتعويضات»
        let people = stem.ends_with("ين") && !traits.has(Traits::NATIONALITY);
        if closed && !unknown && definite && people {
            break;
        }
        let common = traits.any(COMMON);
        if !(definite
            || unknown
            || (end == from && traits.any(Traits::GIVEN.with(Traits::FAMILY)) && !common))
        {
            break;
        }
        country = country.or(names.nationality(end));
        end += 1;
    }
    (end > from).then_some((end, country))
}

/// Marks governments and forces named after a person: «حكومة السنيورة», «إدارة بوش».
pub fn of_persons(names: &mut Names) {
    const HEADS: &[&str] = &["حكومه", "اداره", "قوات", "جيش", "حكومتي"];
    for index in 0..names.reading.len() {
        if !HEADS.contains(&names.reading.stem(index)) || names.at(index).is_some() {
            continue;
        }
        let titled = names.reading.longest(index + 1, Table::Honorifics).map_or(0, |(words, _)| words);
        let person = [0, titled].into_iter().find_map(|skip| {
            names.beginning(index + 1 + skip).filter(|name| name.kind == EntityKind::Person)
        });
        if let Some((end, country)) = person.map(|person| (person.end(), person.country)) {
            names.add(Name {
                first: index,
                words: end - index,
                kind: EntityKind::Organisation,
                country,
                rule: "head-before-person",
                basis: (index, 1),
            });
        }
    }
}
