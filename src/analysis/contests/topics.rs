//! Claims grouped by what they are about.
//!
//! Two claims lie near each other by what they have in common, themes of `topics.tsv`, names, a rare root, and by
//! the course of the text: an article goes from one question to the next, so that claims of one paragraph or with
//! little told between them are mostly on one, and its headline's are on the main one; who is led in by «لكن» or
//! «في المقابل», or denies, answers the party heard just before; the later a claim comes, the less it is answered,
//! and what only asks or promises is answered by nobody. The nearest groups are joined (average linkage) until none
//! are near enough.
//!
//! That a brief report is on one question was tried: of 54 of no more than 12 claims with a gold standard 40 have one
//! contest, most others none; grouped as long ones are they come out no worse.
//!
//! Long articles are grouped in stretches of [`STRETCH`] claims, so that time grows with their number.

use super::bags::{self, Bag};
use super::nearness::{self, Article};
use super::pairs::Pairs;
use crate::analysis::steps::pause;
use crate::order::sort;
use std::collections::BTreeMap;

/// Claims grouped at a time.
const STRETCH: usize = 192;

/// How much the nearest pair of two groups counts against the average of all.
const NEAREST: f32 = 0.05;

/// Groups farther from each other stay apart: log odds, as [`nearness`] has them.
const APART: f32 = -1.5;

/// A pair of claims of two parties speaks for their contest where it is likelier than this to be on one question.
const LIKELY: f32 = 0.15;

/// The power of how many claims two parties have, by which their contest is likelier.
const HEARD: f32 = 0.3;

/// Bags that are about the same.
pub struct Group {
    /// Their indices, in the text's order.
    pub bags: Vec<usize>,
    /// The two parties that stand against each other most, by number; none where fewer than two speak.
    pub between: Option<(u32, u32)>,
}

/// Groups of bags that are about the same.
pub async fn group(bags: &[Bag<'_>]) -> Vec<Group> {
    let article = Article::of(bags);
    let mut groups = Vec::new();
    let mut start = 0;
    for stretch in bags.chunks(STRETCH) {
        groups.extend(in_stretch(start, stretch, article));
        start += stretch.len();
        pause().await;
    }
    groups
}

/// The groups of one stretch.
fn in_stretch(start: usize, bags: &[Bag], article: Article) -> Vec<Group> {
    let pairs = nearness::of_pairs(article, bags);
    let mut joining = Joining::begin(&pairs, bags.len());
    while let Some((i, j)) = joining.nearest_two() {
        joining.join(i.min(j), i.max(j));
    }
    let mut groups: Vec<Vec<usize>> = joining.groups.into_iter().filter(|group| !group.is_empty()).collect();
    for group in &mut groups {
        sort(group);
    }
    sort(&mut groups);
    let heard = bags::heard(bags);
    let with_parties = |group: Vec<usize>| Group {
        between: between(bags, &heard, &group, &pairs),
        bags: group.into_iter().map(|index| start + index).collect(),
    };
    groups.into_iter().map(with_parties).collect()
}

/// Groups that are joined two by two, each remembering its nearest, so that the whole takes about the square of how
/// many there are.
struct Joining {
    /// How near each two groups lie.
    near: Pairs<Cell>,
    /// What is in each; nothing once it has gone into another.
    groups: Vec<Vec<usize>>,
    /// Those that are left, by number.
    left: Vec<usize>,
    /// The nearest of each, with how near it is.
    nearest: Vec<(f32, usize)>,
}

/// Nothing is near.
const NOBODY: (f32, usize) = (f32::MIN, usize::MAX);

impl Joining {
    /// Each thing is a group by itself.
    fn begin(pairs: &Pairs<f32>, count: usize) -> Self {
        let mut near = Pairs::new(count);
        for i in 0..count {
            for j in i + 1..count {
                let pair = pairs.get(i, j);
                near.set(i, j, Cell { sum: pair, most: pair });
            }
        }
        let groups = (0..count).map(|index| vec![index]).collect();
        let mut joining = Joining { near, groups, left: (0..count).collect(), nearest: Vec::new() };
        joining.nearest = (0..count).map(|group| joining.nearest_to(group)).collect();
        joining
    }

    /// How near two groups lie to each other.
    fn link(&self, i: usize, j: usize) -> f32 {
        let size = |group: usize| self.groups.get(group).map_or(1, Vec::len) as f32;
        let cell = self.near.get(i, j);
        (1.0 - NEAREST) * cell.sum / (size(i) * size(j)) + NEAREST * cell.most
    }

    fn nearest_to(&self, group: usize) -> (f32, usize) {
        let others = self.left.iter().filter(|other| **other != group);
        others.map(|other| (self.link(group, *other), *other)).fold(NOBODY, nearer)
    }

    /// The two groups that are to be joined next; none where all are too far from each other.
    fn nearest_two(&self) -> Option<(usize, usize)> {
        let all = self.left.iter().filter_map(|group| Some((self.nearest.get(*group)?.0, *group)));
        let (near, group) = all.fold(NOBODY, nearer);
        let (_, other) = *self.nearest.get(group)?;
        (near >= APART && other < self.groups.len()).then_some((group, other))
    }

    /// Puts all of one group into another.
    fn join(&mut self, into: usize, gone: usize) {
        self.left.retain(|group| *group != gone);
        for other in self.left.iter().copied().filter(|other| *other != into) {
            let (a, b) = (self.near.get(into, other), self.near.get(gone, other));
            self.near.set(into, other, Cell { sum: a.sum + b.sum, most: a.most.max(b.most) });
        }
        let moved = self.groups.get_mut(gone).map(std::mem::take).unwrap_or_default();
        if let Some(group) = self.groups.get_mut(into) {
            group.extend(moved);
        }
        for place in 0..self.left.len() {
            let Some(group) = self.left.get(place).copied() else { break };
            let was = self.nearest.get(group).copied().unwrap_or(NOBODY);
            let now = if group == into || was.1 == into || was.1 == gone {
                self.nearest_to(group)
            } else {
                nearer(was, (self.link(group, into), into))
            };
            if let Some(nearest) = self.nearest.get_mut(group) {
                *nearest = now;
            }
        }
    }
}

/// The nearer of two; the first where they are alike.
fn nearer(one: (f32, usize), other: (f32, usize)) -> (f32, usize) {
    if other.0 > one.0 { other } else { one }
}

/// The two parties of a group for whose contest its pairs of claims speak most, and the more so the more they say
/// in the whole stretch.
fn between(bags: &[Bag], heard: &[usize], group: &[usize], pairs: &Pairs<f32>) -> Option<(u32, u32)> {
    let mut spoken: BTreeMap<(u32, u32), f32> = BTreeMap::new();
    let party = |index: &usize| bags.get(*index).and_then(|bag| bag.party);
    for (place, i) in group.iter().enumerate() {
        let Some(one) = party(i) else { continue };
        for j in group.iter().skip(place + 1) {
            let Some(other) = party(j).filter(|other| *other != one) else { continue };
            let likely = 1.0 / (1.0 + (-pairs.get(*i, *j)).exp());
            *spoken.entry((one.min(other), one.max(other))).or_insert(0.0) += likely - LIKELY;
        }
    }
    let most = |best: Option<((u32, u32), f32)>, (parties, speaks): ((u32, u32), f32)| match best {
        Some((_, most)) if most >= speaks => best,
        _ => Some((parties, speaks)),
    };
    let heard = |party: u32| heard.get(party as usize).copied().unwrap_or(1) as f32;
    let weighed = |((one, other), speaks): ((u32, u32), f32)| {
        let both = (HEARD * (heard(one) * heard(other)).ln()).exp();
        ((one, other), if speaks > 0.0 { speaks * both } else { speaks })
    };
    spoken.into_iter().map(weighed).fold(None, most).map(|(parties, _)| parties)
}

/// Nearness between two groups.
#[derive(Clone, Copy, Debug, Default)]
struct Cell {
    /// Over all pairs.
    sum: f32,
    /// Of the nearest pair.
    most: f32,
}
