//! Files of the command line, with messages that name them.

use mawqif::analysis::Dispute;
use std::io::Read;
use std::path::Path;

/// What a file, or standard input, is called in messages.
pub fn name(file: Option<&Path>) -> String {
    file.map_or("standard input".into(), |file| file.display().to_string())
}

/// The bytes of a file, or of standard input.
pub fn bytes(file: Option<&Path>) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let read = match file {
        Some(file) => std::fs::read(file),
        None => std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes),
    };
    read.map_err(|e| format!("{}: {e}", name(file)))
}

/// The text of a file.
pub fn text(file: &Path) -> Result<String, String> {
    String::from_utf8(bytes(Some(file))?).map_err(|e| {
        let at = e.utf8_error().valid_up_to();
        format!("{}: not UTF-8 text: byte {at} fits no character", file.display())
    })
}

/// The dispute in a file.
pub fn dispute(file: &Path) -> Result<Dispute, String> {
    Dispute::from_json(&text(file)?).map_err(|e| format!("{}: {e}", file.display()))
}
