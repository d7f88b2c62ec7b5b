//! How much of the storage is used.

use std::collections::BTreeMap;

use register::Id;

use super::Shelf;
use crate::layout::{Name, name_of};
use crate::storage::{Failure, Storage};

/// How much of the storage is used, keys included, in UTF-16 units: browsers count those.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// By register: content, history and drafts.
    pub registers: BTreeMap<Id, usize>,
    /// By what was set aside.
    pub aside: usize,
    /// By other things: settings, and what other pages of the same site store.
    pub other: usize,
}

impl Usage {
    /// In all.
    pub fn total(&self) -> usize {
        self.registers.values().sum::<usize>() + self.aside + self.other
    }
}

impl<S: Storage + Clone> Shelf<S> {
    /// How much of the storage is used.
    ///
    /// # Errors
    /// [`Failure`] of the storage.
    pub fn usage(&self) -> Result<Usage, Failure> {
        let mut usage = Usage::default();
        for key in self.storage.keys()? {
            let value = self.storage.get(&key)?.unwrap_or_default();
            let units = key.encode_utf16().count() + value.encode_utf16().count();
            *match name_of(&key) {
                Some(Name::Of(id, _)) => usage.registers.entry(id).or_default(),
                Some(Name::Aside(..)) => &mut usage.aside,
                Some(Name::Settings) | None => &mut usage.other,
            } += units;
        }
        Ok(usage)
    }
}
