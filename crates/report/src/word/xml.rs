//! Texts and lengths as WordprocessingML has them.

use exchange::escaped;

/// How a text looks.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look<'a> {
    pub bold: bool,
    /// The colour `#rrggbb` it stands on, which decides whether it is black or white.
    pub on: Option<&'a str>,
    /// How high its letters are, in half points; 0: as the style says.
    pub size: u8,
    /// Whether that colour is its own ground, not that of the cell.
    pub marked: bool,
}

/// Twentieths of a point in so many mm.
pub fn twips(millimetres: u32) -> u32 {
    millimetres * 1440 * 10 / 254
}

/// A text as runs with its line breaks.
pub fn runs(text: &str, look: Look<'_>) -> String {
    // In the order that the schema asks for.
    let mut properties = String::new();
    if look.bold {
        properties.push_str("<w:b/>");
    }
    if let Some(on) = look.on {
        properties.push_str(&format!("<w:color w:val=\"{}\"/>", bare(register::scoring::ink(on))));
    }
    if look.size > 0 {
        properties.push_str(&format!("<w:sz w:val=\"{0}\"/><w:szCs w:val=\"{0}\"/>", look.size));
    }
    if let Some(on) = look.on.filter(|_| look.marked) {
        properties.push_str(&format!("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{}\"/>", bare(on)));
    }
    if is_right_to_left(text) {
        properties.push_str("<w:rtl/>");
    }
    if !properties.is_empty() {
        properties = format!("<w:rPr>{properties}</w:rPr>");
    }
    let line = |line: &str| format!("<w:r>{properties}<w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(line));
    text.lines().map(line).collect::<Vec<_>>().join("<w:r><w:br/></w:r>")
}

/// A colour without its sign.
pub fn bare(colour: &str) -> &str {
    colour.trim_start_matches('#')
}

/// A paragraph: its properties, in the order that the schema asks for, and its runs.
pub fn paragraph(properties: &str, text: &str, runs: &str) -> String {
    let direction = if is_right_to_left(text) { "<w:bidi/>" } else { "" };
    // What comes before and after w:bidi: indents and alignment come after it.
    let at =
        ["<w:spacing", "<w:ind", "<w:jc"].iter().filter_map(|it| properties.find(it)).min().unwrap_or(properties.len());
    let (before, after) = properties.split_at(at);
    format!("<w:p><w:pPr>{before}{direction}{after}</w:pPr>{runs}</w:p>")
}

/// Whether the first letter of a text is one of a script that is written from right to left.
fn is_right_to_left(text: &str) -> bool {
    let first = text.chars().find(|sign| sign.is_alphabetic());
    first.is_some_and(|sign| matches!(u32::from(sign), 0x590..=0x8ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff | 0x10800..=0x10fff | 0x1e800..=0x1efff))
}
