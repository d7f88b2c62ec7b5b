//! From the storage to memory, and new registers.

use std::collections::{BTreeMap, BTreeSet};

use register::change::Touched;
use register::{Id, Register};

use super::save::print_of;
use super::{Book, Held, Known, State};
use crate::fold::{Slot, parts_of};
use crate::layout::{Keys, Odd};
use crate::log::{Entry, Stamp, WINDOW};
use crate::shelf::{Loaded, Loading, OpenError, keys_of, take_aside};
use crate::storage::Storage;

/// A register on its way into memory: see [`Shelf::begin_to_open`](crate::Shelf::begin_to_open).
#[derive(Debug)]
pub struct Opening<S> {
    storage: S,
    tab: String,
    id: Id,
    loading: Loading,
}

impl<S: Storage> Opening<S> {
    pub(crate) fn new(storage: S, tab: String, id: &Id) -> Result<Self, OpenError> {
        let mut keys = keys_of(&storage)?.remove(id).ok_or(OpenError::Missing)?;
        let loading = Loading::begin(&storage, id, &mut keys)?;
        Ok(Self { storage, tab, id: id.clone(), loading })
    }

    /// The register's title.
    pub fn title(&self) -> &str {
        self.loading.title()
    }

    /// How many of its risks are still to be read.
    pub fn left(&self) -> usize {
        self.loading.left()
    }

    /// Reads up to so many risks.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn step(&mut self, risks: usize) -> Result<(), OpenError> {
        self.loading.step(&self.storage, risks)
    }

    /// Reads the rest, and then the log: what other tabs have changed since the first step is in it.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn finish(mut self) -> Result<Book<S>, OpenError> {
        self.step(usize::MAX)?;
        let log = keys_of(&self.storage)?.remove(&self.id).ok_or(OpenError::Missing)?.log;
        let mut book = Book::blank(self.storage, self.tab, self.id);
        let loaded = self.loading.end(&book.storage);
        book.take(loaded);
        book.read_log(log)?;
        book.complete();
        Ok(book)
    }
}

impl<S: Storage> Book<S> {
    /// A book of nothing.
    pub(super) fn blank(storage: S, tab: String, id: Id) -> Self {
        Self {
            storage,
            tab,
            keys: Keys::of(&id),
            id,
            register: Register::default(),
            head: Held::default(),
            risks: BTreeMap::new(),
            trashed: None,
            log: Vec::new(),
            names: BTreeSet::new(),
            last: 0,
            done: 0,
            dirty: BTreeSet::new(),
            doubt: BTreeSet::new(),
            news: Touched::default(),
            state: State::Stored,
            failure: None,
            aside: Vec::new(),
        }
    }

    fn take(&mut self, Loaded { head, head_raw, risks, done, aside }: Loaded) {
        self.aside = aside;
        self.done = done;
        self.head = Held { print: head_raw.as_deref().map(print_of), seen: head.seen, rank: String::new() };
        if head_raw.is_none() {
            self.dirty.insert(Slot::Head);
        }
        self.trashed = head.trashed;
        self.register = Register { risks: Vec::with_capacity(risks.len()), ..head.register };
        for (risk, raw) in risks {
            let held = Held { rank: risk.rank, seen: risk.seen, print: Some(print_of(&raw)) };
            self.risks.insert(risk.risk.id.clone(), held);
            self.register.risks.push(risk.risk);
        }
    }

    /// Reads the entries that undo reaches and those which may not be in their keys.
    fn read_log(&mut self, stamps: Vec<Stamp>) -> Result<(), OpenError> {
        let first = stamps.len().saturating_sub(WINDOW);
        for (place, stamp) in stamps.into_iter().enumerate() {
            if place >= first || stamp.seq > self.done {
                self.read_entry(&stamp)?;
            }
            if stamp.tab == self.tab {
                self.last = stamp.seq;
            }
            self.names.insert(stamp);
        }
        Ok(())
    }

    fn read_entry(&mut self, stamp: &Stamp) -> Result<(), OpenError> {
        let key = self.keys.log(stamp);
        let Some(raw) = self.storage.get(&key)? else { return Ok(()) };
        match Entry::read(&raw, stamp) {
            Ok(entry) => {
                let parts = parts_of(&entry);
                self.log.push(Known { entry, stamp: stamp.clone(), parts, stored: true, told: true });
            }
            Err(Odd::Newer) => return Err(OpenError::Newer),
            Err(Odd::Unread(reason)) => self.aside.push(take_aside(&self.storage, &key, &raw, reason)),
            Err(Odd::Purged) => {}
        }
        Ok(())
    }

    /// Does what the keys lack of the log, saves that, and moves the checkpoint.
    fn complete(&mut self) {
        let mut first: BTreeMap<Slot, usize> = BTreeMap::new();
        for (place, known) in self.log.iter_mut().enumerate() {
            for (slot, parts) in &mut known.parts {
                let held = match slot {
                    Slot::Head => Some(&self.head),
                    Slot::Risk(id) => self.risks.get(id),
                };
                let seen =
                    held.map_or(known.stamp.seq <= self.done, |held| held.seen.includes(&known.stamp, self.done));
                parts.iter_mut().for_each(|part| part.did = seen.then(|| part.said.clone()));
                if !seen {
                    first.entry(slot.clone()).or_insert(place);
                }
            }
        }
        for (slot, place) in first {
            self.refold(&slot, place);
            for place in place..self.log.len() {
                if self.log[place].parts.contains_key(&slot) {
                    let stamp = self.log[place].stamp.clone();
                    self.held(&slot).seen.add(&stamp);
                }
            }
            self.dirty.insert(slot);
        }
        self.flush();
        let behind = self.log.last().is_some_and(|known| known.stamp.seq > self.done);
        if self.failure.is_none() && behind {
            // Without it the next opening goes through the same entries again.
            let _ = self.checkpoint();
        }
        self.news = Touched::default();
    }
}
