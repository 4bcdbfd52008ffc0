//! What single words can be within a name, looked up once for all of them.

use crate::analysis::Reading;
use crate::lexicon::{Table, field};
use crate::text::TokenKind;

/// What one word can be, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traits(u16);

impl Traits {
    /// A word of letters.
    pub const WORD: Traits = Traits(1);
    /// A given name, or one that serves as family name too.
    pub const GIVEN: Traits = Traits(1 << 1);
    /// A family name that stands alone.
    pub const FAMILY: Traits = Traits(1 << 2);
    /// A common noun.
    pub const NOUN: Traits = Traits(1 << 3);
    /// A common adjective.
    pub const ADJECTIVE: Traits = Traits(1 << 4);
    /// A verb.
    pub const VERB: Traits = Traits(1 << 5);
    /// A function word.
    pub const FUNCTION: Traits = Traits(1 << 6);
    /// An adjective of nationality.
    pub const NATIONALITY: Traits = Traits(1 << 7);
    /// A country, city or region.
    pub const PLACE: Traits = Traits(1 << 8);
    /// With the article.
    pub const DEFINITE: Traits = Traits(1 << 9);
    /// The lexicon has it.
    pub const KNOWN: Traits = Traits(1 << 10);
    /// An office or role.
    pub const OFFICE: Traits = Traits(1 << 11);
    /// The head of an organisation's name.
    pub const HEAD: Traits = Traits(1 << 12);
    /// A particle is joined before it.
    pub const JOINED: Traits = Traits(1 << 13);
    /// A feminine, dual or plural form of an adjective of nationality: never a family name.
    pub const INFLECTED: Traits = Traits(1 << 14);

    /// Whether all of `other` are among these.
    pub fn has(self, other: Traits) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether any of `other` is among these.
    pub fn any(self, other: Traits) -> bool {
        self.0 & other.0 != 0
    }

    /// The set as bits.
    pub fn bits(self) -> u16 {
        self.0
    }

    /// These without those of `other`.
    pub fn without(self, other: Traits) -> Traits {
        Traits(self.0 & !other.0)
    }

    /// Both sets together.
    pub const fn with(self, other: Traits) -> Traits {
        Traits(self.0 | other.0)
    }
}

/// Common words of any class.
pub const COMMON: Traits =
    Traits::NOUN.with(Traits::ADJECTIVE).with(Traits::VERB).with(Traits::FUNCTION).with(Traits::OFFICE);

/// The traits of every word of the document.
pub fn of(reading: &Reading) -> Vec<Traits> {
    let raw = |index: usize| reading.word(index).map_or("", |word| reading.document().slice(word.span));
    let dotted = (0..reading.len()).any(|index| raw(index).ends_with('ى'));
    let of = |index| match of_word(reading, index) {
        // Who writes ى at the end of words means the name where he writes «علي».
        traits if dotted && reading.stem(index) == "علي" => {
            traits.without(if raw(index).ends_with('ى') { Traits::GIVEN } else { Traits::FUNCTION })
        }
        // «خواجة آصف رأى أن»: no «راي».
        traits if raw(index).ends_with("رأى") => traits.without(Traits::GIVEN).with(Traits::VERB),
        traits => traits,
    };
    (0..reading.len()).map(of).collect()
}

fn of_word(reading: &Reading, index: usize) -> Traits {
    if reading.kind(index) != TokenKind::Word {
        return Traits::default();
    }
    let mut traits = Traits::WORD;
    if let Some(word) = reading.word(index) {
        if word.definite {
            traits = traits.with(Traits::DEFINITE);
        }
        if !word.particles.is_empty() {
            traits = traits.with(Traits::JOINED);
        }
    }
    for sense in reading.senses(index) {
        let more = match sense.table {
            Table::Given => Traits::GIVEN,
            Table::Family | Table::OfficeHolders => Traits::FAMILY,
            Table::Common => match field(sense, 0) {
                "noun" => Traits::NOUN,
                "adjective" => Traits::ADJECTIVE,
                _ => Traits::VERB,
            },
            Table::Ranks => Traits::ADJECTIVE,
            Table::Function => Traits::FUNCTION,
            Table::Nationalities if sense.form > 1 => Traits::NATIONALITY.with(Traits::INFLECTED),
            Table::Nationalities => Traits::NATIONALITY,
            Table::Countries | Table::Cities | Table::Regions => Traits::PLACE,
            Table::Offices => Traits::OFFICE,
            Table::OrganisationHeads => Traits::HEAD,
            Table::PlaceHeads => Traits::NOUN,
            Table::Months | Table::Weekdays | Table::Numbers | Table::Units | Table::Counted => Traits::NOUN,
            _ => Traits::default(),
        };
        traits = traits.with(more).with(Traits::KNOWN);
    }
    traits
}
