//! Which claims the board shows.

use crate::analysis::{Act, PartyId};
use crate::annotation::ClaimFields;
use crate::text::fold;

/// What the reader wants to see; a claim has to fit all that is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Claims of this party.
    pub party: Option<PartyId>,
    /// Claims with this act.
    pub act: Option<Act>,
    /// Claims of this speaker, in any spelling.
    pub speaker: Option<String>,
}

impl Filter {
    /// Whether a claim fits.
    pub fn fits(&self, claim: &ClaimFields) -> bool {
        self.party.as_ref().is_none_or(|party| claim.side.as_ref() == Some(party))
            && self.act.is_none_or(|act| claim.act == act)
            && self.speaker.as_ref().is_none_or(|speaker| fold(&claim.speaker) == fold(speaker))
    }

    /// Whether it lets everything through.
    pub fn is_open(&self) -> bool {
        *self == Filter::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Form;

    #[test]
    fn a_claim_has_to_fit_all_that_is_given() {
        let claim = ClaimFields {
            speaker: "الناطق الأمريكي".into(),
            cue: String::new(),
            act: Act::Deny,
            form: Form::Direct,
            side: Some(PartyId("a".into())),
            issue: None,
            via: String::new(),
            verdict: None,
            links: Vec::new(),
        };
        let speaker = || Some("الناطق الامريكي".to_owned());
        let filter = |party: Option<&str>, act, speaker| Filter {
            party: party.map(|party| PartyId(party.into())),
            act,
            speaker,
        };
        for (filter, fits) in [
            (Filter::default(), true),
            (filter(Some("a"), Some(Act::Deny), speaker()), true),
            (filter(Some("b"), None, None), false),
            (filter(Some("a"), Some(Act::Affirm), None), false),
            (filter(None, None, Some("غيره".into())), false),
        ] {
            assert_eq!(filter.fits(&claim), fits, "{filter:?}");
        }
        assert!(Filter::default().is_open() && !filter(None, None, speaker()).is_open());
    }
}
