//! What the text has said before of whom words stand for: «الحكومة», «الشركة», «النقابة», a name behind an office.

use super::offices::{HEAD_OF_UNION, is_head_of_union};
use super::speakers::Speakers;
use super::stand::{
    Body, Kinds, Stand, Standing, body, body_name, body_of, is_called, is_camp, is_clause, is_deputy,
    is_public, is_region, is_trade, is_union, kinds, office_holder,
};
use crate::analysis::{Entity, EntityKind, Particles};
use crate::lexicon::Table;
use crate::text::{TokenKind, bare, fold};
use std::collections::BTreeMap;
use std::ops::Range;

/// The evidence for a person that the text itself does not introduce.
const KNOWN: &str = "side-known";

/// The head of enterprises that the text names without one.
const TRADE: &str = "*";

/// The head of bodies whose names have none: «إيكواس», then «المنظمة».
const NAMELESS: &str = "**";

/// The head of movements that the text names by another («كتائب القسام», then «الحركة»).
const MOVEMENT: &str = "***";

/// So many that are named by the way are passed over on the way to whom a head means.
const BY_THE_WAY: usize = 8;

/// How far behind an office the name of its holder begins, in words.
const INTRODUCED: usize = 6;

impl<'g, 'a> Speakers<'g, 'a> {
    /// Reads a word of the text: a group or enterprise that only a common noun names, an office with a name behind
    /// it, a body that no entity is.
    pub(super) fn read_word(&mut self, index: usize) {
        let ground = self.ground;
        let stem = ground.reading.stem(index);
        if stem.starts_with("ال") && is_called(stem) {
            self.definite.entry(bare(stem)).or_insert(index as u32);
        }
        // The table is asked by what the reading knows already: every word of the text comes by here.
        if ground.reading.single(index, Table::Standing).is_some() {
            let kind = kinds(stem);
            // «هيئة الاتصالات», but «لجنة الانتخابات» and «جهاز المخابرات» are the state's.
            let of = ground.reading.stem(index + 1);
            let public = || kind.any(Kinds::STATE) && (is_public(of) || kinds(of).any(Kinds::STATE));
            let group = kind.any(Kinds::GROUP) && !public();
            // «شركة ميتا», where no name is seen.
            let trade = is_trade(stem) && !ground.reading.is_known(index + 1);
            let people = ground.reading.stem(index + 1);
            let united = || is_camp(people) || kinds(people).any(Kinds::CIVIL);
            if kind.any(Kinds::GROUP) && people.starts_with("ال") && united() {
                self.unions.entry(people_key(bare(people))).or_insert(index as u32);
            }
            // «حزب الوحدة المعارض», then «الحزب».
            let told = (index + 1..index + 4).take_while(|at| ground.reading.kind(*at) == TokenKind::Word);
            let opposed = |at: usize| kinds(ground.reading.stem(at)).any(Kinds::OPPOSITION);
            if group && told.into_iter().any(opposed) && !stem.starts_with("ال") {
                let words = ground.words(index..index + 1);
                self.note(index, Standing::new(Stand::Opposition(""), "side-opposition", words));
            }
            if (group || trade) && ground.is_common(index) {
                self.common.entry(stem).or_insert(index as u32);
            }
            if is_head_of_union(ground.reading, index) {
                self.common.entry(HEAD_OF_UNION).or_insert(index as u32);
            }
            if kind.any(Kinds::OFFICE) {
                self.introduce(index);
            }
        }
        // «تحالف دعم الشرعية», then «التحالف».
        if let Some((words, Body::For(stand))) = body(ground.reading, index)
            && words > 1
            && ground.entity_at(index).is_none()
        {
            let text = ground.words(index..index + words);
            self.note(index, Standing::new(ground.names.of(stand), "side-institution", text));
        }
    }

    /// Reads an organisation or a region: by the head of its name it may be called afterwards.
    pub(super) fn read_body(&mut self, index: usize, entity: &Entity) {
        let ground = self.ground;
        let Some(standing) = ground.stand_of(index) else { return };
        let start = ground.tokens(entity.span).start;
        if entity.kind != EntityKind::Organisation {
            // «إقليم كردستان», then «حكومة الإقليم».
            let mut before = (start.saturating_sub(2)..start).map(|at| bare(ground.reading.stem(at)));
            let region = before.find(|head| is_region(head));
            if let Some(head) = region.filter(|_| matches!(standing.stand, Stand::Body(_))) {
                self.note_head(head, start, standing);
            }
            return;
        }
        let world = standing.stand == Stand::Body("united-nations");
        if world {
            self.council.get_or_insert(start);
        }
        let trade = self.note_trade(start, standing);
        // «المفوضية الأوروبية», then «الاتحاد»: the body's own name has the head.
        if let Stand::Body(id) = standing.stand
            && let Some(own) = body_name(id).and_then(|name| name.split(' ').next()).map(fold)
            && kinds(bare(&own)).any(Kinds::GROUP)
        {
            self.note_head(bare(&own), start, standing);
        }
        let head = bare(ground.reading.stem(start));
        let body = matches!(standing.stand, Stand::Body(_));
        if body && !world {
            self.note_head(MOVEMENT, start, standing);
        }
        let headless = !trade && !world && kinds(head) == Kinds::default();
        if headless && (body || matches!(standing.stand, Stand::Group(_))) {
            self.note_head(NAMELESS, start, standing);
        }
        self.note_head(head, start, standing);
    }

    /// Reads a person: whom he stands for, and that his office is then his.
    pub(super) fn read_person(&mut self, entity: &Entity) {
        let ground = self.ground;
        let tokens = ground.tokens(entity.span);
        if tokens.len() > 1 {
            self.families.entry(ground.reading.stem(tokens.end - 1)).or_insert(entity.referent);
        }
        let by_name = || Some(ground.names.at(ground.reading, tokens.start)?.1);
        let by_office = || {
            let before = self.before(tokens.start, entity.referent);
            before.or_else(|| self.after(tokens.end, entity.referent))
        };
        // Who is known beyond this text: what the text itself says of him comes first.
        let known = || {
            let stand = ground.names.of(office_holder(ground.reading, tokens.clone())?);
            Some(Standing::new(stand, KNOWN, ground.words(tokens.clone())))
        };
        // «ائتلاف دولة القانون بزعامة نوري المالكي»: he leads it.
        let by_lead = || {
            let lead = tokens.start.checked_sub(1)?;
            let leads = matches!(ground.reading.folded(lead), "بزعامه" | "بقياده" | "برياسه");
            let near = (lead.saturating_sub(6)..lead).filter(|_| leads);
            let led = near
                .filter_map(|at| ground.entity_at(at))
                .find(|(_, it)| ground.tokens(it.span).end == lead)?;
            ground
                .stand_of(led.0)
                .filter(|led| matches!(led.stand, Stand::Group(_) | Stand::Body(_)))
                .cloned()
        };
        if let Some(found) = by_lead().or_else(by_name).or_else(by_office).or_else(known) {
            self.note_titles(tokens.start, &found);
            self.note_title_behind(tokens.end, &found);
            let told = found.evidence.rule != KNOWN;
            let person = self.persons.entry(entity.referent).or_insert_with(|| found.clone());
            // «أبو الغيط»، then «وزير الخارجية المصري أحمد أبو الغيط»: what the text says of him, wherever it says so.
            if told && person.evidence.rule == KNOWN {
                *person = found;
            }
        } else if self.offices_before(tokens.start).next().is_some() {
            self.introductions.entry(entity.referent).or_insert(tokens.start);
        }
    }

    /// «وزير المياه هابتامو …», «العقيد فلان»: «الوزير», «العقيد» are then he, whose name stands at the token.
    pub(super) fn note_titles(&mut self, name: usize, standing: &Standing) {
        if let Some(office) = self.office_head(name) {
            self.note(office, standing.clone());
        }
        if let Some(rank) = self.rank(name) {
            self.note(rank, standing.clone());
        }
    }

    /// «يونس بنعجيبة، المدير العام لشركة كذا»: «المدير العام» is then he, whose name ends at the token.
    fn note_title_behind(&mut self, end: usize, standing: &Standing) {
        let reading = self.ground.reading;
        let office = end + usize::from(matches!(reading.stem(end), "،" | ","));
        if office > end && reading.stem(office).starts_with("ال") {
            self.note(office, standing.clone());
        }
    }

    /// Notes that the phrase whose head stands at a token stood for someone.
    pub(super) fn note(&mut self, token: usize, standing: Standing) {
        let word = self.ground.reading.stem(token);
        if kinds(word).any(Kinds::OFFICE.or(Kinds::STATE).or(Kinds::GROUP)) {
            self.heads.entry(head(word).to_owned()).or_default().insert(token, standing);
        }
    }

    /// Notes that what is named at a token may be called by a head, whether it stands there or not.
    fn note_head(&mut self, head: &str, token: usize, standing: &Standing) {
        self.heads.entry(head.to_owned()).or_default().insert(token, standing.clone());
    }

    /// «منصة "باينانس"»: «المنصة» is then that enterprise; by its name alone («فيرست كوانتم») it is what «الشركة»
    /// means where nothing else is. Whether a word for an enterprise stands before the name.
    pub(super) fn note_trade(&mut self, name: usize, standing: &Standing) -> bool {
        let reading = self.ground.reading;
        let before = (name.saturating_sub(2)..name).rev().find(|at| reading.kind(*at) != TokenKind::Quote);
        let head = before.map(|at| bare(reading.stem(at))).filter(|word| is_trade(word));
        // «شركة «ميتا»»: one that is known beyond this text is an enterprise where the text calls it so.
        let enterprise = matches!(standing.stand, Stand::Body(_)) && head.is_some();
        if !(enterprise || matches!(standing.stand, Stand::Group(_)))
            || kinds(reading.stem(name)) != Kinds::default()
        {
            return false;
        }
        self.note_head(head.unwrap_or(TRADE), name, standing);
        head.is_some()
    }

    /// «الحكومة», «المتحدث», «الحركة»: whom the last phrase with that head stood for.
    pub(super) fn earlier(&self, tokens: Range<usize>) -> Option<Standing> {
        let reading = self.ground.reading;
        let word = reading.stem(tokens.start);
        // «الحزب الحاكم»: the party named before.
        let ruling = tokens.len() == 2 && matches!(reading.stem(tokens.start + 1), "الحاكم" | "الحاكمه");
        let tokens = if ruling { tokens.start..tokens.start + 1 } else { tokens };
        // «المجلس الانتخابي» is not the council named before; «الحكومة الحالية» is that government.
        let plain = tokens.clone().skip(1).all(|index| {
            let kinds = kinds(reading.stem(index));
            let official = kinds.any(Kinds::PLAIN.or(Kinds::OFFICIAL)) || reading.stem(index) == "المسوول";
            official || reading.single(index, Table::Function).is_some()
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
            // «إيكواس» may be «المنظمة», but no «التحالف» of others.
            let nameless = kinds(word).any(Kinds::GROUP)
                && tokens.len() == 1
                && common.is_none()
                && !matches!(word, "التحالف" | "الاتحاد" | "المجلس" | "اللجنه" | "النقابه" | "الكنيسه");
            let movement = matches!(word, "الحركه" | "الجماعه" | "التنظيم" | "الميليشيا" | "المليشيا");
            let movements = || self.heads.get(MOVEMENT).filter(|_| nameless && movement);
            self.heads.get(NAMELESS).filter(|_| nameless).or_else(movements)
        };
        let Some(known) = self.heads.get(if armed { "جيش" } else { head(word) }).or_else(group) else {
            return common;
        };
        // «لجنة الانضباط في الاتحاد الأفريقي»: of what is named by the way nothing is told.
        let told = |at: &usize| at.checked_sub(1).is_none_or(|before| reading.stem(before) != "في");
        let of_it = known.range(..tokens.start).rev().take(BY_THE_WAY).find(|(at, _)| told(at));
        of_it.map(|(_, found)| found.by("side-reference")).or_else(|| last_named(known, tokens.start))
    }

    /// «الأطباء», where the text names «نقابة الأطباء»: she.
    pub(super) fn union_of(&self, people: &str) -> Option<Stand> {
        let head = *self.unions.get(people_key(people))? as usize;
        let entity = self.ground.entity_at(head).and_then(|(number, _)| self.ground.stand_of(number));
        let camp = || self.camp(bare(self.ground.reading.stem(head))).unwrap_or(head as u32);
        Some(entity.map_or_else(|| Stand::Camp(camp()), |standing| standing.stand))
    }

    /// Whom the first phrase with a head stood for.
    pub(super) fn earlier_by(&self, head: &str, token: usize) -> Option<Standing> {
        last_named(self.heads.get(head)?, token)
    }

    /// «نقابة عمال المصنع», then «النقابة»: a group that only its noun names.
    pub(super) fn common(&self, head: &str) -> Option<Standing> {
        let first = *self.common.get(head)?;
        let word = self.ground.words(first as usize..first as usize + 1);
        Some(Standing::new(Stand::Camp(first), "side-reference", word))
    }

    /// «نقابة عمال الأرصفة» at a token: the group of that noun, where it is of the same.
    pub(super) fn group_at(&self, token: usize) -> Option<Standing> {
        let reading = self.ground.reading;
        let head = reading.stem(token);
        let first = *self.common.get(head).filter(|_| is_union(head))? as usize;
        let same = reading.stem(first + 1) == reading.stem(token + 1);
        let unnamed = self.ground.reading.kind(token + 1) == TokenKind::Word
            && self.ground.entity_at(token + 1).is_none();
        (same && unnamed).then(|| self.common(head))?
    }

    /// By which token a group goes that only its noun names.
    pub(super) fn camp(&self, head: &str) -> Option<u32> {
        self.common.get(head).or_else(|| self.definite.get(head)).copied()
    }

    /// «المطران» where the text has a church, «الرئيس التنفيذي» where it has a company: the last of its kind.
    pub(super) fn of_body(&self, tokens: Range<usize>) -> Option<Standing> {
        let stem = |index: usize| self.ground.reading.stem(index);
        // «مجلس الإدارة»
        let board = tokens.clone().any(|at| bare(stem(at)) == "مجلس" && stem(at + 1) == "الاداره");
        let head = tokens.clone().find_map(|index| body_of(stem(index))).or(board.then_some("شركه"))?;
        let trade = || self.heads.get(TRADE).filter(|_| is_trade(head));
        let Some(known) = self.heads.get(head).or_else(trade) else {
            let (token, text) = (self.camp(head)?, self.ground.words(tokens));
            return Some(Standing::new(Stand::Camp(token), "side-office", text));
        };
        last_named(known, tokens.start)
    }

    /// «مصدر في الوزارة», «محامي النقابة»: whom the body stands for that is named behind the office.
    pub(super) fn linked(&self, tokens: Range<usize>) -> Option<Standing> {
        let reading = self.ground.reading;
        let link = |at: &usize| matches!(reading.folded(*at), "في" | "من" | "لدي" | "داخل" | "باسم" | "عن");
        // «مصدر بالوزارة», «مسؤول في وزارة الدفاع | بالإقليم»
        let within =
            |at: &usize| reading.is_joined(*at, Particles::BI) && reading.stem(*at).starts_with("ال");
        if let Some(found) =
            (tokens.start + 1..tokens.end + 1).filter(within).find_map(|at| self.earlier(at..at + 1))
        {
            return Some(found);
        }
        let behind = match (tokens.start + 1..tokens.end).find(link) {
            Some(link) => link + 1..tokens.end,
            None if is_deputy(reading.stem(tokens.start)) => tokens.start + 1..tokens.end,
            None => return None,
        };
        // «ممثلون عن نقابة عمال الصلب»
        let head = reading.stem(behind.start);
        let common = || kinds(head).any(Kinds::GROUP).then(|| self.common(bare(head)))?;
        // «المتحدث باسم حملة فلان»
        let person = |at: usize| self.persons.get(&self.ground.person_at(at)?.referent).cloned();
        let of_person = || behind.clone().find_map(person);
        let found = self.ground.scan(behind.clone()).or_else(of_person);
        let found = found.or_else(|| self.earlier(behind.clone())).or_else(common);
        found.filter(|_| tokens.len() > 1)
    }

    /// «الشركة», «للمنصة»: the enterprise named last.
    pub(super) fn enterprise(&self, token: usize) -> Option<Standing> {
        let word = self.ground.reading.stem(token);
        if !(is_trade(word) && word.starts_with("ال")) {
            return None;
        }
        let common = self.common(bare(word));
        let known = self.heads.get(bare(word)).or_else(|| self.heads.get(TRADE).filter(|_| common.is_none()));
        let Some(known) = known else { return common };
        last_named(known, token)
    }

    /// «إسلاميون»: the one group of the text whose name has the word.
    pub(super) fn kin(&self, tokens: Range<usize>) -> Option<Standing> {
        let word = self.ground.reading.stem(tokens.start);
        let given = self.ground.reading.single(tokens.start, Table::Given).is_some();
        if given || kinds(word) != Kinds::default() {
            return None;
        }
        let group = self.ground.group_with(word)?;
        Some(Standing::new(Stand::Group(group), "side-group", self.ground.words(tokens)))
    }

    /// Whom a speaker stood for who bore one of the words as a name before. A given name tells one person
    /// from another only where it stands alone («وانغ» after «وانغ يي»).
    pub(super) fn by_name(&self, tokens: Range<usize>) -> Option<Standing> {
        let reading = self.ground.reading;
        let alone = tokens.len() == 1;
        let mut telling =
            tokens.rev().filter(|index| alone || reading.single(*index, Table::Given).is_none());
        telling.find_map(|index| {
            let word = reading.stem(index);
            // «إعفاء محافظ المصرف الصادق الورفلي», then «وقال الورفلي».
            let introduced = || self.before(*self.introduced.get(word)? as usize, u32::MAX);
            self.unknown.get(word).cloned().or_else(introduced)
        })
    }

    /// Notes the words of a name that no entity is, behind an office.
    pub(super) fn introduce(&mut self, office: usize) {
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
            self.introduced.entry(reading.stem(at)).or_insert(first as u32);
        }
    }
}

/// People by one word, whatever their case: «معلمون», «معلمين».
pub fn people_key(bare: &str) -> &str {
    let one = bare.strip_suffix("ون").or(bare.strip_suffix("ين"));
    one.filter(|one| one.chars().count() > 3).unwrap_or(bare)
}

/// A head as it is remembered: «المسؤولون» are the «مسؤولين» named before.
fn head(word: &str) -> &str {
    let bare = bare(word);
    let one = bare.strip_suffix("ون").or(bare.strip_suffix("ين"));
    one.filter(|one| one.chars().count() > 3).unwrap_or(bare)
}

/// Of those for whom the phrases with one head stood, by where they stand: the last before a token, else the first.
fn last_named(named: &BTreeMap<usize, Standing>, token: usize) -> Option<Standing> {
    let (_, found) = named.range(..token).next_back().or(named.iter().next())?;
    Some(found.by("side-reference"))
}
