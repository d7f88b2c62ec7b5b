//! The published forms, and those that members ask for: each makes blocks of a register.

mod cards;
mod covering;
mod dashboard;
mod glossary;
mod grid;
mod records;
mod schedule;
mod summary;
pub mod words;

pub use cards::{Style, cards};
pub use covering::covering;
pub use dashboard::dashboard;
pub use glossary::{glossary, matrix};
pub use grid::grid;
pub use records::records;
pub use schedule::schedule;
pub use summary::summary;

use register::Risk;

use crate::compose::Asked;

impl<'a> Asked<'a> {
    /// The risks asked for, in their order.
    fn risks(&self) -> impl Iterator<Item = &'a Risk> {
        let register = self.register;
        self.places.iter().filter_map(|place| register.risks.get(*place))
    }
}
