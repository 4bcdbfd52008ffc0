//! Text as an address carries it, in percent escapes (RFC 3986, section 2.1).

/// The text with all but letters and digits of ASCII as percent escapes, as an IRI has them.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => escaped.push(byte.into()),
            _ => escaped.push_str(&format!("%{byte:02X}")),
        }
    }
    escaped
}

/// The text that `escaped` stands for. Letters that are not escaped stand for themselves, a plus sign too.
///
/// # Errors
/// Where an escape is none or gives no UTF-8: the number of the character, from 1, at which that is.
pub fn unescape(escaped: &str) -> Result<String, usize> {
    let number = |at: usize| escaped.bytes().take(at).filter(|byte| !is_inside(*byte)).count() + 1;
    let mut bytes = Vec::with_capacity(escaped.len());
    // Where in `escaped` each of the bytes comes from.
    let mut places = Vec::with_capacity(escaped.len());
    let mut rest = escaped.bytes().enumerate();
    while let Some((at, byte)) = rest.next() {
        places.push(at);
        bytes.push(match byte {
            b'%' => {
                let mut digit = || rest.next().and_then(|(_, digit)| char::from(digit).to_digit(16));
                let (Some(high), Some(low)) = (digit(), digit()) else { return Err(number(at)) };
                (high * 16 + low) as u8
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).map_err(|error| {
        let wrong = error.utf8_error().valid_up_to();
        number(places.get(wrong).copied().unwrap_or(escaped.len()))
    })
}

/// Whether a byte goes on with a character of UTF-8.
fn is_inside(byte: u8) -> bool {
    byte & 0xc0 == 0x80
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn escapes_are_read() {
        for (escaped, text) in [
            ("%D9%82%D8%A7%D9%84%20%D8%A7%D9%84%D9%88%D8%B2%D9%8A%D8%B1", "قال الوزير"),
            ("%d9%82ال", "قال"),
            ("a+b=c&d", "a+b=c&d"),
            ("%250A", "%0A"),
            ("", ""),
        ] {
            assert_eq!(unescape(escaped).as_deref(), Ok(text), "{escaped}");
        }
    }

    #[test]
    fn what_is_wrong_is_found_at_its_character() {
        for (escaped, at) in
            [("%", 1), ("قال%4", 4), ("قال%zz", 4), ("a%٣٤", 2), ("%D9%82%D9", 7), ("ab%FFc", 3)]
        {
            assert_eq!(unescape(escaped), Err(at), "{escaped}");
        }
    }

    proptest! {
        #[test]
        fn what_is_escaped_comes_back(text in "\\PC*") {
            let escaped: String = text.bytes().map(|byte| format!("%{byte:02X}")).collect();
            prop_assert_eq!(unescape(&escaped), Ok(text.clone()));
            prop_assert_eq!(unescape(&escape(&text)), Ok(text));
        }

        #[test]
        fn no_address_is_too_much(escaped in "[%0-9a-f٣ق]{0,40}") {
            let _ = unescape(&escaped);
        }
    }
}
