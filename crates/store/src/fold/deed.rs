//! What a change does to one key.

use register::Change;
use serde_json::Value;

use crate::log::invert;

/// What a change does to one key.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Deed {
    /// Edits what is there.
    Edit(Change),
    /// Puts a risk where none is.
    Put { item: Value, rank: String },
    /// Takes the risk away.
    Take { item: Value, rank: String },
    /// Gives the risk another place among the others.
    Rank { from: String, to: String },
}

impl Deed {
    /// The deed that takes this one back, if this one tells truly what it did.
    pub(crate) fn inverse(&self) -> Self {
        match self.clone() {
            Self::Edit(change) => Self::Edit(invert(&change)),
            Self::Put { item, rank } => Self::Take { item, rank },
            Self::Take { item, rank } => Self::Put { item, rank },
            Self::Rank { from, to } => Self::Rank { from: to, to: from },
        }
    }
}
