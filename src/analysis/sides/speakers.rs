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
use super::heard;
use super::stand::{Kinds, Stand, Standing, kinds};
use crate::analysis::{Claim, Entity, EntityKind, Reference};
use crate::order::HashMap;
use crate::text::TokenKind;
use std::collections::BTreeMap;
use std::ops::Range;

/// A claim's speaker, with what his words tell by themselves.
pub struct Speaker<'c, 'a> {
    pub(super) claim: &'c Claim,
    reference: &'c Reference,
    /// The tokens of his words.
    pub(super) tokens: Range<usize>,
    /// What the first word is.
    pub(super) head: Kinds,
    /// What all words are together.
    pub(super) all: Kinds,
    /// The first person among them, and where the name begins.
    pub(super) person: Option<(usize, &'a Entity)>,
}

impl<'c, 'a> Speaker<'c, 'a> {
    /// The speaker of a claim, where it has one.
    pub fn of(ground: &Ground<'a>, claim: &'c Claim) -> Option<Self> {
        let reference = claim.speaker.as_ref()?;
        let tokens = ground.tokens(reference.span);
        let each = tokens.clone().map(|index| kinds(ground.reading.stem(index)));
        let head = kinds(ground.reading.stem(tokens.start));
        let all = each.fold(Kinds::default(), Kinds::or);
        let person = tokens.clone().find_map(|index| Some((index, ground.person_at(index)?)));
        Some(Speaker { claim, reference, tokens, head, all, person })
    }

    /// His words, as the text has them.
    pub(super) fn text(&self) -> String {
        self.reference.text.clone()
    }
}

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
    /// Where the name of a person stands first behind an office of which nothing tells whose it is.
    pub(super) introductions: HashMap<u32, usize>,
    /// The last speaker that was no person: where, and for whom.
    pub(super) last: Option<(usize, Standing)>,
    /// The last speaker of all: where, and for whom.
    pub(super) said: Option<(usize, Standing)>,
    /// Whether an office that nothing else tells may be of the state for which somebody spoke before it.
    pub(super) lenient: bool,
    /// Whether no state speaks of which anything tells, so that offices of a state are of the one where it is written.
    pub(super) alone: bool,
    /// The one state that speaks, where no other does.
    pub(super) only: Option<Stand>,
    /// Whether several states speak, among whom members of a parliament are their state's.
    pub(super) abroad: bool,
    /// The country that the report is from.
    pub(super) home: Option<Standing>,
    /// Groups that only a common noun names («نقابة عمال المصنع»), by that noun: where the first is named.
    pub(super) common: HashMap<&'a str, u32>,
    /// Persons of several names, by the last of them.
    pub(super) families: HashMap<&'a str, u32>,
    /// Unions of people, by [whom](people_key) they unite: where «نقابة الأطباء» stands first, for «الأطباء».
    pub(super) unions: HashMap<&'a str, u32>,
    /// «النقابة», «الشركة»: where such a noun stands first with the article.
    pub(super) definite: HashMap<&'a str, u32>,
}

/// Words of an office before its holder's name, at most.
const OFFICE: usize = 10;

impl<'g, 'a> Speakers<'g, 'a> {
    /// Reads the appositions of the whole text.
    pub fn new(ground: &'g Ground<'a>) -> Self {
        let mut speakers = Speakers {
            ground,
            persons: HashMap::default(),
            heads: HashMap::default(),
            former: Vec::new(),
            council: None,
            unknown: HashMap::default(),
            introduced: HashMap::default(),
            introductions: HashMap::default(),
            last: None,
            said: None,
            lenient: false,
            alone: false,
            only: None,
            abroad: false,
            home: context::home(ground),
            common: HashMap::default(),
            definite: HashMap::default(),
            unions: HashMap::default(),
            families: HashMap::default(),
        };
        for index in 0..ground.reading.len() {
            speakers.read_word(index);
        }
        for (index, entity) in ground.entities.iter().enumerate() {
            speakers.read_body(index, entity);
        }
        // «رئيس الأساقفة فلان» may stand before the church: bodies are all known when persons are read.
        for entity in ground.entities.iter().filter(|entity| entity.kind == EntityKind::Person) {
            speakers.read_person(entity);
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
        let state = |stand: &Stand| matches!(stand, Stand::Country(_) | Stand::Party(_));
        let states: Vec<Stand> = heard(stands).into_keys().filter(state).collect();
        (self.alone, self.abroad) = (states.is_empty(), states.len() > 1);
        self.only = states.first().copied().filter(|_| states.len() == 1);
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
        let speaker = Speaker::of(self.ground, claim)?;
        let found = self.resolve(&speaker).filter(|found| !self.is_accused(claim, found))?;
        let Speaker { tokens, person: named, .. } = speaker;
        self.note(tokens.start, found.clone());
        self.said = Some((tokens.start, found.clone()));
        let person = |index| self.ground.person_at(index).is_some();
        if tokens.clone().all(|index| self.is_plain(index) || person(index)) {
            self.note_titles(tokens.start, &found);
            for index in tokens.clone() {
                let word = self.ground.reading.stem(index).to_owned();
                self.unknown.entry(word).or_insert_with(|| found.clone());
            }
        } else if named.is_none() {
            self.last = Some((tokens.start, found.clone()));
        }
        let mouth = self.mouthpiece(tokens.end);
        for person in tokens.chain(mouth).filter_map(|index| self.ground.person_at(index)) {
            self.persons.entry(person.referent).or_insert_with(|| found.clone());
        }
        Some(found)
    }

    /// «نفت الحكومة على لسان الناطق باسمها فلان»: where who speaks for her stands.
    fn mouthpiece(&self, end: usize) -> Option<usize> {
        let reading = self.ground.reading;
        let said = (reading.stem(end), reading.stem(end + 1)) == ("علي", "لسان");
        let mut near = (end + 2..end + 2 + OFFICE).take_while(|at| reading.kind(*at) == TokenKind::Word);
        near.find(|at| said && self.ground.person_at(*at).is_some())
    }

    /// Whether only what stands round it tells the state of an office that accuses just that state.
    fn is_accused(&self, claim: &Claim, found: &Standing) -> bool {
        let vague = matches!(found.evidence.rule, "side-dateline" | "side-context" | "side-scene");
        vague && context::accused(self.ground, claim).is_some_and(|accused| accused.stand == found.stand)
    }
}
