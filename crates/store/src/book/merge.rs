//! Entries of the log become content, also those that arrive late.

use register::change::Touched;
use register::sort::sort;
use register::{Id, Register};

use super::{Book, Known, join};
use crate::fold::{Cell, Slot, parts_of};
use crate::layout::{HeadIn, Name, Part, RiskIn, Seen, name_of, read_done};
use crate::log::{Entry, Logged, Stamp};
use crate::storage::{Failure, Storage};

/// The content of a key as another tab has stored it.
#[allow(clippy::large_enum_variant, reason = "it lives for one call")]
pub(super) enum Stored {
    Head(HeadIn),
    Risk(RiskIn),
}

impl<S: Storage> Book<S> {
    /// If another tab has moved the checkpoint beyond what is known here, learns what it stands for: keys do not tell
    /// which of the changes up to there they include. Numbers given from now on are above it.
    pub(super) fn catch_up_with_checkpoint(&mut self) {
        // A storage that cannot be read now is noticed when the change is written.
        let raw = self.storage.get(&self.keys.done()).ok().flatten();
        let done = read_done(raw.as_deref());
        if done > self.done && self.catch_up().is_ok() {
            self.done = done;
        }
    }

    /// Takes in every entry of the log that is not known yet.
    pub(super) fn catch_up(&mut self) -> Result<(), Failure> {
        let mut missing = Vec::new();
        for key in self.storage.keys()? {
            if let Some(Name::Of(id, Part::Log(stamp))) = name_of(&key)
                && id == self.id
                && !self.names.contains(&stamp)
            {
                missing.push((stamp, key));
            }
        }
        sort(&mut missing, Ord::cmp);
        for (stamp, key) in missing {
            if let Some(raw) = self.storage.get(&key)? {
                self.take_in_entry(&stamp, &raw);
            }
        }
        Ok(())
    }

    /// Takes in an entry that another tab has stored.
    pub(super) fn take_in_entry(&mut self, stamp: &Stamp, raw: &str) {
        if !self.names.insert(stamp.clone()) {
            return;
        }
        // One that cannot be read is set aside and reported when the register is opened next.
        let Ok(entry) = Entry::read(raw, stamp) else { return };
        let Err(place) = self.log.binary_search_by(|known| known.stamp.cmp(stamp)) else { return };
        let parts = parts_of(&entry);
        let slots: Vec<Slot> = parts.keys().cloned().collect();
        if let Logged::Change(change) = &entry.change {
            join(&mut self.news, Touched::by(change));
            self.news.order |= !entry.ranks.is_empty();
        }
        self.log.insert(place, Known { entry, stamp: stamp.clone(), parts, stored: true, told: true });
        for slot in slots {
            self.refold(&slot, place);
            self.held(&slot).seen.add(stamp);
            self.doubt.insert(slot);
        }
    }

    /// Does again what the entries from this place on do to a key: what was done is taken back from the newest to
    /// the oldest, then everything is done in order.
    pub(super) fn refold(&mut self, slot: &Slot, from: usize) {
        self.take_back(slot, from);
        let (mut cell, place) = self.lift(slot);
        for known in &mut self.log[from..] {
            for part in known.parts.get_mut(slot).into_iter().flatten() {
                part.did = cell.apply(&part.said);
            }
        }
        self.lower(slot, cell, place);
    }

    /// Takes back what the entries from this place on did to a key, from the newest to the oldest.
    pub(super) fn take_back(&mut self, slot: &Slot, from: usize) {
        let (mut cell, place) = self.lift(slot);
        for known in self.log[from..].iter_mut().rev() {
            for part in known.parts.get_mut(slot).into_iter().flatten().rev() {
                if let Some(did) = part.did.take() {
                    cell.apply(&did.inverse());
                }
            }
        }
        self.lower(slot, cell, place);
    }

    /// Puts what another tab has stored in the place of our content, and does what it lacks of ours on top.
    pub(super) fn rebase(&mut self, slot: &Slot, stored: Stored) {
        let (mut cell, place) = self.lift(slot);
        let seen = match stored {
            Stored::Head(head) => {
                cell.register = head.register;
                self.trashed = head.trashed;
                self.news.head = true;
                head.seen
            }
            Stored::Risk(risk) => {
                self.news.order = true;
                self.news.lists = true;
                self.news.risks.insert(risk.risk.id.clone());
                cell = Cell::of(risk.risk, risk.rank);
                risk.seen
            }
        };
        self.lower(slot, cell, place);
        let done = self.done;
        let held = self.held(slot);
        held.seen.join(&seen);
        self.refold_missing(slot, &seen, done);
    }

    /// Does what a content that includes `seen` and everything up to `done` still lacks.
    fn refold_missing(&mut self, slot: &Slot, seen: &Seen, done: u64) {
        let mut first = None;
        for (place, known) in self.log.iter_mut().enumerate() {
            let Some(parts) = known.parts.get_mut(slot) else { continue };
            let included = seen.includes(&known.stamp, done);
            parts.iter_mut().for_each(|part| part.did = included.then(|| part.said.clone()));
            if !included {
                first = first.or(Some(place));
            }
        }
        if let Some(first) = first {
            self.refold(slot, first);
        }
    }

    /// Takes the content of a key out of the register.
    fn lift(&mut self, slot: &Slot) -> (Cell, Option<usize>) {
        match slot {
            Slot::Head => {
                let risks = std::mem::take(&mut self.register.risks);
                let register = std::mem::replace(&mut self.register, Register { risks, ..Register::default() });
                (Cell { register, rank: String::new() }, None)
            }
            Slot::Risk(id) => {
                let Some(place) = self.place_of(id) else { return (Cell::default(), None) };
                let risk = std::mem::take(&mut self.register.risks[place]);
                // It keeps its name, so that the order can still be searched.
                self.register.risks[place].id = id.clone();
                (Cell::of(risk, self.rank_of(id).to_owned()), Some(place))
            }
        }
    }

    /// Puts the content of a key back, where it now belongs.
    fn lower(&mut self, slot: &Slot, mut cell: Cell, place: Option<usize>) {
        let Slot::Risk(id) = slot else {
            let risks = std::mem::take(&mut self.register.risks);
            self.register = Register { risks, ..cell.register };
            return;
        };
        let risk = cell.register.risks.pop();
        match (risk, place) {
            (Some(risk), Some(place)) if self.rank_of(id) == cell.rank => self.register.risks[place] = risk,
            (risk, place) => {
                if let Some(place) = place {
                    self.register.risks.remove(place);
                }
                self.insert_risk(id, risk, cell.rank);
            }
        }
    }

    fn insert_risk(&mut self, id: &Id, risk: Option<register::Risk>, rank: String) {
        let Some(risk) = risk else { return };
        let (Ok(place) | Err(place)) = self.place(&rank, id);
        self.risks.entry(id.clone()).or_default().rank = rank;
        self.register.risks.insert(place, risk);
    }
}
