//! Where a noun phrase ends: the grammar that tells a subject from the object behind it.
//!
//! A phrase is open for a genitive until a definite word or a name closes it; then only adjectives that agree
//! belong to it, and what an office governs.
//!
//! | text | phrase |
//! | --- | --- |
//! | وزير الخارجية الأميركي بغداد | وزير الخارجية الأميركي |
//! | الوزير الصحفيين | الوزير |
//! | الشركة علمها بالصفقة | الشركة |
//! | مصدر مقرب من الأمم المتحدة | all of it |
//! | الأمين العام للأمم المتحدة | all of it |

use super::cues;
use super::nouns::{
    has_pronoun, is_adjective, is_bare_adjective, is_charged, is_office, is_plural, is_sent, is_unknown,
    may_agree,
};
use super::scene::Scene;
use super::unlisted;
use super::words::{is_adverb, is_complementizer, is_event, is_occasion, is_outlet, is_preposition};
use crate::analysis::sides::{Kinds, is_camp, is_trade, kinds};
use crate::analysis::{Entity, EntityKind, Particles};
use crate::lexicon::Table;
use crate::text::{TokenKind, bare};

/// Words of a noun phrase at most.
const LONGEST: usize = 16;

/// Words of the body in which somebody holds an office, at most.
const SEAT: usize = 6;

/// What the words read so far allow to follow.
#[derive(Clone, Copy, PartialEq)]
enum State {
    /// A noun without article: a genitive or its adjective may follow.
    Open,
    /// A noun without article, with an adjective: more of these may follow.
    Indefinite,
    /// An article or a name has closed it: adjectives with the article may follow.
    Definite,
}

/// A noun phrase.
pub struct Phrase<'a> {
    /// The token after it.
    pub next: usize,
    /// Whether an article or a name has closed it.
    pub definite: bool,
    /// The person whom it names at its end, and where.
    pub person: Option<(&'a Entity, usize)>,
    /// The first other name in it, and where.
    pub name: Option<(&'a Entity, usize)>,
}

/// Reads the noun phrase that begins at `first`, up to `end` at most.
pub fn read<'a>(scene: &Scene<'a>, first: usize, end: usize) -> Phrase<'a> {
    let mut reader = Reader {
        scene,
        first,
        office: is_office(scene, first),
        several: are_several(scene, first),
        state: State::Open,
        phrase: Phrase { next: first, definite: false, person: None, name: None },
    };
    let end = end.min(first + LONGEST);
    while reader.phrase.next < end && reader.phrase.person.is_none() {
        let Some(next) = reader.step(reader.phrase.next) else { break };
        reader.phrase.next = next;
    }
    reader.phrase.definite = reader.state == State::Definite;
    reader.phrase
}

/// «أعضاء الائتلاف»: several, so that a name behind them is somebody else's.
pub fn are_several(scene: &Scene, first: usize) -> bool {
    is_plural(bare(scene.stem(first))) || scene.stem(first) == "اعضاء"
}

/// «مسؤول في الوزارة»: one of several, so that whoever bears a title behind him is somebody else.
pub fn is_one_of(scene: &Scene, first: usize) -> bool {
    // «مسؤول بارز سابق في الوزارة»
    let told = (first + 1..first + 4).find(|at| !is_bare_adjective(scene, *at)).unwrap_or(first + 1);
    !scene.is_definite(first) && matches!(scene.folded(told), "في" | "من" | "داخل" | "لدي")
}

struct Reader<'r, 'a> {
    scene: &'r Scene<'a>,
    first: usize,
    office: bool,
    /// Whether it names [several](are_several).
    several: bool,
    state: State,
    phrase: Phrase<'a>,
}

impl<'a> Reader<'_, 'a> {
    /// The token after the next part of the phrase; nothing where the phrase is over.
    fn step(&mut self, index: usize) -> Option<usize> {
        let scene = self.scene;
        if let Some((entity, next)) = scene.name_at(index) {
            return self.name(index, entity, next);
        }
        match scene.kind(index) {
            TokenKind::Quote => self.quoted(index),
            TokenKind::Word => self.word(index),
            TokenKind::Number if index == self.first => Some(index + 1),
            _ if scene.folded(index) == "(" && index > self.first => {
                (index..index + LONGEST).find(|i| scene.folded(*i) == ")").map(|close| close + 1)
            }
            _ => None,
        }
    }

    fn name(&mut self, index: usize, entity: &'a Entity, next: usize) -> Option<usize> {
        let scene = self.scene;
        if index > self.first && !self.governs(index)? {
            return None;
        }
        if entity.kind != EntityKind::Person {
            // «قائد شرطة العاصمة طهران»
            let capital = entity.kind == EntityKind::Place
                && index > self.first + 1
                && matches!(scene.stem(index - 1), "العاصمه" | "مدينه");
            if index > self.first && self.state != State::Open && !capital {
                // «الكاتبة السعودية فلانة»: her country's adjective is written as its name.
                let nation = self.office
                    && next == index + 1
                    && scene.reading.single(index, Table::Nationalities).is_some()
                    && self.names_person_after(index);
                return nation.then_some(next);
            }
            self.phrase.name.get_or_insert((entity, index));
            self.state = State::Definite;
            return Some(next);
        }
        let genitive = self.state == State::Open
            && index > self.first
            && !scene.reading.word(index - 1).is_some_and(|word| word.definite)
            && scene.reading.single(index - 1, Table::Honorifics).is_none();
        // «الطبيب السابق لترامب»
        if genitive || index > self.first && scene.reading.is_joined(index, Particles::LI) {
            // «حكومة نتنياهو», «مستشار ترامب»: whose it is, not who it is.
            self.state = State::Definite;
            return Some(next);
        }
        // «وطالب الوزير إيتو بـ…»: whom the text has introduced by another office.
        if index == self.first + 1 && scene.is_of_another_office(self.first, entity) {
            return None;
        }
        // «اتهم أعضاء الائتلاف نتانياهو»: whom they accuse.
        if index > self.first && self.several && self.state == State::Definite {
            return None;
        }
        // After a name that is no office only a comma parts a person from it.
        if index > self.first && !self.office && !self.is_human() {
            return None;
        }
        self.phrase.person = Some((entity, index));
        self.state = State::Definite;
        Some(next)
    }

    /// «المسافرة ماريا سوزا», «الناقد الرياضي فلان»: a noun with the article that heads no body and no
    /// enterprise is who the name behind it is.
    fn is_human(&self) -> bool {
        let (scene, word) = (self.scene, self.scene.stem(self.first));
        self.state == State::Definite
            && scene.name_at(self.first).is_none()
            && scene.reading.word(self.first).is_some_and(|word| word.definite)
            && kinds(word) == Kinds::default()
            && !(is_trade(word) || is_camp(word) || is_event(word))
    }

    /// Whether the word at `index` may stand here with the particles it has; nothing where it may not.
    fn governs(&mut self, index: usize) -> Option<bool> {
        let scene = self.scene;
        let word = scene.reading.word(index)?;
        if word.particles.is_empty() || !word.certain {
            return Some(true);
        }
        let adjective = index.checked_sub(1).is_some_and(|i| i > self.first && is_adjective(scene, i));
        let plain = scene.name_at(index).is_none();
        // «المكتب التابع للوزارة»
        let belongs = word.particles == Particles::LI
            && index > self.first
            && matches!(bare(scene.stem(index - 1)), "تابع" | "تابعه");
        let of_group = adjective
            && plain
            && word.particles == Particles::LI
            && (self.first..index).any(|at| kinds(scene.stem(at)).any(Kinds::GROUP))
            && scene.is_definite(index + 1);
        let complement = match self.state {
            // «الأمين العام للأمم المتحدة», «المجلس الأعلى للأمن»; «الوزير للصحفيين» is whom he tells.
            // «اللجنة المكلفة بالتسليم»
            State::Definite if word.particles == Particles::BI => {
                let held = !plain && self.names_person_after(index) || self.is_seat(index);
                is_charged(scene, index - 1) || self.office && held
            }
            State::Definite if belongs => true,
            State::Definite => {
                // «المجمع المقدس للكنيسة الأرثوذكسية»
                let body = || scene.reading.single(self.first, Table::OrganisationHeads).is_some();
                adjective && word.particles == Particles::LI && (self.office || plain || body())
            }
            // «ست نقابات مستقلة لقطاع التربية»
            _ if !self.office => of_group,
            _ => word.particles == Particles::LI || word.particles == Particles::BI,
        };
        // «المدير العام للوكالة فلان»: not whom it is told.
        let person = |at: usize| scene.person_at(at).is_some();
        let held = person(index + 1) || scene.name_at(index).is_some_and(|(_, next)| person(next));
        let outlet = !held && (is_outlet(scene.stem(index)) || is_outlet_name(scene, index));
        // «أكد شهود لفرانس برس أن»: whom it is told.
        let told = scene.name_at(index).is_some_and(|(e, next)| {
            let outlet = e.kind == EntityKind::Organisation && word.particles == Particles::LI;
            let who = !scene.is_definite(self.first) && !is_occasion(scene.stem(self.first));
            let outlet = outlet && who;
            outlet && is_complementizer(scene.folded(next))
        });
        let outlet = (outlet || told) && !belongs;
        // «الجيش الشعبي لتحرير السودان»: what a body is for.
        // «الاتحاد الوطني لتعاونيات مصايد الأسماك»: of several words, the last has the article.
        let closed = (index + 1..index + 4)
            .find(|at| scene.is_definite(*at) || !scene.is_word(*at) || is_preposition(scene.folded(*at)));
        let closed = || closed.is_some_and(|at| scene.is_definite(at));
        let purpose = of_group || self.state == State::Definite && plain && closed();
        // «القيادي بحماس فلان»
        let seat = word.particles == Particles::BI && self.office && self.is_seat(index);
        if !(complement && (scene.is_definite(index) || seat || purpose) && !outlet) {
            return None;
        }
        self.state = State::Open;
        Some(true)
    }

    /// «حركة “النهضة”», «وزارة الدفاع “البنتاغون”»: a name in quotation marks, not speech.
    fn quoted(&mut self, index: usize) -> Option<usize> {
        let scene = self.scene;
        // «منظمة «عدالة الساحل» غير الحكومية»: the mark that ends what a name has begun with.
        if scene.opening(index).is_some_and(|open| (self.first..index).contains(&open))
            && self.phrase.name.is_some()
        {
            return Some(index + 1);
        }
        let close = scene.closing(index)?;
        // «"تحالف الصحافة والفنون"»: a body's name alone.
        let body = kinds(scene.stem(index + 1)).any(Kinds::STATE.or(Kinds::GROUP));
        if index == self.first && body && close <= index + SEAT {
            self.state = State::Definite;
            return Some(close + 1);
        }
        if self.is_held_behind(index, close) {
            self.state = State::Definite;
            return Some(close + 1);
        }
        let name = scene.name_at(index + 1);
        let whole = name.is_some_and(|(_, next)| next >= close);
        let short = index > self.first && close <= index + 4 && self.state == State::Open;
        // «شركة الطيران البرتغالية "تاب" أمس»: what nobody knows, in the middle of a clause.
        let short = short
            || self.state == State::Definite
                && !scene.is_definite(self.first)
                && close <= index + 3
                && (scene.is_word(close + 1) || scene.is_comma(close + 1))
                && (index + 1..close).all(|at| !scene.reading.is_known(at));
        if !(short || whole && close <= index + 6) {
            return None;
        }
        if let Some((entity, next)) = name {
            if entity.kind == EntityKind::Person {
                // «رئيس الوزراء "فلان"», «اتهمت "فلانة"، شقيقة الرئيس، …»: some papers set names in marks.
                let held = (self.office || index == self.first) && next == close;
                if held {
                    self.phrase.person = Some((entity, index + 1));
                    self.state = State::Definite;
                }
                return held.then_some(close + 1);
            }
            self.phrase.name.get_or_insert((entity, index + 1));
        }
        self.state = State::Definite;
        Some(close + 1)
    }

    fn word(&mut self, index: usize) -> Option<usize> {
        let scene = self.scene;
        let word = scene.reading.word(index)?;
        // «القائم بأعمال رئيس الوزراء»: an office of several words is open for what it is of.
        let office = scene.reading.longest(index, Table::Offices).filter(|(words, _)| *words > 1);
        if let Some((words, _)) = office
            && index == self.first
            && !scene.is_definite(index + words - 1)
        {
            return Some(index + words);
        }
        // «الفريق أول ركن فلان», «حجة الإسلام فلان»: a rank of several words.
        if index == self.first
            && let Some(next) = self.rank(index).filter(|next| *next > index + 1)
        {
            self.state = State::Definite;
            return Some(next);
        }
        let folded = scene.folded(index);
        // «وكالة يونهاب للأنباء»
        if folded == "للانباء" && kinds(scene.stem(self.first)).any(Kinds::MEDIA) {
            return Some(index + 1);
        }
        // «السفير الجنوب أفريقي السابق»
        if index > self.first
            && self.state == State::Definite
            && word.definite
            && word.particles.is_empty()
            && let Some((words @ 2.., _)) = scene.reading.longest(index, Table::Nationalities)
        {
            return Some(index + words);
        }
        // «سكان بلدة صواردة شمالي السودان»
        let side =
            matches!(folded, "شمالي" | "جنوبي" | "شرقي" | "غربي" | "شمال" | "جنوب" | "شرق" | "غرب" | "وسط");
        if let Some((_, next)) = scene.place_at(index + 1).filter(|_| side && index > self.first) {
            self.state = State::Definite;
            return Some(next);
        }
        // «منظمة كذا غير الحكومية»
        if index > self.first
            && folded == "غير"
            && is_adjective(scene, index + 1)
            && scene.is_definite(index + 1) == (self.state == State::Definite)
        {
            self.state = if scene.is_definite(index + 1) { State::Definite } else { State::Indefinite };
            return Some(index + 2);
        }
        if index > self.first {
            // «الحكومة المعترف بها دوليا»
            if let Some(next) = past_acknowledged(scene, index) {
                self.state = State::Definite;
                return Some(next);
            }
            // «الرئيس التنفيذي لـ"نيوز كورب" في أستراليا فلان»
            if let Some(close) = scene.closing(index + 1).filter(|_| self.office && folded == "ل") {
                let next = close + 1;
                let place = scene.folded(next) == "في" && self.names_person_after(next + 1);
                let person = scene.person_at(next).is_some();
                if !(person || place) {
                    return None;
                }
                self.state = State::Definite;
                return Some(next);
            }
            if self.is_link(index) {
                self.state = State::Open;
                return Some(index + 1);
            }
            let ends = is_complementizer(folded)
                || is_preposition(folded)
                || is_adverb(folded)
                || scene.date_at(index).is_some()
                || is_event(scene.stem(index))
                // «مسؤول طلب عدم الكشف عن هويته»: no request of an official's.
                || scene.folded(index + 1) == "عدم"
                || (cues::at(scene, index).is_some() && !word.definite)
                || scene.reading.is_finite(index);
            if ends || !(self.second_field(index).is_some() || self.governs(index)?) {
                return None;
            }
        }
        // «محللون روس وأجانب»
        if self.state == State::Indefinite && word.particles == Particles::AND && is_foreign(scene, index) {
            return Some(index + 1);
        }
        // «وزير العدل السوداني بالإنابة فلان»
        if self.office && matches!(folded, "بالانابه" | "بالنيابه" | "بالوكاله") {
            return Some(index + 1);
        }
        if self.state == State::Definite && matches!(folded, "نفسه" | "نفسها" | "ذاته" | "ذاتها" | "انفسهم")
        {
            return Some(index + 1);
        }
        if let Some(next) = self.second_field(index).filter(|_| self.state == State::Definite) {
            return Some(next);
        }
        let ranked = (self.state == State::Definite && self.office).then(|| self.rank(index)).flatten();
        if let Some(next) = ranked {
            return Some(next);
        }
        // «120 أستاذا جامعيا | السلطات»
        let counted = index == self.first + 1 && scene.kind(self.first) == TokenKind::Number;
        if counted || self.state == State::Indefinite && scene.stem(index).ends_with("يا") {
            self.state = State::Indefinite;
            return (!word.definite).then_some(index + 1);
        }
        self.state = match (self.state, word.definite) {
            (State::Open, true) => State::Definite,
            (State::Open, false) if index == self.first => self.head(index),
            // «مدير عام منظمة الصحة»
            (State::Open, false) if folded == "عام" && self.office && self.is_construct(index + 1) => {
                State::Open
            }
            // «تعاونيات مصايد الأسماك»: what nobody knows is a noun where one with the article follows.
            (State::Open, false)
                if is_bare_adjective(scene, index)
                    && !(is_unknown(scene, index) && scene.is_definite(index + 1)) =>
            {
                State::Indefinite
            }
            (State::Open, false) if has_pronoun(scene, index) => State::Definite,
            (State::Open, false) => State::Open,
            (State::Indefinite, false)
                if is_bare_adjective(scene, index) || self.is_between_adjectives(index) =>
            {
                State::Indefinite
            }
            (State::Definite, true) if self.is_told(index) || self.is_of_person_behind(index) => {
                State::Definite
            }
            _ => return None,
        };
        Some(index + 1)
    }

    /// «وزير الثقافة والرياضة الإسباني», «وزير الغابات وشؤون المياه التركي»: past the second of two fields,
    /// joined by و, where more of the phrase follows it; or past that of what somebody is charged with.
    fn second_field(&self, index: usize) -> Option<usize> {
        let scene = self.scene;
        let word = scene.reading.word(index)?;
        let joined = word.particles == Particles::AND && word.certain;
        let field = |at: usize| {
            let kinds = kinds(scene.stem(at));
            scene.name_at(at).is_none() && (kinds == Kinds::default() || kinds.any(Kinds::OFFICIAL))
        };
        let person = |at: usize| scene.person_at(at).is_some();
        let nation =
            |at: usize| scene.reading.single(at, Table::Nationalities).is_some() && scene.is_definite(at);
        let bare = |at: usize| scene.reading.word(at).is_some_and(|word| word.particles.is_empty());
        let next = if word.definite {
            index + 1
        } else if field(index + 1) && scene.is_definite(index + 1) && bare(index + 1) {
            index + 2
        } else {
            return None;
        };
        if !(joined && field(index) && index > self.first + 1) {
            return None;
        }
        if word.definite && is_charged(scene, index - 2) && !bare(index - 1) {
            return Some(next);
        }
        let body = self.office || kinds(scene.stem(self.first)).any(Kinds::STATE);
        let holder = || {
            let seat = scene.folded(next) == "في" && self.is_seat(next + 1);
            person(next) || seat || unlisted::after_office(scene, next).is_some()
        };
        // «للشؤون الخارجية والسياسة الأمنية»
        let first = field(index - 1) || is_adjective(scene, index - 1);
        (body && first && (nation(next) || self.office && holder())).then_some(next)
    }

    /// «قائد الجيش الفريق أول فلان»: past a rank, where a person's name follows it.
    fn rank(&self, index: usize) -> Option<usize> {
        let scene = self.scene;
        // «ناشد أهالي المخيم الرئيس فلانا»: several are not he.
        if self.several || is_one_of(scene, self.first) {
            return None;
        }
        let mut at = index;
        // «وزير الإعلام د. فلان»
        let short = matches!(scene.stem(index), "د" | "م") && scene.folded(index + 1) == ".";
        if short && scene.person_at(index + 2).is_some() {
            return Some(index + 2);
        }
        for _ in 0..3 {
            let (words, _) = scene.reading.longest(at, Table::Honorifics)?;
            at += words;
            if scene.person_at(at).is_some() {
                return Some(at);
            }
        }
        None
    }

    /// «مسؤولين سامين أميركيين»: a plural that nobody knows before an adjective.
    fn is_between_adjectives(&self, index: usize) -> bool {
        let scene = self.scene;
        let plural = scene.stem(index).ends_with("ين") || scene.stem(index).ends_with("ون");
        plural && is_unknown(scene, index) && is_bare_adjective(scene, index + 1)
    }

    /// What the first word leaves open: «مستشاره» is closed by its pronoun, «مسؤولون» takes no genitive.
    fn head(&self, index: usize) -> State {
        let word = self.scene.stem(index);
        if has_pronoun(self.scene, index) {
            State::Definite
        } else if word.ends_with("ون")
            || word.ends_with("ين") && is_office(self.scene, index) && is_plural(word)
        {
            State::Indefinite
        } else {
            State::Open
        }
    }

    /// An adjective with the article that agrees with a noun of the phrase.
    fn is_told(&self, index: usize) -> bool {
        let scene = self.scene;
        // «أهالي المخيم الرئيس فلانا»: somebody else.
        let titled = scene.stem(index) == "الرييس" && scene.person_at(index + 1).is_some();
        is_adjective(scene, index)
            && !titled
            && (self.first..index).any(|noun| scene.is_word(noun) && may_agree(scene, noun, index))
    }

    /// «زعيم التمرد الكردي المعتقل فلان»: a participle between an office and the name.
    fn is_of_person_behind(&self, index: usize) -> bool {
        let scene = self.scene;
        let person = scene.person_at(index + 1).is_some();
        let participle = bare(scene.stem(index)).starts_with('م') && !is_office(scene, index);
        self.office
            && person
            && participle
            && is_adjective(scene, index - 1)
            && may_agree(scene, self.first, index)
    }

    /// «المتحدث باسم المجلس في الصومال فلان»: a person's name behind the place.
    fn names_person_after(&self, index: usize) -> bool {
        let scene = self.scene;
        scene.name_at(index).is_some_and(|(_, next)| self.names_person(next))
    }

    /// A person's name, with or without a rank before it.
    fn names_person(&self, next: usize) -> bool {
        let scene = self.scene;
        let rank = scene.reading.longest(next, Table::Honorifics).map_or(0, |(words, _)| words);
        let named = [next, next + rank].iter().any(|at| {
            scene.person_at(*at).is_some()
                && scene.reading.word(*at).is_some_and(|word| word.particles.is_empty())
        });
        named || unlisted::after_office(scene, next).is_some()
    }

    /// «القيادي في «الديمقراطي» | فلان»: a body in marks, and whoever holds an office in it right behind them.
    fn is_held_behind(&self, open: usize, close: usize) -> bool {
        let scene = self.scene;
        // «كبير الاقتصاديين في مصرف "كذا" فلان»
        let house =
            open.checked_sub(2).filter(|at| is_trade(scene.stem(at + 1)) && scene.folded(*at) == "في");
        let in_it = house.is_some() || open.checked_sub(1).is_some_and(|at| scene.folded(at) == "في");
        in_it && self.office && close < open + SEAT && self.names_person(close + 1)
    }

    /// «مفوضة الصحة في الاتحاد فلانة», «رئيس لجنة المياه في البرلمان العراقي فلان»: a body in which somebody
    /// holds an office, where a person's name follows it.
    fn is_seat(&self, index: usize) -> bool {
        let scene = self.scene;
        if is_occasion(scene.stem(index)) {
            return false;
        }
        let bare = |at: usize| scene.reading.word(at).is_some_and(|word| word.particles.is_empty());
        let mut at = index;
        // Whether a name or an article closes the words so far.
        let mut named = false;
        while at < index + SEAT {
            if scene.closing(at).is_some_and(|close| self.is_held_behind(at, close)) {
                return true;
            }
            let name = scene.name_at(at);
            if at > index && bare(at) && name.is_some_and(|(e, _)| e.kind == EntityKind::Person) {
                return true;
            }
            let closed = at > index
                && (named
                    || scene.is_definite(at - 1)
                    || past_acknowledged(scene, at.saturating_sub(2)) == Some(at));
            if closed && unlisted::after_office(scene, at).is_some() {
                return true;
            }
            if let Some(next) = past_acknowledged(scene, at) {
                at = next;
                continue;
            }
            // «القيادي بالحركة فلان», «القيادي بحماس فلان»: the particle that ties the body to the office.
            let tied = |at: usize| scene.reading.is_joined(at, Particles::BI);
            let listed = scene.reading.longest(at, Table::Organisations).filter(|_| name.is_none());
            if let Some((words, _)) = listed.filter(|_| bare(at) || at == index && tied(at)) {
                (named, at) = (true, at + words);
                continue;
            }
            let goes_on = (bare(at) || at == index && tied(at))
                && scene.is_word(at)
                && !is_complementizer(scene.folded(at))
                && !is_preposition(scene.folded(at))
                && !scene.reading.is_finite(at)
                && scene.date_at(at).is_none()
                && cues::at(scene, at).is_none();
            if !goes_on {
                return false;
            }
            named = name.is_some();
            at = name.map_or(at + 1, |(_, next)| next);
        }
        false
    }

    /// Whether a noun begins that is closed, by itself or by the word behind it.
    fn is_construct(&self, index: usize) -> bool {
        let scene = self.scene;
        let bare = scene.reading.word(index).is_some_and(|word| word.particles.is_empty());
        let closed = scene.is_definite(index) || scene.is_definite(index + 1);
        let told = scene.is_definite(index) && is_adjective(scene, index) || is_bare_adjective(scene, index);
        bare && closed && !told
    }

    /// «باسم», «من» after «مقرب», «في الصومال»: what ties the phrase to more of itself.
    fn is_link(&self, index: usize) -> bool {
        let scene = self.scene;
        let (next, open) = (scene.folded(index + 1), self.state != State::Definite);
        match scene.folded(index) {
            "باسم" | "باسمها" | "باسمه" | "باسمهم" | "لشوون" | "لشيون" | "للشوون" | "للشيون" => {
                true
            }
            // «وزير الإعلام فيها فلان»
            "فيها" | "فيه" | "بها" | "به" | "لديها" => {
                self.office && !open && !self.scene.is_comma(index + 1)
            }
            // «المحامي المختص في القضايا الرياضية فلان»
            "في" if index > self.first
                && ["مختص", "متخصص", "خبير", "باحث"]
                    .iter()
                    .any(|expert| bare(scene.stem(index - 1)).starts_with(expert)) =>
            {
                true
            }
            "في" if matches!(
                scene.stem(index + 1),
                "شوون" | "الشوون" | "الشان" | "مجال" | "قضايا" | "علوم"
            ) =>
            {
                true
            }
            "في" | "داخل" => {
                let body =
                    kinds(scene.stem(self.first)).any(Kinds::STATE) && scene.name_at(index + 1).is_some();
                let seat = self.office && self.state != State::Indefinite && self.is_seat(index + 1);
                // «مصدر داخل اتحاد الكرة»
                let of_body = open
                    && kinds(scene.stem(index + 1)).any(Kinds::STATE.or(Kinds::GROUP).or(Kinds::OFFICE))
                    && (scene.is_definite(index + 2)
                        // «مسؤول في جبهة "البوليساريو"»
                        || scene.closing(index + 2).is_some_and(|close| close <= index + SEAT)
                        // «مصدر في وفد قسد»
                        || scene.name_at(index + 2).is_some_and(|(e, _)| e.kind == EntityKind::Organisation));
                let held = self.state != State::Indefinite && self.names_person_after(index + 1);
                (open || body || seat || self.office && held)
                    && (scene.is_definite(index + 1) || seat || of_body)
                    && scene.date_at(index + 1).is_none()
                    && !is_occasion(scene.stem(index + 1))
            }
            "الي" => self.office && scene.name_at(index + 1).is_some() && is_sent(scene.stem(self.first)),
            "لدي" => self.office && scene.is_definite(index + 1),
            // «النائب عن حزب كذا فلان»
            "عن" => {
                // «النائبة الأوروبية عن حزب كذا»
                let noun = if is_adjective(scene, index - 1) { self.first } else { index - 1 };
                let seat = matches!(
                    bare(scene.stem(noun)),
                    "نايب" | "نايبه" | "نواب" | "عضو" | "ممثل" | "ممثله" | "ممثلون" | "ممثلين"
                );
                let body =
                    kinds(scene.stem(index + 1)).any(Kinds::GROUP) || scene.name_at(index + 1).is_some();
                index > self.first && seat && body
            }
            // «الحكومة المكلفة من البرلمان»
            "من" if !open && is_charged(scene, index - 1) => scene.is_definite(index + 1),
            "من" => {
                let body = kinds(scene.stem(index + 1)) != Kinds::default();
                open && (scene.is_definite(index + 1) || body)
                    && !matches!(next, "جهته" | "جهتها" | "جانبه" | "جانبها")
            }
            _ => false,
        }
    }
}

/// Whether a word without article tells of what country, or that it is another, and the one before it does.
fn is_foreign(scene: &Scene, index: usize) -> bool {
    let nation =
        |at: usize| scene.reading.single(at, Table::Nationalities).is_some() && !scene.is_definite(at);
    let other = matches!(
        scene.stem(index),
        "اجانب" | "محليون" | "محليين" | "دوليون" | "دوليين" | "غربيون" | "غربيين"
    );
    nation(index - 1) && (nation(index) || other)
}

/// Past «بها دوليا» of «الحكومة المعترف بها دوليا», if it begins at the token.
fn past_acknowledged(scene: &Scene, index: usize) -> Option<usize> {
    let told = matches!(scene.folded(index), "به" | "بها")
        && scene.stem(index.saturating_sub(1)).starts_with("المعترف");
    told.then(|| if scene.folded(index + 1) == "دوليا" { index + 2 } else { index + 1 })
}

/// The name of an outlet, or one in quotation marks of its own: «لـ«الشرق الأوسط»».
fn is_outlet_name(scene: &Scene, index: usize) -> bool {
    let quote = index.checked_sub(1).is_some_and(|i| scene.kind(i) == TokenKind::Quote);
    scene.name_at(index).is_some_and(|(entity, _)| {
        quote || entity.kind == EntityKind::Organisation && kinds(scene.stem(index)).any(Kinds::MEDIA)
    })
}
