//! What can be wrong with a record.

use crate::exchange::FormatError;

/// What is wrong with a record.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It does not hold what its key promises.
    #[error("{0}")]
    Format(#[from] FormatError),
    /// It is about something else than its key says.
    #[error("the record is not the one that its key names")]
    Misnamed,
    /// No record has such a key.
    #[error("no record has such a key")]
    Stranger,
    /// The browser does not give it, and gives others.
    #[error("the browser does not give this record")]
    Refused,
    /// It was set aside at an earlier time, before something else was written to its key.
    #[error("set aside earlier")]
    Aside,
}
