//! Entries and content go to the storage: entries first, then the keys they touch.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::merge::Stored;
use super::{Book, Known, Saved, State};
use crate::fold::Slot;
use crate::layout::{Odd, Seen, read_done, read_head, read_risk, write_head, write_risk};
use crate::shelf;
use crate::storage::{Failure, Storage};

/// After this many entries the checkpoint is moved: opening goes through at most about this many.
const CHECKPOINT_AFTER: usize = 32;

/// How many keys are written with a change; more lag behind until [`Book::go_on`]. Tests have keys lag behind often.
const AT_ONCE: usize = if cfg!(feature = "testing") { 2 } else { 300 };

/// A short mark of a text, to tell whether it is still the one we know.
pub(super) fn print_of(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

impl<S: Storage> Book<S> {
    /// Saves what is in memory only, if the storage works again.
    pub fn retry(&mut self) -> Saved {
        self.flush();
        self.saved()
    }

    /// Whether keys lag behind the log. Nothing can be lost: the log is in the storage, and opening completes them.
    pub fn is_behind(&self) -> bool {
        self.failure.is_none() && !self.dirty.is_empty()
    }

    /// Writes some of the keys that lag behind.
    pub fn go_on(&mut self) -> Saved {
        self.failure = self.write(AT_ONCE).err();
        self.saved()
    }

    /// Writes what is in memory only.
    pub(super) fn flush(&mut self) {
        self.failure = self.write(usize::MAX).err();
    }

    /// Writes the log, and as many keys as stated.
    fn write(&mut self, mut keys: usize) -> Result<(), Failure> {
        match self.state {
            State::Stored => {}
            State::Created | State::Lost => self.write_whole()?,
            State::Deleted => {
                return Err(Failure::Other("This register was deleted in another tab or window.".to_owned()));
            }
        }
        self.catch_up_with_checkpoint();
        self.write_log()?;
        while let Some(slot) = self.dirty.first().cloned() {
            if keys == 0 {
                return Ok(());
            }
            keys -= 1;
            self.save(&slot)?;
            if self.state != State::Stored {
                return self.write(keys);
            }
            self.dirty.remove(&slot);
        }
        let open = self.log.iter().rev().take_while(|known| known.stamp.seq > self.done).count();
        if open >= CHECKPOINT_AFTER {
            // Everything is saved; without a checkpoint the next opening has more to go through, no more.
            let _ = self.checkpoint();
        }
        Ok(())
    }

    fn write_log(&mut self) -> Result<(), Failure> {
        let first = |log: &[Known]| log.iter().find(|known| !known.stored).map(|known| known.stamp.seq);
        let Some(number) = first(&self.log) else { return Ok(()) };
        // An entry at or below the checkpoint would count as applied before it is.
        let done = read_done(self.storage.get(&self.keys.done())?.as_deref());
        if done >= number {
            self.renumber()?;
            // What the storage has lost keeps its number: others may know it.
            if let Some(number) = first(&self.log).filter(|number| done >= *number) {
                self.storage.set(&self.keys.done(), &(number - 1).to_string())?;
                self.done = self.done.min(number - 1);
            }
        }
        for known in self.log.iter_mut().filter(|known| !known.stored) {
            self.storage.set(&self.keys.log(&known.stamp), &known.entry.to_text())?;
            (known.stored, known.told) = (true, true);
            self.names.insert(known.stamp.clone());
        }
        Ok(())
    }

    /// Writes the content of a key, after taking in what another tab has stored there.
    fn save(&mut self, slot: &Slot) -> Result<(), Failure> {
        let raw = self.storage.get(&self.key(slot))?;
        self.reconcile(slot, raw.as_deref())?;
        if self.state != State::Stored {
            return Ok(());
        }
        match self.content(slot) {
            Some(text) => {
                self.storage.set(&self.key(slot), &text)?;
                self.held(slot).print = Some(print_of(&text));
            }
            None => {
                if raw.is_some() {
                    self.storage.remove(&self.key(slot))?;
                }
                self.held(slot).print = None;
            }
        }
        Ok(())
    }

    /// The value of a key as it should be; `None`: it should not be there.
    pub(super) fn content(&mut self, slot: &Slot) -> Option<String> {
        let done = self.done;
        let seen = self.held(slot).seen.shortened(done);
        match slot {
            Slot::Head => {
                let risks = std::mem::take(&mut self.register.risks);
                let text = write_head(&self.register, seen, self.trashed.as_ref());
                self.register.risks = risks;
                Some(text)
            }
            Slot::Risk(id) => {
                let risk = &self.register.risks[self.place_of(id)?];
                Some(write_risk(risk, self.rank_of(id), seen))
            }
        }
    }

    /// Takes in what a key holds if that is not the text we know. Hands back what that text includes; `None` if
    /// there is nothing or it is the text we know.
    pub(super) fn reconcile(&mut self, slot: &Slot, raw: Option<&str>) -> Result<Option<Seen>, Failure> {
        let Some(text) = raw else {
            if self.held(slot).print.take().is_some() {
                self.vanished()?;
            }
            return Ok(None);
        };
        if self.held(slot).print == Some(print_of(text)) {
            return Ok(None);
        }
        let read = match slot {
            Slot::Head => read_head(text, &self.id).map(Stored::Head),
            Slot::Risk(id) => read_risk(text, id).map(Stored::Risk),
        };
        match read {
            Ok(stored) => {
                let seen = self.meet(slot, stored)?;
                self.held(slot).print = Some(print_of(text));
                Ok(Some(seen))
            }
            Err(Odd::Newer) => Err(Failure::Other(
                "A newer version of Heatgrid has changed this register. Load the page again to go on.".to_owned(),
            )),
            Err(Odd::Purged) => {
                self.state = State::Deleted;
                Ok(None)
            }
            Err(Odd::Unread(reason)) => {
                let aside = shelf::copy_aside(&self.storage, &self.key(slot), text, reason)?;
                if !self.aside.contains(&aside) {
                    self.aside.push(aside);
                }
                Ok(None)
            }
        }
    }

    /// Takes in content that another tab has stored.
    fn meet(&mut self, slot: &Slot, stored: Stored) -> Result<Seen, Failure> {
        let seen = match &stored {
            Stored::Head(head) => head.seen.clone(),
            Stored::Risk(risk) => risk.seen.clone(),
        };
        if let Stored::Head(head) = &stored
            && self.trashed != head.trashed
        {
            self.trashed.clone_from(&head.trashed);
            self.news.head = true;
        }
        let done = self.done;
        if !self.held(slot).seen.covers(&seen, done) {
            self.catch_up()?;
        }
        // The log normally explains what is stored. Where it does not, what is stored counts.
        if !self.held(slot).seen.covers(&seen, done) {
            self.rebase(slot, stored);
        }
        Ok(seen)
    }

    /// Another tab's doing is checked at the key: what it has stored is taken in; whether it lacks what we know is
    /// handed back.
    pub(super) fn lacks(&mut self, slot: &Slot) -> Result<bool, Failure> {
        let raw = self.storage.get(&self.key(slot))?;
        let done = read_done(self.storage.get(&self.keys.done())?.as_deref());
        if raw.is_none() && matches!(slot, Slot::Risk(id) if self.place_of(id).is_some()) {
            // The risk may be gone for good: to write it again without knowing would bring it back for whoever takes
            // a later checkpoint for the whole truth.
            self.catch_up()?;
        }
        self.held(slot).print = self.held(slot).print.take().filter(|_| raw.is_none());
        let seen = self.reconcile(slot, raw.as_deref())?;
        let wanted = match slot {
            Slot::Head => true,
            Slot::Risk(id) => self.place_of(id).is_some(),
        };
        Ok(match (&raw, seen) {
            (Some(_), Some(seen)) => !wanted || !seen.covers(&self.held(slot).seen, done),
            (Some(_), None) => true,
            (None, _) => wanted,
        })
    }

    /// Makes sure that every key includes every entry, and says so.
    pub(super) fn checkpoint(&mut self) -> Result<(), Failure> {
        self.catch_up()?;
        while let Some(slot) = self.doubt.first().cloned() {
            if self.lacks(&slot)? {
                self.save(&slot)?;
            }
            self.doubt.remove(&slot);
        }
        if self.state == State::Stored {
            let done = self.highest();
            self.storage.set(&self.keys.done(), &done.to_string())?;
            self.done = done;
        }
        Ok(())
    }
}
