//! Applying a change.

use std::collections::BTreeMap;

use serde_json::Value;

use super::lists::{self, Items};
use super::{Change, List, Place};
use crate::id::Id;
use crate::model::{Register, Risk};
use crate::record::Record;
use crate::sort::filled;

/// Why a change could not be applied. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The risk or item it names is not there (any more).
    Gone,
    /// No record has such a field or list, or the value has the wrong shape for it.
    Misfit,
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Gone => "The risk or entry is not in the register any more.",
            Self::Misfit => "The value does not fit the field.",
        })
    }
}

impl std::error::Error for Refused {}

/// Applies a change and returns the change that takes it back.
///
/// The values and places a change states for "before" are not trusted: the inverse restores what was really there.
///
/// # Errors
/// [`Refused`]; the register is then as it was, also when the refusal came in the middle of several changes.
pub fn apply(register: &mut Register, change: &Change) -> Result<Change, Refused> {
    apply_by(&Places::default(), register, change)
}

/// Where risks stood when several changes began: a guess that is checked, so that many changes of many risks do not look
/// through all of them for each.
type Places = BTreeMap<Id, usize>;

/// From this many changes the places of all risks are noted first.
const MANY: usize = 16;

fn apply_by(places: &Places, register: &mut Register, change: &Change) -> Result<Change, Refused> {
    match change {
        Change::Set { place, field, to, .. } => {
            let record = record(places, register, place)?;
            // Ids name things, and lists of identified things change by their own changes: setting them by hand
            // could orphan what the history and other tabs know.
            let guarded = field == "id"
                || matches!(place, Place::Register) && matches!(field.as_str(), "risks" | "criteria" | "covering");
            if guarded || matches!(place, Place::Risk(_)) && super::LISTS.contains(&field.as_str()) {
                return Err(Refused::Misfit);
            }
            let from = record.get(field).ok_or(Refused::Misfit)?;
            record.set(field, to.clone()).map_err(|_| Refused::Misfit)?;
            Ok(Change::Set { place: place.clone(), field: field.clone(), from: to.clone(), to: from })
        }
        Change::Add { list, index, item } => {
            let index = items(places, register, list)?.insert(*index, item).map_err(|_| Refused::Misfit)?;
            Ok(Change::Remove { list: list.clone(), index, item: item.clone() })
        }
        Change::Remove { list, item, .. } => {
            let items = items(places, register, list)?;
            let index = place_of(items, item)?;
            let item = items.remove(index);
            Ok(Change::Add { list: list.clone(), index, item })
        }
        Change::Move { list, item, to, .. } => {
            let items = items(places, register, list)?;
            let from = items.place_of(item).ok_or(Refused::Gone)?;
            let to = (*to).min(items.len() - 1);
            items.shift(from, to);
            Ok(Change::Move { list: list.clone(), item: item.clone(), from: to, to: from })
        }
        Change::Several { title, changes } => several(places, register, title, changes),
    }
}

fn several(places: &Places, register: &mut Register, title: &str, changes: &[Change]) -> Result<Change, Refused> {
    let mut inverse = Vec::with_capacity(changes.len());
    let noted: Places;
    let places = if changes.len() < MANY || !places.is_empty() {
        places
    } else {
        noted = filled(register.risks.iter().enumerate().map(|(place, risk)| (risk.id.clone(), place)));
        &noted
    };
    for change in changes {
        match apply_by(places, register, change) {
            Ok(back) => inverse.push(back),
            Err(refused) => {
                for back in inverse.iter().rev() {
                    apply_by(places, register, back)?;
                }
                return Err(refused);
            }
        }
    }
    inverse.reverse();
    Ok(Change::Several { title: title.to_owned(), changes: inverse })
}

fn risk<'a>(places: &Places, register: &'a mut Register, id: &Id) -> Result<&'a mut Risk, Refused> {
    let noted = places.get(id).copied().filter(|place| register.risks.get(*place).is_some_and(|risk| risk.id == *id));
    let place = noted.or_else(|| register.risks.iter().position(|risk| risk.id == *id));
    place.and_then(|place| register.risks.get_mut(place)).ok_or(Refused::Gone)
}

fn record<'a>(places: &Places, register: &'a mut Register, place: &Place) -> Result<&'a mut dyn Record, Refused> {
    Ok(match place {
        Place::Register => register,
        Place::Criteria => &mut register.criteria,
        Place::Covering => &mut register.covering,
        Place::Risk(id) => risk(places, register, id)?,
        Place::Item(id, list, item) => {
            let items = lists::of(risk(places, register, id)?, list).ok_or(Refused::Misfit)?;
            let index = items.place_of(item).ok_or(Refused::Gone)?;
            items.record(index)
        }
    })
}

fn items<'a>(places: &Places, register: &'a mut Register, list: &List) -> Result<&'a mut dyn Items, Refused> {
    match list {
        List::Risks => Ok(&mut register.risks),
        List::Of(id, name) => lists::of(risk(places, register, id)?, name).ok_or(Refused::Misfit),
    }
}

fn place_of(items: &mut dyn Items, item: &Value) -> Result<usize, Refused> {
    let id = item.get("id").and_then(Value::as_str).ok_or(Refused::Misfit)?;
    items.place_of(&Id::from(id)).ok_or(Refused::Gone)
}
