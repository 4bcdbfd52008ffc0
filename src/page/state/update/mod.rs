//! The one function that changes the page's state: here which message goes where, in the files what each does,
//! by its subject. What has to be done outside comes back as effects.

mod annotating;
mod archive;
mod arranging;
mod articles;
mod disputing;
mod elsewhere;
mod exchanging;
mod finding;
mod keeping;
mod library;
mod reading;
mod removal;
mod renewing;
mod selecting;
mod settings;
mod taking;

use super::{Effect, Message, Panel, Said, State, Supply};
use crate::annotation::Decision;
use crate::exchange::Format;

impl State {
    /// Changes the state by what happened and says what has to be done outside.
    pub fn update(&mut self, message: Message, supply: &mut impl Supply) -> Vec<Effect> {
        let (items, drawn) = (self.desk.items.len(), self.is_drawn());
        let mut effects = self.happens(message, supply);
        self.follow(&mut effects);
        if self.desk.is_reading() && !self.reads_on {
            self.reads_on = true;
            effects.push(Effect::ReadOn);
        }
        effects.extend(self.follows_drawing(items, drawn));
        effects
    }

    fn happens(&mut self, message: Message, supply: &mut impl Supply) -> Vec<Effect> {
        match message {
            Message::Select(span) => self.select(span),
            Message::Selected => self.selected(),
            Message::Move(unit, forward) => self.step_cursor(unit, forward),
            Message::Extend(unit, forward) => self.extend(unit, forward),
            Message::OpenHere => self.open_here(),
            Message::Point(byte) => self.point(byte),
            Message::Choose(key) => self.choose(key, true),
            Message::LetGo => self.let_go(),
            Message::NextClaim(forward) => self.next_claim(forward),
            Message::Mark(kind) => self.mark(kind, supply),
            Message::Accept(key) => self.judge(&key, Decision::Accepted, supply),
            Message::Reject(key) => self.judge(&key, Decision::Rejected, supply),
            Message::Edit(key) => self.begin_edit(key),
            Message::Done => self.close_editor(),
            Message::Set(field) => self.set(field, supply),
            Message::Link(relation, key) => self.link(relation, &key, supply),
            Message::Delete(key) => self.delete(&key),
            Message::Arrange(what) => self.arrange(what, supply),
            Message::ReadBy(read_by) => self.read_by(read_by, supply),
            Message::Revise(change) => self.revise(change, supply),
            Message::TakeDispute { file, bytes } => self.take_dispute(file, bytes, supply),
            Message::RemoveDispute(name) => self.remove_dispute(&name),
            Message::DownloadDispute => vec![self.dispute_file()],
            Message::Filter(filter) => self.filter_board(filter),
            Message::MoreOfBoard => self.more_of_board(),
            Message::Browse(what) => self.browse(what),
            Message::Undo => self.undo(),
            Message::Redo => self.redo(),
            Message::Switch(layer) => self.switch(&layer),
            Message::Show(tab) => self.show_list(tab),
            Message::Speak(language) => self.speak(language),
            Message::Theme(theme) => self.paint(theme),
            Message::OpenFind(open) => self.open_find(open),
            Message::Find(query) => self.find(query, self.find.mode),
            Message::FindMode(mode) => self.find(self.find.query.clone(), mode),
            Message::FindNext(forward) => self.find_next(forward),
            Message::Open(panel) => self.open_panel(panel),
            Message::Elsewhere if self.panel.is_some_and(Panel::closes_by_itself) => self.open_panel(None),
            Message::Elsewhere => Vec::new(),
            Message::Adjust(setting) => self.adjust(setting),
            Message::TourOn => self.tour_on(),
            Message::TourEnd => self.tour_end(),
            Message::OpenText { text, file } => self.open_text(text, file),
            Message::OpenFile { file, bytes } => self.file_came(file, &bytes),
            Message::OpenAddress(escaped) => self.open_address(&escaped),
            Message::FilesCame(count) => self.files_came(count),
            Message::Unread { file, problem } => self.unread(file, problem),
            Message::StopOpening => self.stop_opening(),
            Message::Import { file, bytes } => self.import(file, &bytes),
            Message::Take(id) => self.take(&id),
            Message::TakeAt(id, place) => self.take_at(&id, place),
            Message::SearchLibrary(query, mode) => self.search_library(query, mode),
            Message::GoOn => self.go_on(),
            Message::Rename(id) => {
                self.library.renaming = id;
                Vec::new()
            }
            Message::NameArticle(id, title) => self.rename_article(&id, &title),
            Message::Correct(detail) => self.correct_detail(detail),
            Message::Used(units) => {
                self.library.used = Some(units);
                Vec::new()
            }
            Message::Renew(text) => self.renew(text),
            Message::ConfirmMove(id, right) => self.confirm_move(id, right),
            Message::RenewNow => self.renew_now(),
            Message::ConfirmPlace(key) => self.confirm_place(&key, supply),
            Message::TakeIn => {
                let mut effects = self.take_in();
                effects.extend(self.read_on());
                effects
            }
            Message::Download => self.export(Format::W3c),
            Message::Export(format) => self.export(format),
            Message::DownloadUnreadable => vec![self.unreadable_file()],
            Message::Dismiss(index) => self.dismiss(index),
            Message::Kept(standing) => self.kept(standing),
            Message::Stands(standing) => self.stands(standing),
            Message::Reunited(kept, changed, standing) => self.reunited(*kept, changed, standing),
            Message::Heard(heard) => self.hear(heard),
            Message::VersionWaits => self.say(Said::NewVersion),
            Message::TakeVersion => self.take_version(),
            Message::Leaving => vec![Effect::Flush],
            Message::RemoveArticle(id) => self.remove_article(&id),
            Message::Restore(index) => self.restore(index, supply),
            Message::NoHighlights => self.say(Said::NoHighlights),
            Message::GoTo(place) => self.go_to(place),
            Message::Resized | Message::Scrolled => Vec::new(),
            Message::ReadOn => {
                self.reads_on = false;
                self.desk.read_on();
                Vec::new()
            }
            Message::DrawOn => {
                self.draw_on();
                Vec::new()
            }
            Message::InView(items) => {
                self.in_view = items;
                Vec::new()
            }
            Message::OnPaper(printing) => {
                self.on_paper = printing;
                Vec::new()
            }
            Message::Escape => self.escape(supply),
            Message::EditChosen => self.with_chosen(Self::begin_edit),
            Message::DeleteChosen => self.with_chosen(|state, key| state.delete(&key)),
            Message::JudgeChosen(right) => {
                let decision = if right { Decision::Accepted } else { Decision::Rejected };
                self.with_chosen(|state, key| state.judge(&key, decision, supply))
            }
        }
    }

    /// Shows a panel in place of the one before, or none any more.
    pub(super) fn open_panel(&mut self, panel: Option<Panel>) -> Vec<Effect> {
        self.panel = panel;
        self.arrival = None;
        self.edition = None;
        self.library.renaming = None;
        let mut effects = self.read_on();
        if panel == Some(Panel::Opening) {
            // Since it was open last titles may have changed.
            self.library.forget_hits();
            effects.push(Effect::Measure);
            effects.extend(self.work());
        }
        effects
    }
}
