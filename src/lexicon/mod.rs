//! Names, titles, verbs and countries: readable tables in `data/`, packed by the build script, and the
//! search in them.
//!
//! What lives here knows words, not sentences. To add a word, add a row to a table; to add a concept, add
//! a table (it becomes a variant of [`Table`]) and, where its words inflect, a rule in `forms/`.

mod forms;
mod index;
mod pack;

use crate::text::fold;
use index::{Entry, Index, Key};
use pack::Spellings;
use std::sync::OnceLock;

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

/// The digest of all tables.
pub const VERSION: &str = env!("MAWQIF_LEXICON");

/// One table as compiled in.
struct Data {
    name: &'static str,
    /// The fields of each row, a line each, apart by tabs.
    fields: &'static str,
    /// The spellings of each row, as `pack` packs them.
    spellings: &'static [u8],
}

/// One reading of a surface form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sense {
    /// The table it stands in.
    pub table: Table,
    /// Which form of the paradigm, as `forms/` numbers them; 0 is the lemma.
    pub form: u8,
    /// Which row of the table, from 0; rows with the same fields are one.
    pub row: u16,
}

/// What the lexicon has for one word or phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match(Entry);

impl Match {
    /// Its readings, as many as tables and rows hold it.
    pub fn senses(self) -> impl Iterator<Item = Sense> {
        std::iter::successors(Some(self.0), |entry| index().after(*entry)).filter_map(|entry| entry.sense)
    }

    /// Its first reading in `table`.
    pub fn sense_in(self, table: Table) -> Option<Sense> {
        self.senses().find(|sense| sense.table == table)
    }
}

static INDEX: OnceLock<Index> = OnceLock::new();

/// The making of the index bit by bit, for whoever has one thread and cannot wait; others need not ask for it,
/// the first look makes it.
pub struct Unfolding {
    index: Index,
    lemmas: Lemmas,
}

/// So many forms are unfolded in one go, which takes a page some milliseconds.
const SOME_FORMS: usize = 500;

impl Unfolding {
    /// Begins it; none where the index is there.
    pub fn begin() -> Option<Self> {
        (!is_unfolded()).then(|| Unfolding { index: Index::with_room(FORMS), lemmas: Lemmas::all() })
    }

    /// Unfolds some lemmas, and gives what is left to do; after the last ones the index is there.
    pub fn go_on(mut self) -> Option<Self> {
        let mut forms = 0;
        while self.lemmas.next_forms(|parts, sense| {
            self.index.add(parts, sense);
            forms += 1;
        }) {
            if forms >= SOME_FORMS {
                return Some(self);
            }
        }
        // Another thread may have been quicker with the same.
        let _ = INDEX.set(self.index);
        None
    }
}

/// Whether the index is there, so that looking up costs no more than that.
pub fn is_unfolded() -> bool {
    INDEX.get().is_some()
}

fn index() -> &'static Index {
    INDEX.get_or_init(|| {
        let mut index = Index::with_room(FORMS);
        each_form_in_parts(|parts, sense| index.add(parts, sense));
        index
    })
}

/// The words and phrases of the lexicon with which a folded text begins and which end where a word ends:
/// how many words each has, and its readings; shortest first.
///
/// The text is given in parts that are read as one, so that a word without its particles and what follows
/// it need not be copied together.
pub fn prefixes<'t>(parts: [&'t str; 3]) -> impl Iterator<Item = (usize, Match)> + 't {
    let index = index();
    let mut letters = parts.into_iter().flat_map(str::chars);
    let mut key = Some(Key::default());
    let mut words = 0;
    std::iter::from_fn(move || {
        loop {
            let mut read = key?;
            let last = loop {
                match letters.next() {
                    Some(' ') => break false,
                    Some(letter) => read = read.then(letter),
                    None => break true,
                }
            };
            words += 1;
            let entry = index.get(read);
            key = entry.filter(|entry| entry.goes_on() && !last).map(|_| read.then(' '));
            if let Some(entry) = entry.filter(|entry| entry.sense.is_some()) {
                return Some((words, Match(entry)));
            }
        }
    })
}

/// The readings of exactly this folded word or phrase.
pub fn lookup(folded: &str) -> Option<Match> {
    let entry = index().get(folded.chars().fold(Key::default(), Key::then))?;
    entry.sense.map(|_| Match(entry))
}

/// The lemmas of all tables, one after another.
struct Lemmas {
    tables: std::slice::Iter<'static, (Table, Data)>,
    here: Option<(Table, &'static Data, Spellings<'static>)>,
}

impl Lemmas {
    fn all() -> Self {
        Lemmas { tables: TABLES.iter(), here: None }
    }

    /// Gives every form of the next lemma, in three parts to be read as one, with its reading; says whether there
    /// was one.
    fn next_forms(&mut self, mut take: impl FnMut([&str; 3], Sense)) -> bool {
        loop {
            if let Some((table, data, spellings)) = &mut self.here
                && let Some((number, spelling)) = spellings.read()
            {
                let fields = rows(*table).get(number).copied().unwrap_or("");
                let sense = |form| Sense { table: *table, form, row: number as u16 };
                let mut take = |parts: [&str; 3], form| take(parts, sense(form));
                // The build script has shown that each row has its forms.
                let _ = forms::forms(data.name, spelling, fields, &mut take);
                return true;
            }
            let Some((table, data)) = self.tables.next() else { return false };
            self.here = Some((*table, data, Spellings::new(data.spellings)));
        }
    }
}

fn each_form_in_parts(mut take: impl FnMut([&str; 3], Sense)) {
    let mut lemmas = Lemmas::all();
    while lemmas.next_forms(&mut take) {}
}

/// Gives every form of every lemma, folded, with its reading; a form with several readings comes as often.
pub fn each_form(mut take: impl FnMut(&str, Sense)) {
    each_form_in_parts(|parts, sense| take(&fold(&parts.concat()), sense));
}

/// One field of a row (0 is the column after the spellings); empty where there is none.
pub fn field(sense: Sense, column: usize) -> &'static str {
    let line = rows(sense.table).get(usize::from(sense.row));
    line.and_then(|line| line.split('\t').nth(column)).unwrap_or("")
}

/// The fields of every row of a table, apart by tabs.
pub fn rows(table: Table) -> &'static [&'static str] {
    static ROWS: OnceLock<Vec<Vec<&'static str>>> = OnceLock::new();
    let rows = ROWS.get_or_init(|| TABLES.iter().map(|(_, data)| data.fields.lines().collect()).collect());
    rows.get(table as usize).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    #[test]
    fn no_two_forms_share_a_key() {
        let mut keys: HashMap<Key, String> = HashMap::new();
        each_form(|form, _| {
            let key = form.chars().fold(Key::default(), Key::then);
            let known = keys.entry(key).or_insert_with(|| form.to_owned());
            assert_eq!(*known, form);
        });
        assert!(keys.len() <= FORMS);
    }

    #[test]
    fn every_form_is_found_alone_and_before_other_words() {
        each_form(|form, sense| {
            let found: Vec<Sense> = lookup(form).into_iter().flat_map(Match::senses).collect();
            assert!(found.contains(&sense), "{form}: {sense:?} is not among {found:?}");
            let words = form.split(' ').count();
            let (first, rest) = form.split_at(form.find(' ').unwrap_or(form.len()));
            let rest = format!("{rest} وو");
            let found = prefixes(["", first, &rest]).find(|(length, _)| *length == words);
            assert_eq!(found.map(|(_, found)| found), lookup(form), "{form}");
        });
    }

    #[test]
    fn a_word_that_no_table_holds_is_not_found() {
        for word in ["", " ", "ظظظ", "واشنطن ظظظ", "واشنط"] {
            assert_eq!(lookup(word), None, "{word}");
        }
        assert_eq!(prefixes(["", "", " واشنطن"]).count(), 0);
    }
}
