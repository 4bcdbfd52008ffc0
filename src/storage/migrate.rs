//! Records of older versions, brought up to this one step by step.
//!
//! A change of the records' form adds a step at the end of [`STEPS`], which makes the version one higher, and
//! a file of records as they were before it to `tests/stored`.

use super::fault::Fault;

/// From a record's path and value in one version to those in the next.
pub type Step = fn(path: &str, value: &str) -> Result<(String, String), Fault>;

/// The step at place `n` leads from version `n + 1` to the next. The first version is still the last.
pub const STEPS: &[Step] = &[];

/// The version that `steps` lead to.
pub const fn version(steps: &[Step]) -> usize {
    1 + steps.len()
}

/// The record as the last version has it.
///
/// # Errors
/// Where a step does not understand the record.
pub fn bring_up(steps: &[Step], from: usize, path: &str, value: String) -> Result<(String, String), Fault> {
    let mut later = steps.iter().skip(from.saturating_sub(1));
    later.try_fold((path.to_owned(), value), |(path, value), step| step(&path, &value))
}
