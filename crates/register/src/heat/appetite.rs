//! Where the accepted scores end.

use super::{GAP, Layout, Point};
use crate::checks::accepted_score;
use crate::model::{Criteria, Register};

/// The highest score that is accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appetite {
    /// It.
    pub highest: u16,
    /// The lowest that one of the risks accepts; the same where they agree.
    pub lowest: u16,
    /// How many risks have an accepted score; none of them if the line is that of the criteria.
    pub risks: usize,
}

impl Appetite {
    /// It in words, e.g. `Appetite: scores up to 10`.
    pub fn words(&self) -> String {
        if self.lowest == self.highest {
            format!("Appetite: scores up to {}", self.highest)
        } else {
            format!("Highest appetite: scores up to {}. Some risks accept only {}", self.highest, self.lowest)
        }
    }
}

/// The highest score that these risks accept (places in the register). Where none of them says what it accepts, the
/// highest that the criteria's levels of appetite accept.
pub fn appetite(register: &Register, places: &[usize]) -> Option<Appetite> {
    let criteria = &register.criteria;
    let accepted: Vec<u16> =
        places.iter().filter_map(|&place| accepted_score(&register.risks[place], criteria)).collect();
    if let (Some(&highest), Some(&lowest)) = (accepted.iter().max(), accepted.iter().min()) {
        return Some(Appetite { highest, lowest, risks: accepted.len() });
    }
    let highest = criteria.appetite_levels.iter().filter_map(|level| level.score).max()?;
    Some(Appetite { highest, lowest: highest, risks: 0 })
}

/// The line between the cells whose score is accepted and those above, as straight pieces.
pub fn line(criteria: &Criteria, accepted: u16, layout: &Layout) -> Vec<(Point, Point)> {
    let above = |at: (u8, u8)| criteria.score_at(at.0, at.1).is_some_and(|score| score > accepted);
    let half = (GAP + 1) / 2;
    let mut pieces = Vec::new();
    for one in &layout.cells {
        // Each edge is looked at from the cell left of it or above it.
        let beside = layout.cells.iter().find(|it| it.rect.y == one.rect.y && it.rect.x == one.rect.right() + GAP);
        let below = layout.cells.iter().find(|it| it.rect.x == one.rect.x && it.rect.y == one.rect.bottom() + GAP);
        let (left, right) = (one.rect.x - half, one.rect.right() + half);
        let (top, bottom) = (one.rect.y - half, one.rect.bottom() + half);
        if beside.is_some_and(|it| above(it.at) != above(one.at)) {
            pieces.push((Point { x: right, y: top }, Point { x: right, y: bottom }));
        }
        if below.is_some_and(|it| above(it.at) != above(one.at)) {
            pieces.push((Point { x: left, y: bottom }, Point { x: right, y: bottom }));
        }
    }
    pieces
}
