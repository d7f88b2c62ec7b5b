//! Levels: put in, taken out and moved anywhere in a scale, with the cells that belong to them.

use super::{FEWEST_LEVELS, MOST_LEVELS, Scale, Wrong, cell_bands, cells, scores};
use crate::model::{Criteria, Level};

/// Puts a blank level into a scale, which gets this number; those from there on move up by one. Returns where the
/// levels went, as [`LevelMap::suggest`](super::LevelMap::suggest) takes it.
///
/// # Errors
/// [`Wrong::ManyLevels`] where there are [`MOST_LEVELS`] already, [`Wrong::Gone`] where the number leaves a gap.
pub fn insert_level(criteria: &mut Criteria, scale: Scale, level: u8) -> Result<Vec<Option<u8>>, Wrong> {
    let mut order = order(criteria, scale);
    if order.len() >= MOST_LEVELS {
        return Err(Wrong::ManyLevels);
    }
    let place = usize::from(level).checked_sub(1).filter(|place| *place <= order.len()).ok_or(Wrong::Gone)?;
    order.insert(place, None);
    Ok(arrange(criteria, scale, &order))
}

/// Takes a level out of a scale; those above it move down by one. Returns where the levels went.
///
/// # Errors
/// [`Wrong::FewLevels`] where only [`FEWEST_LEVELS`] are left, [`Wrong::Gone`] where there is no such level.
pub fn remove_level(criteria: &mut Criteria, scale: Scale, level: u8) -> Result<Vec<Option<u8>>, Wrong> {
    let mut order = order(criteria, scale);
    if order.len() <= FEWEST_LEVELS {
        return Err(Wrong::FewLevels);
    }
    let place = order.iter().position(|old| *old == Some(level)).ok_or(Wrong::Gone)?;
    order.remove(place);
    Ok(arrange(criteria, scale, &order))
}

/// Gives a level another number; those between move by one. Returns where the levels went.
///
/// # Errors
/// [`Wrong::Gone`] where there is no such level.
pub fn move_level(criteria: &mut Criteria, scale: Scale, from: u8, to: u8) -> Result<Vec<Option<u8>>, Wrong> {
    let mut order = order(criteria, scale);
    let place = |level| order.iter().position(|old| *old == Some(level)).ok_or(Wrong::Gone);
    let (from, to) = (place(from)?, place(to)?);
    let level = order.remove(from);
    order.insert(to, level);
    Ok(arrange(criteria, scale, &order))
}

/// The numbers of the levels as they stand.
fn order(criteria: &Criteria, scale: Scale) -> Vec<Option<u8>> {
    let levels = scale.axis(criteria).levels.len();
    (1..=u8::try_from(levels).unwrap_or(u8::MAX)).map(Some).collect()
}

/// Puts the levels in another order, each named by the number it had, `None` for a new one. Cells with scores and
/// bands of their own go along; those of a new level get likelihood × impact, and the band of that.
fn arrange(criteria: &mut Criteria, scale: Scale, order: &[Option<u8>]) -> Vec<Option<u8>> {
    let own_scores = (!criteria.matrix.is_empty()).then(|| scores(criteria));
    let own_bands = (!criteria.cell_bands.is_empty()).then(|| cell_bands(criteria));
    let old = std::mem::take(&mut scale.axis_mut(criteria).levels);
    let level = |number: &Option<u8>| number.and_then(|it| old.get(usize::from(it) - 1)).cloned();
    scale.axis_mut(criteria).levels = order.iter().map(|it| level(it).unwrap_or_else(Level::default)).collect();
    criteria.matrix.clear();
    criteria.cell_bands.clear();
    if let Some(before) = own_scores {
        criteria.matrix = carried(criteria, scale, order, &before, scores(criteria));
    }
    if let Some(before) = own_bands {
        criteria.cell_bands = carried(criteria, scale, order, &before, cell_bands(criteria));
    }
    let place = |old| order.iter().position(|it| *it == Some(old)).and_then(|place| u8::try_from(place + 1).ok());
    (1..=u8::try_from(old.len()).unwrap_or(u8::MAX)).map(place).collect()
}

/// What the cells had before, where they were there; else what they have now.
fn carried<T: Copy>(
    criteria: &Criteria,
    scale: Scale,
    order: &[Option<u8>],
    before: &[Vec<T>],
    mut now: Vec<Vec<T>>,
) -> Vec<Vec<T>> {
    let was = |level: u8| order.get(usize::from(level) - 1).copied().flatten();
    for ((likelihood, impact), cell) in cells(criteria).into_iter().flatten().zip(now.iter_mut().flatten()) {
        let old = match scale {
            Scale::Likelihood => was(likelihood).zip(Some(impact)),
            Scale::Impact => Some(likelihood).zip(was(impact)),
        };
        let had = old.and_then(|(l, i)| before.get(usize::from(l) - 1)?.get(usize::from(i) - 1));
        *cell = had.copied().unwrap_or(*cell);
    }
    now
}

#[cfg(test)]
mod tests;
