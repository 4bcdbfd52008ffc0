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

/// The same picture in PNG with few colours, none of them changed by more than 7 of 255, and so a fifth of the
/// size.
///
/// # Errors
/// What is no PNG of red, green, blue and alpha, or has more than 256 such colours.
pub fn with_few_colours(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut picture = png::Decoder::new(Cursor::new(bytes)).read_info()?;
    let mut pixels = vec![0; picture.output_buffer_size().ok_or("a picture without a size")?];
    let info = picture.next_frame(&mut pixels)?;
    if info.color_type != png::ColorType::Rgba {
        return Err(format!("{:?} is not red, green, blue and alpha", info.color_type).into());
    }
    let mut palette: Vec<[u8; 4]> = Vec::new();
    let mut indices = Vec::with_capacity(pixels.len() / 4);
    for pixel in pixels.chunks_exact(4) {
        // Nothing to be seen has no colour, and what is whole stays so.
        let coarse = |channel: u8| if channel == u8::MAX { channel } else { channel & !7 };
        let alpha = coarse(pixel[3]);
        let colour =
            if alpha == 0 { [0; 4] } else { [coarse(pixel[0]), coarse(pixel[1]), coarse(pixel[2]), alpha] };
        let place = palette.iter().position(|known| *known == colour).unwrap_or(palette.len());
        if place == palette.len() {
            palette.push(colour);
        }
        indices.push(u8::try_from(place)?);
    }
    let mut small = Vec::new();
    let mut encoder = png::Encoder::new(&mut small, info.width, info.height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    encoder.set_palette(palette.iter().flat_map(|colour| &colour[..3]).copied().collect::<Vec<u8>>());
    encoder.set_trns(palette.iter().map(|colour| colour[3]).collect::<Vec<u8>>());
    encoder.write_header()?.write_image_data(&indices)?;
    Ok(small)
}

/// By how much the channels of two pixels differ at most.
pub fn differ(one: [u8; 3], other: [u8; 3]) -> u8 {
    one.iter().zip(other).map(|(a, b)| a.abs_diff(b)).max().unwrap_or(0)
}
