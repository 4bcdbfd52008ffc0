//! The parts of the page in their order, each given what it shows of the state.

use super::article::ArticleView;
use super::bar::Bar;
use super::board::BoardView;
use super::margin::Margin;
use super::notices::Notices;
use super::opening::Opening;
use super::panel::PanelFrame;
use super::search::Search;
use super::toolbar::Toolbar;
use super::{
    Shared, archive, arrival, details, dispute, edition, export, help, library, settings, taking, tour,
};
use crate::page::browser::dom;
use crate::page::state::{Message, Panel, Stage, State, layers};
use yew::prelude::*;

/// What all parts are made of.
#[derive(Clone, Copy)]
pub struct Given<'g> {
    pub state: &'g State,
    pub say: &'g Callback<Message>,
    pub take_files: &'g Callback<Event>,
}

/// The whole page, as far as the stage of its start has come.
pub fn page(given: Given) -> Html {
    let state = given.state;
    let archive = state.archive.as_ref().filter(|_| state.shows_archive());
    let whole = matches!(state.stage, Stage::Board | Stage::Whole);
    html! {
        <>
            <a class="skip" href="#article">{ state.language.words().skip }</a>
            { above(given, archive.is_some()) }
            { panels(given) }
            if let Some(archive) = archive {
                { archive::archive_view(archive::Props { language: state.language, say: given.say, archive }) }
            }
            // The article stays laid.
            <div class="room" hidden={archive.is_some()}>{ room(given) }</div>
            if whole && archive.is_none() { { board(given) } }
        </>
    }
}

/// The bar, and what the page has to say.
fn above(Given { state, say, take_files }: Given, archived: bool) -> Html {
    let language = state.language;
    html! {
        <>
            <Bar {language} say={say.clone()} saving={state.saving()}
                undo={state.can_undo()} redo={state.can_redo()}
                dark={dom::is_dark(&state.settings.theme)} searching={state.find.open} panel={state.panel}
                archive={state.archive.as_ref().map(|_| archived)} files={take_files.clone()} />
            <Notices {language} say={say.clone()} notices={state.notices.clone()} unreadable={state.unreadable.clone()}
                removable={state.removable()} />
            <p class="drop" aria-hidden="true">{ language.words().drop_here }</p>
            if let Some(taking) = &state.files {
                { taking::taking_view(&taking::Props { language, say: say.clone(), taking: taking.clone() }) }
            }
            if state.find.open {
                <Search {language} say={say.clone()} find={state.find.clone()} />
            }
        </>
    }
}

/// What opens above the article: the panel that the reader asked for, and what the page asks or explains.
fn panels(given: Given) -> Html {
    let Given { state, say, .. } = given;
    let language = state.language;
    html! {
        <>
            { state.panel.map(|panel| self::panel(given, panel)) }
            if let Some(edition) = &state.edition {
                { edition::edition_view(&edition::Props { language, say: say.clone(), edition: edition.clone() }) }
            }
            if let Some(arrival) = &state.arrival {
                { arrival::arrival_view(&arrival::Props {
                    language,
                    say: say.clone(),
                    file: AttrValue::from(arrival.file.clone()),
                    articles: arrival.articles.clone(),
                }) }
            }
            if let Some(step) = state.tour {
                { tour::tour(&tour::Props { language, say: say.clone(), step }) }
            }
        </>
    }
}

fn panel(given: Given, panel: Panel) -> Html {
    let Given { state, say, .. } = given;
    let (language, say) = (state.language, say.clone());
    match panel {
        Panel::Settings => {
            settings::settings_panel(&settings::Props { language, say, settings: state.settings.clone() })
        }
        Panel::Help => help::help(&help::Props { language, say }),
        Panel::Opening => opening(given),
        Panel::Details => {
            let article = state.desk.article();
            details::details(&details::Props {
                language,
                say,
                title: AttrValue::from(article.title.clone()),
                source: AttrValue::from(article.source.clone()),
                address: AttrValue::from(article.address.clone()),
                date: article.date,
            })
        }
        Panel::Export => export::export(&export::Props { language, say }),
        Panel::Dispute => dispute::dispute_panel(&dispute::Props {
            language,
            say,
            dispute: state.edited_dispute(),
            error: state.unsound.as_ref().map(|unsound| unsound.error.clone()),
            as_found: state.unsound.is_none() && state.desk.dispute.is_none(),
            choices: state.choices(),
        }),
        // Drawn as long as there is something to be asked, by `panels`.
        Panel::Import | Panel::Edition => Html::default(),
    }
}

/// The library, and the ways to put an article into it.
fn opening(Given { state, say, .. }: Given) -> Html {
    let language = state.language;
    html! {
        <PanelFrame name="articles" title={language.words().opening} {language} say={say.clone()}>
            { library::library_view(&library::Props {
                language,
                say: say.clone(),
                entries: state.entries(),
                query: AttrValue::from(state.library.query.clone()),
                mode: state.library.mode,
                error: state.library.error,
                searching: state.is_searching(),
                renaming: state.library.renaming.clone().map(|id| AttrValue::from(id.0)),
                used: state.library.used,
            }) }
            <Opening {language} say={say.clone()} />
        </PanelFrame>
    }
}

/// The article, and level with it the margin.
fn room(Given { state, say, .. }: Given) -> Html {
    let (language, desk) = (state.language, &state.desk);
    let article = desk.article();
    let (items, drawn) = (Shared::of(&desk.items), state.drawn());
    let (document, analysis, board) =
        (Shared::of(&desk.document), Shared::of(&desk.analysis), Shared::of(&desk.board));
    html! {
        <>
            <main>
                <ArticleView {language} say={say.clone()} title={AttrValue::from(article.title.clone())}
                    headlined={article.opens_with_its_title()} source={AttrValue::from(article.source.clone())} address={AttrValue::from(article.address.clone())}
                    date={article.date} detailed={state.panel == Some(Panel::Details)} document={document.clone()}
                    items={items.clone()} drawn={drawn.clone()} analysis={analysis.clone()} board={board.clone()}
                    cursor={state.cursor} reading={desk.is_reading()} layers={layers(state)} />
                if state.selection.is_some() {
                    <Toolbar {language} say={say.clone()} />
                }
            </main>
            if state.stage > Stage::Article {
                <Margin {language} say={say.clone()} {items} {drawn} {analysis} {document} {board}
                    focus={state.focus.clone().map(AttrValue::from)} editing={state.editing.clone().map(AttrValue::from)}
                    tab={state.tab} named={state.names_drawn()} sheet={state.sheet} reading={desk.is_reading()} />
            }
        </>
    }
}

fn board(Given { state, say, .. }: Given) -> Html {
    let desk = &state.desk;
    let is_claim = |key: &String| desk.item(key).is_some_and(|item| item.is_claim());
    let focus = state.focus.clone().filter(is_claim).map(AttrValue::from);
    html! {
        <BoardView language={state.language} say={say.clone()} analysis={Shared::of(&desk.analysis)}
            document={Shared::of(&desk.document)} board={Shared::of(&desk.board)} {focus} filter={state.filter.clone()}
            room={state.claims_drawn()} reading={desk.is_reading()} disputing={state.panel == Some(Panel::Dispute)} />
    }
}
