//! The state of one tolerant read: where we are, what was odd, what could not be placed.

use serde_json::Value;

use super::{Extra, Field, Record, UNREAD};

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
    pub fn of<T: Field + Default>(value: Value) -> (Option<T>, Vec<Note>) {
        let mut at = Self::default();
        let mut it = T::default();
        let is_read = it.read(value, &mut at);
        (is_read.then_some(it), at.notes)
    }

    /// Reads a value that must be wholly right, as an edit's must, into a blank one.
    ///
    /// # Errors
    /// Hands the value back if anything in it is odd; `blank` is then not to be used.
    pub(crate) fn strict(value: Value, blank: &mut dyn Field) -> Result<(), Value> {
        if value.is_null() {
            return Ok(());
        }
        let mut at = Self::default();
        if blank.read(value.clone(), &mut at) && at.notes.is_empty() { Ok(()) } else { Err(value) }
    }

    /// Notes an oddity of the value at hand.
    pub(super) fn note(&mut self, fault: Fault, value: &Value) {
        let value = match value {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        self.notes.push(Note { path: self.path.clone(), fault, value: value.chars().take(80).collect() });
    }

    /// Notes that the value has the wrong shape and keeps it for the record around it. Always `false`, for the reader.
    pub(crate) fn misread(&mut self, value: Value) -> bool {
        self.note(Fault::Unread, &value);
        self.stray.push(value);
        false
    }

    /// Reads the fields of a record that is blank as yet.
    pub(crate) fn record(&mut self, value: Value, record: &mut dyn Record) -> bool {
        let Value::Object(mut extra) = value else {
            return self.misread(value);
        };
        let names = record.fields();
        for (name, field) in names.iter().zip(record.values_mut()) {
            if let Some(value) = extra.remove(*name) {
                self.field(name, value, field, &mut extra);
            }
        }
        *record.extra_mut() = extra;
        true
    }

    /// Reads one field of a record; what could not be read goes to `extra` under [`UNREAD`] and the field's name.
    fn field(&mut self, name: &'static str, value: Value, field: &mut dyn Field, extra: &mut Extra) {
        if value.is_null() {
            return;
        }
        let outer = std::mem::take(&mut self.stray);
        self.path.push(Step::Field(name));
        field.read(value, self);
        self.path.pop();
        let stray = std::mem::replace(&mut self.stray, outer);
        if !stray.is_empty() {
            let kept = extra.entry(format!("{UNREAD}{name}")).or_insert_with(|| Value::Array(Vec::new()));
            match kept {
                Value::Array(list) => list.extend(stray),
                other => *other = Value::Array(std::iter::once(other.take()).chain(stray).collect()),
            }
        }
    }

    /// Reads the items of a list, each on its own.
    pub(super) fn items(&mut self, value: Value, read: &mut dyn FnMut(Value, &mut Self)) -> bool {
        let Value::Array(list) = value else {
            return self.misread(value);
        };
        for (index, value) in list.into_iter().enumerate() {
            self.path.push(Step::Item(index));
            read(value, self);
            self.path.pop();
        }
        true
    }
}
