//! The page's few icons, drawn in lines of the text's colour.

use yew::prelude::*;

/// An icon; what it means is said by whatever holds it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Icon {
    /// Back along the line.
    Undo,
    /// Forth along the line.
    Redo,
    /// A lens.
    Search,
    /// A moon.
    Moon,
    /// A sun.
    Sun,
    /// A tick.
    Accept,
    /// A pen.
    Edit,
    /// A cross.
    Close,
    /// A bin.
    Delete,
    /// An arrow up.
    Up,
    /// An arrow down.
    Down,
    /// A small and a large letter.
    Type,
    /// A keyboard.
    Keys,
    /// Back to a state before.
    Restore,
    /// Three dots: there is more.
    More,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Icon::Undo => "M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6",
            Icon::Redo => "m15 7 5 5-5 5m5-5H10a6 6 0 0 0-6 6",
            Icon::Search => "M11 5a6 6 0 1 0 0 12 6 6 0 0 0 0-12m4.5 10.500 4.500 4.500",
            Icon::Moon => "M20 14.500A8 8 0 0 1 9.500 4a8 8 0 1 0 10.500 10.500",
            Icon::Sun => {
                "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v2m0 16v2M2 12h2m16 0h2M5 5l1.400 1.400M17.600 17.600 19 19M19 5l-1.400 1.400M6.400 17.600 5 19"
            }
            Icon::Accept => "m5 13 4.500 4.500L19 7.500",
            Icon::Edit => "M4 20l1-4.500L15.500 5l3.500 3.500L8.500 19zM13 7.500l3.500 3.500",
            Icon::Close => "M6 6l12 12M18 6 6 18",
            Icon::Delete => "M5 7h14M10 7V4.500h4V7m-7.500 0 1 12.500h9l1-12.500",
            Icon::Up => "m6 15 6-6 6 6",
            Icon::Down => "m6 9 6 6 6-6",
            Icon::Type => "M3 18 8.500 5 14 18M5 13.500h7M16 18l3-7 3 7m-5-2h4",
            Icon::Keys => "M3 7h18v10H3zM6.500 10.500h.01m3.500 0h.01m3.500 0h.01m3.500 0h.01M8 14h8",
            Icon::Restore => "M5 12a7 7 0 1 0 2-4.900M5 4v4.500h4.500",
            Icon::More => "M5 12h.01m7 0h.01m7 0h.01",
        }
    }

    /// The icon as a picture that screen readers pass over.
    pub fn draw(self) -> Html {
        html! {
            <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d={self.path()} /></svg>
        }
    }
}
