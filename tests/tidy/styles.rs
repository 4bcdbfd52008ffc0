//! The style sheets: one of tokens, one a component; nothing in them that mirrors badly or is used nowhere.

use super::{files, text};
use std::collections::BTreeSet;

/// A style sheet without its comments.
fn plain(sheet: &str) -> String {
    let mut parts = sheet.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    first + &parts.filter_map(|part| part.split_once("*/")).map(|(_, after)| after).collect::<String>()
}

/// The declarations of a style sheet without comments, each a property and its value.
fn declarations(sheet: &str) -> impl Iterator<Item = (&str, &str)> {
    let blocks = sheet.split('}').filter_map(|block| block.rsplit_once('{'));
    let lines = blocks.flat_map(|(_, block)| block.split(';'));
    lines.filter_map(|line| line.split_once(':')).map(|(property, value)| (property.trim(), value.trim()))
}

#[test]
fn style_sheets_know_no_left_and_right() {
    let boxes = ["margin", "padding", "border", "inset", "scroll-margin", "scroll-padding"];
    let sides = ["left", "right", "top", "bottom"];
    let sizes = ["width", "height", "min-width", "max-width", "min-height", "max-height", "float", "clear"];
    let mut wrong = Vec::new();
    for (name, sheet) in files("styles", "css") {
        for (property, value) in declarations(&plain(&sheet)) {
            let beside =
                boxes.iter().any(|b| sides.iter().any(|s| property.starts_with(&format!("{b}-{s}"))));
            let physical = beside
                || sides.contains(&property)
                || sizes.contains(&property)
                || property == "text-align" && sides.contains(&value);
            // Where the selection stands is told in the window's own coordinates.
            let told = (property, value) == ("left", "var(--left, 1rem)")
                || (property, value) == ("left", "0") && sheet.contains("var(--left");
            if physical && !told || value.contains("!important") {
                wrong.push(format!("{name}: {property}: {value}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_style_sheet_is_in_the_page() {
    let index = text("index.html");
    let sheets = files("styles", "css").into_iter().map(|(name, _)| name);
    let missing: Vec<String> = sheets.filter(|name| !index.contains(name)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn colours_stand_among_the_tokens() {
    let mut wrong = Vec::new();
    for (name, sheet) in files("styles", "css").into_iter().filter(|(name, _)| name != "styles/tokens.css") {
        for (property, value) in declarations(&plain(&sheet)) {
            let named = value.contains('#') || ["rgb(", "hsl(", "oklch("].iter().any(|f| value.contains(f));
            // A shadow's darkness is no colour of the palette; paper is always white.
            if named && property != "box-shadow" && name != "styles/print.css" {
                wrong.push(format!("{name}: {property}: {value}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_token_is_used_and_every_one_that_is_used_is_there() {
    let sheets = files("styles", "css");
    let all: String = sheets.iter().map(|(_, sheet)| plain(sheet)).collect();
    let defined: BTreeSet<&str> =
        declarations(&all).map(|(property, _)| property).filter(|p| p.starts_with("--")).collect();
    let name = |rest: &str| -> String {
        rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
    };
    let code: String = ["rs", "js"]
        .iter()
        .flat_map(|ending| ["src/page", "assets/page"].iter().flat_map(move |folder| files(folder, ending)))
        .map(|(_, text)| text)
        .collect();
    let used: BTreeSet<String> = all.split("var(").skip(1).map(name).collect();
    let unused: Vec<&&str> =
        defined.iter().filter(|token| !used.contains(**token) && !code.contains(**token)).collect();
    // What the code sets is written there as the name of a property, or made of one.
    let missing: Vec<&String> = used
        .iter()
        .filter(|token| !defined.contains(token.as_str()) && !code.contains(token.as_str()))
        .collect();
    assert!(unused.is_empty() && missing.is_empty(), "used nowhere: {unused:?}; nowhere set: {missing:?}");
}

#[test]
fn every_class_of_the_style_sheets_is_used() {
    let code: String = files("src/page", "rs").into_iter().map(|(_, text)| text).collect();
    let code = code + &text("index.html");
    let mut unused = Vec::new();
    for (name, text) in files("styles", "css") {
        let mut rest = text.as_str();
        while let Some(at) = rest.find('.') {
            let (before, after) = rest.split_at(at);
            rest = &after[1..];
            let class: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
            let selector =
                !before.ends_with(|c: char| c.is_ascii_digit() || c == '(') || before.ends_with(":not(");
            let counted = ["side-", "columns-", "claim-", "contested-"].iter().any(|p| class.starts_with(p));
            if selector
                && class.starts_with(|c: char| c.is_ascii_alphabetic())
                && !counted
                && !code.contains(&class)
            {
                unused.push(format!("{name}: .{class}"));
            }
        }
    }
    assert!(unused.is_empty(), "{unused:?}");
}
