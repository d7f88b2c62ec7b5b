//! The state of one tolerant read: where we are, what was odd, what could not be placed.

use serde_json::{Map, Value};

use super::{Blank, Extra, Field, UNREAD};

/// One step on the way to a value in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Into the field of this name.
    Field(&'static str),
    /// Into the item of a list, counted from 0.
    Item(usize),
}

/// What was odd about a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A number or a yes/no was written as text, or text as a number; it was understood.
    Converted,
    /// The value has the wrong shape; it is kept beside the field, unread.
    Unread,
}

/// One oddity found while reading, for the report by item.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The way to the value from where the reading began.
    pub path: Vec<Step>,
    /// What was odd.
    pub fault: Fault,
    /// The value as it stood, shortened to 80 characters.
    pub value: String,
}

/// The state of one tolerant read.
#[derive(Debug, Default)]
pub struct Reading {
    path: Vec<Step>,
    notes: Vec<Note>,
    stray: Vec<Value>,
}

impl Reading {
    /// Reads a whole value; hands back what was odd along with it, and `None` if nothing could be made of it.
    pub fn of<T: Field>(value: Value) -> (Option<T>, Vec<Note>) {
        let mut at = Self::default();
        let it = T::read(value, &mut at);
        (it, at.notes)
    }

    /// Reads a value that must be wholly right, as an edit's must.
    ///
    /// # Errors
    /// Hands the value back if anything in it is odd.
    pub fn strict<T: Field>(value: Value) -> Result<T, Value> {
        if value.is_null() {
            return Ok(T::default());
        }
        match Self::of(value.clone()) {
            (Some(it), notes) if notes.is_empty() => Ok(it),
            _ => Err(value),
        }
    }

    /// Notes an oddity of the value at hand.
    pub(super) fn note(&mut self, fault: Fault, value: &Value) {
        let value = match value {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        self.notes.push(Note { path: self.path.clone(), fault, value: value.chars().take(80).collect() });
    }

    /// Notes that the value has the wrong shape and keeps it for the record around it.
    pub(crate) fn misread<T>(&mut self, value: Value) -> Option<T> {
        self.note(Fault::Unread, &value);
        self.stray.push(value);
        None
    }

    /// Takes the value as an object.
    pub(crate) fn object(&mut self, value: Value) -> Option<Map<String, Value>> {
        match value {
            Value::Object(map) => Some(map),
            other => self.misread(other),
        }
    }

    /// Reads one field of a record; what could not be read goes to `extra` under [`UNREAD`] and the field's name.
    pub(crate) fn field<T: Field>(&mut self, name: &'static str, value: Value, extra: &mut Extra) -> T {
        let outer = std::mem::take(&mut self.stray);
        self.path.push(Step::Field(name));
        let it = if value.is_null() { None } else { T::read(value, self) };
        self.path.pop();
        let stray = std::mem::replace(&mut self.stray, outer);
        if !stray.is_empty() {
            let kept = extra.entry(format!("{UNREAD}{name}")).or_insert_with(|| Value::Array(Vec::new()));
            match kept {
                Value::Array(list) => list.extend(stray),
                other => *other = Value::Array(std::iter::once(other.take()).chain(stray).collect()),
            }
        }
        it.unwrap_or_default()
    }

    /// Reads the items of a list, each on its own.
    pub(super) fn items<T: Field>(&mut self, list: Vec<Value>) -> Vec<T> {
        let mut items = Vec::with_capacity(list.len());
        for (index, value) in list.into_iter().enumerate() {
            self.path.push(Step::Item(index));
            items.extend(T::read(value, self));
            self.path.pop();
        }
        items
    }
}

impl Blank for Extra {
    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}
