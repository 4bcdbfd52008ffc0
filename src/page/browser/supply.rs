//! Ids and times.

use crate::annotation::{AnnotationId, Timestamp};
use crate::page::state::Supply;
use std::fmt::Write as _;

/// The browser's clock and random numbers.
#[derive(Debug, Default)]
pub struct Browser;

impl Supply for Browser {
    fn id(&mut self) -> AnnotationId {
        let mut bytes = random();
        // RFC 9562: version 4, variant 10.
        bytes[6] = bytes[6] & 0x0f | 0x40;
        bytes[8] = bytes[8] & 0x3f | 0x80;
        let mut id = String::from("urn:uuid:");
        for (index, byte) in bytes.iter().enumerate() {
            if matches!(index, 4 | 6 | 8 | 10) {
                id.push('-');
            }
            let _ = write!(id, "{byte:02x}");
        }
        AnnotationId(id)
    }

    fn now(&mut self) -> Timestamp {
        Timestamp(js_sys::Date::new_0().to_iso_string().into())
    }
}

/// The browser's random bytes; of a browser that refuses them, those of its plain generator.
fn random() -> [u8; 16] {
    let mut bytes = [0; 16];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    let done = crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !done {
        bytes.iter_mut().for_each(|byte| *byte = (js_sys::Math::random() * 256.0) as u8);
    }
    bytes
}

/// The moment in milliseconds since 1970.
pub fn milliseconds() -> u64 {
    js_sys::Date::now() as u64
}

/// A number that no other tab has.
pub fn tab() -> u32 {
    let [a, b, c, d, ..] = random();
    u32::from_le_bytes([a, b, c, d])
}

/// The day, `2024-01-09`, for the names of files.
pub fn today() -> String {
    let moment: String = js_sys::Date::new_0().to_iso_string().into();
    moment.chars().take(10).collect()
}
