//! Files of the command line, with messages that name them.

use mawqif::analysis::Dispute;
use std::io::Read;
use std::path::Path;

/// The bytes of a file, or of standard input.
pub fn bytes(file: Option<&Path>) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    match file {
        Some(file) => std::fs::read(file).map_err(|e| format!("{}: {e}", file.display())),
        None => {
            let read = std::io::stdin().lock().read_to_end(&mut bytes);
            read.map(|_| bytes).map_err(|e| format!("standard input: {e}"))
        }
    }
}

/// The text of a file.
pub fn text(file: &Path) -> Result<String, String> {
    let bytes = bytes(Some(file))?;
    let text = std::str::from_utf8(&bytes).map_err(|e| {
        format!("{}: not UTF-8 text: byte {} fits no character", file.display(), e.valid_up_to())
    })?;
    Ok(text.to_owned())
}

/// The dispute in a file.
pub fn dispute(file: &Path) -> Result<Dispute, String> {
    Dispute::from_json(&text(file)?).map_err(|e| format!("{}: {e}", file.display()))
}
