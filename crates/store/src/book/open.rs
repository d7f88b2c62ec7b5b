//! From the storage to memory, and new registers.

use std::collections::{BTreeMap, BTreeSet};

use register::change::Touched;
use register::{Id, Register};

use super::save::print_of;
use super::{Book, Held, Known, State};
use crate::fold::{Parts, Slot, parts_of};
use crate::layout::{Keys, Odd, initial_ranks};
use crate::log::{Author, Entry, Logged, Stamp, WINDOW};
use crate::shelf::{Loaded, OpenError, keys_of, load, take_aside};
use crate::storage::Storage;

impl<S: Storage> Book<S> {
    /// A book of nothing.
    fn blank(storage: S, tab: String, id: Id) -> Self {
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

    /// A new register; see [`Shelf::create`](crate::Shelf::create).
    pub(crate) fn create(storage: S, tab: String, mut register: Register, author: &Author) -> Self {
        let mut book = Self::blank(storage, tab, register.id.clone());
        name_apart(&mut register);
        for (risk, rank) in register.risks.iter().zip(initial_ranks(register.risks.len())) {
            book.risks.insert(risk.id.clone(), Held { rank, ..Held::default() });
        }
        let stamp = Stamp { seq: 1, tab: book.tab.clone() };
        let created = Logged::Created { title: register.title.clone(), risks: register.risks.len() };
        let entry = Entry::new(stamp.clone(), author, created);
        book.log.push(Known { entry, stamp, parts: Parts::new(), stored: false });
        book.last = 1;
        book.register = register;
        book.state = State::Created;
        book.flush();
        book
    }

    /// Opens a register; see [`Shelf::open`](crate::Shelf::open).
    pub(crate) fn open(storage: S, tab: String, id: &Id) -> Result<Self, OpenError> {
        let mut keys = keys_of(&storage)?;
        let keys = keys.remove(id).ok_or(OpenError::Missing)?;
        let Loaded { head, head_raw, risks, done, aside } = load(&storage, id, &keys)?;
        let mut book = Self::blank(storage, tab, id.clone());
        book.aside = aside;
        book.done = done;
        book.head = Held { print: head_raw.as_deref().map(print_of), seen: head.seen, rank: String::new() };
        if head_raw.is_none() {
            book.dirty.insert(Slot::Head);
        }
        book.trashed = head.trashed;
        book.register = Register { risks: Vec::with_capacity(risks.len()), ..head.register };
        for (risk, raw) in risks {
            let held = Held { rank: risk.rank, seen: risk.seen, print: Some(print_of(&raw)) };
            book.risks.insert(risk.risk.id.clone(), held);
            book.register.risks.push(risk.risk);
        }
        book.read_log(keys.log)?;
        book.complete();
        Ok(book)
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
                self.log.push(Known { entry, stamp: stamp.clone(), parts, stored: true });
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

/// Gives risks without an id, or with one that another risk has, one of their own: each has its own key.
fn name_apart(register: &mut Register) {
    let mut taken: BTreeSet<Id> = BTreeSet::new();
    for risk in &mut register.risks {
        if risk.id.as_str().is_empty() || taken.contains(&risk.id) {
            let base = risk.id.clone();
            let fresh = (2..).map(|number| Id(format!("{base}~{number}"))).find(|id| !taken.contains(id));
            risk.id = fresh.unwrap_or(base);
        }
        taken.insert(risk.id.clone());
    }
}
