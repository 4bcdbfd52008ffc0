//! Words that are not the page's own: an article's, a file's, the reader's. Wherever such words are drawn,
//! beside the fields in which they are written, they go through here, so that nothing in them hides a part
//! of them or turns round what stands beside them.

use crate::text::visible;
use yew::AttrValue;

/// The words as they may be drawn, in an element or an attribute.
pub fn foreign(words: &str) -> AttrValue {
    AttrValue::from(visible(words).into_owned())
}

/// Whether a letter or sign is Arabic: what stands in it is said to be, whatever the interface speaks.
pub fn is_arabic(letter: char) -> bool {
    ('\u{600}'..='\u{6ff}').contains(&letter)
}
