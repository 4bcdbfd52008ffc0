//! Numbers, plurals and dates as the reader's language writes them, through `Intl`.

use crate::analysis::Date;
use crate::page::words::{Counted, Language};
use js_sys::{Array, Function, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

fn locales(language: Language) -> Array {
    Array::of1(&language.locale().into())
}

/// A number as the language writes it.
pub fn number(language: Language, number: usize) -> String {
    let format = Intl::NumberFormat::new(&locales(language), &Object::new()).format();
    written(&format, (number as f64).into()).unwrap_or_else(|| number.to_string())
}

/// What a format of `Intl` makes of a value.
fn written(format: &Function, value: JsValue) -> Option<String> {
    format.call1(&js_sys::global(), &value).ok()?.as_string()
}

/// A percentage as the language writes it.
pub fn percent(language: Language, percent: i32) -> String {
    let options = Object::new();
    let _ = Reflect::set(&options, &"style".into(), &"percent".into());
    let format = Intl::NumberFormat::new(&locales(language), &options).format();
    written(&format, (f64::from(percent) / 100.0).into()).unwrap_or_else(|| percent.to_string())
}

/// A counted noun with its number.
pub fn counted(language: Language, forms: &Counted, count: usize) -> String {
    let category: String =
        Intl::PluralRules::new(&locales(language), &Object::new()).select(count as f64).into();
    forms.form(&category, &number(language, count))
}

/// A day with its weekday.
pub fn day(language: Language, date: Date) -> String {
    let options = Object::new();
    for (name, value) in
        [("weekday", "long"), ("day", "numeric"), ("month", "long"), ("year", "numeric"), ("timeZone", "UTC")]
    {
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    let moment = js_sys::Date::new(&(f64::from(date.days()) * 86_400_000.0).into());
    let format = Intl::DateTimeFormat::new(&locales(language), &options).format();
    written(&format, moment.into()).unwrap_or_else(|| date.to_string())
}
