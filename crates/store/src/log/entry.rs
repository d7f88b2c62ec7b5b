//! An entry of the log and its written form.

use std::collections::BTreeMap;

use register::record::Extra;
use register::sort::filled;
use register::{Change, Id};
use serde_json::{Map, Value, json};

use super::{Author, Stamp};
use crate::layout::{Odd, VERSION, checked_rank, object};

/// What an entry records.
#[derive(Clone, Debug, PartialEq)]
pub enum Logged {
    /// The register was made: new, imported, copied or as a sample.
    Created {
        /// Its title.
        title: String,
        /// The number of its risks.
        risks: usize,
    },
    /// It was changed. Values before and after, and things removed, are there in full.
    Change(Change),
}

/// One recorded change.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its number.
    pub seq: u64,
    /// The tab that made it.
    pub tab: String,
    /// When, as ISO text.
    pub at: String,
    /// By whom.
    pub by: String,
    /// Why, if the user said so.
    pub reason: String,
    /// What was done.
    pub change: Logged,
    /// The [`id`](Self::id) of the entry that this one takes back.
    pub undoes: Option<String>,
    /// The [`id`](Self::id) of the entry that this one does again.
    pub redoes: Option<String>,
    /// The number of the change that this tab made before it, 0 for its first: tells others whether they missed one.
    pub previous: u64,
    /// Ranks given to risks that were added or moved. Places in a list mean something else in a tab where other
    /// risks have come and gone; ranks do not.
    pub ranks: BTreeMap<Id, String>,
    /// Fields that this version does not know, as they came.
    pub extra: Extra,
}

impl Entry {
    /// An entry of this tab.
    pub(crate) fn new(stamp: Stamp, author: &Author, change: Logged) -> Self {
        Self {
            seq: stamp.seq,
            tab: stamp.tab,
            at: author.at.clone(),
            by: author.by.clone(),
            reason: author.reason.clone(),
            change,
            undoes: None,
            redoes: None,
            previous: 0,
            ranks: BTreeMap::new(),
            extra: Extra::new(),
        }
    }

    /// Its number and tab.
    pub fn stamp(&self) -> Stamp {
        Stamp { seq: self.seq, tab: self.tab.clone() }
    }

    /// What other entries call it.
    pub fn id(&self) -> String {
        self.stamp().to_string()
    }

    /// The value of its key.
    pub(crate) fn to_text(&self) -> String {
        let mut map = self.extra.clone();
        map.insert("v".to_owned(), json!(VERSION));
        for (field, text) in [("at", &self.at), ("by", &self.by), ("reason", &self.reason)] {
            if !text.is_empty() {
                map.insert(field.to_owned(), json!(text));
            }
        }
        for (field, id) in [("undoes", &self.undoes), ("redoes", &self.redoes)] {
            if let Some(id) = id {
                map.insert(field.to_owned(), json!(id));
            }
        }
        if self.previous > 0 {
            map.insert("previous".to_owned(), json!(self.previous));
        }
        if !self.ranks.is_empty() {
            let ranks = self.ranks.iter().map(|(id, rank)| (id.0.clone(), Value::from(rank.as_str())));
            map.insert("ranks".to_owned(), Value::Object(filled(ranks)));
        }
        match &self.change {
            Logged::Created { title, risks } => {
                map.insert("created".to_owned(), json!({"title": title, "risks": risks}))
            }
            Logged::Change(change) => map.insert("change".to_owned(), change.to_value()),
        };
        Value::Object(map).to_string()
    }

    /// Reads the value of the key with this number.
    pub(crate) fn read(raw: &str, stamp: &Stamp) -> Result<Self, Odd> {
        let mut map = object(raw)?;
        map.remove("v");
        let change = logged(&mut map).ok_or(Odd::Unread("It does not say what was changed."))?;
        let ranks = map.remove("ranks").and_then(ranks).unwrap_or_default();
        let previous = map.remove("previous").and_then(|it| it.as_u64()).unwrap_or_default();
        let mut text = |field: &str| match map.remove(field) {
            Some(Value::String(text)) => Some(text),
            _ => None,
        };
        Ok(Self {
            seq: stamp.seq,
            tab: stamp.tab.clone(),
            at: text("at").unwrap_or_default(),
            by: text("by").unwrap_or_default(),
            reason: text("reason").unwrap_or_default(),
            undoes: text("undoes"),
            redoes: text("redoes"),
            previous,
            change,
            ranks,
            extra: map,
        })
    }
}

fn logged(map: &mut Map<String, Value>) -> Option<Logged> {
    if let Some(change) = map.remove("change") {
        return Change::read(change).map(Logged::Change);
    }
    let created = map.remove("created")?;
    let title = created.get("title").and_then(Value::as_str).unwrap_or_default().to_owned();
    let risks = created.get("risks").and_then(Value::as_u64).and_then(|it| usize::try_from(it).ok());
    Some(Logged::Created { title, risks: risks.unwrap_or_default() })
}

fn ranks(value: Value) -> Option<BTreeMap<Id, String>> {
    let Value::Object(map) = value else { return None };
    let mut ranks = BTreeMap::new();
    for (id, rank) in map {
        ranks.insert(Id(id), checked_rank(rank.as_str()?));
    }
    Some(ranks)
}
