//! An analysis that can be interrupted: what has one thread, and somebody waiting for it, goes on with it step
//! by step.
//!
//! The stages are written one after the other and say with [`pause`] where they may be left; how far they have
//! come the compiler keeps. Whoever does not wait runs them [`at_once`]: the answer is the same.

use super::{Analysis, Date, Dispute, analysis, analysis_again};
use crate::lexicon::Unfolding;
use crate::text::Document;
use std::fmt;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// An analysis under way.
pub struct Analysing {
    /// What is left to unfold of the lexicon.
    unfolding: Option<Unfolding>,
    analysis: Pin<Box<dyn Future<Output = Analysis>>>,
}

impl Analysing {
    /// Begins one; the arguments are those of [`analyze`](super::analyze).
    pub fn new(document: Rc<Document>, dispute: Option<Dispute>, date: Option<Date>) -> Self {
        Analysing::by(async move { analysis(&document, dispute.as_ref(), date).await })
    }

    /// Begins one of a document that was read `before`; the arguments are those of
    /// [`analyze_again`](super::analyze_again).
    pub fn again(
        document: Rc<Document>,
        dispute: Option<Dispute>,
        date: Option<Date>,
        before: Rc<Analysis>,
    ) -> Self {
        Analysing::by(async move { analysis_again(&document, dispute.as_ref(), date, &before).await })
    }

    fn by(analysis: impl Future<Output = Analysis> + 'static) -> Self {
        Analysing { unfolding: Unfolding::begin(), analysis: Box::pin(analysis) }
    }

    /// Does the next step; the last one gives the analysis. After it there is none.
    pub fn go_on(&mut self) -> Option<Analysis> {
        if let Some(unfolding) = self.unfolding.take() {
            self.unfolding = unfolding.go_on();
            return None;
        }
        match self.analysis.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(analysis) => Some(analysis),
            Poll::Pending => None,
        }
    }
}

impl fmt::Debug for Analysing {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("Analysing")
    }
}

/// Where the analysis may be left for a while. A step between two pauses takes at most some 30 ms of a text of
/// 250,000 characters in the page.
pub(super) async fn pause() {
    let mut passed = false;
    std::future::poll_fn(
        |_| if std::mem::replace(&mut passed, true) { Poll::Ready(()) } else { Poll::Pending },
    )
    .await;
}

/// Leaves a walk through the tokens every now and then.
#[derive(Default)]
pub(super) struct Pace {
    next: usize,
}

/// So many tokens are walked through in one go.
const STEP: usize = 100;

impl Pace {
    /// The walk has come to this token.
    pub async fn at(&mut self, index: usize) {
        if index >= self.next + STEP {
            self.next = index;
            pause().await;
        }
    }
}

/// Runs to the end without a pause.
pub(super) fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(done) = work.as_mut().poll(&mut context) {
            return done;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyze;

    #[test]
    fn step_by_step_the_answer_is_the_same_and_the_steps_grow_with_the_text() {
        let article = include_str!("../../assets/pentagon-iraq.txt");
        let mut before = 0;
        for text in [article.to_owned(), article.repeat(20)] {
            let document = Rc::new(Document::new(&text));
            let date = Date::new(2024, 1, 9);
            let mut analysing = Analysing::new(Rc::clone(&document), None, date);
            let mut steps = 1;
            let analysis = loop {
                match analysing.go_on() {
                    Some(analysis) => break analysis,
                    None => steps += 1,
                }
            };
            assert_eq!(analysis, analyze(&document, None, date));
            assert!(steps > before.max(10), "{steps} steps");
            before = steps;
        }
    }
}
