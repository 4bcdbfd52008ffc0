//! Numbers in digits.

/// The number that ASCII digits write, with at most one point between them and a minus before; none where
/// the text is anything else.
///
/// The standard library reads more than this and carries twelve kilobytes of tables for it.
pub fn decimal(text: &str) -> Option<f64> {
    let (sign, digits) = text.strip_prefix('-').map_or((1.0, text), |digits| (-1.0, digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    if [whole, fraction].iter().any(|part| part.is_empty() || !part.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let number = |part: &str| part.bytes().fold(0.0, |sum, digit| sum * 10.0 + f64::from(digit - b'0'));
    let fraction = fraction.trim_end_matches('0');
    let scale = 10_f64.powi(i32::try_from(fraction.len()).ok()?);
    // One division of two whole numbers: exact to the last bit for up to fifteen digits.
    let value = (number(whole) * scale + number(fraction)) / scale;
    value.is_finite().then_some(sign * value)
}

#[cfg(test)]
mod tests {
    use super::decimal;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn reads_as_the_standard_library_does(text in "-?[0-9]{1,9}(\\.[0-9]{1,6})?") {
            prop_assert_eq!(decimal(&text), text.parse().ok());
        }
    }

    #[test]
    fn nothing_else_is_a_number() {
        for text in ["", "-", ".", "1.", ".5", "1.2.3", "1e5", "+1", "inf", "٣", "1,5", " 1"] {
            assert_eq!(decimal(text), None, "{text}");
        }
        assert_eq!(decimal(&"9".repeat(400)), None);
    }
}
