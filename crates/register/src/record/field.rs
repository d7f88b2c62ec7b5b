//! How values of the plain types are read and when they count as blank.

use serde::Serialize;
use serde_json::{Number, Value};

use super::{Fault, Reading};

/// Whether a value says nothing; blank fields are left out of files.
pub trait Blank {
    /// Whether this value says nothing.
    fn is_blank(&self) -> bool;
}

/// A type a field can have.
pub trait Field: Blank + Default + Serialize {
    /// Reads a value; notes what is odd; `None` where nothing can be made of it.
    fn read(value: Value, at: &mut Reading) -> Option<Self>;

    /// The value as it stands in a file, `null` where blank.
    fn to_value(&self) -> Value {
        if self.is_blank() { Value::Null } else { serde_json::to_value(self).unwrap_or_default() }
    }
}

impl Blank for String {
    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

impl Field for String {
    fn read(value: Value, at: &mut Reading) -> Option<Self> {
        match value {
            Value::String(text) => Some(text),
            Value::Number(_) | Value::Bool(_) => {
                at.note(Fault::Converted, &value);
                Some(value.to_string())
            }
            other => at.misread(other),
        }
    }
}

impl Blank for bool {
    fn is_blank(&self) -> bool {
        !self
    }
}

impl Field for bool {
    fn read(value: Value, at: &mut Reading) -> Option<Self> {
        let word = match &value {
            Value::Bool(it) => return Some(*it),
            Value::String(text) => text.trim().to_lowercase(),
            Value::Number(number) => number.to_string(),
            _ => String::new(),
        };
        let it = match word.as_str() {
            "yes" | "true" | "1" => true,
            "no" | "false" | "0" => false,
            _ => return at.misread(value),
        };
        at.note(Fault::Converted, &value);
        Some(it)
    }
}

/// The whole number that JSON wrote as `3`, `3.0` or `3e0`.
fn whole(number: &Number) -> Option<u64> {
    number.as_u64().or_else(|| {
        let it = number.as_f64()?;
        let fits = it.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&it);
        fits.then_some(it as u64)
    })
}

macro_rules! number {
    ($($ty:ty),*) => {$(
        impl Blank for $ty {
            fn is_blank(&self) -> bool {
                false
            }
        }

        impl Field for $ty {
            fn read(value: Value, at: &mut Reading) -> Option<Self> {
                let read = match &value {
                    Value::Number(number) => whole(number),
                    Value::String(text) => text.trim().parse().ok().inspect(|_: &u64| at.note(Fault::Converted, &value)),
                    _ => None,
                };
                match read.and_then(|it| Self::try_from(it).ok()) {
                    Some(it) => Some(it),
                    None => at.misread(value),
                }
            }
        }
    )*};
}
number!(u8, u16);

impl<T> Blank for Option<T> {
    fn is_blank(&self) -> bool {
        self.is_none()
    }
}

impl<T: Field> Field for Option<T> {
    fn read(value: Value, at: &mut Reading) -> Option<Self> {
        T::read(value, at).map(Some)
    }
}

impl<T> Blank for Vec<T> {
    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

impl<T: Field> Field for Vec<T> {
    fn read(value: Value, at: &mut Reading) -> Option<Self> {
        match value {
            Value::Array(list) => Some(at.items(list)),
            other => at.misread(other),
        }
    }
}
