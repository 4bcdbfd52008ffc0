//! Whether what the reader did is kept, and what the page has to say.

use crate::annotation::{Change, Conflict, DocumentId, Edit};
use crate::exchange::File;
use crate::page::state::{Effect, Notice, Panel, Said, Saving, State};
use crate::storage::{Standing, Unreadable};

impl State {
    /// Whether what the reader did is kept: `Saved` only when no writing is under way, none has failed, and all
    /// is known to be on the disk.
    pub fn saving(&self) -> Saving {
        match self.standing {
            Standing::Reserve(_) | Standing::Nowhere(_) => Saving::Failed,
            _ if self.in_flight > 0 => Saving::Saving,
            // Also of what an earlier visit wrote, which may have been a moment ago.
            Standing::StoreOnly => Saving::Entrusted,
            Standing::Both | Standing::JournalOnly => Saving::Saved,
        }
    }

    /// Whether something would be lost if the page were closed now.
    pub fn at_risk(&self) -> bool {
        self.unkept && !matches!(self.standing, Standing::Both | Standing::StoreOnly)
    }

    /// Says that a writing has begun; [`Message::Kept`](crate::page::state::Message::Kept) ends it.
    pub fn writing(&mut self) {
        self.in_flight += 1;
    }

    /// Keeps what an edit of the open article changed, and the article where it has no record yet.
    pub(super) fn save(&mut self, mut edit: Edit) -> Vec<Effect> {
        edit.changes.retain(|change| self.changes_disputes(change));
        self.unkept = true;
        self.turn = None;
        let article = self.desk.article();
        let id = article.id.clone();
        let unrecorded = (!self.recorded.contains(&id)).then(|| Box::new(article.clone()));
        self.recorded.insert(id.clone());
        unrecorded.map(Effect::SaveArticle).into_iter().chain([Effect::Save(id, edit)]).collect()
    }

    /// Makes a change of a kept dispute, which is beside all articles; false where the dispute is otherwise by
    /// now, from another article or tab, and stays so.
    pub(super) fn changes_disputes(&mut self, change: &Change) -> bool {
        let Change::Dispute { after, .. } = change else { return true };
        let made = self.disputes.make(change);
        if let Some(back) = after.as_deref().filter(|_| made) {
            self.notices.retain(
                |notice| !matches!(&notice.said, Said::DisputeRemoved(gone) if gone.name == back.name),
            );
        }
        made
    }

    /// Takes away something that the page has said.
    pub(super) fn dismiss(&mut self, notice: usize) -> Vec<Effect> {
        if notice < self.notices.len() {
            self.notices.remove(notice);
        }
        Vec::new()
    }

    pub(super) fn kept(&mut self, standing: Standing) -> Vec<Effect> {
        self.in_flight = self.in_flight.saturating_sub(1);
        self.unkept &= self.in_flight > 0 || matches!(standing, Standing::Nowhere(_));
        let mut effects = self.stands(standing);
        if self.saving() == Saving::Failed {
            effects.extend(self.stop_opening());
        }
        if self.panel == Some(Panel::Opening) {
            effects.push(Effect::Measure);
        }
        if self.taking { self.take_version() } else { effects }
    }

    /// Leaves for the new version when all is saved; what cannot be saved holds the page here.
    pub(super) fn take_version(&mut self) -> Vec<Effect> {
        let saving = self.saving();
        self.taking = saving == Saving::Saving;
        let keeps = matches!(saving, Saving::Saved | Saving::Entrusted);
        if keeps { vec![Effect::TakeVersion] } else { Vec::new() }
    }

    pub(super) fn stands(&mut self, standing: Standing) -> Vec<Effect> {
        if standing == self.standing {
            return Vec::new();
        }
        self.notices.retain(|notice| !matches!(notice.said, Said::Standing(_)));
        self.standing = standing.clone();
        if standing == Standing::Both { Vec::new() } else { self.say(Said::Standing(standing)) }
    }

    pub(super) fn say(&mut self, said: Said) -> Vec<Effect> {
        let notice = Notice::new(said);
        if !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
        Vec::new()
    }

    pub(super) fn conflict(&mut self, conflict: Conflict) -> Vec<Effect> {
        self.say(Said::Conflict(conflict))
    }

    /// Everything unreadable as a file, as it is.
    pub(super) fn unreadable_file(&self) -> Effect {
        let records = self.unreadable.iter().map(|record| {
            let reason = record.fault.to_string();
            serde_json::json!({"key": record.key, "value": record.value, "reason": reason})
        });
        let text = serde_json::to_string_pretty(&records.collect::<Vec<_>>()).unwrap_or_default();
        Effect::Download { name: "mawqif-unreadable", file: File::json(text) }
    }

    /// Says what could not be read.
    pub(super) fn set_aside(&mut self, unreadable: Vec<Unreadable>) {
        if self.unreadable != unreadable {
            self.notices.retain(|notice| !matches!(notice.said, Said::Unreadable(_)));
            if !unreadable.is_empty() {
                self.say(Said::Unreadable(unreadable.len()));
            }
            self.unreadable = unreadable;
        }
    }

    /// Says that the article has a record from now on; whether it had one.
    pub(super) fn record(&mut self, id: &DocumentId) -> bool {
        !self.recorded.insert(id.clone())
    }
}

#[cfg(test)]
mod tests {
    use crate::annotation::ContentKind;
    use crate::page::state::testing::Page;
    use crate::page::state::{Effect, Message, Saving};
    use crate::storage::{Standing, StoreError};
    use crate::text::Span;

    fn highlight(page: &mut Page, from: usize) {
        page.does(Message::Select(Some(Span::of(from..from + 4))));
        page.does(Message::Mark(ContentKind::Highlight));
        page.state.writing();
    }

    #[test]
    fn saved_is_said_only_when_every_writing_has_ended() {
        let mut page = Page::new();
        highlight(&mut page, 0);
        highlight(&mut page, 10);
        page.does(Message::Kept(Standing::Both));
        assert_eq!(page.state.saving(), Saving::Saving);
        page.does(Message::Kept(Standing::Both));
        assert_eq!(page.state.saving(), Saving::Saved);
    }

    #[test]
    fn a_failure_to_keep_is_told_until_it_is_mended() {
        for standing in [Standing::Nowhere(StoreError::Full), Standing::Reserve(StoreError::Full)] {
            let mut page = Page::new();
            highlight(&mut page, 0);
            page.does(Message::Kept(standing.clone()));
            assert_eq!((page.state.saving(), page.state.notices.len()), (Saving::Failed, 1));
            assert_eq!(page.state.at_risk(), matches!(standing, Standing::Nowhere(_)));
            page.does(Message::Kept(Standing::Both));
            assert!(page.state.notices.is_empty() && page.state.saving() == Saving::Saved);
            assert!(!page.state.at_risk());
        }
    }

    #[test]
    fn one_store_alone_is_told_and_serves_and_only_the_journal_says_what_is_on_the_disk() {
        for (standing, saving) in
            [(Standing::JournalOnly, Saving::Saved), (Standing::StoreOnly, Saving::Entrusted)]
        {
            let mut page = Page::new();
            page.does(Message::Stands(standing.clone()));
            assert_eq!(page.state.saving(), saving);
            highlight(&mut page, 0);
            assert_eq!(page.state.saving(), Saving::Saving);
            page.does(Message::Kept(standing));
            assert_eq!(page.state.saving(), saving);
            assert!(!page.state.notices[0].is_error() && !page.state.at_risk());
            assert_eq!(
                page.does(Message::TakeVersion).effects,
                [Effect::TakeVersion],
                "leaving loses nothing"
            );
        }
    }

    #[test]
    fn a_new_version_is_taken_when_all_is_saved_and_never_before() {
        let mut page = Page::new();
        page.does(Message::VersionWaits).does(Message::VersionWaits);
        assert!(page.state.notices.len() == 1 && !page.state.notices[0].is_error());
        highlight(&mut page, 0);
        assert!(page.does(Message::TakeVersion).effects.is_empty());
        assert_eq!(page.does(Message::Kept(Standing::Both)).effects, [Effect::TakeVersion]);
        highlight(&mut page, 10);
        page.does(Message::Kept(Standing::Nowhere(StoreError::Full)));
        assert!(page.does(Message::TakeVersion).effects.is_empty());
        assert!(
            page.does(Message::Kept(Standing::Both)).effects.is_empty(),
            "the reader has not asked again"
        );
        assert_eq!(page.does(Message::TakeVersion).effects, [Effect::TakeVersion]);
    }

    #[test]
    fn the_article_is_kept_with_its_first_annotation() {
        let mut page = Page::new();
        highlight(&mut page, 0);
        let articles =
            |page: &Page| page.effects.iter().filter(|e| matches!(e, Effect::SaveArticle(_))).count();
        assert_eq!(articles(&page), 1);
        highlight(&mut page, 10);
        assert_eq!(articles(&page), 0);
    }
}
