//! For whom a speaker stands: by his words, by his office, by what was said of him before.
//!
//! | speaker | stands for | by |
//! | --- | --- | --- |
//! | وزير الخارجية الروسي | روسيا | the adjective of his office |
//! | المتحدث باسم حركة حماس | حماس | the organisation he speaks for |
//! | باتريك رايدر | الولايات المتحدة | «متحدث البنتاغون، باتريك رايدر» earlier |
//! | المتحدث | whomever the last «متحدث» stood for | his office alone |
//! | شهود عيان، صحيفة | nobody | |

use super::context;
use super::ground::Ground;
use super::stand::{
    Body, Kinds, Stand, Standing, adjective, body, body_name, is_camp, is_deputy, is_trade, kinds,
    office_holder,
};
use crate::analysis::{Claim, EntityKind, Particles, Reference, Word};
use crate::lexicon::Table;
use crate::text::{TokenKind, bare, fold};
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// The head of bodies whose names have none: «إيكواس», then «المنظمة».
pub const NAMELESS: &str = "**";

/// The head of regions that have a government of their own.
const REGION: &str = "اقليم";

/// Resolves speakers, in the text's order.
pub struct Speakers<'g, 'a> {
    pub(super) ground: &'g Ground<'a>,
    /// What is known of each person, by referent.
    pub(super) persons: HashMap<u32, Standing>,
    /// For the head of each phrase that stood for someone (رئيس، حكومة): where and for whom.
    pub(super) heads: HashMap<String, BTreeMap<usize, Standing>>,
    /// Persons who are no longer in office, by token.
    pub(super) former: Vec<(usize, Standing)>,
    /// Where the United Nations are named first.
    pub(super) council: Option<usize>,
    /// Speakers whose names no entity is, by each word of them.
    pub(super) unknown: HashMap<String, Standing>,
    /// Words that no lexicon has, behind an office: a name that no entity is, and where it begins.
    pub(super) introduced: HashMap<&'a str, u32>,
    /// The last speaker that was no person: where, and for whom.
    pub(super) last: Option<(usize, Standing)>,
    /// The last speaker of all: where, and for whom.
    pub(super) said: Option<(usize, Standing)>,
    /// Whether an office that nothing else tells may be of the state for which somebody spoke before it.
    pub(super) lenient: bool,
    /// The country that the report is from.
    pub(super) home: Option<Standing>,
    /// Groups that only a common noun names («نقابة عمال المصنع»), by that noun: where the first is named.
    pub(super) common: HashMap<&'a str, u32>,
}

impl<'g, 'a> Speakers<'g, 'a> {
    /// Reads the appositions of the whole text.
    pub fn new(ground: &'g Ground<'a>) -> Self {
        let mut speakers = Speakers {
            ground,
            persons: HashMap::new(),
            heads: HashMap::new(),
            former: Vec::new(),
            council: None,
            unknown: HashMap::new(),
            introduced: HashMap::new(),
            last: None,
            said: None,
            lenient: false,
            home: context::home(ground),
            common: HashMap::new(),
        };
        for index in 0..ground.reading.len() {
            // The table is asked by what the reading knows already: every word of the text comes by here.
            if ground.reading.single(index, Table::Standing).is_some() {
                let word = ground.reading.stem(index);
                let kind = kinds(word);
                let group = kind.any(Kinds::GROUP) && !kind.any(Kinds::STATE);
                // «شركة ميتا», where no name is seen.
                let trade = is_trade(word) && !ground.reading.is_known(index + 1);
                if (group || trade) && ground.is_common(index) {
                    speakers.common.entry(word).or_insert(index as u32);
                }
                if kind.any(Kinds::OFFICE) {
                    speakers.introduce(index);
                }
            }
            // «تحالف دعم الشرعية», then «التحالف»: bodies that are no entities.
            if let Some((words, Body::For(stand))) = body(ground.reading, index)
                && words > 1
                && ground.entity_at(index).is_none()
            {
                let text = ground.words(index..index + words);
                speakers.note(index, Standing::new(ground.names.of(stand), "side-institution", text));
            }
        }
        for (index, entity) in ground.entities.iter().enumerate() {
            let tokens = ground.tokens(entity.span);
            if entity.kind == EntityKind::Organisation
                && let Some(standing) = ground.stand_of(index).cloned()
            {
                if standing.stand == Stand::Body("united-nations") {
                    speakers.council.get_or_insert(tokens.start);
                }
                let head = bare(ground.reading.stem(tokens.start)).to_owned();
                let trade = speakers.note_trade(tokens.start, &standing);
                // «المفوضية الأوروبية», then «الاتحاد»: the body's own name has the head.
                if let Stand::Body(id) = standing.stand
                    && let Some(own) = body_name(id).and_then(|name| name.split(' ').next())
                    && kinds(bare(&fold(own))).any(Kinds::GROUP)
                {
                    let own = bare(&fold(own)).to_owned();
                    speakers.heads.entry(own).or_default().insert(tokens.start, standing.clone());
                }
                let headless = !trade && kinds(&head) == Kinds::default();
                if headless && matches!(standing.stand, Stand::Group(_) | Stand::Body(_)) {
                    let named = speakers.heads.entry(NAMELESS.to_owned()).or_default();
                    named.insert(tokens.start, standing.clone());
                }
                speakers.heads.entry(head).or_default().insert(tokens.start, standing);
            } else if let Some(standing) =
                ground.stand_of(index).filter(|s| matches!(s.stand, Stand::Body(_)))
                && (tokens.start.saturating_sub(2)..tokens.start)
                    .any(|before| ground.reading.stem(before) == REGION)
            {
                // «إقليم كردستان», then «حكومة الإقليم».
                speakers.heads.entry(REGION.to_owned()).or_default().insert(tokens.start, standing.clone());
            }
        }
        // «رئيس الأساقفة فلان» may stand before the church: bodies are all known when persons are read.
        for entity in ground.entities {
            let tokens = ground.tokens(entity.span);
            if entity.kind == EntityKind::Person {
                let found = speakers.before(tokens.start, entity.referent);
                let found = found.or_else(|| speakers.after(tokens.end, entity.referent));
                // Who is known beyond this text: what the text itself says of him comes first.
                let known = || {
                    let stand = ground.names.of(office_holder(ground.reading, tokens.clone())?);
                    Some(Standing::new(stand, "side-known", ground.words(tokens.clone())))
                };
                let by_name = ground.names.at(ground.reading, tokens.start).map(|(_, standing)| standing);
                if let Some(found) = by_name.or(found).or_else(known) {
                    // «وزير المياه هابتامو …»: «الوزير» is then his.
                    if let Some(office) = speakers.office_head(tokens.start) {
                        speakers.note(office, found.clone());
                    }
                    if let Some(rank) = speakers.rank(tokens.start) {
                        speakers.note(rank, found.clone());
                    }
                    speakers.persons.entry(entity.referent).or_insert(found);
                }
            }
        }
        speakers.note_offices();
        speakers
    }

    /// For whom a person stands.
    pub fn person(&self, referent: u32) -> Option<&Standing> {
        self.persons.get(&referent)
    }

    /// What is left when all that is plain is known; `stands` as far as they are, in the order of the text.
    pub fn remaining(&mut self, claims: &[Claim], order: &[usize], stands: &mut [Option<Standing>]) {
        self.lenient = true;
        for index in order {
            let (Some(claim), Some(slot)) = (claims.get(*index), stands.get_mut(*index)) else { continue };
            match (&slot, &claim.speaker) {
                (Some(known), Some(speaker)) => {
                    self.said = Some((self.ground.token(speaker.span.start), known.clone()));
                }
                _ => *slot = self.side(claim),
            }
        }
    }

    /// Whom the claim's speaker stands for, if anything supports it.
    pub fn side(&mut self, claim: &Claim) -> Option<Standing> {
        let speaker = claim.speaker.as_ref()?;
        let tokens = self.ground.tokens(speaker.span);
        let found =
            self.resolve(claim, speaker, tokens.clone()).filter(|found| !self.is_accused(claim, found))?;
        self.note(tokens.start, found.clone());
        self.said = Some((tokens.start, found.clone()));
        let person = |index| self.ground.entity_at(index).is_some_and(|(_, e)| e.kind == EntityKind::Person);
        if tokens.clone().all(|index| self.is_plain(index) || person(index)) {
            // «وزير المياه هابتامو …»: «الوزير» is then his.
            if let Some(office) = self.office_head(tokens.start) {
                self.note(office, found.clone());
            }
            if let Some(rank) = self.rank(tokens.start) {
                self.note(rank, found.clone());
            }
            for index in tokens.clone() {
                let word = self.ground.reading.stem(index).to_owned();
                self.unknown.entry(word).or_insert_with(|| found.clone());
            }
        } else if !tokens.clone().any(person) {
            self.last = Some((tokens.start, found.clone()));
        }
        for (_, entity) in tokens.filter_map(|index| self.ground.entity_at(index)) {
            if entity.kind == EntityKind::Person {
                self.persons.entry(entity.referent).or_insert_with(|| found.clone());
            }
        }
        Some(found)
    }

    /// Whether only what stands round it tells the state of an office that accuses just that state.
    fn is_accused(&self, claim: &Claim, found: &Standing) -> bool {
        let vague = matches!(found.evidence.rule, "side-dateline" | "side-context" | "side-scene");
        vague && context::accused(self.ground, claim).is_some_and(|accused| accused.stand == found.stand)
    }

    fn resolve(&self, claim: &Claim, speaker: &Reference, tokens: Range<usize>) -> Option<Standing> {
        let ground = self.ground;
        let stem = |index: usize| ground.reading.stem(index);
        let head = kinds(stem(tokens.start));
        if let Some((_, found)) = tokens.clone().find_map(|index| ground.names.at(ground.reading, index)) {
            return Some(found);
        }
        let person = |index| ground.entity_at(index).is_some_and(|(_, e)| e.kind == EntityKind::Person);
        if is_deputy(stem(tokens.start)) && !tokens.clone().any(person) {
            return self.linked(tokens);
        }
        if head.any(Kinds::CIVIL.or(Kinds::MEDIA)) {
            // «تقرير للوكالة»
            let of = tokens.end;
            let body = |word: &Word| word.particles == Particles::LI && word.definite;
            if stem(tokens.start) == "تقرير" && ground.reading.word(of).is_some_and(body) {
                return ground.scan(of..of + 1).or_else(|| self.earlier(of..of + 1));
            }
            // «الوكالة» may be no agency of news but that for atomic energy.
            let known = tokens.len() == 1 && !head.any(Kinds::CIVIL);
            return known.then(|| self.earlier(tokens))?;
        }
        let all = tokens.clone().map(|index| kinds(stem(index))).fold(Kinds::default(), Kinds::or);
        let person = tokens.clone().find_map(|index| {
            let (_, entity) = ground.entity_at(index)?;
            (entity.kind == EntityKind::Person).then_some((index, entity))
        });
        if let Some((index, entity)) = person {
            let here = self.before(index, entity.referent);
            let end = ground.tokens(entity.span).end;
            // «طلب فلان من مجلس الأمن …»: whom he asks.
            let asks = ground.token(claim.span.start) == end + 1;
            let here = here.or_else(|| self.after(end, entity.referent).filter(|_| !asks));
            // By his family's name, where his names were not seen to be one person's.
            let family = || self.by_name(tokens.clone());
            if let Some(found) = here.or_else(|| self.persons.get(&entity.referent).cloned()).or_else(family)
            {
                return Some(found);
            }
        }
        if all.any(Kinds::FORMER) && person.is_none() {
            let last = self.former.iter().rev().find(|(at, _)| *at <= tokens.start).or(self.former.first());
            return last.map(|(_, standing)| standing.clone());
        }
        if all.any(Kinds::OPPOSITION) {
            let nation = match ground.scan(tokens.clone()).map(|found| found.stand) {
                Some(Stand::Country(code)) => code,
                _ => "",
            };
            return Some(Standing::new(Stand::Opposition(nation), "side-opposition", speaker.text.clone()));
        }
        // A name that no entity is: by the office beside it, or as it was known before.
        if person.is_none() && tokens.clone().all(|index| self.is_plain(index)) {
            let here = self.before(tokens.start, u32::MAX).or_else(|| self.after(tokens.end, u32::MAX));
            let known = || self.by_name(tokens.clone());
            if let Some(found) = here.filter(|f| f.stand != Stand::Person(u32::MAX)).or_else(known) {
                return Some(found);
            }
        }
        if matches!(stem(tokens.start), "البيان" | "التصريح" | "الرساله" | "التقرير")
            && let Some((_, last)) = &self.last
        {
            return Some(Standing::new(last.stand, "side-document", speaker.text.clone()));
        }
        let found = ground.scan(tokens.clone()).or_else(|| self.beyond(tokens.clone(), all));
        if found.is_some() {
            return found;
        }
        // «وزير الدولة فلان» with a name that no entity is goes the same way.
        let named =
            |index: usize| self.is_plain(index) && ground.reading.single(index, Table::Common).is_none();
        let plain = || tokens.clone().all(named).then_some(tokens.start);
        if let Some(index) = person.map(|(index, _)| index).or_else(plain) {
            let carried = self.by_carrier(claim, speaker, all.or(self.office_before(tokens.start)));
            let found = carried.or_else(|| {
                let mut offices = self.offices_before(index);
                let office = offices.find(|office| context::is_state(ground, *office..index))?;
                self.of_state(office)
            });
            if found.is_some() || person.is_some() {
                return found;
            }
        }
        // «مصدر فيها»
        if head.any(Kinds::OFFICE)
            && matches!(ground.reading.folded(tokens.end), "فيها" | "فيه" | "لديها" | "لديه")
        {
            return self.organisation_before(tokens.end);
        }
        if let Some(found) = self.authorities(tokens.clone()) {
            return Some(found);
        }
        if head.any(Kinds::OFFICE) && self.is_of_another(tokens.clone()) {
            return self.meant_by(tokens);
        }
        if head.any(Kinds::RESOLUTION) && self.council.is_some_and(|at| at <= tokens.start) {
            return Some(Standing::new(Stand::Body("united-nations"), "side-document", speaker.text.clone()));
        }
        let unnamed = context::is_unnamed(stem(tokens.start));
        if let Some(found) = self.same(tokens.clone()) {
            return Some(found);
        }
        let office = || {
            let office = tokens.len() > 1 && head.any(Kinds::OFFICE.or(Kinds::STATE)) && !unnamed;
            office.then(|| self.office(tokens.start, tokens.end, u32::MAX))?
        };
        let state = || context::is_state(ground, tokens.clone()) && !unnamed;
        self.earlier(tokens.clone())
            .or_else(office)
            .or_else(|| self.linked(tokens.clone()))
            .or_else(|| self.of_body(tokens.clone()))
            .or_else(|| self.kin(tokens.clone()))
            .or_else(|| context::kingdom(ground, tokens.start))
            .or_else(|| self.by_carrier(claim, speaker, all))
            .or_else(|| self.of_state(tokens.start).filter(|_| state()))
    }

    /// «المتحدث ذاته», «المسؤول الحكومي»: an office by which whoever spoke last in the paragraph is called.
    fn same(&self, tokens: Range<usize>) -> Option<Standing> {
        let reading = self.ground.reading;
        let [first, second] = [tokens.start, tokens.start + 1];
        let office = reading.stem(first).starts_with("ال") && kinds(reading.stem(first)).any(Kinds::OFFICE);
        let told = matches!(reading.stem(second), "ذاته" | "ذاتها" | "نفسه" | "نفسها")
            || reading.stem(second).starts_with("ال") && kinds(reading.stem(second)).any(Kinds::OFFICIAL);
        let (at, found) = self.said.as_ref().filter(|_| office && told && tokens.end <= second + 1)?;
        let near = *at < first && !(*at..first).any(|index| reading.kind(index) == TokenKind::Break);
        near.then(|| Standing::new(found.stand, "side-reference", found.evidence.words.join(" ")))
    }

    /// Whose an office or body at a token is that every state has.
    pub(super) fn of_state(&self, token: usize) -> Option<Standing> {
        let near = context::scene(self.ground, token).or_else(|| context::actor(self.ground, token));
        near.or_else(|| self.home.clone()).or_else(|| self.before_paragraph(token))
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
        (state && breaks < 2)
            .then(|| Standing::new(found.stand, "side-context", found.evidence.words.join(" ")))
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
    fn by_carrier(&self, claim: &Claim, speaker: &Reference, all: Kinds) -> Option<Standing> {
        let ground = self.ground;
        let via = ground.tokens(claim.via.as_ref()?.span);
        if !all.any(Kinds::OFFICE) {
            return None;
        }
        let official = all.any(Kinds::OFFICIAL);
        let outlet =
            via.clone().filter(|_| official).filter_map(|index| ground.entity_at(index)?.1.country).next();
        let stand = match outlet {
            Some(code) => ground.names.of(Stand::Country(code)),
            None => via
                .filter_map(|index| adjective(ground.reading, index))
                .next()
                .map(|(_, s)| ground.names.of(s))?,
        };
        Some(Standing::new(stand, "side-outlet", speaker.text.clone()))
    }

    /// «السلطات» alone are those of the country in which its sentence says that things happen.
    fn authorities(&self, tokens: Range<usize>) -> Option<Standing> {
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
            Some(Standing::new(found.stand, "side-country", found.evidence.words.join(" ")))
        };
        near.rev().find_map(place)
    }

    /// «مسؤول» + «في البيت الأبيض»: an office alone, told more of right after it.
    fn beyond(&self, tokens: Range<usize>, all: Kinds) -> Option<Standing> {
        const LINKS: &[&str] = &["في", "من", "باسم", "لدي", "عن", "ب", ""];
        let ground = self.ground;
        let mut next = tokens.end;
        // «وزارة الثروات في حكومة إقليم كردستان»
        let ministry = all.any(Kinds::STATE) && ground.reading.stem(next + 1) == "حكومه";
        if !(all.any(Kinds::OFFICE) || ministry) {
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
