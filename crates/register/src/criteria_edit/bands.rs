//! Bands: added, removed, moved, with the cells that name them.

use super::{Wrong, cell_bands, cells, colour_of, free_name, new_name, score_range};
use crate::model::{Band, Criteria};
use crate::scoring::contrast;
use crate::sort::{places, sort};

/// Two neighbouring bands below this contrast are hard to tell apart in greyscale.
const TELLABLE: f64 = 1.25;
/// The colour of a band that has just been added: no band's and no RAG colour.
const NEW_COLOUR: &str = "#8a94a3";

/// Adds a band and returns its place: it takes the upper half of the band that covers the most scores.
///
/// # Errors
/// [`Wrong::NoRoom`] where each band covers one score.
pub fn add_band(criteria: &mut Criteria) -> Result<usize, Wrong> {
    let from = if criteria.bands.is_empty() {
        score_range(criteria).map_or(1, |(lowest, _)| lowest)
    } else {
        let widest = band_ranges(criteria).into_iter().flatten().max_by_key(|(from, to)| to - from);
        let (from, to) = widest.filter(|(from, to)| to > from).ok_or(Wrong::NoRoom)?;
        from + (to - from).div_ceil(2)
    };
    let name = new_name(criteria.bands.iter().map(|band| band.name.as_str()), "New band");
    let band = Band { name: name.clone(), from, colour: NEW_COLOUR.to_owned(), ..Band::default() };
    let mut bands = with_places(criteria);
    bands.push((None, band));
    replace(criteria, bands);
    criteria.bands.iter().position(|band| band.name == name).ok_or(Wrong::Gone)
}

/// Removes a band. Cells that had it get the band of their score.
///
/// # Errors
/// [`Wrong::LastBand`] where no other is left, [`Wrong::Gone`] where it is not there.
pub fn remove_band(criteria: &mut Criteria, place: usize) -> Result<(), Wrong> {
    if place >= criteria.bands.len() {
        return Err(Wrong::Gone);
    }
    if criteria.bands.len() == 1 {
        return Err(Wrong::LastBand);
    }
    let mut bands = with_places(criteria);
    bands.remove(place);
    replace(criteria, bands);
    Ok(())
}

/// Lets a band begin at another score; the bands are put in order again.
///
/// # Errors
/// [`Wrong::SameStart`] where another band begins there, [`Wrong::AboveHighest`] where no cell reaches the score,
/// [`Wrong::Gone`] where the band is not there.
pub fn set_band_start(criteria: &mut Criteria, place: usize, from: u16) -> Result<(), Wrong> {
    let mut bands = with_places(criteria);
    let other = bands.iter().find(|(at, band)| *at != Some(place) && band.from == from);
    if let Some((_, other)) = other {
        return Err(Wrong::SameStart { from, other: other.name.clone() });
    }
    if let Some((_, highest)) = score_range(criteria).filter(|(_, highest)| from > *highest) {
        return Err(Wrong::AboveHighest(highest));
    }
    bands.get_mut(place).ok_or(Wrong::Gone)?.1.from = from;
    replace(criteria, bands);
    Ok(())
}

/// Gives a band another name.
///
/// # Errors
/// [`Wrong`] if the name is blank or taken, or the band gone.
pub fn rename_band(criteria: &mut Criteria, place: usize, name: &str) -> Result<(), Wrong> {
    let name = free_name(criteria.bands.iter().map(|band| band.name.as_str()), Some(place), name)?;
    criteria.bands.get_mut(place).ok_or(Wrong::Gone)?.name = name;
    Ok(())
}

/// Gives a band another colour.
///
/// # Errors
/// [`Wrong::NotColour`], or [`Wrong::Gone`] where the band is not there.
pub fn set_band_colour(criteria: &mut Criteria, place: usize, text: &str) -> Result<(), Wrong> {
    let colour = colour_of(text)?;
    criteria.bands.get_mut(place).ok_or(Wrong::Gone)?.colour = colour;
    Ok(())
}

/// The lowest and the highest score of each band in the order of the list; `None` where no cell has a score in it.
pub fn band_ranges(criteria: &Criteria) -> Vec<Option<(u16, u16)>> {
    let Some((lowest, highest)) = score_range(criteria) else { return vec![None; criteria.bands.len()] };
    let range = |band: &Band| {
        let next = criteria.bands.iter().map(|band| band.from).filter(|from| *from > band.from).min();
        let (from, to) = (band.from.max(lowest), next.map_or(highest, |next| (next - 1).min(highest)));
        (from <= to).then_some((from, to))
    };
    criteria.bands.iter().map(range).collect()
}

/// The bands that are hard to tell in greyscale from the one below them: the place of the band and of the one below.
pub fn alike(criteria: &Criteria) -> Vec<(usize, usize)> {
    let places = places(criteria.bands.len(), &|a, b| criteria.bands[a].from.cmp(&criteria.bands[b].from));
    let close = |pair: &&[usize]| contrast(&criteria.bands[pair[0]].colour, &criteria.bands[pair[1]].colour) < TELLABLE;
    places.windows(2).filter(close).map(|pair| (pair[1], pair[0])).collect()
}

/// The bands with the places they have now.
fn with_places(criteria: &Criteria) -> Vec<(Option<usize>, Band)> {
    criteria.bands.iter().cloned().enumerate().map(|(place, band)| (Some(place), band)).collect()
}

/// Puts other bands in the place of these, in order, and leads the cells to the bands they had: cells name a band by
/// its place in the list.
fn replace(criteria: &mut Criteria, mut bands: Vec<(Option<usize>, Band)>) {
    sort(&mut bands, |(_, a), (_, b)| a.from.cmp(&b.from));
    let had: Vec<Vec<Option<usize>>> =
        cells(criteria).iter().map(|row| row.iter().map(|(l, i)| criteria.band_at(*l, *i)).collect()).collect();
    let by_cell = !criteria.cell_bands.is_empty();
    criteria.cell_bands.clear();
    let (places, bands): (Vec<_>, Vec<_>) = bands.into_iter().unzip();
    criteria.bands = bands;
    if by_cell {
        let mut own = cell_bands(criteria);
        for (cell, had) in own.iter_mut().flatten().zip(had.into_iter().flatten()) {
            let now = had.and_then(|had| places.iter().position(|place| *place == Some(had)));
            if let Some(now) = now.and_then(|now| u8::try_from(now).ok()) {
                *cell = now;
            }
        }
        criteria.cell_bands = own;
    }
}
