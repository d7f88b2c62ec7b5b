//! Which registers have changed since a file of them was last saved: only a file is safe from what happens to a browser.
//!
//! The times are the user's, not a register's, and stand among the settings.

use leptos::prelude::*;
use register::Id;

use super::App;
use crate::platform::clock;

/// Before a register's id among the settings: when a file of it was last saved or taken in, ISO 8601.
pub(super) const FILED: &str = "file/";
/// Before a register's id among the settings: the day on which the reminder was put off, ISO 8601.
pub(super) const PUT_OFF: &str = "file-later/";
/// With how many changes that are in no file the user is reminded.
const MANY: usize = 25;

impl App {
    /// When a file of a register was last saved or taken in; followed.
    pub fn filed_at(self, id: &Id) -> Option<String> {
        self.noted(&format!("{FILED}{id}"))
    }

    /// Notes that a register is in a file as it was at this time, ISO 8601.
    pub(super) fn note_filed(self, id: &Id, at: String) {
        self.note(format!("{FILED}{id}"), Some(at));
    }

    /// How many changes of the open register are in no file, as far back as undo reaches; followed.
    pub fn unfiled(self) -> usize {
        self.edits.track();
        self.lists.track();
        let since = self.filed_at(&self.head.get().id).unwrap_or_default();
        self.book.with_value(|book| book.as_ref().map(|book| book.changes_after(&since)).unwrap_or_default())
    }

    /// Whether the user is to be reminded to save a file of the open register; followed.
    pub fn wants_file(self) -> bool {
        let put_off = self.noted(&format!("{PUT_OFF}{}", self.head.get().id));
        self.unfiled() >= MANY && put_off.is_none_or(|day| day != clock::today().iso())
    }

    /// Puts the reminder off until tomorrow.
    pub fn put_file_off(self) {
        let id = self.head.get_untracked().id.clone();
        self.note(format!("{PUT_OFF}{id}"), Some(clock::today().iso()));
    }
}
