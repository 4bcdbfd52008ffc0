//! What the first word of a noun phrase tells: whether it may speak, and how verbs agree with it.

use super::cues;
use super::nouns::{
    is_accusative, is_feminine, is_feminine_plural, is_governed, is_known_outlet, is_office, is_plural,
    unowned,
};
use super::scene::Scene;
use super::words::{is_adverb, is_complementizer, is_masculine_place, is_outlet, is_preposition};
use crate::analysis::sides::{Kinds, is_bureau, is_camp, is_other_speaker, is_trade, kinds};
use crate::analysis::{EntityKind, Particles};
use crate::lexicon::Table;
use crate::text::{TokenKind, bare};

/// What the first word tells.
pub struct Head {
    /// Verbs agree with it in the feminine; nothing where it does not tell.
    pub feminine: Option<bool>,
    pub plural: bool,
    pub office: bool,
    pub outlet: bool,
    /// It is a word for one of men: an office, a trade, a kin.
    pub human: bool,
    /// It is a word for somebody who speaks.
    pub speaks: bool,
}

/// The first word of a phrase, if a phrase may begin with it; a particle before it hinders only where it is
/// not `joined` («وفقا للجيش»).
pub fn head(scene: &Scene, first: usize, joined: bool) -> Option<Head> {
    // «أبرز الأحزاب في البلاد»: what those are of whom it picks one or some.
    if matches!(scene.stem(first), "ابرز" | "اكبر" | "اهم" | "كبري" | "اولي") && scene.is_definite(first + 1)
    {
        return head(scene, first + 1, joined).map(|of| Head { feminine: None, ..of });
    }
    let word = scene.reading.word(first)?;
    let name = scene.name_at(first);
    // «أعلنت «الفرقة السادسة» في المدينة»; not «قال «الحكومة فاشلة»».
    let goes_on = || scene.closing(first).is_some_and(|close| close < first + 6 && scene.is_word(close + 1));
    let body = || {
        kinds(scene.stem(first + 1)).any(Kinds::STATE.or(Kinds::GROUP))
            && (!scene.is_definite(first + 1) || goes_on())
    };
    let quoted = scene.kind(first) == TokenKind::Quote && (scene.name_at(first + 1).is_some() || body());
    let governed = !joined && !word.particles.is_empty() && word.particles != Particles::AND && word.certain;
    // «حثت 79 دولة», «طالب 120 أستاذا»
    if scene.kind(first) == TokenKind::Number && counts(scene, first) {
        let woman = is_feminine(scene.stem(first + 1));
        return Some(Head {
            feminine: Some(woman),
            plural: true,
            office: false,
            outlet: false,
            human: false,
            speaks: true,
        });
    }
    if governed || (name.is_none() && !quoted && !scene.is_word(first)) {
        return None;
    }
    let stem = scene.stem(first);
    // «حركتا حماس والجهاد», «وزيرا الخارجية»
    let two = two_of(scene, first);
    let accusative = !word.definite && two.is_none() && is_accusative(stem) && !is_governed(scene, first);
    if name.is_none() && !quoted && (begins_no_phrase(scene, first) || accusative) {
        return None;
    }
    let own = unowned(scene, first);
    let stem = two.as_deref().unwrap_or(&own);
    let kind = kinds(stem);
    let bare = bare(stem);
    // «مئات المحتجين»
    let number = scene.reading.single(first, Table::Numbers).is_some() || matches!(bare, "ميات" | "عشرات");
    let person = name.is_some_and(|(entity, _)| entity.kind == EntityKind::Person);
    // «بكين», «فلسطين» end as several do.
    let one = person || name.is_some_and(|(entity, _)| entity.kind == EntityKind::Place);
    let plural = number || two.is_some() || !one && is_plural(bare);
    let feminine = match name {
        Some((entity, _)) if entity.kind == EntityKind::Place => (!is_masculine_place(bare)).then_some(true),
        Some((entity, next))
            if entity.kind == EntityKind::Organisation
                && !kind.any(Kinds::STATE.or(Kinds::GROUP).or(Kinds::MEDIA).or(Kinds::OFFICE)) =>
        {
            // «هيومن رايتس ووتش», «أطباء بلا حدود»: «قال» and «قالت». «الإليزيه» ends in ه itself.
            let ends = |at: usize| scene.written(at).ends_with('ة');
            let told = word.definite && next > first + 1;
            let woman = ends(first) || told && ends(first + 1);
            // «ذكرت الشرق الأوسط»: the paper, which its name does not say.
            ((woman || told) && !is_known_outlet(scene, first)).then_some(woman)
        }
        // «الدفاع السورية», «الصحة اللبنانية»: a ministry by its field and its country.
        _ if word.definite
            && scene.stem(first + 1).ends_with('ه')
            && scene.is_definite(first + 1)
            && scene.reading.single(first + 1, Table::Nationalities).is_some() =>
        {
            Some(true)
        }
        _ if quoted || number => None,
        // «منسقته»: a woman's office with the pronoun of whose it is.
        _ if stem != scene.stem(first) && stem.ends_with('ت') && kind.any(Kinds::OFFICE) => Some(true),
        // «بيانات» is not the «بيان» by which somebody speaks.
        _ if kind.any(Kinds::OFFICE) && !bare.ends_with(['ه', 'ت']) && !is_feminine_plural(bare) => {
            Some(false)
        }
        _ => Some(is_feminine(bare)),
    };
    let men = two.is_some() || plural && !is_feminine_plural(bare) && !bare.ends_with("ات");
    let nation = word.definite && scene.reading.single(first, Table::Nationalities).is_some();
    let spoken = Kinds::OFFICE
        .or(Kinds::CIVIL)
        .or(Kinds::MEDIA)
        .or(Kinds::GROUP)
        .or(Kinds::STATE)
        .or(Kinds::OPPOSITION);
    let titled = scene.reading.longest(first, Table::Offices).is_some();
    let counted = number && is_office(scene, first + 1);
    Some(Head {
        feminine: if men { None } else { feminine },
        plural,
        office: kind.any(Kinds::OFFICE) || titled || counted,
        human: name.is_none()
            && (kind.any(Kinds::OFFICE.or(Kinds::CIVIL)) || titled || is_other_speaker(stem)),
        outlet: (kind.any(Kinds::MEDIA) || is_outlet(stem)) && !is_bureau(scene.reading, first),
        speaks: name.is_some()
            || quoted
            || titled
            || nation
            || counted
            || is_people(bare)
            || is_camp(stem)
            || is_trade(stem)
            || is_other_speaker(stem)
            || kind.any(spoken)
            || (word.definite && kind.any(Kinds::RESOLUTION)),
    })
}

/// «حركتا», «وزيرا» before whose they are: one of them.
fn two_of(scene: &Scene, first: usize) -> Option<String> {
    let one = scene.stem(first).strip_suffix('ا')?;
    let one = one.strip_suffix('ت').map_or_else(|| one.to_owned(), |root| format!("{root}ه"));
    let whose = scene.is_definite(first + 1) || scene.closing(first + 1).is_some();
    let speaks = kinds(&one).any(Kinds::OFFICE.or(Kinds::STATE).or(Kinds::GROUP));
    (whose && speaks && scene.name_at(first).is_none()).then_some(one)
}

/// Whether a number is no date and counts who speaks.
fn counts(scene: &Scene, number: usize) -> bool {
    let year = || scene.date_at(number).is_some() || cues::at(scene, number + 1).is_some();
    is_counted(scene, number + 1) && !year()
}

/// «دولة», «أستاذا»: who speaks, as one who is counted stands.
fn is_counted(scene: &Scene, index: usize) -> bool {
    let word = scene.stem(index);
    let one = word.strip_suffix('ا').unwrap_or(word);
    let speaks = Kinds::OFFICE.or(Kinds::CIVIL).or(Kinds::STATE).or(Kinds::GROUP);
    [word, one].iter().any(|word| kinds(word).any(speaks) || is_other_speaker(word) || is_camp(word))
}

fn begins_no_phrase(scene: &Scene, first: usize) -> bool {
    let (folded, stem) = (scene.folded(first), scene.stem(first));
    matches!(folded, "اما" | "واما")
        || is_preposition(folded)
        || is_preposition(stem)
        || is_complementizer(folded)
        || is_adverb(folded)
        || scene.date_at(first).is_some()
        || is_demonstrative(stem)
        // «لكنهم يقرون بـ»
        || matches!(stem, "لكنه" | "لكنها" | "لكنهم" | "لكنهما" | "لكننا" | "لكنني")
        || cues::at(scene, first).is_some()
}

/// «قرويون», «متظاهرون», «معارضو الحكم»: the ending is that of people alone.
fn is_people(bare: &str) -> bool {
    let one = bare.strip_suffix("ون").or_else(|| bare.strip_suffix('و'));
    let one = one.filter(|one| one.chars().count() >= 4);
    one.is_some_and(|one| one.ends_with('ي') || one.starts_with('م'))
        || matches!(
            bare,
            "معسكران"
                | "بلدان"
                | "حزبان"
                | "فريقان"
                | "رييسان"
                | "وزيران"
                | "زعيمان"
                | "دولتان"
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
