//! Fields that report what the reader chose or wrote.

use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

/// A choice among values, each with its name.
pub fn select(
    name: &'static str,
    label: &'static str,
    chosen: &str,
    options: impl IntoIterator<Item = (String, String)>,
    choose: Callback<String>,
) -> Html {
    let change = move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            choose.emit(select.value());
        }
    };
    html! {
        <label><span>{ label }</span>
            <select {name} onchange={change}>{ for options.into_iter().map(|(value, name)| {
                // Parties and questions are named in Arabic whatever the interface speaks.
                let lang = name.starts_with(|c: char| ('\u{600}'..='\u{6ff}').contains(&c)).then_some("ar");
                html! { <option selected={value == chosen} value={value.clone()} {lang}>{ name }</option> }
            }) }</select></label>
    }
}

/// A line that reports what is in it when the reader leaves it.
pub fn line(name: &'static str, label: &'static str, value: &str, write: Callback<String>) -> Html {
    let change = move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            write.emit(input.value());
        }
    };
    html! { <label><span>{ label }</span><input {name} dir="auto" value={value.to_owned()} onchange={change} /></label> }
}

/// Several lines that report what is in them when the reader leaves them.
pub fn lines(name: &'static str, label: &'static str, value: &str, write: Callback<String>) -> Html {
    let change = move |event: Event| {
        if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
            write.emit(area.value());
        }
    };
    html! {
        <label><span>{ label }</span>
            <textarea {name} rows="2" dir="auto" value={value.to_owned()} onchange={change} /></label>
    }
}

/// Options with one before them that chooses nothing.
pub fn with_none(
    none: &str,
    options: impl IntoIterator<Item = (String, String)>,
) -> impl Iterator<Item = (String, String)> {
    std::iter::once((String::new(), none.to_owned())).chain(options)
}

/// What an option chooses: nothing where it is the empty one.
pub fn chosen(value: String) -> Option<String> {
    (!value.is_empty()).then_some(value)
}
