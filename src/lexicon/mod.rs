//! Names, titles, verbs and countries: readable tables in `data/`, compiled by the build script into one
//! automaton, and the search in it.
//!
//! What lives here knows words, not sentences. To add a word, add a row to a table; to add a concept, add
//! a table (it becomes a variant of [`Table`]) and, where its words inflect, a rule in `build/forms/`.

mod pack;

use fst::raw::Fst;
use pack::pack;
use std::sync::OnceLock;

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

/// One table as compiled in: the fields of each row, a line each, apart by tabs.
struct Data {
    name: &'static str,
    fields: &'static str,
}

/// One reading of a surface form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sense {
    /// The table it stands in.
    pub table: Table,
    /// Which row of the table, from 0; rows with the same fields are one.
    pub row: u16,
    /// Which form of the paradigm, as `build/forms/` numbers them; 0 is the lemma.
    pub form: u16,
}

/// What the lexicon has for one word or phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// Where its senses start.
    senses: u64,
}

impl Match {
    /// Its readings, as many as tables and rows hold it.
    pub fn senses(self) -> impl Iterator<Item = Sense> {
        let packed = SENSES.get(self.senses as usize..).unwrap_or(&[]).chunks_exact(6);
        let mut done = false;
        packed.map_while(move |bytes| {
            let &[table, last, r0, r1, f0, f1] = bytes else { return None };
            if std::mem::replace(&mut done, last == 1) {
                return None;
            }
            let table = *TABLES.get(usize::from(table))?;
            Some(Sense { table, row: u16::from_le_bytes([r0, r1]), form: u16::from_le_bytes([f0, f1]) })
        })
    }

    /// Its first reading in `table`.
    pub fn sense_in(self, table: Table) -> Option<Sense> {
        self.senses().find(|sense| sense.table == table)
    }
}

static FST: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.fst"));
static SENSES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/senses.bin"));

fn automaton() -> Option<&'static Fst<&'static [u8]>> {
    static AUTOMATON: OnceLock<Option<Fst<&'static [u8]>>> = OnceLock::new();
    AUTOMATON.get_or_init(|| Fst::new(FST).ok()).as_ref()
}

/// The words and phrases of the lexicon with which a folded text begins and which end where a word ends:
/// how many words each has, and its readings; shortest first.
///
/// The text is given in parts that are read as one, so that a word without its particles and what follows
/// it need not be copied together.
pub fn prefixes<'t>(parts: [&'t str; 3]) -> impl Iterator<Item = (usize, Match)> + 't {
    let fst = automaton();
    let mut node = fst.map(Fst::root);
    let mut letters = parts.into_iter().flat_map(str::chars).peekable();
    let mut output = 0;
    let mut words = 1;
    std::iter::from_fn(move || {
        loop {
            let letter = letters.next()?;
            let at = node?;
            let transition = at.find_input(pack(letter)).map(|index| at.transition(index))?;
            output += transition.out.value();
            words += usize::from(letter == ' ');
            let next = fst?.node(transition.addr);
            node = Some(next);
            if next.is_final() && letters.peek().is_none_or(|next| *next == ' ') {
                return Some((words, Match { senses: output + next.final_output().value() }));
            }
        }
    })
}

/// The readings of exactly this folded word or phrase.
pub fn lookup(folded: &str) -> Option<Match> {
    let packed: Vec<u8> = folded.chars().map(pack).collect();
    let senses = automaton()?.get(&packed)?.value();
    Some(Match { senses })
}

/// One field of a row (0 is the column after the spellings); empty where there is none.
pub fn field(sense: Sense, column: usize) -> &'static str {
    static ROWS: OnceLock<Vec<Vec<&'static str>>> = OnceLock::new();
    let rows = ROWS.get_or_init(|| DATA.iter().map(|data| data.fields.lines().collect()).collect());
    let line = rows.get(sense.table as usize).and_then(|table| table.get(usize::from(sense.row)));
    line.and_then(|line| line.split('\t').nth(column)).unwrap_or("")
}

/// The fields of every row of a table, apart by tabs.
pub fn rows(table: Table) -> impl Iterator<Item = &'static str> {
    DATA.get(table as usize).map_or("", |data| data.fields).lines()
}

/// The file that a table was compiled from, for explanations and for whoever corrects it.
pub fn file_name(table: Table) -> String {
    format!("{}.tsv", DATA.get(table as usize).map_or("", |data| data.name))
}
