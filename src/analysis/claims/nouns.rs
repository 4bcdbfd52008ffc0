//! What one word of a noun phrase is, by the lexicon and by its shape: an office, an adjective, a plural, a noun
//! with a pronoun. How words make a phrase is in `phrase`. The short lists of plurals at the end are of grammar, as
//! those in `words`; which noun is an office, a group or somebody else who speaks is in the lexicon's `standing`.

use super::scene::Scene;
use super::words::without_pronoun;
use crate::analysis::has_manner_shape;
use crate::analysis::sides::{Kinds, is_camp, kinds};
use crate::lexicon::{self, Sense, Table};
use crate::text::bare;
use std::borrow::Cow;

/// An office or a title: it governs, and a name may follow it.
pub fn is_office(scene: &Scene, index: usize) -> bool {
    let word = &*unowned(scene, index);
    scene.reading.longest(index, Table::Offices).is_some()
        || kinds(word).any(Kinds::OFFICE.or(Kinds::CIVIL).or(Kinds::FORMER))
        || scene.reading.single(index, Table::Honorifics).is_some()
}

/// «ممثلها» without whose he is, «محاميته» as «محامية» is spelled, «مسؤولا» after لكن without its ending.
pub fn unowned<'s>(scene: &'s Scene, index: usize) -> Cow<'s, str> {
    let word = scene.stem(index);
    if let Some(one) = word.strip_suffix('ا').filter(|_| is_governed(scene, index)) {
        return one.into();
    }
    let Some(own) = without_pronoun(word).filter(|_| has_pronoun(scene, index)) else { return word.into() };
    match own.strip_suffix('ت').filter(|_| kinds(own) == Kinds::default()) {
        Some(woman) => format!("{woman}ه").into(),
        None => own.into(),
    }
}

/// A common noun with a pronoun joined: «علمها», «رفضه», «نظيره»; «شركة» has none.
pub fn has_pronoun(scene: &Scene, index: usize) -> bool {
    let word = scene.stem(index);
    // «المتهم» ends as those do.
    if scene.name_at(index).is_some() || scene.reading.word(index).is_some_and(|word| word.definite) {
        return false;
    }
    if let Some(rest) = ["هما", "ها", "هم"].iter().find_map(|pronoun| word.strip_suffix(pronoun)) {
        return rest.chars().count() >= 3;
    }
    let noun = |rest: &str| {
        lexicon::lookup(rest).is_some_and(|found| {
            let fits = |sense: Sense| match sense.table {
                Table::Common => sense.form == 0,
                table => matches!(table, Table::Offices | Table::Standing),
            };
            found.senses().any(fits)
        })
    };
    scene.written(index).ends_with('ه')
        && word.strip_suffix('ه').is_some_and(|rest| {
            noun(rest) || rest.strip_suffix('ت').is_some_and(|root| noun(&format!("{root}ه")))
        })
}

/// «لكن مسؤولا إماراتيا نفى»: a subject that أن or لكن puts in the accusative.
pub fn is_governed(scene: &Scene, index: usize) -> bool {
    let before = index.checked_sub(1).map_or("", |i| scene.folded(i));
    let one = scene.stem(index).strip_suffix('ا');
    matches!(before, "لكن" | "ولكن" | "ان" | "وان" | "بان")
        && scene.name_at(index).is_none()
        && one.is_some_and(|one| kinds(one).any(Kinds::OFFICE.or(Kinds::CIVIL)))
}

/// «وناشد الجانبين …»: a dual or plural in ـين is no subject.
pub fn is_oblique(scene: &Scene, index: usize) -> bool {
    let one = bare(scene.stem(index)).strip_suffix("ين").filter(|one| one.chars().count() >= 3);
    let common = |one: &str| {
        lexicon::lookup(one).is_some_and(|found| {
            found.senses().any(|sense| match sense.table {
                Table::Common => sense.form < 2,
                table => matches!(table, Table::Standing | Table::Offices | Table::Nationalities),
            })
        })
    };
    let definite = scene.reading.word(index).is_some_and(|word| word.definite);
    definite && scene.name_at(index).is_none() && one.is_some_and(common)
}

/// A word that the lexicon does not know: part of a name, mostly.
pub fn is_unknown(scene: &Scene, index: usize) -> bool {
    scene.is_word(index)
        && scene.reading.single(index, Table::Common).is_none()
        && scene.reading.single(index, Table::Function).is_none()
        && scene.reading.single(index, Table::CueVerbs).is_none()
}

/// An adjective, by the lexicon or, where it has none, by its shape: a nisba or a participle.
pub fn is_adjective(scene: &Scene, index: usize) -> bool {
    if scene.reading.single(index, Table::Nationalities).is_some() {
        return true;
    }
    // «الدول الأربع»
    let counts = scene.reading.single(index, Table::Numbers).is_some();
    if counts && scene.reading.word(index).is_some_and(|word| word.definite && word.particles.is_empty()) {
        return true;
    }
    let word = scene.stem(index);
    // «وزارة الصحة المؤسسات»: of things an adjective has no plural of its own.
    if scene.is_definite(index) && bare(word).ends_with("ات") {
        return false;
    }
    // «رئيس الوزراء المقال»
    let dismissed = matches!(word, "المقال" | "المقاله" | "المقالين");
    if dismissed && index.checked_sub(1).is_some_and(|before| is_office(scene, before)) {
        return true;
    }
    if kinds(word).any(Kinds::PLAIN.or(Kinds::FORMER).or(Kinds::OFFICIAL).or(Kinds::OPPOSITION)) {
        return true;
    }
    let mut common = scene.reading.senses(index).filter(|sense| sense.table == Table::Common).peekable();
    if common.peek().is_some() {
        return common.any(|sense| sense.form == 1);
    }
    // «مسؤولا إماراتيا»
    let governed = index.checked_sub(1).is_some_and(|i| is_governed(scene, i));
    if governed && word.ends_with("يا") {
        return true;
    }
    let bare = bare(word);
    let masdar = ["ت", "ان", "است"].iter().any(|start| bare.starts_with(start));
    let nisba = (bare.ends_with('ي') || bare.ends_with("يه") || bare.ends_with("يون")) && !masdar;
    let letters = bare.chars().count();
    is_unknown(scene, index) && letters >= 4 && (nisba || bare.starts_with('م') && letters >= 5)
}

pub fn is_bare_adjective(scene: &Scene, index: usize) -> bool {
    // «رئيس منظمة الطاقة»: a body, not «منظّمة».
    // «محافظة نينوى»
    let place =
        scene.reading.single(index, Table::PlaceHeads).is_some() && scene.place_at(index + 1).is_some();
    let body = place
        || kinds(scene.stem(index)).any(Kinds::GROUP.or(Kinds::STATE))
        || scene.reading.single(index, Table::OrganisationHeads).is_some();
    !body && is_adjective(scene, index) && scene.reading.word(index).is_some_and(|word| !word.definite)
}

/// Whether an adjective may belong to a noun, by gender and number: «الرئيس المعارضة» are two.
pub fn may_agree(scene: &Scene, noun: usize, adjective: usize) -> bool {
    let (noun_word, told) = (&*unowned(scene, noun), scene.stem(adjective));
    let feminine = told.ends_with('ه') || told.ends_with("ات") || matches!(told, "العليا" | "الكبري");
    let plural = told.ends_with("ون") || told.ends_with("ين") && told.chars().count() > 5;
    let man = is_office(scene, noun) && !noun_word.ends_with('ه') && is_singular(noun_word);
    let woman = noun_word.ends_with('ه') && !is_broken_plural(bare(noun_word));
    // «وعدت شركة الكهرباء | المشتركين»: several are told of several.
    let several = !is_singular(noun_word) || is_broken_plural(bare(noun_word)) || is_camp(noun_word);
    if plural {
        !man && !woman && several
    } else if feminine {
        !man
    } else {
        !woman && !noun_word.ends_with("ات")
    }
}

/// A common noun or adjective without article, pronoun or name.
pub fn is_indefinite(scene: &Scene, index: usize) -> bool {
    let word = scene.stem(index);
    scene.reading.word(index).is_some_and(|w| !w.definite)
        && scene.name_at(index).is_none()
        && !["ها", "هم", "ته"].iter().any(|pronoun| word.ends_with(pronoun))
        && !(word.ends_with('ه') && word.len() < 8 && !scene.written(index).ends_with('ة'))
        && scene.reading.single(index, Table::Common).is_some_and(|sense| sense.form < 2)
        && index.checked_sub(1).is_none_or(|i| !matches!(scene.folded(i), "اي" | "ايه"))
}

pub fn is_singular(word: &str) -> bool {
    let bare = bare(word);
    !(is_plural(bare) || bare.ends_with("ات") || is_feminine_plural(bare))
}

/// «المكلفة», «المنبثقة», «المعنية»: participles with whose complement a phrase goes on.
pub fn is_charged(scene: &Scene, index: usize) -> bool {
    let word = bare(scene.stem(index));
    scene.is_definite(index)
        && ["مكلف", "معني", "مختص", "منبثق", "منتخب", "خاص"].iter().any(|charged| word.starts_with(charged))
}

/// رويترز، الجزيرة: of the table of bodies, where an outlet stands for nobody.
pub fn is_known_outlet(scene: &Scene, index: usize) -> bool {
    let body = scene.reading.longest(index, Table::Bodies);
    body.is_some_and(|(_, sense)| lexicon::field(sense, 0) == "-")
}

/// Offices that are sent somewhere: «المبعوث الأممي إلى اليمن».
pub fn is_sent(stem: &str) -> bool {
    let bare = bare(stem);
    ["مبعوث", "سفير", "موفد", "وفد", "ممثل"].iter().any(|office| bare.starts_with(office))
}

/// An indefinite accusative: the word without its alif is a common one.
pub fn is_accusative(stem: &str) -> bool {
    let common = |word: &str| {
        lexicon::lookup(word).is_some_and(|found| {
            found
                .senses()
                .any(|sense| matches!(sense.table, Table::Common | Table::Standing | Table::Offices))
        })
    };
    // «وقال مخاطبا الحكام»: how he said it; «مليشيا» is a noun.
    if has_manner_shape(stem) && !stem.ends_with("ها") && !is_feminine(stem) {
        return true;
    }
    let joined = ["ها", "هما", "نا"].iter().any(|pronoun| stem.ends_with(pronoun));
    !joined && stem.chars().count() >= 4 && stem.strip_suffix('ا').is_some_and(common)
}

pub fn is_feminine(bare: &str) -> bool {
    bare.ends_with('ه') && !matches!(bare, "خليفه" | "نوابه" | "طلبه")
        || bare.ends_with("ات")
        || matches!(bare, "ميليشيا" | "مليشيا")
        || is_feminine_plural(bare)
}

/// «40 قتيلا», «أكثر من 40», «عشرات القتلى»: so many of something.
pub fn is_amount(scene: &Scene, index: usize) -> bool {
    let about = matches!(
        scene.stem(index),
        "اكثر" | "نحو" | "حوالي" | "قرابه" | "عشرات" | "ميات" | "الاف" | "ارتفاع" | "عدد"
    );
    about
        || scene.kind(index) == crate::text::TokenKind::Number
        || scene.reading.single(index, Table::Numbers).is_some()
}

/// People in the plural, by the ending or as the list has it.
pub fn is_plural(bare: &str) -> bool {
    bare.ends_with("ون")
        || is_plural_of(bare)
        || bare.ends_with("ين") && bare != "امين"
        || is_broken_plural(bare)
}

/// «معارضو الحكم», «مؤيدو الرئيس»: before a genitive.
fn is_plural_of(bare: &str) -> bool {
    bare.starts_with('م') && bare.ends_with('و') && bare.chars().count() >= 5
}

/// Plurals of things, with which verbs agree in the feminine.
pub fn is_feminine_plural(bare: &str) -> bool {
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
            | "ارقام"
            | "نتايج"
            | "وثايق"
            | "جهات"
            | "اطراف"
            | "قوات"
            | "سلطات"
            | "اسر"
            | "اوساط"
            | "احزاب"
            | "كنايس"
            | "قبايل"
            | "عشاير"
            | "بنوك"
            | "مصارف"
            | "محاكم"
            | "كتل"
    )
}

/// Plurals of people without an ending that tells.
pub fn is_broken_plural(bare: &str) -> bool {
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
            | "قضاه"
            | "كتاب"
            | "اعضاء"
            | "محامو"
            | "ممثلو"
            | "مسوولو"
            | "مسيولو"
            | "نايبان"
            | "وزيرا"
            | "طرفا"
            | "رييسا"
    )
}
