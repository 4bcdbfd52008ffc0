//! What was gathered read from its file, to be looked at.

use crate::analysis::{Act, Date};
use crate::exchange::json::{At, FormatError, Problem, parse};
use crate::order::sort_by_key;
use std::cmp::Reverse;
use std::ops::Range;

/// What many articles on one dispute say together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gathered {
    /// What the dispute is called, empty where it has no name.
    pub name: String,
    /// Articles that were gathered.
    pub articles: usize,
    /// Lines of the archive that could not be read.
    pub errors: usize,
    /// When they were published, as far as it is known.
    pub days: Option<Days>,
    /// Articles of each publisher.
    pub sources: Tally,
    /// Who speaks.
    pub parties: Vec<GatheredParty>,
    /// What they speak of.
    pub issues: Vec<GatheredIssue>,
    /// All that is claimed, position after position.
    pub statements: Vec<GatheredStatement>,
}

/// The first day and the last.
pub type Days = [Date; 2];

/// How often each name came, those that came most first.
pub type Tally = Vec<(String, usize)>;

/// A party among others.
#[derive(Clone, Debug, PartialEq)]
pub struct GatheredParty {
    /// What it is called.
    pub name: String,
    /// Articles in which it speaks.
    pub articles: usize,
    /// How much it claims.
    pub claims: usize,
}

/// What is asked, and who says what on it.
#[derive(Clone, Debug, PartialEq)]
pub struct GatheredIssue {
    /// The question; empty for claims that belong to no issue.
    pub question: String,
    /// Articles in which it is spoken of.
    pub articles: usize,
    /// Articles in which two parties stand against each other on it.
    pub contests: usize,
    /// When.
    pub days: Option<Days>,
    /// Who speaks: who speaks most first, those of no party last.
    pub positions: Vec<GatheredPosition>,
}

/// What one party says on an issue.
#[derive(Clone, Debug, PartialEq)]
pub struct GatheredPosition {
    /// Its place among the parties; none for those who belong to none.
    pub party: Option<usize>,
    /// Articles in which it speaks on the issue.
    pub articles: usize,
    /// How much it claims, in whatever words.
    pub times: usize,
    /// How often each act, the one that came most first.
    pub acts: Vec<(Act, usize)>,
    /// Its places among the statements: what was told most first.
    pub statements: Range<usize>,
}

/// What is claimed in the same words again and again.
#[derive(Clone, Debug, PartialEq)]
pub struct GatheredStatement {
    /// The words, as the first article has them.
    pub text: String,
    /// What is done with it.
    pub act: Act,
    /// How often it was told.
    pub times: usize,
    /// When.
    pub days: Option<Days>,
    /// By whom.
    pub speakers: Tally,
    /// By which publishers.
    pub sources: Tally,
    /// The first articles that have it, as the archive names them.
    pub first: Vec<String>,
}

/// Characters of a file from which it is known.
const HEAD: usize = 2000;

/// Whether a file's text is such a board, as far as its beginning tells.
pub fn is_gathered(text: &str) -> bool {
    let start = text.trim_start();
    let head: String = start.chars().take(HEAD).collect();
    let has = |field: &str| head.contains(&format!("\"{field}\""));
    start.starts_with('{') && has("engine") && has("articles") && has("errors")
}

/// Reads a file that [`Gathering`](super::Gathering) has written.
///
/// # Errors
/// What is wrong with it, and where.
pub fn read(text: &str) -> Result<Gathered, FormatError> {
    let value = parse(text)?;
    let root = At::new(&value, "");
    let mut board = Gathered {
        name: root.text("name")?,
        articles: count(&root, "articles")?,
        errors: count(&root, "errors")?,
        days: days(&root)?,
        sources: tally(&root, "sources")?,
        ..Gathered::default()
    };
    let mut ids = Vec::new();
    for party in list(&root, "parties")? {
        ids.push(string(&party, "id")?);
        board.parties.push(GatheredParty {
            name: string(&party, "name")?,
            articles: count(&party, "articles")?,
            claims: count(&party, "claims")?,
        });
    }
    for issue in list(&root, "issues")? {
        let mut positions = Vec::new();
        for position in list(&issue, "positions")? {
            positions.push(read_position(&position, &ids, &mut board.statements)?);
        }
        board.issues.push(GatheredIssue {
            question: issue.text("question")?,
            articles: count(&issue, "articles")?,
            contests: count(&issue, "contests")?,
            days: days(&issue)?,
            positions,
        });
    }
    Ok(board)
}

fn read_position(
    at: &At,
    parties: &[String],
    statements: &mut Vec<GatheredStatement>,
) -> Result<GatheredPosition, FormatError> {
    let mut party = None;
    if let Some(told) = at.get("party") {
        let id = told.string()?;
        party = parties.iter().position(|known| known == id);
        if party.is_none() {
            return Err(told.error(Problem::Unknown(id.to_owned())));
        }
    }
    let mut acts = Vec::new();
    for (name, times) in tally(at, "acts")? {
        let Some(act) = Act::named(&name) else { return Err(at.error(Problem::Unknown(name))) };
        acts.push((act, times));
    }
    let begin = statements.len();
    for claim in list(at, "claims")? {
        statements.push(read_statement(&claim)?);
    }
    Ok(GatheredPosition {
        party,
        articles: count(at, "articles")?,
        times: count(at, "times")?,
        acts,
        statements: begin..statements.len(),
    })
}

fn read_statement(at: &At) -> Result<GatheredStatement, FormatError> {
    let (told, name) = (at.need("act")?, string(at, "act")?);
    let Some(act) = Act::named(&name) else { return Err(told.error(Problem::Unknown(name))) };
    let mut first = Vec::new();
    for id in list(at, "first")? {
        // An article's id may be any value.
        first.push(id.value.as_str().map_or_else(|| id.value.to_string(), str::to_owned));
    }
    Ok(GatheredStatement {
        text: string(at, "text")?,
        act,
        times: count(at, "times")?,
        days: days(at)?,
        speakers: tally(at, "speakers")?,
        sources: tally(at, "sources")?,
        first,
    })
}

fn count(at: &At, name: &str) -> Result<usize, FormatError> {
    at.need(name)?.count()
}

fn string(at: &At, name: &str) -> Result<String, FormatError> {
    Ok(at.need(name)?.string()?.to_owned())
}

fn list<'j>(at: &At<'j>, name: &str) -> Result<Vec<At<'j>>, FormatError> {
    at.need(name)?.list()
}

/// How often each name came.
fn tally(at: &At, name: &str) -> Result<Tally, FormatError> {
    let all = at.need(name)?;
    let mut tally = Vec::new();
    for (name, times) in all.object()? {
        tally.push((name.clone(), At::new(times, format!("{}.{name}", all.path)).count()?));
    }
    sort_by_key(&mut tally, |(_, times)| Reverse(*times));
    Ok(tally)
}

/// The first and the last day, where both are told.
fn days(at: &At) -> Result<Option<Days>, FormatError> {
    let day = |name| match at.get(name) {
        None => Ok(None),
        Some(day) => match day.string()?.parse() {
            Ok(day) => Ok(Some(day)),
            Err(_) => Err(day.error(Problem::Expected("a day such as 2024-01-09"))),
        },
    };
    let (since, until): (Option<Date>, Option<Date>) = (day("since")?, day("until")?);
    Ok(since.zip(until).map(|(since, until)| [since, until]))
}

#[cfg(test)]
mod tests {
    use super::super::Gathering;
    use super::*;
    use serde_json::{Value, json};

    /// A board of two articles as it is written.
    fn written() -> String {
        let claim = |side: Option<&str>, act: &str, text: &str, issue: Option<&str>| json!({"text": text, "side": side, "act": act, "issue": issue, "speaker": "رايدر"});
        let mut gathering = Gathering::new(None, 20);
        for (id, source) in [(json!("a"), "الثانية"), (json!(7), "الثانية"), (json!("c"), "الأولى")]
        {
            let answer = json!({
                "id": id, "engine": "e", "lexicon": "l", "source": source, "date": "2024-01-09",
                "parties": [{"id": "us", "name": "واشنطن"}, {"id": "iq", "name": "بغداد"}],
                "claims": [
                    claim(Some("us"), "deny", "لا خطط للانسحاب", Some("withdrawal")),
                    claim(Some("us"), "affirm", format!("القول {id}").as_str(), Some("withdrawal")),
                    claim(Some("iq"), "demand", "إنهاء الوجود", Some("withdrawal")),
                    claim(None, "warn", "خطر", None),
                ],
                "contests": [{"issue": "withdrawal", "question": "هل ثمة خطط؟"}],
            });
            gathering.take(answer.to_string().as_bytes()).unwrap();
        }
        serde_json::to_string_pretty(&gathering.written(1)).unwrap()
    }

    #[test]
    fn what_is_written_is_known_and_read() {
        let text = written();
        assert!(is_gathered(&text) && !is_gathered("{\"text\": \"articles\", \"entities\": []}"));
        let board = read(&text).unwrap();
        let day = Date::new(2024, 1, 9).unwrap();
        assert_eq!((board.articles, board.errors, board.days), (3, 0, Some([day, day])));
        assert_eq!(board.sources, [("الثانية".to_owned(), 2), ("الأولى".to_owned(), 1)]);
        let parties: Vec<_> = board.parties.iter().map(|p| (p.name.as_str(), p.articles, p.claims)).collect();
        assert_eq!(parties, [("واشنطن", 3, 6), ("بغداد", 3, 3)]);
        let [asked, unasked] = board.issues.as_slice() else { panic!("{:?}", board.issues) };
        assert_eq!((asked.question.as_str(), asked.articles, asked.contests), ("هل ثمة خطط؟", 3, 3));
        assert_eq!((unasked.question.as_str(), unasked.positions[0].party), ("", None));
        let [us, iq] = asked.positions.as_slice() else { panic!("{:?}", asked.positions) };
        assert_eq!((us.party, us.statements.len(), iq.party), (Some(0), 4, Some(1)));
        assert_eq!(us.acts, [(Act::Affirm, 3), (Act::Deny, 3)]);
        let denial = &board.statements[us.statements.start];
        assert_eq!((denial.text.as_str(), denial.times), ("لا خطط للانسحاب", 3));
        assert_eq!(denial.first, ["a", "c", "7"]);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        let board: Value = serde_json::from_str(&written()).unwrap();
        let claim = "/issues/0/positions/0/claims/1";
        for (place, value, path, problem) in [
            ("/articles", json!("3"), "articles", Problem::Expected("a count")),
            ("/errors", json!(-1), "errors", Problem::Expected("a count")),
            ("/parties/1/name", Value::Null, "parties[1].name", Problem::Missing),
            ("/since", json!("yesterday"), "since", Problem::Expected("a day such as 2024-01-09")),
            ("/sources/الأولى", json!([]), "sources.الأولى", Problem::Expected("a count")),
            ("/issues/0/positions", json!({}), "issues[0].positions", Problem::Expected("a list")),
            (
                "/issues/0/positions/1/party",
                json!("ir"),
                "issues[0].positions[1].party",
                Problem::Unknown("ir".into()),
            ),
            (
                &format!("{claim}/act"),
                json!("sing"),
                "issues[0].positions[0].claims[1].act",
                Problem::Unknown("sing".into()),
            ),
            (
                &format!("{claim}/first"),
                Value::Null,
                "issues[0].positions[0].claims[1].first",
                Problem::Missing,
            ),
        ] {
            let mut spoilt = board.clone();
            *spoilt.pointer_mut(place).unwrap() = value;
            assert_eq!(read(&spoilt.to_string()), Err(FormatError::new(path, problem)), "{place}");
        }
        assert!(read("[]").is_err() && read("{").is_err());
    }
}
