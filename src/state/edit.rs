//! Edits: every one is a change, goes through the book, and is told.

use leptos::prelude::*;
use register::change::{Change, List, Place, Refused, Touched};
use register::record::Record;
use register::{Id, Which, relist};
use serde_json::{Value, json};
use store::Saved;

use super::App;
use super::books::OpenBook;
use crate::fields::{self, Kind};
use crate::platform::{clock, focus, ids};

/// The lists of a risk that are typed as a text, an entry a line.
const POINTS: [&str; 3] = ["triggers", "causes", "consequences"];

impl App {
    /// Makes a change. Returns whether it was made; if not, the user has been told why.
    pub fn commit(self, change: Change) -> bool {
        let author = self.author();
        let done = self.run(|book| book.commit(change, &author).map(Some));
        if done {
            self.deeper(1);
        }
        done
    }

    /// Takes the last change back.
    pub fn undo(self) {
        self.step(true);
    }

    /// Makes the change that was last taken back again.
    pub fn redo(self) {
        self.step(false);
    }

    fn step(self, back: bool) {
        let (undo, redo) = self.reach();
        let (reach, doing) = if back { (undo, "Undoing…") } else { (redo, "Doing it again…") };
        self.after_telling(reach, doing, move || {
            let (undoable, redoable) = self.undoable.get_untracked();
            let author = self.author();
            let done = self.run(|book| if back { book.undo(&author) } else { book.redo(&author) });
            let (what, by, said) = if back { (undoable, -1, "Undone") } else { (redoable, 1, "Done again") };
            if done && let Some(what) = what {
                self.deeper(by);
                self.tell(format!("{said}: {what}"));
            }
        });
    }

    /// How many plain changes Undo and Redo would make.
    fn reach(self) -> (usize, usize) {
        self.book.with_value(|book| book.as_ref().map(|book| book.reach()).unwrap_or_default())
    }

    fn run(self, edit: impl FnOnce(&mut dyn OpenBook) -> Result<Option<Touched>, Refused>) -> bool {
        let done = self.book.try_update_value(|book| book.as_mut().map(|book| edit(book.as_mut()))).flatten();
        match done {
            Some(Ok(Some(touched))) => {
                self.repaint(&touched);
                self.go_on();
                // What had the focus may have gone, or stand elsewhere now.
                focus::keep_on_page();
                if self.saved.with_untracked(|saved| *saved == Saved::Yes) {
                    self.saved_at.set(Some(clock::now()));
                }
                true
            }
            Some(Ok(None)) => true,
            Some(Err(refused)) => {
                self.hear_news();
                self.tell(refused.to_string());
                false
            }
            None => false,
        }
    }

    /// The value of a field as it stands in a file; `null` where it is blank or gone.
    pub fn value(self, place: &Place, field: &str) -> Value {
        let (field, part) = field.split_once('.').unwrap_or((field, ""));
        let value = match place {
            Place::Register => self.with_register(|register| register.get(field)),
            Place::Criteria => self.with_register(|register| register.criteria.get(field)),
            Place::Covering => self.with_register(|register| register.covering.get(field)),
            Place::Risk(id) => self.known(id).and_then(|risk| risk.get(field)),
            Place::Item(id, list, item) => {
                let items = self.known(id).and_then(|risk| risk.get(list));
                let item = items.as_ref().and_then(Value::as_array).and_then(|items| {
                    items.iter().find(|it| it.get("id").and_then(Value::as_str) == Some(item.as_str()))
                });
                item.map(|item| item.get(field).cloned().unwrap_or_default())
            }
        };
        let value = value.unwrap_or_default();
        if part.is_empty() { value } else { value.get(part).cloned().unwrap_or_default() }
    }

    /// Sets a field from what the user typed. Nothing happens if it says what stands there already.
    ///
    /// # Errors
    /// What is wrong with the text, for the user.
    pub fn type_in(self, place: &Place, field: &str, text: &str) -> Result<(), String> {
        if let Some(change) = self.typing_in(place, field, text)? {
            self.commit(change);
        }
        Ok(())
    }

    /// The change that sets a field from what the user typed; `None` if it says what stands there already.
    ///
    /// # Errors
    /// What is wrong with the text, for the user.
    pub fn typing_in(self, place: &Place, field: &str, text: &str) -> Result<Option<Change>, String> {
        if let Place::Risk(risk) = place
            && POINTS.contains(&field)
        {
            return Ok(self.relisting(risk, field, text));
        }
        let kind = fields::kind(place, field);
        let to = fields::read(kind, text)?;
        if text == fields::show(kind, &self.value(place, field)) {
            return Ok(None);
        }
        let to = match kind {
            // The levels are typed; date, author and reason of the assessment stay.
            Kind::Levels => with_levels(self.value(place, field), &to),
            _ => to,
        };
        Ok(self.setting(place, field, to))
    }

    /// The change after which a list of texts says, one a line, what was typed; `None` if it does already.
    fn relisting(self, risk: &Id, list: &str, text: &str) -> Option<Change> {
        let found = self.known(risk)?;
        let points = match list {
            "triggers" => &found.triggers,
            "causes" => &found.causes,
            _ => &found.consequences,
        };
        let mut changes = relist::changes(risk, list, points, text, &mut ids::new_id);
        let title = || format!("Risk {}: {}", found.printed_number(), fields::label(list));
        match changes.len() {
            0 | 1 => changes.pop(),
            _ => Some(Change::Several { title: title(), changes }),
        }
    }

    /// Sets a field to a value as it stands in a file. Nothing happens if it has it already.
    pub fn set(self, place: &Place, field: &str, to: Value) -> bool {
        match self.setting(place, field, to) {
            Some(change) => self.commit(change),
            None => true,
        }
    }

    /// The change that sets a field; `None` if it has the value already.
    pub fn setting(self, place: &Place, field: &str, to: Value) -> Option<Change> {
        let (whole, part) = field.split_once('.').unwrap_or((field, ""));
        let from = self.value(place, whole);
        let to = if part.is_empty() { to } else { with_part(from.clone(), part, to) };
        let change = Change::Set { place: place.clone(), field: whole.to_owned(), from: from.clone(), to: to.clone() };
        (from != to).then_some(change)
    }

    /// Sets likelihood and impact of an assessment; `None` takes both away.
    pub fn assess(self, risk: &Id, which: Which, levels: Option<(u8, u8)>) -> bool {
        let place = Place::Risk(risk.clone());
        let levels =
            levels.map_or(Value::Null, |(likelihood, impact)| json!({"likelihood": likelihood, "impact": impact}));
        let to = with_levels(self.value(&place, which.field()), &levels);
        self.set(&place, which.field(), to)
    }

    /// Adds a risk at the end, with the next number, and returns its id.
    pub fn add_risk(self) -> Option<Id> {
        let (number, count) = self.next_number();
        let (id, change) = self.adding_risk(number, count);
        self.commit(change).then_some(id)
    }

    /// Adds a blank item at the end of a list of a risk and returns its id.
    pub fn add_item(self, risk: &Id, list: &str) -> Option<Id> {
        let id = ids::new_id();
        let count = self.value(&Place::Risk(risk.clone()), list).as_array().map_or(0, Vec::len);
        let list = List::Of(risk.clone(), list.to_owned());
        self.commit(Change::Add { list, index: count, item: json!({ "id": id }) }).then_some(id)
    }

    /// Removes an item of a list of a risk and offers to take that back.
    pub fn remove_item(self, risk: &Id, list: &str, item: &Id) -> bool {
        let items = self.value(&Place::Risk(risk.clone()), list);
        let items = items.as_array().map(Vec::as_slice).unwrap_or_default();
        let found =
            items.iter().enumerate().find(|(_, it)| it.get("id").and_then(Value::as_str) == Some(item.as_str()));
        let Some((index, value)) = found else { return false };
        let change = Change::Remove { list: List::Of(risk.clone(), list.to_owned()), index, item: value.clone() };
        let removed = self.commit(change);
        if removed {
            self.tell_undoable("Entry removed.".to_owned());
        }
        removed
    }

    /// Moves an item of a list of a risk from one place to another, both counted from 0.
    pub fn move_item(self, risk: &Id, list: &str, item: &Id, from: usize, to: usize) -> bool {
        let list = List::Of(risk.clone(), list.to_owned());
        self.commit(Change::Move { list, item: item.clone(), from, to })
    }
}

/// An assessment with other levels; the rest of it stays, and a printed score goes with the levels it stood for.
fn with_levels(assessment: Value, levels: &Value) -> Value {
    ["likelihood", "impact", "score"]
        .into_iter()
        .fold(assessment, |assessment, part| with_part(assessment, part, levels.get(part).cloned().unwrap_or_default()))
}

/// A record with another value in one part; blank parts and blank records are `null`, as in a file.
fn with_part(record: Value, part: &str, to: Value) -> Value {
    let mut map = match record {
        Value::Object(map) => map,
        _ => serde_json::Map::new(),
    };
    if to.is_null() {
        map.remove(part)
    } else {
        map.insert(part.to_owned(), to)
    };
    if map.is_empty() { Value::Null } else { Value::Object(map) }
}
