//! Fields that report what the reader chose or wrote, and what there is to choose from.

use super::foreign::{foreign, is_arabic};
use crate::analysis::{Act, Party};
use crate::annotation::Board;
use crate::page::state::Mode;
use crate::page::words::Words;
use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

/// Reports what is in the field that something happened to, whichever kind of field it is.
pub fn told<E: TargetCast + 'static>(report: Callback<String>) -> Callback<E> {
    Callback::from(move |event: E| {
        let value = event
            .target_dyn_into::<HtmlInputElement>()
            .map(|input| input.value())
            .or_else(|| event.target_dyn_into::<HtmlTextAreaElement>().map(|area| area.value()))
            .or_else(|| event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value()));
        if let Some(value) = value {
            report.emit(value);
        }
    })
}

/// Reports whether the box that something happened to is ticked.
pub fn ticked(report: Callback<bool>) -> Callback<Event> {
    Callback::from(move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            report.emit(input.checked());
        }
    })
}

/// A field that reports what is in it when the reader leaves it. What he is writing stays, whatever is drawn
/// meanwhile; it gives way only to another `value`. A way into the field and what hears of its change.
#[hook]
pub fn use_written(value: &str, write: Callback<String>) -> (NodeRef, Callback<Event>) {
    let field = use_node_ref();
    let reports = use_state(|| 0);
    // After a report the value may be the old one, and what was written none.
    use_effect_with((value.to_owned(), *reports), {
        let field = field.clone();
        move |(value, _)| put(&field, value)
    });
    let heard = told(Callback::from(move |written| {
        write.emit(written);
        reports.set(*reports + 1);
    }));
    (field, heard)
}

fn put(field: &NodeRef, value: &str) {
    if let Some(input) = field.cast::<HtmlInputElement>() {
        input.set_value(value);
    } else if let Some(area) = field.cast::<HtmlTextAreaElement>() {
        area.set_value(value);
    }
}

/// Brings the reader to an element when it is there, and again whenever it stands for another thing.
#[hook]
pub fn use_focus(element: &NodeRef, stands_for: &'static str) {
    use_effect_with(stands_for, {
        let element = element.clone();
        move |_| drop(element.cast::<HtmlElement>().map(|element| element.focus()))
    });
}

/// A choice among values, each with its name.
pub fn select(
    name: &'static str,
    label: &'static str,
    chosen: &str,
    options: impl IntoIterator<Item = (String, String)>,
    choose: Callback<String>,
) -> Html {
    let options: Vec<(String, String)> = options.into_iter().collect();
    // A question is seen from its beginning where there is no room for all of it.
    let arabic_chosen = options.iter().any(|(value, name)| value == chosen && name.starts_with(is_arabic));
    html! {
        <label><span>{ label }</span>
            <select {name} dir={arabic_chosen.then_some("rtl")} onchange={told(choose)}>{ for options.into_iter().map(|(value, name)| {
                // Parties and questions are named in Arabic whatever the interface speaks.
                let lang = name.starts_with(is_arabic).then_some("ar");
                html! { <option selected={value == chosen} value={value.clone()} {lang}>{ foreign(&name) }</option> }
            }) }</select></label>
    }
}

/// A choice among the ways in which what is searched for may be meant.
pub fn modes(words: &Words, mode: Mode, choose: Callback<Mode>) -> Html {
    let chosen = told::<Event>(Callback::from(move |name: String| {
        if let Some(mode) = Mode::named(&name) {
            choose.emit(mode);
        }
    }));
    html! {
        <select class="mode" aria-label={words.search_mode} title={words.search_mode} onchange={chosen}>{
            for Mode::ALL.into_iter().map(|one| html! {
                <option value={one.name()} selected={one == mode}>{ words.mode(one) }</option>
            })
        }</select>
    }
}

/// A line that reports what is in it when the reader leaves it.
pub fn line(name: &'static str, label: &'static str, value: &str, write: Callback<String>) -> Html {
    html! { <Written {name} {label} value={value.to_owned()} {write} several=false /> }
}

/// Several lines that report what is in them when the reader leaves them.
pub fn lines(name: &'static str, label: &'static str, value: &str, write: Callback<String>) -> Html {
    html! { <Written {name} {label} value={value.to_owned()} {write} several=true /> }
}

#[derive(Properties, PartialEq)]
struct WrittenProps {
    name: &'static str,
    label: &'static str,
    value: String,
    write: Callback<String>,
    /// Whether there may be several lines in it.
    several: bool,
}

#[component(Written)]
fn written(props: &WrittenProps) -> Html {
    let (field, heard) = use_written(&props.value, props.write.clone());
    html! {
        <label><span>{ props.label }</span>
            if props.several {
                <textarea ref={field} name={props.name} rows="2" dir="auto" onchange={heard} />
            } else {
                <input ref={field} name={props.name} dir="auto" onchange={heard} />
            }
        </label>
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

/// The parties by id and name.
pub fn parties(parties: &[Party]) -> impl Iterator<Item = (String, String)> {
    parties.iter().map(|party| (party.id.0.clone(), party.name.clone()))
}

/// The issues by id and question.
pub fn issues(board: &Board, words: &Words) -> impl Iterator<Item = (String, String)> {
    board.issues.iter().map(|(issue, question)| {
        let question = if question.is_empty() { words.unworded } else { question };
        (issue.0.clone(), question.to_owned())
    })
}

/// The acts by name and word.
pub fn acts(words: &Words) -> [(String, String); Act::ALL.len()] {
    Act::ALL.map(|act| (act.name().to_owned(), words.act(act).to_owned()))
}
