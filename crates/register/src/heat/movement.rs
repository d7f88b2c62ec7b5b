//! What moved from one assessment to another.

use crate::model::{Criteria, Register, Risk, Which};

/// A risk that has a cell in both assessments, and not the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// The risk, as a place in the register.
    pub risk: usize,
    /// Likelihood and impact before.
    pub from: (u8, u8),
    /// Likelihood and impact after.
    pub to: (u8, u8),
}

/// What moved: the counts by score, and the moves that can be drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Movement {
    /// How many scores are higher.
    pub up: usize,
    /// How many are lower.
    pub down: usize,
    /// How many are as before.
    pub same: usize,
    /// How many have no score in one of the two, so that nothing can be said.
    pub unknown: usize,
    /// How many went up or down without an arrow, because the levels behind one of the scores are not known.
    pub undrawn: usize,
    /// The risks whose cell is another one, in the order given.
    pub moves: Vec<Move>,
}

impl Movement {
    /// The counts in words, e.g. `1 up, 10 down, 6 static`.
    pub fn counts(&self) -> String {
        let mut words = format!("{} up, {} down, {} static", self.up, self.down, self.same);
        if self.unknown > 0 {
            words.push_str(&format!(", {} without both scores", self.unknown));
        }
        words
    }
}

/// What moved between two assessments of these risks, given as places in the register.
pub fn movement(register: &Register, places: &[usize], from: Which, to: Which) -> Movement {
    let criteria = &register.criteria;
    let mut found = Movement::default();
    for &place in places {
        let risk = &register.risks[place];
        let score = |which| criteria.rate(risk.assessment(which)).score();
        let (Some(before), Some(after)) = (score(from), score(to)) else {
            found.unknown += 1;
            continue;
        };
        match before.cmp(&after) {
            std::cmp::Ordering::Less => found.up += 1,
            std::cmp::Ordering::Greater => found.down += 1,
            std::cmp::Ordering::Equal => found.same += 1,
        }
        match (cell(criteria, risk, from), cell(criteria, risk, to)) {
            (Some(from), Some(to)) if from != to => found.moves.push(Move { risk: place, from, to }),
            (Some(_), Some(_)) => {}
            _ if before != after => found.undrawn += 1,
            _ => {}
        }
    }
    found
}

/// The cell of an assessment, where both levels are known and lie on the scales.
fn cell(criteria: &Criteria, risk: &Risk, which: Which) -> Option<(u8, u8)> {
    let assessment = risk.assessment(which);
    let (likelihood, impact) = assessment.likelihood.zip(assessment.impact)?;
    criteria.on_scale(likelihood, impact).then_some((likelihood, impact))
}
