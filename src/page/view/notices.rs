//! What the page has to say.

use super::icon::Icon;
use crate::page::browser::locale;
use crate::page::state::{Message, Notice, Said};
use crate::page::words::{Language, fill};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub language: Language,
    pub say: Callback<Message>,
    pub notices: Vec<Notice>,
}

#[component(Notices)]
pub fn notices(props: &Props) -> Html {
    let words = props.language.words();
    html! {
        <section id="notices" class="notices" aria-label={words.notices} aria-live="polite">
            { for props.notices.iter().enumerate().map(|(index, notice)| {
                let dismiss = props.say.reform(move |_: MouseEvent| Message::Dismiss(index));
                let raw = props.say.reform(|_: MouseEvent| Message::DownloadUnreadable);
                html! {
                    <div class={classes!("notice", notice.is_error().then_some("error"))} role={notice.is_error().then_some("alert")}>
                        <p dir="auto">{ said(props.language, &notice.said) }</p>
                        if matches!(notice.said, Said::Unreadable(_)) {
                            <button class="quiet" onclick={raw}>{ words.download_raw }</button>
                        }
                        <button class="plain" title={words.dismiss} aria-label={words.dismiss} onclick={dismiss}>{ Icon::Close.draw() }</button>
                    </div>
                }
            }) }
        </section>
    }
}

fn said(language: Language, said: &Said) -> String {
    let words = language.words();
    let number = |n: &usize| locale::number(language, *n);
    match said {
        Said::NotKept(error) => fill(words.not_kept, &[words.store_error(error)]),
        Said::Unreadable(count) => locale::counted(language, &words.unreadable, *count),
        Said::BadFile(file, error) => {
            let path = if error.path.is_empty() { words.whole_file } else { &error.path };
            fill(words.bad_file, &[file, path, &words.problem(&error.problem)])
        }
        Said::NotText(file) => fill(words.not_text, &[file]),
        Said::EmptyText(file) if file.is_empty() => fill(words.empty_text, &[words.pasted]),
        Said::EmptyText(file) => fill(words.empty_text, &[file]),
        Said::UnknownArticle(file) => fill(words.unknown_article, &[file]),
        Said::Imported(added, changed, skipped) => {
            fill(words.imported, &[&number(added), &number(changed), &number(skipped)])
        }
        Said::Conflict(_) => words.conflict.into(),
        Said::NoHighlights => words.no_highlights.into(),
    }
}
