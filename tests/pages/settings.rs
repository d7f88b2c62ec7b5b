//! The settings.

use crate::harness::{Page, Target};

/// The settings.
#[derive(Clone, Copy)]
pub struct Settings<'p>(&'p Page);

impl Page {
    /// The settings.
    pub const fn settings(&self) -> Settings<'_> {
        Settings(self)
    }
}

impl<'p> Settings<'p> {
    /// The name for the history.
    pub fn name(self) -> Target<'p> {
        self.0.textbox("Your name")
    }

    /// The values that could not be read and were put aside.
    pub fn aside(self) -> Target<'p> {
        self.0.role("table", "Stored values that could not be read")
    }
}
