//! Changes come in here, undo and redo included.

use std::collections::BTreeSet;

use register::change::{List, Refused, Touched};
use register::sort::filled;
use register::{Change, Id, apply};
use serde_json::Value;

use super::{Book, Known, State, join};
use crate::fold::{Slot, parts_of, primitives, slot_of};
use crate::log::{Author, Entry, Logged, Stamp, invert};
use crate::storage::Storage;

/// What an entry stands to another one in.
enum Relation {
    New,
    Undoes(Stamp),
    Redoes(Stamp),
}

impl<S: Storage> Book<S> {
    /// Applies a change, records it and saves both. Of very many keys some are left for [`go_on`](Self::go_on): the record
    /// holds the whole change. If the storage fails, the change stands in memory and is saved
    /// with the next one or by [`retry`](Self::retry); [`saved`](Self::saved) tells.
    ///
    /// Hands back what to repaint: what the change touched, and what other tabs were found to have changed.
    ///
    /// # Errors
    /// [`Refused`]; nothing was changed then.
    pub fn commit(&mut self, change: Change, author: &Author) -> Result<Touched, Refused> {
        self.enter(&change, author, Relation::New)
    }

    /// Takes back the newest change that stands; `None` if there is none.
    ///
    /// # Errors
    /// [`Refused`] if it cannot be taken back because what it changed is gone. It is then passed over: the next
    /// undo goes on with the change before it.
    pub fn undo(&mut self, author: &Author) -> Result<Option<Touched>, Refused> {
        let Some((stamp, place)) = self.stacks().undo.pop() else { return Ok(None) };
        let change = self.change_at(place).map(|change| invert(&change));
        self.reverse(change, author, || Relation::Undoes(stamp.clone()))
    }

    /// Does again what was undone last, if nothing was changed since; `None` if there is nothing.
    ///
    /// # Errors
    /// As [`undo`](Self::undo).
    pub fn redo(&mut self, author: &Author) -> Result<Option<Touched>, Refused> {
        let Some((stamp, place)) = self.stacks().redo.pop() else { return Ok(None) };
        let change = self.change_at(place).map(|change| invert(&change));
        self.reverse(change, author, || Relation::Redoes(stamp.clone()))
    }

    fn reverse(
        &mut self,
        change: Option<Change>,
        author: &Author,
        relation: impl Fn() -> Relation,
    ) -> Result<Option<Touched>, Refused> {
        let Some(change) = change else { return Ok(None) };
        self.enter(&change, author, relation()).map(Some).inspect_err(|_| {
            // An entry without effect takes it off the stack in every tab; one that does nothing is never refused.
            let nothing = Change::Several { title: String::new(), changes: Vec::new() };
            let _ = self.enter(&nothing, author, relation());
        })
    }

    fn enter(&mut self, change: &Change, author: &Author, relation: Relation) -> Result<Touched, Refused> {
        self.catch_up_with_checkpoint();
        self.freshen(change);
        // Inverted twice, the change says truly what was there before.
        let change = invert(&apply(&mut self.register, change)?);
        join(&mut self.news, Touched::by(&change));
        let stamp = Stamp { seq: self.highest() + 1, tab: self.tab.clone() };
        let mut entry = Entry::new(stamp.clone(), author, Logged::Change(change));
        match relation {
            Relation::New => {}
            Relation::Undoes(other) => entry.undoes = Some(other.to_string()),
            Relation::Redoes(other) => entry.redoes = Some(other.to_string()),
        }
        entry.previous = std::mem::replace(&mut self.last, stamp.seq);
        self.give_ranks(&mut entry);
        let mut parts = parts_of(&entry);
        for (slot, parts) in &mut parts {
            parts.iter_mut().for_each(|part| part.did = Some(part.said.clone()));
            self.held(slot).seen.add(&stamp);
            self.dirty.insert(slot.clone());
        }
        self.log.push(Known { entry, stamp, parts, stored: false, told: false });
        self.go_on();
        Ok(std::mem::take(&mut self.news))
    }

    /// Takes in what other tabs have stored in the keys that a change is about, so that the values before, and the
    /// things it removes, are recorded as they are.
    fn freshen(&mut self, change: &Change) {
        if self.state != State::Stored {
            return;
        }
        let slots: BTreeSet<Slot> = filled(primitives(change).into_iter().filter_map(slot_of));
        for slot in slots {
            // A failure is met again, and told, when the change is saved.
            if let Ok(raw) = self.storage.get(&self.key(&slot)) {
                let _ = self.reconcile(&slot, raw.as_deref());
            }
        }
    }

    /// Risks added and moved get ranks that say where they stand.
    fn give_ranks(&mut self, entry: &mut Entry) {
        let Logged::Change(change) = &entry.change else { return };
        let moved: BTreeSet<Id> = filled(primitives(change).into_iter().filter_map(|plain| match plain {
            Change::Add { list: List::Risks, item, .. } => item.get("id").and_then(Value::as_str).map(Id::from),
            Change::Move { list: List::Risks, item, .. } => Some(item.clone()),
            _ => None,
        }));
        if moved.is_empty() {
            return;
        }
        entry.ranks = self.ranks_for(&moved);
        for (id, rank) in &entry.ranks {
            self.held(&Slot::Risk(id.clone())).rank.clone_from(rank);
        }
    }
}
