//! Files that were chosen or dropped: one is opened at once; several come into the library one after another,
//! the page answering in between, and what could not be opened is told together at the end.

use crate::exchange::Problem;
use crate::page::state::{Effect, Notice, Panel, Said, State, Taking};

impl State {
    pub(super) fn files_came(&mut self, count: usize) -> Vec<Effect> {
        match &mut self.files {
            Some(taking) => {
                taking.total += count;
                Vec::new()
            }
            None if count > 1 => {
                let before = self.shelf.len();
                self.files = Some(Taking { total: count, before, asked: true, ..Taking::default() });
                vec![Effect::ReadNext]
            }
            None => (0..count).map(|_| Effect::ReadNext).collect(),
        }
    }

    /// Opens a file that has been read.
    pub(super) fn file_came(&mut self, file: String, bytes: &[u8]) -> Vec<Effect> {
        self.one_of_several(|state| state.open_file(file, bytes))
    }

    pub(super) fn unread(&mut self, file: String, problem: Problem) -> Vec<Effect> {
        self.one_of_several(|state| state.say(Said::Unread(file, problem)))
    }

    /// Does what a file asks for; where it is one of several, what is wrong with it is told at the end.
    fn one_of_several(&mut self, open: impl FnOnce(&mut State) -> Vec<Effect>) -> Vec<Effect> {
        let said = self.files.is_some().then(|| std::mem::take(&mut self.notices));
        let mut effects = open(self);
        if let (Some(said), Some(taking)) = (said, &mut self.files) {
            let new = std::mem::replace(&mut self.notices, said);
            let (wrong, other): (Vec<Notice>, Vec<Notice>) = new.into_iter().partition(Notice::is_error);
            taking.failed.extend(wrong.into_iter().map(|notice| notice.said));
            self.notices
                .extend(other.into_iter().filter(|notice| !matches!(notice.said, Said::Imported(..))));
            taking.done += 1;
            taking.asked = false;
        }
        effects.extend(self.read_on());
        effects
    }

    /// Asks for the next file, unless one is still to come or waits for the reader's word; tells what came of
    /// all when they are done.
    pub(super) fn read_on(&mut self) -> Vec<Effect> {
        let Some(taking) = self.files.as_mut().filter(|taking| !taking.asked && self.arrival.is_none())
        else {
            return Vec::new();
        };
        if taking.done < taking.total {
            taking.asked = true;
            return vec![Effect::ReadNext];
        }
        self.all_came()
    }

    fn all_came(&mut self) -> Vec<Effect> {
        let Some(Taking { before, mut failed, .. }) = self.files.take() else { return Vec::new() };
        self.say(Said::Added(self.shelf.len().saturating_sub(before)));
        match failed.len() {
            0 => {}
            1 => drop(failed.pop().map(|said| self.say(said))),
            _ => drop(self.say(Said::NotOpened(failed))),
        }
        if self.panel.is_none() { self.open_panel(Some(Panel::Opening)) } else { self.work() }
    }

    /// Opens no more files, the one that is being read among them: it may never come.
    pub(super) fn stop_opening(&mut self) -> Vec<Effect> {
        let Some(taking) = &mut self.files else { return Vec::new() };
        taking.total = taking.done;
        taking.asked = false;
        let mut effects = vec![Effect::DropFiles];
        effects.extend(self.read_on());
        effects
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::state::Message;
    use crate::page::state::testing::Page;

    fn file(name: &str, text: &str) -> Message {
        Message::OpenFile { file: name.into(), bytes: text.into() }
    }

    #[test]
    fn several_files_come_into_the_library_and_what_is_wrong_is_told_at_the_end() {
        let mut page = Page::new();
        let open = page.state.desk.article().id.clone();
        page.does(Message::FilesCame(4));
        assert_eq!(page.effects, [Effect::ReadNext]);
        page.does(file("1.txt", "قال الوزير الأول ذلك."));
        assert!(page.effects.contains(&Effect::ReadNext));
        page.does(file("2.txt", "..."));
        page.does(Message::Unread { file: "3".into(), problem: Problem::Unreadable });
        assert!(page.state.notices.is_empty());
        page.does(file("4.txt", "قال الوزير الثاني ذلك."));
        assert!(page.state.files.is_none() && !page.effects.contains(&Effect::ReadNext));
        let said: Vec<_> = page.state.notices.iter().map(|notice| notice.said.clone()).collect();
        let wrong = vec![Said::EmptyText("2.txt".into()), Said::Unread("3".into(), Problem::Unreadable)];
        assert_eq!(said, [Said::Added(2), Said::NotOpened(wrong)]);
        assert_eq!((&page.state.desk.article().id, page.state.shelf.len()), (&open, 2));
        assert_eq!(page.state.panel, Some(Panel::Opening));
    }

    #[test]
    fn opening_stops_at_once_and_waits_for_no_file() {
        let mut page = Page::new();
        page.does(Message::FilesCame(100)).does(file("1.txt", "قال الوزير الأول ذلك."));
        page.does(Message::StopOpening);
        assert!(page.effects.contains(&Effect::DropFiles) && page.state.files.is_none());
        assert!(page.state.notices.iter().any(|notice| notice.said == Said::Added(1)));
    }

    #[test]
    fn a_file_that_waits_for_the_readers_word_holds_the_next_ones_up() {
        let mut other = Page::worked();
        let Effect::Download { file: saved, .. } = other.does(Message::Download).effects[0].clone() else {
            panic!()
        };
        let mut page = Page::new();
        page.does(Message::Select(Some(crate::text::Span::of(0..6))));
        page.does(Message::Mark(crate::annotation::ContentKind::Highlight));
        page.does(Message::FilesCame(2));
        page.does(Message::OpenFile { file: "a.json".into(), bytes: saved.bytes });
        assert!(page.state.arrival.is_some() && !page.effects.contains(&Effect::ReadNext));
        page.does(Message::TakeIn);
        assert!(page.annotations().len() == 2 && page.effects.contains(&Effect::ReadNext));
        page.does(file("1.txt", "قال الوزير الأول ذلك."));
        assert!(page.state.files.is_none());
    }

    #[test]
    fn one_file_is_opened_at_once() {
        let mut page = Page::new();
        page.does(Message::FilesCame(1)).does(file("1.txt", "قال الوزير الأول ذلك."));
        assert_eq!(page.state.desk.article().text, "قال الوزير الأول ذلك.");
        assert!(page.state.notices.is_empty() && page.state.panel.is_none());
    }
}
