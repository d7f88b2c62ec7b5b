//! Messages: what happened, and the undo beside it.

use leptos::prelude::*;

use super::App;

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// What happened, for the user.
    pub text: String,
    /// Whether Undo stands beside it.
    pub undo: bool,
    /// Tells one message from the next of the same text.
    pub number: u32,
}

impl App {
    /// Tells the user what happened.
    pub fn tell(self, text: String) {
        self.put(text, false);
    }

    /// Tells the user what happened, with Undo beside it.
    pub fn tell_undoable(self, text: String) {
        self.put(text, true);
    }

    fn put(self, text: String, undo: bool) {
        self.message.update(|message| {
            let number = message.as_ref().map_or(0, |message| message.number.wrapping_add(1));
            *message = Some(Message { text, undo, number });
        });
    }
}
