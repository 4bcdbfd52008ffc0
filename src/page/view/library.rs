//! The library: the search over it, and every article with what is known of it.

use super::facts::joined;
use super::fields::{modes, told, use_focus, use_written};
use super::foreign::foreign;
use super::icon::Icon;
use crate::page::browser::locale;
use crate::page::state::{Entry, Hit, Hits, Message, Mode};
use crate::page::words::{Language, fill};
use crate::storage::usage::QUOTA;
use crate::text::PatternError;
use yew::prelude::*;

pub struct Props {
    pub language: Language,
    pub say: Callback<Message>,
    /// The articles that the search leaves.
    pub entries: Vec<Entry>,
    pub query: AttrValue,
    pub mode: Mode,
    pub error: Option<PatternError>,
    /// Whether the search is not through yet.
    pub searching: bool,
    /// The article that is being renamed.
    pub renaming: Option<AttrValue>,
    /// UTF-16 units that the store holds.
    pub used: Option<usize>,
}

pub fn library_view(props: &Props) -> Html {
    let words = props.language.words();
    let typed = told::<InputEvent>(props.say.reform({
        let mode = props.mode;
        move |query| Message::SearchLibrary(query, mode)
    }));
    let meant = props.say.reform({
        let query = props.query.clone();
        move |mode| Message::SearchLibrary(query.to_string(), mode)
    });
    html! {
        <>
            <search class="library-search">
                <input id="library-search" type="search" dir="auto" aria-label={words.library_search}
                    placeholder={words.library_placeholder} value={props.query.clone()} oninput={typed}
                    aria-invalid={props.error.map(|_| "true")} />
                { modes(words, props.mode, meant) }
            </search>
            <p class="hint" role="status">{ found(props) }</p>
            <ul class="shelf">{ for props.entries.iter().map(|entry| article(props, entry)) }</ul>
            if let Some(used) = props.used { { storage(props.language, used) } }
        </>
    }
}

/// What the search has found, or what there is.
fn found(props: &Props) -> String {
    let words = props.language.words();
    let count = locale::counted(props.language, &words.library_articles, props.entries.len());
    match props.error {
        Some(error) => words.pattern_error(error, |n| locale::number(props.language, n)),
        None if props.searching => format!("{count} · {}", words.searching),
        None if props.entries.is_empty() => words.library_none.into(),
        None if props.query.trim().is_empty() && props.entries.len() == 1 => words.library_alone.into(),
        None => count,
    }
}

fn article(props: &Props, entry: &Entry) -> Html {
    let words = props.language.words();
    let id = &entry.id;
    let take = props.say.reform({
        let (id, open) = (id.clone(), entry.open);
        move |_: MouseEvent| if open { Message::Open(None) } else { Message::Take(id.clone()) }
    });
    let renamed = props.renaming.as_deref() == Some(&id.0);
    let rename = props.say.reform({
        let id = id.clone();
        move |_: MouseEvent| Message::Rename((!renamed).then(|| id.clone()))
    });
    let remove = props.say.reform({
        let id = id.clone();
        move |_: MouseEvent| Message::RemoveArticle(id.clone())
    });
    let named = props.say.reform({
        let id = id.clone();
        move |title| Message::NameArticle(id.clone(), title)
    });
    html! {
        <li key={id.0.clone()} data-article={id.0.clone()} aria-current={entry.open.then_some("true")}>
            <div class="entry">
                <button class="plain title" lang="ar" dir="auto" onclick={take}>{ foreign(&entry.title) }</button>
                <button class="plain" data-action="rename" title={words.rename} aria-expanded={renamed.to_string()}
                    aria-label={foreign(&format!("{}: {}", words.rename, entry.title))} onclick={rename}>{ Icon::Edit.draw() }</button>
                if entry.removable {
                    <button class="plain" data-action="remove-article" title={words.delete}
                        aria-label={foreign(&format!("{}: {}", words.delete, entry.title))} onclick={remove}>{ Icon::Delete.draw() }</button>
                }
            </div>
            if renamed { <NameField name={words.title} title={entry.title.clone()} {named} /> }
            <p class="facts" data-progress={entry.progress().name()}>{ facts(props.language, entry) }</p>
            { hits(props, entry) }
        </li>
    }
}

/// What is known of an article, source first, which is written in its own language.
fn facts(language: Language, entry: &Entry) -> Html {
    let words = language.words();
    let counted = |forms, count| locale::counted(language, forms, count);
    let facts = [
        entry.date.map(|date| locale::day(language, date)),
        entry.counts.map(|counts| counted(&words.claims, counts.claims)),
        entry.counts.filter(|c| c.contested > 0).map(|counts| counted(&words.contested, counts.contested)),
        (entry.annotations > 0).then(|| counted(&words.annotations, entry.annotations)),
        Some(words.progress(entry.progress()).to_owned()),
        entry.open.then(|| words.opened.to_owned()),
    ];
    html! {
        <>
            if !entry.source.is_empty() { <span lang="ar" dir="auto">{ foreign(&entry.source) }</span><span>{ " · " }</span> }
            <span>{ joined(&facts) }</span>
        </>
    }
}

/// What the search found in the text: the first places, each of which can be gone to.
fn hits(props: &Props, entry: &Entry) -> Html {
    let Hits { count, first, .. } = &entry.hits;
    if *count == 0 {
        return Html::default();
    }
    let words = props.language.words();
    html! {
        <>
            <p class="hint">{ locale::counted(props.language, &words.hits, *count) }</p>
            <ol class="hits">{ for first.iter().map(|hit| place(props, entry, hit)) }</ol>
        </>
    }
}

fn place(props: &Props, entry: &Entry, hit: &Hit) -> Html {
    let go = props.say.reform({
        let (id, span) = (entry.id.clone(), hit.span);
        move |_: MouseEvent| Message::TakeAt(id.clone(), span)
    });
    let [before, found, after] = hit.words.each_ref().map(|words| foreign(words));
    html! {
        <li><button class="plain" data-action="go-to-hit" lang="ar" dir="rtl" onclick={go}>
            <span>{ before }<mark>{ found }</mark>{ after }</span></button></li>
    }
}

fn storage(language: Language, used: usize) -> Html {
    let words = language.words();
    // What is used at all shows.
    let percent = (used * 100).div_ceil(QUOTA).min(100) as i32;
    let said = fill(words.storage_used, &[&locale::percent(language, percent)]);
    html! {
        <div class="storage" data-used={used.to_string()}>
            <label for="storage-used">{ said }</label>
            <meter id="storage-used" min="0" max="100" high="80" value={percent.to_string()}></meter>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct NameProps {
    name: &'static str,
    title: String,
    named: Callback<String>,
}

/// The field in which an article is renamed, with the reader in it.
#[component(NameField)]
fn name_field(props: &NameProps) -> Html {
    let (field, heard) = use_written(&props.title, props.named.clone());
    use_focus(&field, "article-title");
    html! { <input ref={field} name="article-title" dir="auto" aria-label={props.name} onchange={heard} /> }
}
