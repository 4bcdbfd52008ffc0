//! What the text's own names stand for: organisations, places, and the groups among them.

use super::names::Names;
use super::stand::{self, Body, Kinds, Stand, Standing, kinds};
use crate::analysis::{Entity, EntityKind, Particles, Reading};
use crate::lexicon::Table;
use crate::order::gather;
use crate::text::{Byte, Span, TokenKind, bare, light_stem};
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

/// The text with its entities and what each stands for.
pub struct Ground<'a> {
    /// The words.
    pub reading: &'a Reading<'a>,
    /// The entities.
    pub entities: &'a [Entity],
    /// The names of the chosen dispute, empty where none is chosen.
    pub names: Names,
    /// For each token the outermost entity that begins there.
    starts: HashMap<usize, usize>,
    /// For each entity what it stands for by itself; nothing for persons.
    stands: Vec<Option<Standing>>,
    groups: Groups,
}

/// The groups that the text names, each by the words that tell it from others.
#[derive(Debug, Default)]
struct Groups {
    words: Vec<BTreeSet<String>>,
    by_word: HashMap<String, Vec<u32>>,
    names: Vec<String>,
    /// The head of each group's name («نقابة»), where it has one.
    heads: Vec<Option<String>>,
    /// Groups that turned out to be a country's government, by a mention with its nationality.
    nations: HashMap<u32, Stand>,
    /// The nationality that a group's name tells.
    of_nations: HashMap<u32, Stand>,
}

impl Groups {
    /// The country whose body's name has all these words.
    fn nation(&self, words: &BTreeSet<String>) -> Option<Stand> {
        let known = self.by_word.get(words.first()?)?;
        let same =
            |group: &&u32| self.words.get(**group as usize).is_some_and(|known| words.is_subset(known));
        known.iter().take(64).filter(same).find_map(|group| self.nations.get(group).copied())
    }

    /// The group with these words: one of which they are a part, or that is a part of them; else a new one.
    fn find(&mut self, words: BTreeSet<String>, head: &str, name: &str) -> u32 {
        let known = words.iter().flat_map(|word| self.by_word.get(word).into_iter().flatten());
        let head =
            Some(bare(head)).filter(|head| kinds(head).any(Kinds::GROUP.or(Kinds::STATE))).map(str::to_owned);
        let same = |group: &&u32| {
            let Some(other) = self.words.get(**group as usize) else { return false };
            // «نقابة الصحفيين» is not «لجنة حماية الصحفيين».
            let known = self.heads.get(**group as usize).and_then(Option::as_ref);
            let apart = known.zip(head.as_ref()).is_some_and(|(known, head)| known != head);
            *other == words || !apart && (other.is_subset(&words) || words.is_subset(other))
        };
        if let Some(group) = known.take(64).find(same).copied() {
            return group;
        }
        let group = self.words.len() as u32;
        for word in &words {
            self.by_word.entry(word.clone()).or_default().push(group);
        }
        self.words.push(words);
        self.heads.push(head);
        self.names.push(name.to_owned());
        group
    }
}

impl<'a> Ground<'a> {
    /// Reads what every organisation and place of the text stands for.
    pub fn new(reading: &'a Reading<'a>, entities: &'a [Entity], names: Names) -> Self {
        let mut ground = Ground {
            reading,
            entities,
            names,
            starts: HashMap::new(),
            stands: vec![None; entities.len()],
            groups: Groups::default(),
        };
        for (index, entity) in entities.iter().enumerate() {
            let start = ground.token(entity.span.start);
            let outer = ground.starts.get(&start).and_then(|outer| entities.get(*outer));
            if outer.is_none_or(|outer| outer.span.len() < entity.span.len()) {
                ground.starts.insert(start, index);
            }
        }
        let mut heads: HashMap<String, Standing> = HashMap::new();
        for (index, entity) in entities.iter().enumerate() {
            let tokens = ground.without_emphasis(ground.tokens(entity.span));
            let found = match entity.kind {
                EntityKind::Organisation => ground.organisation(entity, tokens.clone()).or_else(|| {
                    // «الحكومة» after «الحكومة الليبية» is the same.
                    let head = bare(reading.stem(tokens.start));
                    let before = heads.get(head).filter(|_| tokens.len() == 1)?;
                    Some(Standing::new(before.stand, "side-reference", before.evidence.words.join(" ")))
                }),
                EntityKind::Place => ground.place(entity, tokens.clone()),
                _ => None,
            };
            if let Some(found) = &found
                && entity.kind == EntityKind::Organisation
            {
                heads.insert(bare(reading.stem(tokens.start)).to_owned(), found.clone());
            }
            if let Some(slot) = ground.stands.get_mut(index) {
                *slot = found;
            }
        }
        ground
    }

    /// The token in which, or the first after which, the position stands.
    pub fn token(&self, position: Byte) -> usize {
        self.reading.words().partition_point(|word| word.span.end <= position)
    }

    /// The tokens of a span.
    pub fn tokens(&self, span: Span) -> Range<usize> {
        let words = self.reading.words();
        let start = self.token(span.start);
        start..words.partition_point(|word| word.span.start < span.end).max(start)
    }

    /// «الاتحاد وحده», «الوزارة نفسها»: the tokens without the word that only stresses them.
    fn without_emphasis(&self, tokens: Range<usize>) -> Range<usize> {
        let stress = |index: &usize| {
            matches!(
                self.reading.folded(*index),
                "وحده" | "وحدها" | "وحدهم" | "نفسه" | "نفسها" | "ذاته" | "ذاتها"
            )
        };
        let end = (tokens.start + 1..tokens.end).find(stress).unwrap_or(tokens.end);
        tokens.start..end
    }

    /// «الاتحاد الإسباني» of «الاتحاد الإسباني لكرة القدم»: what bodies of many countries are for tells none
    /// of them from another.
    fn without_purpose(&self, tokens: Range<usize>) -> Range<usize> {
        let purpose = |index: &usize| {
            let joined = self.reading.word(*index).is_some_and(|word| word.particles == Particles::LI);
            joined && stand::adjective(self.reading, index - 1).is_some()
        };
        let end = (tokens.start + 1..tokens.end).find(purpose).unwrap_or(tokens.end);
        tokens.start..end
    }

    /// The outermost entity that begins at a token, with its index.
    pub fn entity_at(&self, token: usize) -> Option<(usize, &'a Entity)> {
        let index = *self.starts.get(&token)?;
        Some((index, self.entities.get(index)?))
    }

    /// What an entity stands for by itself.
    pub fn stand_of(&self, entity: usize) -> Option<&Standing> {
        self.stands.get(entity)?.as_ref()
    }

    /// The words of the text from one token to another.
    pub fn words(&self, tokens: Range<usize>) -> String {
        let span = self.reading.span(tokens.start, tokens.len());
        self.reading.document().slice(span).to_owned()
    }

    /// The name of a group of the text.
    pub fn group_name(&self, group: u32) -> Option<&str> {
        self.groups.names.get(group as usize).map(String::as_str)
    }

    /// The state whose nationality a group's name tells, and the head of its name.
    pub fn nation_of_group(&self, group: u32) -> Option<(Stand, &str)> {
        let nation = *self.groups.of_nations.get(&group)?;
        Some((nation, self.groups.heads.get(group as usize)?.as_deref()?))
    }

    /// The one group whose name holds the word's stem («إسلاميون» where the text names one Islamic group).
    pub fn group_with(&self, word: &str) -> Option<u32> {
        let stem = light_stem(word);
        let mut with = self.groups.by_word.get(stem).into_iter().flatten();
        let first = with.next()?;
        with.next().is_none().then_some(*first)
    }

    /// The first thing among the tokens that stands for someone: a name of the dispute, an organisation,
    /// an adjective of nationality, a country. Persons are passed over.
    pub fn scan(&self, tokens: Range<usize>) -> Option<Standing> {
        let mut index = tokens.start;
        while index < tokens.end {
            if let Some((_, found)) = self.names.at(self.reading, index) {
                return Some(found);
            }
            if let Some((number, entity)) = self.entity_at(index) {
                if let Some(found) = self.stand_of(number) {
                    return Some(found.clone());
                }
                if entity.kind != EntityKind::Place {
                    index = self.tokens(entity.span).end.max(index + 1);
                    continue;
                }
            }
            match self.word(index) {
                Found::For(found) => return Some(found),
                Found::Nobody(words) => index += words.max(1),
                Found::Nothing => index += 1,
            }
        }
        None
    }

    /// What the words at one token stand for, without looking at entities.
    fn word(&self, index: usize) -> Found {
        let standing = |words: usize, stand: Stand, rule| {
            Found::For(Standing::new(self.names.of(stand), rule, self.words(index..index + words)))
        };
        // A single word («فتح», «القاعدة») may be anything; as a name it is an entity.
        match stand::body(self.reading, index) {
            Some((words, Body::For(stand))) if words > 1 => {
                return standing(words, stand, "side-institution");
            }
            Some((words, Body::Nobody)) if words > 1 => return Found::Nobody(words),
            _ => {}
        }
        if let Some((words, stand)) = stand::adjective(self.reading, index) {
            return standing(words, stand, "side-nationality");
        }
        match stand::place(self.reading, index) {
            Some((words, stand)) => standing(words, stand, "side-country"),
            None => Found::Nothing,
        }
    }

    /// Whether a noun without article stands at the token, with what tells which, and no name begins there.
    pub fn is_common(&self, token: usize) -> bool {
        let reading = self.reading;
        let tells = reading.kind(token + 1) == TokenKind::Word
            && reading.single(token + 1, Table::Function).is_none()
            && stand::adjective(reading, token + 1).is_none();
        tells && self.entity_at(token).is_none() && reading.word(token).is_some_and(|word| !word.definite)
    }

    /// Whether a person's name ends with the token.
    pub fn ends_person(&self, token: usize) -> bool {
        (token.saturating_sub(6)..=token).any(|start| {
            self.entity_at(start).is_some_and(|(_, entity)| {
                entity.kind == EntityKind::Person && self.tokens(entity.span).end == token + 1
            })
        })
    }

    fn place(&self, entity: &Entity, tokens: Range<usize>) -> Option<Standing> {
        if let Some((_, found)) = self.names.at(self.reading, tokens.start) {
            return Some(found);
        }
        let text = || self.words(tokens.clone());
        if let Some((words, Body::For(stand))) = stand::body(self.reading, tokens.start)
            && words >= tokens.len()
        {
            return Some(Standing::new(stand, "side-institution", text()));
        }
        let (words, stand) = stand::place(self.reading, tokens.start)?;
        let whole = words >= tokens.len() && entity.country.is_none_or(|code| stand == Stand::Country(code));
        whole.then(|| Standing::new(self.names.of(stand), "side-country", text()))
    }

    fn organisation(&mut self, entity: &Entity, tokens: Range<usize>) -> Option<Standing> {
        let reading = self.reading;
        let text = reading.name(reading.span(tokens.start, tokens.len()));
        for index in tokens.clone() {
            if let Some((_, found)) = self.names.at(reading, index) {
                return Some(found);
            }
        }
        let head = kinds(reading.stem(tokens.start));
        // «رئيس حزب "القوات اللبنانية"»
        let outside = (tokens.start.saturating_sub(2)..tokens.start)
            .rev()
            .find(|index| reading.kind(*index) != TokenKind::Quote);
        let before = outside.map(|index| kinds(reading.stem(index))).unwrap_or_default();
        let nation = self.nation(entity, tokens.clone());
        let named = tokens.clone().any(|index| stand::adjective(reading, index).is_some());
        let own = self.without_purpose(tokens.clone());
        let words = self.telling(own.clone());
        let known = self.groups.nation(&words).filter(|_| !named);
        // «منظمة الطاقة الذرية الإيرانية» is not the agency, nor is that organisation named again without
        // its nationality: then only what the name begins with counts.
        let places = tokens.clone().take(if named || known.is_some() { 1 } else { tokens.len() });
        let body = places.filter_map(|index| stand::body(reading, index)).max_by_key(|(words, _)| *words);
        let whole = body.is_some_and(|(words, _)| words >= tokens.len());
        if head.or(before).any(Kinds::MEDIA) && !whole {
            return None;
        }
        match body {
            Some((_, Body::For(stand))) => {
                return Some(Standing::new(self.names.of(stand), "side-institution", text));
            }
            Some((_, Body::Nobody)) if whole && entity.country.is_none() => return None,
            _ => {}
        }
        // «المكتب السياسي للحركة»: of one that the text names elsewhere.
        let last = tokens.end.saturating_sub(1);
        let of = |at| reading.word(at).is_some_and(|word| word.particles == Particles::LI && word.definite);
        let one = kinds(reading.stem(last)).any(Kinds::GROUP) && !reading.stem(last).ends_with("ات");
        // «في تصريح لهسبريس»: an outlet, to which somebody speaks.
        let outlet = head == Kinds::default()
            && outside.is_some_and(|index| {
                is_speech(reading.stem(index))
                    || matches!(reading.stem(index), "مع") && is_speech(reading.stem(index.saturating_sub(1)))
            });
        if last > tokens.start && of(last) && one || outlet {
            return None;
        }
        if let Some(stand) = known {
            return Some(Standing::new(stand, "side-reference", text));
        }
        if let Some(found) = self.within(tokens.clone()).filter(|_| !named) {
            return Some(found);
        }
        if tokens.clone().any(|index| kinds(reading.stem(index)).any(Kinds::OPPOSITION)) {
            let code = if let Some(Stand::Country(code)) = nation { code } else { "" };
            return Some(Standing::new(Stand::Opposition(code), "side-opposition", text));
        }
        let heads_group = |kinds: Kinds| kinds.any(Kinds::GROUP) && !kinds.any(Kinds::STATE);
        let group = heads_group(head) || heads_group(before);
        // «المجلس الوطني الانتخابي», «النيابة»: of the state that the text tells elsewhere.
        let told = usize::from(reading.stem(tokens.end).starts_with("ال"));
        let public =
            || (tokens.start + 1..tokens.end + told).any(|index| stand::is_public(reading.stem(index)));
        if nation.is_none()
            && (is_of_any_state(reading.stem(tokens.start)) || head.any(Kinds::STATE) && public())
        {
            return None;
        }
        if let (Some(stand), false) = (nation, group) {
            // «الحكومة الانتقالية الصومالية», then «الحكومة الانتقالية».
            if !words.is_empty() && head.any(Kinds::STATE) && named {
                let group = self.groups.find(words, reading.stem(tokens.start), &text);
                self.groups.nations.entry(group).or_insert(self.names.of(stand));
            }
            return Some(Standing::new(self.names.of(stand), "side-institution", text));
        }
        if words.is_empty() && (tokens.len() < 2 || !head.any(Kinds::GROUP)) {
            return None;
        }
        let first = reading.stem(tokens.start);
        let words = if words.is_empty() {
            gather(own.map(|index| light_stem(reading.stem(index)).to_owned()))
        } else {
            words
        };
        let group = self.groups.find(words, first, &text);
        if let Some(nation) = nation.filter(|_| named) {
            self.groups.of_nations.entry(group).or_insert(self.names.of(nation));
        }
        Some(Standing::new(Stand::Group(group), "side-group", text))
    }

    /// «قوات حركة الشباب», «مجلس اتحاد المحاكم»: the group whose name stands inside that of its body.
    fn within(&mut self, tokens: Range<usize>) -> Option<Standing> {
        let (_, inner) = tokens.clone().skip(1).find_map(|index| self.entity_at(index))?;
        let end = self.tokens(inner.span).end;
        if inner.kind != EntityKind::Organisation || end > tokens.end {
            return None;
        }
        let start = self.token(inner.span.start);
        let found = self.organisation(inner, start..end)?;
        matches!(found.stand, Stand::Group(_) | Stand::Body(_) | Stand::Party(_)).then_some(found)
    }

    /// The country in an organisation's name («وزارة الدفاع الأمريكية», «حكومة بغداد»); for a state body
    /// without one that which it is known to be of. A party or movement of a country is not its state.
    fn nation(&self, entity: &Entity, tokens: Range<usize>) -> Option<Stand> {
        let reading = self.reading;
        let adjective = tokens.clone().filter_map(|index| stand::adjective(reading, index)).next_back();
        let head = kinds(reading.stem(tokens.start));
        let state = head.any(Kinds::STATE) && !head.any(Kinds::GROUP);
        let known = entity.country.filter(|_| state).map(Stand::Country);
        adjective
            .map(|(_, stand)| stand)
            .or(known)
            .or_else(|| tokens.skip(1).find_map(|index| stand::place(reading, index)).map(|(_, stand)| stand))
    }

    /// The stems that tell an organisation from others of its kind.
    fn telling(&self, tokens: Range<usize>) -> BTreeSet<String> {
        let reading = self.reading;
        let telling = tokens
            .filter(|index| !matches!(reading.kind(*index), TokenKind::Mark | TokenKind::Quote))
            .filter(|index| reading.single(*index, Table::Function).is_none())
            .filter(|index| stand::adjective(reading, *index).is_none())
            .map(|index| reading.stem(index))
            .filter(|word| !kinds(word).any(Kinds::PLAIN.or(Kinds::GROUP).or(Kinds::STATE)))
            .map(|word| light_stem(word).to_owned());
        gather(telling)
    }
}

/// What somebody gives to an outlet.
fn is_speech(stem: &str) -> bool {
    matches!(bare(stem), "تصريح" | "تصريحات" | "حديث" | "مقابله" | "حوار" | "لقاء" | "اتصال")
}

/// Heads of bodies that every state has: without a nationality their names tell nothing.
pub fn is_of_any_state(head: &str) -> bool {
    matches!(bare(head), "وزاره" | "رياسه" | "خارجيه" | "داخليه" | "دفاع" | "برلمان" | "نيابه" | "سفاره")
}

/// What words at a token stand for, and how many they are.
enum Found {
    For(Standing),
    Nobody(usize),
    Nothing,
}
