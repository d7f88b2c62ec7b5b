//! The bin, removal for good, and what a stop has left behind.

use register::Id;
use serde_json::{Value, json};

use super::{OpenError, Shelf, keys_of};
use crate::layout::{Keys, Odd, object, read_head, write_purged};
use crate::log::Author;
use crate::storage::{Failure, Storage};

fn gone() -> Failure {
    Failure::Other(OpenError::Missing.to_string())
}

impl<S: Storage + Clone> Shelf<S> {
    /// Puts a register into the bin.
    ///
    /// # Errors
    /// [`Failure`] of the storage; the register is then where it was.
    pub fn trash(&self, id: &Id, author: &Author) -> Result<(), Failure> {
        self.mark(id, Some(json!({"at": author.at, "by": author.by})))
    }

    /// Takes a register out of the bin.
    ///
    /// # Errors
    /// [`Failure`] of the storage; the register is then where it was.
    pub fn restore(&self, id: &Id) -> Result<(), Failure> {
        self.mark(id, None)
    }

    /// One write, and of the head nothing else changes.
    fn mark(&self, id: &Id, trashed: Option<Value>) -> Result<(), Failure> {
        let key = Keys::of(id).head();
        let usable = |raw: &String| read_head(raw, id).is_ok();
        let raw = match self.storage.get(&key)?.filter(usable) {
            Some(raw) => raw,
            None => {
                // A recovered register gets its head when it is opened.
                self.open(id).map_err(|error| match error {
                    OpenError::Storage(failure) => failure,
                    other => Failure::Other(other.to_string()),
                })?;
                self.storage.get(&key)?.filter(usable).ok_or_else(gone)?
            }
        };
        let mut head = object(&raw).map_err(|_| gone())?;
        match trashed {
            Some(mark) => head.insert("trashed".to_owned(), mark),
            None => head.remove("trashed"),
        };
        self.storage.set(&key, &Value::Object(head).to_string())
    }

    /// Removes a register for good, with its history and drafts. What was set aside stays.
    ///
    /// The first write replaces the head by a mark that is shorter than any head, so that a full storage takes it.
    /// From then on the register is gone; if the rest fails, [`sweep`](Self::sweep) completes it.
    ///
    /// # Errors
    /// [`Failure`] of the storage. The register is then either where it was or gone.
    pub fn purge(&self, id: &Id) -> Result<(), Failure> {
        let keys = Keys::of(id);
        match self.storage.get(&keys.head())?.map(|raw| read_head(&raw, id)) {
            Some(Err(Odd::Newer)) => return Err(Failure::Other(OpenError::Newer.to_string())),
            Some(Err(Odd::Unread(_))) => return Err(gone()),
            Some(Ok(_)) => self.storage.set(&keys.head(), &write_purged(id))?,
            Some(Err(Odd::Purged)) | None => {}
        }
        self.remove_all(&keys, &keys.head())
    }

    /// Removes what stops have left behind: registers whose creation began before a time (ISO text) and did not
    /// end, and those whose removal did not. To be called once when the page starts, with a time a minute ago, so
    /// that what another tab is creating just now is left alone.
    ///
    /// # Errors
    /// [`Failure`] of the storage; the next sweep goes on.
    pub fn sweep(&self, before: &str) -> Result<(), Failure> {
        for (id, parts) in keys_of(&self.storage)? {
            let keys = Keys::of(&id);
            let head = self.storage.get(&keys.head())?;
            if head.as_deref().map(|raw| read_head(raw, &id).err()) == Some(Some(Odd::Purged)) {
                self.remove_all(&keys, &keys.head())?;
            } else if parts.marked && self.storage.get(&keys.new_mark())?.is_some_and(|at| at.as_str() < before) {
                if head.is_none() {
                    self.remove_all(&keys, &keys.new_mark())?;
                } else {
                    self.storage.remove(&keys.new_mark())?;
                }
            }
        }
        Ok(())
    }

    /// Removes all keys of a register, `last` after the others.
    fn remove_all(&self, keys: &Keys, last: &str) -> Result<(), Failure> {
        for key in self.storage.keys()? {
            if key.starts_with(keys.base()) && key != last {
                self.storage.remove(&key)?;
            }
        }
        self.storage.remove(last)
    }
}
