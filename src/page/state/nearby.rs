//! Of a large article only what is near the window is drawn: cards, the strip, marks. A browser counts marks
//! and elements again at every change of the page, so that it would take the longer the more there are.

use super::{ALL_DRAWN, State};
use crate::text::{Byte, Span};
use std::ops::Range;

/// By so many items what is drawn moves.
const STEP: usize = 50;
/// So many items at most have a card, however many stand on the same words.
const MOST: usize = 600;

impl State {
    /// Which items are drawn beside the article: all, or where they are many those near the window, as far as they
    /// have come. On paper there is no window.
    pub fn drawn(&self) -> Range<usize> {
        if self.on_paper { 0..self.desk.items.len() } else { self.growth.cards.clone() }
    }

    /// The part of the text in which marks are drawn: all of it, or where the items are many what is near the
    /// window; on paper all.
    pub fn marked(&self) -> Span {
        let whole = Span::of(0..self.desk.document.text().len());
        if self.on_paper {
            return whole;
        }
        let near = self.near();
        let begins =
            |item: usize| self.desk.items.get(item).and_then(|item| item.span).map(|span| span.start);
        // The words before the first item that is near may be so too.
        let start = near.start.checked_sub(1).and_then(begins);
        Span::new(start.unwrap_or(Byte(0)), begins(near.end).unwrap_or(whole.end))
    }

    /// The items that shall have a card; the same for several in a row that are in the window, so that not every
    /// scrolling draws.
    pub(super) fn cards_wanted(&self) -> Range<usize> {
        let near = self.near();
        near.start..near.end.min(near.start + MOST)
    }

    fn near(&self) -> Range<usize> {
        let count = self.desk.items.len();
        if count <= ALL_DRAWN {
            return 0..count;
        }
        let start = (self.in_view.start / STEP * STEP).min(count);
        start..(self.in_view.end.div_ceil(STEP) * STEP).clamp(start, count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::state::testing::Page;
    use crate::page::state::{Message, marks};

    /// A page with an article of so many places that are named.
    fn places(count: usize) -> Page {
        let mut page = Page::new();
        page.does(Message::OpenText { text: "وصل إلى بغداد.\n".repeat(count), file: None }).reads();
        assert_eq!(page.state.desk.items.len(), count);
        page
    }

    fn marked(page: &Page) -> usize {
        marks(&page.state).iter().map(|(_, spans)| spans.len()).sum()
    }

    #[test]
    fn of_few_items_all_are_drawn_wherever_the_window_is() {
        let mut page = places(ALL_DRAWN);
        page.does(Message::InView(7..9));
        assert_eq!((page.state.drawn(), marked(&page)), (0..ALL_DRAWN, ALL_DRAWN));
    }

    #[test]
    fn of_many_those_near_the_window_are_drawn_and_on_paper_all() {
        let mut page = places(5000);
        assert_eq!(page.state.drawn().start, 0);
        page.does(Message::InView(1230..1310));
        assert_eq!(page.state.drawn(), 1200..1350);
        page.does(Message::InView(1249..1301));
        assert_eq!((page.state.drawn(), page.effects.len()), (1200..1350, 0));
        assert!((150..=152).contains(&marked(&page)), "{}", marked(&page));
        page.does(Message::InView(4990..5000));
        assert_eq!(
            (page.state.drawn(), page.state.marked().end),
            (4950..5000, Span::of(0..page.state.desk.document.text().len()).end)
        );
        page.does(Message::OnPaper(true));
        assert_eq!((marked(&page), page.state.drawn()), (5000, 0..5000));
        page.does(Message::OnPaper(false)).does(Message::InView(0..5000));
        assert_eq!(page.state.drawn(), 0..MOST);
    }

    #[test]
    fn another_article_is_drawn_from_its_beginning() {
        let mut page = places(5000);
        page.does(Message::InView(4000..4100));
        page.does(Message::OpenText { text: "وصل إلى أربيل.\n".repeat(4000), file: None }).reads();
        assert_eq!((page.state.drawn().start, page.state.marked().start), (0, Byte(0)));
    }
}
