//! New registers: written at once, or some risks at a time so that whoever waits for it can do something else meanwhile.

use std::collections::{BTreeSet, VecDeque};

use register::{Id, Register};

use super::{Book, Held, Known, State};
use crate::fold::{Parts, Slot};
use crate::layout::initial_ranks;
use crate::log::{Author, Entry, Logged, Stamp};
use crate::storage::{Failure, Storage};

/// A new register on its way into the storage: see [`Shelf::begin`](crate::Shelf::begin).
///
/// Until [`finish`](Self::finish) there is no head and so no register; what a stop leaves is swept away at a later start.
#[derive(Debug)]
pub struct Creating<S: Storage> {
    book: Book<S>,
    left: VecDeque<Slot>,
    written: Vec<String>,
    result: Result<(), Failure>,
}

impl<S: Storage> Creating<S> {
    pub(crate) fn new(storage: S, tab: String, mut register: Register, author: &Author) -> Self {
        let mut book = Book::blank(storage, tab, register.id.clone());
        name_apart(&mut register);
        for (risk, rank) in register.risks.iter().zip(initial_ranks(register.risks.len())) {
            book.risks.insert(risk.id.clone(), Held { rank, ..Held::default() });
        }
        let stamp = Stamp { seq: 1, tab: book.tab.clone() };
        let created = Logged::Created { title: register.title.clone(), risks: register.risks.len() };
        let entry = Entry::new(stamp.clone(), author, created);
        book.log.push(Known { entry, stamp, parts: Parts::new(), stored: false, told: false });
        book.last = 1;
        book.register = register;
        book.state = State::Created;
        let mut written = Vec::new();
        let result = book.begin_whole(&mut written);
        let left = if result.is_ok() { book.slots_of_risks() } else { VecDeque::new() };
        Self { book, left, written, result }
    }

    /// The register's title.
    pub fn title(&self) -> &str {
        &self.book.register.title
    }

    /// How many of its risks are still to be written.
    pub fn left(&self) -> usize {
        self.left.len()
    }

    /// Writes up to so many risks. A failure of the storage ends it: then nothing is left to do but to finish.
    pub fn step(&mut self, risks: usize) {
        for slot in self.left.drain(..risks.min(self.left.len())) {
            self.result = self.book.put_content(&slot, &mut self.written);
            if self.result.is_err() {
                break;
            }
        }
        if self.result.is_err() {
            self.left.clear();
        }
    }

    /// Writes the rest, and with it makes the register one. If the storage fails, the register is in memory and can be
    /// worked on; [`Book::saved`] tells.
    pub fn finish(mut self) -> Book<S> {
        self.step(usize::MAX);
        let result = self.result.and_then(|()| self.book.end_whole(&mut self.written));
        self.book.failure = self.book.settle_whole(result, &self.written).err();
        self.book
    }
}

/// Gives risks without an id, or with one that another risk has, one of their own: each has its own key.
fn name_apart(register: &mut Register) {
    let mut taken: BTreeSet<Id> = BTreeSet::new();
    for risk in &mut register.risks {
        if risk.id.as_str().is_empty() || taken.contains(&risk.id) {
            let base = risk.id.clone();
            let fresh = (2..).map(|number| Id(format!("{base}~{number}"))).find(|id| !taken.contains(id));
            risk.id = fresh.unwrap_or(base);
        }
        taken.insert(risk.id.clone());
    }
}
