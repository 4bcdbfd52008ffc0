//! Words that are not the page's own: an article's, a file's, the reader's. Wherever such words are drawn,
//! beside the fields in which they are written, they go through here, so that nothing in them hides a part
//! of them or turns round what stands beside them.

use crate::text::visible;
use yew::AttrValue;

/// The words as they may be drawn, in an element or an attribute.
pub fn foreign(words: &str) -> AttrValue {
    AttrValue::from(visible(words).into_owned())
}
