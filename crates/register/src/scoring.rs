//! The one place that decides a score, its band and its colour. Every view, print and file asks here.

use crate::model::{Assessment, Band, Criteria, Level, Risk};

/// What an assessment amounts to under a register's criteria.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rating {
    /// Not assessed, or only one of the levels is set.
    Missing,
    /// A level lies outside its scale, so there is no score.
    OffScale,
    /// Assessed.
    Scored {
        /// The score.
        score: u16,
        /// The band as a place in the criteria's list; `None` where no band reaches down to the score.
        band: Option<usize>,
    },
}

impl Rating {
    /// The score, where there is one.
    pub fn score(self) -> Option<u16> {
        match self {
            Self::Scored { score, .. } => Some(score),
            Self::Missing | Self::OffScale => None,
        }
    }
}

impl Criteria {
    /// What a band is called where the bands are explained: with the score it begins at, unless it is painted on cells,
    /// whose scores say nothing of it.
    pub fn band_words(&self, band: &Band) -> String {
        if self.cell_bands.is_empty() { format!("{} from {}", band.name, band.from) } else { band.name.clone() }
    }

    /// The number of likelihood and impact levels.
    pub fn size(&self) -> (u8, u8) {
        let count = |levels: usize| u8::try_from(levels).unwrap_or(u8::MAX);
        (count(self.likelihood.levels.len()), count(self.impact.levels.len()))
    }

    /// Whether both levels lie on their scales.
    pub fn on_scale(&self, likelihood: u8, impact: u8) -> bool {
        let (most_likely, gravest) = self.size();
        (1..=most_likely).contains(&likelihood) && (1..=gravest).contains(&impact)
    }

    /// The score of a cell; `None` outside the scales.
    pub fn score_at(&self, likelihood: u8, impact: u8) -> Option<u16> {
        if !self.on_scale(likelihood, impact) {
            return None;
        }
        if self.matrix.is_empty() {
            return Some(u16::from(likelihood) * u16::from(impact));
        }
        cell(&self.matrix, likelihood, impact)
    }

    /// The band of a cell, as a place in the list of bands.
    pub fn band_at(&self, likelihood: u8, impact: u8) -> Option<usize> {
        let score = self.score_at(likelihood, impact)?;
        match cell(&self.cell_bands, likelihood, impact) {
            Some(band) if usize::from(band) < self.bands.len() => Some(usize::from(band)),
            _ => self.band_for(score),
        }
    }

    /// The band of a score where the cell behind it is not known: the one that starts highest but not above it.
    pub fn band_for(&self, score: u16) -> Option<usize> {
        let reached = self.bands.iter().enumerate().filter(|(_, band)| band.from <= score);
        reached.max_by_key(|(_, band)| band.from).map(|(place, _)| place)
    }

    /// What an assessment amounts to.
    pub fn rate(&self, assessment: &Assessment) -> Rating {
        match (assessment.likelihood, assessment.impact, assessment.score) {
            (Some(likelihood), Some(impact), _) => match self.score_at(likelihood, impact) {
                Some(score) => Rating::Scored { score, band: self.band_at(likelihood, impact) },
                None => Rating::OffScale,
            },
            (_, _, Some(score)) => Rating::Scored { score, band: self.band_for(score) },
            _ => Rating::Missing,
        }
    }

    /// The band of a rating.
    pub fn band(&self, rating: Rating) -> Option<&Band> {
        match rating {
            Rating::Scored { band: Some(band), .. } => self.bands.get(band),
            _ => None,
        }
    }
}

fn cell<T: Copy>(rows: &[Vec<T>], likelihood: u8, impact: u8) -> Option<T> {
    let at = |level: u8| usize::from(level).checked_sub(1);
    rows.get(at(likelihood)?)?.get(at(impact)?).copied()
}

/// A level as number or mark and label, e.g. `3 Possible`; `likelihood` says on which scale.
pub fn level(criteria: &Criteria, likelihood: bool, level: u8) -> String {
    let mark = mark(criteria, likelihood, level);
    match level_of(criteria, likelihood, level) {
        Some(it) if !it.label.is_empty() => format!("{mark} {}", it.label),
        _ => mark,
    }
}

/// A level as its scale marks it: a letter where it has one, else the number.
pub fn mark(criteria: &Criteria, likelihood: bool, level: u8) -> String {
    let mark = level_of(criteria, likelihood, level).map(|it| it.mark.clone());
    mark.filter(|mark| !mark.is_empty()).unwrap_or_else(|| level.to_string())
}

fn level_of(criteria: &Criteria, likelihood: bool, level: u8) -> Option<&Level> {
    let axis = if likelihood { &criteria.likelihood } else { &criteria.impact };
    usize::from(level).checked_sub(1).and_then(|place| axis.levels.get(place))
}

/// Where the residual score went since the last review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Travel {
    /// The risk has grown.
    Up,
    /// The risk has shrunk.
    Down,
    /// As before.
    Same,
    /// There is no previous score to compare with.
    New,
    /// There is no residual score.
    Unknown,
}

impl Travel {
    /// The direction of travel of a risk.
    pub fn of(risk: &Risk, criteria: &Criteria) -> Self {
        match (criteria.rate(&risk.previous).score(), criteria.rate(&risk.residual).score()) {
            (_, None) => Self::Unknown,
            (None, Some(_)) => Self::New,
            (Some(before), Some(now)) if now > before => Self::Up,
            (Some(before), Some(now)) if now < before => Self::Down,
            (Some(_), Some(_)) => Self::Same,
        }
    }

    /// A sign for it: an arrow, or nothing.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Up => "▲",
            Self::Down => "▼",
            Self::Same => "▬",
            Self::New | Self::Unknown => "",
        }
    }

    /// It in words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Up => "up since the last review",
            Self::Down => "down since the last review",
            Self::Same => "unchanged since the last review",
            Self::New => "no previous score",
            Self::Unknown => "no residual score",
        }
    }
}

/// Black or white, whichever reads better on a colour `#rrggbb`; at least 4.58 : 1 on any colour.
pub fn ink(colour: &str) -> &'static str {
    // The luminance at which black and white contrast equally is √(1.05 × 0.05) − 0.05.
    if luminance(colour) > 0.179 { "#000000" } else { "#ffffff" }
}

/// The contrast of two colours `#rrggbb` as WCAG 2.2 defines it, from 1 to 21.
pub fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    if one > other { one / other } else { other / one }
}

/// The relative luminance of a colour as WCAG 2.2 defines it; what is not `#rrggbb` counts as white.
fn luminance(colour: &str) -> f64 {
    let part = |from: usize| colour.get(from..from + 2).and_then(|hex| u8::from_str_radix(hex, 16).ok()).unwrap_or(255);
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { to_the_2_4((part + 0.055) / 1.055) }
    };
    0.2126 * linear(part(1)) + 0.7152 * linear(part(3)) + 0.0722 * linear(part(5))
}

/// A number between 0 and 1 to the power of 2.4, by Newton's way to the fifth root of its square: the general power
/// function would be 1 KB of a first load.
fn to_the_2_4(number: f64) -> f64 {
    let square = number * number;
    let mut root = 1.0;
    for _ in 0..40 {
        let fourth = (root * root) * (root * root);
        root = (4.0 * root + square / fourth) / 5.0;
    }
    square * root
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presets;

    #[test]
    fn the_power_is_that_of_the_general_function() {
        for step in 1..=1000 {
            let number = f64::from(step) / 1000.0;
            assert!((to_the_2_4(number) - number.powf(2.4)).abs() < 1e-12, "{number}");
        }
    }

    fn levels(likelihood: u8, impact: u8) -> Assessment {
        Assessment { likelihood: Some(likelihood), impact: Some(impact), ..Assessment::default() }
    }

    #[test]
    fn multiplies_by_default_and_finds_the_band() {
        let criteria = presets::five_by_five();
        assert_eq!(criteria.rate(&levels(3, 5)), Rating::Scored { score: 15, band: Some(2) });
        assert_eq!(criteria.rate(&levels(1, 5)), Rating::Scored { score: 5, band: Some(0) });
        assert_eq!(criteria.rate(&levels(2, 3)), Rating::Scored { score: 6, band: Some(1) });
    }

    #[test]
    fn missing_and_off_scale_are_told_apart() {
        let criteria = presets::five_by_five();
        let half = Assessment { likelihood: Some(3), ..Assessment::default() };
        assert_eq!(criteria.rate(&half), Rating::Missing);
        assert_eq!(criteria.rate(&levels(6, 1)), Rating::OffScale);
        assert_eq!(criteria.rate(&levels(0, 1)), Rating::OffScale);
        let stated = Assessment { score: Some(16), ..half };
        assert_eq!(criteria.rate(&stated), Rating::Scored { score: 16, band: Some(2) });
    }

    #[test]
    fn a_matrix_and_bands_by_cell_come_first() {
        let mut criteria = presets::three_by_three();
        criteria.matrix = vec![vec![1, 2, 40], vec![2, 4, 60], vec![3, 6, 99]];
        criteria.cell_bands = vec![vec![0, 0, 2], vec![0, 1, 2], vec![1, 1, 2]];
        let band = criteria.bands[0].clone();
        assert_eq!(criteria.band_words(&band), band.name);
        assert_eq!(criteria.rate(&levels(1, 3)), Rating::Scored { score: 40, band: Some(2) });
        assert_eq!(criteria.rate(&levels(2, 2)), Rating::Scored { score: 4, band: Some(1) });
    }

    #[test]
    fn bands_need_not_be_in_order_nor_reach_down() {
        let mut criteria = presets::five_by_five();
        criteria.bands.reverse();
        assert_eq!(criteria.band_for(25), Some(0));
        criteria.bands.retain(|band| band.from > 1);
        assert_eq!(criteria.band_for(3), None);
    }

    #[test]
    fn travel_compares_with_the_previous_score() {
        let criteria = presets::five_by_five();
        let risk = |previous, residual| Risk { previous, residual, ..Risk::default() };
        let stated = |score| Assessment { score: Some(score), ..Assessment::default() };
        assert_eq!(Travel::of(&risk(stated(12), levels(4, 4)), &criteria), Travel::Up);
        assert_eq!(Travel::of(&risk(stated(16), levels(4, 4)), &criteria), Travel::Same);
        assert_eq!(Travel::of(&risk(stated(20), levels(4, 4)), &criteria), Travel::Down);
        assert_eq!(Travel::of(&risk(Assessment::default(), levels(4, 4)), &criteria), Travel::New);
        assert_eq!(Travel::of(&risk(stated(20), Assessment::default()), &criteria), Travel::Unknown);
    }

    #[test]
    fn ink_is_readable_on_every_preset_band_and_progress_colour() {
        for criteria in presets::all().iter().map(|preset| (preset.make)()) {
            let colours = criteria.bands.iter().map(|band| &band.colour);
            for colour in colours.chain(criteria.progress.iter().map(|step| &step.colour).filter(|it| !it.is_empty())) {
                assert!(contrast(ink(colour), colour) >= 4.5, "{colour}");
            }
        }
    }

    #[test]
    fn bands_differ_in_lightness() {
        for criteria in presets::all().iter().map(|preset| (preset.make)()) {
            for pair in criteria.bands.windows(2) {
                assert!(contrast(&pair[0].colour, &pair[1].colour) >= 1.25, "{} {}", pair[0].colour, pair[1].colour);
            }
        }
    }
}
