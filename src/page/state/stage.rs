//! How much of the page is drawn at its start.

use super::{Effect, FEW, State, Tab};

/// The parts of the page come one after the other, so that it answers between them; until all are there, what
/// stood there before the program ran stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Nothing: the engine reads the article, unless that is long.
    Reading,
    /// The bar and the article.
    Article,
    /// The margin's claims too.
    Claims,
    /// And its names.
    Names,
    /// All.
    Whole,
}

impl State {
    /// Asks for the first part as soon as there is something to draw.
    pub(super) fn begins_to_draw(&self) -> Option<Effect> {
        let waits = self.desk.is_reading() && !self.desk.is_long();
        (self.stage == Stage::Reading && !waits).then_some(Effect::DrawOn)
    }

    /// Whether the list of names is drawn, also while it is not shown: not where the items are many.
    pub fn names_drawn(&self) -> bool {
        self.stage >= Stage::Names && (self.tab == Tab::Names || self.desk.items.len() <= FEW)
    }

    /// Draws the next part, and asks for the one after it.
    pub(super) fn draw_on(&mut self) -> Vec<Effect> {
        let (stage, effects) = match self.stage {
            Stage::Reading => (Stage::Article, vec![Effect::DrawOn]),
            Stage::Article => (Stage::Claims, vec![Effect::DrawOn]),
            Stage::Claims => (Stage::Names, vec![Effect::DrawOn]),
            Stage::Names | Stage::Whole => (Stage::Whole, Vec::new()),
        };
        self.stage = stage;
        effects
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
        for stage in [Stage::Article, Stage::Claims, Stage::Names, Stage::Whole] {
            assert_eq!(effects, [Effect::DrawOn]);
            effects = state.update(Message::DrawOn, &mut supply);
            assert_eq!(state.stage, stage);
        }
        assert_eq!(effects, []);
    }
}
