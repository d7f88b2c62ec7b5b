//! A register is written as a whole: created, or lost by the storage.
//!
//! The head comes last but for the mark that creation is under way: without a head there is no register, and with
//! it everything is there. What a stop leaves behind without a head is swept away at the next start.

use std::collections::VecDeque;

use super::save::print_of;
use super::{Book, State};
use crate::fold::Slot;
use crate::storage::{Failure, Storage};

impl<S: Storage> Book<S> {
    pub(super) fn write_whole(&mut self) -> Result<(), Failure> {
        if self.storage.get(&self.keys.head())?.is_some() {
            return self.meet_again();
        }
        let mut written = Vec::new();
        let result = self.write_all(&mut written);
        self.settle_whole(result, &written)
    }

    fn write_all(&mut self, written: &mut Vec<String>) -> Result<(), Failure> {
        self.put_mark(written)?;
        self.put_risks(written)?;
        self.end_whole(written)
    }

    /// The first write of a new register, after which its risks may be written one after the other.
    pub(super) fn begin_whole(&self, written: &mut Vec<String>) -> Result<(), Failure> {
        match self.storage.get(&self.keys.head())? {
            Some(_) => Err(in_the_way()),
            None => self.put_mark(written),
        }
    }

    /// The last writes, once all risks are written.
    pub(super) fn end_whole(&mut self, written: &mut Vec<String>) -> Result<(), Failure> {
        let mark = self.keys.new_mark();
        if self.storage.get(&self.keys.head())?.is_some() {
            return Err(in_the_way());
        }
        if self.storage.get(&mark)?.is_none() {
            // It took so long that a page which started meanwhile held it for what a stop had left, and swept it away.
            self.put_mark(written)?;
            self.put_risks(written)?;
        }
        for known in &self.log {
            put(&self.storage, written, self.keys.log(&known.stamp), &known.entry.to_text())?;
        }
        if self.done > 0 {
            put(&self.storage, written, self.keys.done(), &self.done.to_string())?;
        }
        self.put_content(&Slot::Head, written)?;
        // It is whole now; a mark that stays is removed at the next start.
        let _ = self.storage.remove(&mark);
        Ok(())
    }

    /// Notes that everything is written, or takes away what is.
    pub(super) fn settle_whole(&mut self, result: Result<(), Failure>, written: &[String]) -> Result<(), Failure> {
        match &result {
            Ok(()) => {
                self.state = State::Stored;
                self.dirty.clear();
                self.doubt.clear();
                self.names.extend(self.log.iter().map(|known| known.stamp.clone()));
                self.log.iter_mut().for_each(|known| (known.stored, known.told) = (true, true));
            }
            // What stands under a head is another tab's.
            Err(_) if self.storage.get(&self.keys.head()).is_ok_and(|head| head.is_some()) => {}
            Err(_) => {
                // A half would take the room that other registers need. The mark goes last, and only if the rest
                // is gone: what cannot be removed is swept away at the next start.
                let _ = written.iter().rev().try_for_each(|key| self.storage.remove(key));
            }
        }
        result
    }

    /// There is a head: another tab was faster to save again what the storage had lost.
    fn meet_again(&mut self) -> Result<(), Failure> {
        if self.state == State::Created {
            return Err(in_the_way());
        }
        self.names.clear();
        self.catch_up()?;
        for known in &mut self.log {
            known.stored = self.names.contains(&known.stamp);
        }
        self.dirty.insert(Slot::Head);
        self.dirty.extend(self.risks.keys().cloned().map(Slot::Risk));
        self.state = State::Stored;
        Ok(())
    }

    fn put_mark(&self, written: &mut Vec<String>) -> Result<(), Failure> {
        let time = self.log.last().map(|known| known.entry.at.clone()).unwrap_or_default();
        put(&self.storage, written, self.keys.new_mark(), &time)
    }

    fn put_risks(&mut self, written: &mut Vec<String>) -> Result<(), Failure> {
        self.slots_of_risks().iter().try_for_each(|slot| self.put_content(slot, written))
    }

    pub(super) fn slots_of_risks(&self) -> VecDeque<Slot> {
        self.risks.keys().cloned().map(Slot::Risk).collect()
    }

    pub(super) fn put_content(&mut self, slot: &Slot, written: &mut Vec<String>) -> Result<(), Failure> {
        let key = self.key(slot);
        let Some(text) = self.content(slot) else {
            // A risk removed since an earlier attempt that could not be taken back.
            return if self.storage.get(&key)?.is_some() { self.storage.remove(&key) } else { Ok(()) };
        };
        put(&self.storage, written, key, &text)?;
        self.held(slot).print = Some(print_of(&text));
        Ok(())
    }
}

fn in_the_way() -> Failure {
    Failure::Other("Another register of the same name inside the storage is in the way.".to_owned())
}

fn put(storage: &impl Storage, written: &mut Vec<String>, key: String, value: &str) -> Result<(), Failure> {
    storage.set(&key, value)?;
    written.push(key);
    Ok(())
}
