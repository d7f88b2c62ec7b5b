//! Deeds on several risks or entries: each is one change, done and undone as one.

use register::change::{Change, List, Place};
use register::date::Meaning;
use register::{DateText, Id};
use serde_json::{Value, json};

use super::App;
use crate::fields;
use crate::platform::ids;

impl App {
    /// Makes several changes as one, which the history calls by the title, and offers to take them back. Nothing
    /// happens if there are none. Returns whether there are any.
    pub fn commit_all(self, title: &str, mut changes: Vec<Change>) -> bool {
        let change = match changes.len() {
            0 => return false,
            // One change says itself what it does.
            1 => changes.remove(0),
            _ => Change::Several { title: title.to_owned(), changes },
        };
        self.commit_told(change, format!("{title}."));
        true
    }

    /// Makes a change and tells it, with Undo. Where it is of many, the page says first that it takes a while.
    pub fn commit_told(self, change: Change, told: String) {
        let count = match &change {
            Change::Several { changes, .. } => changes.len(),
            _ => 1,
        };
        self.after_telling(count, &format!("Making {count} changes…"), move || {
            if self.commit(change) {
                self.tell_undoable(told);
            }
        });
    }

    /// Sets the same field of several records from one text. A record that says so already is left alone.
    ///
    /// # Errors
    /// What is wrong with the text, for the user; then nothing was changed.
    pub fn set_on_all(self, places: &[Place], field: &str, text: &str) -> Result<bool, String> {
        let changes = places.iter().map(|place| self.typing_in(place, field, text));
        let changes: Vec<Change> = changes.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect();
        let what = match text.trim() {
            "" => "blank".to_owned(),
            text => format!("“{text}”"),
        };
        let title = format!("{} set to {what} in {}", fields::label(field), rows(changes.len()));
        Ok(self.commit_all(&title, changes))
    }

    /// Closes risks with a date and a reason.
    ///
    /// # Errors
    /// What is wrong with the date, for the user. Unlike one in a cell, which is kept as it was written and marked, it is
    /// asked for again: it would stand in many risks.
    pub fn close_risks(self, risks: &[Id], on: &str, reason: &str) -> Result<bool, String> {
        match DateText::typed(on).meaning() {
            Meaning::Impossible => return Err("Enter a date that exists, such as 31/3/2027.".to_owned()),
            Meaning::Unreadable => return Err("Enter a date, such as 31/3/2027 or Mar 2027.".to_owned()),
            Meaning::Blank | Meaning::Day(_) | Meaning::Month(..) => {}
        }
        let mut changes = Vec::new();
        for risk in risks {
            let place = Place::Risk(risk.clone());
            for (field, text) in [("status", "closed"), ("closed", on), ("closed_reason", reason)] {
                changes.extend(self.typing_in(&place, field, text)?);
            }
        }
        Ok(self.commit_all(&format!("{} closed", self.risk_words(risks)), changes))
    }

    /// Opens closed risks again: the date and the reason of the closing go.
    pub fn reopen_risks(self, risks: &[Id]) -> bool {
        let fields = ["status", "closed", "closed_reason"];
        let places = risks.iter().map(|risk| Place::Risk(risk.clone()));
        let changes = places.flat_map(|place| fields.map(|field| self.setting(&place, field, Value::Null)));
        let changes = changes.flatten().collect();
        self.commit_all(&format!("{} opened again", self.risk_words(risks)), changes)
    }

    /// Puts a copy of each risk after it, with ids of its own, and returns the copies' ids.
    pub fn duplicate_risks(self, risks: &[Id]) -> Vec<Id> {
        let copies = self.with_register(|register| {
            let found = risks.iter().filter_map(|id| register.find(id));
            found.map(|(place, risk)| (place, risk.duplicate(&mut ids::new_id))).collect::<Vec<_>>()
        });
        let new: Vec<Id> = copies.iter().map(|(_, copy)| copy.id.clone()).collect();
        // From the last one up: a copy must not shift the places of those that are still to come.
        let add = |(place, copy): (usize, register::Risk)| {
            Some(Change::Add { list: List::Risks, index: place + 1, item: serde_json::to_value(copy).ok()? })
        };
        let mut copies = copies;
        register::sort::sort(&mut copies, |(one, _), (other, _)| other.cmp(one));
        let changes = copies.into_iter().filter_map(add).collect();
        let done = self.commit_all(&format!("{} duplicated", self.risk_words(risks)), changes);
        if done { new } else { Vec::new() }
    }

    /// Removes risks.
    pub fn remove_risks(self, risks: &[Id]) -> bool {
        let changes = self.with_register(|register| {
            let found = risks.iter().filter_map(|id| register.find(id));
            let remove = |(index, risk)| {
                Some(Change::Remove { list: List::Risks, index, item: serde_json::to_value(risk).ok()? })
            };
            found.filter_map(remove).collect()
        });
        let words = self.risk_words(risks);
        self.commit_all(&format!("{words} deleted"), changes)
    }

    /// Moves a risk to another place in the user's order.
    pub fn move_risk(self, risk: &Id, to: usize) -> bool {
        let from = self.with_register(|register| register.find(risk).map(|(place, _)| place));
        match from {
            Some(from) if from != to => self.commit(Change::Move { list: List::Risks, item: risk.clone(), from, to }),
            _ => false,
        }
    }

    /// Removes entries of lists: the risk, the list, the entry.
    pub fn remove_items(self, items: &[(Id, Id)], list: &str) -> bool {
        let changes = items.iter().filter_map(|(risk, item)| {
            let values = self.value(&Place::Risk(risk.clone()), list);
            let values = values.as_array().map(Vec::as_slice).unwrap_or_default();
            let named = |it: &&Value| it.get("id").and_then(Value::as_str) == Some(item.as_str());
            let (index, value) = values.iter().enumerate().find(|(_, it)| named(it))?;
            Some(Change::Remove { list: List::Of(risk.clone(), list.to_owned()), index, item: value.clone() })
        });
        let one = list.trim_end_matches('s');
        let title =
            if items.len() == 1 { format!("1 {one} removed") } else { format!("{} {list} removed", items.len()) };
        self.commit_all(&title, changes.collect())
    }

    /// The change that adds a blank risk at the end, under a number, and the risk's id.
    pub fn adding_risk(self, number: u32, index: usize) -> (Id, Change) {
        let id = ids::new_id();
        let item = json!({"id": id, "number": number.to_string()});
        (id, Change::Add { list: List::Risks, index, item })
    }

    /// The first number above all that are figures, and how many risks there are.
    pub fn next_number(self) -> (u32, usize) {
        self.with_register(|register| {
            let highest = register.risks.iter().filter_map(|risk| risk.number.parse::<u32>().ok()).max();
            (highest.unwrap_or(0).saturating_add(1), register.risks.len())
        })
    }

    /// Risks in words: the number of one, how many otherwise.
    fn risk_words(self, risks: &[Id]) -> String {
        match risks {
            [one] => self.with_register(|register| {
                let number = register.find(one).map(|(_, risk)| risk.printed_number()).unwrap_or_default();
                format!("Risk {number}").trim_end().to_owned()
            }),
            many => format!("{} risks", many.len()),
        }
    }
}

fn rows(count: usize) -> String {
    if count == 1 { "1 row".to_owned() } else { format!("{count} rows") }
}
