//! Names, titles, verbs and countries: readable tables in `data/`, compiled by the build script into one
//! automaton, and the search in it.
//!
//! What lives here knows words, not sentences. To add a word, add a row to a table; to add a concept, add
//! a table (it becomes a variant of [`Table`]) and, where its words inflect, a rule in `build/forms.rs`.

use fst::raw::Fst;
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
    /// Which row of the table, from 0.
    pub row: u16,
    /// Which form of the paradigm, as `build/forms.rs` numbers them; 0 is the lemma.
    pub form: u16,
}

/// A phrase of the lexicon found at the start of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// Its length in bytes of the folded text.
    pub len: usize,
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

/// The phrases of the lexicon with which `folded` begins and which end where a word ends, shortest
/// first.
pub fn prefixes(folded: &str) -> Vec<Match> {
    let mut found = Vec::new();
    let Some(fst) = automaton() else { return found };
    let bytes = folded.as_bytes();
    let mut node = fst.root();
    let mut output = 0;
    for (index, byte) in bytes.iter().enumerate() {
        let Some(transition) = node.find_input(*byte).map(|at| node.transition(at)) else { break };
        output += transition.out.value();
        node = fst.node(transition.addr);
        if node.is_final() && bytes.get(index + 1).is_none_or(|next| *next == b' ') {
            found.push(Match { len: index + 1, senses: output + node.final_output().value() });
        }
    }
    found
}

/// The readings of exactly this folded word or phrase.
pub fn lookup(folded: &str) -> Option<Match> {
    let senses = automaton()?.get(folded.as_bytes())?.value();
    Some(Match { len: folded.len(), senses })
}

/// One field of a row (0 is the column after the spellings); empty where there is none.
pub fn field(sense: Sense, column: usize) -> &'static str {
    static ROWS: OnceLock<Vec<Vec<&'static str>>> = OnceLock::new();
    let rows = ROWS.get_or_init(|| DATA.iter().map(|data| data.fields.lines().collect()).collect());
    let line = rows.get(sense.table as usize).and_then(|table| table.get(usize::from(sense.row)));
    line.and_then(|line| line.split('\t').nth(column)).unwrap_or("")
}

/// The file that a table was compiled from, for explanations and for whoever corrects it.
pub fn file_name(table: Table) -> String {
    format!("{}.tsv", DATA.get(table as usize).map_or("", |data| data.name))
}
