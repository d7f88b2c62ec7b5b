//! The risks in each cell of the matrix.

use crate::model::{Register, Which};
use crate::scoring::Rating;

/// The risks in each cell of the matrix, as places in the register, and those without a cell.
pub struct Cells {
    /// By likelihood level from 1, then impact level from 1, each less one.
    pub cells: Vec<Vec<Vec<usize>>>,
    /// The risks that have no place on the matrix: not assessed, or off the scale.
    pub elsewhere: Vec<usize>,
}

/// Sorts risks into the cells of the matrix.
pub fn cells(register: &Register, places: &[usize], which: Which) -> Cells {
    let (likelihoods, impacts) = register.criteria.size();
    let mut it =
        Cells { cells: vec![vec![Vec::new(); usize::from(impacts)]; usize::from(likelihoods)], elsewhere: Vec::new() };
    for &place in places {
        let assessment = register.risks[place].assessment(which);
        match (assessment.likelihood, assessment.impact, register.criteria.rate(assessment)) {
            (Some(likelihood), Some(impact), Rating::Scored { .. }) => {
                it.cells[usize::from(likelihood) - 1][usize::from(impact) - 1].push(place);
            }
            _ => it.elsewhere.push(place),
        }
    }
    it
}
