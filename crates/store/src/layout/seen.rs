//! Which changes a key's content includes.
//!
//! One number would not tell: a key written with change 5 of one tab may or may not include change 4 of another
//! that was under way at the same time. So each key carries the newest change it includes *per tab*. Changes up
//! to the checkpoint are in every key and are left out, so this stays as short as the number of tabs at work.

use std::collections::BTreeMap;

use register::sort::filled;
use serde_json::Value;

use crate::log::Stamp;

/// The newest change included, by tab.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Seen(BTreeMap<String, u64>);

impl Seen {
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// As it stands in a key.
    pub(crate) fn to_value(&self) -> Value {
        Value::Object(filled(self.0.iter().map(|(tab, seq)| (tab.clone(), Value::from(*seq)))))
    }

    /// Reads what stands in a key.
    pub(crate) fn read(value: Value) -> Option<Self> {
        let Value::Object(map) = value else { return None };
        let mut it = Self::default();
        for (tab, seq) in map {
            it.0.insert(tab, seq.as_u64()?);
        }
        Some(it)
    }

    /// Whether the change is included; all up to `done` are.
    pub(crate) fn includes(&self, stamp: &Stamp, done: u64) -> bool {
        stamp.seq <= done || self.0.get(&stamp.tab).is_some_and(|seq| *seq >= stamp.seq)
    }

    /// Whether everything is included that `other` includes.
    pub(crate) fn covers(&self, other: &Self, done: u64) -> bool {
        other.0.iter().all(|(tab, seq)| self.includes(&Stamp { seq: *seq, tab: tab.clone() }, done))
    }

    /// Includes one more change.
    pub(crate) fn add(&mut self, stamp: &Stamp) {
        let seq = self.0.entry(stamp.tab.clone()).or_default();
        *seq = stamp.seq.max(*seq);
    }

    /// Includes everything that `other` includes.
    pub(crate) fn join(&mut self, other: &Self) {
        for (tab, seq) in &other.0 {
            self.add(&Stamp { seq: *seq, tab: tab.clone() });
        }
    }

    /// Without what goes without saying: changes up to `done`.
    pub(crate) fn shortened(&self, done: u64) -> Self {
        Self(filled(self.0.iter().filter(|(_, seq)| **seq > done).map(|(tab, seq)| (tab.clone(), *seq))))
    }
}
