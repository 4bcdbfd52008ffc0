//! What is written in one tab, told to the others.

use crate::storage::Row;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

/// The wire between the tabs. `boot.js` listens too, so that it can hand out the rows of this visit should
/// the program stop.
const NAME: &str = "mawqif";

/// A wire to the other tabs; silent where the browser has none.
#[derive(Debug)]
pub struct Channel(Option<BroadcastChannel>);

impl Channel {
    /// Listens; `hear` gets what each other tab writes.
    pub fn open(hear: impl Fn(Vec<Row>) + 'static) -> Self {
        let wire = BroadcastChannel::new(NAME).ok();
        if let Some(wire) = &wire {
            let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                let text = event.data().as_string().unwrap_or_default();
                if let Ok(rows) = serde_json::from_str(&text) {
                    hear(rows);
                }
            });
            wire.set_onmessage(Some(heard.as_ref().unchecked_ref()));
            heard.forget();
        }
        Channel(wire)
    }

    /// Tells the other tabs.
    pub fn tell(&self, rows: &[Row]) {
        if let (Some(wire), Ok(text)) = (&self.0, serde_json::to_string(rows)) {
            let _ = wire.post_message(&text.into());
        }
    }
}
