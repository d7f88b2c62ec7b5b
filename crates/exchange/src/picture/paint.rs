//! Colours and texts as a picture takes them.

use register::checks::is_colour;
use register::{Band, Criteria};

/// How strong a band's colour is in a cell, in per cent; numbers stand out from it.
const STRENGTH: u32 = 38;

/// The colour of a cell, as `#rrggbb`: the band's on white.
pub fn tint(criteria: &Criteria, at: (u8, u8)) -> String {
    match band(criteria, at).filter(|band| is_colour(&band.colour)) {
        Some(band) => mixed(&band.colour),
        None => "#f3f4f6".to_owned(),
    }
}

/// The band of a cell.
pub fn band(criteria: &Criteria, at: (u8, u8)) -> Option<&Band> {
    criteria.band_at(at.0, at.1).and_then(|band| criteria.bands.get(band))
}

fn mixed(colour: &str) -> String {
    let part =
        |from: usize| colour.get(from..from + 2).and_then(|hex| u32::from_str_radix(hex, 16).ok()).unwrap_or(255);
    let mix = |part: u32| 255 - (255 - part) * STRENGTH / 100;
    format!("#{:02x}{:02x}{:02x}", mix(part(1)), mix(part(3)), mix(part(5)))
}

/// A text as it may stand in XML and HTML: its signs escaped, and without characters that XML forbids.
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\u{fffe}' | '\u{ffff}' => {}
            _ if sign.is_control() => safe.push(' '),
            _ => safe.push(sign),
        }
    }
    safe
}

/// A text in lines of at most so many characters; a word that is longer is broken.
pub fn lines(text: &str, most: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let signs: Vec<char> = word.chars().collect();
        for piece in signs.chunks(most.max(1)) {
            let last = lines.last_mut().map_or(0, |line| line.chars().count());
            if last > 0 && last + 1 + piece.len() > most {
                lines.push(String::new());
            }
            if let Some(line) = lines.last_mut() {
                if !line.is_empty() {
                    line.push(' ');
                }
                line.extend(piece);
            }
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}
