//! What a page tells of its article beside the text: in its head, in times, in linked data.

use super::markup::{spaced, unescape};
use crate::analysis::Date;
use crate::annotation::is_web_address;
use serde_json::Value;

/// What the page tells of its article, empty where it does not.
#[derive(Default)]
pub struct Told {
    pub title: String,
    pub heading: String,
    pub window: String,
    pub site: String,
    pub address: String,
    pub published: Option<Date>,
    pub timed: Option<Date>,
    /// The day that stands in words between headline and text.
    pub written: Option<Date>,
    /// The text as the page tells it to other programs.
    pub body: String,
}

impl Told {
    /// Takes down what an element tells of the article.
    pub fn tell(&mut self, attributes: &[(&str, String)]) {
        let value =
            |name: &str| attributes.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v);
        let about = ["property", "name", "itemprop", "rel"].iter().find_map(|name| value(name));
        let about = about.map(|about| about.to_ascii_lowercase()).unwrap_or_default();
        let content = value("content").or(value("href")).map(String::as_str).unwrap_or_default();
        let first = |field: &mut String| {
            if field.is_empty() {
                content.clone_into(field);
            }
        };
        match about.as_str() {
            "og:title" => first(&mut self.title),
            "og:site_name" => first(&mut self.site),
            "og:url" | "canonical" if is_web_address(content) => first(&mut self.address),
            "article:published_time"
            | "datepublished"
            | "pubdate"
            | "publishdate"
            | "publish-date"
            | "parsely-pub-date"
            | "date"
            | "dc.date"
            | "dc.date.issued" => {
                self.published = self.published.or_else(|| day(content));
            }
            _ => {}
        }
        self.timed = self.timed.or_else(|| day(value("datetime")?));
    }

    /// Takes down what the page says of its article in linked data (<https://schema.org/Article>).
    pub fn tell_linked_data(&mut self, json: &str) {
        let Ok(data) = serde_json::from_str::<Value>(json.trim()) else { return };
        let Some(article) = article_in(&data) else { return };
        let says = |value: &Value| spaced(&unescape(value.as_str().unwrap_or_default()));
        let first = |field: &mut String, told: String| {
            if field.is_empty() {
                *field = told;
            }
        };
        first(&mut self.title, says(&article["headline"]));
        first(&mut self.site, says(&article["publisher"]["name"]));
        let page = &article["mainEntityOfPage"];
        let addresses = [page, &page["@id"], &article["url"]].map(says);
        let address = addresses.into_iter().find(|address| is_web_address(address));
        first(&mut self.address, address.unwrap_or_default());
        self.published = self.published.or_else(|| day(article["datePublished"].as_str()?));
        let paragraphs = article["articleBody"].as_str().unwrap_or_default().lines();
        let paragraphs = paragraphs.map(|line| spaced(&unescape(line))).filter(|line| !line.is_empty());
        first(&mut self.body, paragraphs.collect::<Vec<_>>().join("\n\n"));
    }
}

/// The first thing of linked data that is an article or a post.
fn article_in(data: &Value) -> Option<&Value> {
    let is_article = |kind: &Value| {
        kind.as_str().is_some_and(|kind| kind.ends_with("Article") || kind.ends_with("Posting"))
    };
    let kind = &data["@type"];
    if is_article(kind) || kind.as_array().is_some_and(|kinds| kinds.iter().any(is_article)) {
        return Some(data);
    }
    let within = data.as_array().or_else(|| data["@graph"].as_array());
    within?.iter().find_map(article_in)
}

/// The day with which a moment begins, `2024-01-09T10:00:00Z`.
fn day(moment: &str) -> Option<Date> {
    moment.get(..10)?.parse().ok()
}
