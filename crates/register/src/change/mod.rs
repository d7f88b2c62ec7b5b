//! The one way in: every edit of a register is a [`Change`], applied by [`apply`], which returns its inverse.
//!
//! Undo, history, saving, telling other tabs and repainting all follow from the change.

mod apply;
mod json;
mod lists;
mod touched;
mod words;

pub use apply::{Refused, apply};
pub use lists::LISTS;
pub use touched::Touched;
pub use words::{describe, field_label};

use serde_json::Value;

use crate::id::Id;

/// The record a field belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The register itself: title, entity, glossary and the like.
    Register,
    /// The register's criteria.
    Criteria,
    /// The register's covering report.
    Covering,
    /// A risk.
    Risk(Id),
    /// An item of a risk: the risk, the risk's list (`controls`, `actions`, …), the item.
    Item(Id, String, Id),
}

/// A list that things are added to and removed from: the risks of the register, or a list of one risk.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum List {
    /// The risks of the register.
    Risks,
    /// A list of a risk: the risk, and one of [`LISTS`].
    Of(Id, String),
}

/// One edit. Values are as they stand in a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// A field gets another value.
    Set {
        /// The record.
        place: Place,
        /// The field's name.
        field: String,
        /// The value before; `null` for blank.
        from: Value,
        /// The value after; `null` for blank.
        to: Value,
    },
    /// A thing is put into a list.
    Add {
        /// The list.
        list: List,
        /// Where it stands afterwards, from 0; beyond the end means at the end.
        index: usize,
        /// The whole thing, with its id.
        item: Value,
    },
    /// A thing is taken out of a list.
    Remove {
        /// The list.
        list: List,
        /// Where it stood, from 0.
        index: usize,
        /// The whole thing, with its id.
        item: Value,
    },
    /// A thing gets another place in its list.
    Move {
        /// The list.
        list: List,
        /// The thing.
        item: Id,
        /// Where it stood, from 0.
        from: usize,
        /// Where it stands afterwards, from 0.
        to: usize,
    },
    /// Several changes that are done and undone as one.
    Several {
        /// What they amount to, in a few words for the history.
        title: String,
        /// The changes in order.
        changes: Vec<Change>,
    },
}

#[cfg(test)]
mod tests;
