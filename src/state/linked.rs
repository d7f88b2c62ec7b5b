//! Registers that are saved back to a file of the user's own, e.g. in a team folder: never over what somebody else has put
//! there meanwhile, unless the user says so.

use leptos::prelude::*;
use register::{Id, Register};

use super::App;
use super::import::too_large;
use super::reading::{Unread, read};
use super::source::Source;
use crate::erased::spawn;
use crate::late::late;
use crate::platform::handles::{self, Handle, Trouble};
use crate::platform::{clock, files};

/// The file that the open register is saved to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    register: Id,
    /// What the file is called.
    pub name: String,
    /// Whether something else is in it than was read or written here last.
    pub has_changed: bool,
}

type Opener = fn(App);

late!(more: fn opener() -> Opener = |app| spawn(app.open_file()));

/// Has the user choose a file to work in.
pub fn open(app: App) {
    spawn(async move {
        match opener().await {
            Ok(open) => open(app),
            Err(_) => app.tell(super::books::NOT_LOADED.to_owned()),
        }
    });
}

impl App {
    async fn open_file(self) {
        let handle = match handles::choose().await {
            Ok(handle) => handle,
            Err(trouble) => return self.tell_trouble(trouble, "The file", "opened"),
        };
        let name = handle.name.clone();
        let file = match handle.file().await {
            Ok(file) => file,
            Err(trouble) => return self.tell_trouble(trouble, &quoted(&name), "opened"),
        };
        if let Some(wrong) = too_large(file.size()) {
            return self.tell(wrong);
        }
        let Ok(bytes) = files::bytes(&file).await else {
            return self.tell_trouble(Trouble::Failed, &quoted(&name), "opened");
        };
        if let Some(known) = handle.register().await.filter(|id| self.has(id)) {
            // What is in it is compared once the register is there.
            return self.enter_first(known);
        }
        let digest = handles::digest(&bytes).await;
        match read(bytes.clone()).await {
            Ok(incoming) => self.with_books(move |books| {
                spawn(self.take_from(books, name, incoming, Source::File(handle, digest)));
            }),
            // A file that a password opens is taken in like any other, and saved with the password only by hand.
            Err(Unread::Locked(_)) => self.receive_bytes(name, bytes),
            Err(unread) => self.tell(format!("{}: {}", quoted(&name), unread.words())),
        }
    }

    /// Saves the open register: to its file, to one that the user chooses, or where the browser knows no such files, as a
    /// download.
    pub fn save(self) {
        let Some(register) = self.with_register(|register| Some(register.clone())) else { return };
        if handles::works() {
            spawn(self.save_to_its_file(register, false));
        } else {
            let title = register.title.clone();
            self.export(vec![register], title);
        }
    }

    /// Saves the open register over what is in its file, whatever that is.
    pub fn save_over(self) {
        if let Some(register) = self.with_register(|register| Some(register.clone())) {
            spawn(self.save_to_its_file(register, true));
        }
    }

    /// Saves the open register to a file that the user chooses, which is its file from then on.
    pub fn save_elsewhere(self) {
        if let Some(register) = self.with_register(|register| Some(register.clone())) {
            spawn(self.save_to_another(register));
        }
    }

    async fn save_to_its_file(self, register: Register, over: bool) {
        let Some((handle, digest)) = handles::of(&register.id).await else {
            return self.save_to_another(register).await;
        };
        let name = quoted(&handle.name);
        if !handle.is_allowed(true).await {
            return self.tell_trouble(Trouble::Refused, &name, "saved");
        }
        let bytes = exchange::write(std::slice::from_ref(&register));
        if !over {
            match handle.bytes().await {
                Ok(there) if there != bytes && handles::digest(&there).await != digest => {
                    self.look_for_file().await;
                    return self.clashing.set(true);
                }
                Ok(_) => {}
                Err(trouble) => return self.tell_trouble(trouble, &name, "saved"),
            }
        }
        self.write_to(handle, register, bytes).await;
    }

    async fn save_to_another(self, register: Register) {
        let bytes = exchange::write(std::slice::from_ref(&register));
        match handles::make(&exchange::file_name(&register.title, clock::today())).await {
            Ok(handle) => self.write_to(handle, register, bytes).await,
            Err(trouble) => self.tell_trouble(trouble, "The file", "saved"),
        }
    }

    async fn write_to(self, handle: Handle, register: Register, bytes: Vec<u8>) {
        // What is changed from here on is not in the file.
        let now = clock::now();
        let name = quoted(&handle.name);
        if let Err(trouble) = handle.write(&bytes).await {
            return self.tell_trouble(trouble, &name, "saved");
        }
        handle.keep(&register.id, &handles::digest(&bytes).await).await;
        self.note_filed(&register.id, now);
        self.tell(format!("Saved to {name}."));
        self.look_for_file().await;
    }

    /// No longer saves the open register to its file.
    pub fn unlink(self) {
        let id = self.head.get_untracked().id.clone();
        spawn(async move {
            handles::forget(&id).await;
            self.look_for_file().await;
        });
    }

    /// Shows what is in the file of the open register, to be taken over or not.
    pub fn look_into_file(self) {
        let id = self.head.get_untracked().id.clone();
        spawn(async move {
            let Some((handle, _)) = handles::of(&id).await else { return };
            let name = handle.name.clone();
            match handle.bytes().await {
                Ok(bytes) => {
                    let digest = handles::digest(&bytes).await;
                    self.receive_from_file(name, bytes, Source::File(handle, digest)).await;
                }
                Err(trouble) => self.tell_trouble(trouble, &quoted(&name), "opened"),
            }
        });
    }

    /// Finds out which file the open register is saved to, and whether something else is in it by now. The user is not asked
    /// for leave to read it.
    pub async fn look_for_file(self) {
        let id = self.head.get_untracked().id.clone();
        let found = handles::of(&id).await;
        let linked = match found {
            None => None,
            Some((handle, digest)) => {
                let there = if handle.is_allowed(false).await { handle.bytes().await.ok() } else { None };
                let has_changed = match there {
                    Some(there) => handles::digest(&there).await != digest,
                    None => false,
                };
                Some(Linked { register: id.clone(), name: handle.name, has_changed })
            }
        };
        // Another register may have been opened meanwhile.
        if self.head.get_untracked().id == id && self.linked.get_untracked() != linked {
            self.linked.set(linked);
        }
    }

    /// The file of the open register; followed.
    pub fn file(self) -> Option<Linked> {
        let id = self.head.with(|head| head.id.clone());
        self.linked.get().filter(|it| it.register == id)
    }

    fn tell_trouble(self, trouble: Trouble, file: &str, done: &str) {
        let why = match trouble {
            Trouble::Cancelled => return,
            Trouble::Gone => "It is not where it was: it was moved, renamed or deleted. Save to another file.",
            Trouble::Refused => {
                "The browser or the folder does not allow it. Try again and allow it when asked, or export a file instead."
            }
            Trouble::Failed => "Check that the disk has room and the folder can be reached, or export a file instead.",
        };
        self.tell(format!("{file} was not {done}. {why}"));
    }
}

fn quoted(name: &str) -> String {
    format!("“{name}”")
}
