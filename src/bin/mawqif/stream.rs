//! Lines in, lines out: all cores, the input's order, memory that does not grow with the input.
//!
//! Lines are numbered as they are read and handed out through a channel that holds a few lines a core;
//! answers are put back in order before they are written. A slow reader of the output thus slows the
//! reading of the input.

use crate::analyze::next_line;
use std::collections::BTreeMap;
use std::io::{BufRead, BufWriter, Write};
use std::process::ExitCode;
use std::sync::{Mutex, mpsc};

/// What is written for a line, and whether the line was sound.
pub struct Answer {
    /// The answer without its line end.
    pub line: String,
    /// Whether the line could be read.
    pub sound: bool,
}

/// Lines waiting a core: enough that none idles, few enough that memory stays flat.
const WAITING: usize = 8;

/// Answers each line of `input`; fails where a line was not sound or the output has gone.
pub fn run(mut input: impl BufRead, output: impl Write, answer: impl Fn(&str) -> Answer + Sync) -> ExitCode {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let room = cores * WAITING;
    let (give, take) = mpsc::sync_channel::<(u64, Vec<u8>)>(room);
    let (done, finished) = mpsc::sync_channel::<(u64, Answer)>(room);
    let take = Mutex::new(take);
    std::thread::scope(|scope| {
        for _ in 0..cores {
            let (take, done, answer) = (&take, done.clone(), &answer);
            scope.spawn(move || {
                loop {
                    let next = take.lock().map(|queue| queue.recv());
                    let Ok(Ok((number, line))) = next else { break };
                    let text = String::from_utf8_lossy(&line);
                    if done.send((number, answer(text.trim_end()))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(done);
        let writer =
            WriteInOrder { output: BufWriter::new(output), waiting: BTreeMap::new(), next: 0, sound: true };
        // Standard input and output are locked by this thread; only the input's reading needs no order.
        read_and_write(&mut input, room as u64, give, finished, writer)
    })
}

struct WriteInOrder<W: Write> {
    output: BufWriter<W>,
    waiting: BTreeMap<u64, Answer>,
    next: u64,
    sound: bool,
}

impl<W: Write> WriteInOrder<W> {
    fn put(&mut self, number: u64, answer: Answer) -> std::io::Result<()> {
        self.waiting.insert(number, answer);
        while let Some(answer) = self.waiting.remove(&self.next) {
            self.next += 1;
            self.sound &= answer.sound;
            writeln!(self.output, "{}", answer.line)?;
        }
        Ok(())
    }
}

fn read_and_write<W: Write>(
    input: &mut impl BufRead,
    room: u64,
    give: mpsc::SyncSender<(u64, Vec<u8>)>,
    finished: mpsc::Receiver<(u64, Answer)>,
    mut writer: WriteInOrder<W>,
) -> ExitCode {
    let mut number = 0;
    let mut pending: u64 = 0;
    let mut give = Some(give);
    let mut read_error = false;
    loop {
        // Read on while the workers have room, and only then wait for an answer.
        while let Some(sender) = give.as_ref().filter(|_| pending < room) {
            match next_line(input) {
                Ok(Some(line)) if line.iter().all(u8::is_ascii_whitespace) => {}
                Ok(Some(line)) => {
                    if sender.send((number, line)).is_err() {
                        give = None;
                    }
                    number += 1;
                    pending += 1;
                    break;
                }
                Ok(None) => give = None,
                Err(error) => {
                    eprintln!("mawqif: standard input: {error}");
                    read_error = true;
                    give = None;
                }
            }
        }
        let waits = give.is_none() || pending >= room;
        let answered = if waits { finished.recv().ok() } else { finished.try_recv().ok() };
        match answered {
            Some((number, answer)) => {
                pending -= 1;
                if writer.put(number, answer).is_err() {
                    // The reader of our output has gone: nothing more is wanted.
                    return ExitCode::FAILURE;
                }
            }
            None if give.is_none() => break,
            None => {
                if writer.output.flush().is_err() {
                    return ExitCode::FAILURE;
                }
            }
        }
    }
    let flushed = writer.output.flush().is_ok();
    if flushed && writer.sound && !read_error { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
