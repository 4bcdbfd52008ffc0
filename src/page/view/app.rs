//! The whole page: it holds the state, draws it, and does what the state asks for.

use super::Shared;
use super::article::ArticleView;
use super::bar::Bar;
use super::board::BoardView;
use super::help::Help;
use super::legend::Legend;
use super::margin::Margin;
use super::notices::Notices;
use super::opening::Opening;
use super::search::Search;
use super::settings::SettingsPanel;
use super::toolbar::Toolbar;
use super::tour::Tour;
use crate::page::browser::focus::Focus;
use crate::page::browser::highlights::Highlights;
use crate::page::browser::{article, dom, events, files, layout, supply};
use crate::page::state::{Effect, Message, Panel, Saving, State, layers, marks};
use crate::page::words::Language;
use crate::storage::Keeper;
use crate::storage::browser::LocalStore;
use yew::prelude::*;

/// The page.
pub struct App {
    state: State,
    keeper: Keeper<LocalStore>,
    supply: supply::Browser,
    highlights: Highlights,
    focus: Focus,
    /// The article whose text is laid.
    laid: Option<crate::annotation::DocumentId>,
    /// Done when the page has been drawn.
    pending: Vec<Effect>,
}

impl Component for App {
    type Message = Message;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let mut keeper = Keeper::new(LocalStore);
        let state = State::new(keeper.load(), Language::default());
        events::listen(context.link().callback(|message| message));
        App {
            state,
            keeper,
            supply: supply::Browser,
            highlights: Highlights::default(),
            focus: Focus::follow(),
            laid: None,
            pending: Vec::new(),
        }
    }

    fn update(&mut self, _: &Context<Self>, message: Message) -> bool {
        if let Message::Select(None) = message
            && self.state.selection.is_none()
        {
            return false;
        }
        let effects = self.state.update(message, &mut self.supply);
        for effect in effects {
            self.carry_out(effect);
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let state = &self.state;
        let say = context.link().callback(|message: Message| message);
        let language = state.language;
        let words = language.words();
        let items = Shared::of(&state.desk.items);
        let analysis = Shared::of(&state.desk.analysis);
        let document = Shared::of(&state.desk.document);
        let board = Shared::of(&state.desk.board);
        let article = state.desk.article();
        let focus = state.focus.clone().map(AttrValue::from);
        html! {
            <>
                <a class="skip" href="#article">{ words.skip }</a>
                <Bar {language} say={say.clone()} saving={state.saving.clone()}
                    undo={state.desk.workspace().can_undo()} redo={state.desk.workspace().can_redo()}
                    theme={AttrValue::from(state.settings.theme.clone())} searching={state.find.open} panel={state.panel} />
                <Notices {language} say={say.clone()} notices={state.notices.clone()} />
                if state.find.open {
                    <Search {language} say={say.clone()} find={state.find.clone()} />
                }
                if state.panel == Some(Panel::Settings) {
                    <SettingsPanel {language} say={say.clone()} settings={state.settings.clone()} />
                }
                if state.panel == Some(Panel::Help) {
                    <Help {language} say={say.clone()} />
                }
                if state.panel == Some(Panel::Opening) {
                    <Opening {language} say={say.clone()}
                        shelf={state.shelf.values().map(|w| (w.article().id.clone(), w.article().title.clone())).collect::<Vec<_>>()} />
                }
                if let Some(step) = state.tour {
                    <Tour {language} say={say.clone()} {step} />
                }
                <div class="room">
                    <main><ArticleView {language} say={say.clone()} title={AttrValue::from(article.title.clone())}
                        source={AttrValue::from(article.source.clone())} date={article.date}
                        document={document.clone()} items={items.clone()} analysis={analysis.clone()} board={board.clone()}
                        cursor={state.cursor}>
                        <Legend {language} say={say.clone()} analysis={analysis.clone()}
                            layers={layers(state).into_iter().map(|(layer, count)| { let on = state.shows(&layer); (layer, count, on) }).collect::<Vec<_>>()} />
                    </ArticleView>
                    if state.selection.is_some() {
                        <Toolbar {language} say={say.clone()} />
                    }
                    </main>
                    <Margin {language} say={say.clone()} items={items.clone()} analysis={analysis.clone()}
                        document={document.clone()} board={board.clone()} focus={focus.clone()}
                        editing={state.editing.clone().map(AttrValue::from)} tab={state.tab} sheet={state.sheet} />
                </div>
                <BoardView {language} {say} {items} {analysis} {document} {board} {focus} />
            </>
        }
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        let state = &self.state;
        let title = format!("{} · {}", state.desk.article().title, state.language.words().name);
        dom::dress(state.language, &state.settings, &title);
        let document = &state.desk.document;
        if self.laid.as_ref() != Some(&state.desk.article().id) {
            article::lay(document);
            self.highlights.forget();
            self.laid = Some(state.desk.article().id.clone());
        }
        if !self.highlights.draw(document, marks(state)) && first {
            context.link().send_message(Message::NoHighlights);
        }
        layout::place(document, state.selection);
        for effect in std::mem::take(&mut self.pending) {
            match effect {
                Effect::ShowWords(span) => layout::show_words(document, span),
                Effect::ShowCard(key) => layout::show_card(&key),
                Effect::GoTo(id) => dom::go_to(id),
                _ => {}
            }
        }
        self.focus.keep();
        // What was asked for to be written has been written by now: see `carry_out`.
        if state.saving == Saving::Saving {
            context.link().send_message(Message::Kept(Ok(())));
        }
        if first {
            events::watch_size(article::TEXT, context.link().callback(|message| message));
            dom::ready();
        }
    }
}

impl App {
    fn carry_out(&mut self, effect: Effect) {
        let written = match &effect {
            Effect::Save(article, edit) => {
                self.keeper.save_article(article).and_then(|()| self.keeper.save(&article.id, edit))
            }
            Effect::SaveArticle(article) => self.keeper.save_article(article),
            Effect::SaveSettings(settings) => self.keeper.save_settings(settings),
            Effect::Download { name, ending, text } => {
                files::download(&format!("{name}-{}.{ending}", supply::today()), text);
                return;
            }
            Effect::Deselect => return article::deselect(),
            Effect::SelectWords(span) => return article::select(&self.state.desk.document, *span),
            Effect::ShowWords(_) | Effect::ShowCard(_) | Effect::GoTo(_) => {
                self.pending.push(effect);
                return;
            }
        };
        if let Err(error) = written {
            let more = self.state.update(Message::Kept(Err(error)), &mut self.supply);
            self.pending.extend(more);
        }
    }
}
