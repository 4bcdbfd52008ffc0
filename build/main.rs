//! Packs the tables of `src/lexicon/data` into a module of constants.
//!
//! Each `NAME.tsv` becomes `Table::Name`. A row is a lemma: its first column holds the spellings, apart
//! by `|`, the others are its fields; rows with the same fields become one. What forms a lemma takes (an
//! adjective in all genders, a verb in all persons) is decided by `src/lexicon/forms`, which is asked here
//! only whether a row is right: a wrong one fails the build with its file and line.

mod text;
mod versions;

#[path = "../src/lexicon/forms/mod.rs"]
mod forms;

#[allow(dead_code, reason = "unpacking is for the library")]
#[path = "../src/lexicon/pack.rs"]
mod pack;

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};
use text::letters;

fn main() {
    for input in ["build", "src/lexicon", "src/text", "src/analysis"] {
        println!("cargo::rerun-if-changed={input}");
    }
    if let Err(message) = compile() {
        println!("cargo::error={message}");
    }
}

/// The lemmas of one table: fields and their spellings, in the order in which the file first has them: where
/// two rows share a form, the earlier one's reading comes first.
type Rows = Vec<(String, BTreeSet<String>)>;

fn compile() -> Result<(), String> {
    let out = PathBuf::from(env::var("OUT_DIR").map_err(|e| e.to_string())?);
    let mut files: Vec<_> = fs::read_dir("src/lexicon/data")
        .map_err(|e| format!("src/lexicon/data: {e}"))?
        .filter_map(|entry| entry.ok().map(|e| e.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "tsv"))
        .collect();
    files.sort();
    let mut surfaces = BTreeSet::new();
    let mut tables = Vec::new();
    for path in &files {
        let name = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
        tables.push((name, read(path, name, &mut surfaces)?));
    }
    let packed = write(&tables, surfaces.len(), &out)?;
    println!("cargo::rustc-env=MAWQIF_LEXICON={}", versions::of_tables(&packed));
    println!("cargo::rustc-env=MAWQIF_ENGINE={}", versions::of_engine()?);
    Ok(())
}

/// Reads a table and adds the forms of its lemmas to `surfaces`; an error says what is wrong and where.
fn read(path: &Path, table: &str, surfaces: &mut BTreeSet<String>) -> Result<Rows, String> {
    let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut rows = Rows::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for (index, line) in text.lines().enumerate() {
        if line.starts_with('#') || line.trim().is_empty() {
            continue;
        }
        let place = |what: &str| format!("{}:{}: {what}", path.display(), index + 1);
        let (spellings, fields) = line.split_once('\t').unwrap_or((line, ""));
        // What a country is called stands with its code, so that it can be shown.
        let called = spellings.split('|').next().filter(|_| table == "countries");
        let fields = &called.map_or_else(|| fields.to_owned(), |called| format!("{fields}\t{called}"));
        for spelling in spellings.split('|') {
            let mut take = |parts: [&str; 3], _| {
                let form = letters::fold(&parts.concat());
                surfaces.extend(form.match_indices(' ').map(|(end, _)| form[..end].to_owned()));
                surfaces.insert(form);
            };
            forms::forms(table, spelling, fields, &mut take).map_err(&place)?;
            let spelling = plain(table, spelling).map_err(|e| place(&e))?;
            let row = *known.entry(fields.clone()).or_insert(rows.len());
            if row == rows.len() {
                rows.push((fields.clone(), BTreeSet::new()));
            }
            if let Some((_, spellings)) = rows.get_mut(row) {
                spellings.insert(spelling);
            }
        }
    }
    if rows.len() > usize::from(u16::MAX) {
        return Err(format!("{}: more than {} different rows", path.display(), u16::MAX));
    }
    Ok(rows)
}

/// The tables whose lemmas inflect by how they are spelt, so that ة and ى must be told from ه and ي.
const INFLECTED: [&str; 5] = ["common", "cue_verbs", "nationalities", "offices", "peoples"];

/// A spelling without silent marks, its words apart by one space, in letters that can be packed; those
/// that cannot are folded, and all where the lemma does not inflect: that is half a kilobyte less to load.
fn plain(table: &str, spelling: &str) -> Result<String, String> {
    let words = spelling.split_whitespace().collect::<Vec<_>>().join(" ");
    let fits = |letter: char| pack::byte(letter).is_some();
    let inflects = INFLECTED.contains(&table);
    let mut plain = String::new();
    for letter in words.chars().filter(|letter| !letters::is_silent(*letter)) {
        if fits(letter) && inflects {
            plain.push(letter);
        } else {
            plain.extend(letters::fold_char(letter));
        }
    }
    match plain.chars().find(|letter| !fits(*letter)) {
        Some(letter) => Err(format!("‘{spelling}’ holds ‘{letter}’, which no Arabic or ASCII word has")),
        None => Ok(plain),
    }
}

/// Writes the constants: the enumeration of the tables, and what each holds; gives what was written for
/// each table.
fn write(tables: &[(&str, Rows)], forms: usize, out: &Path) -> Result<Vec<versions::Packed>, String> {
    let mut written = Vec::new();
    let mut variants = String::new();
    let mut data = String::new();
    for (name, rows) in tables {
        let variant = camel(name);
        let packed = pack::pack(rows.iter().map(|(_, row)| row.iter().map(String::as_str)))
            .map_err(|letter| format!("{name}.tsv: ‘{letter}’ cannot be packed"))?;
        fs::write(out.join(name), &packed).map_err(|e| e.to_string())?;
        let fields: String = rows.iter().map(|(fields, _)| format!("{fields}\n")).collect();
        writeln!(variants, "    /// `{name}.tsv`\n    {variant},").map_err(|e| e.to_string())?;
        writeln!(
            data,
            "    (Table::{variant}, Data {{ name: {name:?}, fields: {fields:?}, \
             spellings: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}\")) }}),"
        )
        .map_err(|e| e.to_string())?;
        written.push(versions::Packed { name: (*name).to_owned(), fields, spellings: packed });
    }
    let code = format!(
        "/// The tables of the lexicon, one a file of `src/lexicon/data`.\n\
         #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]\n#[repr(u8)]\npub enum Table {{\n{variants}}}\n\
         const TABLES: &[(Table, Data)] = &[\n{data}];\n\
         /// How many different forms and beginnings of phrases all lemmas have.\n\
         const FORMS: usize = {forms};\n"
    );
    fs::write(out.join("tables.rs"), code).map_err(|e| e.to_string())?;
    Ok(written)
}

fn camel(name: &str) -> String {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    name.split('_').map(capital).collect()
}
