//! Whether a file is sound: that it can be read, and beyond that what a reader would stumble on: names
//! given twice, numbers that do not add up, words that do not stand where the file says, links to nothing.

use super::collection::Collection;
use super::formats::{Format, read, text_of};
use super::json::{FormatError, parse};
use crate::annotation::{Annotation, Content, is_web_address};
use crate::order::HashSet;
use crate::text::Document;
use std::fmt;

/// What was found out about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// How many annotations could be read.
    pub annotations: usize,
    /// What is wrong, in the file's order.
    pub faults: Vec<Fault>,
}

/// Something wrong in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file cannot be read at all.
    Unreadable(FormatError),
    /// Something is wrong with an annotation, by its id.
    Annotation(String, Flaw),
    /// `total` is not the number of annotations: said and counted.
    Total(u64, usize),
}

/// What is wrong with an annotation that can be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// Another one has the same id.
    #[error("another annotation has the same id")]
    Twice,
    /// It names neither words nor a place.
    #[error("it names neither words nor a place")]
    Nowhere,
    /// Its words do not stand where it says.
    #[error("its words do not stand at {0}-{1} of the text")]
    NotThere(u32, u32),
    /// It was changed before it was made.
    #[error("it was modified before it was created")]
    Backwards,
    /// It links to an annotation that is not in the file.
    #[error("it links to {0}, which is not in the file")]
    LinkToNothing(String),
    /// A source that is no address of the web.
    #[error("the source ‘{0}’ is no http(s) address")]
    NoAddress(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Unreadable(error) => error.fmt(f),
            Fault::Annotation(id, flaw) => write!(f, "{id}: {flaw}"),
            Fault::Total(said, counted) => write!(f, "total: {said}, but there are {counted} annotations"),
        }
    }
}

/// Checks a file of a format that can be read.
pub fn check(format: Format, bytes: &[u8]) -> Report {
    let collections = match read(format, bytes) {
        Ok(collections) => collections,
        Err(error) => return Report { annotations: 0, faults: vec![Fault::Unreadable(error)] },
    };
    let annotations = collections.iter().map(|collection| collection.annotations.len()).sum();
    let mut faults: Vec<Fault> = collections.iter().flat_map(faults_of).collect();
    if format == Format::W3c {
        let value = text_of(bytes).and_then(parse).unwrap_or_default();
        let total = value.get("total").and_then(serde_json::Value::as_u64);
        faults.extend(total.filter(|n| *n != annotations as u64).map(|n| Fault::Total(n, annotations)));
    }
    Report { annotations, faults }
}

fn faults_of(collection: &Collection) -> Vec<Fault> {
    let document = collection.article.as_ref().map(|article| Document::new(&article.text));
    let ids: HashSet<&str> = collection.annotations.iter().map(|a| a.id.0.as_str()).collect();
    let mut seen = HashSet::default();
    let mut faults = Vec::new();
    for annotation in &collection.annotations {
        let mut fault = |flaw| faults.push(Fault::Annotation(annotation.id.0.clone(), flaw));
        if !seen.insert(&annotation.id) {
            fault(Flaw::Twice);
        }
        if let Some(flaw) = place_flaw(annotation, document.as_ref()) {
            fault(flaw);
        }
        let (created, modified) = (annotation.created.moment(), annotation.modified.moment());
        if !modified.is_empty() && modified < created {
            fault(Flaw::Backwards);
        }
        let Content::Claim(claim) = &annotation.content else { continue };
        for link in claim.links.iter().filter(|link| !ids.contains(link.claim.0.as_str())) {
            fault(Flaw::LinkToNothing(link.claim.0.clone()));
        }
        let sources = claim.verdict.iter().flat_map(|verdict| &verdict.sources);
        for source in sources.filter(|source| !is_web_address(source)) {
            fault(Flaw::NoAddress(source.clone()));
        }
    }
    faults
}

fn place_flaw(annotation: &Annotation, document: Option<&Document>) -> Option<Flaw> {
    let (quote, position) = (&annotation.target.quote.exact, annotation.target.position);
    if quote.is_empty() && position.is_empty() {
        return Some(Flaw::Nowhere);
    }
    let document = document.filter(|_| !quote.is_empty() && !position.is_empty())?;
    let words = document.slice(document.offsets().from_code_points(position));
    (words != quote).then_some(Flaw::NotThere(position.start.0, position.end.0))
}
