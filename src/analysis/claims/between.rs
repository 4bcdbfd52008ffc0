//! What stands between a reporting word and what is said: the day, the manner, the occasion, what is set
//! between commas; and the particle that the word's frame asks for, at which that ends.

use super::cue::{Cue, Shape};
use super::nouns;
use super::scene::Scene;
use super::words::{
    is_adverb, is_complementizer, is_identity, is_occasion, is_outlet, is_preposition, is_to_somebody,
};
use crate::analysis::{EntityKind, Particles};
use crate::text::TokenKind;

/// Past what stands between a verb and its subject: the day, the manner, the occasion, «من جهته».
pub fn skip(scene: &Scene, cue: &Cue, from: usize, end: usize) -> usize {
    let mut index = from;
    let mut aside = false;
    while index < end {
        let word = scene.folded(index);
        if let Some(next) = scene.date_at(index) {
            index = next;
        } else if is_adverb(word) && scene.name_at(index).is_none() {
            // «بشدة وبانفعال»
            let and = scene
                .reading
                .word(index + 1)
                .is_some_and(|word| word.particles.has(Particles::AND) && word.particles.has(Particles::BI));
            index += 1 + usize::from(and);
        } else if is_manner(scene, index) || is_stress(scene, index) {
            index += 2;
        } else if let (
            "من",
            "جهته" | "جهتها" | "جانبه" | "جانبها" | "ناحيته" | "ناحيتها" | "جهتهم" | "جانبهم",
        ) = (word, scene.folded(index + 1))
        {
            index += 2;
        } else if let ("في", "الوقت" | "السياق" | "الاطار", "نفسه" | "ذاته" | "عينه") =
            (word, scene.folded(index + 1), scene.folded(index + 2))
        {
            index += 3;
        } else if scene.is_comma(index)
            && index == from
            && (scene.name_at(index + 1).is_none() || scene.date_at(index + 1).is_some())
        {
            aside = true;
            index += 1;
        } else if scene.is_comma(index) && aside {
            // «قال، الثلاثاء، رئيس الوزراء»: the comma that closes what the first opened.
            aside = false;
            index += 1;
        } else if matches!(
            word,
            "في" | "خلال" | "عبر" | "عقب" | "علي" | "بعد" | "امام" | "اثر" | "لدي" | "قبل"
        ) && (is_occasion(scene.stem(index + 1)) || scene.folded(index + 1) == "هامش")
            && !(word == "علي" && cue.takes('a') && scene.folded(index + 1) != "هامش")
        {
            // «في بيان صحفي، …», «في مؤتمر صحفي عقده بالدوحة،»: to its comma, else its noun with adjectives.
            let occasion = index + 1;
            index += 2;
            while index < end
                && !is_had(scene, index)
                && (is_adjective(scene, index) || is_attribute(scene, index))
            {
                index += 1;
            }
            // «في تصريح للقناة»
            let told = scene.reading.is_joined(index, Particles::LI);
            if told && is_outlet(scene.stem(index)) {
                index = scene.name_at(index).map_or(index + 1, |(_, next)| next);
            }
            // «في بيان لها»
            if scene.folded(index).starts_with('ل') && is_to_somebody(scene.folded(index)) {
                index += 1;
            }
            // «في مؤتمر صحفي عقده»: behind a noun and its adjective without article it can only be a verb.
            let verb = index > occasion + 1 && !scene.is_definite(occasion)
                || scene.reading.is_finite(index)
                || nouns::is_unknown(scene, index);
            if verb && has_its_pronoun(scene, index) {
                index += 1;
            }
            if is_had(scene, index) {
                index = scene.index_of_introducer(index, 9).unwrap_or_else(|| past_had(scene, index));
            }
            let comma = (index..end.min(index + 12)).find(|i| scene.is_comma(*i));
            let content = speech(scene, index, 10);
            // What takes an object has it here: «نفت في بيان فرض أي حصار، …».
            let object = cue.takes('o') && !scene.is_comma(index) && !is_told(scene, index);
            if let Some(comma) = comma.filter(|comma| !object && content.is_none_or(|at| at > *comma)) {
                index = comma + 1;
            }
        } else if word == "(" {
            let Some(close) = (index..end).find(|i| scene.folded(*i) == ")") else { break };
            index = close + 1;
        } else if let Some(comma) = channel(scene, index, end).filter(|_| aside) {
            index = comma;
        } else {
            break;
        }
    }
    index
}

/// Past «، طلب عدم الكشف عن هويته،», «طالبا عدم ذكر اسمه».
pub fn anonymity(scene: &Scene, zone: usize) -> usize {
    let Some(at) = (zone..zone + 10).find(|i| is_identity(scene.folded(*i))) else { return zone };
    let told = (zone..at).any(|i| is_complementizer(scene.folded(i)) || scene.closing(i).is_some());
    let hidden = (zone..at).any(|i| {
        matches!(scene.folded(i), "عدم" | "حجب" | "الكشف" | "يكشف" | "يذكر" | "ذكر" | "نشر" | "لم" | "الافصاح")
    });
    if told || !hidden {
        return zone;
    }
    // «طلب عدم نشر اسمه لأنه غير مخول بالتحدث | أن»
    let because = matches!(scene.folded(at + 1), "لانه" | "لانها" | "لانهم" | "كونه" | "كونها");
    let over = |i: &usize| is_complementizer(scene.folded(*i)) || scene.is_comma(*i);
    let content = (at + 2..at + 18).filter(|_| because).find(over);
    scene.past_comma(content.unwrap_or(at + 1))
}

/// Where speech is introduced within `reach` tokens; marks round the name of an outlet introduce none.
fn speech(scene: &Scene, from: usize, reach: usize) -> Option<usize> {
    let at = scene.index_of_introducer(from, reach)?;
    let named = |close: &usize| at > from && is_outlet(scene.stem(at - 1)) && *close < at + 5;
    match scene.closing(at).filter(named) {
        Some(close) => scene.index_of_introducer(close + 1, (from + reach).saturating_sub(close + 1)),
        None => Some(at),
    }
}

/// Where the particle of the verb's frame stands: the token that carries it.
pub fn particle(scene: &Scene, cue: &Cue, zone: usize, limit: usize) -> Option<usize> {
    let past =
        if scene.is_comma(zone) { skip(scene, cue, aside(scene, cue, zone, limit), limit) } else { zone };
    let mut index = scene.past_comma(past);
    while index < limit {
        if let Some((_, next)) = scene.name_at(index).filter(|(_, next)| *next > index + 1)
            && !fits(scene, cue, index, zone)
        {
            index = next;
            continue;
        }
        if fits(scene, cue, index, zone) {
            return Some(index);
        }
        // Without somebody addressed the particle follows at once, or after the day and the occasion.
        let addressed = cue.takes('t') || cue.takes('T');
        if scene.is_comma(index) && !addressed && scene.date_at(index + 1).is_none() && index > zone {
            return None;
        }
        if is_complementizer(scene.folded(index)) {
            return None;
        }
        index += 1;
    }
    None
}

fn fits(scene: &Scene, cue: &Cue, index: usize, zone: usize) -> bool {
    let Some(word) = scene.reading.word(index).filter(|word| word.kind == TokenKind::Word) else {
        return false;
    };
    let alone = scene.folded(index);
    let next = scene.folded(index + 1);
    // Before a word that the lexicon has not, a particle is not taken off: «بترهيب», «بضبط».
    let unsplit = |letter, least| {
        word.particles.is_empty()
            && alone.starts_with(letter)
            && alone.chars().count() >= least
            && !scene.reading.is_known(index)
            && scene.name_at(index).is_none()
    };
    let with_bi = || {
        // «هدد بمقاضاتها»: what has a pronoun is no name of a subject.
        let woman = scene.written(index).ends_with('ة');
        let owned =
            woman || nouns::has_pronoun(scene, index) || ["ها", "هم"].iter().any(|end| alone.ends_with(end));
        unsplit('ب', 4) && (index > zone.min(cue.next) || cue.shape != Shape::Verb || owned)
    };
    // «أسفه لاضطرار الحلفاء»: right behind what takes it.
    let with_li = || unsplit('ل', 5) && index == cue.next && !cue.takes('o');
    let joined = |particle| {
        word.particles.has(particle) && word.certain && !word.particles.has(Particles::AND)
            || particle == Particles::BI && with_bi()
            || particle == Particles::LI && with_li()
    };
    let stem = scene.stem(index);
    let manner = matches!(
        stem,
        "شان"
            | "دور"
            | "دوره"
            | "دورها"
            | "حسب"
            | "شده"
            | "سبب"
            | "نسبه"
            | "خصوص"
            | "قوه"
            | "وضوح"
            | "حضور"
            | "رويترز"
            | "عنوان"
            | "اسم"
            | "اغلبيه"
            | "غالبيه"
            | "اكثريه"
            | "اجماع"
            | "موافقه"
            | "دورهم"
            | "شكل"
            | "صوره"
            | "لهجه"
            | "مناسبه"
            | "حزم"
            | "صراحه"
            | "رياسه"
            | "قياده"
            | "زعامه"
    ) || is_outlet(stem)
        // «في خطاب بمدينة كذا»
        || index > cue.next && matches!(stem, "مدينه" | "محافظه" | "ولايه" | "بلده" | "العاصمه" | "مقر");
    let what = match alone {
        "بما" | "بالا" => Some('b'),
        "لما" => Some('l'),
        "عما" => Some('n'),
        "مما" => Some('m'),
        // «بـ"إعلان حرب"»: the particle alone before a mark.
        "ب" if scene.closing(index + 1).is_some() => Some('b'),
        "ل" if scene.closing(index + 1).is_some() => Some('l'),
        _ => None,
    };
    what.is_some_and(|frame| cue.takes(frame))
        || (cue.takes('e') && alone == "الي")
        || (cue.takes('n') && alone == "عن")
        || (cue.takes('i') && alone == "في" && !super::words::is_occasion(scene.stem(index + 1)))
        || (cue.takes('z') && matches!(alone, "ازاء" | "تجاه" | "حيال" | "بشان" | "حول"))
        || (cue.takes('m')
            && alone == "من"
            && !matches!(next, "جهته" | "جهتها" | "جانبه" | "جانبها" | "قبل" | "خلال"))
        || (cue.takes('a')
            && alone == "علي"
            && !matches!(next, "هامش" | "لسان" | "موقعه" | "موقعها" | "منصه" | "حسابه" | "تويتر"))
        || (cue.takes('b') && joined(Particles::BI) && !manner)
        || (cue.takes('l') && joined(Particles::LI) && !manner)
}

/// Past all that stands between a subject and what follows it.
pub fn circumstances(scene: &Scene, cue: &Cue, zone: usize, limit: usize) -> usize {
    let mut start = zone;
    for _ in 0..4 {
        let next = skip(scene, cue, aside(scene, cue, start, limit), limit);
        let next = circumstance(scene, cue, next, limit);
        if next == start {
            break;
        }
        start = next;
    }
    start
}

/// Past «عبر مستشارها السياسي في أنقرة»: a preposition with its phrase, where a bare word follows.
fn circumstance(scene: &Scene, cue: &Cue, index: usize, limit: usize) -> usize {
    let opens = |at: usize| {
        matches!(
            scene.folded(at),
            "في" | "عبر"
                | "خلال"
                | "من"
                | "عن"
                | "مع"
                | "لدي"
                | "امام"
                | "بعد"
                | "قبل"
                | "اثر"
                | "عقب"
        )
    };
    // «رفض السفير ببيروت الاقتراح»
    let joined = scene.reading.is_joined(index, Particles::BI);
    let placed = scene.name_at(index).filter(|_| joined && !cue.takes('b')).map(|(_, next)| next);
    let mut at = placed.unwrap_or(index);
    while opens(at) && at + 1 < limit {
        let named = scene.name_at(at + 1);
        at = named.map_or(at + 2, |(_, next)| next);
        // «نقابة المحامين في إسطنبول | السلطات»: behind a place another noun begins.
        let place = named.is_some_and(|(entity, _)| entity.kind == EntityKind::Place);
        // «خلال لقاء مع السفير | الاتهامات»: what is closed goes on with adjectives alone.
        let mut closed = scene.is_definite(at - 1);
        // «من زنزانته | حزب كذا»: so is what has a pronoun, and no name is told of it.
        let owned = nouns::has_pronoun(scene, at - 1);
        while at < limit && scene.is_word(at) && !opens(at) && !place {
            if owned && !nouns::is_adjective(scene, at) {
                break;
            }
            let definite = scene.reading.word(at).is_some_and(|w| w.definite && w.particles.is_empty());
            if closed && !nouns::is_adjective(scene, at) && scene.name_at(at).is_none() {
                break;
            }
            closed = definite;
            match scene.name_at(at) {
                Some((_, next)) => at = next,
                None if definite || nouns::has_pronoun(scene, at) => at += 1,
                None => break,
            }
        }
    }
    // «أعلن البنك في العاصمة عدن، الثلاثاء، سحب …»: up to what is set between commas.
    let set = scene.is_comma(at) && scene.date_at(at + 1).is_some();
    if at < limit && (set || scene.is_word(at) && !is_complementizer(scene.folded(at))) { at } else { index }
}

/// Past what stands between commas: «، في بيانات،», «، وهو أحد …، في بيانات،».
fn aside(scene: &Scene, cue: &Cue, index: usize, limit: usize) -> usize {
    let mut at = index;
    while scene.is_comma(at) && at + 1 < limit {
        let inner = at + 1;
        let content = |at: usize| fits(scene, cue, at, index);
        if content(inner) {
            return inner;
        }
        // «في موسكو، هذا الأربعاء القرارات»: a day that no comma closes.
        if let Some(next) = scene.date_at(inner).filter(|next| scene.is_word(*next)) {
            return next;
        }
        let opens = is_preposition(scene.folded(inner))
            || matches!(scene.folded(inner), "وهو" | "وهي")
            // «، ومقرها نيويورك،»
            || scene.reading.is_joined(inner, Particles::AND)
                && nouns::has_pronoun(scene, inner)
            || scene.date_at(inner).is_some();
        let close = (inner..limit.min(inner + 24)).find(|i| scene.is_comma(*i));
        match close.filter(|_| opens) {
            // The comma that closes one aside may open the next.
            Some(close) if is_preposition(scene.folded(close + 1)) && !content(close + 1) => at = close,
            Some(close) => return close + 1,
            None => return inner,
        }
    }
    at
}

/// «، عبر "المنار"،»: through which outlet, to the comma that closes it.
fn channel(scene: &Scene, index: usize, end: usize) -> Option<usize> {
    let outlet = usize::from(scene.kind(index + 1) == TokenKind::Quote) + 1;
    let (_, next) = scene.name_at(index + outlet).filter(|_| scene.folded(index) == "عبر")?;
    (next..end.min(next + 2)).find(|i| scene.is_comma(*i))
}

/// «في بيان اطلعت عليه الوكالة»: who else has what was said.
fn is_had(scene: &Scene, index: usize) -> bool {
    matches!(
        scene.stem(index),
        "اطلعت"
            | "اطلع"
            | "حصلت"
            | "حصل"
            | "تلقت"
            | "تلقي"
            | "توصلت"
            | "توصل"
            | "تسلمت"
            | "وصل"
            | "نشرته"
            | "بثته"
            | "نقلته"
            | "اوردته"
    )
}

/// Past who has it: «اطلعت عليه الجزيرة نت», «تلقت رويترز نسخة منه».
fn past_had(scene: &Scene, index: usize) -> usize {
    let mut at = index + 1;
    while let Some(next) = scene.name_at(at).map(|(_, next)| next).or_else(|| {
        let copy = matches!(scene.folded(at), "علي" | "عليه" | "به" | "نسخه" | "منه" | "عنه");
        (copy || is_outlet(scene.stem(at))).then_some(at + 1)
    }) {
        at = next;
    }
    at
}

/// «بشكل قاطع», «بلهجة حادة»: how something is said.
fn is_manner(scene: &Scene, index: usize) -> bool {
    // «بأشد العبارات»
    matches!(scene.folded(index), "باشد" | "باقسي" | "باقوي") && scene.is_definite(index + 1)
        || matches!(scene.folded(index), "بشكل" | "بصوره" | "بطريقه" | "بلهجه" | "بنبره" | "بعبارات")
            && nouns::is_adjective(scene, index + 1)
}

/// «رفض رفضا قاطعا», «نفت نفيا تاما»: the verb's own noun, which only stresses it.
fn is_stress(scene: &Scene, index: usize) -> bool {
    scene.stem(index).ends_with('ا')
        && matches!(
            scene.folded(index + 1),
            "قاطعا"
                | "تاما"
                | "باتا"
                | "مطلقا"
                | "شديدا"
                | "كاملا"
                | "جازما"
                | "حازما"
                | "قطعيا"
        )
}

/// «في مؤتمر صحفي عقده بالدوحة»: a clause on the occasion, by its verb; or more that a preposition ties to it.
fn is_told(scene: &Scene, index: usize) -> bool {
    scene.reading.is_finite(index)
        || has_its_pronoun(scene, index) && nouns::is_unknown(scene, index)
        || scene.date_at(index).is_some()
}

/// «عقده», «نشرتها»: a verb that ends in the occasion's pronoun.
fn has_its_pronoun(scene: &Scene, index: usize) -> bool {
    let tied = scene.stem(index).ends_with('ه') && !scene.written(index).ends_with('ة');
    tied || scene.stem(index).ends_with("ها")
}

/// «كلمة متلفزة مساء السبت»: a bare word that nobody knows, before what cannot be a name's second part.
fn is_attribute(scene: &Scene, index: usize) -> bool {
    let plain = scene.reading.word(index).is_some_and(|w| w.particles.is_empty() && !w.definite);
    plain
        && nouns::is_unknown(scene, index)
        && scene.name_at(index).is_none()
        && (scene.date_at(index + 1).is_some()
            || is_preposition(scene.folded(index + 1))
            || is_adverb(scene.folded(index + 1))
            || !scene.is_word(index + 1))
}

fn is_adjective(scene: &Scene, index: usize) -> bool {
    let plain = scene.reading.word(index).is_some_and(|w| w.particles.is_empty());
    plain && nouns::is_adjective(scene, index) && scene.name_at(index).is_none()
}
