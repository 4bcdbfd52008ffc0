//! The page as blocks of text in their containers, and the article among them.

use super::markup::{attributes, spaced};
use super::told::Told;
use crate::analysis::day_in;
use crate::annotation::{Article, is_web_address};

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

/// Letters from which a block counts as prose: labels and menus are shorter.
const PROSE: usize = 40;
/// Letters up to which a block between headline and text may be the line of its day.
const DAY_LINE: usize = 70;

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

/// A page as it is read from its beginning to its end.
pub struct Page {
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
    /// What it tells of its article.
    pub told: Told,
}

impl Page {
    /// A page of which nothing has been read.
    pub fn new() -> Self {
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

    /// Text between tags.
    pub fn text(&mut self, text: &str) {
        if self.in_title {
            self.told.heading.push_str(text);
        } else if self.passed == 0 || self.in_head() {
            self.text.push_str(text);
            self.away += if self.linked > 0 { text.len() } else { 0 };
        }
    }

    /// A start tag, with what follows its name.
    pub fn open(&mut self, name: &str, rest: &str) {
        match name.to_ascii_lowercase().as_str() {
            "meta" | "link" | "time" => self.told.tell(&attributes(rest)),
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
    pub fn close(&mut self, name: &str) {
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

    /// The article, when all has been read: where long blocks of prose stand together.
    pub fn article(mut self, saved_from: &str) -> Article {
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
