//! Files in and out.

use super::dom;
use crate::exchange::{File, MAX_BYTES};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, Event, HtmlAnchorElement, HtmlInputElement, Url};
use yew::{Callback, TargetCast};

/// What a file input does when files are chosen in it: each is read, and told of by its name and bytes.
pub fn taking<M: 'static>(say: &Callback<M>, told: fn(String, Vec<u8>) -> M) -> Callback<Event> {
    let say = say.clone();
    Callback::from(move |event: Event| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
        for file in chosen(&input) {
            let say = say.clone();
            spawn_local(async move {
                let name = file.name();
                say.emit(told(name, read(file).await));
            });
        }
    })
}

/// The files that a file input holds; it is emptied, so that the same file can be chosen again.
fn chosen(input: &HtmlInputElement) -> Vec<web_sys::File> {
    let files = input.files();
    let list =
        files.iter().flat_map(|files| (0..files.length()).filter_map(|index| files.item(index))).collect();
    input.set_value("");
    list
}

/// The bytes of a file; empty where the browser cannot read it. Of a file that is too large to be taken in
/// only so much is read as shows that it is.
async fn read(file: web_sys::File) -> Vec<u8> {
    if file.size() > MAX_BYTES as f64 {
        return vec![0; MAX_BYTES + 1];
    }
    match JsFuture::from(file.array_buffer()).await {
        Ok(buffer) => Uint8Array::new(&buffer).to_vec(),
        Err(_) => Vec::new(),
    }
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
