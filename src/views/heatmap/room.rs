//! How large the cells are: as the window lets them, so that the whole map is in sight where it can be.

use leptos::html;
use leptos::prelude::*;
use register::heat::{GAP, Room};

use super::desk::{At, Desk};
use crate::erased::effect;

/// What the window gives, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The width of the view.
    pub width: i32,
    /// The height of the window.
    pub height: i32,
}

impl Default for Seen {
    fn default() -> Self {
        Self { width: 1200, height: 900 }
    }
}

/// Below this width the list stands below the map; as in style/heatmap.css.
const NARROW: i32 = 900;
/// What stands beside the matrix in a wide view: paddings, the list, the axis.
const BESIDE: i32 = 32 + 24 + 340 + 32 + 24;
/// The same in a narrow one.
const BESIDE_NARROW: i32 = 16 + 16 + 22;
/// What stands above and below the matrix: the bar, the filter line, names of levels, the legend.
const AROUND: i32 = 346;
/// The largest side of a cell, and the smallest that still holds a number and a score.
const SIDES: (i32, i32) = (140, 26);
/// A cell is not made smaller than this for the height's sake: the page scrolls instead. A large matrix is better seen
/// whole.
const fn readable(rows: i32) -> i32 {
    if rows <= 6 { 72 } else { 52 }
}

/// The width of the names of levels left of the matrix; from this alone follows whether they are words.
pub fn heads(seen: Seen) -> i32 {
    if seen.width < NARROW { 26 } else { 96 }
}

/// The room for a matrix of so many levels.
pub fn room(seen: Seen, size: (u8, u8), across: bool, characters: usize, open: Option<At>) -> Room {
    let (rows, columns) = if across { (size.1, size.0) } else { size };
    let (rows, columns) = (i32::from(rows.max(1)), i32::from(columns.max(1)));
    let beside = if seen.width < NARROW { BESIDE_NARROW } else { BESIDE };
    let by_width = (seen.width - beside - heads(seen)) / columns - GAP;
    let by_height = if seen.width < NARROW { SIDES.0 } else { (seen.height - AROUND) / rows - GAP };
    Room { side: by_width.min(by_height.max(readable(rows))).clamp(SIDES.1, SIDES.0), characters, all: false, open }
}

/// Follows the size of the window.
pub fn follow(desk: Desk, body: NodeRef<html::Div>) {
    let measure = move || {
        let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(900.0) as i32;
        if let Some(body) = body.get_untracked() {
            let seen = Seen { width: body.client_width(), height };
            if seen != desk.seen.get_untracked() {
                desk.seen.set(seen);
            }
        }
    };
    effect(move || {
        if body.get().is_some() {
            measure();
        }
    });
    let resized = window_event_listener(leptos::ev::resize, move |_| measure());
    on_cleanup(move || resized.remove());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side(width: i32, height: i32, size: (u8, u8)) -> i32 {
        room(Seen { width, height }, size, false, 2, None).side
    }

    #[test]
    fn the_whole_map_is_in_sight_on_a_laptop() {
        for (width, height) in [(1440, 900), (1920, 1080), (1280, 720)] {
            for levels in [2, 3, 4, 5, 7, 10] {
                let side = side(width, height, (levels, levels));
                let levels = i32::from(levels);
                assert!(levels * (side + GAP) + heads(Seen { width, height }) + BESIDE <= width, "{width} {levels}");
                assert!(
                    side <= readable(levels) || levels * (side + GAP) + AROUND <= height,
                    "{height} {levels} {side}"
                );
            }
        }
    }

    #[test]
    fn a_phone_shows_the_map_as_wide_as_it_is() {
        assert_eq!(side(390, 844, (5, 5)), 59);
        assert_eq!(side(390, 844, (10, 10)), 28);
        assert_eq!(side(320, 640, (3, 3)), 77);
    }
}
