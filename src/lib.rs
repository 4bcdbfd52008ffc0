//! Mawqif: who is named in an Arabic news article, who claims what, and which claims stand against each
//! other; and what a reader makes of it.
//!
//! The layers, each using only those above it: [`text`], [`lexicon`], [`analysis`], [`annotation`],
//! [`exchange`], [`storage`], [`page`].

pub mod analysis;
pub mod annotation;
pub mod exchange;
pub mod lexicon;
mod order;
pub mod page;
pub mod storage;
pub mod text;
