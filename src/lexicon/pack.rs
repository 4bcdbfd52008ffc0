//! One byte a letter: the automaton is half as large and half as deep.
//!
//! The build script compiles the lexicon with this same file, so it uses nothing but `core`.

/// What no key of the lexicon holds.
pub const FOREIGN: u8 = 0xFF;

/// The byte of a folded character: ASCII as it is, Arabic letters from 0x80, all else [`FOREIGN`].
pub fn pack(character: char) -> u8 {
    match character {
        '\0'..='\x7f' => character as u8,
        'ء'..='ي' => 0x80 + (character as u32 - 0x620) as u8,
        _ => FOREIGN,
    }
}
