//! Several files as one: a ZIP archive whose entries are stored as they are
//! (<https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT>). The same files always give the same
//! bytes: the archive has no clock.

/// 1 January 1980, the first day that the format knows.
const DAY: u16 = (1 << 5) | 1;
/// Names are UTF-8.
const UTF8: u16 = 1 << 11;

/// An archive of files with their names.
pub(super) fn archive(files: &[(String, &[u8])]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let offset = bytes.len() as u32;
        let common = header(name, content);
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&common);
        bytes.extend(name.as_bytes());
        bytes.extend(*content);
        // Made by version 2.0.
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&common);
        // Comment, disk and attributes: none.
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (count, start) = (files.len() as u16, bytes.len() as u32);
    let size = directory.len() as u32;
    bytes.append(&mut directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    bytes.extend([size.to_le_bytes(), start.to_le_bytes()].concat());
    bytes.extend([0, 0]);
    bytes
}

/// What an entry's own header and the directory tell alike.
fn header(name: &str, content: &[u8]) -> Vec<u8> {
    let mut header = Vec::new();
    for field in [20, UTF8, 0, 0, DAY] {
        header.extend(u16::to_le_bytes(field));
    }
    let length = content.len() as u32;
    for field in [checksum(content), length, length] {
        header.extend(field.to_le_bytes());
    }
    header.extend((name.len() as u16).to_le_bytes());
    header.extend([0, 0]);
    header
}

/// CRC-32 as ZIP has it.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg()))
    };
    !bytes.iter().fold(!0, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_the_standard() {
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
    }

    /// The bytes that Python's `zipfile` writes of the same files, without attributes.
    #[test]
    fn an_archive_is_as_other_programs_write_it() {
        let files = [("نص.txt".to_owned(), "قال".as_bytes()), ("ب".to_owned(), b"12")];
        let bytes = archive(&files);
        let written: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let expected = [
            "504b0304140000080000000021004aec2dca060000000600000008000000d986d8b52e747874d982d8a7d984",
            "504b030414000008000000002100cd44534f020000000200000002000000d8a83132",
            "504b01021400140000080000000021004aec2dca0600000006000000080000000000000000000000000000000000d986d8b52e747874",
            "504b0102140014000008000000002100cd44534f020000000200000002000000000000000000000000002c000000d8a8",
            "504b05060000000002000200660000004e0000000000",
        ];
        assert_eq!(written, expected.concat());
    }
}
