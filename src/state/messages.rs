//! Messages: what happened, and the undo beside it.

use std::time::Duration;

use leptos::prelude::*;
use register::Id;

use super::{App, Books};
use crate::erased::spawn;
use crate::platform::handles;
use crate::route::Route;

/// How long a message stands that has nothing to press.
const SHOWN: Duration = Duration::from_secs(12);
/// How many messages with Undo are kept; those of earlier changes show again when theirs is the last one again.
const KEPT: usize = 5;

/// What Undo beside a message takes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undo {
    /// The change of the open register that was this many deep when it was made: see [`App::depth`].
    Change(i32),
    /// That this register was put into the bin.
    Bin(Id),
    /// That registers were brought in or copied, and that others went into the bin for them.
    Made {
        /// Those that are new.
        new: Vec<Id>,
        /// Those that went.
        binned: Vec<Id>,
    },
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

    /// Tells the user what is happening, and returns the message's number to dismiss it by.
    pub fn tell_while(self, text: String) -> u32 {
        self.put(text, None)
    }

    /// Tells the user what the last change was, with Undo beside it for as long as it is the last one.
    pub fn tell_undoable(self, text: String) {
        self.put(text, Some(Undo::Change(self.depth.get_untracked())));
    }

    /// Tells the user that a register is in the bin, with Undo beside it. What brought it in is not taken back any more.
    pub fn tell_binned(self, text: String, register: Id) {
        let made = |undo: &Undo| matches!(undo, Undo::Made { new, .. } if new.contains(&register));
        self.messages.update(|messages| messages.retain(|it| !it.undo.as_ref().is_some_and(made)));
        self.put(text, Some(Undo::Bin(register)));
    }

    /// Tells the user that registers are here that were not, with Undo beside it.
    pub fn tell_made(self, text: String, new: Vec<Id>, binned: Vec<Id>) {
        self.put(text, Some(Undo::Made { new, binned }));
    }

    /// Takes a message away.
    pub fn dismiss(self, number: u32) {
        self.messages.update(|messages| messages.retain(|it| it.number != number));
    }

    /// Takes the newest message away; whether there was one.
    pub fn dismiss_newest(self) -> bool {
        let depth = self.depth.get_untracked();
        let newest = self
            .messages
            .with_untracked(|messages| messages.iter().rev().find(|it| it.stands(depth)).map(|it| it.number));
        newest.map(|number| self.dismiss(number)).is_some()
    }

    /// Takes back what a message told.
    pub fn take_back(self, undo: &Undo) {
        match undo {
            Undo::Change(_) => self.undo(),
            Undo::Bin(register) => {
                let register = register.clone();
                self.with_books(move |books| self.unbin(books, &register));
            }
            Undo::Made { new, binned } => {
                let (new, binned) = (new.clone(), binned.clone());
                self.with_books(move |books| self.unmake(books, &new, &binned));
            }
        }
    }

    /// Puts registers that were brought in into the bin and takes those out that went for them.
    fn unmake(self, books: Books, new: &[Id], binned: &[Id]) {
        // What is in the bin cannot stay open.
        self.go(&Route::Registers);
        for id in binned {
            self.unbin(books, id);
        }
        let gone = new.iter().try_for_each(|id| self.bin(books, id));
        if let ([new], [old], true) = (new, binned, gone.is_ok()) {
            let (new, old) = (new.clone(), old.clone());
            // What is in the file is not what this one knows of it: the next time it is saved, that is asked about.
            spawn(async move { handles::pass_on(&new, &old, Some("")).await });
        }
        self.tell(match gone {
            Ok(()) if new.len() == 1 => "Taken back. What was new is in the bin.".to_owned(),
            Ok(()) => format!("Taken back. The {} registers that were new are in the bin.", new.len()),
            Err(failure) => format!("It was not taken back. {failure}"),
        });
    }

    /// Counts a change made or taken back. A message whose change has been taken back goes; so does one of registers
    /// that were brought in, once work on them has begun.
    pub(super) fn deeper(self, by: i32) {
        let depth = self.depth.get_untracked() + by;
        if by < 0 {
            self.messages
                .update(|messages| messages.retain(|it| !matches!(it.undo, Some(Undo::Change(at)) if at > depth)));
        }
        if by > 0 {
            self.messages.update(|messages| messages.retain(|it| !matches!(it.undo, Some(Undo::Made { .. }))));
        }
        self.depth.set(depth);
    }

    /// Takes away the messages whose Undo is of the open register.
    pub(super) fn forget_undo(self) {
        self.messages.update(|messages| messages.retain(|it| !matches!(it.undo, Some(Undo::Change(_)))));
        self.depth.set(0);
    }

    fn put(self, text: String, undo: Option<Undo>) -> u32 {
        let lasting = undo.is_some();
        let number = self.told.try_update_value(|told| {
            *told = told.wrapping_add(1);
            *told
        });
        let number = number.unwrap_or_default();
        self.messages.update(|messages| {
            // Two words on the same change: the later ones are those of whoever knows more of it.
            messages.retain(|it| it.undo.is_none() || it.undo != undo);
            make_room(messages);
            messages.push(Message { text, undo, number });
        });
        if !lasting {
            set_timeout(move || self.dismiss(number), SHOWN);
        }
        number
    }
}

impl Message {
    /// Whether it is shown while changes are so deep: what cannot be taken back by one step is not offered.
    pub fn stands(&self, depth: i32) -> bool {
        match self.undo {
            Some(Undo::Change(at)) => at == depth,
            _ => true,
        }
    }
}

/// Makes room for another message: it takes the place of one without Undo, and of the oldest where there are many.
fn make_room(messages: &mut Vec<Message>) {
    messages.retain(|it| it.undo.is_some());
    if messages.len() >= KEPT {
        messages.remove(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(number: u32, undo: Option<Undo>) -> Message {
        Message { text: String::new(), undo, number }
    }

    #[test]
    fn several_messages_in_a_row_lose_no_undo() {
        let mut messages = vec![message(1, Some(Undo::Change(1))), message(2, None)];
        make_room(&mut messages);
        assert_eq!(messages.iter().map(|it| it.number).collect::<Vec<_>>(), [1]);
        messages.extend((2..=5).map(|number| message(number, Some(Undo::Bin("r".into())))));
        make_room(&mut messages);
        assert_eq!(messages.iter().map(|it| it.number).collect::<Vec<_>>(), [2, 3, 4, 5]);
    }

    #[test]
    fn only_the_last_change_is_offered_to_be_taken_back() {
        let deleted = message(1, Some(Undo::Change(3)));
        assert_eq!([2, 3, 4].map(|depth| deleted.stands(depth)), [false, true, false]);
        assert!(message(1, None).stands(9) && message(1, Some(Undo::Bin("r".into()))).stands(9));
    }
}
