//! An archive of any size out of the project's own articles, the same for the same seed.
//!
//! An article follows one of `tests/articles`, some of its paragraphs left out, and goes on with paragraphs
//! of others until it is as long as news is. Full names of persons change with other persons', places that
//! belong to no party with other places, dates with dates, and figures get other digits; one name changes
//! alike in the whole article. Who is a party stays, so that the disputes stay too. No two articles are
//! alike, and what is said in them nobody said.

use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

/// An article of the archive, as `mawqif analyze --stream` reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Article {
    /// The seed and the article's number, from 1.
    pub id: String,
    /// Title and paragraphs, a line each.
    pub text: String,
    /// The day of publication.
    pub date: String,
    /// Who published it.
    pub source: String,
}

/// What of a text changes with what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Kind {
    Person,
    Place,
    Date,
    Figure,
}

/// A stretch of a paragraph: words that stay, or something that changes.
struct Piece {
    text: String,
    kind: Option<Kind>,
}

type Paragraph = Vec<Piece>;

/// Makes articles, one after the other and without end.
pub struct Archive {
    /// Title and paragraphs of each of our own articles.
    articles: Vec<Vec<Paragraph>>,
    /// What there is of each kind, to exchange.
    stock: HashMap<Kind, Vec<String>>,
    seed: u64,
    made: usize,
    seen: HashSet<u64>,
}

/// How long an article is, in bytes: any length between them is as likely as its double.
const SHORTEST: f64 = 1200.0;
const LONGEST: f64 = 16_000.0;
/// How many publishers there are.
const SOURCES: usize = 40;

impl Archive {
    /// An archive of what lies in the project's folder `root`.
    pub fn new(root: &Path, seed: u64) -> Result<Archive, String> {
        let folder = root.join("tests/articles");
        let mut names = names(&folder.join("gold"))?;
        names.sort();
        let mut stock: HashMap<Kind, Vec<String>> = HashMap::new();
        let mut articles = vec![paragraphs(&read(&root.join("assets/pentagon-iraq.txt"))?, &[])];
        for name in names {
            let text = read(&folder.join("texts").join(format!("{name}.txt")))?;
            let gold = folder.join("gold").join(format!("{name}.json"));
            let gold: Gold =
                serde_json::from_str(&read(&gold)?).map_err(|e| format!("{}: {e}", gold.display()))?;
            let article = paragraphs(&text, &gold.entities);
            for piece in article.iter().flatten() {
                if let Some(kind) = piece.kind.filter(|_| !piece.text.is_empty()) {
                    stock.entry(kind).or_default().push(piece.text.clone());
                }
            }
            articles.push(article);
        }
        for list in stock.values_mut() {
            list.sort();
            list.dedup();
        }
        // Family names alone stand for persons who were named before: only full names are given out.
        stock.entry(Kind::Person).or_default().retain(|name| name.contains(' '));
        Ok(Archive { articles, stock, seed, made: 0, seen: HashSet::new() })
    }

    fn draw(&self, random: &mut Random, id: String) -> Article {
        let length = SHORTEST * (LONGEST / SHORTEST).powf(random.share());
        let mut exchange = Exchange { stock: &self.stock, given: HashMap::new() };
        let mut text = String::new();
        let mut leading = true;
        while text.len() < length as usize {
            let Some(article) = random.one_of(&self.articles) else { break };
            for (index, paragraph) in article.iter().enumerate() {
                // One title is enough, and the first article gives most of what there is.
                let taken = if index == 0 { leading } else { random.below(4) < if leading { 3 } else { 1 } };
                if taken && text.len() < length as usize {
                    exchange.write(paragraph, random, &mut text);
                    text.push('\n');
                }
            }
            leading = false;
        }
        let (year, month, day) = (2019 + random.below(6), 1 + random.below(12), 1 + random.below(28));
        let source = format!("outlet-{:02}", 1 + random.below(SOURCES));
        Article { id, text, date: format!("{year}-{month:02}-{day:02}"), source }
    }
}

impl Iterator for Archive {
    type Item = Article;

    fn next(&mut self) -> Option<Article> {
        self.made += 1;
        let id = format!("{}-{:06}", self.seed, self.made);
        let mut random = Random::new(self.seed, self.made as u64);
        loop {
            let article = self.draw(&mut random, id.clone());
            let mut hash = DefaultHasher::new();
            article.text.hash(&mut hash);
            if self.seen.insert(hash.finish()) {
                return Some(article);
            }
        }
    }
}

/// What has been exchanged in one article, and with what.
struct Exchange<'a> {
    stock: &'a HashMap<Kind, Vec<String>>,
    given: HashMap<(Kind, String), String>,
}

impl Exchange<'_> {
    fn write(&mut self, paragraph: &Paragraph, random: &mut Random, text: &mut String) {
        for piece in paragraph {
            match piece.kind {
                None => text.push_str(&piece.text),
                Some(Kind::Figure) => text.extend(piece.text.chars().map(|c| other_digit(c, random))),
                Some(kind) => text.push_str(&self.other(kind, &piece.text, random)),
            }
        }
    }

    fn other(&mut self, kind: Kind, name: &str, random: &mut Random) -> String {
        if let Some(given) = self.given.get(&(kind, name.to_owned())) {
            return given.clone();
        }
        if kind == Kind::Person && !name.contains(' ') {
            return self.family_name(name);
        }
        let other = self.stock.get(&kind).and_then(|list| random.one_of(list));
        let other = other.map_or(name, String::as_str).to_owned();
        self.given.insert((kind, name.to_owned()), other.clone());
        other
    }

    /// The last word of what the person's full name became; a person without one keeps the name.
    fn family_name(&self, name: &str) -> String {
        let full = self.given.iter().filter(|((kind, full), _)| {
            *kind == Kind::Person && full.rsplit(' ').next().is_some_and(|last| last == name)
        });
        // The least of several, since a map has no order.
        let other = full.map(|(_, other)| other.rsplit(' ').next().unwrap_or(other)).min();
        other.unwrap_or(name).to_owned()
    }
}

/// A digit of the same script; zero stays, so that a number is as long and round as it was.
fn other_digit(letter: char, random: &mut Random) -> char {
    let first = match letter {
        '1'..='9' => '1',
        '١'..='٩' => '١',
        _ => return letter,
    };
    char::from_u32(first as u32 + random.below(9) as u32).unwrap_or(letter)
}

#[derive(Deserialize)]
struct Gold {
    entities: Vec<Entity>,
}

#[derive(Deserialize)]
struct Entity {
    /// In code points.
    start: usize,
    end: usize,
    r#type: String,
    side: Option<String>,
}

impl Entity {
    fn kind(&self) -> Option<Kind> {
        match self.r#type.as_str() {
            "PER" => Some(Kind::Person),
            "LOC" if self.side.is_none() => Some(Kind::Place),
            "DATE" => Some(Kind::Date),
            "QUANTITY" => Some(Kind::Figure),
            _ => None,
        }
    }
}

/// The lines of a text, cut where something in them can be exchanged.
fn paragraphs(text: &str, entities: &[Entity]) -> Vec<Paragraph> {
    let letters: Vec<char> = text.chars().collect();
    let mut pieces: Vec<Piece> = Vec::new();
    let mut at = 0;
    let mut take = |range: std::ops::Range<usize>, kind| {
        let text: String = letters.get(range).into_iter().flatten().collect();
        pieces.push(Piece { text, kind });
    };
    for entity in entities {
        if let Some(kind) = entity.kind().filter(|_| entity.start >= at) {
            take(at..entity.start, None);
            take(entity.start..entity.end, Some(kind));
            at = entity.end;
        }
    }
    take(at..letters.len(), None);
    let mut paragraphs = vec![Paragraph::new()];
    for piece in pieces {
        for (index, line) in piece.text.split('\n').enumerate() {
            if index > 0 {
                paragraphs.push(Paragraph::new());
            }
            if let Some(paragraph) = paragraphs.last_mut() {
                paragraph.push(Piece { text: line.to_owned(), kind: piece.kind });
            }
        }
    }
    paragraphs.retain(|paragraph| paragraph.iter().any(|piece| !piece.text.trim().is_empty()));
    paragraphs
}

fn names(folder: &Path) -> Result<Vec<String>, String> {
    let entries = fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let files = entries.filter_map(|entry| entry.ok().map(|e| e.path()));
    Ok(files.filter_map(|file| Some(file.file_stem()?.to_str()?.to_owned())).collect())
}

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()))
}

/// Numbers that look random: SplitMix64 (Steele, Lea and Flood, 2014).
struct Random(u64);

impl Random {
    /// A row of numbers of its own for each `number` of a `seed`.
    fn new(seed: u64, number: u64) -> Random {
        let start = Random(seed).next();
        Random(start ^ Random(number).next())
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    /// From 0 to 1.
    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn one_of<'l, T>(&mut self, list: &'l [T]) -> Option<&'l T> {
        if list.is_empty() { None } else { list.get(self.below(list.len())) }
    }
}
