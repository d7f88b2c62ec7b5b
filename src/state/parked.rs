//! Registers that were left while the storage failed: their changes live in memory until it works again.

use leptos::prelude::*;
use register::Id;
use store::Saved;

use super::App;
use super::books::OpenBook;

impl App {
    /// Puts another book in the place of the open one. One with unsaved changes is kept until they are saved.
    pub(super) fn swap(self, book: Option<Box<dyn OpenBook>>) {
        let before = self.book.try_update_value(|open| std::mem::replace(open, book)).flatten();
        if let Some(before) = before {
            self.park(before);
        }
    }

    /// Puts a book away that is not shown: one with unsaved changes is kept until they are saved.
    pub(super) fn park(self, mut book: Box<dyn OpenBook>) {
        if book.is_behind() {
            // Else the next opening would have to complete what lags behind.
            book.retry();
        }
        if book.saved() != Saved::Yes {
            self.parked.update_value(|parked| parked.push(book));
            self.count_parked();
        }
    }

    /// The book of a register that was left with unsaved changes.
    pub(super) fn unpark(self, id: &Id) -> Option<Box<dyn OpenBook>> {
        let book = self.parked.try_update_value(|parked| {
            let place = parked.iter().position(|book| book.id() == id)?;
            Some(parked.remove(place))
        });
        self.count_parked();
        book.flatten()
    }

    /// Tries to save the registers that were left.
    pub(super) fn retry_parked(self) {
        self.parked.update_value(|parked| parked.retain_mut(|book| book.retry() != Saved::Yes));
        self.count_parked();
    }

    /// The titles of the registers that were left with unsaved changes, and all of them in full.
    pub fn parked_registers(self) -> Vec<register::Register> {
        self.parked.with_value(|parked| parked.iter().map(|book| book.register().clone()).collect())
    }

    fn count_parked(self) {
        let count = self.parked.with_value(Vec::len);
        if self.parked_count.get_untracked() != count {
            self.parked_count.set(count);
        }
    }
}
