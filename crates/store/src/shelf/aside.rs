//! Values that could not be understood: kept under another key, so that nothing is overwritten.

use register::Id;
use register::sort::sort;

use super::{Settings, Shelf};
use crate::book::Draft;
use crate::layout::{Name, Odd, Part, aside_key, name_of, object, read_head, read_risk};
use crate::log::Entry;
use crate::storage::{Failure, Storage};

/// A value that could not be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// The key it is under now.
    pub key: String,
    /// The key it was under. The same as `key` if it could not be copied; it is then left alone.
    pub original: String,
    /// The value as it is.
    pub raw: String,
    /// What is wrong with it, in plain words.
    pub reason: String,
}

/// Copies a value aside.
pub(crate) fn copy(storage: &impl Storage, key: &str, raw: &str, reason: &str) -> Result<Aside, Failure> {
    let mut number = 1;
    for other in storage.keys()? {
        let Some(Name::Aside(taken, original)) = name_of(&other) else { continue };
        if original == key && storage.get(&other)?.as_deref() == Some(raw) {
            return Ok(Aside { key: other, original, raw: raw.to_owned(), reason: reason.to_owned() });
        }
        number = number.max(taken + 1);
    }
    let to = aside_key(number, key);
    storage.set(&to, raw)?;
    Ok(Aside { key: to, original: key.to_owned(), raw: raw.to_owned(), reason: reason.to_owned() })
}

/// Copies a value aside if that can be done.
pub(crate) fn note(storage: &impl Storage, key: &str, raw: &str, reason: &str) -> Aside {
    copy(storage, key, raw, reason).unwrap_or_else(|_| Aside {
        key: key.to_owned(),
        original: key.to_owned(),
        raw: raw.to_owned(),
        reason: reason.to_owned(),
    })
}

/// Moves a value aside. If it cannot be copied it stays where it is.
pub(crate) fn take(storage: &impl Storage, key: &str, raw: &str, reason: &str) -> Aside {
    let aside = note(storage, key, raw, reason);
    if aside.key != key {
        // If it stays it is found again, and the copy with it.
        let _ = storage.remove(key);
    }
    aside
}

/// What is wrong with a value of this key.
fn reason(original: &str, raw: &str) -> &'static str {
    let read = match name_of(original) {
        Some(Name::Of(id, Part::Head)) => read_head(raw, &id).map(drop),
        Some(Name::Of(_, Part::Risk(id))) => read_risk(raw, &id).map(drop),
        Some(Name::Of(_, Part::Log(stamp))) => Entry::read(raw, &stamp).map(drop),
        Some(Name::Of(_, Part::Draft(tab))) => Draft::read(raw, tab).map(drop),
        Some(Name::Settings) => Settings::read(raw).map(drop),
        _ => object(raw).map(drop),
    };
    match read {
        Err(Odd::Unread(reason)) => reason,
        _ => "It could not be read when it was set aside.",
    }
}

impl<S: Storage + Clone> Shelf<S> {
    /// The values that could not be understood and were set aside, oldest first.
    ///
    /// # Errors
    /// [`Failure`] of the storage.
    pub fn asides(&self) -> Result<Vec<Aside>, Failure> {
        let mut asides = Vec::new();
        for key in self.storage.keys()? {
            let Some(Name::Aside(number, original)) = name_of(&key) else { continue };
            let raw = self.storage.get(&key)?.unwrap_or_default();
            let reason = reason(&original, &raw).to_owned();
            asides.push((number, Aside { key, original, raw, reason }));
        }
        sort(&mut asides, |(a, _), (b, _)| a.cmp(b));
        Ok(asides.into_iter().map(|(_, aside)| aside).collect())
    }

    /// Deletes a value that was set aside. Other keys are left alone.
    ///
    /// # Errors
    /// [`Failure`] of the storage.
    pub fn remove_aside(&self, aside: &Aside) -> Result<(), Failure> {
        match name_of(&aside.key) {
            Some(Name::Aside(..)) => self.storage.remove(&aside.key),
            _ => Ok(()),
        }
    }
}

impl Aside {
    /// The register it belonged to.
    pub fn register(&self) -> Option<Id> {
        match name_of(&self.original) {
            Some(Name::Of(id, _)) => Some(id),
            _ => None,
        }
    }
}
