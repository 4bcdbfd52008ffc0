//! What a reporting word's frame says is its content, in the order in which the frames are tried.
//!
//! | cue | content |
//! | --- | --- |
//! | حمّل إسرائيل مسؤولية … | responsibility |
//! | وصفه بأنه "…" | description |
//! | دعا الوزير إيران إلى … | phrase, with whoever is addressed |
//! | نفت الوزارة أي خطط | object |
//! | قال الحريري اتفاق الطائف باق | plain speech |
//!
//! What a complementizer, a colon or a quotation mark introduces is in `content`.

use super::between::{anonymity, circumstances, particle, skip};
use super::content::{
    Content, Report, ended, ended_past, ends_in_what, introduced, introducer, quoted, quoted_before, resumes,
    whole,
};
use super::cue::Cue;
use super::cues::{self, Shape};
use super::extent;
use super::nouns::{self, has_pronoun};
use super::scene::Scene;
use super::sources;
use super::subjects;
use super::words::{
    is_attack, is_but, is_complementizer, is_event, is_occasion, is_preposition, is_relative, without_pronoun,
};
use crate::analysis::sides::{Kinds, kinds};
use crate::analysis::{Act, Particles};
use crate::text::{Span, TokenKind, bare};

/// Tokens between a verb and its content at most: a speaker with office, occasion and day.
const REACH: usize = 56;

/// Tokens of a relative clause that tells more of a speaker at most.
const RELATIVE: usize = 20;

/// Tokens between «في حديث» and the content at most.
const REACH_OF_OCCASION: usize = 9;

/// The content that follows a cue.
pub fn content(report: &Report) -> Option<Content> {
    let Report { scene, cue, zone, .. } = *report;
    let zone = anonymity(scene, mouthpiece(scene, past_dashes(scene, zone.max(cue.next))));
    let zone =
        if report.speaker.is_some_and(|it| it.first > cue.index) { past_relative(scene, zone) } else { zone };
    // «وأضاف الوزير | قائلا: "…"»: the same said twice.
    let zone = zone + usize::from(cue.takes('q') && cues::is_saying(scene, zone));
    let end = scene.sentence_end(cue.index).min(cue.next + REACH);
    // «تعهد الحاكم بناء المدارس، لكن الأهالي قالوا إنهم»
    // «البرلمان يقر القانون والصحفيون يصفونه بـ"الكارثي"»
    let another = |i: usize| {
        cues::begins(scene, i)
            || scene.is_comma(i) && is_but(scene.folded(i + 1))
            || cues::joins_headline(scene, i)
    };
    let limit = (zone..end).find(|i| another(*i)).unwrap_or(end);
    // «واشنطن، التي كانت ترفض الحوار، قالت»: what is set in has its object in it.
    let closed = (zone..limit).find(|at| scene.is_comma(*at)).filter(|comma| {
        let object = || cue.takes('o') && object_start(scene, cue, zone, *comma).is_some();
        cue.shape == Shape::Verb && super::content::is_set_in(scene, cue.index) && object()
    });
    let limit = closed.unwrap_or(limit);
    if cue.takes('r') {
        return responsibility(report, zone, limit);
    }
    if cue.takes('U') {
        return blame(report, zone, limit);
    }
    if cue.takes('d')
        && let Some(content) = description(report, zone, limit)
    {
        return Some(content);
    }
    // «تعهدت الحكومة دفع الرواتب»: what one will do; «تعهد ماركوس الابن بعدم التنازل» is not the son.
    let tie = particle(scene, cue, zone, limit);
    let promised = |at: &usize| {
        let plain = scene.reading.is_joined(*at, Particles::default()) && scene.name_at(*at).is_none();
        cue.act != Some(Act::Promise) || plain && tie.is_none_or(|tie| tie > at + 1)
    };
    let object = if cue.takes('o') || cue.takes('d') { object_start(scene, cue, zone, limit) } else { None };
    let behind = Behind {
        report,
        zone,
        limit,
        near: skip(scene, cue, zone, limit),
        particle: tie,
        object: object.filter(promised),
    };
    if let Some(start) = seen_in(scene, cue, behind.near) {
        return ended(report, start, "object");
    }
    let introducer = introducer(scene, zone, limit)
        .filter(|at| !behind.is_of_a_phrase(*at) && !behind.is_of_a_word_of_the_object(*at));
    if let Some(start) = introducer.and_then(|at| behind.described_in_marks(at)) {
        return ended(report, start, "object");
    }
    let introducer = introducer.filter(|at| behind.is_near_enough(*at) && !is_of_another(scene, cue, *at));
    // «وطالب الوزير "حزب الله" بتسليم سلاحه»: who is addressed, in marks.
    let addressed = introducer.filter(|at| {
        let close = scene.closing(*at).filter(|close| *close < at + 6);
        (cue.takes('t') || cue.takes('T'))
            && close.is_some_and(|close| particle(scene, cue, close + 1, close + 2).is_some())
    });
    if let Some(first) = addressed {
        return ended(report, first, "phrase");
    }
    if cue.takes('q')
        && let Some(at) = introducer.filter(|at| behind.particle.is_none_or(|p| *at <= p.max(zone) + 1))
    {
        if let Some(speech) = behind.speech_before(at) {
            return Some(speech);
        }
        if let Some(first) = behind.addressed_before(at) {
            return ended(report, first, "phrase");
        }
        if !behind.has_object_before(at) || behind.is_apart(at) {
            return introduced(report, at);
        }
    }
    if cue.takes('N') {
        return behind.estimate();
    }
    if cue.takes('s') && !cue.takes('u') { None } else { behind.governed() }
}

/// «الأمر الذي ينفيه السكان الذين يؤكدون | أن المياه ملوثة»: another verb stands right before it, in a relative clause.
fn is_of_another(scene: &Scene, cue: &Cue, introducer: usize) -> bool {
    let verb = introducer.checked_sub(1).filter(|at| *at > cue.index + 1);
    verb.is_some_and(|at| {
        // «المنظمة، التي ذكرت أن»: set in by a comma, it is the speaker's own.
        is_relative(scene.folded(at - 1))
            && !scene.is_comma(at - 2)
            && cues::at(scene, at).is_some_and(|other| other.shape == Shape::Verb && other.takes('q'))
    })
}

/// Where the content of a cue may stand.
struct Behind<'p, 'r, 'a> {
    report: &'p Report<'r, 'a>,
    /// From here, behind who spoke and where,
    zone: usize,
    /// up to here.
    limit: usize,
    /// The first token that may belong to it.
    near: usize,
    /// The particle that the cue governs its content with.
    particle: Option<usize>,
    /// Where an object begins, of a cue that has one or describes one.
    object: Option<usize>,
}

impl Behind<'_, '_, '_> {
    /// Whether quoted words at `at` belong to a phrase that only begins or ends with them.
    fn is_of_a_phrase(&self, at: usize) -> bool {
        let Report { scene, cue, .. } = *self.report;
        let Some(close) = scene.closing(at) else { return false };
        // «تتهم رواندا بـ"إعلان حرب"»: whom it is addressed to belongs to the particle's phrase.
        // «يحذر من «اختراق» المسيرات»: that phrase only begins with quoted words.
        // «داعيا إياهم إلى أن "يكونوا حذرين"»
        let led = |p: &usize| p + 1 == at || p + 2 == at && is_complementizer(scene.folded(p + 1));
        let phrase = self.particle.filter(led).is_some_and(|p| {
            (cue.takes('t') || cue.takes('T')) && self.near < p || !extent::closes(scene, close + 1)
        });
        // «ورفضت كراكاس "تدخلات" واشنطن»: so does the object.
        // «تنفي "نية الإبادة" بحق الأقلية»
        let tied = close <= at + 4
            && ["بحق", "ضد", "تجاه", "حول", "علي", "في"].contains(&scene.folded(close + 1))
            && !extent::closes(scene, close + 1);
        // «أعلن "انتهاء التوافق" مع الحركة», «"التعليق المؤقت للأنشطة" للحزب»: quoted words without a verb.
        let said = |i: usize| {
            scene.reading.is_finite(i)
                || matches!(scene.folded(i), "لا" | "لن" | "لم")
                || is_complementizer(scene.folded(i))
        };
        let bound = scene.folded(close + 1) == "مع"
            || scene
                .reading
                .word(close + 1)
                .is_some_and(|word| word.particles == Particles::LI && word.certain);
        let tied = tied || bound && !(at + 1..close).any(said) && !extent::closes(scene, close + 1);
        let object = cue.takes('o') && at == self.near && (close == at + 2 && goes_on(scene, close) || tied);
        // «اتهم "رجال دين" بالإعداد لانقلاب»: who is accused, in the words of the accuser.
        let accused = cue.takes('T') && at == self.near && self.particle == Some(close + 1);
        // «هاجمت بيان «تقدم»»: a word in marks behind a noun is its name.
        let name = cue.takes('s') && close == at + 2 && at > self.near;
        // «اتهمها "بتدمير" البلاد»: the particle stands in the marks.
        let inside = self.particle == Some(at + 1) && close <= at + 3 && goes_on(scene, close);
        phrase || object || accused || name || inside
    }

    /// «نفت اتهامات وصفتها بأنها ملفقة», «نفى ما أعلنه الطبيب من أن»: what another verb in the object introduces.
    fn is_of_a_word_of_the_object(&self, at: usize) -> bool {
        let Report { scene, cue, .. } = *self.report;
        let Some(object) = self.object.filter(|object| *object < at && cue.takes('o')) else { return false };
        if scene.folded(object) == "ما" && scene.folded(at - 1) == "من" {
            return true;
        }
        let describes = |i: usize| {
            let other = cues::at(scene, i).filter(|other| other.shape == Shape::Verb);
            other.is_some_and(|other| other.has_pronoun() && other.takes('d'))
        };
        (object + 1..at).any(describes)
    }

    /// «عدّت الحديث عن التسريح "وسيلة ضغط"»: what is described, and in marks as what.
    fn described_in_marks(&self, at: usize) -> Option<usize> {
        let Report { scene, cue, .. } = *self.report;
        if !cue.takes('d') || scene.closing(at).is_none() {
            return None;
        }
        let is_described =
            |start: &usize| *start == self.zone && *start < at && !(*start..at).any(|i| scene.is_comma(i));
        self.object.filter(is_described)
    }

    /// A verb that is no sign by itself reports only with أن right behind it: «بيّن أن», not «بين يوليو و…».
    fn is_near_enough(&self, at: usize) -> bool {
        let Report { scene, cue, speaker, .. } = *self.report;
        let named = speaker.is_some_and(|speaker| speaker.first > cue.index && speaker.speaks);
        // «رأى في حديث للقناة أن»
        let told = scene.folded(self.zone) == "في"
            && is_occasion(scene.stem(self.zone + 1))
            && at < self.zone + REACH_OF_OCCASION;
        !cue.takes('s') || named || told || at <= self.near + 1 || !is_complementizer(scene.folded(at))
    }

    /// What somebody says of himself before an أن that goes on.
    fn speech_before(&self, at: usize) -> Option<Content> {
        let Report { scene, cue, .. } = *self.report;
        let of_himself = cue.takes('u')
            && scene.closing(at).is_none()
            && (self.zone..at).any(|i| is_first_person(scene, i));
        if of_himself { plain_speech(self.report, self.zone, at) } else { None }
    }

    /// «اتهم الشركة بأنها لم تدفع»: who is addressed before an أن belongs to what is said.
    fn addressed_before(&self, at: usize) -> Option<usize> {
        let Report { scene, cue, .. } = *self.report;
        let takes = (cue.takes('t') || cue.takes('T')) && is_complementizer(scene.folded(at));
        let first = self.near;
        let closed = scene.is_definite(first) || scene.folded(first).starts_with("ايا");
        (takes && first < at && closed && !is_preposition(scene.folded(first))).then_some(first)
    }

    /// «أكدت موقفها "الثابت"»: a noun before the marks is what is said, unless a comma parts them.
    fn has_object_before(&self, at: usize) -> bool {
        let Report { scene, cue, .. } = *self.report;
        let quoted = scene.closing(at).is_some();
        // «رفضت وصف المياه بأنها ملوثة», «نفت تأكيد الجيش أن»: what is refused is another's word.
        let is_word = |at: usize| {
            cues::at(scene, at)
                .is_some_and(|cue| cue.shape == Shape::Noun || cue.takes('d') && is_masdar_too(scene, at))
        };
        // «نفت المزاعم بأنها تسلحت»
        let alleged =
            cue.act == Some(Act::Deny) && self.object.is_some_and(|at| is_allegation(scene.stem(at)));
        let least = if quoted || alleged {
            0
        } else if is_word(circumstances(scene, cue, self.zone, self.limit)) {
            1
        } else {
            2
        };
        // Past circumstances only what happens is an object: «أكد في بيان مقتل …», not «في كلمة وجهها … أن».
        self.object.is_some_and(|start| {
            cue.takes('o')
                && start + least < at
                && (start == self.zone || is_event(scene.stem(start)) || quoted)
        })
    }

    /// «إن المدعي رفض تكفيلهما، وإنها ستطعن»: an أن joined by و goes on with what was reported before.
    fn is_apart(&self, at: usize) -> bool {
        let scene = self.report.scene;
        at.checked_sub(1).is_some_and(|i| scene.is_comma(i))
            && !scene.reading.word(at).is_some_and(|word| word.particles.has(Particles::AND))
    }

    /// «قدّرت الوزيرة خسائر بلادها بنحو 900 مليون يورو»
    fn estimate(&self) -> Option<Content> {
        let Report { scene, cue, .. } = *self.report;
        let object = object_start(scene, cue, self.zone, self.limit)?;
        let about = |at: usize| {
            scene.kind(at) == TokenKind::Number
                || matches!(scene.stem(at), "نحو" | "حوالي" | "قرابه" | "اكثر" | "اقل" | "مليار" | "مليون")
        };
        let by = |at: usize| scene.reading.is_joined(at, Particles::BI) && about(at);
        let estimated = |at: &usize| by(*at) || scene.folded(*at) == "ب" && about(at + 1);
        (object + 1..self.limit).find(estimated)?;
        ended(self.report, object, "object")
    }

    /// What the cue governs, by its particle or as its object; else what it says as it stands.
    fn governed(&self) -> Option<Content> {
        let Report { scene, cue, .. } = *self.report;
        let object = self.object.filter(|_| cue.takes('o'));
        if let Some(at) = self.particle.filter(|at| object.is_none_or(|start| start >= *at)) {
            // «وعبرت عن حنقها،» holds an attitude and says nothing.
            if cue.takes('w') && scene.is_comma(at + 2) {
                return None;
            }
            return phrase(self.report, self.zone, at);
        }
        if cue.takes('o') {
            if cue.act == Some(Act::Deny) && is_silence(scene, object?) {
                return None;
            }
            // «تبنى البرلمان القرار»: no attack that he takes upon himself.
            if cue.takes('A') && !is_attack(scene.stem(object?)) {
                return None;
            }
            let object = ended(self.report, object?, "object")?;
            // «وأبدى الرئيس استغرابه،» holds an attitude and says nothing.
            if cue.takes('v') && cues::is_attitude(scene, object.first) && object.last == object.first + 1 {
                return None;
            }
            // «وأيد الوزير فلانا»: of whom nothing is said.
            let person = scene.person_at(object.first);
            let alone = person.is_some_and(|(_, next)| next >= object.last) && cue.act.is_none();
            return (!alone).then_some(object);
        }
        if cue.takes('u') { plain_speech(self.report, self.zone, self.limit) } else { None }
    }
}

/// «ادعاءاتها», «المزاعم»: what others have said, which is denied as such.
fn is_allegation(stem: &str) -> bool {
    let word = bare(without_pronoun(stem).unwrap_or(stem));
    matches!(
        word,
        "ادعاءات"
            | "مزاعم"
            | "اتهامات"
            | "تصريحات"
            | "انباء"
            | "تقارير"
            | "شايعات"
            | "معلومات"
    )
}

/// Past «– في ختام الاجتماع –»: what is set between dashes behind the subject.
fn past_dashes(scene: &Scene, zone: usize) -> usize {
    let dash = |at: &usize| matches!(scene.folded(*at), "-" | "–" | "—");
    let close = (zone + 1..zone + 24).find(|at| dash(&zone) && dash(at));
    close.map_or(zone, |close| close + 1)
}

/// Past «المغرب | الذي يقيم علاقات مع الرياض، | الثلاثاء»: what a relative clause tells of who speaks, up to its comma.
fn past_relative(scene: &Scene, zone: usize) -> usize {
    let first = scene.past_comma(zone);
    let end = scene.sentence_end(zone).min(first + RELATIVE);
    let said = |at: &usize| is_complementizer(scene.folded(*at)) || scene.closing(*at).is_some();
    let apposed = zone < first && is_apposition(scene, first);
    if !is_relative(scene.folded(first)) && !apposed {
        return zone;
    }
    let comma = (first..end).take_while(|at| !said(at)).find(|at| scene.is_comma(*at));
    // «، المقيم في باريس، مضيفا أن»: what goes on anew closes no aside.
    let closes = |comma: &usize| !apposed || !cues::begins(scene, comma + 1);
    comma.filter(closes).map_or(zone, |comma| comma + 1)
}

/// «حركة الشباب، | المرتبطة بتنظيم القاعدة، …», «النهضة، | أكبر أحزاب المعارضة، …»: what somebody is, behind a comma.
fn is_apposition(scene: &Scene, index: usize) -> bool {
    let adjective = scene.is_definite(index)
        && scene.name_at(index).is_none()
        && !nouns::is_office(scene, index)
        && kinds(scene.stem(index)) == Kinds::default()
        && !scene.stem(index).ends_with("ات")
        && is_preposition_or_joined(scene, index + 1);
    let head = matches!(
        scene.stem(index),
        "اكبر"
            | "ابرز"
            | "اهم"
            | "اقدم"
            | "احد"
            | "احدي"
            | "صاحب"
            | "صاحبه"
            | "ثاني"
            | "ثالث"
            | "عضو"
    );
    adjective
        || head
            && scene.is_word(index + 1)
            && scene.reading.word(index).is_some_and(|w| w.particles.is_empty())
}

fn is_preposition_or_joined(scene: &Scene, index: usize) -> bool {
    is_preposition(scene.folded(index))
        || scene.reading.word(index).is_some_and(|word| !word.particles.is_empty() && word.certain)
}

/// Past «، على لسان سفيرها في بريشتينا فلان،», «على لسان مديرها فلان».
fn mouthpiece(scene: &Scene, zone: usize) -> usize {
    let at = scene.past_comma(zone);
    if (scene.folded(at), scene.folded(at + 1)) != ("علي", "لسان") {
        return zone;
    }
    let close = (at + 2..at + 15).find(|i| scene.is_comma(*i)).filter(|_| at > zone);
    let spoken = || sources::read(scene, at + 2, scene.sentence_end(zone)).map(|source| source.next);
    close.map(|close| close + 1).or_else(spoken).unwrap_or(zone)
}

/// Whether a phrase goes on behind the closing mark: with a name or a word of its own.
fn goes_on(scene: &Scene, close: usize) -> bool {
    scene.is_word(close + 1)
        && !extent::closes(scene, close + 1)
        && scene.reading.word(close + 1).is_some_and(|word| word.particles.is_empty())
        && !is_preposition(scene.folded(close + 1))
}

/// Content after a particle: «دعا إلى سحب القوات», with whoever is addressed: «دعا إثيوبيا إلى سحبها».
fn phrase(report: &Report, zone: usize, at: usize) -> Option<Content> {
    let Report { scene, cue, .. } = *report;
    let alone = !ends_in_what(scene.folded(at)) && is_preposition(scene.folded(at))
        || matches!(scene.folded(at), "ب" | "ل");
    let start = if alone { at + 1 } else { at };
    let clause = is_complementizer(scene.folded(start));
    // «حذر التحالف، وهو نقابة، من»
    // «اتهمت نقابة المحامين في إسطنبول السلطات بـ»
    let past = scene.is_comma(zone) || scene.folded(zone) == "في";
    let near = skip(scene, cue, zone, at);
    // «دعا الخميس من زنزانته الحزب إلى»
    let past = past || near < at && matches!(scene.folded(near), "من" | "في" | "عبر" | "خلال" | "امام");
    let first = if past { circumstances(scene, cue, zone, at) } else { near };
    let may = cue.takes('t') || cue.takes('T');
    let addressed = may
        && first < at
        && !is_preposition(scene.folded(first))
        // «داعيا … بمقر النقابة إلى»: where it was said.
        && scene.reading.word(first).is_some_and(|w| !(w.certain && w.particles == Particles::BI))
        && (scene.is_word(first) || scene.closing(first).is_some());
    if cue.takes('T')
        && !addressed
        && !cue.has_pronoun()
        && report.speaker.is_none_or(|s| s.first >= cue.index || zone == cue.next)
        && cue.shape == Shape::Verb
        && mouthpiece(scene, report.zone) == report.zone
    {
        // The only noun between verb and particle is the one addressed, not the subject.
        return None;
    }
    if cue.shape == Shape::Participle
        && cue.takes('T')
        && cue.act == Some(Act::Condemn)
        && !addressed
        && !cue.has_pronoun()
    {
        // «الحكومة متهمة بالتستر»: who is accused, by nobody knows whom.
        return None;
    }
    if clause && !addressed {
        return introduced(report, start);
    }
    let content = ended_past(report, if addressed { first } else { start }, at, "phrase")?;
    // «اتهامات الهند بتورط أجهزتها», «تعهد بألا يستخدمها»: the particle of a word that the lexicon has not.
    let written = scene.written(content.first);
    let unsplit = content.first == at
        && scene.reading.word(at).is_some_and(|word| word.particles.is_empty())
        && !ends_in_what(scene.folded(at))
        && content.span.start == scene.reading.span(at, 1).start;
    let joined = written.chars().next().filter(|letter| unsplit && matches!(letter, 'ب' | 'ل'));
    let start = content.span.start.index() + joined.map_or(0, char::len_utf8);
    Some(Content { span: Span::new(start.into(), content.span.end), ..content })
}

/// «رأت في ذلك تحريضا»: what somebody sees in something, behind the pronoun that means it.
pub fn seen_in(scene: &Scene, cue: &Cue, at: usize) -> Option<usize> {
    let pointed = scene.folded(at) == "في" && matches!(scene.folded(at + 1), "ذلك" | "هذا" | "هذه" | "تلك");
    let start = match scene.folded(at) {
        "فيه" | "فيها" | "فيهم" | "فيهما" => at + 1,
        _ if pointed => at + 2,
        _ => return None,
    };
    let held = scene.stem(start).ends_with(['ا', 'ه']) && !scene.is_definite(start);
    (cue.takes('f') && held && scene.is_word(start)).then_some(start)
}

/// Where the object of a verb begins, if it has one.
fn object_start(scene: &Scene, cue: &Cue, zone: usize, limit: usize) -> Option<usize> {
    if cue.has_pronoun() && cue.shape == Shape::Verb {
        return None;
    }
    let start = circumstances(scene, cue, zone, limit);
    let word = scene.folded(start);
    let fits = start < limit
        && (scene.is_word(start) || scene.closing(start).is_some() || scene.kind(start) == TokenKind::Number)
        && (!is_preposition(word) || scene.written(start).starts_with('آ'))
        && !is_complementizer(word)
        && (!scene.reading.is_finite(start)
            || is_masdar_too(scene, start)
            // «أعلن صد هجوم»: two verbs do not follow each other.
            || start == zone
                && !cue.takes('u')
                && scene.stem(start).chars().count() < 4
                && nouns::is_indefinite(scene, start + 1)
            || start == zone && has_pronoun(scene, start)
            || cues::is_attitude(scene, start))
        && scene.reading.word(start).is_some_and(|w| w.particles.is_empty() || !w.certain);
    (fits || matches!(word, "اي" | "ايه" | "ما" | "مثل")).then_some(start)
}

/// «رفض التعليق», «امتنع عن الإدلاء بتفاصيل»: nothing is said.
fn is_silence(scene: &Scene, index: usize) -> bool {
    // «رفضت تأكيد الرابطة أن»: another's word.
    if scene.stem(index) == "تاكيد" && scene.index_of_introducer(index + 2, 4).is_some() {
        return false;
    }
    matches!(
        scene.stem(index),
        "التعليق"
            | "الادلاء"
            | "الافصاح"
            | "الخوض"
            | "الاجابه"
            | "الحديث"
            | "تاكيد"
            | "التعقيب"
    ) || scene.stem(index) == "الرد" && matches!(scene.stem(index + 2), "اسيله" | "سوال" | "الاسيله" | "طلب")
}

/// «استبعد الوزير خفض الضرائب»: a short verb's letters before a definite noun are its masdar's.
fn is_masdar_too(scene: &Scene, index: usize) -> bool {
    let stem = without_pronoun(scene.stem(index)).unwrap_or(scene.stem(index));
    // «أضاف المومني»
    let says = stem.starts_with('ا') && cues::at(scene, index).is_some_and(|cue| cue.takes('q'));
    if says && !cues::is_attitude(scene, index) {
        return false;
    }
    // «تلقي أي عرض», «تبنيها»
    let shaped = stem.starts_with('ت') && stem.ends_with('ي') && stem.chars().count() == 4;
    // «نفى الوزير تعرضه للضرب», «أكد الحزب تعرض مقره لهجوم»
    let whose = stem != scene.stem(index) && !scene.written(index).ends_with('ة')
        || has_pronoun(scene, index + 1) && scene.is_word(index + 1);
    shaped || stem.chars().count() <= 4 && (whose || scene.is_definite(index + 1))
}

/// وصف X بأنه Y، وصفته بـ“…”.
fn description(report: &Report, zone: usize, limit: usize) -> Option<Content> {
    let Report { scene, cue, .. } = *report;
    let strict = cue.takes('q');
    let at = (zone..limit).find(|i| {
        let word = scene.folded(*i);
        matches!(word, "بانه" | "بانها" | "بانهم" | "بانهن" | "بانهما" | "بان")
            || (scene.stem(*i).is_empty() || word == "ب") && scene.closing(i + 1).is_some()
            || !strict && scene.reading.word(*i).is_some_and(|w| w.particles == Particles::BI && w.certain)
    });
    let Some(at) = at else {
        // «تعد طهران الوثيقة «غير قانونية»»
        let first = skip(scene, cue, zone, limit);
        let described = report.speaker.is_some_and(|speaker| speaker.first > cue.index)
            && (scene.is_definite(first) || scene.folded(first) == "ذلك")
            && scene.reading.word(first).is_some_and(|word| word.particles.is_empty());
        if let Some((open, close)) = (first + 1..first + 4).find_map(|at| Some((at, scene.closing(at)?)))
            && described
            && (first..open).all(|at| scene.is_word(at) && !is_complementizer(scene.folded(at)))
            && extent::closes(scene, close + 1)
        {
            return if resumes(scene, close + 1) {
                ended(report, first, "description")
            } else {
                Some(whole(scene, first, close + 1, "description"))
            };
        }
        // «اعتبرته النقابة تشكيكا في وطنية القضاة», «يعدها غير شرعية»: as what, in the accusative.
        let bare = |at: usize| scene.reading.word(at).is_some_and(|w| w.particles.is_empty() && !w.definite);
        let told = matches!(scene.stem(first), "غير" | "بمثابه")
            || scene.written(first).ends_with(['ا', 'ً', 'ة']) && !scene.reading.is_finite(first);
        if cue.has_pronoun()
            && cue.takes('o')
            && scene.is_word(first)
            && bare(first)
            && told
            && scene.name_at(first).is_none()
        {
            // «الحزب الذي تعتبره واشنطن منظمة إرهابية، أعلن هدنة»
            let goes_on = |at: usize| cues::at(scene, at).is_some() || scene.reading.is_finite(at);
            let comma = || (first..limit).find(|at| scene.is_comma(*at) && goes_on(at + 1));
            return match subjects::is_of_relative(scene, cue).then(comma).flatten() {
                Some(comma) => Some(whole(scene, first, comma, "description")),
                None => ended(report, first, "description"),
            };
        }
        // وصفها «…»، اعتبرتها «…»
        let open =
            introducer(scene, zone, limit).filter(|at| cue.has_pronoun() && scene.closing(*at).is_some())?;
        return quoted(scene, open, "description");
    };
    let first = circumstances(scene, cue, zone, at);
    let described = !cue.has_pronoun() && first < at && !scene.folded(first).starts_with("ايا");
    if let Some(close) = scene.closing(at + 1) {
        if !described {
            return quoted(scene, at + 1, "description");
        }
        // «بأنه "خطأ"، وأن آثاره …» goes on.
        let over = extent::closes(scene, close + 1) || scene.is_comma(close + 1);
        if over && !resumes(scene, close + 1) {
            return Some(whole(scene, first, close + 1, "description"));
        }
    }
    let joined = !is_complementizer(scene.folded(at)) && !scene.stem(at).is_empty();
    let start = if joined { at } else { at + 1 };
    // «وصفت الحملة بأنها تطهير عرقي | لكن الحكومة ترفض ذلك»
    ended_past(report, if described { first } else { start }, start, "description")
}

/// حمّل X مسؤولية Y.
fn responsibility(report: &Report, zone: usize, limit: usize) -> Option<Content> {
    let scene = report.scene;
    let at = (zone..limit).find(|i| is_blame(scene.stem(*i)))?;
    let first = skip(scene, report.cue, zone, at);
    // «تحمل مسؤولية الحزب»: somebody is blamed, or one bears it himself.
    (first < at || report.cue.has_pronoun()).then_some(())?;
    ended(report, first.min(at), "responsibility")
}

/// ألقى باللوم على X، ألقى مسؤولية Y على X.
fn blame(report: &Report, zone: usize, limit: usize) -> Option<Content> {
    let scene = report.scene;
    let at = (zone..limit.min(zone + 8)).find(|i| is_blame(scene.stem(*i)))?;
    if !scene.is_definite(at) && scene.folded(at + 1) != "علي" {
        return (at..limit).any(|i| scene.folded(i) == "علي").then(|| ended(report, at, "responsibility"))?;
    }
    let on = (at..limit.min(at + 4)).find(|i| scene.folded(*i) == "علي")?;
    ended(report, on + 1, "responsibility")
}

pub fn is_blame(stem: &str) -> bool {
    let bare = bare(stem);
    bare.starts_with("مسووليه")
        || bare.starts_with("مسيوليه")
        || bare == "لوم"
        || bare == "لايمه"
        || bare == "تبعات"
}

/// «وقال الحريري اتفاق الطائف باق»: speech without marks, where the speaker is named and nothing else follows.
fn plain_speech(report: &Report, zone: usize, limit: usize) -> Option<Content> {
    let Report { scene, cue, speaker, .. } = *report;
    let named = speaker.is_some_and(|s| s.first > cue.index && s.person);
    // «"الوضع كارثي"، يقول الطبيب لوكالة كذا»: the speech stands before.
    if quoted_before(scene, cue).is_some() {
        return None;
    }
    let mut start = skip(scene, cue, zone, limit);
    // An occasion told at length ends where speech in the first person begins: «… من واجبي …».
    if named
        && !is_first_person(scene, start)
        && let Some(own) = (start..limit).find(|i| is_first_person(scene, *i))
    {
        start = own;
    } else if named && is_preposition(scene.folded(start)) && !is_first_person(scene, start) {
        return None;
    }
    if matches!(scene.folded(start.saturating_sub(1)), "من" | "في" | "لا") && start > zone {
        start -= 1;
    }
    let word = scene.folded(start);
    let opens = matches!(
        word,
        "لن" | "لم" | "لا" | "ليس" | "نحن" | "انا" | "هذا" | "هذه" | "من" | "في" | "لقد" | "هناك"
    ) || (named && scene.is_word(start) && !is_preposition(word))
        || is_first_person(scene, start);
    let linked = scene.reading.word(start).is_some_and(|w| w.particles.has(Particles::AND));
    (opens && !linked && start + 3 < limit.max(scene.sentence_end(start)) && scene.is_word(start))
        .then_some(())?;
    if !named && !is_first_person(scene, start) && !is_first_person(scene, start + 1) {
        return None;
    }
    if named && scene.is_comma(zone) && !is_first_person(scene, start) {
        return None;
    }
    ended(report, start, "plain")
}

/// «سنرد», «نعلن», «واجبي», «نحن»: the speaker speaks of himself.
fn is_first_person(scene: &Scene, index: usize) -> bool {
    let word = scene.folded(index);
    matches!(
        word,
        "نحن"
            | "انا"
            | "اننا"
            | "انني"
            | "لنا"
            | "لي"
            | "لدينا"
            | "علينا"
            | "واجبي"
            | "واجبنا"
            | "رايي"
            | "لن"
            | "بلادي"
            | "بلدي"
    ) || word.starts_with("سن") && word.chars().count() >= 5
        || matches!(
            word,
            "نريد"
                | "نعلن"
                | "نرفض"
                | "نطالب"
                | "نعتقد"
                | "اعتقد"
                | "نوكد"
                | "اوكد"
                | "ندعو"
                | "ادعو"
                | "نعتبر"
                | "نحمل"
        )
}
