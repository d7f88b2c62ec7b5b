//! A change taken apart by the keys it touches.

use std::collections::BTreeMap;

use register::Id;
use register::change::{Change, List, Place};
use register::sort::filled;
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

/// The key that a plain change is about.
pub(crate) fn slot_of(plain: &Change) -> Option<Slot> {
    let id = match plain {
        Change::Set { place: Place::Register | Place::Criteria | Place::Covering, .. } => return Some(Slot::Head),
        Change::Set { place: Place::Risk(id) | Place::Item(id, ..), .. }
        | Change::Add { list: List::Of(id, _), .. }
        | Change::Remove { list: List::Of(id, _), .. }
        | Change::Move { list: List::Of(id, _), .. }
        | Change::Move { list: List::Risks, item: id, .. } => id.clone(),
        Change::Add { list: List::Risks, item, .. } | Change::Remove { list: List::Risks, item, .. } => {
            Id::from(item.get("id").and_then(Value::as_str)?)
        }
        Change::Several { .. } => return None,
    };
    Some(Slot::Risk(id))
}

/// Takes an entry apart. Nothing counts as applied yet.
pub(crate) fn parts_of(entry: &Entry) -> Parts {
    let mut parts = Parts::new();
    let Logged::Change(change) = &entry.change else { return parts };
    let mut ranks: BTreeMap<&Id, &String> = filled(&entry.ranks);
    for plain in primitives(change) {
        let Some(slot) = slot_of(plain) else { continue };
        let mut rank = || match &slot {
            Slot::Risk(id) => ranks.remove(id).or(entry.ranks.get(id)).map_or("zzzzzi", String::as_str).to_owned(),
            Slot::Head => String::new(),
        };
        let said = match plain {
            Change::Add { list: List::Risks, item, .. } => Deed::Put { item: item.clone(), rank: rank() },
            Change::Remove { list: List::Risks, item, .. } => Deed::Take { item: item.clone(), rank: rank() },
            Change::Move { list: List::Risks, .. } => Deed::Rank { from: rank(), to: rank() },
            _ => Deed::Edit(plain.clone()),
        };
        parts.entry(slot).or_default().push(Part { said, did: None });
    }
    // Risks that only made room for those moved between them.
    for (id, rank) in ranks {
        let said = Deed::Rank { from: rank.clone(), to: rank.clone() };
        parts.entry(Slot::Risk(id.clone())).or_default().push(Part { said, did: None });
    }
    parts
}

/// The change as it was truly done: its values before, and the things it removed, are those that were there when
/// all that other tabs had done by then was known.
pub(crate) fn as_done(change: &Change, parts: &Parts) -> Change {
    let mut next: BTreeMap<Slot, usize> = BTreeMap::new();
    walk(change, &mut |plain| {
        let slot = slot_of(plain)?;
        let count = next.entry(slot.clone()).or_default();
        let part = parts.get(&slot)?.get(*count)?;
        *count += 1;
        match (part.did.as_ref()?, plain) {
            (Deed::Edit(done), _) => Some(done.clone()),
            (Deed::Take { item, .. }, Change::Remove { list, index, .. }) => {
                Some(Change::Remove { list: list.clone(), index: *index, item: item.clone() })
            }
            _ => None,
        }
    })
}

fn walk(change: &Change, replace: &mut impl FnMut(&Change) -> Option<Change>) -> Change {
    match change {
        Change::Several { title, changes } => {
            let changes = changes.iter().map(|change| walk(change, replace)).collect();
            Change::Several { title: title.clone(), changes }
        }
        plain => replace(plain).unwrap_or_else(|| plain.clone()),
    }
}
