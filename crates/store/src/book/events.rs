//! What other tabs did.

use register::change::Touched;

use super::{Book, State};
use crate::fold::Slot;
use crate::layout::{Name, Part, name_of};
use crate::log::{Entry, Stamp};
use crate::storage::Storage;

impl<S: Storage> Book<S> {
    /// Takes in what another tab has written, as the storage's event tells it. Events may come late, twice or in
    /// any order. Keys of other registers are ignored.
    ///
    /// Hands back what to repaint.
    pub fn take_in(&mut self, key: &str, value: Option<&str>) -> Option<Touched> {
        let Some(Name::Of(id, part)) = name_of(key) else { return None };
        if id != self.id || self.state != State::Stored {
            return None;
        }
        match (part, value) {
            (Part::Log(stamp), Some(value)) => self.take_in_event(&stamp, value),
            (Part::Risk(id), _) => self.check(&Slot::Risk(id)),
            // A head that is gone is a case for `verify`: purged or lost.
            (Part::Head, Some(_)) => self.check(&Slot::Head),
            _ => {}
        }
        self.news()
    }

    /// Takes in an entry, after those of its tab that come before it: what a key includes is told by the newest of
    /// each tab, so there may be no gaps.
    fn take_in_event(&mut self, stamp: &Stamp, value: &str) {
        if self.names.contains(stamp) {
            return;
        }
        if let Ok(entry) = Entry::read(value, stamp) {
            let previous = Stamp { seq: entry.previous, tab: stamp.tab.clone() };
            if previous.seq > 0 && !self.names.contains(&previous) {
                // What cannot be read now is found missing again at the next write.
                let _ = self.catch_up();
            }
        }
        self.take_in_entry(stamp, value);
    }

    /// What to repaint and was not told yet: what other tabs were found to have done while something was saved or
    /// refused.
    pub fn news(&mut self) -> Option<Touched> {
        let news = std::mem::take(&mut self.news);
        (news != Touched::default()).then_some(news)
    }

    /// Takes in what a key holds now. Two tabs may have written it at the same time, so that what is there lacks
    /// what we know; then it is written again.
    fn check(&mut self, slot: &Slot) {
        // A failure to read is noticed by the next write.
        if self.lacks(slot) == Ok(true) {
            self.dirty.insert(slot.clone());
            self.flush();
        }
    }
}
