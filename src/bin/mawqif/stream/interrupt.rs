//! What someone says who wants the program to end: an interrupt (SIGINT, Ctrl+C) or a request to end
//! (SIGTERM). That its terminal has gone is no such word: a stream may go on for hours after it.

/// Calls `end` at the first, with the status with which the program should end, as shells tell of it; the
/// second ends the program at once.
#[cfg(unix)]
pub fn on_first(end: impl FnOnce(u8) + Send + 'static) {
    use signal_hook::consts::{SIGINT, SIGTERM};
    let mut signals = match signal_hook::iterator::Signals::new([SIGINT, SIGTERM]) {
        Ok(signals) => signals,
        Err(error) => {
            eprintln!("mawqif: an interrupt will end this at once: {error}");
            return;
        }
    };
    std::thread::spawn(move || {
        let mut statuses = signals.forever().map(|signal| 128 + signal);
        if let Some(status) = statuses.next() {
            end(u8::try_from(status).unwrap_or(u8::MAX));
        }
        if let Some(status) = statuses.next() {
            std::process::exit(status);
        }
    });
}

/// Elsewhere an interrupt ends the program at once.
#[cfg(not(unix))]
pub fn on_first(_: impl FnOnce(u8) + Send + 'static) {}
