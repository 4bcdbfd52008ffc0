//! The page's policy, which stands in two places.

use super::text;
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn the_policy_of_the_page_and_that_of_the_headers_say_the_same() {
    let between = |text: &str, before: &str, after: &str| {
        let (_, rest) = text.split_once(before).unwrap();
        rest.split_once(after).unwrap().0.to_owned()
    };
    let page = text("index.html");
    let meta = between(&between(&page, "Content-Security-Policy", ">"), "content=\"", "\"");
    let trunk = text("Trunk.toml");
    let header = between(&trunk, "\"Content-Security-Policy\" = \"", "\"");
    let mut sent = directives(&header);
    // In a page's own policy browsers ignore that one.
    assert_eq!(sent.remove("frame-ancestors"), Some(BTreeSet::from(["'none'"])));
    assert_eq!(sent, directives(&meta));
    assert_eq!(sent["default-src"], BTreeSet::from(["'none'"]));
    assert_eq!(sent["script-src"], BTreeSet::from(["'self'", "'wasm-unsafe-eval'"]));
    let loose = ["'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:"];
    assert!(sent.values().flatten().all(|source| !loose.contains(source)), "{sent:?}");
}

/// The directives of a policy by name, each with its sources in order.
fn directives(policy: &str) -> BTreeMap<&str, BTreeSet<&str>> {
    let parts = policy.split(';').map(str::split_whitespace);
    parts.filter_map(|mut words| Some((words.next()?, words.collect()))).collect()
}
