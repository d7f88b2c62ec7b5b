//! The heat map as figures: what moved, where the accepted scores end, and where everything is drawn.
//!
//! Lengths are whole CSS pixels from the top left corner of the matrix, without its axes. The page and the exported
//! picture are drawn from the same [`Layout`], so that a line meets its cell in both without measuring anything.

mod appetite;
mod arrows;
mod layout;
mod movement;
mod path;

pub use appetite::{Appetite, appetite, line};
pub use arrows::{Arrow, MOST_ARROWS, arrows};
pub use layout::{CellBox, GAP, Layout, Letters, Room};
pub use movement::{Move, Movement, movement};

/// The number that stands for a risk on the map; a dash where it has none.
pub fn number(risk: &crate::Risk) -> &str {
    if risk.number.trim().is_empty() { "–" } else { risk.number.trim() }
}

/// The characters of the longest number of these risks, given as places in the register: from 1 to 12.
pub fn characters(register: &crate::Register, places: &[usize]) -> usize {
    let longest = places.iter().map(|&place| number(&register.risks[place]).chars().count()).max();
    longest.unwrap_or(1).clamp(1, 12)
}

/// A place on the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Point {
    /// From the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
}

/// A rectangle on the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rect {
    /// Its left edge.
    pub x: i32,
    /// Its upper edge.
    pub y: i32,
    /// How wide it is.
    pub width: i32,
    /// How high it is.
    pub height: i32,
}

impl Rect {
    /// The right edge.
    pub const fn right(&self) -> i32 {
        self.x + self.width
    }

    /// The lower edge.
    pub const fn bottom(&self) -> i32 {
        self.y + self.height
    }

    /// The middle.
    pub const fn middle(&self) -> Point {
        Point { x: self.x + self.width / 2, y: self.y + self.height / 2 }
    }

    /// Whether a point lies in it or on its edge.
    pub const fn holds(&self, point: Point) -> bool {
        self.x <= point.x && point.x <= self.right() && self.y <= point.y && point.y <= self.bottom()
    }

    /// It with this much more on each side.
    pub const fn grown(&self, by: i32) -> Self {
        Self { x: self.x - by, y: self.y - by, width: self.width + 2 * by, height: self.height + 2 * by }
    }
}

#[cfg(test)]
mod tests;
