//! A pattern as it is written made into its parts.

use super::{PatternError, PatternFault};
use crate::text::letters::{fold_char, is_silent};

/// A part of a pattern.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// One character of these.
    One(Class),
    /// A place between characters.
    Place(Place),
    /// One after the other.
    All(Vec<Part>),
    /// The first that fits.
    Any(Vec<Part>),
    /// So many times at least, at most (any number where none), as often as can be or as seldom.
    Times { part: Box<Part>, least: u32, most: Option<u32>, greedy: bool },
}

/// Characters.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Class {
    /// Those in these ranges.
    pub ranges: Vec<(char, char)>,
    /// Those of these kinds, or not of them.
    pub kinds: Vec<(Kind, bool)>,
    /// All others instead.
    pub negated: bool,
}

/// A kind of characters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// Digits.
    Digit,
    /// What words are made of: letters, digits and `_`.
    Word,
    /// White space.
    Space,
}

/// A place between characters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place {
    /// A paragraph's start.
    Start,
    /// A paragraph's end.
    End,
    /// A word's start or end.
    Edge,
    /// Within a word, or outside of words.
    NoEdge,
}

/// So many brackets at most within each other.
const DEPTH: usize = 50;
/// The most repetitions that may be asked for by number.
const MAX_TIMES: u32 = 1_000;
/// A range of so many characters at most is folded one by one; in a longer one all spellings are anyway.
const FOLDED: usize = 2_000;

impl Class {
    /// Whether a character is one of them.
    pub fn has(&self, character: char) -> bool {
        let in_range = self.ranges.iter().any(|(from, to)| (*from..=*to).contains(&character));
        let of_kind = || self.kinds.iter().any(|(kind, is)| kind.has(character) == *is);
        (in_range || of_kind()) != self.negated
    }

    fn add(&mut self, from: char, to: char) {
        if (from..=to).count() > FOLDED {
            return self.ranges.push((from, to));
        }
        for character in (from..=to).flat_map(fold_char) {
            match self.ranges.last_mut() {
                Some((_, last)) if (*last..=character).count() == 2 => *last = character,
                Some((first, last)) if (*first..=*last).contains(&character) => {}
                _ => self.ranges.push((character, character)),
            }
        }
    }
}

impl Kind {
    /// Whether a character is of the kind.
    pub fn has(self, character: char) -> bool {
        match self {
            Kind::Digit => character.is_ascii_digit(),
            Kind::Word => character.is_alphanumeric() || character == '_',
            Kind::Space => character.is_whitespace(),
        }
    }
}

/// The parts of `pattern`.
pub fn parse(pattern: &str) -> Result<Part, PatternError> {
    // Marks that the folded text has not are not looked for; the places told of are those of what is written.
    let written: Vec<(usize, char)> = (1..).zip(pattern.chars()).filter(|(_, c)| !is_silent(*c)).collect();
    let mut reader = Reader { rest: &written, end: pattern.chars().count(), depth: 0 };
    let part = reader.choice()?;
    match reader.rest.first() {
        Some((at, _)) => Err(PatternError::At(*at, PatternFault::Unopened)),
        None => Ok(part),
    }
}

struct Reader<'p> {
    /// What has not been read, with its places.
    rest: &'p [(usize, char)],
    /// The place of the last character.
    end: usize,
    depth: usize,
}

type Parsed<T> = Result<T, PatternError>;

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.rest.first().map(|(_, character)| *character)
    }

    /// The place of what is read next.
    fn place(&self) -> usize {
        self.rest.first().map_or(self.end, |(at, _)| *at)
    }

    fn next(&mut self) -> Option<char> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(first.1)
    }

    fn eat(&mut self, wanted: char) -> bool {
        let there = self.peek() == Some(wanted);
        if there {
            self.next();
        }
        there
    }

    fn choice(&mut self) -> Parsed<Part> {
        let mut ways = vec![self.sequence()?];
        while self.eat('|') {
            ways.push(self.sequence()?);
        }
        Ok(Part::Any(ways))
    }

    fn sequence(&mut self) -> Parsed<Part> {
        let mut parts = Vec::new();
        while let Some(next) = self.peek().filter(|next| !matches!(next, '|' | ')')) {
            let at = self.place();
            if matches!(next, '*' | '+' | '?' | '{') {
                return Err(PatternError::At(at, PatternFault::NothingToRepeat));
            }
            let part = self.single()?;
            parts.push(self.repeated(part)?);
        }
        Ok(Part::All(parts))
    }

    fn single(&mut self) -> Parsed<Part> {
        let at = self.place();
        Ok(match self.next() {
            Some('(') => self.group(at)?,
            Some('[') => Part::One(self.class(at)?),
            Some('.') => Part::One(Class { negated: true, ..Class::default() }),
            Some('^') => Part::Place(Place::Start),
            Some('$') => Part::Place(Place::End),
            Some('\\') => match self.escape(at)? {
                Escaped::Kind(kind, is) => Part::One(Class { kinds: vec![(kind, is)], ..Class::default() }),
                Escaped::Place(place) => Part::Place(place),
                Escaped::Letter(letter) => literal(letter),
            },
            Some(letter) => literal(letter),
            None => Part::All(Vec::new()),
        })
    }

    fn group(&mut self, at: usize) -> Parsed<Part> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(PatternError::At(at, PatternFault::Depth));
        }
        if self.eat('?') && !self.eat(':') {
            return Err(PatternError::At(at, PatternFault::Escape));
        }
        let part = self.choice()?;
        self.depth -= 1;
        if self.eat(')') { Ok(part) } else { Err(PatternError::At(at, PatternFault::Unclosed)) }
    }

    fn class(&mut self, at: usize) -> Parsed<Class> {
        let unclosed = PatternError::At(at, PatternFault::Unclosed);
        let mut class = Class { negated: self.eat('^'), ..Class::default() };
        let mut first = true;
        loop {
            let here = self.place();
            let from = match self.next().ok_or(unclosed)? {
                ']' if !first => return Ok(class),
                '\\' => match self.escape(here)? {
                    Escaped::Kind(kind, is) => {
                        class.kinds.push((kind, is));
                        first = false;
                        continue;
                    }
                    Escaped::Place(_) => return Err(PatternError::At(here, PatternFault::Escape)),
                    Escaped::Letter(letter) => letter,
                },
                letter => letter,
            };
            first = false;
            let is_range = self.peek() == Some('-') && self.rest.get(1).is_some_and(|(_, c)| *c != ']');
            let to = if is_range { self.range_end(unclosed)? } else { from };
            if to < from {
                return Err(PatternError::At(here, PatternFault::Range));
            }
            class.add(from, to);
        }
    }

    fn range_end(&mut self, unclosed: PatternError) -> Parsed<char> {
        self.next();
        let here = self.place();
        match self.next().ok_or(unclosed)? {
            '\\' => match self.escape(here)? {
                Escaped::Letter(letter) => Ok(letter),
                _ => Err(PatternError::At(here, PatternFault::Range)),
            },
            letter => Ok(letter),
        }
    }

    fn escape(&mut self, at: usize) -> Parsed<Escaped> {
        Ok(match self.next() {
            Some('d') => Escaped::Kind(Kind::Digit, true),
            Some('D') => Escaped::Kind(Kind::Digit, false),
            Some('w') => Escaped::Kind(Kind::Word, true),
            Some('W') => Escaped::Kind(Kind::Word, false),
            Some('s') => Escaped::Kind(Kind::Space, true),
            Some('S') => Escaped::Kind(Kind::Space, false),
            Some('b') => Escaped::Place(Place::Edge),
            Some('B') => Escaped::Place(Place::NoEdge),
            Some('t') => Escaped::Letter('\t'),
            Some(sign) if !sign.is_alphanumeric() => Escaped::Letter(sign),
            _ => return Err(PatternError::At(at, PatternFault::Escape)),
        })
    }

    /// A part with the repetitions that follow it.
    fn repeated(&mut self, part: Part) -> Parsed<Part> {
        let at = self.place();
        let (least, most) = match self.peek() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => {
                self.next();
                self.times().ok_or(PatternError::At(at, PatternFault::Repetition))?
            }
            _ => return Ok(part),
        };
        if self.rest.first().is_some_and(|(place, _)| *place == at) {
            self.next();
        }
        let greedy = !self.eat('?');
        if matches!(self.peek(), Some('*' | '+' | '?' | '{')) {
            return Err(PatternError::At(self.place(), PatternFault::NothingToRepeat));
        }
        Ok(Part::Times { part: Box::new(part), least, most, greedy })
    }

    /// What stands between braces, with the closing one.
    fn times(&mut self) -> Option<(u32, Option<u32>)> {
        let least = self.number()?;
        let most = if !self.eat(',') {
            Some(least)
        } else if self.peek() == Some('}') {
            None
        } else {
            Some(self.number()?)
        };
        let in_order = most.is_none_or(|most| least <= most);
        (self.eat('}') && in_order).then_some((least, most))
    }

    fn number(&mut self) -> Option<u32> {
        let mut number = None;
        while let Some(digit) = self.peek().and_then(|c| fold_char(c).next()).and_then(|c| c.to_digit(10)) {
            self.next();
            number = Some(number.unwrap_or(0) * 10 + digit).filter(|number| *number <= MAX_TIMES);
            number?;
        }
        number
    }
}

enum Escaped {
    Kind(Kind, bool),
    Place(Place),
    Letter(char),
}

/// A character as the folded text has it; several where it is a ligature.
fn literal(letter: char) -> Part {
    let one = |c| Part::One(Class { ranges: vec![(c, c)], ..Class::default() });
    Part::All(fold_char(letter).map(one).collect())
}
