//! An article taken out of a page as it is saved from a news site: its text, title, outlet, address and day.
//!
//! The browser's own parser would need a Trusted Types policy, and the page allows none. What is needed here
//! is little: tags cut the text into blocks, and the article is where long blocks of prose stand together.
//! Nothing of the page is run, asked for or shown but its letters. Any input gives some answer, in time that
//! grows with its length alone.

mod markup;
mod page;
mod told;

use crate::annotation::Article;
use markup::{Token, next_token, spaced, take_raw, unescape};
use page::Page;

/// Elements whose insides are no markup.
const RAW: [&str; 6] = ["iframe", "script", "style", "textarea", "title", "xmp"];

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Date;
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

    /// Did the time grow with the square of the length, these would take hours.
    #[test]
    fn hostile_pages_are_read() {
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
            html_article(&part.repeat(100_000));
        }
    }

    proptest! {
        #[test]
        fn every_input_gives_an_answer(html in "(<|>|/|!--|-->|div|p |script|title|h1|nav|a |=|\"|'|&|#x|;|نص| ){0,40}") {
            html_article(&html);
        }
    }
}
