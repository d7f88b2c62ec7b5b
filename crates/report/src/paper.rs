//! Sheets of paper.

/// A size of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Size {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 297 × 420 mm.
    A3,
}

/// A sheet, and how it lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// Its size.
    pub size: Size,
    /// Whether it lies on its long side.
    pub landscape: bool,
}

/// The margins in mm: above, where the running line stands, at the sides, and below, where the page's number stands.
pub const MARGINS: (u16, u16, u16) = (16, 12, 14);

impl Paper {
    /// Width and height in mm.
    pub const fn millimetres(self) -> (u16, u16) {
        let (short, long) = match self.size {
            Size::A4 => (210, 297),
            Size::A3 => (297, 420),
        };
        if self.landscape { (long, short) } else { (short, long) }
    }

    /// What stands between the margins: its width in mm, and its height in CSS pixels. Chromium prints on sheets whose height
    /// is rounded up to whole pixels (measured with blocks that just fit), so the preview has the same.
    pub fn between_margins(self) -> (u16, u32) {
        let ((width, height), (above, aside, below)) = (self.millimetres(), MARGINS);
        (width - 2 * aside, (u32::from(height - above - below) * 960).div_ceil(254))
    }

    /// Its name in style sheets, e.g. `a3-landscape`.
    pub const fn name(self) -> &'static str {
        match (self.size, self.landscape) {
            (Size::A4, false) => "a4-portrait",
            (Size::A4, true) => "a4-landscape",
            (Size::A3, false) => "a3-portrait",
            (Size::A3, true) => "a3-landscape",
        }
    }
}
