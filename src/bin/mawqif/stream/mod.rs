//! Lines in, lines out: all cores, the input's order, memory that does not grow with the input.
//!
//! One thread reads, some answer, one puts the answers back in order and writes them. A [`Window`] holds
//! how much is between reading and writing, so that a slow reader of the output slows the reading of the
//! input. An interrupt closes the window: what was read by then is answered, nothing more is read.

mod interrupt;
mod lines;
mod progress;
mod window;

pub use lines::{Line, Lines};

use progress::Progress;
use std::collections::BTreeMap;
use std::io::{BufReader, BufWriter, ErrorKind, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use window::Window;

/// What is written for a line, and whether the line was sound.
pub struct Answer {
    /// The answer without its line end.
    pub line: String,
    /// Whether the line could be read.
    pub sound: bool,
}

/// Every line could be read: 0. Not every one, but each has its answer: 1. The rest is for what stopped
/// the stream.
const SOME_UNSOUND: u8 = 1;
/// The input cannot be read or the output not be written.
pub const BROKEN: u8 = 2;

/// The longest line that is answered, in bytes: a book, where news has some thousands.
pub const LONGEST: usize = 2 << 20;
/// Lines under way a thread: enough that none idles while one has a long line.
const LINES_A_THREAD: u64 = 64;
/// Bytes of lines under way, or one line.
const BYTES: usize = 8 << 20;
/// From this many bytes on a line is answered by a thread for such lines alone: the analysis takes some
/// forty times as much memory as its text, and with this the cores do not multiply it.
const LONG: usize = 256 << 10;

/// What the writing thread is told.
enum Event {
    /// The line with this place in the order, of so many bytes, has its answer.
    Answered(u64, usize, Answer),
    /// No more lines will be read, or why they cannot be.
    Read(std::io::Result<()>),
    /// Someone wants this to end, with this status.
    Interrupted(u8),
}

/// Answers each line of standard input on standard output, with so many threads.
pub fn run(threads: usize, answer: impl Fn(&Line) -> Answer + Send + Sync + 'static) -> ExitCode {
    let window = Arc::new(Window::new(LINES_A_THREAD * threads as u64, BYTES));
    let (tell, events) = channel();
    let (closing, telling) = (Arc::clone(&window), tell.clone());
    interrupt::on_first(move |status| {
        closing.close();
        // Where nobody listens any more, the program is ending already.
        let _ = telling.send(Event::Interrupted(status));
    });
    let answer = Arc::new(answer);
    let start = |threads| {
        let (give, take) = channel();
        let take = Arc::new(Mutex::new(take));
        for _ in 0..threads {
            let (take, answer, tell) = (Arc::clone(&take), Arc::clone(&answer), tell.clone());
            thread::spawn(move || answer_all(&take, &*answer, &tell));
        }
        give
    };
    let (short, long) = (start(threads), start(1));
    let reading = Arc::clone(&window);
    thread::spawn(move || {
        let read = read(&reading, &short, &long);
        reading.close();
        tell.send(Event::Read(read))
    });
    // The threads are left to end with the program: one that waits for input would never.
    Writer::new(BufWriter::new(std::io::stdout().lock()), &window).go_on(&events)
}

/// A line and its place in the order.
type Placed = (u64, Line);

/// Reads lines into the window until there are no more or it is closed.
fn read(window: &Window, short: &Sender<Placed>, long: &Sender<Placed>) -> std::io::Result<()> {
    let mut lines = Lines::new(BufReader::new(std::io::stdin()), LONGEST);
    while let Some(line) = lines.next()? {
        let Some(place) = window.enter(line.bytes.len()) else { break };
        let queue = if line.bytes.len() < LONG { short } else { long };
        if queue.send((place, line)).is_err() {
            break;
        }
    }
    Ok(())
}

/// Answers what is in the queue until nothing more will come.
fn answer_all(queue: &Mutex<Receiver<Placed>>, answer: &impl Fn(&Line) -> Answer, tell: &Sender<Event>) {
    loop {
        let next = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((place, line)) = next else { break };
        // Without its answer all lines after this one would wait for ever.
        let answered = catch_unwind(AssertUnwindSafe(|| answer(&line)))
            .unwrap_or_else(|_| crate::analyze::unsound(&line, "this text broke the program"));
        if tell.send(Event::Answered(place, line.bytes.len(), answered)).is_err() {
            break;
        }
    }
}

/// Writes answers in the order of their lines.
struct Writer<'w, W: Write> {
    output: BufWriter<W>,
    window: &'w Window,
    early: BTreeMap<u64, (usize, Answer)>,
    next: u64,
    unsound: u64,
    progress: Option<Progress>,
}

impl<'w, W: Write> Writer<'w, W> {
    fn new(output: BufWriter<W>, window: &'w Window) -> Self {
        Writer { output, window, early: BTreeMap::new(), next: 0, unsound: 0, progress: Progress::shown() }
    }

    /// Writes until every line that was read has its answer.
    fn go_on(mut self, events: &Receiver<Event>) -> ExitCode {
        let mut stopped = None;
        while !self.window.is_done() {
            let event = match events.try_recv() {
                // What is there is shown before anything is waited for: whoever asks a line at a time waits
                // for it.
                Err(TryRecvError::Empty) => match self.output.flush() {
                    Ok(()) => events.recv().ok(),
                    Err(error) => return self.gone(&error),
                },
                event => event.ok(),
            };
            match event {
                Some(Event::Answered(place, bytes, answer)) => {
                    if let Err(error) = self.put(place, bytes, answer) {
                        return self.gone(&error);
                    }
                }
                Some(Event::Read(Ok(()))) => {}
                Some(Event::Read(Err(error))) => {
                    eprintln!("mawqif: standard input: {error}");
                    stopped = Some(BROKEN);
                }
                Some(Event::Interrupted(status)) => stopped = Some(status),
                None => break,
            }
        }
        match self.output.flush() {
            Ok(()) => self.end(stopped),
            Err(error) => self.gone(&error),
        }
    }

    fn put(&mut self, place: u64, bytes: usize, answer: Answer) -> std::io::Result<()> {
        self.early.insert(place, (bytes, answer));
        while let Some((bytes, answer)) = self.early.remove(&self.next) {
            self.next += 1;
            self.unsound += u64::from(!answer.sound);
            writeln!(self.output, "{}", answer.line)?;
            self.window.leave(bytes);
        }
        if let Some(progress) = &mut self.progress {
            progress.tell(self.next, self.unsound);
        }
        Ok(())
    }

    /// Nobody reads our output any more, which is no fault; or it cannot be written, which is one.
    fn gone(&mut self, error: &std::io::Error) -> ExitCode {
        let closed = error.kind() == ErrorKind::BrokenPipe;
        if !closed {
            eprintln!("mawqif: standard output: {error}");
        }
        self.end((!closed).then_some(BROKEN))
    }

    fn end(&mut self, stopped: Option<u8>) -> ExitCode {
        if let Some(progress) = &mut self.progress {
            progress.end(self.next, self.unsound);
        }
        let unsound = (self.unsound > 0).then_some(SOME_UNSOUND);
        stopped.or(unsound).map_or(ExitCode::SUCCESS, ExitCode::from)
    }
}
