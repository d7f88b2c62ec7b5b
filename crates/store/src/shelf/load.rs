//! The keys of a register read, with what could not be understood set aside.

use std::collections::BTreeMap;

use register::sort::sort;
use register::{Id, Register};

use super::{Aside, OpenError, take_aside};
use crate::layout::{HeadIn, Keys, Name, Odd, Part, RiskIn, Seen, name_of, read_done, read_head, read_risk};
use crate::log::Stamp;
use crate::storage::{Failure, Storage};

/// The parts of a register that keys hold, without the head, which every register has.
#[derive(Debug, Default)]
pub(crate) struct PartKeys {
    pub(crate) head: bool,
    pub(crate) marked: bool,
    pub(crate) risks: Vec<Id>,
    pub(crate) log: Vec<Stamp>,
}

/// The keys of all registers, by register.
pub(crate) fn keys_of(storage: &impl Storage) -> Result<BTreeMap<Id, PartKeys>, Failure> {
    let mut registers: BTreeMap<Id, PartKeys> = BTreeMap::new();
    for key in storage.keys()? {
        let Some(Name::Of(id, part)) = name_of(&key) else { continue };
        let keys = registers.entry(id).or_default();
        match part {
            Part::Head => keys.head = true,
            Part::New => keys.marked = true,
            Part::Risk(id) => keys.risks.push(id),
            Part::Log(stamp) => keys.log.push(stamp),
            Part::Done | Part::Draft(_) => {}
        }
    }
    registers.values_mut().for_each(|keys| {
        sort(&mut keys.risks, Ord::cmp);
        sort(&mut keys.log, Ord::cmp);
    });
    Ok(registers)
}

/// A register as its keys have it.
#[derive(Debug)]
pub(crate) struct Loaded {
    pub(crate) head: HeadIn,
    /// The text of the head; `None`: it was lost and is made up.
    pub(crate) head_raw: Option<String>,
    /// The risks in order, with the texts they were read from.
    pub(crate) risks: Vec<(RiskIn, String)>,
    pub(crate) done: u64,
    pub(crate) aside: Vec<Aside>,
}

/// Reads head and risks.
pub(crate) fn load(storage: &impl Storage, id: &Id, parts: &PartKeys) -> Result<Loaded, OpenError> {
    let keys = Keys::of(id);
    if !parts.head && (parts.marked || parts.risks.is_empty()) {
        return Err(OpenError::Missing);
    }
    let mut aside = Vec::new();
    let mut head_raw = storage.get(&keys.head())?;
    let head = match head_raw.as_deref().map(|raw| read_head(raw, id)) {
        Some(Ok(head)) => head,
        Some(Err(Odd::Newer)) => return Err(OpenError::Newer),
        Some(Err(Odd::Purged)) => return Err(OpenError::Missing),
        Some(Err(Odd::Unread(reason))) => {
            aside.push(take_aside(storage, &keys.head(), &head_raw.take().unwrap_or_default(), reason));
            recovered(id)
        }
        None => recovered(id),
    };
    let mut risks = Vec::with_capacity(parts.risks.len());
    let mut unread = Vec::new();
    for risk in &parts.risks {
        let key = keys.risk(risk);
        let Some(raw) = storage.get(&key)? else { continue };
        match read_risk(&raw, risk) {
            Ok(risk) => risks.push((risk, raw)),
            Err(Odd::Newer) => return Err(OpenError::Newer),
            Err(Odd::Unread(reason)) => unread.push((key, raw, reason)),
            Err(Odd::Purged) => unread.push((key, raw, "There is no risk in it.")),
        }
    }
    // Only now: of a register that a newer version made nothing is touched.
    aside.extend(unread.iter().map(|(key, raw, reason)| take_aside(storage, key, raw, reason)));
    sort(&mut risks, |(a, _), (b, _)| (&a.rank, &a.risk.id).cmp(&(&b.rank, &b.risk.id)));
    let done = read_done(storage.get(&keys.done())?.as_deref());
    Ok(Loaded { head, head_raw, risks, done, aside })
}

/// What stands in for a head that is lost.
fn recovered(id: &Id) -> HeadIn {
    let register = Register { id: id.clone(), title: "Recovered register".to_owned(), ..Register::default() };
    HeadIn { seen: Seen::default(), trashed: None, register }
}
