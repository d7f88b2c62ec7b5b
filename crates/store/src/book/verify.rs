//! What happened to the storage under the app.

use std::collections::BTreeSet;

use register::change::Touched;
use register::sort::filled;

use super::{Book, Saved, State};
use crate::fold::Slot;
use crate::layout::{Odd, read_head};
use crate::storage::{Failure, Storage};

/// What [`Book::verify`] found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verified {
    /// Everything is in place.
    Fine,
    /// Other tabs have done something we had not been told of; this is to be repainted.
    News(Touched),
    /// The storage had lost the register or part of it; it is saved again.
    SavedAgain,
    /// The storage has lost the register or part of it, or cannot be read, and it cannot be saved again yet. It is
    /// in memory.
    InMemoryOnly(Failure),
    /// The register is in the bin.
    Trashed,
    /// The register was deleted for good in another tab.
    Deleted,
}

impl<S: Storage> Book<S> {
    /// Looks whether the storage still holds the register, and saves again what it has lost. To be called now and
    /// then, when the page becomes visible, and when the storage tells that it was cleared.
    pub fn verify(&mut self) -> Verified {
        let lost = match self.look() {
            Ok(lost) => lost,
            Err(failure) => {
                self.failure = Some(failure.clone());
                return Verified::InMemoryOnly(failure);
            }
        };
        if self.state == State::Deleted {
            return Verified::Deleted;
        }
        if lost || self.saved() != Saved::Yes {
            self.flush();
            return match self.saved() {
                Saved::Yes => Verified::SavedAgain,
                Saved::Pending { failure, .. } => Verified::InMemoryOnly(failure),
            };
        }
        if self.trashed.is_some() {
            return Verified::Trashed;
        }
        match self.news() {
            Some(news) => Verified::News(news),
            None => Verified::Fine,
        }
    }

    /// Whether anything is lost.
    fn look(&mut self) -> Result<bool, Failure> {
        let keys: BTreeSet<String> = filled(self.storage.keys()?);
        if self.state != State::Stored {
            return Ok(self.state != State::Deleted);
        }
        self.look_at_head()?;
        if self.state != State::Stored {
            return Ok(true);
        }
        self.catch_up()?;
        let mut lost = false;
        for known in self.log.iter_mut().filter(|known| known.stored) {
            if !keys.contains(&self.keys.log(&known.stamp)) && self.storage.get(&self.keys.log(&known.stamp))?.is_none()
            {
                known.stored = false;
                lost = true;
            }
        }
        for risk in &self.register.risks {
            let known = self.risks.get(&risk.id).is_some_and(|held| held.print.is_some());
            if known && !keys.contains(&self.keys.risk(&risk.id)) {
                self.dirty.insert(Slot::Risk(risk.id.clone()));
                lost = true;
            }
        }
        Ok(lost)
    }

    /// Finds out from the head whether the register is still there.
    fn look_at_head(&mut self) -> Result<(), Failure> {
        let Some(raw) = self.storage.get(&self.keys.head())? else {
            // Only what is in the bin is deleted on purpose.
            self.state = if self.trashed.is_some() { State::Deleted } else { State::Lost };
            return Ok(());
        };
        match read_head(&raw, &self.id) {
            Ok(head) => self.trashed = head.trashed,
            Err(Odd::Purged) => self.state = State::Deleted,
            // The next write of the head deals with it.
            Err(Odd::Newer | Odd::Unread(_)) => {}
        }
        Ok(())
    }

    /// A key that was there is gone: removed by another tab's change, purged, or lost.
    pub(super) fn vanished(&mut self) -> Result<(), Failure> {
        self.catch_up()?;
        self.look_at_head()
    }
}
