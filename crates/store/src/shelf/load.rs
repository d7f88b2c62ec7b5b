//! The keys of a register read, with what could not be understood set aside.

use std::collections::{BTreeMap, VecDeque};

use register::sort::sort;
use register::{Id, Register};

use super::{Aside, OpenError, note_aside, take_aside};
use crate::book::Draft;
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
    /// The tabs that left a draft.
    drafts: Vec<String>,
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
            Part::Draft(tab) => keys.drafts.push(tab),
            Part::Done => {}
        }
    }
    registers.values_mut().for_each(|keys| {
        sort(&mut keys.risks, Ord::cmp);
        sort(&mut keys.log, Ord::cmp);
    });
    Ok(registers)
}

/// Head and risks of a register being read, some risks at a time.
#[derive(Debug)]
pub(crate) struct Loading {
    keys: Keys,
    head: HeadIn,
    head_raw: Option<String>,
    done: u64,
    left: VecDeque<Id>,
    risks: Vec<(RiskIn, String)>,
    /// What could not be understood: key, text and reason.
    unread: Vec<(String, String, &'static str)>,
}

impl Loading {
    /// Reads the head; takes the risks out of the keys.
    pub(crate) fn begin(storage: &impl Storage, id: &Id, parts: &mut PartKeys) -> Result<Self, OpenError> {
        let keys = Keys::of(id);
        if !parts.head && (parts.marked || parts.risks.is_empty()) {
            return Err(OpenError::Missing);
        }
        let mut unread = Vec::new();
        let done = storage.get(&keys.done())?;
        if let Some(raw) = done.as_deref().filter(|raw| is_no_number(raw)) {
            unread.push((keys.done(), raw.to_owned(), "It is no number."));
        }
        let done = read_done(done.as_deref());
        let mut head_raw = storage.get(&keys.head())?;
        let head = match head_raw.as_deref().map(|raw| read_head(raw, id)) {
            Some(Ok(head)) => head,
            Some(Err(Odd::Newer)) => return Err(OpenError::Newer),
            Some(Err(Odd::Purged)) => return Err(OpenError::Missing),
            Some(Err(Odd::Unread(reason))) => {
                unread.push((keys.head(), head_raw.take().unwrap_or_default(), reason));
                recovered(id)
            }
            None => recovered(id),
        };
        for tab in parts.drafts.drain(..) {
            let key = keys.draft(&tab);
            let Some(raw) = storage.get(&key)? else { continue };
            if let Err(Odd::Unread(reason)) = Draft::read(&raw, tab) {
                unread.push((key, raw, reason));
            }
        }
        let risks = Vec::with_capacity(parts.risks.len());
        Ok(Self { keys, head, head_raw, done, left: std::mem::take(&mut parts.risks).into(), risks, unread })
    }

    /// The register's title.
    pub(crate) fn title(&self) -> &str {
        &self.head.register.title
    }

    /// How many risks are still to be read.
    pub(crate) fn left(&self) -> usize {
        self.left.len()
    }

    /// Reads up to so many risks.
    pub(crate) fn step(&mut self, storage: &impl Storage, risks: usize) -> Result<(), OpenError> {
        for risk in self.left.drain(..risks.min(self.left.len())) {
            let key = self.keys.risk(&risk);
            let Some(raw) = storage.get(&key)? else { continue };
            match read_risk(&raw, &risk) {
                Ok(risk) => self.risks.push((risk, raw)),
                Err(Odd::Newer) => return Err(OpenError::Newer),
                Err(Odd::Unread(reason)) => self.unread.push((key, raw, reason)),
                Err(Odd::Purged) => self.unread.push((key, raw, "There is no risk in it.")),
            }
        }
        Ok(())
    }

    /// The register as its keys have it, once all risks are read. What could not be understood is set aside: only now,
    /// since of a register that a newer version made nothing is touched.
    pub(crate) fn end(mut self, storage: &impl Storage) -> Loaded {
        let Self { keys, head, head_raw, done, unread, .. } = self;
        let put = |(key, raw, reason): &(String, String, &str)| {
            // A head stays until another is written over it: without any, a register of no risks would not be found.
            if *key == keys.head() {
                note_aside(storage, key, raw, reason)
            } else {
                take_aside(storage, key, raw, reason)
            }
        };
        let aside = unread.iter().map(put).collect();
        sort(&mut self.risks, |(a, _), (b, _)| (&a.rank, &a.risk.id).cmp(&(&b.rank, &b.risk.id)));
        Loaded { head, head_raw, risks: self.risks, done, aside }
    }
}

/// Reads head and risks at once; takes the risks out of the keys.
pub(crate) fn load(storage: &impl Storage, id: &Id, parts: &mut PartKeys) -> Result<Loaded, OpenError> {
    let mut loading = Loading::begin(storage, id, parts)?;
    loading.step(storage, usize::MAX)?;
    Ok(loading.end(storage))
}

/// A register as its keys have it.
#[derive(Debug)]
pub(crate) struct Loaded {
    pub(crate) head: HeadIn,
    /// The text of the head; `None`: it was lost and is made up.
    pub(crate) head_raw: Option<String>,
    /// The risks in order, with the texts they were read from.
    pub(crate) risks: Vec<(RiskIn, String)>,
    /// Every entry up to this number was in the keys before any of them was read.
    pub(crate) done: u64,
    pub(crate) aside: Vec<Aside>,
}

/// The length of the longest number a change can have.
const LONGEST: usize = 10;

/// Whether the text of a checkpoint is something else's: damage leaves no number longer than it was.
fn is_no_number(raw: &str) -> bool {
    raw.len() > LONGEST && raw.trim().parse::<u64>().is_err()
}

/// What stands in for a head that is lost.
fn recovered(id: &Id) -> HeadIn {
    let register = Register { id: id.clone(), title: "Recovered register".to_owned(), ..Register::default() };
    HeadIn { seen: Seen::default(), trashed: None, register }
}
