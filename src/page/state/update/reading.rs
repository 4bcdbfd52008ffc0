//! Finding one's way: pointing, choosing, going from claim to claim, switching marks on and off.

use crate::annotation::{Content, Item};
use crate::page::state::{Cursor, Effect, Layer, Message, State, Supply, Tab};
use crate::text::{Byte, Span};

impl State {
    /// The innermost item at a place of the text, claims before names.
    pub(super) fn point(&mut self, byte: Byte) -> Vec<Effect> {
        let here = |item: &&Item| item.stands() && item.span.is_some_and(|span| span.contains_position(byte));
        let found = self.desk.items().filter(here).min_by_key(|item| {
            let entity = matches!(item.content, Content::Entity(_));
            (entity, item.span.map_or(usize::MAX, Span::len))
        });
        match found.map(|item| item.key.clone()) {
            Some(key) => self.choose(key, false),
            None => {
                self.focus = None;
                self.sheet = false;
                Vec::new()
            }
        }
    }

    /// Chooses an item; `from_afar` says that the reader is not looking at its words.
    pub(super) fn choose(&mut self, key: String, from_afar: bool) -> Vec<Effect> {
        let Some(item) = self.desk.item(&key) else { return Vec::new() };
        let names = matches!(item.content, Content::Entity(_));
        self.tab = if names { Tab::Names } else { Tab::Claims };
        let words = item.span.filter(|_| from_afar).map(Effect::ShowWords);
        self.focus = Some(key.clone());
        self.sheet = false;
        words.into_iter().chain([Effect::ShowCard(key)]).collect()
    }

    pub(super) fn next_claim(&mut self, forward: bool) -> Vec<Effect> {
        let claim = |item: &&Item| item.is_claim() && item.span.is_some();
        let claims: Vec<&Item> = self.desk.items().filter(claim).collect();
        let at = self.focus.as_ref().and_then(|key| claims.iter().position(|item| item.key == *key));
        let next = match (at, forward) {
            (Some(at), true) => at + 1,
            (Some(at), false) => at.checked_sub(1).unwrap_or(claims.len()),
            (None, true) => 0,
            (None, false) => claims.len().saturating_sub(1),
        };
        let key =
            claims.get(next).or(if forward { claims.first() } else { claims.last() }).map(|i| i.key.clone());
        let Some(key) = key else { return Vec::new() };
        self.cursor = self.desk.item(&key).and_then(|item| item.span).map(Cursor::on);
        self.choose(key, true)
    }

    pub(super) fn switch(&mut self, layer: &Layer) -> Vec<Effect> {
        let key = layer.key();
        let hidden = &mut self.settings.hidden;
        match hidden.iter().position(|known| *known == key) {
            Some(at) => drop(hidden.remove(at)),
            None => hidden.push(key),
        }
        vec![Effect::SaveSettings(self.settings.clone())]
    }

    /// Shows one of the margin's lists; where the margin is a sheet the list that is open closes it.
    pub(super) fn show_list(&mut self, tab: Tab) -> Vec<Effect> {
        self.sheet = !(self.sheet && self.tab == tab);
        self.tab = tab;
        Vec::new()
    }

    /// Chooses nothing any more, and selects nothing.
    pub(super) fn let_go(&mut self) -> Vec<Effect> {
        self.focus = None;
        self.selection = None;
        self.cursor = None;
        self.sheet = false;
        vec![Effect::Deselect]
    }

    /// Does something with the chosen item, where one is.
    pub(super) fn with_chosen(&mut self, act: impl FnOnce(&mut Self, String) -> Vec<Effect>) -> Vec<Effect> {
        self.focus.clone().map_or_else(Vec::new, |key| act(self, key))
    }

    pub(super) fn escape(&mut self, supply: &mut impl Supply) -> Vec<Effect> {
        let message = if self.editing.is_some() {
            Message::Done
        } else if self.library.renaming.is_some() {
            Message::Rename(None)
        } else if self.panel.is_some() {
            Message::Open(None)
        } else if self.find.open {
            Message::OpenFind(false)
        } else {
            Message::LetGo
        };
        self.update(message, supply)
    }
}

#[cfg(test)]
mod tests {
    use crate::page::state::testing::Page;
    use crate::page::state::{Effect, Message, Panel};

    #[test]
    fn pointing_at_a_claim_chooses_it_and_its_card() {
        let mut page = Page::new();
        let key = page.first_claim();
        let at = page.state.desk.item(&key).unwrap().span.unwrap().start;
        page.does(Message::Point(at));
        assert_eq!(page.state.focus.as_ref(), Some(&key));
        assert_eq!(page.effects, [Effect::ShowCard(key)]);
    }

    #[test]
    fn reading_on_closes_a_panel_in_which_nothing_is_in_the_making() {
        let mut page = Page::new();
        for (panel, left) in [(Panel::Help, None), (Panel::Opening, Some(Panel::Opening))] {
            page.does(Message::Open(Some(panel))).does(Message::Elsewhere);
            assert_eq!(page.state.panel, left);
        }
    }

    #[test]
    fn escape_leaves_the_name_before_the_library() {
        let mut page = Page::new();
        let id = page.state.desk.article().id.clone();
        page.does(Message::Open(Some(Panel::Opening))).does(Message::Rename(Some(id)));
        page.does(Message::Escape);
        assert_eq!((page.state.panel, &page.state.library.renaming), (Some(Panel::Opening), &None));
        page.does(Message::Escape);
        assert_eq!(page.state.panel, None);
    }
}
