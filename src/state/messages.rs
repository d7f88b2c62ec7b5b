//! Messages: what happened, and the undo beside it.

use std::time::Duration;

use leptos::prelude::*;
use register::Id;

use super::App;

/// How long a message stands that has nothing to press.
const SHOWN: Duration = Duration::from_secs(12);

/// What Undo beside a message takes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undo {
    /// The last change of the open register.
    Change,
    /// That this register was put into the bin.
    Bin(Id),
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// What happened, for the user.
    pub text: String,
    /// What Undo takes back, if it stands beside it.
    pub undo: Option<Undo>,
    /// Tells one message from the next of the same text.
    pub number: u32,
}

impl App {
    /// Tells the user what happened.
    pub fn tell(self, text: String) {
        self.put(text, None);
    }

    /// Tells the user what happened, with Undo beside it.
    pub fn tell_undoable(self, text: String) {
        self.put(text, Some(Undo::Change));
    }

    /// Tells the user that a register is in the bin, with Undo beside it.
    pub fn tell_binned(self, text: String, register: Id) {
        self.put(text, Some(Undo::Bin(register)));
    }

    /// Takes back what a message told.
    pub fn take_back(self, undo: &Undo) {
        match undo {
            Undo::Change => self.undo(),
            Undo::Bin(register) => {
                let register = register.clone();
                self.with_books(move |books| self.unbin(books, &register));
            }
        }
    }

    fn put(self, text: String, undo: Option<Undo>) {
        let lasting = undo.is_some();
        let number = self.told.try_update_value(|told| {
            *told = told.wrapping_add(1);
            *told
        });
        let number = number.unwrap_or_default();
        self.message.set(Some(Message { text, undo, number }));
        if !lasting {
            let gone = move || self.message.maybe_update(|message| message.take_if(|it| it.number == number).is_some());
            set_timeout(gone, SHOWN);
        }
    }
}
