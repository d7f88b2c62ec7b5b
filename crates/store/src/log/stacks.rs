//! What can be undone and redone follows from the log alone, so that it survives a reload.

use super::{Entry, Logged, Stamp};

/// How many of the newest entries undo reaches back.
pub(crate) const WINDOW: usize = 500;

/// A change that can be undone or redone: its stamp, and the place of the entry that last did it or took it back.
pub(crate) type Standing = (Stamp, usize);

/// What can be undone and redone, the next one last.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Stacks {
    pub(crate) undo: Vec<Standing>,
    pub(crate) redo: Vec<Standing>,
}

impl Stacks {
    /// Walks entries from the oldest to the newest; places are counted from the first.
    pub(crate) fn of<'a>(entries: impl Iterator<Item = &'a Entry>) -> Self {
        let mut stacks = Self::default();
        for (place, entry) in entries.enumerate() {
            if let Logged::Created { .. } = entry.change {
                continue;
            }
            let id = |id: &Option<String>| id.as_deref().and_then(Stamp::parse);
            if let Some(undone) = id(&entry.undoes) {
                take(&mut stacks.undo, &undone);
                // One that changes nothing marks a change that could not be undone: it cannot be redone either.
                if !is_empty(entry) {
                    stacks.redo.push((undone, place));
                }
            } else if let Some(redone) = id(&entry.redoes) {
                take(&mut stacks.redo, &redone);
                if !is_empty(entry) {
                    stacks.undo.push((redone, place));
                }
            } else {
                stacks.redo.clear();
                stacks.undo.push((entry.stamp(), place));
            }
        }
        stacks
    }
}

fn take(stack: &mut Vec<Standing>, stamp: &Stamp) {
    if let Some(at) = stack.iter().rposition(|(it, _)| it == stamp) {
        stack.remove(at);
    }
}

fn is_empty(entry: &Entry) -> bool {
    matches!(&entry.change, Logged::Change(register::Change::Several { changes, .. }) if changes.is_empty())
}
