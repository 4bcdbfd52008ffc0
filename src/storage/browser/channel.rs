//! What is written in one tab, told to the others and to `boot.js`, which hands it out should the program stop.

use crate::exchange::read_record;
use crate::storage::Row;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent, MessageEventInit};

/// The wire between the tabs, and the event of the window for `boot.js`.
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
                if let Ok(rows) = read_record(&text) {
                    hear(rows);
                }
            });
            wire.set_onmessage(Some(heard.as_ref().unchecked_ref()));
            heard.forget();
        }
        Channel(wire)
    }

    /// Tells `boot.js`, which has it when this returns, and the other tabs, which hear of it a moment later.
    pub fn tell(&self, rows: &[Row]) {
        let Ok(text) = serde_json::to_string(rows).map(JsValue::from) else { return };
        let init = MessageEventInit::new();
        init.set_data(&text);
        if let (Some(window), Ok(event)) =
            (web_sys::window(), MessageEvent::new_with_event_init_dict(NAME, &init))
        {
            let _ = window.dispatch_event(&event);
        }
        if let Some(wire) = &self.0 {
            let _ = wire.post_message(&text);
        }
    }
}
