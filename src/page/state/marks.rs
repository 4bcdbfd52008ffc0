//! Which words of the article are marked, and how.

use super::State;
use super::desk::{NEUTRAL, side_style};
use crate::analysis::{EntityKind, IssueId, PartyId};
use crate::annotation::{Content, Item, Status};
use crate::order::HashSet;
use crate::text::Span;

/// What the legend switches on and off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Layer {
    /// The claims of a party.
    Party(PartyId),
    /// The claims of nobody's side.
    Unsided,
    /// Persons and organisations.
    Names,
    /// Places.
    Places,
    /// Dates and quantities.
    Figures,
    /// What the reader marked himself.
    Own,
}

impl Layer {
    /// Its name in the settings.
    pub fn key(&self) -> String {
        match self {
            Layer::Party(id) => format!("side-{id}"),
            Layer::Unsided => "unsided".into(),
            Layer::Names => "names".into(),
            Layer::Places => "places".into(),
            Layer::Figures => "figures".into(),
            Layer::Own => "own".into(),
        }
    }

    /// Whether an item is of this layer. The reader's own claims and names are also of [`Layer::Own`]: where one
    /// of its layers is off, an item is not marked.
    fn has(&self, item: &Item) -> bool {
        match (self, &item.content) {
            (Layer::Own, Content::Highlight | Content::Note) => true,
            (Layer::Own, _) => item.status == Status::Own,
            (Layer::Party(id), Content::Claim(claim)) => claim.side.as_ref() == Some(id),
            (Layer::Unsided, Content::Claim(claim)) => claim.side.is_none(),
            (Layer::Names, Content::Entity(entity)) => {
                matches!(entity.kind, EntityKind::Person | EntityKind::Organisation)
            }
            (Layer::Places, Content::Entity(entity)) => entity.kind == EntityKind::Place,
            (Layer::Figures, Content::Entity(entity)) => {
                matches!(entity.kind, EntityKind::Date | EntityKind::Quantity)
            }
            _ => false,
        }
    }
}

/// The layers that an article may have.
fn known_layers(state: &State) -> impl Iterator<Item = Layer> {
    let parties = state.desk.analysis.parties.iter().map(|party| Layer::Party(party.id.clone()));
    parties.chain([Layer::Unsided, Layer::Names, Layer::Places, Layer::Figures, Layer::Own])
}

/// The layers that the open article has, with how many items each, and whether it is shown.
pub fn layers(state: &State) -> Vec<(Layer, usize, bool)> {
    let mut layers: Vec<(Layer, usize)> = known_layers(state).map(|layer| (layer, 0)).collect();
    for item in state.desk.items().filter(|item| item.stands()) {
        layers.iter_mut().filter(|(layer, _)| layer.has(item)).for_each(|(_, count)| *count += 1);
    }
    layers.retain(|(layer, count)| *count > 0 || *layer == Layer::Own);
    let with_switch = |(layer, count)| {
        let on = state.shows(&layer);
        (layer, count, on)
    };
    layers.into_iter().map(with_switch).collect()
}

/// The names under which the style sheet knows marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mark {
    /// A person or organisation.
    Name,
    /// A place.
    Place,
    /// A date or quantity.
    Figure,
    /// A claim, by the style of its side.
    Claim(usize),
    /// A claim that others answer, by the style of its side.
    Contested(usize),
    /// The reader's own.
    Own,
    /// What was searched for.
    Found,
    /// The chosen item, and what of all that was found is looked at.
    Focus,
    /// What the reading cursor stands on.
    Cursor,
}

impl Mark {
    /// All of them, the lowest first where they overlap.
    pub const ALL: [Mark; 15] = [
        Mark::Claim(NEUTRAL),
        Mark::Claim(2),
        Mark::Claim(1),
        Mark::Claim(0),
        Mark::Contested(NEUTRAL),
        Mark::Contested(2),
        Mark::Contested(1),
        Mark::Contested(0),
        Mark::Name,
        Mark::Place,
        Mark::Figure,
        Mark::Own,
        Mark::Found,
        Mark::Focus,
        Mark::Cursor,
    ];

    /// Its name in the style sheet.
    pub fn name(self) -> &'static str {
        match self {
            Mark::Name => "name",
            Mark::Place => "place",
            Mark::Figure => "figure",
            Mark::Claim(0) => "claim-1",
            Mark::Claim(1) => "claim-2",
            Mark::Claim(2) => "claim-3",
            Mark::Claim(_) => "claim-0",
            Mark::Contested(0) => "contested-1",
            Mark::Contested(1) => "contested-2",
            Mark::Contested(2) => "contested-3",
            Mark::Contested(_) => "contested-0",
            Mark::Own => "own",
            Mark::Found => "found",
            Mark::Focus => "focus",
            Mark::Cursor => "cursor",
        }
    }
}

/// The marks of everything that is shown, in the part of the text where marks are drawn.
pub fn marks(state: &State) -> Vec<(Mark, Vec<Span>)> {
    let mut marks: Vec<(Mark, Vec<Span>)> = Mark::ALL.into_iter().map(|mark| (mark, Vec::new())).collect();
    let mut put = |mark: Mark, span: Span| {
        if let Some((_, spans)) = marks.iter_mut().find(|(known, _)| *known == mark) {
            spans.push(span);
        }
    };
    let hidden: Vec<Layer> = known_layers(state).filter(|layer| !state.shows(layer)).collect();
    let shown = |item: &Item| item.stands() && !hidden.iter().any(|layer| layer.has(item));
    let near = state.marked();
    let contested: HashSet<&IssueId> =
        state.desk.board.contested.iter().filter_map(|row| row.issue.as_ref()).collect();
    let mut claims = Nested::default();
    for item in state.desk.items() {
        let near = item.span.filter(|span| span.overlaps(near));
        let Some(span) = near.filter(|_| shown(item)) else { continue };
        match &item.content {
            Content::Claim(claim) => {
                let style = side_style(&state.desk.analysis, claim.side.as_ref());
                let answered =
                    claim.side.is_some() && claim.issue.as_ref().is_some_and(|i| contested.contains(i));
                claims.put(if answered { Mark::Contested(style) } else { Mark::Claim(style) }, span);
            }
            Content::Entity(entity) => match entity.kind {
                EntityKind::Person | EntityKind::Organisation => put(Mark::Name, span),
                EntityKind::Place => put(Mark::Place, span),
                EntityKind::Date | EntityKind::Quantity => put(Mark::Figure, span),
            },
            Content::Highlight | Content::Note => put(Mark::Own, span),
        }
        if item.status == Status::Own && matches!(item.content, Content::Claim(_) | Content::Entity(_)) {
            put(Mark::Own, span);
        }
    }
    for (mark, span) in claims.pieces.into_iter().filter(|(_, span)| !span.is_empty()) {
        put(mark, span);
    }
    if let Some(span) = state.focus.as_deref().and_then(|key| state.desk.item(key)?.span) {
        put(Mark::Focus, span);
    }
    if let Some(cursor) = state.cursor.filter(|_| state.selection.is_none()) {
        put(Mark::Cursor, cursor.anchor);
    }
    if let Some(place) = state.find.place() {
        put(Mark::Focus, place);
    }
    state.find.found.iter().filter(|span| span.overlaps(near)).for_each(|span| put(Mark::Found, *span));
    marks
}

/// Claims in the text's order, each inside another cut out of it: of «نفت الرباط اتهامات الجزائر بالقصف» one sees what
/// the one denies and what the other says.
#[derive(Default)]
struct Nested {
    pieces: Vec<(Mark, Span)>,
    /// Those that the next may lie in, by their place among the pieces, the innermost last.
    open: Vec<usize>,
}

impl Nested {
    fn put(&mut self, mark: Mark, span: Span) {
        while self.innermost().is_some_and(|(_, outer)| outer.end <= span.start) {
            self.open.pop();
        }
        let around = self.innermost().filter(|(outer, around)| *outer != mark && around.contains(span));
        if let Some((outer, around)) = around {
            if let Some((_, before)) = self.open.last().and_then(|at| self.pieces.get_mut(*at)) {
                before.end = span.start;
            }
            self.open.pop();
            self.open(outer, Span::new(span.end, around.end));
        }
        self.open(mark, span);
    }

    fn innermost(&self) -> Option<(Mark, Span)> {
        self.pieces.get(*self.open.last()?).copied()
    }

    fn open(&mut self, mark: Mark, span: Span) {
        self.open.push(self.pieces.len());
        self.pieces.push((mark, span));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_inside_another_is_cut_out_of_it() {
        const ONE: Mark = Mark::Claim(0);
        const OTHER: Mark = Mark::Claim(1);
        let cut = |claims: &[(Mark, std::ops::Range<usize>)]| {
            let mut nested = Nested::default();
            claims.iter().for_each(|(mark, range)| nested.put(*mark, Span::of(range.clone())));
            nested.pieces.retain(|(_, span)| !span.is_empty());
            let mut pieces: Vec<_> = nested.pieces.iter().map(|(mark, span)| (*mark, span.range())).collect();
            pieces.sort_by_key(|(_, range)| range.start);
            pieces
        };
        for (claims, pieces) in [
            // Beside each other, and one that begins in another and ends behind it.
            (vec![(ONE, 0..4), (OTHER, 4..9)], vec![(ONE, 0..4), (OTHER, 4..9)]),
            (vec![(ONE, 0..5), (OTHER, 4..9)], vec![(ONE, 0..5), (OTHER, 4..9)]),
            // At its end, in its middle, at its beginning, all of it.
            (vec![(ONE, 0..9), (OTHER, 4..9)], vec![(ONE, 0..4), (OTHER, 4..9)]),
            (vec![(ONE, 0..9), (OTHER, 4..6)], vec![(ONE, 0..4), (OTHER, 4..6), (ONE, 6..9)]),
            (vec![(ONE, 0..9), (OTHER, 0..3)], vec![(OTHER, 0..3), (ONE, 3..9)]),
            (vec![(ONE, 0..9), (OTHER, 0..9)], vec![(OTHER, 0..9)]),
            // Two one behind the other, and one in one in one.
            (
                vec![(ONE, 0..9), (OTHER, 1..3), (OTHER, 5..7)],
                vec![(ONE, 0..1), (OTHER, 1..3), (ONE, 3..5), (OTHER, 5..7), (ONE, 7..9)],
            ),
            (
                vec![(ONE, 0..9), (OTHER, 1..7), (ONE, 3..5)],
                vec![(ONE, 0..1), (OTHER, 1..3), (ONE, 3..5), (OTHER, 5..7), (ONE, 7..9)],
            ),
            // Of one side nothing is seen apart.
            (vec![(ONE, 0..9), (ONE, 4..6)], vec![(ONE, 0..9), (ONE, 4..6)]),
        ] {
            assert_eq!(cut(&claims), pieces, "{claims:?}");
        }
    }
}
