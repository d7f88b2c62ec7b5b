//! The lists of a risk behind one face, so that a change can name them by their field.

use serde_json::Value;

use crate::id::Id;
use crate::model::{Action, Control, Point, Risk};
use crate::record::{Field, Reading, Record};

/// The lists of a risk whose items have ids, in the order of the card.
pub const LISTS: [&str; 5] = ["triggers", "causes", "consequences", "controls", "actions"];

/// A thing in a list.
pub(super) trait Identified: Record + Field + Default {
    fn id(&self) -> &Id;
}

macro_rules! identified {
    ($($ty:ty),*) => {$(
        impl Identified for $ty {
            fn id(&self) -> &Id {
                &self.id
            }
        }
    )*};
}
identified!(Point, Control, Action, Risk);

/// A list whatever its items are.
pub(super) trait Items {
    fn len(&self) -> usize;
    fn place_of(&self, id: &Id) -> Option<usize>;
    /// Hands the item back if it is none of this list, or its id is missing or taken.
    fn insert(&mut self, index: usize, item: &Value) -> Result<usize, Value>;
    fn remove(&mut self, index: usize) -> Value;
    fn shift(&mut self, from: usize, to: usize);
    fn record(&mut self, index: usize) -> &mut dyn Record;
}

impl<T: Identified> Items for Vec<T> {
    fn len(&self) -> usize {
        self.len()
    }

    fn place_of(&self, id: &Id) -> Option<usize> {
        self.iter().position(|item| item.id() == id)
    }

    fn insert(&mut self, index: usize, item: &Value) -> Result<usize, Value> {
        let (Some(read), _) = Reading::of::<T>(item.clone()) else {
            return Err(item.clone());
        };
        if read.id().0.is_empty() || self.place_of(read.id()).is_some() {
            return Err(item.clone());
        }
        let index = index.min(self.len());
        self.insert(index, read);
        Ok(index)
    }

    fn remove(&mut self, index: usize) -> Value {
        self.remove(index).to_value()
    }

    fn shift(&mut self, from: usize, to: usize) {
        let item = self.remove(from);
        self.insert(to, item);
    }

    fn record(&mut self, index: usize) -> &mut dyn Record {
        &mut self[index]
    }
}

/// The list of a risk with this field name.
pub(super) fn of<'a>(risk: &'a mut Risk, name: &str) -> Option<&'a mut dyn Items> {
    Some(match name {
        "triggers" => &mut risk.triggers,
        "causes" => &mut risk.causes,
        "consequences" => &mut risk.consequences,
        "controls" => &mut risk.controls,
        "actions" => &mut risk.actions,
        _ => return None,
    })
}
