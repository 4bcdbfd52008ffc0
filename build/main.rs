//! Compiles the tables of `src/lexicon/data` into one automaton and a module of constants.
//!
//! Each `NAME.tsv` becomes `Table::Name`. A row is a lemma: its first column holds the spellings, apart
//! by `|`, the others are its fields. What forms a lemma takes (an adjective in all genders, a verb in
//! all persons) is decided by `forms`, one rule a table; a table without a rule has the spellings alone.

#[allow(dead_code, reason = "shared with the library, which uses all of it")]
#[path = "../src/text/letters.rs"]
mod letters;

#[path = "../src/text/presentation.rs"]
mod presentation;

#[allow(dead_code, reason = "shared with the library, which uses all of it")]
#[path = "../src/text/stem.rs"]
mod stem;

#[path = "../src/lexicon/pack.rs"]
mod pack;

mod forms;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=src/lexicon/data");
    println!("cargo::rerun-if-changed=src/text/letters.rs");
    println!("cargo::rerun-if-changed=src/text/presentation.rs");
    println!("cargo::rerun-if-changed=src/text/stem.rs");
    println!("cargo::rerun-if-changed=src/lexicon/pack.rs");
    println!("cargo::rerun-if-changed=build");
    if let Err(message) = compile() {
        println!("cargo::error={message}");
    }
}

/// One reading of a surface form.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Sense {
    table: usize,
    row: usize,
    form: u16,
}

fn compile() -> Result<(), String> {
    let out = env::var("OUT_DIR").map_err(|e| e.to_string())?;
    let mut files: Vec<_> = fs::read_dir("src/lexicon/data")
        .map_err(|e| format!("src/lexicon/data: {e}"))?
        .filter_map(|entry| entry.ok().map(|e| e.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "tsv"))
        .collect();
    files.sort();
    let mut surfaces: BTreeMap<Vec<u8>, Vec<Sense>> = BTreeMap::new();
    let mut tables = String::new();
    let mut names = Vec::new();
    for (table, path) in files.iter().enumerate() {
        let name = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default().to_owned();
        let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
        let mut fields = String::new();
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        for (line, columns) in rows(&text) {
            let place = |what: &str| format!("{}:{line}: {what}", path.display());
            let Some((spellings, rest)) = columns.split_first() else { continue };
            let joined = rest.join("\t");
            let next = known.len();
            let row = *known.entry(joined.clone()).or_insert(next);
            if row == next {
                writeln!(fields, "{joined}").map_err(|e| e.to_string())?;
            }
            for spelling in spellings.split('|') {
                let forms = forms::forms(&name, spelling, rest).map_err(|e| place(&e))?;
                for (surface, form) in forms {
                    let sense = Sense { table, row, form };
                    let senses = surfaces.entry(key(&surface).map_err(|e| place(&e))?).or_default();
                    if !senses.contains(&sense) {
                        senses.push(sense);
                    }
                }
            }
        }
        writeln!(tables, "    Data {{ name: {name:?}, fields: {fields:?} }},").map_err(|e| e.to_string())?;
        names.push(name);
    }
    write_automaton(&surfaces, Path::new(&out))?;
    write_tables(&names, &tables, Path::new(&out))
}

/// The rows of a table with their line numbers; comments and empty lines are none.
fn rows(text: &str) -> impl Iterator<Item = (usize, Vec<&str>)> {
    let lines =
        text.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.trim().is_empty());
    lines.map(|(index, line)| (index + 1, line.split('\t').collect()))
}

/// A surface form as the analysis sees it: folded, its tokens apart by one space each, a byte a letter.
fn key(surface: &str) -> Result<Vec<u8>, String> {
    let folded = letters::fold(surface).split_whitespace().collect::<Vec<_>>().join(" ");
    match folded.chars().find(|letter| pack::pack(*letter) == pack::FOREIGN) {
        Some(letter) => Err(format!("‘{surface}’ holds ‘{letter}’, which no Arabic or ASCII word has")),
        None => Ok(folded.chars().map(pack::pack).collect()),
    }
}

/// The automaton maps a surface to where its senses start in `senses.bin`; each sense is six bytes
/// (table, last-of-this-surface flag, row, form), the last one flagged.
fn write_automaton(surfaces: &BTreeMap<Vec<u8>, Vec<Sense>>, out: &Path) -> Result<(), String> {
    let mut builder = fst::MapBuilder::memory();
    let mut senses: Vec<u8> = Vec::new();
    let mut known: BTreeMap<Vec<u8>, u64> = BTreeMap::new();
    for (surface, found) in surfaces {
        if surface.is_empty() {
            continue;
        }
        let mut packed = Vec::new();
        for (index, sense) in found.iter().enumerate() {
            packed.push(sense.table as u8);
            packed.push(u8::from(index + 1 == found.len()));
            packed.extend((sense.row as u16).to_le_bytes());
            packed.extend(sense.form.to_le_bytes());
        }
        let at = *known.entry(packed.clone()).or_insert_with(|| {
            senses.extend(&packed);
            (senses.len() - packed.len()) as u64
        });
        builder.insert(surface, at).map_err(|e| e.to_string())?;
    }
    let bytes = builder.into_inner().map_err(|e| e.to_string())?;
    fs::write(out.join("lexicon.fst"), bytes).map_err(|e| e.to_string())?;
    fs::write(out.join("senses.bin"), senses).map_err(|e| e.to_string())
}

fn write_tables(names: &[String], tables: &str, out: &Path) -> Result<(), String> {
    let mut code = String::from("/// The tables of the lexicon, one a file of `src/lexicon/data`.\n");
    code.push_str("#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]\n#[repr(u8)]\npub enum Table {\n");
    for name in names {
        writeln!(code, "    /// `{name}.tsv`\n    {},", camel(name)).map_err(|e| e.to_string())?;
    }
    code.push_str("}\n/// All tables in the order of their numbers.\npub const TABLES: &[Table] = &[\n");
    for name in names {
        writeln!(code, "    Table::{},", camel(name)).map_err(|e| e.to_string())?;
    }
    write!(code, "];\nconst DATA: &[Data] = &[\n{tables}];\n").map_err(|e| e.to_string())?;
    fs::write(out.join("tables.rs"), code).map_err(|e| e.to_string())
}

fn camel(name: &str) -> String {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    name.split('_').map(capital).collect()
}
