//! The whole page: it holds the state, draws it, and does what the state asks for.

use super::Shared;
use super::article::ArticleView;
use super::bar::Bar;
use super::board::BoardView;
use super::legend::Legend;
use super::margin::Margin;
use super::notices::Notices;
use super::opening::Opening;
use super::search::Search;
use super::toolbar::Toolbar;
use crate::annotation::ContentKind;
use crate::page::browser::highlights::Highlights;
use crate::page::browser::{article, dom, files, layout, supply};
use crate::page::state::{Effect, Message, Saving, State, layers, marks};
use crate::page::words::Language;
use crate::storage::Keeper;
use crate::storage::browser::LocalStore;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use yew::prelude::*;

/// The page.
pub struct App {
    state: State,
    keeper: Keeper<LocalStore>,
    supply: supply::Browser,
    highlights: Highlights,
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
        let state = State::new(keeper.load(), Language::Arabic);
        listen(context.link().callback(|message| message));
        App {
            state,
            keeper,
            supply: supply::Browser,
            highlights: Highlights::default(),
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
                    theme={AttrValue::from(state.settings.theme.clone())} searching={state.find.open} />
                <Notices {language} say={say.clone()} notices={state.notices.clone()} />
                if state.find.open {
                    <Search {language} say={say.clone()} find={state.find.clone()} />
                }
                if state.opening {
                    <Opening {language} say={say.clone()}
                        shelf={state.shelf.values().map(|w| (w.article().id.clone(), w.article().title.clone())).collect::<Vec<_>>()} />
                }
                <main class="room">
                    <ArticleView {language} say={say.clone()} title={AttrValue::from(article.title.clone())}
                        source={AttrValue::from(article.source.clone())} date={article.date}
                        document={document.clone()} items={items.clone()} analysis={analysis.clone()} board={board.clone()}>
                        <Legend {language} say={say.clone()} analysis={analysis.clone()}
                            layers={layers(state).into_iter().map(|(layer, count)| { let on = state.shows(&layer); (layer, count, on) }).collect::<Vec<_>>()} />
                    </ArticleView>
                    <Margin {language} say={say.clone()} items={items.clone()} analysis={analysis.clone()}
                        document={document.clone()} board={board.clone()} focus={focus.clone()}
                        editing={state.editing.clone().map(AttrValue::from)} tab={state.tab} sheet={state.sheet} />
                </main>
                <BoardView {language} say={say.clone()} {items} {analysis} {document} {board} {focus} />
                if state.selection.is_some() {
                    <Toolbar {language} {say} />
                }
            </>
        }
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        let state = &self.state;
        let theme = state.settings.theme.as_str();
        dom::dress(state.language.tag(), state.language.direction(), theme);
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
        // What was asked for to be written has been written by now: see `carry_out`.
        if state.saving == Saving::Saving {
            context.link().send_message(Message::Kept(Ok(())));
        }
        if first {
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

/// Hears what happens outside the components: selections, keys, the window's size.
fn listen(say: Callback<Message>) {
    let Some(document) = dom::document() else { return };
    let Some(window) = dom::window() else { return };
    let tell = say.clone();
    let key = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        if let Some(message) = shortcut(&event) {
            event.prevent_default();
            tell.emit(message);
        }
    });
    let _ = document.add_event_listener_with_callback("keydown", key.as_ref().unchecked_ref());
    key.forget();
    let resize = Closure::<dyn Fn()>::new(move || say.emit(Message::Resized));
    let _ = window.add_event_listener_with_callback("resize", resize.as_ref().unchecked_ref());
    resize.forget();
}

/// What a key asks for: by its place on the keyboard, since an Arabic layout sends other letters.
fn shortcut(event: &KeyboardEvent) -> Option<Message> {
    let command = event.ctrl_key() || event.meta_key();
    let code = event.code();
    if dom::typing() {
        return (code == "Escape").then_some(Message::Escape);
    }
    let message = match (command, event.shift_key(), code.as_str()) {
        (true, false, "KeyZ") => Message::Undo,
        (true, true, "KeyZ") | (true, false, "KeyY") => Message::Redo,
        (true, false, "KeyS") => Message::Download,
        (true, false, "KeyF") | (false, false, "Slash") => Message::OpenFind(true),
        (false, _, "Escape") => Message::Escape,
        (false, false, "KeyJ") => Message::NextClaim(true),
        (false, false, "KeyK") => Message::NextClaim(false),
        (false, false, "KeyC") => Message::Mark(ContentKind::Claim),
        (false, false, "KeyE") => Message::Mark(ContentKind::Entity),
        (false, false, "KeyH") => Message::Mark(ContentKind::Highlight),
        (false, false, "KeyN") => Message::Mark(ContentKind::Note),
        (false, false, "KeyA") => Message::JudgeChosen(true),
        (false, false, "KeyX") => Message::JudgeChosen(false),
        _ => return None,
    };
    Some(message)
}
