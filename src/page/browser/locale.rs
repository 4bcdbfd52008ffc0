//! Numbers, plurals and dates as the reader's language writes them, through `Intl`.

use crate::analysis::Date;
use crate::page::words::{Counted, Language};
use js_sys::Intl::{DateTimeFormat, NumberFormat, PluralRules};
use js_sys::{Array, Function, Object, Reflect};
use std::cell::RefCell;
use std::thread::LocalKey;
use wasm_bindgen::{JsCast, JsValue};

/// What was made for each locale: to make it takes longer than all that is written with it.
type Made<T> = RefCell<Vec<(&'static str, T)>>;

thread_local! {
    static NUMBERS: Made<Function> = const { RefCell::new(Vec::new()) };
    static PERCENTS: Made<Function> = const { RefCell::new(Vec::new()) };
    static DAYS: Made<Function> = const { RefCell::new(Vec::new()) };
    static SPANS: Made<DateTimeFormat> = const { RefCell::new(Vec::new()) };
    static PLURALS: Made<PluralRules> = const { RefCell::new(Vec::new()) };
}

/// What there is for the language's locale, made where it is asked for first.
fn of<T: Clone>(all: &'static LocalKey<Made<T>>, language: Language, make: impl FnOnce(&Array) -> T) -> T {
    let locale = language.locale();
    all.with_borrow_mut(|all| {
        if let Some((_, made)) = all.iter().find(|(known, _)| *known == locale) {
            return made.clone();
        }
        let made = make(&Array::of1(&locale.into()));
        all.push((locale, made.clone()));
        made
    })
}

/// A number as the language writes it.
pub fn number(language: Language, number: usize) -> String {
    let format = of(&NUMBERS, language, |locales| NumberFormat::new(locales, &Object::new()).format());
    written(&format, (number as f64).into()).unwrap_or_else(|| number.to_string())
}

/// Makes what numbers and counted nouns are written with: the first of them takes the browser long.
pub fn make(language: Language) {
    counted(language, &language.words().claims, 1);
}

/// What a format of `Intl` makes of a value.
fn written(format: &Function, value: JsValue) -> Option<String> {
    format.call1(&js_sys::global(), &value).ok()?.as_string()
}

/// A percentage as the language writes it.
pub fn percent(language: Language, percent: i32) -> String {
    let format = of(&PERCENTS, language, |locales| {
        let options = Object::new();
        let _ = Reflect::set(&options, &"style".into(), &"percent".into());
        NumberFormat::new(locales, &options).format()
    });
    written(&format, (f64::from(percent) / 100.0).into()).unwrap_or_else(|| percent.to_string())
}

/// A counted noun with its number.
pub fn counted(language: Language, forms: &Counted, count: usize) -> String {
    let rules = of(&PLURALS, language, |locales| PluralRules::new(locales, &Object::new()));
    let category: String = rules.select(count as f64).into();
    forms.form(&category, &number(language, count))
}

/// A day with its weekday.
pub fn day(language: Language, date: Date) -> String {
    let format = of(&DAYS, language, |locales| dates(locales, "full").format());
    written(&format, moment(date)).unwrap_or_else(|| date.to_string())
}

/// From one day to another; what both have in common is written once.
pub fn days(language: Language, [since, until]: [Date; 2]) -> String {
    let format = of(&SPANS, language, |locales| dates(locales, "long"));
    let write = Reflect::get(&format, &"formatRange".into()).ok().and_then(|f| f.dyn_into::<Function>().ok());
    let days = write.and_then(|write| write.call2(&format, &moment(since), &moment(until)).ok()?.as_string());
    days.unwrap_or_else(|| format!("{since} – {until}"))
}

/// What writes dates in this style of `Intl`.
fn dates(locales: &Array, style: &str) -> DateTimeFormat {
    let options = Object::new();
    for (name, value) in [("dateStyle", style), ("timeZone", "UTC")] {
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    DateTimeFormat::new(locales, &options)
}

fn moment(date: Date) -> JsValue {
    js_sys::Date::new(&(f64::from(date.days()) * 86_400_000.0).into()).into()
}
