//! What a field can hold.

use serde_json::{Number, Value};

use super::write::value_of;
use super::{Fault, Reading, Record};

/// A value that a field of a record, or an item of a list, can hold.
pub trait Field {
    /// What the value consists of.
    fn shape(&self) -> Shape<'_>;

    /// Reads a value; notes what is odd. Hands back whether anything could be made of it; if not, nothing has changed.
    fn read(&mut self, value: Value, at: &mut Reading) -> bool;

    /// Takes a value that must be wholly right, as an edit's must. `null` empties the field.
    ///
    /// # Errors
    /// Hands the value back if anything in it is odd; nothing has changed then.
    fn set(&mut self, value: Value) -> Result<(), Value>;

    /// The value as it stands in a file, `null` where blank.
    fn to_value(&self) -> Value
    where
        Self: Sized,
    {
        value_of(self)
    }
}

/// What a value consists of.
pub enum Shape<'a> {
    /// It is not there.
    Nothing,
    /// Yes or no; no is blank.
    Flag(bool),
    /// A whole number.
    Number(u64),
    /// A text; the empty one is blank.
    Text(&'a str),
    /// A list; the empty one is blank.
    List(Vec<&'a dyn Field>),
    /// A record; blank if all in it is.
    Record(&'a dyn Record),
}

/// Implements `set` by reading into a fresh value.
macro_rules! set_by_reading {
    () => {
        fn set(&mut self, value: serde_json::Value) -> Result<(), serde_json::Value> {
            let mut it = Self::default();
            crate::record::Reading::strict(value, &mut it)?;
            *self = it;
            Ok(())
        }
    };
}
pub(crate) use set_by_reading;

impl Field for String {
    fn shape(&self) -> Shape<'_> {
        Shape::Text(self)
    }

    fn read(&mut self, value: Value, at: &mut Reading) -> bool {
        *self = match value {
            Value::String(text) => text,
            Value::Number(_) | Value::Bool(_) => {
                at.note(Fault::Converted, &value);
                value.to_string()
            }
            other => return at.misread(other),
        };
        true
    }

    set_by_reading!();
}

impl Field for bool {
    fn shape(&self) -> Shape<'_> {
        Shape::Flag(*self)
    }

    fn read(&mut self, value: Value, at: &mut Reading) -> bool {
        let word = match &value {
            Value::Bool(it) => {
                *self = *it;
                return true;
            }
            Value::String(text) => text.trim().to_ascii_lowercase(),
            Value::Number(number) => number.to_string(),
            _ => String::new(),
        };
        *self = match word.as_str() {
            "yes" | "true" | "1" => true,
            "no" | "false" | "0" => false,
            _ => return at.misread(value),
        };
        at.note(Fault::Converted, &value);
        true
    }

    set_by_reading!();
}

/// The whole number that JSON wrote as `3`, `3.0`, `30e-1` or `3e0`.
fn whole(number: &Number) -> Option<u64> {
    // Zero may have a sign; nothing else below it is understood.
    let text = number.as_str();
    let (text, below) = text.strip_prefix('-').map_or((text, false), |text| (text, true));
    let (digits, power) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (before, after) = digits.split_once('.').unwrap_or((digits, ""));
    let after = after.trim_end_matches('0');
    let mut power = power.parse::<i32>().ok()?.checked_sub(i32::try_from(after.len()).ok()?)?;
    let mut it = format!("{before}{after}").parse::<u64>().ok()?;
    while power != 0 && it != 0 {
        if power > 0 {
            it = it.checked_mul(10)?;
            power -= 1;
        } else {
            it = it.is_multiple_of(10).then_some(it / 10)?;
            power += 1;
        }
    }
    (!below || it == 0).then_some(it)
}

/// The whole number that a value is or, as text, spells.
fn number(value: &Value, at: &mut Reading) -> Option<u64> {
    match value {
        Value::Number(number) => whole(number),
        Value::String(text) => text.trim().parse().ok().inspect(|_: &u64| at.note(Fault::Converted, value)),
        _ => None,
    }
}

macro_rules! number {
    ($($ty:ty),*) => {$(
        impl Field for $ty {
            fn shape(&self) -> Shape<'_> {
                Shape::Number(u64::from(*self))
            }

            fn read(&mut self, value: Value, at: &mut Reading) -> bool {
                match number(&value, at).and_then(|it| Self::try_from(it).ok()) {
                    Some(it) => *self = it,
                    None => return at.misread(value),
                }
                true
            }

            set_by_reading!();
        }
    )*};
}
number!(u8, u16);

impl<T: Field + Default> Field for Option<T> {
    fn shape(&self) -> Shape<'_> {
        self.as_ref().map_or(Shape::Nothing, T::shape)
    }

    fn read(&mut self, value: Value, at: &mut Reading) -> bool {
        let mut it = T::default();
        let is_read = it.read(value, at);
        if is_read {
            *self = Some(it);
        }
        is_read
    }

    set_by_reading!();
}

impl<T: Field + Default> Field for Vec<T> {
    fn shape(&self) -> Shape<'_> {
        Shape::List(self.iter().map(|item| item as &dyn Field).collect())
    }

    fn read(&mut self, value: Value, at: &mut Reading) -> bool {
        let mut items = Self::new();
        let is_read = at.items(value, &mut |value, at| {
            let mut it = T::default();
            if it.read(value, at) {
                items.push(it);
            }
        });
        if is_read {
            *self = items;
        }
        is_read
    }

    set_by_reading!();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_number_is_one_however_it_is_written() {
        let read = |text: &str| whole(&serde_json::from_str(text).expect("a number"));
        for (text, number) in [("3", 3), ("3.0", 3), ("3e0", 3), ("30e-1", 3), ("0.3E1", 3), ("0e99", 0), ("-0", 0)] {
            assert_eq!(read(text), Some(number), "{text}");
        }
        for text in ["3.5", "-3", "3e-1", "1e400", "99999999999999999999"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
