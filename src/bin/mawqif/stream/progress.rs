//! How far a stream has come, for whoever sits before the terminal.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

/// Says it again and again on one line of standard error.
pub struct Progress {
    began: Instant,
    told: Instant,
}

impl Progress {
    /// None where no terminal shows it, or where the terminal shows the answers already.
    pub fn shown() -> Option<Progress> {
        let shown = std::io::stderr().is_terminal() && !std::io::stdout().is_terminal();
        shown.then(|| Progress { began: Instant::now(), told: Instant::now() })
    }

    /// Tells how many lines have been answered and how many of them were not sound, twice a second.
    pub fn tell(&mut self, answered: u64, unsound: u64) {
        if self.told.elapsed() >= Duration::from_millis(500) {
            self.told = Instant::now();
            self.write(answered, unsound, "");
        }
    }

    /// Tells it for the last time.
    pub fn end(&mut self, answered: u64, unsound: u64) {
        self.write(answered, unsound, "\n");
    }

    fn write(&self, answered: u64, unsound: u64, end: &str) {
        let text = sentence(answered, unsound, self.began.elapsed());
        // Nothing depends on whether it can be seen.
        let _ = write!(std::io::stderr(), "\r\x1b[K{text}{end}");
    }
}

fn sentence(answered: u64, unsound: u64, time: Duration) -> String {
    let rate = answered as f64 / time.as_secs_f64().max(0.001);
    let mut text = format!("mawqif: {answered} lines answered, {rate:.0} a second");
    if unsound > 0 {
        text += &format!(", {unsound} with an error");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_says_how_many_and_how_fast() {
        let time = Duration::from_secs(4);
        assert_eq!(sentence(2000, 0, time), "mawqif: 2000 lines answered, 500 a second");
        assert_eq!(sentence(8, 1, time), "mawqif: 8 lines answered, 2 a second, 1 with an error");
    }
}
