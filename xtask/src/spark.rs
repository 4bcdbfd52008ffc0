//! Whether the archive under Spark gives the stream's answers, where pyspark is there to try it.

use crate::archive::archive;
use crate::run::{output, program, root, run, target};
use std::process::Command;

/// Enough for three partitions with several tasks each.
const ARTICLES: &str = "90";

/// Runs `examples/spark/test.py`, or says that it did not.
pub fn test() -> Result<(), String> {
    let python = std::env::var("MAWQIF_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    if output(Command::new(&python).args(["-c", "import pyspark"])).is_none() {
        println!("xtask: examples/spark is not tested: {python} has no pyspark");
        return Ok(());
    }
    let articles = target().join("spark-test.jsonl");
    archive(&["--articles", ARTICLES, "--out", &articles.to_string_lossy()])?;
    let mut test = Command::new(python);
    test.arg(root().join("examples/spark/test.py"));
    run(test.arg("--program").arg(program()?).arg("--archive").arg(&articles))
}
