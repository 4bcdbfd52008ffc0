//! Selecting words, by hand or with the reading cursor.

use crate::analysis::without_particles;
use crate::page::state::cursor::{self, Cursor, Unit};
use crate::page::state::{Effect, State};
use crate::text::Span;

impl State {
    /// The browser's selection, as the settings want it.
    pub(super) fn select(&mut self, selected: Option<Span>) -> Vec<Effect> {
        let selected = selected.map(|span| self.as_wished(span));
        if selected != self.selection {
            // The reader selects by hand: the cursor is where the hand is.
            self.cursor = self.cursor.filter(|cursor| cursor.selection() == selected);
            self.selection = selected;
        }
        Vec::new()
    }

    /// What is shown as selected becomes what would be annotated, where the settings changed it.
    pub(super) fn selected(&mut self) -> Vec<Effect> {
        let changed = self.settings.whole_words || self.settings.bare_words;
        self.selection.filter(|_| changed).map(Effect::SelectWords).into_iter().collect()
    }

    fn as_wished(&self, span: Span) -> Span {
        let document = &self.desk.document;
        let span = if self.settings.whole_words { cursor::whole_words(document, span) } else { span };
        if self.settings.bare_words { without_particles(document, span) } else { span }
    }

    /// The cursor where the reader is: at the selection, at the chosen item, or none yet.
    fn cursor_here(&self) -> Option<Cursor> {
        let chosen = || self.focus.as_deref().and_then(|key| self.desk.item(key)?.span).map(Cursor::on);
        let by_hand = || self.selection.map(|span| cursor::within(&self.desk.document, span));
        self.cursor.or_else(by_hand).or_else(chosen)
    }

    pub(super) fn step_cursor(&mut self, unit: Unit, forward: bool) -> Vec<Effect> {
        let document = &self.desk.document;
        let next = match self.cursor_here() {
            Some(cursor) => Some(cursor.step(document, unit, forward)),
            None => Cursor::at_first(document),
        };
        self.selection = None;
        self.cursor = next;
        let words = next.map(|cursor| Effect::ShowWords(cursor.anchor));
        [Effect::Deselect].into_iter().chain(words).collect()
    }

    pub(super) fn extend(&mut self, unit: Unit, forward: bool) -> Vec<Effect> {
        let document = &self.desk.document;
        let here = self.cursor_here().or_else(|| Cursor::at_first(document));
        let Some(cursor) = here else { return Vec::new() };
        let cursor = cursor.extend(document, unit, forward);
        self.cursor = Some(cursor);
        self.selection = cursor.selection().map(|span| self.as_wished(span));
        match self.selection {
            Some(span) => vec![Effect::SelectWords(span), Effect::ShowWords(span)],
            None => vec![Effect::Deselect, Effect::ShowWords(cursor.anchor)],
        }
    }

    /// Chooses what is at the cursor; what is chosen already is edited.
    pub(super) fn open_here(&mut self) -> Vec<Effect> {
        let Some(place) = self.cursor_here().map(|cursor| cursor.anchor.start) else { return Vec::new() };
        let chosen = self.focus.clone().filter(|key| {
            let span = self.desk.item(key).and_then(|item| item.span);
            span.is_some_and(|span| span.contains_position(place))
        });
        match chosen {
            Some(key) => self.begin_edit(key),
            None => self.point(place),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::ContentKind;
    use crate::page::state::testing::Page;
    use crate::page::state::{Message, Setting};

    fn words(page: &Page) -> Option<&str> {
        page.state.selection.map(|span| page.state.desk.document.slice(span))
    }

    fn select(page: &mut Page, words: &str) {
        let start = page.state.desk.article().text.find(words).unwrap();
        page.does(Message::Select(Some(Span::of(start..start + words.len()))));
    }

    #[test]
    fn what_the_keyboard_selects_is_shown_and_annotated() {
        let mut page = Page::new();
        page.does(Message::Move(Unit::Word, true)).does(Message::Extend(Unit::Word, true));
        let span = page.state.selection.unwrap();
        assert!(page.effects.contains(&Effect::SelectWords(span)));
        let exact = words(&page).unwrap().to_owned();
        assert_eq!(exact.split_whitespace().count(), 2);
        // The browser tells of the selection that it was given.
        page.does(Message::Select(Some(span))).does(Message::Mark(ContentKind::Highlight));
        assert_eq!(page.annotations()[0].target.quote.exact, exact);
    }

    #[test]
    fn the_word_at_the_cursor_is_annotated_where_nothing_is_selected() {
        let mut page = Page::new();
        page.does(Message::Move(Unit::Word, true)).does(Message::Mark(ContentKind::Highlight));
        let first = page.state.desk.article().text.split_whitespace().next().unwrap().to_owned();
        assert_eq!(page.annotations()[0].target.quote.exact, first);
    }

    #[test]
    fn selections_take_in_words_and_leave_out_particles_when_wished() {
        let mut page = Page::new();
        select(&mut page, "غداد وقوات التح");
        assert_eq!(words(&page), Some("غداد وقوات التح"));
        assert!(page.does(Message::Selected).effects.is_empty());
        page.does(Message::Adjust(Setting::WholeWords(true)));
        select(&mut page, "غداد وقوات التح");
        assert_eq!(words(&page), Some("بغداد وقوات التحالف"));
        let span = page.state.selection.unwrap();
        assert_eq!(page.does(Message::Selected).effects, [Effect::SelectWords(span)]);
        page.does(Message::Adjust(Setting::BareWords(true)));
        select(&mut page, "قوات التح");
        assert_eq!(words(&page), Some("قوات التحالف"));
    }

    #[test]
    fn the_claim_at_the_cursor_is_opened_and_then_edited() {
        let mut page = Page::new();
        page.does(Message::NextClaim(true));
        let key = page.first_claim();
        page.does(Message::Escape);
        assert_eq!(page.state.focus, None);
        page.does(Message::NextClaim(true)).does(Message::OpenHere);
        assert_eq!(page.state.editing, Some(key));
    }
}
