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
/// What is wrong with it first, and where.
pub fn read(text: &str) -> Result<Gathered, FormatError> {
    let value = parse(text)?;
    let mut reading = Reading::default();
    let board = reading.board(&At::new(&value, ""));
    reading.wrong.map_or(Ok(board), Err)
}

/// Reads a board to its end, whatever is wrong with it: what stands for a value that is wrong is given to nobody.
/// With a way out at each value the code is longer by half.
#[derive(Default)]
struct Reading {
    /// What was wrong first.
    wrong: Option<FormatError>,
    /// The parties by their ids.
    ids: Vec<String>,
    statements: Vec<GatheredStatement>,
}

impl Reading {
    fn board(&mut self, at: &At) -> Gathered {
        let mut parties = Vec::new();
        for party in self.list(at, "parties") {
            let id = self.string(&party, "id");
            self.ids.push(id);
            parties.push(GatheredParty {
                name: self.string(&party, "name"),
                articles: self.count(&party, "articles"),
                claims: self.count(&party, "claims"),
            });
        }
        let mut issues = Vec::new();
        for issue in self.list(at, "issues") {
            let issue = self.issue(&issue);
            issues.push(issue);
        }
        Gathered {
            name: self.sound(at.text("name")),
            articles: self.count(at, "articles"),
            errors: self.count(at, "errors"),
            days: self.days(at),
            sources: self.tally(at, "sources"),
            parties,
            issues,
            statements: std::mem::take(&mut self.statements),
        }
    }

    fn issue(&mut self, at: &At) -> GatheredIssue {
        let mut positions = Vec::new();
        for position in self.list(at, "positions") {
            let position = self.position(&position);
            positions.push(position);
        }
        GatheredIssue {
            question: self.sound(at.text("question")),
            articles: self.count(at, "articles"),
            contests: self.count(at, "contests"),
            days: self.days(at),
            positions,
        }
    }

    fn position(&mut self, at: &At) -> GatheredPosition {
        let party = at.get("party").and_then(|told| {
            let id = self.sound(told.string());
            let party = self.ids.iter().position(|known| known == id);
            self.known(&told, id, party)
        });
        let mut acts = Vec::new();
        for (name, times) in self.tally(at, "acts") {
            acts.extend(self.known(at, &name, Act::named(&name)).map(|act| (act, times)));
        }
        let begin = self.statements.len();
        for claim in self.list(at, "claims") {
            let statement = self.statement(&claim);
            self.statements.extend(statement);
        }
        GatheredPosition {
            party,
            articles: self.count(at, "articles"),
            times: self.count(at, "times"),
            acts,
            statements: begin..self.statements.len(),
        }
    }

    fn statement(&mut self, at: &At) -> Option<GatheredStatement> {
        let (act, name) = (self.sound(at.need("act").map(Some))?, self.string(at, "act"));
        let mut first = Vec::new();
        for id in self.list(at, "first") {
            // An article's id may be any value.
            first.push(id.value.as_str().map_or_else(|| id.value.to_string(), str::to_owned));
        }
        Some(GatheredStatement {
            text: self.string(at, "text"),
            act: self.known(&act, &name, Act::named(&name))?,
            times: self.count(at, "times"),
            days: self.days(at),
            speakers: self.tally(at, "speakers"),
            sources: self.tally(at, "sources"),
            first,
        })
    }

    /// The value; where it is wrong, that is kept and another stands for it.
    fn sound<T: Default>(&mut self, read: Result<T, FormatError>) -> T {
        read.unwrap_or_else(|error| {
            self.wrong.get_or_insert(error);
            T::default()
        })
    }

    /// What a name stands for.
    fn known<T>(&mut self, at: &At, name: &str, meant: Option<T>) -> Option<T> {
        if meant.is_none() {
            self.wrong.get_or_insert_with(|| at.error(Problem::Unknown(name.to_owned())));
        }
        meant
    }

    fn count(&mut self, at: &At, name: &str) -> usize {
        self.sound(at.need(name).and_then(|field| field.count()))
    }

    fn string(&mut self, at: &At, name: &str) -> String {
        self.sound(at.need(name).and_then(|field| field.string().map(str::to_owned)))
    }

    fn list<'j>(&mut self, at: &At<'j>, name: &str) -> Vec<At<'j>> {
        self.sound(at.need(name).and_then(|field| field.list()))
    }

    /// How often each name came.
    fn tally(&mut self, at: &At, name: &str) -> Tally {
        let mut tally = Vec::new();
        let Some(all) = self.sound(at.need(name).map(Some)) else { return tally };
        for (name, times) in self.sound(all.object().map(Some)).into_iter().flatten() {
            let times = At::new(times, format!("{}.{name}", all.path)).count();
            tally.push((name.clone(), self.sound(times)));
        }
        sort_by_key(&mut tally, |(_, times)| Reverse(*times));
        tally
    }

    /// The first and the last day, where both are told.
    fn days(&mut self, at: &At) -> Option<Days> {
        Some([self.day(at, "since")?, self.day(at, "until")?])
    }

    fn day(&mut self, at: &At, name: &str) -> Option<Date> {
        let field = at.get(name)?;
        let day = field.value.as_str().and_then(|day| day.parse().ok());
        if day.is_none() {
            self.wrong.get_or_insert_with(|| field.error(Problem::Expected("a day such as 2024-01-09")));
        }
        day
    }
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
