//! The registers as a whole: new, duplicate, rename, delete, restore, export.

use leptos::prelude::*;
use register::change::Place;
use register::{Id, Register, presets};
use serde_json::Value;
use store::{Aside, Failure, Listing, Saved, Settings, Summary, Usage};

use super::books::{Making, OpenBook};
use super::busy::is_long;
use super::carried::CARRIED;
use super::filed::{FILED, PUT_OFF};
use super::{App, Books, Whereabouts};
use crate::erased::spawn;
use crate::platform::{clock, files, handles, ids};
use crate::route::{Place as Where, Route, View};

/// What a register without a title is called on the page.
pub const UNTITLED: &str = "Untitled register";
/// Before a register's id among the settings: what its report has, as src/views/report/kept.rs writes it.
pub const REPORT: &str = "report/";

impl App {
    /// The registers in storage; follows changes to the list and to the open register.
    pub fn listing(self) -> Listing {
        self.listings.track();
        self.edits.track();
        let mut listing = self.shelf.with_value(store::Shelf::list);
        self.no_list.set_value(listing.failure.is_some());
        listing.registers.extend(self.in_memory_only(&listing.registers));
        listing
    }

    /// The registers that are in no storage: made or brought in while it failed.
    fn in_memory_only(self, stored: &[Summary]) -> Vec<Summary> {
        let missing = |book: &dyn OpenBook| {
            let is_missing = book.saved() != Saved::Yes && stored.iter().all(|it| it.id != *book.id());
            is_missing.then(|| {
                let Register { id, title, entity, risks, .. } = book.register();
                Summary {
                    id: id.clone(),
                    title: title.clone(),
                    entity: entity.clone(),
                    risks: risks.len(),
                    ..Summary::default()
                }
            })
        };
        let open = self.book.with_value(|book| book.as_deref().and_then(missing));
        let parked = self
            .parked
            .with_value(|parked| parked.iter().filter_map(|book| missing(book.as_ref())).collect::<Vec<_>>());
        open.into_iter().chain(parked).collect()
    }

    /// Says that the list of registers has changed.
    pub fn relist(self) {
        self.listings.update(|listings| *listings = listings.wrapping_add(1));
    }

    /// How much of the storage is used; followed like [`Self::listing`]. Nothing is known of a storage that fails.
    pub fn usage(self) -> Usage {
        self.listings.track();
        self.edits.track();
        self.shelf.with_value(|shelf| shelf.usage().unwrap_or_default())
    }

    /// Puts a register on the shelf, shows it, and returns its id: the one it came with, or a new one where that is missing
    /// or taken. So a register that was exported, lost and imported is the same to the last byte.
    pub fn keep(self, books: Books, register: Register) -> Id {
        let book = self.create(books, register).finish();
        let id = book.id().clone();
        // If storage failed, the register lives in the book and nowhere else.
        self.show(book);
        self.relist();
        id
    }

    /// The same, without showing it. Where it takes a while, the page says so and goes on hearing the user.
    pub(super) async fn keep_through(self, books: Books, register: Register) -> Option<Box<dyn OpenBook>> {
        let creating = self.create(books, register);
        self.storing.update_value(|storing| *storing += 1);
        let book = self.go_through(creating, "Storing", || true).await;
        self.storing.update_value(|storing| *storing -= 1);
        self.relist();
        book
    }

    fn create(self, books: Books, mut register: Register) -> Making {
        if register.id.as_str().is_empty() || self.is_taken(&register.id) {
            register.id = ids::new_id();
        }
        let author = self.author();
        self.shelf.with_value(|shelf| (books.create)(shelf, register, &author))
    }

    /// Whether a register here has this id, in the storage or in memory only. A storage that fails has none.
    fn is_taken(self, id: &Id) -> bool {
        let parked = self.parked.with_value(|parked| parked.iter().any(|book| book.id() == id));
        self.is_open(id) || parked || self.shelf.with_value(|shelf| shelf.has(id).unwrap_or_default())
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
    pub(super) async fn read(self, books: Books, id: &Id) -> Option<Register> {
        let open = self
            .book
            .with_value(|book| book.as_ref().filter(|book| book.id() == id).map(|book| book.register().clone()));
        let parked = || {
            self.parked
                .with_value(|parked| parked.iter().find(|book| book.id() == id).map(|book| book.register().clone()))
        };
        match open.or_else(parked) {
            Some(register) => Some(register),
            None => {
                let opened = self.read_through(books, id, || true).await?;
                opened.ok().map(|book| book.register().clone())
            }
        }
    }

    /// Gives a register another title.
    pub async fn rename(self, books: Books, id: &Id, title: &str) {
        let here = self.route.get_untracked();
        self.open(books, id, || self.route.get_untracked() == here).await;
        if let Some(trouble) = self.trouble.get_untracked() {
            return self.tell(trouble);
        }
        if !self.is_open(id) {
            return self.tell("The register was not renamed, because another one was opened meanwhile.".to_owned());
        }
        let before = untrack(move || self.title());
        if before != title && self.set(&Place::Register, "title", Value::from(title)) {
            self.tell_undoable(format!("“{before}” is now called “{title}”."));
        }
        self.relist();
    }

    /// Puts a copy of a register on the shelf.
    pub fn duplicate(self, id: Id) {
        self.with_books(move |books| spawn(self.copy(books, id)));
    }

    async fn copy(self, books: Books, id: Id) {
        let Some(mut copy) = self.read(books, &id).await else { return self.tell(UNREADABLE.to_owned()) };
        let listing = untrack(move || self.listing());
        copy.title = copy_title(&copy.title, |title| listing.registers.iter().any(|it| it.title == title));
        let title = copy.title.clone();
        let here = self.route.get_untracked();
        let Some(book) = self.keep_through(books, copy).await else { return };
        let (id, is_saved) = (book.id().clone(), book.saved() == Saved::Yes);
        self.park(book);
        self.tell_made(format!("The copy is called “{title}”."), vec![id.clone()], Vec::new());
        if !is_saved && self.route.get_untracked() == here {
            // It lives in this page only; the user has to see it and what to do.
            self.enter(id);
        }
    }

    /// Puts a register into the bin.
    ///
    /// # Errors
    /// [`Failure`] of the storage; the register is then where it was.
    pub fn bin(self, books: Books, id: &Id) -> Result<(), Failure> {
        self.let_go(id)?;
        let author = self.author();
        let binned = self.shelf.with_value(|shelf| (books.trash)(shelf, id, &author));
        self.relist();
        binned
    }

    /// Takes a register out of the bin.
    pub fn unbin(self, books: Books, id: &Id) {
        match self.shelf.with_value(|shelf| (books.restore)(shelf, id)) {
            Ok(()) => {
                self.tell(format!("“{}” is back among your registers.", self.title_of(id)));
                if self.book.with_value(|book| book.as_ref().is_some_and(|book| book.id() == id)) {
                    self.be(Whereabouts::Here);
                }
                // The address may still name it.
                self.read_address();
            }
            Err(failure) => self.tell(format!("The register was not restored. {failure}")),
        }
        self.relist();
    }

    /// Deletes a register for good.
    pub fn purge(self, id: &Id) {
        self.book.update_value(|book| {
            book.take_if(|book| book.id() == id);
        });
        match self.shelf.with_value(|shelf| shelf.purge(id)) {
            Ok(()) => {
                self.forget_noted(id);
                let gone = id.clone();
                spawn(async move { handles::forget(&gone).await });
                self.forget_copies(id.clone());
                self.tell("The register was deleted for good.".to_owned());
            }
            Err(failure) => self.tell(format!("The register was not deleted. {failure}")),
        }
        self.relist();
    }

    /// Closes a register that is to go, if it is the open one: an open one would be taken to have gone elsewhere.
    fn let_go(self, id: &Id) -> Result<(), Failure> {
        let failure = self.book.try_update_value(|book| {
            let open = book.as_mut().filter(|book| book.id() == id)?;
            match open.retry() {
                Saved::Pending { failure, .. } => Some(failure),
                Saved::Yes => {
                    *book = None;
                    None
                }
            }
        });
        failure.flatten().map_or(Ok(()), Err)
    }

    fn title_of(self, id: &Id) -> String {
        let listing = untrack(move || self.listing());
        let title = listing.registers.into_iter().find(|it| it.id == *id).map(|it| it.title).unwrap_or_default();
        titled(&title)
    }

    /// Saves registers as one file.
    pub fn export(self, registers: Vec<Register>, name: String) {
        self.export_without(registers, name, Scope::Whole(0), clock::now());
    }

    /// Saves some of a register's risks as a file: it does not stand for the register.
    pub fn export_some(self, register: Register, name: String) {
        self.export_without(vec![register], name, Scope::Some, clock::now());
    }

    /// Saves a register as a file, also one that is not open.
    pub fn export_one(self, id: Id) {
        self.with_books(move |books| {
            spawn(async move {
                match self.read(books, &id).await {
                    Some(register) => {
                        let title = register.title.clone();
                        self.export(vec![register], title);
                    }
                    None => self.tell(UNREADABLE.to_owned()),
                }
            });
        });
    }

    /// Saves all registers that are not in the bin as one file.
    pub fn export_all(self) {
        self.with_books(move |books| spawn(self.export_each(books)));
    }

    async fn export_each(self, books: Books) {
        let now = clock::now();
        let listing = untrack(move || self.listing());
        let (mut registers, mut left_out) = (Vec::new(), 0);
        for summary in listing.registers.iter().filter(|summary| summary.trashed.is_none()) {
            match self.read(books, &summary.id).await {
                Some(register) => registers.push(register),
                None => left_out += 1,
            }
        }
        if registers.is_empty() {
            return self.tell("There is no register that could be exported.".to_owned());
        }
        self.export_without(registers, "All registers".to_owned(), Scope::Whole(left_out), now);
    }

    /// Saves registers, as they were at this time, as one file. Many risks take a while to write: the page says so first.
    fn export_without(self, registers: Vec<Register>, name: String, scope: Scope, at: String) {
        let risks = registers.iter().map(|it| it.risks.len()).sum();
        if !is_long(risks) {
            return self.write_file(&registers, &name, scope, &at);
        }
        spawn(async move {
            self.begin(risks, || "Writing the file…".to_owned(), 0, 1).await;
            self.write_file(&registers, &name, scope, &at);
            self.end();
        });
    }

    fn write_file(self, registers: &[Register], name: &str, scope: Scope, at: &str) {
        let bytes = exchange::write(registers);
        let name = exchange::file_name(name, clock::today());
        let without = match scope {
            Scope::Some | Scope::Whole(0) => String::new(),
            Scope::Whole(1) => ". One register that cannot be opened is not in it".to_owned(),
            Scope::Whole(count) => format!(". {count} registers that cannot be opened are not in it"),
        };
        if files::download(&name, bytes.as_ref(), "application/json").is_err() {
            return self.tell(NO_DOWNLOAD.to_owned());
        }
        if let Scope::Whole(_) = scope {
            registers.iter().for_each(|register| self.note_filed(&register.id, at.to_owned()));
        }
        self.tell(format!("Exported as {name}{without}"));
    }

    /// Saves a value that was put aside as a file.
    pub fn export_aside(self, aside: &Aside) {
        let name = format!("heatgrid put aside {}.txt", clock::today().iso());
        if files::download(&name, aside.raw.as_bytes(), "text/plain").is_err() {
            self.tell(NO_DOWNLOAD.to_owned());
        }
    }

    /// Deletes a value that was put aside.
    pub fn remove_aside(self, aside: &Aside) {
        match self.shelf.with_value(|shelf| shelf.remove_aside(aside)) {
            Ok(()) => self.tell("What was put aside has been deleted.".to_owned()),
            Err(failure) => self.tell(format!("It was not deleted. {failure}")),
        }
        self.relist();
    }

    /// Keeps in the settings that something has been done once and for all.
    pub fn remember(self, name: &str) {
        self.note(name.to_owned(), Some(String::new()));
    }

    /// Changes the settings and keeps them.
    pub fn change_settings(self, change: impl FnOnce(&mut Settings)) {
        let mut settings = self.settings.get_untracked();
        change(&mut settings);
        self.put_settings(settings);
    }

    /// What is noted under a name among the settings; followed.
    pub fn noted(self, name: &str) -> Option<String> {
        self.settings.with(|settings| settings.other.get(name).cloned())
    }

    /// Notes something under a name among the settings; none: takes it away.
    pub fn note(self, name: String, value: Option<String>) {
        let mut settings = self.settings.get_untracked();
        match value {
            Some(value) => settings.other.insert(name, value),
            None => settings.other.remove(&name),
        };
        self.put_settings(settings);
    }

    /// Forgets what was noted of a register that is gone, and which pages carry it.
    fn forget_noted(self, id: &Id) {
        let is_about =
            |name: &str| [FILED, PUT_OFF, REPORT].iter().any(|before| name.strip_prefix(before) == Some(id.0.as_str()));
        self.change_settings(|settings| {
            settings.other.retain(|name, value| !(is_about(name) || name.starts_with(CARRIED) && *value == id.0));
        });
    }

    fn put_settings(self, settings: Settings) {
        let kept = self.shelf.with_value(|shelf| shelf.save_settings(&settings));
        self.settings.set(settings);
        if let Err(failure) = kept {
            self.tell(format!("Your settings could not be kept. {failure}"));
        }
    }
}

/// What of the registers a file has.
#[derive(Clone, Copy)]
enum Scope {
    /// All risks; so many registers could not be opened and are not in it.
    Whole(usize),
    /// Some risks.
    Some,
}

const UNREADABLE: &str = "The register cannot be read. Reload the page and try again.";
pub(super) const NO_DOWNLOAD: &str =
    "The browser did not allow the file to be saved. Allow downloads for this page and try again.";

/// What a register is called on the page.
pub(super) fn titled(title: &str) -> String {
    if title.is_empty() { UNTITLED.to_owned() } else { title.to_owned() }
}

/// The title of a copy, one that no other register has.
fn copy_title(title: &str, taken: impl Fn(&str) -> bool) -> String {
    let title = titled(title);
    let first = format!("{title} (copy)");
    let more = (2..).map(|number| format!("{title} (copy {number})"));
    std::iter::once(first).chain(more).find(|title| !taken(title)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_copy_has_a_title_of_its_own() {
        let on_the_shelf = ["Corporate (copy)", "Corporate (copy 2)"];
        assert_eq!(copy_title("Corporate", |_| false), "Corporate (copy)");
        assert_eq!(copy_title("Corporate", |title| on_the_shelf.contains(&title)), "Corporate (copy 3)");
        assert_eq!(copy_title("", |_| false), "Untitled register (copy)");
    }
}
