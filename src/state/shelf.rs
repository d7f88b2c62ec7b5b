//! The registers as a whole: new, duplicate, rename, delete, restore, export.

use leptos::prelude::*;
use register::change::Place;
use register::{Id, Register, presets};
use serde_json::Value;
use store::{Listing, Settings};

use super::App;
use crate::platform::{clock, files, ids};
use crate::route::{Place as Where, Route, View};

impl App {
    /// The registers in storage; follows changes to the list.
    pub fn listing(self) -> Listing {
        self.listings.track();
        self.shelf.with_value(store::Shelf::list)
    }

    /// Says that the list of registers has changed.
    pub fn relist(self) {
        self.listings.update(|listings| *listings = listings.wrapping_add(1));
    }

    /// Puts a register on the shelf under an id of its own and returns that id.
    pub fn keep(self, mut register: Register) -> Id {
        register.id = ids::new_id();
        let id = register.id.clone();
        let author = self.author();
        let book = self.shelf.with_value(|shelf| shelf.create(register, &author));
        // The book is shown at once: if storage failed, the register lives in it and nowhere else.
        self.show(book);
        self.relist();
        id
    }

    /// Goes to the grid of a register.
    pub fn enter(self, register: Id) {
        self.go(&Route::Register(Where { register, view: View::Grid, ..Where::default() }));
    }

    /// A blank register with the usual criteria.
    pub fn blank(title: &str) -> Register {
        Register { title: title.to_owned(), criteria: presets::five_by_five(), ..Register::default() }
    }

    /// Reads a register in full without making it the open one.
    pub fn read(self, id: &Id) -> Option<Register> {
        let open = self.book.with_value(|book| {
            book.as_ref().filter(|book| book.id() == id).map(|book| book.register().clone())
        });
        open.or_else(|| self.shelf.with_value(|shelf| shelf.open(id)).ok().map(|book| book.register().clone()))
    }

    /// Gives a register another title.
    pub fn rename(self, id: &Id, title: &str) {
        self.open(id);
        self.set(&Place::Register, "title", Value::from(title.trim()));
        self.relist();
    }

    /// Puts a register into the bin.
    pub fn bin(self, id: &Id) {
        let author = self.author();
        if let Err(failure) = self.shelf.with_value(|shelf| shelf.trash(id, &author)) {
            self.tell(format!("The register was not deleted. {failure}"));
        }
        self.relist();
    }

    /// Takes a register out of the bin.
    pub fn unbin(self, id: &Id) {
        if let Err(failure) = self.shelf.with_value(|shelf| shelf.restore(id)) {
            self.tell(format!("The register was not restored. {failure}"));
        }
        self.relist();
    }

    /// Saves registers as one file.
    pub fn export(self, registers: &[Register], name: &str) {
        let bytes = exchange::write(registers);
        let name = exchange::file_name(name, clock::today());
        match files::download(&name, bytes.as_ref(), "application/json") {
            Ok(()) => self.tell(format!("Exported as {name}")),
            Err(_) => self.tell("The browser did not allow the file to be saved. Allow downloads for this page and try again.".to_owned()),
        }
    }

    /// Changes the settings and keeps them.
    pub fn change_settings(self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(change);
        let kept = self.settings.with_untracked(|settings| self.shelf.with_value(|shelf| shelf.save_settings(settings)));
        if let Err(failure) = kept {
            self.tell(format!("Your settings could not be kept. {failure}"));
        }
    }
}
