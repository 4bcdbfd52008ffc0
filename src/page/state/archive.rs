//! The board of many articles that is open: what of it is drawn, and where in the reader's own articles its words
//! stand.
//!
//! It is not kept: nobody changes it, the file that it came from has it all, and may be larger than the browser's
//! store.

use super::ROOM;
use super::find::{Mode, Wanted};
use crate::annotation::DocumentId;
use crate::exchange::{Gathered, GatheredIssue, GatheredPosition, GatheredStatement};
use crate::order::sort_by_key;
use crate::text::Span;

/// The id of the place that shows it.
pub const ARCHIVE: &str = "archive";
/// The id of the statement of which all is told.
pub const TOLD: &str = "told";

/// A board of many articles.
#[derive(Debug)]
pub struct Archive {
    /// All that is on it.
    pub board: Gathered,
    /// What of it the reader wants to see.
    pub sought: Sought,
    /// What of that is drawn, the issue most spoken of first.
    pub rows: Vec<GatheredRow>,
    /// Whether there is more to draw as the reader comes to its end.
    pub more: bool,
    /// The statement of which all is told.
    pub told: Option<usize>,
    /// The statements that stand in the reader's articles, in their order.
    pub places: Vec<Place>,
    /// The issues of which all statements are drawn.
    whole: Vec<usize>,
    /// So many statements one under the other are drawn.
    room: usize,
    /// All statements in the order of their letters.
    by_letters: Vec<usize>,
    /// The articles that are still to be looked through.
    pub(super) unsearched: Vec<DocumentId>,
}

/// Where a statement stands in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The statement.
    pub statement: usize,
    /// The article.
    pub article: DocumentId,
    /// The place in its text.
    pub span: Span,
}

/// What the reader seeks on a board; a statement has to fit all that is given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought {
    /// Statements of this party, by its place.
    pub party: Option<usize>,
    /// Statements with these words, in any spelling, or of such speakers and publishers, or on such questions.
    pub words: String,
}

/// An issue as far as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GatheredRow {
    /// Its place among the issues.
    pub issue: usize,
    /// Who speaks. Of the two parties that face each other each has its place, also where it does not speak.
    pub cells: Vec<Option<GatheredCell>>,
    /// How many statements fit what is sought.
    pub fitting: usize,
    /// Whether some of them are not drawn until the reader asks for them.
    pub cut: bool,
    /// Whether he did.
    pub whole: bool,
}

/// A position as far as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GatheredCell {
    /// Its place among the issue's positions.
    pub position: usize,
    /// The statements drawn.
    pub statements: Vec<usize>,
}

/// Of each position so many statements are drawn at once.
const STATEMENTS: usize = 3;

/// Of an issue so many positions are drawn at once.
const VOICES: usize = 6;

/// Bytes by which a statement is known in a text before it is compared; a shorter one is not looked for.
const BEGINNING: usize = 16;

impl Sought {
    /// Whether it lets everything through.
    pub fn is_open(&self) -> bool {
        *self == Sought::default()
    }
}

impl Archive {
    /// A board as it is first shown.
    pub(super) fn new(board: Gathered) -> Self {
        let mut by_letters: Vec<usize> = (0..board.statements.len()).collect();
        sort_by_key(&mut by_letters, |number| board.statements.get(*number).map(|statement| &statement.text));
        let mut archive = Archive {
            board,
            sought: Sought::default(),
            rows: Vec::new(),
            more: false,
            told: None,
            places: Vec::new(),
            whole: Vec::new(),
            room: ROOM,
            by_letters,
            unsearched: Vec::new(),
        };
        archive.lay();
        archive
    }

    pub(super) fn seek(&mut self, sought: Sought) {
        self.sought = sought;
        self.whole.clear();
        self.room = ROOM;
        self.lay();
    }

    pub(super) fn draw_more(&mut self) {
        self.room += ROOM;
        self.lay();
    }

    /// Draws all statements of an issue, or again only the first.
    pub(super) fn draw_whole(&mut self, issue: usize) {
        match self.whole.iter().position(|whole| *whole == issue) {
            Some(place) => drop(self.whole.swap_remove(place)),
            None => self.whole.push(issue),
        }
        self.lay();
    }

    /// Where a statement stands in the reader's articles.
    pub fn place(&self, statement: usize) -> Option<&Place> {
        self.places.iter().find(|place| place.statement == statement)
    }

    /// Looks for the statements in an article.
    pub(super) fn look_in(&mut self, article: &DocumentId, text: &str) {
        let letters = |number: &usize| self.board.statements.get(*number).map_or("", |it| it.text.as_str());
        let places = &mut self.places;
        for (at, _) in text.char_indices() {
            let rest = text.get(at..).unwrap_or_default();
            let Some(beginning) = rest.as_bytes().get(..BEGINNING) else { break };
            let first = self.by_letters.partition_point(|number| letters(number).as_bytes() < beginning);
            let alike = self.by_letters.iter().skip(first);
            for number in alike.take_while(|number| letters(number).as_bytes().starts_with(beginning)) {
                let words = letters(number);
                if let Err(free) = places.binary_search_by_key(number, |place| place.statement)
                    && rest.starts_with(words)
                {
                    let span = Span::of(at..at + words.len());
                    places.insert(free, Place { statement: *number, article: article.clone(), span });
                }
            }
        }
    }

    /// Looks through the reader's articles anew.
    pub(super) fn look_again(&mut self, articles: Vec<DocumentId>) {
        self.places.clear();
        self.unsearched = articles;
    }

    /// Finds what is to be drawn, issue after issue until there is no more room.
    fn lay(&mut self) {
        let wanted = Wanted::new(&self.sought.words, Mode::Parts).unwrap_or(Wanted::Nothing);
        let mut room = self.room;
        let mut rows = Vec::new();
        for (number, issue) in self.board.issues.iter().enumerate() {
            if room == 0 {
                break;
            }
            let Some(row) = self.row(number, issue, &wanted, room) else { continue };
            let drawn = || row.cells.iter().flatten().map(|cell| cell.statements.len());
            let lines = drawn().sum::<usize>().div_ceil(2).max(drawn().max().unwrap_or(0));
            room = room.saturating_sub(lines.max(1));
            rows.push(row);
        }
        self.more = room == 0;
        self.rows = rows;
    }

    /// An issue with so many statements of each position at most; none where nothing fits.
    fn row(&self, number: usize, issue: &GatheredIssue, wanted: &Wanted, room: usize) -> Option<GatheredRow> {
        let open = self.sought.is_open();
        let asked = *wanted == Wanted::Nothing || stands(wanted, &issue.question);
        let whole = self.whole.contains(&number);
        let most = if whole { room } else { STATEMENTS.min(room) };
        let (mut fitting, mut cut) = (0, false);
        let mut cell = |(place, position): (usize, &GatheredPosition)| {
            let fits = |number: &usize| {
                asked || self.board.statements.get(*number).is_some_and(|it| is_sought(wanted, it))
            };
            let mut statements: Vec<usize> = position.statements.clone().filter(fits).collect();
            fitting += statements.len();
            cut |= !whole && statements.len() > STATEMENTS;
            statements.truncate(most);
            (open || !statements.is_empty()).then_some(GatheredCell { position: place, statements })
        };
        let speaks =
            |position: &GatheredPosition| self.sought.party.is_none() || position.party == self.sought.party;
        let mut facing = [None, None];
        let mut others = Vec::new();
        for (place, position) in issue.positions.iter().enumerate().filter(|(_, position)| speaks(position)) {
            let cell = cell((place, position));
            // A board without a name has no dispute that says who faces whom.
            let named = position.party.filter(|_| !self.board.name.is_empty());
            match named.and_then(|party| facing.get_mut(party)) {
                Some(faces) => *faces = cell,
                None => others.extend(cell.map(Some)),
            }
        }
        let mut cells = Vec::new();
        if facing.iter().any(Option::is_some) {
            cells.extend(facing);
        }
        cells.extend(others);
        if !whole && cells.len() > VOICES {
            cells.truncate(VOICES);
            cut = true;
        }
        // Two stand side by side.
        let mut before = 0;
        cells.retain(|cell: &Option<GatheredCell>| {
            let fits = before < 2 * room;
            before += cell.as_ref().map_or(0, |cell| cell.statements.len());
            fits
        });
        (!cells.is_empty()).then_some(GatheredRow { issue: number, cells, fitting, cut, whole })
    }
}

fn stands(wanted: &Wanted, text: &str) -> bool {
    wanted.find(text).is_ok_and(|places| !places.is_empty())
}

fn is_sought(wanted: &Wanted, statement: &GatheredStatement) -> bool {
    let named = |(name, _): &(String, usize)| stands(wanted, name);
    stands(wanted, &statement.text) || statement.speakers.iter().chain(&statement.sources).any(named)
}
