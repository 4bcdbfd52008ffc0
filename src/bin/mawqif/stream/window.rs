//! How much is under way between the reading of lines and the writing of their answers.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Lets lines in while there is room, and counts them out when their answers are written.
pub struct Window {
    lines: u64,
    bytes: usize,
    under_way: Mutex<UnderWay>,
    changed: Condvar,
}

#[derive(Default)]
struct UnderWay {
    entered: u64,
    left: u64,
    bytes: usize,
    closed: bool,
}

impl Window {
    /// Room for so many lines of so many bytes together; a line longer than that enters alone.
    pub fn new(lines: u64, bytes: usize) -> Self {
        Window { lines, bytes, under_way: Mutex::default(), changed: Condvar::new() }
    }

    /// Waits for room for a line and gives its place in the order, from 0; none once the window is closed.
    pub fn enter(&self, bytes: usize) -> Option<u64> {
        let full = |state: &mut UnderWay| {
            let lines = state.entered - state.left;
            !state.closed && lines > 0 && (lines >= self.lines || state.bytes + bytes > self.bytes)
        };
        let waited = self.changed.wait_while(self.under_way(), full);
        let mut state = waited.unwrap_or_else(PoisonError::into_inner);
        if state.closed {
            return None;
        }
        state.entered += 1;
        state.bytes += bytes;
        Some(state.entered - 1)
    }

    /// A line's answer has been written.
    pub fn leave(&self, bytes: usize) {
        let mut state = self.under_way();
        state.left += 1;
        state.bytes -= bytes;
        drop(state);
        self.changed.notify_all();
    }

    /// Lets nothing more in.
    pub fn close(&self) {
        self.under_way().closed = true;
        self.changed.notify_all();
    }

    /// Whether nothing more will come and everything has left.
    pub fn is_done(&self) -> bool {
        let state = self.under_way();
        state.closed && state.entered == state.left
    }

    fn under_way(&self) -> MutexGuard<'_, UnderWay> {
        self.under_way.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn a_line_waits_for_room_and_a_closed_window_lets_none_in() {
        let window = Window::new(2, 100);
        assert_eq!(window.enter(1000), Some(0), "a line too long for the window enters alone");
        std::thread::scope(|scope| {
            let next = scope.spawn(|| window.enter(10));
            std::thread::sleep(Duration::from_millis(50));
            assert!(!next.is_finished());
            window.leave(1000);
            assert_eq!(next.join().unwrap(), Some(1));
            assert_eq!(window.enter(10), Some(2));
            let last = scope.spawn(|| window.enter(10));
            std::thread::sleep(Duration::from_millis(50));
            assert!(!last.is_finished());
            window.close();
            assert_eq!(last.join().unwrap(), None);
        });
        assert!(!window.is_done());
        window.leave(10);
        window.leave(10);
        assert!(window.is_done());
    }
}
