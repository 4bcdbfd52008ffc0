//! The dispute by which the article is read: chosen, edited, taken in and out. What cannot be worked with
//! yet stays in the panel with what is wrong with it; everything else is at once an edit of the article.

use crate::analysis::{Dispute, DisputeError, Fault};
use crate::annotation::{Change, Edit, EditKind, ReadBy};
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

    pub(super) fn revise(&mut self, change: Revise, supply: &mut impl Supply) -> Vec<Effect> {
        let mut dispute = self.edited_dispute();
        let before = dispute.name.clone();
        revision::revise(&mut dispute, change);
        let renamed = dispute.name != before;
        match dispute.check().and_then(|()| if renamed { self.is_free(&dispute.name) } else { Ok(()) }) {
            Ok(()) => {
                let changes = self.following(&before, &dispute);
                self.read_anew(ReadBy::Dispute(Box::new(dispute)), changes, supply)
            }
            Err(error) => {
                self.unsound = Some(Unsound { dispute, error });
                Vec::new()
            }
        }
    }

    /// Whether no other dispute has a name: one that is renamed to it would take its place.
    fn is_free(&self, name: &str) -> Result<(), DisputeError> {
        let taken = self.choices().iter().any(|choice| choice.dispute.name == name && !choice.chosen);
        if taken { Err(DisputeError { path: "name".into(), fault: Fault::NameTaken }) } else { Ok(()) }
    }

    /// Has the article read by other parties, where they are others.
    pub(super) fn read_by(&mut self, read_by: ReadBy, supply: &mut impl Supply) -> Vec<Effect> {
        self.read_anew(read_by, Vec::new(), supply)
    }

    /// How the kept disputes follow when the one called `before` by which the article is read is revised: it
    /// is kept as it is now, and no longer under the name that it had. One that is kept otherwise than the
    /// article has it is left alone.
    fn following(&self, before: &str, now: &Dispute) -> Vec<Change> {
        let known = self.disputes.get(before);
        if known.is_some() && known != self.desk.dispute.as_ref() {
            return Vec::new();
        }
        let gone = (now.name != before).then(|| self.disputes.removing(before)).flatten();
        gone.into_iter().chain(self.disputes.keeping(now)).collect()
    }

    /// Has the article read by other parties, where they are others, and makes other changes in the same edit.
    fn read_anew(
        &mut self,
        read_by: ReadBy,
        mut changes: Vec<Change>,
        supply: &mut impl Supply,
    ) -> Vec<Effect> {
        self.unsound = None;
        let same = match &read_by {
            ReadBy::Text => self.desk.dispute.is_none(),
            ReadBy::Dispute(dispute) => self.desk.dispute.as_ref() == Some(&**dispute),
        };
        if !same {
            let chosen = supply.now();
            changes.extend(self.correction(|article| article.arrangement.choose(read_by, chosen)));
        }
        if changes.is_empty() {
            return Vec::new();
        }
        let effects = self.edit(Edit { kind: EditKind::Change, changes });
        self.filter = Filter::default();
        self.forget_missing();
        effects
    }

    /// Keeps a dispute, by which no article need be read.
    pub(super) fn keep_dispute(&mut self, dispute: &Dispute) -> Vec<Effect> {
        let changes: Vec<Change> = self.disputes.keeping(dispute).into_iter().collect();
        if changes.is_empty() { Vec::new() } else { self.edit(Edit { kind: EditKind::Add, changes }) }
    }

    /// Removes a dispute from those that are kept. Articles that are read by it still are.
    pub(super) fn remove_dispute(&mut self, name: &str) -> Vec<Effect> {
        let Some(gone) = self.disputes.get(name).cloned() else { return Vec::new() };
        let changes = self.disputes.removing(name).into_iter().collect();
        let effects = self.edit(Edit { kind: EditKind::Delete, changes });
        self.say(Said::DisputeRemoved(Box::new(gone)));
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
            Ok(dispute) => {
                let kept = self.disputes.keeping(&dispute).into_iter().collect();
                self.read_anew(ReadBy::Dispute(Box::new(dispute)), kept, supply)
            }
            Err(error) => self.say(Said::BadFile(file, error)),
        }
    }

    pub(super) fn dispute_file(&self) -> Effect {
        let file = File::json(dispute::write(&self.edited_dispute()));
        Effect::Download { name: "mawqif-dispute", file }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::NameKind;
    use crate::annotation::DisputeId;
    use crate::page::state::testing::Page;
    use crate::page::state::{Choice, Message, Origin};
    use crate::storage::{Heard, Record};

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
        let islands = choice(&page, "الجزر").unwrap().dispute;
        page.does(Message::ReadBy(ReadBy::Dispute(Box::new(islands))));
        assert_eq!(parties(&page), ["أنقرة", "أثينا"]);
    }

    fn choice(page: &Page, name: &str) -> Option<Choice> {
        page.state.choices().into_iter().find(|choice| choice.dispute.name == name)
    }

    fn names(page: &Page) -> Vec<(String, Origin, bool)> {
        let choices = page.state.choices().into_iter();
        choices.map(|choice| (choice.dispute.name, choice.origin, choice.chosen)).collect()
    }

    /// The records that what was done last writes.
    fn written(page: &Page) -> Vec<(String, bool)> {
        let edits = page.effects.iter().filter_map(|effect| match effect {
            Effect::Save(id, edit) => Some(crate::storage::records::edit(id, edit)),
            _ => None,
        });
        let writes = edits.flatten().map(|write| (write.path, write.value.is_some()));
        writes.filter(|(path, _)| path.starts_with("dispute/")).collect()
    }

    #[test]
    fn a_dispute_stays_when_no_article_is_read_by_it_until_it_is_removed() {
        let mut page = Page::new();
        take(&mut page, ISLANDS);
        let record = format!("dispute/{}", DisputeId::of("الجزر").0);
        assert_eq!(written(&page), [(record.clone(), true)]);
        page.does(Message::ReadBy(ReadBy::Text));
        assert!(written(&page).is_empty());
        assert_eq!(choice(&page, "الجزر").unwrap().origin, Origin::Kept);
        page.does(Message::RemoveDispute("الجزر".into()));
        assert_eq!((written(&page), choice(&page, "الجزر")), (vec![(record.clone(), false)], None));
        page.does(Message::Undo);
        assert_eq!(written(&page), [(record, true)]);
        assert!(choice(&page, "الجزر").is_some() && page.state.notices.is_empty());
        page.does(Message::Redo);
        assert!(choice(&page, "الجزر").is_none());
    }

    #[test]
    fn a_removed_dispute_comes_back_by_its_notice_and_the_article_keeps_its_own() {
        let mut page = Page::new();
        take(&mut page, ISLANDS);
        page.does(Message::RemoveDispute("الجزر".into()));
        assert_eq!(parties(&page), ["أنقرة", "أثينا"]);
        assert_eq!(names(&page)[0], ("الجزر".into(), Origin::Article, true));
        page.does(Message::Restore(0));
        assert_eq!(choice(&page, "الجزر").unwrap().origin, Origin::Kept);
        assert!(page.state.notices.is_empty());
    }

    #[test]
    fn a_dispute_is_renamed_and_takes_no_others_place() {
        let mut page = Page::new();
        take(&mut page, ISLANDS);
        page.does(Message::Revise(Revise::Name("بحر إيجة".into())));
        assert_eq!(written(&page).len(), 2, "one goes and one comes");
        assert!(choice(&page, "الجزر").is_none());
        let built_in = Dispute::washington_baghdad().name;
        page.does(Message::Revise(Revise::Name(built_in)));
        assert_eq!(page.state.unsound.as_ref().unwrap().error.fault, Fault::NameTaken);
        page.does(Message::Undo);
        assert_eq!(choice(&page, "الجزر").unwrap().origin, Origin::Kept);
        assert!(choice(&page, "بحر إيجة").is_none());
    }

    #[test]
    fn the_built_in_dispute_as_the_reader_changed_it_stands_in_its_place() {
        let mut page = Page::new();
        page.does(Message::Revise(Revise::Names(0, NameKind::Name, "البيت الأبيض وحلفاؤه".into())));
        let name = Dispute::washington_baghdad().name;
        assert_eq!(names(&page), [(name.clone(), Origin::Kept, true)]);
        page.does(Message::RemoveDispute(name.clone()));
        assert_eq!(names(&page), [(name.clone(), Origin::Article, true), (name, Origin::BuiltIn, false)]);
    }

    #[test]
    fn what_another_tab_did_to_a_dispute_is_not_written_over_by_undoing() {
        let mut page = Page::new();
        take(&mut page, ISLANDS);
        let mine = choice(&page, "الجزر").unwrap().dispute;
        let theirs = Dispute { issues: Vec::new(), schema: Some("s".into()), ..mine.clone() };
        let record = |dispute: &Dispute| {
            Record::Dispute(DisputeId::of(&dispute.name), Some(Box::new(dispute.clone())))
        };
        page.does(Message::Heard(vec![Heard { record: record(&theirs), lost: Some(record(&mine)) }]));
        assert_eq!(names(&page)[0], ("الجزر".into(), Origin::Article, true));
        page.does(Message::Undo);
        assert!(written(&page).is_empty() && page.state.disputes.get("الجزر") == Some(&theirs));
        page.does(Message::Restore(0));
        assert_eq!(page.state.disputes.get("الجزر"), Some(&mine));
    }

    #[test]
    fn a_dispute_comes_with_the_file_of_an_article_that_is_read_by_it() {
        let mut page = Page::new();
        take(&mut page, ISLANDS);
        page.does(Message::Download);
        let [Effect::Download { file, .. }] = page.effects.as_slice() else { panic!("{:?}", page.effects) };
        let mut other = Page::new();
        other
            .does(Message::Import { file: "f.json".into(), bytes: file.bytes.clone() })
            .does(Message::TakeIn);
        assert_eq!(choice(&other, "الجزر").unwrap().origin, Origin::Kept);
        other.does(Message::Undo);
        assert!(choice(&other, "الجزر").is_none());
    }
}
