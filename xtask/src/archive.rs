//! `cargo xtask archive`: an archive of articles, to try the stream with.

use crate::run::root;
use std::fs::File;
use std::io::{BufWriter, ErrorKind, Write};

#[path = "../../tests/support/archive.rs"]
mod articles;

use articles::Archive;

/// What is asked for.
struct Wanted<'a> {
    articles: usize,
    seed: u64,
    out: Option<&'a str>,
}

/// Writes the archive, a JSON line an article, to a file or to standard output.
pub fn archive(options: &[&str]) -> Result<(), String> {
    let wanted = wanted(options)?;
    let archive = Archive::new(&root(), wanted.seed)?;
    let name = wanted.out.unwrap_or("standard output");
    let output: Box<dyn Write> = match wanted.out {
        Some(file) => Box::new(File::create(file).map_err(|e| format!("{file}: {e}"))?),
        None => Box::new(std::io::stdout().lock()),
    };
    match write(BufWriter::new(output), archive.take(wanted.articles)) {
        // Whoever reads has had enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(|e| format!("{name}: {e}")),
    }
}

fn write(mut output: impl Write, archive: impl Iterator<Item = articles::Article>) -> std::io::Result<()> {
    for article in archive {
        serde_json::to_writer(&mut output, &article)?;
        output.write_all(b"\n")?;
    }
    output.flush()
}

fn wanted<'a>(options: &[&'a str]) -> Result<Wanted<'a>, String> {
    let mut wanted = Wanted { articles: 100_000, seed: 1, out: None };
    let number = |value: &str| value.parse().map_err(|_| format!("‘{value}’ is not a number"));
    let mut rest = options;
    while let [option, value, others @ ..] = rest {
        match *option {
            "--articles" => wanted.articles = number(value)? as usize,
            "--seed" => wanted.seed = number(value)?,
            "--out" => wanted.out = Some(value),
            other => return Err(format!("‘{other}’ is no option of this command")),
        }
        rest = others;
    }
    rest.first().map_or(Ok(wanted), |option| Err(format!("‘{option}’ needs a value")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    fn some(seed: u64, count: usize) -> Vec<articles::Article> {
        Archive::new(&root(), seed).unwrap().take(count).collect()
    }

    #[test]
    fn a_seed_gives_one_archive() {
        assert_eq!(some(3, 40), some(3, 40));
        assert_ne!(some(3, 1).first().unwrap().text, some(4, 1).first().unwrap().text);
    }

    #[test]
    fn no_two_articles_are_alike_and_all_are_as_long_as_news() {
        let articles = some(1, 2000);
        let texts: HashSet<&str> = articles.iter().map(|article| article.text.as_str()).collect();
        assert_eq!(texts.len(), articles.len());
        let lengths: Vec<usize> = articles.iter().map(|article| article.text.len()).collect();
        let mean = lengths.iter().sum::<usize>() / lengths.len();
        assert!((4000..8000).contains(&mean), "{mean}");
        assert!(lengths.iter().all(|length| (1000..20_000).contains(length)));
        // Lines are no longer shared whole, since names and figures in them changed.
        let lines: Vec<&str> = texts.iter().flat_map(|text| text.lines()).collect();
        let different: HashSet<&str> = lines.iter().copied().collect();
        assert!(different.len() * 3 > lines.len(), "{} of {}", different.len(), lines.len());
    }

    #[test]
    fn options_that_are_not_understood_are_told() {
        for options in [&["--seed"][..], &["--seed", "x"], &["--size", "3"]] {
            assert!(wanted(options).is_err(), "{options:?}");
        }
    }
}
