//! Finding words in the open article.

use crate::page::state::{Effect, Mode, State};

impl State {
    /// Shows the field for the words sought; closed, it has forgotten them.
    pub(super) fn open_find(&mut self, open: bool) -> Vec<Effect> {
        self.find.open = open;
        self.in_archive &= !open;
        if !open {
            self.find.search("", String::new(), self.find.mode);
        }
        Vec::new()
    }

    /// Searches the article, and shows the first place.
    pub(super) fn find(&mut self, query: String, mode: Mode) -> Vec<Effect> {
        self.find.search(self.desk.document.text(), query, mode);
        self.show_found()
    }

    pub(super) fn find_next(&mut self, forward: bool) -> Vec<Effect> {
        self.find.step(forward);
        self.show_found()
    }

    fn show_found(&self) -> Vec<Effect> {
        self.find.place().map(Effect::ShowWords).into_iter().collect()
    }
}
