//! What the reader sees, as pixels.

use crate::reader::Result;
use std::io::Cursor;

/// The colours of a part of the page.
#[derive(Clone, Debug)]
pub struct Picture {
    /// Pixels in a line.
    pub width: usize,
    /// Red, green and blue of each pixel, line by line.
    pub pixels: Vec<[u8; 3]>,
}

impl Picture {
    /// Reads a picture in PNG.
    pub(crate) fn decode(bytes: &[u8]) -> Result<Picture> {
        let mut picture = png::Decoder::new(Cursor::new(bytes)).read_info()?;
        let mut pixels = vec![0; picture.output_buffer_size().ok_or("a picture without a size")?];
        let info = picture.next_frame(&mut pixels)?;
        let step = info.color_type.samples();
        let pixels = pixels.chunks(step).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
        Ok(Picture { width: info.width as usize, pixels })
    }
}

/// By how much the channels of two pixels differ at most.
pub fn differ(one: [u8; 3], other: [u8; 3]) -> u8 {
    one.iter().zip(other).map(|(a, b)| a.abs_diff(b)).max().unwrap_or(0)
}
