//! Markup as it is met: tags, attributes, character references.

/// A piece of a page.
pub enum Token<'h> {
    /// What stands between tags.
    Text(&'h str),
    /// A start tag's name, and what follows it in the tag.
    Open(&'h str, &'h str),
    /// An end tag's name.
    Close(&'h str),
}

/// The next piece, taken off what is left; comments are none.
pub fn next_token<'h>(rest: &mut &'h str) -> Option<Token<'h>> {
    loop {
        let all = *rest;
        let Some(tag) = all.strip_prefix('<') else {
            let (text, after) = all.split_at(all.find('<').unwrap_or(all.len()));
            *rest = after;
            return (!text.is_empty()).then_some(Token::Text(text));
        };
        if let Some(comment) = tag.strip_prefix("!--") {
            *rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let closing = tag.strip_prefix('/');
        let named = closing.unwrap_or(tag);
        if !named.starts_with(|first: char| first.is_ascii_alphabetic()) {
            if tag.starts_with(['!', '?', '/']) {
                *rest = tag.split_once('>').map_or("", |(_, after)| after);
                continue;
            }
            *rest = tag;
            return Some(Token::Text("<"));
        }
        let (inside, after) = named.split_at(tag_end(named));
        *rest = after.strip_prefix('>').unwrap_or(after);
        let end = inside.find(|c: char| c.is_ascii_whitespace() || c == '/').unwrap_or(inside.len());
        let (name, attributes) = inside.split_at(end);
        return Some(if closing.is_some() { Token::Close(name) } else { Token::Open(name, attributes) });
    }
}

/// Where a tag ends: at the first `>` that is not in a quoted value.
fn tag_end(tag: &str) -> usize {
    let (mut quote, mut valued) = (None, false);
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), byte) if byte == open => quote = None,
            (Some(_), _) => continue,
            (None, b'>') => return at,
            (None, b'"' | b'\'') if valued => quote = Some(byte),
            (None, _) => {}
        }
        valued = byte == b'=' || valued && byte.is_ascii_whitespace();
    }
    tag.len()
}

/// What stands before the end tag of a raw element; all that is left where there is none.
pub fn take_raw<'h>(rest: &mut &'h str, name: &str) -> &'h str {
    let all = *rest;
    let ends = |at: &usize| {
        all.get(at + 2..at + 2 + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name))
    };
    let end = all.match_indices("</").map(|(at, _)| at).find(ends).unwrap_or(all.len());
    let (inside, after) = all.split_at(end);
    *rest = after;
    inside
}

/// The attributes of a tag, each name with its value.
pub fn attributes(mut rest: &str) -> Vec<(&str, String)> {
    let mut found = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '='));
        if rest.is_empty() {
            return found;
        }
        let end =
            rest.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '=')).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        rest = after.trim_ascii_start();
        let Some(value) = rest.strip_prefix('=').map(str::trim_ascii_start) else {
            found.push((name, String::new()));
            continue;
        };
        let quoted = ['"', '\''].into_iter().find_map(|quote| Some((value.strip_prefix(quote)?, quote)));
        let (value, after) = match quoted {
            Some((value, quote)) => value.split_once(quote).unwrap_or((value, "")),
            None => value.split_at(value.find(|c: char| c.is_ascii_whitespace()).unwrap_or(value.len())),
        };
        found.push((name, spaced(&unescape(value))));
        rest = after;
    }
}

/// Letters that have a name in HTML and are met in articles.
const NAMED: [(&str, &str); 19] = [
    ("amp", "&"),
    ("apos", "'"),
    ("gt", ">"),
    ("hellip", "…"),
    ("laquo", "«"),
    ("ldquo", "“"),
    ("lrm", "\u{200e}"),
    ("lsquo", "‘"),
    ("lt", "<"),
    ("mdash", "—"),
    ("nbsp", " "),
    ("ndash", "–"),
    ("quot", "\""),
    ("raquo", "»"),
    ("rdquo", "”"),
    ("rlm", "\u{200f}"),
    ("rsquo", "’"),
    ("zwj", "\u{200d}"),
    ("zwnj", "\u{200c}"),
];

/// The text with its character references read; what is none stays as it is.
pub fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut parts = text.split('&');
    plain.push_str(parts.next().unwrap_or_default());
    for part in parts {
        match part.split_once(';').and_then(|(name, after)| Some((reference(name)?, after))) {
            Some((letter, after)) => {
                plain.push_str(&letter);
                plain.push_str(after);
            }
            None => {
                plain.push('&');
                plain.push_str(part);
            }
        }
    }
    plain
}

fn reference(name: &str) -> Option<String> {
    let Some(number) = name.strip_prefix('#') else {
        return NAMED.iter().find(|(known, _)| *known == name).map(|(_, letter)| (*letter).to_owned());
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(number) => u32::from_str_radix(number, 16),
        None => number.parse(),
    };
    char::from_u32(code.ok()?).filter(|letter| !letter.is_control()).map(String::from)
}

/// The text with one space wherever it has white space, and none around it.
pub fn spaced(text: &str) -> String {
    let words =
        text.split(|c: char| c.is_ascii_whitespace() || c == '\u{a0}').filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}
