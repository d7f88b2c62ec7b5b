//! Heatgrid in one file, with a register in it: saving such a page, and taking in what the open page carries.

use leptos::prelude::*;
use register::{Id, Register};

use super::App;
use super::reading::read;
use super::shelf::{NO_DOWNLOAD, titled};
use super::source::{Arrived, Source};
use crate::erased::spawn;
use crate::late::late;
use crate::platform::{clock, files, ids, page};
use crate::route::Route;

/// Before the mark of a page among the settings: the id of the register here that is the one in the page.
pub(super) const CARRIED: &str = "carried/";

type Take = fn(App);

late!(more: fn taker() -> Take = |app| spawn(app.look_at_carried()));

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
        let now = clock::now();
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
            self.note_filed(&register.id, now);
            self.note_carried(&mark, &register.id);
            self.tell(format!("Saved as {name}. It holds Heatgrid and this register, and opens without a network."));
        });
    }

    /// Notes that a register here is the one that a page carries.
    pub(super) fn note_carried(self, mark: &str, id: &Id) {
        self.note(format!("{CARRIED}{mark}"), Some(id.to_string()));
    }

    /// Opens the register that the page carries. One that was taken in before is here already, and newer.
    async fn look_at_carried(self) {
        let Some((mark, text)) = page::carried() else { return };
        let Ok(books) = self.books().await else { return self.tell(NOT_LOADED.to_owned()) };
        let incoming = match read(text.into_bytes()).await {
            Ok(incoming) => incoming,
            Err(unread) => return self.tell(unread.words()),
        };
        let known = untrack(|| self.noted(&format!("{CARRIED}{mark}"))).map(Id).filter(|id| self.has(id));
        let Some(id) = known else {
            let (name, source) = (page::name(), Source::Page(mark));
            return self
                .take_from(books, Arrived { name, incoming, source, known: None, asked_at: Route::Registers })
                .await;
        };
        let here = self.read(books, &id).await;
        let is_newer = |here: Register| {
            let carried = incoming.registers.first().map(|it| Register { id: here.id.clone(), ..it.register.clone() });
            (carried.as_ref() != Some(&here)).then_some(here.title)
        };
        if let Some(title) = here.and_then(is_newer) {
            let title = titled(&title);
            self.tell(format!(
                "“{title}” has changed here since this page was saved. You see the newer one. To get back what is in the \
                 page, import its file."
            ));
        }
        self.enter_from(&Route::Registers, id);
    }
}

const NOT_LOADED: &str = "Heatgrid's own file could not be loaded. Check the connection to the network and try again.";
