//! Who claims what in short texts, a line a case, as `support/marked.rs` has them. A case is right when exactly its
//! claims are found.

#![allow(clippy::unwrap_used, reason = "a test that fails says so by panicking")]

#[macro_use]
#[path = "support/marked.rs"]
#[allow(dead_code, reason = "other tests mark other things")]
mod marked;

files!(Claims in "claims": verbs, subjects, direct, frames, nothing, extents, headlines);
