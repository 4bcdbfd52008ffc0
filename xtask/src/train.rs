//! `cargo xtask train`: learns the weights of the scorer of names.

use crate::run::{cargo, run};

/// Where the weights lie.
const WEIGHTS: &str = "src/analysis/entities/scorer/weights.bin";

/// Trains on a corpus; with more options (`--aside N`) nothing is written over the weights in use.
pub fn train(tokens: &str, options: &[&str]) -> Result<(), String> {
    let output = if options.is_empty() { WEIGHTS } else { "target/weights.bin" };
    let mut arguments = vec!["run", "--quiet", "--example", "train_names", "--", tokens, output];
    arguments.extend(options);
    run(&mut cargo(&arguments))
}
