//! Reading JSON of unknown origin field by field, with errors that say what is wrong and where.

use super::collection::{MAX_ANNOTATIONS, MAX_ARTICLES, MAX_BYTES};
use super::time::to_utc;
use crate::analysis::Fault;
use crate::annotation::Timestamp;
use crate::text::CodePoint;
use serde_json::{Map, Value};

/// A file is not what it should be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}{}{problem}", if .path.is_empty() { "" } else { ": " })]
pub struct FormatError {
    /// Where: a path such as `first.items[3].target`, or a line and column; empty for the whole file.
    pub path: String,
    /// What is wrong.
    pub problem: Problem,
}

/// What may be wrong with a file; the page words it in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The text is no JSON.
    #[error("this is not JSON: {0}")]
    NotJson(String),
    /// The file is larger than what is taken in.
    #[error("the file is larger than {} MB", .0 / 1_000_000)]
    TooLarge(usize),
    /// More annotations than what is taken in.
    #[error("more than {0} annotations")]
    TooMany(usize),
    /// More articles than what is taken in.
    #[error("more than {0} articles")]
    TooManyArticles(usize),
    /// More values than what is taken in.
    #[error("more than {0} values")]
    TooManyValues(usize),
    /// The file cannot be read: it is a folder, or has gone, or may not be read.
    #[error("the file cannot be read")]
    Unreadable,
    /// The bytes are no text.
    #[error("this is not text in UTF-8")]
    NotText,
    /// The format needs the article's text.
    #[error("the article's text is not in the file")]
    NoText,
    /// A place that is empty or beyond the text's end.
    #[error("the place is not in the text")]
    OutsideText,
    /// Files of the format are written only.
    #[error("{0} files are written, not read")]
    WriteOnly(&'static str),
    /// A field is missing.
    #[error("the field is missing")]
    Missing,
    /// A field holds another kind of value.
    #[error("expected {0}")]
    Expected(&'static str),
    /// What is wrong with a dispute.
    #[error("{0}")]
    Dispute(Fault),
    /// A value that is not known here.
    #[error("‘{0}’ is not a known value")]
    Unknown(String),
}

impl FormatError {
    /// An error at a path.
    pub fn new(path: impl Into<String>, problem: Problem) -> Self {
        FormatError { path: path.into(), problem }
    }

    /// A text that is not the JSON it should be; the path is line and column.
    pub(crate) fn not_json(error: serde_json::Error) -> Self {
        let path = format!("{}:{}", error.line(), error.column());
        FormatError::new(path, Problem::NotJson(error.to_string()))
    }
}

/// The most values of a file that are taken in: 20 an annotation for the most annotations.
const MAX_VALUES: usize = 20 * MAX_ANNOTATIONS;

/// Parses a file of whatever origin.
///
/// # Errors
/// Where it is too large, nested too deeply or no JSON.
pub(super) fn parse(text: &str) -> Result<Value, FormatError> {
    check_size(text.len())?;
    // Every value follows a comma or what opens the list or object that it is in; a parsed one takes far more
    // room than its two bytes in the file.
    let before_one = |byte: &u8| matches!(byte, b',' | b'[' | b'{');
    if text.bytes().filter(before_one).take(MAX_VALUES + 1).count() > MAX_VALUES {
        return Err(FormatError::new("", Problem::TooManyValues(MAX_VALUES)));
    }
    serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(FormatError::not_json)
}

/// Reads a record of ours that serde knows. By way of [`Value`], so that the code which reads a type is compiled for
/// that alone and not for the parser too.
///
/// # Errors
/// Where it is no JSON, the line and column; where it is no such record, what is wrong.
pub fn read_record<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, FormatError> {
    let value: Value = serde_json::from_str(text).map_err(FormatError::not_json)?;
    T::deserialize(&value).map_err(|e| FormatError::new("", Problem::NotJson(e.to_string())))
}

/// Refuses a file that would take the tab's memory before it is looked at.
///
/// # Errors
/// Where it is too large.
pub(super) fn check_size(bytes: usize) -> Result<(), FormatError> {
    let fits = bytes <= MAX_BYTES;
    fits.then_some(()).ok_or_else(|| FormatError::new("", Problem::TooLarge(MAX_BYTES)))
}

/// Refuses a file that holds more articles than the page can lay on its shelf.
///
/// # Errors
/// Where there are too many.
pub(super) fn check_articles(count: usize) -> Result<(), FormatError> {
    let fits = count <= MAX_ARTICLES;
    fits.then_some(()).ok_or_else(|| FormatError::new("", Problem::TooManyArticles(MAX_ARTICLES)))
}

/// A JSON value with the path that led to it.
#[derive(Clone)]
pub(super) struct At<'j> {
    pub value: &'j Value,
    pub path: String,
}

impl<'j> At<'j> {
    pub fn new(value: &'j Value, path: impl Into<String>) -> Self {
        At { value, path: path.into() }
    }

    pub fn error(&self, problem: Problem) -> FormatError {
        FormatError::new(self.path.clone(), problem)
    }

    pub fn object(&self) -> Result<&'j Map<String, Value>, FormatError> {
        self.value.as_object().ok_or_else(|| self.error(Problem::Expected("an object")))
    }

    pub fn string(&self) -> Result<&'j str, FormatError> {
        self.value.as_str().ok_or_else(|| self.error(Problem::Expected("a string")))
    }

    /// A field that may be missing.
    pub fn get(&self, name: &str) -> Option<At<'j>> {
        let value = self.value.get(name).filter(|value| !value.is_null())?;
        let path = if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) };
        Some(At { value, path })
    }

    /// A field that must be there.
    pub fn need(&self, name: &str) -> Result<At<'j>, FormatError> {
        self.get(name).ok_or_else(|| {
            let path = if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) };
            FormatError::new(path, Problem::Missing)
        })
    }

    /// One value or a list of them, as JSON-LD has it.
    pub fn each(&self) -> Vec<At<'j>> {
        match self.value {
            Value::Array(list) => {
                let at = |(index, value)| At { value, path: format!("{}[{index}]", self.path) };
                list.iter().enumerate().map(at).collect()
            }
            _ => vec![self.clone()],
        }
    }

    /// The items of a list.
    pub fn list(&self) -> Result<Vec<At<'j>>, FormatError> {
        if self.value.is_array() { Ok(self.each()) } else { Err(self.error(Problem::Expected("a list"))) }
    }

    /// The items of a list of annotations.
    pub fn items(&self) -> Result<Vec<At<'j>>, FormatError> {
        if self.value.as_array().is_some_and(|list| list.len() > MAX_ANNOTATIONS) {
            return Err(self.error(Problem::TooMany(MAX_ANNOTATIONS)));
        }
        self.list()
    }

    /// A position in code points.
    pub fn code_point(&self) -> Result<CodePoint, FormatError> {
        let number = self.value.as_u64().and_then(|n| u32::try_from(n).ok());
        number.map(CodePoint).ok_or_else(|| self.error(Problem::Expected("a position in code points")))
    }

    /// A number of things.
    pub fn count(&self) -> Result<usize, FormatError> {
        let number = self.value.as_u64().and_then(|number| usize::try_from(number).ok());
        number.ok_or_else(|| self.error(Problem::Expected("a count")))
    }

    /// A field's string, empty where there is none.
    pub fn text(&self, name: &str) -> Result<String, FormatError> {
        self.get(name).map_or(Ok(String::new()), |field| field.string().map(str::to_owned))
    }

    /// A field's moment in UTC, empty where there is no field.
    pub fn time(&self, name: &str) -> Result<Timestamp, FormatError> {
        let Some(time) = self.get(name) else { return Ok(Timestamp::default()) };
        to_utc(time.string()?)
            .ok_or_else(|| time.error(Problem::Expected("a moment such as 2024-01-09T08:30:00Z")))
    }

    /// Reads a value that serde knows.
    pub fn parse<T: serde::de::DeserializeOwned>(&self) -> Result<T, FormatError> {
        T::deserialize(self.value).map_err(|e| match self.value {
            Value::String(word) => self.error(Problem::Unknown(word.clone())),
            _ => self.error(Problem::NotJson(e.to_string())),
        })
    }
}
