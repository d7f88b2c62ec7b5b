//! Opening registers: the code for it is loaded with the first one.
//!
//! The list of registers, where a first visit begins, needs none of what a [`Book`] does: commit, undo, merge, verify.
//! So the state knows an open book only as an [`OpenBook`], and only what stands in [`books`] knows what it is.

use std::cell::Cell;

use register::change::{Change, Refused, Touched};
use register::{Id, Register};
use store::{Author, Book, Creating, Draft, Entry, Failure, OpenError, Opening, Saved, Shelf, Verified};

use super::App;
use crate::erased::spawn;
use crate::late::{Unavailable, late};
use crate::storage::Browser;

/// An open register: what the page does with a [`Book`], and described there.
pub trait OpenBook {
    /// See [`Book::id`].
    fn id(&self) -> &Id;
    /// See [`Book::register`].
    fn register(&self) -> &Register;
    /// Whether it is in the bin: see [`Book::trashed`].
    fn is_binned(&self) -> bool;
    /// See [`Book::saved`].
    fn saved(&self) -> Saved;
    /// See [`Book::can_undo`] and [`Book::can_redo`].
    fn undoable(&self) -> (Option<String>, Option<String>);
    /// See [`Book::reach_of_undo`] and [`Book::reach_of_redo`].
    fn reach(&self) -> (usize, usize);
    /// See [`Book::commit`].
    fn commit(&mut self, change: Change, author: &Author) -> Result<Touched, Refused>;
    /// See [`Book::undo`].
    fn undo(&mut self, author: &Author) -> Result<Option<Touched>, Refused>;
    /// See [`Book::redo`].
    fn redo(&mut self, author: &Author) -> Result<Option<Touched>, Refused>;
    /// See [`Book::retry`].
    fn retry(&mut self) -> Saved;
    /// See [`Book::is_behind`].
    fn is_behind(&self) -> bool;
    /// See [`Book::go_on`].
    fn go_on(&mut self) -> Saved;
    /// See [`Book::verify`].
    fn verify(&mut self) -> Verified;
    /// See [`Book::take_in`].
    fn take_in(&mut self, key: &str, value: Option<&str>) -> Option<Touched>;
    /// See [`Book::news`].
    fn news(&mut self) -> Option<Touched>;
    /// See [`Book::changes_after`].
    fn changes_after(&self, at: &str) -> usize;
    /// See [`Book::history`].
    fn history(&self) -> Vec<Entry>;
    /// See [`Book::drafts`].
    fn drafts(&self) -> Vec<Draft>;
    /// See [`Book::put_draft`].
    fn put_draft(&self, draft: &Draft) -> Result<(), Failure>;
    /// See [`Book::clear_draft`].
    fn clear_draft(&self) -> Result<(), Failure>;
    /// See [`Book::drop_draft`].
    fn drop_draft(&self, tab: &str) -> Result<(), Failure>;
}

impl OpenBook for Book<Browser> {
    fn id(&self) -> &Id {
        self.id()
    }

    fn register(&self) -> &Register {
        self.register()
    }

    fn is_binned(&self) -> bool {
        self.trashed().is_some()
    }

    fn saved(&self) -> Saved {
        self.saved()
    }

    fn undoable(&self) -> (Option<String>, Option<String>) {
        (self.can_undo(), self.can_redo())
    }

    fn reach(&self) -> (usize, usize) {
        (self.reach_of_undo(), self.reach_of_redo())
    }

    fn commit(&mut self, change: Change, author: &Author) -> Result<Touched, Refused> {
        self.commit(change, author)
    }

    fn undo(&mut self, author: &Author) -> Result<Option<Touched>, Refused> {
        self.undo(author)
    }

    fn redo(&mut self, author: &Author) -> Result<Option<Touched>, Refused> {
        self.redo(author)
    }

    fn retry(&mut self) -> Saved {
        self.retry()
    }

    fn is_behind(&self) -> bool {
        self.is_behind()
    }

    fn go_on(&mut self) -> Saved {
        self.go_on()
    }

    fn verify(&mut self) -> Verified {
        self.verify()
    }

    fn take_in(&mut self, key: &str, value: Option<&str>) -> Option<Touched> {
        self.take_in(key, value)
    }

    fn news(&mut self) -> Option<Touched> {
        self.news()
    }

    fn changes_after(&self, at: &str) -> usize {
        self.changes_after(at)
    }

    fn history(&self) -> Vec<Entry> {
        self.history()
    }

    fn drafts(&self) -> Vec<Draft> {
        self.drafts()
    }

    fn put_draft(&self, draft: &Draft) -> Result<(), Failure> {
        self.put_draft(draft)
    }

    fn clear_draft(&self) -> Result<(), Failure> {
        self.clear_draft()
    }

    fn drop_draft(&self, tab: &str) -> Result<(), Failure> {
        self.drop_draft(tab)
    }
}

/// An open register, or why it cannot be opened.
pub type Opened = Result<Box<dyn OpenBook>, OpenError>;

/// A register being made.
pub type Making = Box<dyn Steps<End = Box<dyn OpenBook>>>;

/// What is done some risks at a time, and what comes of it: registers being opened and made.
pub trait Steps {
    /// What comes of it.
    type End;
    /// The register's title; blank where it is not known.
    fn title(&self) -> String;
    /// How many risks are left.
    fn left(&self) -> usize;
    /// Goes on with so many risks. What goes wrong is told in the end.
    fn step(&mut self, risks: usize);
    /// Does the rest.
    fn finish(self: Box<Self>) -> Self::End;
}

/// A register on its way into memory: see [`store::Opening`].
struct Reading(Result<Opening<Browser>, OpenError>);

impl Steps for Reading {
    type End = Opened;

    fn title(&self) -> String {
        self.0.as_ref().map(|opening| opening.title().to_owned()).unwrap_or_default()
    }

    fn left(&self) -> usize {
        self.0.as_ref().map_or(0, Opening::left)
    }

    fn step(&mut self, risks: usize) {
        if let Ok(opening) = &mut self.0
            && let Err(error) = opening.step(risks)
        {
            self.0 = Err(error);
        }
    }

    fn finish(self: Box<Self>) -> Opened {
        Ok(Box::new(self.0?.finish()?))
    }
}

impl Steps for Creating<Browser> {
    type End = Box<dyn OpenBook>;

    fn title(&self) -> String {
        self.title().to_owned()
    }

    fn left(&self) -> usize {
        self.left()
    }

    fn step(&mut self, risks: usize) {
        self.step(risks);
    }

    fn finish(self: Box<Self>) -> Box<dyn OpenBook> {
        Box::new((*self).finish())
    }
}

/// What opens registers and makes new ones. Who has it has loaded the code.
#[derive(Clone, Copy)]
pub struct Books {
    /// See [`Shelf::begin_to_open`].
    pub open: fn(&Shelf<Browser>, &Id) -> Box<dyn Steps<End = Opened>>,
    /// See [`Shelf::begin`].
    pub create: fn(&Shelf<Browser>, Register, &Author) -> Making,
    /// See [`Shelf::trash`]. Here because it opens a register that has lost its head.
    pub trash: fn(&Shelf<Browser>, &Id, &Author) -> Result<(), Failure>,
    /// See [`Shelf::restore`].
    pub restore: fn(&Shelf<Browser>, &Id) -> Result<(), Failure>,
}

late!(grid: fn books() -> Books = Books {
    open: |shelf, id| Box::new(Reading(shelf.begin_to_open(id))),
    create: |shelf, register, author| Box::new(shelf.begin(register, author)),
    trash: |shelf, id, author| shelf.trash(id, author),
    restore: |shelf, id| shelf.restore(id),
});

thread_local! {
    static LOADED: Cell<Option<Books>> = const { Cell::new(None) };
    static WAITING: Cell<bool> = const { Cell::new(false) };
}

impl App {
    /// What opens registers, once its code is there.
    ///
    /// # Errors
    /// Its code could not be fetched.
    pub async fn books(self) -> Result<Books, Unavailable> {
        if let Some(books) = LOADED.get() {
            return Ok(books);
        }
        let books = books().await?;
        LOADED.set(Some(books));
        Ok(books)
    }

    /// Does something that opens or makes registers: at once, or as soon as the code for it is there. The user is told
    /// that it takes a while, and if it cannot be fetched. While one such thing waits, no other is begun.
    pub fn with_books(self, work: impl FnOnce(Books) + 'static) {
        self.with_books_of(Box::new(work));
    }

    // Once for all that is done, not once for each.
    fn with_books_of(self, work: Box<dyn FnOnce(Books)>) {
        if let Some(books) = LOADED.get() {
            return work(books);
        }
        if self.is_waiting() {
            return;
        }
        WAITING.set(true);
        let told = self.tell_while(WAIT.to_owned());
        spawn(async move {
            let books = self.books().await;
            WAITING.set(false);
            self.dismiss(told);
            match books {
                Ok(books) => work(books),
                Err(_) => self.tell(NOT_LOADED.to_owned()),
            }
        });
    }

    /// Whether something waits for the code that opens registers; if so, the user is told once more.
    pub fn is_waiting(self) -> bool {
        if WAITING.get() {
            self.tell(WAIT.to_owned());
        }
        WAITING.get()
    }
}

const WAIT: &str = "One moment: a part of Heatgrid is still being loaded.";

/// What the user reads where the code could not be fetched.
pub const NOT_LOADED: &str = "The part of Heatgrid that opens registers could not be loaded. Nothing was changed. Check \
                              the connection to the network and try again.";
