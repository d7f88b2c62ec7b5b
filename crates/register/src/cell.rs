//! A cell of the matrix as it is typed: `4x3`, `43`, `C2`.

use crate::model::{Axis, Criteria};

/// What typed text means so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// A likelihood: the impact is still to come.
    Likelihood(u8),
    /// A likelihood and an impact that might still go on, on a scale of ten levels and more.
    MayGoOn(u8, u8),
    /// A likelihood and an impact.
    Cell(u8, u8),
    /// No cell begins like this.
    Wrong,
}

/// Reads a cell from what was typed so far: likelihood, then impact, with or without a sign between. Levels go by their number
/// or by the mark that stands on the axis.
pub fn typed(criteria: &Criteria, text: &str) -> Typed {
    let text = text.trim().to_lowercase();
    let (first, rest, parted) = match text.split_once(['x', '×', '*', ',', ' ']) {
        Some((first, rest)) => (first.to_owned(), rest.trim().to_owned(), true),
        None => {
            // The longest beginning that is a level.
            let mut ends = text.char_indices().map(|(at, letter)| at + letter.len_utf8());
            let end = ends.rfind(|end| level(&criteria.likelihood, &text[..*end]).is_some()).unwrap_or(0);
            (text[..end].to_owned(), text[end..].to_owned(), false)
        }
    };
    let Some(likelihood) = level(&criteria.likelihood, &first) else { return Typed::Wrong };
    if rest.is_empty() {
        return Typed::Likelihood(likelihood);
    }
    match level(&criteria.impact, &rest) {
        Some(impact) if may_go_on(&criteria.impact, &rest) => Typed::MayGoOn(likelihood, impact),
        Some(impact) => Typed::Cell(likelihood, impact),
        None if parted && rest.is_empty() => Typed::Likelihood(likelihood),
        None => Typed::Wrong,
    }
}

/// The level with this mark or number.
fn level(axis: &Axis, text: &str) -> Option<u8> {
    let marked = axis.levels.iter().position(|level| level.mark.to_lowercase() == text && !text.is_empty());
    let number = text.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let place = marked.or(number).filter(|place| *place < axis.levels.len())?;
    u8::try_from(place + 1).ok()
}

/// Whether a longer text could be a level too.
fn may_go_on(axis: &Axis, text: &str) -> bool {
    let longer = |other: &str| other.len() > text.len() && other.starts_with(text);
    (1..=axis.levels.len()).any(|number| longer(&number.to_string()))
        || axis.levels.iter().any(|level| longer(&level.mark.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Level;
    use crate::presets;

    #[test]
    fn likelihood_comes_first_with_or_without_a_sign_between() {
        let criteria = presets::five_by_five();
        for text in ["4x3", "43", "4×3", "4 * 3", "4X3", "4 3", "4,3"] {
            let text = text.replace(" * ", "*");
            assert_eq!(typed(&criteria, &text), Typed::Cell(4, 3), "{text}");
        }
        assert_eq!(typed(&criteria, "4"), Typed::Likelihood(4));
        assert_eq!(typed(&criteria, "4x"), Typed::Likelihood(4));
    }

    #[test]
    fn what_is_on_no_scale_is_wrong() {
        let criteria = presets::five_by_five();
        for text in ["6", "0", "4x6", "46", "x3", "high", "4x3x2", "433"] {
            assert_eq!(typed(&criteria, text), Typed::Wrong, "{text}");
        }
    }

    #[test]
    fn marks_of_an_axis_are_understood() {
        // Likelihood A to E, impact 1 to 5.
        let criteria = presets::letters();
        assert_eq!(typed(&criteria, "c2"), Typed::Cell(3, 2));
        assert_eq!(typed(&criteria, "Cx2"), Typed::Cell(3, 2));
        assert_eq!(typed(&criteria, "32"), Typed::Cell(3, 2));
        assert_eq!(typed(&criteria, "f"), Typed::Wrong);
    }

    #[test]
    fn long_scales_wait_for_the_end() {
        let mut criteria = presets::five_by_five();
        criteria.impact.levels.resize(12, Level::default());
        criteria.likelihood.levels.resize(10, Level::default());
        assert_eq!(typed(&criteria, "1x1"), Typed::MayGoOn(1, 1));
        assert_eq!(typed(&criteria, "1x12"), Typed::Cell(1, 12));
        assert_eq!(typed(&criteria, "10x2"), Typed::Cell(10, 2));
        assert_eq!(typed(&criteria, "102"), Typed::Cell(10, 2));
    }
}
