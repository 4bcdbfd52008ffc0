//! What the page has to say.

use super::foreign::foreign;
use super::icon::Icon;
use super::shortened::shortened;
use crate::annotation::{Annotation, DocumentId};
use crate::page::browser::locale;
use crate::page::state::{Message, Notice, Said};
use crate::page::words::{Language, fill};
use crate::storage::{Standing, StoreError, Unreadable};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub language: Language,
    pub say: Callback<Message>,
    pub notices: Vec<Notice>,
    pub unreadable: Vec<Unreadable>,
    /// The articles that can be deleted where there is no room left.
    pub removable: Vec<(DocumentId, String)>,
}

#[component(Notices)]
pub fn notices(props: &Props) -> Html {
    let words = props.language.words();
    html! {
        <section id="notices" class="notices" aria-label={words.notices} aria-live="polite">
            { for props.notices.iter().enumerate().map(|(index, notice)| {
                let dismiss = props.say.reform(move |_: MouseEvent| Message::Dismiss(index));
                html! {
                    <div class={classes!("notice", notice.is_error().then_some("error"))} role={notice.is_error().then_some("alert")}>
                        <p dir="auto">{ foreign(&said(props.language, &notice.said)) }</p>
                        { offer(props, index, &notice.said) }
                        <button class="plain" title={words.dismiss} aria-label={words.dismiss} onclick={dismiss}>{ Icon::Close.draw() }</button>
                    </div>
                }
            }) }
        </section>
    }
}

/// What can be done about it.
fn offer(props: &Props, index: usize, said: &Said) -> Html {
    let words = props.language.words();
    let button = |action: &'static str, word: &'static str, message: Message| {
        let press = props.say.reform(move |_: MouseEvent| message.clone());
        html! { <button class="quiet" data-action={action} onclick={press}>{ word }</button> }
    };
    match said {
        Said::Unreadable(_) => html! {
            <>
                { button("download-unreadable", words.download_raw, Message::DownloadUnreadable) }
                { unreadable(props) }
            </>
        },
        Said::Standing(Standing::Reserve(_) | Standing::Nowhere(StoreError::Full)) => html! {
            <>
                { button("download", words.download, Message::Download) }
                { removable(props) }
            </>
        },
        Said::Standing(Standing::Nowhere(_)) => button("download", words.download, Message::Download),
        Said::Overwritten(..) | Said::DisputeOverwritten(_) => {
            button("restore", words.restore, Message::Restore(index))
        }
        Said::NotOpened(files) => not_opened(props.language, files),
        Said::Removed(..) | Said::DisputeRemoved(_) => button("restore", words.undo, Message::Restore(index)),
        Said::NewVersion => button("take-version", words.take_version, Message::TakeVersion),
        _ => Html::default(),
    }
}

/// The records that were set aside, each with what is wrong with it.
fn unreadable(props: &Props) -> Html {
    let words = props.language.words();
    html! {
        <details class="more">
            <summary>{ words.which }</summary>
            <ul>{ for props.unreadable.iter().map(|record| html! {
                <li><code dir="ltr">{ foreign(&record.key) }</code><span>{ foreign(&words.fault(&record.fault)) }</span></li>
            }) }</ul>
        </details>
    }
}

/// The files that were not opened, each with what is wrong with it; a few are shown at once.
fn not_opened(language: Language, files: &[Said]) -> Html {
    const FEW: usize = 5;
    html! {
        <details class="more" open={files.len() <= FEW}>
            <summary>{ language.words().which_files }</summary>
            <ul>{ for files.iter().map(|file| html! { <li><span dir="auto">{ foreign(&said(language, file)) }</span></li> }) }</ul>
        </details>
    }
}

/// The articles whose deletion makes room.
fn removable(props: &Props) -> Html {
    let words = props.language.words();
    if props.removable.is_empty() {
        return Html::default();
    }
    html! {
        <details class="more">
            <summary>{ words.make_room }</summary>
            <ul>{ for props.removable.iter().map(|(id, title)| {
                let remove = props.say.reform({ let id = id.clone(); move |_: MouseEvent| Message::RemoveArticle(id.clone()) });
                html! {
                    <li key={id.0.clone()}><span lang="ar" dir="auto">{ foreign(title) }</span>
                        <button class="quiet" data-action="remove-article" onclick={remove}>{ words.delete }</button></li>
                }
            }) }</ul>
        </details>
    }
}

fn said(language: Language, said: &Said) -> String {
    let words = language.words();
    let number = |n: &usize| locale::number(language, *n);
    match said {
        Said::Standing(standing) => words.standing(standing),
        Said::Overwritten(_, annotation) => fill(words.overwritten, &[&excerpt(annotation)]),
        Said::DisputeOverwritten(dispute) => fill(words.dispute_overwritten, &[&dispute.name]),
        Said::DisputeRemoved(dispute) => fill(words.dispute_removed, &[&dispute.name]),
        Said::Removed(_, title) => fill(words.removed, &[title]),
        Said::Unreadable(count) => locale::counted(language, &words.unreadable, *count),
        Said::BadFile(file, error) => {
            let file = if file.is_empty() { words.pasted } else { file };
            let path = if error.path.is_empty() { words.whole_file } else { &error.path };
            fill(words.bad_file, &[file, path, &words.problem(&error.problem)])
        }
        Said::Added(count) => locale::counted(language, &words.added, *count),
        Said::NotOpened(files) => locale::counted(language, &words.not_opened, files.len()),
        Said::Unread(file, problem) => fill(words.unread, &[file, &words.problem(problem)]),
        Said::NotText(file) => fill(words.not_text, &[file]),
        Said::EmptyText(file) if file.is_empty() => fill(words.empty_text, &[words.pasted]),
        Said::EmptyText(file) => fill(words.empty_text, &[file]),
        Said::BadAddress(at) => fill(words.bad_address, &[&number(at)]),
        Said::UnknownArticle(file) => fill(words.unknown_article, &[file]),
        Said::Imported(added, changed, skipped) => {
            fill(words.imported, &[&number(added), &number(changed), &number(skipped)])
        }
        Said::LeftOut(count) => locale::counted(language, &words.left_out, *count),
        Said::Conflict(_) => words.conflict.into(),
        Said::MarkClaim(question) if question.is_empty() => fill(words.mark_for, &[words.unworded]),
        Said::MarkClaim(question) => fill(words.mark_for, &[question]),
        Said::NoHighlights => words.no_highlights.into(),
        Said::NewVersion => words.new_version.into(),
    }
}

/// Enough of an annotation to know it by: the reader's note, else the words that it is about.
fn excerpt(annotation: &Annotation) -> String {
    const SHOWN: usize = 60;
    let words =
        if annotation.note.trim().is_empty() { &annotation.target.quote.exact } else { &annotation.note };
    shortened(words, SHOWN)
}
