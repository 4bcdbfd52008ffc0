//! Characters that are not seen and change what is: shown as what they are wherever text of others is shown.

use std::borrow::Cow;

/// Whether a character turns text round or hides it: embeddings, overrides and isolates of direction, the
/// old signs that switch how letters are shaped, those round annotations between lines, and the invisible
/// tags and selectors of plane 14, in which whole sentences have been hidden.
///
/// The plain direction marks (U+200E, U+200F, U+061C) are no such: Arabic news uses them, and they cannot
/// make a text read otherwise than it is written.
pub fn is_hiding(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// The text with a sign (�) for every unit of UTF-16 that hides something, so that it is seen and turns
/// nothing round. Places counted in UTF-16 stay what they are.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hiding) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if is_hiding(character) {
            (0..character.len_utf16()).for_each(|_| shown.push(char::REPLACEMENT_CHARACTER));
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hides_is_shown_and_no_place_moves() {
        assert_eq!(visible("لا\u{202e}نعم\u{2069}\u{206d} \u{e0041}"), "لا�نعم�� ��");
        assert!(matches!(visible("نص\u{200f} عادي"), Cow::Borrowed(_)));
        let text = "\u{2066}أ\u{e0020}ب";
        assert_eq!(visible(text).encode_utf16().count(), text.encode_utf16().count());
    }
}
