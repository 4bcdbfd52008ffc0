//! What the reader sets, and the explanation of the first visit.

use crate::page::state::{Effect, Setting, State};
use crate::page::words::{Digits, Language};

impl State {
    pub(super) fn adjust(&mut self, setting: Setting) -> Vec<Effect> {
        let settings = &mut self.settings;
        match setting {
            Setting::TextSize(percent) => settings.text_size = percent.clamp(-30, 100),
            Setting::Leading(percent) => settings.leading = percent.clamp(-20, 60),
            Setting::Measure(percent) => settings.measure = percent.clamp(-40, 60),
            Setting::Digits(digits) => settings.digits = digits.name().into(),
            Setting::WholeWords(on) => settings.whole_words = on,
            Setting::BareWords(on) => settings.bare_words = on,
            Setting::LetterKeys(on) => settings.no_letter_keys = !on,
            Setting::AsAtFirst => {
                (settings.text_size, settings.leading, settings.measure) = (0, 0, 0);
                (settings.whole_words, settings.bare_words, settings.no_letter_keys) = (false, false, false);
                settings.digits.clear();
                settings.theme.clear();
            }
        }
        self.language = self.language.with(Digits::of(&self.settings.digits));
        vec![Effect::SaveSettings(self.settings.clone())]
    }

    pub(super) fn speak(&mut self, language: Language) -> Vec<Effect> {
        self.language = language.with(Digits::of(&self.settings.digits));
        self.settings.language = language.tag().into();
        vec![Effect::SaveSettings(self.settings.clone())]
    }

    pub(super) fn paint(&mut self, theme: &str) -> Vec<Effect> {
        self.settings.theme = theme.into();
        vec![Effect::SaveSettings(self.settings.clone())]
    }

    pub(super) fn tour_on(&mut self) -> Vec<Effect> {
        match self.tour {
            Some(step) if step < State::LAST_STEP => {
                self.tour = Some(step + 1);
                Vec::new()
            }
            _ => self.tour_end(),
        }
    }

    pub(super) fn tour_end(&mut self) -> Vec<Effect> {
        self.tour = None;
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use crate::page::state::testing::{Counter, Page};
    use crate::page::state::{Effect, Message, Setting, State};
    use crate::page::words::{Digits, Language};
    use crate::storage::{Kept, Standing, StoreError};

    #[test]
    fn settings_are_kept_and_go_back_to_what_they_were() {
        let mut page = Page::new();
        let before = page.state.settings.clone();
        page.does(Message::Adjust(Setting::TextSize(900)));
        assert_eq!(page.state.settings.text_size, 100);
        assert_eq!(page.effects, [Effect::SaveSettings(page.state.settings.clone())]);
        page.does(Message::Adjust(Setting::Digits(Digits::ArabicIndic)));
        assert_eq!(page.state.language, Language::Arabic(Digits::ArabicIndic));
        page.does(Message::Speak(Language::English)).does(Message::Speak(Language::English.other()));
        assert_eq!(page.state.language, Language::Arabic(Digits::ArabicIndic));
        page.does(Message::Adjust(Setting::AsAtFirst));
        assert_eq!(page.state.language, Language::default());
        page.state.settings.language = before.language.clone();
        assert_eq!(page.state.settings, before);
    }

    #[test]
    fn the_first_visit_is_explained_in_three_steps_once() {
        let mut page = Page::new();
        for step in [Some(0), Some(1), Some(2), None] {
            assert_eq!(page.state.tour, step);
            page.does(Message::TourOn);
        }
        let mut other = Page::new();
        assert!(other.does(Message::TourEnd).state.tour.is_none());
    }

    #[test]
    fn the_explanation_is_not_shown_again_even_where_it_was_passed_over() {
        let mut page = Page::new();
        let reunited = |standing| Message::Reunited(Box::default(), Vec::new(), standing);
        let kept = |effects: &[Effect]| {
            effects.iter().find_map(|effect| match effect {
                Effect::Visited(settings) => Some(settings.clone()),
                _ => None,
            })
        };
        assert_eq!(kept(&page.does(reunited(Standing::Nowhere(StoreError::Newer))).effects), None);
        let settings = kept(&page.does(reunited(Standing::Both)).effects).unwrap();
        let mut next = State::new(Kept { settings, ..Kept::default() }, Language::default());
        assert_eq!(next.tour, None);
        assert_eq!(kept(&next.update(reunited(Standing::Both), &mut Counter::default())), None);
    }
}
