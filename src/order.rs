//! Sorting in little room, and maps that are asked quickly.
//!
//! The standard library's sorts are compiled anew for each type and comparison, three kilobytes each; the
//! page has some thirty of them. Here one sort, of numbers, does for all.

use std::cmp::Ordering;
use std::collections::{self, BTreeMap};

/// Makes hashes quickly: the engine asks for several words of each word of a text.
#[cfg(not(target_family = "wasm"))]
type Hashes = foldhash::fast::RandomState;

/// In the page the standard library's are there anyway, and others would weigh 1.4 KB.
#[cfg(target_family = "wasm")]
type Hashes = std::hash::RandomState;

/// A map by hashes.
pub type HashMap<Key, Value> = collections::HashMap<Key, Value, Hashes>;

/// A set by hashes.
pub type HashSet<Item> = collections::HashSet<Item, Hashes>;

/// Sorts by `compare`; what it holds equal keeps its order.
pub fn sort_by<T>(list: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = order(list.len(), &|a, b| match (list.get(a), list.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    let mut items: Vec<Option<T>> = list.drain(..).map(Some).collect();
    list.extend(order.into_iter().filter_map(|index| items.get_mut(index)?.take()));
}

/// Sorts by what `key` gives of each; where it gives the same, the order is kept.
pub fn sort_by_key<T, Key: Ord>(list: &mut Vec<T>, key: impl Fn(&T) -> Key) {
    sort_by(list, |a, b| key(a).cmp(&key(b)));
}

/// Sorts in the type's own order.
pub fn sort<T: Ord>(list: &mut Vec<T>) {
    sort_by(list, T::cmp);
}

/// Gathers into a map or a set, one by one: the standard library's `collect` sorts first, by a sort of its own for
/// each type.
pub fn gather<All: Default + Extend<T>, T>(items: impl IntoIterator<Item = T>) -> All {
    let mut all = All::default();
    all.extend(items);
    all
}

/// Takes a value out of a map and leaves an empty one there: `remove` would bring a map's whole rebalancing into the
/// page for each type of value.
pub fn take<Key: Ord, Value: Default>(map: &mut BTreeMap<Key, Value>, key: &Key) -> Value {
    map.get_mut(key).map(std::mem::take).unwrap_or_default()
}

/// The numbers below `count` as `compare` orders them.
#[inline(never)]
fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(list in proptest::collection::vec((0u8..5, any::<u8>()), 0..40)) {
            let mut sorted = list.clone();
            sort_by_key(&mut sorted, |(key, _)| *key);
            let mut expected = list;
            expected.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(sorted, expected);
        }
    }
}
