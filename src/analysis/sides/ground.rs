//! What the text's own names stand for: organisations, places, and the groups among them.

use super::names::Names;
use super::stand::{self, Body, Kinds, Stand, Standing, are_united, kinds};
use crate::analysis::{Entity, EntityKind, Particles, Reading};
use crate::lexicon::Table;
use crate::order::{HashMap, HashSet, gather};
use crate::text::{Byte, Span, TokenKind, Words, bare, light_stem, root_key};
use std::collections::BTreeSet;
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
    starts: Vec<Option<usize>>,
    /// For each entity what it stands for by itself; nothing for persons.
    stands: Vec<Option<Standing>>,
    groups: Groups,
    /// Whether the text names a body by other words than those of its seat.
    named: HashMap<Stand, bool>,
    /// Words by which alone the text names organisations.
    alone: HashSet<&'a str>,
    /// Whether the text names Mali, whose adjective is written as that of money is.
    mali: bool,
    /// Whether the text tells of Jordan and of no Oman but by that word.
    jordan: bool,
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
            !apart && (other.is_subset(&words) || words.is_subset(other))
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
            starts: vec![None; reading.len()],
            stands: vec![None; entities.len()],
            groups: Groups::default(),
            named: HashMap::default(),
            alone: HashSet::default(),
            mali: entities.iter().any(|entity| entity.country == Some("ML")),
            jordan: entities.iter().any(|entity| entity.country == Some("OM"))
                && tells_of(reading, "JO")
                && !tells_of(reading, "OM"),
        };
        for (index, entity) in entities.iter().enumerate() {
            let start = ground.token(entity.span.start);
            if entity.kind == EntityKind::Organisation && ground.tokens(entity.span).len() == 1 {
                ground.alone.insert(reading.stem(start));
            }
            let outer = ground.entity_at(start);
            if outer.is_none_or(|(_, outer)| outer.span.len() < entity.span.len())
                && let Some(slot) = ground.starts.get_mut(start)
            {
                *slot = Some(index);
            }
        }
        let mut heads: HashMap<String, Standing> = HashMap::default();
        for (index, entity) in entities.iter().enumerate() {
            let tokens = ground.without_emphasis(ground.tokens(entity.span));
            let found = match entity.kind {
                EntityKind::Organisation => ground.organisation(entity, tokens.clone()).or_else(|| {
                    // «الحكومة» after «الحكومة الليبية» is the same.
                    let head = bare(reading.stem(tokens.start));
                    let before = heads.get(head).filter(|_| tokens.len() == 1)?;
                    Some(before.by("side-reference"))
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
        ground.alliance(&heads);
        ground
    }

    /// «التحالف», which the text names by that word alone, or by its full name afterwards.
    fn alliance(&mut self, heads: &HashMap<String, Standing>) {
        let mut known = heads.get("تحالف").map(|full| full.by("side-reference"));
        for (index, entity) in self.entities.iter().enumerate() {
            let tokens = self.tokens(entity.span);
            let alone = tokens.len() == 1 && self.reading.stem(tokens.start) == "التحالف";
            if alone && self.stand_of(index).is_none() {
                let text = self.words(tokens);
                let standing = known.get_or_insert_with(|| {
                    let group = self.groups.find(gather(["تحالف".to_owned()]), "", &text);
                    Standing::new(Stand::Group(group), "side-group", text)
                });
                if let Some(slot) = self.stands.get_mut(index) {
                    *slot = Some(standing.clone());
                }
            }
        }
    }

    /// The token in which, or the first after which, the position stands.
    pub fn token(&self, position: Byte) -> usize {
        self.reading.token(position)
    }

    /// The tokens of a span.
    pub fn tokens(&self, span: Span) -> Range<usize> {
        self.reading.tokens(span)
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
            let joined = self.reading.is_joined(*index, Particles::LI);
            joined && stand::adjective(self.reading, index - 1).is_some()
        };
        let end = (tokens.start + 1..tokens.end).find(purpose).unwrap_or(tokens.end);
        tokens.start..end
    }

    /// The outermost entity that begins at a token, with its index.
    pub fn entity_at(&self, token: usize) -> Option<(usize, &'a Entity)> {
        let index = (*self.starts.get(token)?)?;
        Some((index, self.entities.get(index)?))
    }

    /// The person whose name begins at a token.
    pub fn person_at(&self, token: usize) -> Option<&'a Entity> {
        let (_, entity) = self.entity_at(token)?;
        (entity.kind == EntityKind::Person).then_some(entity)
    }

    /// Whether a place is only where something is, not who does it: after في، من، إلى، شمال ….
    pub fn is_where(&self, entity: &Entity) -> bool {
        static WHERE: Words = Words::new(&[
            "في", "الي", "علي", "داخل", "خارج", "شمال", "جنوب", "شرق", "غرب", "وسط", "قرب", "عبر", "نحو",
            "من", "شمالي", "جنوبي", "شرقي", "غربي", "مدينه", "محافظه", "اقليم", "منطقه", "حدود", "اراضي",
        ]);
        let token = self.token(entity.span.start);
        let Some(word) = self.reading.word(token) else { return true };
        word.particles.has(Particles::BI)
            || token.checked_sub(1).is_some_and(|before| WHERE.contains(self.reading.stem(before)))
    }

    /// What an entity stands for by itself.
    pub fn stand_of(&self, entity: usize) -> Option<&Standing> {
        self.stands.get(entity)?.as_ref()
    }

    /// The first token of the sentence in which a token stands.
    pub fn sentence_of(&self, token: usize) -> Option<usize> {
        let at = self.reading.word(token)?.span.start;
        Some(self.token(self.reading.document().sentence_at(at)?.start))
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

    /// The state whose nationality a group's name tells, or in which it is.
    pub fn nation_of_group(&self, group: u32) -> Option<Stand> {
        self.groups.of_nations.get(&group).copied()
    }

    /// The head of a group's name.
    pub fn head_of_group(&self, group: u32) -> Option<&str> {
        self.groups.heads.get(group as usize)?.as_deref()
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
        // A single word («فتح», «القاعدة») may be anything; as a name it is an entity, here or elsewhere, or an office
        // is in it («القيادي بحماس»).
        let held = || {
            let seat = self.reading.is_joined(index, Particles::BI);
            let named = self.alone.contains(self.reading.stem(index));
            named || seat && index > 0 && kinds(self.reading.stem(index - 1)).any(Kinds::OFFICE)
        };
        match stand::body(self.reading, index) {
            Some((words, Body::For(stand))) if words > 1 || held() => {
                return standing(words, stand, "side-institution");
            }
            Some((words, Body::Nobody)) if words > 1 => return Found::Nobody(words),
            _ => {}
        }
        if let Some((words, stand)) = stand::adjective(self.reading, index) {
            return standing(words, stand, "side-nationality");
        }
        if self.is_of_mali(index) {
            return standing(1, Stand::Country("ML"), "side-nationality");
        }
        if let Some(party) = stand::partisan(self.reading, index) {
            return standing(1, party, "side-institution");
        }
        match self.country(index) {
            Some((words, stand)) => standing(words, stand, "side-country"),
            None => Found::Nothing,
        }
    }

    /// The country of a place or a body; Jordan, where its capital is written as Oman is.
    pub fn country_of(&self, entity: &Entity) -> Option<&'static str> {
        match entity.country? {
            "OM" => match self.country(self.token(entity.span.start)) {
                Some((_, Stand::Country(code))) => Some(code),
                _ => Some("OM"),
            },
            code => Some(code),
        }
    }

    /// The country at a token, by its name or its capital's: «عمّان», and «عمان» in a text that tells of Jordan, is no
    /// Oman.
    fn country(&self, index: usize) -> Option<(usize, Stand)> {
        let word = self.reading.word(index)?;
        let doubled = || self.reading.document().slice(word.span).contains('\u{651}');
        match stand::place(self.reading, index)? {
            (1, Stand::Country("OM")) if self.jordan || doubled() => Some((1, Stand::Country("JO"))),
            found => Some(found),
        }
    }

    /// «وزير الخارجية المالي», in a text that names Mali: of money is «وزير المالية».
    fn is_of_mali(&self, index: usize) -> bool {
        let of_money =
            |at: usize| matches!(bare(self.reading.stem(at)), "وزير" | "وزيره" | "وزاره" | "سوق" | "ازمه");
        matches!(self.reading.stem(index), "المالي" | "الماليه" | "الماليون" | "الماليين")
            && index > 0
            && !of_money(index - 1)
            && self.mali
    }

    /// Whom the text calls the one that rules, right behind the name.
    pub fn ruling(&self) -> Vec<Stand> {
        let called = |entity: &Entity| {
            let end = self.tokens(entity.span).end;
            (end..end + 2).any(|at| matches!(self.reading.stem(at), "الحاكم" | "الحاكمه"))
        };
        let ruling = self.entities.iter().enumerate().filter(|(_, entity)| called(entity));
        ruling.filter_map(|(index, _)| Some(self.stand_of(index)?.stand)).collect()
    }

    /// Whether a noun without article stands at the token, with what tells which, and no name begins there.
    pub fn is_common(&self, token: usize) -> bool {
        let reading = self.reading;
        // «حركة "23 مارس"»
        let quoted = reading.kind(token + 1) == TokenKind::Quote;
        let tells = quoted
            || reading.kind(token + 1) == TokenKind::Word
                && reading.single(token + 1, Table::Function).is_none()
                && stand::adjective(reading, token + 1).is_none();
        tells && self.entity_at(token).is_none() && reading.word(token).is_some_and(|word| !word.definite)
    }

    /// Whether a person's name ends with the token.
    pub fn ends_person(&self, token: usize) -> bool {
        (token.saturating_sub(6)..=token).any(|start| {
            self.person_at(start).is_some_and(|person| self.tokens(person.span).end == token + 1)
        })
    }

    fn place(&mut self, entity: &Entity, tokens: Range<usize>) -> Option<Standing> {
        if let Some((_, found)) = self.names.at(self.reading, tokens.start) {
            return Some(found);
        }
        let text = self.words(tokens.clone());
        if let Some((words, Body::For(stand))) = stand::body(self.reading, tokens.start)
            && words >= tokens.len()
            && (words > 1 || !self.is_capital_of_state(stand, tokens.start))
        {
            return Some(Standing::new(stand, "side-institution", text));
        }
        let (words, stand) = self.country(tokens.start)?;
        let amman = stand == Stand::Country("JO");
        let known = |code| stand == Stand::Country(code) || amman && code == "OM";
        let whole = words >= tokens.len() && entity.country.is_none_or(known);
        whole.then(|| Standing::new(self.names.of(stand), "side-country", text))
    }

    /// «بروكسل», «صنعاء» where the text names no European Union, no Houthis: of Belgium, of Yemen.
    fn is_capital_of_state(&mut self, body: Stand, token: usize) -> bool {
        let reading = self.reading;
        let capital = |at: usize| stand::place(reading, at).is_some();
        let otherwise = |at: usize| {
            let adjective = || stand::adjective(reading, at).map(|(_, of)| of);
            let named = || match stand::body(reading, at) {
                Some((_, Body::For(of))) => Some(of),
                _ => None,
            };
            !capital(at) && (named() == Some(body) || adjective() == Some(body))
        };
        let named = || (0..reading.len()).any(otherwise);
        capital(token) && !*self.named.entry(body).or_insert_with(named)
    }

    fn organisation(&mut self, entity: &Entity, tokens: Range<usize>) -> Option<Standing> {
        let reading = self.reading;
        if let Some((_, found)) = tokens.clone().find_map(|index| self.names.at(reading, index)) {
            return Some(found);
        }
        let name = self.name(entity, tokens);
        let body = self.listed(&name);
        let whole = body.is_some_and(|(words, _)| words >= name.tokens.len());
        let bureau = stand::is_bureau(reading, name.tokens.start);
        if name.head.or(name.before).any(Kinds::MEDIA) && !whole && !bureau {
            return None;
        }
        match body {
            Some((_, Body::For(stand))) => {
                return Some(name.stands_for(self.names.of(stand), "side-institution"));
            }
            Some((_, Body::Nobody)) if whole && entity.country.is_none() => return None,
            _ => {}
        }
        if self.is_part_of_another(&name) || self.is_outlet(&name) {
            return None;
        }
        if let Some(stand) = name.known {
            return Some(name.stands_for(stand, "side-reference"));
        }
        if let Some(found) = self.within(name.tokens.clone()).filter(|_| !name.national) {
            return Some(found);
        }
        if name.tokens.clone().any(|index| kinds(reading.stem(index)).any(Kinds::OPPOSITION)) {
            let code = if let Some(Stand::Country(code)) = name.nation { code } else { "" };
            return Some(name.stands_for(Stand::Opposition(code), "side-opposition"));
        }
        match name.nation {
            None if self.is_of_told_state(&name) => None,
            Some(nation)
                if !name.is_group()
                    && !self.is_of_members(&name)
                    && !self.is_of_people(&name)
                    && !is_of_rights(&name.text) =>
            {
                Some(self.of_state(name, self.names.of(nation)))
            }
            _ => self.group(name),
        }
    }

    /// What tells of an organisation's name.
    fn name(&self, entity: &Entity, tokens: Range<usize>) -> Name {
        let reading = self.reading;
        // «رئيس حزب "القوات اللبنانية"»
        let outside = (tokens.start.saturating_sub(2)..tokens.start)
            .rev()
            .find(|index| reading.kind(*index) != TokenKind::Quote);
        let national = tokens.clone().any(|index| stand::adjective(reading, index).is_some());
        let own = self.without_purpose(tokens.clone());
        let words = self.telling(own.clone());
        Name {
            text: reading.name(reading.span(tokens.start, tokens.len())),
            outside,
            // «جيش استقلال كاشين» is no state's.
            head: if is_liberation(reading.stem(tokens.start + 1)) {
                Kinds::GROUP
            } else {
                kinds(reading.stem(tokens.start))
            },
            before: outside.map(|index| kinds(reading.stem(index))).unwrap_or_default(),
            nation: self.nation(entity, tokens.clone()),
            land: entity.country.map(Stand::Country),
            national,
            known: self.groups.nation(&words).filter(|_| !national),
            words,
            own,
            tokens,
        }
    }

    /// The longest row of `bodies.tsv` in a name. «منظمة الطاقة الذرية الإيرانية» is not the agency, nor is that
    /// organisation named again without its nationality: then only what the name begins with counts.
    fn listed(&self, name: &Name) -> Option<(usize, Body)> {
        if let Some(short) = self.short_name(name).or_else(|| self.in_marks(name)) {
            return Some(short);
        }
        let first = name.national || name.known.is_some();
        let places = name.tokens.clone().take(if first { 1 } else { name.tokens.len() });
        places.filter_map(|index| stand::body(self.reading, index)).max_by_key(|(words, _)| *words)
    }

    /// «حركة المقاومة الفلسطينية حماس»: a group's short name behind the full one.
    fn short_name(&self, name: &Name) -> Option<(usize, Body)> {
        name.head.any(Kinds::GROUP).then_some(())?;
        let definite = |index: usize| self.reading.word(index).is_some_and(|word| word.definite);
        let apposed = |index: &usize| definite(index - 1) && !definite(*index);
        name.tokens.clone().skip(2).filter(apposed).find_map(|index| {
            let (words, body) = stand::body(self.reading, index)?;
            (index + words == name.tokens.end && matches!(body, Body::For(_))).then_some((words, body))
        })
    }

    /// «حركة «أمل»»: a body whose name has its head outside the marks.
    fn in_marks(&self, name: &Name) -> Option<(usize, Body)> {
        let marked =
            name.tokens.start.checked_sub(1).map(|at| self.reading.kind(at)) == Some(TokenKind::Quote);
        let head = name.outside.filter(|_| marked)?;
        let words = name.tokens.clone().map(|at| self.reading.stem(at));
        let called = std::iter::once(self.reading.stem(head)).chain(words).collect::<Vec<_>>().join(" ");
        Some((name.tokens.len(), stand::body_called(&called)?))
    }

    /// «المكتب السياسي للحركة»: of one that the text names elsewhere.
    fn is_part_of_another(&self, name: &Name) -> bool {
        let reading = self.reading;
        let last = name.tokens.end.saturating_sub(1);
        let of = reading.word(last).is_some_and(|word| word.particles == Particles::LI && word.definite);
        let one = kinds(reading.stem(last)).any(Kinds::GROUP) && !reading.stem(last).ends_with("ات");
        last > name.tokens.start && of && one
    }

    /// «في تصريح لهسبريس», «لموقع CNN»: an outlet, to which somebody speaks. «عمان، الأردن (CNN) --»: who reports.
    fn is_outlet(&self, name: &Name) -> bool {
        let stem = |index: usize| self.reading.stem(index);
        let spoken_to = |index: usize| {
            let carrier = stem(index) == "مع" || kinds(stem(index)).any(Kinds::MEDIA);
            is_speech(stem(index)) || carrier && is_speech(stem(index.saturating_sub(1)))
        };
        let end = name.tokens.end;
        let dateline = || stem(end) == ")" && stem(end + 1).starts_with(['-', '–', '—']);
        name.head == Kinds::default() && (name.outside.is_some_and(spoken_to) || dateline())
    }

    /// «لجنة أطباء السودان»: of those whom a country has, not of its state.
    fn is_of_members(&self, name: &Name) -> bool {
        let of = self.reading.stem(name.tokens.start + 1);
        name.head.any(Kinds::GROUP) && !name.national && kinds(of).any(Kinds::CIVIL)
    }

    /// «مجلس النقباء الأردنيين», «اتحاد المزارعين الفرنسي», «المنظمة التونسية للأطباء الشبان»: of those who work or stand
    /// together, not of their state.
    fn is_of_people(&self, name: &Name) -> bool {
        let reading = self.reading;
        let mut people =
            (name.tokens.start + 1..name.tokens.end + 1).filter(|at| are_united(reading.stem(*at)));
        let of = |at| {
            // «المجلس الأعلى للشباب» is the state's.
            let council = || bare(reading.stem(name.tokens.start)) == "مجلس";
            let joined = || reading.is_joined(at, Particles::LI) && !council();
            at == name.tokens.start + 1 && at < name.tokens.end || joined()
        };
        people.any(of)
    }

    /// «المجلس الوطني الانتخابي», «النيابة»: of the state that the text tells elsewhere.
    fn is_of_told_state(&self, name: &Name) -> bool {
        let reading = self.reading;
        let behind = usize::from(reading.stem(name.tokens.end).starts_with("ال"));
        let mut further = name.tokens.start + 1..name.tokens.end + behind;
        is_of_any_state(reading.stem(name.tokens.start))
            || name.head.any(Kinds::STATE) && further.any(|index| stand::is_public(reading.stem(index)))
    }

    /// A body of a state whose nationality its name tells; «الحكومة الانتقالية الصومالية» is then «الحكومة الانتقالية».
    fn of_state(&mut self, name: Name, state: Stand) -> Standing {
        let standing = name.stands_for(state, "side-institution");
        if !name.words.is_empty() && name.head.any(Kinds::STATE) && name.national {
            let group = self.groups.find(name.words, self.reading.stem(name.tokens.start), &name.text);
            self.groups.nations.entry(group).or_insert(state);
        }
        standing
    }

    /// A group, by the words that tell it from others; one that has none, by all of its words.
    fn group(&mut self, name: Name) -> Option<Standing> {
        let reading = self.reading;
        // «النقابة العامة» after «النقابة العامة للأطباء» is the same.
        let plain = name.words.is_empty() && name.tokens.len() > 1 && name.head.any(Kinds::GROUP);
        let known = || self.groups.names.iter().take(64).position(|full| full.starts_with(&name.text));
        if let Some(group) = plain.then(known).flatten() {
            return Some(Standing::new(Stand::Group(group as u32), "side-group", name.text));
        }
        let words = match name.words.is_empty() {
            false => name.words,
            true if name.tokens.len() < 2 || !name.head.any(Kinds::GROUP) => return None,
            true => gather(name.own.map(|index| light_stem(reading.stem(index)).to_owned())),
        };
        let head = reading.stem(name.tokens.start);
        // «نقابة عمال المناجم», «نقابة العاملين في المناجم»: by the roots of those whom it unites.
        let words =
            if bare(head) == "نقابه" { gather(words.iter().map(|word| root_key(word))) } else { words };
        let group = self.groups.find(words, head, &name.text);
        if let Some(nation) = name.nation.or(name.land) {
            self.groups.of_nations.entry(group).or_insert(self.names.of(nation));
        }
        Some(Standing::new(Stand::Group(group), "side-group", name.text))
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

/// An organisation's name, and what tells of it.
struct Name {
    tokens: Range<usize>,
    text: String,
    /// The token before it, but for quotation marks.
    outside: Option<usize>,
    /// What its first word is.
    head: Kinds,
    /// What the word outside is.
    before: Kinds,
    /// The state whose it is, as far as its own words or the lexicon tell.
    nation: Option<Stand>,
    /// The state in which it is, as far as its name tells: «هيئة قناة السويس».
    land: Option<Stand>,
    /// Whether an adjective of nationality stands in it.
    national: bool,
    /// The state whose the body of these words is, as the text said before.
    known: Option<Stand>,
    /// The stems that tell it from others of its kind.
    words: BTreeSet<String>,
    /// The tokens without what it is for.
    own: Range<usize>,
}

impl Name {
    fn stands_for(&self, stand: Stand, rule: &'static str) -> Standing {
        Standing::new(stand, rule, self.text.as_str())
    }

    /// Whether it or what it stands behind is a party or movement rather than a state's body.
    fn is_group(&self) -> bool {
        [self.head, self.before].iter().any(|kinds| kinds.any(Kinds::GROUP) && !kinds.any(Kinds::STATE))
    }
}

/// Whether a nationality or a country of several words, or another word than «عمان», tells of a country.
fn tells_of(reading: &Reading, code: &'static str) -> bool {
    let of = Stand::Country(code);
    (0..reading.len()).filter(|at| bare(reading.stem(*at)) != "عمان").any(|at| {
        stand::adjective(reading, at).is_some_and(|(_, stand)| stand == of)
            || stand::place(reading, at).is_some_and(|(_, stand)| stand == of)
    })
}

/// What movements are for, and no state's army: «جيش تحرير بلوشستان».
fn is_liberation(stem: &str) -> bool {
    matches!(stem, "تحرير" | "استقلال" | "خلاص" | "انقاذ")
}

/// What somebody gives to an outlet.
fn is_speech(stem: &str) -> bool {
    matches!(bare(stem), "تصريح" | "تصريحات" | "حديث" | "مقابله" | "حوار" | "لقاء" | "اتصال")
}

/// Heads of bodies that every state has: without a nationality their names tell nothing.
pub fn is_of_any_state(head: &str) -> bool {
    matches!(bare(head), "وزاره" | "رياسه" | "خارجيه" | "داخليه" | "دفاع" | "برلمان" | "نيابه" | "سفاره")
}

/// «اللجنة الإثيوبية لحقوق الإنسان»: independent of the state whose name it bears.
pub fn is_of_rights(name: &str) -> bool {
    name.contains("حقوق الإنسان") || name.contains("حقوق الانسان")
}

/// What words at a token stand for, and how many they are.
enum Found {
    For(Standing),
    Nobody(usize),
    Nothing,
}
