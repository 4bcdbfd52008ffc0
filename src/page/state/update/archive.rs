//! A board of many articles: opening one, looking at it, going from it to the reader's own articles, and closing it.

use crate::annotation::Item;
use crate::exchange::read_gathered;
use crate::page::state::{ARCHIVE, Archive, Browse, Effect, Place, Said, State, TOLD};

/// Bytes of text that are looked through before the page may answer.
const SEARCHED: usize = 300_000;

impl State {
    /// Whether the board of many articles stands in the place of the article.
    pub fn shows_archive(&self) -> bool {
        self.in_archive && self.archive.is_some()
    }

    /// Opens the board that is in a file, in place of the one before.
    pub(super) fn open_archive(&mut self, file: String, text: &str) -> Vec<Effect> {
        match read_gathered(text) {
            Ok(board) => {
                self.archive = Some(Archive::new(board));
                self.in_archive = false;
                if self.files.is_none() {
                    self.panel = None;
                }
                vec![Effect::GoTo(ARCHIVE)]
            }
            Err(error) => self.say(Said::BadFile(file, error)),
        }
    }

    /// What the reader does with the board.
    pub(super) fn browse(&mut self, what: Browse) -> Vec<Effect> {
        let Some(archive) = &mut self.archive else { return Vec::new() };
        match what {
            Browse::Seek(sought) => archive.seek(sought),
            Browse::Tell(number) => archive.told = (archive.told != Some(number)).then_some(number),
            Browse::Whole(issue) => archive.draw_whole(issue),
            Browse::Show(number) => {
                archive.told = Some(number);
                return self.show_stated(number);
            }
            Browse::Close => {
                self.archive = None;
                return vec![Effect::GoTo("article")];
            }
        }
        Vec::new()
    }

    /// Brings the reader to a place of the page, and on a board left for the article to where he left it.
    pub(super) fn go_to(&mut self, place: &'static str) -> Vec<Effect> {
        let told = self.archive.as_ref().is_some_and(|archive| archive.told.is_some());
        vec![Effect::GoTo(if place == ARCHIVE && !self.in_archive && told { TOLD } else { place })]
    }

    /// Opens the article in which a statement stands, at its words.
    fn show_stated(&mut self, number: usize) -> Vec<Effect> {
        let place = self.archive.as_ref().and_then(|archive| archive.place(number).cloned());
        let Some(Place { article: id, span, .. }) = place else { return Vec::new() };
        let mut effects = self.take(&id);
        if self.desk.article().id != id {
            return effects;
        }
        self.panel = None;
        let there = |item: &&Item| item.span == Some(span);
        let item = self.desk.items().find(there).map(|item| item.key.clone());
        if let Some(key) = item {
            effects.extend(self.choose(key, true));
        }
        effects.push(Effect::ShowWords(span));
        effects
    }

    /// Where the reader is brought the page shows: the board of many articles, or the article.
    pub(super) fn follow(&mut self, effects: &mut Vec<Effect>) {
        if self.archive.is_none() {
            return;
        }
        let before = self.in_archive;
        for effect in effects.iter() {
            match effect {
                Effect::GoTo(place) => self.in_archive = [ARCHIVE, TOLD].contains(place),
                Effect::ShowWords(_) | Effect::SelectWords(_) => self.in_archive = false,
                // What is undone is seen.
                Effect::Save(article, _) if self.desk.article().id == *article => self.in_archive = false,
                _ => {}
            }
        }
        if self.in_archive && !before {
            let shelved = self.shelf.keys().cloned();
            let articles = shelved.chain([self.desk.article().id.clone()]).collect();
            if let Some(archive) = &mut self.archive {
                archive.look_again(articles);
            }
            effects.extend(self.work());
        }
    }

    /// Whether there are articles in which the words of the board have not been looked for.
    pub(super) fn is_looking(&self) -> bool {
        self.archive.as_ref().is_some_and(|archive| !archive.unsearched.is_empty())
    }

    /// Looks for the words of the board in some more articles.
    pub(super) fn look_in_some(&mut self) {
        let Some(mut archive) = self.archive.take() else { return };
        let mut searched = 0;
        while searched < SEARCHED
            && let Some(id) = archive.unsearched.pop()
        {
            if let Some(workspace) = self.workspace_of(&id) {
                let text = &workspace.article().text;
                archive.look_in(&id, text);
                searched += text.len();
            }
        }
        self.archive = Some(archive);
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::Dispute;
    use crate::exchange::Gathering;
    use crate::page::state::testing::Page;
    use crate::page::state::{ARCHIVE, Archive, Browse, Effect, Message, Said, Sought};
    use serde_json::{Value, json};

    const ARTICLE: &str =
        "قال الوزير إن القوات باقية حتى آخر العام.\n\nونفت أثينا أي خطط للانسحاب من الجزيرة.";

    /// A board: on the first question both sides speak, on the second the second alone, with nine statements.
    fn board(name: bool) -> String {
        let mut dispute = Dispute::washington_baghdad();
        dispute.parties.truncate(2);
        let mut gathering = Gathering::new(name.then_some(&dispute), 20);
        let claim = |side: Value, text: &str, issue: &str| json!({"text": text, "side": side, "act": "deny", "issue": issue, "speaker": "المتحدث"});
        let mut claims = vec![
            claim(json!("baghdad"), "القوات باقية حتى آخر العام", "topic-1"),
            claim(json!("washington"), "أي خطط للانسحاب من الجزيرة", "topic-1"),
            claim(Value::Null, "خطط أخرى لا يعرفها أحد", "topic-1"),
        ];
        claims
            .extend((0..9).map(|n| claim(json!("baghdad"), &format!("القول رقم {n} في السيادة"), "topic-2")));
        for id in 0..2 {
            let answer = json!({
                "id": id, "engine": "e", "lexicon": "l", "source": "الخبر", "date": "2024-01-09",
                "parties": [{"id": "washington", "name": "واشنطن"}, {"id": "baghdad", "name": "بغداد"}],
                "claims": if id == 0 { &claims[..] } else { &claims[..3] },
                "contests": [{"issue": "topic-1", "question": "هل تبقى القوات؟"}, {"issue": "topic-2", "question": "ما السيادة؟"}],
            });
            gathering.take(answer.to_string().as_bytes()).unwrap();
        }
        serde_json::to_string_pretty(&gathering.written(1)).unwrap()
    }

    fn opened(name: bool) -> Page {
        let mut page = Page::new();
        page.does(Message::OpenFile { file: "board.json".into(), bytes: board(name).into() });
        page
    }

    fn archive(page: &Page) -> &Archive {
        page.state.archive.as_ref().unwrap()
    }

    /// The words of what is drawn, cell by cell.
    fn drawn(page: &Page) -> Vec<Vec<Option<Vec<&str>>>> {
        let archive = archive(page);
        let words = |number: &usize| archive.board.statements[*number].text.as_str();
        let rows = archive.rows.iter();
        rows.map(|row| {
            let cells = row.cells.iter();
            cells.map(|cell| cell.as_ref().map(|c| c.statements.iter().map(words).collect())).collect()
        })
        .collect()
    }

    fn seek(party: Option<usize>, words: &str) -> Message {
        Message::Browse(Browse::Seek(Sought { party, words: words.into() }))
    }

    fn look(page: &mut Page) {
        while page.effects.contains(&Effect::GoOn) {
            page.does(Message::GoOn);
        }
    }

    #[test]
    fn a_board_is_known_among_files_that_are_dropped_imported_or_pasted() {
        let (file, text) = (|| "board.json".to_owned(), board(true));
        for message in [
            Message::OpenFile { file: file(), bytes: text.clone().into() },
            Message::OpenFile { file: "board.txt".into(), bytes: text.clone().into() },
            Message::Import { file: file(), bytes: text.clone().into() },
            Message::OpenText { text: text.clone(), file: None },
        ] {
            let mut page = Page::new();
            let article = page.state.desk.article().id.clone();
            page.does(message);
            assert!(page.state.shows_archive() && page.effects.contains(&Effect::GoTo(ARCHIVE)));
            assert_eq!((archive(&page).board.articles, &page.state.desk.article().id), (2, &article));
            assert!(page.state.notices.is_empty());
        }
    }

    #[test]
    fn a_bad_board_is_told_and_the_one_before_stays() {
        let mut page = opened(true);
        let bad = board(true).replace("\"deny\"", "\"sing\"");
        page.does(Message::OpenFile { file: "bad.json".into(), bytes: bad.into() });
        assert!(matches!(&page.state.notices[0].said, Said::BadFile(file, _) if file == "bad.json"));
        assert_eq!((page.effects.len(), archive(&page).board.articles), (0, 2));
        page.does(Message::OpenText {
            text: "{\"engine\": [], \"articles\": 1, \"errors\": 0}".into(),
            file: None,
        });
        assert!(page.state.notices.len() == 2 && page.state.shows_archive());
    }

    #[test]
    fn the_two_parties_of_a_dispute_face_each_other_in_every_row() {
        let page = opened(true);
        let rows = drawn(&page);
        let first = ["أي خطط للانسحاب من الجزيرة", "القوات باقية حتى آخر العام", "خطط أخرى لا يعرفها أحد"];
        assert_eq!(rows[0], first.map(|words| Some(vec![words])));
        assert_eq!((rows[1].len(), &rows[1][0], rows[1][1].as_ref().unwrap().len()), (2, &None, 3));
        // Without a dispute those come first who speak most.
        assert_eq!(drawn(&opened(false))[1].len(), 1);
    }

    #[test]
    fn all_statements_of_an_issue_are_drawn_when_the_reader_asks() {
        let mut page = opened(true);
        assert!(archive(&page).rows[1].cut && archive(&page).rows[1].fitting == 9);
        page.does(Message::Browse(Browse::Whole(1)));
        assert_eq!(drawn(&page)[1][1].as_ref().unwrap().len(), 9);
        assert!(!archive(&page).rows[1].cut && !archive(&page).more);
        page.does(Message::Browse(Browse::Whole(1)));
        assert_eq!(drawn(&page)[1][1].as_ref().unwrap().len(), 3);
    }

    #[test]
    fn of_an_issue_on_which_very_many_speak_the_first_are_drawn() {
        let mut value: Value = serde_json::from_str(&board(false)).unwrap();
        let position = value["issues"][0]["positions"][0].clone();
        value["issues"][0]["positions"] = vec![position; 500].into();
        let mut page = Page::new();
        page.does(Message::OpenText { text: value.to_string(), file: None });
        assert!(archive(&page).rows[0].cut);
        assert_eq!((drawn(&page)[0].len(), archive(&page).rows[0].fitting), (6, 500));
        page.does(Message::Browse(Browse::Whole(0)));
        let first = drawn(&page)[0].len();
        assert!(first > 6 && first < 100 && archive(&page).more, "{first}");
        while archive(&page).more {
            page.does(Message::MoreOfBoard);
        }
        assert_eq!(drawn(&page)[0].len(), 500);
    }

    #[test]
    fn a_large_board_is_drawn_as_the_reader_comes_to_its_end() {
        let text = board(true);
        let mut value: Value = serde_json::from_str(&text).unwrap();
        let issue = value["issues"][0].clone();
        value["issues"] = vec![issue; 100].into();
        let mut page = Page::new();
        page.does(Message::OpenText { text: value.to_string(), file: None });
        let mut before = 0;
        while archive(&page).more {
            let now = archive(&page).rows.len();
            assert!(now > before && now < before + 40, "{now}");
            before = now;
            page.does(Message::MoreOfBoard);
        }
        assert_eq!((archive(&page).rows.len(), page.state.board_room), (100, Page::new().state.board_room));
    }

    #[test]
    fn a_party_and_words_in_any_spelling_are_sought() {
        let mut page = opened(true);
        page.does(seek(Some(0), ""));
        assert_eq!(drawn(&page), [[Some(vec!["أي خطط للانسحاب من الجزيرة"]), None]]);
        page.does(seek(None, "الجزيره"));
        assert_eq!(drawn(&page), [[Some(vec!["أي خطط للانسحاب من الجزيرة"]), None]]);
        page.does(seek(None, "ما السياده"));
        assert_eq!(archive(&page).rows[0].fitting, 9, "a question answers for its statements");
        page.does(seek(None, "المتحدث"));
        assert_eq!(drawn(&page).len(), 2);
        page.does(seek(Some(1), "الجزيرة"));
        assert!(drawn(&page).is_empty());
    }

    #[test]
    fn a_statement_is_shown_in_the_readers_own_article() {
        let mut page = Page::new();
        page.does(Message::OpenText { text: ARTICLE.into(), file: None });
        let id = page.state.desk.article().id.clone();
        let seed = crate::annotation::Article::seed().id;
        page.does(Message::Take(seed.clone()));
        page.does(Message::OpenText { text: board(true), file: None });
        look(&mut page);
        let places = archive(&page).places.clone();
        assert_eq!(places.len(), 2);
        let place = places.iter().find(|place| place.span.of_text(ARTICLE).starts_with("أي")).unwrap();
        let number = place.statement;
        page.does(Message::Browse(Browse::Show(number)));
        assert_eq!(page.state.desk.article().id, id);
        assert!(page.effects.contains(&Effect::ShowWords(place.span)) && !page.state.shows_archive());
        // It stays open, and is looked at again.
        page.does(Message::GoTo(ARCHIVE));
        assert!(page.state.shows_archive());
        look(&mut page);
        page.does(Message::RemoveArticle(id.clone()));
        page.does(Message::Take(seed.clone()));
        page.does(Message::Browse(Browse::Show(number)));
        assert_eq!(page.state.desk.article().id, seed, "what is gone is not opened");
        page.does(Message::GoTo(ARCHIVE));
        look(&mut page);
        assert!(archive(&page).places.is_empty());
        page.does(Message::Browse(Browse::Close));
        assert!(page.state.archive.is_none() && page.effects == [Effect::GoTo("article")]);
    }

    #[test]
    fn an_article_that_comes_while_the_board_is_open_is_looked_through_too() {
        let mut page = opened(true);
        look(&mut page);
        assert!(archive(&page).places.is_empty());
        page.does(Message::FilesCame(2));
        for (file, text) in [("1.txt", ARTICLE), ("2.txt", "قال الوزير ذلك.")] {
            page.does(Message::OpenFile { file: file.into(), bytes: text.into() });
        }
        look(&mut page);
        assert_eq!(archive(&page).places.len(), 2);
    }

    #[test]
    fn what_is_done_to_the_article_leaves_the_board() {
        for message in
            [Message::OpenFind(true), Message::NextClaim(true), Message::GoTo("board"), Message::Undo]
        {
            let mut page = Page::worked();
            page.does(Message::OpenText { text: board(true), file: None }).does(message);
            assert!(!page.state.shows_archive() && page.state.archive.is_some());
        }
    }
}
