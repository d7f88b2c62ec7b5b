//! The heat map as a picture (SVG), as a table for Word and PowerPoint (HTML), and as text.

mod html;
mod paint;
mod svg;

use register::filter::{Cells, cells};
use register::heat::{Movement, movement, number};
use register::{Criteria, Register, Which};

pub use html::{html as picture_html, text as picture_text};
pub use paint::escaped;
pub use svg::svg as picture_svg;

/// What is in the picture.
#[derive(Clone, Copy, Debug)]
pub struct Picture<'a> {
    /// The register.
    pub register: &'a Register,
    /// The risks that are shown, as places in the register.
    pub places: &'a [usize],
    /// The assessment on the map.
    pub which: Which,
    /// The assessment that the movement is shown from.
    pub from: Option<Which>,
    /// Which risks these are, in words; blank for all.
    pub note: &'a str,
}

impl Picture<'_> {
    fn criteria(&self) -> &Criteria {
        &self.register.criteria
    }

    fn title(&self) -> &str {
        if self.register.title.trim().is_empty() { "Risk register" } else { self.register.title.trim() }
    }

    /// What is shown, e.g. `Residual scores, state of Feb 2024. 3 of 9 risks`.
    fn subtitle(&self) -> String {
        let mut words = format!("{} scores", self.which.label());
        if !self.register.as_at.0.is_empty() {
            words.push_str(&format!(", state of {}", self.register.as_at.short()));
        }
        if !self.note.is_empty() {
            words.push_str(&format!(". {}", self.note));
        }
        words
    }

    fn cells(&self) -> Cells {
        cells(self.register, self.places, self.which)
    }

    fn movement(&self) -> Option<Movement> {
        self.from.map(|from| movement(self.register, self.places, from, self.which))
    }

    /// What moved, in words.
    fn moved(&self) -> Option<String> {
        let from = self.from?.label().to_lowercase();
        self.movement().map(|it| format!("From {from} to {}: {}", self.which.label().to_lowercase(), it.counts()))
    }

    /// The numbers that have no place on the matrix, in words.
    fn elsewhere(&self, elsewhere: &[usize]) -> Option<String> {
        let numbers: Vec<&str> = elsewhere.iter().map(|&place| number(&self.register.risks[place])).collect();
        let which = self.which.label().to_lowercase();
        (!numbers.is_empty())
            .then(|| format!("Not on the map, no {which} likelihood and impact: {}", numbers.join(", ")))
    }

    /// The names of the axis that runs up, and of the one that runs across.
    fn axes(&self) -> (&str, &str) {
        let criteria = self.criteria();
        let (likelihood, impact) = (criteria.likelihood.name.as_str(), criteria.impact.name.as_str());
        if criteria.likelihood_across { (impact, likelihood) } else { (likelihood, impact) }
    }
}

#[cfg(test)]
mod tests;
