//! The list of registers: new, open, rename, duplicate, export, delete; and the bin, which is loaded once there is one.

pub mod bin;
mod first;
mod naming;
mod row;
mod samples;

use leptos::prelude::*;
use store::{Failure, Listing, Summary};
use wasm_bindgen::JsCast;

use super::import::ImportButton;
use super::parts::{self, Part};
use crate::erased::{heard, memo, shown_while};
use crate::platform::handles;
use crate::state::linked;
use crate::state::shelf::UNTITLED;
use crate::state::{App, Books, app};
use naming::Naming;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Shelf {
    app: App,
    /// What is in storage.
    listing: Memo<Listing>,
    /// The register that is to get another title.
    renaming: RwSignal<Naming>,
    /// Whether that is being asked for.
    asking_title: RwSignal<bool>,
    /// Whether the list of samples is open.
    samples: RwSignal<bool>,
    /// The register that is to be deleted for good.
    doomed: RwSignal<Summary>,
    /// Whether that is being asked.
    asking_purge: RwSignal<bool>,
}

impl Shelf {
    /// The registers that are in the bin, or those that are not.
    fn registers(self, in_bin: bool) -> Vec<Summary> {
        let wanted = |it: &&Summary| it.trashed.is_some() == in_bin;
        self.listing.with(|listing| listing.registers.iter().filter(wanted).cloned().collect())
    }

    /// Asks for the title of a new register.
    fn ask_new(self) {
        self.app.naming.set(true);
    }

    /// Asks for another title.
    fn ask_rename(self, naming: Naming) {
        self.renaming.set(naming);
        self.asking_title.set(true);
    }

    /// Asks before a register is deleted for good.
    fn ask_purge(self, summary: Summary) {
        self.doomed.set(summary);
        self.asking_purge.set(true);
    }

    /// Puts a register into the bin and offers to take that back.
    fn delete(self, books: Books, summary: &Summary) {
        let after = untrack(move || self.registers(false));
        let place = after.iter().position(|it| it.id == summary.id).unwrap_or_default();
        match self.app.bin(books, &summary.id) {
            Ok(()) => {
                self.app.tell_binned(format!("“{}” is in the bin.", title_of(summary)), summary.id.clone());
                let next = after.get(place + 1).or_else(|| place.checked_sub(1).and_then(|before| after.get(before)));
                match next {
                    Some(next) => focus(&format!("[data-register='{}'] .title", next.id)),
                    None => focus("#registers-heading"),
                }
            }
            // Even the bin takes a little room.
            Err(Failure::Full) => self.ask_purge(summary.clone()),
            Err(failure) => self.app.tell(format!("The register was not deleted. {failure}")),
        }
    }
}

/// What a register is called on the page.
fn title_of(summary: &Summary) -> String {
    match summary.title.trim() {
        _ if summary.newer => "A register of a newer Heatgrid".to_owned(),
        "" => UNTITLED.to_owned(),
        title => title.to_owned(),
    }
}

/// Puts the focus on what a selector finds, once the page is drawn.
fn focus(selector: &str) {
    let selector = selector.to_owned();
    request_animation_frame(move || {
        if let Some(found) = document().query_selector(&selector).ok().flatten() {
            found.unchecked_into::<web_sys::HtmlElement>().focus().unwrap_or_default();
        }
    });
}

/// The page.
#[component]
pub fn Registers() -> impl IntoView {
    let app = app();
    let shelf = Shelf {
        app,
        listing: memo(move || app.listing()),
        renaming: RwSignal::new(Naming::New),
        asking_title: RwSignal::new(false),
        samples: RwSignal::new(false),
        doomed: RwSignal::new(Summary::default()),
        asking_purge: RwSignal::new(false),
    };
    provide_context(shelf);
    let none = memo(move || shelf.listing.with(|it| it.registers.is_empty()));
    let content = move || if none.get() { first::first(shelf) } else { list(shelf) };
    let failure = move || {
        let failure = shelf.listing.with(|it| it.failure.clone())?;
        let words = format!("{failure} What you do is kept only while this page stays open: save it as a file.");
        Some(view! { <p class="storage-failure" role="alert">{words}</p> }.into_any())
    };
    view! {
        <section class="page registers">
            <h1 id="registers-heading" tabindex="-1">"Your registers"</h1>
            {move || failure()}
            {move || content()}
            {naming::dialogs(shelf)}
            {samples::dialog(shelf)}
            {shown_while(move || has_bin(shelf), || parts::shown(Part::Bin))}
        </section>
    }
    .into_any()
}

/// Whether there is a bin to show, or a question whether something is to be deleted for good.
fn has_bin(shelf: Shelf) -> bool {
    shelf.asking_purge.get() || shelf.listing.with(|it| it.registers.iter().any(|it| it.trashed.is_some()))
}

/// Where the browser lets a page save back to a file, it can be opened for that.
fn open_file(app: App) -> Option<AnyView> {
    handles::works().then(|| {
        view! {
            <button type="button" title="Works in a file of yours and saves back to it" on:click=heard(move |_| linked::open(app))>
                "Open file"
            </button>
        }
        .into_any()
    })
}

fn list(shelf: Shelf) -> AnyView {
    let aside = move || {
        let count = shelf.listing.with(|it| it.aside.len());
        (count > 0).then(|| {
            let what = if count == 1 { "One stored value" } else { "Some stored values" };
            view! {
                <p class="hint">
                    {format!("{what} could not be read and was put aside. ")}
                    <a href="#/settings">"Look at it in Settings"</a>
                </p>
            }
            .into_any()
        })
    };
    view! {
        <div class="buttons">
            <button type="button" class="primary" on:click=heard(move |_| shelf.ask_new())>
                "New register"
            </button>
            <button type="button" on:click=heard(move |_| shelf.samples.set(true))>"Open a sample"</button>
            {ImportButton()}
            {open_file(shelf.app)}
            <button type="button" on:click=heard(move |_| shelf.app.export_all())>"Export all"</button>
        </div>
        {move || aside()}
        {row::table(shelf)}
    }
    .into_any()
}
