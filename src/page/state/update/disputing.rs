//! The dispute by which the article is read: chosen, edited, taken in and out. What cannot be worked with
//! yet stays in the panel with what is wrong with it; everything else is at once an edit of the article.

use crate::analysis::Dispute;
use crate::annotation::{ReadBy, Workspace};
use crate::exchange::{File, decode, dispute};
use crate::page::state::revision::{self, Revise, Unsound};
use crate::page::state::{Effect, Filter, Said, State, Supply};

impl State {
    /// The dispute that the panel shows: the one in the making, the one by which the article is read, or
    /// one of the parties found in its text.
    pub fn edited_dispute(&self) -> Dispute {
        if let Some(unsound) = &self.unsound {
            return unsound.dispute.clone();
        }
        let found = || Dispute {
            name: self.desk.article().title.clone(),
            parties: self.desk.analysis.parties.clone(),
            ..Dispute::default()
        };
        self.desk.dispute.clone().unwrap_or_else(found)
    }

    /// The disputes to choose from, each name once: the one by which the article is read, the one that is
    /// built in, and those of the other articles.
    pub fn known_disputes(&self) -> Vec<Dispute> {
        let others = self.shelf.values().filter_map(|workspace| kept(workspace).cloned());
        let here = kept(self.desk.workspace()).cloned();
        let mut known: Vec<Dispute> = Vec::new();
        for dispute in here.into_iter().chain([Dispute::washington_baghdad()]).chain(others) {
            if known.iter().all(|other| other.name != dispute.name) {
                known.push(dispute);
            }
        }
        known
    }

    pub(super) fn revise(&mut self, change: Revise, supply: &mut impl Supply) -> Vec<Effect> {
        let mut dispute = self.edited_dispute();
        revision::revise(&mut dispute, change);
        match dispute.check() {
            Ok(()) => self.read_by(ReadBy::Dispute(Box::new(dispute)), supply),
            Err(error) => {
                self.unsound = Some(Unsound { dispute, error });
                Vec::new()
            }
        }
    }

    /// Has the article read by other parties, where they are others.
    pub(super) fn read_by(&mut self, read_by: ReadBy, supply: &mut impl Supply) -> Vec<Effect> {
        self.unsound = None;
        let same = match &read_by {
            ReadBy::Text => self.desk.dispute.is_none(),
            ReadBy::Dispute(dispute) => self.desk.dispute.as_ref() == Some(&**dispute),
        };
        if same {
            return Vec::new();
        }
        let chosen = supply.now();
        let effects = self.correct_article(|article| article.arrangement.choose(read_by, chosen));
        self.filter = Filter::default();
        self.forget_missing();
        effects
    }

    pub(super) fn take_dispute(
        &mut self,
        file: String,
        bytes: Vec<u8>,
        supply: &mut impl Supply,
    ) -> Vec<Effect> {
        let Some(text) = decode(&bytes) else { return self.say(Said::NotText(file)) };
        match dispute::read(&text) {
            Ok(dispute) => self.read_by(ReadBy::Dispute(Box::new(dispute)), supply),
            Err(error) => self.say(Said::BadFile(file, error)),
        }
    }

    pub(super) fn dispute_file(&self) -> Effect {
        let file = File::json(dispute::write(&self.edited_dispute()));
        Effect::Download { name: "mawqif-dispute", file }
    }
}

/// The dispute that the reader chose for an article.
fn kept(workspace: &Workspace) -> Option<&Dispute> {
    match &workspace.article().arrangement.read_by {
        Some(ReadBy::Dispute(dispute)) => Some(dispute),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::NameKind;
    use crate::page::state::Message;
    use crate::page::state::testing::Page;

    const ISLANDS: &str = r#"{"name": "الجزر", "parties": [
        {"id": "ankara", "name": "أنقرة", "countries": ["TR"]},
        {"id": "athens", "name": "أثينا", "countries": ["GR"]}]}"#;

    fn parties(page: &Page) -> Vec<String> {
        page.state.desk.analysis.parties.iter().map(|party| party.name.clone()).collect()
    }

    fn take(page: &mut Page, json: &str) {
        let bytes = json.as_bytes().to_vec();
        page.does(Message::TakeDispute { file: "d.json".into(), bytes });
    }

    #[test]
    fn a_dispute_taken_in_is_read_by_at_once_and_goes_back() {
        let mut page = Page::new();
        let before = parties(&page);
        take(&mut page, ISLANDS);
        assert_eq!(parties(&page), ["أنقرة", "أثينا"]);
        assert!(!page.effects.is_empty());
        take(&mut page, ISLANDS);
        assert!(page.effects.is_empty(), "it is the same");
        page.does(Message::Undo);
        assert_eq!(parties(&page), before);
        page.does(Message::Redo).does(Message::DownloadDispute);
        let [Effect::Download { file, .. }] = page.effects.as_slice() else { panic!("{:?}", page.effects) };
        let text = std::str::from_utf8(&file.bytes).unwrap();
        assert_eq!(dispute::read(text), dispute::read(ISLANDS));
    }

    #[test]
    fn a_bad_file_is_told_where_it_is_bad_and_changes_nothing() {
        let mut page = Page::new();
        let before = parties(&page);
        take(&mut page, r#"{"name": "نزاع", "parties": [{"id": "a", "name": "أ"}]}"#);
        let Said::BadFile(_, error) = &page.state.notices[0].said else { panic!("not told") };
        assert_eq!(error.path, "parties");
        assert!(page.effects.is_empty() && parties(&page) == before);
    }

    #[test]
    fn an_edit_shows_at_once_and_what_is_unsound_waits_until_it_is_sound() {
        let mut page = Page::new();
        let before = parties(&page);
        page.does(Message::Revise(Revise::Names(0, NameKind::Name, "البيت الأبيض وحلفاؤه".into())));
        assert_eq!(parties(&page)[0], "البيت الأبيض وحلفاؤه");
        page.does(Message::Revise(Revise::AddParty));
        assert_eq!(page.state.unsound.as_ref().unwrap().error.path, "parties[3].name");
        assert_eq!(parties(&page).len(), before.len());
        page.does(Message::Revise(Revise::Names(3, NameKind::Name, "أربيل".into())));
        assert!(page.state.unsound.is_none());
        assert_eq!(parties(&page).len(), before.len() + 1);
        page.does(Message::Undo).does(Message::Undo);
        assert_eq!(parties(&page), before);
    }

    #[test]
    fn undoing_leaves_no_dispute_half_made() {
        let mut page = Page::new();
        page.does(Message::Revise(Revise::Name("آخر".into()))).does(Message::Revise(Revise::AddParty));
        page.does(Message::Undo);
        assert!(page.state.unsound.is_none());
    }

    #[test]
    fn each_article_remembers_by_which_dispute_it_is_read_and_lends_it_to_others() {
        let mut page = Page::new();
        let seed = page.state.desk.article().id.clone();
        page.does(Message::ReadBy(ReadBy::Text));
        assert!(page.state.desk.dispute.is_none());
        page.does(Message::OpenText {
            text: "قال وزير الخارجية التركي إن بلاده ترفض القرار. ونفت أثينا ذلك.".into(),
            file: None,
        });
        take(&mut page, ISLANDS);
        page.does(Message::Take(seed));
        assert!(page.state.desk.dispute.is_none());
        let islands = page.state.known_disputes().into_iter().find(|known| known.name == "الجزر").unwrap();
        page.does(Message::ReadBy(ReadBy::Dispute(Box::new(islands))));
        assert_eq!(parties(&page), ["أنقرة", "أثينا"]);
    }
}
