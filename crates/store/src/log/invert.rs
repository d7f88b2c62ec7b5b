//! The change that takes a change back, by its written form alone.

use register::Change;

/// The change that takes this one back. Right for changes whose "before" is true, as those in the log are.
pub(crate) fn invert(change: &Change) -> Change {
    match change.clone() {
        Change::Set { place, field, from, to } => Change::Set { place, field, from: to, to: from },
        Change::Add { list, index, item } => Change::Remove { list, index, item },
        Change::Remove { list, index, item } => Change::Add { list, index, item },
        Change::Move { list, item, from, to } => Change::Move { list, item, from: to, to: from },
        Change::Several { title, changes } => {
            Change::Several { title, changes: changes.iter().rev().map(invert).collect() }
        }
    }
}
