//! One open register: its content in memory, its log, and what of both is not in the storage yet.
//!
//! - `commit`: changes come in, undo and redo included.
//! - `merge`: entries of the log become content, also those that arrive late.
//! - `save`: entries and content go to the storage, in the order that makes a stop harmless.
//! - `whole`: a register is written as a whole: created, or lost by the storage.
//! - `late`: changes that are saved late. `events`: what other tabs did. `verify`: what happened to the storage.
//! - `create`: new registers. `open`: from the storage to memory.
//! - `draft`: text being typed.

mod commit;
mod create;
mod draft;
mod events;
mod late;
mod merge;
mod open;
mod order;
mod save;
mod verify;
mod whole;

pub use create::Creating;
pub use draft::Draft;
pub use open::Opening;
pub use verify::Verified;

use std::collections::{BTreeMap, BTreeSet};

use register::change::{Touched, describe};
use register::sort::filled;
use register::{Id, Register};

use crate::fold::{Parts, Slot, as_done, primitives};
use crate::layout::{Keys, Name, Part, Seen, Trashed, name_of};
use crate::log::{Entry, Logged, Stacks, Stamp, WINDOW, invert};
use crate::shelf::Aside;
use crate::storage::{Failure, Storage};

/// Whether everything is in the storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It is.
    Yes,
    /// It is in memory only, because the storage failed. [`Book::retry`] saves it once the storage works again.
    Pending {
        /// How the storage failed.
        failure: Failure,
        /// The number of changes that are not in the storage, at least 1.
        changes: usize,
    },
}

/// What is known about a key.
#[derive(Debug, Default)]
struct Held {
    /// The risk's rank; unused for the head.
    rank: String,
    /// The changes that the content in memory includes.
    seen: Seen,
    /// A mark of the text in the storage, as far as is known; `None`: the key is not known to be there.
    print: Option<u64>,
}

/// An entry of the log and what it did.
#[derive(Debug)]
struct Known {
    entry: Entry,
    stamp: Stamp,
    parts: Parts,
    stored: bool,
    /// Whether it has ever been there, so that other tabs may know it by its stamp.
    told: bool,
}

/// Where the register stands with the storage as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// It is there.
    Stored,
    /// It was just created and has to be written as a whole.
    Created,
    /// The storage has lost it: it has to be written as a whole again.
    Lost,
    /// It was deleted for good in another tab and must not come back by itself.
    Deleted,
}

/// One open register. Changes are in memory at once and in the storage if it can take them.
#[derive(Debug)]
pub struct Book<S> {
    storage: S,
    tab: String,
    id: Id,
    keys: Keys,
    /// The content. Its risks are sorted by rank, then id.
    register: Register,
    head: Held,
    /// Risks that were removed keep their place here: what was seen of them counts if they come back.
    risks: BTreeMap<Id, Held>,
    trashed: Option<Trashed>,
    /// The newest entries of the log, sorted by stamp.
    log: Vec<Known>,
    /// The stamps of all entries in the storage, as far as is known.
    names: BTreeSet<Stamp>,
    /// The number of the last change made in this tab.
    last: u64,
    /// Every entry up to this number is known and in the keys it touches.
    done: u64,
    /// Keys whose content in the storage is behind that in memory.
    dirty: BTreeSet<Slot>,
    /// Keys which another tab changed and should have written.
    doubt: BTreeSet<Slot>,
    /// What the page must repaint and has not been told yet.
    news: Touched,
    state: State,
    failure: Option<Failure>,
    aside: Vec<Aside>,
}

/// Takes one note of what to repaint into another.
fn join(all: &mut Touched, more: Touched) {
    all.head |= more.head;
    all.order |= more.order;
    all.lists |= more.lists;
    all.risks.extend(more.risks);
}

impl<S: Storage> Book<S> {
    /// The register as it is now.
    pub fn register(&self) -> &Register {
        &self.register
    }

    /// The register's id.
    pub fn id(&self) -> &Id {
        &self.id
    }

    /// The tab it is open in.
    pub fn tab(&self) -> &str {
        &self.tab
    }

    /// When and by whom it was put into the bin, if it was.
    pub fn trashed(&self) -> Option<&Trashed> {
        self.trashed.as_ref()
    }

    /// What could not be read when it was opened.
    pub fn aside(&self) -> &[Aside] {
        &self.aside
    }

    /// What [`undo`](Self::undo) would take back, in words.
    pub fn can_undo(&self) -> Option<String> {
        let (_, place) = self.stacks().undo.pop()?;
        self.change_at(place).map(|change| describe(&self.register, &change))
    }

    /// What [`redo`](Self::redo) would do again, in words.
    pub fn can_redo(&self) -> Option<String> {
        let (_, place) = self.stacks().redo.pop()?;
        self.change_at(place).map(|change| describe(&self.register, &invert(&change)))
    }

    /// How many plain changes [`undo`](Self::undo) would make.
    pub fn reach_of_undo(&self) -> usize {
        self.stacks().undo.pop().map_or(0, |(_, place)| self.reach_at(place))
    }

    /// How many plain changes [`redo`](Self::redo) would make.
    pub fn reach_of_redo(&self) -> usize {
        self.stacks().redo.pop().map_or(0, |(_, place)| self.reach_at(place))
    }

    fn reach_at(&self, place: usize) -> usize {
        match self.recent().get(place).map(|known| &known.entry.change) {
            Some(Logged::Change(change)) => primitives(change).len(),
            _ => 0,
        }
    }

    /// Whether everything is in the storage.
    pub fn saved(&self) -> Saved {
        match &self.failure {
            None => Saved::Yes,
            Some(failure) => {
                let changes = self.log.iter().filter(|known| !known.stored).count().max(1);
                Saved::Pending { failure: failure.clone(), changes }
            }
        }
    }

    /// How many changes were made after a moment, ISO 8601, as far back as undo reaches.
    pub fn changes_after(&self, at: &str) -> usize {
        self.recent().iter().rev().take_while(|known| known.entry.at.as_str() > at).count()
    }

    /// All recorded changes, the newest last: those in the storage and those that are not there yet.
    pub fn history(&self) -> Vec<Entry> {
        let mut entries: BTreeMap<Stamp, Entry> =
            filled(self.log.iter().map(|known| (known.stamp.clone(), known.entry.clone())));
        for key in self.storage.keys().unwrap_or_default() {
            let Some(Name::Of(id, Part::Log(stamp))) = name_of(&key) else { continue };
            if id != self.id || entries.contains_key(&stamp) {
                continue;
            }
            // Those which cannot be read were reported when the register was opened.
            let raw = self.storage.get(&key).ok().flatten().unwrap_or_default();
            if let Ok(entry) = Entry::read(&raw, &stamp) {
                entries.insert(stamp, entry);
            }
        }
        entries.into_values().collect()
    }

    /// The entries that undo reaches.
    fn recent(&self) -> &[Known] {
        &self.log[self.log.len().saturating_sub(WINDOW)..]
    }

    fn stacks(&self) -> Stacks {
        Stacks::of(self.recent().iter().map(|known| &known.entry))
    }

    /// The change of an entry named by [`Stacks`], as it was truly done.
    fn change_at(&self, place: usize) -> Option<register::Change> {
        let known = self.recent().get(place)?;
        match &known.entry.change {
            Logged::Change(change) => Some(as_done(change, &known.parts)),
            Logged::Created { .. } => None,
        }
    }

    /// The highest number given to a change so far, as far as is known.
    fn highest(&self) -> u64 {
        let stored = self.names.last().map_or(0, |stamp| stamp.seq);
        let known = self.log.last().map_or(0, |known| known.stamp.seq);
        stored.max(known).max(self.done)
    }

    fn held(&mut self, slot: &Slot) -> &mut Held {
        match slot {
            Slot::Head => &mut self.head,
            Slot::Risk(id) => self.risks.entry(id.clone()).or_default(),
        }
    }

    fn key(&self, slot: &Slot) -> String {
        match slot {
            Slot::Head => self.keys.head(),
            Slot::Risk(id) => self.keys.risk(id),
        }
    }
}
