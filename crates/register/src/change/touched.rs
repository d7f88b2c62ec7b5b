//! What a change touches: what must be saved and repainted, and nothing else.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Change, List, Place};
use crate::id::Id;

/// The parts of a register that a change touches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// The register's own fields or its criteria.
    pub head: bool,
    /// Which risks there are, or their order.
    pub order: bool,
    /// Which entries a list of any risk has, or their order.
    pub lists: bool,
    /// The risks whose content or place changes, those added and removed among them.
    pub risks: BTreeSet<Id>,
}

impl Touched {
    /// What the change touches.
    pub fn by(change: &Change) -> Self {
        let mut touched = Self::default();
        touched.take_in(change);
        touched
    }

    fn take_in(&mut self, change: &Change) {
        match change {
            Change::Set { place, .. } => match place {
                Place::Register | Place::Criteria | Place::Covering => self.head = true,
                Place::Risk(id) | Place::Item(id, ..) => {
                    self.risks.insert(id.clone());
                }
            },
            Change::Add { list, item, .. } | Change::Remove { list, item, .. } => {
                self.list(list, item.get("id").and_then(Value::as_str).map(Id::from));
            }
            Change::Move { list, item, .. } => self.list(list, Some(item.clone())),
            Change::Several { changes, .. } => changes.iter().for_each(|change| self.take_in(change)),
        }
    }

    fn list(&mut self, list: &List, item: Option<Id>) {
        match list {
            List::Risks => {
                self.order = true;
                // A risk comes and goes with its lists.
                self.lists = true;
                self.risks.extend(item);
            }
            List::Of(id, _) => {
                self.lists = true;
                self.risks.insert(id.clone());
            }
        }
    }
}
