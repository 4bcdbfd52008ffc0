//! The article: its head, the legend, the strip of sides, and the text.

use super::facts::joined;
use super::foreign::foreign;
use super::legend::Legend;
use super::{Shared, ends, side_class};
use crate::analysis::{Analysis, Date};
use crate::annotation::{Board, Content, Item, is_web_address};
use crate::page::browser::{article, events, locale};
use crate::page::state::{Cursor, Layer, Message, Panel};
use crate::page::words::Language;
use crate::text::Document;
use std::ops::Range;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub language: Language,
    pub say: Callback<Message>,
    pub title: AttrValue,
    /// Whether the text itself begins with the title.
    pub headlined: bool,
    pub source: AttrValue,
    pub address: AttrValue,
    pub date: Option<Date>,
    pub document: Shared<Document>,
    pub items: Shared<Vec<Rc<Item>>>,
    pub drawn: Range<usize>,
    pub analysis: Shared<Analysis>,
    pub board: Shared<Board>,
    pub cursor: Option<Cursor>,
    /// Whether the engine has not read the text to its end: what it has found so far is not all.
    pub reading: bool,
    /// Whether what is known of the article is shown to be corrected.
    pub detailed: bool,
    /// What the legend switches, with how many items each has and whether it is shown.
    pub layers: Vec<(Layer, usize, bool)>,
}

#[component(ArticleView)]
pub fn article_view(props: &Props) -> Html {
    let Props { language, document, .. } = props;
    let words = language.words();
    use_effect_with(document.clone(), {
        let say = props.say.clone();
        move |document| {
            let document = document.clone();
            let heard = events::selections(say, move || article::selected(&document));
            move || drop(heard)
        }
    });
    let click = {
        let (document, say) = (document.clone(), props.say.clone());
        move |event: MouseEvent| {
            if article::selected(&document).is_none()
                && let Some(byte) =
                    article::at_point(&document, event.client_x() as f32, event.client_y() as f32)
            {
                say.emit(Message::Point(byte));
            }
        }
    };
    let claims = props.items.iter().filter(|item| item.is_claim()).count();
    let drawn = props.items.get(props.drawn.clone()).unwrap_or_default();
    let facts = [
        props.date.map(|date| locale::day(*language, date)),
        Some(locale::counted(*language, &words.paragraphs, document.paragraphs().len())),
        props.reading.then(|| words.reading.to_owned()),
        (!props.reading).then(|| locale::counted(*language, &words.claims, claims)),
        (!props.reading).then(|| locale::counted(*language, &words.contested, props.board.contested.len())),
    ];
    // A line breaks between two facts, not within one.
    let facts = facts.map(|fact| fact.map(|fact| fact.replace(' ', "\u{a0}")));
    let panel = (!props.detailed).then_some(Panel::Details);
    let opens = props.say.reform(move |_: MouseEvent| Message::Open(panel));
    html! {
        <article id="article" class="article" dir="rtl" lang="ar" tabindex="-1" aria-labelledby="article-title">
            <h1 id="article-title" class={props.headlined.then_some("unseen")}>{ foreign(&props.title) }</h1>
            <p class="facts" dir={language.direction()} lang={language.tag()}>{ source(props) }<span>{ joined(&facts) }</span>{ " " }
                <button class="plain" data-opens="details" aria-expanded={props.detailed.to_string()} onclick={opens}>{ words.edit_details }</button></p>
            <div dir={language.direction()} lang={language.tag()}><Legend language={*language} say={props.say.clone()} analysis={props.analysis.clone()} layers={props.layers.clone()} /></div>
            <div class="text-and-strip">
                <div id="strip" aria-hidden="true">{ for drawn.iter().filter_map(|item| strip_part(props, item)) }</div>
                <div id={article::TEXT} class="text" translate="no" tabindex="0" role="group" aria-label={words.article_text}
                    aria-describedby="article-keys" data-headlined={props.headlined.then_some("true")} data-cursor={props.cursor.map(|_| "true")} onclick={click}></div>
            </div>
            <p id="article-keys" hidden={true}>{ words.article_keys }</p>
            <p id="spoken" class="unseen" aria-live="polite">{ props.cursor.map(|cursor| foreign(&spoken(props, cursor))) }</p>
        </article>
    }
}

/// Where the article was published, leading to its address where that is one of the web.
fn source(props: &Props) -> Html {
    let Props { source, address, .. } = props;
    let name = if source.is_empty() { address } else { source };
    if name.is_empty() {
        return Html::default();
    }
    html! {
        <>
            if is_web_address(address) {
                <a href={address} target="_blank" rel="noreferrer noopener" lang="ar" dir="auto">{ foreign(name) }</a>
            } else {
                <span lang="ar" dir="auto">{ foreign(name) }</span>
            }
            <span>{ " · " }</span>
        </>
    }
}

/// Code points of the words at the cursor that are spoken.
const SPOKEN: usize = 300;

/// What a screen reader says of the cursor: the words, and what is marked there.
fn spoken(props: &Props, cursor: Cursor) -> String {
    let words = props.language.words();
    let span = cursor.selection().unwrap_or(cursor.anchor);
    let mut said: String = props.document.slice(span).chars().take(SPOKEN).collect();
    let here = props.items.iter().filter(|item| item.span.is_some_and(|other| other.contains(span)));
    for item in here {
        said.push_str(" · ");
        said.push_str(match &item.content {
            Content::Claim(_) => words.mark_claim,
            Content::Entity(entity) => words.entity(entity.kind),
            Content::Highlight => words.mark_highlight,
            Content::Note => words.mark_note,
        });
    }
    said
}

fn strip_part(props: &Props, item: &Item) -> Option<Html> {
    let Content::Claim(claim) = &item.content else { return None };
    item.span?;
    let [start, end] = ends(item, &props.document);
    Some(html! {
        <i key={item.key.clone()} class={side_class(&props.analysis, claim.side.as_ref())} data-start={start} data-end={end}></i>
    })
}
