//! Criteria in words: what is wrong with an edit, and what an assessment amounts to.

use super::{FEWEST_LEVELS, MOST_LEVELS, Wrong::*};
use crate::checks::is_colour;
use crate::model::{Assessment, Criteria};
use crate::scoring::Rating;

/// Why criteria cannot be altered like this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The scale has as many levels as it may have.
    ManyLevels,
    /// The scale has as few levels as it may have.
    FewLevels,
    /// The name is blank.
    Unnamed,
    /// Something else in the list has this name.
    NameTaken(String),
    /// Another band begins at the same score.
    SameStart {
        /// The score.
        from: u16,
        /// The other band's name.
        other: String,
    },
    /// The band would begin above the highest score there is, which is this one.
    AboveHighest(u16),
    /// There has to be one band.
    LastBand,
    /// Each band covers one score, so none can be divided.
    NoRoom,
    /// The text is not a colour.
    NotColour,
    /// The text is not a whole number.
    NotWhole,
    /// The level, band, step or cell is not there any more.
    Gone,
}

impl std::fmt::Display for Wrong {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            ManyLevels => write!(f, "A scale has at most {MOST_LEVELS} levels."),
            FewLevels => write!(f, "A scale has at least {FEWEST_LEVELS} levels."),
            Unnamed => f.write_str("Enter a name."),
            NameTaken(name) => write!(f, "“{name}” is in the list already. Enter another name."),
            SameStart { from, other } => {
                write!(f, "The band “{other}” begins at {from} already. Enter another score.")
            }
            AboveHighest(highest) => {
                write!(f, "The highest score is {highest}, so this band would cover none. Enter {highest} or less.")
            }
            LastBand => f.write_str("There has to be at least one band."),
            NoRoom => f.write_str("Every score has a band of its own already. Change where a band begins instead."),
            NotColour => f.write_str("Enter a colour as # and six digits, such as #c4421a."),
            NotWhole => f.write_str("Enter a whole number, such as 12."),
            Gone => f.write_str("This is not in the criteria any more. Nothing was changed."),
        }
    }
}

impl std::error::Error for Wrong {}

/// A colour as it is stored, from what was typed: `#` may be left out.
///
/// # Errors
/// [`Wrong::NotColour`].
pub fn colour_of(text: &str) -> Result<String, Wrong> {
    let colour = format!("#{}", text.trim().trim_start_matches('#').to_lowercase());
    if is_colour(&colour) { Ok(colour) } else { Err(NotColour) }
}

/// What an assessment amounts to, with the band's name: `15 High`, or why there is no score. `scale` is what to call a
/// scale: "scale", or "new scale" where criteria are compared.
pub fn rating_words(criteria: &Criteria, assessment: &Assessment, scale: &str) -> String {
    let rating = criteria.rate(assessment);
    match rating {
        Rating::Scored { score, .. } => {
            let band = criteria.band(rating).map_or("(no band)", |band| band.name.as_str());
            format!("{score} {band}").trim_end().to_owned()
        }
        Rating::Missing => "not scored".to_owned(),
        Rating::OffScale => {
            let (most_likely, gravest) = criteria.size();
            let levels = [(assessment.likelihood, most_likely), (assessment.impact, gravest)];
            let off = |(level, levels): (Option<u8>, u8)| level.filter(|level| !(1..=levels).contains(level));
            match levels.map(off) {
                [Some(one), Some(other)] if one != other => {
                    format!("no score: levels {one} and {other} are not on the {scale}s (the levels are kept)")
                }
                [Some(level), _] | [_, Some(level)] => {
                    format!("no score: level {level} is not on the {scale} (the levels are kept)")
                }
                _ => "no score: the matrix has no such cell (the levels are kept)".to_owned(),
            }
        }
    }
}
