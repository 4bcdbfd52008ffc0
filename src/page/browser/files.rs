//! Files in and out.

use super::dom;
use crate::exchange::{File, MAX_BYTES, Problem};
use crate::page::state::Message;
use js_sys::{Array, JsString, Uint8Array};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, DataTransfer, DragEvent, Event, FileList, HtmlAnchorElement, HtmlInputElement, Url,
};
use yew::{Callback, TargetCast};

/// Files that were chosen or dropped and wait to be read, so that no two are read at once.
#[derive(Clone, Debug, Default)]
pub struct Queue {
    files: Rc<RefCell<VecDeque<web_sys::File>>>,
    /// How often it was cleared: a file whose reading began before that is told of no more.
    cleared: Rc<Cell<u32>>,
}

impl Queue {
    /// What a file input does when files are chosen in it: they wait here, and how many is told.
    pub fn taking(&self, say: &Callback<Message>) -> Callback<Event> {
        let (queue, say) = (self.clone(), say.clone());
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                queue.add(chosen(&input), &say);
            }
        })
    }

    /// Takes files that are dropped anywhere on the page, as long as it lives. While they are dragged over it
    /// the root element carries `data-dropping`.
    pub fn take_dropped(&self, say: &Callback<Message>) {
        let Some(document) = dom::document() else { return };
        for name in ["dragenter", "dragover"] {
            dom::hear(&document, name, |event: DragEvent| {
                if with_files(&event).is_some() {
                    event.prevent_default();
                    dom::set_root(DROPPING, true);
                }
            });
        }
        dom::hear(&document, "dragleave", |event: DragEvent| {
            // Without another element that is come to, the window is left.
            if event.related_target().is_none() {
                dom::set_root(DROPPING, false);
            }
        });
        let (queue, say) = (self.clone(), say.clone());
        dom::hear(&document, "drop", move |event: DragEvent| {
            dom::set_root(DROPPING, false);
            if let Some(dragged) = with_files(&event) {
                event.prevent_default();
                queue.add(listed(dragged.files()), &say);
            }
        });
    }

    /// Reads the next file, when the page has answered what came before, and tells of it.
    pub fn read_next(&self, say: Callback<Message>) {
        let Some(file) = self.files.borrow_mut().pop_front() else { return };
        let (cleared, begun) = (Rc::clone(&self.cleared), self.cleared.get());
        dom::later(move || {
            spawn_local(async move {
                let message = told_of(file, |file, bytes| Message::OpenFile { file, bytes }).await;
                if cleared.get() == begun {
                    say.emit(message);
                }
            });
        });
    }

    /// Forgets the files that wait and the one that is being read.
    pub fn clear(&self) {
        self.files.borrow_mut().clear();
        self.cleared.update(|times| times.wrapping_add(1));
    }

    fn add(&self, files: Vec<web_sys::File>, say: &Callback<Message>) {
        let count = files.len();
        self.files.borrow_mut().extend(files);
        say.emit(Message::FilesCame(count));
    }
}

const DROPPING: &str = "data-dropping";

/// What is dragged, where it is files.
fn with_files(event: &DragEvent) -> Option<DataTransfer> {
    let dragged = event.data_transfer()?;
    let kinds = dragged.types();
    let files = JsString::from("Files");
    kinds.includes(&files, 0).then_some(dragged)
}

/// What a file input does when files are chosen in it: each is read, and told of by its name and bytes.
pub fn taking(say: &Callback<Message>, told: fn(String, Vec<u8>) -> Message) -> Callback<Event> {
    let say = say.clone();
    Callback::from(move |event: Event| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
        for file in chosen(&input) {
            let say = say.clone();
            spawn_local(async move { say.emit(told_of(file, told).await) });
        }
    })
}

/// Reads a file: what tells of it by its name and bytes, or why it could not be read.
async fn told_of(file: web_sys::File, told: fn(String, Vec<u8>) -> Message) -> Message {
    let name = file.name();
    match read(&file).await {
        Ok(bytes) => told(name, bytes),
        Err(problem) => Message::Unread { file: name, problem },
    }
}

/// The files that a file input holds; it is emptied, so that the same file can be chosen again.
fn chosen(input: &HtmlInputElement) -> Vec<web_sys::File> {
    let files = listed(input.files());
    input.set_value("");
    files
}

fn listed(files: Option<FileList>) -> Vec<web_sys::File> {
    files.iter().flat_map(|files| (0..files.length()).filter_map(|index| files.item(index))).collect()
}

/// The bytes of a file. One that is too large to be taken in is not read.
async fn read(file: &web_sys::File) -> Result<Vec<u8>, Problem> {
    if file.size() > MAX_BYTES as f64 {
        return Err(Problem::TooLarge(MAX_BYTES));
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| Problem::Unreadable)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Hands the reader a file.
pub fn download(name: &str, file: &File) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(file.media_type);
    let bytes = Uint8Array::from(file.bytes.as_slice());
    let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(&bytes), &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let document = dom::document()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    document.body()?.append_child(&link).ok()?;
    link.click();
    link.remove();
    // The browser has taken the data by then; without this it would be held as long as the page lives.
    Url::revoke_object_url(&address).ok()
}
