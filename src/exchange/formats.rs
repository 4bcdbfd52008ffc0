//! The formats: which there are, what they are called, and the two ways through them, [`export`] and
//! [`read`].
//!
//! A format is one file beside this one and one row of [`TABLE`].

use super::collection::{Collection, MAX_ANNOTATIONS};
use super::file::File;
use super::json::{FormatError, Problem, check_size};
use super::outgoing::Outgoing;
use super::{brat, claim_review, csv, doccano, html, hypothesis, inception, label_studio, w3c, zip};
use crate::analysis::Dispute;

/// A format of annotations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// W3C Web Annotation JSON-LD: everything, and the only one that gives everything back.
    W3c,
    /// A table for Excel and its like.
    Csv,
    /// The standoff files of brat.
    Brat,
    /// The JSON lines of doccano.
    Doccano,
    /// The tasks of Label Studio.
    LabelStudio,
    /// UIMA CAS JSON, as INCEpTION reads it.
    Inception,
    /// The JSON of Hypothesis.
    Hypothesis,
    /// schema.org ClaimReview JSON-LD of the claims with a verdict.
    ClaimReview,
    /// A page to read and print without the program.
    Html,
}

/// What an export gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// The file, and those that belong beside it under the same name.
    pub files: Vec<File>,
    /// Annotations that the format has no place for: those that stand nowhere in the text, and suggestions
    /// that were rejected.
    pub left_out: usize,
}

impl Export {
    /// The export as one file: several are put into an archive, `name` being what they are called.
    pub fn bundle(self, name: &str) -> Option<File> {
        if self.files.len() < 2 {
            return self.files.into_iter().next();
        }
        let called = |file: &File| file.name.map_or_else(|| format!("{name}.{}", file.ending), str::to_owned);
        let named: Vec<(String, &[u8])> =
            self.files.iter().map(|file| (called(file), file.bytes.as_slice())).collect();
        let bytes = zip::archive(&named);
        Some(File { ending: "zip", name: None, media_type: "application/zip", bytes })
    }
}

/// Reads the text of a file.
type Reader = fn(&str) -> Result<Vec<Collection>, FormatError>;

struct Row {
    format: Format,
    name: &'static str,
    ending: &'static str,
    media_type: &'static str,
    /// Whether it holds only what stands in the text.
    standing: bool,
    write: fn(&Outgoing) -> Result<String, FormatError>,
    read: Option<Reader>,
}

const JSON: &str = "application/json";

const JSON_LD: &str = "application/ld+json";

#[rustfmt::skip]
const TABLE: [Row; 9] = [
    Row { format: Format::W3c, name: "w3c", ending: "json", media_type: JSON_LD, standing: false, write: |o| Ok(w3c::write_collection(o.collection)), read: Some(|text| w3c::read(text).map(|one| vec![one])) },
    Row { format: Format::Csv, name: "csv", ending: "csv", media_type: "text/csv", standing: false, write: |o| Ok(csv::write(o)), read: None },
    Row { format: Format::Brat, name: "brat", ending: "ann", media_type: "text/plain", standing: true, write: brat::write, read: Some(|text| brat::read(text).map(|one| vec![one])) },
    Row { format: Format::Doccano, name: "doccano", ending: "jsonl", media_type: "application/jsonl", standing: true, write: doccano::write, read: Some(doccano::read) },
    Row { format: Format::LabelStudio, name: "label-studio", ending: "label-studio.json", media_type: JSON, standing: true, write: label_studio::write, read: Some(label_studio::read) },
    Row { format: Format::Inception, name: "inception", ending: "cas.json", media_type: JSON, standing: true, write: inception::write, read: None },
    Row { format: Format::Hypothesis, name: "hypothesis", ending: "hypothesis.json", media_type: JSON, standing: false, write: |o| Ok(hypothesis::write(o)), read: Some(|text| hypothesis::read(text).map(|one| vec![one])) },
    Row { format: Format::ClaimReview, name: "claimreview", ending: "claimreview.json", media_type: JSON_LD, standing: false, write: |o| Ok(claim_review::write(o)), read: None },
    Row { format: Format::Html, name: "html", ending: "html", media_type: "text/html", standing: false, write: html::write, read: None },
];

impl Format {
    /// All of them, the fullest first.
    pub const ALL: [Format; TABLE.len()] = {
        let mut all = [Format::W3c; TABLE.len()];
        let mut row = 0;
        while row < all.len() {
            all[row] = TABLE[row].format;
            row += 1;
        }
        all
    };

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The format of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// Whether files of it can be taken in.
    pub fn reads(self) -> bool {
        self.row().read.is_some()
    }

    /// The format that a file's text is in, as far as its beginning tells; W3C where nothing does, since
    /// that one says best what is wrong.
    pub fn guess(text: &str) -> Self {
        let start = text.trim_start_matches('\u{feff}').trim_start();
        let first = start.lines().next().unwrap_or("");
        // The fields that tell a format stand at the start, but for a task whose text comes first.
        let head: String = start.chars().take(2000).collect();
        let has = |field: &str| head.contains(&format!("\"{field}\""));
        if brat::begins(first) {
            Format::Brat
        } else if has("@context") || has("AnnotationCollection") || has("AnnotationPage") {
            Format::W3c
        } else if start.starts_with('[') && start.contains("\"data\"") && start.contains("\"result\"") {
            Format::LabelStudio
        } else if has("rows") || has("export_date") || (has("uri") && has("target")) {
            Format::Hypothesis
        } else if start.starts_with('{') && (has("text") || has("label") || has("entities")) {
            Format::Doccano
        } else {
            Format::W3c
        }
    }

    fn row(self) -> &'static Row {
        TABLE.iter().find(|row| row.format == self).unwrap_or(&TABLE[0])
    }
}

/// Writes a collection in a format. The report has a board: `dispute` says between whom; without it the
/// parties are found from the text.
///
/// # Errors
/// Where the format needs the article's text and the collection does not carry it.
pub fn export(
    format: Format,
    collection: &Collection,
    dispute: Option<&Dispute>,
) -> Result<Export, FormatError> {
    let row = format.row();
    let outgoing = Outgoing::new(collection, dispute);
    let bytes = (row.write)(&outgoing)?.into_bytes();
    let mut files = vec![File { ending: row.ending, name: None, media_type: row.media_type, bytes }];
    if format == Format::Brat {
        files.extend(brat::beside(&outgoing));
    }
    let left_out = if row.standing { outgoing.marks.len() - outgoing.standing().count() } else { 0 };
    Ok(Export { files, left_out })
}

/// Reads a file of a format: the articles in it with their annotations. Formats other than W3C may hold
/// several, or none that they tell.
///
/// # Errors
/// What is wrong with the file, and where; or that files of the format are not read.
pub fn read(format: Format, bytes: &[u8]) -> Result<Vec<Collection>, FormatError> {
    let reader = format.row().read.ok_or_else(|| FormatError::new("", Problem::WriteOnly(format.name())))?;
    let collections = reader(text_of(bytes)?)?;
    let count: usize = collections.iter().map(|collection| collection.annotations.len()).sum();
    if count > MAX_ANNOTATIONS {
        return Err(FormatError::new("", Problem::TooMany(MAX_ANNOTATIONS)));
    }
    Ok(collections)
}

/// The text of a file.
///
/// # Errors
/// Where it is too large or not UTF-8.
pub fn text_of(bytes: &[u8]) -> Result<&str, FormatError> {
    check_size(bytes.len())?;
    let text = std::str::from_utf8(bytes)
        .map_err(|e| FormatError::new(format!("byte {}", e.valid_up_to()), Problem::NotText))?;
    Ok(text.trim_start_matches('\u{feff}'))
}
