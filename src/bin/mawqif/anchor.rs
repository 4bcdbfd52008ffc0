//! `mawqif anchor`: where the annotations of a collection stand in another version of the text.

use crate::files::text;
use mawqif::annotation::{Anchor, Annotation, AnnotationId, Finder};
use mawqif::exchange::w3c;
use mawqif::text::{CodePoint, Document};
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// What to find and where.
#[derive(clap::Args)]
pub struct Options {
    /// The article as it is now, UTF-8 text
    article: PathBuf,
    /// A W3C collection, page or list of annotations
    annotations: PathBuf,
}

/// One line of the answer; positions in code points.
#[derive(serde::Serialize)]
struct Line<'a> {
    id: &'a AnnotationId,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<CodePoint>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<CodePoint>,
    confidence: f64,
}

/// Writes a line an annotation, in the file's order.
pub fn run(options: &Options) -> Result<ExitCode, String> {
    let document = Document::new(&text(&options.article)?);
    let collection = w3c::read(&text(&options.annotations)?)
        .map_err(|e| format!("{}: {e}", options.annotations.display()))?;
    let finder = Finder::new(&document);
    let mut output = BufWriter::new(std::io::stdout().lock());
    for annotation in &collection.annotations {
        let line = serde_json::to_string(&line(&document, &finder, annotation)).map_err(|e| e.to_string())?;
        writeln!(output, "{line}").map_err(|e| format!("standard output: {e}"))?;
    }
    output.flush().map_err(|e| format!("standard output: {e}"))?;
    Ok(ExitCode::SUCCESS)
}

fn line<'a>(document: &Document, finder: &Finder, annotation: &'a Annotation) -> Line<'a> {
    let placement = finder.place(&annotation.target);
    let status = match placement.anchor {
        Anchor::Exact(_) => "exact",
        Anchor::Moved(_) => "moved",
        Anchor::Uncertain(_) => "uncertain",
        Anchor::Orphan => "orphan",
    };
    let span = placement.anchor.span().map(|span| document.offsets().code_points(span));
    Line {
        id: &annotation.id,
        status,
        start: span.map(|span| span.start),
        end: span.map(|span| span.end),
        confidence: (f64::from(placement.confidence) * 100.0).round() / 100.0,
    }
}
