//! `mawqif convert`: annotations from one format into another.

use crate::files;
use mawqif::analysis::Dispute;
use mawqif::annotation::Article;
use mawqif::exchange::{Collection, Export, Format, Problem, export, read, text_of};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// From what to what.
#[derive(clap::Args)]
pub struct Options {
    /// The file's format: w3c, brat, doccano, label-studio or hypothesis; without it the file tells
    #[arg(long, value_name = "FORMAT", value_parser = readable)]
    from: Option<Format>,
    /// The wanted format: w3c, csv, brat, doccano, label-studio, inception, hypothesis, claimreview or html
    #[arg(long, value_name = "FORMAT", value_parser = known)]
    to: Format,
    /// The article's text, where the file does not carry it (for brat, the .txt beside the .ann is taken)
    #[arg(long, value_name = "FILE")]
    article: Option<PathBuf>,
    /// The dispute of the report's board (JSON); without it the parties are found from the text
    #[arg(long, value_name = "FILE")]
    dispute: Option<PathBuf>,
    /// Which article of a file that holds several, from 1
    #[arg(long, value_name = "N")]
    only: Option<usize>,
    /// Write here instead of standard output; files that belong beside it get its name with their endings
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// The file; standard input without it
    file: Option<PathBuf>,
}

fn known(name: &str) -> Result<Format, String> {
    let names = Format::ALL.map(Format::name).join(", ");
    Format::named(name).ok_or_else(|| format!("the formats are {names}"))
}

/// A format that can be read.
pub fn readable(name: &str) -> Result<Format, String> {
    let format = known(name)?;
    let names: Vec<_> = Format::ALL.into_iter().filter(|f| f.reads()).map(Format::name).collect();
    format.reads().then_some(format).ok_or_else(|| format!("only {} can be read", names.join(", ")))
}

/// Converts; says on standard error what was left out.
pub fn run(options: &Options) -> Result<ExitCode, String> {
    let name = files::name(options.file.as_deref());
    let bytes = files::bytes(options.file.as_deref())?;
    let text = text_of(&bytes).map_err(|e| format!("{name}: {e}"))?;
    let format = options.from.unwrap_or_else(|| Format::guess(text));
    let mut collections = read(format, text.as_bytes()).map_err(|e| format!("{name}: {e}"))?;
    if let Some(article) = article(options, format)? {
        let without = collections.iter_mut().filter(|collection| collection.article.is_none());
        without.for_each(|collection| collection.lay_on(&article));
    }
    let dispute = options.dispute.as_deref().map(files::dispute).transpose()?;
    let several = collections.len();
    let chosen: Vec<Collection> = match options.only {
        Some(number) => {
            number.checked_sub(1).and_then(|index| collections.into_iter().nth(index)).into_iter().collect()
        }
        None => collections,
    };
    match chosen.as_slice() {
        [] => Err(format!("{name}: there are {several} articles in it")),
        // A line of doccano's is an article; every other format's file holds one.
        [_, _, ..] if options.to != Format::Doccano => {
            Err(format!("{name}: there are {several} articles in it; --only N chooses one"))
        }
        chosen => {
            let all = chosen.iter().map(|one| exported(options.to, one, dispute.as_ref()));
            write(options, &all.collect::<Result<Vec<_>, _>>()?)?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// The article's text: the file named, or for brat the one beside the annotations.
fn article(options: &Options, format: Format) -> Result<Option<Article>, String> {
    let beside = options.file.as_ref().map(|file| file.with_extension("txt"));
    let beside = beside.filter(|file| format == Format::Brat && file.exists());
    let Some(file) = options.article.as_ref().or(beside.as_ref()) else { return Ok(None) };
    Ok(Some(Article::new(files::text(file)?)))
}

fn exported(format: Format, collection: &Collection, dispute: Option<&Dispute>) -> Result<Export, String> {
    let seed = (dispute.is_none() && collection.document.as_ref() == Some(&Article::seed().id))
        .then(Dispute::washington_baghdad);
    export(format, collection, dispute.or(seed.as_ref())).map_err(|e| match e.problem {
        Problem::NoText => format!("{e}; give it with --article FILE"),
        _ => e.to_string(),
    })
}

/// Writes the exports as one file, and what belongs beside it beside it.
fn write(options: &Options, exports: &[Export]) -> Result<(), String> {
    let left_out: usize = exports.iter().map(|export| export.left_out).sum();
    if left_out > 0 {
        let format = options.to.name();
        eprintln!(
            "mawqif: {left_out} annotations left out: {format} has no place for those that were rejected or stand nowhere"
        );
    }
    let firsts = exports.iter().filter_map(|export| export.files.first());
    let bytes = firsts.map(|file| file.bytes.as_slice()).collect::<Vec<_>>().concat();
    let Some(output) = &options.output else {
        // What belongs beside it has no place on standard output.
        return std::io::stdout().write_all(&bytes).map_err(|e| format!("standard output: {e}"));
    };
    put(output, &bytes)?;
    for file in exports.iter().flat_map(|export| export.files.iter().skip(1)) {
        let path = match file.name {
            Some(name) => output.with_file_name(name),
            None => output.with_extension(file.ending),
        };
        put(&path, &file.bytes)?;
    }
    Ok(())
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(path, bytes).map_err(|e| format!("{}: {e}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_several_articles_go_into_one_file() {
        let folder = std::env::temp_dir().join(format!("mawqif-convert-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let (file, output) = (folder.join("in.jsonl"), folder.join("out.jsonl"));
        std::fs::write(&file, "{\"text\": \"قال\", \"label\": []}\n{\"text\": \"نفى\", \"label\": []}\n")
            .unwrap();
        let options = Options {
            from: None,
            to: Format::Doccano,
            article: None,
            dispute: None,
            only: None,
            output: Some(output.clone()),
            file: Some(file),
        };
        run(&options).unwrap();
        let written = read(Format::Doccano, &std::fs::read(output).unwrap()).unwrap();
        let texts: Vec<_> = written.into_iter().filter_map(|one| Some(one.article?.text)).collect();
        assert_eq!(texts, ["قال", "نفى"]);
        std::fs::remove_dir_all(folder).unwrap();
    }
}
