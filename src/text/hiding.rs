//! Characters that are not seen and change what is: shown as what they are wherever text of others is shown.

/// Whether a character turns text round or hides it: embeddings, overrides and isolates of direction, and
/// the invisible tag characters.
///
/// The plain direction marks (U+200E, U+200F, U+061C) are no such: Arabic news uses them, and they cannot
/// make a text read otherwise than it is written.
pub fn is_hiding(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e007f}')
}
