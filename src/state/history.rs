//! The recorded changes of the open register.

use leptos::prelude::*;
use store::Entry;

use super::App;

impl App {
    /// The recorded changes of the open register, the newest last; not followed. Follow [`Self::edits`] for that.
    pub fn history(self) -> Vec<Entry> {
        self.book.with_value(|book| book.as_ref().map(|book| book.history()).unwrap_or_default())
    }
}
