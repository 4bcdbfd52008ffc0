//! Where states stand against each other: whose their trade bodies are, and whose an office that names no country.
//!
//! | text | stands for | by |
//! | --- | --- | --- |
//! | الاتحاد الكندي للمزارعين، between Ottawa and Beijing | كندا | its nationality |
//! | حمّل الرئيس فلان رواندا المسؤولية، between two states | the other one | whom he accuses |

use super::context;
use super::ground::Ground;
use super::heard;
use super::stand::{Stand, Standing};
use crate::analysis::Claim;
use crate::order::HashMap;

/// So many claims make a state one of those who stand against each other.
const HEARD: usize = 2;

/// The states that stand against each other in a text.
pub struct Abroad {
    states: Vec<Stand>,
    ruling: Vec<Stand>,
}

impl Abroad {
    /// The states that speak more than once, if there are several.
    pub fn find(ground: &Ground, stands: &[Option<Standing>]) -> Option<Abroad> {
        let state = |stand: &Stand| matches!(stand, Stand::Country(_) | Stand::Party(_));
        let heard = heard(stands).into_iter().filter(|(stand, claims)| state(stand) && *claims >= HEARD);
        let states: Vec<Stand> = heard.map(|(stand, _)| stand).collect();
        (states.len() > 1).then(|| Abroad { states, ruling: ground.ruling() })
    }

    /// For a trade body of one of the states, that state.
    pub fn instead(&self, ground: &Ground, known: &Standing) -> Option<Standing> {
        let Stand::Group(group) = known.stand else { return None };
        let (nation, head) = (ground.nation_of_group(group)?, ground.head_of_group(group)?);
        let trade = matches!(head, "اتحاد" | "جمعيه" | "غرفه" | "رابطه" | "نقابه" | "هييه");
        // «حزب العدالة والتنمية الحاكم»
        let ruling = || head == "حزب" && self.ruling.contains(&known.stand);
        ((trade || ruling()) && self.states.contains(&nation))
            .then(|| known.instead(nation, "side-nationality"))
    }

    /// Of two states, the one that an office of a state speaks for when it accuses the other; and then whatever
    /// else the same speaker says.
    pub fn accuse(&self, ground: &Ground, claims: &[Claim], stands: &mut [Option<Standing>]) {
        let [first, second] = self.states[..] else { return };
        let mut known: HashMap<String, Standing> = HashMap::default();
        for (claim, slot) in claims.iter().zip(stands.iter()) {
            let Some(speaker) = claim.speaker.as_ref().filter(|_| slot.is_none()) else { continue };
            let tokens = ground.tokens(speaker.span);
            let office = tokens.start.saturating_sub(3)..tokens.end;
            let accused = context::accused(ground, claim);
            if let Some(accused) = accused.filter(|_| context::is_presided(ground, office)) {
                let other = match accused.stand {
                    stand if stand == first => second,
                    stand if stand == second => first,
                    _ => continue,
                };
                let words = accused.evidence.words.join(" ");
                known.entry(speaker.text.clone()).or_insert(Standing::new(other, "side-context", words));
            }
        }
        for (claim, slot) in claims.iter().zip(stands.iter_mut()) {
            if let (None, Some(speaker)) = (&slot, &claim.speaker) {
                *slot = known.get(speaker.text.as_str()).cloned();
            }
        }
    }
}
