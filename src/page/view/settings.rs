//! How the reader likes to read and to select.

use super::fields::{select, ticked};
use super::panel::PanelFrame;
use crate::page::browser::locale;
use crate::page::state::{Message, Setting};
use crate::page::words::{Digits, Language};
use crate::storage::Settings;
use web_sys::HtmlInputElement;
use yew::prelude::*;

pub struct Props {
    pub language: Language,
    pub say: Callback<Message>,
    pub settings: Settings,
}

pub fn settings_panel(props: &Props) -> Html {
    let words = props.language.words();
    let Settings { text_size, leading, measure, .. } = props.settings;
    let reset = props.say.reform(|_: MouseEvent| Message::Adjust(Setting::AsAtFirst));
    let digits = Digits::of(&props.settings.digits).name();
    html! {
        <PanelFrame name="settings" title={words.settings} language={props.language} say={props.say.clone()}>
            <div class="fields">
                { choice(props, "theme", words.setting_theme, &props.settings.theme,
                    [("", words.theme_system), ("light", words.theme_light), ("dark", words.theme_dark)], theme) }
                { choice(props, "digits", words.setting_digits, digits,
                    [Digits::Western, Digits::ArabicIndic].map(|digits| (digits.name(), match digits {
                        Digits::Western => words.digits_western,
                        Digits::ArabicIndic => words.digits_indic,
                    })), |value| Message::Adjust(Setting::Digits(Digits::of(&value)))) }
                { slider(props, "text-size", words.setting_size, text_size, (-30, 100), Setting::TextSize) }
                { slider(props, "leading", words.setting_leading, leading, (-20, 60), Setting::Leading) }
                { slider(props, "measure", words.setting_measure, measure, (-40, 60), Setting::Measure) }
            </div>
            { check(props, "whole-words", words.setting_snap, props.settings.whole_words, Setting::WholeWords) }
            { check(props, "bare-words", words.setting_bare, props.settings.bare_words, Setting::BareWords) }
            { check(props, "letter-keys", words.setting_keys, !props.settings.no_letter_keys, Setting::LetterKeys) }
            <div class="row"><button class="quiet" data-action="reset" onclick={reset}>{ words.settings_reset }</button></div>
        </PanelFrame>
    }
}

fn theme(value: String) -> Message {
    Message::Theme(match value.as_str() {
        "light" => "light",
        "dark" => "dark",
        _ => "",
    })
}

fn choice<const N: usize>(
    props: &Props,
    name: &'static str,
    label: &'static str,
    chosen: &str,
    options: [(&'static str, &'static str); N],
    message: fn(String) -> Message,
) -> Html {
    let options = options.map(|(value, name)| (value.to_owned(), name.to_owned()));
    select(name, label, chosen, options, props.say.reform(message))
}

/// A setting in percent more or less than usual.
fn slider(
    props: &Props,
    name: &'static str,
    label: &'static str,
    value: i16,
    (min, max): (i16, i16),
    setting: fn(i16) -> Setting,
) -> Html {
    let say = props.say.clone();
    let input = move |event: InputEvent| {
        let typed = event.target_dyn_into::<HtmlInputElement>().and_then(|input| input.value().parse().ok());
        if let Some(percent) = typed {
            say.emit(Message::Adjust(setting(percent)));
        }
    };
    let shown = locale::percent(props.language, i32::from(value) + 100);
    html! {
        <label><span>{ label }{ " · " }<output>{ shown.clone() }</output></span>
            <input type="range" {name} min={min.to_string()} max={max.to_string()} step="10" value={value.to_string()}
                aria-valuetext={shown} oninput={input} /></label>
    }
}

fn check(
    props: &Props,
    name: &'static str,
    label: &'static str,
    checked: bool,
    setting: fn(bool) -> Setting,
) -> Html {
    let change = ticked(props.say.reform(move |checked| Message::Adjust(setting(checked))));
    html! { <label class="check"><input type="checkbox" {name} {checked} onchange={change} /><span>{ label }</span></label> }
}
