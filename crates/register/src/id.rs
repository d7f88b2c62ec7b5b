//! Identity of registers, risks and the items in them.

use serde::Serialize;
use serde_json::Value;

use crate::record::{Field, Reading, Shape, set_by_reading};

/// Names a register, or a risk or item within its register; it never changes and is never shown. Any text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Id(pub String);

impl Id {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl std::fmt::Display for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl Field for Id {
    fn shape(&self) -> Shape<'_> {
        Shape::Text(&self.0)
    }

    fn read(&mut self, value: Value, at: &mut Reading) -> bool {
        self.0.read(value, at)
    }

    set_by_reading!();
}

/// Where new ids come from: the page's random source, or a seed in tests.
pub trait Ids {
    /// An id that no other thing has.
    fn next(&mut self) -> Id;
}

impl<F: FnMut() -> Id> Ids for F {
    fn next(&mut self) -> Id {
        self()
    }
}
