//! An article taken out of a page as it is saved from a news site: its text, title, outlet, address and day.
//!
//! The browser's own parser would need a Trusted Types policy, and the page allows none. What is needed here
//! is little: tags cut the text into blocks, and the article is where long blocks of prose stand together.
//! Nothing of the page is run, asked for or shown but its letters. Any input gives some answer, in time that
//! grows with its length alone.

use crate::analysis::{Date, day_in};
use crate::annotation::{Article, is_web_address};
use serde_json::Value;

/// What an element means for the text in it.
#[derive(Clone, Copy, PartialEq)]
enum Role {
    /// Blocks that belong together stand in it.
    Container,
    /// It is a block.
    Block,
    /// The page's title, when it is the first of its kind.
    Title,
    /// Words that lead elsewhere.
    Link,
    /// Nothing in it belongs to an article.
    Passed,
}

/// The elements that mean something; any other is as good as absent. A form is not passed over: there are
/// sites that wrap the whole page in one.
const ELEMENTS: [(&str, Role); 38] = [
    ("a", Role::Link),
    ("article", Role::Container),
    ("aside", Role::Passed),
    ("audio", Role::Passed),
    ("blockquote", Role::Container),
    ("body", Role::Container),
    ("button", Role::Passed),
    ("dd", Role::Block),
    ("dialog", Role::Passed),
    ("div", Role::Container),
    ("dt", Role::Block),
    ("figure", Role::Passed),
    ("footer", Role::Passed),
    ("h1", Role::Title),
    ("h2", Role::Block),
    ("h3", Role::Block),
    ("h4", Role::Block),
    ("h5", Role::Block),
    ("h6", Role::Block),
    ("header", Role::Passed),
    ("label", Role::Passed),
    ("li", Role::Block),
    ("main", Role::Container),
    ("nav", Role::Passed),
    ("noscript", Role::Passed),
    ("object", Role::Passed),
    ("ol", Role::Container),
    ("p", Role::Block),
    ("pre", Role::Block),
    ("section", Role::Container),
    ("select", Role::Passed),
    ("svg", Role::Passed),
    ("table", Role::Container),
    ("td", Role::Container),
    ("template", Role::Passed),
    ("tr", Role::Block),
    ("ul", Role::Container),
    ("video", Role::Passed),
];

/// Elements whose insides are no markup.
const RAW: [&str; 6] = ["iframe", "script", "style", "textarea", "title", "xmp"];

/// Letters from which a block counts as prose: labels and menus are shorter.
const PROSE: usize = 40;
/// Letters up to which a block between headline and text may be the line of its day.
const DAY_LINE: usize = 70;

/// The article of a saved page. Where the page has no prose, its text is what words there are; it may be
/// empty.
pub fn html_article(html: &str) -> Article {
    let mut page = Page::new();
    let mut rest = html;
    while let Some(token) = next_token(&mut rest) {
        match token {
            Token::Text(text) => page.text(&unescape(text)),
            Token::Close(name) => page.close(name),
            Token::Open(name, attributes) => match RAW.iter().find(|raw| name.eq_ignore_ascii_case(raw)) {
                Some(raw) => {
                    let inside = take_raw(&mut rest, raw);
                    if *raw == "title" && page.told.window.is_empty() {
                        page.told.window = spaced(&unescape(inside));
                    } else if attributes.to_ascii_lowercase().contains("ld+json") {
                        page.told.tell_linked_data(inside);
                    }
                }
                None => page.open(name, attributes),
            },
        }
    }
    // Browsers write down where they saved a page from.
    let saved_from = html.split_once("<!-- saved from url=(").and_then(|(_, rest)| rest.split_once(')'));
    let saved_from = saved_from.and_then(|(_, rest)| rest.split_ascii_whitespace().next());
    page.article(saved_from.unwrap_or_default())
}

// ---- tags ------------------------------------------------------------------------------------------------

enum Token<'h> {
    Text(&'h str),
    /// A start tag's name, and what follows it in the tag.
    Open(&'h str, &'h str),
    Close(&'h str),
}

fn next_token<'h>(rest: &mut &'h str) -> Option<Token<'h>> {
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
fn take_raw<'h>(rest: &mut &'h str, name: &str) -> &'h str {
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
fn attributes(mut rest: &str) -> Vec<(&str, String)> {
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
fn unescape(text: &str) -> String {
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
fn spaced(text: &str) -> String {
    let words =
        text.split(|c: char| c.is_ascii_whitespace() || c == '\u{a0}').filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

// ---- the page --------------------------------------------------------------------------------------------

/// A stretch of text that no tag breaks.
struct Block {
    text: String,
    container: usize,
    /// Whether most of it leads elsewhere.
    leads_away: bool,
}

/// An element in which blocks stand. Those inside it have the numbers after its own, up to `last`.
struct Container {
    parent: usize,
    last: usize,
}

struct Open {
    element: usize,
    /// The container around it.
    outside: usize,
}

/// What the page tells of its article, empty where it does not.
#[derive(Default)]
struct Told {
    title: String,
    heading: String,
    window: String,
    site: String,
    address: String,
    published: Option<Date>,
    timed: Option<Date>,
    /// The day that stands in words between headline and text.
    written: Option<Date>,
    /// The text as the page tells it to other programs.
    body: String,
}

impl Told {
    /// Takes down what the page says of its article in linked data (<https://schema.org/Article>).
    fn tell_linked_data(&mut self, json: &str) {
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

struct Page {
    open: Vec<Open>,
    /// How many of each element are open.
    counts: [usize; ELEMENTS.len()],
    passed: usize,
    linked: usize,
    in_title: bool,
    container: usize,
    containers: Vec<Container>,
    blocks: Vec<Block>,
    text: String,
    /// Bytes of `text` that lead elsewhere.
    away: usize,
    /// Whether prose has followed the headline.
    prose: bool,
    told: Told,
}

impl Page {
    fn new() -> Self {
        Page {
            open: Vec::new(),
            counts: [0; ELEMENTS.len()],
            passed: 0,
            linked: 0,
            in_title: false,
            container: 0,
            // The whole page.
            containers: vec![Container { parent: 0, last: 0 }],
            blocks: Vec::new(),
            text: String::new(),
            away: 0,
            prose: false,
            told: Told::default(),
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_title {
            self.told.heading.push_str(text);
        } else if self.passed == 0 || self.in_head() {
            self.text.push_str(text);
            self.away += if self.linked > 0 { text.len() } else { 0 };
        }
    }

    fn open(&mut self, name: &str, rest: &str) {
        match name.to_ascii_lowercase().as_str() {
            "meta" | "link" | "time" => self.tell(&attributes(rest)),
            "br" | "hr" => self.end_block(),
            _ => {}
        }
        let Some(element) = element(name) else { return };
        let (_, role) = ELEMENTS[element];
        if role != Role::Link {
            self.end_block();
        } else if self.linked > 0 {
            // A link ends where the next begins.
            self.close("a");
        }
        self.open.push(Open { element, outside: self.container });
        self.counts[element] += 1;
        match role {
            Role::Passed => self.passed += 1,
            Role::Link => self.linked += 1,
            Role::Title => self.in_title = self.told.heading.is_empty(),
            Role::Container => {
                self.containers.push(Container { parent: self.container, last: 0 });
                self.container = self.containers.len() - 1;
            }
            Role::Block => {}
        }
    }

    /// Ends the innermost element of that name and all that is open in it; an end tag of nothing is none.
    fn close(&mut self, name: &str) {
        let Some(element) = element(name).filter(|element| self.counts[*element] > 0) else { return };
        while let Some(open) = self.open.pop() {
            self.end(&open);
            if open.element == element {
                return;
            }
        }
    }

    fn end(&mut self, open: &Open) {
        self.counts[open.element] -= 1;
        let (_, role) = ELEMENTS[open.element];
        if role != Role::Link {
            self.end_block();
        }
        match role {
            Role::Passed => self.passed -= 1,
            Role::Link => self.linked -= 1,
            Role::Title => self.in_title = false,
            Role::Container => {
                let last = self.containers.len() - 1;
                if let Some(container) = self.containers.get_mut(self.container) {
                    container.last = last;
                }
                self.container = open.outside;
            }
            Role::Block => {}
        }
    }

    /// Whether nothing but the head of an article or page is passed over.
    fn in_head(&self) -> bool {
        self.passed > 0 && element("header").is_some_and(|header| self.counts[header] == self.passed)
    }

    /// Takes down the day that a line between headline and text names: such a line is not of the text.
    fn takes_day(&mut self, line: &str) -> bool {
        let follows = !self.told.heading.is_empty() && !self.prose && line.chars().count() <= DAY_LINE;
        let day = follows.then(|| day_in(line)).flatten();
        self.told.written = self.told.written.or(day);
        day.is_some()
    }

    fn end_block(&mut self) {
        let text = spaced(&std::mem::take(&mut self.text));
        let away = std::mem::take(&mut self.away);
        if !text.is_empty() && !self.takes_day(&text) && self.passed == 0 {
            self.prose |= away == 0 && !self.told.heading.is_empty() && text.chars().count() > PROSE;
            let leads_away = away * 2 > text.len();
            self.blocks.push(Block { text, container: self.container, leads_away });
        }
    }

    /// Takes down what an element tells of the article.
    fn tell(&mut self, attributes: &[(&str, String)]) {
        let value =
            |name: &str| attributes.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v);
        let about = ["property", "name", "itemprop", "rel"].iter().find_map(|name| value(name));
        let about = about.map(|about| about.to_ascii_lowercase()).unwrap_or_default();
        let content = value("content").or(value("href")).map(String::as_str).unwrap_or_default();
        let told = &mut self.told;
        let first = |field: &mut String| {
            if field.is_empty() {
                content.clone_into(field);
            }
        };
        match about.as_str() {
            "og:title" => first(&mut told.title),
            "og:site_name" => first(&mut told.site),
            "og:url" | "canonical" if is_web_address(content) => first(&mut told.address),
            "article:published_time"
            | "datepublished"
            | "pubdate"
            | "publishdate"
            | "publish-date"
            | "parsely-pub-date"
            | "date"
            | "dc.date"
            | "dc.date.issued" => {
                told.published = told.published.or_else(|| day(content));
            }
            _ => {}
        }
        told.timed = told.timed.or_else(|| day(value("datetime")?));
    }

    fn article(mut self, saved_from: &str) -> Article {
        while let Some(open) = self.open.pop() {
            self.end(&open);
        }
        self.end_block();
        let mut scores = vec![0; self.containers.len()];
        for block in self.blocks.iter().filter(|block| !block.leads_away) {
            // Paragraphs may each stand in a container of their own: half of what they weigh counts outside.
            let weight = 1 + block.text.chars().count().saturating_sub(PROSE);
            scores[block.container] += weight;
            scores[self.containers[block.container].parent] += weight / 2;
        }
        let best = scores.iter().max().and_then(|most| scores.iter().position(|score| score == most));
        let best = best.unwrap_or(0);
        let last = if best == 0 { self.containers.len() } else { self.containers[best].last };
        let inside = |block: &&Block| (best..=last).contains(&block.container) && !block.leads_away;
        let text: Vec<String> = self.blocks.iter().filter(inside).map(|block| block.text.clone()).collect();
        let text = text.join("\n\n");
        let Told { title, heading, window, site, mut address, published, timed, written, body } = self.told;
        // A page that its own program fills has little text before that has run.
        let article = Article::new(if text.len() * 2 < body.len() { body } else { text });
        if address.is_empty() && is_web_address(saved_from) {
            saved_from.clone_into(&mut address);
        }
        let title = [title, spaced(&heading), window].into_iter().find(|title| !title.is_empty());
        Article {
            title: title.unwrap_or_else(|| article.title.clone()),
            source: site,
            address,
            date: published.or(timed).or(written),
            ..article
        }
    }
}

fn element(name: &str) -> Option<usize> {
    ELEMENTS.iter().position(|(known, _)| name.eq_ignore_ascii_case(known))
}

/// The day with which a moment begins, `2024-01-09T10:00:00Z`.
fn day(moment: &str) -> Option<Date> {
    moment.get(..10)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PARAGRAPHS: [&str; 3] = [
        "قال وزير الخارجية التركي إن بلاده ترفض القرار الذي صدر أمس عن المجلس.",
        "ونفت أثينا ذلك، وقالت إن \"القرار\" صدر وفق القانون الدولي ولا رجعة عنه.",
        "ويأتي هذا الخلاف بعد أشهر من المحادثات بين البلدين في مدينة جنيف.",
    ];

    #[test]
    fn an_article_is_taken_out_of_its_page() {
        let [first, second, third] = PARAGRAPHS;
        let second = second.replace('"', "&quot;").replace("القرار", "<b>القرار</b>");
        let article = html_article(&format!(
            "<!DOCTYPE html><HTML dir=rtl><head><title>أنقرة ترفض القرار | الموقع</title>
             <meta property='og:title' content=\"أنقرة &laquo;ترفض&raquo; القرار\"><meta property=og:site_name content='وكالة الخبر'>
             <meta content='2024-01-09T23:10:00+03:00' property=article:published_time>
             <link rel=canonical href=https://example.org/a?b=1&amp;c=2>
             <script>document.write('<p>لا يُقرأ هذا النص أبدًا مهما كان طويلًا، فهو برنامج</p>')</script></head>
             <body><nav><a href=/>الرئيسية</a></nav><form><div class=x><h1>أنقرة ترفض</h1>
             <div id=text><p>{first}<p>{second}<figure><figcaption>صورة</figcaption></figure>
             <ul><li><a href=/b>اقرأ أيضًا: خبر آخر في الموضوع نفسه من الأسبوع الماضي، وفيه تفاصيل</a></ul>
             <!-- <p>تعليق</p> --><p>{third}</p></div></div></form>
             <div><p>خبر آخر</p><p>ثالث</p></div><footer>حقوق النشر محفوظة لوكالة الخبر منذ تأسيسها، ولا يُنقل عنها</footer>"
        ));
        assert_eq!(article.text, PARAGRAPHS.join("\n\n"));
        assert_eq!(article.title, "أنقرة «ترفض» القرار");
        assert_eq!(article.source, "وكالة الخبر");
        assert_eq!(article.address, "https://example.org/a?b=1&c=2");
        assert_eq!(article.date, Date::new(2024, 1, 9));
    }

    #[test]
    fn paragraphs_may_be_lines_or_stand_alone() {
        let [first, second, third] = PARAGRAPHS;
        for html in [
            format!("{first}<br><br>{second}<br/>{third}"),
            format!("<div>{first}</div><div>{second}</div><div>{third}</div>"),
            format!(
                "<div><div><p>{first}</p></div><div><p>{second}</p></div><div><p>{third}</p></div></div>"
            ),
            format!("<p>{first}</span></div><p>{second}</p></p><p>{third}"),
        ] {
            assert_eq!(html_article(&html).text, PARAGRAPHS.join("\n\n"), "{html}");
        }
    }

    #[test]
    fn the_title_and_the_day_are_found_where_they_are() {
        let article = html_article("<title>أ&#x628; \n ت</title><time datetime=2024-02-30>x</time>");
        assert_eq!((article.title.as_str(), article.date), ("أب ت", None));
        let article =
            html_article("<title>أ</title><header><h1>ب <i>ت</i></h1></header><time datetime='2024-02-29'>");
        assert_eq!((article.title.as_str(), article.date), ("ب ت", Date::new(2024, 2, 29)));
        assert!(html_article("<link rel=canonical href='javascript:run()'>").address.is_empty());
    }

    #[test]
    fn the_day_may_stand_in_words_between_headline_and_text() {
        let [first, second, third] = PARAGRAPHS;
        let text = format!("<p>{first}</p><p>{second}</p><p>{third}</p>");
        for head in [
            "<h1>أنقرة ترفض</h1><p class=date>الثلاثاء 9 يناير/كانون الثاني 2024 - 14:30</p>",
            "<header><h1>أنقرة ترفض</h1><span>نُشر في ٩ يناير ٢٠٢٤</span><nav>اليوم 1 مايو 2020</nav></header>",
            "<h1>أنقرة ترفض</h1><time>9 كانون الثاني 2024</time>",
            "<h1>أنقرة ترفض</h1><ul><li>وكالة الخبر</ul><div>تاريخ النشر: 2024-01-09</div><div>آخر تحديث: 10 يناير 2024</div>",
            "<h1>أنقرة ترفض</h1><script type=application/ld+json>{\"@type\": \"Article\",</script><div>9/1/2024</div>",
        ] {
            let page =
                format!("<div>الأحد 29 نوفمبر 2026</div>{head}<div>{text}</div><p>ماذا حدث في 7 أكتوبر 2023؟");
            let article = html_article(&page);
            assert_eq!(article.date, Date::new(2024, 1, 9), "{head}");
            assert_eq!(article.text, PARAGRAPHS.join("\n\n"), "{head}");
        }
        // What follows the first words of the article is its text.
        let article =
            html_article(&format!("<h1>أ</h1><div>{text}<h2>ماذا حدث في 7 أكتوبر 2023؟</h2>{text}</div>"));
        assert_eq!(article.date, None);
        assert!(article.text.contains("أكتوبر"));
    }

    #[test]
    fn linked_data_tells_of_the_article() {
        let [first, second, third] = PARAGRAPHS;
        let quoted = second.replace('"', "\\\"");
        let data = format!(
            r#"{{"@context": "https://schema.org", "@graph": [{{"@type": "WebSite", "name": "غيره", "datePublished": "2020-01-01"}},
            {{"@type": ["NewsArticle"], "headline": "أنقرة &quot;ترفض&quot; القرار", "datePublished": "2024-01-09T20:00:00+03:00",
              "publisher": {{"@type": "Organization", "name": "وكالة الخبر"}}, "mainEntityOfPage": {{"@id": "https://example.org/a"}},
              "articleBody": "{first}\n{quoted}\n\n{third}"}}]}}"#
        );
        let script = format!("<script type='application/ld+json'>{data}</script>");
        let text = format!("<h1>أنقرة ترفض</h1><p>{first}</p><p>{second}</p><p>{third}</p>");
        for page in
            [format!("{script}{text}"), format!("{text}{script}"), format!("<div id=app></div>{script}")]
        {
            let article = html_article(&page);
            assert_eq!(article.title, "أنقرة \"ترفض\" القرار");
            assert_eq!(article.source, "وكالة الخبر");
            assert_eq!(article.address, "https://example.org/a");
            assert_eq!(article.date, Date::new(2024, 1, 9));
            assert_eq!(article.text, PARAGRAPHS.join("\n\n"));
        }
    }

    #[test]
    fn a_browser_writes_down_where_it_saved_a_page_from() {
        let page = "<!DOCTYPE html>\n<!-- saved from url=(0028)https://example.org/news/12 -->\n<html><p>نص";
        assert_eq!(html_article(page).address, "https://example.org/news/12");
        assert!(html_article("<!-- saved from url=(0010)about:blank -->").address.is_empty());
    }

    #[test]
    fn hostile_pages_take_no_longer_than_others() {
        for part in [
            "<",
            "<div>",
            "</div>",
            "<!--",
            "<a href=\"",
            "<p",
            "&",
            "&#",
            "</script",
            "<script>",
            "<a>",
            "<br>x",
            "<div></span>",
            "<meta =",
            "<h1>x",
            "<nav><p>x</nav>",
            "<h1>x</h1><p>9 يناير</p>",
            "<script type=ld+json>[",
            "<script type=ld+json>[[[{}]]]</script>",
        ] {
            let start = std::time::Instant::now();
            html_article(&part.repeat(100_000));
            assert!(start.elapsed().as_secs() < 5, "{part}");
        }
    }

    proptest! {
        #[test]
        fn every_input_gives_an_answer(html in "(<|>|/|!--|-->|div|p |script|title|h1|nav|a |=|\"|'|&|#x|;|نص| ){0,40}") {
            html_article(&html);
        }
    }
}
