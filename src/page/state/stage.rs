//! How much of the page is drawn at its start.

use super::{ALL_DRAWN, Effect, State, Tab};

/// The parts of the page come one after the other, so that it answers between them; until all are there, what
/// stood there before the program ran stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Nothing: the engine reads the article, unless that is long.
    Reading,
    /// The bar and the article.
    Article,
    /// The margin too, with cards for so many of the items that shall have one.
    Margin(usize),
    /// And the board, with so many claims one under the other.
    Board(usize),
    /// All, and it may be shown.
    Whole,
}

/// So many cards are drawn in one go.
const SOME_CARDS: usize = 25;
/// So many claims one under the other.
const SOME_CLAIMS: usize = 8;

impl State {
    /// Asks for the first part as soon as there is something to draw.
    pub(super) fn begins_to_draw(&self) -> Option<Effect> {
        let waits = self.desk.is_reading() && !self.desk.is_long();
        (self.stage == Stage::Reading && !waits).then_some(Effect::DrawOn)
    }

    /// Whether the list of names is drawn, also while it is not shown: not where the items are many.
    pub fn names_drawn(&self) -> bool {
        self.tab == Tab::Names || self.desk.items.len() <= ALL_DRAWN
    }

    /// How many claims one under the other the board draws; all on paper.
    pub fn claims_drawn(&self) -> usize {
        match self.stage {
            _ if self.on_paper => usize::MAX,
            Stage::Board(some) => some.min(self.board_room),
            _ => self.board_room,
        }
    }

    /// Draws the next part, and asks for the one after it.
    pub(super) fn draw_on(&mut self) -> Vec<Effect> {
        let cards = self.drawn().len();
        let claims = self.desk.items().filter(|item| item.is_claim()).count().min(self.board_room);
        self.stage = match self.stage {
            Stage::Reading => Stage::Article,
            Stage::Article => Stage::Margin(SOME_CARDS),
            Stage::Margin(drawn) if drawn <= cards => Stage::Margin(drawn + SOME_CARDS),
            Stage::Margin(_) => Stage::Board(SOME_CLAIMS),
            Stage::Board(drawn) if drawn < claims => Stage::Board(drawn + SOME_CLAIMS),
            Stage::Board(_) | Stage::Whole => Stage::Whole,
        };
        if self.stage == Stage::Whole { Vec::new() } else { vec![Effect::DrawOn] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::state::Message;
    use crate::page::state::testing::Counter;
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
        let mut stages = vec![state.stage];
        while effects == [Effect::DrawOn] {
            effects = state.update(Message::DrawOn, &mut supply);
            stages.push(state.stage);
        }
        let items = state.desk.items.len();
        let cards = (1..=items / SOME_CARDS + 1).map(|some| Stage::Margin(some * SOME_CARDS));
        let claims = state.desk.items().filter(|item| item.is_claim()).count();
        let board = (1..=claims.div_ceil(SOME_CLAIMS)).map(|some| Stage::Board(some * SOME_CLAIMS));
        let expected: Vec<Stage> = [Stage::Reading, Stage::Article]
            .into_iter()
            .chain(cards)
            .chain(board)
            .chain([Stage::Whole])
            .collect();
        assert_eq!(stages, expected);
        assert_eq!(state.drawn(), 0..items);
        assert_eq!(effects, []);
    }
}
