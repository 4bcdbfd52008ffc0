//! The article: its head, the legend, the strip of sides, and the text.

use super::Shared;
use crate::analysis::{Analysis, Date};
use crate::annotation::{Board, Content, Item};
use crate::page::browser::{article, locale};
use crate::page::state::{Message, side_style};
use crate::page::words::Language;
use crate::text::Document;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub language: Language,
    pub say: Callback<Message>,
    pub title: AttrValue,
    pub source: AttrValue,
    pub date: Option<Date>,
    pub document: Shared<Document>,
    pub items: Shared<Vec<Item>>,
    pub analysis: Shared<Analysis>,
    pub board: Shared<Board>,
    pub children: Html,
}

#[component(ArticleView)]
pub fn article_view(props: &Props) -> Html {
    let Props { language, document, .. } = props;
    let words = language.words();
    use_selection(document.clone(), props.say.clone());
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
    let claims = props.items.iter().filter(|item| matches!(item.content, Content::Claim(_))).count();
    let facts = [
        (!props.source.is_empty()).then(|| props.source.to_string()),
        props.date.map(|date| locale::day(*language, date)),
        Some(locale::counted(*language, &words.paragraphs, document.paragraphs().len())),
        Some(locale::counted(*language, &words.claims, claims)),
        Some(locale::counted(*language, &words.contested, props.board.contested.len())),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    html! {
        <article id="article" class="article" dir="rtl" lang="ar" tabindex="-1" aria-labelledby="article-title">
            <h1 id="article-title">{ &props.title }</h1>
            <p class="facts" dir={language.direction()} lang={language.tag()}>{ facts.join(" · ") }</p>
            <div dir={language.direction()} lang={language.tag()}>{ props.children.clone() }</div>
            <div class="text-and-strip">
                <div id="strip" aria-hidden="true">{ for props.items.iter().filter_map(|item| strip_part(props, item)) }</div>
                <div id={article::TEXT} class="text" translate="no" onclick={click}></div>
            </div>
        </article>
    }
}

fn strip_part(props: &Props, item: &Item) -> Option<Html> {
    let Content::Claim(claim) = &item.content else { return None };
    let points = props.document.offsets().code_points(item.span?);
    let style = side_style(&props.analysis, claim.side.as_ref()) + 1;
    Some(html! {
        <i key={item.key.clone()} class={format!("side-{style}")} data-start={points.start.0.to_string()}
            data-end={points.end.0.to_string()}></i>
    })
}

/// Tells what is selected in the article, whenever that changes.
#[hook]
fn use_selection(document: Shared<Document>, say: Callback<Message>) {
    use_effect_with(document, move |document| {
        let document = document.clone();
        let listener =
            Closure::<dyn Fn()>::new(move || say.emit(Message::Select(article::selected(&document))));
        let page = crate::page::browser::dom::document();
        if let Some(page) = &page {
            let _ =
                page.add_event_listener_with_callback("selectionchange", listener.as_ref().unchecked_ref());
        }
        move || {
            if let Some(page) = page {
                let _ = page.remove_event_listener_with_callback(
                    "selectionchange",
                    listener.as_ref().unchecked_ref(),
                );
            }
        }
    });
}
