//! Whether what the reader did is kept, and what the page has to say.

use crate::annotation::{Conflict, Edit};
use crate::page::state::{Effect, Notice, Said, Saving, State};
use crate::storage::StoreError;

impl State {
    pub(super) fn save(&mut self, edit: Edit) -> Vec<Effect> {
        self.saving = Saving::Saving;
        vec![Effect::Save(Box::new(self.desk.article().clone()), edit)]
    }

    pub(super) fn kept(&mut self, result: Result<(), StoreError>) -> Vec<Effect> {
        self.notices.retain(|notice| !matches!(notice.said, Said::NotKept(_)));
        match result {
            Ok(()) => {
                self.saving = Saving::Saved;
                Vec::new()
            }
            Err(error) => {
                self.saving = Saving::Failed(error.clone());
                self.say(Said::NotKept(error))
            }
        }
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

    pub(super) fn unreadable_file(&self) -> Effect {
        let records = self.unreadable.iter().map(
            |record| serde_json::json!({"key": record.key, "value": record.value, "reason": record.reason}),
        );
        let text = serde_json::to_string_pretty(&records.collect::<Vec<_>>()).unwrap_or_default();
        Effect::Download { name: "mawqif-unreadable", ending: "json", text }
    }
}

#[cfg(test)]
mod tests {
    use crate::page::state::testing::Page;
    use crate::page::state::{Message, Saving};
    use crate::storage::StoreError;

    #[test]
    fn a_failure_to_keep_is_told_until_it_is_mended() {
        let mut page = Page::new();
        page.does(Message::Kept(Err(StoreError::Full)));
        assert_eq!(page.state.saving, Saving::Failed(StoreError::Full));
        assert_eq!(page.state.notices.len(), 1);
        page.does(Message::Kept(Ok(())));
        assert!(page.state.notices.is_empty() && page.state.saving == Saving::Saved);
    }
}
