//! Those of whom nothing tells for whom they stand, and who speak for themselves: persons who speak more than once,
//! people who stand together, an enterprise that only its kind names, and whoever speaks for one of them.

use super::heard;
use super::home;
use super::memory::people_key;
use super::speakers::Speakers;
use super::stand::{
    Body, Kinds, Stand, Standing, adjective, body, fellows, is_apart, is_camp, is_clause, is_council,
    is_defence, is_deputy, is_deputy_of_last, is_local, is_other_speaker, is_trade, kinds, may_stand_up,
};
use crate::analysis::{Act, Claim, Particles, Reading};
use crate::lexicon::Table;
use crate::order::{HashMap, HashSet, gather, sort};
use crate::text::{TokenKind, bare};
use std::collections::BTreeSet;

/// How far behind a name the office of its bearer goes on, in words.
const BEHIND: usize = 6;

/// How far behind «دفاع المتهم» its name begins at most, in words.
const CLIENT: usize = 4;

/// How far from a person's words his lawyer's begin, in words.
const NEAR: usize = 30;

/// So many claims make an expert one of those who stand against each other, where no two others do.
const INSISTS: usize = 3;

/// The parties that only a common noun names, by whatever form of it: where each is first named.
struct Camps<'g>(HashMap<&'g str, u32>);

impl<'g> Camps<'g> {
    /// «معلمون» and «معلمين», «الأهالي» and «سكان» are one.
    fn key(word: &'g str) -> &'g str {
        if is_local(word) { "سكان" } else { people_key(bare(word)) }
    }

    fn has(&self, word: &'g str) -> bool {
        self.0.contains_key(Self::key(word))
    }

    /// The party that the word names, which is first named where `first` says unless it is known.
    fn camp(&mut self, word: &'g str, first: impl FnOnce() -> u32) -> Stand {
        Stand::Camp(*self.0.entry(Self::key(word)).or_insert_with(first))
    }
}

impl<'g> Speakers<'g, '_> {
    /// Whom speakers stand for of whom nothing else is known: those who speak for themselves. Persons who speak
    /// more than once and as no experts, people who stand together, an enterprise that only its kind names;
    /// and whoever speaks for one of them («مصدر مقرب من فلان», «محامي فلان»).
    pub fn on_their_own(&mut self, claims: &[Claim], stands: &mut [Option<Standing>]) {
        self.outlet(claims, stands);
        let mut camps = Camps(HashMap::default());
        // Persons who spoke for one of the camps: «المتحدثة باسم الشركة لويزا فيريرا», then «فيريرا».
        let mut spokesmen: HashMap<u32, Standing> = HashMap::default();
        let mut advocate: Option<Standing> = None;
        // Bodies that somebody accuses: they answer for themselves.
        let accused: HashSet<&str> = gather(
            claims
                .iter()
                .filter(|claim| claim.act == Act::Condemn)
                .map(|claim| bare(self.ground.reading.stem(self.ground.token(claim.span.start)))),
        );
        let parties = heard(stands).len();
        let insisting = self.insisting(claims, stands, parties);
        let first = |claim: &Claim| Some(self.ground.token(claim.speaker.as_ref()?.span.start));
        let mut spoken: HashMap<&str, usize> = HashMap::default();
        for at in claims.iter().filter_map(first) {
            *spoken.entry(self.ground.reading.stem(at)).or_default() += 1;
        }
        let insists = |word: &str| parties < 2 && spoken.get(word).is_some_and(|it| *it >= INSISTS);
        let often =
            |word: &str| spoken.get(word).is_some_and(|times| *times > 1) || accused.contains(bare(word));
        // The person who spoke last, and where his words ended, for «محاميه».
        let mut last: Option<(usize, u32)> = None;
        let mut whose: Option<(usize, Standing)> = None;
        let mut owners: Vec<Option<Standing>> = Vec::with_capacity(claims.len());
        for (claim, known) in claims.iter().zip(stands.iter()) {
            let start = self.ground.token(claim.span.start);
            let near = last.filter(|(end, _)| start < end + NEAR).map(|(_, referent)| referent);
            let by = self.speaking(claim).map(|(_, referent)| referent);
            let spoken_for = || by.and_then(|referent| spokesmen.get(&referent)).cloned();
            // «المحامي» is the last who spoke for another.
            let alone = claim.speaker.as_ref().is_some_and(|speaker| {
                matches!(speaker.text.as_str(), "المحامي" | "المحامية" | "الدفاع" | "محامي الدفاع")
            });
            let counsel = || advocate.clone().filter(|_| alone);
            let owner = match known {
                Some(_) => None,
                None => spoken_for()
                    .or_else(|| by.and_then(|by| insisting.get(&by)).cloned())
                    .or_else(counsel)
                    .or_else(|| self.of_camp_before(claim, whose.as_ref()))
                    .or_else(|| self.owner(claim, near, &mut camps, &often))
                    .or_else(|| self.insister(claim, &mut camps, &insists)),
            };
            if let (Some(referent), Some(owner)) = (by, &owner)
                && owner.stand != Stand::Person(referent)
            {
                spokesmen.insert(referent, owner.clone());
                advocate = Some(owner.clone());
            }
            if let Some(standing) = owner.as_ref().filter(|it| matches!(it.stand, Stand::Camp(_))) {
                whose = Some((self.ground.token(claim.span.end), standing.clone()));
            }
            owners.push(owner);
            let said = self.speaking(claim).map(|(_, by)| (self.ground.token(claim.span.end), by));
            last = said.or(last);
        }
        let known: BTreeSet<Stand> = gather(self.persons.values().map(|standing| standing.stand));
        let heard = heard(&owners);
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

    /// «الصحفي وودورد», who says again and again what the one party that speaks denies: persons who would be no
    /// party elsewhere.
    fn insisting(
        &self,
        claims: &[Claim],
        stands: &[Option<Standing>],
        parties: usize,
    ) -> HashMap<u32, Standing> {
        let unknown = (0..claims.len()).filter(|at| parties == 1 && stands.get(*at) == Some(&None));
        let mut said: Vec<(u32, usize)> =
            unknown.filter_map(|at| Some((self.speaking(claims.get(at)?)?.1, at))).collect();
        sort(&mut said);
        let mut insisting = HashMap::default();
        for same in said.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() >= INSISTS) {
            if let [(referent, first), ..] = same
                && let Some(speaker) = claims.get(*first).and_then(|claim| claim.speaker.as_ref())
            {
                let own = Standing::new(Stand::Person(*referent), "side-of-person", speaker.text.clone());
                insisting.insert(*referent, own);
            }
        }
        insisting
    }

    /// «الصحيفة», which has found out what the one party that speaks denies, and tells it at length.
    fn outlet(&self, claims: &[Claim], stands: &mut [Option<Standing>]) {
        let ground = self.ground;
        let parties = heard(stands);
        let first = |claim: &Claim| Some(ground.token(claim.speaker.as_ref()?.span.start));
        let says = |at: &usize| {
            let paper = matches!(bare(ground.reading.stem(*at)), "صحيفه" | "مجله" | "جريده");
            paper && (ground.reading.stem(*at).starts_with("ال") || !ground.reading.is_known(at + 1))
        };
        let mine = |claim: &Claim| first(claim).filter(says);
        let all: Vec<usize> = claims.iter().filter_map(mine).collect();
        let Some(one) = all.first().filter(|_| parties.len() == 1 && all.len() > INSISTS) else { return };
        for (claim, slot) in claims.iter().zip(stands.iter_mut()).filter(|(claim, _)| mine(claim).is_some()) {
            let words = claim.speaker.as_ref().map_or("", |speaker| speaker.text.as_str());
            slot.get_or_insert_with(|| Standing::new(Stand::Camp(*one as u32), "side-own", words));
        }
    }

    /// «اللاعب», who says again and again what the one party that speaks denies.
    fn insister(
        &self,
        claim: &Claim,
        camps: &mut Camps<'g>,
        insists: &dyn Fn(&str) -> bool,
    ) -> Option<Standing> {
        let speaker = claim.speaker.as_ref()?;
        let tokens = self.ground.tokens(speaker.span);
        let word = self.ground.reading.stem(tokens.start);
        let alone = tokens.len() == 1 && word.starts_with("ال") && kinds(word).any(Kinds::CIVIL);
        let own =
            || Standing::new(camps.camp(word, || tokens.start as u32), "side-own", speaker.text.clone());
        (alone && insists(word)).then(own)
    }

    /// «رئيستها فلانة», «مديرها»: of the body that only its noun names and that spoke before.
    fn of_camp_before(&self, claim: &Claim, before: Option<&(usize, Standing)>) -> Option<Standing> {
        let start = self.ground.token(claim.speaker.as_ref()?.span.start);
        let office = start.saturating_sub(2)..start + 2;
        let (_, found) = before.filter(|(end, _)| start < end + NEAR)?;
        self.pronoun(office).map(|_| found.by("side-reference"))
    }

    /// For whom people stand that a noun names: for the union that the text names, else for themselves.
    fn camp_of(&self, word: &'g str, at: usize, camps: &mut Camps<'g>) -> Stand {
        let first = || self.camp(bare(word)).unwrap_or(at as u32);
        self.union_of(bare(word)).unwrap_or_else(|| camps.camp(word, first))
    }

    /// Who speaks for himself in a claim, or who is spoken for; `camps` are those found so far that a common
    /// noun names, by that noun.
    fn owner(
        &self,
        claim: &Claim,
        last: Option<u32>,
        camps: &mut Camps<'g>,
        often: &dyn Fn(&str) -> bool,
    ) -> Option<Standing> {
        let ground = self.ground;
        let reading = ground.reading;
        let speaker = claim.speaker.as_ref()?;
        let mut tokens = ground.tokens(speaker.span);
        // «آلاف الطلاب»
        if tokens.len() > 1 && is_number(reading, tokens.start) {
            tokens.start += 1;
        }
        // «واتهم النائب فلان | الحكومة بتجاهل الأساتذة»: what he says is none of his office.
        let said = ground.tokens(claim.span).start;
        let goes_on =
            |at: usize| at != said && reading.kind(at) == TokenKind::Word && !is_clause(reading.folded(at));
        let word = reading.stem(tokens.start);
        let own = |stand, rule| Some(Standing::new(stand, rule, speaker.text.clone()));
        let person = |at: usize| ground.person_at(at).map(|person| person.referent);
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
            // «المحامي فلان، دفاع المتهم فلان»: the same behind his name.
            let behind = tokens.end + usize::from(reading.stem(tokens.end) == "،");
            let advocate = is_deputy(reading.stem(behind))
                || is_defence(reading, behind)
                || reading.stem(behind + 1) == "باسم";
            let client = || (behind + 1..behind + CLIENT).filter(|_| advocate).find_map(person);
            if let Some(other) = spoken_for.or_else(client).filter(|other| *other != referent) {
                return of(other);
            }
            // «المتحدثة باسم الشركة فلانة», where only its noun names the company.
            let offices = self.offices_before(at).last().map_or(at, |office| office + 1);
            // or «عضو المجلس الوطني للتنسيقية», after «التنسيقية الوطنية لكذا».
            let offices = offices..at;
            let comma = usize::from(reading.stem(tokens.end) == "،");
            let apposed = comma > 0 && kinds(reading.stem(tokens.end + comma + 1)).any(Kinds::OFFICE);
            let is = matches!(reading.folded(tokens.end + comma), "وهو" | "وهي") && apposed;
            let start = if is { tokens.end + comma + 1 } else { tokens.end };
            let behind = start..start + BEHIND;
            // «المتحدث باسم المتمردين فلان», «متحدث باسم مجالس الطلاب»
            let united =
                |at: usize| kinds(reading.stem(at)).any(Kinds::GROUP) || is_council(reading.stem(at));
            let people = |at: &usize| {
                let word = reading.stem(*at);
                let whose = at.checked_sub(1);
                let spoken_for = || whose.is_some_and(|at| reading.folded(at) == "باسم" || united(at));
                word.starts_with("ال") && (is_camp(word) || may_stand_up(word) && spoken_for())
            };
            let known = |at: &usize| {
                let word = reading.stem(*at);
                // «الفريق فلان»: a rank.
                let titled = || reading.single(at + 1, Table::Honorifics).is_some();
                let rank = word == "الفريق" && (person(at + 1).is_some() || titled());
                word.starts_with("ال") && (is_trade(word) && !rank || camps.has(word))
            };
            let mut near = offices.clone().chain(behind.take_while(|at| goes_on(*at)));
            let enterprise = near.clone().find(people).or_else(|| near.find(known));
            if let Some(enterprise) = enterprise {
                return own(self.camp_of(reading.stem(enterprise), enterprise, camps), "side-office");
            }
            // «عمدة المدينة، عبد الإله الزموري»
            if home::names_town(reading, self.offices_before(at).last().unwrap_or(at)..at) {
                return own(
                    camps.camp(home::TOWN, || home::town(ground).unwrap_or(at as u32)),
                    "side-office",
                );
            }
            // «الطبيبة فلانة», where the doctors are a party.
            let fellows = |at: usize| {
                let people = fellows(reading.stem(at))?;
                (camps.has(people) || self.union_of(people).is_some()).then_some((at, people))
            };
            // «ناصر الدسوقي، القيادي العمالي،»
            let beside = tokens.end + comma;
            let beside = (beside..beside + 2).take_while(|at| goes_on(*at));
            if let Some((at, people)) = (at.saturating_sub(2)..at).chain(beside).find_map(fellows) {
                return own(self.camp_of(people, at, camps), "side-office");
            }
            // «قالت فلانة لصحيفة», «أضاف في مقابلة مع شبكة»: the outlet that it is told is none of hers.
            let told_to = |at: &usize| {
                reading.is_joined(*at, Particles::LI) || matches!(reading.folded(*at), "في" | "مع" | "عبر")
            };
            // «نشرت مجلة كذا بيانا لفلان»: whose that is.
            let before = if reading.is_joined(at, Particles::LI) { at } else { at.saturating_sub(5) };
            let told = (before..at).chain((tokens.end..tokens.end + 4).take_while(|at| !told_to(at)));
            let mut told = told.map(|at| kinds(reading.stem(at)));
            let expert = told.any(|kinds| kinds.any(Kinds::CIVIL.or(Kinds::MEDIA)));
            return if expert { None } else { of(referent) };
        }
        // «دفاع المتهم فلان», «محامي أحد المتهمين», and then «الدفاع», «المحامي».
        if is_defence(reading, tokens.start) || is_deputy(word) {
            if let Some(client) = (tokens.start + 1..tokens.end).find_map(person) {
                return of(client);
            }
            let mut next = tokens.start + 1..tokens.end.max(tokens.start + 3);
            if next.any(|at| matches!(bare(reading.stem(at)), "متهم" | "متهمين" | "دفاع")) {
                let behind = (tokens.end..tokens.end + CLIENT).find_map(person);
                let camp = camps.camp("دفاع", || tokens.start as u32);
                return behind.map_or_else(|| own(camp, "side-own"), of);
            }
        }
        // «منظمة العفو الدولية»: known to be nobody's.
        if matches!(body(reading, tokens.start), Some((_, Body::Nobody))) {
            return None;
        }
        // «صيادون في جافنا السريلانكية», where several states speak: no union of the others' fishermen.
        if self.abroad
            && may_stand_up(word)
            && let Some((_, nation)) = tokens.clone().skip(1).find_map(|at| adjective(reading, at))
        {
            return own(ground.names.of(nation), "side-nationality");
        }
        // «اتهم سكان البلدة الشركة», «يطالب الأهالي بالتعويض»: witnesses only tell.
        let stands = matches!(claim.act, Act::Condemn | Act::Deny | Act::Demand | Act::Warn | Act::Promise);
        if may_stand_up(word) && (stands || camps.has(word)) {
            return own(self.camp_of(word, tokens.start, camps), "side-own");
        }
        // «الأعضاء المفصولون», «أعضاء المكتب المعزولون»: those of a body who are against it.
        let apart =
            kinds(word).any(Kinds::OFFICE) && tokens.clone().skip(1).any(|at| is_apart(reading.stem(at)));
        // «الزوجان», «المتهم», where they speak more than once.
        let alone = tokens.len() == 1 && word.starts_with("ال") && is_other_speaker(word);
        if apart || alone && often(word) {
            return own(camps.camp(word, || tokens.start as u32), "side-own");
        }
        // «النقابة», of which the text says no more.
        let told = !kinds(word).any(Kinds::STATE) || often(word) || camps.has(word);
        let alone = told && word.starts_with("ال");
        let group = kinds(word).any(Kinds::GROUP) && (tokens.len() > 1 || alone);
        if is_camp(word) || is_trade(word) || group {
            return own(self.camp_of(word, tokens.start, camps), "side-own");
        }
        // «متحدثة باسم الشركة», «مسؤول في اللجنة», «ممثلة الأهالي», «إدارة المستشفى», «مصدر في شركة المناجم»
        let more = (tokens.end..tokens.end + 3).take_while(|at| goes_on(*at));
        let held = bare(word) == "اداره" || kinds(word).any(Kinds::OFFICE);
        let mut behind = tokens.clone().skip(1).chain(more).filter(|_| held);
        let at = behind.find(|at| self.is_house(*at, camps))?;
        own(self.camp_of(reading.stem(at), at, camps), "side-office")
    }

    /// «الشركة», «الأهالي», «شركة المناجم»: in whose name an office may be held.
    fn is_house(&self, at: usize, camps: &Camps<'g>) -> bool {
        let reading = self.ground.reading;
        let word = reading.stem(at);
        if !word.starts_with("ال") {
            return is_trade(word) && reading.stem(at + 1).starts_with("ال");
        }
        is_trade(word) || is_camp(word) || camps.has(word) || may_stand_up(word)
    }

    /// The person whom a claim's speaker names: where, and his referent.
    pub(super) fn speaking(&self, claim: &Claim) -> Option<(usize, u32)> {
        let tokens = self.ground.tokens(claim.speaker.as_ref()?.span);
        let named = tokens.clone().find_map(|at| Some((at, self.ground.person_at(at)?.referent)));
        // «المنصوري», after «إدريس المنصوري», where no name is seen.
        let family = || {
            let word = self.ground.reading.stem(tokens.start);
            let plain = tokens.len() == 1 && kinds(word) == Kinds::default() && !is_other_speaker(word);
            Some((tokens.start, *self.families.get(word).filter(|_| plain)?))
        };
        named.or_else(family)
    }
}

/// «آلاف», «عشرات»: how many people.
fn is_number(reading: &Reading, token: usize) -> bool {
    reading.single(token, Table::Numbers).is_some()
        || matches!(reading.stem(token), "الاف" | "ميات" | "عشرات" | "عدد" | "مجموعه")
}
