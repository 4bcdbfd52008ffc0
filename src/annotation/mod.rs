//! What the reader makes of an article: annotations, judgements of suggestions, and the workspace that
//! holds them.
//!
//! Everything changes by [`Edit`] values, which can be applied, inverted, stored and merged. No clock and
//! no randomness: ids and times come from whoever calls. No browser.

mod anchor;
mod arrangement;
mod article;
mod board;
mod disputes;
mod edit;
mod items;
mod model;
mod moving;
mod voices;
mod workspace;

pub use anchor::{Anchor, Finder, Placement, Step, resolve};
pub use arrangement::{Arrangement, Question, ReadBy};
pub use article::{Article, DocumentId};
pub use board::{Board, Row, Stated, board};
pub use disputes::{DisputeId, Disputes};
pub use edit::{Change, Conflict, Edit, EditKind};
pub use items::{Item, Status, follow, items};
pub use model::{
    Annotation, AnnotationId, ClaimFields, Content, ContentKind, Decision, EntityFields, Judgement, Link,
    Quote, Rating, Relation, Target, Timestamp, Verdict, is_web_address,
};
pub use moving::{Fate, Moving, moved, moving};
pub use voices::Voice;
pub use workspace::Workspace;
