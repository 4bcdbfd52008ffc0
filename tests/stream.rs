//! `mawqif analyze --stream` as it is piped: every line its answer, in order, whatever happens at either end.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that fails says so by panicking"
)]

#[path = "support/archive.rs"]
mod archive;

use archive::Archive;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::{Duration, Instant};

/// Longer than anything here takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(300);

/// A claim of the shipped article, in which nothing changes from one article of the archive to the other.
const DENIAL: &str = "أي خطط لسحب قواتها من العراق";

fn articles(count: usize) -> Vec<String> {
    let archive = Archive::new(Path::new(env!("CARGO_MANIFEST_DIR")), 7).unwrap();
    archive.take(count).map(|article| serde_json::to_string(&article).unwrap() + "\n").collect()
}

fn start(options: &[&str]) -> (Child, ChildStdin, BufReader<ChildStdout>) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mawqif"));
    command.args(["analyze", "--stream"]).args(options);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let (input, output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    (child, input, BufReader::new(output))
}

/// How it ended and what it wrote on standard error; panics where it does not end.
fn end(mut child: Child) -> (ExitStatus, String) {
    let began = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if began.elapsed() > PATIENCE {
            child.kill().unwrap();
            panic!("the stream does not end");
        }
        thread::sleep(Duration::from_millis(5));
    };
    let mut told = String::new();
    child.stderr.take().unwrap().read_to_string(&mut told).unwrap();
    (status, told)
}

/// Answers to all of `input`, and how the stream ended.
fn stream(options: &[&str], input: &[u8]) -> (Vec<Value>, ExitStatus) {
    let (child, mut stdin, output) = start(options);
    let input = input.to_owned();
    let writing = thread::spawn(move || stdin.write_all(&input));
    let answers = output.lines().map(|line| serde_json::from_str(&line.unwrap()).unwrap()).collect();
    writing.join().unwrap().unwrap();
    let (status, told) = end(child);
    assert_eq!(told, "", "nobody sits before a terminal");
    (answers, status)
}

/// What `mawqif board` makes of these lines.
fn board(options: &[&str], input: &str) -> (Value, Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mawqif"));
    command.arg("board").args(options);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    (serde_json::from_slice(&output.stdout).unwrap_or_default(), output.status.code(), told)
}

/// The next line, which has to come while the input is still open.
fn next(mut output: BufReader<ChildStdout>) -> (String, BufReader<ChildStdout>) {
    let (tell, told) = mpsc::channel();
    thread::spawn(move || {
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        tell.send((line, output))
    });
    told.recv_timeout(PATIENCE).expect("no answer while the input is open")
}

#[test]
fn answers_keep_the_order_and_are_the_same_on_any_number_of_threads() {
    let articles = articles(150);
    let input = articles.concat();
    let (alone, status) = stream(&["--threads", "1"], input.as_bytes());
    assert!(status.success());
    let ids = |lines: &[Value]| lines.iter().map(|line| line["id"].clone()).collect::<Vec<_>>();
    let asked: Vec<Value> = articles.iter().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(ids(&alone), ids(&asked));
    for (answer, article) in alone.iter().zip(&asked) {
        assert_eq!((&answer["date"], &answer["source"]), (&article["date"], &article["source"]));
        let engine = answer["engine"].as_str().unwrap();
        assert!(engine.starts_with(concat!(env!("CARGO_PKG_VERSION"), "+")), "{engine}");
        assert_eq!(answer["lexicon"].as_str().unwrap().len(), 12);
    }
    assert!(alone.iter().filter(|answer| !answer["claims"].as_array().unwrap().is_empty()).count() > 140);
    for threads in ["2", "5"] {
        assert!(stream(&["--threads", threads], input.as_bytes()).0 == alone, "{threads} threads");
    }
}

#[test]
fn a_bad_line_is_answered_with_its_id_and_what_is_wrong() {
    let too_long = format!(r#"{{"id":"long","text":"{}"}}"#, "نص ".repeat(500_000));
    let lines: [&[u8]; 11] = [
        br#"{"id":"good","text":"x"}"#,
        b"",
        b"{",
        br#"{"id":4,"text":5}"#,
        br#"{"id":[5]}"#,
        br#"{"id":"six","text":"x","date":"yesterday"}"#,
        b"{\"id\":\"seven\",\"text\":\"\xff\"}",
        too_long.as_bytes(),
        br#"{"id":"nine","text":"ends within"#,
        b"[]",
        br#"{"text":"without an id"}"#,
    ];
    let (answers, status) = stream(&[], &lines.join(&b'\n'));
    assert_eq!(status.code(), Some(1), "some lines are bad, and all are answered");
    let expected = [
        (json!("good"), Value::Null, ""),
        (Value::Null, json!(3), "EOF"),
        (json!(4), json!(4), "at byte"),
        (json!([5]), json!(5), "missing field `text`"),
        (json!("six"), json!(6), "yesterday"),
        (json!("seven"), json!(7), "not UTF-8"),
        (json!("long"), json!(8), "longer than 2097152 bytes"),
        (json!("nine"), json!(9), "EOF"),
        (Value::Null, json!(10), "not a JSON object"),
        (Value::Null, Value::Null, ""),
    ];
    assert_eq!(answers.len(), expected.len());
    for (answer, (id, line, error)) in answers.iter().zip(expected) {
        assert_eq!((&answer["id"], &answer["line"]), (&id, &line), "{answer}");
        let told = answer["error"].as_str().unwrap_or_default();
        assert!(told.contains(error) && (error.is_empty() == told.is_empty()), "{answer}");
        assert!(answer["engine"].is_string() && answer["lexicon"].is_string(), "{answer}");
    }
}

#[test]
fn what_cannot_be_begun_ends_with_2() {
    for options in [&["--dispute", "/nowhere"][..], &["--threads", "0"]] {
        let (child, _, _) = start(options);
        let (status, told) = end(child);
        assert_eq!(status.code(), Some(2), "{options:?}");
        assert!(!told.is_empty());
    }
}

#[test]
fn each_line_is_answered_before_the_next_is_written() {
    let (child, mut input, mut output) = start(&[]);
    for article in articles(3) {
        input.write_all(article.as_bytes()).unwrap();
        let (line, back) = next(output);
        output = back;
        let id = |line: &str| serde_json::from_str::<Value>(line).unwrap()["id"].clone();
        assert_eq!(id(&line), id(&article));
    }
    drop(input);
    assert!(end(child).0.success());
}

#[test]
fn a_closed_pipe_ends_it_without_a_word_while_the_input_stays_open() {
    let (child, mut input, output) = start(&[]);
    let articles = articles(40);
    input.write_all(articles.first().unwrap().as_bytes()).unwrap();
    let (_, output) = next(output);
    drop(output);
    // It finds out by writing.
    let _ = input.write_all(articles.concat().as_bytes());
    let (status, told) = end(child);
    assert_eq!((status.code(), told.as_str()), (Some(0), ""));
    drop(input);
}

#[test]
fn a_slow_reader_of_the_answers_slows_the_reading_of_the_lines() {
    let (mut child, mut input, output) = start(&["--threads", "2"]);
    let articles = articles(1500);
    let written = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&written);
    thread::spawn(move || {
        for article in articles {
            if input.write_all(article.as_bytes()).is_err() {
                break;
            }
            counted.fetch_add(1, Ordering::Relaxed);
        }
    });
    // Nobody reads: after some time nothing more is taken in.
    let (mut before, began) = (0, Instant::now());
    while (before == 0 || written.load(Ordering::Relaxed) != before) && began.elapsed() < PATIENCE {
        before = written.load(Ordering::Relaxed);
        thread::sleep(Duration::from_secs(2));
    }
    assert!((1..600).contains(&before), "{before} lines were taken in");
    child.kill().unwrap();
    drop(output);
    end(child);
}

#[cfg(target_os = "linux")]
#[test]
fn an_interrupt_lets_it_answer_what_it_has_read() {
    for (signal, expected) in [("-INT", 130), ("-TERM", 143)] {
        let (child, mut input, output) = start(&["--threads", "2"]);
        // Each fills most of a pipe: when all are written, the stream has read all but the last ones.
        let text = "قال الوزير إن الاجتماع ناجح. ".repeat(1000);
        for id in 0..20 {
            writeln!(input, "{}", json!({"id": id, "text": text})).unwrap();
        }
        let (first, output) = next(output);
        let sent = Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap();
        assert!(sent.success());
        let rest: Vec<String> = output.lines().map(Result::unwrap).collect();
        let answers = std::iter::once(&first).chain(&rest);
        let ids: Vec<u64> = answers
            .map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].as_u64().unwrap())
            .collect();
        assert_eq!(ids, (0..ids.len() as u64).collect::<Vec<_>>());
        assert!(ids.len() >= 17, "{ids:?}");
        let (status, told) = end(child);
        assert_eq!((status.code(), told.as_str()), (Some(expected), ""));
        drop(input);
    }
}

/// So many that the shipped article, one of some seventy, is surely among them several times.
const MANY: usize = 480;

#[test]
fn the_answers_to_many_articles_are_gathered_on_one_board() {
    let dispute = concat!(env!("CARGO_MANIFEST_DIR"), "/src/lexicon/disputes/washington-baghdad.json");
    let (answers, _) = stream(&["--dispute", dispute], articles(MANY).concat().as_bytes());
    let lines: String = answers.iter().map(|answer| format!("{answer}\n")).collect();
    let (board, status, told) = self::board(&["--dispute", dispute, "--articles", "3"], &lines);
    assert_eq!((status, told.as_str()), (Some(0), ""));
    assert_eq!((&board["articles"], &board["name"]), (&json!(MANY), &json!("واشنطن وبغداد")));
    let denials: Vec<&Value> = answers
        .iter()
        .filter(|answer| {
            let claims = answer["claims"].as_array().unwrap().iter();
            let mut claims = claims.filter(|claim| claim["text"] == DENIAL);
            claims.any(|claim| claim["side"] == "washington" && claim["act"] == "deny")
        })
        .collect();
    assert!(denials.len() > 3, "the archive has the shipped article again and again");
    let issue = board["issues"].as_array().unwrap().iter().find(|i| i["issue"] == "withdrawal").unwrap();
    let position = issue["positions"].as_array().unwrap().iter().find(|p| p["party"] == "washington");
    let claims = position.unwrap()["claims"].as_array().unwrap();
    let claim = claims.iter().find(|claim| claim["text"] == DENIAL).unwrap();
    assert_eq!(claim["times"], json!(denials.len()));
    let mut days: Vec<&str> = denials.iter().map(|answer| answer["date"].as_str().unwrap()).collect();
    days.sort_unstable();
    assert_eq!((&claim["since"], &claim["until"]), (&json!(days.first()), &json!(days.last())));
    assert_eq!(claim["first"].as_array().unwrap().len(), 3);

    let (board, status, told) = self::board(&[], &format!("{lines}{{}}\n"));
    assert_eq!((status, &board["articles"]), (Some(1), &json!(MANY)));
    assert!(told.contains(&format!("standard input:{}:", MANY + 1)), "{told}");
}

/// The most memory that a process has had, in megabytes.
#[cfg(target_os = "linux")]
fn peak(child: &Child) -> usize {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<usize>().unwrap() / 1024
}

#[cfg(target_os = "linux")]
#[test]
fn memory_stays_flat_and_long_lines_do_not_add_up() {
    let (child, mut input, mut output) = start(&["--threads", "2"]);
    let mut take = |input: &mut ChildStdin, lines: &[String]| {
        thread::scope(|scope| {
            scope.spawn(|| lines.iter().for_each(|line| input.write_all(line.as_bytes()).unwrap()));
            for _ in lines {
                output.read_line(&mut String::new()).unwrap();
            }
        });
    };
    let articles = articles(600);
    let (few, many) = articles.split_at(100);
    take(&mut input, few);
    let before = peak(&child);
    take(&mut input, many);
    let after = peak(&child);
    assert!(after < before + 15, "{before} MB after 100 articles, {after} MB after 600");
    let texts: Vec<Value> = articles.iter().map(|line| serde_json::from_str(line).unwrap()).collect();
    let text: String = texts.iter().filter_map(|article| article["text"].as_str()).collect();
    let text: String = text.chars().take(500_000).collect();
    let long = format!("{}\n", json!({"text": text}));
    assert!(long.len() > 800_000);
    take(&mut input, &vec![long; 4]);
    assert!(peak(&child) < 120, "{} MB with four lines of a megabyte", peak(&child));
    drop(input);
    assert!(end(child).0.success());
}

#[cfg(target_os = "linux")]
#[test]
fn progress_is_told_to_a_terminal_alone() {
    let run = |redirect: &str| {
        let line = format!(
            "echo '{{\"text\":\"x\"}}' | {} analyze --stream {redirect}",
            env!("CARGO_BIN_EXE_mawqif")
        );
        let output = Command::new("script").args(["-qec", &line, "/dev/null"]).stdin(Stdio::null()).output();
        String::from_utf8(output.unwrap().stdout).unwrap()
    };
    assert!(run("> /dev/null").contains("1 lines answered"), "{}", run("> /dev/null"));
    // Where the terminal shows the answers, they are what it shows.
    assert!(!run("").contains("answered"), "{}", run(""));
}
