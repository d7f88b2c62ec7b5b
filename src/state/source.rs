//! Where a register came from, and what it stays tied to: the page that carries it, or a file that it is saved back to.

use exchange::{Incoming, Weight};
use leptos::prelude::*;
use register::{Id, Register};
use store::Saved;

use super::shelf::titled;
use super::{App, Books};
use crate::platform::handles::Handle;
use crate::platform::{clock, focus};
use crate::route::Route;

/// Where a register came from.
#[derive(Clone, Debug, Default)]
pub enum Source {
    /// A file; that is all the page knows of it.
    #[default]
    File,
    /// A copy of the browser's own, which is no file.
    Copy,
    /// The open page, with this mark.
    Page(String),
    /// A file that can be saved back to, with this digest.
    Own(Handle, String),
}

/// What came in, and from where.
pub(super) struct Arrived {
    /// What the file is called.
    pub name: String,
    /// What was read.
    pub incoming: Incoming,
    /// Where it came from.
    pub source: Source,
    /// The register here that it is the file of, whatever id stands in it: others have registers of their own saved to it.
    pub known: Option<Id>,
    /// Where the user was when it was asked for: one who has gone elsewhere since stays there.
    pub asked_at: Route,
}

impl App {
    /// Ties a register to its source. A file that is that of another register here stays that.
    pub(super) async fn tie(self, source: &Source, id: &Id) {
        match source {
            Source::File | Source::Copy => {}
            Source::Page(mark) => self.note_carried(mark, id),
            Source::Own(handle, digest) => {
                if handle.register().await.is_none_or(|owner| owner == *id || !self.has(&owner)) {
                    handle.keep(id, digest).await;
                }
            }
        }
    }

    /// Opens what arrived: at once if it is new here or the same as here. If the register is here and differs, or something was
    /// odd, the user looks at it first.
    pub(super) async fn take_from(self, books: Books, arrived: Arrived) {
        let [only] = &arrived.incoming.registers[..] else { return self.receive_from(arrived) };
        if !arrived.incoming.report.is_empty() || !only.report.is_empty() {
            return self.receive_from(arrived);
        }
        let register = only.register.clone();
        let id = arrived.known.clone().unwrap_or_else(|| register.id.clone());
        if !self.has(&id) {
            return self.take_in_from(books, register, &arrived).await;
        }
        let here = self.read(books, &id).await;
        if here != Some(Register { id: id.clone(), ..register }) {
            return self.receive_from(arrived);
        }
        self.tie(&arrived.source, &id).await;
        self.note_filed(&id, clock::now());
        self.enter_from(&arrived.asked_at, id);
    }

    /// Whether a register is here and not in the bin.
    pub(super) fn has(self, id: &Id) -> bool {
        let listing = untrack(move || self.listing());
        listing.registers.iter().any(|it| it.id == *id && it.trashed.is_none())
    }

    async fn take_in_from(self, books: Books, register: Register, arrived: &Arrived) {
        let title = titled(&register.title);
        let Some(book) = self.keep_through(books, register).await else { return };
        let (id, is_saved) = (book.id().clone(), book.saved() == Saved::Yes);
        if is_saved {
            self.tie(&arrived.source, &id).await;
            // It cannot have been changed yet, and making it here counts as a change of its own.
            self.note_filed(&id, clock::now());
        }
        if self.is_still(&arrived.asked_at) {
            // What is being typed belongs to the register that was open.
            focus::leave_field();
            self.show(book);
            self.enter(id.clone());
        } else {
            self.park(book);
        }
        let words = match &arrived.source {
            Source::Own(handle, _) => {
                format!("“{title}” is kept in this browser now. Save puts it back into “{}”.", handle.name)
            }
            Source::Page(_) => format!("“{title}” came with this page. It is kept in this browser now."),
            Source::File | Source::Copy => format!(
                "“{title}” is kept in this browser now. Save asks for a new file, because “{}” is a page.",
                arrived.name
            ),
        };
        if is_saved {
            self.tell_made(words, vec![id], Vec::new());
        }
    }

    fn is_still(self, place: &Route) -> bool {
        self.route.get_untracked() == *place
    }

    /// Goes to a register, unless the user has gone elsewhere meanwhile.
    pub(super) fn enter_from(self, place: &Route, id: Id) {
        if self.is_still(place) {
            focus::leave_field();
            self.enter(id);
        }
    }
}

/// Whether nothing would be lost by saving over what these lines are about.
pub(super) fn is_whole<'a>(mut lines: impl Iterator<Item = &'a exchange::Line>) -> bool {
    lines.all(|line| line.weight != Weight::LeftOut)
}
