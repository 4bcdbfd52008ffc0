//! The reader's hands: mouse, fingers and keyboard as the browser gets them from a device.

use crate::browser::Kind;
use crate::reader::{Reader, Result};
use serde_json::json;
use std::time::Duration;
use thirtyfour::prelude::*;

/// A place in the window, in CSS pixels.
pub type Point = (f64, f64);

/// So long a finger is away between two taps.
const APART: Duration = Duration::from_millis(400);
/// So long at least a finger rests for a long press.
const LONG: Duration = Duration::from_millis(900);

impl Reader {
    /// The middle of the first element that fits, brought into view.
    pub async fn middle_of(&self, selector: &str) -> Result<Point> {
        let script = format!(
            "const e = document.querySelector(`{selector}`);
             const middle = () => {{ const r = e.getBoundingClientRect(); return [(r.left + r.right) / 2, (r.top + r.bottom) / 2] }};
             // Out of the window, or under something else: the reader scrolls there first.
             if (!e.contains(document.elementFromPoint(...middle()))) e.scrollIntoView({{block: 'center', behavior: 'instant'}});
             return middle()"
        );
        Ok(serde_json::from_value(self.ask(&script).await?)?)
    }

    /// Taps the first element that fits.
    pub async fn tap(&self, selector: &str) -> Result<()> {
        let place = self.middle_of(selector).await?;
        self.finger("mousePressed", place).await?;
        self.finger("mouseReleased", place).await?;
        // Two taps closer to each other would be one double tap.
        tokio::time::sleep(APART).await;
        Ok(())
    }

    /// Rests a finger on a place until the browser has selected what is under it.
    pub async fn long_press(&self, place: Point) -> Result<()> {
        self.finger("mousePressed", place).await?;
        tokio::time::sleep(LONG).await;
        self.until("the finger has selected", "return !getSelection().isCollapsed").await?;
        self.finger("mouseReleased", place).await
    }

    /// Chromium makes gestures, a long press among them, only of fingers that it emulates from a mouse.
    async fn finger(&self, kind: &str, (x, y): Point) -> Result<()> {
        let event = json!({"type": kind, "x": x.round() as i64, "y": y.round() as i64, "button": "left", "clickCount": 1});
        self.driver().cdp().send_raw("Input.emulateTouchFromMouseEvent", event).await?;
        Ok(())
    }

    /// Clicks on a place with the mouse.
    pub async fn click_at(&self, place: Point) -> Result<()> {
        self.drag(&[place]).await
    }

    /// Presses the mouse at the first place, draws it over the others and lets go at the last.
    pub async fn drag(&self, places: &[Point]) -> Result<()> {
        match self.kind() {
            Kind::Chromium => self.drag_in_chromium(places).await,
            Kind::Firefox => self.drag_by_standard(places).await,
        }
    }

    async fn drag_by_standard(&self, places: &[Point]) -> Result<()> {
        let mut chain = self.driver().action_chain();
        for (number, (x, y)) in places.iter().enumerate() {
            chain = chain.move_to(x.round() as i64, y.round() as i64);
            if number == 0 {
                chain = chain.click_and_hold();
            }
        }
        Ok(chain.release().perform().await?)
    }

    /// With places between pixels, which the standard does not know.
    async fn drag_in_chromium(&self, places: &[Point]) -> Result<()> {
        let tools = self.driver().cdp();
        let event = |kind: &str, (x, y): Point, buttons: u32| json!({"type": kind, "x": x, "y": y, "button": "left", "buttons": buttons, "clickCount": 1});
        let (Some(first), Some(last)) = (places.first(), places.last()) else { return Ok(()) };
        tools.send_raw("Input.dispatchMouseEvent", event("mousePressed", *first, 1)).await?;
        for place in places.iter().skip(1) {
            tools.send_raw("Input.dispatchMouseEvent", event("mouseMoved", *place, 1)).await?;
        }
        tools.send_raw("Input.dispatchMouseEvent", event("mouseReleased", *last, 0)).await?;
        Ok(())
    }

    /// Presses a key so many times, with Shift or without.
    pub async fn press_often(&self, key: Key, times: usize, shift: bool) -> Result<()> {
        let mut chain = self.driver().action_chain();
        if shift {
            chain = chain.key_down(Key::Shift);
        }
        for _ in 0..times {
            chain = chain.key_down(key.clone()).key_up(key.clone());
        }
        if shift {
            chain = chain.key_up(Key::Shift);
        }
        Ok(chain.perform().await?)
    }

    /// Goes on with the Tab key until an element that fits has the focus.
    pub async fn tab_to(&self, selector: &str) -> Result<()> {
        for _ in 0..250 {
            if self.ask(&format!("return document.activeElement.matches(`{selector}`)")).await? == json!(true)
            {
                return Ok(());
            }
            self.press_often(Key::Tab, 1, false).await?;
        }
        Err(format!("the Tab key does not lead to {selector}").into())
    }
}
