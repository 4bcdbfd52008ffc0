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
    Body, Kinds, Stand, Standing, adjective, body, body_name, body_of, is_camp, is_trade, kinds,
    office_holder,
};
use crate::analysis::{Claim, EntityKind, Reading, Reference};
use crate::lexicon::Table;
use crate::text::{TokenKind, Words, bare, fold};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

/// The head of enterprises that the text names without one.
const TRADE: &str = "*";

/// The head of bodies whose names have none: «إيكواس», then «المنظمة».
const NAMELESS: &str = "**";

/// How far an office stands from its holder's name, in words.
const APPOSITION: usize = 14;

/// How far behind an office the name of its holder begins, in words.
const INTRODUCED: usize = 6;

/// How far from a person's words his lawyer's begin, in words.
const NEAR: usize = 30;

/// Resolves speakers, in the text's order.
pub struct Speakers<'g, 'a> {
    ground: &'g Ground<'a>,
    /// What is known of each person, by referent.
    persons: HashMap<u32, Standing>,
    /// For the head of each phrase that stood for someone (رئيس، حكومة): where and for whom.
    heads: HashMap<String, BTreeMap<usize, Standing>>,
    /// Persons who are no longer in office, by token.
    former: Vec<(usize, Standing)>,
    /// Where the United Nations are named first.
    council: Option<usize>,
    /// Speakers whose names no entity is, by each word of them.
    unknown: HashMap<String, Standing>,
    /// Words that no lexicon has, behind an office: a name that no entity is, and where it begins.
    introduced: HashMap<&'a str, usize>,
    /// The last speaker that was no person: where, and for whom.
    last: Option<(usize, Standing)>,
    /// The country that the report is from.
    home: Option<Standing>,
    /// Groups that only a common noun names («نقابة عمال المصنع»), by that noun: where the first is named.
    common: HashMap<&'a str, u32>,
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
            home: context::home(ground),
            common: HashMap::new(),
        };
        for index in 0..ground.reading.len() {
            // The table is asked by what the reading knows already: every word of the text comes by here.
            if ground.reading.single(index, Table::Standing).is_some() {
                let word = ground.reading.stem(index);
                let kind = kinds(word);
                if kind.any(Kinds::GROUP) && !kind.any(Kinds::STATE) && ground.is_common(index) {
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

    /// Notes the words of a name that no entity is, behind an office.
    fn introduce(&mut self, office: usize) {
        let ground = self.ground;
        let reading = ground.reading;
        let unknown = |at: &usize| {
            reading.kind(*at) == TokenKind::Word && !reading.is_known(*at) && ground.entity_at(*at).is_none()
        };
        let goes_on = |at: &usize| {
            reading.kind(*at) == TokenKind::Word
                && !is_clause(reading.folded(*at))
                && !ground.ends_person(*at)
        };
        let Some(first) = (office + 1..office + INTRODUCED).take_while(goes_on).find(unknown) else { return };
        for at in (first..first + 3).take_while(unknown) {
            self.introduced.entry(reading.stem(at)).or_insert(first);
        }
    }

    /// For whom a person stands.
    pub fn person(&self, referent: u32) -> Option<&Standing> {
        self.persons.get(&referent)
    }

    /// Whom the claim's speaker stands for, if anything supports it.
    pub fn side(&mut self, claim: &Claim) -> Option<Standing> {
        let speaker = claim.speaker.as_ref()?;
        let tokens = self.ground.tokens(speaker.span);
        let found =
            self.resolve(claim, speaker, tokens.clone()).filter(|found| !self.is_accused(claim, found))?;
        self.note(tokens.start, found.clone());
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
            let here = here.or_else(|| self.after(ground.tokens(entity.span).end, entity.referent));
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

    /// Whom speakers stand for of whom nothing else is known: those who speak for themselves. Persons who speak
    /// more than once and as no experts, people who stand together, an enterprise that only its kind names;
    /// and whoever speaks for one of them («مصدر مقرب من فلان», «محامي فلان»).
    pub fn on_their_own(&mut self, claims: &[Claim], stands: &mut [Option<Standing>]) {
        let mut camps = HashMap::new();
        // Persons who spoke for one of the camps: «المتحدثة باسم الشركة لويزا فيريرا», then «فيريرا».
        let mut spokesmen: HashMap<u32, Standing> = HashMap::new();
        // The person who spoke last, and where his words ended, for «محاميه».
        let mut last: Option<(usize, u32)> = None;
        let mut owners = Vec::with_capacity(claims.len());
        for (claim, known) in claims.iter().zip(stands.iter()) {
            let start = self.ground.token(claim.span.start);
            let near = last.filter(|(end, _)| start < end + NEAR).map(|(_, referent)| referent);
            let by = self.speaking(claim).map(|(_, referent)| referent);
            let spoken_for = || by.and_then(|referent| spokesmen.get(&referent)).cloned();
            let owner = match known {
                Some(_) => None,
                None => spoken_for().or_else(|| self.owner(claim, near, &mut camps)),
            };
            if let (Some(referent), Some(owner)) = (by, &owner)
                && matches!(owner.stand, Stand::Camp(_))
            {
                spokesmen.insert(referent, owner.clone());
            }
            owners.push(owner);
            let said = self.speaking(claim).map(|(_, by)| (self.ground.token(claim.span.end), by));
            last = said.or(last);
        }
        let known: HashSet<Stand> = self.persons.values().map(|standing| standing.stand).collect();
        let mut heard: HashMap<Stand, usize> = HashMap::new();
        for owner in owners.iter().flatten() {
            *heard.entry(owner.stand).or_default() += 1;
        }
        for (owner, slot) in owners.into_iter().zip(stands.iter_mut()) {
            let Some(owner) = owner else { continue };
            let often = heard.get(&owner.stand).is_some_and(|times| *times > 1);
            let known = known.contains(&owner.stand);
            if let Stand::Person(referent) = owner.stand
                && (often || known)
            {
                self.persons.entry(referent).or_insert_with(|| owner.clone());
            }
            if often || known || matches!(owner.stand, Stand::Camp(_)) {
                *slot = Some(owner);
            }
        }
    }

    /// Who speaks for himself in a claim, or who is spoken for; `camps` are those found so far that a common
    /// noun names, by that noun.
    fn owner(&self, claim: &Claim, last: Option<u32>, camps: &mut HashMap<&'g str, u32>) -> Option<Standing> {
        let ground = self.ground;
        let reading = ground.reading;
        let speaker = claim.speaker.as_ref()?;
        let tokens = ground.tokens(speaker.span);
        let word = reading.stem(tokens.start);
        let own = |stand, rule| Some(Standing::new(stand, rule, speaker.text.clone()));
        let person = |at: usize| {
            let (_, entity) = ground.entity_at(at)?;
            (entity.kind == EntityKind::Person).then_some(entity.referent)
        };
        let of = |referent: u32| match self.persons.get(&referent) {
            Some(known) => own(known.stand, "side-of-person"),
            None => own(Stand::Person(referent), "side-of-person"),
        };
        // «محاميه», «وكيل أعماله»: of whoever spoke before him.
        let first = self.speaking(claim);
        let his = |at: usize| is_deputy_of_last(reading, at);
        if (tokens.start.saturating_sub(1)..tokens.end).any(his)
            && let Some(other) = last.filter(|last| first.is_none_or(|(_, referent)| referent != *last))
        {
            return of(other);
        }
        if let Some((at, referent)) = first {
            // «محامي فلان، سلفادور بانيلو»: his lawyer speaks for him.
            let spoken_for = (at.saturating_sub(6)..at)
                .rev()
                .take_while(|at| reading.kind(*at) != TokenKind::Break && !is_clause(reading.folded(*at)))
                .filter(|of| is_deputy(reading.stem(*of)))
                .find_map(|of| (of + 1..at).find_map(person));
            if let Some(other) = spoken_for.filter(|other| *other != referent) {
                return of(other);
            }
            // «المتحدثة باسم الشركة فلانة», where only its noun names the company.
            let offices = self.offices_before(at).last().map_or(at, |office| office + 1);
            let enterprise =
                (offices..at).find(|at| is_trade(reading.stem(*at)) && reading.stem(*at).starts_with("ال"));
            if let Some(enterprise) = enterprise {
                let word = bare(reading.stem(enterprise));
                let common = self.common.get(word).copied();
                let first = *camps.entry(word).or_insert(common.unwrap_or(enterprise as u32));
                return own(Stand::Camp(first), "side-office");
            }
            let told = (at.saturating_sub(5)..at).chain(tokens.end..tokens.end + 4);
            let mut told = told.map(|at| kinds(reading.stem(at)));
            let expert = told.any(|kinds| kinds.any(Kinds::CIVIL.or(Kinds::MEDIA)));
            return if expert { None } else { of(referent) };
        }
        // «النقابة», of which the text says no more.
        let alone = !kinds(word).any(Kinds::STATE) && word.starts_with("ال");
        let body = kinds(word).any(Kinds::GROUP) && (tokens.len() > 1 || alone);
        if is_camp(word) || is_trade(word) || body {
            let common = self.common.get(bare(word)).copied();
            let first = *camps.entry(bare(word)).or_insert(common.unwrap_or(tokens.start as u32));
            return own(Stand::Camp(first), "side-own");
        }
        None
    }

    /// The person whom a claim's speaker names: where, and his referent.
    fn speaking(&self, claim: &Claim) -> Option<(usize, u32)> {
        let mut tokens = self.ground.tokens(claim.speaker.as_ref()?.span);
        tokens.find_map(|at| {
            let (_, entity) = self.ground.entity_at(at)?;
            (entity.kind == EntityKind::Person).then_some((at, entity.referent))
        })
    }

    /// Whose an office or body at a token is that every state has.
    fn of_state(&self, token: usize) -> Option<Standing> {
        let near = context::scene(self.ground, token).or_else(|| context::actor(self.ground, token));
        near.or_else(|| self.home.clone())
    }

    /// Whom a speaker stood for who bore one of the words as a name before. A given name tells one person
    /// from another only where it stands alone («وانغ» after «وانغ يي»).
    fn by_name(&self, tokens: Range<usize>) -> Option<Standing> {
        let reading = self.ground.reading;
        let alone = tokens.len() == 1;
        let mut telling =
            tokens.rev().filter(|index| alone || reading.single(*index, Table::Given).is_none());
        telling.find_map(|index| {
            let word = reading.stem(index);
            // «إعفاء محافظ المصرف الصادق الورفلي», then «وقال الورفلي».
            let introduced = || self.before(*self.introduced.get(word)?, u32::MAX);
            self.unknown.get(word).cloned().or_else(introduced)
        })
    }

    /// A word of a name: no entity begins there, and it tells nothing of who bears it.
    fn is_plain(&self, index: usize) -> bool {
        self.ground.entity_at(index).is_none()
            && kinds(self.ground.reading.stem(index)) == Kinds::default()
            && !is_trade(self.ground.reading.stem(index))
            && !is_camp(self.ground.reading.stem(index))
            && (self.ground.reading.single(index, Table::Function).is_none()
                || self.ground.reading.single(index, Table::Given).is_some())
            && adjective(self.ground.reading, index).is_none()
    }

    /// The office right before a name: its token.
    fn office_head(&self, name: usize) -> Option<usize> {
        let reading = self.ground.reading;
        let near = (name.saturating_sub(APPOSITION)..name).rev();
        near.take_while(|index| {
            !matches!(reading.kind(*index), TokenKind::Break | TokenKind::Mark)
                && !is_clause(reading.folded(*index))
        })
        .filter(|index| kinds(reading.stem(*index)).any(Kinds::OFFICE))
        .last()
    }

    /// The rank right before a name («العقيد»), by which he may be called afterwards: its token.
    fn rank(&self, name: usize) -> Option<usize> {
        let rank = name.checked_sub(1)?;
        self.ground.reading.single(rank, Table::Honorifics).map(|_| rank)
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

    /// The offices in the words right before a name.
    fn office_before(&self, name: usize) -> Kinds {
        let words = (name.saturating_sub(3)..name).map(|index| kinds(self.ground.reading.stem(index)));
        words.fold(Kinds::default(), Kinds::or)
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
        if !all.any(Kinds::OFFICE) {
            return None;
        }
        let mut next = tokens.end;
        if !LINKS.contains(&ground.reading.stem(next))
            && !kinds(ground.reading.stem(next)).any(Kinds::OFFICIAL)
        {
            return None;
        }
        next += 1;
        let until = if kinds(ground.reading.stem(next)).any(Kinds::GROUP.or(Kinds::STATE)) {
            next + 2
        } else {
            next + 1
        };
        ground.scan(next..until)
    }

    /// «الحكومة», «المتحدث», «الحركة»: whom the last phrase with that head stood for.
    fn earlier(&self, tokens: Range<usize>) -> Option<Standing> {
        let reading = self.ground.reading;
        let word = reading.stem(tokens.start);
        // «المجلس الانتخابي» is not the council named before; «الحكومة الحالية» is that government.
        let plain = tokens.clone().skip(1).all(|index| {
            let kinds = kinds(reading.stem(index));
            kinds.any(Kinds::PLAIN.or(Kinds::OFFICIAL)) || reading.single(index, Table::Function).is_some()
        });
        // «القوات المسلحة» are the army, whatever other forces the text names.
        let armed = word == "القوات" && reading.stem(tokens.start + 1) == "المسلحه";
        if !(plain || armed) || !word.starts_with("ال") {
            return None;
        }
        if let Some(found) = self.enterprise(tokens.start) {
            return Some(found);
        }
        let common = self.common(bare(word));
        let group = || {
            let nameless = kinds(word).any(Kinds::GROUP) && tokens.len() == 1 && common.is_none();
            self.heads.get(NAMELESS).filter(|_| nameless)
        };
        let Some(known) = self.heads.get(if armed { "جيش" } else { bare(word) }).or_else(group) else {
            return common;
        };
        let (_, found) = known.range(..tokens.start).next_back().or(known.iter().next())?;
        Some(Standing::new(found.stand, "side-reference", found.evidence.words.join(" ")))
    }

    /// «نقابة عمال المصنع», then «النقابة»: a group that only its noun names.
    fn common(&self, head: &str) -> Option<Standing> {
        let first = *self.common.get(head)?;
        let word = self.ground.words(first as usize..first as usize + 1);
        Some(Standing::new(Stand::Camp(first), "side-reference", word))
    }

    /// «المطران» where the text has a church, «الرئيس التنفيذي» where it has a company: the last of its kind.
    fn of_body(&self, mut tokens: Range<usize>) -> Option<Standing> {
        let head = tokens.find_map(|index| body_of(self.ground.reading.stem(index)))?;
        let trade = || self.heads.get(TRADE).filter(|_| is_trade(head));
        let Some(known) = self.heads.get(head).or_else(trade) else { return self.common(head) };
        let (_, found) = known.range(..tokens.start).next_back().or(known.iter().next())?;
        Some(Standing::new(found.stand, "side-reference", found.evidence.words.join(" ")))
    }

    /// «مصدر في الوزارة», «محامي النقابة»: whom the body stands for that is named behind the office.
    fn linked(&self, tokens: Range<usize>) -> Option<Standing> {
        let reading = self.ground.reading;
        let link = |at: &usize| matches!(reading.folded(*at), "في" | "من" | "لدي" | "داخل" | "باسم" | "عن");
        let behind = match (tokens.start + 1..tokens.end).find(link) {
            Some(link) => link + 1..tokens.end,
            None if is_deputy(reading.stem(tokens.start)) => tokens.start + 1..tokens.end,
            None => return None,
        };
        let found = self.ground.scan(behind.clone()).or_else(|| self.earlier(behind));
        found.filter(|_| tokens.len() > 1)
    }

    /// «منصة "باينانس"»: «المنصة» is then that enterprise; by its name alone («فيرست كوانتم») it is what «الشركة»
    /// means where nothing else is.
    /// Whether a word for an enterprise stands before the name.
    fn note_trade(&mut self, name: usize, standing: &Standing) -> bool {
        let reading = self.ground.reading;
        if !matches!(standing.stand, Stand::Group(_)) || kinds(reading.stem(name)) != Kinds::default() {
            return false;
        }
        let before = (name.saturating_sub(2)..name).rev().find(|at| reading.kind(*at) != TokenKind::Quote);
        let head = before.map(|at| bare(reading.stem(at))).filter(|word| is_trade(word));
        self.heads.entry(head.unwrap_or(TRADE).to_owned()).or_default().insert(name, standing.clone());
        head.is_some()
    }

    /// «الشركة», «للمنصة»: the enterprise named last.
    fn enterprise(&self, token: usize) -> Option<Standing> {
        let word = self.ground.reading.stem(token);
        if !(is_trade(word) && word.starts_with("ال")) {
            return None;
        }
        let known = self.heads.get(bare(word)).or_else(|| self.heads.get(TRADE))?;
        let (_, found) = known.range(..token).next_back().or(known.iter().next())?;
        Some(Standing::new(found.stand, "side-reference", found.evidence.words.join(" ")))
    }

    /// «إسلاميون»: the one group of the text whose name has the word.
    fn kin(&self, tokens: Range<usize>) -> Option<Standing> {
        let word = self.ground.reading.stem(tokens.start);
        if kinds(word) != Kinds::default() {
            return None;
        }
        let group = self.ground.group_with(word)?;
        Some(Standing::new(Stand::Group(group), "side-group", self.ground.words(tokens)))
    }

    /// Notes that the phrase whose head stands at a token stood for someone.
    fn note(&mut self, token: usize, standing: Standing) {
        let word = bare(self.ground.reading.stem(token)).to_owned();
        if kinds(&word).any(Kinds::OFFICE.or(Kinds::STATE).or(Kinds::GROUP)) {
            self.heads.entry(word).or_default().insert(token, standing);
        }
    }

    /// The office before a name: «رئيس الوزراء العراقي» محمد …; «متحدث البنتاغون»، باتريك ….
    fn before(&self, name: usize, referent: u32) -> Option<Standing> {
        // «المتحدث باسم الرئاسة»: where the nearer word tells nothing, the one before it may.
        self.offices_before(name).find_map(|office| self.office(office, name, referent))
    }

    /// The words of office before a name that belong to it, the nearest first.
    fn offices_before(&self, name: usize) -> impl Iterator<Item = usize> {
        let ground = self.ground;
        let reading = ground.reading;
        let belongs = move |index: &usize| {
            let word = reading.stem(*index);
            let apart = match reading.kind(*index) {
                TokenKind::Break => true,
                TokenKind::Mark => index + 1 != name && !matches!(word, "(" | ")" | "\""),
                _ => false,
            };
            !apart && !is_clause(reading.folded(*index)) && !ground.ends_person(*index)
        };
        let near = (name.saturating_sub(APPOSITION)..name).rev().take_while(belongs);
        near.filter(move |index| {
            kinds(reading.stem(*index)).any(Kinds::OFFICE) || is_deputy(reading.stem(*index))
        })
    }

    /// The office after a name: محمد … «وزير الدفاع اليمني», «، المتحدث باسم الجيش».
    fn after(&self, end: usize, referent: u32) -> Option<Standing> {
        let ground = self.ground;
        let reading = ground.reading;
        let skip = usize::from(matches!(reading.stem(end), "،" | "," | "(" | "-"));
        let start = end + skip;
        if skip == 0 && matches!(reading.stem(start), "من" | "عن") {
            let (index, entity) = ground.entity_at(start + 1)?;
            return (entity.kind == EntityKind::Organisation).then(|| ground.stand_of(index).cloned())?;
        }
        if !kinds(reading.stem(start)).any(Kinds::OFFICE) || !reading.word(start)?.particles.is_empty() {
            return None;
        }
        let mut until = start;
        while until < start + APPOSITION
            && !matches!(reading.kind(until), TokenKind::Break | TokenKind::Mark)
            && !is_clause(reading.folded(until))
        {
            until += 1;
        }
        self.office(start, until, referent)
    }

    /// Whom the office in these tokens stands for.
    fn office(&self, start: usize, end: usize, referent: u32) -> Option<Standing> {
        let ground = self.ground;
        let all =
            (start..end).map(|index| kinds(ground.reading.stem(index))).fold(Kinds::default(), Kinds::or);
        let text = || ground.words(start..end);
        if all.any(Kinds::FORMER) {
            return Some(Standing::new(Stand::Person(referent), "side-former", text()));
        }
        let found = ground.scan(start..end);
        if all.any(Kinds::OPPOSITION) {
            let code = if let Some(Stand::Country(code)) = found.map(|f| f.stand) { code } else { "" };
            return Some(Standing::new(Stand::Opposition(code), "side-opposition", text()));
        }
        if let Some(found) = found {
            return Some(Standing {
                evidence: crate::analysis::Evidence::new("side-office", text()),
                ..found
            });
        }
        // «المتحدث باسمها», «رئيسها»: the last organisation before; «رئيس المجلس»: the last of that head.
        if self.is_of_another(start..end) {
            return self.meant_by(start..end);
        }
        let state = context::is_state(ground, start..end);
        let ministry = |index: &usize| state && context::is_ministry(ground, *index);
        let bodies = (start..end).skip(1).filter(|index| !ministry(index));
        let bodies = bodies.filter(|index| !state || !kinds(ground.reading.stem(*index)).any(Kinds::OFFICE));
        let earlier = bodies.map(|index| index..index + 1).find_map(|tokens| self.earlier(tokens));
        earlier.or_else(|| self.of_body(start..end))
    }

    /// Whether the office is told by a pronoun alone: «المتحدث باسمه», «رئيسها».
    fn is_of_another(&self, mut tokens: Range<usize>) -> bool {
        tokens.end = tokens.end.min(tokens.start + 3);
        self.pronoun(tokens).is_some()
    }

    /// The token in which an office has the pronoun of the body whose it is.
    fn pronoun(&self, mut tokens: Range<usize>) -> Option<usize> {
        let reading = self.ground.reading;
        tokens.find(|index| {
            let word = reading.folded(*index);
            let speaks_for = |rest: &str| matches!(rest, "ه" | "ها" | "هم" | "هما");
            // «مديره», which is written with the pronoun's letter.
            let office = || {
                let written = reading.word(*index).map_or("", |word| reading.document().slice(word.span));
                let one = word.strip_suffix('ه').filter(|_| written.ends_with('ه'));
                one.is_some_and(|one| kinds(one).any(Kinds::OFFICE))
            };
            word.chars().count() > 3
                && (word.ends_with("ها")
                    || word.ends_with("يته")
                    || word.strip_prefix("باسم").is_some_and(speaks_for)
                    || office())
        })
    }

    /// Whom the pronoun in an office means: «رئيسها».
    fn meant_by(&self, tokens: Range<usize>) -> Option<Standing> {
        let token = self.pronoun(tokens)?;
        self.organisation_before(token)
    }

    /// Whether «رئيسها» at one token may be of the body that the other names: a league, not a club.
    fn may_mean(&self, pronoun: usize, body: usize) -> bool {
        let (told, head) = (self.ground.reading.folded(pronoun), bare(self.ground.reading.stem(body)));
        let one = is_trade(head) || kinds(head).any(Kinds::GROUP.or(Kinds::STATE));
        let several = !head.ends_with('ه') && kinds(head).any(Kinds::STATE) && told.ends_with("ها");
        let feminine = head.ends_with('ه') || head.ends_with("ات");
        !one || several || told.ends_with("ها") == feminine || told.ends_with("هم") || told.ends_with("هما")
    }

    /// Whom «ها» in «المتحدث باسمها» means: who spoke last in the sentence, else the last name.
    fn organisation_before(&self, token: usize) -> Option<Standing> {
        if let Some((at, found)) = &self.last
            && *at < token
            && self.may_mean(token, *at)
            && token - *at < 30
            && !(*at..token).any(|index| self.ground.reading.kind(index) == TokenKind::Break)
        {
            return Some(Standing::new(found.stand, "side-reference", found.evidence.words.join(" ")));
        }
        (token.saturating_sub(40)..token).rev().find_map(|index| {
            let Some((number, entity)) = self.ground.entity_at(index) else {
                // «رابطة الأندية», which only its noun names.
                let group = self.ground.is_common(index) && self.may_mean(token, index);
                return group.then(|| self.common(bare(self.ground.reading.stem(index))))?;
            };
            if entity.kind == EntityKind::Organisation && !self.may_mean(token, index) {
                return None;
            }
            let named = matches!(entity.kind, EntityKind::Organisation | EntityKind::Place);
            let found = self.ground.stand_of(number).filter(|_| named)?;
            Some(Standing::new(found.stand, "side-reference", found.evidence.words.join(" ")))
        })
    }

    /// Notes the persons who are no longer in office, and offices with a nationality behind them.
    fn note_offices(&mut self) {
        for entity in self.ground.entities.iter().filter(|entity| entity.kind == EntityKind::Person) {
            if let Some(standing) = self.persons.get(&entity.referent)
                && matches!(standing.stand, Stand::Person(_))
            {
                self.former.push((self.ground.token(entity.span.start), standing.clone()));
            }
        }
        let known: Vec<_> = (0..self.ground.reading.len())
            .filter(|index| kinds(self.ground.reading.stem(*index)).any(Kinds::OFFICE))
            .filter_map(|index| Some((index, self.nation_after(index)?)))
            .collect();
        for (index, standing) in known {
            self.note(index, standing);
        }
    }

    /// «وزير الخارجية الإيراني»: an office and within three words its nationality.
    fn nation_after(&self, index: usize) -> Option<Standing> {
        let reading = self.ground.reading;
        let end = (index + 4).min(reading.len());
        let at = (index + 1..end).find(|at| adjective(reading, *at).is_some())?;
        let plain = (index + 1..at)
            .all(|at| reading.kind(at) == TokenKind::Word && reading.single(at, Table::Function).is_none());
        plain.then(|| self.ground.scan(index + 1..at + 1))?
    }
}

impl Ground<'_> {
    /// Whether a noun without article stands at the token, with what tells which, and no name begins there.
    fn is_common(&self, token: usize) -> bool {
        let reading = self.reading;
        let tells = reading.kind(token + 1) == TokenKind::Word
            && reading.single(token + 1, Table::Function).is_none()
            && adjective(reading, token + 1).is_none();
        tells && self.entity_at(token).is_none() && reading.word(token).is_some_and(|word| !word.definite)
    }

    /// Whether a person's name ends with the token.
    fn ends_person(&self, token: usize) -> bool {
        (token.saturating_sub(6)..=token).any(|start| {
            self.entity_at(start).is_some_and(|(_, entity)| {
                entity.kind == EntityKind::Person && self.tokens(entity.span).end == token + 1
            })
        })
    }
}

/// Who speaks for another by his trade or kin: محامي، نجل، شقيقة.
fn is_deputy(word: &str) -> bool {
    static WORDS: Words = Words::new(&[
        "محامي", "محاميه", "محامو", "محامي", "نجل", "نجله", "ابن", "ابنه", "شقيق", "شقيقه", "زوجه", "زوج",
        "والد", "والده", "مستشار", "مستشاره", "انصار", "مويدو", "اسره", "عايله", "مقرب", "مقربه", "مكتب",
        "حمله",
    ]);
    WORDS.contains(bare(word))
}

/// «محاميه», «شقيقته», «وكيل أعماله»: who speaks for another whom a pronoun names.
fn is_deputy_of_last(reading: &Reading, token: usize) -> bool {
    let word = reading.stem(token);
    if matches!(word, "اعماله" | "اعمالها") {
        return true;
    }
    let written = reading.word(token).map_or("", |word| reading.document().slice(word.span));
    let owned = word.strip_suffix("ها").or(word.strip_suffix('ه').filter(|_| written.ends_with('ه')));
    owned.is_some_and(|one| is_deputy(one) || one.strip_suffix('ت').is_some_and(is_deputy))
}

/// Words that begin a clause, so that what stands before them is no longer the office.
fn is_clause(folded: &str) -> bool {
    matches!(
        folded,
        "ان" | "انه"
            | "انها"
            | "انهم"
            | "بان"
            | "وان"
            | "الذي"
            | "التي"
            | "الذين"
            | "حيث"
            | "بينما"
            | "لكن"
            | "قد"
            | "وقد"
            | "كان"
            | "وكان"
            | "قال"
            | "وقال"
            | "قالت"
            | "وقالت"
            | "اكد"
            | "واكد"
            | "اعلن"
            | "واعلن"
            | "ثم"
            | "بعد"
            | "قبل"
            | "خلال"
            | "فيما"
            | "مع"
    )
}
