//! Whom an office stands for: by what stands in it, by the pronoun it has, before or behind its holder's name.
//!
//! | text | stands for |
//! | --- | --- |
//! | رئيس الوزراء العراقي محمد شياع السوداني | العراق |
//! | باتريك رايدر، المتحدث باسم الجيش | whose the army is |
//! | مديره الرياضي | the club named before, not the league |

use super::context;
use super::speakers::Speakers;
use super::stand::{Kinds, Stand, Standing, adjective, is_clause, is_deputy, is_trade, kinds};
use crate::analysis::{EntityKind, Evidence, Reading};
use crate::lexicon::Table;
use crate::text::{TokenKind, bare};
use std::ops::Range;

/// How far an office stands from its holder's name, in words.
const APPOSITION: usize = 14;

/// Under what a union is remembered that no noun names, only who heads it.
pub(super) const HEAD_OF_UNION: &str = "نقيب";

/// «نقيب الصحفيين»
pub(super) fn is_head_of_union(reading: &Reading, token: usize) -> bool {
    let head = matches!(reading.stem(token), HEAD_OF_UNION | "نقيبه");
    head && reading.stem(token + 1).starts_with("ال")
}

impl Speakers<'_, '_> {
    /// The office before a name: «رئيس الوزراء العراقي» محمد …; «متحدث البنتاغون»، باتريك ….
    pub(super) fn before(&self, name: usize, referent: u32) -> Option<Standing> {
        // «المتحدث باسم الرئاسة»: where the nearer word tells nothing, the one before it may.
        let candidate = |office: &usize| bare(self.ground.reading.stem(*office)).starts_with("مرشح");
        if let Some(office) = self.offices_before(name).find(candidate) {
            return self.office(office, name, referent);
        }
        self.offices_before(name).find_map(|office| self.office(office, name, referent))
    }

    /// The office after a name: محمد … «وزير الدفاع اليمني», «، المتحدث باسم الجيش».
    pub(super) fn after(&self, end: usize, referent: u32) -> Option<Standing> {
        let ground = self.ground;
        let reading = ground.reading;
        let skip = usize::from(matches!(reading.stem(end), "،" | "," | "(" | "-"));
        // «فلان، وهو متحدث باسم الجيش،»
        let is = skip == 1 && matches!(reading.folded(end + skip), "وهو" | "وهي");
        let start = end + skip + usize::from(is);
        // «فلان من حزب كذا», «النائب فلان، عن حزب كذا،»
        let of = reading.stem(start);
        if skip == 0 && of == "من" || of == "عن" {
            let (index, entity) = ground.entity_at(start + 1)?;
            return (entity.kind == EntityKind::Organisation).then(|| ground.stand_of(index).cloned())?;
        }
        // «النائب فلان (حزب كذا)»
        if skip == 1
            && reading.stem(end) == "("
            && let Some((index, entity)) = ground.entity_at(start)
            && reading.stem(ground.tokens(entity.span).end) == ")"
            && let Some(found) = ground.stand_of(index).filter(|_| entity.kind == EntityKind::Organisation)
            && !matches!(found.stand, Stand::Country(_))
        {
            return Some(found.clone());
        }
        // «الكاتب العام للنقابة» is no writer.
        let secretary = || reading.stem(start) == "الكاتب" && reading.stem(start + 1) == "العام";
        // «دعا فلان الجانب الإيراني إلى»: whom he calls upon.
        let other = skip == 0 && matches!(bare(reading.stem(start)), "جانب" | "طرف" | "وفد" | "فريق");
        let office = kinds(reading.stem(start)).any(Kinds::OFFICE) && !other || secretary();
        if !office || !reading.word(start)?.particles.is_empty() {
            return None;
        }
        // «اتهم النائب فلان | القيادة الفرنسية بـ»: whom he accuses; «ماكرون، الرئيس الفرنسي»، «ماكرون الرئيس الفرنسي إن».
        let nation = adjective(reading, start + 1).is_some() && reading.stem(start).starts_with("ال");
        let over = reading.kind(start + 2) != TokenKind::Word || is_clause(reading.folded(start + 2));
        if skip == 0 && nation && !over {
            return None;
        }
        // «الأمين العام للاتحاد "الأسعار أقل من أسعارنا"»: what he says is no name of a body.
        let speech = |at: usize| {
            let quote = |at: usize| reading.kind(at) == TokenKind::Quote;
            let named = matches!(reading.folded(at - 1), "باسم" | "في" | "من" | "ل" | "حزب" | "حركه");
            quote(at) && !named && !(at + 2..at + 5).any(quote) && !(start..at).any(quote)
        };
        let mut until = start;
        while until < start + APPOSITION
            && !speech(until)
            && !matches!(reading.kind(until), TokenKind::Break | TokenKind::Mark)
            && !is_clause(reading.folded(until))
        {
            until += 1;
        }
        let state = || context::is_state(ground, start..until).then(|| self.of_state(start))?;
        self.office(start, until, referent).or_else(state)
    }

    /// The words of office before a name that belong to it, the nearest first.
    pub(super) fn offices_before(&self, name: usize) -> impl Iterator<Item = usize> {
        let ground = self.ground;
        let reading = ground.reading;
        // «الناطق باسم الوزارة، العقيد فلان»
        let titles = move |mut between: Range<usize>| {
            between.all(|at| ground.reading.single(at, Table::Honorifics).is_some())
        };
        let belongs = move |index: &usize| {
            let word = reading.stem(*index);
            let apart = match reading.kind(*index) {
                TokenKind::Break => true,
                TokenKind::Mark => !titles(index + 1..name) && !matches!(word, "(" | ")" | "\""),
                _ => false,
            };
            !apart && !is_clause(reading.folded(*index)) && !ground.ends_person(*index)
        };
        let near = (name.saturating_sub(APPOSITION)..name).rev().take_while(belongs);
        near.filter(move |index| {
            kinds(reading.stem(*index)).any(Kinds::OFFICE) || is_deputy(reading.stem(*index))
        })
    }

    /// The offices in the words right before a name.
    pub(super) fn office_before(&self, name: usize) -> Kinds {
        let words = (name.saturating_sub(3)..name).map(|index| kinds(self.ground.reading.stem(index)));
        words.fold(Kinds::default(), Kinds::or)
    }

    /// The office right before a name: its token.
    pub(super) fn office_head(&self, name: usize) -> Option<usize> {
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
    pub(super) fn rank(&self, name: usize) -> Option<usize> {
        let rank = name.checked_sub(1)?;
        self.ground.reading.single(rank, Table::Honorifics).map(|_| rank)
    }

    /// «نقيب الصحفيين الأردنيين»: their union, not their state.
    pub(super) fn head_of_union(&self, office: usize) -> Option<Standing> {
        let of = || self.of_body(office..office + 1).or_else(|| self.common(HEAD_OF_UNION));
        is_head_of_union(self.ground.reading, office).then(of)?
    }

    /// Whom the office in these tokens stands for.
    pub(super) fn office(&self, start: usize, end: usize, referent: u32) -> Option<Standing> {
        let ground = self.ground;
        let all =
            (start..end).map(|index| kinds(ground.reading.stem(index))).fold(Kinds::default(), Kinds::or);
        let text = || ground.words(start..end);
        if all.any(Kinds::FORMER) {
            return Some(Standing::new(Stand::Person(referent), "side-former", text()));
        }
        // «القيادي في «الديمقراطي»»: a group by one word of its name, in marks.
        let marked = || {
            let opens = |at: &usize| ground.reading.kind(*at) == TokenKind::Quote;
            let word = (start..end).find(opens)? + 1;
            let group = ground.group_with(ground.reading.stem(word)).filter(|_| opens(&(word + 1)))?;
            Some(Standing::new(Stand::Group(group), "side-office", text()))
        };
        let found = ground.scan(start..end).or_else(marked);
        // «الأمين العام لنقابة عمال الأرصفة», which only its noun names; «رئيس تجمع النفطيين المغاربة» is not their state's.
        let nation = |found: &Standing| matches!(found.stand, Stand::Country(_) | Stand::Party(_));
        if found.as_ref().is_none_or(nation)
            && let Some(union) =
                (start + 1..end).find_map(|at| self.group_at(at)).or_else(|| self.head_of_union(start))
        {
            return Some(union);
        }
        // «مدير مستشفى أمبوفومبي الحكومي»: of the state, not of the house.
        let public = |at: usize| matches!(ground.reading.stem(at), "الحكومي" | "الحكوميه");
        let house = (start + 1..end).find(|at| is_trade(ground.reading.stem(*at)));
        if house.is_some_and(|house| (house + 1..end).any(public)) {
            return self.of_state(start);
        }
        if all.any(Kinds::OPPOSITION) {
            let code = if let Some(Stand::Country(code)) = found.map(|f| f.stand) { code } else { "" };
            return Some(Standing::new(Stand::Opposition(code), "side-opposition", text()));
        }
        // «المرشح الخاسر في الانتخابات النيجيرية»: not its state's.
        let candidate = bare(ground.reading.stem(start)).starts_with("مرشح");
        if candidate && found.as_ref().is_some_and(|found| matches!(found.stand, Stand::Country(_))) {
            return Some(Standing::new(Stand::Person(referent), "side-own", text()));
        }
        if let Some(found) = found {
            return Some(Standing { evidence: Evidence::new("side-office", text()), ..found });
        }
        if let Some(found) = self.governor(start..end) {
            return Some(found);
        }
        // «المتحدث باسمها», «رئيسها»: the last organisation before; «رئيس المجلس»: the last of that head.
        if self.is_of_another(start..end) {
            return self.meant_by(start..end);
        }
        let state = context::is_state(ground, start..end);
        let ministry = |index: &usize| state && context::is_ministry(ground, *index);
        let bodies = (start..end).skip(1).filter(|index| !ministry(index));
        let bodies = bodies.filter(|index| !state || !kinds(ground.reading.stem(*index)).any(Kinds::OFFICE));
        // «رئيس مجلس النواب», after «النواب الأكراد»: the deputies tell nothing by themselves.
        let within = |index: usize| {
            let body = kinds(ground.reading.stem(index - 1)).any(Kinds::STATE.or(Kinds::GROUP));
            body && kinds(ground.reading.stem(index)).any(Kinds::OFFICE)
        };
        let bodies = bodies.filter(|index| !within(*index));
        let earlier = bodies.map(|index| index..index + 1).find_map(|tokens| self.earlier(tokens));
        earlier.or_else(|| self.of_body(start..end)).or_else(|| self.secretary(start..end))
    }

    /// «محافظ الأنبار»: of the state in which he governs; mayors («رئيس بلدية خاركيف») only between states, for at
    /// home they are often of the opposition.
    fn governor(&self, tokens: Range<usize>) -> Option<Standing> {
        let ground = self.ground;
        let stem = |at: usize| bare(ground.reading.stem(at));
        let head = stem(tokens.start);
        let mayor = self.abroad && (head == "عمده" || tokens.clone().any(|at| stem(at) == "بلديه"));
        if !(matches!(head, "محافظ" | "حاكم" | "والي") || mayor) {
            return None;
        }
        let place = |at: usize| ground.entity_at(at).filter(|(_, entity)| entity.kind == EntityKind::Place);
        let country = tokens.clone().find_map(|at| place(at)?.1.country)?;
        let state = ground.names.of(Stand::Country(country));
        Some(Standing::new(state, "side-country", ground.words(tokens)))
    }

    /// «المتحدث باسم الأمين العام»: of the union, league or party named last.
    fn secretary(&self, mut tokens: Range<usize>) -> Option<Standing> {
        let ground = self.ground;
        let stem = |index: usize| ground.reading.stem(index);
        let at = tokens.find(|at| {
            matches!(stem(*at), "الامين" | "الامينه" | "امينه" | "امينها")
                && matches!(stem(at + 1), "العام" | "العامه")
        })?;
        let body = |index: usize| {
            let found = ground.stand_of(ground.entity_at(index)?.0)?;
            matches!(found.stand, Stand::Body(_) | Stand::Group(_)).then(|| found.clone())
        };
        let back = (at.saturating_sub(60)..at).rev();
        let found =
            back.take_while(|index| ground.reading.kind(*index) != TokenKind::Break).find_map(body)?;
        Some(found.by("side-reference"))
    }

    /// Whether the office is told by a pronoun alone: «المتحدث باسمه», «رئيسها».
    pub(super) fn is_of_another(&self, mut tokens: Range<usize>) -> bool {
        tokens.end = tokens.end.min(tokens.start + 3);
        self.pronoun(tokens).is_some()
    }

    /// The token in which an office has the pronoun of the body whose it is.
    pub(super) fn pronoun(&self, mut tokens: Range<usize>) -> Option<usize> {
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
    pub(super) fn meant_by(&self, tokens: Range<usize>) -> Option<Standing> {
        let token = self.pronoun(tokens)?;
        // «رئيس الإقليم …. وقال وزير خارجيته»: his who spoke before.
        let minister = self.ground.reading.folded(token).ends_with("يته");
        if let Some((at, found)) = self.said.as_ref().filter(|(at, _)| minister && *at < token)
            && !(*at..token).any(|index| self.ground.reading.kind(index) == TokenKind::Break)
        {
            return Some(found.by("side-reference"));
        }
        self.organisation_before(token)
    }

    /// Whether «رئيسها» at one token may be of the body that the other names: a league, not a club.
    pub(super) fn may_mean(&self, pronoun: usize, body: usize) -> bool {
        let (told, head) = (self.ground.reading.folded(pronoun), bare(self.ground.reading.stem(body)));
        let one = is_trade(head) || kinds(head).any(Kinds::GROUP.or(Kinds::STATE));
        let several = !head.ends_with('ه') && kinds(head).any(Kinds::STATE) && told.ends_with("ها");
        let feminine = head.ends_with('ه') || head.ends_with("ات");
        !one || several || told.ends_with("ها") == feminine || told.ends_with("هم") || told.ends_with("هما")
    }

    /// Whom «ها» in «المتحدث باسمها» means: who spoke last in the sentence, else the last name.
    pub(super) fn organisation_before(&self, token: usize) -> Option<Standing> {
        if let Some((at, found)) = &self.last
            && *at < token
            && self.may_mean(token, *at)
            && token - *at < 30
            && !(*at..token).any(|index| self.ground.reading.kind(index) == TokenKind::Break)
        {
            return Some(found.by("side-reference"));
        }
        (token.saturating_sub(40)..token).rev().find_map(|index| {
            let Some((number, entity)) = self.ground.entity_at(index) else {
                // «رابطة الأندية», which only its noun names.
                // «أكبر أحزاب المعارضة» are several.
                let several = matches!(bare(self.ground.reading.stem(index)), "احزاب" | "قوي" | "كنايس");
                let group = self.ground.is_common(index) && self.may_mean(token, index) && !several;
                // «الوكالة التابعة للجماعة»
                let word = self.ground.reading.stem(index);
                if word.starts_with("ال") && kinds(word).any(Kinds::GROUP) && self.may_mean(token, index) {
                    return self.earlier(index..index + 1);
                }
                return group.then(|| self.common(bare(self.ground.reading.stem(index))))?;
            };
            if entity.kind == EntityKind::Organisation && !self.may_mean(token, index) {
                return None;
            }
            let named = matches!(entity.kind, EntityKind::Organisation | EntityKind::Place);
            let found = self.ground.stand_of(number).filter(|_| named)?;
            Some(found.by("side-reference"))
        })
    }

    /// Notes the persons who are no longer in office, and offices with a nationality behind them.
    pub(super) fn note_offices(&mut self) {
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
    pub(super) fn nation_after(&self, index: usize) -> Option<Standing> {
        let reading = self.ground.reading;
        let end = (index + 4).min(reading.len());
        let at = (index + 1..end).find(|at| adjective(reading, *at).is_some())?;
        // «انتقد المبعوث | الموقف الإيراني», «أشاد الوزير | بالدعم الأميركي»: what is told of another noun.
        let closed = reading.stem(index).starts_with("ال");
        let told = |at: usize| {
            let noun = reading.single(at, Table::Common).is_some_and(|sense| sense.form == 0);
            !(closed && noun && kinds(reading.stem(at)) == Kinds::default())
        };
        let bare = |at: usize| reading.word(at).is_some_and(|word| word.particles.is_empty());
        let plain = (index + 1..at).all(|at| {
            let word = reading.kind(at) == TokenKind::Word && reading.single(at, Table::Function).is_none();
            word && told(at) && bare(at)
        });
        plain.then(|| self.ground.scan(index + 1..at + 1))?
    }
}
