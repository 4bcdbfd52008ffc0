//! How much of the page is drawn: what is much comes some at a time, so that the page answers between.

use super::{ALL_DRAWN, Effect, State, Tab};
use std::ops::Range;

/// The parts of the page come one after the other at its start; until all are there, what stood there before the
/// program ran stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Nothing: the engine reads the article, unless that is long.
    Reading,
    /// The bar and the article.
    Article,
    /// The margin too, with some cards more each time.
    Margin,
    /// And the board, with some claims more each time.
    Board,
    /// All, and it may be shown.
    Whole,
}

/// What has come of that of which there may be much.
#[derive(Debug, Default)]
pub(super) struct Growth {
    /// The items that have a card.
    pub cards: Range<usize>,
    /// So many claims one under the other have come to the board.
    claims: usize,
    /// Whether [`Message::DrawOn`](super::Message::DrawOn) has been asked for.
    pub asked: bool,
}

impl Growth {
    /// All that has come goes: there is other.
    pub fn begin_anew(&mut self) {
        (self.cards, self.claims) = (0..0, 0);
    }
}

/// So many cards are drawn in one go.
const SOME_CARDS: usize = 25;
/// So many claims one under the other.
const SOME_CLAIMS: usize = 8;

impl State {
    /// Whether the list of names is drawn, also while it is not shown: not where the items are many.
    pub fn names_drawn(&self) -> bool {
        self.tab == Tab::Names || self.desk.items.len() <= ALL_DRAWN
    }

    /// How many claims one under the other the board draws; all on paper.
    pub fn claims_drawn(&self) -> usize {
        match self.growth.claims {
            _ if self.on_paper => usize::MAX,
            some if some < self.claims_wanted() => some,
            _ => self.board_room,
        }
    }

    fn claims_wanted(&self) -> usize {
        self.desk.claims.min(self.board_room)
    }

    /// Whether all is drawn that shall be.
    pub(super) fn is_drawn(&self) -> bool {
        self.growth.cards == self.cards_wanted() && self.growth.claims >= self.claims_wanted()
    }

    /// Draws the next part.
    pub(super) fn draw_on(&mut self) {
        self.growth.asked = false;
        let (cards, claims) = (self.cards_wanted(), self.claims_wanted());
        let drawn = (self.growth.cards == cards, self.growth.claims >= claims);
        self.stage = match self.stage {
            Stage::Reading => Stage::Article,
            Stage::Article => Stage::Margin,
            Stage::Margin if drawn.0 => Stage::Board,
            Stage::Board if drawn.1 => Stage::Whole,
            stage => stage,
        };
        if !drawn.0 && self.stage > Stage::Article {
            self.growth.cards = grown(&self.growth.cards, &cards, sight(&self.in_view));
        } else if self.stage > Stage::Margin {
            self.growth.claims = claims.min(self.growth.claims + SOME_CLAIMS);
        }
    }

    /// Has what is drawn follow what happened: at once where little of it is new, else from the next part on, for
    /// which it asks. Before it there were so many `items`, and all was `drawn` or not.
    pub(super) fn follows_drawing(&mut self, items: usize, drawn: bool) -> Option<Effect> {
        if self.desk.items.len().abs_diff(items) > SOME_CARDS {
            self.growth.begin_anew();
        }
        let (cards, claims) = (self.cards_wanted(), self.claims_wanted());
        let Growth { cards: come, claims: so_far, .. } = &mut self.growth;
        *come = come.start.max(cards.start)..come.end.min(cards.end);
        if come.start >= come.end {
            *come = grown(come, &cards, sight(&self.in_view));
        } else if drawn && cards.len() - come.len() <= SOME_CARDS {
            *come = cards;
        }
        if drawn && claims <= *so_far + SOME_CLAIMS {
            *so_far = claims;
        }
        let waits = self.stage == Stage::Reading && self.desk.is_reading() && !self.desk.is_long();
        let wanted = self.stage != Stage::Whole || !self.is_drawn();
        (wanted && !waits && !std::mem::replace(&mut self.growth.asked, true)).then_some(Effect::DrawOn)
    }
}

/// The first item in the window, as far as is known: of those near it a third is above.
fn sight(in_view: &Range<usize>) -> usize {
    if in_view.start == 0 { 0 } else { in_view.start + in_view.len() / 3 }
}

/// What has come, and some more of all that shall come: on both sides, or from the item on that is in sight.
fn grown(come: &Range<usize>, all: &Range<usize>, sight: usize) -> Range<usize> {
    let middle = sight.clamp(all.start, all.end);
    let come = if come.is_empty() { middle..middle } else { come.clone() };
    let before = (come.start - all.start).min(SOME_CARDS / 2);
    let behind = (all.end - come.end).min(SOME_CARDS - before);
    let before = (come.start - all.start).min(SOME_CARDS - behind);
    come.start - before..come.end + behind
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::state::Message;
    use crate::page::state::testing::{Counter, Page};
    use crate::page::words::Language;
    use crate::storage::Kept;

    #[test]
    fn the_page_is_drawn_part_by_part_when_the_article_is_read() {
        let mut state = State::new(Kept::default(), Language::default());
        let mut supply = Counter::default();
        let mut effects = state.update(Message::ReadOn, &mut supply);
        while state.desk.is_reading() {
            assert_eq!((state.stage, &*effects), (Stage::Reading, &[Effect::ReadOn][..]));
            effects = state.update(Message::ReadOn, &mut supply);
        }
        let mut drawn = vec![(state.stage, state.drawn().len(), state.growth.claims)];
        while effects == [Effect::DrawOn] {
            effects = state.update(Message::DrawOn, &mut supply);
            drawn.push((state.stage, state.drawn().len(), state.growth.claims));
        }
        assert_eq!(effects, []);
        let (items, claims) = (state.desk.items.len(), state.claims_wanted());
        assert!(items > 2 * SOME_CARDS && claims > 2 * SOME_CLAIMS);
        let cards =
            (2..=items.div_ceil(SOME_CARDS)).map(|some| (Stage::Margin, items.min(some * SOME_CARDS), 0));
        let board = (1..=claims.div_ceil(SOME_CLAIMS))
            .map(|some| (Stage::Board, items, claims.min(some * SOME_CLAIMS)));
        let expected: Vec<(Stage, usize, usize)> =
            [(Stage::Reading, SOME_CARDS, 0), (Stage::Article, SOME_CARDS, 0)]
                .into_iter()
                .chain(cards)
                .chain(board)
                .chain([(Stage::Whole, items, claims)])
                .collect();
        assert_eq!(drawn, expected);
        assert_eq!(state.claims_drawn(), state.board_room);
    }

    #[test]
    fn much_that_comes_anew_is_drawn_part_by_part_round_what_is_in_sight_and_little_at_once() {
        let mut page = Page::new();
        page.does(Message::OpenText { text: "وصل إلى بغداد.\n".repeat(5000), file: None }).reads();
        page.begins(Message::InView(1230..1310));
        assert_eq!(page.state.drawn(), 1244..1269);
        page.begins(Message::DrawOn);
        assert_eq!(page.state.drawn(), 1232..1282);
        page.does(Message::DrawOn);
        assert_eq!(page.state.drawn(), 1200..1350);
        // What is drawn already stays.
        page.begins(Message::InView(1280..1360));
        assert_eq!(page.state.drawn(), 1250..1350);
        page.begins(Message::Show(Tab::Names));
        assert_eq!(page.state.drawn(), 1250..1350);
        page.begins(Message::DrawOn).begins(Message::DrawOn);
        assert_eq!((page.state.drawn(), page.effects.len()), (1250..1400, 0));
        page.begins(Message::InView(1280..1410));
        assert_eq!((page.state.drawn(), &*page.effects), (1250..1400, &[Effect::DrawOn][..]));
    }
}
