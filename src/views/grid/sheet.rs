//! What the rows of a grid are: risks, or the actions or controls of all of them.

use register::change::Place;
use register::record::Record;
use register::{Id, Register, Risk, filter};

/// What the rows of a grid are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// A row for each risk.
    Risks,
    /// A row for each action of any risk.
    Actions,
    /// A row for each control of any risk.
    Controls,
}

/// The record that a column belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// The risk.
    Risk,
    /// The action or control.
    Item,
}

/// A row: a risk, or one of its actions or controls.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RowId {
    /// The risk.
    pub risk: Id,
    /// The action or control; none on the sheet of risks.
    pub item: Option<Id>,
}

impl Sheet {
    /// The list of a risk whose entries are the rows; none where the risks themselves are.
    pub const fn list(self) -> Option<&'static str> {
        match self {
            Self::Risks => None,
            Self::Actions => Some("actions"),
            Self::Controls => Some("controls"),
        }
    }

    /// What the grid is called.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Risks => "Risks",
            Self::Actions => "Actions",
            Self::Controls => "Controls",
        }
    }

    /// One of them.
    pub const fn one(self) -> &'static str {
        match self {
            Self::Risks => "risk",
            Self::Actions => "action",
            Self::Controls => "control",
        }
    }

    /// So many of them, e.g. `3 risks`.
    pub fn count(self, count: usize) -> String {
        format!("{count} {}{}", self.one(), if count == 1 { "" } else { "s" })
    }

    /// What a filter calls them.
    pub const fn of(self) -> filter::Of {
        match self {
            Self::Risks => filter::Of::Risk,
            Self::Actions => filter::Of::Action,
            Self::Controls => filter::Of::Control,
        }
    }

    /// The row that a filter has found.
    pub fn row(self, register: &Register, found: filter::Row) -> Option<RowId> {
        let risk = register.risks.get(found.risk)?;
        let item = match self {
            Self::Risks => None,
            Self::Actions => Some(risk.actions.get(found.item)?.id.clone()),
            Self::Controls => Some(risk.controls.get(found.item)?.id.clone()),
        };
        Some(RowId { risk: risk.id.clone(), item })
    }

    /// The rows that a risk makes.
    #[cfg(test)]
    pub fn rows(self, risk: &Risk) -> Vec<RowId> {
        let row = |item: Option<&Id>| RowId { risk: risk.id.clone(), item: item.cloned() };
        match self {
            Self::Risks => vec![row(None)],
            Self::Actions => risk.actions.iter().map(|it| row(Some(&it.id))).collect(),
            Self::Controls => risk.controls.iter().map(|it| row(Some(&it.id))).collect(),
        }
    }

    /// How many rows a risk has.
    pub fn count_of(self, risk: &Risk) -> usize {
        match self {
            Self::Risks => 1,
            Self::Actions => risk.actions.len(),
            Self::Controls => risk.controls.len(),
        }
    }

    /// The record of a row that a column belongs to; none where the entry is gone.
    pub fn record<'r>(self, risk: &'r Risk, row: &RowId, of: Of) -> Option<&'r dyn Record> {
        match (of, &row.item, self) {
            (Of::Risk, ..) | (_, None, _) => Some(risk),
            (_, Some(id), Self::Controls) => risk.controls.iter().find(|it| it.id == *id).map(|it| it as &dyn Record),
            (_, Some(id), _) => risk.actions.iter().find(|it| it.id == *id).map(|it| it as &dyn Record),
        }
    }

    /// Where the value of a cell is set.
    pub fn place(self, row: &RowId, of: Of) -> Place {
        match (of, self.list(), &row.item) {
            (Of::Item, Some(list), Some(item)) => Place::Item(row.risk.clone(), list.to_owned(), item.clone()),
            _ => Place::Risk(row.risk.clone()),
        }
    }
}
