//! Writing values of the model: one code for all types.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

use super::{Field, Record, Shape};

impl Serialize for dyn Field + '_ {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.shape() {
            Shape::Nothing => serializer.serialize_unit(),
            Shape::Flag(flag) => serializer.serialize_bool(flag),
            Shape::Number(number) => serializer.serialize_u64(number),
            Shape::Text(text) => serializer.serialize_str(text),
            Shape::List(items) => serializer.collect_seq(items),
            Shape::Record(record) => {
                let mut map = serializer.serialize_map(None)?;
                for (name, value) in written(record) {
                    map.serialize_entry(name, value)?;
                }
                for (name, value) in record.extra() {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

/// The fields of a record that are written: all that say something.
fn written(record: &dyn Record) -> impl Iterator<Item = (&'static str, &dyn Field)> {
    record.fields().iter().copied().zip(record.values()).filter(|(_, value)| !is_blank(*value))
}

/// The value as it stands in a file, `null` where blank.
pub(super) fn value_of(field: &dyn Field) -> Value {
    if is_blank(field) { Value::Null } else { whole_value(field) }
}

/// Whether the value says nothing. A number always says something.
fn is_blank(field: &dyn Field) -> bool {
    match field.shape() {
        Shape::Nothing => true,
        Shape::Flag(flag) => !flag,
        Shape::Number(_) => false,
        Shape::Text(text) => text.is_empty(),
        Shape::List(items) => items.is_empty(),
        Shape::Record(record) => record.extra().is_empty() && written(record).next().is_none(),
    }
}

fn whole_value(field: &dyn Field) -> Value {
    match field.shape() {
        Shape::Nothing => Value::Null,
        Shape::Flag(flag) => flag.into(),
        Shape::Number(number) => number.into(),
        Shape::Text(text) => text.into(),
        Shape::List(items) => Value::Array(items.into_iter().map(whole_value).collect()),
        Shape::Record(record) => {
            let mut map = record.extra().clone();
            for (name, value) in written(record) {
                map.insert(name.to_owned(), whole_value(value));
            }
            Value::Object(map)
        }
    }
}
