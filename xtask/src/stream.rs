//! How fast the stream answers an archive, on one thread and on all cores: a part of `cargo xtask bench`.

use crate::archive::archive;
use crate::run::{cargo, run, target};
use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// Enough that starting does not count: some ten seconds on one thread.
const ARTICLES: usize = 5000;
/// The best of so many runs: what else the machine does only ever makes them slower.
const RUNS: usize = 3;

/// One run.
#[derive(Clone, Copy)]
struct Run {
    /// From beginning to end, in seconds.
    elapsed: f64,
    /// What all threads together took of the processor, in seconds.
    processor: f64,
    /// The most memory at one time, in megabytes; 0 where the system does not tell.
    memory: usize,
}

/// Streams an archive and gives the table in Markdown.
pub fn measure() -> Result<String, String> {
    run(&mut cargo(&["build", "--quiet", "--profile", "native", "--bin", "mawqif"]))?;
    let program = target().join("native").join(format!("mawqif{}", std::env::consts::EXE_SUFFIX));
    let file = target().join("bench.jsonl");
    archive(&["--articles", &ARTICLES.to_string(), "--out", &file.to_string_lossy()])?;
    let megabytes = fs::metadata(&file).map_err(|e| format!("{}: {e}", file.display()))?.len() as f64 / 1e6;
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let mut one = Vec::new();
    let mut all = Vec::new();
    for _ in 0..RUNS {
        one.push(stream(&program, &file, 1)?);
        all.push(stream(&program, &file, cores)?);
    }
    let (one, all) = (best(&one), best(&all));
    let mut text =
        "\n| stream | seconds | of the processor | articles a second | MB/s | MB of memory |\n".to_owned();
    text += "| --- | ---: | ---: | ---: | ---: | ---: |\n";
    for (threads, run) in [(1, one), (cores, all)] {
        text += &format!(
            "| {ARTICLES} articles, {threads} threads | {:.2} | {:.2} | {:.0} | {:.1} | {} |\n",
            run.elapsed,
            run.processor,
            ARTICLES as f64 / run.elapsed,
            megabytes / run.elapsed,
            run.memory
        );
    }
    text += &format!("\n{cores} cores are {:.2} times as fast as one.\n", one.elapsed / all.elapsed);
    Ok(text)
}

fn best(runs: &[Run]) -> Run {
    let none = Run { elapsed: f64::INFINITY, processor: f64::INFINITY, memory: 0 };
    runs.iter().fold(none, |best, run| Run {
        elapsed: best.elapsed.min(run.elapsed),
        processor: best.processor.min(run.processor),
        memory: best.memory.max(run.memory),
    })
}

fn stream(program: &Path, file: &Path, threads: usize) -> Result<Run, String> {
    let told = |e: std::io::Error| format!("{}: {e}", program.display());
    let before = processor();
    let began = Instant::now();
    let mut child = Command::new(program)
        .args(["analyze", "--stream", "--threads", &threads.to_string()])
        .stdin(File::open(file).map_err(|e| format!("{}: {e}", file.display()))?)
        .stdout(Stdio::null())
        .spawn()
        .map_err(told)?;
    let mut memory = 0;
    let status = loop {
        memory = memory.max(peak(child.id()));
        match child.try_wait().map_err(told)? {
            Some(status) => break status,
            None => thread::sleep(Duration::from_millis(5)),
        }
    };
    let elapsed = began.elapsed().as_secs_f64();
    if !status.success() {
        return Err(format!("the stream ended with {status}"));
    }
    Ok(Run { elapsed, processor: processor() - before, memory })
}

/// The processor time of all programs that this one started and that have ended, in seconds, as Linux tells.
fn processor() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The program's name, in parentheses, may hold anything; cutime and cstime follow as 14th and 15th, in
    // hundredths of a second.
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    fields.skip(13).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// The most memory that a program has had until now, in megabytes, as Linux tells.
fn peak(id: u32) -> usize {
    let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<usize>().ok());
    kilobytes.unwrap_or_default() / 1000
}
