//! How the types of the model are read, written and edited field by field.
//!
//! Real files are odd, so reading is tolerant: each field is read on its own, a value of the wrong shape is
//! noted and kept beside the field instead of costing the record, and fields this version does not know stay
//! in [`Extra`]. Serde's derived reading gives up at the first surprise, which is why it is not used here.

mod field;
mod reading;

pub use field::{Blank, Field};
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

    /// The value of a field as it stands in a file, `null` where blank; `None` where no field has this name.
    fn get(&self, field: &str) -> Option<Value>;

    /// Sets a field. A blank value (`null`) empties it.
    ///
    /// # Errors
    /// Hands back the value if no field has this name or the value has the wrong shape; nothing changes then.
    fn set(&mut self, field: &str, value: Value) -> Result<(), Value>;
}

/// Declares a type of the model: a struct whose fields are written in the order given, left out when blank,
/// and read tolerantly, with unknown fields kept in `extra`.
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$fmeta:meta])* pub $field:ident : $ty:ty,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "schema", schemars(default))]
        pub struct $name {
            $($(#[$fmeta])* #[serde(skip_serializing_if = "crate::record::Blank::is_blank")] pub $field: $ty,)*
            /// Fields of the file that this version does not know, as they came.
            #[serde(flatten)]
            pub extra: crate::record::Extra,
        }

        impl crate::record::Record for $name {
            fn fields(&self) -> &'static [&'static str] {
                &[$(stringify!($field)),*]
            }

            fn get(&self, field: &str) -> Option<serde_json::Value> {
                match field {
                    $(stringify!($field) => Some(crate::record::Field::to_value(&self.$field)),)*
                    _ => None,
                }
            }

            fn set(&mut self, field: &str, value: serde_json::Value) -> Result<(), serde_json::Value> {
                match field {
                    $(stringify!($field) => {
                        self.$field = crate::record::Reading::strict(value)?;
                        Ok(())
                    })*
                    _ => Err(value),
                }
            }
        }

        impl crate::record::Field for $name {
            fn read(value: serde_json::Value, at: &mut crate::record::Reading) -> Option<Self> {
                let mut extra = at.object(value)?;
                let mut it = Self::default();
                $(if let Some(value) = extra.remove(stringify!($field)) {
                    it.$field = at.field(stringify!($field), value, &mut extra);
                })*
                it.extra = extra;
                Some(it)
            }
        }

        impl crate::record::Blank for $name {
            fn is_blank(&self) -> bool {
                *self == Self::default()
            }
        }
    };
}
pub(crate) use record;
