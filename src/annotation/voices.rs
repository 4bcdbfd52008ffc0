//! Who speaks how often, and doing what.

use super::items::Item;
use crate::analysis::{Act, Party, PartyId};
use crate::order::{HashMap, sort_by_key};
use crate::text::fold;
use std::rc::Rc;

/// One speaker of a party, or of none, with how often each act is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// The party.
    pub party: Option<PartyId>,
    /// The speaker as the first claim names him; empty where nobody is named.
    pub speaker: String,
    /// How often each act is done, in the order of [`Act::ALL`].
    pub acts: [usize; Act::ALL.len()],
}

impl Voice {
    /// All claims of the speaker.
    pub fn total(&self) -> usize {
        self.acts.iter().sum()
    }
}

/// The voices of the claims that stand among `items`: by party in this order, those of no party
/// last, and who speaks most first. Spellings of one name count together.
pub(super) fn voices(parties: &[Party], items: &[Rc<Item>]) -> Vec<Voice> {
    let mut places: HashMap<(Option<&PartyId>, String), usize> = HashMap::default();
    let mut voices: Vec<Voice> = Vec::new();
    for claim in items.iter().filter_map(|item| item.standing_claim()) {
        let place = *places.entry((claim.side.as_ref(), fold(&claim.speaker))).or_insert_with(|| {
            voices.push(Voice {
                party: claim.side.clone(),
                speaker: claim.speaker.clone(),
                acts: [0; Act::ALL.len()],
            });
            voices.len() - 1
        });
        let act = Act::ALL.iter().position(|act| *act == claim.act);
        let counter = voices.get_mut(place).and_then(|voice| voice.acts.get_mut(act?));
        counter.into_iter().for_each(|counter| *counter += 1);
    }
    let order = |party: &Option<PartyId>| {
        let place = parties.iter().position(|known| Some(&known.id) == party.as_ref());
        place.unwrap_or(usize::MAX)
    };
    sort_by_key(&mut voices, |voice| (order(&voice.party), std::cmp::Reverse(voice.total())));
    voices
}

#[cfg(test)]
mod tests {
    use super::super::{Article, Workspace, items};
    use super::*;
    use crate::analysis::{Dispute, analyze};
    use crate::text::Document;

    #[test]
    fn every_claim_is_counted_once_and_spellings_together() {
        let article = Article::new("أكد الرئيس الأمريكي أن القوات باقية. وأكد الرئيس الامريكي أن القرار اتخذ.");
        let document = Document::new(&article.text);
        let analysis = analyze(&document, Some(&Dispute::washington_baghdad()), None);
        let items = items(&document, &analysis, &Workspace::new(article, []));
        let voices = voices(&analysis.parties, &items);
        assert_eq!(voices.len(), 1, "{voices:?}");
        assert_eq!((voices[0].total(), voices[0].acts[0]), (2, 2));
        assert_eq!(voices[0].party, Some(PartyId("washington".into())));
    }
}
