//! Texts rewritten as editors and programs rewrite them, each character knowing which one of the old text
//! it stands for: what an annotation's place is then is known without looking for it.

use mawqif::text::Span;

/// A character and the old ones that it stands for, as `(start, end)` in code points.
type Placed = (char, Option<(usize, usize)>);

/// A rewritten text.
#[derive(Clone)]
pub struct Rewritten {
    pub list: Vec<Placed>,
}

/// Numbers that are the same at each run (xorshift64*).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % bound
    }

    pub fn one_in(&mut self, chances: usize) -> bool {
        self.below(chances) == 0
    }
}

impl Rewritten {
    pub fn new(text: &str) -> Self {
        Rewritten { list: text.chars().enumerate().map(|(i, c)| (c, Some((i, i + 1)))).collect() }
    }

    pub fn text(&self) -> String {
        self.list.iter().map(|(c, _)| c).collect()
    }

    /// Where the old stretch `start..end` stands now, in bytes.
    pub fn place(&self, start: usize, end: usize) -> Option<Span> {
        let mut byte = 0;
        let mut span: Option<Span> = None;
        for (character, old) in &self.list {
            let next = byte + character.len_utf8();
            if old.is_some_and(|(s, e)| s < end && start < e) {
                let here = Span::of(byte..next);
                span = Some(span.map_or(here, |span| span.join(here)));
            }
            byte = next;
        }
        span
    }

    /// Each character becomes those that `change` gives for it.
    fn each(&self, mut change: impl FnMut(char) -> String) -> Self {
        let list =
            self.list.iter().flat_map(|(c, old)| change(*c).chars().map(|n| (n, *old)).collect::<Vec<_>>());
        Rewritten { list: list.collect() }
    }

    /// The runs of characters apart by `apart`, each with what parts it from the next.
    fn runs(&self, apart: impl Fn(char) -> bool) -> Vec<Vec<Placed>> {
        let mut runs = vec![Vec::new()];
        let mut was = false;
        for entry in &self.list {
            let is = apart(entry.0);
            if is != was {
                runs.push(Vec::new());
            }
            was = is;
            runs.last_mut().unwrap().push(*entry);
        }
        runs
    }
}

/// Signs of vowels after each letter.
pub fn diacritics(old: &Rewritten) -> Rewritten {
    let mut dice = Dice::new(1);
    old.each(|c| match c {
        'ا' | 'ء'..='غ' | 'ف'..='ي' if c != 'ـ' => {
            let sign = ['\u{64e}', '\u{64f}', '\u{650}', '\u{652}'][dice.below(4)];
            if dice.one_in(8) { format!("{c}\u{651}{sign}") } else { format!("{c}{sign}") }
        }
        _ => c.to_string(),
    })
}

/// Tatweel inside words.
pub fn tatweel(old: &Rewritten) -> Rewritten {
    let mut dice = Dice::new(2);
    old.each(|c| {
        if matches!(c, 'ب'..='ي') && c != 'ة' && dice.one_in(4) { format!("{c}ـ") } else { c.to_string() }
    })
}

/// Letters as their initial presentation forms, as old programs store them.
pub fn presentation_forms(old: &Rewritten) -> Rewritten {
    /// Letters and their isolated forms in the block Arabic Presentation Forms-B.
    const FORMS: &str = "ءﺀآﺁأﺃؤﺅإﺇئﺋاﺍبﺑةﺓتﺗثﺛجﺟحﺣخﺧدﺩذﺫرﺭزﺯسﺳشﺷصﺻضﺿطﻃظﻇعﻋغﻏفﻓقﻗكﻛلﻟمﻣنﻧهﻫوﻭىﻯيﻳ";
    let forms: Vec<char> = FORMS.chars().collect();
    let form = |c: char| forms.chunks(2).find(|pair| pair[0] == c).map_or(c, |pair| pair[1]);
    let mut list: Vec<Placed> = Vec::new();
    for (c, place) in &old.list {
        // Lam and alef are one form.
        match list.last_mut() {
            Some((lam, at)) if *lam == 'ﻟ' && *c == 'ا' => {
                *lam = 'ﻻ';
                *at = at.zip(*place).map(|(at, place)| (at.0, place.1));
            }
            _ => list.push((form(*c), *place)),
        }
    }
    Rewritten { list }
}

/// Digits of the other kind.
pub fn digits(old: &Rewritten) -> Rewritten {
    old.each(|c| c.to_digit(10).and_then(|d| char::from_u32(0x660 + d)).unwrap_or(c).to_string())
}

/// Other quotation marks.
pub fn quotation_marks(old: &Rewritten) -> Rewritten {
    let mut open = false;
    old.each(|c| match c {
        '“' | '”' | '"' => {
            open = !open;
            if open { "«" } else { "»" }.to_owned()
        }
        _ => c.to_string(),
    })
}

/// Spaces doubled, made unbreakable, set before commas; empty lines between paragraphs.
pub fn spaces(old: &Rewritten) -> Rewritten {
    let mut dice = Dice::new(3);
    old.each(|c| match c {
        ' ' => ["  ", "\u{a0}", " ", " ", "\u{2009}"][dice.below(5)].to_owned(),
        '\n' => "\n\n".to_owned(),
        _ => c.to_string(),
    })
}

/// Alefs, yas and ta marbutas spelt the other way.
pub fn spelling(old: &Rewritten) -> Rewritten {
    old.each(|c| match c {
        'أ' | 'إ' | 'آ' => "ا".to_owned(),
        'ى' => "ي".to_owned(),
        'ة' => "ه".to_owned(),
        _ => c.to_string(),
    })
}

/// Paragraphs in another order.
pub fn moved_paragraphs(old: &Rewritten) -> Rewritten {
    let mut dice = Dice::new(4);
    let mut paragraphs: Vec<_> = old.runs(|c| c == '\n').into_iter().filter(|run| run[0].0 != '\n').collect();
    for index in (1..paragraphs.len()).rev() {
        paragraphs.swap(index, dice.below(index + 1));
    }
    Rewritten { list: paragraphs.join(&('\n', None)) }
}

/// All spellings at once, paragraphs moved, and a headline put before.
pub fn everything(old: &Rewritten) -> Rewritten {
    let all = [spelling, digits, quotation_marks, spaces, tatweel, diacritics, moved_paragraphs];
    let mut new = all.iter().fold(old.clone(), |text, change| change(&text));
    new.list.splice(0..0, "عاجل: آخر تحديث اليوم\n".chars().map(|c| (c, None)));
    new
}

/// The paragraphs that hold some of `start..end` are gone.
pub fn without_paragraph(old: &Rewritten, start: usize, end: usize) -> Rewritten {
    let runs = old.runs(|c| c == '\n').into_iter();
    let touched = |run: &Vec<Placed>| {
        run[0].0 != '\n' && run.iter().any(|(_, old)| old.is_some_and(|(s, e)| s < end && start < e))
    };
    Rewritten { list: runs.filter(|run| !touched(run)).flatten().collect() }
}

/// Each tenth word, drawn by `seed`, is another word, taken out, or has one put after it.
pub fn changed_words(old: &Rewritten, words: &[&str], seed: u64) -> Rewritten {
    let mut dice = Dice::new(seed);
    let mut list = Vec::new();
    for run in old.runs(|c| c.is_whitespace()) {
        if run.is_empty() || run[0].0.is_whitespace() || !dice.one_in(10) {
            list.extend(run);
            continue;
        }
        let other = words[dice.below(words.len())];
        let place = run[0].1.zip(run[run.len() - 1].1).map(|(first, last)| (first.0, last.1));
        match dice.below(6) {
            0 => {}
            1 => {
                list.extend(run);
                list.push((' ', None));
                list.extend(other.chars().map(|c| (c, None)));
            }
            _ => list.extend(other.chars().map(|c| (c, place))),
        }
    }
    Rewritten { list }
}
