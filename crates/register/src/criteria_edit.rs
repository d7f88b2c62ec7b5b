//! Edits of criteria that must hold several parts together: axes and the cells on them, bands and the cells that
//! name them. Each takes criteria to alter; if it fails, they are to be thrown away.
//!
//! Nothing here touches an assessment: what an edit would do to each is told by [`rescored`], and [`remap`] makes the
//! change that takes the assessments along.

mod bands;
mod levels;
mod remap;
mod words;

pub use bands::{add_band, alike, band_ranges, remove_band, rename_band, set_band_colour, set_band_start};
pub use levels::{insert_level, move_level, remove_level};
pub use remap::{LevelMap, Rescored, levels_in_use, remap, rescored};
pub use words::{Wrong, colour_of, rating_words};

use crate::model::{Assessment, Axis, Criteria};

/// The fewest levels of a scale.
pub const FEWEST_LEVELS: usize = 2;
/// The most levels of a scale.
pub const MOST_LEVELS: usize = 10;

/// One of the two scales.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scale {
    /// How likely.
    Likelihood,
    /// How grave.
    Impact,
}

impl Scale {
    /// Both.
    pub const BOTH: [Self; 2] = [Self::Likelihood, Self::Impact];

    /// Its field in the criteria, and that of its level in an assessment.
    pub const fn field(self) -> &'static str {
        match self {
            Self::Likelihood => "likelihood",
            Self::Impact => "impact",
        }
    }

    /// Its axis.
    pub fn axis(self, criteria: &Criteria) -> &Axis {
        match self {
            Self::Likelihood => &criteria.likelihood,
            Self::Impact => &criteria.impact,
        }
    }

    /// Its level in an assessment.
    pub const fn level(self, assessment: &Assessment) -> Option<u8> {
        match self {
            Self::Likelihood => assessment.likelihood,
            Self::Impact => assessment.impact,
        }
    }

    /// Its axis, to be altered.
    pub fn axis_mut(self, criteria: &mut Criteria) -> &mut Axis {
        match self {
            Self::Likelihood => &mut criteria.likelihood,
            Self::Impact => &mut criteria.impact,
        }
    }
}

/// Takes scales, matrix, bands and the escalation score, which is one of the matrix, from other criteria. The lists of
/// names and the way the matrix lies on the page stay.
pub fn apply_preset(criteria: &mut Criteria, preset: Criteria) {
    criteria.likelihood = preset.likelihood;
    criteria.impact = preset.impact;
    criteria.matrix = preset.matrix;
    criteria.cell_bands = preset.cell_bands;
    criteria.bands = preset.bands;
    criteria.escalation_score = preset.escalation_score;
}

/// Gives each cell a score of its own, to begin with the one it has; or takes them away.
pub fn score_by_cell(criteria: &mut Criteria, own: bool) {
    criteria.matrix = if own { scores(criteria) } else { Vec::new() };
}

/// Gives each cell a band of its own, to begin with the one it has; or takes them away.
pub fn band_by_cell(criteria: &mut Criteria, own: bool) {
    criteria.cell_bands = if own { cell_bands(criteria) } else { Vec::new() };
}

/// Gives a cell a score of its own.
///
/// # Errors
/// [`Wrong::Gone`] where there is no such cell.
pub fn set_score(criteria: &mut Criteria, (likelihood, impact): (u8, u8), score: u16) -> Result<(), Wrong> {
    criteria.matrix = scores(criteria);
    *cell(&mut criteria.matrix, likelihood, impact).ok_or(Wrong::Gone)? = score;
    Ok(())
}

/// Gives cells a band of their own, by the band's place in the list; the others keep theirs.
///
/// # Errors
/// [`Wrong::Gone`] where there is no such cell or band.
pub fn paint(criteria: &mut Criteria, at: &[(u8, u8)], band: usize) -> Result<(), Wrong> {
    let place = u8::try_from(band).ok().filter(|_| band < criteria.bands.len()).ok_or(Wrong::Gone)?;
    criteria.cell_bands = cell_bands(criteria);
    for (likelihood, impact) in at {
        *cell(&mut criteria.cell_bands, *likelihood, *impact).ok_or(Wrong::Gone)? = place;
    }
    Ok(())
}

/// Renames a level of appetite, also where a category has it.
///
/// # Errors
/// [`Wrong`] if the name is blank or taken, or the level gone.
pub fn rename_appetite_level(criteria: &mut Criteria, place: usize, name: &str) -> Result<(), Wrong> {
    let name = free_name(criteria.appetite_levels.iter().map(|level| level.name.as_str()), Some(place), name)?;
    let level = criteria.appetite_levels.get_mut(place).ok_or(Wrong::Gone)?;
    let before = std::mem::replace(&mut level.name, name.clone());
    criteria.category_appetites.iter_mut().filter(|set| set.level == before).for_each(|set| set.level = name.clone());
    Ok(())
}

/// Sets the level of appetite for a category; blank takes it away.
pub fn set_category_appetite(criteria: &mut Criteria, category: &str, level: &str) {
    let found = criteria.category_appetites.iter_mut().find(|set| set.category == category);
    match found {
        _ if level.is_empty() => criteria.category_appetites.retain(|set| set.category != category),
        Some(set) => set.level = level.to_owned(),
        None => criteria.category_appetites.push(crate::model::CategoryAppetite {
            category: category.to_owned(),
            level: level.to_owned(),
            ..Default::default()
        }),
    }
}

/// A name without outer blanks, if it says something and none of the others has it. `place` is the name's own.
///
/// # Errors
/// [`Wrong::Unnamed`] or [`Wrong::NameTaken`].
pub fn free_name<'a>(names: impl Iterator<Item = &'a str>, place: Option<usize>, name: &str) -> Result<String, Wrong> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Wrong::Unnamed);
    }
    let taken = names.enumerate().any(|(at, other)| Some(at) != place && other.trim() == name);
    if taken { Err(Wrong::NameTaken(name.to_owned())) } else { Ok(name.to_owned()) }
}

/// A name for something new that none of the others has: the stem, or the stem and a number.
pub fn new_name<'a>(names: impl Iterator<Item = &'a str>, stem: &str) -> String {
    let names: Vec<&str> = names.collect();
    let numbered = (2..).map(|number| format!("{stem} {number}"));
    let mut candidates = std::iter::once(stem.to_owned()).chain(numbered);
    candidates.find(|name| !names.contains(&name.as_str())).unwrap_or_default()
}

/// The lowest and the highest score that a cell has.
pub fn score_range(criteria: &Criteria) -> Option<(u16, u16)> {
    let scores = || cells(criteria).into_iter().flatten().filter_map(|(l, i)| criteria.score_at(l, i));
    scores().min().zip(scores().max())
}

/// The cells by rows, as a matrix lies in a file.
fn cells(criteria: &Criteria) -> Vec<Vec<(u8, u8)>> {
    let (likelihoods, impacts) = criteria.size();
    (1..=likelihoods).map(|likelihood| (1..=impacts).map(|impact| (likelihood, impact)).collect()).collect()
}

/// The scores of all cells; where a matrix lacks a cell, likelihood × impact.
fn scores(criteria: &Criteria) -> Vec<Vec<u16>> {
    let score = |(l, i): (u8, u8)| criteria.score_at(l, i).unwrap_or(u16::from(l) * u16::from(i));
    cells(criteria).into_iter().map(|row| row.into_iter().map(score).collect()).collect()
}

/// The bands of all cells; where none reaches down to a score, the first.
fn cell_bands(criteria: &Criteria) -> Vec<Vec<u8>> {
    let band = |(l, i): (u8, u8)| criteria.band_at(l, i).and_then(|band| u8::try_from(band).ok()).unwrap_or(0);
    cells(criteria).into_iter().map(|row| row.into_iter().map(band).collect()).collect()
}

fn cell<T>(rows: &mut [Vec<T>], likelihood: u8, impact: u8) -> Option<&mut T> {
    let at = |level: u8| usize::from(level).checked_sub(1);
    rows.get_mut(at(likelihood)?)?.get_mut(at(impact)?)
}

#[cfg(test)]
mod tests;
