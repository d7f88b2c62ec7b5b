//! How the types of the model are read, written and edited field by field.
//!
//! Real files are odd, so reading is tolerant: each field is read on its own, a value of the wrong shape is
//! noted and kept beside the field instead of costing the record, and fields this version does not know stay
//! in [`Extra`]. Serde's derived reading gives up at the first surprise, which is why it is not used here.
//!
//! A type of the model only lists its fields, as [`Field`] objects. Reading, writing and editing are written once for
//! all types and compiled once: code derived for each type was a third of what a first visit had to load.

mod field;
mod reading;
mod write;

pub use field::{Field, Shape};
pub use reading::{Fault, Note, Reading, Step};

use serde_json::{Map, Value};

/// Fields that this version does not know, as they came, sorted by name.
pub type Extra = Map<String, Value>;

/// The prefix of the [`Extra`] field that holds what could not be read in the field named after it.
pub const UNREAD: &str = "unread:";

/// A type of the model whose fields can be read and set by the names they have in a file.
pub trait Record {
    /// The names of the fields, in the order in which they are written.
    fn fields(&self) -> &'static [&'static str];

    /// The fields' values, in the same order.
    fn values(&self) -> Vec<&dyn Field>;

    /// The fields' values, in the same order, to be changed.
    fn values_mut(&mut self) -> Vec<&mut dyn Field>;

    /// Fields of the file that this version does not know.
    fn extra(&self) -> &Extra;

    /// Fields of the file that this version does not know, to be changed.
    fn extra_mut(&mut self) -> &mut Extra;

    /// The value of a field as it stands in a file, `null` where blank; `None` where no field has this name.
    fn get(&self, field: &str) -> Option<Value> {
        let place = self.fields().iter().position(|name| *name == field)?;
        self.values().get(place).map(|value| write::value_of(*value))
    }

    /// Sets a field. A blank value (`null`) empties it.
    ///
    /// # Errors
    /// Hands back the value if no field has this name or the value has the wrong shape; nothing changes then.
    fn set(&mut self, field: &str, value: Value) -> Result<(), Value> {
        let place = self.fields().iter().position(|name| *name == field);
        match place.and_then(|place| self.values_mut().into_iter().nth(place)) {
            Some(field) => field.set(value),
            None => Err(value),
        }
    }
}

/// Declares a type of the model: a struct whose fields are written in the order given, left out when blank,
/// and read tolerantly, with unknown fields kept in `extra`.
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$fmeta:meta])* pub $field:ident : $ty:ty,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "schema", schemars(default))]
        pub struct $name {
            $($(#[$fmeta])* pub $field: $ty,)*
            /// Fields of the file that this version does not know, as they came.
            #[cfg_attr(feature = "schema", schemars(flatten))]
            pub extra: crate::record::Extra,
        }

        impl crate::record::Record for $name {
            fn fields(&self) -> &'static [&'static str] {
                &[$(stringify!($field)),*]
            }

            fn values(&self) -> Vec<&dyn crate::record::Field> {
                vec![$(&self.$field),*]
            }

            fn values_mut(&mut self) -> Vec<&mut dyn crate::record::Field> {
                vec![$(&mut self.$field),*]
            }

            fn extra(&self) -> &crate::record::Extra {
                &self.extra
            }

            fn extra_mut(&mut self) -> &mut crate::record::Extra {
                &mut self.extra
            }
        }

        impl crate::record::Field for $name {
            fn shape(&self) -> crate::record::Shape<'_> {
                crate::record::Shape::Record(self)
            }

            fn read(&mut self, value: serde_json::Value, at: &mut crate::record::Reading) -> bool {
                at.record(value, self)
            }

            crate::record::set_by_reading!();
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serde::Serialize::serialize(self as &dyn crate::record::Field, serializer)
            }
        }
    };
}
pub(crate) use field::set_by_reading;
pub(crate) use record;
