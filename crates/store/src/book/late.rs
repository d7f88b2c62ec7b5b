//! Changes that are saved late: the storage failed here while other tabs went on.

use std::collections::{BTreeMap, BTreeSet};

use register::change::Touched;
use register::sort::filled;

use super::{Book, Known, join};
use crate::fold::Slot;
use crate::log::Logged;
use crate::storage::{Failure, Storage};

impl<S: Storage> Book<S> {
    /// Gives the entries that nobody else knows numbers above the checkpoint and above all that others have made, as if
    /// they were made now.
    ///
    /// With their old numbers others would take them to be in every key, which says nothing of entries up to the
    /// checkpoint, and write them over.
    pub(super) fn renumber(&mut self) -> Result<(), Failure> {
        self.catch_up()?;
        let Some(from) = self.log.iter().position(|known| !known.told) else { return Ok(()) };
        let slots: BTreeSet<Slot> =
            filled(self.log[from..].iter().filter(|known| !known.told).flat_map(|known| known.parts.keys().cloned()));
        slots.iter().for_each(|slot| self.take_back(slot, from));
        let mut next = self.highest();
        let (told, mut own): (Vec<Known>, Vec<Known>) = self.log.drain(from..).partition(|known| known.told);
        let mut renamed: BTreeMap<String, String> = BTreeMap::new();
        let mut previous = own.first().map_or(0, |known| known.entry.previous);
        for known in &mut own {
            next += 1;
            let old = known.stamp.to_string();
            (known.stamp.seq, known.entry.seq) = (next, next);
            known.entry.previous = std::mem::replace(&mut previous, next);
            for other in [&mut known.entry.undoes, &mut known.entry.redoes].into_iter().flatten() {
                if let Some(new) = renamed.get(other) {
                    other.clone_from(new);
                }
            }
            renamed.insert(old, known.stamp.to_string());
            for slot in known.parts.keys() {
                self.held(slot).seen.add(&known.stamp);
            }
            if let Logged::Change(change) = &known.entry.change {
                join(&mut self.news, Touched::by(change));
            }
        }
        self.last = next;
        self.log.extend(told);
        self.log.extend(own);
        for slot in slots {
            self.refold(&slot, from);
            self.dirty.insert(slot);
        }
        Ok(())
    }
}
