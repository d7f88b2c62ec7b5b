//! Heatgrid in one file, with a register in it: saving such a page, and taking in what the open page carries.

use exchange::Incoming;
use leptos::prelude::*;
use register::{Id, Register};
use store::Saved;

use super::reading::read;
use super::shelf::{NO_DOWNLOAD, titled};
use super::{App, Books};
use crate::erased::spawn;
use crate::late::late;
use crate::platform::{clock, files, ids, page};
use crate::route::Route;

/// Before the mark of a page among the settings: the id of the register here that is the one in the page.
const CARRIED: &str = "carried/";

type Take = fn(App);

late!(more: fn taker() -> Take = |app| app.with_books(move |books| spawn(app.look_at_carried(books))));

/// Takes in the register that the page carries, if it carries one.
pub fn take(app: App) {
    if page::carried().is_some() {
        spawn(async move {
            match taker().await {
                Ok(take) => take(app),
                Err(_) => app.tell(NOT_LOADED.to_owned()),
            }
        });
    }
}

impl App {
    /// Saves Heatgrid in one file with the open register in it.
    pub fn export_page(self) {
        let Some(register) = self.with_register(|register| Some(register.clone())) else { return };
        spawn(async move {
            let told = self.tell_while("Making the page…".to_owned());
            let whole = page::whole().await;
            self.dismiss(told);
            let mark = ids::new_id().0;
            let made = whole.ok().and_then(|whole| exchange::write_page(&whole, &register, &mark));
            let Some(made) = made else { return self.tell(NOT_LOADED.to_owned()) };
            let name = exchange::page_name(&register.title, clock::today());
            if files::download(&name, made.as_bytes(), "text/html").is_err() {
                return self.tell(NO_DOWNLOAD.to_owned());
            }
            self.note_filed(&register.id);
            self.note_carried(&mark, &register.id);
            self.tell(format!("Saved as {name}. It holds Heatgrid and this register, and opens without a network."));
        });
    }

    /// Notes that a register here is the one that a page carries.
    pub(super) fn note_carried(self, mark: &str, id: &Id) {
        self.note(format!("{CARRIED}{mark}"), Some(id.to_string()));
    }

    /// Forgets which pages carry a register that is gone.
    pub(super) fn forget_carried(self, id: &Id) {
        self.change_settings(|settings| {
            settings.other.retain(|name, value| !name.starts_with(CARRIED) || *value != id.0);
        });
    }

    /// Opens the register that the page carries: at once if it is new here or the same as here. Where both have changed, the
    /// user is asked.
    async fn look_at_carried(self, books: Books) {
        let Some((mark, text)) = page::carried() else { return };
        let incoming = match read(text.into_bytes()).await {
            Ok(incoming) => incoming,
            Err(unread) => return self.tell(unread.words()),
        };
        let Some(first) = incoming.registers.first() else { return };
        let register = &first.register;
        let known = untrack(|| self.noted(&format!("{CARRIED}{mark}"))).map(Id);
        let id = known.clone().unwrap_or_else(|| register.id.clone());
        let listing = untrack(move || self.listing());
        if !listing.registers.iter().any(|it| it.id == id && it.trashed.is_none()) {
            return self.take_in_carried(books, incoming, &mark).await;
        }
        let Some(here) = self.read(books, &id).await else { return self.enter_first(id) };
        let is_same = here == Register { id: id.clone(), ..register.clone() };
        if is_same {
            self.note_carried(&mark, &id);
            return self.enter_first(id);
        }
        if known.is_none() {
            return self.receive_carried(page::name(), incoming, mark);
        }
        self.enter_first(id);
        let title = titled(&here.title);
        self.tell(format!(
            "“{title}” has changed here since this page was saved. You see the newer one. To get back what is in the page, \
             import its file."
        ));
    }

    async fn take_in_carried(self, books: Books, mut incoming: Incoming, mark: &str) {
        let register = incoming.registers.swap_remove(0).register;
        let title = titled(&register.title);
        let Some(book) = self.keep_through(books, register).await else { return };
        let (id, is_saved) = (book.id().clone(), book.saved() == Saved::Yes);
        self.show(book);
        if is_saved {
            self.note_carried(mark, &id);
            self.note_filed(&id);
            self.tell_made(
                format!("“{title}” came with this page. It is kept in this browser now."),
                vec![id.clone()],
                vec![],
            );
        }
        self.enter_first(id);
    }

    /// Goes to a register, unless the address says where to go.
    fn enter_first(self, id: Id) {
        if self.route.get_untracked() == Route::Registers {
            self.enter(id);
        }
    }
}

const NOT_LOADED: &str = "Heatgrid's own file could not be loaded. Check the connection to the network and try again.";
