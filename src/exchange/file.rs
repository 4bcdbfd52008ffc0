//! A file to hand out, whatever its format.

/// A file to hand out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The ending of its name, without the dot.
    pub ending: &'static str,
    /// The whole name, where the tool knows the file by it.
    pub name: Option<&'static str>,
    /// What it is, for browsers.
    pub media_type: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl File {
    /// A file of JSON.
    pub fn json(text: String) -> Self {
        File { ending: "json", name: None, media_type: "application/json", bytes: text.into_bytes() }
    }
}
