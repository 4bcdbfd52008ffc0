//! How the positions of a contest stand against each other.

use super::bags::Bag;
use crate::analysis::{Act, Claim, Opposition};

/// The opposition of two claims by their acts, the clearest first.
///
/// | one | other | opposition |
/// | --- | --- | --- |
/// | طالب بسحب القوات | رفض سحبها | demand and refusal |
/// | أكد سقوط مدنيين | نفى سقوطهم | affirmation and denial |
/// | اتهم الجيش بالقصف | نفى قصفه | affirmation and denial |
/// | أدان الضربات | قال إنها رد على هجوم | condemnation and justification |
/// | قال إنها نصر | قال إنها كارثة | two accounts |
pub fn of_acts(a: Act, b: Act) -> Opposition {
    match (a, b) {
        (Act::Demand, Act::Deny) | (Act::Deny, Act::Demand) => Opposition::DemandRefuse,
        (Act::Deny, other) | (other, Act::Deny) if other != Act::Deny => Opposition::AffirmDeny,
        (Act::Condemn, _) | (_, Act::Condemn) => Opposition::CondemnJustify,
        _ => Opposition::Accounts,
    }
}

/// The clearest opposition between claims of two sides, and the two claims that show it.
///
/// Claims next to each other that oppose by their acts show it best.
pub fn clearest<'b, 'r>(
    bags: &[&'b Bag<'r>],
    claims: &[Claim],
) -> (Opposition, Option<(&'b Bag<'r>, &'b Bag<'r>)>) {
    let mut best: Option<(usize, Opposition, &Bag, &Bag)> = None;
    for (i, a) in bags.iter().enumerate() {
        // A pair far apart shows nothing that a nearer one does not.
        for (distance, b) in bags.iter().skip(i + 1).take(24).enumerate() {
            if a.side == b.side || a.side.is_none() || b.side.is_none() {
                continue;
            }
            let (Some(x), Some(y)) = (claims.get(a.claim), claims.get(b.claim)) else { continue };
            let rank = distance + if acts_oppose(x.act, y.act) { 0 } else { 100 };
            if best.is_none_or(|(known, ..)| rank < known) {
                best = Some((rank, of_acts(x.act, y.act), a, b));
            }
        }
    }
    best.map_or((Opposition::Accounts, None), |(_, kind, a, b)| (kind, Some((a, b))))
}

/// Whether the acts alone set two claims against each other.
fn acts_oppose(a: Act, b: Act) -> bool {
    let one = |x: Act, y: Act| {
        matches!((x, y), (Act::Affirm | Act::Demand | Act::Condemn, Act::Deny) | (Act::Condemn, Act::Affirm))
    };
    one(a, b) || one(b, a)
}
