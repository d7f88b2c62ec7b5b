//! What a register stays tied to after it has come in: the page that carries it, or a file that it is saved back to.

use exchange::Incoming;
use leptos::prelude::*;
use register::{Id, Register};
use store::Saved;

use super::shelf::titled;
use super::{App, Books};
use crate::erased::spawn;
use crate::platform::clock;
use crate::platform::handles::Handle;
use crate::route::Route;

/// What a register came from and is tied to.
#[derive(Clone, Debug)]
pub enum Source {
    /// The open page, with this mark.
    Page(String),
    /// A file with this digest.
    File(Handle, String),
}

impl App {
    /// Ties a register to its source.
    pub(super) fn tie(self, source: &Source, id: &Id) {
        match source {
            Source::Page(mark) => self.note_carried(mark, id),
            Source::File(handle, digest) => {
                let (handle, digest, id) = (handle.clone(), digest.clone(), id.clone());
                spawn(async move {
                    handle.keep(&id, &digest).await;
                    self.look_for_file().await;
                });
            }
        }
    }

    /// Opens what came from a source: at once if it is new here or the same as here. If the register is here and differs, or
    /// something was odd, the user looks at it first.
    pub(super) async fn take_from(self, books: Books, name: String, incoming: Incoming, source: Source) {
        let [only] = &incoming.registers[..] else { return self.receive_from(name, incoming, source) };
        if !incoming.report.is_empty() || !only.report.is_empty() {
            return self.receive_from(name, incoming, source);
        }
        let register = only.register.clone();
        let id = register.id.clone();
        if !self.has(&id) {
            return self.take_in_from(books, register, &source).await;
        }
        if self.read(books, &id).await.is_none_or(|here| here != register) {
            return self.receive_from(name, incoming, source);
        }
        self.tie(&source, &id);
        self.enter_first(id);
    }

    /// Whether a register is here and not in the bin.
    pub(super) fn has(self, id: &Id) -> bool {
        let listing = untrack(move || self.listing());
        listing.registers.iter().any(|it| it.id == *id && it.trashed.is_none())
    }

    async fn take_in_from(self, books: Books, register: Register, source: &Source) {
        let (title, now) = (titled(&register.title), clock::now());
        let Some(book) = self.keep_through(books, register).await else { return };
        let (id, is_saved) = (book.id().clone(), book.saved() == Saved::Yes);
        self.show(book);
        if is_saved {
            self.tie(source, &id);
            self.note_filed(&id, now);
            let words = match source {
                Source::Page(_) => format!("“{title}” came with this page. It is kept in this browser now."),
                Source::File(handle, _) => {
                    format!("“{title}” is kept in this browser now. Save puts it back into “{}”.", handle.name)
                }
            };
            self.tell_made(words, vec![id.clone()], Vec::new());
        }
        self.enter_first(id);
    }

    /// Goes to a register, unless the address says where to go.
    pub(super) fn enter_first(self, id: Id) {
        if self.route.get_untracked() == Route::Registers {
            self.enter(id);
        }
    }
}
