//! The history.

use crate::harness::Page;

/// The history of a register.
#[derive(Clone, Copy)]
pub struct History<'p>(&'p Page);

impl Page {
    /// The history.
    pub const fn history(&self) -> History<'_> {
        History(self)
    }
}

impl History<'_> {
    /// What was changed, newest first.
    pub fn changes(self) -> Vec<String> {
        self.column(3)
    }

    /// Who made each change, newest first.
    pub fn people(self) -> Vec<String> {
        self.column(2)
    }

    /// Why, newest first.
    pub fn reasons(self) -> Vec<String> {
        self.column(4)
    }

    fn column(self, place: usize) -> Vec<String> {
        let table = self.0.role("table", "Changes of this register, newest first");
        table.css(&format!("tbody tr > :nth-child({})", place + 1)).texts()
    }
}
