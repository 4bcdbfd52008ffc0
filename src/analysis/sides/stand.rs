//! For whom words can stand, before parties are made of it, and what single words tell of it.

use crate::analysis::{Evidence, Particles, Reading};
use crate::lexicon::{self, Table};
use crate::text::{TokenKind, bare};
use std::ops::Range;
use std::sync::LazyLock;

/// For whom a speaker or a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stand {
    /// A party of the chosen dispute, by its index.
    Party(usize),
    /// A country, by its ISO 3166-1 code.
    Country(&'static str),
    /// An international body, bloc, region or well-known group, by its id in `bodies.tsv`.
    Body(&'static str),
    /// A group that the text names, by its number in the text.
    Group(u32),
    /// The opposition of a country (empty: of the country that the text is about).
    Opposition(&'static str),
    /// A person who speaks for himself: a former office holder, for instance; by his referent.
    Person(u32),
    /// People or an enterprise that only a common noun names («المحتجون», «الشركة»): by the first token of it.
    Camp(u32),
}

/// For whom, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// For whom.
    pub stand: Stand,
    /// Why.
    pub evidence: Evidence,
}

impl Standing {
    /// For `stand`, by `rule` and `words`.
    pub fn new(stand: Stand, rule: &'static str, words: impl Into<String>) -> Self {
        Standing { stand, evidence: Evidence::new(rule, words) }
    }

    /// For the same, told by the same words, by another rule.
    pub fn by(&self, rule: &'static str) -> Self {
        self.instead(self.stand, rule)
    }

    /// For another, told by the same words, by another rule.
    pub fn instead(&self, stand: Stand, rule: &'static str) -> Self {
        Standing::new(stand, rule, self.evidence.words.join(" "))
    }
}

/// What `standing.tsv` says of a word, as a set: a word can head a state body and a group alike.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kinds(u16);

impl Kinds {
    /// An office or an official source: رئيس، المتحدث، مصدر.
    pub const OFFICE: Kinds = Kinds(1);
    /// An adjective of official sources: عسكري، حكومي.
    pub const OFFICIAL: Kinds = Kinds(2);
    /// The press: صحيفة، وكالة.
    pub const MEDIA: Kinds = Kinds(4);
    /// Witnesses, experts, inhabitants.
    pub const CIVIL: Kinds = Kinds(8);
    /// A document of the Security Council: القرار، النص.
    pub const RESOLUTION: Kinds = Kinds(16);
    /// No longer in office: السابق.
    pub const FORMER: Kinds = Kinds(32);
    /// المعارضة، المعارض.
    pub const OPPOSITION: Kinds = Kinds(64);
    /// Heads the name of a group: حزب، حركة.
    pub const GROUP: Kinds = Kinds(128);
    /// Heads the name of a state body: وزارة، جيش.
    pub const STATE: Kinds = Kinds(256);
    /// Tells no group from another: الجديد، العام.
    pub const PLAIN: Kinds = Kinds(512);

    /// Whether any of `other` is among these.
    pub fn any(self, other: Kinds) -> bool {
        self.0 & other.0 != 0
    }

    /// What a row of `standing.tsv` tells, whose first field it is.
    fn told(row: &str) -> Kinds {
        match row.split('\t').next().unwrap_or("") {
            "office" => Kinds::OFFICE,
            "official" => Kinds::OFFICIAL,
            "media" => Kinds::MEDIA,
            "civil" => Kinds::CIVIL,
            "resolution" => Kinds::RESOLUTION,
            "former" => Kinds::FORMER,
            "opposition" => Kinds::OPPOSITION,
            "group" => Kinds::GROUP,
            "state" => Kinds::STATE,
            "plain" => Kinds::PLAIN,
            _ => Kinds::default(),
        }
    }

    /// Both together.
    pub fn or(self, other: Kinds) -> Kinds {
        Kinds(self.0 | other.0)
    }
}

/// What the word tells of who bears it; with or without article.
pub fn kinds(word: &str) -> Kinds {
    let kinds = listed(bare(word));
    if kinds != Kinds::default() {
        return kinds;
    }
    // «مستشارة», «مسؤولات», «مستشارته», «مديرها»: a woman's office is a man's with its ending, and so is another's.
    let stem = ["ه", "ات", "تان", "تين", "ت", "ها", "هم", "ا"]
        .iter()
        .find_map(|ending| bare(word).strip_suffix(ending));
    // «بيانا» is what somebody gives out.
    let told = stem.filter(|stem| stem.chars().count() >= 3 && !matches!(*stem, "بيان" | "بلاغ"));
    let kinds = told.map(listed).unwrap_or_default();
    if kinds.any(Kinds::OFFICE.or(Kinds::CIVIL)) && !kinds.any(Kinds::STATE.or(Kinds::GROUP)) {
        kinds
    } else {
        Kinds::default()
    }
}

/// What the table says of exactly this word.
fn listed(word: &str) -> Kinds {
    static OF_ROWS: LazyLock<Vec<Kinds>> =
        LazyLock::new(|| lexicon::rows(Table::Standing).iter().map(|row| Kinds::told(row)).collect());
    let Some(found) = lexicon::lookup(word) else { return Kinds::default() };
    let senses = found.senses().filter(|sense| sense.table == Table::Standing);
    let kinds = senses.filter_map(|sense| OF_ROWS.get(usize::from(sense.row)));
    kinds.fold(Kinds::default(), |all, kinds| all.or(*kinds))
}

/// What else `standing.tsv` says of a word, with or without article.
fn is_listed_as(word: &str, kind: &str) -> bool {
    lexicon::lookup(bare(word)).is_some_and(|found| {
        let mut senses = found.senses();
        senses.any(|sense| sense.table == Table::Standing && lexicon::field(sense, 0) == kind)
    })
}

/// People who stand together for themselves: متظاهرون، مضربون، أسر.
pub fn is_camp(word: &str) -> bool {
    is_listed_as(word, "camp")
}

/// The folded head of the body for which whoever bears the word stands, where the text names one: كنيسه of
/// «مطران».
pub fn body_of(word: &str) -> Option<&'static str> {
    listed_with(word, "of ")
}

/// The folded word for one's fellows together: اطباء of «طبيبة».
pub fn fellows(word: &str) -> Option<&'static str> {
    listed_with(word, "one ")
}

/// The organ of a state that may stand against its government, of which the word tells: `parliament`, `bank`, `court` or
/// `town`.
pub fn organ(word: &str) -> Option<&'static str> {
    listed_with(word, "organ ")
}

/// Who plays for a country or travels for its federation: منتخب، مدرب.
pub fn is_team(word: &str) -> bool {
    is_listed_as(word, "team")
}

/// Who accuses at a trial: المدعية، النيابة.
pub fn accuses(word: &str) -> bool {
    is_listed_as(word, "accuses")
}

/// Who defends at a trial, or leads a ministry: محامية، الدفاع.
pub fn defends(word: &str) -> bool {
    is_listed_as(word, "defends")
}

/// For whom a lawyer speaks who defends nobody: عائلات، ضحية.
pub fn is_harmed(word: &str) -> bool {
    is_listed_as(word, "harmed")
}

/// A body in which people unite, whatever their state and party: نقابة، رابطة.
pub fn is_union(word: &str) -> bool {
    is_listed_as(word, "union")
}

/// The same in the plural: مجالس، لجان.
pub fn is_council(word: &str) -> bool {
    is_listed_as(word, "council")
}

/// By what a text calls a group or enterprise that it does not name: النقابة، الشركة.
pub fn is_called(word: &str) -> bool {
    is_listed_as(word, "called")
}

/// What has a government of its own within a state: إقليم، ولاية.
pub fn is_region(word: &str) -> bool {
    is_listed_as(word, "region")
}

/// What `standing.tsv` says behind `prefix` of a word, with or without article.
fn listed_with(word: &str, prefix: &str) -> Option<&'static str> {
    let mut senses = lexicon::lookup(bare(word))?.senses();
    senses.find_map(|sense| {
        lexicon::field(sense, 0).strip_prefix(prefix).filter(|_| sense.table == Table::Standing)
    })
}

/// Those who may be witnesses of what others do, or stand up against it: سكان، ناشطون، ركاب.
pub fn may_stand_up(word: &str) -> bool {
    is_local(word) || is_listed_as(word, "may")
}

/// Those who live where something happens: سكان، أهالي.
pub fn is_local(word: &str) -> bool {
    is_listed_as(word, "local")
}

/// Told of members who are no longer of one mind with their body: المفصولون، الغاضبون.
pub fn is_apart(word: &str) -> bool {
    is_listed_as(word, "apart")
}

/// Those who have councils, unions and leagues of their own, not their state's: عمال، عشائر، صحفيون.
pub fn are_united(word: &str) -> bool {
    is_listed_as(word, "united")
}

/// Whose nationality tells where he comes from, not for whom he stands: مدرب، فنان، شابة.
pub fn is_private(word: &str) -> bool {
    is_listed_as(word, "private")
}

/// «وكالة الأمن البحري»: a state's, where «وكالة الأنباء» carries news.
pub fn is_bureau(reading: &Reading, index: usize) -> bool {
    // «الوكالة المغربية لمكافحة المنشطات»
    let purpose = |at: &usize| {
        let word = reading.word(*at);
        word.is_some_and(|word| word.particles == Particles::LI) && reading.folded(*at) != "للانباء"
    };
    let told = (index + 2..index + 4).find(|at| reading.kind(*at) != TokenKind::Word || purpose(at));
    let by_purpose = adjective(reading, index + 1).is_some() && told.is_some_and(|at| purpose(&at));
    if reading.stem(index) == "الوكاله" && by_purpose {
        return true;
    }
    let of = reading.stem(index + 1);
    bare(reading.stem(index)) == "وكاله"
        && !reading.stem(index).starts_with("ال")
        && of.starts_with("ال")
        && !matches!(of, "الانباء" | "الصحافه")
        && adjective(reading, index + 1).is_none()
}

/// An enterprise: شركة، منصة، بنك.
pub fn is_trade(word: &str) -> bool {
    is_listed_as(word, "trade")
}

/// Others who speak, of whom no side is told: أحدهم، بعض، دولة.
pub fn is_other_speaker(word: &str) -> bool {
    is_listed_as(word, "speaks")
}

/// What a public body is for: انتخابات، ضرائب، قضاء.
pub fn is_public(word: &str) -> bool {
    is_listed_as(word, "public")
}

/// The country of an adjective of nationality at a token, or the body of one like «كردي».
pub fn adjective(reading: &Reading, index: usize) -> Option<(usize, Stand)> {
    if let Some((words, sense)) = reading.longest(index, Table::Nationalities) {
        let code = lexicon::field(sense, 0);
        if code.len() == 2 {
            return Some((words, Stand::Country(code)));
        }
    }
    // «مسؤولا إماراتيا»: in the accusative, behind another; «روسيا» is the country.
    let before = index.checked_sub(1).map_or("", |before| reading.stem(before));
    let accusative = reading.stem(index).strip_suffix('ا').filter(|word| word.ends_with('ي'));
    if let Some(word) = accusative.filter(|_| before.ends_with('ا'))
        && let Some(sense) = lexicon::lookup(word).and_then(|found| found.sense_in(Table::Nationalities))
        && lexicon::field(sense, 0).len() == 2
    {
        return Some((1, Stand::Country(lexicon::field(sense, 0))));
    }
    let sense = reading.single(index, Table::Peoples)?;
    Some((1, Stand::Body(lexicon::field(sense, 0))))
}

/// «الجمهوريون», «النائبة الديمقراطية»: of one of the two parties of the United States.
pub fn partisan(reading: &Reading, index: usize) -> Option<Stand> {
    let party = match reading.stem(index) {
        "الجمهوريون" | "الجمهوريين" => return Some(Stand::Body("republicans")),
        "الديمقراطيون" | "الديمقراطيين" | "الديموقراطيون" | "الديموقراطيين" =>
        {
            return Some(Stand::Body("democrats"));
        }
        "الجمهوري" | "الجمهوريه" => "republicans",
        "الديمقراطي" | "الديمقراطيه" | "الديموقراطي" | "الديموقراطيه" => {
            "democrats"
        }
        _ => return None,
    };
    let member = matches!(
        index.checked_sub(1).map_or("", |before| bare(reading.stem(before))),
        "نايب"
            | "نايبه"
            | "سيناتور"
            | "سناتور"
            | "عضو"
            | "مرشح"
            | "مرشحه"
            | "حاكم"
            | "مشرع"
    );
    member.then_some(Stand::Body(party))
}

/// What a row of `bodies.tsv` that begins at a token says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// It stands for this.
    For(Stand),
    /// It stands for nobody, or begins like a body and is none.
    Nobody,
}

/// The longest row of `bodies.tsv` at a token and its number of words.
pub fn body(reading: &Reading, index: usize) -> Option<(usize, Body)> {
    let (words, sense) = reading.longest(index, Table::Bodies)?;
    Some((words, body_in(sense)))
}

/// The row of `bodies.tsv` for exactly these folded words: «حركه امل» of «حركة «أمل»».
pub fn body_called(words: &str) -> Option<Body> {
    lexicon::lookup(words)?.sense_in(Table::Bodies).map(body_in)
}

fn body_in(sense: lexicon::Sense) -> Body {
    match lexicon::field(sense, 0) {
        "-" => Body::Nobody,
        id => match id.strip_prefix('=') {
            Some(code) => Body::For(Stand::Country(code)),
            None => Body::For(Stand::Body(id)),
        },
    }
}

/// For whom a person of public life stands, by his whole name or by his family's alone: «فولوديمير زيلينسكي»,
/// «زيلينسكي».
pub fn office_holder(reading: &Reading, name: Range<usize>) -> Option<Stand> {
    let known = |index: usize| {
        let (words, sense) = reading.longest(index, Table::OfficeHolders)?;
        (index + words == name.end).then(|| lexicon::field(sense, 0))
    };
    // «القاضي سامر العبادي» is not «حيدر العبادي»: one who is named by another given name is another.
    let given = |at: usize| reading.single(at, Table::Given).is_some();
    let family = name.end.checked_sub(1).filter(|last| *last == name.start || !given(name.start));
    let stand = known(name.start).or_else(|| known(family?))?;
    Some(if stand.len() == 2 { Stand::Country(stand) } else { Stand::Body(stand) })
}

/// A country or a capital that stands for its government, at a token.
pub fn place(reading: &Reading, index: usize) -> Option<(usize, Stand)> {
    if let Some((words, sense)) = reading.longest(index, Table::Countries) {
        let code = lexicon::field(sense, 0);
        return (code.len() == 2).then_some((words, Stand::Country(code)));
    }
    let (words, sense) = reading.longest(index, Table::Cities)?;
    let code = lexicon::field(sense, 0);
    (lexicon::field(sense, 1) == "capital" && code.len() == 2).then_some((words, Stand::Country(code)))
}

/// The name of a body as `bodies.tsv` gives it, by its id.
pub fn body_name(id: &str) -> Option<&'static str> {
    named(Table::Bodies, id)
}

/// The name of a country, by its ISO 3166-1 code.
pub fn country_name(code: &str) -> Option<&'static str> {
    named(Table::Countries, code)
}

/// The second field of the row whose first is `id`.
fn named(table: Table, id: &str) -> Option<&'static str> {
    let mut rows = lexicon::rows(table).iter().filter_map(|row| row.split_once('\t'));
    rows.find(|(of, _)| *of == id).map(|(_, name)| name)
}

/// Who speaks for another by his trade or kin: محامي، نجل، شقيقة.
pub fn is_deputy(word: &str) -> bool {
    is_listed_as(word, "deputy")
}

/// «دفاع المتهم», «هيئة الدفاع», not «وزارة الدفاع» nor «دفاع جوي».
pub fn is_defence(reading: &Reading, token: usize) -> bool {
    let next = reading.stem(token + 1);
    match reading.stem(token) {
        "دفاع" => matches!(bare(next), "متهم" | "متهمين"),
        "هييه" | "فريق" => next == "الدفاع",
        _ => false,
    }
}

/// «محاميه», «شقيقته», «وكيل أعماله»: who speaks for another whom a pronoun names.
pub fn is_deputy_of_last(reading: &Reading, token: usize) -> bool {
    let word = reading.stem(token);
    if matches!(word, "اعماله" | "اعمالها") {
        return true;
    }
    let written = reading.word(token).map_or("", |word| reading.document().slice(word.span));
    let owned = word.strip_suffix("ها").or(word.strip_suffix('ه').filter(|_| written.ends_with('ه')));
    // «حزبه»
    owned.is_some_and(|one| is_deputy(one) || one == "حزب" || one.strip_suffix('ت').is_some_and(is_deputy))
}

/// Words that begin a clause, so that what stands before them is no longer the office.
pub fn is_clause(folded: &str) -> bool {
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
