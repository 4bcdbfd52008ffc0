//! Dispute files: `schema/dispute.schema.json`.

use super::json::{FormatError, Problem, check_size};
use crate::analysis::Dispute;

/// A dispute as a file.
pub fn write(dispute: &Dispute) -> String {
    let mut text = serde_json::to_string_pretty(dispute).unwrap_or_default();
    text.push('\n');
    text
}

/// Reads a dispute file.
///
/// # Errors
/// Where it is too large, no JSON, or no dispute that can be worked with: what is wrong and where.
pub fn read(text: &str) -> Result<Dispute, FormatError> {
    check_size(text.len())?;
    Dispute::from_json(text).map_err(|error| FormatError::new(error.path, Problem::Dispute(error.fault)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Fault;

    #[test]
    fn what_is_written_is_read() {
        let dispute = Dispute::washington_baghdad();
        assert_eq!(read(&write(&dispute)), Ok(dispute));
    }

    #[test]
    fn a_bad_file_is_told_with_its_path() {
        let error = read(r#"{"name": "نزاع", "parties": []}"#);
        assert_eq!(error, Err(FormatError::new("parties", Problem::Dispute(Fault::Parties(0)))));
    }
}
