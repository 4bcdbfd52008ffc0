//! The machine that searches: all ways through the pattern at once, letter by letter, the preferred first.
//! Method: Ken Thompson 1968, with Rob Pike's order of the ways, as Russ Cox tells it in "Regular Expression
//! Matching: the Virtual Machine Approach".

use super::PatternError;
use super::parse::{Class, Kind, Part, Place};
use std::ops::Range;

/// A pattern as steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Program {
    steps: Vec<Step>,
}

#[derive(Clone, Debug, PartialEq)]
enum Step {
    /// One character of these, then the next step.
    One(Class),
    /// A place, then the next step.
    Place(Place),
    /// Both, the first preferred.
    Fork(usize, usize),
    /// Another step.
    Go(usize),
    /// Found.
    End,
}

/// The most steps of a program.
const MAX_PROGRAM: usize = 10_000;

/// The search has used up its steps.
pub struct Exhausted;

impl Program {
    /// The steps of a pattern.
    pub fn new(part: &Part) -> Result<Self, PatternError> {
        let mut program = Program { steps: Vec::new() };
        program.add(part)?;
        program.push(Step::End)?;
        Ok(program)
    }

    fn push(&mut self, step: Step) -> Result<usize, PatternError> {
        if self.steps.len() >= MAX_PROGRAM {
            return Err(PatternError::TooLarge);
        }
        self.steps.push(step);
        Ok(self.steps.len() - 1)
    }

    fn set(&mut self, at: usize, step: Step) {
        if let Some(old) = self.steps.get_mut(at) {
            *old = step;
        }
    }

    fn add(&mut self, part: &Part) -> Result<(), PatternError> {
        match part {
            Part::One(class) => self.push(Step::One(class.clone())).map(drop),
            Part::Place(place) => self.push(Step::Place(*place)).map(drop),
            Part::All(parts) => parts.iter().try_for_each(|part| self.add(part)),
            Part::Any(ways) => self.add_ways(ways),
            Part::Times { part, least, most, greedy } => {
                for _ in 0..*least {
                    self.add(part)?;
                }
                match most {
                    None => self.add_loop(part, *greedy),
                    Some(most) => self.add_up_to(part, most - least, *greedy),
                }
            }
        }
    }

    fn add_ways(&mut self, ways: &[Part]) -> Result<(), PatternError> {
        let Some((last, others)) = ways.split_last() else { return Ok(()) };
        let mut ends = Vec::new();
        for way in others {
            let fork = self.push(Step::End)?;
            self.add(way)?;
            ends.push(self.push(Step::End)?);
            self.set(fork, Step::Fork(fork + 1, self.steps.len()));
        }
        self.add(last)?;
        let end = self.steps.len();
        ends.into_iter().for_each(|at| self.set(at, Step::Go(end)));
        Ok(())
    }

    fn add_loop(&mut self, part: &Part, greedy: bool) -> Result<(), PatternError> {
        let fork = self.push(Step::End)?;
        self.add(part)?;
        self.push(Step::Go(fork))?;
        self.set(fork, choice(fork + 1, self.steps.len(), greedy));
        Ok(())
    }

    fn add_up_to(&mut self, part: &Part, times: u32, greedy: bool) -> Result<(), PatternError> {
        let mut forks = Vec::new();
        for _ in 0..times {
            forks.push(self.push(Step::End)?);
            self.add(part)?;
        }
        let end = self.steps.len();
        forks.into_iter().for_each(|fork| self.set(fork, choice(fork + 1, end, greedy)));
        Ok(())
    }

    /// Where the pattern stands in a line, in order; each step taken is taken off `budget`.
    pub fn find(&self, line: &str, budget: &mut usize) -> Result<Vec<Range<usize>>, Exhausted> {
        let mut found = Vec::new();
        let mut ways = [Ways::of(self), Ways::of(self)];
        let mut from = 0;
        while from <= line.len()
            && let Some(place) = self.first(line, from, &mut ways, budget)?
        {
            from = place.end;
            if place.is_empty() {
                // A place without width is passed with the letter after it.
                from += letter_at(line, from).map_or(1, char::len_utf8);
            } else {
                found.push(place);
            }
        }
        Ok(found)
    }

    /// The first place at `from` or later.
    fn first(
        &self,
        line: &str,
        from: usize,
        [now, next]: &mut [Ways; 2],
        budget: &mut usize,
    ) -> Result<Option<Range<usize>>, Exhausted> {
        let mut found = None;
        let mut at = from;
        now.clear();
        loop {
            if found.is_none() {
                self.follow(0, at, now, (line, at), budget)?;
            }
            let letter = letter_at(line, at);
            let after = at + letter.map_or(0, char::len_utf8);
            next.clear();
            for &(step, begun) in &now.list {
                spend(budget)?;
                match self.steps.get(step) {
                    Some(Step::One(class)) if letter.is_some_and(|letter| class.has(letter)) => {
                        self.follow(step + 1, begun, next, (line, after), budget)?;
                    }
                    // What is found on a preferred way ends the others.
                    Some(Step::End) => {
                        found = Some(begun..at);
                        break;
                    }
                    _ => {}
                }
            }
            std::mem::swap(now, next);
            if letter.is_none() || (now.list.is_empty() && found.is_some()) {
                return Ok(found);
            }
            at = after;
        }
    }

    /// Adds the steps at which a way is that comes to `step`, at a place of the line.
    fn follow(
        &self,
        step: usize,
        begun: usize,
        ways: &mut Ways,
        (line, at): (&str, usize),
        budget: &mut usize,
    ) -> Result<(), Exhausted> {
        ways.ahead.push(step);
        while let Some(step) = ways.ahead.pop() {
            spend(budget)?;
            if !ways.enter(step) {
                continue;
            }
            match self.steps.get(step) {
                Some(Step::Go(to)) => ways.ahead.push(*to),
                Some(Step::Fork(first, second)) => ways.ahead.extend([*second, *first]),
                Some(Step::Place(place)) if place.is_at(line, at) => ways.ahead.push(step + 1),
                Some(Step::One(_) | Step::End) => ways.list.push((step, begun)),
                Some(Step::Place(_)) | None => {}
            }
        }
        Ok(())
    }
}

/// A fork that goes on with what is repeated, or after it.
fn choice(again: usize, after: usize, greedy: bool) -> Step {
    if greedy { Step::Fork(again, after) } else { Step::Fork(after, again) }
}

/// Steps that are all at the same letter, the preferred first, each with where its way began.
struct Ways {
    list: Vec<(usize, usize)>,
    /// In which round each step was come to last.
    come: Vec<usize>,
    round: usize,
    /// Steps still to be looked at, the next one last.
    ahead: Vec<usize>,
}

impl Ways {
    fn of(program: &Program) -> Self {
        Ways { list: Vec::new(), come: vec![0; program.steps.len()], round: 1, ahead: Vec::new() }
    }

    fn clear(&mut self) {
        self.list.clear();
        self.ahead.clear();
        self.round += 1;
    }

    /// Whether no way has come to the step before.
    fn enter(&mut self, step: usize) -> bool {
        let round = self.round;
        self.come.get_mut(step).is_some_and(|come| std::mem::replace(come, round) != round)
    }
}

fn spend(budget: &mut usize) -> Result<(), Exhausted> {
    *budget = budget.checked_sub(1).ok_or(Exhausted)?;
    Ok(())
}

fn letter_at(line: &str, at: usize) -> Option<char> {
    line.get(at..)?.chars().next()
}

impl Place {
    fn is_at(self, line: &str, at: usize) -> bool {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        let is_word = |letter: Option<char>| letter.is_some_and(|letter| Kind::Word.has(letter));
        let edge = is_word(before) != is_word(letter_at(line, at));
        match self {
            Place::Start => at == 0,
            Place::End => at == line.len(),
            Place::Edge => edge,
            Place::NoEdge => !edge,
        }
    }
}
