//! The one table of keyboard shortcuts: what the keys do, and what the sheet of shortcuts says.
//!
//! Keys go by their place on the keyboard (`KeyboardEvent.code`), since an Arabic layout sends other
//! letters. In the article's text, which runs from right to left, the left arrow goes on.

use super::state::{Message, Panel, Unit};
use super::words::Words;
use crate::annotation::ContentKind;

/// Keys pressed together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keys {
    /// The key's place, as `KeyboardEvent.code` names it.
    pub code: &'static str,
    /// With Ctrl or ⌘.
    pub control: bool,
    /// With Shift.
    pub shift: bool,
}

/// Where the reader is when a key is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a field, typing.
    Field,
    /// On a button, a link or the like, which has keys of its own.
    Control,
    /// In the article's text.
    Text,
    /// Nowhere in particular.
    Page,
}

/// Under which heading of the sheet a shortcut stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Going through the article.
    Reading,
    /// Selecting words and annotating them.
    Selecting,
    /// Judging what is chosen.
    Deciding,
    /// The page as a whole.
    Page,
}

impl Group {
    /// All, in the sheet's order.
    pub const ALL: [Group; 4] = [Group::Reading, Group::Selecting, Group::Deciding, Group::Page];

    /// Its heading.
    pub fn heading(self, words: &Words) -> &'static str {
        match self {
            Group::Reading => words.keys_reading,
            Group::Selecting => words.keys_selecting,
            Group::Deciding => words.keys_deciding,
            Group::Page => words.keys_page,
        }
    }
}

/// A shortcut.
#[derive(Debug)]
pub struct Shortcut {
    /// The keys, any of them.
    pub keys: &'static [Keys],
    /// What they do.
    pub does: Message,
    /// What the sheet says of it.
    pub says: fn(&Words) -> &'static str,
    /// Where in the sheet it stands.
    pub group: Group,
}

const fn key(code: &'static str) -> Keys {
    Keys { code, control: false, shift: false }
}

const fn shift(code: &'static str) -> Keys {
    Keys { code, control: false, shift: true }
}

const fn control(code: &'static str) -> Keys {
    Keys { code, control: true, shift: false }
}

macro_rules! table {
    ($($group:ident: [$($keys:expr),+] => $does:expr, words.$says:ident;)*) => {
        &[$(Shortcut { keys: &[$($keys),+], does: $does, says: |words| words.$says, group: Group::$group }),*]
    };
}

/// All shortcuts.
pub static SHORTCUTS: &[Shortcut] = table! {
    Reading: [key("ArrowLeft")] => Message::Move(Unit::Word, true), words.key_word_on;
    Reading: [key("ArrowRight")] => Message::Move(Unit::Word, false), words.key_word_back;
    Reading: [key("ArrowDown")] => Message::Move(Unit::Sentence, true), words.key_sentence_on;
    Reading: [key("ArrowUp")] => Message::Move(Unit::Sentence, false), words.key_sentence_back;
    Reading: [key("KeyJ")] => Message::NextClaim(true), words.key_claim_on;
    Reading: [key("KeyK")] => Message::NextClaim(false), words.key_claim_back;
    Reading: [key("Enter"), key("NumpadEnter")] => Message::OpenHere, words.key_open;
    Selecting: [shift("ArrowLeft")] => Message::Extend(Unit::Word, true), words.key_more_words;
    Selecting: [shift("ArrowRight")] => Message::Extend(Unit::Word, false), words.key_fewer_words;
    Selecting: [shift("ArrowDown")] => Message::Extend(Unit::Sentence, true), words.key_more_sentences;
    Selecting: [shift("ArrowUp")] => Message::Extend(Unit::Sentence, false), words.key_fewer_sentences;
    Selecting: [key("KeyC")] => Message::Mark(ContentKind::Claim), words.mark_claim;
    Selecting: [key("KeyE")] => Message::Mark(ContentKind::Entity), words.mark_entity;
    Selecting: [key("KeyH")] => Message::Mark(ContentKind::Highlight), words.mark_highlight;
    Selecting: [key("KeyN")] => Message::Mark(ContentKind::Note), words.mark_note;
    Deciding: [key("KeyA")] => Message::JudgeChosen(true), words.accept;
    Deciding: [key("KeyX")] => Message::JudgeChosen(false), words.reject;
    Deciding: [key("F2")] => Message::EditChosen, words.key_edit;
    Deciding: [key("Delete")] => Message::DeleteChosen, words.key_delete;
    Page: [control("KeyZ")] => Message::Undo, words.undo;
    Page: [Keys { shift: true, ..control("KeyZ") }, control("KeyY")] => Message::Redo, words.redo;
    Page: [key("Slash"), control("KeyF")] => Message::OpenFind(true), words.search;
    Page: [control("KeyS")] => Message::Download, words.key_download;
    Page: [key("Escape")] => Message::Escape, words.key_leave;
    Page: [shift("Slash")] => Message::Open(Some(Panel::Help)), words.help;
};

impl Shortcut {
    /// What keys pressed at a place ask for; `letters` says whether shortcuts of a single letter are on.
    ///
    /// A field has all keys for itself but Escape. A control has the arrows and Enter, which go through the
    /// text only where the reader is in it.
    pub fn of(pressed: Keys, place: Place, letters: bool) -> Option<&'static Shortcut> {
        let found = SHORTCUTS.iter().find(|shortcut| shortcut.keys.contains(&pressed))?;
        let through_text = matches!(found.does, Message::Move(..) | Message::Extend(..) | Message::OpenHere);
        let works = match place {
            Place::Field => found.does == Message::Escape,
            Place::Text => true,
            Place::Control | Place::Page => !through_text,
        };
        (works && (letters || !pressed.is_character())).then_some(found)
    }
}

impl Keys {
    /// Whether the keys would write a character.
    fn is_character(self) -> bool {
        !self.control && (self.code.starts_with("Key") || self.code == "Slash")
    }

    /// What is written on the keys, each for itself.
    pub fn caps(self) -> Vec<&'static str> {
        let cap = match self.code {
            "ArrowLeft" => "←",
            "ArrowRight" => "→",
            "ArrowDown" => "↓",
            "ArrowUp" => "↑",
            "Escape" => "Esc",
            "NumpadEnter" => "Enter",
            "Slash" if self.shift => return vec!["?"],
            "Slash" => "/",
            code => code.strip_prefix("Key").unwrap_or(code),
        };
        let held = [(self.control, "Ctrl"), (self.shift, "Shift")];
        held.into_iter().filter(|(held, _)| *held).map(|(_, name)| name).chain([cap]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_keys_mean_two_things() {
        let keys: Vec<Keys> = SHORTCUTS.iter().flat_map(|shortcut| shortcut.keys).copied().collect();
        for (index, one) in keys.iter().enumerate() {
            assert!(!keys[index + 1..].contains(one), "{one:?}");
        }
    }

    #[test]
    fn fields_and_controls_keep_their_keys() {
        let does = |keys, place, letters| Shortcut::of(keys, place, letters).map(|found| found.does.clone());
        for (keys, place, letters, expected) in [
            (key("KeyA"), Place::Field, true, None),
            (control("KeyZ"), Place::Field, true, None),
            (key("Escape"), Place::Field, true, Some(Message::Escape)),
            (key("Enter"), Place::Control, true, None),
            (key("ArrowLeft"), Place::Control, true, None),
            (key("ArrowLeft"), Place::Page, true, None),
            (key("ArrowLeft"), Place::Text, true, Some(Message::Move(Unit::Word, true))),
            (key("KeyA"), Place::Control, true, Some(Message::JudgeChosen(true))),
            (key("KeyA"), Place::Page, false, None),
            (shift("Slash"), Place::Page, false, None),
            (control("KeyZ"), Place::Page, false, Some(Message::Undo)),
            (key("Escape"), Place::Page, false, Some(Message::Escape)),
            (key("KeyQ"), Place::Page, true, None),
        ] {
            assert_eq!(does(keys, place, letters), expected, "{keys:?} {place:?} {letters}");
        }
    }

    #[test]
    fn keys_are_named_by_their_caps() {
        assert_eq!(Keys { shift: true, ..control("KeyZ") }.caps(), ["Ctrl", "Shift", "Z"]);
        assert_eq!(shift("Slash").caps(), ["?"]);
        assert_eq!(shift("ArrowLeft").caps(), ["Shift", "←"]);
    }
}
