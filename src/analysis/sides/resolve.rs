//! Whom one speaker stands for: what can tell it is asked one after the other, the plainest first.
//!
//! | asked | text |
//! | --- | --- |
//! | the names of the chosen dispute | المتحدث باسم البنتاغون |
//! | what he is: nobody's, a person known before, no longer in office | شهود عيان، السوداني، الرئيس السابق |
//! | what his words name, or what stands right behind them | وزير الخارجية الروسي، مسؤول في البيت الأبيض |
//! | whom his office, a pronoun or a body named before means | المتحدث باسمها، الحكومة |
//! | what quotes him, and whose a state's office is that names no state | وزير الخارجية |

use super::context;
use super::speakers::{Speaker, Speakers};
use super::stand::{
    Kinds, Stand, Standing, adjective, is_bureau, is_camp, is_defence, is_deputy, is_private, is_trade,
    kinds, place,
};
use crate::analysis::{Claim, EntityKind, Particles, Word};
use crate::lexicon::Table;
use crate::text::{TokenKind, bare};
use std::ops::Range;

/// How far back «التقرير» looks for whose report it is, in words.
const REPORT: usize = 400;

/// Words of a headline at most.
const HEADLINE: usize = 40;

impl Speakers<'_, '_> {
    /// Whom the speaker stands for, if anything tells it.
    pub(super) fn resolve(&self, speaker: &Speaker) -> Option<Standing> {
        let ground = self.ground;
        let tokens = &speaker.tokens;
        if let Some((_, found)) = tokens.clone().find_map(|index| ground.names.at(ground.reading, index)) {
            return Some(found);
        }
        // «المدرب الأرجنتيني»: where he comes from.
        if is_private(ground.reading.stem(tokens.start)) && speaker.person.is_none() {
            return None;
        }
        if self.are_two(tokens) || is_defence(ground.reading, tokens.start) {
            return None;
        }
        if speaker.person.is_none() && is_deputy(ground.reading.stem(tokens.start)) {
            // «المكتب الإعلامي الحكومي» is nobody's deputy.
            return self.linked(tokens.clone()).or_else(|| ground.scan(tokens.start..tokens.start + 1));
        }
        // «ناشطون معارضون»
        let opposed = speaker.head.any(Kinds::CIVIL) && speaker.all.any(Kinds::OPPOSITION);
        if opposed && speaker.person.is_none() {
            return Some(self.opposition(speaker));
        }
        if speaker.head.any(Kinds::CIVIL.or(Kinds::MEDIA)) && !is_bureau(ground.reading, tokens.start) {
            return self.of_press(speaker);
        }
        if let Some(found) = self.of_person(speaker) {
            return Some(found);
        }
        if speaker.person.is_none() && speaker.all.any(Kinds::FORMER) {
            let before = self.former.iter().rev().find(|(at, _)| *at <= tokens.start);
            return before.or(self.former.first()).map(|(_, standing)| standing.clone());
        }
        if speaker.all.any(Kinds::OPPOSITION) {
            return Some(self.opposition(speaker));
        }
        if let Some(of) = self.posted(speaker) {
            return of;
        }
        if let Some(named) = self.named_below(speaker) {
            return Some(named);
        }
        let told = self
            .belongs(tokens)
            .or_else(|| self.head_of_union(tokens.start))
            .or_else(|| self.national(tokens))
            .or_else(|| self.of_unseen(speaker))
            .or_else(|| self.document(speaker))
            .or_else(|| self.compatriot(tokens))
            .or_else(|| ground.scan(tokens.clone()))
            .or_else(|| self.beyond(speaker))
            .or_else(|| self.of_name(speaker));
        match speaker.person {
            None => told.or_else(|| self.of_office(speaker)),
            Some(_) => told,
        }
    }

    /// «منظمة حقوقية» in the headline: the first of its kind that the text names.
    fn named_below(&self, speaker: &Speaker) -> Option<Standing> {
        let reading = self.ground.reading;
        let tokens = speaker.tokens.clone();
        let indefinite = tokens.len() <= 2 && !tokens.clone().any(|at| reading.stem(at).starts_with("ال"));
        let headline =
            || tokens.start < HEADLINE && !(0..tokens.start).any(|at| reading.kind(at) == TokenKind::Break);
        let unnamed = || self.ground.entity_at(tokens.start).is_none();
        let told = speaker.head.any(Kinds::GROUP) && indefinite && headline() && unnamed();
        told.then(|| self.earlier_by(bare(reading.stem(tokens.start)), tokens.start))?
    }

    /// «مصدر دبلوماسي غربي في أديس أبابا»: where a diplomat sits is just not what he stands for; of whom his words
    /// before that tell, if any. Nothing where the speaker is no unnamed diplomat in a place.
    fn posted(&self, speaker: &Speaker) -> Option<Option<Standing>> {
        let (ground, tokens) = (self.ground, &speaker.tokens);
        let diplomat = |at: usize| {
            let word = bare(ground.reading.stem(at));
            word.starts_with("دبلوماسي") || word.starts_with("ديبلوماسي")
        };
        let place = |at: &usize| {
            let named = ground.entity_at(at + 1).is_some_and(|(_, entity)| entity.kind == EntityKind::Place);
            ground.reading.stem(*at) == "في" && named
        };
        let unnamed = context::is_unnamed(ground.reading.stem(tokens.start));
        let seat = (tokens.start + 1..tokens.end + 1).find(place)?;
        (unnamed && tokens.clone().any(diplomat)).then(|| ground.scan(tokens.start..seat.min(tokens.end)))
    }

    /// «المكتب التابع لوزارة الدفاع»: whose it is.
    fn belongs(&self, tokens: &Range<usize>) -> Option<Standing> {
        let of = |at: &usize| matches!(bare(self.ground.reading.stem(*at)), "تابع" | "تابعه");
        let at = (tokens.start + 1..tokens.end).find(of)?;
        self.ground.scan(at + 1..tokens.end)
    }

    /// «الشركة الأميركية»: the company named before, which is not its state.
    fn national(&self, tokens: &Range<usize>) -> Option<Standing> {
        let nation = tokens.len() == 2 && adjective(self.ground.reading, tokens.start + 1).is_some();
        nation.then(|| self.enterprise(tokens.start))?
    }

    /// The press, witnesses and experts stand for nobody, but for what only looks like the press and a state's own.
    fn of_press(&self, speaker: &Speaker) -> Option<Standing> {
        let (reading, tokens) = (self.ground.reading, &speaker.tokens);
        // «وكالة الأنباء السورية الرسمية»
        let own = |at: usize| matches!(bare(reading.stem(at)), "رسمي" | "رسميه" | "حكومي" | "حكوميه");
        if speaker.head.any(Kinds::MEDIA) && (tokens.start + 1..tokens.end + 1).any(own) {
            let nation = tokens.clone().find_map(|at| adjective(reading, at));
            let of =
                |(_, stand)| Standing::new(self.ground.names.of(stand), "side-nationality", speaker.text());
            // «الإعلام الرسمي»
            let definite = reading.stem(tokens.start).starts_with("ال");
            return nation.map(of).or_else(|| self.of_state(tokens.start).filter(|_| definite));
        }
        // «التقرير», after «تقرير لمنظمة كذا»
        if tokens.len() == 1 && reading.stem(tokens.start) == "التقرير" {
            let mut before = (tokens.start.saturating_sub(REPORT)..tokens.start).rev();
            let first = before.find(|at| matches!(reading.stem(*at), "تقرير" | "تقريرا"));
            if let Some(found) = first.and_then(|first| self.ground.scan(first + 1..first + 3)) {
                return Some(found);
            }
        }
        // «دراسة لوزارة الزراعة الأوزبكية»
        let issued = |at: usize| {
            self.ground.reading.is_joined(at, Particles::LI) && kinds(reading.stem(at)).any(Kinds::STATE)
        };
        let document = matches!(
            reading.stem(tokens.start),
            "دراسه" | "تقرير" | "بيانات" | "ارقام" | "احصاءات" | "تقديرات"
        );
        if document && tokens.len() > 1 && issued(tokens.start + 1) {
            let of = tokens.start + 1..tokens.end;
            return self.ground.scan(of.clone()).or_else(|| self.earlier(of));
        }
        // «تقرير للوكالة»
        let of = tokens.end;
        let body = |word: &Word| word.particles == Particles::LI && word.definite;
        if reading.stem(tokens.start) == "تقرير" && reading.word(of).is_some_and(body) {
            return self.ground.scan(of..of + 1).or_else(|| self.earlier(of..of + 1));
        }
        // «الوكالة» may be no agency of news but that for atomic energy.
        let known = tokens.len() == 1 && !speaker.head.any(Kinds::CIVIL);
        known.then(|| self.earlier(tokens.clone()))?
    }

    /// A person: by the office beside his name here, else as he was known before.
    fn of_person(&self, speaker: &Speaker) -> Option<Standing> {
        let ground = self.ground;
        let (index, person) = speaker.person?;
        let end = ground.tokens(person.span).end;
        // «طلب فلان من مجلس الأمن …», «اتهم فلان المدير العام للوكالة …»: whom he asks or accuses.
        let content = ground.token(speaker.claim.span.start);
        let asks = content == end || content == end + 1;
        self.before(index, person.referent)
            .or_else(|| self.after(end, person.referent).filter(|_| !asks))
            .or_else(|| self.persons.get(&person.referent).cloned())
            // By his family's name, where his names were not seen to be one person's; not by that of another, who
            // bears it too: «طارق المومني», «محمد المومني».
            .or_else(|| {
                let family = self.families.get(ground.reading.stem(end - 1));
                let own = family.is_none_or(|first| *first == person.referent);
                own.then(|| self.by_name(speaker.tokens.clone()))?
            })
    }

    /// «المعارضة السورية»
    fn opposition(&self, speaker: &Speaker) -> Standing {
        let nation = match self.ground.scan(speaker.tokens.clone()).map(|found| found.stand) {
            Some(Stand::Country(code)) => code,
            _ => "",
        };
        Standing::new(Stand::Opposition(nation), "side-opposition", speaker.text())
    }

    /// A name that no entity is: by the office beside it, or as it was known before.
    fn of_unseen(&self, speaker: &Speaker) -> Option<Standing> {
        let tokens = &speaker.tokens;
        if speaker.person.is_some() || !tokens.clone().all(|index| self.is_plain(index)) {
            return None;
        }
        let here = self.before(tokens.start, u32::MAX).or_else(|| self.after(tokens.end, u32::MAX));
        let here = here.filter(|found| found.stand != Stand::Person(u32::MAX));
        here.or_else(|| self.by_name(tokens.clone()))
    }

    /// «البيان»: of whoever spoke last and is no person.
    fn document(&self, speaker: &Speaker) -> Option<Standing> {
        let word = self.ground.reading.stem(speaker.tokens.start);
        let document = matches!(word, "البيان" | "التصريح" | "الرساله" | "التقرير");
        let (_, last) = self.last.as_ref().filter(|_| document)?;
        Some(Standing::new(last.stand, "side-document", speaker.text()))
    }

    /// A person of whom nothing is known, or «وزير الدولة فلان» with a name that no entity is: by who quotes him, or
    /// by the state whose his office is.
    fn of_name(&self, speaker: &Speaker) -> Option<Standing> {
        let ground = self.ground;
        let start = speaker.tokens.start;
        let named =
            |index: usize| self.is_plain(index) && ground.reading.single(index, Table::Common).is_none();
        let unseen = || speaker.tokens.clone().all(named).then_some(start);
        let name = speaker.person.map(|(index, _)| index).or_else(unseen)?;
        self.by_carrier(speaker, speaker.all.or(self.office_before(start))).or_else(|| {
            // «ورد النفيسي», after «وزير الأشغال خالد النفيسي»
            let introduced = speaker.person.and_then(|(_, person)| self.introductions.get(&person.referent));
            let introduced = introduced.map(|introduced| (*introduced, self.offices_before(*introduced)));
            let here = self.offices_before(name).map(|office| (office, name));
            let before = introduced.into_iter().flat_map(|(name, offices)| offices.map(move |at| (at, name)));
            let mut offices = here.chain(before);
            let member = |at: usize| self.abroad && context::is_of_parliament(ground, at);
            let state =
                offices.find(|(office, name)| context::is_state(ground, *office..*name) || member(*office));
            state.and_then(|(office, _)| self.of_state(office)).or_else(|| self.spokesman(name))
        })
    }

    /// «المتحدث فلان», «المتحدث العسكري العميد فلان»: of whom one spoke before, else of the body that spoke last in
    /// the paragraph.
    fn spokesman(&self, name: usize) -> Option<Standing> {
        let reading = self.ground.reading;
        let speaks = |at: usize| matches!(bare(reading.stem(at)), "متحدث" | "متحدثه" | "ناطق" | "ناطقه");
        let titled = |at: &usize| {
            kinds(reading.stem(*at)).any(Kinds::OFFICIAL)
                || reading.single(*at, Table::Honorifics).is_some() && !speaks(*at)
        };
        let office = (name.saturating_sub(4)..name).rev().find(|at| !titled(at)).filter(|at| speaks(*at))?;
        self.of_subject(office).or_else(|| self.earlier(office..office + 1)).or_else(|| {
            let told = kinds(reading.stem(office + 1)).any(Kinds::OFFICIAL);
            self.said_near(office).filter(|_| told)
        })
    }

    /// «لكن جوبا قدمت رواية أخرى، إذ أكد المتحدث العسكري أن»: of whom the sentence tells.
    fn of_subject(&self, office: usize) -> Option<Standing> {
        let ground = self.ground;
        let first = ground.sentence_of(office)?;
        let (number, entity) = (first..office.min(first + 2)).find_map(|at| ground.entity_at(at))?;
        let named = matches!(entity.kind, EntityKind::Organisation | EntityKind::Place);
        Some(ground.stand_of(number).filter(|_| named)?.by("side-reference"))
    }

    /// An office or a body that names nobody: whom it means here.
    fn of_office(&self, speaker: &Speaker) -> Option<Standing> {
        let ground = self.ground;
        let tokens = &speaker.tokens;
        let office = speaker.head.any(Kinds::OFFICE);
        // «مصدر فيها»
        if office && matches!(ground.reading.folded(tokens.end), "فيها" | "فيه" | "لديها" | "لديه")
        {
            return self.organisation_before(tokens.end);
        }
        if let Some(found) = self.authorities(tokens) {
            return Some(found);
        }
        if office && self.is_of_another(tokens.clone()) {
            return self.meant_by(tokens.clone());
        }
        if speaker.head.any(Kinds::RESOLUTION) && self.council.is_some_and(|at| at <= tokens.start) {
            return Some(Standing::new(Stand::Body("united-nations"), "side-document", speaker.text()));
        }
        let unnamed = context::is_unnamed(ground.reading.stem(tokens.start));
        let by_parts = || {
            let told = tokens.len() > 1 && (office || speaker.head.any(Kinds::STATE)) && !unnamed;
            told.then(|| self.office(tokens.start, tokens.end, u32::MAX))?
        };
        let by_state = || {
            let member = self.abroad && context::is_of_parliament(ground, tokens.start);
            let state = (context::is_state(ground, tokens.clone()) || member) && !unnamed;
            // «مصدر أمني», in a report on one country where no other state speaks
            let source = bare(ground.reading.stem(tokens.start)).starts_with("مصا");
            let local = |at: usize| bare(ground.reading.stem(at)).starts_with("محلي") && !source;
            let local = tokens.clone().any(local);
            let official = unnamed && tokens.len() > 1 && (speaker.all.any(Kinds::OFFICIAL) || local);
            // «مسؤول في مكتب الرئاسة»
            let within = |at: &usize| matches!(ground.reading.folded(*at), "في" | "من" | "لدي");
            // «مصادر الوزارة»
            let of = tokens.start + 1;
            if unnamed
                && tokens.end == of + 1
                && kinds(ground.reading.stem(of)).any(Kinds::STATE)
                && context::is_state(ground, of..tokens.end)
            {
                return self.of_state(tokens.start);
            }
            if unnamed
                && let Some(link) = (tokens.start + 1..tokens.end).find(within)
                && kinds(ground.reading.stem(link + 1)).any(Kinds::STATE)
                && context::is_state(ground, link + 1..tokens.end)
            {
                return self.of_state(tokens.start);
            }
            if official {
                let home = self.home.clone().filter(|home| self.alone || self.only == Some(home.stand));
                return home.or_else(|| self.of_only(speaker.text()).filter(|_| local));
            }
            self.of_state(tokens.start).filter(|_| state)
        };
        self.same(tokens)
            .or_else(|| self.earlier(tokens.clone()))
            .or_else(by_parts)
            .or_else(|| self.linked(tokens.clone()))
            .or_else(|| self.of_body(tokens.clone()))
            .or_else(|| self.kin(tokens.clone()))
            .or_else(|| context::kingdom(ground, tokens.start))
            .or_else(|| self.by_carrier(speaker, speaker.all))
            .or_else(by_state)
    }

    /// «المتحدث ذاته», «المسؤول الحكومي»: an office by which whoever spoke last in the paragraph is called.
    fn same(&self, tokens: &Range<usize>) -> Option<Standing> {
        let reading = self.ground.reading;
        let [first, second] = [tokens.start, tokens.start + 1];
        let office = reading.stem(first).starts_with("ال") && kinds(reading.stem(first)).any(Kinds::OFFICE);
        let told = matches!(reading.stem(second), "ذاته" | "ذاتها" | "نفسه" | "نفسها")
            || reading.stem(second).starts_with("ال") && kinds(reading.stem(second)).any(Kinds::OFFICIAL);
        (office && told && tokens.end <= second + 1).then(|| self.said_near(first))?
    }

    /// Whoever spoke last before a token in its paragraph.
    fn said_near(&self, token: usize) -> Option<Standing> {
        let (at, found) = self.said.as_ref()?;
        let broken = |index: usize| self.ground.reading.kind(index) == TokenKind::Break;
        let near = *at < token && !(*at..token).any(broken);
        near.then(|| found.by("side-reference"))
    }

    /// «المسؤول المصري» behind the head of an Egyptian body that stands for itself: he.
    fn compatriot(&self, tokens: &Range<usize>) -> Option<Standing> {
        let reading = self.ground.reading;
        let (at, found) = self.said.as_ref().filter(|(at, _)| *at < tokens.start)?;
        let official = tokens.len() == 2 && reading.stem(tokens.start) == "المسوول";
        let (_, nation) = adjective(reading, tokens.start + 1).filter(|_| official)?;
        let Stand::Group(group) = found.stand else { return None };
        let of = self.ground.nation_of_group(group)?;
        let breaks = (*at..tokens.start).filter(|at| reading.kind(*at) == TokenKind::Break).count();
        (of == self.ground.names.of(nation) && breaks < 2).then(|| found.by("side-reference"))
    }

    /// Whose an office or body at a token is that every state has.
    pub(super) fn of_state(&self, token: usize) -> Option<Standing> {
        let near = context::scene(self.ground, token)
            .or_else(|| context::answer(self.ground, token))
            .or_else(|| context::actor(self.ground, token));
        near.or_else(|| self.home.clone())
            .or_else(|| self.before_paragraph(token))
            .or_else(|| self.of_only(self.ground.words(token..token + 1)))
            .or_else(|| self.unnamed(token))
    }

    /// Where one state speaks, what a state has is its.
    fn of_only(&self, words: impl Into<String>) -> Option<Standing> {
        self.only.map(|only| Standing::new(only, "side-context", words))
    }

    /// «وزارة التربية», «النيابة العامة» where a paper writes for its own country and names none: its state.
    fn unnamed(&self, token: usize) -> Option<Standing> {
        let text = || self.ground.words(token..token + 1);
        self.alone.then(|| Standing::new(Stand::Country(""), "side-own", text()))
    }

    /// «موسكو وكييف»: two states at once, who are no side together.
    fn are_two(&self, tokens: &Range<usize>) -> bool {
        self.states_at(tokens.start) == 2
    }

    /// «بريطانيا وألمانيا وفرنسا»: more states, where the text does not count them together.
    pub(super) fn are_several(&self, claim: &Claim) -> bool {
        let tokens = claim.speaker.as_ref().map(|speaker| self.ground.tokens(speaker.span));
        tokens.is_some_and(|tokens| self.states_at(tokens.start) > 2)
    }

    /// How many states stand at a token, joined by و.
    fn states_at(&self, token: usize) -> usize {
        let reading = self.ground.reading;
        let (mut count, mut at, mut last) = (0, token, None);
        while let Some((words, state)) = place(reading, at)
            && (count == 0 || reading.is_joined(at, Particles::AND))
            && last != Some(state)
        {
            (count, at, last) = (count + 1, at + words, Some(state));
        }
        count
    }

    /// The state for which somebody spoke last, in this paragraph or the one before.
    fn before_paragraph(&self, token: usize) -> Option<Standing> {
        let ground = self.ground;
        // «حكومة جيرسي» is told by its place.
        let told = (token..token + 3)
            .any(|at| ground.entity_at(at).is_some_and(|(_, entity)| entity.kind == EntityKind::Place));
        let (at, found) = self.said.as_ref().filter(|(at, _)| self.lenient && !told && *at < token)?;
        let breaks = (*at..token).filter(|at| ground.reading.kind(*at) == TokenKind::Break).count();
        let state = matches!(found.stand, Stand::Country(_) | Stand::Party(_));
        (state && breaks < 2).then(|| found.by("side-context"))
    }

    /// A word of a name: no entity begins there, and it tells nothing of who bears it.
    pub(super) fn is_plain(&self, index: usize) -> bool {
        self.ground.entity_at(index).is_none()
            && kinds(self.ground.reading.stem(index)) == Kinds::default()
            && !is_trade(self.ground.reading.stem(index))
            && !is_camp(self.ground.reading.stem(index))
            && (self.ground.reading.single(index, Table::Function).is_none()
                || self.ground.reading.single(index, Table::Given).is_some())
            && adjective(self.ground.reading, index).is_none()
    }

    /// An official without a country, whom a country's own paper or officials quote.
    fn by_carrier(&self, speaker: &Speaker, told: Kinds) -> Option<Standing> {
        let ground = self.ground;
        let via = ground.tokens(speaker.claim.via.as_ref()?.span);
        // «قال الوزير لقناة سي إن إن الأمريكية»: whom he tells it.
        let addressed =
            (via.start.saturating_sub(1)..=via.start).any(|at| ground.reading.is_joined(at, Particles::LI));
        if !told.any(Kinds::OFFICE) || addressed {
            return None;
        }
        let official = told.any(Kinds::OFFICIAL);
        let outlet =
            via.clone().filter(|_| official).filter_map(|index| ground.entity_at(index)?.1.country).next();
        let stand = match outlet {
            Some(code) => ground.names.of(Stand::Country(code)),
            None => via
                .filter_map(|index| adjective(ground.reading, index))
                .next()
                .map(|(_, s)| ground.names.of(s))?,
        };
        Some(Standing::new(stand, "side-outlet", speaker.text()))
    }

    /// «السلطات» alone are those of the country in which its sentence says that things happen.
    fn authorities(&self, tokens: &Range<usize>) -> Option<Standing> {
        let ground = self.ground;
        let word = ground.reading.stem(tokens.start);
        if tokens.len() > 2 || !matches!(word, "السلطات" | "الشرطه" | "السلطه") {
            return None;
        }
        let near = (tokens.start.saturating_sub(12)..tokens.start + 12)
            .filter(|index| ground.reading.stem(*index) == "في" || ground.reading.stem(*index) == "داخل");
        let place = |index: usize| {
            let (number, entity) = ground.entity_at(index + 1)?;
            let found = ground.stand_of(number).filter(|_| entity.kind == EntityKind::Place)?;
            Some(found.by("side-country"))
        };
        near.rev().find_map(place)
    }

    /// «مسؤول» + «في البيت الأبيض»: an office alone, told more of right after it.
    fn beyond(&self, speaker: &Speaker) -> Option<Standing> {
        const LINKS: &[&str] = &["في", "من", "باسم", "لدي", "عن", "ب", ""];
        let ground = self.ground;
        let mut next = speaker.tokens.end;
        // «وزارة الثروات في حكومة إقليم كردستان»
        let ministry = speaker.all.any(Kinds::STATE) && ground.reading.stem(next + 1) == "حكومه";
        // «إدارة الإعلام في الوزارة»
        let part = speaker.head.any(Kinds::STATE) && ground.reading.stem(next) == "في";
        // or «وزارة الدفاع في موسكو»
        let seat = || {
            let (number, entity) = ground.entity_at(next + 1)?;
            ground.stand_of(number).filter(|_| entity.kind == EntityKind::Place).cloned()
        };
        if part && let Some(found) = self.earlier(next + 1..next + 2).or_else(seat) {
            return Some(found);
        }
        if !(speaker.all.any(Kinds::OFFICE) || ministry) {
            return None;
        }
        if !LINKS.contains(&ground.reading.stem(next))
            && !kinds(ground.reading.stem(next)).any(Kinds::OFFICIAL)
        {
            return None;
        }
        next += 1;
        // «مصدر عسكري في «الدعم السريع»»
        if ground.reading.kind(next) == TokenKind::Quote {
            next += 1;
        }
        let until = if kinds(ground.reading.stem(next)).any(Kinds::GROUP.or(Kinds::STATE)) {
            next + 2
        } else {
            next + 1
        };
        ground.scan(next..until)
    }
}
