//! A change taken apart by the keys it touches.

use std::collections::BTreeMap;

use register::Id;
use register::change::{Change, List, Place};
use serde_json::Value;

use super::{Deed, Slot};
use crate::log::{Entry, Logged};

/// A deed as the log has it, and what it truly did when it was applied; `None`: not applied, or without effect.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub(crate) said: Deed,
    pub(crate) did: Option<Deed>,
}

/// The deeds of a change by key, each key's in order. A map, because a change may touch thousands of keys.
pub(crate) type Parts = BTreeMap<Slot, Vec<Part>>;

/// The plain changes a change is made of.
pub(crate) fn primitives(change: &Change) -> Vec<&Change> {
    match change {
        Change::Several { changes, .. } => changes.iter().flat_map(primitives).collect(),
        plain => vec![plain],
    }
}

/// Takes an entry apart. Nothing counts as applied yet.
pub(crate) fn parts_of(entry: &Entry) -> Parts {
    let mut parts = Parts::new();
    let Logged::Change(change) = &entry.change else { return parts };
    let mut ranks: BTreeMap<&Id, &String> = entry.ranks.iter().collect();
    let mut push = |slot, said| parts.entry(slot).or_default().push(Part { said, did: None });
    let rank_of = |id: &Id| entry.ranks.get(id).cloned().unwrap_or_else(|| "zzzzzi".to_owned());
    for plain in primitives(change) {
        match plain {
            Change::Set { place: Place::Register | Place::Criteria, .. } => {
                push(Slot::Head, Deed::Edit(plain.clone()));
            }
            Change::Set { place: Place::Risk(id) | Place::Item(id, ..), .. }
            | Change::Add { list: List::Of(id, _), .. }
            | Change::Remove { list: List::Of(id, _), .. }
            | Change::Move { list: List::Of(id, _), .. } => push(Slot::Risk(id.clone()), Deed::Edit(plain.clone())),
            Change::Add { list: List::Risks, item, .. } | Change::Remove { list: List::Risks, item, .. } => {
                let Some(id) = item.get("id").and_then(Value::as_str).map(Id::from) else { continue };
                let (item, rank) = (item.clone(), rank_of(&id));
                ranks.remove(&id);
                let adds = matches!(plain, Change::Add { .. });
                push(Slot::Risk(id), if adds { Deed::Put { item, rank } } else { Deed::Take { item, rank } });
            }
            Change::Move { list: List::Risks, item, .. } => {
                ranks.remove(item);
                push(Slot::Risk(item.clone()), Deed::Rank { from: rank_of(item), to: rank_of(item) });
            }
            Change::Several { .. } => {}
        }
    }
    // Risks that only made room for those moved between them.
    for (id, rank) in ranks {
        push(Slot::Risk(id.clone()), Deed::Rank { from: rank.clone(), to: rank.clone() });
    }
    parts
}
