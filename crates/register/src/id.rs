//! Identity of registers, risks and the items in them.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::record::{Blank, Field, Reading};

/// Names a register, or a risk or item within its register; it never changes and is never shown. Any text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
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

impl Blank for Id {
    fn is_blank(&self) -> bool {
        self.0.is_empty()
    }
}

impl Field for Id {
    fn read(value: Value, at: &mut Reading) -> Option<Self> {
        String::read(value, at).map(Self)
    }
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
