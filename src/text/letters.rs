//! What single characters are and what they fold to.
//!
//! The build script compiles the lexicon with this same file, so it uses nothing but `std`.

use super::presentation::letters_of;

/// What a character becomes in the folded view: nothing (a mark that only decorates), one character, or
/// for a ligature several.
///
/// Diacritics, tatweel, zero-width and direction marks vanish; the alefs are one, as are ya and alef
/// maqsura, ta marbuta and ha, hamza carriers and their carrier; Arabic-Indic and Persian digits become
/// ASCII, quotation marks `"`, dashes `-`, Latin letters lower case.
pub fn fold_char(character: char) -> impl Iterator<Item = char> + Clone {
    let letters = letters_of(character);
    let plain = letters.is_empty().then_some(character);
    letters.chars().chain(plain).filter(|letter| !is_silent(*letter)).map(fold_letter)
}

fn fold_letter(letter: char) -> char {
    match letter {
        'آ' | 'أ' | 'إ' | 'ٱ' | 'ٲ' | 'ٳ' => 'ا',
        'ى' | 'ی' | 'ئ' | 'ې' => 'ي',
        'ة' | 'ۀ' | 'ہ' | 'ھ' | 'ە' | 'ۂ' | 'ۃ' => 'ه',
        'ؤ' => 'و',
        'ک' | 'گ' | 'ڪ' => 'ك',
        'پ' => 'ب',
        'چ' => 'ج',
        'ڤ' => 'ف',
        'ژ' => 'ز',
        '٠'..='٩' => (b'0' + (letter as u32 - 0x660) as u8) as char,
        '۰'..='۹' => (b'0' + (letter as u32 - 0x6F0) as u8) as char,
        '«' | '»' | '“' | '”' | '„' | '‟' | '‹' | '›' | '″' | '＂' | '❝' | '❞' => '"',
        '‘' | '’' | '‚' | '‛' | '′' => '\'',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        '٪' => '%',
        '٫' => '.',
        '٬' => ',',
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' | '\t' => ' ',
        'A'..='Z' => letter.to_ascii_lowercase(),
        other => other,
    }
}

/// Marks that change nothing of which word it is: diacritics, tatweel, zero-width and direction marks.
pub fn is_silent(character: char) -> bool {
    matches!(character,
        '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}'
        | '\u{6df}'..='\u{6e8}' | '\u{6ea}'..='\u{6ed}' | '\u{8d3}'..='\u{8ff}' | '\u{300}'..='\u{36f}'
        | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}' | '\u{61c}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe70}'..='\u{fe7f}')
}

/// Whether the character is one of the letters that Arabic is written with: nearly all that a text has, so
/// that they are asked for before the tables of all scripts.
pub fn is_arabic(character: char) -> bool {
    matches!(character, 'ء'..='غ' | 'ف'..='ي')
}

/// Whether the character is part of a word: a letter or a mark on one.
pub fn is_word(character: char) -> bool {
    is_arabic(character) || character.is_alphanumeric() || is_silent(character)
}

/// `text` folded, without the map back; for lexicons and queries.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(&mut folded, text);
    folded
}

/// Appends `text` folded.
pub fn fold_into(folded: &mut String, text: &str) {
    for character in text.chars() {
        if is_arabic(character) {
            folded.push(fold_letter(character));
        } else {
            folded.extend(fold_char(character));
        }
    }
}
