//! The columns that a grid can have, under the group headings of the published registers.

mod items;
mod layout;
mod risks;
mod text;

pub use layout::{Layout, NARROWEST, WIDEST, sets};
pub use text::levels;

use register::Which;

use super::sheet::{Of, Sheet};

/// What stands in a column and how it is edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// A field, edited in place.
    Field,
    /// An assessment, edited on a matrix.
    Score(Which),
    /// A list of texts of the risk: triggers, likelihood factors, consequences. One a line where it is edited.
    Points,
    /// The controls or actions of the risk. They are edited on the card, or in a grid of their own.
    Items,
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// The record its field belongs to.
    pub of: Of,
    /// The field, as `residual.date` for a part of an assessment.
    pub field: &'static str,
    /// The heading.
    pub label: &'static str,
    /// The group heading above it.
    pub group: &'static str,
    /// The width to begin with, in CSS pixels.
    pub width: u16,
    /// What stands in it.
    pub holds: Holds,
    /// What sorting by it goes by: the name of a subject of the filter.
    pub subject: &'static str,
}

const fn column(group: &'static str, field: &'static str, label: &'static str, width: u16) -> Column {
    Column { of: Of::Risk, field, label, group, width, holds: Holds::Field, subject: field }
}

const fn holding(holds: Holds, column: Column) -> Column {
    Column { holds, ..column }
}

const fn score(group: &'static str, which: Which) -> Column {
    holding(Holds::Score(which), column(group, which.field(), "Score", 124))
}

/// Every column that a grid of this kind can have, in the order in which they are offered.
pub const fn catalogue(sheet: Sheet) -> &'static [Column] {
    match sheet {
        Sheet::Risks => &risks::COLUMNS,
        Sheet::Actions => &items::ACTIONS,
        Sheet::Controls => &items::CONTROLS,
    }
}

impl Column {
    /// What names it among the columns of its grid.
    pub fn name(&self) -> String {
        match self.of {
            Of::Risk => self.field.to_owned(),
            Of::Item => format!("item.{}", self.field),
        }
    }

    /// The heading with what tells it from others of the same, e.g. `Residual: Score`.
    pub fn full_label(&self) -> String {
        if matches!(self.holds, Holds::Score(_)) || self.field.contains('.') {
            format!("{}: {}", self.group, self.label)
        } else {
            self.label.to_owned()
        }
    }

    /// Whether figures stand in it, which are set to the right.
    pub fn is_figures(&self) -> bool {
        matches!(self.holds, Holds::Score(_)) || matches!(self.field, "appetite" | "residual.score")
    }
}
