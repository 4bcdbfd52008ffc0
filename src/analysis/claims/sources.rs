//! Noun phrases that name a source: office, name, apposition, several together.
//!
//! | phrase | speaker |
//! | --- | --- |
//! | المتحدث باسم الجيش اللبناني العميد فلان الفلاني | فلان الفلاني |
//! | متحدث البنتاغون، باتريك رايدر، | باتريك رايدر |
//! | مصدر مقرب من الأمم المتحدة | مصدر مقرب من الأمم المتحدة |
//! | وزارة الدفاع الأمريكية “البنتاغون” | وزارة الدفاع الأمريكية |
//! | شهود عيان وسكان | شهود عيان وسكان |

use super::cues;
use super::scene::Scene;
use super::words::{is_adverb, is_complementizer, is_event, is_outlet, is_preposition};
use crate::analysis::sides::{Kinds, kinds};
use crate::analysis::{Entity, EntityKind, Particles, Reference};
use crate::lexicon::{self, Table};
use crate::text::TokenKind;

/// A source named in the text.
#[derive(Clone, Debug)]
pub struct Source {
    pub reference: Reference,
    /// Its first token, and the token after all of it.
    pub first: usize,
    pub next: usize,
    /// Whether verbs agree with it in the feminine; nothing where its words do not tell.
    pub feminine: Option<bool>,
    pub plural: bool,
    /// A person, or whoever holds an office.
    pub person: bool,
    /// An outlet of news: it may only pass words on.
    pub outlet: bool,
    /// It is a body: a state's, a group.
    pub body: bool,
    /// Its head is a word for somebody who speaks; without that it is any noun.
    pub speaks: bool,
}

/// Words of a noun phrase at most.
const LONGEST: usize = 16;

/// Reads a noun phrase that names a source from `first` on.
pub fn read(scene: &Scene, first: usize, end: usize) -> Option<Source> {
    let head = head(scene, first, false)?;
    phrase(scene, head, first, end)
}

/// Reads one that a joined particle governs: «وفقا للجيش».
pub fn read_joined(scene: &Scene, first: usize, end: usize) -> Option<Source> {
    let head = head(scene, first, true)?;
    phrase(scene, head, first, end)
}

fn phrase(scene: &Scene, head: Head, first: usize, end: usize) -> Option<Source> {
    let end = end.min(first + LONGEST);
    if !head.office
        && scene.name_at(first).is_none()
        && let Some(found) = unknown(scene, first, first)
    {
        return Some(found);
    }
    let mut index = first;
    let mut person: Option<(&Entity, usize)> = None;
    let mut body: Option<(&Entity, usize)> = None;
    let mut closed = false;
    while index < end {
        if let Some((entity, next)) = scene.name_at(index) {
            if index > first && follows_on(scene, index) {
                break;
            }
            // «الأمم المتحدة فولكر»: after a name only a person's follows on.
            if body.is_some_and(|(_, at)| at == first)
                && index > first
                && !matches!(scene.stem(index.saturating_sub(1)), "في" | "لدي" | "باسم" | "\"")
            {
                break;
            }
            if entity.kind == EntityKind::Person {
                if matches!(scene.folded(index.saturating_sub(1)), "باسم" | "مكتب" | "حكومه" | "محامي")
                    && index > first
                {
                    index = next;
                    continue;
                }
                person = Some((entity, index));
                index = next;
                break;
            }
            body.get_or_insert((entity, index));
            index = next;
            closed = true;
            continue;
        }
        match scene.kind(index) {
            TokenKind::Quote => {
                // «“البنتاغون”», «كتائب “…”»: a name in quotation marks; its closing mark.
                let opens = scene.closing(index).is_some_and(|close| close <= index + 6);
                let named = scene.name_at(index + 1).is_some() || index > first;
                if opens
                    && named
                    && scene.closing(index).is_some_and(|c| {
                        c <= index + 4 || scene.name_at(index + 1).is_some_and(|(_, n)| n >= c)
                    })
                    && !speech(scene, index)
                {
                    let close = scene.closing(index).unwrap_or(index);
                    if let Some((entity, _)) = scene.name_at(index + 1) {
                        if entity.kind == EntityKind::Person {
                            break;
                        }
                        body.get_or_insert((entity, index + 1));
                    }
                    index = close + 1;
                    continue;
                }
                break;
            }
            TokenKind::Word => {}
            TokenKind::Number if index == first => {}
            _ if scene.folded(index) == "(" && index > first => {
                let Some(close) = (index..end).find(|i| scene.folded(*i) == ")") else { break };
                index = close + 1;
                continue;
            }
            _ => break,
        }
        if index > first && !modifies(scene, index, first, closed) {
            break;
        }
        if is_link(scene, index) && index > first {
            index += 1;
            continue;
        }
        closed |= index > first && scene.reading.word(index).is_some_and(|w| w.definite);
        index += 1;
    }
    if index == first {
        return None;
    }
    if person.is_none()
        && let Some(found) = unknown(scene, first, index)
    {
        return Some(found);
    }
    let named_head =
        body.filter(|(_, at)| *at == first || (*at == first + 1 && scene.kind(first) == TokenKind::Quote));
    let mut last = index;
    let mut plural = head.plural;
    if let Some((_, at)) = person {
        last = apposition(scene, last, at);
    } else if let Some((entity, at, next)) = name_in_apposition(scene, index) {
        person = Some((entity, at));
        last = apposition(scene, next, at);
    }
    // «موسكو وطهران»، «الوزير ونظيره»: several.
    let mut whole = index;
    if person.is_none() {
        while let Some(other) = joined(scene, whole, end + 8) {
            plural = true;
            whole = other;
            last = other;
        }
    }
    let reference = match (person, named_head) {
        (Some((entity, _)), _) => scene.entity_reference(entity),
        (None, Some((entity, _))) if whole == index => scene.entity_reference(entity),
        _ => scene.reference(first, whole),
    };
    let feminine = match person {
        Some((entity, at)) => gender_of_person(scene, entity, at, first),
        None => head.feminine,
    };
    Some(Source {
        reference,
        first,
        next: last,
        feminine,
        plural,
        person: person.is_some() || head.office,
        outlet: head.outlet,
        body: kinds(scene.stem(first)).any(Kinds::STATE.or(Kinds::GROUP)),
        speaks: head.speaks || person.is_some() || quoted_name(scene, body, first),
    })
}

/// «تشكيل “المقاومة”», «حساب «كذا»»: whatever bears a name in quotation marks.
fn quoted_name(scene: &Scene, body: Option<(&Entity, usize)>, first: usize) -> bool {
    body.is_some_and(|(_, at)| at == first + 2 && scene.kind(first + 1) == TokenKind::Quote)
}

fn definite(scene: &Scene, index: usize) -> bool {
    scene.reading.word(index).is_some_and(|word| word.definite) || scene.name_at(index).is_some()
}

fn unknown(scene: &Scene, first: usize, index: usize) -> Option<Source> {
    let (name, next) = unknown_person(scene, first, index)?;
    Some(Source {
        reference: scene.reference(name.0, name.1),
        first,
        next,
        feminine: Some(false),
        plural: false,
        person: true,
        outlet: false,
        body: false,
        speaks: true,
    })
}

/// A person whose name nobody knows, by the office in apposition: «سفير غانا، نانا إيفا،», «مثال الآلوسي رئيس
/// حزب الأمة»; his words, and the token after all.
fn unknown_person(scene: &Scene, first: usize, index: usize) -> Option<((usize, usize), usize)> {
    let office = |at: usize| {
        let known =
            scene.reading.single(at, Table::Offices).is_some() || kinds(scene.stem(at)).any(Kinds::OFFICE);
        known && scene.reading.word(at).is_some_and(|w| w.particles.is_empty())
    };
    if office(first) && !scene.is_comma(index) {
        // «نائب رئيس مجلس السيادة مالك عقار إنه»: two to four bare words up to the content.
        // Bare words that were taken for the phrase's own begin the name.
        let mut index = index;
        while index > first + 1 && !definite(scene, index - 1) && scene.is_word(index - 1) {
            index -= 1;
        }
        let end = (index..index + 5).find(|at| {
            if matches!(scene.folded(*at), "قد" | "في") || cues::at(scene, *at).is_some() {
                return true;
            }
            is_complementizer(scene.folded(*at))
                || scene.is_comma(*at)
                || scene.folded(*at) == ":"
                || scene.closing(*at).is_some()
        })?;
        let bare = |at: usize| {
            scene.is_word(at)
                && !is_preposition(scene.folded(at))
                && !is_adverb(scene.folded(at))
                && !is_event(scene.stem(at))
                && scene.reading.word(at).is_some_and(|w| w.particles.is_empty() || !w.certain)
                && cues::at(scene, at).is_none()
                && !is_finite(scene, at)
                && scene.date_at(at).is_none()
                && kinds(scene.stem(at)) == Kinds::default()
        };
        let told = index > first && (first..index).any(|at| definite(scene, at));
        let name = told && end >= index + 2 && (index..end).all(bare) && !definite(scene, index);
        return name.then_some(((index, end), if scene.is_comma(end) { end + 1 } else { end }));
    }
    if office(first) {
        let start = scene.is_comma(index).then_some(index + 1)?;
        let end = (start..start + 6).find(|at| !is_unknown(scene, *at) && scene.folded(*at) != "-")?;
        let closes = scene.is_comma(end)
            || is_complementizer(scene.folded(end))
            || scene.closing(end).is_some()
            || matches!(scene.folded(end), "الذي" | "التي" | "في" | ":");
        return (end >= start + 2 && closes)
            .then_some(((start, end), if scene.is_comma(end) { end + 1 } else { end }));
    }
    let plain = |at: usize| {
        scene.is_word(at)
            && scene.name_at(at).is_none()
            && !is_preposition(scene.folded(at))
            && kinds(scene.stem(at)) == Kinds::default()
            && cues::at(scene, at).is_none()
    };
    let at = (first + 2..first + 4).find(|at| office(*at))?;
    let names = (first..at).all(plain) && (first..at).any(|i| is_unknown(scene, i));
    (names && !scene.reading.word(at)?.definite).then(|| ((first, at), apposition(scene, at, first)))
}

/// What the first word tells.
struct Head {
    feminine: Option<bool>,
    plural: bool,
    office: bool,
    outlet: bool,
    speaks: bool,
}

/// The first word of a phrase, if a phrase may begin with it.
fn head(scene: &Scene, first: usize, joined: bool) -> Option<Head> {
    let word = scene.reading.word(first)?;
    let name = scene.name_at(first);
    let quoted = scene.kind(first) == TokenKind::Quote && scene.name_at(first + 1).is_some();
    let folded = scene.folded(first);
    let governed = !joined && !word.particles.is_empty() && word.particles != Particles::AND && word.certain;
    if governed || (name.is_none() && !quoted && !scene.is_word(first)) {
        return None;
    }
    let stem = scene.stem(first);
    let plain = name.is_none() && !quoted;
    if plain
        && (is_preposition(folded)
            || is_preposition(stem)
            || is_complementizer(folded)
            || is_adverb(folded)
            || scene.date_at(first).is_some()
            || is_demonstrative(stem)
            || cues::at(scene, first).is_some())
    {
        return None;
    }
    // «دولا», «مقترحا»: the accusative is no subject.
    if plain && !word.definite && is_accusative(stem) {
        return None;
    }
    let kind = kinds(stem);
    let bare = stem.strip_prefix("ال").unwrap_or(stem);
    let offices = scene.reading.single(first, Table::Offices).is_some();
    let feminine = match name {
        Some((entity, _)) if entity.kind == EntityKind::Place => (!is_masculine_place(bare)).then_some(true),
        Some((entity, next))
            if entity.kind == EntityKind::Organisation && next == first + 1 && kind == Kinds::default() =>
        {
            let _ = entity;
            bare.ends_with('ه').then_some(true)
        }
        _ if quoted => None,
        _ if kind.any(Kinds::OFFICE) && !bare.ends_with('ه') && !is_feminine_plural(bare) => Some(false),
        _ => Some(
            bare.ends_with('ه') && !matches!(bare, "خليفه" | "نوابه" | "طلبه")
                || bare.ends_with("ات")
                || is_feminine_plural(bare),
        ),
    };
    let plural =
        bare.ends_with("ون") || bare.ends_with("ين") && !matches!(bare, "امين") || is_broken_plural(bare);
    let nation = word.definite && scene.reading.single(first, Table::Nationalities).is_some();
    Some(Head {
        feminine: if plural && !is_feminine_plural(bare) && !bare.ends_with("ات") {
            None
        } else {
            feminine
        },
        plural,
        office: kind.any(Kinds::OFFICE) || offices,
        outlet: kind.any(Kinds::MEDIA) || is_outlet(stem),
        speaks: name.is_some()
            || quoted
            || offices
            || nation
            || is_speaker(bare)
            || kind.any(
                Kinds::OFFICE
                    .or(Kinds::CIVIL)
                    .or(Kinds::MEDIA)
                    .or(Kinds::GROUP)
                    .or(Kinds::STATE)
                    .or(Kinds::OPPOSITION),
            )
            || (word.definite && kind.any(Kinds::RESOLUTION)),
    })
}

/// An indefinite accusative: the word without its alif is a common one.
fn is_accusative(stem: &str) -> bool {
    let common = |word: &str| {
        lexicon::lookup(word).is_some_and(|found| {
            found
                .senses()
                .any(|sense| matches!(sense.table, Table::Common | Table::Standing | Table::Offices))
        })
    };
    stem.chars().count() >= 4 && stem.strip_suffix('ا').is_some_and(common)
}

/// Others who speak, beside offices, bodies and the press.
fn is_speaker(bare: &str) -> bool {
    matches!(
        bare,
        "بيان"
            | "تقرير"
            | "بعض"
            | "بعضهم"
            | "كثيرون"
            | "اخرون"
            | "اثنان"
            | "طرفان"
            | "جانبان"
            | "رجل"
            | "امراه"
            | "سيده"
            | "سيد"
            | "شركه"
            | "شركات"
            | "مجموعه"
            | "ناد"
            | "نادي"
            | "دول"
            | "دوله"
            | "اهالي"
            | "ناس"
            | "اقليم"
            | "دراسه"
            | "وثيقه"
            | "وثايق"
            | "متحدثون"
            | "شخص"
            | "احد"
            | "احدهم"
            | "معلقون"
            | "مغردون"
    )
}

fn is_feminine_plural(bare: &str) -> bool {
    matches!(
        bare,
        "مصادر"
            | "وسايل"
            | "دواير"
            | "صحف"
            | "دول"
            | "قوي"
            | "فصايل"
            | "كتايب"
            | "سرايا"
            | "حماس"
            | "فتح"
            | "امم"
            | "نساء"
            | "تقارير"
            | "وثايق"
            | "جهات"
            | "اطراف"
            | "قوات"
            | "سلطات"
    )
}

fn is_broken_plural(bare: &str) -> bool {
    matches!(
        bare,
        "شهود"
            | "سكان"
            | "اهالي"
            | "خبراء"
            | "وزراء"
            | "روساء"
            | "قاده"
            | "زعماء"
            | "نواب"
            | "نشطاء"
            | "سفراء"
            | "كتاب"
            | "اعضاء"
            | "محامو"
            | "ممثلو"
            | "مسوولو"
            | "نايبان"
            | "وزيرا"
            | "طرفا"
            | "رييسا"
    )
}

/// Countries and capitals with which verbs agree in the masculine too.
fn is_masculine_place(bare: &str) -> bool {
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

fn is_demonstrative(stem: &str) -> bool {
    matches!(
        stem,
        "هذا"
            | "هذه"
            | "ذلك"
            | "تلك"
            | "هولاء"
            | "كل"
            | "جميع"
            | "ضروره"
            | "مقتل"
            | "وجود"
            | "عدم"
    )
}

/// Whether a word that follows inside the phrase still belongs to it.
fn modifies(scene: &Scene, index: usize, first: usize, closed: bool) -> bool {
    let Some(word) = scene.reading.word(index) else { return false };
    let folded = scene.folded(index);
    if is_complementizer(folded)
        || scene.date_at(index).is_some()
        || is_adverb(folded)
        || scene.closing(index).is_some()
    {
        return false;
    }
    if is_link(scene, index) {
        return true;
    }
    if is_preposition(folded)
        || (cues::at(scene, index).is_some() && !word.definite && !closed_name(scene, index))
    {
        return false;
    }
    // «مسؤول بالبيت الأبيض», «الأمين العام للأمم المتحدة»: an office's particles; «للصحفيين» is no such.
    if !word.particles.is_empty() && word.certain {
        let office = scene.reading.single(first, Table::Offices).is_some()
            || kinds(scene.stem(first)).any(Kinds::OFFICE);
        let of = (word.particles.has(Particles::LI) || word.particles.has(Particles::BI))
            && !word.particles.has(Particles::AND);
        let name = scene.name_at(index).is_some() || word.definite;
        return of && office && name && !is_outlet(scene.stem(index)) && !outlet_name(scene, index);
    }
    if is_event(scene.stem(index)) {
        return false;
    }
    // A name is complete: after it only what is said of its time or nation belongs to it.
    if scene.name_at(first).is_some_and(|(e, next)| e.kind != EntityKind::Person && next <= index) {
        return word.definite
            && (scene.reading.single(index, Table::Nationalities).is_some()
                || scene.reading.single(index, Table::Common).is_some_and(|sense| sense.form == 1)
                || kinds(scene.stem(index)).any(Kinds::PLAIN.or(Kinds::FORMER).or(Kinds::OPPOSITION)));
    }
    // «آخرون العودة»: such a plural has no genitive.
    if index == first + 1 && word.definite && scene.stem(first).ends_with("ون") && !definite(scene, first) {
        return false;
    }
    // «عائلات المحتجزين الحكومة»: after a definite word a definite noun is another phrase.
    if word.definite && (closed || definite(scene, first)) && !is_link(scene, index - 1) {
        let kind = kinds(scene.stem(index));
        let mut senses = scene.reading.senses(index).filter(|s| s.table == Table::Common).peekable();
        let noun = senses.peek().is_some() && senses.all(|sense| sense.form == 0);
        let told = Kinds::OFFICE.or(Kinds::PLAIN).or(Kinds::FORMER).or(Kinds::OFFICIAL);
        if (noun || kind.any(Kinds::STATE)) && !kind.any(told) {
            return false;
        }
    }
    if closed && !word.definite && scene.reading.single(index, Table::Nationalities).is_none() {
        // After «الرئيس الصومالي السابق» a bare word is a name that nobody knows, or what the sentence goes on with.
        return is_unknown(scene, index) || kinds(scene.stem(index)).any(Kinds::OFFICE);
    }
    !is_finite(scene, index)
}

fn closed_name(scene: &Scene, index: usize) -> bool {
    scene.name_at(index).is_some()
}

fn outlet_name(scene: &Scene, index: usize) -> bool {
    scene.name_at(index).is_some_and(|(entity, next)| {
        entity.kind == EntityKind::Organisation && kinds(scene.stem(index)).any(Kinds::MEDIA) || {
            let quote = scene.kind(index.saturating_sub(1)) == TokenKind::Quote;
            quote && next > index
        }
    })
}

/// A word that the lexicon does not know: part of a name, mostly.
pub fn is_unknown(scene: &Scene, index: usize) -> bool {
    scene.is_word(index)
        && scene.reading.single(index, Table::Common).is_none()
        && scene.reading.single(index, Table::Function).is_none()
        && scene.reading.single(index, Table::CueVerbs).is_none()
}

/// A verb of the lexicon that is nothing else.
pub fn is_finite(scene: &Scene, index: usize) -> bool {
    let verb = |sense: &crate::lexicon::Sense| sense.table == Table::Common && sense.form == 2;
    let mut senses = scene.reading.senses(index).filter(|s| s.table == Table::Common).peekable();
    senses.peek().is_some() && senses.all(|sense| verb(&sense))
}

/// «باسم», «في الصومال», «من» after «مقرب»: what ties a phrase to more of itself.
fn is_link(scene: &Scene, index: usize) -> bool {
    let place =
        || scene.name_at(index + 1).is_some() || scene.reading.word(index + 1).is_some_and(|w| w.definite);
    match scene.folded(index) {
        "باسم" | "باسمها" | "باسمه" | "باسمهم" | "لشوون" | "لشيون" => true,
        "في" if matches!(
            scene.stem(index + 1),
            "شوون" | "شان" | "الشان" | "مجال" | "قضايا" | "علوم" | "الشوون"
        ) =>
        {
            true
        }
        "في" => {
            place() && scene.date_at(index + 1).is_none() && !super::words::is_occasion(scene.stem(index + 1))
        }
        "لدي" | "من" => {
            place() && !matches!(scene.folded(index + 1), "جهته" | "جهتها" | "جانبه" | "جانبها")
        }
        _ => false,
    }
}

/// A name that does not belong to the phrase: it carries a particle of its own.
fn follows_on(scene: &Scene, index: usize) -> bool {
    scene.reading.word(index).is_some_and(|word| {
        !word.particles.is_empty()
            && word.certain
            && (word.particles.has(Particles::AND) || outlet_name(scene, index))
    })
}

/// Whether a quotation is speech rather than a name: a whole clause.
fn speech(scene: &Scene, open: usize) -> bool {
    scene
        .closing(open)
        .is_some_and(|close| close > open + 4 && scene.name_at(open + 1).is_none_or(|(_, next)| next < close))
}

/// «متحدث البنتاغون، باتريك رايدر»: the name that stands in apposition.
fn name_in_apposition<'s>(scene: &Scene<'s>, index: usize) -> Option<(&'s Entity, usize, usize)> {
    let at = if scene.is_comma(index) { index + 1 } else { index };
    let title =
        usize::from(scene.reading.single(at, Table::Honorifics).is_some() && scene.name_at(at).is_none());
    let (entity, next) = scene.name_at(at + title).filter(|(e, _)| e.kind == EntityKind::Person)?;
    let plain = scene.reading.word(at + title).is_some_and(|w| w.particles.is_empty());
    (plain && (scene.is_comma(index) || title == 1)).then_some((entity, at + title, next))
}

/// «محمد …، وزير الخارجية القطري،»: past the office that stands behind a name.
fn apposition(scene: &Scene, next: usize, _name: usize) -> usize {
    let mut index = next;
    if scene.folded(index) == "(" {
        index = (index..index + 8).find(|i| scene.folded(*i) == ")").map_or(index, |close| close + 1);
    }
    let start = if scene.is_comma(index) { index + 1 } else { index };
    let office =
        kinds(scene.stem(start)).any(Kinds::OFFICE) || scene.reading.single(start, Table::Offices).is_some();
    let plain = scene.reading.word(start).is_some_and(|w| w.particles.is_empty());
    if !(office && plain) || cues::at(scene, start).is_some() {
        return index;
    }
    let mut at = start + 1;
    let mut definite = scene.reading.word(start).is_some_and(|w| w.definite);
    while at < start + LONGEST {
        if let Some((_, after)) = scene.name_at(at).filter(|_| !follows_on(scene, at)) {
            definite = true;
            at = after;
            continue;
        }
        if !scene.is_word(at)
            || !modifies(scene, at, start, definite)
            || (definite && is_unknown(scene, at) && !scene.reading.word(at).is_some_and(|w| w.definite))
        {
            break;
        }
        definite |= scene.reading.word(at).is_some_and(|w| w.definite);
        at += 1;
    }
    if scene.is_comma(index) && scene.is_comma(at) { at + 1 } else { at }
}

/// «وطهران», «وشهود عيان»: the token after another source joined to the one before.
fn joined(scene: &Scene, index: usize, end: usize) -> Option<usize> {
    let word = scene.reading.word(index)?;
    if !word.particles.has(Particles::AND)
        || !word.certain
        || cues::at(scene, index).is_some()
        || index >= end
    {
        return None;
    }
    if let Some((_, next)) = scene.name_at(index) {
        return Some(next);
    }
    let source = kinds(scene.stem(index)).any(Kinds::OFFICE.or(Kinds::CIVIL).or(Kinds::MEDIA));
    let mut at = index + 1;
    while source && at < index + 5 && scene.is_word(at) && modifies(scene, at, index, false) {
        at = scene.name_at(at).map_or(at + 1, |(_, next)| next);
    }
    source.then_some(at)
}

fn gender_of_person(scene: &Scene, entity: &Entity, at: usize, first: usize) -> Option<bool> {
    let words =
        (first..at).map(|i| scene.stem(i)).filter(|w| !matches!(*w, "حركه" | "كتله" | "جبهه" | "قايمه"));
    let titled = words.clone().next().is_some_and(|w| {
        w.ends_with('ه') && (kinds(w).any(Kinds::OFFICE) || matches!(w, "السيده" | "الوزيره" | "الدكتوره"))
    });
    if titled
        || at > first && scene.stem(at - 1).ends_with('ه') && kinds(scene.stem(at - 1)).any(Kinds::OFFICE)
    {
        return Some(true);
    }
    let named = scene.stem(at);
    let feminine = matches!(
        named,
        "دانا"
            | "انجيلا"
            | "اورسولا"
            | "كارين"
            | "هيلاري"
            | "نانسي"
            | "كوندوليزا"
            | "تيريزا"
            | "ماريا"
            | "ليندا"
            | "كامالا"
            | "جين"
            | "جينين"
            | "جورجيا"
            | "سارا"
            | "ساره"
            | "مريم"
            | "فاطمه"
            | "نجلاء"
            | "هند"
            | "نيكي"
            | "فيكتوريا"
            | "انالينا"
            | "كريستالينا"
            | "كايا"
            | "كاثرين"
            | "ايمان"
            | "سناء"
            | "ليلي"
            | "مني"
            | "نوال"
            | "روزماري"
            | "سامانثا"
            | "مورغان"
            | "تامي"
            | "كارولين"
            | "ستيفاني"
            | "روز"
            | "زينب"
            | "خديجه"
            | "عايشه"
    );
    let _ = entity;
    if feminine {
        Some(true)
    } else if at > first {
        Some(false)
    } else {
        None
    }
}
