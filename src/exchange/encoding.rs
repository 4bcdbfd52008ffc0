//! The bytes of a text file made into text: UTF-8, UTF-16 with its mark, and windows-1256, in which Arabic
//! was written before Unicode.
//!
//! Windows-1256 gives every byte a meaning, so that nothing in the bytes says it is not that. What speaks for
//! it is that it gives Arabic words: its letters beyond ASCII are Arabic nearly all, and stand side by side.
//! Accented letters of a Latin code page stand alone; Cyrillic, Greek, Hebrew and ISO-8859-6 come out mixed
//! with Latin ones.

/// What windows-1256 means by the bytes from 0x80 on, as Unicode's table `CP1256.TXT` has it.
const WINDOWS_1256: [char; 128] = [
    '€', 'پ', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'ٹ', '‹', 'Œ', 'چ', 'ژ', 'ڈ', //
    'گ', '‘', '’', '“', '”', '•', '–', '—', 'ک', '™', 'ڑ', '›', 'œ', '\u{200c}', '\u{200d}', 'ں', //
    '\u{a0}', '،', '¢', '£', '¤', '¥', '¦', '§', '¨', '©', 'ھ', '«', '¬', '\u{ad}', '®', '¯', //
    '°', '±', '²', '³', '´', 'µ', '¶', '·', '¸', '¹', '؛', '»', '¼', '½', '¾', '؟', //
    'ہ', 'ء', 'آ', 'أ', 'ؤ', 'إ', 'ئ', 'ا', 'ب', 'ة', 'ت', 'ث', 'ج', 'ح', 'خ', 'د', //
    'ذ', 'ر', 'ز', 'س', 'ش', 'ص', 'ض', '×', 'ط', 'ظ', 'ع', 'غ', 'ـ', 'ف', 'ق', 'ك', //
    'à', 'ل', 'â', 'م', 'ن', 'ه', 'و', 'ç', 'è', 'é', 'ê', 'ë', 'ى', 'ي', 'î', 'ï', //
    '\u{64b}', '\u{64c}', '\u{64d}', '\u{64e}', 'ô', '\u{64f}', '\u{650}', '÷', //
    '\u{651}', 'ù', '\u{652}', 'û', 'ü', '\u{200e}', '\u{200f}', 'ے',
];

/// The text of a file, without a byte order mark; none where it is in none of the three encodings.
pub fn decode(bytes: &[u8]) -> Option<String> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => std::str::from_utf8(rest).ok().map(str::to_owned),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => Some(text.to_owned()),
            Err(_) => windows_1256(bytes),
        },
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).collect::<Result<_, _>>().ok()
}

fn windows_1256(bytes: &[u8]) -> Option<String> {
    let foreign = |byte: &u8| byte.is_ascii_control() && !byte.is_ascii_whitespace();
    if bytes.iter().any(foreign) {
        return None;
    }
    let (mut letters, mut arabic, mut joined) = (0_usize, 0_usize, 0_usize);
    let mut before = false;
    let mut text = String::with_capacity(bytes.len() * 2);
    for &byte in bytes {
        let letter = WINDOWS_1256.get(usize::from(byte).wrapping_sub(128)).copied();
        let is_arabic = letter.is_some_and(|letter| ('\u{621}'..='\u{6d2}').contains(&letter));
        letters += usize::from(is_arabic || letter.is_some_and(char::is_alphabetic));
        arabic += usize::from(is_arabic);
        joined += usize::from(is_arabic && before);
        before = is_arabic;
        text.push(letter.unwrap_or(byte.into()));
    }
    (arabic > 0 && arabic * 10 >= letters * 9 && joined * 2 >= arabic).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "قال الوزير \"إنّ الوضع هادئ\"، فهل يصدَق؟ (NATO)\r\n";

    fn in_windows_1256(text: &str) -> Vec<u8> {
        let byte = |letter: char| {
            let high = WINDOWS_1256.iter().position(|known| *known == letter).map(|at| at as u8 + 128);
            high.unwrap_or(letter as u8)
        };
        text.chars().map(byte).collect()
    }

    #[test]
    fn the_three_encodings_give_the_same_text() {
        let units = |bytes: fn(u16) -> [u8; 2]| TEXT.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        for (name, bytes) in [
            ("UTF-8", TEXT.as_bytes().to_vec()),
            ("UTF-8 with a mark", [b"\xef\xbb\xbf", TEXT.as_bytes()].concat()),
            ("UTF-16, the low byte first", [vec![0xff, 0xfe], units(u16::to_le_bytes)].concat()),
            ("UTF-16, the high byte first", [vec![0xfe, 0xff], units(u16::to_be_bytes)].concat()),
            ("windows-1256", in_windows_1256(TEXT)),
        ] {
            assert_eq!(decode(&bytes).as_deref(), Some(TEXT), "{name}");
        }
    }

    #[test]
    fn words_in_windows_1256_as_other_programs_write_them() {
        assert_eq!(decode(b"\xde\xc7\xe1 \xc7\xe1\xe6\xd2\xed\xd1").as_deref(), Some("قال الوزير"));
    }

    #[test]
    fn bytes_in_no_encoding_known_here_are_no_text() {
        for (name, bytes) in [
            ("half a UTF-16 unit", &b"\xff\xfe\x41"[..]),
            ("half a UTF-16 pair", b"\xff\xfe\x00\xd8"),
            ("German", b"Gr\xfc\xdfe aus K\xf6ln, Gesch\xe4ft und Stra\xdfe"),
            ("French", b"d\xe9j\xe0 vu \xe0 la cr\xe8me"),
            ("Russian", b"\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0"),
            ("ISO-8859-6", b"\xe2\xc7\xe4 \xc7\xe4\xe8\xd2\xea\xd1"),
            ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xc7\xe1\xe6\xd2\xed\xd1"),
            ("UTF-8 cut off", b"\xd9"),
        ] {
            assert_eq!(decode(bytes), None, "{name}");
        }
    }

    proptest! {
        #[test]
        fn no_bytes_are_too_much(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            decode(&bytes);
        }

        #[test]
        fn every_text_in_utf8_stays_what_it_is(text in "\\PC*") {
            prop_assert_eq!(decode(text.as_bytes()), Some(text));
        }
    }
}
