//! What the reader sets, and the explanation of the first visit.

use crate::page::state::{Effect, Setting, State};
use crate::page::words::Digits;

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
        self.settings.toured = true;
        vec![Effect::SaveSettings(self.settings.clone())]
    }
}

#[cfg(test)]
mod tests {
    use crate::page::state::testing::Page;
    use crate::page::state::{Effect, Message, Setting};
    use crate::page::words::{Digits, Language};

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
        assert!(page.state.settings.toured);
        let mut other = Page::new();
        other.does(Message::TourEnd);
        assert!(other.state.tour.is_none() && other.state.settings.toured);
    }
}
